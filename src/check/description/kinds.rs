//! Sorts of things that exclude one another, by the nouns that stand for them.
//!
//! The nouns are those of `WordNet` (`rules/english/kinds.csv`); which sorts exclude each other is decided here: sorts of
//! different families do, and within a family those that are told apart in every paper. What is commonly both (an
//! animal and food, a newspaper and a website) excludes nothing.

use crate::gazetteer::table::Table;

static KINDS: Table = Table::new(include_str!("../../../rules/english/kinds.csv"), ',');

/// Families of sorts. Sorts of two families exclude each other.
const FAMILIES: &[&[&str]] = &[
    &["person", "animal", "plant", "food"],
    &["film", "series", "album", "song", "book", "poem", "play", "drama", "picture", "game"],
    &["country", "city", "province", "water", "mountain"],
    &["band", "party", "company", "university", "paper", "website"],
    &["vehicle", "weapon"],
    &["garment"],
    &["illness"],
];

/// Sorts that one thing may be both of.
const TOGETHER: &[(&str, &str)] = &[
    ("animal", "food"),
    ("plant", "food"),
    ("poem", "song"),
    ("poem", "book"),
    ("drama", "film"),
    ("drama", "series"),
    ("drama", "play"),
    ("drama", "book"),
    ("play", "book"),
    ("play", "film"),
    ("play", "poem"),
    ("game", "series"),
    ("picture", "poem"),
    ("company", "university"),
    ("company", "paper"),
    ("company", "website"),
    ("paper", "website"),
    ("paper", "book"),
    ("university", "website"),
    ("vehicle", "weapon"),
    ("water", "city"),
    ("plant", "company"),
];

/// The sort of thing that a noun stands for; lemma in lower case.
pub(in crate::check) fn kind(lemma: &str) -> Option<&'static str> {
    let own = KINDS.find(lemma).next().map(|row| row.field(1));
    own.or_else(|| {
        // "singer-songwriter", "mini-series"
        let last = lemma.rsplit_once('-')?.1;
        KINDS.find(last).next().map(|row| row.field(1))
    })
}

/// Whether nothing is of both sorts.
pub(super) fn exclude(one: &str, other: &str) -> bool {
    one != other && !TOGETHER.iter().any(|&(a, b)| (a, b) == (one, other) || (b, a) == (one, other))
}

/// Whether a sort has its place on the map.
pub(super) fn stands_still(kind: &str) -> bool {
    matches!(kind, "country" | "city" | "province" | "water" | "mountain" | "university")
}

/// Whether a sort is a work of somebody, of which there are first and second ones.
pub(super) fn is_work(kind: &str) -> bool {
    FAMILIES[1].contains(&kind)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn the_table_is_sorted_and_knows_its_sorts() {
        assert!(KINDS.disorder().is_none(), "{:?}", KINDS.disorder().map(|(a, b)| (a.line, b.line)));
        let known: BTreeSet<&str> = FAMILIES.iter().copied().flatten().copied().collect();
        let strange: Vec<_> = KINDS.rows().filter(|row| !known.contains(row.field(1))).map(|row| row.line).collect();
        assert!(strange.is_empty(), "{strange:?}");
    }

    #[test]
    fn sorts_exclude_one_another() {
        assert_eq!(kind("actress"), Some("person"));
        assert_eq!(kind("singer-songwriter"), Some("person"));
        assert!(exclude("film", "painting") && exclude("person", "city") && exclude("city", "country"));
        assert!(!exclude("film", "film") && !exclude("food", "animal") && !exclude("website", "company"));
    }
}
