//! Dates of which only parts are named: "in May", "in the forties", "February 2, 2013".
//!
//! What happens once has one date, and any part of it that two reports both name has to agree. Parts are read from the
//! words themselves, so that nothing depends on the day an article came out; words that count from that day ("on
//! Tuesday", "last May") name no part.

use crate::annotate::time::MONTHS;
use crate::annotate::token::Token;

/// The parts of a date that are named.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Date {
    pub(super) year: Option<u16>,
    /// The decade alone: 40 for "the forties", 1940 for "the 1940s".
    pub(super) decade: Option<u16>,
    pub(super) month: Option<u8>,
    pub(super) day: Option<u8>,
}

const DECADES: [&str; 8] =
    ["twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties"];

impl Date {
    /// The dates that stand in some words, in order. A new one begins where a part comes a second time.
    pub(super) fn read(words: &[Token]) -> Vec<Self> {
        let mut dates = Vec::new();
        let mut date = Self::default();
        for (at, token) in words.iter().enumerate() {
            let before = at.checked_sub(1).and_then(|before| words.get(before));
            if before
                .is_some_and(|before| matches!(before.lower.as_str(), "last" | "next" | "this" | "since" | "until"))
            {
                continue;
            }
            // "1910–1987" is one token.
            for word in token.lower.split(['-', '–', '—', '−']) {
                let Some(part) = Self::part(word, token.capital, date) else { continue };
                if date.is_taken(part) {
                    dates.push(std::mem::take(&mut date));
                }
                date.year = date.year.or(part.year);
                date.decade = date.decade.or(part.decade);
                date.month = date.month.or(part.month);
                date.day = date.day.or(part.day);
            }
        }
        dates.push(date);
        dates.retain(|date| *date != Self::default() && (date.day.is_none() || date.month.is_some()));
        dates
    }

    /// Whether a part belongs to another date than the one read so far.
    fn is_taken(self, part: Self) -> bool {
        self.year.is_some() && (part.year.is_some() || part.month.is_some() || part.day.is_some())
            || self.month.is_some() && part.month.is_some()
            || self.day.is_some() && part.day.is_some()
    }

    fn part(word: &str, capital: bool, so_far: Self) -> Option<Self> {
        let empty = Self::default();
        let named = |name: &str| name == word || word.len() > 2 && name.get(..3) == Some(word.trim_end_matches('.'));
        if let Some(month) = MONTHS.split(' ').position(named) {
            return capital.then_some(Self { month: Some(month as u8 + 1), ..empty });
        }
        if let Some(decade) = DECADES.iter().position(|name| *name == word) {
            return Some(Self { decade: Some(decade as u16 * 10 + 20), ..empty });
        }
        let digits = word.trim_end_matches(|letter: char| letter.is_ascii_lowercase() || letter == '\'');
        let suffix = &word[digits.len()..];
        let number: u16 = digits.parse().ok()?;
        match (digits.len(), suffix) {
            (4, "s") => Some(Self { decade: Some(number), ..empty }),
            (4, "") if (1000..2100).contains(&number) => Some(Self { year: Some(number), ..empty }),
            (1 | 2, "" | "st" | "nd" | "rd" | "th") if (1..32).contains(&number) && so_far.day.is_none() => {
                Some(Self { day: Some(number as u8), ..empty })
            }
            _ => None,
        }
    }

    /// Whether no day is named by both.
    pub(super) fn excludes(self, other: Self) -> bool {
        let differ = |one: Option<u16>, two: Option<u16>| matches!((one, two), (Some(one), Some(two)) if one != two);
        let months = differ(self.month.map(u16::from), other.month.map(u16::from));
        let days = self.month == other.month && differ(self.day.map(u16::from), other.day.map(u16::from));
        let decade = |date: Self, other: Self| match (date.decade, other.year.or(other.decade)) {
            (Some(decade), Some(year)) if decade < 100 => decade != year / 10 * 10 % 100,
            (Some(decade), Some(year)) => decade != year / 10 * 10,
            _ => false,
        };
        differ(self.year, other.year) || months || days || decade(self, other) || decade(other, self)
    }
}

#[cfg(test)]
mod tests {
    use super::Date;
    use crate::testing::read;

    fn dates(text: &str) -> Vec<Date> {
        Date::read(&read(text).tokens)
    }

    #[track_caller]
    fn assert_excludes(one: &str, two: &str, expected: bool) {
        let (x, y) = (dates(one)[0], dates(two)[0]);
        assert_eq!(x.excludes(y), expected, "{one} / {two}: {x:?} {y:?}");
        assert_eq!(y.excludes(x), expected, "{two} / {one}");
    }

    #[test]
    fn parts_that_both_name_have_to_agree() {
        assert_excludes("on 12 June 1875", "on October 12, 1875", true);
        assert_excludes("in April of 1866", "on June 14, 1866", true);
        assert_excludes("in May", "on 26 December 1970", true);
        assert_excludes("in the fifties", "on July 20, 1947", true);
        assert_excludes("in the 1950s", "in 1947", true);
        assert_excludes("in 1997", "on October 4, 1941", true);
        assert_excludes("in October", "on October 30, 2007", false);
        assert_excludes("in the forties", "on July 20, 1947", false);
        assert_excludes("in 1947", "in July", false);
        assert_excludes("on 3 May", "in May 1970", false);
    }

    #[test]
    fn two_dates_are_read_as_two() {
        assert_eq!(dates("April 8, 1974 – February 2, 2013").len(), 2);
        assert_eq!(dates("24 July 1783 – 17 December 1830").len(), 2);
        assert_eq!(dates("1910–1987").len(), 2);
        assert_eq!(dates("It rained on Tuesday and last May."), []);
    }
}
