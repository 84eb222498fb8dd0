//! Stretches of the civil calendar: days, weeks, months and the rest as half-open intervals.
//!
//! Nothing here knows words. Every function gives `None` where the calendar ends (years outside −9999…9999), so
//! that no phrase, however absurd, can make the arithmetic overflow.

use crate::annotate::time::{Grain, TimeValue};
use jiff::SignedDuration;
use jiff::civil::{Date, DateTime};

/// A half-open interval of civil time with the grain it was given in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Stretch {
    pub(super) from: DateTime,
    pub(super) to: DateTime,
    pub(super) grain: Grain,
    pub(super) approximate: bool,
}

/// Which part of a longer stretch is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Portion {
    Early,
    Middle,
    Late,
}

impl Stretch {
    /// Midnight to midnight.
    pub(super) fn dates(from: Date, to: Date, grain: Grain) -> Self {
        Self { from: midnight(from), to: midnight(to), grain, approximate: false }
    }

    pub(super) fn value(self) -> TimeValue {
        TimeValue {
            from: Some(self.from),
            to: Some(self.to),
            grain: self.grain,
            offset: None,
            approximate: self.approximate,
        }
    }

    pub(super) fn soft(self) -> Self {
        Self { approximate: true, ..self }
    }

    /// From the start of `self` to the end of `other`, where that is later.
    pub(super) fn through(self, other: Self) -> Option<Self> {
        (self.from < other.to).then_some(Self {
            from: self.from,
            to: other.to,
            grain: self.grain.min(other.grain),
            approximate: self.approximate || other.approximate,
        })
    }

    /// A third of it: days 1–10, 11–20 and the rest of a month, four months of a year, and by days otherwise. The
    /// ends are soft, for nobody counts so exactly.
    pub(super) fn portion(self, portion: Portion) -> Option<Self> {
        let (from, to) = (self.from.date(), self.to.date());
        let days = days_between(from, to);
        let (first, second) = match self.grain {
            Grain::Month => (plus_days(from, 10)?, plus_days(from, 20)?),
            Grain::Year => (plus_months(from, 4)?, plus_months(from, 8)?),
            _ => (plus_days(from, (days + 1) / 3)?, plus_days(from, (days * 2 + 1) / 3)?),
        };
        let (from, to) = match portion {
            Portion::Early => (from, first),
            Portion::Middle => (first, second),
            Portion::Late => (second, to),
        };
        let grain = match self.grain {
            Grain::Day | Grain::Days | Grain::Week => Grain::Days,
            Grain::Month => Grain::Week,
            Grain::Quarter | Grain::Season => Grain::Month,
            Grain::Year => Grain::Quarter,
            Grain::Decade => Grain::Year,
            grain => grain,
        };
        Some(Self::dates(from, to, grain).soft())
    }
}

pub(super) fn midnight(date: Date) -> DateTime {
    date.at(0, 0, 0, 0)
}

