//! Clock, part of the day, day and zone, put together into one moment or stretch.
//!
//! English says them in any order ("at 2:15 p.m. Tuesday", "on Wednesday night at half past eleven", "8 p.m. Eastern
//! time on Friday"), so they are collected as they come, each at most once, and resolved together.

use super::calendar::{Portion, Stretch, day as whole_day, midnight, plus_days, plus_minutes};
use super::clock::ClockTime;
use super::day::Day;
use super::lexicon::{Class, Part};
use super::numeric::{Clock, Half};
use super::parser::{Found, Parser};
use super::tense::Direction;
use super::zone;
use crate::annotate::time::{Grain, TimeValue};
use jiff::civil::Date;
use jiff::tz::Offset;

/// What one phrase says, each of it at most once.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Slots {
    pub(super) clock: Option<ClockTime>,
    pub(super) part: Option<Part>,
    pub(super) portion: Option<Portion>,
    pub(super) day: Option<Day>,
    /// The zone's IANA name; `Some(None)` for "local time".
    pub(super) zone: Option<Option<&'static str>>,
    /// The same moment by another clock: "1353 (1023 GMT)".
    pub(super) alternate: Option<(ClockTime, &'static str)>,
    /// "after midnight": midnight begins its day.
    pub(super) after: bool,
}

