//! The phrase at a place of a sentence as a [`TimeMention`]: the longest reading, and what the words in front of it say.

use super::class::Class;
use super::holiday;
use super::parser::{Found, Parser};
use super::tense::Direction;
use crate::annotate::time::{Grain, TimeMention, TimeRelation};
use crate::source::Span;

impl Parser<'_> {
    /// The length of a name that only sounds like a time ("Good Friday Agreement").
    pub(super) fn name(&self, at: usize) -> Option<usize> {
        match holiday::holiday(self.lexemes.get(at..)?)? {
            (length, holiday::Holiday::Name) => Some(length),
            _ => None,
        }
    }

    /// The longest phrase that begins at `at`.
    pub(super) fn phrase(&self, at: usize) -> Option<Found> {
        let readings = [self.range(at), self.moment(at), self.duration(at), self.period(at)];
        // Of two equally long, the one named first.
        readings.into_iter().flatten().rev_max()
    }

    pub(super) fn mention(&self, start: usize, found: Found) -> TimeMention {
        let (relation, mut approximate) = self.lead(start);
        // "about Friday" is on the subject of Friday; "about nine o'clock" is near nine.
        let coarse = found.value.is_some_and(|value| value.grain > Grain::Hour) && self.class(start).triggers();
        if matches!(self.before(start), "about" | "some") && coarse && !matches!(self.class(start), Class::Digits(..)) {
            approximate = false;
        }
        let first = self.lexemes[start].span;
        let last = self.lexemes[found.end - 1].span;
        let mut value = found.value;
        if let Some(value) = value.as_mut() {
            value.approximate |= approximate;
        }
        // The article belongs to the phrase; a preposition that opened it ("in the evening") does not.
        let skipped = matches!(self.text(start), "in" | "during" | "from" | "between" | "on" | "at");
        let first = if skipped { self.lexemes.get(start + 1).map_or(first, |lexeme| lexeme.span) } else { first };
        TimeMention {
            span: Span::new(first.start, last.end),
            value,
            relation,
            duration: found.duration.filter(|_| value.is_none()),
            weekday: found.weekday,
            reason: found.reason,
        }
    }

    /// What the words in front of a phrase say of it: how it bounds, and whether it is exact.
    fn lead(&self, start: usize) -> (TimeRelation, bool) {
        let mut at = start;
        let mut approximate = false;
        while at > 0
            && matches!(
                self.text(at - 1),
                "about" | "around" | "approximately" | "roughly" | "nearly" | "almost" | "some" | "circa" | "the"
            )
        {
            approximate |= self.text(at - 1) != "the";
            at -= 1;
        }
        let relation = match self.before(at) {
            "since" => TimeRelation::Since,
            // "from Monday" opens a stretch that lies ahead; "a letter from 2019" does not.
            "from"
                if at <= 1
                    || self.text(at.wrapping_sub(2)) == "effect"
                    || self.direction(start, start + 1) == Direction::Future =>
            {
                TimeRelation::Since
            }
            "until" | "till" | "by" | "through" => TimeRelation::Until,
            word @ ("before" | "after") => {
                // "shortly before ten" is about ten; "before ten" is any time before.
                let near = at >= 2
                    && matches!(
                        self.text(at - 2),
                        "shortly" | "just" | "soon" | "minutes" | "moments" | "seconds" | "little" | "immediately"
                    );
                if near {
                    return (TimeRelation::During, true);
                }
                if word == "before" { TimeRelation::Before } else { TimeRelation::After }
            }
            _ => TimeRelation::During,
        };
        (relation, approximate)
    }
}

/// The longest of several readings, the earliest of equals.
trait Longest: Iterator<Item = Found> + Sized {
    fn rev_max(self) -> Option<Found> {
        self.fold(None, |best: Option<Found>, found| match best {
            Some(best) if best.end >= found.end => Some(best),
            _ => Some(found),
        })
    }
}

impl<I: Iterator<Item = Found>> Longest for I {}
