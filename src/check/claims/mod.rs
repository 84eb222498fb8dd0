//! Claims of one occurrence that cannot both be true: the logic that the predicates declare, and nothing else.
//!
//! Claims meet in buckets of one predicate and one party or thing that they, or the sentences around them, share, never every claim with every other;
//! [`crate::graph::compare`] says in what two of them agree and differ, [`judge`] whether that is a conflict, and
//! [`gather`] joins the pairs that are about one question into one conflict with its sides.

mod gather;
mod judge;
mod moment;
mod why;

pub(super) use why::why;

use super::conflict::Conflict;
use crate::graph::{Fact, Story, Term, parties_around};
use crate::pack::Predicate;
use compact_str::CompactString;
use std::collections::{BTreeMap, BTreeSet};

/// Of a bucket larger than this only the first are compared with one another: it holds no story any more.
const LARGEST_BUCKET: usize = 80;

/// What a bucket is keyed by: the predicate and one thing that both claims name.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Shared {
    Party(u32),
    Noun(CompactString),
}

/// The conflicts between claims.
pub(super) fn check(story: &Story) -> Vec<Conflict> {
    let mut found = Vec::new();
    for (first, second) in pairs(story) {
        let (a, b) = (&story.facts[first], &story.facts[second]);
        found.extend(judge::judge(story, a, b, predicate(story, a)).map(|finding| (first, second, finding)));
    }
    gather::conflicts(story, found)
}

fn predicate<'s>(story: &'s Story, fact: &Fact) -> Option<&'s Predicate> {
    story.library.predicates.get(&fact.predicate)
}

/// Pairs of claims worth comparing, the earlier first.
fn pairs(story: &Story) -> BTreeSet<(usize, usize)> {
    let mut buckets: BTreeMap<(CompactString, Shared), Vec<usize>> = BTreeMap::new();
    for (index, fact) in story.facts.iter().enumerate() {
        // Opposite predicates share the bucket of the one that comes first in the alphabet.
        let mut names: Vec<&CompactString> = vec![&fact.predicate];
        if let Some(predicate) = predicate(story, fact) {
            names.extend(&predicate.opposite);
        }
        let mut keys: BTreeSet<(CompactString, Shared)> = BTreeSet::new();
        for role in &fact.roles {
            let shared = match &role.term {
                Term::Party(identity) => Shared::Party(identity.0),
                Term::Noun(noun) if !noun.pronoun => Shared::Noun(noun.head.clone()),
                _ => continue,
            };
            keys.extend(names.iter().map(|name| ((*name).clone(), shared.clone())));
        }
        // What a pack knows may be told of the same parties in other roles, or without naming them.
        if predicate(story, fact).is_some() {
            for party in parties_around(story, fact) {
                keys.extend(names.iter().map(|name| ((*name).clone(), Shared::Party(party.0))));
            }
        }
        for key in keys {
            buckets.entry(key).or_default().push(index);
        }
    }
    let mut pairs = BTreeSet::new();
    for list in buckets.values() {
        let list = &list[..list.len().min(LARGEST_BUCKET)];
        for (at, &first) in list.iter().enumerate() {
            for &second in &list[at + 1..] {
                pairs.insert((first, second));
            }
        }
    }
    pairs
}
