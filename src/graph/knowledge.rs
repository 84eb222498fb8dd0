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

use super::fact::Term;
use super::identity::Identity;
use super::{Story, joined};
use crate::annotate::mention::EntityKind;
use crate::annotate::verb::{Modality, Polarity};
use crate::gazetteer::{Gazetteer, PlaceId, PlaceKind};
use crate::source::Span;
use compact_str::CompactString;
use jiff::civil::DateTime;
use petgraph::Direction;
use petgraph::graph::{Graph, NodeIndex};
use petgraph::visit::EdgeRef;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

/// A node, wherever it is spoken of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NodeId {
    /// An article, by its index.
    Source(usize),
    /// A claim, by its index in the story.
    Claim(usize),
    /// An occurrence, in the order of first claims.
    Occurrence(usize),
    /// A person, body, group or thing.
    Entity(Identity),
    /// A place of the gazetteer.
    Place(PlaceId),
}

impl fmt::Display for NodeId {
    /// "claim-12": unique, and a name in every format.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Source(index) => write!(f, "source-{index}"),
            Self::Claim(index) => write!(f, "claim-{index}"),
            Self::Occurrence(index) => write!(f, "occurrence-{index}"),
            Self::Entity(identity) => write!(f, "entity-{}", identity.0),
            Self::Place(place) => write!(f, "place-{}", place.0),
        }
    }
}

/// What a node stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Node {
    /// An article.
    Source {
        /// Its path.
        path: String,
        /// The outlet, where it is known.
        outlet: Option<String>,
        /// The first article that it shares its text with; its own index where it shares none.
        group: usize,
        /// Whether it is a draft.
        draft: bool,
    },
    /// What one clause of an article says.
    Claim {
        /// The article's index.
        article: usize,
        /// Its bytes in the article's text.
        span: Span,
        /// Its bytes as they are shown: in the file, or in what was unpacked.
        place: Span,
        /// Its words.
        text: String,
        /// The predicate.
        predicate: CompactString,
        /// The rule that read it.
        rule: CompactString,
        /// Affirmed or denied.
        polarity: Polarity,
        /// In what sense.
        modality: Modality,
        /// The first moment that it names, in the article's own time.
        from: Option<DateTime>,
        /// The first moment after it.
        to: Option<DateTime>,
    },
    /// What claims of one event are about.
    Occurrence {
        /// The predicate.
        predicate: CompactString,
    },
    /// A person, body, group or thing.
    Entity {
        /// Which of them.
        kind: EntityKind,
        /// Its fullest name.
        name: String,
    },
    /// A place.
    Place {
        /// Its name.
        name: String,
        /// What sort of place.
        kind: Option<PlaceKind>,
    },
}

/// How one node is tied to another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Edge {
    /// A source makes a claim.
    Asserts,
    /// A claim is of an occurrence.
    Of,
    /// Who or what fills this role of a claim.
    Role(CompactString),
    /// Whom the article gives the claim to.
    SaidBy,
    /// A place lies in a place.
    Within,
    /// Somebody belongs to a group.
    Member,
    /// Two articles share their text.
    SharesText,
    /// Two claims contradict each other; sources, where no rule made a claim of the passages.
    Conflicts {
        /// The check.
        about: &'static str,
        /// How grave it is.
        severity: &'static str,
        /// What it says.
        message: String,
    },
}

/// A contradiction to be drawn in: for each side, the article and the bytes of each passage.
#[derive(Clone, Debug)]
pub struct Disagreement<'a> {
    /// The check's name.
    pub about: &'static str,
    /// The severity's name.
    pub severity: &'static str,
    /// One line.
    pub message: &'a str,
    /// Index of the article, bytes, and the rule that read them, side by side.
    pub sides: Vec<Vec<(usize, Span, &'a str)>>,
}

