//! Who was where when: two places at once, and leaving a place that nobody put them in.
//!
//! Presence is read from every claim that is one, implies one or presupposes one, as the packs declare. Two places at
//! overlapping hours exclude each other; two places on one day do not, unless the whole day was spent in one. Leaving a
//! place presupposes having come there: where the last dated passages before have somebody far away and no passage
//! tells of the journey, the departure needs something that nobody reports.

mod deeds;

pub(super) use deeds::deed;

use super::conflict::{Check, Conflict, Severity};
use super::support::{self, Place};
use crate::annotate::mention::EntityKind;
use crate::annotate::time::{Grain, TimeRelation, TimeValue};
use crate::annotate::verb::{Modality, Polarity};
use crate::gazetteer::{Gazetteer, PlaceId};
use crate::graph::{Fact, Identity, Story, Term};
use crate::pack::Implication;
use crate::source::Span;
use compact_str::CompactString;
use jiff::civil::DateTime;
use jiff::tz::Offset;
use std::collections::BTreeMap;

/// Places closer than this are a walk or a drive apart, and nothing follows from them.
const NEAR_KM: f64 = 60.0;
/// How fast anybody gets from door to door, in kilometres an hour, and the hours lost at either end.
const SPEED_KMH: f64 = 750.0;
const OVERHEAD_HOURS: f64 = 2.0;
/// How long before a departure a dated presence still counts, in hours.
const WINDOW_HOURS: i64 = 48;

/// Somebody in a place.
#[derive(Clone, Debug)]
struct Presence {
    article: usize,
    span: Span,
    rule: CompactString,
    zone: Option<Offset>,
    /// Told of a gathering that somebody attends.
    attends: bool,
    person: Identity,
    place: PlaceId,
    when: Option<TimeValue>,
    /// For all of the time, not at some moment of it.
    throughout: bool,
    /// Derived from a departure: true only until it.
    leaving: bool,
}

/// The conflicts of presence in a story.
pub(super) fn check(story: &Story) -> Vec<Conflict> {
    let mut by_person: BTreeMap<Identity, Vec<Presence>> = BTreeMap::new();
    for presence in story.facts.iter().flat_map(|fact| presences(story, fact)).chain(deeds::presences(story)) {
        by_person.entry(presence.person).or_default().push(presence);
    }
    let mut conflicts = Vec::new();
    for (person, list) in &by_person {
        let list = &list[..list.len().min(200)];
        conflicts.extend(two_places(story, *person, list));
        conflicts.extend(unreported_journey(story, *person, list));
    }
    conflicts
}

fn place_of(story: &Story, term: &Term) -> Option<PlaceId> {
    match term {
        Term::Party(identity) => story.identities.party(*identity).place,
        _ => None,
    }
}

/// People behind a term: one, or the members of a group.
fn people(story: &Story, term: &Term) -> Vec<Identity> {
    let Term::Party(identity) = term else { return Vec::new() };
    let party = story.identities.party(*identity);
    match party.kind {
        EntityKind::Person => vec![*identity],
        EntityKind::Group => party.group.clone(),
        _ => Vec::new(),
    }
}

fn presences(story: &Story, fact: &Fact) -> Vec<Presence> {
    let planned = fact.modality == Modality::Planned;
    if fact.polarity == Polarity::Negative || !(fact.modality == Modality::Actual || planned) {
        return Vec::new();
    }
    let Some(predicate) = story.library.predicates.get(&fact.predicate) else { return Vec::new() };
    let when = fact.when.filter(|when| when.relation == TimeRelation::During).map(|when| when.value);
    let mut found = Vec::new();
    let mut add = |person: &str, place: &str, leaving: bool| {
        for who in fact.terms(person).flat_map(|term| people(story, term)) {
            for place in fact.terms(place).filter_map(|term| place_of(story, term)) {
                let throughout = fact.roles.iter().any(|role| role.name == "throughout");
                found.push(Presence {
                    article: fact.article,
                    span: fact.span,
                    rule: fact.rule.clone(),
                    zone: fact.when.and_then(|when| when.zone),
                    attends: fact.predicate == "attend",
                    person: who,
                    place,
                    when,
                    throughout,
                    leaving,
                });
            }
        }
    };
    if fact.predicate == "present" {
        add("agent", "place", false);
    }
    let bindings = |implication: &Implication| {
        let source = |target: &str| {
            implication
                .bindings
                .iter()
                .find(|binding| binding.target == target)
                .map(|binding| binding.source.to_string())
        };
        source("agent").zip(source("place"))
    };
    for implication in predicate.implies.iter().filter(|implication| implication.predicate == "present") {
        if let Some((person, place)) = bindings(implication)
            && !planned
        {
            add(&person, &place, false);
        }
    }
    for implication in predicate.presupposes.iter().filter(|implication| implication.predicate == "present") {
        if let Some((person, place)) = bindings(implication) {
            add(&person, &place, true);
        }
    }
    found
}

fn apart(a: PlaceId, b: PlaceId) -> Option<f64> {
    let gazetteer = Gazetteer::global();
    if gazetteer.contains(a, b) || gazetteer.contains(b, a) || !gazetteer.disjoint(a, b) {
        return None;
    }
    gazetteer.distance_km(a, b).filter(|distance| *distance > NEAR_KM)
}

fn hours(from: DateTime, to: DateTime) -> f64 {
    to.duration_since(from).as_secs_f64() / 3600.0
}

