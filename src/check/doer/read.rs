//! Who did what, as an article's clauses tell it.

use super::table::{self, Stands, Wording};
use crate::annotate::clause::Clause;
use crate::annotate::mention::EntityKind;
use crate::annotate::verb::{Modality, Polarity, Tense, VerbForm, Voice};
use crate::check::order::event::{Dated, Part};
use crate::check::order::reader::Reader;
use crate::check::outcome::{Of, Thing, Topic, behind, when};
use crate::graph::{Around, Identity, Story, surroundings};
use crate::source::Span;
use std::sync::OnceLock;

/// One deed and its doer.
pub(super) struct Deed {
    pub(super) article: usize,
    pub(super) class: &'static str,
    /// Still to come.
    pub(super) planned: bool,
    /// What it is done to.
    pub(super) thing: Thing,
    pub(super) doer: Identity,
    /// Who gives it, and who is given it: whoever hands it on did another deed.
    pub(super) others: Vec<Identity>,
    pub(super) when: Option<Dated>,
    /// Bytes of the clause.
    pub(super) span: Span,
    pub(super) speaker: Option<Identity>,
    around: OnceLock<Around>,
}

impl Deed {
    /// What stands around it.
    pub(super) fn around(&self, story: &Story) -> &Around {
        self.around.get_or_init(|| surroundings(story, self.article, self.span))
    }
}

/// The deeds of an article.
pub(super) fn read(reader: &Reader) -> Vec<Deed> {
    let mut list = Vec::new();
    for clause in &reader.article.clauses {
        let group = reader.group(clause.verb);
        let told = clause.modality == Modality::Actual || clause.modality == Modality::Planned;
        let form = group.form == VerbForm::Finite
            || group.form == VerbForm::Participle && group.voice == Voice::Passive
            || group.form == VerbForm::Infinitive && clause.modality == Modality::Planned;
        if told && form && clause.polarity == Polarity::Positive && !reader.quoted(group.main) {
            let wordings = table::of(&group.lemma).into_iter();
            list.extend(wordings.filter_map(|(wording, rest)| deed(reader, clause, wording, rest)));
        }
    }
    list
}

fn deed(reader: &Reader, clause: &Clause, wording: &'static Wording, rest: &[&str]) -> Option<Deed> {
    let group = reader.group(clause.verb);
    let (preposition, rest) = match (wording.topic, rest.split_last()) {
        (Topic::After, Some((last, rest))) => (Some(*last), rest),
        _ => (None, rest),
    };
    behind(reader, clause, group, rest)?;
    // "Was to chair it": whether it came to that is left open.
    let past = |at: usize| matches!(reader.article.tokens[at].lower.as_str(), "was" | "were" | "had");
    if clause.modality == Modality::Planned
        && group.tokens.clone().next().is_some_and(past)
        && group.form != VerbForm::Participle
    {
        return None;
    }
    let thing = match (wording.topic, group.voice) {
        (Topic::Subject, Voice::Active) if clause.objects.is_empty() => *clause.subjects.first()?,
        (Topic::Subject, _) => return None,
        (Topic::After, _) => governed(clause, preposition?).next()?,
        _ => *clause.objects.first()?,
    };
    if share(reader, thing) || helped(reader, clause) {
        return None;
    }
    // "The burglar" is nobody known, and a person all the same.
    let mention = reader.article.phrases[thing].mention.map(|mention| &reader.article.mentions[mention]);
    let somebody = wording.of == Of::Person && mention.is_some_and(|mention| mention.kind == EntityKind::Person);
    let fits = |thing: &Thing| (somebody || wording.of.fits(thing)) && !thing.part.plural;
    let thing = Thing::read(reader, thing).filter(fits)?;
    let doers: Vec<usize> = match wording.doer {
        Stands::Subject if wording.topic == Topic::Subject => Vec::new(),
        Stands::Subject => clause.subjects.clone(),
        Stands::To => clause.recipients.iter().copied().chain(governed(clause, "to")).collect(),
        Stands::From => governed(clause, "from").collect(),
    };
    let parts = reader.parts(&doers);
    // Several share a deed.
    let [Part { party: Some(doer), .. }] = parts.as_slice() else { return None };
    let kind = reader.story.identities.party(*doer).kind;
    let given: Vec<usize> = clause.recipients.iter().copied().chain(governed(clause, "to")).collect();
    let given: Vec<Identity> = reader.parts(&given).into_iter().filter_map(|part| part.party).collect();
    let thing = given.iter().copied().chain([*doer]).fold(thing, Thing::without);
    let acting = reader.parts(&clause.subjects).into_iter().filter_map(|part| part.party);
    let others = given.into_iter().chain(acting).filter(|other| other != doer).collect();
    matches!(kind, EntityKind::Person | EntityKind::Body).then(|| Deed {
        article: reader.at,
        class: wording.class,
        planned: clause.modality == Modality::Planned || group.tense == Tense::Future,
        thing,
        doer: *doer,
        others,
        when: when(reader, clause),
        span: clause.span,
        speaker: reader.speaker(clause),
        around: OnceLock::new(),
    })
}

/// "The first half of the concert": who does a share leaves the rest to others.
fn share(reader: &Reader, thing: usize) -> bool {
    const SHARES: &[&str] = &["half", "part", "rest", "most", "bulk", "third", "quarter", "section", "leg"];
    let phrase = &reader.article.phrases[thing];
    let of = phrase.complements.iter().any(|(preposition, _)| preposition == "of");
    of && SHARES.contains(&reader.article.tokens[phrase.head].lemma.as_str())
}

/// "With Ana Ruiz", "alongside Ana Ruiz": whether somebody else had a part in it.
fn helped(reader: &Reader, clause: &Clause) -> bool {
    let beside = ["with", "alongside", "together with", "along with", "beside", "besides"];
    let mut phrases: Vec<usize> = beside.iter().flat_map(|preposition| governed(clause, preposition)).collect();
    // "With the help of Ana Ruiz"
    let inner = phrases.iter().flat_map(|&phrase| &reader.article.phrases[phrase].complements);
    phrases.extend(inner.map(|&(_, inner)| inner).collect::<Vec<_>>());
    let people = reader.parts(&phrases).into_iter().filter_map(|part| part.party);
    let kind = |party: Identity| reader.story.identities.party(party).kind;
    people.into_iter().any(|party| matches!(kind(party), EntityKind::Person | EntityKind::Body | EntityKind::Group))
}

/// The phrases behind a preposition that are no times.
fn governed<'c>(clause: &'c Clause, preposition: &'c str) -> impl Iterator<Item = usize> + use<'c> {
    let adjuncts =
        clause.adjuncts.iter().filter(move |adjunct| adjunct.time.is_none() && adjunct.preposition == preposition);
    adjuncts.filter_map(|adjunct| adjunct.phrase)
}
