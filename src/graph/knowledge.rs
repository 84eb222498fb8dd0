//! The knowledge graph: articles, their claims, the occurrences these are of, and the people, bodies and places in them.
//!
//! ```text
//! source ─asserts→ claim ─of→ occurrence         claim ─conflicts→ claim
//! source ─copies→ source  claim ─role→ entity, place   claim ─said by→ entity
//! place ─within→ place    entity ─member of→ entity
//! ```
//!
//! A petgraph `Graph`, since two nodes may be tied several times (one person in two roles). Its indices stay inside:
//! outside, a node is a [`NodeId`]. Nodes and edges are in the order of articles and claims, so that the same story gives
//! the same graph.

mod draw;

use super::node::{Disagreement, Edge, Node, NodeId, Support};
use super::{Story, joined};
use crate::annotate::verb::{Modality, Polarity};
use crate::gazetteer::{Gazetteer, PlaceId, PlaceKind};
use petgraph::Direction;
use petgraph::graph::{Graph, NodeIndex};
use petgraph::visit::EdgeRef;
use std::collections::{BTreeMap, BTreeSet};

/// The graph of one story.
pub struct Knowledge {
    graph: Graph<(NodeId, Node), Edge>,
    places: BTreeMap<NodeId, NodeIndex>,
    /// Claims by article and first byte, to find those of a passage.
    starts: BTreeSet<(usize, usize, usize)>,
}

impl Knowledge {
    /// Draws a story.
    #[must_use]
    pub fn new(story: &Story<'_>) -> Self {
        let mut knowledge = Self { graph: Graph::new(), places: BTreeMap::new(), starts: BTreeSet::new() };
        knowledge.sources(story);
        knowledge.claims(story);
        for (number, claims) in joined::occurrences(story).into_iter().enumerate() {
            let id = NodeId::Occurrence(number);
            let predicate = claims.first().map(|&claim| story.facts[claim].predicate.clone()).unwrap_or_default();
            knowledge.node(id, || Node::Occurrence { predicate });
            for claim in claims {
                knowledge.tie(NodeId::Claim(claim), id, Edge::Of);
            }
        }
        knowledge
    }

    fn node(&mut self, id: NodeId, node: impl FnOnce() -> Node) -> NodeIndex {
        *self.places.entry(id).or_insert_with(|| self.graph.add_node((id, node())))
    }

    fn tie(&mut self, from: NodeId, to: NodeId, edge: Edge) {
        if let (Some(&from), Some(&to)) = (self.places.get(&from), self.places.get(&to)) {
            self.graph.add_edge(from, to, edge);
        }
    }

    /// Draws a contradiction: each passage of a side is tied to the first of every other side.
    pub fn disagree(&mut self, disagreement: &Disagreement<'_>) {
        let sides: Vec<Vec<NodeId>> = disagreement
            .sides
            .iter()
            .map(|side| {
                let mut nodes: Vec<NodeId> = side.iter().map(|passage| self.passage(*passage)).collect();
                nodes.sort_unstable();
                nodes.dedup();
                nodes
            })
            .collect();
        let mut pairs = BTreeSet::new();
        for (number, side) in sides.iter().enumerate() {
            for other in &sides[number + 1..] {
                let (Some(&first), Some(&second)) = (side.first(), other.first()) else { continue };
                pairs.extend(side.iter().map(|&node| (node, second)));
                pairs.extend(other.iter().map(|&node| (first, node)));
            }
        }
        for (one, two) in pairs.into_iter().filter(|(one, two)| one != two) {
            let message = disagreement.message.to_owned();
            let edge = Edge::Conflicts { about: disagreement.about, severity: disagreement.severity, message };
            self.tie(one, two, edge);
        }
    }

    /// Every node, in the order in which it came up.
    pub fn nodes(&self) -> impl Iterator<Item = (NodeId, &Node)> {
        self.graph.node_weights().map(|(id, node)| (*id, node))
    }

    /// Every edge: from, to, what ties them.
    pub fn edges(&self) -> impl Iterator<Item = (NodeId, NodeId, &Edge)> {
        self.graph
            .edge_references()
            .map(|edge| (self.graph[edge.source()].0, self.graph[edge.target()].0, edge.weight()))
    }

    /// What a node stands for; `None` for one that is not in the graph.
    #[must_use]
    pub fn get(&self, id: NodeId) -> Option<&Node> {
        self.places.get(&id).map(|&place| &self.graph[place].1)
    }

    /// The claims of an occurrence, in the order of articles and text.
    #[must_use]
    pub fn claims_of(&self, occurrence: NodeId) -> Vec<NodeId> {
        let Some(&place) = self.places.get(&occurrence) else { return Vec::new() };
        let edges = self.graph.edges_directed(place, Direction::Incoming);
        let of = edges.filter(|edge| *edge.weight() == Edge::Of);
        let mut claims: Vec<NodeId> = of.map(|edge| self.graph[edge.source()].0).collect();
        claims.sort_unstable();
        claims
    }

    /// The occurrence that a claim is of.
    #[must_use]
    pub fn occurrence_of(&self, claim: NodeId) -> Option<NodeId> {
        let mut edges = self.graph.edges(*self.places.get(&claim)?);
        edges.find(|edge| *edge.weight() == Edge::Of).map(|edge| self.graph[edge.target()].0)
    }

    /// Who stands behind an occurrence.
    #[must_use]
    pub fn support(&self, occurrence: NodeId) -> Support {
        let mut sides: [BTreeSet<usize>; 3] = Default::default();
        for claim in self.claims_of(occurrence) {
            let Some(Node::Claim { article, polarity, modality, .. }) = self.get(claim) else { continue };
            let side = match (modality, polarity) {
                (Modality::Actual, Polarity::Positive) => 0,
                (Modality::Actual | Modality::Unable | Modality::Refused, _) => 1,
                _ => 2,
            };
            if let Some(Node::Source { group, .. }) = self.get(NodeId::Source(*article)) {
                sides[side].insert(*group);
            }
        }
        let sources = sides.iter().flatten().collect::<BTreeSet<_>>().len();
        let [affirmed, denied, open] = sides.map(|side| side.len());
        Support { affirmed, denied, open, sources }
    }

    /// The occurrences that one source alone reports, copies counted once, where there are several sources.
    #[must_use]
    pub fn exclusive(&self) -> Vec<NodeId> {
        let groups = self.nodes().filter_map(|(_, node)| match node {
            Node::Source { group, .. } => Some(*group),
            _ => None,
        });
        if groups.collect::<BTreeSet<_>>().len() < 2 {
            return Vec::new();
        }
        let occurrences = self.nodes().map(|(id, _)| id).filter(|id| matches!(id, NodeId::Occurrence(_)));
        occurrences.filter(|&id| self.support(id).sources == 1).collect()
    }
}

/// What a place lies in, nearest first: site, city, county, state, country. Parts of the world are left out.
#[must_use]
pub fn chain(place: PlaceId) -> Vec<PlaceId> {
    let gazetteer = Gazetteer::global();
    let mut chain: Vec<PlaceId> = Vec::new();
    for outer in gazetteer.parents(place) {
        let named = !matches!(gazetteer.kind(outer), None | Some(PlaceKind::Region | PlaceKind::Continent));
        if named && chain.last().is_none_or(|&inner| gazetteer.contains(outer, inner)) {
            chain.push(outer);
        }
    }
    chain
}

#[cfg(test)]
mod tests;
