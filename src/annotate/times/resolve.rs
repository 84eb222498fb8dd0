//! From what a phrase says of clock, part of the day, day and zone to the stretch of time that is meant.

use super::calendar::day as whole_day;
use super::moment::{day_or_eve, offset_by, stretch_of};
use super::numeric::{Clock, Half};
use super::parser::{ClockStyle, Found, Parser};
use super::slots::Slots;
use super::tense::Direction;
use super::zone::{self, Zone};
use crate::annotate::time::TimeValue;
use jiff::civil::Date;

pub(super) const NONE_NAMED: &str = "on the day of publication, none being named";

pub(super) const LAST_DAY: &str = "on the last day that was named";

impl Parser<'_> {
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
