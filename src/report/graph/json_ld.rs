//! `--format json-ld`: linked data in schema.org's words, for a triple store or a page's metadata.
//!
//! Articles are `NewsArticle`s, claims `Claim`s that appear in them, occurrences `Event`s that claims are about, parties
//! `Person`s, `Organization`s and `Place`s. What schema.org has no word for (polarity, modality, the rule, the conflict
//! itself) stands under `crosscheck:`. The context is part of the document, so that nothing is fetched to read it.
//! <https://www.w3.org/TR/json-ld11/>, <https://schema.org/Claim>.

use super::{label, lower};
use crate::annotate::mention::EntityKind;
use crate::gazetteer::PlaceKind;
use crate::graph::{Edge, Knowledge, Node, NodeId};
use crate::report::format::pretty;
use jiff::civil::DateTime;
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;
use std::io::{self, Write};

pub(super) fn write(knowledge: &Knowledge, out: &mut dyn Write) -> io::Result<()> {
    let mut ties = Ties::of(knowledge);
    let graph: Vec<Value> = knowledge
        .nodes()
        .map(|(id, node)| {
            let mut object = described(node);
            object.insert("@id".into(), json!(iri(id)));
            for (name, values) in ties.0.remove(&id).unwrap_or_default() {
                let value =
                    if values.len() == 1 { values.into_iter().next().unwrap_or_default() } else { json!(values) };
                object.insert(name.into(), value);
            }
            Value::Object(object)
        })
        .collect();
    let context = json!({"@vocab": "https://schema.org/", "crosscheck": "urn:crosscheck:"});
    pretty(&json!({"@context": context, "@graph": graph}), out)
}

/// Relative to wherever the document is put.
fn iri(id: NodeId) -> String {
    format!("#{id}")
}

/// The properties that tie each node to others: name and values.
struct Ties(BTreeMap<NodeId, BTreeMap<&'static str, Vec<Value>>>);

impl Ties {
    fn of(knowledge: &Knowledge) -> Self {
        let mut ties = Self(BTreeMap::new());
        for (from, to, edge) in knowledge.edges() {
            match edge {
                Edge::Asserts => ties.add(to, "appearance", from),
                Edge::Of => ties.add(from, "about", to),
                Edge::Role(role) => {
                    ties.add(from, "about", to);
                    if let Some(occurrence) = knowledge.occurrence_of(from) {
                        let is_place = role.as_str() == "place";
                        ties.add(occurrence, if is_place { "location" } else { "about" }, to);
                    }
                }
                Edge::SaidBy => ties.add(from, "author", to),
                Edge::Within => ties.add(from, "containedInPlace", to),
                Edge::Member => ties.add(from, "crosscheck:memberOf", to),
                Edge::SharesText => ties.add(from, "crosscheck:sharesTextWith", to),
                Edge::Conflicts { about, severity, message } => {
                    let conflict = json!({
                        "@id": iri(to), "crosscheck:check": about, "crosscheck:severity": severity,
                        "crosscheck:message": message,
                    });
                    ties.value(from, "crosscheck:conflictsWith", conflict);
                }
            }
        }
        ties
    }

    fn add(&mut self, from: NodeId, name: &'static str, to: NodeId) {
        self.value(from, name, json!({"@id": iri(to)}));
    }

    fn value(&mut self, from: NodeId, name: &'static str, value: Value) {
        let values = self.0.entry(from).or_default().entry(name).or_default();
        if !values.contains(&value) {
            values.push(value);
        }
    }
}

fn described(node: &Node) -> Map<String, Value> {
    let value = match node {
        Node::Source { path, outlet, draft, .. } => {
            let publisher = outlet.as_ref().map(|outlet| json!({"@type": "Organization", "name": outlet}));
            let status = draft.then_some("Draft");
            json!({"@type": "NewsArticle", "identifier": path, "publisher": publisher, "creativeWorkStatus": status})
        }
        Node::Claim { text, predicate, rule, polarity, modality, from, to, .. } => json!({
            "@type": "Claim", "text": text, "temporalCoverage": coverage(*from, *to),
            "crosscheck:predicate": predicate.as_str(), "crosscheck:polarity": lower(polarity),
            "crosscheck:modality": lower(modality), "crosscheck:rule": rule.as_str(),
        }),
        Node::Occurrence { predicate } => json!({"@type": "Event", "name": predicate.replace('_', " ")}),
        Node::Entity { kind, .. } => {
            let sort = match kind {
                EntityKind::Person => "Person",
                EntityKind::Body => "Organization",
                EntityKind::Place => "Place",
                EntityKind::Group | EntityKind::Thing => "Thing",
            };
            json!({"@type": sort, "name": label(node)})
        }
        Node::Place { kind, .. } => {
            let sort = match kind {
                Some(PlaceKind::Country) => "Country",
                Some(PlaceKind::State) => "State",
                Some(PlaceKind::City) => "City",
                Some(PlaceKind::Continent) => "Continent",
                Some(PlaceKind::County | PlaceKind::Region) => "AdministrativeArea",
                Some(PlaceKind::Landmark) | None => "Place",
            };
            json!({"@type": sort, "name": label(node)})
        }
    };
    let Value::Object(object) = value else { return Map::new() };
    object.into_iter().filter(|(_, value)| !value.is_null()).collect()
}

/// An ISO 8601 interval, `..` for an open end.
fn coverage(from: Option<DateTime>, to: Option<DateTime>) -> Option<String> {
    let end = |moment: Option<DateTime>| moment.map_or_else(|| "..".to_owned(), |moment| moment.to_string());
    (from.is_some() || to.is_some()).then(|| format!("{}/{}", end(from), end(to)))
}
