//! Weeks, months, quarters, years and longer, with what cuts a part out of them.

use super::calendar::{self, Portion, Stretch, date_of, plus_days, plus_months};
use super::lexicon::{Class, Unit};
use super::numeric::NumericDate;
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

    fn published(&self) -> Option<Date> {
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

    /// "the second quarter of 2024", "Q3".
    fn quarter_phrase(&self, at: usize) -> Option<(usize, Option<Stretch>)> {
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
    fn season_phrase(&self, at: usize) -> Option<(usize, Option<Stretch>)> {
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
    fn decade_phrase(&self, at: usize) -> Option<(usize, Option<Stretch>)> {
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
    fn month_phrase(&self, at: usize) -> Option<(usize, Option<Stretch>)> {
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
            (None, None) => self.context.year.and_then(|year| calendar::month(year, month)),
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
    fn year_phrase(&self, at: usize) -> Option<(usize, Option<Stretch>)> {
        let year = self.year(at)?;
        let led = matches!(
            self.before(at),
            "in" | "since"
                | "until"
                | "till"
                | "by"
                | "from"
                | "of"
                | "before"
                | "after"
                | "during"
                | "between"
                | "and"
                | "to"
                | "early"
                | "late"
                | "mid"
                | "-"
                | "through"
                | "the"
                | "for"
                | "fiscal"
                | "around"
                | "about"
                | "'s"
                | "'"
                | "("
        );
        let likely = (1900..2100).contains(&year);
        let noun = self.text(at + 1);
        let counts = noun.len() > 2
            && (self.class(at + 1) == Class::Other
                && !self.capital(at + 1)
                && noun.ends_with('s')
                && !noun.ends_with("ss")
                && !matches!(
                    noun,
                    "was"
                        | "has"
                        | "is"
                        | "as"
                        | "elections"
                        | "olympics"
                        | "results"
                        | "games"
                        | "finals"
                        | "figures"
                        | "levels"
                )
                || matches!(noun, "people" | "men" | "women" | "children"));
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
}
