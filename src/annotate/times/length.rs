//! Lengths of time by themselves: "three weeks", "half an hour", "two and a half years".

use super::calendar::{plus_days, plus_months};
use super::class::{Class, Unit};
use super::parser::Parser;
use crate::annotate::time::Grain;
use jiff::civil::Date;

/// A number of units; `None` where the words leave it open ("several weeks").
#[derive(Clone, Copy, Debug)]
pub(super) struct Length {
    /// In halves and quarters of the unit, where it is given in them.
    pub(super) count: Option<f64>,
    pub(super) unit: Unit,
    pub(super) end: usize,
    /// "a year": said without any number.
    pub(super) article: bool,
}

impl Length {
    pub(super) fn seconds(&self) -> Option<i64> {
        self.count.map(|count| (count * self.unit.seconds() as f64) as i64)
    }

    pub(super) fn whole(&self) -> Option<i64> {
        self.count.filter(|count| count.fract() == 0.0 && *count < 1e6).map(|count| count as i64)
    }

    /// The grain that such a distance is told in.
    pub(super) fn grain(&self) -> Grain {
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
    pub(super) fn from(&self, date: Date, sign: i64) -> Option<Date> {
        let count = self.whole()? * sign;
        match (self.unit.days(), self.unit.months()) {
            (Some(days), _) => plus_days(date, days * count),
            (_, Some(months)) => plus_months(date, months * count),
            _ => None,
        }
    }
}

impl Parser<'_> {
    /// "three weeks", "a fortnight", "half an hour", "two and a half years", "a couple of days", "several months".
    pub(super) fn length(&self, at: usize) -> Option<Length> {
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
}
