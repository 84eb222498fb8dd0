//! Days: weekdays, dates in words and figures, holidays, and days told from other days.

use super::calendar::{self, date_of, days_between, plus_days, plus_months, weekday_from, weekday_of, weekday_until};
use super::holiday::{Holiday, holiday};
use super::lexicon::{Class, Unit};
use super::numeric::NumericDate;
use super::parser::Parser;
use super::tense::Direction;
use jiff::civil::Date;

/// A day that was named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Day {
    pub(super) date: Option<Date>,
    pub(super) weekday: Option<u8>,
    pub(super) reason: &'static str,
}

impl Day {
    fn new(date: Option<Date>, reason: &'static str) -> Self {
        Self { date, weekday: None, reason }
    }
}

impl Parser<'_> {
    /// The day at `at` and where it ends.
    pub(super) fn day(&self, at: usize) -> Option<(usize, Day)> {
        self.relative_day(at)
            .or_else(|| self.day_in_period(at))
            .or_else(|| self.date(at))
            .or_else(|| self.weekday_phrase(at))
            .or_else(|| self.holiday_phrase(at))
            .or_else(|| self.leaning_day(at))
    }

    /// A day by its own name, not counted within a period.
    pub(super) fn named_day(&self, at: usize) -> Option<(usize, Day)> {
        self.date(at).or_else(|| self.weekday_phrase(at)).or_else(|| self.holiday_phrase(at))
    }

    /// "today", "the day before yesterday", "the day after Labor Day".
    fn relative_day(&self, at: usize) -> Option<(usize, Day)> {
        if let Class::Day(days) = self.class(at) {
            let date = self.context.published.and_then(|date| plus_days(date, days));
            return Some((at + 1, Day::new(date, "counted from the day of publication")));
        }
        let next = self.skip(at, "the");
        if self.text(next) != "day" {
            return None;
        }
        let days = match self.text(next + 1) {
            "before" => -1,
            "after" => 1,
            _ => return None,
        };
        let (end, day) = match self.class(next + 2) {
            Class::Day(_) => self.relative_day(next + 2)?,
            _ => self.named_day(next + 2)?,
        };
        Some((end, Day::new(day.date.and_then(|date| plus_days(date, days)), "counted from the day it names")))
    }

    /// A weekday with what selects it, and a date that follows it.
    fn weekday_phrase(&self, at: usize) -> Option<(usize, Day)> {
        if let Some(found) = self.weeks_weekday(at) {
            return Some(found);
        }
        let mut next = self.skip(at, "the");
        let selector = match self.text(next) {
            word @ ("last" | "past" | "previous" | "next" | "this" | "coming" | "upcoming" | "following") => {
                next += 1;
                word
            }
            _ => "",
        };
        if selector == "this" && matches!(self.text(next), "past" | "coming") {
            return self.weekday_phrase(next);
        }
        if selector.is_empty() && next != at {
            return None;
        }
        if matches!(self.before(at), "every" | "each" | "most") {
            return None;
        }
        let weekday = self.weekday(next)?;
        let mut end = next + 1;
        if selector.is_empty()
            && let Some((end, date)) = self.date_after_weekday(end, weekday)
        {
            return Some((end, Day { date, weekday: Some(weekday), reason: "a date, its year from the weekday" }));
        }
        if self.before(at) == "that" {
            let date = self.context.last_day.filter(|date| weekday_of(*date) == weekday);
            return Some((end, Day { date, weekday: Some(weekday), reason: "told from the last day that was named" }));
        }
        let published = self.context.published;
        let in_week = |weeks: i64| {
            let monday = calendar::week(published?)?.from.date();
            plus_days(monday, weeks * 7 + i64::from(weekday))
        };
        let joined = end + usize::from(matches!(self.text(end), "of" | "from"));
        let week = match (self.text(joined), self.class(joined + 1)) {
            ("last", Class::Unit(Unit::Week)) => Some(-1),
            ("this", Class::Unit(Unit::Week)) => Some(0),
            ("next", Class::Unit(Unit::Week)) => Some(1),
            _ => None,
        };
        if let Some(weeks) = week {
            let day = Day { date: in_week(weeks), weekday: Some(weekday), reason: "the weekday of the week it names" };
            return Some((joined + 2, day));
        }
        let (date, reason) = match selector {
            "last" | "past" | "previous" => (
                published.and_then(|date| weekday_until(plus_days(date, -1)?, weekday)),
                "the last such weekday before publication",
            ),
            "next" => (in_week(1), "the weekday of the week after publication"),
            "coming" | "upcoming" => (
                published.and_then(|date| weekday_from(plus_days(date, 1)?, weekday)),
                "the next such weekday after publication",
            ),
            "following" => (
                self.context.last_day.and_then(|date| weekday_from(plus_days(date, 1)?, weekday)),
                "the weekday after the last day named",
            ),
            _ => {
                if self.text(end) == "after" && self.text(end + 1) == "next" {
                    end += 2;
                    (in_week(1), "the weekday of the week after publication")
                } else if self.direction(at, end) == Direction::Future {
                    (
                        published.and_then(|date| weekday_from(date, weekday)),
                        "the next such weekday, the verb looking forward",
                    )
                } else {
                    (
                        published.and_then(|date| weekday_until(date, weekday)),
                        "the last such weekday, news looking back",
                    )
                }
            }
        };
        Some((end, Day { date, weekday: Some(weekday), reason }))
    }

    /// "last week's Sunday".
    fn weeks_weekday(&self, at: usize) -> Option<(usize, Day)> {
        let weeks = match self.text(at) {
            "last" => -1,
            "this" => 0,
            "next" => 1,
            _ => return None,
        };
        let Class::Weekday(weekday, true) = self.class(at + 3) else { return None };
        if self.class(at + 1) != Class::Unit(Unit::Week) || self.text(at + 2) != "'s" {
            return None;
        }
        let monday = self.context.published.and_then(|date| Some(calendar::week(date)?.from.date()));
        let date = monday.and_then(|monday| plus_days(monday, weeks * 7 + i64::from(weekday)));
        Some((at + 4, Day { date, weekday: Some(weekday), reason: "the weekday of the week it names" }))
    }

    /// "Tuesday, March 4", "Friday 5 December 2025", "Tuesday the 19th".
    fn date_after_weekday(&self, at: usize, weekday: u8) -> Option<(usize, Option<Date>)> {
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
    fn date(&self, at: usize) -> Option<(usize, Day)> {
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
        let Some(published) = self.context.published else { return date_of(self.context.year?, month, day) };
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

    /// "the first Monday in January", "last Friday of the month", "the last day of October 2015".
    fn day_in_period(&self, at: usize) -> Option<(usize, Day)> {
        let next = self.skip(at, "the");
        let number = match (self.text(next), self.class(next)) {
            ("last", _) => -1,
            (_, Class::Ordinal(number @ 1..=5)) => i64::from(number),
            _ => return None,
        };
        let whole_day = self.class(next + 1) == Class::Unit(Unit::Day);
        let weekday = match self.class(next + 1) {
            Class::Weekday(weekday, _) => Some(weekday),
            _ if whole_day => None,
            _ => return None,
        };
        if !matches!(self.text(next + 2), "in" | "of") {
            return None;
        }
        let (end, within) = self.container(next + 3)?;
        let date = within.and_then(|within| match weekday {
            Some(weekday) => calendar::nth_weekday(within, weekday, number),
            None if number > 0 => plus_days(within.from.date(), number - 1),
            None => plus_days(within.to.date(), -1),
        });
        Some((end, Day { date, weekday, reason: "a day counted within the period it names" }))
    }

    /// A holiday, with its year or without.
    fn holiday_phrase(&self, at: usize) -> Option<(usize, Day)> {
        let next = at + usize::from(matches!(self.text(at), "last" | "next" | "this"));
        // A name that is also a word ("easter", "epiphany") wants its capital outside of lists.
        if !self.capital(next) && !self.listing {
            return None;
        }
        let (length, named) = holiday(self.lexemes.get(next..)?)?;
        if named == Holiday::Name {
            return None;
        }
        let (end, year) = self.year_after(next + length);
        let published = self.context.published;
        let nearest = |lean: i64| {
            let published = published?;
            let near = [-1, 0, 1].into_iter().filter_map(|years| named.in_year(published.year().checked_add(years)?));
            near.min_by_key(|date| (days_between(published, *date) - lean).abs())
        };
        let date = match (year, self.text(at)) {
            (Some(year), _) => named.in_year(year),
            (None, "last") => nearest(-183),
            (None, "next") => nearest(183),
            _ => match (published, self.context.year) {
                (None, Some(year)) => named.in_year(year),
                _ => match self.open_direction(at, end) {
                    Direction::Past => nearest(-120),
                    Direction::Future => nearest(if self.listing { 183 } else { 120 }),
                    Direction::Unknown => nearest(0),
                },
            },
        };
        Some((end, Day::new(date, "a named day, the nearest the verb's way")))
    }

    /// "that day", "the following day", "the day before": told from the last day the paragraph named.
    fn leaning_day(&self, at: usize) -> Option<(usize, Day)> {
        let next = self.skip(at, "the");
        let days = match (self.text(next), self.class(next + 1)) {
            ("that" | "same", Class::Unit(Unit::Day)) => 0,
            ("following" | "next", Class::Unit(Unit::Day)) if next != at => 1,
            ("previous", Class::Unit(Unit::Day)) => -1,
            ("day", _) if next != at && self.text(next + 1) == "before" && self.stops(next + 2) => -1,
            ("day", _) if next != at && self.text(next + 1) == "after" && self.stops(next + 2) => 1,
            _ => return None,
        };
        if self.class(next + 1) == Class::Unit(Unit::Day) && self.text(next + 1) == "days" {
            return None;
        }
        let date = self.context.last_day.and_then(|date| plus_days(date, days));
        Some((next + 2, Day::new(date, "told from the last day that was named")))
    }
}

fn is_plain(year: i16) -> bool {
    (1500..2100).contains(&year)
}
