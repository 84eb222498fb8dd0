//! Lengths of time, and moments told by their distance: "three weeks", "two years ago", "in the past ten years".

use super::calendar::{Stretch, day as whole_day, plus_days, plus_minutes, plus_months};
use super::class::{Class, Unit};
use super::parser::{Found, Parser};
use super::tense::Direction;
use crate::annotate::time::Grain;
use jiff::civil::Date;

/// A number of units; `None` where the words leave it open ("several weeks").
#[derive(Clone, Copy, Debug)]
struct Length {
    /// In halves and quarters of the unit, where it is given in them.
    count: Option<f64>,
    unit: Unit,
    end: usize,
    /// "a year": said without any number.
    article: bool,
}

impl Length {
    fn seconds(&self) -> Option<i64> {
        self.count.map(|count| (count * self.unit.seconds() as f64) as i64)
    }

    fn whole(&self) -> Option<i64> {
        self.count.filter(|count| count.fract() == 0.0 && *count < 1e6).map(|count| count as i64)
    }

    /// The grain that such a distance is told in.
    fn grain(&self) -> Grain {
        match self.unit {
            Unit::Second | Unit::Minute => Grain::Minute,
            Unit::Hour => Grain::Hour,
            Unit::Day => Grain::Day,
            Unit::Week | Unit::Fortnight => Grain::Week,
            Unit::Month => Grain::Month,
            Unit::Quarter => Grain::Quarter,
            Unit::Year => Grain::Year,
            Unit::Decade | Unit::Century => Grain::Decade,
        }
    }

    /// The day so far from `date`.
    fn from(&self, date: Date, sign: i64) -> Option<Date> {
        let count = self.whole()? * sign;
        match (self.unit.days(), self.unit.months()) {
            (Some(days), _) => plus_days(date, days * count),
            (_, Some(months)) => plus_months(date, months * count),
            _ => None,
        }
    }
}

