//! What became of one thing, told in two ways: accepted or rejected, decided or put off, open or shut, found or missing.
//!
//! The packs know such pairs under the predicates of their fields; news tells of them of whatever thing there is. Here the
//! words alone are known (`rules/english/outcomes.csv`), with the place in the clause at which the thing stands, and two
//! answers of different articles are held against each other where the thing is one ([`thing`]) and what stands around
//! them agrees ([`judge`]). Whether an event was held at all is asked in [`held`].

mod held;
mod judge;
mod read;
mod table;
#[cfg(test)]
mod tests;
mod thing;
mod topic;

use super::conflict::{Check, Conflict, Severity};
use super::order::reader::Reader;
use super::support;
use crate::graph::Story;
use crate::source::Span;
pub(super) use held::only_day;
use rayon::prelude::*;
use read::Answer;
pub(super) use read::when;
use std::collections::BTreeMap;
pub(super) use table::{Of, Topic};
pub(super) use thing::{Sameness, Thing, same};
pub(super) use topic::behind;

/// Of a class that is told of more often than this only the first answers are compared.
const LARGEST_BUCKET: usize = 80;
/// Dated events of a story that are held against those called off: more are no news of a day.
const MOST_EVENTS: usize = 1000;

/// The conflicts between answers.
pub(super) fn check(story: &Story) -> Vec<Conflict> {
    let (answers, events) = told(story);
    let mut conflicts = Vec::new();
    for bucket in by_class(&answers).values() {
        for (at, a) in bucket.iter().enumerate() {
            for b in &bucket[at + 1..] {
                conflicts.extend(judge::judge(story, a, b, bucket).ok().map(|things| conflict(story, a, b, things)));
            }
        }
    }
    conflicts.extend(called_off(story, &events));
    conflicts
}

/// Answers by what is asked, of each question no more than are compared.
fn by_class(answers: &[Answer]) -> BTreeMap<&str, Vec<&Answer>> {
    support::by_class(answers, LARGEST_BUCKET, |answer| &answer.class)
}

/// Why what two passages tell of one thing is, or is not, a conflict: for each question that both answer, its steps.
///
/// A passage is an article's index and bytes of its text.
pub(super) fn why(story: &Story, first: (usize, Span), second: (usize, Span)) -> Vec<Vec<String>> {
    let (answers, events) = told(story);
    let mut found = why_held(story, &events, [first, second]);
    for bucket in by_class(&answers).values() {
        for (a, b) in support::between(bucket, [first, second], |answer| (answer.article, answer.span)) {
            let mut steps: Vec<String> = [a, b].map(|answer| tells(story, answer, &answer.things)).into();
            steps.push(match judge::judge(story, a, b, bucket) {
                Ok(_) => "it cannot both be so".to_owned(),
                Err(reason) => format!("no: {reason}"),
            });
            found.push(steps);
        }
    }
    found
}

/// Why an event that one passage has as off and the other as held is, or is not, a conflict.
fn why_held(story: &Story, events: &[held::Event], passages: [(usize, Span); 2]) -> Vec<Vec<String>> {
    let inside = |(article, span): (usize, Span)| {
        events.iter().filter(move |event| event.article == article && event.span.overlaps(span))
    };
    let [first, second] = passages;
    let mut found = Vec::new();
    for a in inside(first) {
        for b in inside(second).filter(|b| a.off != b.off) {
            let (off, ran) = if a.off { (a, b) } else { (b, a) };
            let mut steps = held_steps(story, off, ran);
            steps.push(match held::judge(story, off, ran, events) {
                Ok(()) => "what was called off did not take place".to_owned(),
                Err(reason) => format!("no: {reason}"),
            });
            found.push(steps);
        }
    }
    found
}

