//! `--format json`: the graph as one object of `nodes` and `edges`.
//!
//! An edge names its nodes by id. Text is the article's own; hidden characters stand as JSON escapes.

use super::{LAYERS, edge, layer, node};
use crate::graph::Knowledge;
use crate::report::format::pretty;
use serde_json::{Map, Value, json};
use std::io::{self, Write};

pub(super) fn write(knowledge: &Knowledge, out: &mut dyn Write) -> io::Result<()> {
    let nodes: Vec<Value> = knowledge
        .nodes()
        .map(|(id, what)| {
            let start = [("id", json!(id.to_string())), ("type", json!(LAYERS[layer(id)]))];
            object(start.into_iter().chain(node(knowledge, id, what)))
        })
        .collect();
    let edges: Vec<Value> = knowledge
        .edges()
        .map(|(from, to, what)| {
            let (sort, rest) = edge(what);
            let ends = [("from", json!(from.to_string())), ("to", json!(to.to_string())), ("type", json!(sort))];
            object(ends.into_iter().chain(rest))
        })
        .collect();
    let exclusive: Vec<String> = knowledge.exclusive().iter().map(ToString::to_string).collect();
    pretty(&json!({"version": 1, "nodes": nodes, "edges": edges, "exclusive": exclusive}), out)
}

fn object(pairs: impl Iterator<Item = (&'static str, Value)>) -> Value {
    Value::Object(pairs.map(|(name, value)| (name.to_owned(), value)).collect::<Map<_, _>>())
}
