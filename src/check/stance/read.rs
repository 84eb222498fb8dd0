//! Which stances an article tells, and whose.

use super::table::{self, Topic, Wording};
use crate::annotate::clause::{Clause, ClauseLink};
use crate::annotate::verb::{Modality, Polarity, Tense, VerbForm, VerbGroup};
use crate::check::order::event::{Dated, Part};
use crate::check::order::reader::Reader;
use crate::check::outcome::{Thing, behind, when};
use crate::graph::{Around, Story, surroundings};
use crate::source::Span;
use compact_str::CompactString;
use std::sync::OnceLock;

/// What somebody makes of something.
pub(super) struct Stance {
    pub(super) article: usize,
    /// The question.
    pub(super) class: &'static str,
    pub(super) holds: bool,
    /// The verb.
    pub(super) verb: CompactString,
    /// Whether it is only denied that he does: that stands against the verb itself, not against its opposite.
    pub(super) denied: bool,
    pub(super) holder: Part,
    /// Of what; none where nothing is asked of a thing.
    pub(super) thing: Option<Thing>,
    /// Nouns for what it is for or to whom: "apologised for the delay to the family".
    pub(super) beside: Vec<(CompactString, CompactString)>,
    pub(super) when: Option<Dated>,
    /// Bytes of the clause.
    pub(super) span: Span,
    around: OnceLock<Around>,
}

impl Stance {
    /// What stands around it.
    pub(super) fn around(&self, story: &Story) -> &Around {
        self.around.get_or_init(|| surroundings(story, self.article, self.span))
    }
}

/// Words by which a sentence tells of another time than that of the news, or of a part of it.
const OTHER_TIMES: &[&str] = &[
    "once",
    "previously",
    "formerly",
    "initially",
    "originally",
    "earlier",
    "former",
    "previous",
    "used",
    "until",
    "if",
    "whether",
    "may",
    "might",
    "could",
    "then",
    "first",
    "last",
    "yesterday",
    "later",
    "before",
    "after",
    "since",
    "long",
    "partly",
    "part",
    "some",
    "aspect",
    "element",
    "although",
    "though",
    "while",
    "but",
    "however",
    "only",
    "would",
    "should",
];

/// The stances of an article.
pub(super) fn read(reader: &Reader) -> Vec<Stance> {
    let mut list = Vec::new();
    for clause in &reader.article.clauses {
        let group = reader.group(clause.verb);
        let told = matches!(clause.modality, Modality::Actual | Modality::Refused);
        let form = matches!(group.form, VerbForm::Finite | VerbForm::Infinitive)
            && group.tense != Tense::Future
            && !(group.perfect && group.tense == Tense::Past)
            && (group.form == VerbForm::Finite || clause.modality == Modality::Refused);
        let apart = matches!(clause.link, ClauseLink::Conditional | ClauseLink::Relative);
        if !told || !form || apart || reader.quoted(group.main) || other_times(reader, clause) {
            continue;
        }
        let wordings = table::of(&group.lemma).into_iter();
        list.extend(wordings.filter_map(|(wording, rest)| stance(reader, clause, group, wording, rest)));
        list.extend(called(reader, clause, group));
    }
    list
}

fn other_times(reader: &Reader, clause: &Clause) -> bool {
    let sentence = &reader.article.sentences[clause.sentence];
    let mut tokens = reader.article.tokens[sentence.tokens.clone()].iter();
    tokens.any(|token| OTHER_TIMES.contains(&token.lower.as_str()))
}

fn stance(
    reader: &Reader,
    clause: &Clause,
    group: &VerbGroup,
    wording: &'static Wording,
    rest: &'static [&'static str],
) -> Option<Stance> {
    let (preposition, rest) = match (wording.topic, rest.split_last()) {
        (Topic::After, Some((last, rest))) => (Some(*last), rest),
        _ => (None, rest),
    };
    let matched = behind(reader, clause, group, rest)?;
    let own = |phrase: &usize| {
        let tokens = &reader.article.phrases[*phrase].tokens;
        !matched.iter().any(|token| tokens.contains(token))
    };
    let thing = match wording.topic {
        Topic::Object => Some(clause.objects.iter().copied().find(own)?),
        Topic::After => Some(governed(clause, preposition?).next()?),
        Topic::None => None,
    };
    let thing = match thing {
        Some(phrase) => Some(Thing::read(reader, phrase).filter(|thing| wording.of.fits(thing))?),
        None => None,
    };
    let negative = clause.polarity == Polarity::Negative || clause.modality == Modality::Refused;
    let holds = wording.holds != negative;
    let found = of(reader, clause, group, (wording.class, holds), thing)?;
    Some(Stance { denied: negative && !wording.deniable, ..found })
}

