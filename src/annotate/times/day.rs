//! Days: weekdays, holidays, days counted within a period, and days told from other days. Dates are `date`'s.

use super::calendar::{self, days_between, plus_days, weekday_from, weekday_of, weekday_until};
use super::class::{Class, Unit};
use super::holiday::{Holiday, holiday};
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
    pub(super) fn new(date: Option<Date>, reason: &'static str) -> Self {
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
        let end = next + 1;
        if selector.is_empty()
            && let Some((end, date)) = self.date_after_weekday(end, weekday)
        {
            return Some((end, Day { date, weekday: Some(weekday), reason: "a date, its year from the weekday" }));
        }
        if self.before(at) == "that" {
            let date = self.context.last_day.filter(|date| weekday_of(*date) == weekday);
            return Some((end, Day { date, weekday: Some(weekday), reason: "told from the last day that was named" }));
        }
        let day = |date, reason| Day { date, weekday: Some(weekday), reason };
        let joined = end + usize::from(matches!(self.text(end), "of" | "from"));
        let week = match (self.text(joined), self.class(joined + 1)) {
            ("last", Class::Unit(Unit::Week)) => Some(-1),
            ("this", Class::Unit(Unit::Week)) => Some(0),
            ("next", Class::Unit(Unit::Week)) => Some(1),
            _ => None,
        };
        if let Some(weeks) = week {
            return Some((joined + 2, day(self.in_week(weekday, weeks), "the weekday of the week it names")));
        }
        if self.text(end) == "after" && self.text(end + 1) == "next" && matches!(selector, "" | "this") {
            let date = self.in_week(weekday, 1);
            return Some((end + 2, day(date, "the weekday of the week after publication")));
        }
        let (date, reason) = self.selected(selector, weekday, at, end);
        Some((end, day(date, reason)))
    }

    /// The weekday of the week that lies so many weeks from that of publication.
    fn in_week(&self, weekday: u8, weeks: i64) -> Option<Date> {
        let monday = calendar::week(self.context.published?)?.from.date();
        plus_days(monday, weeks * 7 + i64::from(weekday))
    }

    /// The day that a weekday is by the word in front of it, or else by the way the verb looks.
    fn selected(&self, selector: &str, weekday: u8, at: usize, end: usize) -> (Option<Date>, &'static str) {
        let published = self.context.published;
        match selector {
            "last" | "past" | "previous" => (
                published.and_then(|date| weekday_until(plus_days(date, -1)?, weekday)),
                "the last such weekday before publication",
            ),
            "next" => (self.in_week(weekday, 1), "the weekday of the week after publication"),
            "coming" | "upcoming" => (
                published.and_then(|date| weekday_from(plus_days(date, 1)?, weekday)),
                "the next such weekday after publication",
            ),
            "following" => (
                self.context.last_day.and_then(|date| weekday_from(plus_days(date, 1)?, weekday)),
                "the weekday after the last day named",
            ),
            _ if self.direction(at, end) == Direction::Future => (
                published.and_then(|date| weekday_from(date, weekday)),
                "the next such weekday, the verb looking forward",
            ),
            _ => (published.and_then(|date| weekday_until(date, weekday)), "the last such weekday, news looking back"),
        }
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
        let lent = if published.is_none() { self.lent_year() } else { None };
        let date = match (year, self.text(at)) {
            (Some(year), _) => named.in_year(year),
            (None, "last") => nearest(-183),
            (None, "next") => nearest(183),
            _ => match lent {
                Some(year) => named.in_year(year),
                None => match self.open_direction(at, end) {
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
