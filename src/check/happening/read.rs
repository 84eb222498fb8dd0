//! What happened, or is to happen, as one mention tells it: the event, when it was, and where.

use super::place::{AT, Where, elsewhere, where_of, within};
use crate::annotate::clause::Clause;
use crate::annotate::time::{Grain, TimeMention, TimeRelation};
use crate::annotate::verb::{Modality, Polarity, Tense, VerbForm};
use crate::check::order::event::{Dated, Event, Part};
use crate::check::order::lexicon;
use crate::check::order::reader::Reader;
use crate::check::whereabouts::{self, Site};
use crate::graph::{Around, surroundings};
use crate::source::Span;
use compact_str::CompactString;
use std::sync::OnceLock;

/// How far behind a clause its hours are looked for, in bytes.
const LOOK_ON: usize = 60;
/// One mention of an event that has a time or a place.
pub(in crate::check) struct Happening {
    pub(in crate::check) event: Event,
    /// Still to come when it was told.
    pub(in crate::check) planned: bool,
    /// Lemma of its verb, or of the verb that its noun stands for.
    pub(in crate::check) lemma: CompactString,
    /// The classes of its word, its own first.
    pub(in crate::check) classes: Vec<&'static str>,
    pub(in crate::check) places: Vec<Where>,
    /// Places that only their nouns or names tell: "in the kitchen".
    pub(in crate::check) sites: Vec<(Site, Span)>,
    /// For whom it was: "closed to lorries".
    pub(in crate::check) users: Vec<Part>,
    /// Whether the place is that of another clause of the sentence.
    pub(in crate::check) borrowed: bool,
    around: OnceLock<Around>,
}

impl Happening {
    fn new(event: Event, lemma: CompactString, planned: bool, places: Vec<Where>) -> Self {
        let classes = if event.noun { Vec::new() } else { lexicon::classes(&lemma).to_vec() };
        Self {
            event,
            planned,
            lemma,
            classes,
            places,
            sites: Vec::new(),
            users: Vec::new(),
            borrowed: false,
            around: OnceLock::new(),
        }
    }

    pub(in crate::check) fn when(&self) -> Option<&Dated> {
        self.event.dated.as_ref().filter(|dated| dated.relation == TimeRelation::During)
    }

    /// What stands around it.
    pub(in crate::check) fn around(&self, reader: &crate::graph::Story) -> &Around {
        self.around.get_or_init(|| surroundings(reader, self.event.article, self.event.span))
    }
}

/// The events of an article that it dates or places.
pub(in crate::check) fn read(reader: &Reader) -> Vec<Happening> {
    let mut list = Vec::new();
    for group in 0..reader.article.verb_groups.len() {
        let planned = planned(reader, group);
        if !planned && !reader.happened(group, false) {
            continue;
        }
        let Some(mut event) = reader.verb_event(group) else { continue };
        let Some(clause) = reader.clause(group) else { continue };
        // "was serving a sentence": a state that lasts.
        if reader.group(group).progressive {
            continue;
        }
        narrow(reader, &mut event);
        begun(reader, group, &mut event);
        let mut places: Vec<Where> = clause
            .adjuncts
            .iter()
            .filter(|adjunct| adjunct.time.is_none())
            .filter_map(|adjunct| where_of(reader, &adjunct.preposition, adjunct.phrase?, adjunct.span))
            .collect();
        // "shut its factory in Ghent": what is acted upon is where it is.
        for &phrase in clause.objects.iter().chain(&clause.subjects) {
            places.extend(within(reader, phrase));
        }
        let borrowed = places.is_empty();
        if borrowed {
            places = elsewhere(reader, clause.sentence, group);
        }
        let sites = sites(reader, clause);
        let verb = reader.group(group).lemma.clone();
        keep(
            &mut list,
            Happening { sites, users: users(reader, clause), borrowed, ..Happening::new(event, verb, planned, places) },
        );
    }
    for phrase in 0..reader.article.phrases.len() {
        let noun = &reader.article.phrases[phrase];
        if reader.quoted(noun.head) {
            continue;
        }
        let Some(mut event) = reader.noun_event(phrase).filter(|event| !event.indefinite) else { continue };
        event.dated = event.dated.or_else(|| dated(reader, phrase));
        let places = within(reader, phrase);
        let verb = lexicon::nominal(&reader.article.tokens[noun.head].lemma).unwrap_or_default();
        keep(&mut list, Happening::new(event, verb.into(), false, places));
    }
    list
}

