//! One clock time told as morning and as evening: "4.36am" against "4:36 p.m.".
//!
//! Minutes are hardly ever the same by chance: two articles of one story that give one hour and minute with the other half
//! of the day mean one moment, and one of them slipped. Full hours and half hours say nothing.

use super::conflict::{Check, Conflict, Severity};
use super::support;
use crate::annotate::time::{Grain, TimeMention};
use crate::graph::{Story, lead, shared, surroundings};
use crate::source::Span;
use std::collections::{BTreeMap, BTreeSet};

/// What the surroundings of two times share, with the beginnings of their articles, that are of one story.
const ENOUGH: f32 = 1.5;
/// Of a bucket larger than this only the first are compared: it holds no story any more.
const LARGEST_BUCKET: usize = 40;

/// One clock time of an article.
struct Clock {
    article: usize,
    span: Span,
    hour: i8,
    minute: i8,
    date: jiff::civil::Date,
}

/// The conflicts of times that are twelve hours apart.
pub(super) fn check(story: &Story) -> Vec<Conflict> {
    let clocks: Vec<Clock> = (0..story.articles.len()).flat_map(|at| clocks(story, at)).collect();
    let mut buckets: BTreeMap<(i8, i8, jiff::civil::Date), Vec<&Clock>> = BTreeMap::new();
    for clock in &clocks {
        buckets.entry((clock.hour % 12, clock.minute, clock.date)).or_default().push(clock);
    }
    let mut conflicts = Vec::new();
    for list in buckets.values() {
        let list = &list[..list.len().min(LARGEST_BUCKET)];
        for (at, one) in list.iter().enumerate() {
            let others = list[at + 1..].iter().filter(|two| two.article != one.article && two.hour != one.hour);
            conflicts.extend(others.filter(|two| of_one_story(story, one, two)).map(|two| conflict(story, one, two)));
        }
    }
    conflicts
}

/// The times to the minute that an article gives in one half of the day only.
fn clocks(story: &Story, at: usize) -> Vec<Clock> {
    let article = &story.articles[at];
    let told = |mention: &TimeMention| {
        let value = mention.value.filter(|value| value.grain == Grain::Minute && !value.approximate)?;
        let from = value.from?;
        (from.minute() % 30 != 0).then(|| (from.hour(), from.minute(), from.date()))
    };
    let all: Vec<_> = article.times.iter().filter_map(|mention| Some((mention.span, told(mention)?))).collect();
    let given: BTreeSet<(i8, i8)> = all.iter().map(|&(_, (hour, minute, _))| (hour, minute)).collect();
    let both = |hour: i8, minute: i8| given.contains(&((hour + 12) % 24, minute));
    all.iter()
        .filter(|(_, (hour, minute, _))| !both(*hour, *minute))
        .map(|&(span, (hour, minute, date))| Clock { article: at, span, hour, minute, date })
        .collect()
}

fn of_one_story(story: &Story, a: &Clock, b: &Clock) -> bool {
    let leads = shared(story, (a.article, &lead(story, a.article)), (b.article, &lead(story, b.article)));
    // Asked of the few times that one article has in the morning and another in the evening.
    let around = |clock: &Clock| surroundings(story, clock.article, clock.span);
    shared(story, (a.article, &around(a)), (b.article, &around(b))) + leads >= ENOUGH
}

fn conflict(story: &Story, a: &Clock, b: &Clock) -> Conflict {
    let words = |clock: &Clock| support::words(&story.articles[clock.article], clock.span, 40);
    let side = |clock: &Clock| {
        let place = support::passage(story, clock.article, clock.span, "core/clock");
        support::side(story, words(clock), vec![place])
    };
    Conflict {
        check: Check::Time,
        severity: Severity::Warning,
        message: format!("{} or {}", words(a), words(b)),
        explanation: vec![
            "both articles are of one story and give one hour and minute of one day".to_owned(),
            "one has it in the morning, the other in the evening, and neither gives both".to_owned(),
        ],
        sides: vec![side(a), side(b)],
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::between;

    #[track_caller]
    fn found(one: &str, two: &str) -> usize {
        between(one, two).iter().filter(|conflict| conflict.check == crate::check::Check::Time).count()
    }

    #[test]
    fn one_minute_in_the_morning_and_in_the_evening() {
        let told =
            |time: &str| format!("Mount Marl woke at {time} on Tuesday, said Dana Reyes of the Marl Observatory.\n");
        assert_eq!(found(&told("4.36am"), &told("4:36 p.m.")), 1);
        assert_eq!(found(&told("4.36am"), &told("4:36 a.m.")), 0);
    }

    #[test]
    fn full_hours_and_other_stories_say_nothing() {
        let told =
            |time: &str| format!("Mount Marl woke at {time} on Tuesday, said Dana Reyes of the Marl Observatory.\n");
        assert_eq!(found(&told("4.36am"), "Ben Quill left Ohio at 4:36 p.m. on Tuesday.\n"), 0);
        let other = "Dana Reyes of the Marl Observatory will speak at 4pm on Tuesday at the foot of Mount Marl.\n";
        assert_eq!(found(&told("4am"), other), 0);
    }
}
