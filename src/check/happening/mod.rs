//! One event told at two times, or in two places, whatever its verb.
//!
//! The packs know the predicates of their fields; news tells of far more. Here an event is a verb or an event noun of
//! the classes of `rules/english/event-verbs.csv`, with who acts and what is acted upon. Two mentions of different
//! articles are one event where the class is one, a part that can be picked out is shared, nothing else differs, and
//! what stands around them agrees ([`judge`]); then they have one time and one place.

mod apart;
mod judge;
mod leading;
mod moment;
mod place;
mod read;
mod same;
mod scene;
#[cfg(test)]
mod tests;

use super::conflict::{Conflict, Severity};
use super::order::reader::of_all;
use super::support;
use super::whereabouts::Sentences;
use crate::graph::Story;
use crate::source::Span;
use compact_str::CompactString;
use judge::Finding;
pub(super) use read::{Happening, read};
use std::collections::{BTreeMap, BTreeSet};

/// Of a class that happens more often than this only the first mentions are compared.
const LARGEST_BUCKET: usize = 60;

/// The conflicts of time and place between events.
pub(super) fn check(story: &Story) -> Vec<Conflict> {
    let (list, sentences) = (told(story), Sentences::new(story));
    let mut seen = BTreeSet::new();
    let mut conflicts = Vec::new();
    for (class, bucket) in &buckets(&list) {
        let others: Vec<&Happening> = bucket.iter().map(|&index| &list[index]).collect();
        for (at, &one) in bucket.iter().enumerate() {
            for &two in &bucket[at + 1..] {
                let (a, b) = (&list[one], &list[two]);
                if a.event.article == b.event.article || seen.contains(&(one, two)) {
                    continue;
                }
                // What is no conflict of one class may be one of another.
                if let Ok(found) = judge::judge((story, &sentences), class, a, b, &others) {
                    seen.insert((one, two));
                    conflicts.push(conflict(story, a, b, &found));
                }
            }
        }
    }
    conflicts
}

/// Why the times and places that two passages give an event are, or are not, in conflict.
///
/// A passage is an article's index and bytes of its text.
pub(super) fn why(story: &Story, first: (usize, Span), second: (usize, Span)) -> Vec<Vec<String>> {
    let (list, sentences) = (told(story), Sentences::new(story));
    let mut found = Vec::new();
    for (class, bucket) in &buckets(&list) {
        let others: Vec<&Happening> = bucket.iter().map(|&index| &list[index]).collect();
        for (a, b) in support::between(&others, [first, second], |one| (one.event.article, one.event.span)) {
            let words = |one: &Happening| {
                let article = &story.articles[one.event.article];
                format!("{}: “{}” ({class})", support::outlet(article), support::words(article, one.event.span, 60))
            };
            let answer = match judge::judge((story, &sentences), class, a, b, &others) {
                Ok(finding) => format!("one event has one {}", finding.check.name()),
                Err(reason) => format!("no: {reason}"),
            };
            found.push(vec![words(a), words(b), answer]);
        }
    }
    found
}

/// The events of all articles that have a time or a place.
fn told(story: &Story) -> Vec<Happening> {
    of_all(story, read)
}

/// The indices of events by class, of each class no more than are compared.
fn buckets(list: &[Happening]) -> BTreeMap<CompactString, Vec<usize>> {
    let mut buckets: BTreeMap<CompactString, Vec<usize>> = BTreeMap::new();
    for (index, happening) in list.iter().enumerate() {
        let mut classes: BTreeSet<CompactString> = happening.classes.iter().map(|class| (*class).into()).collect();
        classes.insert(happening.event.class.clone());
        for class in classes {
            let bucket = buckets.entry(class).or_default();
            if bucket.len() < LARGEST_BUCKET {
                bucket.push(index);
            }
        }
    }
    buckets
}

fn conflict(story: &Story, a: &Happening, b: &Happening, finding: &Finding) -> Conflict {
    let rule = format!("core/{}", finding.check.name());
    let place =
        |happening: &Happening| support::passage(story, happening.event.article, happening.event.span, rule.as_str());
    let words =
        |happening: &Happening| support::words(&story.articles[happening.event.article], place(happening).span, 90);
    let value = |happening: &Happening, span| support::words(&story.articles[happening.event.article], span, 60);
    let (one, two) = (value(a, finding.spans[0]), value(b, finding.spans[1]));
    let reported = a.event.reported || b.event.reported;
    let speakers = [a.event.speaker, b.event.speaker];
    let severity = match speakers {
        [Some(x), Some(y)] if x != y => Severity::Note,
        _ if reported || !finding.sure => Severity::Warning,
        _ => Severity::Error,
    };
    let outlet = |happening: &Happening| support::outlet(&story.articles[happening.event.article]).to_owned();
    Conflict {
        check: finding.check,
        severity,
        message: format!("{one} or {two}: “{}”", words(a)),
        explanation: vec![
            format!("{}: “{}” is {one}", outlet(a), words(a)),
            format!("{}: “{}” is {two}", outlet(b), words(b)),
            finding.reason.clone(),
            format!("one event has one {}", finding.check.name()),
        ],
        sides: vec![support::side(story, one, vec![place(a)]), support::side(story, two, vec![place(b)])],
    }
}
