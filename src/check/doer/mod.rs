//! Who did it: one deed that two articles give to two people.
//!
//! The packs know such deeds under the predicates of their fields; news tells of them of whatever thing there is. Here the
//! words alone are known (`rules/english/doers.csv`), [`super::outcome`] tells whether what it is done to is one thing, and
//! [`judge`] holds two doers against each other.

mod judge;
mod read;
mod table;
#[cfg(test)]
mod tests;

use super::conflict::{Check, Conflict};
use super::order::reader::of_all;
use super::support;
use crate::graph::Story;
use crate::source::Span;
use read::Deed;
use std::collections::BTreeMap;

/// Of a class that is told of more often than this only the first are compared.
const LARGEST_BUCKET: usize = 80;

/// The conflicts between doers of one deed.
pub(super) fn check(story: &Story) -> Vec<Conflict> {
    let deeds = told(story);
    let mut conflicts = Vec::new();
    for bucket in by_class(&deeds).values() {
        for (at, a) in bucket.iter().enumerate() {
            for b in &bucket[at + 1..] {
                conflicts.extend(judge::judge(story, a, b, bucket).is_ok().then(|| conflict(story, a, b)));
            }
        }
    }
    conflicts
}

fn told(story: &Story) -> Vec<Deed> {
    of_all(story, read::read)
}

/// Deeds by their class, of each no more than are compared.
fn by_class(deeds: &[Deed]) -> BTreeMap<&str, Vec<&Deed>> {
    support::by_class(deeds, LARGEST_BUCKET, |deed| deed.class)
}

/// Why a deed of two passages is, or is not, given to two: for each two deeds of one class, the steps.
///
/// A passage is an article's index and bytes of its text.
pub(super) fn why(story: &Story, first: (usize, Span), second: (usize, Span)) -> Vec<Vec<String>> {
    let deeds = told(story);
    let mut found = Vec::new();
    for bucket in by_class(&deeds).values() {
        for (a, b) in support::between(bucket, [first, second], |deed| (deed.article, deed.span)) {
            let last = match judge::judge(story, a, b, bucket) {
                Ok(()) => LAW.to_owned(),
                Err(reason) => format!("no: {reason}"),
            };
            found.push(vec![tells(story, a), tells(story, b), last]);
        }
    }
    found
}

const LAW: &str = "one did it, and they are known to be two";

/// What one article says: "The Echo: “the portrait” is given to Ilse Brandt (paint)".
fn tells(story: &Story, deed: &Deed) -> String {
    let article = &story.articles[deed.article];
    let thing = support::words(article, deed.thing.span, 60);
    let doer = &story.identities.party(deed.doer).name;
    format!("{}: of “{thing}” it was {doer} (“{}”)", support::outlet(article), deed.class)
}

fn conflict(story: &Story, a: &Deed, b: &Deed) -> Conflict {
    let name = |deed: &Deed| story.identities.party(deed.doer).name.clone();
    let place = |deed: &Deed| support::passage(story, deed.article, deed.span, "core/participant");
    let words = support::words(&story.articles[a.article], a.span, 90);
    Conflict {
        check: Check::Participant,
        severity: support::spoken(a.speaker, b.speaker),
        message: format!("{} or {}: “{words}”", name(a), name(b)),
        explanation: vec![
            tells(story, a),
            tells(story, b),
            "it is taken for one deed, and what is named around it agrees".to_owned(),
            LAW.to_owned(),
        ],
        sides: vec![support::side(story, name(a), vec![place(a)]), support::side(story, name(b), vec![place(b)])],
    }
}
