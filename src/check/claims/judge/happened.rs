//! Whether it happened: so and not so, called off and gone ahead, one deed and its opposite.

use super::occurrence::{PLANNED_CONTEXT, SOME_CONTEXT, both_planned, by_name, same_occurrence};
use super::pair::Pair;
use super::{Finding, POLARITY};
use crate::annotate::verb::{Modality, Polarity, Tense};
use crate::check::claims::moment::{in_passing, so_far, speaks_of_old, stale};
use crate::check::conflict::{Check, Severity};
use crate::check::support::once_more;
use crate::extract::Status;
use crate::graph::{Fact, Likeness, Role, Story, of_strangers};

/// Told as called off, or as a plan that came to nothing.
pub(in crate::check::claims) fn called_off(story: &Story, fact: &Fact) -> bool {
    fact.status == Some(Status::Cancelled) || unrealised(story, fact)
}

/// "was to have toured": planned, and told as a plan that came to nothing.
fn unrealised(story: &Story, fact: &Fact) -> bool {
    if fact.modality != Modality::Planned || fact.polarity != Polarity::Positive {
        return false;
    }
    let Some(index) = story.claims[fact.claim].clause else { return false };
    let article = &story.articles[fact.article];
    let group = &article.verb_groups[article.clauses[index].verb];
    group.perfect && group.tense == Tense::Past
}

/// A plan that was dropped may have been dropped for another day or place: all that it named has to be what the other article
/// tells of, unless the event itself was called off.
fn came_to_nothing(pair: &Pair, plan: &Fact) -> bool {
    let comparing = &pair.comparing;
    let agrees = |role: &Role| {
        let compared = comparing.roles.iter().find(|compared| compared.role == role.name);
        compared.is_some_and(|compared| compared.likeness == Likeness::Same)
    };
    let whole = plan.roles.iter().all(agrees) && (plan.when.is_none() || comparing.time == Likeness::Same);
    plan.status == Some(Status::Cancelled) || pair.across() && whole
}

/// Called off against went ahead.
pub(super) fn status(pair: &Pair) -> Option<Finding> {
    let Pair { story, a, b, ref comparing, .. } = *pair;
    let off = |fact: &Fact| called_off(story, fact) && came_to_nothing(pair, fact);
    let ran = |fact: &Fact| {
        fact.status != Some(Status::Cancelled)
            && fact.status != Some(Status::Postponed)
            && fact.modality == Modality::Actual
            && fact.polarity == Polarity::Positive
    };
    // "Will take place as planned" on the day on which another paper has it called off.
    let arranged = |fact: &Fact| {
        fact.status.is_none()
            && fact.modality == Modality::Planned
            && fact.polarity == Polarity::Positive
            && !unrealised(story, fact)
    };
    let still =
        (off(a) && arranged(b) || off(b) && arranged(a)) && both_planned(pair) && pair.context() >= PLANNED_CONTEXT;
    // "Cancelled in 2021 and 2022" is dated, though no one date came of it.
    let stands =
        (off(a) && ran(b) || off(b) && ran(a) || still) && !speaks_of_old(story, a) && !speaks_of_old(story, b);
    if !stands || comparing.time == Likeness::Different || !same_occurrence(pair, "") {
        return None;
    }
    Some(pair.finding(Check::Status, Severity::Error, "what was called off did not take place".to_owned()))
}

/// Happened against did not.
pub(super) fn polarity(pair: &Pair) -> Option<Finding> {
    let Pair { story, a, b, predicate, ref comparing, .. } = *pair;
    if a.polarity == b.polarity || !a.is_actual() || !b.is_actual() || comparing.time == Likeness::Different {
        return None;
    }
    let unknown = comparing.roles.iter().any(|role| role.likeness != Likeness::Same);
    if unknown || !same_occurrence(pair, POLARITY) {
        return None;
    }
    if !by_name(a, comparing) && pair.across() && (pair.context() < SOME_CONTEXT || of_strangers(story, a, b)) {
        return None;
    }
    // "has not been hit in 25 years" speaks of the time before.
    let negative = if a.polarity == Polarity::Negative { a } else { b };
    if so_far(story, negative) || once_more(&story.articles[negative.article], negative.span) {
        return None;
    }
    // "has not met" of last week and "met" of today are an update; in one article they are a story told.
    let undated = a.when.is_none() || b.when.is_none();
    if !pair.across() && (undated || comparing.time != Likeness::Same) {
        return None;
    }
    if predicate.is_none() && (a.tense != b.tense || a.modality != Modality::Actual || b.modality != Modality::Actual) {
        return None;
    }
    let attendance = matches!(a.predicate.as_str(), "attend" | "present");
    let check = if attendance { Check::Attendance } else { Check::Polarity };
    let severity = if predicate.is_some() { Severity::Error } else { Severity::Warning };
    Some(pair.finding(check, severity, "it cannot both have been so and not have been so".to_owned()))
}

/// Predicates that cannot hold of one occurrence ("deny", "admit").
pub(super) fn opposite(pair: &Pair) -> Option<Finding> {
    let Pair { story, a, b, predicate, ref comparing, .. } = *pair;
    let told = pair.across() && pair.context() >= PLANNED_CONTEXT;
    if a.dated != b.dated && !told || stale(story, a, b, predicate) || in_passing(story, a) && in_passing(story, b) {
        return None;
    }
    if a.polarity == Polarity::Negative || a.polarity != b.polarity || !pair.both_happened() || !pair.across() {
        return None;
    }
    let differs = comparing.roles.iter().any(|role| role.likeness == Likeness::Different);
    if differs || comparing.time == Likeness::Different || !same_occurrence(pair, "") {
        return None;
    }
    if !by_name(a, comparing) && of_strangers(story, a, b) {
        return None;
    }
    let law = format!("“{}” and “{}” exclude each other", a.predicate, b.predicate);
    Some(pair.finding(Check::Polarity, Severity::Warning, law))
}
