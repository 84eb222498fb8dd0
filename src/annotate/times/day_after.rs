//! A clock time and the day that it is of, with the place between them: "at 9.15 a.m. in Geneva on Tuesday".
//!
//! The grammar reads phrases of neighbouring words, and dates a clock time that names no day by what the article named
//! before. A day that follows within the same clause says it better. Left out: everything with a verb or a conjunction
//! between the two, which may tell of two events.

use super::resolve::{LAST_DAY, NONE_NAMED};
use crate::annotate::time::{Grain, TimeMention, TimeRelation, TimeValue};
use crate::annotate::token::{Tag, Token};

/// The most tokens that stand between a time and its day.
const FARTHEST: usize = 10;

/// Why a time is of the day that it is of.
const REASON: &str = "of the day that the same clause names after it";

/// Moves the times of one sentence to the days named behind them; `tokens` are the sentence's.
pub(super) fn join(mentions: &mut [TimeMention], tokens: &[Token]) {
    for at in 1..mentions.len() {
        let (clock, day) = (&mentions[at - 1], &mentions[at]);
        let guessed = matches!(clock.reason, NONE_NAMED | LAST_DAY) && clock.weekday.is_none();
        let whole = day.relation == TimeRelation::During;
        let (Some(time), Some(value)) = (clock.value, day.value.filter(|value| value.grain == Grain::Day)) else {
            continue;
        };
        let (Some(from), Some(date)) = (time.from, value.from) else { continue };
        if !guessed || !whole || time.grain > Grain::DayPart || !one_clause(tokens, clock, day) {
            continue;
        }
        let Ok(moved) = date.date().since(from.date()) else { continue };
        let shift = |moment: jiff::civil::DateTime| moment.saturating_add(moved);
        mentions[at - 1].value = Some(TimeValue { from: Some(shift(from)), to: time.to.map(shift), ..time });
        mentions[at - 1].reason = REASON;
    }
}

/// Whether only a phrase of place or the like stands between two mentions.
fn one_clause(tokens: &[Token], clock: &TimeMention, day: &TimeMention) -> bool {
    let first = tokens.partition_point(|token| token.span.start < clock.span.end);
    let last = tokens.partition_point(|token| token.span.start < day.span.start);
    let between = &tokens[first.min(last)..last];
    let part = |token: &Token| {
        token.tag.is_noun()
            || token.tag.is_adjective()
            || matches!(token.tag, Tag::Preposition | Tag::Determiner | Tag::PossessiveEnding | Tag::Number | Tag::To)
            || token.lower == ","
    };
    between.first().is_some_and(|token| token.tag == Tag::Preposition)
        && between.len() <= FARTHEST
        && between.iter().all(part)
}

#[cfg(test)]
mod tests {
    use crate::testing::read;

    fn begins(text: &str) -> String {
        read(text).times[0].value.and_then(|value| value.from).map_or_else(String::new, |from| from.to_string())
    }

    #[test]
    fn a_day_behind_the_place_dates_the_clock() {
        assert_eq!(begins("They signed at 9.15 a.m. in Geneva on Tuesday."), "2025-11-18T09:15:00");
    }

    #[test]
    fn a_day_of_another_verb_does_not() {
        assert_eq!(begins("They signed at 9.15 a.m. in Geneva, she said on Tuesday."), "2025-11-19T09:15:00");
    }
}
