//! Files to [`Document`]s: which files, in which format, published when, and which stretches make claims.
//!
//! Nothing here stops a run: what cannot be read is a [`Failure`] beside the documents. The order of the
//! documents is that of their paths, whatever the order of the arguments.

mod article;
mod blocks;
mod dateline;
mod formats;
mod front_matter;
mod paragraphs;
mod phrases;
mod published;
mod walk;

pub use blocks::blocks;
pub use dateline::{Dateline, dateline};

use crate::source::{Document, Published};
use formats::Parsed;
use jiff::civil::Date;
use std::path::PathBuf;

/// Larger files are refused: no article is that long, and time and memory grow with the text.
pub const LARGEST: u64 = 16 * 1024 * 1024;

/// What the caller says about the articles.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The publication date of articles that carry none.
    pub date: Option<Date>,
    /// Files to read besides, as the drafts under check.
    pub drafts: Vec<PathBuf>,
}

/// Something that could not be read.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Failure {
    /// The path as it was given, or of the article within its file.
    pub path: String,
    /// What is wrong, where, and what to do about it; lower case, without a full stop.
    pub message: String,
}

/// What was read.
#[derive(Debug, Default)]
pub struct Ingested {
    /// The articles, in the order of their paths.
    pub documents: Vec<Document>,
    /// What could not be read, in the order of the paths.
    pub failures: Vec<Failure>,
}

/// Reads files, folders (recursively, hidden files passed over) and `-` for standard input.
#[must_use]
pub fn read(paths: &[PathBuf], options: &Options) -> Ingested {
    let mut ingested = Ingested::default();
    for file in walk::files(paths, &options.drafts, &mut ingested.failures) {
        let draft = file.draft;
        let Parsed { documents, failures } = file.read();
        ingested.documents.extend(documents.into_iter().map(|document| Document { draft, ..document }));
        ingested.failures.extend(failures);
    }
    ingested.documents.sort_by(|a, b| a.path.cmp(&b.path));
    ingested.failures.sort();
    date(&mut ingested.documents, options.date);
    ingested
}

/// Gives a date to the articles that carry none: a dateline without its year takes the year that brings it nearest to
/// the run's other articles (the middle one of their dates), and what is left takes the caller's date.
fn date(documents: &mut [Document], given: Option<Date>) {
    let mut known: Vec<Date> = documents.iter().filter_map(|document| Some(document.published?.date)).collect();
    known.sort_unstable();
    let middle = known.get(known.len() / 2).copied().or(given);
    for document in documents.iter_mut().filter(|document| document.published.is_none()) {
        let line = article::document_dateline(&document.text, &document.blocks);
        document.published = match (line, middle) {
            (Some(line), Some(near)) => nearest(line, near),
            _ => None,
        }
        .or(given.map(|date| Published { date, time: None, offset: None }));
    }
}

/// The dateline's day in the year that brings it nearest to `near`.
fn nearest(line: Dateline, near: Date) -> Option<Published> {
    let distance = |published: &Published| near.until(published.date).map_or(i32::MAX, |span| span.get_days().abs());
    (-1..=1).filter_map(|step| article::dated(line, near.year() + step)).min_by_key(distance)
}
