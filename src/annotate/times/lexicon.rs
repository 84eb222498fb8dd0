//! The words that phrases of time are made of.
//!
//! One table, looked up once a token: a token that is in none of the classes costs one hash and nothing more, and a
//! sentence without a [trigger](Class::triggers) is never parsed. Words with another common sense ("may", "march",
//! "sun", "second") are marked as doubtful here and believed only beside other words of time.

use super::numeric::{self, Clock, Half, NumericDate};
use crate::hash::Map;
use std::sync::LazyLock;

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

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];
const WEEKDAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
const CARDINALS: [&str; 21] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
];
const ORDINALS: [&str; 21] = [
    "",
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
];
const TENS: [(&str, u32); 8] = [
    ("twenty", 20),
    ("thirty", 30),
    ("forty", 40),
    ("fifty", 50),
    ("sixty", 60),
    ("seventy", 70),
    ("eighty", 80),
    ("ninety", 90),
];
/// Words that begin phrases or join their parts. Prepositions in front of a phrase are read backwards from it.
const FUNCTION: [&str; 53] = [
    "the",
    "a",
    "an",
    "this",
    "that",
    "these",
    "last",
    "next",
    "past",
    "previous",
    "following",
    "coming",
    "upcoming",
    "current",
    "same",
    "early",
    "earlier",
    "late",
    "later",
    "mid",
    "middle",
    "start",
    "beginning",
    "end",
    "half",
    "quarter",
    "quarters",
    "few",
    "couple",
    "several",
    "dozen",
    "about",
    "around",
    "from",
    "between",
    "of",
    "in",
    "on",
    "at",
    "by",
    "to",
    "until",
    "till",
    "through",
    "and",
    "ago",
    "rest",
    "turn",
    "close",
    "calendar",
    "financial",
    "fiscal",
    "recent",
];

type Table = Map<&'static str, Class>;

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let mut table = Table::default();
    for word in FUNCTION {
        table.insert(word, Class::Function);
    }
    for (value, word) in CARDINALS.iter().enumerate() {
        table.insert(word, Class::Cardinal(value as u32));
    }
    for (word, value) in TENS {
        table.insert(word, Class::Cardinal(value));
    }
    for (value, word) in ORDINALS.iter().enumerate().skip(1) {
        table.insert(word, Class::Ordinal(value as u32));
    }
    for (index, word) in MONTHS.iter().enumerate() {
        let month = index as u8 + 1;
        table.insert(word, Class::Month(month, !matches!(*word, "march" | "may")));
        if let Some(short) = word.get(..3) {
            table.entry(short).or_insert(Class::Month(month, false));
        }
    }
    for (index, word) in WEEKDAYS.iter().enumerate() {
        table.insert(word, Class::Weekday(index as u8, true));
        if let Some(short) = word.get(..3) {
            table.insert(short, Class::Weekday(index as u8, false));
        }
    }
    table.extend(OTHERS.iter().copied());
    for first in super::holiday::first_words() {
        table.entry(first).or_insert(Class::Holiday);
    }
    table
});

