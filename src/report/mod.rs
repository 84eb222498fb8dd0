//! The finished report: what was found, in one value that every output format reads.
//!
//! [`build`] turns conflicts (byte spans of documents) into a [`Report`] (paths, lines, columns, quoted text) and
//! orders it; [`mod@format`] holds one file for each way of writing it. Nothing here finds conflicts or opens files.

mod build;
mod desk;
mod difference;
pub mod escape;
pub mod format;
pub mod graph;
mod reading;
#[cfg(test)]
pub(crate) mod sample;
pub mod schema;
mod snippet;
mod summary;

pub use build::build;
pub use desk::{Acceptance, MissingEntry, StaleEntry, UnsupportedEntry};
pub use format::{FORMATS, Format, Look};
pub use reading::{Moment, Party, Reading, Readings};
pub use summary::{Counts, Summary};

use crate::check::{Check, Severity};
use crate::source::{Document, Span};
use serde::Serialize;
use std::sync::Arc;

/// The number of the JSON layout; it changes only when a reader of the old one would break.
pub const VERSION: u32 = 1;

/// Everything that one run of `check` has to say. Serialized, it is the output of `check --format json`.
#[derive(Clone, Debug, Serialize)]
pub struct Report {
    /// The number of the JSON layout, [`VERSION`].
    pub version: u32,
    /// The program that wrote it.
    pub tool: Tool,
    /// The articles read, in the order of their numbers.
    pub documents: Vec<DocumentEntry>,
    /// The conflicts: the gravest first, then in reading order; those of a draft in its order. Accepted ones come last.
    pub conflicts: Vec<ConflictEntry>,
    /// What a draft says and no source carries, where that was asked for; in the draft's order.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub unsupported: Vec<UnsupportedEntry>,
    /// Accepted conflicts that no longer occur.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub stale: Vec<StaleEntry>,
    /// The articles that could not be read.
    pub failures: Vec<Failure>,
    /// Totals.
    pub summary: Summary,
    /// What was read in the passages; filled in for the formats that draw it ([`Format::draws`]), else empty.
    #[serde(skip)]
    pub readings: Readings,
}

/// Name and version of the program.
#[derive(Clone, Debug, Serialize)]
pub struct Tool {
    /// `crosscheck`
    pub name: &'static str,
    /// As in its manifest.
    pub version: &'static str,
}

/// What is known of one article.
#[derive(Clone, Debug, Serialize)]
pub struct DocumentEntry {
    /// Its path, with `/`.
    pub path: String,
    /// Its title, where it has one.
    pub title: Option<String>,
    /// The outlet, where it is known.
    pub source: Option<String>,
    /// The day of publication, `YYYY-MM-DD`, where it is known.
    pub published: Option<String>,
    /// Whether it is a draft.
    pub draft: bool,
    /// Its text, for formats that quote more than the passage.
    #[serde(skip)]
    pub document: Arc<Document>,
}

/// One conflict, ready to show.
#[derive(Clone, Debug, Serialize)]
pub struct ConflictEntry {
    /// See [`crate::check::Conflict::id`]; where two conflicts share one, the later ends in `-2`, and so on.
    pub id: String,
    /// The check that found it.
    pub check: Check,
    /// How sure it is.
    pub severity: Severity,
    /// One line.
    pub message: String,
    /// The steps, one a line.
    pub explanation: Vec<String>,
    /// Two or more.
    pub sides: Vec<SideEntry>,
    /// Why it is let stand, where it is: such a conflict is shown, and does not count.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub accepted: Option<Acceptance>,
}

impl ConflictEntry {
    /// Every passage of every side, in order.
    pub fn passages(&self) -> impl Iterator<Item = &PassageEntry> {
        self.sides.iter().flat_map(|side| &side.passages)
    }
}

/// One side of a conflict, ready to show.
#[derive(Clone, Debug, Serialize)]
pub struct SideEntry {
    /// The answer it gives.
    pub value: String,
    /// How many sources give it; copies count once.
    pub independent_sources: usize,
    /// In reading order.
    pub passages: Vec<PassageEntry>,
}

/// One passage, ready to show.
#[derive(Clone, Debug, Serialize)]
pub struct PassageEntry {
    /// The path of its article.
    pub path: String,
    /// The first byte, in the file as stored or in the extracted text.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
    /// The line of the first character, from 1.
    pub line: usize,
    /// The column of the first character in characters, from 1.
    pub column: usize,
    /// The words.
    pub text: String,
    /// The rule that read them.
    pub rule: String,
    /// Whether the offsets refer to text taken out of a packed format instead of to the file as stored.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub extracted: bool,
    /// The line of the last character, from 1.
    #[serde(skip)]
    pub end_line: usize,
    /// The column after the last character in characters, from 1.
    #[serde(skip)]
    pub end_column: usize,
    /// Index into [`Report::documents`].
    #[serde(skip)]
    pub document: usize,
    /// The same words in the article's text, which of a page is not that of its file.
    #[serde(skip)]
    pub span: Span,
}

/// An article that could not be read.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Failure {
    /// Its path as given.
    pub path: String,
    /// Why, in lower case and without a full stop.
    pub message: String,
}

impl Report {
    /// The gravest severity among the open conflicts; `None` where there is none.
    #[must_use]
    pub fn gravest(&self) -> Option<Severity> {
        self.conflicts.iter().filter(|conflict| conflict.is_open()).map(|conflict| conflict.severity).max()
    }

    /// The passage at which a tool that shows one place shows the conflict: the first in a draft, since that is the one
    /// that can still be changed, otherwise the first of all.
    #[must_use]
    pub fn primary<'a>(&self, conflict: &'a ConflictEntry) -> Option<&'a PassageEntry> {
        let in_draft = |passage: &&PassageEntry| self.documents.get(passage.document).is_some_and(|entry| entry.draft);
        conflict.passages().find(in_draft).or_else(|| conflict.passages().next())
    }

    /// The article a passage stands in.
    #[must_use]
    pub fn document(&self, passage: &PassageEntry) -> Option<&Document> {
        self.documents.get(passage.document).map(|entry| entry.document.as_ref())
    }
}

impl From<&Arc<Document>> for DocumentEntry {
    fn from(document: &Arc<Document>) -> Self {
        Self {
            path: document.path.clone(),
            title: document.title.clone(),
            source: document.source.clone(),
            published: document.published.filter(|day| !day.assumed).map(|published| published.date.to_string()),
            draft: document.draft,
            document: Arc::clone(document),
        }
    }
}

/// "1 source", "2 independent sources": how formats word the support of a side.
#[must_use]
pub fn sources(count: usize) -> String {
    match count {
        1 => "1 source".to_owned(),
        _ => format!("{count} independent sources"),
    }
}

/// "1 conflict", "2 conflicts".
#[must_use]
pub fn counted(count: usize, noun: &str) -> String {
    format!("{count} {noun}{}", if count == 1 { "" } else { "s" })
}
