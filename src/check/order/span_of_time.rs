//! How long lies between two events: "three minutes", "hours", "shortly" before a word of order, as bounds.
//!
//! A length that a report gives is rounded, by whoever told it as well; the bounds leave room for that.

use crate::annotate::Article;

/// Bounds of a length of time, in seconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Gap {
    /// At least this, never less than a second.
    pub(super) least: i64,
    /// At most this.
    pub(super) most: Option<i64>,
}

impl Gap {
    /// Later, by whatever it is.
    pub(super) const SOME: Self = Self { least: 1, most: None };

    /// A length as told: three fifths to five thirds of it.
    pub(super) fn about(seconds: i64) -> Self {
        let seconds = seconds.clamp(0, 100 * 366 * 86_400);
        Self { least: (seconds * 3 / 5).max(1), most: Some(seconds * 5 / 3 + 60) }
    }

    fn at_least(seconds: i64) -> Self {
        Self { least: (seconds * 3 / 5).max(1), most: None }
    }

    fn at_most(seconds: i64) -> Self {
        Self { least: 1, most: Self::about(seconds).most }
    }
}

/// The length that stands before the token `at`, and the token it begins with; `at` where there is none.
pub(super) fn gap_before(article: &Article, from: usize, at: usize) -> (Gap, usize) {
    let tokens = &article.tokens;
    let mut start = at;
    while start > from && is_vague(&tokens[start - 1].lower) {
        start -= 1;
    }
    let Some(last) = start.checked_sub(1).filter(|&last| last >= from) else { return (Gap::SOME, start) };
    let span = tokens[last].span;
    let next = article.times.partition_point(|time| time.span.end < span.end);
    let time = article.times.get(next).filter(|time| time.span.end == span.end);
    if let Some((time, seconds)) = time.and_then(|time| time.duration.map(|seconds| (time, seconds))) {
        let mut first = last;
        while first > from && tokens[first - 1].span.start >= time.span.start {
            first -= 1;
        }
        return bounded(article, from, first, seconds);
    }
    if let Some(unit) = unit(&tokens[last].lower) {
        return (Gap::at_least(unit), last);
    }
    (Gap::SOME, start)
}

/// "more than two hours", "less than a day", "within minutes": reads what stands before the length.
fn bounded(article: &Article, from: usize, first: usize, seconds: i64) -> (Gap, usize) {
    let tokens = &article.tokens[from..first];
    let word = |back: usize| tokens.len().checked_sub(back).map_or("", |index| tokens[index].lower.as_str());
    match (word(2), word(1)) {
        ("more" | "longer", "than") | ("at", "least") => (Gap::at_least(seconds), first - 2),
        ("less" | "fewer", "than") | ("up", "to") | ("at", "most") => (Gap::at_most(seconds), first - 2),
        (_, "over") => (Gap::at_least(seconds), first - 1),
        (_, "within" | "under" | "nearly" | "almost") => (Gap::at_most(seconds), first - 1),
        (_, "about" | "around" | "some" | "roughly" | "exactly" | "just" | "only" | "barely") => {
            (Gap::about(seconds), first - 1)
        }
        _ => (Gap::about(seconds), first),
    }
}

/// Words between the event and the word of order that say nothing of its length.
fn is_vague(word: &str) -> bool {
    matches!(
        word,
        "just"
            | "only"
            | "shortly"
            | "soon"
            | "immediately"
            | "even"
            | "right"
            | "long"
            | "moments"
            | "well"
            | "directly"
            | "straight"
            | "almost"
    )
}

/// "hours after": at least one of them.
fn unit(word: &str) -> Option<i64> {
    Some(match word {
        "seconds" => 1,
        "minutes" => 60,
        "hours" => 3_600,
        "days" => 86_400,
        "weeks" => 7 * 86_400,
        "months" => 28 * 86_400,
        "years" => 365 * 86_400,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_length_lies_within_its_own_bounds(seconds in 1i64..1_000_000_000) {
            let gap = Gap::about(seconds);
            prop_assert!(gap.least <= seconds && gap.most.is_some_and(|most| most >= seconds));
            prop_assert!(gap.least >= 1);
        }
    }
}