pub(super) fn date_of(year: i16, month: u8, day: u8) -> Option<Date> {
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

pub(super) fn plus_days(date: Date, days: i64) -> Option<Date> {
    (days.abs() < 8_000_000).then(|| date.checked_add(SignedDuration::from_hours(days * 24)).ok())?
}

pub(super) fn plus_minutes(time: DateTime, minutes: i64) -> Option<DateTime> {
    (minutes.abs() < 10_000_000_000).then(|| time.checked_add(SignedDuration::from_mins(minutes)).ok())?
}

/// The same day so many months on, or the month's last where it has no such day.
pub(super) fn plus_months(date: Date, months: i64) -> Option<Date> {
    let count = i64::from(date.year()) * 12 + i64::from(date.month()) - 1 + months;
    let year = i16::try_from(count.div_euclid(12)).ok()?;
    let month = i8::try_from(count.rem_euclid(12) + 1).ok()?;
    let first = Date::new(year, month, 1).ok()?;
    Date::new(year, month, date.day().min(first.days_in_month())).ok()
}

pub(super) fn days_between(from: Date, to: Date) -> i64 {
    (midnight(to).duration_since(midnight(from))).as_hours() / 24
}

/// 0 is Monday.
pub(super) fn weekday_of(date: Date) -> u8 {
    date.weekday().to_monday_zero_offset().unsigned_abs()
}

pub(super) fn day(date: Date) -> Option<Stretch> {
    Some(Stretch::dates(date, plus_days(date, 1)?, Grain::Day))
}

/// The week from Monday that holds `date`.
pub(super) fn week(date: Date) -> Option<Stretch> {
    let monday = plus_days(date, -i64::from(weekday_of(date)))?;
    Some(Stretch::dates(monday, plus_days(monday, 7)?, Grain::Week))
}

/// Friday 18:00 to the end of Sunday, in the week that holds `date`.
pub(super) fn weekend(date: Date) -> Option<Stretch> {
    let monday = week(date)?.from.date();
    let from = plus_days(monday, 4)?.at(18, 0, 0, 0);
    Some(Stretch { from, to: midnight(plus_days(monday, 7)?), grain: Grain::Days, approximate: false })
}

pub(super) fn months(year: i16, month: u8, count: i64, grain: Grain) -> Option<Stretch> {
    let from = date_of(year, month, 1)?;
    Some(Stretch::dates(from, plus_months(from, count)?, grain))
}

pub(super) fn month(year: i16, month: u8) -> Option<Stretch> {
    months(year, month, 1, Grain::Month)
}

pub(super) fn year(year: i16) -> Option<Stretch> {
    months(year, 1, 12, Grain::Year)
}

/// Quarter 1 to 4 of a calendar year.
pub(super) fn quarter(year: i16, quarter: u8) -> Option<Stretch> {
    (1..=4).contains(&quarter).then(|| months(year, quarter * 3 - 2, 3, Grain::Quarter))?
}

/// Spring (0) to winter (3) by the northern meteorological year; winter runs into the next. Soft: half the readers
/// count by the solstices, which come three weeks later.
pub(super) fn season(year: i16, season: u8) -> Option<Stretch> {
    months(year, season * 3 + 3, 3, Grain::Season).map(Stretch::soft)
}

/// Years from `from` on.
pub(super) fn years(from: i16, count: i64) -> Option<Stretch> {
    months(from, 1, count * 12, Grain::Decade)
}

/// The `number`th such weekday of a stretch, from its end where `number` is negative.
pub(super) fn nth_weekday(within: Stretch, weekday: u8, number: i64) -> Option<Date> {
    let (first, end) = (within.from.date(), within.to.date());
    let found = if number > 0 {
        let ahead = (i64::from(weekday) - i64::from(weekday_of(first))).rem_euclid(7);
        plus_days(first, ahead + (number - 1) * 7)?
    } else {
        let last = plus_days(end, -1)?;
        let back = (i64::from(weekday_of(last)) - i64::from(weekday)).rem_euclid(7);
        plus_days(last, (number + 1) * 7 - back)?
    };
    (first <= found && found < end).then_some(found)
}

/// Such a weekday on or after `date`.
pub(super) fn weekday_from(date: Date, weekday: u8) -> Option<Date> {
    plus_days(date, (i64::from(weekday) - i64::from(weekday_of(date))).rem_euclid(7))
}

/// Such a weekday on or before `date`.
pub(super) fn weekday_until(date: Date, weekday: u8) -> Option<Date> {
    plus_days(date, -(i64::from(weekday_of(date)) - i64::from(weekday)).rem_euclid(7))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use proptest::prelude::*;

    #[test]
    fn months_end_where_they_end() {
        assert_eq!(plus_months(date(2024, 1, 31), 1), Some(date(2024, 2, 29)));
        assert_eq!(plus_months(date(2024, 1, 31), -14), Some(date(2022, 11, 30)));
        assert_eq!(plus_months(date(9999, 12, 1), 1), None);
    }

    #[test]
    fn weekdays_are_counted_from_either_end() {
        let march = month(2024, 3).unwrap();
        assert_eq!(nth_weekday(march, 6, -1), Some(date(2024, 3, 31)));
        assert_eq!(nth_weekday(march, 4, 1), Some(date(2024, 3, 1)));
        assert_eq!(nth_weekday(march, 0, 5), None);
    }

    #[test]
    fn a_month_falls_into_thirds() {
        let april = month(2024, 4).unwrap();
        assert_eq!(april.portion(Portion::Late).unwrap().from, midnight(date(2024, 4, 21)));
        assert_eq!(april.portion(Portion::Late).unwrap().to, april.to);
    }

    proptest! {
        #[test]
        fn the_week_of_a_day_holds_it(days in 0i64..20_000) {
            let day = plus_days(date(1990, 1, 1), days).unwrap();
            let week = week(day).unwrap();
            prop_assert!(week.from.date() <= day && day < week.to.date());
            prop_assert_eq!(weekday_of(week.from.date()), 0);
        }

        #[test]
        fn weekdays_on_either_side_are_less_than_a_week_away(days in 0i64..20_000, weekday in 0u8..7) {
            let day = plus_days(date(1990, 1, 1), days).unwrap();
            let (before, after) = (weekday_until(day, weekday).unwrap(), weekday_from(day, weekday).unwrap());
            prop_assert!(before <= day && day <= after);
            prop_assert!(days_between(before, day) < 7 && days_between(day, after) < 7);
            prop_assert_eq!((weekday_of(before), weekday_of(after)), (weekday, weekday));
        }
    }
}