/// Who stands behind an occurrence; copies of one text count once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Support {
    /// Sources that say it happened or is so.
    pub affirmed: usize,
    /// Sources that say it did not or is not.
    pub denied: usize,
    /// Sources that speak of it as planned, possible, wished or supposed.
    pub open: usize,
    /// All of them.
    pub sources: usize,
}

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

    fn sources(&mut self, story: &Story<'_>) {
        for (index, article) in story.articles.iter().enumerate() {
            let document = &article.document;
            let group = story.sources.group(index);
            self.node(NodeId::Source(index), || Node::Source {
                path: document.path.clone(),
                outlet: document.source.clone(),
                group,
                draft: document.draft,
            });
            if group != index {
                self.tie(NodeId::Source(index), NodeId::Source(group), Edge::SharesText);
            }
        }
    }

    fn claims(&mut self, story: &Story<'_>) {
        for (index, fact) in story.facts.iter().enumerate() {
            let id = NodeId::Claim(index);
            self.node(id, || Node::Claim {
                article: fact.article,
                span: fact.span,
                place: story.articles.get(fact.article).map_or(fact.span, |article| article.document.shown(fact.span)),
                text: story.slice(fact.article, fact.span).to_owned(),
                predicate: fact.predicate.clone(),
                rule: fact.rule.clone(),
                polarity: fact.polarity,
                modality: fact.modality,
                from: fact.when.and_then(|when| when.value.from),
                to: fact.when.and_then(|when| when.value.to),
            });
            self.starts.insert((fact.article, fact.span.start, index));
            self.tie(NodeId::Source(fact.article), id, Edge::Asserts);
            for role in &fact.roles {
                if let Term::Party(identity) = role.term {
                    let party = self.party(story, identity);
                    self.tie(id, party, Edge::Role(role.name.clone()));
                }
            }
            if let Some(speaker) = fact.speaker.as_ref().and_then(|speaker| speaker.identity) {
                let party = self.party(story, speaker);
                self.tie(id, party, Edge::SaidBy);
            }
        }
    }

    /// The node of a party, drawn with what it lies in or consists of when it is first needed.
    fn party(&mut self, story: &Story<'_>, identity: Identity) -> NodeId {
        let party = story.identities.party(identity);
        if let Some(place) = party.place {
            return self.place(place);
        }
        let id = NodeId::Entity(identity);
        if !self.places.contains_key(&id) {
            self.node(id, || Node::Entity { kind: party.kind, name: party.name.clone() });
            for &member in &party.group {
                // A group that were its own member would go round.
                if member != identity {
                    let member = self.party(story, member);
                    self.tie(member, id, Edge::Member);
                }
            }
        }
        id
    }

    fn place(&mut self, place: PlaceId) -> NodeId {
        let mut inner = NodeId::Place(place);
        if !self.places.contains_key(&inner) {
            let first = inner;
            self.place_node(place);
            for outer in chain(place) {
                let known = self.places.contains_key(&NodeId::Place(outer));
                self.place_node(outer);
                self.tie(inner, NodeId::Place(outer), Edge::Within);
                inner = NodeId::Place(outer);
                if known {
                    break;
                }
            }
            return first;
        }
        inner
    }

    fn place_node(&mut self, place: PlaceId) {
        let gazetteer = Gazetteer::global();
        let node = || Node::Place { name: gazetteer.name(place), kind: gazetteer.kind(place) };
        self.node(NodeId::Place(place), node);
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

    /// The claim that a rule made of a passage, which is the claim's clause or the sentence around it; the article where
    /// there is none.
    fn passage(&self, (article, span, rule): (usize, Span, &str)) -> NodeId {
        let of_rule = |index: usize| {
            self.places.get(&NodeId::Claim(index)).is_some_and(|&place| match &self.graph[place].1 {
                Node::Claim { span: other, rule: by, .. } => other.end <= span.end && by == rule,
                _ => false,
            })
        };
        let within = (article, span.start, 0)..(article, span.end.max(span.start), 0);
        let mut here = self.starts.range(within).map(|&(_, _, index)| index);
        here.find(|&index| of_rule(index)).map_or(NodeId::Source(article), NodeId::Claim)
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
mod tests {
    use super::*;
    use crate::pipeline::Outcome;
    use crate::testing;

    const MET: &str = "Ana Ruiz met Li Wei in Paris on Tuesday.\n";
    const DENIED: &str = "On Tuesday Ana Ruiz did not meet Li Wei.\n";
    const ALONE: &str = "Omar Haddad met Ana Ruiz in Berlin.\n";

    fn drawn(outcome: &Outcome) -> Knowledge {
        outcome.knowledge(&outcome.story())
    }

    fn meetings(knowledge: &Knowledge) -> Vec<NodeId> {
        let meets = |node: &Node| matches!(node, Node::Occurrence { predicate } if predicate == "meet");
        knowledge.nodes().filter(|(_, node)| meets(node)).map(|(id, _)| id).collect()
    }

    #[test]
    fn support_counts_each_side() {
        let knowledge = drawn(&testing::outcome(&[MET, DENIED]));
        let [meeting] = meetings(&knowledge)[..] else { unreachable!("one meeting") };
        let support = knowledge.support(meeting);
        assert_eq!((support.affirmed, support.denied, support.sources), (1, 1, 2));
        assert_eq!(knowledge.claims_of(meeting).len(), 2);
    }

    #[test]
    fn what_one_source_alone_reports_is_told() {
        let knowledge = drawn(&testing::outcome(&[MET, DENIED, ALONE]));
        let exclusive = knowledge.exclusive();
        let meetings = meetings(&knowledge);
        assert_eq!(meetings.iter().map(|meeting| exclusive.contains(meeting)).collect::<Vec<_>>(), [false, true]);
        assert_eq!(drawn(&testing::outcome(&[ALONE])).exclusive(), [], "alone in the run is not alone in the news");
    }

    #[test]
    fn places_lie_in_places_up_to_the_country() {
        let knowledge = drawn(&testing::outcome(&[MET]));
        let name = |id| match knowledge.get(id) {
            Some(Node::Place { name, .. }) => name.clone(),
            _ => String::new(),
        };
        let within = knowledge.edges().filter(|(_, _, edge)| **edge == Edge::Within);
        let pairs: Vec<(String, String)> = within.map(|(inner, outer, _)| (name(inner), name(outer))).collect();
        assert_eq!(pairs.last().map(|(_, outer)| outer.as_str()), Some("France"), "{pairs:?}");
        assert!(pairs.windows(2).all(|pair| pair[0].1 == pair[1].0), "a chain: {pairs:?}");
    }

    #[test]
    fn a_disagreement_ties_the_claims_of_its_passages() {
        let outcome = testing::outcome(&[MET, DENIED]);
        let story = outcome.story();
        let mut knowledge = Knowledge::new(&story);
        let sides = story.facts.iter().filter(|fact| fact.predicate == "meet");
        let sides: Vec<_> = sides.map(|fact| vec![(fact.article, fact.span, fact.rule.as_str())]).collect();
        knowledge.disagree(&Disagreement { about: "polarity", severity: "error", message: "m", sides });
        let unread = vec![vec![(0, Span::new(0, 1), "core/name")], vec![(1, Span::new(0, 1), "core/name")]];
        knowledge.disagree(&Disagreement { about: "name", severity: "error", message: "m", sides: unread });
        let tied: Vec<_> = knowledge
            .edges()
            .filter_map(|(from, to, edge)| match edge {
                Edge::Conflicts { about, .. } => Some((*about, from, to)),
                _ => None,
            })
            .collect();
        assert_eq!(tied.len(), 2, "{tied:?}");
        assert!(matches!(tied[0], ("polarity", NodeId::Claim(_), NodeId::Claim(_))), "{tied:?}");
        assert_eq!(tied[1], ("name", NodeId::Source(0), NodeId::Source(1)));
    }
}
