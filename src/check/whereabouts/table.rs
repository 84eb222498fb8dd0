//! Which words tell where a thing ended up: `rules/english/whereabouts.csv`, read once.

use crate::check::outcome::{Of, Topic};
use crate::hash::Map;
use std::sync::LazyLock;

/// One wording.
#[derive(Clone, Debug)]
pub(super) struct Wording {
    pub(super) class: &'static str,
    pub(super) of: Of,
    pub(super) topic: Topic,
    /// Prepositions of the place.
    pub(super) places: Vec<&'static str>,
    /// What stands behind the verb.
    pub(super) rest: Vec<&'static str>,
}

static TEXT: &str = include_str!("../../../rules/english/whereabouts.csv");

/// Wordings by the first word of their verb.
static WORDINGS: LazyLock<Map<&'static str, Vec<Wording>>> = LazyLock::new(|| {
    let mut wordings: Map<&'static str, Vec<Wording>> = Map::default();
    for row in TEXT.lines().filter(|line| !line.starts_with('#')).skip(1) {
        let fields: Vec<&'static str> = row.split(',').collect();
        let &[class, of, topic, places, words] = fields.as_slice() else { continue };
        for words in words.split('|') {
            let (verb, rest) = words.split_once(' ').unwrap_or((words, ""));
            wordings.entry(verb).or_default().push(Wording {
                class,
                of: Of::named(of),
                topic: Topic::named(topic),
                places: places.split('|').collect(),
                rest: rest.split_whitespace().collect(),
            });
        }
    }
    wordings
});

/// The wordings of a verb, by its first word.
pub(super) fn of(verb: &str) -> &'static [Wording] {
    WORDINGS.get(verb).map_or(&[], Vec::as_slice)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_whole() {
        for row in TEXT.lines().filter(|line| !line.starts_with('#')).skip(1) {
            let fields: Vec<&str> = row.split(',').collect();
            assert_eq!(fields.len(), 5, "{row}");
            assert!(matches!(fields[1], "person" | "thing" | "any"), "{row}");
            assert!(matches!(fields[2], "object" | "subject"), "{row}");
        }
    }
}
