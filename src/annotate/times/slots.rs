//! Clock, part of the day, day and zone, put together into one moment or stretch.
//!
//! English says them in any order ("at 2:15 p.m. Tuesday", "on Wednesday night at half past eleven", "8 p.m. Eastern
//! time on Friday"), so they are collected here as they come, each at most once, and resolved together in `resolve`.

use super::calendar::Portion;
use super::class::{Class, Part};
use super::clock::ClockTime;
use super::day::Day;
use super::numeric::Clock;
use super::parser::Parser;
use super::zone::{self, Zone};

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

impl Slots {
    /// Whether a clock time in words, or by the first hours in figures, lacks all that tells its half of the day.
    pub(super) fn halfless(&self) -> bool {
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
}
