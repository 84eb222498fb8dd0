//! The whole run, from paths to conflicts: the one function behind every subcommand.
//!
//! The stages know nothing of one another's inputs; this file alone calls them in order. Nothing here prints.
//! Articles are worked on side by side, but everything is kept in the order of their paths, so that what comes out
//! depends neither on the order of the paths given nor on the number of threads.

mod progress;
mod readings;
mod session;

pub use progress::{Progress, Stage};
pub use session::Session;

use crate::annotate::Article;
use crate::check::{Conflict, Side};
use crate::config::Config;
use crate::extract::Claim;
use crate::gazetteer::Gazetteer;
use crate::graph::{Disagreement, Knowledge, Story};
use crate::ingest;
use crate::language::Language;
use crate::pack::testing::{self, CheckFound, Passage};
use crate::pack::{KnownEntity, Library, PackError};
use crate::report::{self, Failure, Readings, Report};
use crate::source::{Document, DocumentId, Span};
use jiff::civil::Date;
use rayon::prelude::*;
use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// What to read, and how.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Files and folders of articles; `-` is standard input.
    pub paths: Vec<PathBuf>,
    /// Drafts: only conflicts that touch one are of interest. Empty for a check of everything.
    pub drafts: Vec<PathBuf>,
    /// Rule packs: a path adds to the built-in ones, a name takes their place.
    pub packs: Vec<String>,
    /// The publication date of articles that carry none.
    pub date: Option<Date>,
    /// The settings of the desk.
    pub config: Config,
    /// Where the run notes how far it is, for whoever shows it.
    pub progress: Option<Arc<Progress>>,
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
    /// The packs that were used; empty where nothing but [`annotate`] was asked for.
    pub library: Library,
    /// The claims, article by article in the order of the text.
    pub claims: Vec<Claim>,
    /// The conflicts.
    pub conflicts: Vec<Conflict>,
    /// Articles that were left out for their language, with its name.
    pub left_out: Vec<(String, String)>,
}

impl Outcome {
    /// The claims in terms of who is who; made anew at every call.
    #[must_use]
    pub fn story(&self) -> Story<'_> {
        Story::new(&self.articles, &self.claims, &self.library)
    }

    /// The knowledge graph of `story`, with this run's conflicts drawn in.
    #[must_use]
    pub fn knowledge(&self, story: &Story<'_>) -> Knowledge {
        let mut knowledge = Knowledge::new(story);
        for conflict in &self.conflicts {
            knowledge.disagree(&Disagreement {
                about: conflict.check.name(),
                severity: conflict.severity.name(),
                message: &conflict.message,
                sides: conflict.sides.iter().map(places).collect(),
            });
        }
        knowledge
    }

    /// The report of all of it, as every format writes it; levels and decisions of a desk are in [`crate::desk`].
    #[must_use]
    pub fn report(&self) -> Report {
        let report = report::build(&self.conflicts, &self.documents, self.failures.clone(), self.claims.len());
        Report { readings: self.readings(), ..report }
    }

    /// What was read in the passages of this run's conflicts, for reports that draw it; made anew at every call.
    #[must_use]
    pub fn readings(&self) -> Readings {
        readings::readings(&self.story(), &self.conflicts)
    }
}

