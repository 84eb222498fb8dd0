//! crosscheck reads several reports of one story, pulls out what they claim, and shows where two passages
//! contradict each other.
//!
//! ```text
//! ingest  →  annotate  →  extract  →  graph  →  check  →  report
//! bytes      English      claims      knowledge  conflicts  text, JSON, …
//!            layers       (packs)     (petgraph)
//! ```
//!
//! Dependencies point backwards only.

pub mod source;

pub mod ingest;

pub mod annotate;
pub mod extract;
pub mod gazetteer;

pub mod graph;

pub mod check;
pub mod report;

pub mod config;
pub mod decisions;
pub mod desk;
pub mod language;
pub mod pipeline;
pub mod suggest;

mod fingerprint;
#[cfg(test)]
mod testing;

pub mod cli;
pub mod pack;
