//! `--format graphml`: XML for Gephi, `yEd` and `NetworkX`.
//!
//! The format wants every attribute declared; all that any node or edge has is declared as text, whatever it holds.

use super::{LAYERS, edge, layer, node, xml};
use crate::graph::Knowledge;
use serde_json::Value;
use std::collections::BTreeSet;
use std::io::{self, Write};

pub(super) fn write(knowledge: &Knowledge, out: &mut dyn Write) -> io::Result<()> {
    let nodes: Vec<_> = knowledge.nodes().map(|(id, what)| (id, node(knowledge, id, what))).collect();
    let edges: Vec<_> = knowledge.edges().map(|(from, to, what)| (from, to, edge(what))).collect();
    writeln!(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>")?;
    writeln!(out, "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">")?;
    declare(out, "node", nodes.iter().flat_map(|(_, facts)| facts))?;
    declare(out, "edge", edges.iter().flat_map(|(_, _, (_, facts))| facts))?;
    writeln!(out, "  <graph id=\"crosscheck\" edgedefault=\"directed\">")?;
    for (id, facts) in &nodes {
        writeln!(out, "    <node id=\"{id}\">")?;
        data(out, "node", LAYERS[layer(*id)], facts)?;
        writeln!(out, "    </node>")?;
    }
    for (number, (from, to, (sort, facts))) in edges.iter().enumerate() {
        writeln!(out, "    <edge id=\"edge-{number}\" source=\"{from}\" target=\"{to}\">")?;
        data(out, "edge", sort, facts)?;
        writeln!(out, "    </edge>")?;
    }
    writeln!(out, "  </graph>\n</graphml>")
}

fn declare<'a>(
    out: &mut dyn Write,
    owner: &str,
    facts: impl Iterator<Item = &'a (&'static str, Value)>,
) -> io::Result<()> {
    let names: BTreeSet<&str> = std::iter::once("type").chain(facts.map(|(name, _)| *name)).collect();
    names.into_iter().try_for_each(|name| {
        writeln!(out, "  <key id=\"{owner}-{name}\" for=\"{owner}\" attr.name=\"{name}\" attr.type=\"string\"/>")
    })
}

fn data(out: &mut dyn Write, owner: &str, sort: &str, facts: &[(&'static str, Value)]) -> io::Result<()> {
    writeln!(out, "      <data key=\"{owner}-type\">{sort}</data>")?;
    for (name, value) in facts {
        let value = match value {
            Value::Null => continue,
            Value::String(text) => xml(text),
            other => other.to_string(),
        };
        writeln!(out, "      <data key=\"{owner}-{name}\">{value}</data>")?;
    }
    Ok(())
}
