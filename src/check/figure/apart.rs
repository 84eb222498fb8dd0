//! What keeps two like figures apart: another time, another party in the other's place, digits that say little.

use super::{Figure, Sentence};
use crate::annotate::time::TimeRelation;
use crate::check::support;
use crate::graph::Story;
use crate::source::Span;

/// Days from which two dates are of two events, and from which what is dated by a month or year is.
pub(in crate::check) const LONG: i64 = 14;

/// Whether a figure is round: one digit and zeros. A digit of it is not mistaken, it is another figure.
pub(super) fn round(digits: &str) -> bool {
    digits.trim_end_matches('0').len() < 2
}

/// Whether each sentence names somebody whom the other does not.
pub(super) fn of_others(one: &Sentence, two: &Sentence) -> bool {
    !one.parties.is_subset(&two.parties) && !two.parties.is_subset(&one.parties)
}

/// Whether the sentences of two figures are dated far from one another.
pub(super) fn long_apart(story: &Story, a: &Figure, b: &Figure) -> bool {
    let at = |figure: &Figure| (figure.article, story.articles[figure.article].quantities[figure.quantity].span.start);
    dated_apart(story, at(a), at(b))
}

/// Whether the sentences of two bytes, each of an article, are dated far from one another.
pub(in crate::check) fn dated_apart(story: &Story, a: (usize, usize), b: (usize, usize)) -> bool {
    let before = |x: (i64, i64), y: (i64, i64)| y.0 - x.1 > LONG || y.0 >= x.1 && x.1 - x.0 > LONG && y.1 - y.0 > LONG;
    let (one, two) = (days(story, a), days(story, b));
    let apart = one.iter().all(|&x| two.iter().all(|&y| before(x, y) || before(y, x)));
    apart && !one.is_empty() && !two.is_empty()
}

/// First and last day, counted from the year 1970, of the times that the sentence of a byte names.
pub(in crate::check) fn days(story: &Story, (article, at): (usize, usize)) -> Vec<(i64, i64)> {
    let article = &story.articles[article];
    let span = support::sentence(article, Span::new(at, at));
    let plain =
        support::times(article, span).filter(|time| time.duration.is_none() && time.relation == TimeRelation::During);
    let values = plain.filter_map(|time| time.value);
    values.filter_map(|value| Some((day(value.from?.date()), day(value.to?.date())))).collect()
}

/// Days since 1970 began.
pub(in crate::check) fn day(date: jiff::civil::Date) -> i64 {
    i64::from((date - jiff::civil::Date::constant(1970, 1, 1)).get_days())
}

/// Whether the sentence of a byte is dated, and to nothing but long before the article came out.
pub(in crate::check) fn of_old(story: &Story, at: (usize, usize)) -> bool {
    let Some(published) = story.articles[at.0].document.published else { return false };
    let told = days(story, at);
    !told.is_empty() && told.iter().all(|(_, to)| day(published.date) - to > LONG)
}

#[cfg(test)]
mod tests {
    use crate::testing::found;

    #[test]
    fn a_figure_of_another_year_is_no_slip() {
        let told =
            |figure: &str, when: &str| format!("The Marl Echo printed {figure} copies of its harvest number {when}.\n");
        assert_eq!(found(&told("34,512", "on Monday"), &told("34,812", "on Monday")), 1);
        assert_eq!(found(&told("34,512", "in 2019"), &told("34,812", "on Monday")), 0);
    }

    #[test]
    fn a_round_figure_for_somebody_else_is_no_slip() {
        let told = |figure: &str, whom: &str| format!("Dana Reyes hid {figure} in coins under the floor of {whom}.\n");
        assert_eq!(found(&told("£40,000", "Marl Hospice"), &told("£90,000", "Vell Hospital")), 0);
    }
}
