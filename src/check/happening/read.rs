//! What happened, or is to happen, as one mention tells it: the event, when it was, and where.

use crate::annotate::clause::{Clause, ClauseLink};
use crate::annotate::mention::EntityKind;
use crate::annotate::time::{Grain, TimeMention, TimeRelation};
use crate::annotate::verb::{Modality, Polarity, Tense, VerbForm};
use crate::check::order::event::{Dated, Event};
use crate::check::order::lexicon;
use crate::check::order::reader::Reader;
use crate::check::support::clauses;
use crate::gazetteer::{Gazetteer, PlaceId, PlaceKind};
use crate::graph::{Around, surroundings};
use crate::source::Span;
use compact_str::CompactString;
use std::sync::OnceLock;

/// Prepositions of the place where something happens.
const AT: &[&str] = &["in", "at", "on", "inside", "aboard"];
/// Prepositions of a place nearby.
const NEAR: &[&str] = &["near", "off", "outside", "above", "over", "by", "beside", "close to", "north of", "south of"];
/// Stretches of land whose adjective says in which country they lie.
const LAND: &[&str] = &[
    "steppe",
    "desert",
    "city",
    "town",
    "village",
    "coast",
    "capital",
    "countryside",
    "port",
    "resort",
    "province",
    "region",
    "jungle",
    "forest",
    "waters",
    "territory",
    "soil",
    "farm",
    "farmhouse",
    "mountains",
    "island",
];
/// How far behind a clause its hours are looked for, in bytes.
const LOOK_ON: usize = 60;
/// Nouns whose "of" names the place that they are a part of ("the port of Antwerp").
const PARTS: &[&str] = &[
    "city",
    "town",
    "village",
    "port",
    "outskirt",
    "outskirts",
    "suburb",
    "centre",
    "center",
    "region",
    "province",
    "district",
    "island",
    "coast",
    "north",
    "south",
    "east",
    "west",
    "area",
    "university",
    "state",
    "county",
    "edge",
];

/// Where an event was.
#[derive(Clone, Copy, Debug)]
pub(in crate::check) struct Where {
    pub(in crate::check) place: PlaceId,
    /// Nearby: a name some way off may be meant just as well.
    pub(in crate::check) near: bool,
    pub(in crate::check) span: Span,
}

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
    /// Whether the place is that of another clause of the sentence.
    pub(in crate::check) borrowed: bool,
    around: OnceLock<Around>,
}

impl Happening {
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
        keep(&mut list, event, &reader.group(group).lemma, planned, places, borrowed);
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
        keep(&mut list, event, verb, false, places, false);
    }
    list
}

fn keep(list: &mut Vec<Happening>, event: Event, lemma: &str, planned: bool, places: Vec<Where>, borrowed: bool) {
    if event.dated.is_none() && places.is_empty() || list.iter().any(|other| other.event.anchor == event.anchor) {
        return;
    }
    let classes = if event.noun { Vec::new() } else { lexicon::classes(lemma).to_vec() };
    list.push(Happening { event, planned, lemma: lemma.into(), classes, places, borrowed, around: OnceLock::new() });
}

/// The one place that the other clauses of a sentence name; nothing where they name several, or where somebody speaks.
fn elsewhere(reader: &Reader, sentence: usize, group: usize) -> Vec<Where> {
    let mut found: Vec<Where> = Vec::new();
    for clause in clauses(reader.article, sentence).filter(|clause| clause.verb != group) {
        let speech = crate::annotate::quotes::is_speech_verb(&reader.group(clause.verb).lemma);
        if clause.link == ClauseLink::Reported && !speech {
            return Vec::new();
        }
        // "was being taken to a prison in Leeds": a place on the way.
        let moves = |preposition: &str| matches!(preposition, "to" | "from" | "into" | "towards" | "toward");
        if clause.adjuncts.iter().any(|adjunct| adjunct.time.is_none() && moves(&adjunct.preposition)) {
            continue;
        }
        let before = found.len();
        for adjunct in clause.adjuncts.iter().filter(|adjunct| adjunct.time.is_none()) {
            let place = adjunct.phrase.and_then(|phrase| where_of(reader, &adjunct.preposition, phrase, adjunct.span));
            found.extend(place);
        }
        // "Speaking in London, she said that …": where it was said is not where it was.
        if speech && found.len() > before {
            return Vec::new();
        }
        let subjects = if speech { &[][..] } else { &clause.subjects };
        for &phrase in subjects.iter().chain(&clause.objects) {
            found.extend(within(reader, phrase));
        }
        found.extend(setting(reader, clause));
    }
    let one = found.first().is_some_and(|first| found.iter().all(|other| other.place == first.place));
    if one {
        found.truncate(1);
    } else {
        found.clear();
    }
    found
}

