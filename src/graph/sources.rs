//! Which articles tell a story independently: those that share wire text count once.
//!
//! Articles are compared by shingles of six words outside quotation marks (Broder, 1997); shared quotations are no
//! sign of copying. Goes by an index of shingles, in time linear in the text.

use crate::annotate::Article;
use crate::annotate::token::Tag;
use foldhash::quality::FixedState;
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::hash::BuildHasher;

const SHINGLE: usize = 6;
/// The same in every run, and so is what it finds.
const WORDS: FixedState = FixedState::with_seed(0);
/// An odd number of many ones, by which the words of a shingle are mixed in their order.
const MIX: u64 = 0x9e37_79b9_7f4a_7c15;
/// The share of the shorter article's shingles that makes it a copy.
const SHARED: f64 = 0.25;
/// A shingle found in more articles than this is a set phrase.
const COMMON: usize = 12;

/// Groups of articles that share their text.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    group: Vec<usize>,
}

impl Sources {
    /// Reads the articles' own words.
    #[must_use]
    pub fn new(articles: &[Article]) -> Self {
        let sets: Vec<Vec<u64>> = articles.par_iter().map(shingles).collect();
        let mut holders: Vec<(u64, usize)> = sets
            .iter()
            .enumerate()
            .flat_map(|(article, set)| set.iter().map(move |shingle| (*shingle, article)))
            .collect();
        holders.par_sort_unstable();
        let mut shared: BTreeMap<(usize, usize), usize> = BTreeMap::new();
        for list in holders.chunk_by(|one, other| one.0 == other.0).filter(|list| list.len() <= COMMON) {
            for (at, &(_, one)) in list.iter().enumerate() {
                for &(_, two) in &list[at + 1..] {
                    *shared.entry((one, two)).or_default() += 1;
                }
            }
        }
        let mut group: Vec<usize> = (0..articles.len()).collect();
        for ((one, two), count) in shared {
            let shorter = sets[one].len().min(sets[two].len()).max(1);
            if count as f64 / shorter as f64 >= SHARED {
                let (low, high) = (root(&group, one).min(root(&group, two)), root(&group, one).max(root(&group, two)));
                group[high] = low;
            }
        }
        let group = (0..group.len()).map(|article| root(&group, article)).collect();
        Self { group }
    }

    /// How many of these articles are independent of one another.
    #[must_use]
    pub fn independent(&self, articles: impl Iterator<Item = usize>) -> usize {
        articles.map(|article| self.group.get(article).copied().unwrap_or(article)).collect::<BTreeSet<_>>().len()
    }

    /// The first article of the group that an article belongs to.
    #[must_use]
    pub fn group(&self, article: usize) -> usize {
        self.group.get(article).copied().unwrap_or(article)
    }
}

fn root(group: &[usize], mut at: usize) -> usize {
    while group[at] != at {
        at = group[at];
    }
    at
}

/// The shingles of an article's own words, sorted, each once.
fn shingles(article: &Article) -> Vec<u64> {
    let mut quote = 0;
    let words: Vec<u64> = article
        .tokens
        .iter()
        .filter(|token| {
            while article.quotes.get(quote).is_some_and(|quote| quote.outer.end <= token.span.start) {
                quote += 1;
            }
            let quoted = article.quotes.get(quote).is_some_and(|quote| quote.speech && quote.span.contains(token.span));
            token.tag != Tag::Punctuation && !quoted
        })
        .map(|token| WORDS.hash_one(token.lower.as_str()))
        .collect();
    let mut shingles: Vec<u64> = words
        .windows(SHINGLE)
        .map(|window| window.iter().fold(0, |value: u64, word| (value.rotate_left(7) ^ word).wrapping_mul(MIX)))
        .collect();
    shingles.sort_unstable();
    shingles.dedup();
    shingles
}
