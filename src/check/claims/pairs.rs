//! Which claims are held against each other: those of one predicate with one party or thing that they, or the sentences
//! around them, share; never every claim with every other.
//!
//! A run may read many stories. Where a bucket is large, the articles themselves have to have parties in common, so that
//! stories that only share a city or a verb are not compared claim by claim.

use super::predicate;
use crate::graph::{Identity, Story, Term, parties_around};
use crate::hash::Map;
use compact_str::CompactString;
use std::collections::{BTreeMap, BTreeSet};

/// Of a bucket larger than this only the first are compared with one another: it holds no story any more.
const LARGEST_BUCKET: usize = 80;

/// From this many claims on, a bucket may hold several stories, and articles have to be of one to be held against each other.
const SEVERAL_STORIES: usize = 20;

/// Fewest parties that two articles of one story both name.
const FEWEST_SHARED: usize = 2;

/// What a bucket is keyed by: the predicate and one thing that both claims name.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Shared {
    Party(u32),
    Noun(CompactString),
}

/// Pairs of claims worth comparing, the earlier first.
pub(super) fn pairs(story: &Story) -> BTreeSet<(usize, usize)> {
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
    let named = named(story);
    let mut near: Map<(usize, usize), bool> = Map::default();
    let mut pairs = BTreeSet::new();
    for list in buckets.values() {
        let several = list.len() >= SEVERAL_STORIES;
        let list = &list[..list.len().min(LARGEST_BUCKET)];
        for (at, &first) in list.iter().enumerate() {
            for &second in &list[at + 1..] {
                let (a, b) = (story.facts[first].article, story.facts[second].article);
                let mut shares = || *near.entry((a, b)).or_insert_with(|| a == b || share(&named[a], &named[b]));
                if !several || shares() {
                    pairs.insert((first, second));
                }
            }
        }
    }
    pairs
}

/// The parties that each article names, in order.
fn named(story: &Story) -> Vec<Vec<Identity>> {
    let of_article = |at: usize| {
        let mut parties = story.identities.of_article(at).to_vec();
        parties.sort_unstable();
        parties.dedup();
        parties
    };
    (0..story.articles.len()).map(of_article).collect()
}

/// Whether two lists in order have enough in common to be of one story.
fn share(a: &[Identity], b: &[Identity]) -> bool {
    let (mut at, mut shared) = (0, 0);
    for party in a {
        at += b[at..].partition_point(|other| other < party);
        shared += usize::from(b.get(at) == Some(party));
        if shared >= FEWEST_SHARED {
            return true;
        }
    }
    false
}
