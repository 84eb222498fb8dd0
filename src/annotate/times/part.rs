//! Parts of the day: "this morning", "last night", "in the early hours", and a part alone beside a day or a clock.

use super::calendar::{Portion, plus_days};
use super::class::{Class, Part};
use super::day::Day;
use super::parser::Parser;
use super::slots::Slots;
use super::tense::Direction;

/// What leads a part of the day.
struct Lead {
    /// The word behind it.
    next: usize,
    /// Whether it makes a phrase of the part by itself.
    led: bool,
    day: Option<Day>,
}

impl Parser<'_> {
    /// "this morning", "last night", "in the early hours", and a part alone beside a day or clock.
    pub(super) fn part(&self, at: usize, slots: &mut Slots) -> Option<usize> {
        if self.class(at) == Class::Tonight && slots.day.is_none() {
            slots.part = Some(Part::Night);
            slots.day = Some(self.counted(0));
            // Early in the day, what happened "tonight" may have happened the evening before.
            slots.either = self.context.time.is_some_and(|time| time.hour() < 12)
                && self.direction(at, at + 1) != Direction::Future;
            return Some(at + 1);
        }
        let Lead { next, led, day } = self.lead_of_part(at);
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
        let last_night = self.text(word) == "last" && self.text(word + 1) == "night";
        if portion == Some(Portion::Late) && (last_night || self.class(word) == Class::Tonight) {
            slots.portion = portion;
            return self.part(word, slots);
        }
        let Class::Part(part) = self.class(word) else { return None };
        let beside = slots.day.is_some() || slots.clock.is_some();
        let bare = self.text(at) != "the" && (portion.is_some() || self.part_alone(part, word));
        if !(beside || led || bare || self.part_dated(word, portion.is_some())) {
            return None;
        }
        // "Friday night's", "at the night": a bare part belongs to the day before it, not to an article.
        if slots.day.is_some() && day.is_some() {
            return None;
        }
        slots.part = Some(part);
        slots.portion = slots.portion.or(portion);
        slots.day = slots.day.or(day);
        let end = word + 1;
        let in_morning = self.text(end) == "in" && self.text(end + 1) == "the" && self.text(end + 2) == "morning";
        Some(if in_morning { end + 3 } else { end })
    }

    /// So many days from the day of publication.
    fn counted(&self, days: i64) -> Day {
        Day {
            date: self.context.published.and_then(|date| plus_days(date, days)),
            weekday: None,
            reason: "counted from the day of publication",
        }
    }

    /// So many days from the day named last.
    fn leaning(&self, days: i64) -> Day {
        Day {
            date: self.context.last_day.and_then(|date| plus_days(date, days)),
            weekday: None,
            reason: "told from the last day that was named",
        }
    }

    /// What the words in front of a part of the day say of it.
    fn lead_of_part(&self, at: usize) -> Lead {
        let by_day = |next, day| Lead { next, led: true, day: Some(day) };
        match (self.text(at), self.text(at + 1)) {
            ("this", _) => by_day(at + 1, self.counted(0)),
            ("last", _) => by_day(at + 1, self.counted(-1)),
            ("that", _) => by_day(at + 1, self.leaning(0)),
            ("in" | "during", "the") => Lead { next: at + 2, led: true, day: None },
            ("the", "previous") => by_day(at + 2, self.leaning(-1)),
            ("the", "following" | "next") => by_day(at + 2, self.leaning(1)),
            ("the", "same") => by_day(at + 2, self.leaning(0)),
            ("the", _) => Lead { next: at + 1, led: false, day: None },
            _ => Lead { next: at, led: false, day: None },
        }
    }

    /// Whether the part stands for a time by itself: "an overnight fire" says what sort of fire.
    fn part_alone(&self, part: Part, word: usize) -> bool {
        matches!(part, Part::Overnight | Part::Dawn | Part::Lunch) && self.stops(word + 1) || self.listing
    }

    /// Whether a day follows the part: "the evening of 3 May", "late evening Friday".
    fn part_dated(&self, word: usize, portioned: bool) -> bool {
        match self.text(word + 1) {
            "of" | "on" => self.day(self.skip(word + 2, "the")).is_some(),
            _ => portioned && self.weekday(word + 1).is_some(),
        }
    }
}