impl Slots {
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
        if slots.clock.is_some() && slots.zone.is_none() {
            if let Some((length, zone)) = self.lexemes.get(at..).and_then(zone::zone) {
                // "(1300 GMT)" after a local time is a time of its own, not a zone.
                slots.zone = Some(zone);
                return Some(at + length);
            }
        }
        if slots.clock.is_some() && slots.alternate.is_none() {
            if let Some((end, alternate)) = self.alternate(at) {
                slots.alternate = Some(alternate);
                return Some(end);
            }
        }
        if slots.part.is_none() {
            if let Some(end) = self.part(at, slots) {
                return Some(end);
            }
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
        if slots.clock.is_none() {
            if let Some((end, clock)) = self.clock(at) {
                slots.clock = Some(clock);
                slots.after |= self.before(at) == "after";
                return Some(end);
            }
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
        (self.text(end) == ")").then_some((end + 1, (clock, zone?)))
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
        if portion.is_some() && self.text(next + 1) == "in" && self.text(next + 2) == "the" {
            if let Class::Part(part) = self.class(next + 3) {
                (slots.part, slots.portion) = (Some(part), portion);
                return Some(next + 4);
            }
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
        let dated = self.text(word + 1) == "of" && self.day(self.skip(word + 2, "the")).is_some();
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
        match (self.context.last_day, self.context.published) {
            // A hearing named for next week does not date what has happened.
            (Some(date), Some(published)) if date > published && self.direction(end, end) == Direction::Past => {
                (Some(published), "on the day of publication, none being named")
            }
            (Some(date), _) => (Some(date), "on the last day that was named"),
            (None, published) => (published, "on the day of publication, none being named"),
        }
    }

    pub(super) fn resolve(&self, end: usize, mut slots: Slots) -> Found {
        let (date, reason) = self.day_of(end, &slots);
        let doubtful = slots.clock.is_some_and(|time| time.clock.half.is_none() && !time.clock.whole_day);
        if slots.day.is_none() && slots.part.is_none() && doubtful && date == self.context.last_day {
            slots.part = self.context.last_part;
        }
        // "at 8 GMT": whoever names a zone counts to twenty-four.
        if let (Some(time), Some(Some(_)), None) = (slots.clock.as_mut(), slots.zone, slots.part) {
            time.clock.whole_day |= time.clock.half.is_none();
        }
        let stretch = date.and_then(|date| stretch_of(date, &slots));
        let value = stretch.map(|stretch| {
            let named = slots.zone.flatten().and_then(|zone| zone::offset_at(zone, stretch.from));
            let offset = named.or_else(|| date.and_then(|date| offset_by(date, stretch, &slots)));
            TimeValue { offset, ..stretch.value() }
        });
        let weekday = slots.day.and_then(|day| day.weekday);
        let named = slots.day.is_some_and(|day| day.date.is_some());
        Found { end, value, duration: None, weekday, day: date.filter(|_| named), part: slots.part, reason }
    }
}

/// The stretch that clock, part and portion cut out of `date`.
pub(super) fn stretch_of(date: Date, slots: &Slots) -> Option<Stretch> {
    if let Some(time) = slots.clock {
        return clock_stretch(date, time, slots);
    }
    match slots.part {
        Some(part) => part_stretch(date, part, slots.portion),
        None => match slots.portion {
            Some(Portion::Early) => hours(date, 0, 9).map(Stretch::soft),
            Some(Portion::Late) => hours(date, 17, 24).map(Stretch::soft),
            _ => whole_day(date),
        },
    }
}

/// The distance from UTC that a local time and the same moment by a named zone's clock imply.
fn offset_by(date: Date, local: Stretch, slots: &Slots) -> Option<Offset> {
    let (clock, zone) = slots.alternate?;
    let alone = Slots { clock: Some(clock), ..Slots::default() };
    let there = clock_stretch(date, clock, &alone)?.from;
    let behind = i64::from(zone::offset_at(zone, there)?.seconds());
    let apart = local.from.duration_since(there).as_secs() + behind;
    // The other clock may show the day before or after: offsets run from −12 to +14 hours.
    let apart = (apart + 12 * 3600).rem_euclid(24 * 3600) - 12 * 3600;
    Offset::from_seconds(i32::try_from(apart).ok()?).ok()
}

fn hours(date: Date, from: i64, to: i64) -> Option<Stretch> {
    Some(Stretch {
        from: plus_minutes(midnight(date), from * 60)?,
        to: plus_minutes(midnight(date), to * 60)?,
        grain: Grain::DayPart,
        approximate: false,
    })
}

/// Morning is midnight to noon, for "4.20 this morning" is one; the night lasts until six of the next day; the
/// afternoon overlaps the evening by an hour, as people's do.
fn part_stretch(date: Date, part: Part, portion: Option<Portion>) -> Option<Stretch> {
    let (from, to) = match (part, portion) {
        (Part::Dawn, _) => (4, 8),
        (Part::Morning, Some(Portion::Early)) => (0, 9),
        (Part::Morning, Some(Portion::Middle)) => (9, 12),
        (Part::Morning, Some(Portion::Late)) => (10, 12),
        (Part::Morning, None) => (0, 12),
        (Part::Lunch, _) => (12, 14),
        (Part::Afternoon, Some(Portion::Early)) => (12, 16),
        (Part::Afternoon, Some(Portion::Late)) => (15, 19),
        (Part::Afternoon, _) => (12, 19),
        (Part::Evening, Some(Portion::Early)) => (17, 20),
        (Part::Evening, Some(Portion::Late)) => (20, 24),
        (Part::Evening, _) => (18, 24),
        (Part::Night, Some(Portion::Early)) => (18, 22),
        (Part::Night, Some(Portion::Late)) => (21, 30),
        (Part::Night, _) => (18, 30),
        (Part::Overnight, _) => (-6, 9),
        (Part::SmallHours, _) => (0, 6),
    };
    let stretch = hours(date, from, to)?;
    Some(if portion.is_some() || part == Part::Overnight { stretch.soft() } else { stretch })
}

fn clock_stretch(date: Date, time: ClockTime, slots: &Slots) -> Option<Stretch> {
    let Clock { hour, minute, half, whole_day } = time.clock;
    if time.midnight {
        let from = plus_minutes(midnight(date), if slots.after { 0 } else { 24 * 60 })?;
        return Some(Stretch { from, to: plus_minutes(from, 60)?, grain: Grain::Hour, approximate: false });
    }
    let hour = i64::from(hour);
    let twelve = hour % 12;
    let hour = match (half, slots.part) {
        _ if whole_day => hour,
        (Some(Half::Morning), Some(Part::Night)) => twelve + 24,
        (Some(Half::Morning), _) => twelve,
        (Some(Half::Evening), _) => twelve + 12,
        (None, Some(Part::Morning | Part::Dawn | Part::SmallHours)) => twelve,
        (None, Some(Part::Overnight)) => {
            if twelve >= 6 {
                twelve - 12
            } else {
                twelve
            }
        }
        (None, Some(Part::Lunch | Part::Afternoon | Part::Evening)) => {
            if slots.part == Some(Part::Evening) && hour == 12 { 24 } else { twelve + 12 }
        }
        // Night runs past midnight: "half past two on Tuesday night" is Wednesday by the calendar.
        (None, Some(Part::Night)) => {
            if twelve < 5 {
                twelve + 24
            } else {
                twelve + 12
            }
        }
        // Nobody's day begins at four: an hour to six without a word more is one of the afternoon.
        (None, None) if twelve <= 6 => twelve + 12,
        (None, None) if !time.spoken => hour,
        // Nine o'clock may be either; the day is all that is sure.
        (None, None) => return super::calendar::day(date),
    };
    let from = plus_minutes(midnight(date), hour * 60 + i64::from(minute.unwrap_or(0)))?;
    let (length, grain) = if minute.is_some() { (1, Grain::Minute) } else { (60, Grain::Hour) };
    Some(Stretch { from, to: plus_minutes(from, length)?, grain, approximate: false })
}
