//! Which words tell where a thing ended up: `rules/english/whereabouts.csv`, read once.

use crate::check::outcome::{Of, Topic};
use crate::check::table::Wordings;
use std::sync::LazyLock;

/// One wording.
#[derive(Clone, Debug)]
pub(super) struct Wording {
    pub(super) class: &'static str,
    pub(super) of: Of,
    pub(super) topic: Topic,
    /// Prepositions of the place.
    pub(super) places: Vec<&'static str>,
}

static TEXT: &str = include_str!("../../../rules/english/whereabouts.csv");

static WORDINGS: LazyLock<Wordings<Wording>> = LazyLock::new(|| {
    Wordings::new(TEXT, |fields| {
        let &[class, of, topic, places] = fields else { return None };
        Some(Wording { class, of: Of::named(of), topic: Topic::named(topic), places: places.split('|').collect() })
    })
});

/// The wordings of a verb with its particles, each with the words that have to stand behind it.
pub(super) fn of(lemma: &str) -> Vec<(&'static Wording, &'static [&'static str])> {
    WORDINGS.of(lemma)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::table::assert_columns;

    #[test]
    fn every_row_is_whole() {
        assert_columns(TEXT, &[&[], &["person", "thing", "any"], &["object", "subject"], &[], &[]]);
    }
}