/// What the two articles tell of the event.
fn held_steps(story: &Story, off: &held::Event, ran: &held::Event) -> Vec<String> {
    let told = |event: &held::Event| {
        let article = &story.articles[event.article];
        format!("{}: “{}” tells", support::outlet(article), support::words(article, event.span, 90))
    };
    vec![format!("{} that it was called off or put off", told(off)), format!("{} of it as held", told(ran))]
}

/// What one article says of things: "The Echo: “the pay offer” is told of as not: accept".
fn tells<'t>(story: &Story, answer: &Answer, things: impl IntoIterator<Item = &'t Thing>) -> String {
    let article = &story.articles[answer.article];
    let things: Vec<String> =
        things.into_iter().map(|thing| format!("“{}”", support::words(article, thing.span, 60))).collect();
    format!("{}: {} is told of as {}", support::outlet(article), things.join(", "), value(answer))
}

fn value(answer: &Answer) -> String {
    let time = if answer.planned { ", still to come" } else { "" };
    format!("{}{}{time}", if answer.holds { "" } else { "not: " }, answer.class)
}

/// The answers of all articles, and the events that they tell of as off or held.
fn told(story: &Story) -> (Vec<Answer>, Vec<held::Event>) {
    let of_article = |at| {
        let reader = Reader::new(story, at);
        (read::read(&reader), held::read(&reader))
    };
    let articles = (0..story.articles.len()).into_par_iter();
    let (answers, events): (Vec<_>, Vec<_>) = articles.map(of_article).unzip();
    (answers.into_iter().flatten().collect(), events.into_iter().flatten().collect())
}

/// Events that were called off in one article and are told of as held in another.
fn called_off(story: &Story, events: &[held::Event]) -> Vec<Conflict> {
    let events = &events[..events.len().min(MOST_EVENTS)];
    let off = events.iter().filter(|event| event.off).take(LARGEST_BUCKET);
    let mut conflicts = Vec::new();
    for off in off {
        let ran = events.iter().filter(|event| held::judge(story, off, event, events).is_ok());
        conflicts.extend(ran.map(|ran| held_conflict(story, off, ran)));
    }
    conflicts
}

fn held_conflict(story: &Story, off: &held::Event, ran: &held::Event) -> Conflict {
    let words = |event: &held::Event| support::words(&story.articles[event.article], event.span, 90);
    let place = |event: &held::Event| {
        let mut place = support::passage(story, event.article, event.span, "core/status");
        place.span = place.span.join(support::sentence(&story.articles[event.article], event.told));
        place
    };
    let mut explanation = held_steps(story, off, ran);
    explanation.push("both name the day, and what is named around them agrees".to_owned());
    explanation.push("what was called off did not take place".to_owned());
    Conflict {
        check: Check::Status,
        severity: Severity::Warning,
        message: format!("“{}” against “{}”", words(off), words(ran)),
        explanation,
        sides: vec![
            support::side(story, "called off", vec![place(off)]),
            support::side(story, "went ahead", vec![place(ran)]),
        ],
    }
}

fn conflict(story: &Story, a: &Answer, b: &Answer, things: [&Thing; 2]) -> Conflict {
    let rule = format!("core/{}", a.check.name());
    let place = |answer: &Answer| support::passage(story, answer.article, answer.span, rule.as_str());
    let words = |answer: &Answer| support::words(&story.articles[answer.article], answer.span, 90);
    let [x, y] = things;
    Conflict {
        check: a.check,
        severity: support::spoken(a.speaker, b.speaker),
        message: format!("“{}” against “{}”", words(a), words(b)),
        explanation: vec![
            tells(story, a, [x]),
            tells(story, b, [y]),
            "they are taken for one, and what is named around them agrees".to_owned(),
            match a.check {
                Check::Status => "what is over is not still to come".to_owned(),
                _ => "it cannot both have been so and not have been so".to_owned(),
            },
        ],
        sides: vec![support::side(story, value(a), vec![place(a)]), support::side(story, value(b), vec![place(b)])],
    }
}
