//! Clock, part of the day, day and zone, put together into one moment or stretch.
//!
//! English says them in any order ("at 2:15 p.m. Tuesday", "on Wednesday night at half past eleven", "8 p.m. Eastern
//! time on Friday"), so they are collected as they come, each at most once, and resolved together.

use super::calendar::{Portion, day as whole_day, plus_days};
use super::clock::ClockTime;
use super::day::Day;
use super::lexicon::{Class, Part};
use super::moment::{day_or_eve, offset_by, stretch_of};
use super::numeric::{Clock, Half};
use super::parser::{ClockStyle, Found, Parser};
use super::tense::Direction;
use super::zone::{self, Zone};
use crate::annotate::time::TimeValue;
use jiff::civil::Date;

/// What one phrase says, each of it at most once.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Slots {
    pub(super) clock: Option<ClockTime>,
    pub(super) part: Option<Part>,
    pub(super) portion: Option<Portion>,
    pub(super) day: Option<Day>,
    pub(super) zone: Option<Zone>,
    /// The same moment by another clock: "1353 (1023 GMT)".
    pub(super) alternate: Option<(ClockTime, &'static str)>,
    /// "tonight" in an article of the morning: this night or the last.
    pub(super) either: bool,
    /// "about", "shortly after" in front of the clock time.
    pub(super) soft: bool,
    /// "after midnight": midnight begins its day.
    pub(super) after: bool,
}

pub(super) const NONE_NAMED: &str = "on the day of publication, none being named";
pub(super) const LAST_DAY: &str = "on the last day that was named";

impl Slots {
    /// Whether a clock time in words, or by the first hours in figures, lacks all that tells its half of the day.
    fn halfless(&self) -> bool {
        self.part.is_none()
            && self.clock.is_some_and(|time| {
                let Clock { hour, half, whole_day, .. } = time.clock;
                half.is_none() && !whole_day && (time.spoken || hour <= 5)
            })
    }

    fn is_empty(&self) -> bool {
        self.clock.is_none() && self.part.is_none() && self.day.is_none()
    }
}

