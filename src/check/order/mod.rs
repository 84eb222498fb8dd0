//! Events ordered one way and the other, longer cycles included.
//!
//! Each article tells what came before what ([`relation`], [`sequence`]); mentions of one event are joined across
//! articles ([`identity`]); orderings, lengths and dates of all articles make a simple temporal network ([`network`]),
//! and a cycle of it that no clock allows is a conflict, whose sides are its steps. Dates that contradict each other
//! without a word of order are the business of `time`.

mod dates;
mod event;
mod identity;
mod lexicon;
mod network;
mod relation;
mod report;
mod sequence;
mod span_of_time;
#[cfg(test)]
mod tests;

use super::conflict::Conflict;
use crate::graph::Story;
use event::{Event, Reader};
use identity::Joined;
use network::Edge;
use rayon::prelude::*;
use relation::Relation;
use std::collections::{BTreeMap, BTreeSet};

/// Events of one network, orderings of one network: what holds more is no story, and is left alone.
const MOST_EVENTS: usize = 60;
const MOST_EDGES: usize = 400;
/// Conflicts reported of one network.
const MOST_CONFLICTS: usize = 6;

/// What an edge of a network stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Evidence {
    /// Index of a relation, read as its lower bound.
    Order(usize),
    /// Index of a relation, read as its upper bound.
    Length(usize),
    /// Index of an event whose time bounds it.
    Date(usize),
}

/// What all articles tell.
struct Told {
    events: Vec<Event>,
    /// With indices into `events`.
    relations: Vec<Relation>,
    joined: Joined,
    mixed: bool,
}

/// The conflicts of order in a story.
pub(super) fn check(story: &Story) -> Vec<Conflict> {
    let told = gather(story);
    let mut conflicts = Vec::new();
    for members in components(&told) {
        conflicts.extend(contradictions(story, &told, &members));
    }
    conflicts
}

fn gather(story: &Story) -> Told {
    let read: Vec<relation::Told> =
        (0..story.articles.len()).into_par_iter().map(|at| relation::read(&Reader::new(story, at))).collect();
    let (mut events, mut relations) = (Vec::new(), Vec::new());
    for told in read {
        let offset = events.len();
        events.extend(told.events);
        relations.extend(told.relations.into_iter().map(|relation| Relation {
            first: relation.first + offset,
            second: relation.second + offset,
            ..relation
        }));
    }
    let offsets: BTreeSet<_> = story
        .articles
        .iter()
        .map(|article| article.document.published.and_then(|published| published.offset).map(jiff::tz::Offset::seconds))
        .collect();
    let named = events.iter().any(|event| event.dated.is_some_and(|dated| dated.value.offset.is_some()));
    let joined = identity::join(story, &events);
    Told { events, relations, joined, mixed: offsets.len() > 1 || named }
}

/// The events that orderings tie together, each group with the indices of its orderings.
fn components(told: &Told) -> Vec<Vec<usize>> {
    let mut root: BTreeMap<usize, usize> = BTreeMap::new();
    let find = |root: &BTreeMap<usize, usize>, mut at: usize| {
        while let Some(&next) = root.get(&at).filter(|&&next| next != at) {
            at = next;
        }
        at
    };
    for relation in &told.relations {
        let (one, two) = (told.joined.root[relation.first], told.joined.root[relation.second]);
        let (a, b) = (find(&root, one), find(&root, two));
        root.insert(a.max(b), a.min(b));
        root.entry(a.min(b)).or_insert(a.min(b));
    }
    let mut groups: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (index, relation) in told.relations.iter().enumerate() {
        groups.entry(find(&root, told.joined.root[relation.first])).or_default().push(index);
    }
    groups.into_values().collect()
}

/// The contradictions of one network, the shortest first; each takes its orderings out before the next is sought.
fn contradictions(story: &Story, told: &Told, relations: &[usize]) -> Vec<Conflict> {
    let mut nodes: BTreeMap<usize, usize> = BTreeMap::new();
    for &index in relations {
        for event in [told.relations[index].first, told.relations[index].second] {
            let next = nodes.len() + 1;
            nodes.entry(told.joined.root[event]).or_insert(next);
        }
    }
    let mut edges = edges(told, relations, &nodes);
    if nodes.len() > MOST_EVENTS || edges.len() > MOST_EDGES {
        return Vec::new();
    }
    let mut conflicts = Vec::new();
    while conflicts.len() < MOST_CONFLICTS {
        let plain: Vec<Edge> = edges.iter().map(|(edge, _)| *edge).collect();
        let Some(cycle) = network::shortest_contradiction(nodes.len() + 1, &plain) else { break };
        let steps: Vec<(Edge, Evidence)> = cycle.iter().map(|&index| edges[index]).collect();
        let ordered = steps.iter().any(|(_, evidence)| !matches!(evidence, Evidence::Date(_)));
        if ordered {
            conflicts.extend(report::conflict(story, told, &steps, &edges));
        }
        edges.retain(|(edge, _)| !steps.iter().any(|(step, _)| step.from == edge.from && step.to == edge.to));
    }
    conflicts
}

fn edges(told: &Told, relations: &[usize], nodes: &BTreeMap<usize, usize>) -> Vec<(Edge, Evidence)> {
    let node = |event: usize| nodes.get(&told.joined.root[event]).copied();
    let mut edges = Vec::new();
    for &index in relations {
        let relation = &told.relations[index];
        let (Some(first), Some(second)) = (node(relation.first), node(relation.second)) else { continue };
        if first == second {
            // Two mentions joined that their own article tells apart.
            continue;
        }
        edges.push((Edge { from: second, to: first, seconds: -relation.gap.least }, Evidence::Order(index)));
        if let Some(most) = relation.gap.most {
            edges.push((Edge { from: first, to: second, seconds: most }, Evidence::Length(index)));
        }
    }
    for (index, event) in told.events.iter().enumerate() {
        let (Some(at), Some(dated)) = (node(index), &event.dated) else { continue };
        let (from, to) = dates::bounds(dated, told.mixed);
        edges.extend(to.map(|to| (Edge { from: 0, to: at, seconds: to }, Evidence::Date(index))));
        edges.extend(from.map(|from| (Edge { from: at, to: 0, seconds: -from }, Evidence::Date(index))));
    }
    edges
}
