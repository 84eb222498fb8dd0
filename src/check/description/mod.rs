//! What two reports say a thing is: "is a 1964 film" against "is a 1965 film", "is a painting", "is not a film".
//!
//! Papers introduce what they write about by a sentence of the form *name* – *is* – *noun phrase*. Such sentences are
//! timeless, so that they are held against one another without dates: the sort of thing ([`kinds`]), its year, the
//! country it belongs to, where it lies, and whether it is denied to be what the other report says it is. Occupations
//! and genres are left out, since one thing has several. Words between quotation marks are their speaker's and left out.

mod judge;
mod kinds;
mod read;
mod subject;

use super::conflict::{Check, Conflict, Severity};
use super::support::{self, Place};
use crate::graph::Story;
use read::Description;
use std::collections::{BTreeMap, BTreeSet};
use subject::Key;

/// Of what is described more often than this only the first descriptions are compared.
const LARGEST_BUCKET: usize = 40;

/// The conflicts between descriptions.
pub(super) fn check(story: &Story) -> Vec<Conflict> {
    let list: Vec<Description> =
        (0..story.articles.len()).flat_map(|article| read::descriptions(story, article)).collect();
    let mut buckets: BTreeMap<&Key, Vec<usize>> = BTreeMap::new();
    for (index, description) in list.iter().enumerate() {
        for key in &description.keys {
            buckets.entry(key).or_default().push(index);
        }
    }
    let mut pairs = BTreeSet::new();
    for bucket in buckets.values() {
        let bucket = &bucket[..bucket.len().min(LARGEST_BUCKET)];
        for (at, &one) in bucket.iter().enumerate() {
            pairs.extend(bucket[at + 1..].iter().map(|&two| (one, two)));
        }
    }
    pairs.into_iter().filter_map(|(one, two)| conflict(story, &list[one], &list[two])).collect()
}

fn conflict(story: &Story, a: &Description, b: &Description) -> Option<Conflict> {
    if a.article == b.article {
        return None;
    }
    let finding = judge::judge(a, b)?;
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
