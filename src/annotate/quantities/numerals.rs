//! The number words of English and what each contributes, as one table.

use super::words::Kind;
use crate::hash::Map;
use compact_str::{CompactString, format_compact};
use std::sync::LazyLock;

/// "zero" to "nineteen", in order.
const UNITS: &str = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen \
    sixteen seventeen eighteen nineteen";

/// From 20 on, in order.
const TENS: &str = "twenty thirty forty fifty sixty seventy eighty ninety";

/// From 1 on, in order.
const ORDINALS: &str = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth \
    fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth";

/// From 10 on, in order: years of an age.
const DECADES: &str = "teens twenties thirties forties fifties sixties seventies eighties nineties";

/// Words that stand in no series. A plural reaches from twice the word up to where the next word would be used.
const OTHERS: [(&str, Kind); 29] = [
    ("dozen", Kind::Magnitude(12.0)),
    ("hundred", Kind::Magnitude(100.0)),
    ("thousand", Kind::Magnitude(1e3)),
    ("lakh", Kind::Magnitude(1e5)),
    ("lakhs", Kind::Magnitude(1e5)),
    ("million", Kind::Magnitude(1e6)),
    ("mln", Kind::Magnitude(1e6)),
    ("crore", Kind::Magnitude(1e7)),
    ("crores", Kind::Magnitude(1e7)),
    ("billion", Kind::Magnitude(1e9)),
    ("bln", Kind::Magnitude(1e9)),
    ("trillion", Kind::Magnitude(1e12)),
    ("tens", Kind::Plural(20.0, 99.0)),
    ("dozens", Kind::Plural(24.0, 150.0)),
    ("scores", Kind::Plural(24.0, 150.0)),
    ("hundreds", Kind::Plural(200.0, 1_999.0)),
    ("thousands", Kind::Plural(2e3, 99_999.0)),
    ("millions", Kind::Plural(2e6, 9.99e8)),
    ("billions", Kind::Plural(2e9, 9.99e11)),
    ("half", Kind::Half),
    ("halves", Kind::Denominator(2.0)),
    ("quarter", Kind::Denominator(4.0)),
    ("quarters", Kind::Denominator(4.0)),
    ("½", Kind::Vulgar(0.5)),
    ("¼", Kind::Vulgar(0.25)),
    ("¾", Kind::Vulgar(0.75)),
    ("⅓", Kind::Vulgar(1.0 / 3.0)),
    ("⅔", Kind::Vulgar(2.0 / 3.0)),
    ("⅛", Kind::Vulgar(0.125)),
];

static KINDS: LazyLock<Map<CompactString, Kind>> = LazyLock::new(|| {
    let mut kinds: Map<CompactString, Kind> = OTHERS.iter().map(|(word, kind)| ((*word).into(), *kind)).collect();
    for (place, word) in UNITS.split(' ').enumerate() {
        kinds.insert(word.into(), Kind::Unit(place as f64));
    }
    for (place, word) in TENS.split(' ').enumerate() {
        kinds.insert(word.into(), Kind::Tens(10.0 * (place as f64 + 2.0)));
    }
    for (place, word) in ORDINALS.split(' ').enumerate() {
        let rank = place as f64 + 1.0;
        kinds.insert(word.into(), Kind::Ordinal(rank));
        // "seconds" are time.
        if rank > 2.0 {
            kinds.insert(format_compact!("{word}s"), Kind::Denominator(rank));
        }
    }
    for (place, word) in DECADES.split(' ').enumerate() {
        kinds.insert(word.into(), Kind::Decade(10.0 * (place as f64 + 1.0)));
    }
    kinds
});

/// What a word in lower case contributes. Most words of a text are told apart by length and first letter.
pub(super) fn kind(word: &str) -> Kind {
    let possible = match word.as_bytes() {
        [first, ..] if first.is_ascii() => (3..=13).contains(&word.len()) && b"bcdefhlmnoqstz".contains(first),
        _ => word.len() <= 3,
    };
    let found = if possible { KINDS.get(word).copied() } else { None };
    found.unwrap_or(Kind::Word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_word_of_the_table_is_filtered_out() {
        assert!(KINDS.keys().all(|word| kind(word) != Kind::Word));
    }

    #[test]
    fn words_stand_for_their_place_in_the_series() {
        assert_eq!(kind("nineteen"), Kind::Unit(19.0));
        assert_eq!(kind("ninety"), Kind::Tens(90.0));
        assert_eq!(kind("twentieth"), Kind::Ordinal(20.0));
        assert_eq!(kind("eighths"), Kind::Denominator(8.0));
        assert_eq!(kind("nineties"), Kind::Decade(90.0));
        assert_eq!(kind("seconds"), Kind::Word);
    }
}
