//! Whether two claims are of one occurrence: by what the predicate is keyed by, or by what stands around them.

use super::POLARITY;
use super::pair::Pair;
use crate::annotate::verb::{Modality, Tense};
use crate::check::claims::moment::passed;
use crate::graph::{Compared, Comparing, Fact, Likeness, Term, only_one, out_of_news, told_apart};
use crate::pack::{Lasting, Predicate, PredicateKind};

/// Days between two times of which each may well be that of an occurrence of its own.
pub(super) const ANOTHER_TIME: i32 = 60;

/// The agreement that says two claims of a verb no pack knows are of one occurrence.
const OPEN_AGREEMENT: f32 = 2.0;

/// How much of their surroundings two claims share that name one occurrence differently; more where the question is
/// whether it was so at all.
pub(super) const CONTEXT: f32 = 2.0;

pub(super) const CONTEXT_POLARITY: f32 = 2.5;

/// Whether the claims agree in everything that says which occurrence it is.
pub(super) fn same_occurrence(pair: &Pair, except: &str) -> bool {
    let Some(predicate) = pair.predicate else {
        return open_occurrence(&pair.comparing, except);
    };
    !told_apart(pair.story, pair.a, pair.b, Some(predicate), &pair.comparing, except)
        && (by_key(pair, predicate, except) || by_context(pair, predicate, except))
}

/// Nothing known differs, each article tells of one such occurrence and of the same days, and what stands around the
/// claims is the same. Where the question is whether it was so at all, everything that both name has to agree.
fn by_context(pair: &Pair, predicate: &Predicate, except: &str) -> bool {
    let Pair { story, a, b, ref comparing, .. } = *pair;
    let event = predicate.kind == PredicateKind::Event;
    let value = !matches!(except, "" | POLARITY);
    let (mut unknown, mut agrees) = (false, value);
    // What holds for ever of one is no news: what stands around it does not tell of whom it is.
    let of_whom = |role: &Compared| predicate.lasts == Lasting::Always && predicate.is_key(&role.role);
    for role in comparing.roles.iter().filter(|role| role.role != except) {
        match role.likeness {
            Likeness::Unknown if of_whom(role) => return false,
            Likeness::Same => agrees |= role.weight >= 0.5,
            Likeness::Unknown => unknown = true,
            Likeness::Different => return false,
        }
    }
    let needed = if value { CONTEXT } else { CONTEXT_POLARITY };
    let undated = |fact: &Fact| fact.dated && fact.when.is_none();
    pair.across()
        && event
        && agrees
        && !undated(a)
        && !undated(b)
        && (value || !unknown)
        && (predicate.lasts == Lasting::Always || !passed(story, a) && !passed(story, b))
        && !out_of_news(story, a, b)
        && !out_of_news(story, b, a)
        && pair.context() >= needed
        && only_one(story, a)
        && only_one(story, b)
}

/// Whether the roles of the predicate's key agree.
fn by_key(pair: &Pair, predicate: &Predicate, except: &str) -> bool {
    let Pair { a, b, ref comparing, .. } = *pair;
    let mut agreement = 0.0;
    let mut filled = 0;
    for role in predicate.key.iter().filter(|role| *role != except) {
        match comparing.role(role) {
            Some(compared) if compared.likeness == Likeness::Same => agreement += compared.weight,
            Some(_) => return false,
            None => {}
        }
        filled += usize::from(a.terms(role).next().is_some() || b.terms(role).next().is_some());
    }
    // A key of which only a part is named on both sides needs a time or place that agrees beside it.
    let beside: f32 = comparing
        .roles
        .iter()
        .filter(|role| !predicate.is_key(&role.role) && role.role != except && role.likeness == Likeness::Same)
        .map(|role| role.weight * 0.5)
        .sum();
    let time = if comparing.time == Likeness::Same && except != "time" { 0.5 } else { 0.0 };
    // Whether it was so at all does not wait for both papers to name everything.
    let both = predicate.key.iter().filter(|role| comparing.role(role).is_some()).count();
    let filled = if except == POLARITY { both } else { filled };
    let needed = if filled > 1 { 1.6 } else { 0.9 };
    agreement >= 0.5 && agreement + beside + time >= needed
}

/// Claims of a bare verb: the one who acts is the same, what it is about is the same, and nothing else named differs.
fn open_occurrence(comparing: &Comparing, except: &str) -> bool {
    let mut agreement = 0.0;
    for role in comparing.roles.iter().filter(|role| role.role != except) {
        match role.likeness {
            Likeness::Same => agreement += role.weight,
            Likeness::Different | Likeness::Unknown => return false,
        }
    }
    agreement >= OPEN_AGREEMENT
}

/// How much of their surroundings two claims share that have no more than a common noun in common.
pub(super) const SOME_CONTEXT: f32 = 0.75;

/// How much of their surroundings two claims of what is still to come share.
pub(super) const PLANNED_CONTEXT: f32 = 1.5;

/// Whether the claims agree in more than a common noun: a party, a figure, a number that was called.
pub(super) fn by_name(a: &Fact, comparing: &Comparing) -> bool {
    let known = |role: &Compared| match &a.roles[role.first].term {
        Term::Noun(noun) => noun.head.starts_with(|first: char| first.is_ascii_digit()),
        _ => true,
    };
    comparing.roles.iter().any(|role| role.likeness == Likeness::Same && known(role))
}

/// Whether both are told as arranged in articles of one day, or one as arranged and the other as done there: a plan that
/// changes needs days. "Was to have come" is told of plans that did change.
pub(super) fn both_planned(pair: &Pair) -> bool {
    let Pair { story, a, b, .. } = *pair;
    let published = |fact: &Fact| story.articles[fact.article].document.published.map(|published| published.date);
    let arranged = |fact: &Fact| fact.modality == Modality::Planned && fact.tense != Tense::Past;
    let told = |fact: &Fact| arranged(fact) || fact.modality == Modality::Actual;
    (arranged(a) || arranged(b)) && told(a) && told(b) && pair.across() && published(a) == published(b)
}
