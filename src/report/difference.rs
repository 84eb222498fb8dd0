//! Which words of one passage stand otherwise in another, for formats that point at them.
//!
//! Two passages of one quotation, or two figures in one sentence, differ in a word or two, and that word is what an editor
//! looks for. Passages that share less than two thirds of their words are worded apart, and pointing at everything would
//! point at nothing: there the answer is empty. Nothing is found here: the conflict stands whatever this says.

use similar::{Algorithm, DiffTag, capture_diff_slices};
use std::ops::Range;

/// Words of a passage that are compared; longer ones are not looked at.
const WORDS: usize = 300;

/// The bytes of `text` that hold other words than `other` does, in order; neighbouring words are one range.
///
/// Words are compared without case and without the punctuation around them.
pub(crate) fn differing(text: &str, other: &str) -> Vec<Range<usize>> {
    let (mine, theirs) = (words(text), words(other));
    if mine.is_empty() || theirs.is_empty() || mine.len() > WORDS || theirs.len() > WORDS {
        return Vec::new();
    }
    let keys = |words: &[(Range<usize>, String)]| words.iter().map(|(_, key)| key.clone()).collect::<Vec<_>>();
    let operations = capture_diff_slices(Algorithm::Myers, &keys(&mine), &keys(&theirs));
    let equal = operations.iter().filter(|operation| operation.tag() == DiffTag::Equal);
    let shared: usize = equal.map(|operation| operation.old_range().len()).sum();
    if shared * 3 < mine.len() + theirs.len() {
        return Vec::new();
    }
    let changed = operations.iter().filter(|operation| operation.tag() != DiffTag::Equal);
    changed
        .filter_map(|operation| {
            let words = &mine[operation.old_range()];
            Some(words.first()?.0.start..words.last()?.0.end)
        })
        .collect()
}

/// The words of a text: their bytes without punctuation, and what they are compared by.
fn words(text: &str) -> Vec<(Range<usize>, String)> {
    let mut found = Vec::new();
    let mut at = 0;
    for part in text.split_inclusive(char::is_whitespace) {
        let word = part.trim_matches(|character: char| !character.is_alphanumeric());
        if !word.is_empty() {
            let start = at + part.find(word).unwrap_or(0);
            found.push((start..start + word.len(), word.to_lowercase()));
        }
        at += part.len();
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn shown(text: &str, other: &str) -> Vec<String> {
        differing(text, other).into_iter().map(|range| text[range].to_owned()).collect()
    }

    #[test]
    fn what_was_changed_is_pointed_at() {
        let (one, two) = ("a believer in “world trade”, she said", "A believer in “global free trade”, she said.");
        assert_eq!(shown(one, two), ["world"]);
        assert_eq!(shown(two, one), ["global free"]);
        assert_eq!(shown("know them you know well", "know them well"), ["you know"]);
        assert_eq!(shown("know them well", "know them you know well"), Vec::<String>::new());
    }

    #[test]
    fn passages_worded_apart_are_left_alone() {
        assert_eq!(shown("Rain fell over the harbour", "The port lay under snow"), Vec::<String>::new());
        assert_eq!(shown("", "x"), Vec::<String>::new());
    }

    proptest! {
        #[test]
        fn ranges_are_in_order_and_on_characters(text in "\\PC{0,60}", other in "\\PC{0,60}") {
            let mut last = 0;
            for range in differing(&text, &other) {
                prop_assert!(last <= range.start && range.start < range.end);
                prop_assert!(text.get(range.clone()).is_some());
                last = range.end;
            }
        }
    }
}