/// The places behind the verb, and behind what it acts upon, that only their nouns tell, or names with a noun.
fn sites(reader: &Reader, clause: &Clause) -> Vec<(Site, Span)> {
    let at = |preposition: &str| AT.contains(&preposition);
    let own = clause.adjuncts.iter().filter(|adjunct| adjunct.time.is_none() && at(&adjunct.preposition));
    let own = own.filter_map(|adjunct| adjunct.phrase);
    let behind = clause.objects.iter().flat_map(|&object| &reader.article.phrases[object].complements);
    let behind = behind.filter(|(preposition, _)| at(preposition)).map(|&(_, phrase)| phrase);
    let mut found = Vec::new();
    for phrase in own.chain(behind) {
        whereabouts::sites(reader, "in", phrase, 0, &mut found);
    }
    found.retain(|(site, _)| matches!(site, Site::Scene(_) | Site::Named(Some(_), _)));
    found
}

/// The sorts of people or things that a clause says something is done to: "to cars".
fn users(reader: &Reader, clause: &Clause) -> Vec<Part> {
    let to = clause.adjuncts.iter().filter(|adjunct| adjunct.time.is_none() && adjunct.preposition == "to");
    to.filter_map(|adjunct| reader.part(adjunct.phrase?)).filter(|part| part.plural && part.party.is_none()).collect()
}

fn keep(list: &mut Vec<Happening>, one: Happening) {
    let bare = one.event.dated.is_none() && one.places.is_empty() && one.sites.is_empty();
    if !bare && !list.iter().any(|other| other.event.anchor == one.event.anchor) {
        list.push(one);
    }
}

/// Words that narrow the day that an event is dated to, and its hours.
const HOURS: &[([&str; 2], i8, i8)] = &[
    (["morning", "rush"], 6, 11),
    (["evening", "rush"], 15, 21),
    (["afternoon", "rush"], 14, 20),
    (["broad", "daylight"], 6, 21),
];

/// "On Tuesday, at the height of the evening rush hour": the hours of the day.
fn narrow(reader: &Reader, event: &mut Event) {
    let Some(dated) = event.dated.as_mut().filter(|dated| dated.value.grain == Grain::Day) else { return };
    let first = reader.article.tokens.partition_point(|token| token.span.start < event.span.start);
    let words: Vec<&str> = reader.article.tokens[first..]
        .iter()
        .take_while(|token| token.span.start < event.span.end.saturating_add(LOOK_ON) && token.lower != ".")
        .map(|token| token.lower.as_str())
        .collect();
    let found = HOURS.iter().find(|(pair, ..)| words.windows(2).any(|two| two == pair));
    if let (Some((_, from, to)), Some(day)) = (found, dated.value.from) {
        dated.value.from = Some(day.date().at(*from, 0, 0, 0));
        dated.value.to = Some(day.date().at(*to, 0, 0, 0));
        dated.value.grain = Grain::DayPart;
    }
}

/// Events after which a thing stays as it became.
const LASTING: &[&str] = &["close", "suspend", "vanish", "open"];

/// "Has been closed since Thursday": it was closed on Thursday.
fn begun(reader: &Reader, group: usize, event: &mut Event) {
    let verb = reader.group(group);
    let lasts = verb.perfect && verb.tense == Tense::Present && LASTING.contains(&event.class.as_str());
    if let Some(dated) = event.dated.as_mut().filter(|dated| lasts && dated.relation == TimeRelation::Since) {
        dated.relation = TimeRelation::During;
    }
}

/// Whether the verb group tells of something still to come.
fn planned(reader: &Reader, group: usize) -> bool {
    let verb = reader.group(group);
    let Some(clause) = reader.clause(group) else { return false };
    let sure =
        clause.modality == Modality::Planned || clause.modality == Modality::Actual && verb.tense == Tense::Future;
    sure && clause.polarity == Polarity::Positive && verb.form == VerbForm::Finite && !reader.quoted(verb.main)
}

/// The time inside a noun phrase ("Tuesday's vote", "the attack on Monday").
fn dated(reader: &Reader, phrase: usize) -> Option<Dated> {
    let noun = &reader.article.phrases[phrase];
    let last = noun.complements.iter().map(|&(_, inner)| reader.article.phrases[inner].span.end).max();
    let end = last.unwrap_or(noun.span.end).max(noun.span.end);
    let first = reader.article.times.partition_point(|time| time.span.end <= noun.span.start);
    let usable = |time: &&TimeMention| time.duration.is_none() && time.relation == TimeRelation::During;
    let inside = reader.article.times[first..].iter().take_while(|time| time.span.start < end).filter(usable);
    inside.filter_map(|time| reader.date(time)).min_by_key(|dated| dated.value.grain)
}