impl Parser<'_> {
    /// The length or the distance at `at`.
    pub(super) fn duration(&self, at: usize) -> Option<Found> {
        if let Some(found) = self.anchored(at) {
            return Some(found);
        }
        let length = self.length(at)?;
        let end = length.end;
        match (self.text(end), self.text(end + 1)) {
            ("ago", _) => return Some(self.distance(&length, end + 1, -1)),
            ("hence", _) => return Some(self.distance(&length, end + 1, 1)),
            ("from", "now" | "today") => return Some(self.distance(&length, end + 2, 1)),
            ("to" | "ended" | "ending" | "from" | "before" | "after", _) => {
                if let Some(found) = self.counted_to(&length) {
                    return Some(found);
                }
            }
            _ => {}
        }
        if let ("later" | "earlier" | "before" | "after" | "previously", _) = (self.text(end), 0) {
            let own = matches!(self.text(end), "later" | "earlier" | "previously");
            return Some(Found {
                duration: length.seconds(),
                ..Found::new(end + usize::from(own), None, "a distance from an event, not from the day of publication")
            });
        }
        if (self.before(at) == "in" || self.before(at) == "within" && !length.article)
            && self.direction(at, end) == Direction::Future
            && length.count.is_some()
        {
            return Some(self.distance(&length, end, 1));
        }
        let lead = at - usize::from(matches!(self.before(at), "about" | "around" | "nearly" | "just"));
        if lead != at
            && self.before(lead) == "in"
            && length.count.is_some()
            && self.direction(at, end) == Direction::Future
        {
            return Some(self.distance(&length, end, 1));
        }
        let old = self.text(end) == "old" || self.text(end) == "-" && self.text(end + 1) == "old";
        let rate = length.article
            && !matches!(
                self.before(at),
                "for"
                    | "within"
                    | "after"
                    | "than"
                    | "about"
                    | "nearly"
                    | "almost"
                    | "lasted"
                    | "took"
                    | "over"
                    | "in"
                    | "just"
                    | "half"
            );
        if old || rate {
            return None;
        }
        Some(Found { duration: length.seconds(), ..Found::new(end, None, "a length of time") })
    }

    /// "three weeks", "a fortnight", "half an hour", "two and a half years", "a couple of days", "several months".
    fn length(&self, at: usize) -> Option<Length> {
        let unit_at = |at: usize| match self.class(at) {
            Class::Unit(unit) => Some(unit),
            _ if matches!(self.text(at), "quarters" | "quarter") => Some(Unit::Quarter),
            _ => None,
        };
        let measured = |count: Option<f64>, article: bool, at: usize| {
            let at = self.skip(at, "-");
            let at = at
                + usize::from(matches!(
                    self.text(at),
                    "more" | "full" | "consecutive" | "straight" | "whole" | "working" | "further" | "long"
                ));
            let unit = unit_at(at)?;
            let halves = self.text(at + 1) == "and" && self.text(at + 2) == "a" && self.text(at + 3) == "half";
            let count = count.map(|count| if halves { count + 0.5 } else { count });
            Some(Length { count, unit, end: at + 1 + usize::from(halves) * 3, article })
        };
        let text = self.text(at);
        match (text, self.class(at)) {
            ("a" | "an", _) => match self.text(at + 1) {
                "few" => measured(None, false, at + 2),
                "couple" => measured(Some(2.0), false, self.skip(at + 2, "of")),
                "dozen" => measured(Some(12.0), false, at + 2),
                "quarter" if self.text(at + 2) == "of" => match self.text(at + 3) {
                    "an" | "a" => measured(Some(0.25), false, at + 4),
                    _ => None,
                },
                "quarter" => None,
                _ => measured(Some(1.0), true, at + 1),
            },
            ("several" | "few", _) => measured(None, false, at + 1),
            ("half", _) => match self.text(at + 1) {
                "a" | "an" => measured(Some(0.5), false, at + 2),
                _ => None,
            },
            (_, Class::Cardinal(0) | Class::Digits(0, _)) => None, // "zero-day": no length
            (_, Class::Cardinal(count)) => {
                let mixed = self.text(at + 1) == "and"
                    && matches!(self.text(at + 2), "a" | "an")
                    && self.text(at + 3) == "half";
                let next = at + if mixed { 4 } else { 1 };
                measured(Some(f64::from(count) + if mixed { 0.5 } else { 0.0 }), false, next)
            }
            (_, Class::Digits(count, width)) if width <= 4 => {
                let unit = unit_at(self.skip(at + 1, "-"));
                // "in 2024 months of talks": a year stands in front of the unit by chance.
                let chance = width == 4 && self.year(at).is_some_and(|year| (1900..2100).contains(&year));
                (!chance || unit.is_none()).then(|| measured(Some(f64::from(count)), false, at + 1))?
            }
            (_, Class::Dotted(whole, part)) => {
                measured(Some(f64::from(whole) + f64::from(part) / 100.0), false, at + 1)
            }
            (_, Class::Decimal(thousandths)) => measured(Some(f64::from(thousandths) / 1000.0), false, at + 1),
            _ => None,
        }
    }

    /// A moment so far from publication. The farther it is, the coarser it is meant: "three years ago" is soft by a
    /// year, "a fortnight ago" by a week.
    fn distance(&self, length: &Length, end: usize, sign: i64) -> Found {
        let reason = "counted from the day of publication";
        let hours = matches!(length.unit, Unit::Second | Unit::Minute | Unit::Hour);
        let stretch = if hours {
            match (self.now(), length.seconds()) {
                (Some(now), Some(seconds)) => plus_minutes(now, sign * seconds / 60).and_then(|from| {
                    Some(Stretch { from, to: plus_minutes(from, 1)?, grain: length.grain(), approximate: true })
                }),
                _ => None,
            }
        } else {
            self.context.published.and_then(|date| length.from(date, sign)).and_then(|date| {
                let stretch = whole_day(date)?;
                let approximate = length.unit != Unit::Day || sign < 0 && length.whole().is_none_or(|days| days > 3);
                Some(match length.unit {
                    Unit::Year | Unit::Decade | Unit::Century => {
                        let month = super::calendar::month(date.year(), date.month().unsigned_abs())?;
                        Stretch { grain: length.grain(), approximate: true, ..month }
                    }
                    _ => Stretch { grain: length.grain(), approximate, ..stretch },
                })
            })
        };
        Found::new(end, stretch, reason)
    }

    /// "the past ten years", "the next three weeks", "the last two days".
    fn anchored(&self, at: usize) -> Option<Found> {
        let next = self.skip(at, "the");
        let sign = match self.text(next) {
            "last" | "past" | "previous" => -1,
            "next" | "coming" | "following" | "upcoming" => 1,
            _ => return None,
        };
        let length = self.length(next + 1).filter(|length| !length.article)?;
        let leaning = matches!(self.text(next), "previous" | "following");
        let stretch = self.context.published.filter(|_| !leaning).and_then(|date| {
            if matches!(length.unit, Unit::Second | Unit::Minute | Unit::Hour) {
                let far = plus_minutes(self.now()?, sign * length.seconds()? / 60)?;
                let (from, to) = if sign < 0 { (far, self.now()?) } else { (self.now()?, far) };
                return (from < to).then_some(Stretch { from, to, grain: length.grain(), approximate: true });
            }
            let far = length.from(date, sign)?;
            let (from, to) = if sign < 0 { (far, date) } else { (date, far) };
            Some(Stretch::dates(from, plus_days(to, 1)?, length.grain()).soft())
        });
        Some(Found {
            duration: length.seconds(),
            ..Found::new(length.end, stretch, "counted from the day of publication")
        })
    }

    /// "the six months to the end of March", "the 26 weeks to Oct 11", "three days after Easter".
    fn counted_to(&self, length: &Length) -> Option<Found> {
        let joiner = self.text(length.end);
        let at = length.end + 1;
        let at = if joiner == "to" {
            at + usize::from(matches!(self.text(at), "about" | "around"))
        } else {
            self.skip(at, "on")
        };
        if matches!(joiner, "to" | "ended" | "ending") {
            let (end, to) = if let Some((end, day)) = self.day(at) {
                (end, day.date.and_then(|date| plus_days(date, 1)))
            } else {
                let found = self.period(at)?;
                (found.end, found.value.and_then(|value| value.to).map(jiff::civil::DateTime::date))
            };
            let stretch = to.and_then(|to| Some(Stretch::dates(length.from(to, -1)?, to, length.grain())));
            return Some(Found { duration: length.seconds(), ..Found::new(end, stretch, "counted back from its end") });
        }
        let sign = if joiner == "before" { -1 } else { 1 };
        let (end, day) = self.day(at)?;
        let date = day.date.and_then(|date| length.from(date, sign));
        let stretch = date.and_then(whole_day);
        Some(Found { day: date, ..Found::new(end, stretch, "counted from the day it names") })
    }
}
