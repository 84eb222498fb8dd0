//! Where something happened, as the phrases of its clause and sentence tell it: the places that they name, hang on, or are
//! parts of.

use crate::annotate::clause::{Clause, ClauseLink};
use crate::annotate::mention::{EntityKind, Mention};
use crate::annotate::quotes::is_speech_verb;
use crate::check::order::reader::Reader;
use crate::check::support::clauses;
use crate::gazetteer::{Gazetteer, PlaceId, PlaceKind};
use crate::source::Span;

/// Prepositions of the place where something happens.
pub(super) const AT: &[&str] = &["in", "at", "on", "inside", "aboard"];
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

/// The one place that the other clauses of a sentence name; nothing where they name several, or where somebody speaks.
pub(super) fn elsewhere(reader: &Reader, sentence: usize, group: usize) -> Vec<Where> {
    let mut found: Vec<Where> = Vec::new();
    for clause in clauses(reader.article, sentence).filter(|clause| clause.verb != group) {
        let speech = is_speech_verb(&reader.group(clause.verb).lemma);
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

/// The place that a preposition and its phrase name.
pub(super) fn where_of(reader: &Reader, preposition: &str, phrase: usize, span: Span) -> Option<Where> {
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
pub(super) fn within(reader: &Reader, phrase: usize) -> Vec<Where> {
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
    let owned = |mention: &&Mention| {
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
