//! Two sentences in nearly the same words, of which one says the reverse of the other.
//!
//! The order of the words does not count: "ten years before the first symptom" against "after the first symptom, for
//! ten years". That both are of one speaker is for the caller to know; of two speakers it is a debate.

use super::words::Word;
use crate::hash::{Map, Set};
use std::sync::LazyLock;

/// Fewest content words that both have.
const FEWEST_CONTENT: usize = 3;
/// The share of the content words of either that the other has, per cent.
const COVERAGE: usize = 75;
/// Longest sentence that is compared, in words.
const LONGEST: usize = 60;

/// Words that turn the sense of one another round.
static OPPOSITES: LazyLock<Set<(&'static str, &'static str)>> = LazyLock::new(|| {
    let lines = include_str!("../../../rules/english/opposites.csv").lines().filter(|line| !line.starts_with('#'));
    lines.filter_map(|line| line.split_once(',')).flat_map(|(one, two)| [(one, two), (two, one)]).collect()
});

/// Whether one word turns the sense of the other round.
pub(super) fn opposite(one: &str, two: &str) -> bool {
    OPPOSITES.contains(&(one, two))
}

/// The words of either that turn the sense round; `None` where the sentences are not nearly the same, or agree. `whole`
/// tells whether both are whole sentences: before a fragment the denial may stand outside the quotation.
#[must_use]
pub fn reversed<'w>(a: &'w [Word], b: &'w [Word], whole: bool) -> Option<(&'w str, &'w str)> {
    if a.len().max(b.len()) > LONGEST {
        return None;
    }
    let (ours, theirs) = (only(a, b), only(b, a));
    let turned = ours.iter().find_map(|x| {
        let y = theirs.iter().find(|y| opposite(&x.key, &y.key))?;
        Some((x.key.as_str(), y.key.as_str()))
    });
    let turned = turned.or_else(|| match (denial(a), denial(b)) {
        (Some(denial), None) if whole => Some((denial, "")),
        (None, Some(denial)) if whole => Some(("", denial)),
        _ => None,
    })?;
    let counts =
        |word: &&Word| word.content() && !word.negation() && ![turned.0, turned.1].contains(&word.key.as_str());
    let (of_a, of_b) = (a.iter().filter(counts).count(), b.iter().filter(counts).count());
    let shared = of_a - ours.iter().copied().filter(counts).count();
    (shared >= FEWEST_CONTENT && shared * 100 >= of_a.max(of_b) * COVERAGE).then_some(turned)
}

fn denial(words: &[Word]) -> Option<&str> {
    words.iter().find(|word| word.negation()).map(|word| word.key.as_str())
}

/// The words of `a` that `b` has not, or not so often.
fn only<'w>(a: &'w [Word], b: &[Word]) -> Vec<&'w Word> {
    let mut counts: Map<&str, usize> = Map::default();
    for word in b {
        *counts.entry(word.coarse()).or_default() += 1;
    }
    let left = a.iter().filter(|word| match counts.get_mut(word.coarse()) {
        Some(count) if *count > 0 => {
            *count -= 1;
            false
        }
        _ => true,
    });
    left.collect()
}

#[cfg(test)]
mod tests {
    use super::super::Passage;

    fn turned(a: &str, b: &str, whole: bool) -> Option<(String, String)> {
        let (a, b) = (Passage::whole(a).words(), Passage::whole(b).words());
        super::reversed(&a, &b, whole).map(|(one, two)| (one.to_owned(), two.to_owned()))
    }

    #[track_caller]
    fn is_turned(a: &str, b: &str, words: (&str, &str)) {
        assert_eq!(turned(a, b, true), Some((words.0.to_owned(), words.1.to_owned())));
    }

    #[test]
    fn an_opposite_turns_the_sense_whatever_the_order() {
        is_turned(
            "We will open the bridge a week before the fair.",
            "A week after the fair we will open the bridge.",
            ("before", "after"),
        );
        is_turned("decide with care and without haste", "decide with care but with haste", ("without", "with"));
    }

    #[test]
    fn a_denial_turns_the_sense_of_whole_sentences() {
        let (one, two) = ("There is no second plan for the harbour.", "There has been a second plan for the harbour.");
        is_turned(one, two, ("no", ""));
        assert_eq!(turned(one, two, false), None);
    }

    #[test]
    fn other_words_or_the_same_sense_are_nothing() {
        assert_eq!(
            turned("We will open the bridge before the fair.", "We will open the bridge on Monday.", true),
            None
        );
        assert_eq!(turned("We will not lose the harbour vote.", "We will never lose the harbour vote.", true), None);
        assert_eq!(turned("We never lost it.", "We lost it.", true), None, "too few words");
        assert_eq!(
            turned("The bridge opens before the fair in May.", "The road closes after the race in June.", true),
            None
        );
    }
}
