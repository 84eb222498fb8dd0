//! Clock times: "7.30am", "11 a.m.", "half past eleven", "twenty to three", "0820 GMT", "at six".

use super::class::{Class, Unit};
use super::numeric::{Clock, Half};
use super::parser::Parser;
use super::zone;

/// A clock time before its day, and perhaps its half of the day, are known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct ClockTime {
    pub(super) clock: Clock,
    /// Midnight by name: the end of its day, unless something is said to be after it.
    pub(super) midnight: bool,
    /// In words or by the hour alone: without a half of the day it is doubtful which is meant.
    pub(super) spoken: bool,
}

impl ClockTime {
    fn spoken(hour: u8, minute: Option<u8>, half: Option<Half>) -> Self {
        Self { clock: Clock { hour, minute, half, whole_day: false }, midnight: false, spoken: true }
    }
}

impl Parser<'_> {
    /// The clock time at `at` and where it ends.
    pub(super) fn clock(&self, at: usize) -> Option<(usize, ClockTime)> {
        self.written(at).or_else(|| self.past_or_to(at)).or_else(|| self.bare_hour(at))
    }

    fn meridiem(&self, at: usize) -> Option<Half> {
        match self.class(at) {
            Class::Meridiem(half) => Some(half),
            _ => None,
        }
    }

    /// A clock time that shows itself by its form.
    fn written(&self, at: usize) -> Option<(usize, ClockTime)> {
        let digital = |clock| ClockTime { clock, midnight: false, spoken: false };
        match self.class(at) {
            Class::Noon => {
                Some((at + 1, ClockTime { spoken: false, ..ClockTime::spoken(12, None, Some(Half::Evening)) }))
            }
            Class::Midnight => {
                let clock = Clock { hour: 0, minute: None, half: None, whole_day: true };
                Some((at + 1, ClockTime { clock, midnight: true, spoken: false }))
            }
            Class::Clock(clock) => {
                if let Some(half) = self.meridiem(at + 1).filter(|_| clock.half.is_none() && clock.hour <= 12) {
                    return Some((at + 2, digital(Clock { half: Some(half), whole_day: false, ..clock })));
                }
                // "17:06 pm": said twice.
                if clock.hour > 12 && self.meridiem(at + 1).is_some() {
                    return Some((at + 2, digital(clock)));
                }
                // "ran the mile in 4:20", "a ratio of 2:10"
                let measured = clock.half.is_none() && matches!(self.before(at), "in" | "of" | "under" | "below");
                let hours = clock.minute.is_some() && matches!(self.text(at + 1), "hours" | "hrs");
                (!measured).then_some((at + 1 + usize::from(hours), digital(clock)))
            }
            Class::Dotted(hour, minute) => {
                let clock = Clock { hour, minute: Some(minute), half: None, whole_day: hour > 12 || hour == 0 };
                if let Some(half) = self.meridiem(at + 1) {
                    return (hour <= 12).then_some((at + 2, digital(Clock { half: Some(half), ..clock })));
                }
                let timed = matches!(self.class(at + 1), Class::Part(_) | Class::Tonight | Class::Day(_))
                    || matches!(self.text(at + 1), "this" | "last" | "that")
                        && matches!(self.class(at + 2), Class::Part(_))
                    || zone::zone(self.lexemes.get(at + 1..)?).is_some()
                    || matches!(self.before(at), "at" | "from" | "until" | "by")
                        && self.ends_phrase(at + 1)
                        && (self.before(at) == "at"
                            || self.weekday(at + 1).is_some()
                            || self.text(at + 1) == "on" && self.weekday(at + 2).is_some());
                timed.then_some((at + 1, digital(clock)))
            }
            Class::Digits(value, width) => self.figures(at, value, width),
            Class::Cardinal(hour @ 1..=12) => {
                let mut end = at + 1;
                let minute = self.spoken_minute(&mut end);
                let half = self.meridiem(end);
                if minute.is_some() || half.is_some() {
                    return (half.is_some() || self.before(at) == "at" || self.listing)
                        .then_some((end + usize::from(half.is_some()), ClockTime::spoken(hour as u8, minute, half)));
                }
                self.o_clock(at, hour as u8)
            }
            _ => None,
        }
    }

    /// "thirty" after "ten", "twenty" after "three".
    fn spoken_minute(&self, at: &mut usize) -> Option<u8> {
        match self.class(*at) {
            Class::Cardinal(minute @ 10..=59) => {
                *at += 1;
                Some(minute as u8)
            }
            _ => None,
        }
    }

    fn o_clock(&self, at: usize, hour: u8) -> Option<(usize, ClockTime)> {
        if self.class(at + 1) != Class::OClock {
            return None;
        }
        let half = self.meridiem(at + 2);
        Some((at + 2 + usize::from(half.is_some()), ClockTime::spoken(hour, None, half)))
    }

    /// "11 a.m.", "3 o'clock", "0820 GMT", "1530 hours".
    fn figures(&self, at: usize, value: u32, width: u8) -> Option<(usize, ClockTime)> {
        if width <= 2 {
            let hour = u8::try_from(value).ok().filter(|hour| (1..=12).contains(hour))?;
            return match self.meridiem(at + 1) {
                Some(half) => Some((at + 2, ClockTime::spoken(hour, None, Some(half)))),
                None => self.o_clock(at, hour),
            };
        }
        let (hour, minute) = ((value / 100) as u8, (value % 100) as u8);
        if width > 4 || value >= 2400 || minute > 59 {
            return None;
        }
        if let Some(half) = self.meridiem(at + 1).filter(|_| (1..=12).contains(&hour)) {
            let clock = Clock { hour, minute: Some(minute), half: Some(half), whole_day: false };
            return Some((at + 2, ClockTime { clock, midnight: false, spoken: false }));
        }
        let hours = matches!(self.text(at + 1), "hours" | "hrs") && width == 4;
        let zoned =
            width == 4 && (zone::zone(self.lexemes.get(at + 1..)?).is_some() || self.alternate(at + 1).is_some());
        let padded = width == 4 && value < 1000 && self.before(at) == "at";
        let clock = Clock { hour, minute: Some(minute), half: None, whole_day: true };
        (hours || zoned || padded)
            .then_some((at + 1 + usize::from(hours), ClockTime { clock, midnight: false, spoken: false }))
    }

    /// "half past eleven", "a quarter to seven", "twenty to three", "20 minutes past 3pm", "half three".
    fn past_or_to(&self, at: usize) -> Option<(usize, ClockTime)> {
        let led = matches!(
            self.before(at),
            "at" | "by"
                | "around"
                | "about"
                | "until"
                | "before"
                | "after"
                | "since"
                | "from"
                | "just"
                | "nearly"
                | "almost"
                | "was"
                | "is"
        ) || self.listing;
        let start = self.skip(at, "a");
        let (minutes, mut next, sure) = match self.text(start) {
            "half" => (30, start + 1, true),
            "quarter" => (15, start + 1, true),
            _ => {
                let minutes = self.number(start, 2).filter(|minutes| (1..60).contains(minutes))?;
                let named = self.class(start + 1) == Class::Unit(Unit::Minute);
                (minutes, start + 1 + usize::from(named), named)
            }
        };
        let back = match self.text(next) {
            "past" => false,
            "after" if sure || led => false,
            "to" => true,
            "of" | "from" | "before" => return None,
            _ if minutes == 30 && self.text(start) == "half" && led => {
                let (end, hour, half) = self.hour_name(next)?;
                return self.ends_phrase(end).then_some((end, ClockTime::spoken(hour, Some(30), half)));
            }
            _ => return None,
        };
        next += 1;
        let (end, hour, half) = self.hour_name(next)?;
        let round = minutes % 5 == 0;
        if back && minutes == 30 || !(sure || led && round && self.ends_phrase(end)) {
            return None;
        }
        let (hour, minute) = if back { (if hour == 1 { 12 } else { hour - 1 }, 60 - minutes) } else { (hour, minutes) };
        // A quarter to noon is in the morning, though noon is not.
        let half = match (half, back && hour == 11) {
            (Some(Half::Evening), true) => Some(Half::Morning),
            (Some(Half::Morning), true) => Some(Half::Evening),
            (half, _) => half,
        };
        Some((end, ClockTime::spoken(hour, Some(minute as u8), half)))
    }

    /// An hour by name: "eleven", "3", "3pm", "3 p.m.", "noon", "midnight".
    fn hour_name(&self, at: usize) -> Option<(usize, u8, Option<Half>)> {
        match self.class(at) {
            Class::Noon => return Some((at + 1, 12, Some(Half::Evening))),
            Class::Midnight => return Some((at + 1, 12, Some(Half::Morning))),
            Class::Clock(Clock { hour: hour @ 1..=12, minute: None, half, .. }) => return Some((at + 1, hour, half)),
            _ => {}
        }
        let hour = self.number(at, 2).filter(|hour| (1..=12).contains(hour))? as u8;
        let half = self.meridiem(at + 1);
        let end = at + 1 + usize::from(half.is_some() || self.class(at + 1) == Class::OClock);
        Some((end, hour, half))
    }

    /// Whether something happens at `at` that clocks are looked at for; prices, ages and sentences stand "at nine" too.
    fn happens(&self, at: usize) -> bool {
        const STEMS: [&str; 26] = [
            "start", "beg", "open", "clos", "arriv", "left", "leav", "meet", "met", "resum", "due", "sank", "sail",
            "depart", "finish", "end", "land", "kick", "rose", "woke", "wake", "call", "phon", "lunch", "dinner",
            "supper",
        ];
        let and_half = self.text(at + 2) == "and" && matches!(self.text(at + 3), "a" | "half");
        let near = self.lexemes.get(at.saturating_sub(4)..(at + 6).min(self.lexemes.len())).unwrap_or_default();
        let dated = near.iter().any(|lexeme| matches!(lexeme.class, Class::Weekday(_, true) | Class::Part(_)));
        let verb = || (at.saturating_sub(3)..at).any(|at| STEMS.iter().any(|stem| self.text(at).starts_with(stem)));
        !and_half && (self.listing || dated || verb())
    }

    /// "at six", "by eleven", "eight tonight", "3 in the morning": a number that only its company makes a time.
    fn bare_hour(&self, at: usize) -> Option<(usize, ClockTime)> {
        let hour = self.number(at, 2).filter(|hour| (1..=12).contains(hour))? as u8;
        let word = matches!(self.class(at), Class::Cardinal(_));
        let next = at + 1;
        let part = |at: usize| matches!(self.class(at), Class::Part(_));
        let timed = self.class(next) == Class::Tonight
            || matches!(self.text(next), "this" | "last" | "that") && part(next + 1)
            || self.text(next) == "in" && self.text(next + 1) == "the" && part(next + 2)
            || self.text(next) == "the"
                && matches!(self.text(next + 1), "next" | "following" | "same")
                && part(next + 2)
            || matches!(self.class(next), Class::Day(_)) && matches!(self.before(at), "at" | "by" | "until" | "");
        let led = match self.before(at) {
            "at" | "@" => {
                self.ends_phrase(next) && self.happens(at - 1)
                    || zone::zone(self.lexemes.get(next..)?).is_some()
                    || self.weekday(next).is_some()
            }
            "after" | "before" if at > 1 && matches!(self.text(at - 2), "shortly" | "just" | "soon") => {
                self.stops(next) || self.text(next) == "when"
            }
            "by" | "until" | "before" | "after" | "since" => {
                word && at == 1 && !self.class(next).triggers() && self.text(next) != "of"
                    || self.text(next) == "on" && self.weekday(next + 1).is_some()
            }
            _ => false,
        };
        (timed || led).then_some((next, ClockTime::spoken(hour, None, None)))
    }
}
