//! Claims of one occurrence that cannot both be true: the logic that the predicates declare, and nothing else.
//!
//! Claims meet in [`pairs`], never every claim with every other; [`crate::graph::compare`] says in what two of them agree
//! and differ, [`judge`] whether that is a conflict, and [`gather`] joins the pairs that are about one question into one
//! conflict with its sides.

mod gather;
mod judge;
mod moment;
mod pairs;
mod why;

pub(super) use why::why;

use super::conflict::Conflict;
use crate::graph::{Fact, Story};
use crate::pack::Predicate;

/// The conflicts between claims.
pub(super) fn check(story: &Story) -> Vec<Conflict> {
    let mut found = Vec::new();
    for (first, second) in pairs::pairs(story) {
        let (a, b) = (&story.facts[first], &story.facts[second]);
        found.extend(judge::judge(story, a, b, predicate(story, a)).map(|finding| (first, second, finding)));
    }
    gather::conflicts(story, found)
}

fn predicate<'s>(story: &'s Story, fact: &Fact) -> Option<&'s Predicate> {
    story.library.predicates.get(&fact.predicate)
}
