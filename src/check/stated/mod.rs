//! What one source is reported to have said, and its denial: "police said that the driver had been drinking", "had not".
//!
//! That two sources contradict each other is news. One and the same source, quoted in other words by two papers, does not say
//! both: all that the denial says has to be a part of what is affirmed, word by word, whatever the verb is, so that nothing is
//! left that could make it another thing. Two days, a condition, a part of the whole, and an article that tells of both are
//! left alone. Since when somebody knew of a thing is asked in [`learned`].

mod judge;
mod learned;
mod read;
#[cfg(test)]
mod tests;

use super::conflict::{Check, Conflict, Severity};
use super::order::reader::of_all;
use super::support;
use crate::graph::Story;
use crate::source::Span;
pub(super) use learned::check as learned;
use read::{Source, Statement};
use std::collections::{BTreeMap, BTreeSet};

/// Of a source's statements with one word only the first are compared.
const LARGEST_BUCKET: usize = 40;

/// The conflicts between statements of one source.
pub(super) fn check(story: &Story) -> Vec<Conflict> {
    let statements = told(story);
    let mut conflicts = Vec::new();
    for (first, second) in pairs(&statements) {
        let (a, b) = (&statements[first], &statements[second]);
        conflicts.extend(judge::judge(story, a, b, &statements).is_ok().then(|| conflict(story, a, b)));
    }
    conflicts
}

fn told(story: &Story) -> Vec<Statement> {
    of_all(story, read::read)
}

/// Statements of one source that share a word, the affirmed first.
fn pairs(statements: &[Statement]) -> BTreeSet<(usize, usize)> {
    let mut buckets: BTreeMap<(&Source, &str), Vec<usize>> = BTreeMap::new();
    for (index, statement) in statements.iter().enumerate() {
        for word in &statement.words {
            let bucket = buckets.entry((&statement.source, word.as_str())).or_default();
            if bucket.len() < LARGEST_BUCKET {
                bucket.push(index);
            }
        }
    }
    let mut pairs = BTreeSet::new();
    for bucket in buckets.values() {
        for &first in bucket.iter().filter(|&&index| statements[index].holds) {
            let denials = bucket.iter().filter(|&&second| !statements[second].holds);
            pairs.extend(denials.map(|&second| (first, second)));
        }
    }
    pairs
}

/// Why what two passages report of one source is, or is not, a conflict: for each two statements, the steps.
///
/// A passage is an article's index and bytes of its text.
pub(super) fn why(story: &Story, first: (usize, Span), second: (usize, Span)) -> Vec<Vec<String>> {
    let statements = told(story);
    let inside = |statement: &Statement, (article, span): (usize, Span)| {
        statement.article == article && statement.span.overlaps(span)
    };
    let mut found = Vec::new();
    for (one, two) in pairs(&statements) {
        let (a, b) = (&statements[one], &statements[two]);
        if inside(a, first) && inside(b, second) || inside(a, second) && inside(b, first) {
            let mut steps = vec![tells(story, a), tells(story, b)];
            steps.push(match judge::judge(story, a, b, &statements) {
                Ok(()) => LAW.to_owned(),
                Err(reason) => format!("no: {reason}"),
            });
            found.push(steps);
        }
    }
    found
}

const LAW: &str = "one source does not say both, and all that is denied is a part of what is affirmed";

/// What one article reports: "The Echo: police: “the driver had not been drinking” (denied)".
fn tells(story: &Story, statement: &Statement) -> String {
    let article = &story.articles[statement.article];
    let (who, what) = (name(story, statement), support::words(article, statement.span, 90));
    format!("{}: {who}: “{what}”{}", support::outlet(article), if statement.holds { "" } else { " (denied)" })
}

fn name(story: &Story, statement: &Statement) -> String {
    match &statement.source {
        Source::Party(identity) => story.identities.party(*identity).name.clone(),
        Source::Noun(noun) => noun.to_string(),
    }
}

fn conflict(story: &Story, a: &Statement, b: &Statement) -> Conflict {
    let place = |statement: &Statement| support::passage(story, statement.article, statement.span, "core/polarity");
    let words = |statement: &Statement| support::words(&story.articles[statement.article], statement.span, 90);
    Conflict {
        check: Check::Polarity,
        severity: Severity::Warning,
        message: format!("{} is reported as saying “{}” and “{}”", name(story, a), words(a), words(b)),
        explanation: vec![tells(story, a), tells(story, b), LAW.to_owned()],
        sides: vec![
            support::side(story, format!("“{}”", words(a)), vec![place(a)]),
            support::side(story, format!("“{}”", words(b)), vec![place(b)]),
        ],
    }
}
