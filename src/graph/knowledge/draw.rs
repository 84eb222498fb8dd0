//! Draws a story as nodes and edges: sources, claims, whom and what they are about, and where that is.

use super::super::Story;
use super::super::fact::Term;
use super::super::identity::Identity;
use super::super::node::{Edge, Node, NodeId};
use super::{Knowledge, chain};
use crate::gazetteer::{Gazetteer, PlaceId};
use crate::source::Span;

impl Knowledge {
    pub(super) fn sources(&mut self, story: &Story<'_>) {
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

    pub(super) fn claims(&mut self, story: &Story<'_>) {
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

    /// The claim that a rule made of a passage, which is the claim's clause or the sentence around it; the article where
    /// there is none.
    pub(super) fn passage(&self, (article, span, rule): (usize, Span, &str)) -> NodeId {
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
}
