//! The stretch of a day that a clock time, a part of the day or "early" and "late" cut out.
//!
//! Only what a phrase says counts here; what it leaves open ("nine o'clock") becomes the whole day.

use super::calendar::{Portion, Stretch, day as whole_day, midnight, plus_minutes};
use super::class::Part;
use super::clock::ClockTime;
use super::numeric::{Clock, Half};
use super::slots::Slots;
use super::zone;
use crate::annotate::time::Grain;
use jiff::civil::Date;
use jiff::tz::Offset;

/// A day and the one before it.
pub(super) fn day_or_eve(day: Stretch) -> Option<Stretch> {
    let from = plus_minutes(day.from, -24 * 60)?;
    Some(Stretch { from, grain: Grain::Days, ..day })
}

/// The stretch that clock, part and portion cut out of `date`.
pub(super) fn stretch_of(date: Date, slots: &Slots) -> Option<Stretch> {
    if let Some(time) = slots.clock {
        return clock_stretch(date, time, slots);
    }
    match slots.part {
        Some(_) if slots.either => hours(date, -6, 30).map(Stretch::soft),
        Some(part) => part_stretch(date, part, slots.portion),
        None => match slots.portion {
            Some(Portion::Early) => hours(date, 0, 9).map(Stretch::soft),
            Some(Portion::Late) => hours(date, 17, 24).map(Stretch::soft),
            _ => whole_day(date),
        },
    }
}

/// The distance from UTC that a local time and the same moment by a named zone's clock imply.
pub(super) fn offset_by(date: Date, local: Stretch, slots: &Slots) -> Option<Offset> {
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
        (Some(Half::Morning), _) | (None, Some(Part::Morning | Part::Dawn | Part::SmallHours)) => twelve,
        (Some(Half::Evening), _) => twelve + 12,
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
        // An hour to five without a word more is one of the afternoon.
        (None, None) if twelve <= 5 => twelve + 12,
        (None, None) if !time.spoken => hour,
        // From six to eleven it may be either; the day is all that is sure.
        (None, None) => return super::calendar::day(date),
    };
    let from = plus_minutes(midnight(date), hour * 60 + i64::from(minute.unwrap_or(0)))?;
    let (length, grain) = if minute.is_some() { (1, Grain::Minute) } else { (60, Grain::Hour) };
    Some(Stretch { from, to: plus_minutes(from, length)?, grain, approximate: false })
}
