//! The sides of a conflict: what each says, quoted once a wording, with what differs from the other side set off.

use super::article::anchor;
use super::picture;
use crate::report::snippet::{self, same_words};
use crate::report::{ConflictEntry, PassageEntry, Report, SideEntry, counted, difference, escape, sources};
use serde::Serialize;
use std::collections::BTreeSet;

/// Wordings of a side that are quoted; the others are only listed.
const QUOTED: usize = 5;
/// Outlets of a side that are named.
const OUTLETS: usize = 4;

/// One side.
#[derive(Serialize)]
pub(super) struct Side {
    letter: char,
    class: char,
    value: String,
    sources: String,
    outlets: String,
    quotes: Vec<Quote>,
    more: Option<More>,
}

/// Passages of the same words.
#[derive(Serialize)]
struct Quote {
    lines: Vec<Vec<Piece>>,
    articles: Vec<Quoted>,
}

/// Passages that are listed and not quoted.
#[derive(Serialize)]
struct More {
    title: String,
    places: Vec<Place>,
}

/// An article that holds the words, once or several times.
#[derive(Serialize)]
struct Quoted {
    source: Option<String>,
    published: Option<String>,
    draft: bool,
    rule: String,
    first: Place,
    others: Vec<Place>,
}

/// Where words stand, and the link there.
#[derive(Serialize)]
pub(super) struct Place {
    path: String,
    line: usize,
    column: usize,
    anchor: String,
    words: String,
}

/// Some words, all of them in the passage or none.
#[derive(Serialize)]
pub(super) struct Piece {
    pub(super) text: String,
    pub(super) marked: bool,
    /// Words of the passage that the other side has otherwise.
    pub(super) differs: bool,
}

/// "A" for the first side; those after "Z" share it.
pub(super) fn letter(side: usize) -> char {
    char::from(b'A' + u8::try_from(side).unwrap_or(u8::MAX).min(25))
}

/// The class that colours a side; there are six colours.
pub(super) fn class(side: usize) -> char {
    char::from(b'a' + (side % 6) as u8)
}

pub(super) fn side(report: &Report, conflict: &ConflictEntry, at: usize) -> Side {
    let entry = &conflict.sides[at];
    let other = conflict.sides.get(usize::from(at == 0)).and_then(|side| side.passages.first());
    let groups = same_words(&entry.passages);
    let quotes = groups.iter().take(QUOTED).map(|group| Quote {
        lines: group.first().map(|passage| lines(report, passage, other)).unwrap_or_default(),
        articles: quoted(report, group),
    });
    let rest: Vec<Place> = groups.iter().skip(QUOTED).flatten().map(|passage| place(passage)).collect();
    Side {
        letter: letter(at),
        class: class(at),
        value: escape::line(&entry.value),
        sources: sources(entry.independent_sources),
        outlets: outlets(report, entry),
        quotes: quotes.collect(),
        more: (!rest.is_empty()).then(|| More { title: counted(rest.len(), "more passage"), places: rest }),
    }
}

/// The outlets of a side, each once, as far as they are known.
fn outlets(report: &Report, side: &SideEntry) -> String {
    let known = side.passages.iter().filter_map(|passage| report.documents.get(passage.document)?.source.as_deref());
    let known: BTreeSet<String> = known.map(escape::line).collect();
    let mut named: Vec<String> = known.iter().take(OUTLETS).cloned().collect();
    if known.len() > OUTLETS {
        named.push(format!("{} more", known.len() - OUTLETS));
    }
    named.join(", ")
}

/// The lines of a passage with what differs from another passage set off.
fn lines(report: &Report, passage: &PassageEntry, other: Option<&PassageEntry>) -> Vec<Vec<Piece>> {
    let Some(document) = report.document(passage) else { return Vec::new() };
    let excerpts = snippet::excerpts(&document.text, passage);
    let shown: Vec<&str> = excerpts
        .iter()
        .flat_map(|excerpt| &excerpt.pieces)
        .filter(|piece| piece.marked)
        .map(|piece| piece.text.as_str())
        .collect();
    let other = other.map(|other| escape::visible(&other.text).into_owned()).unwrap_or_default();
    let differences = difference::differing(&shown.join("\n"), &other);
    let mut at = 0;
    let mut cut = |piece: &snippet::Piece| {
        if !piece.marked {
            return vec![Piece { text: piece.text.clone(), marked: false, differs: false }];
        }
        let start = at;
        at += piece.text.len() + 1;
        split(&piece.text, start, &differences)
    };
    excerpts.iter().map(|excerpt| excerpt.pieces.iter().flat_map(&mut cut).collect()).collect()
}

/// A marked piece that begins at `start` of the whole passage, cut where differences begin and end.
fn split(text: &str, start: usize, differences: &[std::ops::Range<usize>]) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut at = 0;
    for difference in differences {
        let from = difference.start.saturating_sub(start).clamp(at, text.len());
        let to = difference.end.saturating_sub(start).clamp(from, text.len());
        for (range, differs) in [(at..from, false), (from..to, true)] {
            if !range.is_empty() {
                pieces.push(Piece { text: text[range].to_owned(), marked: true, differs });
            }
        }
        at = to;
    }
    if at < text.len() {
        pieces.push(Piece { text: text[at..].to_owned(), marked: true, differs: false });
    }
    pieces
}

/// The articles of passages of the same words; passages are in the order of articles.
fn quoted(report: &Report, group: &[&PassageEntry]) -> Vec<Quoted> {
    let articles = group.chunk_by(|one, two| one.document == two.document);
    let quoted = articles.filter_map(|passages| {
        let (first, others) = passages.split_first()?;
        let document = report.documents.get(first.document)?;
        Some(Quoted {
            source: document.source.as_deref().map(escape::line),
            published: document.published.clone(),
            draft: document.draft,
            rule: escape::line(&first.rule),
            first: place(first),
            others: others.iter().map(|passage| place(passage)).collect(),
        })
    });
    quoted.collect()
}

pub(super) fn place(entry: &PassageEntry) -> Place {
    Place {
        path: escape::line(&entry.path),
        line: entry.line,
        column: entry.column,
        anchor: anchor(entry.document, entry.span.start, entry.span.end),
        words: picture::head(&entry.text, 120),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_differs_is_cut_out_of_the_passage() {
        let pieces = split("one two three", 10, &[3..8, 14..17]);
        let drawn: Vec<(&str, bool)> = pieces.iter().map(|piece| (piece.text.as_str(), piece.differs)).collect();
        assert_eq!(drawn, [("one ", false), ("two", true), (" three", false)]);
        assert_eq!(split("one", 0, &[]).len(), 1);
    }

    #[test]
    fn sides_have_letters_and_colours() {
        assert_eq!((letter(0), letter(2), letter(99)), ('A', 'C', 'Z'));
        assert_eq!((class(1), class(6)), ('b', 'a'));
    }
}