/// "Called the plan a disgrace", "found the film dull".
fn called(reader: &Reader, clause: &Clause, group: &VerbGroup) -> Option<Stance> {
    let calls = matches!(
        group.lemma.as_str(),
        "call" | "find" | "describe" | "brand" | "dismiss" | "consider" | "deem" | "label"
    );
    if !calls || clause.polarity == Polarity::Negative || clause.modality != Modality::Actual {
        return None;
    }
    let &[object] = clause.objects.as_slice() else { return None };
    let thing = Thing::read(reader, object).filter(|thing| !thing.person)?;
    // What it is called stands behind it, up to the next mark.
    let tokens = &reader.article.tokens;
    let start = reader.article.phrases[object].tokens.end;
    let end = reader.article.sentences[clause.sentence].tokens.end.min(start + REACH);
    let after = tokens.get(start..end.max(start))?;
    let after = after.iter().take_while(|token| token.lower != "," && token.lower != ".");
    let after: Vec<_> = after.collect();
    let words: Vec<&str> = after.iter().map(|token| token.lemma.as_str()).collect();
    // "A disaster movie" is no disaster.
    let before_noun = |at: usize| after[at].tag.is_noun() && after.get(at + 1).is_some_and(|next| next.tag.is_noun());
    let denied = words.iter().any(|word| matches!(*word, "not" | "no" | "never" | "less" | "hardly"));
    let mut verdicts =
        words.iter().enumerate().filter(|(at, _)| !before_noun(*at)).filter_map(|(_, word)| table::verdict(word));
    let holds = verdicts.next()?;
    let clear = !denied && verdicts.all(|other| other == holds);
    clear.then(|| of(reader, clause, group, ("judge", holds), Some(thing))).flatten()
}

/// Words behind a thing within which it is said what it is called.
const REACH: usize = 6;

fn of(
    reader: &Reader,
    clause: &Clause,
    group: &VerbGroup,
    (class, holds): (&'static str, bool),
    thing: Option<Thing>,
) -> Option<Stance> {
    let holders = reader.parts(&clause.subjects);
    let [holder] = holders.as_slice() else { return None };
    // What another says of somebody's mind is that other's claim.
    let told = clause
        .attribution
        .as_ref()
        .is_none_or(|_| reader.speaker(clause).is_some_and(|speaker| Some(speaker) == holder.party));
    if !told {
        return None;
    }
    let known = !holder.unknown && (holder.party.is_some() || holder.definite);
    let noun = |phrase: usize| reader.article.tokens[reader.article.phrases[phrase].head].lemma.clone();
    let adjuncts = clause.adjuncts.iter().filter(|adjunct| adjunct.time.is_none());
    let mut beside: Vec<_> =
        adjuncts.filter_map(|adjunct| Some((adjunct.preposition.clone(), noun(adjunct.phrase?)))).collect();
    for &object in &clause.objects {
        let inner = &reader.article.phrases[object].complements;
        beside.extend(inner.iter().map(|(preposition, phrase)| (preposition.clone(), noun(*phrase))));
    }
    (known && holder.party.is_none_or(|party| Some(party) != thing.as_ref().and_then(|thing| thing.part.party))).then(
        || Stance {
            article: reader.at,
            class,
            holds,
            verb: group.lemma.clone(),
            denied: false,
            holder: holder.clone(),
            thing,
            beside,
            when: when(reader, clause),
            span: clause.span,
            around: OnceLock::new(),
        },
    )
}

/// The phrases behind a preposition that are no times.
fn governed<'c>(clause: &'c Clause, preposition: &'c str) -> impl Iterator<Item = usize> + use<'c> {
    let adjuncts =
        clause.adjuncts.iter().filter(move |adjunct| adjunct.time.is_none() && adjunct.preposition == preposition);
    adjuncts.filter_map(|adjunct| adjunct.phrase)
}