/// "Wellington was the setting as …": the place that is said to be the scene.
fn setting(reader: &Reader, clause: &Clause) -> Option<Where> {
    let scene = &reader.article.phrases[clause.complement?];
    let noun = reader.article.tokens[scene.head].lemma.as_str();
    let named = matches!(noun, "setting" | "scene" | "venue" | "site" | "host" | "stage");
    let subject = *clause.subjects.first().filter(|_| named)?;
    let span = reader.article.phrases[subject].span;
    place(reader, subject).map(|place| Where { place, near: false, span })
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

/// The place that a preposition and its phrase name.
fn where_of(reader: &Reader, preposition: &str, phrase: usize, span: Span) -> Option<Where> {
    let near = NEAR.contains(&preposition);
    if !near && !AT.contains(&preposition) {
        return None;
    }
    let named = place(reader, phrase).or_else(|| country(reader, phrase));
    let found = named.map(|place| Where { place, near, span });
    found.or_else(|| within(reader, phrase).into_iter().next().map(|inner| Where { near: near || inner.near, ..inner }))
}

/// The place that a phrase names.
fn place(reader: &Reader, phrase: usize) -> Option<PlaceId> {
    let mention = &reader.article.mentions[reader.article.phrases[phrase].mention?];
    let party = reader.story.identities.of(reader.at, mention.entity?)?;
    let party = reader.story.identities.party(party);
    party.place.filter(|_| party.kind == EntityKind::Place)
}

/// "The Kazakh steppe", "a Spanish village": the country that an adjective before a stretch of land names.
fn country(reader: &Reader, phrase: usize) -> Option<PlaceId> {
    let noun = &reader.article.phrases[phrase];
    if !LAND.contains(&reader.article.tokens[noun.head].lemma.as_str()) {
        return None;
    }
    let before = &reader.article.tokens[noun.tokens.start..noun.head];
    before.iter().filter(|token| token.capital).find_map(|token| Gazetteer::global().demonym(&token.written()))
}

/// The places inside a phrase: "the factory in Ghent", "Ghent's main station", "the port of Ghent".
fn within(reader: &Reader, phrase: usize) -> Vec<Where> {
    let noun = &reader.article.phrases[phrase];
    let mut found: Vec<Where> = noun
        .complements
        .iter()
        .filter_map(|(preposition, inner)| {
            let inside = &reader.article.phrases[*inner];
            let part = preposition == "of" && PARTS.contains(&reader.article.tokens[noun.head].lemma.as_str());
            let preposition = if part { "in" } else { preposition.as_str() };
            let near = NEAR.contains(&preposition);
            (near || AT.contains(&preposition)).then_some(())?;
            Some(Where { place: place(reader, *inner)?, near, span: inside.span })
        })
        .collect();
    // "Tallinn's arena": a place that a phrase begins with, possessive.
    let from = reader.article.mentions.partition_point(|mention| mention.span.start < noun.span.start);
    let first = reader.article.mentions[from..].iter().take_while(|mention| mention.span.end < noun.span.end);
    let owned = |mention: &&crate::annotate::mention::Mention| {
        let rest = reader.article.document.slice(Span::new(mention.span.start, noun.span.end));
        let rest = rest.get(mention.span.len()..).unwrap_or_default();
        rest.starts_with("'s ") || rest.starts_with("’s ")
    };
    let possessor = noun.possessor.map(|mention| &reader.article.mentions[mention]);
    if let Some(owner) = possessor.or_else(|| first.take(3).find(owned))
        && let Some(party) = owner.entity.and_then(|entity| reader.story.identities.of(reader.at, entity))
        && let Some(place) = reader.story.identities.party(party).place
        && Gazetteer::global().kind(place) >= Some(PlaceKind::City)
    {
        found.push(Where { place, near: false, span: owner.span });
    }
    found
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
