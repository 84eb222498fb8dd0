//! What follows from a claim, held against what others say: `implies` and `presupposes` of the packs.
//!
//! A ship that docked in a port was berthed there. The claim that follows is made in the terms of its own predicate and
//! compared with those that are stated, never with others that follow. It conflicts with a denial that agrees in every
//! role, and with a claim that differs in one role of which one occurrence has one. Presence, which needs journeys
//! and distances, is [`super::presence`].

use super::conflict::{Check, Conflict, Severity};
use super::support;
use crate::annotate::mention::EntityKind;
use crate::annotate::time::TimeRelation;
use crate::annotate::verb::{Modality, Polarity};
use crate::graph::{Comparing, Fact, Likeness, Role, Story, Term, compare, compare_times};
use crate::pack::{Implication, Lasting, Predicate};
use std::collections::{BTreeMap, BTreeSet};

/// Of a bucket larger than this only the first are compared: it holds no story any more.
const LARGEST_BUCKET: usize = 80;
/// The least weight of the agreement that says one thing is meant: a name, or a definite noun.
const AGREEMENT: f32 = 0.9;

/// The conflicts between what follows from claims and what is stated.
pub(super) fn check(story: &Story) -> Vec<Conflict> {
    let stated = stated(story);
    let mut conflicts = Vec::new();
    for source in story.facts.iter().filter(|fact| happened(fact) && fact.polarity == Polarity::Positive) {
        let Some(predicate) = story.library.predicates.get(&source.predicate) else { continue };
        for implication in predicate.implies.iter().chain(&predicate.presupposes) {
            let Some(target) = story.library.predicates.get(&implication.predicate) else { continue };
            if target.id == "present" {
                continue;
            }
            let (follows, relation) = follows(source, implication);
            let Some(key) = follows.roles.iter().find(|role| target.is_key(&role.name)).and_then(key) else { continue };
            let others = stated.get(&(target.id.as_str(), key)).into_iter().flatten();
            for other in others.take(LARGEST_BUCKET).filter(|other| other.article != source.article) {
                conflicts.extend(conflict(story, source, &follows, relation, other, target));
            }
        }
    }
    conflicts
}

/// Said to have been so: no plan, no wish, nothing called off.
fn happened(fact: &Fact) -> bool {
    fact.modality == Modality::Actual && fact.status.is_none()
}

