//! `--format dot`: for Graphviz. Node shapes tell the sorts apart, conflicts are red.

use super::{LAYERS, cut, edge, label, layer};
use crate::graph::{Edge, Knowledge, Node, NodeId};
use crate::report::escape;
use std::io::{self, Write};

/// Characters of a label.
const LABEL: usize = 60;
/// Shape and fill of each layer.
const LOOKS: [(&str, &str); LAYERS.len()] =
    [("folder", "#dbe9f6"), ("note", "#ffffff"), ("hexagon", "#fdf0d5"), ("ellipse", "#e2f0d9"), ("house", "#eadcf4")];

pub(super) fn write(knowledge: &Knowledge, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "digraph crosscheck {{")?;
    writeln!(out, "  rankdir=LR;\n  node [fontname=\"Helvetica\", style=filled];\n  edge [fontname=\"Helvetica\"];")?;
    for (id, what) in knowledge.nodes() {
        let (shape, fill) = LOOKS[layer(id)];
        writeln!(out, "  {} [label={}, shape={shape}, fillcolor=\"{fill}\"];", name(id), quoted(&text(what)))?;
    }
    for (from, to, what) in knowledge.edges() {
        let (sort, _) = edge(what);
        let (label, look) = match what {
            Edge::Role(role) => (role.to_string(), ""),
            Edge::Conflicts { about, .. } => (format!("conflicts: {about}"), ", color=red, fontcolor=red, dir=both"),
            Edge::SharesText | Edge::Member | Edge::SaidBy => (sort.to_owned(), ", style=dashed"),
            Edge::Asserts | Edge::Of | Edge::Within => (sort.to_owned(), ""),
        };
        writeln!(out, "  {} -> {} [label={}{look}];", name(from), name(to), quoted(&label))?;
    }
    writeln!(out, "}}")
}

fn text(node: &Node) -> String {
    match node {
        Node::Claim { predicate, .. } => format!("{predicate}: {}", label(node)),
        _ => label(node).to_owned(),
    }
}

/// Hyphens are no part of an unquoted name.
fn name(id: NodeId) -> String {
    id.to_string().replace('-', "_")
}

/// A string of Graphviz: only quotation marks and backslashes mean anything in it.
fn quoted(text: &str) -> String {
    format!("\"{}\"", cut(&escape::line(text), LABEL).replace('\\', "\\\\").replace('"', "\\\""))
}