impl Parser<'_> {
    /// The phrase at `start` and where it ends, unresolved.
    pub(super) fn slots(&self, start: usize) -> Option<(usize, Slots)> {
        let mut slots = Slots { after: self.before(start) == "after", ..Slots::default() };
        let mut end = start;
        'pieces: loop {
            for at in [end, self.joined(end)] {
                if at != end && slots.is_empty() {
                    continue;
                }
                if let Some(next) = self.piece(at, &mut slots) {
                    end = next;
                    continue 'pieces;
                }
            }
            break;
        }
        (!slots.is_empty()).then_some((end, slots))
    }

    /// Past the words that may stand between two parts of one phrase.
    fn joined(&self, at: usize) -> usize {
        let next = self.skip(at, ",");
        if next != at && self.lexemes.get(next..).and_then(zone::zone).is_some() {
            return next;
        }
        match self.text(next) {
            "at" | "on" | "@" => {
                next + 1 + usize::from(matches!(self.text(next + 1), "about" | "around" | "approximately" | "exactly"))
            }
            "of" | "for" | "in" | "from" if next == at => self.skip(next + 1, "the"),
            _ if next != at && matches!(self.class(next), Class::Clock(_)) => next,
            "shortly" | "just" if matches!(self.text(next + 1), "after" | "before") => next + 2,
            _ => at,
        }
    }

    /// Fills one slot that is still empty.
    fn piece(&self, at: usize, slots: &mut Slots) -> Option<usize> {
        if slots.clock.is_some()
            && slots.zone.is_none()
            && let Some((length, zone)) = self.lexemes.get(at..).and_then(zone::zone)
        {
            // "(1300 GMT)" after a local time is a time of its own, not a zone.
            slots.zone = Some(zone);
            return Some(at + length);
        }
        if slots.clock.is_some()
            && slots.alternate.is_none()
            && let Some((end, alternate)) = self.alternate(at)
        {
            slots.alternate = Some(alternate);
            return Some(end);
        }
        // "the early hours of Sunday morning"
        if slots.part == Some(Part::SmallHours) && slots.day.is_some() && self.class(at) == Class::Part(Part::Morning) {
            return Some(at + 1);
        }
        if slots.part.is_none()
            && let Some(end) = self.part(at, slots)
        {
            return Some(end);
        }
        if slots.day.is_none() {
            let portion = match self.text(at) {
                "early" => Some(Portion::Early),
                "late" => Some(Portion::Late),
                _ => None,
            };
            let from = at + usize::from(portion.is_some());
            let from = if portion.is_some() { self.skip(from, "on") } else { from };
            if let Some((end, day)) = self.day(from) {
                slots.day = Some(day);
                slots.portion = slots.portion.or(portion);
                return Some(end);
            }
        }
        if slots.clock.is_none()
            && let Some((end, clock)) = self.clock(at)
        {
            slots.clock = Some(clock);
            slots.after |= self.before(at) == "after";
            let near = |word: &str| matches!(word, "about" | "around" | "approximately");
            let beside = matches!(self.before(at), "after" | "before")
                && at > 1
                && matches!(self.text(at - 2), "shortly" | "just");
            slots.soft |= at > 0 && near(self.before(at)) || beside;
            return Some(end);
        }
        None
    }

    /// "(1023 GMT)": the clock of a named zone, in parentheses behind a local time.
    pub(super) fn alternate(&self, at: usize) -> Option<(usize, (ClockTime, &'static str))> {
        if self.text(at) != "(" {
            return None;
        }
        let (end, clock) = self.clock(at + 1)?;
        let (length, zone) = zone::zone(self.lexemes.get(end..)?)?;
        let end = end + length;
        let end = self.day(self.skip(end, "on")).map_or(end, |(end, _)| end);
        (self.text(end) == ")").then_some((end + 1, (clock, zone.name()?)))
    }

    /// "this morning", "last night", "in the early hours", and a part alone beside a day or clock.
    fn part(&self, at: usize, slots: &mut Slots) -> Option<usize> {
        let counted = |days: i64| Day {
            date: self.context.published.and_then(|date| plus_days(date, days)),
            weekday: None,
            reason: "counted from the day of publication",
        };
        let leaning = |days: i64| Day {
            date: self.context.last_day.and_then(|date| plus_days(date, days)),
            weekday: None,
            reason: "told from the last day that was named",
        };
        if self.class(at) == Class::Tonight && slots.day.is_none() {
            slots.part = Some(Part::Night);
            slots.day = Some(counted(0));
            // Early in the day, what happened "tonight" may have happened the evening before.
            slots.either = self.context.time.is_some_and(|time| time.hour() < 12)
                && self.direction(at, at + 1) != Direction::Future;
            return Some(at + 1);
        }
        let (mut next, mut led, mut day) = (at, false, None);
        match self.text(at) {
            "this" => (next, led, day) = (at + 1, true, Some(counted(0))),
            "last" => (next, led, day) = (at + 1, true, Some(counted(-1))),
            "that" => (next, led, day) = (at + 1, true, Some(leaning(0))),
            "in" | "during" if self.text(at + 1) == "the" => (next, led) = (at + 2, true),
            "the" => next = at + 1,
            _ => {}
        }
        if next == at + 1 && self.text(at) == "the" {
            match self.text(next) {
                "previous" => (next, led, day) = (next + 1, true, Some(leaning(-1))),
                "following" | "next" => (next, led, day) = (next + 1, true, Some(leaning(1))),
                "same" => (next, led, day) = (next + 1, true, Some(leaning(0))),
                _ => {}
            }
        }
        let portion = match self.text(next) {
            "early" => Some(Portion::Early),
            "mid" => Some(Portion::Middle),
            "late" => Some(Portion::Late),
            _ => None,
        };
        let mut word = next + usize::from(portion.is_some());
        if self.text(word) == "-" && self.text(next) == "mid" {
            word += 1;
        }
        if portion.is_some()
            && self.text(next + 1) == "in"
            && self.text(next + 2) == "the"
            && let Class::Part(part) = self.class(next + 3)
        {
            (slots.part, slots.portion) = (Some(part), portion);
            return Some(next + 4);
        }
        if matches!(self.text(next), "early" | "small") && self.text(next + 1) == "hours" {
            let of = next + 2;
            let of_morning = self.text(of) == "of" && self.text(of + 1) == "the" && self.text(of + 2) == "morning";
            slots.part = Some(Part::SmallHours);
            return Some(of + if of_morning { 3 } else { 0 });
        }
        if portion == Some(Portion::Late) && self.text(word) == "last" && self.text(word + 1) == "night" {
            slots.portion = portion;
            return self.part(word, slots);
        }
        if portion == Some(Portion::Late) && self.class(word) == Class::Tonight {
            slots.portion = portion;
            return self.part(word, slots);
        }
        let Class::Part(mut part) = self.class(word) else { return None };
        let beside = slots.day.is_some() || slots.clock.is_some();
        let dated = match self.text(word + 1) {
            "of" | "on" => self.day(self.skip(word + 2, "the")).is_some(),
            _ => portion.is_some() && self.weekday(word + 1).is_some(),
        };
        // "an overnight fire" says what sort of fire.
        let alone = matches!(part, Part::Overnight | Part::Dawn | Part::Lunch) && self.stops(word + 1) || self.listing;
        if !(beside || led || dated || portion.is_some() && self.text(at) != "the" || alone && self.text(at) != "the") {
            return None;
        }
        // "Friday night's", "at the night": a bare part belongs to the day before it, not to an article.
        if slots.day.is_some() && day.is_some() {
            return None;
        }
        if self.text(at) == "last" && part == Part::Night && self.text(word) == "night" {
            part = Part::Night;
        }
        slots.part = Some(part);
        slots.portion = slots.portion.or(portion);
        slots.day = slots.day.or(day);
        let mut end = word + 1;
        if self.text(end) == "in" && self.text(end + 1) == "the" && self.text(end + 2) == "morning" {
            end += 3;
        }
        Some(end)
    }

    /// The phrase at `start`, resolved.
    pub(super) fn moment(&self, start: usize) -> Option<Found> {
        let (end, slots) = self.slots(start)?;
        Some(self.resolve(end, slots))
    }

    /// The day of a phrase: its own, or else the last one named, or else the day of publication.
    fn day_of(&self, end: usize, slots: &Slots) -> (Option<Date>, &'static str) {
        if let Some(day) = slots.day {
            return (day.date, day.reason);
        }
        let none_named = (self.context.published, NONE_NAMED);
        let (Some(last), Some(published)) = (self.context.last_day, self.context.published) else {
            return match self.context.last_day {
                Some(date) => (Some(date), LAST_DAY),
                None => none_named,
            };
        };
        // A hearing named for next week does not date what has happened, nor yesterday what is to come.
        match self.direction(end, end) {
            Direction::Past if last > published => none_named,
            Direction::Future if last < published => match self.context.ahead {
                Some(date) => (Some(date), LAST_DAY),
                None => none_named,
            },
            _ => (Some(last), LAST_DAY),
        }
    }

    pub(super) fn resolve(&self, end: usize, mut slots: Slots) -> Found {
        let (date, reason) = self.day_of(end, &slots);
        let style = slots.clock.filter(|time| !time.midnight).map(|time| match time.clock {
            Clock { whole_day: true, .. } => ClockStyle::Whole,
            Clock { half: None, .. } if !time.spoken && slots.part.is_none() => ClockStyle::Doubtful,
            _ => ClockStyle::Twelve,
        });
        let guessed = slots.day.is_none() && self.context.last_day.is_none();
        if !guessed {
            self.tell_half(end, date, &mut slots);
        }
        // "at 8 GMT": whoever names a zone counts to twenty-four.
        if let (Some(time), Some(Zone::Named(_)), None) = (slots.clock.as_mut(), slots.zone, slots.part) {
            time.clock.whole_day |= time.clock.half.is_none();
        }
        let stretch = date.and_then(|date| stretch_of(date, &slots));
        // Neither the half of the day nor the day: it may have been the day before.
        let stretch = match stretch {
            Some(_) if guessed && slots.halfless() && self.direction(end, end) != Direction::Future => {
                date.and_then(whole_day).and_then(day_or_eve)
            }
            stretch => stretch,
        };
        let value = stretch.map(|stretch| {
            let named = slots.zone.and_then(Zone::name).and_then(|zone| zone::offset_at(zone, stretch.from));
            let offset = named.or_else(|| date.and_then(|date| offset_by(date, stretch, &slots)));
            TimeValue { offset, approximate: stretch.approximate || slots.soft, ..stretch.value() }
        });
        let weekday = slots.day.and_then(|day| day.weekday);
        let day = date.filter(|_| slots.day.is_some_and(|day| day.date.is_some()));
        Found { end, value, duration: None, weekday, day, part: slots.part, clock: style, reason }
    }

    /// Gives a doubtful clock time its half of the day: from the part of the day named last, or, on the day of
    /// publication, from what is told as past having happened before it was published.
    fn tell_half(&self, end: usize, date: Option<Date>, slots: &mut Slots) {
        let Some(time) = slots.clock.as_mut().filter(|time| time.clock.half.is_none() && !time.clock.whole_day) else {
            return;
        };
        if slots.part.is_some() {
            return;
        }
        if slots.day.is_none() && date == self.context.last_day && self.context.last_part.is_some() {
            slots.part = self.context.last_part;
        } else if date == self.context.published
            && self.now().is_some_and(|now| now.time().hour().unsigned_abs() < time.clock.hour % 12 + 12)
            && self.direction(end, end) != Direction::Future
        {
            time.clock.half = Some(Half::Morning);
        }
    }
}
