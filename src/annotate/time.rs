//! What a phrase of time denotes: an interval of civil time with a grain.

use crate::source::Span;
use jiff::civil::DateTime;
use jiff::tz::Offset;

/// How precisely a time was given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Grain {
    /// A clock time, to the minute or finer.
    Minute,
    /// A clock time to the hour ("at 6pm", "about nine").
    Hour,
    /// Morning, evening, night.
    DayPart,
    /// A day.
    Day,
    /// A weekend or a few days.
    Days,
    /// A week.
    Week,
    /// A month.
    Month,
    /// Three months.
    Quarter,
    /// A season.
    Season,
    /// A year.
    Year,
    /// Ten years and longer.
    Decade,
}

/// How the phrase bounds what it dates.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TimeRelation {
    /// Within the interval.
    #[default]
    During,
    /// Before its start ("before Friday").
    Before,
    /// After its end ("after Friday").
    After,
    /// From its start on ("since 2013").
    Since,
    /// Up to its end ("until March", "by Friday").
    Until,
}

/// An interval of civil time, half-open; an open end is `None`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TimeValue {
    /// The first moment, local to `offset` or, without one, to the article.
    pub from: Option<DateTime>,
    /// The first moment after it.
    pub to: Option<DateTime>,
    /// How precisely it was given.
    pub grain: Grain,
    /// The distance from UTC that the phrase itself names ("8 p.m. Eastern time", "0820 GMT").
    pub offset: Option<Offset>,
    /// "about", "shortly after", "around": the ends are soft by one step of the grain.
    pub approximate: bool,
}

/// A phrase of time in an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimeMention {
    /// Bytes of the document's text: the phrase without its preposition.
    pub span: Span,
    /// What it denotes; `None` where it needs more than the article gives ("Thursday" without a date).
    pub value: Option<TimeValue>,
    /// How it bounds what it dates.
    pub relation: TimeRelation,
    /// A length of time ("three weeks", "for two hours") in seconds, where the phrase is one and nothing else.
    pub duration: Option<i64>,
    /// Day of the week named (0 is Monday), kept for articles without a date.
    pub weekday: Option<u8>,
    /// Why it was resolved so, one line.
    pub reason: &'static str,
}
