//! What became of what: the clauses of an article that tell it, by the words of [`super::table`].

use super::table::{self, Topic};
use super::thing::Thing;
use super::topic::{REACH, things};
use crate::annotate::clause::{Clause, ClauseLink};
use crate::annotate::time::{TimeMention, TimeRelation};
use crate::annotate::verb::{Modality, Polarity, Tense, VerbForm, VerbGroup, Voice};
use crate::check::conflict::Check;
use crate::check::order::event::{Dated, Part};
use crate::check::order::lexicon;
use crate::check::order::reader::Reader;
use crate::check::support::clauses;
use crate::graph::{Around, Identity, surroundings};
use crate::source::Span;
use compact_str::CompactString;
use jiff::civil::{Date, DateTime};
use std::sync::OnceLock;

/// One answer to what became of something.
pub(super) struct Answer {
    pub(super) article: usize,
    /// What is asked: a class of the table, or the class of any verb.
    pub(super) class: CompactString,
    /// Whether the verb stands in no row of the table: it was done, or it was not.
    pub(super) any: bool,
    pub(super) check: Check,
    /// Yes or no.
    pub(super) holds: bool,
    /// Still to come.
    pub(super) planned: bool,
    /// Told by what became of a request or plan.
    pub(super) asked: bool,
    /// Not so until it was written: "has not been found".
    pub(super) so_far: bool,
    /// Somebody would not: others may have.
    pub(super) refused: bool,
    /// A state told of the moment of telling ("remains shut"), or of one that is past ("was still shut").
    pub(super) state: Option<Tense>,
    pub(super) things: Vec<Thing>,
    pub(super) agents: Vec<Part>,
    pub(super) when: Option<Dated>,
    /// Whether its clause names any time, resolved or not.
    pub(super) dated: bool,
    /// The nouns behind "as": "resigned as chairman".
    pub(super) office: Vec<CompactString>,
    /// The day until which it is put off.
    pub(super) until: Option<Date>,
    /// Bytes of the clause.
    pub(super) span: Span,
    pub(super) speaker: Option<Identity>,
    around: OnceLock<Around>,
}

impl Answer {
    /// What stands around it.
    pub(super) fn around(&self, story: &crate::graph::Story) -> &Around {
        self.around.get_or_init(|| surroundings(story, self.article, self.span))
    }
}

/// The answers of an article.
pub(super) fn read(reader: &Reader) -> Vec<Answer> {
    let mut list = Vec::new();
    for clause in &reader.article.clauses {
        let group = reader.group(clause.verb);
        if reader.quoted(group.main) || out_of_line(reader, clause, group) {
            continue;
        }
        let answered = asked(reader, clause, group);
        let Some((denied, planned)) = answered.or_else(|| told(clause, group)) else { continue };
        let mut seen: Vec<&str> = Vec::new();
        let mut wordings = table::of(&group.lemma);
        // "Nordlink resumed sailings": what is acted upon goes before whoever acts.
        let acts = |wording: &table::Wording| wording.topic == Topic::Subject && !clause.objects.is_empty();
        wordings.sort_by_key(|(wording, rest)| (std::cmp::Reverse(rest.len()), acts(wording)));
        for (wording, rest) in wordings {
            // "Had yet to reach it": not so at a moment that is past.
            let then = denied && group.tense == Tense::Past && (group.perfect || yet(reader, group));
            if seen.contains(&wording.class) || denied && !wording.deniable || then {
                continue;
            }
            let Some(things) = things(reader, clause, wording, rest).filter(|things| !things.is_empty()) else {
                continue;
            };
            seen.push(wording.class);
            list.push(Answer {
                check: wording.check,
                state: (wording.topic == Topic::Subject && !wording.holds).then_some(group.tense),
                agents: if wording.topic == Topic::Subject { Vec::new() } else { reader.parts(&clause.subjects) },
                ..answer(reader, clause, wording.class, (wording.holds != denied, planned), things)
            });
        }
        if seen.is_empty() {
            let any = any(reader, clause, group, (!denied, planned));
            list.extend(any.map(|any| Answer { asked: answered.is_some(), ..any }));
        }
    }
    list
}

/// "Her decision not to sign", "three who voted against it": what hangs on a noun, and the votes of some of many.
fn out_of_line(reader: &Reader, clause: &Clause, group: &VerbGroup) -> bool {
    let phrases = &reader.article.phrases;
    let counted = |&phrase: &usize| phrases[phrase].quantity.is_some();
    match group.form {
        VerbForm::Infinitive => {
            asked(reader, clause, group).is_none() && !matches!(clause.modality, Modality::Unable | Modality::Refused)
        }
        VerbForm::Gerund => true,
        _ => clause.link == ClauseLink::Relative && group.voice == Voice::Active && clause.subjects.iter().any(counted),
    }
}

/// Nouns for what is asked for, which somebody grants or refuses.
const REQUESTS: &[&str] =
    &["request", "application", "plea", "appeal", "bid", "petition", "call", "demand", "offer", "proposal", "plan"];

