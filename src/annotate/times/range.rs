//! Stretches told by their two ends: "between 3 and 5 May", "from Monday to Wednesday", "2:30-4 a.m.", "2014-15".

use super::calendar::{self, Stretch, plus_days, plus_minutes};
use super::class::Class;
use super::clock::ClockTime;
use super::numeric::Clock;
use super::parser::{Found, Parser};
use super::slots::Slots;
use super::zone;
use crate::annotate::time::TimeValue;

impl Parser<'_> {
    /// The range at `at`.
    pub(super) fn range(&self, at: usize) -> Option<Found> {
        let lead = self.text(at);
        let start = at + usize::from(matches!(lead, "from" | "between"));
        let lead = if start == at { self.before(at) } else { lead };
        self.day_range(start, lead)
            .or_else(|| self.clock_range(start, lead))
            .or_else(|| self.year_range(start))
            .or_else(|| self.open_range(start, lead))
    }

    /// Past the word that joins the two ends.
    fn joiner(&self, at: usize, lead: &str) -> Option<usize> {
        match self.text(at) {
            "-" | "–" | "—" | "to" | "through" | "thru" | "until" | "till" => Some(at + 1),
            "and" if lead == "between" => Some(at + 1),
            _ => None,
        }
    }

    fn day_number(&self, at: usize) -> Option<(usize, u8)> {
        let at = self.skip(at, "the");
        match self.class(at) {
            Class::Digits(day @ 1..=31, 1..=2) | Class::Ordinal(day @ 1..=31) => Some((at + 1, day as u8)),
            _ => None,
        }
    }

    /// "3 to 5 May 2025", "July 13-15": one month for two days.
    fn day_range(&self, at: usize, lead: &str) -> Option<Found> {
        let (end, month, first, last, year) = if let Some((next, first)) = self.day_number(at) {
            let (next, last) = self.day_number(self.joiner(next, lead)?)?;
            let month_at = self.skip(next, "of");
            let month = self.month(month_at)?;
            let (end, year) = self.year_after(month_at + 1);
            (end, month, first, last, year)
        } else {
            let month = self.month(at)?;
            let (next, first) = self.day_number(at + 1)?;
            let joined = self.joiner(next, lead)?;
            let (next, last) = self.day_number(joined)?;
            if matches!(self.class(next), Class::Unit(_) | Class::Meridiem(_) | Class::Month(..)) {
                return None;
            }
            let (end, year) = self.year_after(next);
            (end, month, first, last, year)
        };
        let stretch = self.dated(at, end, year, month, first, None).and_then(|from| {
            let to = calendar::date_of(from.year(), month, last).filter(|to| *to > from)?;
            Some(Stretch {
                grain: crate::annotate::time::Grain::Days,
                ..Stretch::dates(from, plus_days(to, 1)?, crate::annotate::time::Grain::Days)
            })
        });
        (first < last).then(|| Found::new(end, stretch, "from the first day to the last"))
    }

    /// A clock time that may be a bare number, its half of the day told by the other end.
    fn loose_clock(&self, at: usize) -> Option<(usize, ClockTime)> {
        self.clock(at).or_else(|| {
            let hour = self.number(at, 2).filter(|hour| (1..=12).contains(hour))? as u8;
            let clock = Clock { hour, minute: None, half: None, whole_day: false };
            Some((at + 1, ClockTime { clock, midnight: false, spoken: true }))
        })
    }

    /// "between 2:30 a.m. and 4 a.m. on Tuesday", "3-4pm", "from 9:30 to 11:00 on Thursday", "Thursday 9-11am".
    fn clock_range(&self, at: usize, lead: &str) -> Option<Found> {
        let (at, day) = match self.day(at) {
            Some((end, day)) => (end + usize::from(matches!(self.text(end), "from" | "between")), Some(day)),
            None => (at, None),
        };
        let lead = if day.is_some() { self.before(at) } else { lead };
        let (next, mut first) = self.loose_clock(at)?;
        let (next, first_zone) = match zone::zone(self.lexemes.get(next..)?) {
            Some((length, zone)) => (next + length, Some(zone)),
            None => (next, None),
        };
        let joined = self.joiner(next, lead)?;
        let (end, mut last) = match self.slots(joined) {
            Some((end, slots)) if slots.clock.is_some() => (end, slots),
            _ => {
                let (end, clock) = self.loose_clock(joined)?;
                (end, Slots { clock: Some(clock), ..Slots::default() })
            }
        };
        let mut closing = last.clock?;
        let loose = |time: &ClockTime| time.spoken && time.clock.half.is_none();
        if loose(&first) && loose(&closing) && last.part.is_none() {
            return None;
        }
        if first.midnight {
            first.clock.minute = Some(0);
            first.midnight = false;
        }
        if first.clock.half.is_none() && !first.clock.whole_day && first.clock.hour <= 12 {
            first.clock.half = closing.clock.half;
            first.spoken = false;
            let hour = |time: &ClockTime| time.clock.hour % 12;
            // "11:30 to 1:30 p.m." begins in the morning.
            if hour(&first) > hour(&closing) && closing.clock.half == Some(super::numeric::Half::Evening) {
                first.clock.half = Some(super::numeric::Half::Morning);
            }
        }
        if closing.clock.half.is_none() && !closing.clock.whole_day {
            closing.clock.half = first.clock.half.filter(|_| closing.clock.hour % 12 > first.clock.hour % 12);
        }
        last.clock = Some(closing);
        last.day = last.day.or(day);
        last.zone = last.zone.or(first_zone);
        let opening = Slots { clock: Some(first), after: true, ..last };
        let (from, to) = (self.resolve(end, opening), self.resolve(end, last));
        between(from, to, "from the first time to the last", true)
    }

    /// "2014-15", "1960 - 1961", "2019 to 2021".
    fn year_range(&self, at: usize) -> Option<Found> {
        let first = self.year(at).filter(|year| (1500..2100).contains(year))?;
        let dash = matches!(self.text(at + 1), "-" | "–" | "—" | "/");
        let last = match self.class(at + 2) {
            Class::Digits(year, 2) if dash => i16::try_from(year).ok()? + first / 100 * 100,
            Class::Digits(year, 4) if dash || self.before(at) == "from" => i16::try_from(year).ok()?,
            _ => return None,
        };
        let stretch = (first < last && last < 2200).then(|| calendar::year(first)?.through(calendar::year(last)?))?;
        Some(Found::new(at + 3, stretch, "from the first year to the last"))
    }

    /// Any two phrases: "from Monday to Wednesday", "between March and May 2024".
    fn open_range(&self, at: usize, lead: &str) -> Option<Found> {
        let longest = |at: usize| {
            let readings = [self.moment(at), self.period(at)];
            readings.into_iter().flatten().max_by_key(|found| found.end)
        };
        let first = longest(at)?;
        let joined = self.joiner(first.end, lead)?;
        let dash = matches!(self.text(first.end), "-" | "–" | "—");
        if !(matches!(lead, "from" | "between") || dash || matches!(self.text(first.end), "through" | "thru")) {
            return None;
        }
        // "moved from Monday to Wednesday" names two days, not three.
        let moved = (at.saturating_sub(8)..at).any(|at| {
            let word = self.text(at);
            ["mov", "postpon", "resched", "chang", "delay", "push", "shift", "brought", "switch"]
                .iter()
                .any(|stem| word.starts_with(stem))
        });
        if moved && lead == "from" {
            return None;
        }
        let mut last = longest(joined)?;
        // A day or month before the first lies in the week or year after it.
        if let (Some(start), Some(end)) = (first.value, last.value) {
            let (from, to) = (start.from?, end.to?);
            if to <= from {
                let ahead = if last.weekday.is_some() { 7 * 24 * 60 } else { return None };
                last.value =
                    Some(TimeValue { from: plus_minutes(end.from?, ahead), to: plus_minutes(to, ahead), ..end });
            }
        }
        between(first, last, "from the first to the last", false)
    }
}

/// From the start of one phrase to the end of the other, or to its start where both are clock times.
fn between(first: Found, last: Found, reason: &'static str, clock: bool) -> Option<Found> {
    let value = match (first.value, last.value) {
        (Some(first), Some(last)) => {
            let from = first.from?;
            // A clock time ends a stretch where it strikes; a day or month is taken whole.
            let mut to = if clock { last.from? } else { last.to? };
            if clock && to <= from {
                to = plus_minutes(to, 24 * 60)?;
            }
            if to <= from {
                return None;
            }
            Some(TimeValue {
                from: Some(from),
                to: Some(to),
                grain: if clock { first.grain } else { first.grain.min(last.grain) },
                offset: last.offset.or(first.offset),
                approximate: first.approximate || last.approximate,
            })
        }
        _ => None,
    };
    Some(Found {
        end: last.end,
        value,
        duration: None,
        weekday: first.weekday,
        day: first.day,
        part: first.part,
        clock: None,
        reason,
    })
}
