//! Which words take a stance: `rules/english/stances.csv` and `verdict-words.csv`, read once.

use crate::check::outcome::Of;
use crate::check::table::{Wordings, rows};
use crate::hash::Map;
use std::sync::LazyLock;

/// Where in the clause the thing stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Topic {
    Object,
    /// Behind the preposition that ends the words.
    After,
    /// Nothing is asked of a thing.
    None,
}

/// One wording.
#[derive(Clone, Debug)]
pub(super) struct Wording {
    /// The question.
    pub(super) class: &'static str,
    pub(super) of: Of,
    pub(super) holds: bool,
    /// Whether denying it gives the other answer.
    pub(super) deniable: bool,
    pub(super) topic: Topic,
}

static TEXT: &str = include_str!("../../../rules/english/stances.csv");
static VERDICTS: &str = include_str!("../../../rules/english/verdict-words.csv");

static WORDINGS: LazyLock<Wordings<Wording>> = LazyLock::new(|| {
    Wordings::new(TEXT, |fields| {
        let &[class, of, side, topic] = fields else { return None };
        let topic = match topic {
            "object" => Topic::Object,
            "after" => Topic::After,
            _ => Topic::None,
        };
        let (holds, deniable) = (side.starts_with('+'), side.ends_with('~'));
        Some(Wording { class, of: Of::named(of), holds, deniable, topic })
    })
});

static WORDS: LazyLock<Map<&'static str, bool>> = LazyLock::new(|| {
    let row = |row: &'static str| {
        let (side, words) = row.split_once(',').unwrap_or((row, ""));
        words.split('|').map(move |word| (word, side == "+"))
    };
    rows(VERDICTS).flat_map(row).collect()
});

/// The wordings of a verb with its particles, each with the words that have to stand behind it.
pub(super) fn of(lemma: &str) -> Vec<(&'static Wording, &'static [&'static str])> {
    WORDINGS.of(lemma)
}

/// Whether what a thing is called praises it; `None` for words that do neither.
pub(super) fn verdict(lemma: &str) -> Option<bool> {
    WORDS.get(lemma).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_whole() {
        for row in rows(TEXT) {
            let fields: Vec<&str> = row.split(',').collect();
            assert_eq!(fields.len(), 5, "{row}");
            assert!(matches!(fields[1], "person" | "thing" | "any"), "{row}");
            assert!(matches!(fields[2], "+" | "-" | "+~" | "-~"), "{row}");
            assert!(matches!(fields[3], "object" | "after" | "none"), "{row}");
        }
        for row in rows(VERDICTS) {
            assert!(matches!(row.split(',').collect::<Vec<_>>()[..], ["+" | "-", _]), "{row}");
        }
    }
}
