//! Questions of yes or no that news answers in many words: behind closed doors or in open court, belted in or not, full house
//! or empty rows.
//!
//! [`super::outcome`] knows verbs with the place in the clause at which their thing stands. Much is told without such a verb:
//! by an adjective, a noun behind a preposition, a clause with a subject of its own. Here each answer is a few words that
//! stand close together (`rules/english/questions.csv`), and what they tell of is known more loosely, by the question: a
//! person, a thing, or whatever of its sort the story has (`question-topics.csv`). Two answers of different articles are held
//! against each other by [`judge`].

mod found;
mod having;
mod judge;
mod manner;
mod read;
mod table;
#[cfg(test)]
mod tests;
mod topics;

use super::conflict::{Check, Conflict};
use super::order::reader::of_all;
use super::support;
use crate::graph::Story;
use crate::source::Span;
use read::Answer;
use std::collections::BTreeMap;

/// Of a question that is answered more often than this only the first answers are compared.
const LARGEST_BUCKET: usize = 60;
const LAW: &str = "it cannot be both at one time";

/// The conflicts between answers.
pub(super) fn check(story: &Story) -> Vec<Conflict> {
    let answers = of_all(story, read::read);
    let mut conflicts = Vec::new();
    for bucket in by_question(&answers).values() {
        for (at, a) in bucket.iter().enumerate() {
            for b in &bucket[at + 1..] {
                conflicts.extend(judge::judge(story, a, b, bucket).is_ok().then(|| conflict(story, a, b)));
            }
        }
    }
    conflicts
}

fn by_question(answers: &[Answer]) -> BTreeMap<&str, Vec<&Answer>> {
    support::by_class(answers, LARGEST_BUCKET, |answer| answer.class.as_str())
}

/// Why the answers that two passages give are, or are not, in conflict: for each two of one question, the steps.
///
/// A passage is an article's index and bytes of its text.
pub(super) fn why(story: &Story, first: (usize, Span), second: (usize, Span)) -> Vec<Vec<String>> {
    let answers = of_all(story, read::read);
    let mut found = Vec::new();
    for bucket in by_question(&answers).values() {
        for (a, b) in support::between(bucket, [first, second], |answer| (answer.article, answer.span)) {
            let last = match judge::judge(story, a, b, bucket) {
                Ok(()) => LAW.to_owned(),
                Err(reason) => format!("no: {reason}"),
            };
            found.push(vec![tells(story, a), tells(story, b), last]);
        }
    }
    found
}

/// What one article says: "The Echo: “in open session” answers in-public with no".
fn tells(story: &Story, answer: &Answer) -> String {
    let article = &story.articles[answer.article];
    let topics: Vec<String> =
        answer.topics.iter().map(|topic| format!("“{}”", support::words(article, topic.span, 60))).collect();
    let of = if topics.is_empty() { String::new() } else { format!(" of {}", topics.join(", ")) };
    let words = support::words(article, answer.words, 60);
    format!("{}: “{words}”{of}: {}", support::outlet(article), value(answer))
}

fn value(answer: &Answer) -> String {
    format!("{}: {}", answer.class, if answer.holds { "yes" } else { "no" })
}

fn conflict(story: &Story, a: &Answer, b: &Answer) -> Conflict {
    let place = |answer: &Answer| support::passage(story, answer.article, answer.words, "core/polarity");
    let words = |answer: &Answer| support::words(&story.articles[answer.article], answer.span, 90);
    Conflict {
        check: Check::Polarity,
        severity: support::spoken(a.speaker, b.speaker),
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
