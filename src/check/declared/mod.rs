//! Checks that packs declare (`checks:` in pack.yaml), run over the story's claims.
//!
//! A declared check names the predicates it compares, the roles that make two claims one occurrence, and the relation
//! in which two fillers conflict. Claims meet in buckets of what they must have in common, never every claim with every
//! other. What follows from the logic of predicates alone is not here but in [`super::claims`].

mod relation;
#[cfg(test)]
mod tests;
mod words;

use super::conflict::{Check, Conflict, Severity, Side};
use super::support;
use crate::annotate::verb::{Modality, Polarity};
use crate::extract::Status;
use crate::graph::{Fact, Likeness, Story, Term, compare, compare_terms};
use crate::pack::{PackCheck, PackSeverity, Relation, RolePair, Softener};
use compact_str::CompactString;
use relation::Difference;
use std::collections::{BTreeMap, BTreeSet};

/// Of a bucket larger than this only the first are compared: it holds no story any more.
const LARGEST_BUCKET: usize = 80;

/// One side of a pair, and what conflicts.
struct Finding {
    first: usize,
    second: usize,
    difference: Difference,
    severity: Severity,
    /// Why it is a note only; empty otherwise.
    softened: Vec<&'static str>,
}

/// What one declared check makes of a story.
#[derive(Clone, Debug, Default)]
pub struct Tried {
    /// How many pairs of claims agree in what makes them one occurrence: without one, nothing could conflict.
    pub compared: usize,
    /// What it found.
    pub conflicts: Vec<Conflict>,
}

/// The conflicts of all checks that the story's packs declare.
pub(super) fn check(story: &Story) -> Vec<Conflict> {
    story.library.checks.iter().flat_map(|check| one(story, check).conflicts).collect()
}

/// Runs the declared check of this id (`pack/check`) alone; nothing where there is none.
#[must_use]
pub fn declared(story: &Story, id: &str) -> Tried {
    story.library.checks.iter().find(|check| check.id == id).map(|check| one(story, check)).unwrap_or_default()
}

fn one(story: &Story, check: &PackCheck) -> Tried {
    let mut tried = Tried::default();
    let mut found = Vec::new();
    for (first, second) in pairs(story, check) {
        let (a, b) = (&story.facts[first], &story.facts[second]);
        if !one_occurrence(story, check, a, b) {
            continue;
        }
        tried.compared += 1;
        let difference = check.conflict.iter().find_map(|conflict| relation::difference(story, a, b, conflict));
        if let Some(difference) = difference.filter(|difference| nothing_else(story, check, a, b, difference)) {
            let softened = softened(story, check, a, b, &difference);
            let severity = if softened.is_empty() { severity(check.severity) } else { Severity::Note };
            found.push(Finding { first, second, difference, severity, softened });
        }
    }
    tried.conflicts = joined(story, check, found);
    tried
}

/// Pairs of claims of the two predicates that share what the first pair of roles that must agree names.
fn pairs(story: &Story, check: &PackCheck) -> BTreeSet<(usize, usize)> {
    let mut buckets: BTreeMap<String, (Vec<usize>, Vec<usize>)> = BTreeMap::new();
    for (index, fact) in story.facts.iter().enumerate() {
        for (left, predicate) in [(true, &check.compare.0), (false, &check.compare.1)] {
            if fact.predicate != *predicate || !asserted(fact) {
                continue;
            }
            for key in keys(fact, check.same.first().map(|pair| side(pair, left))) {
                let bucket = buckets.entry(key).or_default();
                if left { &mut bucket.0 } else { &mut bucket.1 }.push(index);
            }
        }
    }
    let alike = check.compare.0 == check.compare.1;
    let turned = check.conflict.iter().any(|conflict| conflict.relation.has_direction());
    let mut pairs = BTreeSet::new();
    for (left, right) in buckets.values() {
        for &first in left.iter().take(LARGEST_BUCKET) {
            for &second in right.iter().take(LARGEST_BUCKET) {
                if first != second && (!alike || turned || first < second) {
                    pairs.insert((first, second));
                }
            }
        }
    }
    pairs
}

fn side(pair: &RolePair, left: bool) -> &CompactString {
    if left { &pair.left } else { &pair.right }
}

/// What the claim is found by: each party of a role, each noun's head and its synonyms' class.
fn keys(fact: &Fact, role: Option<&CompactString>) -> BTreeSet<String> {
    let Some(role) = role else { return BTreeSet::from([String::new()]) };
    fact.terms(role)
        .filter_map(|term| match term {
            Term::Party(identity) => Some(format!("#{}", identity.0)),
            Term::Noun(noun) if !noun.pronoun => Some(noun.head.to_string()),
            Term::Words(words) => Some(words.clone()),
            _ => None,
        })
        .collect()
}

/// Whether a claim says that something was or was not so: no plan, no wish, nothing called off.
fn asserted(fact: &Fact) -> bool {
    fact.modality == Modality::Actual && !matches!(fact.status, Some(Status::Cancelled | Status::Postponed))
}

