//! What the parts of the grammar share: a view of one sentence, and what is known of the article.

use super::calendar::Stretch;
use super::class::{Class, Part};
use super::lexeme::Lexeme;
use super::tense::{self, Direction};
use super::zone;
use crate::annotate::time::TimeValue;
use crate::annotate::token::Token;
use jiff::civil::{Date, DateTime, Time};
use std::cell::Cell;

/// What phrases are resolved against.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Context {
    /// The day of publication.
    pub(super) published: Option<Date>,
    pub(super) time: Option<Time>,
    /// The year of a full date elsewhere in the article, for articles without a day of publication.
    pub(super) year: Option<i16>,
    /// The last day that the same paragraph resolved, or else the paragraph before.
    pub(super) last_day: Option<Date>,
    /// The part of that day, for "at nine o'clock" after "on Wednesday night".
    pub(super) last_part: Option<Part>,
    /// The last day named that lies on or after publication.
    pub(super) ahead: Option<Date>,
    pub(super) headline: bool,
}

/// By which clock a time is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ClockStyle {
    /// With its half of the day, or in words.
    Twelve,
    /// By the twenty-four-hour clock.
    Whole,
    /// "9:15": by either.
    Doubtful,
}

/// A phrase that was recognised.
#[derive(Clone, Copy, Debug)]
pub(super) struct Found {
    /// One past its last lexeme.
    pub(super) end: usize,
    pub(super) value: Option<TimeValue>,
    pub(super) duration: Option<i64>,
    pub(super) weekday: Option<u8>,
    /// The day it names, for phrases after it that lean on one.
    pub(super) day: Option<Date>,
    /// The part of that day.
    pub(super) part: Option<Part>,
    /// How its clock time is written, where it has one.
    pub(super) clock: Option<ClockStyle>,
    pub(super) reason: &'static str,
}

impl Found {
    pub(super) fn new(end: usize, stretch: Option<Stretch>, reason: &'static str) -> Self {
        Self {
            end,
            value: stretch.map(Stretch::value),
            duration: None,
            weekday: None,
            day: None,
            part: None,
            clock: None,
            reason,
        }
    }
}

/// One sentence, with the article's context.
pub(super) struct Parser<'a> {
    pub(super) lexemes: &'a [Lexeme<'a>],
    /// The sentence's tokens, the first of which is number `first` of the article.
    pub(super) tokens: &'a [Token],
    pub(super) first: usize,
    pub(super) context: Context,
    /// Whether the sentence is nothing but a phrase of time, as in a timetable.
    pub(super) listing: bool,
    /// Whether a phrase was read for which the year of another date was wanted.
    wants_year: Cell<bool>,
}

impl<'a> Parser<'a> {
    pub(super) fn new(lexemes: &'a [Lexeme<'a>], tokens: &'a [Token], first: usize, context: Context) -> Self {
        let listing = lexemes.len() <= 16
            && lexemes.iter().all(|lexeme| {
                !matches!(lexeme.class, Class::Other | Class::Holiday)
                    || !lexeme.text.starts_with(char::is_alphabetic)
                    || matches!(
                        lexeme.text,
                        "since" | "before" | "after" | "during" | "for" | "within" | "approximately"
                    )
                    || zone::is_abbreviation(lexeme.text)
            });
        Self { lexemes, tokens, first, context, listing, wants_year: Cell::new(false) }
    }

    /// The year of a full date elsewhere in the article, where it has no day of publication.
    pub(super) fn lent_year(&self) -> Option<i16> {
        self.wants_year.set(true);
        self.context.year
    }

    /// Whether [`lent_year`](Self::lent_year) was asked: what was read could be another with one.
    pub(super) fn wants_year(&self) -> bool {
        self.wants_year.get()
    }

    /// The word at `at`, empty past either end.
    pub(super) fn text(&self, at: usize) -> &'a str {
        self.lexemes.get(at).map_or("", |lexeme| lexeme.text)
    }

    /// The word in front of `at`.
    pub(super) fn before(&self, at: usize) -> &'a str {
        at.checked_sub(1).map_or("", |at| self.text(at))
    }

    pub(super) fn class(&self, at: usize) -> Class {
        self.lexemes.get(at).map_or(Class::Other, |lexeme| lexeme.class)
    }

    pub(super) fn capital(&self, at: usize) -> bool {
        self.lexemes.get(at).is_some_and(|lexeme| lexeme.capital)
    }

    /// `at`, or one further where the word there is `word`.
    pub(super) fn skip(&self, at: usize, word: &str) -> usize {
        at + usize::from(self.text(at) == word)
    }

    /// Whether a clause, a sentence or a list goes on after `at` without a noun that `at` could belong to.
    pub(super) fn ends_phrase(&self, at: usize) -> bool {
        let text = self.text(at);
        !text.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '%' | '£' | '$' | '€'))
            || matches!(self.class(at), Class::Part(_) | Class::Weekday(..) | Class::Day(_) | Class::Tonight)
            || matches!(
                text,
                "on" | "in"
                    | "this"
                    | "that"
                    | "and"
                    | "to"
                    | "until"
                    | "when"
                    | "as"
                    | "after"
                    | "before"
                    | "last"
                    | "the"
                    | "local"
            )
    }

    /// Whether nothing that could be governed by `at` stands behind it.
    pub(super) fn stops(&self, at: usize) -> bool {
        let text = self.text(at);
        !text.starts_with(char::is_alphanumeric) || matches!(text, "and" | "but" | "in" | "with" | "at" | "by" | "from")
    }

    /// Which way the sentence looks around the lexemes `start..end`.
    pub(super) fn direction(&self, start: usize, end: usize) -> Direction {
        let token = |at: usize| self.lexemes.get(at).map_or(self.first + self.tokens.len(), |lexeme| lexeme.token);
        let (start, end) = (token(start) - self.first, token(end) - self.first);
        match tense::direction(self.tokens, start, end, self.context.headline) {
            Direction::Unknown if self.listing => Direction::Future,
            direction => direction,
        }
    }

    /// As [`direction`](Self::direction); but what a limit is set to ("by Dec. 1", "until August") may lie ahead of
    /// a verb in the past.
    pub(super) fn open_direction(&self, start: usize, end: usize) -> Direction {
        match self.direction(start, end) {
            Direction::Past if matches!(self.before(start), "by" | "until" | "till" | "before") => Direction::Unknown,
            direction => direction,
        }
    }

    /// The moment of writing, where both day and time are known.
    pub(super) fn now(&self) -> Option<DateTime> {
        Some(self.context.published?.to_datetime(self.context.time?))
    }

    /// A cardinal or a figure of at most `width` digits.
    pub(super) fn number(&self, at: usize, width: u8) -> Option<u32> {
        match self.class(at) {
            Class::Cardinal(value) => Some(value),
            Class::Digits(value, digits) if digits <= width => Some(value),
            _ => None,
        }
    }

    /// A figure that is a year by its place.
    pub(super) fn year(&self, at: usize) -> Option<i16> {
        match self.class(at) {
            Class::Digits(value, 4) if (1000..2200).contains(&value) => Some(value as i16),
            _ => None,
        }
    }
}
