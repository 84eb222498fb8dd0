//! Why two claims are, or are not, in conflict: the conditions in the order in which they are asked, up to the first
//! that fails.

use super::judge;
use crate::annotate::verb::Polarity;
use crate::graph::{Fact, Likeness, Story, compare, context};

/// One line a step; the last is the answer.
pub(in crate::check) fn why(story: &Story, a: &Fact, b: &Fact) -> Vec<String> {
    let predicate = story.library.predicates.get(&a.predicate);
    let mut steps = Vec::new();
    if a.predicate != b.predicate {
        if !predicate.is_some_and(|predicate| predicate.opposite.contains(&b.predicate)) {
            steps.push(format!(
                "no: {} and {} are not compared, since no pack says that they exclude each other",
                a.predicate, b.predicate
            ));
            return steps;
        }
        steps.push(format!("{} and {} exclude each other", a.predicate, b.predicate));
    }
    let comparing = compare(story, a, b, predicate);
    for role in &comparing.roles {
        let words = |fact: &Fact, filler: usize| story.slice(fact.article, fact.roles[filler].span).to_owned();
        let verdict = match role.likeness {
            Likeness::Same => "the same",
            Likeness::Different => "known to be two",
            Likeness::Unknown => "not known to be the same",
        };
        steps.push(format!("{}: “{}” and “{}” are {verdict}", role.role, words(a, role.first), words(b, role.second)));
    }
    steps.push(match comparing.time {
        Likeness::Same => "time: they can be of one moment".to_owned(),
        Likeness::Different => "time: they are of different times".to_owned(),
        Likeness::Unknown => "time: not given by both, or too vague to compare".to_owned(),
    });
    if a.article != b.article {
        steps.push(format!("around them both passages name about {:.1} parties in common", context(story, a, b)));
    }
    let answer = match judge::judge(story, a, b, predicate) {
        Some(finding) => format!("{}: {} ({})", finding.severity, finding.law, finding.check),
        None => format!("no: {}", refusal(a, b, &comparing)),
    };
    steps.push(answer);
    steps
}

/// The first condition that failed.
fn refusal(a: &Fact, b: &Fact, comparing: &crate::graph::Comparing) -> String {
    let differing: Vec<&str> = comparing
        .roles
        .iter()
        .filter(|role| role.likeness == Likeness::Different)
        .map(|role| role.role.as_str())
        .collect();
    let time = comparing.time == Likeness::Different;
    match (differing.as_slice(), time) {
        _ if !a.is_actual() || !b.is_actual() => {
            format!("one of them is not told as a fact ({}, {})", said(a), said(b))
        }
        ([], false) if a.polarity == b.polarity && a.modality == b.modality => {
            "nothing that both of them name differs".to_owned()
        }
        ([], false) => "too little agrees for it to be one occurrence".to_owned(),
        ([], true) => {
            "they are of different times, and nothing says that it is one occurrence, or that it has one time"
                .to_owned()
        }
        ([one], false) => format!(
            "they differ in {one}, but an occurrence may have several, or too little else agrees for it to be one"
        ),
        (_, _) => "they differ in more than one thing, so that they are taken for two occurrences".to_owned(),
    }
}

fn said(fact: &Fact) -> String {
    let polarity = if fact.polarity == Polarity::Negative { "denied, " } else { "" };
    format!("{polarity}{:?}", fact.modality).to_lowercase()
}
