//! One contradiction, one conflict: what several checks see, the most telling keeps.

use super::conflict::{Conflict, Passage};
use crate::source::Span;
use std::collections::{BTreeMap, BTreeSet};

/// Leaves out conflicts whose sides all lie in those of a graver or more telling one; of `general` ones, that any other
/// tells better, those that lie in any.
pub(super) fn merge(mut found: Vec<Conflict>, mut general: Vec<Conflict>) -> Vec<Conflict> {
    for list in [&mut found, &mut general] {
        list.sort_by(|a, b| {
            b.severity.cmp(&a.severity).then(a.check.cmp(&b.check)).then_with(|| first_place(a).cmp(&first_place(b)))
        });
    }
    let mut kept: Vec<Conflict> = Vec::new();
    // What covers a conflict has its passages, and so those of its first document.
    let mut by_document: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
    for conflict in found.into_iter().chain(general) {
        let first = first_place(&conflict).map(|(document, _)| document);
        let others = first.and_then(|document| by_document.get(&document)).into_iter().flatten();
        if others.into_iter().any(|&other| covers(&kept[other], &conflict)) {
            continue;
        }
        let documents: BTreeSet<u32> =
            conflict.sides.iter().flat_map(|side| &side.passages).map(|passage| passage.document.0).collect();
        for document in documents {
            by_document.entry(document).or_default().push(kept.len());
        }
        kept.push(conflict);
    }
    kept
}

fn first_place(conflict: &Conflict) -> Option<(u32, usize)> {
    conflict.sides.iter().flat_map(|side| &side.passages).map(|passage| (passage.document.0, passage.span.start)).min()
}

/// Whether at least half of the shorter of two passages lies in the other.
fn mostly_shared(a: Span, b: Span) -> bool {
    let shared = a.end.min(b.end).saturating_sub(a.start.max(b.start));
    a.contains(b) || b.contains(a) || shared > 0 && 2 * shared >= a.len().min(b.len())
}

/// Whether two sides of `outer` hold two sides of `inner`.
fn covers(outer: &Conflict, inner: &Conflict) -> bool {
    let holder = |passages: &[Passage]| {
        outer.sides.iter().position(|side| {
            passages.iter().all(|passage| {
                side.passages
                    .iter()
                    .any(|other| other.document == passage.document && mostly_shared(other.span, passage.span))
            })
        })
    };
    let mut places: Vec<usize> = Vec::new();
    for side in &inner.sides {
        match holder(&side.passages) {
            Some(place) if !places.contains(&place) => places.push(place),
            _ => return false,
        }
    }
    places.len() > 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn passages_that_mostly_overlap_are_one() {
        let shared = |a: (usize, usize), b: (usize, usize)| mostly_shared(Span::new(a.0, a.1), Span::new(b.0, b.1));
        assert!(shared((0, 20), (5, 10)) && shared((0, 20), (12, 26)));
        assert!(!shared((0, 20), (18, 40)) && !shared((0, 20), (20, 40)));
    }
}