fn one_occurrence(story: &Story, check: &PackCheck, a: &Fact, b: &Fact) -> bool {
    let polarity = check.conflict.iter().any(|conflict| conflict.relation == Relation::Opposite);
    if !polarity && (a.polarity == Polarity::Negative || b.polarity == Polarity::Negative) {
        return false;
    }
    check.same.iter().all(|pair| {
        if let Some(same) = relation::same_time(story, a, b, pair) {
            return same;
        }
        let mine = a.roles.iter().filter(|role| role.name == pair.left);
        let mut theirs = mine.flat_map(|mine| {
            let others = b.roles.iter().filter(|role| role.name == pair.right);
            others.map(move |other| compare_terms(story, (a, mine), (b, other)).0)
        });
        theirs.any(|likeness| likeness == Likeness::Same)
    })
}

/// One difference is what a conflict is made of: of two claims of one predicate no other role may differ, nor the time.
fn nothing_else(story: &Story, check: &PackCheck, a: &Fact, b: &Fact, difference: &Difference) -> bool {
    if check.compare.0 != check.compare.1 {
        return true;
    }
    let comparing = compare(story, a, b, story.library.predicates.get(&a.predicate));
    let others = comparing.roles.iter().filter(|role| role.role != difference.roles.left);
    let timed = difference.timed || comparing.time != Likeness::Different;
    timed && others.filter(|role| role.likeness == Likeness::Different).count() == 0
}

fn severity(severity: PackSeverity) -> Severity {
    match severity {
        PackSeverity::Error => Severity::Error,
        PackSeverity::Warning => Severity::Warning,
        PackSeverity::Note => Severity::Note,
    }
}

/// What makes a note of the conflict, of what the check lists under `unless`.
fn softened(story: &Story, check: &PackCheck, a: &Fact, b: &Fact, difference: &Difference) -> Vec<&'static str> {
    let speaker = |fact: &Fact| fact.speaker.as_ref().map(|speaker| speaker.identity);
    let published = |fact: &Fact| story.articles[fact.article].document.published;
    let applies = |softener: &Softener| match softener {
        Softener::TwoSpeakers => {
            matches!((speaker(a), speaker(b)), (Some(x), Some(y)) if x.is_none() || y.is_none() || x != y)
        }
        Softener::LaterUpdate => match (published(a), published(b)) {
            (Some(x), Some(y)) => (x.date, x.time) != (y.date, y.time),
            _ => a.article != b.article,
        },
        Softener::Approximate => difference.approximate,
        Softener::DifferentGrain => difference.different_grain,
    };
    check.unless.iter().filter(|softener| applies(softener)).map(|softener| softener.reason()).collect()
}

/// One conflict for each group of findings that hang together by a claim.
fn joined(story: &Story, check: &PackCheck, found: Vec<Finding>) -> Vec<Conflict> {
    let mut groups: Vec<(BTreeSet<usize>, Vec<Finding>)> = Vec::new();
    let mut group_of: BTreeMap<usize, usize> = BTreeMap::new();
    for finding in found {
        let claims = [finding.first, finding.second];
        let group = claims.iter().find_map(|claim| group_of.get(claim).copied()).unwrap_or(groups.len());
        if group == groups.len() {
            groups.push((BTreeSet::new(), Vec::new()));
        }
        for claim in claims {
            group_of.entry(claim).or_insert(group);
            groups[group].0.insert(claim);
        }
        groups[group].1.push(finding);
    }
    groups.iter().filter_map(|(_, findings)| conflict(story, check, findings)).collect()
}

fn conflict(story: &Story, check: &PackCheck, findings: &[Finding]) -> Option<Conflict> {
    let gravest = findings.iter().max_by_key(|finding| (finding.severity, std::cmp::Reverse(finding.first)))?;
    let mut sides: Vec<(String, Vec<support::Place>)> = Vec::new();
    let mut add = |fact: &Fact, value: String| {
        let place = support::place(story, fact);
        match sides.iter_mut().find(|(known, _)| *known == value) {
            Some((_, places)) => places.push(place),
            None => sides.push((value, vec![place])),
        }
    };
    for finding in std::iter::once(gravest).chain(findings) {
        let (a, b) = (&story.facts[finding.first], &story.facts[finding.second]);
        let [one, two] = words::values(story, check, (a, b), &finding.difference);
        add(a, one);
        add(b, two);
    }
    let sides: Vec<Side> = sides.into_iter().map(|(value, places)| support::side(story, value, places)).collect();
    if sides.len() < 2 {
        return None;
    }
    let (a, b) = (&story.facts[gravest.first], &story.facts[gravest.second]);
    Some(Conflict {
        check: check.check.parse().unwrap_or(Check::Quantity),
        severity: gravest.severity,
        message: words::message(story, check, (a, b), &gravest.difference),
        explanation: words::explanation(story, check, (a, b), gravest),
        sides,
    })
}
