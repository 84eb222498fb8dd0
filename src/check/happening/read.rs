//! What happened, or is to happen, as one mention tells it: the event, when it was, and where.

use super::leading::{bare, happened, leading};
use super::moment::{begun, dated, narrow, planned, takes_effect, what_begins};
use super::place::{Where, elsewhere, where_of, within};
use super::scene::{from, sites, users};
use crate::annotate::time::TimeRelation;
use crate::check::order::event::{Dated, Event, Part};
use crate::check::order::lexicon;
use crate::check::order::reader::Reader;
use crate::check::whereabouts::Site;
use crate::graph::{Around, surroundings};
use crate::source::Span;
use compact_str::CompactString;
use std::sync::OnceLock;

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
    /// Whether the article begins with an event of its class.
    pub(in crate::check) leading: bool,
    /// Whether nothing but a pronoun or a noun for any event says what it befell: "it went down", "the derailment".
    pub(in crate::check) bare: bool,
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
            leading: false,
            bare: false,
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
    let leading = leading(reader);
    let mut list = verbs(reader, &leading);
    nouns(reader, &mut list);
    for one in &mut list {
        one.leading = leading.contains(&one.event.class);
        one.bare = bare(reader, &one.event);
    }
    list
}

/// The events of verbs, and what "happened" where an article begins with it.
fn verbs(reader: &Reader, leading: &[CompactString]) -> Vec<Happening> {
    let mut list = Vec::new();
    for group in 0..reader.article.verb_groups.len() {
        let planned = planned(reader, group);
        if !planned && !reader.happened(group, false) {
            continue;
        }
        let Some(mut event) = reader.verb_event(group).or_else(|| happened(reader, group, leading)) else { continue };
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
        if let Some(origin) = from(reader, clause, &event.class) {
            places = origin;
        }
        // "shut its factory in Ghent": what is acted upon is where it is.
        for &phrase in clause.objects.iter().chain(&clause.subjects) {
            places.extend(within(reader, phrase));
        }
        let borrowed = places.is_empty();
        if borrowed {
            places = elsewhere(reader, clause.sentence, group);
        }
        let sites = sites(reader, clause, &event.class);
        let verb = reader.group(group).lemma.clone();
        if let Some(effect) = takes_effect(reader, group, clause, &event) {
            keep(&mut list, Happening::new(effect, verb.clone(), planned, Vec::new()));
        }
        if let Some(begun) = what_begins(reader, group, clause) {
            let own = Happening::new(begun, verb.clone(), planned, places.clone());
            keep(&mut list, Happening { sites: sites.clone(), borrowed, ..own });
        }
        keep(
            &mut list,
            Happening { sites, users: users(reader, clause), borrowed, ..Happening::new(event, verb, planned, places) },
        );
    }
    list
}

/// The events of nouns.
fn nouns(reader: &Reader, list: &mut Vec<Happening>) {
    for phrase in 0..reader.article.phrases.len() {
        let noun = &reader.article.phrases[phrase];
        if reader.quoted(noun.head) {
            continue;
        }
        let Some(mut event) = reader.noun_event(phrase).filter(|event| !event.indefinite) else { continue };
        event.dated = event.dated.or_else(|| dated(reader, phrase));
        let places = within(reader, phrase);
        let verb = lexicon::nominal(&reader.article.tokens[noun.head].lemma).unwrap_or_default();
        keep(list, Happening::new(event, verb.into(), false, places));
    }
}

fn keep(list: &mut Vec<Happening>, one: Happening) {
    let bare = one.event.dated.is_none() && one.places.is_empty() && one.sites.is_empty();
    if !bare && !list.iter().any(|other| other.event.anchor == one.event.anchor) {
        list.push(one);
    }
}
