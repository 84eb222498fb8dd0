//! What a word can be in a phrase of time.
//!
//! Classes only: which word is in which of them stands in `lexicon`, and in `numeric` for figures.

use super::numeric::{self, Clock, Half, NumericDate};

/// A unit of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Unit {
    Second,
    Minute,
    Hour,
    Day,
    Week,
    Fortnight,
    Month,
    Quarter,
    Year,
    Decade,
    Century,
}

impl Unit {
    /// Its length in seconds: a month is 30 days and a year 365, as people reckon.
    pub(super) fn seconds(self) -> i64 {
        match self {
            Self::Second => 1,
            Self::Minute => 60,
            Self::Hour => 3600,
            Self::Day => 86_400,
            Self::Week => 7 * 86_400,
            Self::Fortnight => 14 * 86_400,
            Self::Month => 30 * 86_400,
            Self::Quarter => 91 * 86_400,
            Self::Year => 365 * 86_400,
            Self::Decade => 3652 * 86_400,
            Self::Century => 36_524 * 86_400,
        }
    }

    /// So many months, for the units that are counted in them.
    pub(super) fn months(self) -> Option<i64> {
        Some(match self {
            Self::Month => 1,
            Self::Quarter => 3,
            Self::Year => 12,
            Self::Decade => 120,
            Self::Century => 1200,
            _ => return None,
        })
    }

    /// So many days, for the units that are counted in them.
    pub(super) fn days(self) -> Option<i64> {
        Some(match self {
            Self::Day => 1,
            Self::Week => 7,
            Self::Fortnight => 14,
            _ => return None,
        })
    }
}

/// A part of the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Dawn,
    Morning,
    Lunch,
    Afternoon,
    Evening,
    Night,
    /// From the evening before into the morning.
    Overnight,
    /// Midnight to six: "the early hours", "the small hours".
    SmallHours,
}

/// What a word is to the grammar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    Other,
    /// A word that may begin or join a phrase; told apart by its letters.
    Function,
    Cardinal(u32),
    /// A figure: value and number of digits.
    Digits(u32, u8),
    /// "4.20": a clock time only in company.
    Dotted(u8, u8),
    /// "2.5", in thousandths.
    Decimal(u32),
    Ordinal(u32),
    /// 1 to 12, and whether the word has no other sense.
    Month(u8, bool),
    /// 0 (Monday) to 6, and whether the word has no other sense.
    Weekday(u8, bool),
    Unit(Unit),
    Part(Part),
    /// Today, yesterday, tomorrow: days from the day of publication.
    Day(i64),
    Tonight,
    Noon,
    Midnight,
    Season(u8),
    Clock(Clock),
    Meridiem(Half),
    OClock,
    Date(NumericDate),
    /// The first year.
    Decade(i16),
    /// "Q3", "2018Q4".
    Quarter(Option<i16>, u8),
    Weekend,
    YearEnd,
    /// The first word of a holiday's name.
    Holiday,
}

impl Class {
    /// Whether a sentence with such a word is worth parsing.
    pub(super) fn triggers(self) -> bool {
        match self {
            Self::Other
            | Self::Function
            | Self::Cardinal(_)
            | Self::Decimal(_)
            | Self::Dotted(..)
            | Self::Ordinal(_) => false,
            Self::Digits(value, width) => width == 4 && numeric::is_year(value),
            _ => true,
        }
    }
}