/// The passages of a side as the graph looks for them.
fn places(side: &Side) -> Vec<(usize, Span, &str)> {
    side.passages.iter().map(|passage| (passage.document.0 as usize, passage.span, passage.rule.as_str())).collect()
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

impl From<Vec<PackError>> for Error {
    /// All problems of all packs; each carries its own remedy.
    fn from(errors: Vec<PackError>) -> Self {
        let lines: Vec<String> = errors.iter().map(ToString::to_string).collect();
        Self { message: lines.join("\n"), help: None }
    }
}

/// Reads the articles and annotates them, no further: what `annotate` shows.
///
/// # Errors
/// An input that makes the whole run pointless. One unreadable article is a [`Failure`] instead.
pub fn annotate(options: &Options) -> Result<Outcome, Error> {
    let read = ingest(options, &mut ingest::Memory::default());
    let (documents, failures, left_out) = settled(read, &options.config);
    Ok(Outcome { failures, left_out, ..understand_all(documents, options.progress.as_deref()) })
}

/// Reads the articles, as far as they are not in memory.
fn ingest(options: &Options, memory: &mut ingest::Memory) -> ingest::Ingested {
    let places: Vec<_> = options.config.places.iter().map(|place| (place.name.clone(), place.inside)).collect();
    Gazetteer::global().set_own(&places);
    let date_of = |path: &Path| options.config.date_of(path);
    let dated = !options.config.dates.is_empty();
    ingest::read_again(
        &options.paths,
        &ingest::Options {
            date: options.date,
            date_of: if dated { Some(&date_of) } else { None },
            drafts: options.drafts.clone(),
            may_be_empty: [&options.config.drafts, &options.config.sources, &options.config.archive]
                .into_iter()
                .flatten()
                .cloned()
                .collect(),
        },
        memory,
    )
}

/// What was read as the settings have it: without articles in languages that are left out, each with its distance from
/// UTC. Then the failures, and what was left out.
fn settled(read: ingest::Ingested, config: &Config) -> (Vec<Arc<Document>>, Vec<Failure>, Vec<(String, String)>) {
    let failures =
        read.failures.into_iter().map(|failure| Failure { path: failure.path, message: failure.message }).collect();
    let mut left_out = Vec::new();
    let mut kept = Vec::new();
    for mut document in read.documents {
        if !config.ignore_languages.is_empty()
            && let Some(language) = Language::of(&document).filter(|found| config.ignore_languages.contains(found))
        {
            left_out.push((document.path, language.to_string()));
            continue;
        }
        if let Some(published) = document.published.as_mut().filter(|published| published.offset.is_none()) {
            published.offset = config.offset_of(Path::new(&document.path), published.date);
        }
        kept.push(Arc::new(document));
    }
    (kept, failures, left_out)
}

/// Annotates articles that were read already.
#[must_use]
pub fn understand(documents: Vec<Arc<Document>>) -> Outcome {
    understand_all(documents, None)
}

fn understand_all(documents: Vec<Arc<Document>>, progress: Option<&Progress>) -> Outcome {
    Progress::begin(progress, Stage::Annotating, documents.len());
    let annotated = documents.par_iter().map(|document| {
        let article = crate::annotate::annotate(Arc::clone(document));
        Progress::step(progress);
        article
    });
    let articles = annotated.collect();
    Outcome { documents, articles, ..Outcome::default() }
}

/// Reads the claims of the articles, compares nothing: what `claims` shows.
///
/// # Errors
/// As [`annotate`], and a rule pack that cannot be used.
pub fn extract(options: &Options) -> Result<Outcome, Error> {
    // Packs are compiled while articles are read: neither needs the other.
    let (outcome, library) = rayon::join(|| annotate(options), || library(options));
    Ok(with_claims(outcome?, library?))
}

/// The packs of a run, with the names that the settings add to theirs.
///
/// # Errors
/// A rule pack that cannot be used.
pub fn library(options: &Options) -> Result<Library, Error> {
    let mut library = Library::choose(&options.packs)?;
    library.entities.extend(options.config.aliases.iter().map(|(name, aliases)| KnownEntity {
        name: name.clone(),
        kind: None,
        aliases: aliases.clone(),
    }));
    Ok(library)
}

fn with_claims(mut outcome: Outcome, library: Library) -> Outcome {
    outcome.claims = outcome
        .articles
        .par_iter()
        .enumerate()
        .flat_map_iter(|(index, article)| crate::extract::claims(article, DocumentId(index as u32), &library))
        .collect();
    outcome.library = library;
    outcome
}

/// Runs every stage.
///
/// # Errors
/// As [`extract`].
pub fn run(options: &Options) -> Result<Outcome, Error> {
    let outcome = extract(options)?;
    Progress::begin(options.progress.as_deref(), Stage::Comparing, 0);
    Ok(with_conflicts(outcome))
}

/// Runs the stages after annotation: what [`run`] does with files, for articles that were read already.
#[must_use]
pub fn finish(outcome: Outcome, library: Library) -> Outcome {
    with_conflicts(with_claims(outcome, library))
}

/// Runs one declared check, given as `pack/check`, over passages, each an article of its own: what the examples of a
/// pack's checks are run by.
#[must_use]
pub fn try_check(library: &Library, passages: &[Passage], check: &str) -> CheckFound {
    let documents = passages.iter().map(|passage| {
        let mut document = testing::document(&passage.text, passage.published, passage.source.clone());
        document.path = passage.source.clone().unwrap_or_else(|| "example".to_owned());
        Arc::new(document)
    });
    let articles: Vec<Article> = documents.map(crate::annotate::annotate).collect();
    let claims: Vec<Claim> = articles
        .iter()
        .enumerate()
        .flat_map(|(index, article)| crate::extract::claims(article, DocumentId(index as u32), library))
        .collect();
    let tried = crate::check::declared(&Story::new(&articles, &claims, library), check);
    let conflicts = tried.conflicts.into_iter().map(|conflict| (conflict.severity.name(), conflict.message)).collect();
    CheckFound { compared: tried.compared, conflicts }
}

fn with_conflicts(mut outcome: Outcome) -> Outcome {
    let conflicts = crate::check::check(&outcome.story());
    outcome.conflicts = conflicts;
    outcome
}
