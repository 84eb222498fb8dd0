//! Where things ended up, as an article's clauses tell it.

use super::site::{self, Site};
use super::table::{self, Wording};
use crate::annotate::clause::{Clause, ClauseLink};
use crate::annotate::token::Tag;
use crate::annotate::verb::{Modality, Polarity, Tense, VerbForm, Voice};
use crate::check::order::event::{Dated, Part};
use crate::check::order::reader::Reader;
use crate::check::outcome::{Thing, Topic, behind, only_day, when};
use crate::graph::{Around, Identity, Story, surroundings};
use crate::source::Span;
use std::sync::OnceLock;

/// How deep what hangs on a noun is read: "the platform of the station in Ghent".
const DEPTH: usize = 3;

/// One thing in one place.
pub(super) struct Stay {
    pub(super) article: usize,
    pub(super) class: &'static str,
    /// Still to come.
    pub(super) planned: bool,
    /// What it is; `None` for a pronoun that is not resolved.
    pub(super) thing: Option<Thing>,
    /// Told as so when it was written.
    pub(super) present: bool,
    pub(super) agents: Vec<Part>,
    /// The places, with their bytes.
    pub(super) sites: Vec<(Site, Span)>,
    pub(super) when: Option<Dated>,
    pub(super) span: Span,
    pub(super) speaker: Option<Identity>,
    around: OnceLock<Around>,
}

impl Stay {
    /// What stands around it.
    pub(super) fn around(&self, story: &Story) -> &Around {
        self.around.get_or_init(|| surroundings(story, self.article, self.span))
    }
}

/// What an article puts in places.
pub(super) fn read(reader: &Reader) -> Vec<Stay> {
    let mut list = Vec::new();
    for clause in &reader.article.clauses {
        let group = reader.group(clause.verb);
        let told = clause.modality == Modality::Actual || clause.modality == Modality::Planned;
        let form = matches!(group.form, VerbForm::Finite)
            || group.form == VerbForm::Participle && group.voice == Voice::Passive;
        if !told || clause.polarity == Polarity::Negative || !form || reader.quoted(group.main) {
            continue;
        }
        let wordings = table::of(&group.lemma).into_iter();
        list.extend(wordings.filter_map(|(wording, rest)| stay(reader, clause, wording, rest)));
    }
    list
}

/// "Was seized as he got off a ferry in Oran": the clause that tells what went on meanwhile.
fn meanwhile<'r>(reader: &'r Reader, clause: &Clause) -> Option<&'r Clause> {
    let this = reader.article.clauses.partition_point(|other| other.span.start < clause.span.start);
    let after = reader.article.clauses.get(this..)?.iter().take_while(|other| other.sentence == clause.sentence);
    after.skip(1).take(2).find(|other| other.link == ClauseLink::While && other.modality == Modality::Actual)
}

fn stay(reader: &Reader, clause: &Clause, wording: &'static Wording, rest: &[&str]) -> Option<Stay> {
    let group = reader.group(clause.verb);
    let matched = behind(reader, clause, group, rest)?;
    let phrases = match (wording.topic, group.voice) {
        (Topic::Subject, Voice::Active) if clause.objects.is_empty() || !matched.is_empty() => &clause.subjects,
        (Topic::Subject, _) => return None,
        _ => &clause.objects,
    };
    let phrase = *phrases.iter().find(|&&phrase| {
        let tokens = &reader.article.phrases[phrase].tokens;
        !matched.iter().any(|token| tokens.contains(token))
    })?;
    let thing = Thing::read(reader, phrase);
    let pronoun = reader.article.tokens[reader.article.phrases[phrase].head].tag == Tag::Pronoun;
    if thing.as_ref().map_or(!pronoun, |thing| !wording.of.fits(thing)) {
        return None;
    }
    let mut sites = Vec::new();
    for &object in
        clause.objects.iter().filter(|&&object| Some(object) != phrases.first().copied() || !matched.is_empty())
    {
        // "Went aground near Egersund", read as one phrase.
        for (preposition, inner) in &reader.article.phrases[object].complements {
            if wording.places.contains(&preposition.as_str()) && object != phrase {
                site::read(reader, preposition, *inner, DEPTH, &mut sites);
            }
        }
    }
    let adjuncts =
        clause.adjuncts.iter().chain(meanwhile(reader, clause).into_iter().flat_map(|other| &other.adjuncts));
    for adjunct in adjuncts.filter(|adjunct| adjunct.time.is_none()) {
        let own = wording.places.contains(&adjunct.preposition.as_str());
        let further = !sites.is_empty() && matches!(adjunct.preposition.as_str(), "in" | "on" | "at" | "near");
        if let Some(phrase) = adjunct.phrase.filter(|_| own || further) {
            site::read(reader, &adjunct.preposition, phrase, DEPTH, &mut sites);
        }
    }
    // "Has been in Leeds": whoever is in a prison is held there, and nobody in a town.
    let held = |site: &(Site, Span)| matches!(site.0, Site::Named(Some("prison"), _));
    let nursed = |site: &(Site, Span)| matches!(site.0, Site::Named(Some("hospital"), _));
    let vague = wording.class == "treat" && matches!(group.lemma.as_str(), "be" | "spend");
    if sites.is_empty() || wording.class == "hold" && !sites.iter().any(held) || vague && !sites.iter().any(nursed) {
        return None;
    }
    Some(Stay {
        article: reader.at,
        class: wording.class,
        planned: clause.modality == Modality::Planned || group.tense == Tense::Future,
        thing,
        present: group.tense == Tense::Present,
        agents: if wording.topic == Topic::Object { reader.parts(&clause.subjects) } else { Vec::new() },
        sites,
        when: when(reader, clause).or_else(|| only_day(reader, clause)),
        span: clause.span,
        speaker: reader.speaker(clause),
        around: OnceLock::new(),
    })
}
