//! What is counted from a day of publication that is only assumed.
//!
//! "Yesterday" in an article that carries no date is some day near the one the other reports were published on. A
//! weekday or a date that is named stays what it is: all reports of a story mean the same Thursday.

use super::slots::NONE_NAMED;
use crate::annotate::time::{Grain, TimeMention};
use jiff::Span as Length;

/// The days by which an assumed day of publication may be off.
const DAYS: i64 = 1;

/// Widens the times that lean on the day of publication alone by a day at either end.
pub(super) fn blur(mentions: &mut [TimeMention]) {
    let leaning = |mention: &&mut TimeMention| mention.weekday.is_none() && leans(mention.reason);
    for mention in mentions.iter_mut().filter(leaning) {
        let Some(value) = mention.value.as_mut() else { continue };
        value.approximate = true;
        if value.grain <= Grain::Days {
            let length = Length::new().days(DAYS);
            value.from = value.from.map(|from| from.saturating_sub(length));
            value.to = value.to.map(|to| to.saturating_add(length));
            value.grain = Grain::Days;
        }
    }
}

fn leans(reason: &str) -> bool {
    reason == NONE_NAMED || reason == "counted from the day of publication"
}
