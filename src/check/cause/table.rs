//! Which causes exclude each other, and of which events: `rules/english/causes.csv` and `effects.csv`, read once.

use crate::check::table::rows;
use crate::hash::Map;
use std::sync::LazyLock;

/// A class of causes of one sort of event.
#[derive(Debug)]
pub(super) struct Class {
    pub(super) name: &'static str,
    may: Vec<&'static str>,
}

static CAUSES: &str = include_str!("../../../rules/english/causes.csv");
static EFFECTS: &str = include_str!("../../../rules/english/effects.csv");

static CLASSES: LazyLock<Vec<Class>> = LazyLock::new(|| {
    let class = |row: &'static str| {
        let mut fields = row.split(',');
        let name = fields.nth(1)?;
        Some(Class { name, may: fields.next()?.split_whitespace().collect() })
    };
    rows(CAUSES).filter_map(class).collect()
});

/// For each sort of event, the words of its causes, each with its class.
static WORDS: LazyLock<Map<&'static str, Map<&'static str, usize>>> = LazyLock::new(|| {
    let mut words: Map<&'static str, Map<&'static str, usize>> = Map::default();
    for (at, row) in rows(CAUSES).enumerate() {
        let (Some(effect), Some(list)) = (row.split(',').next(), row.split(',').nth(3)) else { continue };
        words.entry(effect).or_default().extend(list.split('|').map(|word| (word, at)));
    }
    words
});

static NOUNS: LazyLock<Map<&'static str, &'static str>> = LazyLock::new(|| {
    let nouns = |row: &'static str| {
        let (effect, words) = row.split_once(',').unwrap_or((row, ""));
        words.split('|').map(move |word| (word, effect))
    };
    rows(EFFECTS).flat_map(nouns).collect()
});

/// Most words of a cause.
const LONGEST: usize = 4;

/// The sort of event that a noun names.
pub(super) fn effect(noun: &str) -> Option<&'static str> {
    NOUNS.get(noun).copied()
}

/// The classes that words, given as lemmas in order, name as causes of a sort of event; of words within words the longest counts.
pub(super) fn classes(effect: &str, words: &[&str]) -> Vec<&'static Class> {
    let Some(known) = WORDS.get(effect) else { return Vec::new() };
    let mut found: Vec<usize> = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let longest = (1..=LONGEST.min(words.len() - at)).rev().find_map(|length| {
            let class = known.get(words[at..at + length].join(" ").as_str())?;
            Some((*class, length))
        });
        match longest {
            Some((class, length)) => {
                if !found.contains(&class) {
                    found.push(class);
                }
                at += length;
            }
            None => at += 1,
        }
    }
    found.into_iter().map(|class| &CLASSES[class]).collect()
}

/// Whether one of two causes excludes the other.
pub(super) fn exclude(a: &Class, b: &Class) -> bool {
    a.name != b.name && !a.may.contains(&b.name) && !b.may.contains(&a.name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_whole() {
        for row in rows(CAUSES) {
            assert_eq!(row.split(',').count(), 4, "{row}");
        }
        for row in rows(EFFECTS) {
            assert_eq!(row.split(',').count(), 2, "{row}");
        }
        let all: Vec<Vec<&str>> = rows(CAUSES).map(|row| row.split(',').collect()).collect();
        for row in &all {
            for may in row[2].split_whitespace() {
                assert!(all.iter().any(|other| other[0] == row[0] && other[1] == may), "{} may be {may}", row[1]);
            }
        }
    }

    #[test]
    fn the_longest_words_count() {
        let names = |words: &[&str]| classes("fire", words).iter().map(|class| class.name).collect::<Vec<_>>();
        assert_eq!(names(&["a", "gas", "leak"]), ["gas"]);
        assert_eq!(names(&["a", "chip", "pan"]), ["cooking"]);
        assert!(names(&["a", "row"]).is_empty());
    }
}
