//! For unit tests: articles and stories told in a few words, and one-line assertions about them.
//!
//! A test text is one paragraph a line; a line that begins with "# " is a headline. Nothing here reads files.

mod conflicts;
mod layers;

pub(crate) use conflicts::{Found, assert_conflict, assert_quiet, between, conflicts, found, story};
pub(crate) use layers::{assert_clause, assert_clauses, assert_names, assert_offices, assert_refers};

use crate::annotate::{Article, annotate};
use crate::pipeline::Outcome;
use crate::source::{Block, BlockKind, Document, Origin, Published, Span};
use std::sync::Arc;

/// The day on which test articles come out where nothing else is said: a Wednesday.
pub(crate) const DAY: &str = "2025-11-19";

/// Another day on which they do: a Thursday.
pub(crate) const THURSDAY: &str = "2026-03-05";

/// A document of one paragraph a line; `published` is a day ("2026-03-05") or nothing.
pub(crate) fn document(path: &str, published: &str, text: &str) -> Arc<Document> {
    let mut blocks = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let headline = line.starts_with("# ");
        let span = Span::new(start + if headline { 2 } else { 0 }, start + line.len()).trimmed(text);
        start += line.len();
        if !span.is_empty() {
            blocks.push(Block { span, kind: if headline { BlockKind::Headline } else { BlockKind::Paragraph } });
        }
    }
    let published = published.parse().ok().map(|date| Published { date, time: None, offset: None, assumed: false });
    Arc::new(Document {
        path: path.to_owned(),
        text: text.to_owned(),
        origin: Origin::Stored,
        title: None,
        source: None,
        published,
        draft: false,
        blocks,
    })
}

/// A text through every layer, published on [`DAY`].
pub(crate) fn read(text: &str) -> Article {
    annotate(document("a.txt", DAY, text))
}

/// Runs texts, published on [`THURSDAY`], with the built-in packs.
pub(crate) fn outcome(texts: &[&str]) -> Outcome {
    let paths: Vec<String> = (0..texts.len()).map(|number| format!("{number}.txt")).collect();
    let articles: Vec<_> = paths.iter().zip(texts).map(|(path, text)| (path.as_str(), THURSDAY, *text)).collect();
    story(&articles)
}
