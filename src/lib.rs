//! crosscheck reads several reports of one story, pulls out what they claim, and shows where two passages
//! contradict each other.
//!
//! ```text
//! ingest  →  annotate  →  extract  →  graph  →  check  →  report
//! bytes      English      claims      knowledge  conflicts  text, JSON, …
//!            layers       (packs)     (petgraph)
//! ```
//!
//! Dependencies point backwards only. The program of the same name is a thin layer over this library.
//!
//! # Read, extract, check, report
//!
//! [`pipeline::run`] does all of it with files and folders, as `crosscheck check` does:
//!
//! ```
//! use crosscheck::pipeline::{self, Options};
//! use crosscheck::report::{Format, Look};
//!
//! let options = Options { paths: vec!["seeds".into()], ..Options::default() };
//! let outcome = pipeline::run(&options)?;
//! for conflict in &outcome.conflicts {
//!     println!("{} ({})", conflict.message, conflict.check);
//! }
//! let mut page = Vec::new();
//! let html = Format::named("html").ok_or("no such format")?;
//! html.write(&outcome.report(), Look::default(), &mut page)?;
//! assert!(page.starts_with(b"<!DOCTYPE html>"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! Articles that are in memory already take the same way step by step: [`ingest::text`] reads one,
//! [`pipeline::understand`] annotates them, [`pipeline::finish`] extracts claims and compares them.
//!
//! ```
//! use crosscheck::check::{Check, Severity};
//! use crosscheck::pack::Library;
//! use crosscheck::{ingest, pipeline};
//! use std::sync::Arc;
//!
//! let day = "2026-03-05".parse().ok();
//! let texts = [
//!     ("wire", "Ana Ruiz met Li Wei in Geneva on Tuesday."),
//!     ("local", "Ana Ruiz did not meet Li Wei in Geneva on Tuesday."),
//! ];
//! let articles = texts.map(|(name, text)| ingest::text(name, text, day).map(Arc::new));
//! let articles = articles.into_iter().collect::<Result<Vec<_>, _>>().map_err(|failure| failure.message)?;
//!
//! let library = Library::builtin().map_err(pipeline::Error::from)?;
//! let outcome = pipeline::finish(pipeline::understand(articles), library);
//!
//! let [conflict] = &outcome.conflicts[..] else { return Err("one conflict".into()) };
//! assert_eq!((conflict.check, conflict.severity), (Check::Polarity, Severity::Error));
//! for side in &conflict.sides {
//!     for passage in &side.passages {
//!         let article = &outcome.documents[passage.document.0 as usize];
//!         println!("{}: {} ({})", side.value, article.slice(passage.span), article.path);
//!     }
//! }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! Claims alone, and the knowledge graph that the checks ask:
//!
//! ```
//! use crosscheck::pipeline::{self, Options};
//!
//! let outcome = pipeline::extract(&Options { paths: vec!["seeds".into()], ..Options::default() })?;
//! let claim = outcome.claims.first().ok_or("no claim")?;
//! let article = &outcome.documents[claim.document.0 as usize];
//! println!("{}: {}", claim.predicate, article.slice(claim.span));
//!
//! let graph = outcome.knowledge(&outcome.story());
//! println!("{} nodes, {} told by one source alone", graph.nodes().count(), graph.exclusive().len());
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! Packs of rules are [`pack::Library`], checks [`check::Check`], ways of writing a report [`report::FORMATS`], of a
//! graph [`report::graph::GRAPH_FORMATS`]; what a desk decided is applied by [`desk::Desk`]. Nothing in the library
//! prints, and it panics on no input. The names above and the JSON, whose schemas are in [`report::schema`], are what
//! others can build on; the rest may still change.

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
mod hash;
#[cfg(test)]
mod testing;

pub mod cli;
pub mod pack;
