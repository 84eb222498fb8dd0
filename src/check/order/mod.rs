//! Events ordered one way and the other, longer cycles included.
//!
//! Each article tells what came before what ([`relation`], [`sequence`]); mentions of one event are joined across
//! articles ([`identity`]); orderings, lengths and dates of all articles make a simple temporal network ([`network`]),
//! and a cycle of it that no clock allows is a conflict, whose sides are its steps. Dates that contradict each other
//! without a word of order are the business of `time`.

mod dates;
pub(super) mod event;
mod identity;
pub(super) mod lexicon;
pub(super) mod likeness;
mod network;
pub(super) mod reader;
mod relation;
mod report;
mod sequence;
mod sides;
mod span_of_time;
#[cfg(test)]
mod tests;

use super::conflict::Conflict;
use crate::graph::Story;
use event::Event;
use identity::Joined;
use network::Edge;
use petgraph::unionfind::UnionFind;
use rayon::prelude::*;
use reader::Reader;
use relation::Relation;
use std::collections::{BTreeMap, BTreeSet};

/// Events of one network, orderings of one network: what holds more is no story, and is left alone.
const MOST_EVENTS: usize = 60;
const MOST_EDGES: usize = 400;
/// What lies further back than this many seconds is background: there may have been several such events since.
const BACKGROUND: i64 = 60 * 86_400;
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
    /// The mentions of each event that its clause dates.
    dated: BTreeMap<usize, Vec<usize>>,
    /// Whether the articles do not all keep one clock.
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
        let near = |relation: &Relation| relation.gap.least < BACKGROUND;
        relations.extend(told.relations.into_iter().filter(near).map(|relation| Relation {
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
    let joined = identity::join(story, &events, &relations);
    let mut dated: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (index, _) in events.iter().enumerate().filter(|(_, event)| event.dated.is_some()) {
        dated.entry(joined.root[index]).or_default().push(index);
    }
    Told { events, relations, joined, dated, mixed: offsets.len() > 1 || named }
}

/// The orderings that events tie together, as groups of indices.
fn components(told: &Told) -> Vec<Vec<usize>> {
    let mut tied = UnionFind::new(told.events.len());
    for relation in &told.relations {
        tied.union(told.joined.root[relation.first], told.joined.root[relation.second]);
    }
    let mut groups: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (index, relation) in told.relations.iter().enumerate() {
        groups.entry(tied.find(told.joined.root[relation.first])).or_default().push(index);
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
    let dated = nodes.iter().filter_map(|(root, &at)| Some((at, told.dated.get(root)?)));
    for (at, index) in dated.flat_map(|(at, list)| list.iter().map(move |&index| (at, index))) {
        let Some(dated) = &told.events[index].dated else { continue };
        let (from, to) = dates::bounds(dated, told.mixed);
        edges.extend(to.map(|to| (Edge { from: 0, to: at, seconds: to }, Evidence::Date(index))));
        edges.extend(from.map(|from| (Edge { from: at, to: 0, seconds: -from }, Evidence::Date(index))));
    }
    edges
}
