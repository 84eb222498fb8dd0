//! Hash tables for words.
//!
//! The layers look up every word of an article many times, and words are short: the hash of the standard library, which is
//! made to withstand chosen keys of any length, took a fifth of their time. This one is seeded anew in every run, so
//! that an article cannot be written to collide, and it is as good for integers. Nothing may depend on the order of
//! such a table, as of any other.

pub(crate) use foldhash::fast::RandomState;

/// A hash map with a hash for short keys; made by `Map::default()`.
pub(crate) type Map<K, V> = std::collections::HashMap<K, V, RandomState>;
/// A hash set with a hash for short keys; made by `Set::default()`.
pub(crate) type Set<K> = std::collections::HashSet<K, RandomState>;

/// The words of a list that is written as one text, for tables of words in the program.
pub(crate) fn words(list: &'static str) -> Set<&'static str> {
    list.split_whitespace().collect()
}
