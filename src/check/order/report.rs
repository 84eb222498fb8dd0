//! A contradiction of order as a conflict: its steps as sides, and why the events of its steps are one.

use super::event::{Event, Part};
use super::network::Edge;
use super::{Evidence, Told};
use crate::annotate::verb::{Polarity, Voice};
use crate::check::conflict::{Check, Conflict, Severity};
use crate::check::support::{self, Place};
use crate::graph::Story;
use std::collections::BTreeSet;

/// The conflict of one cycle; `None` where its steps are one passage, or all of one article's sentence.
pub(super) fn conflict(
    story: &Story,
    told: &Told,
    steps: &[(Edge, Evidence)],
    edges: &[(Edge, Evidence)],
) -> Option<Conflict> {
    let mut sides = Vec::new();
    let mut explanation = Vec::new();
    let mut values = Vec::new();
    // Edges run from the later event to the earlier: turned round, each step begins where the one before it ended.
    for &(edge, evidence) in steps.iter().rev() {
        let value = value(story, told, evidence);
        let same = edges
            .iter()
            .filter(|(other, kind)| other.from == edge.from && other.to == edge.to && like(told, *kind, evidence));
        let places: Vec<Place> = same.flat_map(|&(_, evidence)| places(told, evidence)).collect();
        explanation.push(step(story, told, evidence, &value));
        if !values.contains(&value) {
            sides.push(support::side(story, value.clone(), places));
        }
        values.push(value);
    }
    let passages: BTreeSet<_> =
        sides.iter().flat_map(|side| &side.passages).map(|passage| (passage.document, passage.span)).collect();
    let articles: BTreeSet<_> = passages.iter().map(|(document, _)| document.0).collect();
    if sides.len() < 2 || passages.len() < 2 {
        return None;
    }
    explanation.extend(joins(story, told, steps));
    explanation.push(law(steps).to_owned());
    Some(Conflict {
        check: Check::Order,
        severity: severity(told, steps, articles.len()),
        message: message(&values),
        explanation,
        sides,
    })
}

/// Whether two pieces of evidence say the same thing and can stand on one side.
fn like(told: &Told, one: Evidence, two: Evidence) -> bool {
    match (one, two) {
        (Evidence::Order(_), Evidence::Order(_)) | (Evidence::Length(_), Evidence::Length(_)) => true,
        (Evidence::Date(a), Evidence::Date(b)) => {
            told.events[a].dated.map(|dated| dated.value) == told.events[b].dated.map(|dated| dated.value)
        }
        _ => false,
    }
}

fn message(values: &[String]) -> String {
    match values {
        [one, two] => format!("one passage has {one}, another {two}"),
        _ => format!("no order of events fits all passages: {}", values.join("; ")),
    }
}

fn law(steps: &[(Edge, Evidence)]) -> &'static str {
    let dated = steps.iter().any(|(_, evidence)| matches!(evidence, Evidence::Date(_)));
    let length = steps.iter().any(|(_, evidence)| matches!(evidence, Evidence::Length(_)));
    match (dated, length) {
        (true, _) => "no order of the events fits both these words and these times",
        (_, true) => "the lengths of time between the events cannot all be right",
        _ if steps.len() > 2 => "each event would have to come before itself",
        _ => "one event cannot come both before and after another",
    }
}

/// Gravest where every step is in the article's own voice and the events are surely the same.
fn severity(told: &Told, steps: &[(Edge, Evidence)], articles: usize) -> Severity {
    let mut speakers = BTreeSet::new();
    let mut own = true;
    let mut weak = articles < 2;
    for (_, evidence) in steps {
        for event in events(told, *evidence) {
            own &= !told.events[event].reported;
            speakers.extend(told.events[event].speaker);
            weak |= told.joined.weak.contains(&told.joined.root[event]);
        }
        weak |= matches!(evidence, Evidence::Length(_));
    }
    if speakers.len() > 1 {
        Severity::Note
    } else if own && !weak {
        Severity::Error
    } else {
        Severity::Warning
    }
}

fn events(told: &Told, evidence: Evidence) -> Vec<usize> {
    match evidence {
        Evidence::Order(index) | Evidence::Length(index) => {
            vec![told.relations[index].first, told.relations[index].second]
        }
        Evidence::Date(event) => vec![event],
    }
}

