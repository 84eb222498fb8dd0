//! Dates, written out or in figures, and the year that goes with them.

use super::calendar::{date_of, days_between, plus_months, weekday_of};
use super::class::{Class, Unit};
use super::day::Day;
use super::numeric::NumericDate;
use super::parser::Parser;
use super::tense::Direction;
use jiff::civil::Date;

impl Parser<'_> {
    /// "Tuesday, March 4", "Friday 5 December 2025", "Tuesday the 19th".
    pub(super) fn date_after_weekday(&self, at: usize, weekday: u8) -> Option<(usize, Option<Date>)> {
        let next = self.skip(at, ",");
        if let Some((end, month, day, year)) = self.written_date(next) {
            return Some((end, self.dated(next, end, year, month, day, Some(weekday))));
        }
        let next = self.skip(at, "the");
        let Class::Ordinal(day @ 1..=31) = self.class(next) else { return None };
        if !self.ends_phrase(next + 1) {
            return None;
        }
        let published = self.context.published?;
        let first = date_of(published.year(), published.month().unsigned_abs(), 1)?;
        let fits = |months: i64| {
            let month = plus_months(first, months)?;
            date_of(month.year(), month.month().unsigned_abs(), day as u8).filter(|date| weekday_of(*date) == weekday)
        };
        Some((next + 1, [0, -1, 1, -2, 2, 3, -3, 4, 5, 6].into_iter().find_map(fits)))
    }

    /// A date in any written form.
    pub(super) fn date(&self, at: usize) -> Option<(usize, Day)> {
        if let Class::Date(NumericDate { year, month, day: Some(day) }) = self.class(at) {
            let slashed = self.text(at).contains('/') && year.is_none();
            // "10/12" is as often a fraction or a score.
            if slashed && !self.listing && self.before(at) != "on" {
                return None;
            }
            let date = self.dated(at, at + 1, year, month, day, None);
            return Some((at + 1, Day::new(date, "a date in figures")));
        }
        if let Some((end, month, day, year)) = self.written_date(at) {
            let weekday = (self.text(end) == "," && self.capital(end + 1)).then(|| self.weekday(end + 1)).flatten();
            let weekday = weekday.filter(|_| !matches!(self.class(end + 2), Class::Digits(..) | Class::Month(..)));
            let date = self.dated(at, end, year, month, day, weekday);
            let reason = if year.is_some() { "a full date" } else { "a date, its year the nearest that fits" };
            return Some((end + usize::from(weekday.is_some()) * 2, Day { date, weekday, reason }));
        }
        self.day_of_month(at)
    }

    /// "4 March 2025", "the 4th of March", "March 4, 2025", "March the 4th": end, month, day, year.
    fn written_date(&self, at: usize) -> Option<(usize, u8, u8, Option<i16>)> {
        let next = self.skip(at, "the");
        let article = next != at;
        let valid = |day: u32| u8::try_from(day).ok().filter(|day| (1..=31).contains(day));
        let day = match self.class(next) {
            Class::Digits(day, 1..=2) | Class::Ordinal(day) => valid(day),
            _ => None,
        };
        if let Some(day) = day {
            let named = next + 1 + usize::from(self.text(next + 1) == "day");
            let month_at = self.skip(named, "of");
            let month = self.month(month_at)?;
            let (end, year) = self.year_after(month_at + 1);
            return Some((end, month, day, year));
        }
        if article {
            return None;
        }
        let month = self.month(at)?;
        let day_at = self.skip(at + 1, "the");
        let day = match self.class(day_at) {
            Class::Digits(day, 1..=2) if day_at == at + 1 => valid(day)?,
            Class::Ordinal(day) => valid(day)?,
            _ => return None,
        };
        // "March 4 p.m."-like strings are no dates, nor are "June 12 people".
        if matches!(self.class(day_at + 1), Class::Meridiem(_) | Class::OClock | Class::Unit(_)) {
            return None;
        }
        let (end, year) = self.year_after(day_at + 1);
        Some((end, month, day, year))
    }

    /// A year that completes a date, after a comma or none.
    pub(super) fn year_after(&self, at: usize) -> (usize, Option<i16>) {
        let next = self.skip(at, ",");
        let next = if next == at { self.skip(at, "of") } else { next };
        match self.year(next) {
            Some(year) if !matches!(self.class(next + 1), Class::Meridiem(_)) && (next == at || is_plain(year)) => {
                (next + 1, Some(year))
            }
            _ => {
                let relative = |word: &str| match word {
                    "last" => Some(-1),
                    "this" => Some(0),
                    "next" => Some(1),
                    _ => None,
                };
                match (relative(self.text(next)), self.class(next + 1), self.context.published) {
                    (Some(years), Class::Unit(Unit::Year), Some(date)) if self.text(at) != "," => {
                        (next + 2, date.year().checked_add(years))
                    }
                    _ => (at, None),
                }
            }
        }
    }

    /// A month and day with the year that the text, the weekday, or the nearest publication gives.
    pub(super) fn dated(
        &self,
        start: usize,
        end: usize,
        year: Option<i16>,
        month: u8,
        day: u8,
        weekday: Option<u8>,
    ) -> Option<Date> {
        if let Some(year) = year {
            return date_of(year, month, day);
        }
        let Some(published) = self.context.published else { return date_of(self.lent_year()?, month, day) };
        let candidate = |years: i16| date_of(published.year().checked_add(years)?, month, day);
        if let Some(weekday) = weekday {
            let fits = |years| candidate(years).filter(|date| weekday_of(*date) == weekday);
            if let Some(date) = [0, -1, 1, -2, 2, -3, 3, -4, 4, -5, 5, -6, 6].into_iter().find_map(fits) {
                return Some(date);
            }
        }
        let near = [-1, 0, 1].into_iter().filter_map(candidate);
        // A date most of a year off would have been given its year: nearness outweighs the tense of the verb.
        let lean = match self.open_direction(start, end) {
            Direction::Past => -120,
            Direction::Future if self.listing => 182,
            Direction::Future => 60,
            Direction::Unknown => 0,
        };
        near.min_by_key(|date| (days_between(published, *date) - lean).abs())
    }

    /// "the 24th", "20th of next month": a day of a month that is not named.
    fn day_of_month(&self, at: usize) -> Option<(usize, Day)> {
        let next = self.skip(at, "the");
        let day = match self.class(next) {
            Class::Ordinal(day @ 1..=31) | Class::Digits(day @ 1..=31, 1..=2) => day as u8,
            _ => return None,
        };
        let numeric = self.text(next).starts_with(|c: char| c.is_ascii_digit());
        let published = self.context.published;
        let named = next + 1 + usize::from(self.text(next + 1) == "day");
        if self.text(named) == "of" {
            let at = self.skip(named + 1, "the");
            let months = match self.text(at) {
                "this" | "current" => 0,
                "last" | "previous" => -1,
                "next" => 1,
                _ => return None,
            };
            if self.class(at + 1) != Class::Unit(Unit::Month) {
                return None;
            }
            let date = published.and_then(|date| {
                let month = plus_months(date, months)?;
                date_of(month.year(), month.month().unsigned_abs(), day)
            });
            return Some((at + 2, Day::new(date, "a day of the month it names")));
        }
        let ordinal = matches!(self.class(next), Class::Ordinal(_)) && numeric;
        if !ordinal || self.before(at) != "on" || !self.ends_phrase(next + 1) {
            return None;
        }
        let date = published.and_then(|published| {
            let candidates = [-1, 0, 1].into_iter().filter_map(|months| {
                let month = plus_months(date_of(published.year(), published.month().unsigned_abs(), 1)?, months)?;
                date_of(month.year(), month.month().unsigned_abs(), day)
            });
            let future = self.direction(at, next + 1) == Direction::Future;
            let fits = |date: &Date| if future { *date >= published } else { *date <= published };
            candidates.filter(fits).min_by_key(|date| days_between(published, *date).abs())
        });
        Some((next + 1, Day::new(date, "a day of the month, the nearest the verb's way")))
    }
}

fn is_plain(year: i16) -> bool {
    (1500..2100).contains(&year)
}
