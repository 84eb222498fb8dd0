//! Whether two posts are over different matters, going by the words for them.
//!
//! Papers name one department in several ways ("communications", "press and public affairs"), so that words of one walk
//! are one matter (`rules/english/departments.csv`), and so is a part of a wider one.

use crate::check::table::{Classes, rows};
use crate::graph::synonyms;
use compact_str::CompactString;
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// The words that papers exchange for one department, by stem.
static WALKS: LazyLock<Classes> =
    LazyLock::new(|| Classes::new(rows(include_str!("../../../rules/english/departments.csv"))));

/// Whether neither is the other, a part of it or of the same walk.
pub(super) fn apart(a: &BTreeSet<CompactString>, b: &BTreeSet<CompactString>) -> bool {
    !a.is_empty() && !b.is_empty() && a.iter().all(|one| b.iter().all(|two| !alike(one, two)))
}

fn alike(a: &str, b: &str) -> bool {
    if a == b || synonyms(a, b) {
        return true;
    }
    let stem = a.bytes().zip(b.bytes()).take_while(|(x, y)| x == y).count();
    stem >= 4 && stem * 2 >= a.len().max(b.len()) || WALKS.share(a, b)
}

/// Whether a word is one of those for departments.
pub(super) fn known(word: &str) -> bool {
    WALKS.has(word)
}
