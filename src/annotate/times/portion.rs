//! Parts of a period: its halves, its ends, and what of it has gone by.

use super::calendar::{self, Portion, Stretch, plus_days, plus_months};
use super::class::Unit;
use crate::annotate::time::Grain;
use jiff::civil::Date;

/// Which part of a period is meant.
#[derive(Clone, Copy)]
pub(super) enum Cut {
    Whole,
    Portion(Portion),
    /// Its second half, or its first.
    Half(bool),
    /// Its end, or its start.
    Edge(bool),
    /// What is left of it from publication on, or what has gone by.
    Now(bool),
}

pub(super) fn half(stretch: Stretch, second: bool) -> Option<Stretch> {
    let (from, to) = (stretch.from.date(), stretch.to.date());
    let middle = if stretch.grain == Grain::Year {
        plus_months(from, 6)?
    } else {
        plus_days(from, calendar::days_between(from, to) / 2)?
    };
    let grain = if stretch.grain == Grain::Year { Grain::Quarter } else { Grain::Days };
    Some(if second { Stretch::dates(middle, to, grain) } else { Stretch::dates(from, middle, grain) })
}

/// The start or the end: three days of a week, ten of a month, three months of a year (the last four at its end).
pub(super) fn edge(stretch: Stretch, last: bool) -> Option<Stretch> {
    let (from, to) = (stretch.from.date(), stretch.to.date());
    let cut = match (stretch.grain, last) {
        (Grain::Week, false) => plus_days(from, 3)?,
        (Grain::Week, true) => plus_days(to, -3)?,
        (Grain::Year, false) => plus_months(from, 3)?,
        (Grain::Year, true) => plus_months(to, -4)?,
        (_, last) => return stretch.portion(if last { Portion::Late } else { Portion::Early }),
    };
    let grain = if stretch.grain == Grain::Week { Grain::Days } else { Grain::Quarter };
    let cut = if last { Stretch::dates(cut, to, grain) } else { Stretch::dates(from, cut, grain) };
    Some(cut.soft())
}

pub(super) fn beside_now(stretch: Stretch, date: Date, later: bool) -> Option<Stretch> {
    let (start, end) = (stretch.from.date(), stretch.to.date());
    if date < start || end <= date {
        return Some(stretch.soft());
    }
    let (from, to) = if later { (date, end) } else { (start, plus_days(date, 1)?) };
    Some(Stretch::dates(from, to, stretch.grain))
}

/// The calendar unit that holds `date`, or the one `shift` units on.
pub(super) fn unit_around(date: Date, unit: Unit, shift: i64) -> Option<Stretch> {
    match unit {
        Unit::Week => calendar::week(plus_days(date, shift * 7)?),
        Unit::Month => {
            let date = plus_months(date, shift)?;
            calendar::month(date.year(), date.month().unsigned_abs())
        }
        Unit::Quarter => {
            let date = plus_months(date, shift * 3)?;
            calendar::quarter(date.year(), date.month().unsigned_abs().div_ceil(3))
        }
        Unit::Year => calendar::year(date.year().checked_add(shift as i16)?),
        Unit::Decade => calendar::years((date.year() / 10 + shift as i16) * 10, 10),
        Unit::Century => calendar::years((date.year() / 100 + shift as i16) * 100, 100),
        _ => None,
    }
}
