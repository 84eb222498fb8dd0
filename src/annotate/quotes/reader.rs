//! What the search for speakers asks of single tokens: names, verbs, adverbs, marks; with tags or without.

use super::{cues, words};
use crate::annotate::token::{Tag, Token};
use crate::source::Span;

/// The tokens of one article, read by index.
#[derive(Clone, Copy)]
pub(super) struct Reader<'a> {
    pub(super) tokens: &'a [Token],
}

impl<'a> Reader<'a> {
    pub(super) fn lower(self, index: usize) -> &'a str {
        self.tokens.get(index).map_or("", |token| token.lower.as_str())
    }

    pub(super) fn tag(self, index: usize) -> Tag {
        self.tokens.get(index).map_or(Tag::Other, |token| token.tag)
    }

    pub(super) fn punctuation(self, index: usize) -> bool {
        !self.lower(index).chars().any(char::is_alphanumeric)
    }

    /// A comma, dash or bracket: what sets off a phrase in apposition.
    pub(super) fn breaks(self, index: usize) -> bool {
        matches!(
            self.lower(index),
            "," | "-" | "--" | "–" | "—" | "(" | ")" | "[" | "]" | ";" | ":" | "-lrb-" | "-rrb-"
        )
    }

    pub(super) fn capital(self, index: usize) -> bool {
        let lower = self.lower(index);
        self.tokens.get(index).is_some_and(|token| token.capital) && !words::CALENDAR.has(lower)
    }

    /// A word of a name. Words that any sentence may begin with are not.
    pub(super) fn name(self, index: usize) -> bool {
        let lower = self.lower(index);
        let function = words::PRONOUNS.has(lower)
            || words::DETERMINERS.has(lower)
            || words::OPENERS.has(lower)
            || words::AUXILIARIES.has(lower)
            || words::ADVERBS.has(lower);
        self.capital(index) && !function
    }

    /// Whether a word can be a finite verb here, by its tag, or by its form where there are no tags.
    pub(super) fn verb(self, index: usize) -> bool {
        let lower = self.lower(index);
        if words::AUXILIARIES.has(lower) && !matches!(lower, "'s" | "may") {
            return true;
        }
        match self.tag(index) {
            Tag::Other => {
                !self.capital(index)
                    && (cues::cue(lower).is_some()
                        || lower.len() > 4 && lower.ends_with("ed")
                        || words::IRREGULAR.has(lower))
            }
            tag => tag.is_finite(),
        }
    }

    pub(super) fn adverb(self, index: usize) -> bool {
        let lower = self.lower(index);
        !self.capital(index)
            && (words::ADVERBS.has(lower)
                || lower.len() > 4
                    && lower.ends_with("ly")
                    && !matches!(lower, "family" | "assembly" | "ally" | "bully"))
            || words::CALENDAR.has(lower) && self.tokens.get(index).is_some_and(|token| token.capital)
    }

    /// Whether the token begins at byte `offset` or later.
    pub(super) fn starts_at_or_after(self, index: usize, offset: usize) -> bool {
        self.tokens.get(index).is_some_and(|token| token.span.start >= offset)
    }

    pub(super) fn span(self, words: &[usize]) -> Option<Span> {
        let (first, last) = (words.first()?, words.last()?);
        Some(self.tokens.get(*first)?.span.join(self.tokens.get(*last)?.span))
    }
}