/// What a step says, in a few words.
fn value(story: &Story, told: &Told, evidence: Evidence) -> String {
    match evidence {
        Evidence::Order(index) | Evidence::Length(index) => {
            let relation = &told.relations[index];
            let (first, second) = (&told.events[relation.first], &told.events[relation.second]);
            format!("“{}” before “{}”", label(story, first), label(story, second))
        }
        Evidence::Date(index) => {
            let event = &told.events[index];
            let when = event.dated.map_or_else(String::new, |dated| {
                dated.value.from.or(dated.value.to).map_or_else(String::new, |time| format!(" ({time})"))
            });
            format!("“{}” at its time{when}", label(story, event))
        }
    }
}

fn places(told: &Told, evidence: Evidence) -> Vec<Place> {
    let place = |article: usize, span| Place { article, span, rule: "core/order".to_owned() };
    match evidence {
        Evidence::Order(index) | Evidence::Length(index) => {
            let relation = &told.relations[index];
            let article = told.events[relation.first].article;
            relation.passages.iter().map(|&span| place(article, span)).collect()
        }
        Evidence::Date(index) => vec![place(told.events[index].article, told.events[index].span)],
    }
}

/// An event in two or three words: "a dust alarm tripped", "told customers", "order".
fn label(story: &Story, event: &Event) -> String {
    let article = &story.articles[event.article];
    let token = &article.tokens[event.word];
    let group = article.verb_groups.partition_point(|group| group.tokens.end <= event.word);
    let Some(group) = article.verb_groups.get(group).filter(|group| group.tokens.contains(&event.word)) else {
        return article.document.slice(token.span).to_lowercase();
    };
    let denied = group.polarity == Polarity::Negative;
    let verb = if denied { group.lemma.as_str() } else { article.document.slice(group.span) };
    let name = |part: &Part| match part.party.filter(|_| part.sure) {
        Some(party) => story.identities.party(party).name.clone(),
        None => support::words(article, part.span, 30),
    };
    match (event.agents.first().map(name), event.themes.first().map(name)) {
        (_, Some(theme)) if group.voice == Voice::Passive => format!("{theme} {verb}"),
        (_, Some(theme)) => format!("{verb} {theme}"),
        (Some(agent), None) => format!("{agent} {verb}"),
        (None, None) => verb.to_owned(),
    }
}

fn step(story: &Story, told: &Told, evidence: Evidence, value: &str) -> String {
    match evidence {
        Evidence::Order(index) | Evidence::Length(index) => {
            let relation = &told.relations[index];
            let article = &story.articles[told.events[relation.first].article];
            let cue = support::words(article, relation.cue, 40);
            format!("{} has {value}, from its words “{cue}”", support::outlet(article))
        }
        Evidence::Date(index) => {
            let article = &story.articles[told.events[index].article];
            let words = support::words(article, told.events[index].span, 60);
            format!("{} has {value}: “{words}”", support::outlet(article))
        }
    }
}

/// Why two mentions are one event: directly, or by way of a third.
fn reason(story: &Story, told: &Told, one: usize, two: usize) -> String {
    let reasons = &told.joined.reasons;
    let direct = |a: usize, b: usize| reasons.get(&(a.min(b), a.max(b)));
    if let Some(reason) = direct(one, two) {
        return reason.clone();
    }
    let third = reasons
        .keys()
        .flat_map(|&(a, b)| [(a, b), (b, a)])
        .filter(|&(near, _)| near == one)
        .find_map(|(_, third)| Some((third, direct(one, third)?, direct(third, two)?)));
    match third {
        Some((third, first, second)) => {
            let words = support::words(&story.articles[told.events[third].article], told.events[third].span, 60);
            format!("{first}, by way of “{words}”; {second}")
        }
        None => "by way of other mentions of it".to_owned(),
    }
}

/// Why the events of neighbouring steps are one.
fn joins(story: &Story, told: &Told, steps: &[(Edge, Evidence)]) -> Vec<String> {
    let mentions: BTreeSet<usize> = steps.iter().flat_map(|(_, evidence)| events(told, *evidence)).collect();
    let mut lines = Vec::new();
    for &one in &mentions {
        for &two in mentions.range(one + 1..) {
            if told.joined.root[one] != told.joined.root[two] {
                continue;
            }
            let (a, b) = (label(story, &told.events[one]), label(story, &told.events[two]));
            lines.push(format!("“{a}” and “{b}” are one event: {}", reason(story, told, one, two)));
        }
    }
    lines
}
