//! The published schemas of what scripts read (JSON Schema, draft 2020-12), as `crosscheck schema` prints them.
//!
//! They say what is there and leave room for more, as a reader should. `tests/schemas.rs` holds the output to them and
//! them to the output: a property that no schema describes is a failed test.

/// A schema: what it describes, and its text.
#[derive(Clone, Copy, Debug)]
pub struct Schema {
    /// The name by which it is asked for.
    pub name: &'static str,
    /// Whose output it describes.
    pub about: &'static str,
    /// The JSON.
    pub text: &'static str,
}

/// Every schema of an output.
pub const SCHEMAS: &[Schema] = &[
    Schema { name: "report", about: "what 'check --format json' writes", text: include_str!("schema/report.json") },
    Schema { name: "claims", about: "one line of what 'claims' writes", text: include_str!("schema/claims.json") },
    Schema { name: "graph", about: "what 'graph --format json' writes", text: include_str!("schema/graph.json") },
];