const OTHERS: [(&str, Class); 93] = [
    ("jan.", Class::Month(1, true)),
    ("feb.", Class::Month(2, true)),
    ("mar.", Class::Month(3, true)),
    ("apr.", Class::Month(4, true)),
    ("jun.", Class::Month(6, true)),
    ("jul.", Class::Month(7, true)),
    ("aug.", Class::Month(8, true)),
    ("sep.", Class::Month(9, true)),
    ("sept.", Class::Month(9, true)),
    ("sept", Class::Month(9, true)),
    ("oct.", Class::Month(10, true)),
    ("nov.", Class::Month(11, true)),
    ("dec.", Class::Month(12, true)),
    ("mon.", Class::Weekday(0, true)),
    ("tue.", Class::Weekday(1, true)),
    ("tues.", Class::Weekday(1, true)),
    ("tues", Class::Weekday(1, true)),
    ("wed.", Class::Weekday(2, true)),
    ("weds", Class::Weekday(2, true)),
    ("thu.", Class::Weekday(3, true)),
    ("thur.", Class::Weekday(3, true)),
    ("thurs.", Class::Weekday(3, true)),
    ("thurs", Class::Weekday(3, true)),
    ("fri.", Class::Weekday(4, true)),
    ("sat.", Class::Weekday(5, false)),
    ("sun.", Class::Weekday(6, false)),
    ("seconds", Class::Unit(Unit::Second)),
    ("minute", Class::Unit(Unit::Minute)),
    ("minutes", Class::Unit(Unit::Minute)),
    ("mins", Class::Unit(Unit::Minute)),
    ("min", Class::Unit(Unit::Minute)),
    ("hour", Class::Unit(Unit::Hour)),
    ("hours", Class::Unit(Unit::Hour)),
    ("hrs", Class::Unit(Unit::Hour)),
    ("day", Class::Unit(Unit::Day)),
    ("days", Class::Unit(Unit::Day)),
    ("week", Class::Unit(Unit::Week)),
    ("weeks", Class::Unit(Unit::Week)),
    ("fortnight", Class::Unit(Unit::Fortnight)),
    ("fortnights", Class::Unit(Unit::Fortnight)),
    ("month", Class::Unit(Unit::Month)),
    ("months", Class::Unit(Unit::Month)),
    ("year", Class::Unit(Unit::Year)),
    ("years", Class::Unit(Unit::Year)),
    ("yr", Class::Unit(Unit::Year)),
    ("yrs", Class::Unit(Unit::Year)),
    ("decade", Class::Unit(Unit::Decade)),
    ("decades", Class::Unit(Unit::Decade)),
    ("century", Class::Unit(Unit::Century)),
    ("centuries", Class::Unit(Unit::Century)),
    ("qtr", Class::Unit(Unit::Quarter)),
    ("dawn", Class::Part(Part::Dawn)),
    ("daybreak", Class::Part(Part::Dawn)),
    ("morning", Class::Part(Part::Morning)),
    ("mid-morning", Class::Part(Part::Morning)),
    ("lunchtime", Class::Part(Part::Lunch)),
    ("lunch-time", Class::Part(Part::Lunch)),
    ("afternoon", Class::Part(Part::Afternoon)),
    ("mid-afternoon", Class::Part(Part::Afternoon)),
    ("evening", Class::Part(Part::Evening)),
    ("teatime", Class::Part(Part::Afternoon)),
    ("night", Class::Part(Part::Night)),
    ("overnight", Class::Part(Part::Overnight)),
    ("today", Class::Day(0)),
    ("yesterday", Class::Day(-1)),
    ("tomorrow", Class::Day(1)),
    ("tonight", Class::Tonight),
    ("noon", Class::Noon),
    ("midday", Class::Noon),
    ("mid-day", Class::Noon),
    ("noontime", Class::Noon),
    ("midnight", Class::Midnight),
    ("spring", Class::Season(0)),
    ("summer", Class::Season(1)),
    ("autumn", Class::Season(2)),
    ("winter", Class::Season(3)),
    ("am", Class::Meridiem(Half::Morning)),
    ("a.m.", Class::Meridiem(Half::Morning)),
    ("a.m", Class::Meridiem(Half::Morning)),
    ("pm", Class::Meridiem(Half::Evening)),
    ("p.m.", Class::Meridiem(Half::Evening)),
    ("p.m", Class::Meridiem(Half::Evening)),
    ("o'clock", Class::OClock),
    ("oclock", Class::OClock),
    ("weekend", Class::Weekend),
    ("week-end", Class::Weekend),
    ("year-end", Class::YearEnd),
    ("q1", Class::Quarter(None, 1)),
    ("q2", Class::Quarter(None, 2)),
    ("q3", Class::Quarter(None, 3)),
    ("q4", Class::Quarter(None, 4)),
    ("nineties", Class::Decade(1990)),
    ("fall", Class::Season(4)),
];

/// The class of a word in lower case with straight apostrophes and hyphens.
pub(super) fn classify(lower: &str) -> Class {
    if lower.len() < 2 && !lower.starts_with(|c: char| c.is_ascii_digit()) {
        return if lower == "a" { Class::Function } else { Class::Other };
    }
    if lower.starts_with(|c: char| c.is_ascii_digit() || c == '\'') {
        return numeric::classify(lower);
    }
    if lower.len() > 16 {
        return Class::Other;
    }
    if let Some(&class) = TABLE.get(lower) {
        return class;
    }
    match lower.split_once('-') {
        Some((tens, ones)) => compound_number(tens, ones).unwrap_or(Class::Other),
        None => Class::Other,
    }
}

/// "twenty-three", "thirty-first".
fn compound_number(tens: &str, ones: &str) -> Option<Class> {
    let (_, tens) = TENS.iter().find(|(word, _)| *word == tens)?;
    match TABLE.get(ones)? {
        Class::Cardinal(ones @ 1..=9) => Some(Class::Cardinal(tens + ones)),
        Class::Ordinal(ones @ 1..=9) => Some(Class::Ordinal(tens + ones)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_have_classes() {
        assert_eq!(classify("twenty-third"), Class::Ordinal(23));
        assert_eq!(classify("sept."), Class::Month(9, true));
        assert_eq!(classify("may"), Class::Month(5, false));
        assert_eq!(classify("twenty-second-rate"), Class::Other);
    }

    #[test]
    fn plain_numbers_do_not_start_the_parser() {
        assert!(!classify("three").triggers() && !classify("450").triggers() && !classify("5600").triggers());
        assert!(classify("1997").triggers() && classify("thursday").triggers());
    }
}
