//! What brought it about: one fire, crash, outbreak or death that two articles trace to two causes.
//!
//! A fire has one cause, whoever tells of it, but causes are worded in many ways, and a broken axle may be why the driver was
//! blamed: two causes differ only where `rules/english/causes.csv` has them in classes of which one excludes the other.
//! Suspicions, first thoughts and what may have been are no causes; two who blame each other differ, as people do.

mod judge;
mod read;
mod table;
#[cfg(test)]
mod tests;

use super::conflict::{Check, Conflict, Severity};
use super::order::reader::of_all;
use super::support;
use crate::graph::Story;
use crate::source::Span;
use read::Cause;
use std::collections::BTreeMap;

/// Of a sort of event whose causes are told more often than this only the first are compared.
const LARGEST_BUCKET: usize = 80;

/// The conflicts between causes of one event.
pub(super) fn check(story: &Story) -> Vec<Conflict> {
    let causes = told(story);
    let mut conflicts = Vec::new();
    for bucket in by_effect(&causes).values() {
        for (at, a) in bucket.iter().enumerate() {
            for b in &bucket[at + 1..] {
                conflicts
                    .extend(judge::judge(story, a, b, bucket).ok().map(|severity| conflict(story, a, b, severity)));
            }
        }
    }
    conflicts
}

fn told(story: &Story) -> Vec<Cause> {
    of_all(story, read::read)
}

/// Causes by the sort of event, of each no more than are compared.
fn by_effect(causes: &[Cause]) -> BTreeMap<&str, Vec<&Cause>> {
    support::by_class(causes, LARGEST_BUCKET, |cause| cause.effect)
}

/// Why the causes that two passages tell are, or are not, in conflict: for each two of one sort of event, the steps.
///
/// A passage is an article's index and bytes of its text.
pub(super) fn why(story: &Story, first: (usize, Span), second: (usize, Span)) -> Vec<Vec<String>> {
    let causes = told(story);
    let mut found = Vec::new();
    for bucket in by_effect(&causes).values() {
        for (a, b) in support::between(bucket, [first, second], |cause| (cause.article, cause.span)) {
            let last = match judge::judge(story, a, b, bucket) {
                Ok(severity) => format!("{severity}: {LAW}"),
                Err(reason) => format!("no: {reason}"),
            };
            found.push(vec![tells(story, a), tells(story, b), last]);
        }
    }
    found
}

const LAW: &str = "it has one cause, and neither is the other in other words";

/// What one article says: "The Echo: “the fire at the mill” is traced to “a cigarette” (cigarette)".
fn tells(story: &Story, cause: &Cause) -> String {
    let article = &story.articles[cause.article];
    let (thing, by) = (support::words(article, cause.thing.span, 60), support::words(article, cause.by, 60));
    format!("{}: “{thing}” is traced to “{by}” ({})", support::outlet(article), cause.names().join(", "))
}

fn conflict(story: &Story, a: &Cause, b: &Cause, severity: Severity) -> Conflict {
    let by = |cause: &Cause| support::words(&story.articles[cause.article], cause.by, 60);
    let place = |cause: &Cause| support::passage(story, cause.article, cause.span, "core/participant");
    let thing = support::words(&story.articles[a.article], a.thing.span, 60);
    Conflict {
        check: Check::Participant,
        severity,
        message: format!("“{}” or “{}”: what brought about “{thing}”", by(a), by(b)),
        explanation: vec![
            tells(story, a),
            tells(story, b),
            "it is taken for one event, and what is named around it agrees".to_owned(),
            LAW.to_owned(),
        ],
        sides: vec![support::side(story, by(a), vec![place(a)]), support::side(story, by(b), vec![place(b)])],
    }
}
