//! Which articles tell a story independently: those that share wire text count once.
//!
//! Articles are compared by shingles of six words outside quotation marks (Broder, 1997); shared quotations are no
//! sign of copying. Goes by an index of shingles, in time linear in the text.

use crate::annotate::Article;
use crate::annotate::token::Tag;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::hash::{DefaultHasher, Hash, Hasher};

const SHINGLE: usize = 6;
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
        let sets: Vec<BTreeSet<u64>> = articles.iter().map(shingles).collect();
        let mut holders: HashMap<u64, Vec<usize>> = HashMap::new();
        for (article, set) in sets.iter().enumerate() {
            for shingle in set {
                holders.entry(*shingle).or_default().push(article);
            }
        }
        let mut shared: BTreeMap<(usize, usize), usize> = BTreeMap::new();
        for set in sets.iter().flatten().collect::<BTreeSet<_>>() {
            let list = &holders[set];
            if list.len() > COMMON {
                continue;
            }
            for (at, &one) in list.iter().enumerate() {
                for &two in &list[at + 1..] {
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

fn shingles(article: &Article) -> BTreeSet<u64> {
    let mut quote = 0;
    let words: Vec<&str> = article
        .tokens
        .iter()
        .filter(|token| {
            while article.quotes.get(quote).is_some_and(|quote| quote.outer.end <= token.span.start) {
                quote += 1;
            }
            let quoted = article.quotes.get(quote).is_some_and(|quote| quote.speech && quote.span.contains(token.span));
            token.tag != Tag::Punctuation && !quoted
        })
        .map(|token| token.lower.as_str())
        .collect();
    words
        .windows(SHINGLE)
        .map(|window| {
            let mut hasher = DefaultHasher::new();
            window.hash(&mut hasher);
            hasher.finish()
        })
        .collect()
}
