//! Periods told by their distance from now ("last month"), weeks, and what cuts a part out of a period. Those that have a
//! name of their own are read in `named`.

use super::calendar::{self, Portion, Stretch, plus_days};
use super::class::{Class, Unit};
use super::parser::{Found, Parser};
use super::portion::{Cut, beside_now, edge, half, unit_around};
use super::tense::Direction;
use crate::annotate::time::Grain;
use jiff::civil::Date;

impl Parser<'_> {
    /// A period with the part of it that is meant: "early 2019", "the end of the year", "the second half of March".
    pub(super) fn period(&self, at: usize) -> Option<Found> {
        let (start, cut) = self.cut(at);
        let (end, stretch) = match cut {
            Cut::Whole => self.container_alone(at)?,
            _ => self.container(start)?,
        };
        let stretch = match (cut, stretch) {
            (Cut::Whole, stretch) => stretch,
            (Cut::Portion(portion), Some(stretch)) => stretch.portion(portion),
            (Cut::Half(second), Some(stretch)) => half(stretch, second),
            (Cut::Edge(last), Some(stretch)) => edge(stretch, last),
            (Cut::Now(later), Some(stretch)) => self.published().and_then(|date| beside_now(stretch, date, later)),
            (_, None) => None,
        };
        Some(Found::new(end, stretch, "a period by name"))
    }

    fn cut(&self, at: usize) -> (usize, Cut) {
        if matches!(self.text(at), "earlier" | "later")
            && matches!(self.text(at + 1), "this" | "in")
            && self.text(at + 2) != "that"
        {
            let start = if self.text(at + 1) == "in" { at + 2 } else { at + 1 };
            return (start, Cut::Now(self.text(at) == "later"));
        }
        let next = self.skip(at, "the");
        let of = |next: usize| (self.text(next + 1) == "of").then(|| next + 2);
        match self.text(next) {
            "early" | "beginning" | "start" | "late" | "end" | "close" | "mid" | "middle" => {
                let portion = match self.text(next) {
                    "early" => Cut::Portion(Portion::Early),
                    "late" => Cut::Portion(Portion::Late),
                    "mid" | "middle" => Cut::Portion(Portion::Middle),
                    "beginning" | "start" => Cut::Edge(false),
                    _ => Cut::Edge(true),
                };
                let plain = matches!(self.text(next), "early" | "late" | "mid");
                if let Some(after) = of(next) {
                    return (after, portion);
                }
                if plain {
                    let after = self.skip(next + 1, "-");
                    let after = if matches!(self.text(after), "in" | "on") { after + 1 } else { after };
                    return (after, portion);
                }
            }
            _ => {}
        }
        if let (Class::Ordinal(number @ 1..=2), "half", Some(after)) =
            (self.class(next), self.text(next + 1), of(next + 1))
        {
            return (after, Cut::Half(number == 2));
        }
        (at, Cut::Whole)
    }

    /// A period that stands by itself: "the week" and "the year" are none.
    fn container_alone(&self, at: usize) -> Option<(usize, Option<Stretch>)> {
        let next = self.skip(at, "the");
        if matches!(self.class(next), Class::Unit(_)) && !self.week_of(next) {
            return None;
        }
        self.container(at)
    }

    fn week_of(&self, at: usize) -> bool {
        self.text(at) == "week" && matches!(self.text(at + 1), "of" | "beginning" | "starting" | "ending")
    }

    /// The period at `at`, "the year" included; the stretch is `None` where the article gives too little.
    pub(super) fn container(&self, at: usize) -> Option<(usize, Option<Stretch>)> {
        self.counted_in(at).or_else(|| self.plain(at))
    }

    /// A period that is not counted within another: what other phrases may lie in, so that nothing nests deeper
    /// than once and time stays linear.
    fn plain(&self, at: usize) -> Option<(usize, Option<Stretch>)> {
        self.selected_unit(at)
            .or_else(|| self.quarter_phrase(at))
            .or_else(|| self.season_phrase(at))
            .or_else(|| self.decade_phrase(at))
            .or_else(|| self.month_phrase(at))
            .or_else(|| self.year_phrase(at))
    }

    pub(super) fn published(&self) -> Option<Date> {
        self.context.published
    }

    /// "last week", "the coming month", "this weekend", "the year".
    fn selected_unit(&self, at: usize) -> Option<(usize, Option<Stretch>)> {
        let mut next = self.skip(at, "the");
        let article = next != at;
        let mut shift = match self.text(next) {
            "last" | "past" | "previous" => Some(-1),
            "this" | "current" | "same" | "that" => Some(0),
            "next" | "following" | "coming" | "upcoming" => Some(1),
            _ => None,
        };
        let selector = self.text(next);
        if shift.is_some() {
            next += 1;
            if selector == "this" && matches!(self.text(next), "past" | "coming") {
                shift = Some(if self.text(next) == "past" { -1 } else { 0 });
                next += 1;
            }
        }
        let leaning = matches!(selector, "same" | "that" | "following") || selector == "previous";
        let anchor = if leaning { self.context.last_day.or(self.published()) } else { self.published() };
        let bare = shift.is_none();
        let shift = shift.unwrap_or(0);
        match self.class(next) {
            Class::Weekend if article || !bare || matches!(self.before(at), "at" | "over") => {
                let past = self.text(next.saturating_sub(1)) != "this" && bare;
                let weekend = anchor.and_then(|date| {
                    let future = self.direction(at, next + 1) == Direction::Future;
                    let weeks = if bare || selector == "this" && shift == 0 {
                        -i64::from(calendar::weekday_of(date) < 5 && (past || selector == "this") && !future)
                    } else {
                        shift
                    };
                    calendar::weekend(plus_days(date, weeks * 7)?)
                });
                Some((next + 1, weekend))
            }
            Class::YearEnd => {
                let year = self.published().map(jiff::civil::Date::year);
                Some((next + 1, year.and_then(|year| edge(calendar::year(year)?, true))))
            }
            Class::Unit(unit) => {
                if unit < Unit::Week || self.text(next).ends_with('s') || bare && !article && !self.follows_of(at) {
                    return None;
                }
                if self.week_of(next) && bare {
                    return self.week_with(next);
                }
                let stretch = anchor.and_then(|date| unit_around(date, unit, shift));
                let unknown = self.text(at) == "that" || selector == "same";
                Some((next + 1, stretch.filter(|_| !unknown || self.context.last_day.is_some())))
            }
            _ if self.text(next) == "quarter"
                && (shift != 0 || selector == "this" || article && self.follows_of(at)) =>
            {
                Some((next + 1, anchor.and_then(|date| unit_around(date, Unit::Quarter, shift))))
            }
            _ if matches!(self.text(next), "financial" | "fiscal" | "calendar") && self.text(next + 1) == "year" => {
                let calendar_year = self.text(next) == "calendar";
                let stretch = anchor.filter(|_| calendar_year).and_then(|date| unit_around(date, Unit::Year, shift));
                Some((next + 2, stretch))
            }
            _ => None,
        }
    }

    fn follows_of(&self, at: usize) -> bool {
        matches!(self.before(at), "of" | "end")
    }

    /// "week of October 6", "week ending 3 May".
    fn week_with(&self, at: usize) -> Option<(usize, Option<Stretch>)> {
        let ending = self.text(at + 1) == "ending";
        let (end, day) = self.named_day(self.skip(at + 2, "the"))?;
        let stretch = day.date.and_then(|date| {
            if ending {
                Some(Stretch::dates(plus_days(date, -6)?, plus_days(date, 1)?, Grain::Week))
            } else {
                calendar::week(date)
            }
        });
        Some((end, stretch))
    }

    /// "the second week of April", "the last weekend in October".
    fn counted_in(&self, at: usize) -> Option<(usize, Option<Stretch>)> {
        let next = self.skip(at, "the");
        let number = match (self.text(next), self.class(next)) {
            ("last" | "final", _) => -1,
            (_, Class::Ordinal(number @ 1..=5)) => i64::from(number),
            _ => return None,
        };
        let week = self.class(next + 1) == Class::Unit(Unit::Week);
        let weekend = self.class(next + 1) == Class::Weekend;
        if !(week || weekend) || !matches!(self.text(next + 2), "of" | "in") {
            return None;
        }
        let (end, within) = self.plain(next + 3)?;
        let stretch = within.and_then(|within| {
            let day = calendar::nth_weekday(within, if week { 3 } else { 4 }, number)?;
            if week { calendar::week(day).map(Stretch::soft) } else { calendar::weekend(day) }
        });
        Some((end, stretch))
    }
}
