//! What is counted from a day of publication that is only assumed.
//!
//! "Yesterday" in an article that carries no date is some day near the one the other reports were published on. A
//! weekday or a date that is named stays what it is: all reports of a story mean the same Thursday.

use super::resolve::NONE_NAMED;
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

#[cfg(test)]
mod tests {
    use super::super::test_support::{read, show};
    use super::*;
    use crate::source::BlockKind;

    fn assumed(text: &str) -> Vec<String> {
        let mut mentions = read(Some("2025-11-19"), BlockKind::Paragraph, text);
        blur(&mut mentions);
        show(text, &mentions)
    }

    #[test]
    fn what_is_counted_from_the_day_of_publication_is_vague() {
        assert_eq!(assumed("They met yesterday."), ["yesterday = 2025-11-17..2025-11-20"]);
        assert_eq!(assumed("They met at 6pm."), ["6pm = 2025-11-18T18:00..2025-11-20T19:00"]);
    }

    #[test]
    fn what_is_named_stays() {
        assert_eq!(assumed("They met on Tuesday."), ["Tuesday = 2025-11-18..2025-11-19"]);
        assert_eq!(assumed("They met on 3 May 2019."), ["3 May 2019 = 2019-05-03..2019-05-04"]);
    }
}
