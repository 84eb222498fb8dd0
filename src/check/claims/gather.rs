//! Pairs that contradict each other, joined into conflicts: one question, its sides, everybody who takes one.

use super::judge::{Finding, called_off};
use crate::annotate::verb::Polarity;
use crate::check::conflict::{Check, Conflict, Side};
use crate::check::support::{self, Place};
use crate::graph::{Compared, Fact, Likeness, Story, Term};
use std::collections::BTreeMap;

/// What pairs are about: check, role, and a claim that stands for those it hangs together with.
type Question = (Check, String, usize);

/// One conflict for each group of pairs of one check and role that hang together by a claim.
pub(super) fn conflicts(story: &Story, found: Vec<(usize, usize, Finding)>) -> Vec<Conflict> {
    let mut groups: BTreeMap<Question, Vec<(usize, usize, Finding)>> = BTreeMap::new();
    let mut parent: BTreeMap<Question, usize> = BTreeMap::new();
    for (a, b, finding) in &found {
        let (x, y) = (root(&mut parent, finding, *a), root(&mut parent, finding, *b));
        parent.insert((finding.check, finding.role.clone(), x.max(y)), x.min(y));
    }
    for (a, b, finding) in found {
        let key = (finding.check, finding.role.clone(), root(&mut parent, &finding, a));
        groups.entry(key).or_default().push((a, b, finding));
    }
    groups.into_values().filter_map(|group| conflict(story, &group)).collect()
}

fn root(parent: &mut BTreeMap<Question, usize>, finding: &Finding, mut fact: usize) -> usize {
    while let Some(&up) = parent.get(&(finding.check, finding.role.clone(), fact)) {
        if up == fact {
            break;
        }
        fact = up;
    }
    fact
}

fn conflict(story: &Story, group: &[(usize, usize, Finding)]) -> Option<Conflict> {
    let (first, second, finding) =
        group.iter().max_by_key(|(a, b, finding)| (finding.severity, std::cmp::Reverse((*a, *b))))?;
    let mut sides: BTreeMap<String, (String, Vec<Place>)> = BTreeMap::new();
    for (a, b, finding) in group {
        for (fact, filler) in [(*a, finding.fillers.map(|pair| pair.0)), (*b, finding.fillers.map(|pair| pair.1))] {
            let fact = &story.facts[fact];
            let value = value(story, fact, filler, finding.check);
            let answer = answer(story, fact, filler, finding.check, &value);
            let (shown, places) = sides.entry(answer).or_insert_with(|| (value.clone(), Vec::new()));
            if value < *shown {
                *shown = value;
            }
            places.push(if finding.check == Check::Time {
                support::dated_place(story, fact)
            } else {
                support::place(story, fact)
            });
        }
    }
    if sides.len() < 2 {
        return None;
    }
    let mut sides: Vec<Side> = sides.into_values().map(|(value, places)| support::side(story, value, places)).collect();
    sides.sort_by(|a, b| a.value.cmp(&b.value));
    let (a, b) = (&story.facts[*first], &story.facts[*second]);
    Some(Conflict {
        check: finding.check,
        severity: finding.severity,
        message: message(story, a, b, finding),
        explanation: explanation(story, a, b, finding),
        sides,
    })
}

/// What makes two values one answer: a figure however it is written ("Four", "four", "4"), else the words in lower case.
fn answer(story: &Story, fact: &Fact, filler: Option<usize>, check: Check, value: &str) -> String {
    let figure = filler.filter(|_| check == Check::Quantity).and_then(|filler| match fact.roles.get(filler)?.term {
        Term::Quantity(index) => story.articles[fact.article].quantities.get(index),
        _ => None,
    });
    match figure {
        Some(figure) => {
            format!("{} {} {:?} {:?} {:?}", figure.low, figure.high, figure.bound, figure.against, figure.unit)
        }
        None => value.to_lowercase(),
    }
}

/// What a claim says to the question that the conflict is about.
fn value(story: &Story, fact: &Fact, filler: Option<usize>, check: Check) -> String {
    let article = &story.articles[fact.article];
    match (check, filler) {
        (Check::Time, _) => fact.when.map_or_else(String::new, |when| support::words(article, when.span, 60)),
        (Check::Status, _) => {
            if called_off(story, fact) {
                "called off".to_owned()
            } else {
                "went ahead".to_owned()
            }
        }
        (Check::Polarity | Check::Attendance, _) => {
            if fact.polarity == Polarity::Negative {
                format!("not: {}", fact.predicate)
            } else {
                fact.predicate.to_string()
            }
        }
        (_, Some(filler)) => {
            let role = &fact.roles[filler];
            match role.term {
                Term::Party(identity) => story.identities.party(identity).name.clone(),
                _ => support::words(article, role.span, 60),
            }
        }
        (_, None) => support::words(article, fact.span, 60),
    }
}

fn message(story: &Story, a: &Fact, b: &Fact, finding: &Finding) -> String {
    let fillers = finding.fillers;
    let one = value(story, a, fillers.map(|pair| pair.0), finding.check);
    let two = value(story, b, fillers.map(|pair| pair.1), finding.check);
    let clause = support::words(&story.articles[a.article], a.span, 90);
    match finding.check {
        Check::Polarity | Check::Attendance | Check::Status => {
            let other = support::words(&story.articles[b.article], b.span, 90);
            format!("“{clause}” against “{other}”")
        }
        _ => format!("{one} or {two}: “{clause}”"),
    }
}

fn explanation(story: &Story, a: &Fact, b: &Fact, finding: &Finding) -> Vec<String> {
    let mut lines = Vec::new();
    for fact in [a, b] {
        let article = &story.articles[fact.article];
        let who: Vec<String> = fact
            .roles
            .iter()
            .map(|role| {
                let words = support::words(article, role.span, 40);
                match role.term {
                    Term::Party(identity) => {
                        let name = &story.identities.party(identity).name;
                        if *name == words {
                            format!("{} {name}", role.name)
                        } else {
                            format!("{} “{words}” = {name}", role.name)
                        }
                    }
                    _ => format!("{} “{words}”", role.name),
                }
            })
            .collect();
        let when = fact.when.map_or_else(String::new, |when| {
            let ends = [when.value.from, when.value.to]
                .map(|end| end.map_or("…".to_owned(), |end| end.strftime("%Y-%m-%d %H:%M").to_string()));
            format!(", time {} to {}", ends[0], ends[1])
        });
        lines.push(format!(
            "{}: {} claims {}: {}{when}",
            support::outlet(article),
            fact.rule,
            fact.predicate,
            who.join(", ")
        ));
    }
    let agree: Vec<String> = finding
        .comparing
        .roles
        .iter()
        .filter(|role| role.likeness == Likeness::Same)
        .map(|role: &Compared| role.role.to_string())
        .collect();
    if !agree.is_empty() {
        lines.push(format!("they agree in {}, so it is taken for one occurrence", support::join(&agree)));
    }
    lines.push(finding.law.clone());
    lines
}
