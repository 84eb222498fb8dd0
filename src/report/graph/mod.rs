//! The ways of writing the knowledge graph: one file each, and one line each in [`GRAPH_FORMATS`].
//!
//! All of them name the same things: [`node`] and [`edge`] say what is known of each, as pairs of a name and a value.

mod dot;
mod graphml;
mod json;
mod json_ld;
mod layout;
mod svg;

use crate::graph::{Edge, Knowledge, Node, NodeId};
use serde_json::{Value, json};
use std::fmt;
use std::io::{self, Write};

/// One way of writing the graph.
pub struct GraphFormat {
    /// Its name in `--format`; its file is named alike.
    pub name: &'static str,
    /// What it is for, in one line.
    pub about: &'static str,
    writer: fn(&Knowledge, &mut dyn Write) -> io::Result<()>,
}

impl GraphFormat {
    /// The format of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<&'static Self> {
        GRAPH_FORMATS.iter().find(|format| format.name == name)
    }

    /// Writes the whole graph.
    ///
    /// # Errors
    /// Those of `out`.
    pub fn write(&self, knowledge: &Knowledge, out: &mut dyn Write) -> io::Result<()> {
        (self.writer)(knowledge, out)
    }
}

impl fmt::Debug for GraphFormat {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("GraphFormat").field(&self.name).finish()
    }
}

/// Every format, in the order in which they are listed to people; the first is the default.
pub const GRAPH_FORMATS: &[GraphFormat] = &[
    GraphFormat { name: "dot", about: "for Graphviz", writer: dot::write },
    GraphFormat { name: "graphml", about: "XML that Gephi and yEd read", writer: graphml::write },
    GraphFormat { name: "json", about: "for scripts: nodes and edges as one object", writer: json::write },
    GraphFormat { name: "json-ld", about: "linked data: schema.org's Claim and Event", writer: json_ld::write },
    GraphFormat { name: "svg", about: "a picture", writer: svg::write },
];

/// The sorts of nodes, in the order in which they are drawn from left to right.
const LAYERS: [&str; 5] = ["source", "claim", "occurrence", "entity", "place"];

/// Which of [`LAYERS`] a node belongs to.
fn layer(id: NodeId) -> usize {
    match id {
        NodeId::Source(_) => 0,
        NodeId::Claim(_) => 1,
        NodeId::Occurrence(_) => 2,
        NodeId::Entity(_) => 3,
        NodeId::Place(_) => 4,
    }
}

/// What to call a node, as the articles have it: to be escaped by whoever writes it.
fn label(node: &Node) -> &str {
    match node {
        Node::Source { path, outlet, .. } => outlet.as_deref().unwrap_or(path),
        Node::Claim { text, .. } => text,
        Node::Occurrence { predicate } => predicate,
        Node::Entity { name, .. } | Node::Place { name, .. } => name,
    }
}

/// What is known of a node, besides its id and its sort.
fn node(knowledge: &Knowledge, id: NodeId, node: &Node) -> Vec<(&'static str, Value)> {
    let mut facts = vec![("label", json!(label(node)))];
    match node {
        Node::Source { path, outlet, draft, .. } => {
            facts.extend([("path", json!(path)), ("outlet", json!(outlet)), ("draft", json!(draft))]);
        }
        Node::Claim { place, predicate, rule, polarity, modality, from, to, .. } => facts.extend([
            ("predicate", json!(predicate.as_str())),
            ("polarity", json!(lower(polarity))),
            ("modality", json!(lower(modality))),
            ("start", json!(place.start)),
            ("end", json!(place.end)),
            ("rule", json!(rule.as_str())),
            ("from", json!(from.map(|from| from.to_string()))),
            ("to", json!(to.map(|to| to.to_string()))),
        ]),
        Node::Occurrence { predicate } => {
            let support = knowledge.support(id);
            facts.extend([
                ("predicate", json!(predicate.as_str())),
                ("affirmed", json!(support.affirmed)),
                ("denied", json!(support.denied)),
                ("open", json!(support.open)),
                ("sources", json!(support.sources)),
            ]);
        }
        Node::Entity { kind, .. } => facts.push(("kind", json!(lower(kind)))),
        Node::Place { kind, .. } => facts.push(("kind", json!(kind.map(|kind| lower(&kind))))),
    }
    facts
}

/// The sort of an edge, and what else is known of it.
fn edge(edge: &Edge) -> (&'static str, Vec<(&'static str, Value)>) {
    match edge {
        Edge::Asserts => ("asserts", Vec::new()),
        Edge::Of => ("of-occurrence", Vec::new()),
        Edge::Role(role) => ("role", vec![("role", json!(role.as_str()))]),
        Edge::SaidBy => ("said-by", Vec::new()),
        Edge::Within => ("within", Vec::new()),
        Edge::Member => ("member-of", Vec::new()),
        Edge::SharesText => ("same-wire-text", Vec::new()),
        Edge::Conflicts { about, severity, message } => (
            "conflicts-with",
            vec![("check", json!(about)), ("severity", json!(severity)), ("message", json!(message))],
        ),
    }
}

/// The name of a unit variant in lower case.
fn lower(variant: &impl fmt::Debug) -> String {
    format!("{variant:?}").to_lowercase()
}

/// At most `most` characters, an ellipsis for what is cut.
fn cut(text: &str, most: usize) -> String {
    let mut characters = text.chars();
    let mut short: String = characters.by_ref().take(most).collect();
    if characters.next().is_some() {
        short.pop();
        short.push('…');
    }
    short
}

/// Text as XML has it, hidden characters visible.
fn xml(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in crate::report::escape::line(text).chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            other => out.push(other),
        }
    }
    out
}

#[cfg(test)]
mod tests;
