//! Which words tell where a thing ended up: `rules/english/whereabouts.csv`, read once.

use crate::check::outcome::{Of, Topic};
use crate::check::table::by_verb;
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

static WORDINGS: LazyLock<Map<&'static str, Vec<Wording>>> = LazyLock::new(|| {
    by_verb(TEXT, |fields, rest| {
        let &[class, of, topic, places] = fields else { return None };
        let (of, topic) = (Of::named(of), Topic::named(topic));
        Some(Wording { class, of, topic, places: places.split('|').collect(), rest })
    })
});

/// The wordings of a verb, by its first word.
pub(super) fn of(verb: &str) -> &'static [Wording] {
    WORDINGS.get(verb).map_or(&[], Vec::as_slice)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::table::rows;

    #[test]
    fn every_row_is_whole() {
        for row in rows(TEXT) {
            let fields: Vec<&str> = row.split(',').collect();
            assert_eq!(fields.len(), 5, "{row}");
            assert!(matches!(fields[1], "person" | "thing" | "any"), "{row}");
            assert!(matches!(fields[2], "object" | "subject"), "{row}");
        }
    }
}