/// Claims of predicates that follow from others, by predicate and by what each of their roles names.
fn stated<'s>(story: &'s Story) -> BTreeMap<(&'s str, String), Vec<&'s Fact>> {
    let predicates = story.library.predicates.values();
    let implications = predicates.flat_map(|predicate| predicate.implies.iter().chain(&predicate.presupposes));
    let targets: BTreeSet<&str> = implications.map(|implication| implication.predicate.as_str()).collect();
    let mut stated: BTreeMap<(&str, String), Vec<&Fact>> = BTreeMap::new();
    let follow = |fact: &&Fact| fact.predicate != "present" && targets.contains(fact.predicate.as_str());
    for fact in story.facts.iter().filter(follow).filter(|fact| happened(fact)) {
        let mut keys: Vec<String> = fact.roles.iter().filter_map(key).collect();
        keys.sort();
        keys.dedup();
        for key in keys {
            stated.entry((fact.predicate.as_str(), key)).or_default().push(fact);
        }
    }
    stated
}

fn key(role: &Role) -> Option<String> {
    match &role.term {
        Term::Party(identity) => Some(format!("#{}", identity.0)),
        Term::Noun(noun) if !noun.pronoun => Some(noun.head.to_string()),
        _ => None,
    }
}

/// The claim that follows, and how its time lies to that of the claim made.
fn follows(source: &Fact, implication: &Implication) -> (Fact, TimeRelation) {
    let mut follows = source.clone();
    follows.predicate.clone_from(&implication.predicate);
    follows.roles.clear();
    let mut relation = TimeRelation::During;
    for binding in &implication.bindings {
        let fillers = source.roles.iter().filter(|role| role.name == binding.source);
        follows.roles.extend(fillers.map(|role| Role { name: binding.target.clone(), ..role.clone() }));
        if binding.target == "time" {
            relation = binding.relation;
        }
    }
    (follows, relation)
}

/// Whether what follows holds at the time that the other claim is about.
fn holds_then(follows: &Fact, relation: TimeRelation, other: &Fact, lasts: Lasting) -> bool {
    if relation == TimeRelation::During {
        return match (follows.dated, other.dated) {
            (false, false) => true,
            _ => compare_times(follows, other) == Likeness::Same,
        };
    }
    let (Some(mine), Some(theirs)) = (follows.when, other.when) else { return false };
    if mine.relation != TimeRelation::During || theirs.relation != TimeRelation::During {
        return false;
    }
    let days = match lasts {
        Lasting::Unknown => return false,
        Lasting::Day => 1,
        Lasting::Year => 366,
        Lasting::Always => i32::MAX,
    };
    let gap = match relation {
        TimeRelation::After | TimeRelation::Since => mine.value.to.zip(theirs.value.from),
        _ => theirs.value.to.zip(mine.value.from),
    };
    gap.is_some_and(|(before, after)| before <= after && (after.date() - before.date()).get_days() <= days)
}

fn conflict(
    story: &Story,
    source: &Fact,
    follows: &Fact,
    relation: TimeRelation,
    other: &Fact,
    target: &Predicate,
) -> Option<Conflict> {
    let comparing = compare(story, follows, other, Some(target));
    if !holds_then(follows, relation, other, target.lasts) {
        return None;
    }
    let different: Vec<_> = comparing.roles.iter().filter(|role| role.likeness != Likeness::Same).collect();
    let agree = |except: &str| {
        let mut key = target.key.iter().filter(|role| *role != except);
        key.all(|role| comparing.role(role).is_some_and(|role| role.likeness == Likeness::Same))
            && comparing.roles.iter().any(|role| role.likeness == Likeness::Same && role.weight >= AGREEMENT)
    };
    let denied = other.polarity == Polarity::Negative;
    let (check, values, law) = match different.as_slice() {
        [] if denied && agree("") => {
            let values = [target.id.to_string(), format!("not: {}", target.id)];
            (Check::Polarity, values, format!("{} follows from {}, and is denied", target.id, source.predicate))
        }
        [one] if !denied && one.likeness == Likeness::Different && target.has_one(&one.role) && agree(&one.role) => {
            // What holds from then on, or until then, may change: only what holds at the time is held to one value.
            if relation != TimeRelation::During {
                return None;
            }
            let (mine, theirs) = (follows.roles.get(one.first)?, other.roles.get(one.second)?);
            let values = [value(story, follows, mine), value(story, other, theirs)];
            (check_of(story, mine), values, format!("one occurrence of {} has one {}", target.id, one.role))
        }
        _ => return None,
    };
    let clause = |fact: &Fact| support::words(&story.articles[fact.article], fact.span, 90);
    let [mine, theirs] = values;
    Some(Conflict {
        check,
        severity: if source.speaker.is_some() || other.speaker.is_some() { Severity::Warning } else { Severity::Error },
        message: format!("“{}” against “{}”", clause(source), clause(other)),
        explanation: explanation(story, source, follows, other, &comparing, law),
        sides: vec![
            support::side(story, mine, vec![support::place(story, source)]),
            support::side(story, theirs, vec![support::place(story, other)]),
        ],
    })
}

fn check_of(story: &Story, role: &Role) -> Check {
    match &role.term {
        Term::Quantity(_) => Check::Quantity,
        Term::Party(identity) if story.identities.party(*identity).kind == EntityKind::Place => Check::Place,
        _ if role.name == "place" => Check::Place,
        _ => Check::Participant,
    }
}

fn value(story: &Story, fact: &Fact, role: &Role) -> String {
    match role.term {
        Term::Party(identity) => story.identities.party(identity).name.clone(),
        _ => support::words(&story.articles[fact.article], role.span, 60),
    }
}

fn explanation(
    story: &Story,
    source: &Fact,
    follows: &Fact,
    other: &Fact,
    comparing: &Comparing,
    law: String,
) -> Vec<String> {
    let roles = |fact: &Fact| {
        let each = fact.roles.iter().map(|role| format!("{} “{}”", role.name, value(story, fact, role)));
        each.collect::<Vec<_>>().join(", ")
    };
    let said = |fact: &Fact| {
        let outlet = support::outlet(&story.articles[fact.article]);
        format!("{outlet}: {} claims {}: {}", fact.rule, fact.predicate, roles(fact))
    };
    let same = comparing.roles.iter().filter(|role| role.likeness == Likeness::Same);
    let agree: Vec<String> = same.map(|role| role.role.to_string()).collect();
    vec![
        said(source),
        format!("from that follows {}: {}", follows.predicate, roles(follows)),
        said(other),
        format!("the last two agree in {}, so they are taken for one occurrence", support::join(&agree)),
        law,
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotate::{Article, annotate};
    use crate::extract::claims;
    use crate::pack::Library;
    use crate::pack::testing::document;
    use crate::source::DocumentId;
    use std::sync::Arc;

    const PACK: &str = "pack: p
predicates:
  dock: {roles: {ship: any, port: place, time: time}, implies: {berthed: [{ship: ship, port: port, time: during time}]}}
  clear: {roles: {ship: any, port: place, time: time}, presupposes: {berthed: [{ship: ship, port: port, time: before time}]}}
  berthed: {kind: state, roles: {ship: any, port: place, time: time}, one: [port], lasts: day}
claims:
  - {id: docked, predicate: dock, match: '{ship:any of ship|ferry} <dock> in {port:place}', attach: {time: any}}
  - {id: cleared, predicate: clear, match: '{ship:any of ship|ferry} <clear> {port:place}', attach: {time: any}}
  - {id: berthed, predicate: berthed, match: '{ship:any of ship|ferry} <lie> in {port:place}', attach: {time: any}}
";

    fn found(texts: &[&str]) -> Vec<(Check, String)> {
        let library = Library::from_texts(&[("p.yaml", PACK)], false).unwrap_or_default();
        let date = jiff::civil::date(2026, 3, 5);
        let articles: Vec<Article> =
            texts.iter().map(|text| annotate(Arc::new(document(text, Some(date), None)))).collect();
        let all: Vec<_> = articles
            .iter()
            .enumerate()
            .flat_map(|(at, article)| claims(article, DocumentId(u32::try_from(at).unwrap_or(0)), &library))
            .collect();
        let story = Story::new(&articles, &all, &library);
        check(&story).into_iter().map(|conflict| (conflict.check, conflict.sides[1].value.clone())).collect()
    }

    #[test]
    fn what_follows_is_held_against_a_denial_and_another_value() {
        let docked = "The green ferry docked in Oslo on Tuesday.";
        let denied = "The green ferry did not lie in Oslo on Tuesday.";
        assert_eq!(found(&[docked, denied]), [(Check::Polarity, "not: berthed".to_owned())]);
        assert_eq!(
            found(&[docked, "The green ferry lay in Hamburg on Tuesday."]),
            [(Check::Place, "Hamburg".to_owned())]
        );
    }

    #[test]
    fn what_holds_at_another_time_or_of_another_thing_is_left_alone() {
        let docked = "The green ferry docked in Oslo on Tuesday.";
        for other in [
            "The green ferry lay in Oslo on Tuesday.",
            "The green ferry did not lie in Oslo on Monday.",
            "The red ferry lay in Hamburg on Tuesday.",
            "The green ferry may have lain in Hamburg on Tuesday.",
            "The green ferry lay in Hamburg.",
        ] {
            assert_eq!(found(&[docked, other]), [], "{other}");
        }
    }

    #[test]
    fn what_must_have_held_before_is_held_against_the_day_before() {
        let cleared = "The green ferry cleared Oslo on Tuesday.";
        assert_eq!(found(&[cleared, "The green ferry did not lie in Oslo on Monday."]).len(), 1);
        assert_eq!(found(&[cleared, "The green ferry did not lie in Oslo on Wednesday."]), []);
        assert_eq!(found(&[cleared, "The green ferry did not lie in Oslo last Friday."]), []);
    }
}
