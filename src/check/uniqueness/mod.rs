//! "First", "second", "only", "never before": claims of rank, and what others tell that was earlier or beside it.
//!
//! [`ranks`] compares the verb behind an ordinal. The rest reads sentences by their wording: a claim that nothing of the
//! sort was there before or is there beside it ([`claim`]), and a remark that something was ([`precedent`], [`beside`], or [`past`] where
//! only its year says that it was before); both say of
//! what ([`scope`], [`words`]) and within which time ([`window`]), and [`judge`] decides whether they speak of one thing. Words
//! between quotation marks are their speaker's and left out.

mod beside;
mod claim;
mod first;
mod judge;
mod line;
mod past;
mod precedent;
mod ranks;
mod scope;
#[cfg(test)]
mod tests;
mod told;
mod window;
mod words;

use super::conflict::Conflict;
use crate::graph::{Identity, Story};
use std::collections::{BTreeMap, BTreeSet};
use told::Told;

/// Of a party that more remarks name than these only the first are compared.
const LARGEST_BUCKET: usize = 40;

/// The conflicts of rank in a story.
pub(super) fn check(story: &Story) -> Vec<Conflict> {
    let mut conflicts = ranks::check(story);
    let told: Vec<Told> = (0..story.articles.len()).flat_map(|at| told::told(story, at)).collect();
    let mut buckets: BTreeMap<Identity, Vec<usize>> = BTreeMap::new();
    for (index, one) in told.iter().enumerate() {
        for party in &one.around.parties {
            buckets.entry(*party).or_default().push(index);
        }
    }
    conflicts.extend(past::conflicts(story, &told));
    let mut seen = BTreeSet::new();
    // "A smaller skull of the species" names nobody.
    let only = || told.iter().enumerate().filter(|(_, one)| one.kind == told::Kind::Only).take(LARGEST_BUCKET);
    for (two, other) in told.iter().enumerate().filter(|(_, one)| one.kind == told::Kind::Fellow).take(LARGEST_BUCKET) {
        for (one, claim) in only().filter(|(_, one)| one.article != other.article) {
            if seen.insert((one.min(two), one.max(two))) {
                conflicts.extend(judge::judge(story, &told, claim, other));
            }
        }
    }
    for bucket in buckets.values() {
        let bucket = &bucket[..bucket.len().min(LARGEST_BUCKET)];
        for (at, &one) in bucket.iter().enumerate() {
            for &two in &bucket[at + 1..] {
                if told[one].article != told[two].article && seen.insert((one, two)) {
                    conflicts.extend(judge::judge(story, &told, &told[one], &told[two]));
                }
            }
        }
    }
    conflicts
}
