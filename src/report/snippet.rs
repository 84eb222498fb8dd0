//! A passage in its surroundings, cut down and wrapped to what a terminal shows.
//!
//! A paragraph of news is one line of 500 characters and more. What is shown is the passage whole, a few words
//! before and after it, wrapped at word boundaries; lines of the passage keep their numbers. Cost depends on what is
//! shown, never on the length of the line or the article. Hidden characters are already visible in what comes out.

use super::escape;
use crate::report::PassageEntry;
use crate::source::Span;
use std::collections::BTreeMap;
use unicode_width::UnicodeWidthStr;

/// Characters shown before and after the passage.
const CONTEXT: usize = 60;
/// Characters of one line of a passage that are shown from its start…
const HEAD: usize = 600;
/// …and from its end, where it is longer than both together.
const TAIL: usize = 200;
/// Lines of a passage that are shown.
const LINES: usize = 6;

/// Some text, all of it in the passage or none of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Piece {
    /// The text, hidden characters made visible.
    pub(crate) text: String,
    /// Whether it is in the passage.
    pub(crate) marked: bool,
}

impl Piece {
    /// The columns it takes.
    pub(crate) fn width(&self) -> usize {
        self.text.width()
    }
}

/// One line of the article, cut down: its number and its pieces.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Excerpt {
    /// The line, from 1.
    pub(crate) line: usize,
    /// In order.
    pub(crate) pieces: Vec<Piece>,
}

/// Groups passages that are worded alike, in order of first appearance.
pub(crate) fn same_words(passages: &[PassageEntry]) -> Vec<Vec<&PassageEntry>> {
    let mut places = BTreeMap::new();
    let mut groups: Vec<Vec<&PassageEntry>> = Vec::new();
    for passage in passages {
        let at = *places.entry(escape::line(&passage.text)).or_insert(groups.len());
        match groups.get_mut(at) {
            Some(group) => group.push(passage),
            None => groups.push(vec![passage]),
        }
    }
    groups
}

/// The lines of a passage in a document's `text`, with some context on the first and the last.
pub(crate) fn excerpts(text: &str, passage: &PassageEntry) -> Vec<Excerpt> {
    let Span { start, end } = passage.span;
    let inner = text.get(start..end).unwrap_or(&passage.text);
    let (before, cut_before) = words_before(text.get(..start).unwrap_or(""));
    let (after, cut_after) = words_after(text.get(end..).unwrap_or(""));
    let mut found: Vec<Excerpt> = inner
        .split('\n')
        .take(LINES + 1)
        .enumerate()
        .map(|(number, line)| Excerpt { line: passage.line + number, pieces: vec![marked(&shortened(line))] })
        .collect();
    let more = found.len() > LINES;
    found.truncate(LINES);
    if let Some(first) = found.first_mut() {
        let dots = if cut_before { "… " } else { "" };
        first.pieces.insert(0, plain(&format!("{dots}{before}")));
    }
    if let Some(last) = found.last_mut() {
        let dots = if cut_after { " …" } else { "" };
        last.pieces.push(plain(&if more { " …".to_owned() } else { format!("{after}{dots}") }));
    }
    for excerpt in &mut found {
        excerpt.pieces.retain(|piece| !piece.text.is_empty());
    }
    found.retain(|excerpt| excerpt.pieces.iter().any(|piece| !piece.text.trim().is_empty()));
    found
}

/// The words of the line before a passage, and whether some were left out.
fn words_before(text: &str) -> (&str, bool) {
    let line_start = |at: usize| text[at..].starts_with('\n');
    let mut cut = 0;
    for (count, (at, _)) in text.char_indices().rev().enumerate() {
        if line_start(at) {
            return (&text[at + 1..], false);
        }
        if count == CONTEXT {
            cut = at;
            break;
        }
    }
    let kept = &text[cut..];
    if cut == 0 {
        return (kept, false);
    }
    // White space can be wider than a byte.
    let word = kept.find(char::is_whitespace).unwrap_or(0);
    (kept[word..].trim_start(), true)
}

/// The words of the line after a passage, and whether some were left out.
fn words_after(text: &str) -> (&str, bool) {
    for (count, (at, character)) in text.char_indices().enumerate() {
        if character == '\n' {
            return (text[..at].trim_end_matches('\r'), false);
        }
        if count == CONTEXT {
            let kept = &text[..at];
            return (kept.rfind(char::is_whitespace).map_or(kept, |space| kept[..space].trim_end()), true);
        }
    }
    (text, false)
}

/// A line with its middle left out where it is too long to show.
fn shortened(line: &str) -> String {
    let head_end = line.char_indices().nth(HEAD).map(|(at, _)| at);
    let tail_start = line.char_indices().rev().nth(TAIL).map(|(at, _)| at);
    match (head_end, tail_start) {
        (Some(head), Some(tail)) if head < tail => format!("{} … {}", &line[..head], &line[tail..]),
        _ => line.to_owned(),
    }
}

fn plain(text: &str) -> Piece {
    Piece { text: shown(text), marked: false }
}

fn marked(text: &str) -> Piece {
    Piece { text: shown(text.trim_end_matches('\r')), marked: true }
}

/// Tabs become spaces, everything else hidden its code.
fn shown(text: &str) -> String {
    escape::visible(&text.replace('\t', " ")).into_owned()
}

/// Breaks pieces into rows of at most `width` columns (at least 20), at spaces where there are any.
pub(crate) fn wrap(pieces: &[Piece], width: usize) -> Vec<Vec<Piece>> {
    let width = width.max(20);
    let mut rows: Vec<Vec<Piece>> = vec![Vec::new()];
    let mut used = 0;
    for piece in pieces {
        for word in piece.text.split_inclusive(' ') {
            let columns = word.trim_end().width();
            if used > 0 && used + columns > width {
                rows.push(Vec::new());
                used = 0;
            }
            for part in chunks(word, width) {
                let columns = part.width();
                if used > 0 && used + part.trim_end().width() > width {
                    rows.push(Vec::new());
                    used = 0;
                }
                used += columns;
                push(&mut rows, part, piece.marked);
            }
        }
    }
    rows.retain(|row| !row.is_empty());
    rows
}

/// A word in parts of at most `width` columns; the spaces after it do not count.
fn chunks(word: &str, width: usize) -> Vec<&str> {
    if word.trim_end().width() <= width {
        return vec![word];
    }
    let mut parts = Vec::new();
    let (mut start, mut used) = (0, 0);
    for (at, character) in word.char_indices() {
        let columns = unicode_width::UnicodeWidthChar::width(character).unwrap_or(0);
        if used + columns > width && character != ' ' {
            parts.push(&word[start..at]);
            (start, used) = (at, 0);
        }
        used += columns;
    }
    parts.push(&word[start..]);
    parts
}

fn push(rows: &mut [Vec<Piece>], text: &str, marked: bool) {
    let Some(row) = rows.last_mut() else { return };
    match row.last_mut() {
        Some(last) if last.marked == marked => last.text.push_str(text),
        _ => row.push(Piece { text: text.to_owned(), marked }),
    }
}

#[cfg(test)]
mod tests;
