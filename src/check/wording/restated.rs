//! Two sentences of one speaker that say one thing in an order of words that is largely the same, with several words changed.
//!
//! [`super::align`] does not know who speaks, and asks for more words with a meaning of their own. A speaker may well repeat the
//! frame of a sentence with one other word in it ("we need more nurses", "we need more beds"); words that are changed in two
//! places or more, the longer sentence being mostly shared, are a remark that was written down twice.

use super::words::Word;
use std::collections::BTreeSet;

/// Longest sentence that is compared, in words.
const LONGEST: usize = 60;
/// Fewest different words that both have in order, the share of the longer sentence that they are, in per cent, and the words with a
/// meaning of their own among them: of any sentence, and of a long one.
const ANY: (usize, usize, usize) = (6, 75, 2);
const LONG: (usize, usize, usize) = (10, 50, 1);
/// Fewest places where words were changed.
const FEWEST_PLACES: usize = 2;

/// The words that were changed, of either; `None` where the sentences are not one remark in two wordings.
#[must_use]
pub fn restated<'w>(a: &'w [Word], b: &'w [Word]) -> Option<(&'w str, &'w str)> {
    let longer = a.len().max(b.len());
    if longer > LONGEST || a.len().min(b.len()) < ANY.0 || a.iter().chain(b).skip(1).any(|word| word.gap) {
        return None;
    }
    let pairs = common(a, b);
    let content = pairs.iter().filter(|(at, _)| a[*at].content()).count();
    let different = pairs.iter().map(|(at, _)| a[*at].key.as_str()).collect::<BTreeSet<_>>().len();
    let enough = |(fewest, share, meaning): (usize, usize, usize)| {
        different >= fewest && pairs.len() * 100 >= longer * share && content >= meaning
    };
    // "No money for schools and no money for roads": a frame that is filled twice is filled again in the next sentence.
    let short = enough(ANY) && !repeats(a) && !repeats(b);
    if !short && !enough(LONG) {
        return None;
    }
    let places = places(a, b, &pairs);
    let changed = |place: &&Place| !place.0.is_empty() && !place.1.is_empty();
    let content = |place: &&Place| place.0.iter().chain(place.1).any(Word::content);
    if places.iter().filter(changed).count() < FEWEST_PLACES {
        return None;
    }
    let (one, two) = places.iter().filter(changed).find(content)?;
    Some((one.first()?.key.as_str(), two.first()?.key.as_str()))
}

/// Whether three words in a row stand in a sentence twice.
fn repeats(words: &[Word]) -> bool {
    let mut seen = BTreeSet::new();
    words.windows(3).any(|run| !seen.insert(run.iter().map(Word::coarse).collect::<Vec<_>>()))
}

/// Words of either between two that both have.
type Place<'w> = (&'w [Word], &'w [Word]);

fn places<'w>(a: &'w [Word], b: &'w [Word], pairs: &[(usize, usize)]) -> Vec<Place<'w>> {
    let (mut i, mut j) = (0, 0);
    let mut places = Vec::new();
    for &(x, y) in pairs.iter().chain([&(a.len(), b.len())]) {
        if x > i || y > j {
            places.push((&a[i..x], &b[j..y]));
        }
        (i, j) = (x + 1, y + 1);
    }
    places
}

/// The longest list of words that both have in order.
fn common(a: &[Word], b: &[Word]) -> Vec<(usize, usize)> {
    let width = b.len() + 1;
    let mut length = vec![0usize; (a.len() + 1) * width];
    for i in (0..a.len()).rev() {
        for j in (0..b.len()).rev() {
            length[i * width + j] = if a[i].same(&b[j]) {
                length[(i + 1) * width + j + 1] + 1
            } else {
                length[(i + 1) * width + j].max(length[i * width + j + 1])
            };
        }
    }
    let (mut i, mut j) = (0, 0);
    let mut pairs = Vec::new();
    while i < a.len() && j < b.len() {
        if a[i].same(&b[j]) {
            pairs.push((i, j));
            (i, j) = (i + 1, j + 1);
        } else if length[(i + 1) * width + j] >= length[i * width + j + 1] {
            i += 1;
        } else {
            j += 1;
        }
    }
    pairs
}

#[cfg(test)]
mod tests {
    use super::super::Passage;

    fn restated(a: &str, b: &str) -> bool {
        let (a, b) = (Passage::whole(a).words(), Passage::whole(b).words());
        super::restated(&a, &b).is_some() && super::restated(&b, &a).is_some()
    }

    #[test]
    fn several_words_changed_in_one_frame() {
        assert!(restated("Lima has forgotten what its harbour is for.", "Peru has forgotten what our harbour is for."));
        assert!(restated(
            "We marched up together and we are marching down together, with more than they hoped to leave us.",
            "We went up as one and we're coming down as one, and with more than they meant to leave us.",
        ));
    }

    #[test]
    fn one_word_changed_may_be_another_remark() {
        assert!(!restated("We need more nurses on the wards.", "We need more beds on the wards."));
        assert!(!restated("We will build more ships here.", "We want to sell more houses there."));
        assert!(!restated(
            "I came here to work and I came here to win.",
            "I came here to learn and I came here to stay."
        ));
        assert!(!restated("We have lost a great deal of money.", "We have lost a lot of money."));
        assert!(!restated(
            "It is what it is and we have to live with it.",
            "It is not what we want and I am sad about it."
        ));
    }
}