/// "Turned down a request to guarantee the loan": what was asked for is not to be; "granted a request to": it is.
fn asked(reader: &Reader, clause: &Clause, group: &VerbGroup) -> Option<(bool, bool)> {
    if group.form != VerbForm::Infinitive || clause.modality != Modality::Intended {
        return None;
    }
    let before = clauses(reader.article, clause.sentence)
        .filter(|other| other.modality == Modality::Actual && other.polarity == Polarity::Positive);
    let head = |phrase: &usize| &reader.article.phrases[*phrase];
    let request = |phrase: &usize| REQUESTS.contains(&reader.article.tokens[head(phrase).head].lemma.as_str());
    let asks = |other: &&Clause| {
        // Nothing but "by the hospital" stands between the request and what is asked.
        other.objects.iter().filter(|phrase| request(phrase)).any(|phrase| {
            let between = head(phrase).tokens.end..group.tokens.start;
            between.len() <= REACH && !between.clone().any(|at| reader.group_at(at).is_some())
        })
    };
    let answered = before.filter(asks).find_map(|other| match reader.group(other.verb).lemma.as_str() {
        "refuse" | "reject" | "turn down" | "deny" | "dismiss" | "throw out" | "decline" | "rebuff" | "spurn" => {
            Some(false)
        }
        "drop" | "scrap" | "abandon" | "shelve" | "ditch" | "cancel" | "axe" | "withdraw" => Some(false),
        "grant" | "accept" | "approve" | "agree to" | "back" => Some(true),
        _ => None,
    })?;
    Some(if answered { (false, true) } else { (true, false) })
}

/// "Has yet to be found", "has still not been found": not so when it was written.
fn yet(reader: &Reader, group: &VerbGroup) -> bool {
    let before = group.tokens.start.saturating_sub(2)..group.tokens.end;
    reader.article.tokens[before].iter().any(|token| matches!(token.lower.as_str(), "yet" | "still"))
}

/// Whether the clause denies, and whether it looks ahead; `None` for what is neither told nor arranged.
fn told(clause: &Clause, group: &VerbGroup) -> Option<(bool, bool)> {
    let negative = clause.polarity == Polarity::Negative;
    match clause.modality {
        Modality::Actual => Some((negative, group.tense == Tense::Future)),
        Modality::Unable | Modality::Refused => Some((true, false)),
        Modality::Planned => Some((negative, true)),
        _ => None,
    }
}

fn answer(reader: &Reader, clause: &Clause, class: &str, (holds, planned): (bool, bool), things: Vec<Thing>) -> Answer {
    let group = reader.group(clause.verb);
    Answer {
        article: reader.at,
        class: class.into(),
        any: false,
        check: Check::Polarity,
        holds,
        planned,
        asked: false,
        so_far: clause.polarity == Polarity::Negative && (group.perfect || yet(reader, group)),
        refused: clause.modality == Modality::Refused,
        state: None,
        things,
        agents: reader.parts(&clause.subjects),
        when: when(reader, clause),
        dated: times(reader, clause).any(during),
        office: office(reader, clause),
        until: until(reader, clause),
        span: clause.span,
        speaker: reader.speaker(clause),
        around: OnceLock::new(),
    }
}

/// Any verb that acts upon something: it was done, or it was not.
fn any(reader: &Reader, clause: &Clause, group: &VerbGroup, told: (bool, bool)) -> Option<Answer> {
    let class = lexicon::event_class(&group.lemma)?;
    let alone = clause.objects.is_empty() && group.voice == Voice::Active;
    let acted_upon = if alone { &clause.subjects } else { &clause.objects };
    let mut things: Vec<Thing> = acted_upon.iter().filter_map(|&object| Thing::read(reader, object)).collect();
    if alone {
        // "Has resigned", "refused to resign": of somebody who has a name. For what somebody apologised, stances tell.
        let told_elsewhere = matches!(group.lemma.as_str(), "apologise" | "apologize");
        things.retain(|thing| thing.person && thing.named() && !told_elsewhere);
    }
    // "Has not been seen since": so far. "Is not being sent automatically": but otherwise.
    let tokens = &reader.article.tokens;
    let adverb = |at: usize| tokens.get(at).is_some_and(|token| token.tag.is_adverb() && token.lower.ends_with("ly"));
    let manner = !told.0 && (adverb(group.tokens.end) || group.tokens.clone().any(adverb));
    let finite = group.form == VerbForm::Finite && !group.progressive || group.form == VerbForm::Infinitive;
    let so_far = !told.0 && (group.perfect || yet(reader, group));
    (!things.is_empty() && finite && !so_far && !manner && acted_upon.len() == 1).then(|| {
        let class = if alone { format!("{class} oneself") } else { class.to_owned() };
        Answer { any: true, ..answer(reader, clause, &class, told, things) }
    })
}

/// The times that the clause names.
fn times<'r>(reader: &'r Reader, clause: &'r Clause) -> impl Iterator<Item = &'r TimeMention> {
    let times = clause.adjuncts.iter().filter_map(|adjunct| adjunct.time);
    times.map(|time| &reader.article.times[time])
}

/// Whether something is said to have been at that time, and not before it, after it or for so long.
fn during(time: &TimeMention) -> bool {
    time.duration.is_none() && time.relation == TimeRelation::During
}

/// "Resigned as chairman", "stays on as mayor": of which office it is told.
fn office(reader: &Reader, clause: &Clause) -> Vec<CompactString> {
    let named =
        clause.adjuncts.iter().filter(|adjunct| adjunct.preposition == "as").filter_map(|adjunct| adjunct.phrase);
    let named = named.chain(clause.complement);
    named.map(|phrase| reader.article.tokens[reader.article.phrases[phrase].head].lemma.clone()).collect()
}

/// "Until 15 July".
fn until(reader: &Reader, clause: &Clause) -> Option<Date> {
    let time = times(reader, clause).find(|time| time.relation == TimeRelation::Until && time.duration.is_none())?;
    time.value.and_then(|value| value.from).map(DateTime::date)
}

/// The time of the clause itself.
pub(in crate::check) fn when(reader: &Reader, clause: &Clause) -> Option<Dated> {
    let during = times(reader, clause).filter(|time| during(time));
    during.filter_map(|time| reader.date(time)).min_by_key(|dated| dated.value.grain)
}
