//! One sentence as its words: looked at by position, and cut where another clause begins.

use crate::annotate::token::Token;
use std::ops::Range;

/// The words of a sentence, counted from its first.
pub(super) struct Line<'a> {
    pub(super) words: &'a [Token],
    /// Index of the first in the article.
    pub(super) from: usize,
}

/// Words that begin another clause.
const JOINTS: &[&str] = &["when", "while", "because", "although", "though", "but", "whereas"];

impl<'a> Line<'a> {
    /// The word at a position in lower case; empty beyond the ends.
    pub(super) fn lower(&self, at: usize) -> &'a str {
        self.words.get(at).map_or("", |token| token.lower.as_str())
    }

    /// The dictionary form at a position; empty beyond the ends.
    pub(super) fn lemma(&self, at: usize) -> &'a str {
        self.words.get(at).map_or("", |token| token.lemma.as_str())
    }

    /// The word `back` positions before another.
    pub(super) fn before(&self, at: usize, back: usize) -> &'a str {
        at.checked_sub(back).map_or("", |at| self.lower(at))
    }

    /// Whether the words from a position on are these.
    pub(super) fn reads(&self, at: usize, words: &[&str]) -> bool {
        words.iter().enumerate().all(|(offset, word)| self.lower(at + offset) == *word)
    }

    /// Whether one of these words stands between two positions.
    pub(super) fn has(&self, range: Range<usize>, words: &[&str]) -> bool {
        self.words[range.start.min(self.words.len())..range.end.min(self.words.len())]
            .iter()
            .any(|token| words.contains(&token.lower.as_str()))
    }

    /// The stretch around a position up to a comma, a bracket or the beginning of another clause.
    pub(super) fn segment(&self, at: usize) -> Range<usize> {
        let cut = |index: &usize| {
            let word = self.lower(*index);
            matches!(word, "," | ";" | ":" | "(" | ")" | "—" | "–" | "-" | ".") || JOINTS.contains(&word)
        };
        let start = (0..at).rev().find(cut).map_or(0, |index| index + 1);
        let end = (at..self.words.len()).find(cut).unwrap_or(self.words.len());
        start..end
    }

    /// Whether a word names somebody or something and opens with a capital.
    pub(super) fn named(&self, at: usize) -> bool {
        self.words.get(at).is_some_and(|token| token.capital && token.tag.is_proper())
    }

    /// The noun phrase from a position on: its last noun, else its last adjective or "one", and the position behind it.
    pub(super) fn noun(&self, at: usize) -> Option<(usize, usize)> {
        let mut end = at;
        let (mut head, mut stand_in) = (None, None);
        while let Some(token) = self.words.get(end) {
            if token.tag.is_noun() {
                head = Some(end);
            } else if head.is_some() || !(token.tag.is_adjective() || token.tag.is_verb() || token.lower == "one") {
                break;
            } else {
                stand_in = Some(end);
            }
            end += 1;
            if end > at + 6 {
                break;
            }
        }
        head.or(stand_in).map(|head| (head, head + 1))
    }
}
