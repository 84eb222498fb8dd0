//! What somebody makes of a thing: one person or body told of as for it and as against it, as praising and as condemning.
//!
//! Here the words alone are known (`rules/english/stances.csv`, `verdict-words.csv`). That two differ about a thing is news and no
//! conflict, so whoever takes the stance has to be one; and an article that tells of both tells of a change of mind or of
//! a mixed verdict.

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
use read::Stance;
use std::collections::BTreeMap;

/// Of a question that is answered more often than this only the first answers are compared.
const LARGEST_BUCKET: usize = 80;

/// The conflicts between stances of one.
pub(super) fn check(story: &Story) -> Vec<Conflict> {
    let stances = told(story);
    let mut conflicts = Vec::new();
    for bucket in by_class(&stances).values() {
        for (at, a) in bucket.iter().enumerate() {
            for b in &bucket[at + 1..] {
                conflicts.extend(judge::judge(story, a, b, bucket).is_ok().then(|| conflict(story, a, b)));
            }
        }
    }
    conflicts
}

fn told(story: &Story) -> Vec<Stance> {
    of_all(story, read::read)
}

/// Stances by what is asked, of each question no more than are compared.
fn by_class(stances: &[Stance]) -> BTreeMap<&str, Vec<&Stance>> {
    support::by_class(stances, LARGEST_BUCKET, |stance| stance.class)
}

/// Why the stances that two passages tell are, or are not, in conflict: for each two of one question, the steps.
///
/// A passage is an article's index and bytes of its text.
pub(super) fn why(story: &Story, first: (usize, Span), second: (usize, Span)) -> Vec<Vec<String>> {
    let stances = told(story);
    let mut found = Vec::new();
    for bucket in by_class(&stances).values() {
        for (a, b) in support::between(bucket, [first, second], |stance| (stance.article, stance.span)) {
            let last = match judge::judge(story, a, b, bucket) {
                Ok(()) => LAW.to_owned(),
                Err(reason) => format!("no: {reason}"),
            };
            found.push(vec![tells(story, a), tells(story, b), last]);
        }
    }
    found
}

const LAW: &str = "nobody is both for a thing and against it at one time";

/// What one article says: "The Echo: Ana Ruiz of “the plan”: for (support)".
fn tells(story: &Story, stance: &Stance) -> String {
    let article = &story.articles[stance.article];
    let thing = stance
        .thing
        .as_ref()
        .map_or(String::new(), |thing| format!(" of “{}”", support::words(article, thing.span, 60)));
    let holder = support::words(article, stance.holder.span, 60);
    format!("{}: “{holder}”{thing}: {}", support::outlet(article), value(stance))
}

fn value(stance: &Stance) -> String {
    format!("{} “{}” ({})", if stance.holds { "for," } else { "against," }, stance.verb, stance.class)
}

fn conflict(story: &Story, a: &Stance, b: &Stance) -> Conflict {
    let place = |stance: &Stance| support::passage(story, stance.article, stance.span, "core/polarity");
    let words = |stance: &Stance| support::words(&story.articles[stance.article], stance.span, 90);
    Conflict {
        check: Check::Polarity,
        severity: Severity::Warning,
        message: format!("“{}” against “{}”", words(a), words(b)),
        explanation: vec![
            tells(story, a),
            tells(story, b),
            "they are taken for one, and what is named around them agrees".to_owned(),
            LAW.to_owned(),
        ],
        sides: vec![support::side(story, value(a), vec![place(a)]), support::side(story, value(b), vec![place(b)])],
    }
}
