//! Quarters, seasons, decades, months and years by their names.
//!
//! What has no year of its own takes one from the day of publication and from the tense of the verb. Weeks, and
//! whatever is told by its distance from now ("last month"), are `period`'s.

use super::calendar::{self, Stretch, date_of, plus_months};
use super::class::{Class, Unit};
use super::numeric::NumericDate;
use super::parser::Parser;
use super::tense::Direction;
use crate::hash::{Set, words};
use std::sync::LazyLock;

/// What stands in front of a year.
static LEADS_YEAR: LazyLock<Set<&str>> = LazyLock::new(|| {
    words(
        "in since until till by from of before after during between and to early late mid - through the for fiscal \
        around about 's ' (",
    )
});
/// Words in "-s" that go with a year and are not counted by it: "the 2012 Olympics", "2012 was".
static BY_YEAR: LazyLock<Set<&str>> =
    LazyLock::new(|| words("was has is as elections olympics results games finals figures levels"));

impl Parser<'_> {
    /// "the second quarter of 2024", "Q3".
    pub(super) fn quarter_phrase(&self, at: usize) -> Option<(usize, Option<Stretch>)> {
        let next = self.skip(at, "the");
        let (after, year, number) = match self.class(next) {
            Class::Quarter(year, number) => (next + 1, year, number),
            Class::Ordinal(number @ 1..=4) => {
                let noun = self.skip(next + 1, "-");
                if !(self.text(noun) == "quarter" || self.class(noun) == Class::Unit(Unit::Quarter)) {
                    return None;
                }
                (noun + 1, None, number as u8)
            }
            _ => return None,
        };
        let (end, year) = if year.is_some() { (after, year) } else { self.year_behind(after) };
        // "the first quarter of the match"
        if year.is_none() && self.text(end) == "of" {
            return None;
        }
        let stretch = match (year, self.published()) {
            (Some(year), _) => calendar::quarter(year, number),
            (None, Some(date)) => {
                // Results look back at the last such quarter that has begun.
                let this = calendar::quarter(date.year(), number);
                let begun = this.is_some_and(|stretch| stretch.from.date() <= date);
                if begun || self.direction(at, end) != Direction::Past {
                    this
                } else {
                    calendar::quarter(date.year() - 1, number)
                }
            }
            (None, None) => None,
        };
        Some((end, stretch))
    }

    /// "this summer", "the spring of 2023", "in winter".
    pub(super) fn season_phrase(&self, at: usize) -> Option<(usize, Option<Stretch>)> {
        let next = self.skip(at, "the");
        let selector = self.text(next);
        let shift = match selector {
            "last" | "past" | "previous" => Some(-1),
            "this" | "current" => Some(0),
            "next" | "coming" | "following" => Some(1),
            _ => None,
        };
        let word = next + usize::from(shift.is_some());
        let Class::Season(season) = self.class(word) else { return None };
        let (end, year) = self.year_behind(word + 1);
        let led = matches!(self.before(at), "in" | "by" | "since" | "until" | "early" | "late" | "during" | "of");
        let fall = season == 4;
        if shift.is_none() && year.is_none() && !(led && (!fall || next != at)) {
            return None;
        }
        let season = if fall { 2 } else { season };
        let stretch = match (year, self.published()) {
            (Some(year), _) => calendar::season(year, season),
            (None, Some(date)) => {
                let of = |years: i16| calendar::season(date.year().checked_add(years)?, season);
                let begun = |stretch: &Stretch| stretch.from.date() <= date;
                let over = |stretch: &Stretch| stretch.to.date() <= date;
                match shift {
                    Some(0) => [-1, 0, 1].into_iter().filter_map(of).find(|stretch| {
                        !over(stretch)
                            || stretch.to.date().year() == date.year() && stretch.from.date().year() == date.year()
                    }),
                    Some(-1) => [1, 0, -1, -2].into_iter().filter_map(of).find(over),
                    Some(_) => [-1, 0, 1].into_iter().filter_map(of).find(|stretch| !begun(stretch)),
                    None if self.direction(at, end) == Direction::Future => {
                        [-1, 0, 1].into_iter().filter_map(of).find(|stretch| !over(stretch))
                    }
                    None => [1, 0, -1, -2].into_iter().filter_map(of).find(begun),
                }
            }
            (None, None) => None,
        };
        Some((end, stretch))
    }

    /// "the 1990s", "the early 1960s", "the 19th century".
    pub(super) fn decade_phrase(&self, at: usize) -> Option<(usize, Option<Stretch>)> {
        let next = self.skip(at, "the");
        // "the 1990's", which is two tokens
        if next > at
            && self.text(next + 1) == "'s"
            && let Ok(year @ 1000..=2090) = self.text(next).parse::<i16>()
            && year % 10 == 0
        {
            return Some((next + 2, calendar::years(year, 10)));
        }
        match self.class(next) {
            // "in her 20s" is an age.
            Class::Decade(_)
                if self.text(next).len() == 3
                    && !matches!(self.before(next), "the" | "early" | "late" | "mid" | "-") =>
            {
                None
            }
            Class::Decade(from) => Some((next + 1, calendar::years(from, 10))),
            Class::Ordinal(number @ 1..=21) => {
                let noun = self.skip(next + 1, "-");
                (self.class(noun) == Class::Unit(Unit::Century))
                    .then(|| (noun + 1, calendar::years((number as i16 - 1) * 100, 100)))
            }
            _ => None,
        }
    }

    /// "March", "last March", "March 2024", "March of next year".
    pub(super) fn month_phrase(&self, at: usize) -> Option<(usize, Option<Stretch>)> {
        if let Class::Date(NumericDate { year: Some(year), month, day: None }) = self.class(at) {
            return Some((at + 1, calendar::month(year, month)));
        }
        let shift = match self.text(at) {
            "last" | "past" | "previous" => Some(-1),
            "this" | "coming" => Some(0),
            "next" => Some(1),
            _ => None,
        };
        let word = at + usize::from(shift.is_some());
        let month = self.month(word)?;
        let (mut end, year) = self.year_behind(word + 1);
        let stretch = match (year, self.published()) {
            (Some(year), _) => calendar::month(year, month),
            (None, Some(date)) => {
                let this = date_of(date.year(), month, 1)?;
                let current = date_of(date.year(), date.month().unsigned_abs(), 1)?;
                let direction = match shift {
                    Some(-1) => Direction::Past,
                    Some(1) => Direction::Future,
                    _ => self.open_direction(at, end),
                };
                let mut years = match direction {
                    Direction::Past if shift.is_some() => -i64::from(this >= current),
                    Direction::Past => -i64::from(this > current),
                    Direction::Future => i64::from(this < current || shift == Some(1) && this == current),
                    // Without a verb, the month nearest to publication.
                    Direction::Unknown => {
                        let ahead = i64::from(this.month()) - i64::from(current.month());
                        i64::from(ahead < -6) - i64::from(ahead > 6)
                    }
                };
                if self.text(end) == "after" && self.text(end + 1) == "next" {
                    (end, years) = (end + 2, years + 1);
                }
                plus_months(this, years * 12).and_then(|first| calendar::month(first.year(), month))
            }
            (None, None) => self.lent_year().and_then(|year| calendar::month(year, month)),
        };
        Some((end, stretch))
    }

    /// A year that completes a month, a quarter or a season: "2024", "of 2024", "of last year", "of the year".
    fn year_behind(&self, at: usize) -> (usize, Option<i16>) {
        let (end, year) = self.year_after(at);
        if year.is_some() {
            return (end, year);
        }
        let next = if matches!(self.text(at), "of" | "in") { self.skip(at + 1, "the") } else { at };
        let year = |shift: i16| self.published().and_then(|date| date.year().checked_add(shift));
        match (self.text(next), self.class(next), self.class(next + 1)) {
            ("year", _, _) if next >= at + 2 => (next + 1, year(0)),
            ("last" | "previous", _, Class::Unit(Unit::Year)) => (next + 2, year(-1)),
            ("this" | "current", _, Class::Unit(Unit::Year)) => (next + 2, year(0)),
            ("next" | "following", _, Class::Unit(Unit::Year)) => (next + 2, year(1)),
            (_, Class::Digits(value, 4), _) if next > at && (1500..2100).contains(&value) => {
                (next + 1, Some(value as i16))
            }
            _ => (at, None),
        }
    }

    /// A year by its figures. A count of things ("2000 workers") is none.
    pub(super) fn year_phrase(&self, at: usize) -> Option<(usize, Option<Stretch>)> {
        let year = self.year(at)?;
        let led = LEADS_YEAR.contains(self.before(at));
        let likely = (1900..2100).contains(&year);
        let noun = self.text(at + 1);
        let counts = self.counts_things(at + 1);
        let measured = matches!(self.before(at), "£" | "$" | "€" | "than" | "nearly" | "almost" | "over" | "some");
        let strict = matches!(self.before(at), "the" | "for" | "about" | "around" | "'s" | "'" | "to" | "of") || !led;
        let unit = matches!(self.class(at + 1), Class::Unit(_))
            || matches!(noun, "%" | "percent" | "million" | "metres" | "feet" | "miles");
        if measured
            || unit
            || strict && (counts || !likely)
            || !(1500..2100).contains(&year)
            || counts && year % 100 == 0
        {
            return None;
        }
        Some((at + 1, calendar::year(year)))
    }

    /// Whether the word at `at` is what a figure in front of it counts.
    fn counts_things(&self, at: usize) -> bool {
        let noun = self.text(at);
        let plural = self.class(at) == Class::Other
            && !self.capital(at)
            && noun.ends_with('s')
            && !noun.ends_with("ss")
            && !BY_YEAR.contains(noun);
        noun.len() > 2 && (plural || matches!(noun, "people" | "men" | "women" | "children"))
    }
}
