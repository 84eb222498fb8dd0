//! Named days ("Labor Day", "Easter Monday") and the names that only sound like one ("Good Friday Agreement").

use super::calendar::{date_of, month, nth_weekday, plus_days};
use super::lexeme::Lexeme;
use crate::hash::{Map, Set};
use jiff::civil::Date;
use std::sync::LazyLock;

/// How a named day's date is found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Holiday {
    Fixed {
        month: u8,
        day: u8,
    },
    Easter {
        days: i64,
    },
    OrthodoxEaster {
        days: i64,
    },
    Weekday {
        month: u8,
        weekday: u8,
        number: i64,
        days: i64,
    },
    /// Not a day at all.
    Name,
}

impl Holiday {
    pub(super) fn in_year(self, year: i16) -> Option<Date> {
        match self {
            Self::Fixed { month, day } => date_of(year, month, day),
            Self::Easter { days } => plus_days(easter(year)?, days),
            Self::OrthodoxEaster { days } => plus_days(orthodox_easter(year)?, days),
            Self::Weekday { month: of, weekday, number, days } => {
                plus_days(nth_weekday(month(year, of)?, weekday, number)?, days)
            }
            Self::Name => None,
        }
    }
}

/// Western Easter Sunday by the Gregorian computus (Meeus, Astronomical Algorithms, chapter 8, whose letters these are).
#[allow(clippy::many_single_char_names)] // the letters of the source
fn easter(year: i16) -> Option<Date> {
    let y = i32::from(year);
    if y < 1583 {
        return None;
    }
    let (a, b, c) = (y % 19, y / 100, y % 100);
    let h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let n = h + l - 7 * m + 114;
    date_of(year, (n / 31) as u8, (n % 31 + 1) as u8)
}

/// Orthodox Easter Sunday in the Gregorian calendar: the Julian computus (Meeus), 13 days on until 2099.
fn orthodox_easter(year: i16) -> Option<Date> {
    let y = i32::from(year);
    if !(1900..2100).contains(&y) {
        return None;
    }
    let d = (19 * (y % 19) + 15) % 30;
    let e = (2 * (y % 4) + 4 * (y % 7) - d + 34) % 7;
    let n = d + e + 114;
    plus_days(date_of(year, (n / 31) as u8, (n % 31 + 1) as u8)?, 13)
}

static TABLE: LazyLock<Map<&'static str, Holiday>> = LazyLock::new(|| {
    include_str!("../../../rules/english/holidays.csv")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .skip(1)
        .filter_map(|line| {
            let (name, rule) = line.split_once(',')?;
            Some((name, parse(rule)?))
        })
        .collect()
});

static FIRST: LazyLock<Set<&'static str>> = LazyLock::new(|| first_words().collect());

/// The words that begin a name, for the lexicon.
pub(super) fn first_words() -> impl Iterator<Item = &'static str> {
    let mut words: Vec<&str> = TABLE.keys().filter_map(|name| words(name).next()).collect();
    words.sort_unstable();
    words.dedup();
    words.into_iter()
}

fn parse(rule: &str) -> Option<Holiday> {
    if rule == "name" {
        return Some(Holiday::Name);
    }
    if let Some(days) = rule.strip_prefix("easter") {
        return Some(Holiday::Easter { days: days.parse().ok()? });
    }
    if let Some(days) = rule.strip_prefix("orthodox") {
        return Some(Holiday::OrthodoxEaster { days: days.parse().ok()? });
    }
    if let Some(fields) = rule.strip_prefix("nth ") {
        let mut fields = fields.split(' ');
        let month = fields.next()?.parse().ok()?;
        let weekday = fields.next()?.parse().ok()?;
        let number = fields.next()?.parse().ok()?;
        let days = fields.next().map_or(Some(0), |days| days.parse().ok())?;
        return Some(Holiday::Weekday { month, weekday, number, days });
    }
    let (month, day) = rule.split_once('-')?;
    Some(Holiday::Fixed { month: month.parse().ok()?, day: day.parse().ok()? })
}

/// A name's words as the tokeniser cuts them: the possessive stands alone.
fn words(name: &str) -> impl Iterator<Item = &str> {
    name.split(' ').flat_map(|word| {
        let at = word.find('\'').unwrap_or(word.len());
        let (stem, ending) = word.split_at(at);
        [stem, ending].into_iter().filter(|part| !part.is_empty())
    })
}

/// The longest name at the head of `lexemes`, and how many of them it takes.
pub(super) fn holiday(lexemes: &[Lexeme<'_>]) -> Option<(usize, Holiday)> {
    if !FIRST.contains(lexemes.first()?.text) {
        return None;
    }
    let mut name = String::new();
    let mut found = None;
    for (index, lexeme) in lexemes.iter().take(6).enumerate() {
        if lexeme.text.len() > 16 {
            break;
        }
        if index > 0 && !lexeme.text.starts_with('\'') {
            name.push(' ');
        }
        name.push_str(lexeme.text);
        if let Some(&holiday) = TABLE.get(name.as_str()) {
            found = Some((index + 1, holiday));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn every_rule_of_the_table_is_read() {
        let rows =
            include_str!("../../../rules/english/holidays.csv").lines().filter(|line| !line.starts_with('#')).skip(1);
        for row in rows {
            let name = row.split(',').next().unwrap();
            assert!(TABLE.contains_key(name), "{row}");
        }
    }

    #[test]
    fn movable_feasts() {
        assert_eq!(easter(2024), Some(date(2024, 3, 31)));
        assert_eq!(easter(2013), Some(date(2013, 3, 31)));
        assert_eq!(orthodox_easter(2018), Some(date(2018, 4, 8)));
        assert_eq!(TABLE["thanksgiving"].in_year(2013), Some(date(2013, 11, 28)));
        assert_eq!(TABLE["memorial day"].in_year(2012), Some(date(2012, 5, 28)));
    }
}