fn two_places(story: &Story, person: Identity, list: &[Presence]) -> Vec<Conflict> {
    let mut conflicts = Vec::new();
    for (at, a) in list.iter().enumerate() {
        for b in &list[at + 1..] {
            let (Some(x), Some(y)) = (a.when, b.when) else { continue };
            let Some(distance) = apart(a.place, b.place) else { continue };
            if a.leaving || b.leaving {
                continue;
            }
            let together = x.overlaps(&y, a.zone, b.zone);
            let hourly = x.grain <= Grain::DayPart && y.grain <= Grain::DayPart;
            let whole = (a.throughout || b.throughout) && x.grain.max(y.grain) <= Grain::Day;
            let hurried =
                !together && hourly && gap(x, y).is_some_and(|gap| gap < distance / SPEED_KMH + OVERHEAD_HOURS);
            if together && (hourly || whole) || hurried {
                conflicts.push(conflict(story, person, a, b, distance, hurried));
            }
        }
    }
    conflicts
}

/// Hours between two times that do not overlap.
fn gap(a: TimeValue, b: TimeValue) -> Option<f64> {
    let (a_from, a_to, b_from, b_to) = (a.from?, a.to?, b.from?, b.to?);
    Some(if a_to <= b_from { hours(a_from, b_to) } else { hours(b_from, a_to) })
}

fn passage(presence: &Presence) -> Place {
    Place { article: presence.article, span: presence.span, rule: presence.rule.to_string() }
}

fn sides(story: &Story, a: &Presence, b: &Presence) -> Vec<super::conflict::Side> {
    let gazetteer = Gazetteer::global();
    [a, b]
        .iter()
        .map(|presence| support::side(story, gazetteer.name(presence.place), vec![passage(presence)]))
        .collect()
}

fn conflict(story: &Story, person: Identity, a: &Presence, b: &Presence, distance: f64, hurried: bool) -> Conflict {
    let gazetteer = Gazetteer::global();
    let name = &story.identities.party(person).name;
    let (one, two) = (gazetteer.name(a.place), gazetteer.name(b.place));
    let attendance = a.attends || b.attends;
    let law = if hurried {
        format!(
            "nobody gets {distance:.0} km in that time, at {SPEED_KMH:.0} km/h and {OVERHEAD_HOURS:.0} hours on the way"
        )
    } else {
        "nobody is in two places at one time".to_owned()
    };
    Conflict {
        check: if attendance { Check::Attendance } else { Check::Place },
        severity: if hurried { Severity::Warning } else { Severity::Error },
        message: format!("{name} is in {one} and in {two} at one time"),
        explanation: vec![
            format!("both passages say where {name} was"),
            format!("the times that they give overlap or are too close, and {one} is {distance:.0} km from {two}"),
            law,
        ],
        sides: sides(story, a, b),
    }
}

/// Leaving a place without having been put there.
fn unreported_journey(story: &Story, person: Identity, list: &[Presence]) -> Vec<Conflict> {
    let mut conflicts = Vec::new();
    for leaving in list.iter().filter(|presence| presence.leaving) {
        let Some(until) = leaving.when.and_then(|when| when.to) else { continue };
        let before = |presence: &&Presence| {
            // "Drove from Graz to Villach": the clause itself tells the journey.
            let same = presence.article == leaving.article && presence.span.overlaps(leaving.span);
            !presence.leaving
                && !same
                && presence
                    .when
                    .and_then(|when| when.from)
                    .is_some_and(|from| from < until && hours(from, until) <= WINDOW_HOURS as f64 + 24.0)
        };
        let dated: Vec<&Presence> = list.iter().filter(before).collect();
        let there = dated.iter().any(|presence| apart(presence.place, leaving.place).is_none());
        let elsewhere: Vec<&Presence> =
            dated.iter().copied().filter(|presence| apart(presence.place, leaving.place).is_some()).collect();
        if there || elsewhere.is_empty() || journey(story, person, leaving.place) {
            continue;
        }
        conflicts.push(departure(story, person, leaving, &elsewhere, list));
    }
    conflicts
}

/// Whether any passage has the person travel to the place.
fn journey(story: &Story, person: Identity, place: PlaceId) -> bool {
    let gazetteer = Gazetteer::global();
    story.facts.iter().any(|fact| {
        let travels = fact.parties("agent").any(|agent| agent == person);
        travels
            && fact.polarity == Polarity::Positive
            && fact
                .terms("to")
                .chain(fact.terms("destination"))
                .filter_map(|term| place_of(story, term))
                .any(|to| gazetteer.contains(to, place) || gazetteer.contains(place, to))
    })
}

fn departure(
    story: &Story,
    person: Identity,
    leaving: &Presence,
    elsewhere: &[&Presence],
    all: &[Presence],
) -> Conflict {
    let gazetteer = Gazetteer::global();
    let name = &story.identities.party(person).name;
    let there = elsewhere[0].place;
    let distance = gazetteer.distance_km(there, leaving.place).unwrap_or_default();
    // Undated passages that have the person in the same place stand on that side too.
    let others = all
        .iter()
        .filter(|presence| {
            !presence.leaving
                && (gazetteer.contains(there, presence.place) || gazetteer.contains(presence.place, there))
        })
        .map(passage)
        .collect();
    let (from, other) = (gazetteer.name(leaving.place), gazetteer.name(there));
    Conflict {
        check: Check::Place,
        severity: Severity::Warning,
        message: format!("{name} leaves {from}, but was in {other} and no passage has {name} travel"),
        explanation: vec![
            format!("leaving {from} presupposes having been there until then"),
            format!("the dated passages of the two days before have {name} in {other}"),
            format!("{other} and {from} are {distance:.0} km apart, and no passage reports the journey"),
        ],
        sides: vec![support::side(story, from, vec![passage(leaving)]), support::side(story, other, others)],
    }
}
