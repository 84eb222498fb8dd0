//! What two reports say a thing is: "is a 1964 film" against "is a 1965 film", "is a painting", "is not a film".
//!
//! Papers introduce what they write about by a sentence of the form *name* – *is* – *noun phrase*. Such sentences are
//! timeless, so that they are held against one another without dates: the sort of thing ([`kinds`]), its year, the
//! country it belongs to, where it lies, and whether it is denied to be what the other report says it is. Occupations
//! and genres are left out, since one thing has several. Words between quotation marks are their speaker's and left out.

mod date;
mod judge;
pub(super) mod kinds;
mod once;
mod read;
mod subject;

use super::conflict::{Check, Conflict, Severity};
use super::support::{self, Place};
use crate::graph::Story;
use once::Lasts;
use read::Description;
use std::collections::{BTreeMap, BTreeSet};
use subject::Key;

/// Of what is described more often than this only the first descriptions are compared.
const LARGEST_BUCKET: usize = 40;

/// The conflicts between descriptions, and between claims of what holds for good.
pub(super) fn check(story: &Story) -> Vec<Conflict> {
    let list: Vec<Description> =
        (0..story.articles.len()).flat_map(|article| read::descriptions(story, article)).collect();
    let said = pairs(list.iter().map(|description| (description.article, &description.keys)));
    let mut found: Vec<Conflict> =
        said.into_iter().filter_map(|(one, two)| conflict(story, &list[one], &list[two])).collect();
    let lasting = once::claims(story);
    let held = pairs(lasting.iter().map(|claim| (claim.article, &claim.keys)));
    found.extend(held.into_iter().filter_map(|(one, two)| for_good(story, &lasting[one], &lasting[two])));
    found
}

/// Pairs of different articles that share a key, by their numbers.
fn pairs<'k>(items: impl Iterator<Item = (usize, &'k BTreeSet<Key>)>) -> BTreeSet<(usize, usize)> {
    let mut buckets: BTreeMap<&Key, Vec<(usize, usize)>> = BTreeMap::new();
    for (index, (article, keys)) in items.enumerate() {
        for key in keys {
            buckets.entry(key).or_default().push((article, index));
        }
    }
    let mut pairs = BTreeSet::new();
    for bucket in buckets.values() {
        let bucket = &bucket[..bucket.len().min(LARGEST_BUCKET)];
        for (at, one) in bucket.iter().enumerate() {
            pairs.extend(bucket[at + 1..].iter().filter(|two| one.0 != two.0).map(|two| (one.1, two.1)));
        }
    }
    pairs
}

fn for_good(story: &Story, a: &Lasts, b: &Lasts) -> Option<Conflict> {
    let (check, spans, law) = once::judge(story, a, b)?;
    let place = |claim: &Lasts| Place { article: claim.article, span: claim.span, rule: claim.rule.to_string() };
    let words = |claim: &Lasts, span| support::words(&story.articles[claim.article], span, 60);
    let (one, two) = (words(a, spans[0]), words(b, spans[1]));
    Some(Conflict {
        check,
        severity: Severity::Warning,
        message: format!("{}: “{one}” or “{two}”", a.name),
        explanation: vec![format!("both passages claim `{}` of {}", a.predicate, a.name), law],
        sides: vec![support::side(story, one, vec![place(a)]), support::side(story, two, vec![place(b)])],
    })
}

fn conflict(story: &Story, a: &Description, b: &Description) -> Option<Conflict> {
    let finding = judge::judge(story, a, b)?;
    let place = |description: &Description| Place {
        article: description.article,
        span: description.span,
        rule: "background/is-a".to_owned(),
    };
    let value = |description: &Description| {
        let words = support::words(&story.articles[description.article], description.words_span, 60);
        let told = ["not ", "n't ", "something other", "anything but"].iter().any(|start| words.starts_with(start));
        if description.negative && !told { format!("not {words}") } else { words }
    };
    let (one, two) = (value(a), value(b));
    Some(Conflict {
        check: finding.check,
        severity: Severity::Warning,
        message: match finding.check {
            Check::Polarity if a.negative != b.negative => format!("{} is “{one}” and “{two}”", a.name),
            _ => format!("{} is “{one}” or “{two}”", a.name),
        },
        explanation: vec![format!("both passages say what {} is", a.name), finding.law],
        sides: vec![support::side(story, one, vec![place(a)]), support::side(story, two, vec![place(b)])],
    })
}
