//! One contradiction, one conflict: what several checks see, the most telling keeps.

use super::conflict::{Conflict, Passage};

/// Leaves out conflicts whose sides all lie in those of a graver or more telling one.
pub(super) fn merge(mut found: Vec<Conflict>) -> Vec<Conflict> {
    found.sort_by(|a, b| {
        b.severity.cmp(&a.severity).then(a.check.cmp(&b.check)).then_with(|| first_place(a).cmp(&first_place(b)))
    });
    let mut kept: Vec<Conflict> = Vec::new();
    for conflict in found {
        if !kept.iter().any(|other| covers(other, &conflict)) {
            kept.push(conflict);
        }
    }
    kept
}

fn first_place(conflict: &Conflict) -> Option<(u32, usize)> {
    conflict.sides.iter().flat_map(|side| &side.passages).map(|passage| (passage.document.0, passage.span.start)).min()
}

/// Whether two sides of `outer` hold two sides of `inner`.
fn covers(outer: &Conflict, inner: &Conflict) -> bool {
    let holder = |passages: &[Passage]| {
        outer.sides.iter().position(|side| {
            passages.iter().all(|passage| {
                side.passages.iter().any(|other| {
                    other.document == passage.document
                        && (other.span.contains(passage.span) || passage.span.contains(other.span))
                })
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
