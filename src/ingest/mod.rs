//! Files to [`Document`]s: which files, in which format, published when, and which stretches make claims.
//!
//! Nothing here stops a run: what cannot be read is a [`Failure`] beside the documents. The order of the
//! documents is that of their paths, whatever the order of the arguments.

mod article;
mod blocks;
mod dateline;
mod dating;
mod formats;
mod front_matter;
mod head;
mod memory;
mod page;
mod paragraphs;
mod pdf;
mod phrases;
mod published;
mod shape;
mod unpack;
mod walk;

pub(crate) use article::document_dateline;
pub use blocks::blocks;
pub use dateline::{Dateline, dateline};
pub use memory::Memory;

use crate::source::{Document, Published};
use formats::Parsed;
use jiff::civil::Date;
use std::path::{Path, PathBuf};

/// Larger files are refused: no article is that long, and time and memory grow with the text.
pub const LARGEST: u64 = 16 * 1024 * 1024;

/// A text with more bytes than this is refused: it is longer than two novels, and its reading would take gigabytes.
const LONGEST_TEXT: usize = 2 * 1024 * 1024;

/// What the caller says about the articles.
#[derive(Clone, Default)]
pub struct Options<'a> {
    /// The publication date of articles that carry none.
    pub date: Option<Date>,
    /// The publication date of those in one file, which goes before `date`.
    pub date_of: Option<&'a dyn Fn(&Path) -> Option<Date>>,
    /// Files to read besides, as the drafts under check.
    pub drafts: Vec<PathBuf>,
    /// Those of the paths and drafts that may be folders without an article: the desk's own, which stand whether or not
    /// anything has come in.
    pub may_be_empty: Vec<PathBuf>,
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
pub fn read(paths: &[PathBuf], options: &Options<'_>) -> Ingested {
    read_again(paths, options, &mut Memory::default())
}

/// An article that a program holds in memory: plain text or Markdown, front matter included.
///
/// `path` is what it is to be called; nothing is read from it. `published` is the day of publication where the text
/// states none.
///
/// # Errors
/// A [`Failure`] where the text makes no article: it is empty, or its front matter cannot be read.
pub fn text(path: &str, text: &str, published: Option<Date>) -> Result<Document, Failure> {
    let read = article::stored(path, unpack::Decoded::plain(text));
    let (mut document, _) = read.map_err(|message| Failure { path: path.to_owned(), message })?;
    let given = published.map(|date| Published { date, time: None, offset: None, assumed: false });
    document.published = document.published.or(given);
    Ok(document)
}

/// Whether a file's name says that it is an article in one of the formats.
#[must_use]
pub fn is_article(path: &Path) -> bool {
    path.extension().and_then(|extension| extension.to_str()).and_then(formats::by_extension).is_some()
}

/// As [`read`], but files that have not changed since `memory` saw them are not opened.
#[must_use]
pub fn read_again(paths: &[PathBuf], options: &Options<'_>, memory: &mut Memory) -> Ingested {
    let mut ingested = Ingested::default();
    for file in walk::files(paths, &options.drafts, &options.may_be_empty, &mut ingested.failures) {
        let draft = file.draft;
        let date = options.date_of.and_then(|date_of| date_of(file.path()));
        let Parsed { mut documents, failures } = memory.parsed(file);
        for document in &mut documents {
            document.draft = draft;
            dating::give(document, date);
        }
        ingested.documents.extend(documents);
        ingested.failures.extend(failures);
    }
    ingested.documents.sort_by(|a, b| a.path.cmp(&b.path));
    ingested.failures.sort();
    dating::date(&mut ingested.documents, options.date);
    ingested
}
