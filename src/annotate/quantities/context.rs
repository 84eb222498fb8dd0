//! One sentence as the grammar sees it, and what a reading of a part of it gives.

use super::pieces::{self, Join, Piece};
use super::words::Kind;
use crate::annotate::quantity::{Bound, Quantity, Unit};
use crate::annotate::time::{MONTHS, TimeMention};
use crate::annotate::token::{Sentence, Tag, Token};
use crate::source::Span;
use compact_str::CompactString;

/// What the layer of times says of a piece.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Timed {
    /// Nothing.
    No,
    /// It is part of a length of time.
    Length,
    /// It is part of a date or a clock time.
    Date,
}

/// The pieces of one sentence.
pub(super) struct Context<'a> {
    pub(super) tokens: &'a [Token],
    pub(super) pieces: Vec<Piece<'a>>,
    timed: Vec<Timed>,
}

/// A quantity whose place is still counted in pieces.
#[derive(Clone, Debug)]
pub(super) struct Draft {
    /// Pieces, half-open; bounds are added by [`super::bounds`].
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) low: f64,
    pub(super) high: f64,
    pub(super) step: f64,
    pub(super) unit: Unit,
    pub(super) bound: Bound,
    pub(super) against: Option<f64>,
    pub(super) counted: Option<Counted>,
}

/// The noun phrase counted.
#[derive(Clone, Debug)]
pub(super) struct Counted {
    pub(super) lemma: CompactString,
    /// Pieces, half-open.
    pub(super) start: usize,
    pub(super) end: usize,
}

impl<'a> Context<'a> {
    /// Cuts a sentence; `times` are those that can touch it.
    pub(super) fn new(text: &str, tokens: &'a [Token], sentence: &Sentence, times: &[TimeMention]) -> Self {
        let pieces = pieces::cut(text, tokens, sentence.tokens.clone());
        let mut next = 0;
        let timing = |piece: &Piece<'_>| {
            while times.get(next).is_some_and(|time| time.span.end <= piece.span.start) {
                next += 1;
            }
            match times.get(next) {
                Some(time) if time.span.overlaps(piece.span) => {
                    if time.duration.is_some() {
                        Timed::Length
                    } else {
                        Timed::Date
                    }
                }
                _ => Timed::No,
            }
        };
        Self { tokens, timed: pieces.iter().map(timing).collect(), pieces }
    }

    pub(super) fn piece(&self, at: usize) -> Option<&Piece<'a>> {
        self.pieces.get(at)
    }

    /// The word at `at` in lower case, empty beyond either end.
    pub(super) fn word(&self, at: usize) -> &'a str {
        self.pieces.get(at).map_or("", |piece| piece.text)
    }

    /// The word `back` places before `at`.
    pub(super) fn before(&self, at: usize, back: usize) -> &'a str {
        at.checked_sub(back).map_or("", |place| self.word(place))
    }

    pub(super) fn kind(&self, at: usize) -> Kind {
        self.pieces.get(at).map_or(Kind::Word, |piece| piece.kind)
    }

    pub(super) fn tag(&self, at: usize) -> Tag {
        self.pieces.get(at).map_or(Tag::Other, |piece| piece.tag)
    }

    pub(super) fn capital(&self, at: usize) -> bool {
        self.pieces.get(at).is_some_and(|piece| piece.capital)
    }

    pub(super) fn joined(&self, at: usize, join: Join) -> bool {
        self.pieces.get(at).is_some_and(|piece| piece.join == join)
    }

    pub(super) fn timed(&self, at: usize) -> Timed {
        self.timed.get(at).copied().unwrap_or(Timed::No)
    }

    /// Whether one of `words` stands among the `reach` pieces before `at`, by word or lemma.
    pub(super) fn preceded(&self, at: usize, reach: usize, words: &[&str]) -> bool {
        (at.saturating_sub(reach)..at).any(|place| self.is_one_of(place, words))
    }

    /// Whether one of `words` stands among the `reach` pieces from `at` on, by word or lemma.
    pub(super) fn followed(&self, at: usize, reach: usize, words: &[&str]) -> bool {
        (at..at + reach).any(|place| self.is_one_of(place, words))
    }

    fn is_one_of(&self, place: usize, words: &[&str]) -> bool {
        self.pieces.get(place).is_some_and(|piece| {
            words.contains(&piece.text)
                || self.tokens.get(piece.token).is_some_and(|token| words.contains(&token.lemma.as_str()))
        })
    }

    /// Bytes of the pieces `start..end`.
    pub(super) fn span(&self, start: usize, end: usize) -> Span {
        match (self.pieces.get(start), end.checked_sub(1).and_then(|last| self.pieces.get(last))) {
            (Some(first), Some(last)) => first.span.join(last.span),
            _ => Span::default(),
        }
    }

    /// The quantity that a draft stands for.
    pub(super) fn finish(&self, draft: &Draft) -> Quantity {
        Quantity {
            span: self.span(draft.start, draft.end),
            low: draft.low,
            high: draft.high,
            unit: draft.unit.clone(),
            bound: draft.bound,
            step: draft.step,
            against: draft.against,
            counted: draft.counted.as_ref().map(|counted| counted.lemma.clone()),
            counted_span: draft.counted.as_ref().map(|counted| self.span(counted.start, counted.end)),
        }
    }
}

impl Draft {
    /// An exact figure over the pieces `start..end`.
    pub(super) fn new(start: usize, end: usize, value: f64, step: f64, unit: Unit) -> Self {
        Self { start, end, low: value, high: value, step, unit, bound: Bound::Exactly, against: None, counted: None }
    }
}

/// Whether the word names a month, in full or abbreviated.
pub(super) fn is_month(word: &str) -> bool {
    let stem = word.trim_end_matches('.');
    stem.len() >= 3 && MONTHS.split(' ').any(|month| month.starts_with(stem))
}
