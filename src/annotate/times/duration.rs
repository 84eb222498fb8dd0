//! What lengths of time are used for, moments told by their distance above all: "three weeks", "two years ago", "in the past ten years".

use super::calendar::{Stretch, day as whole_day, plus_days, plus_minutes};
use super::class::Unit;
use super::length::Length;
use super::parser::{Found, Parser};
use super::tense::Direction;

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
