//! Whether a claim that nothing of a sort was before or beside it, and a remark that something was, are of one sort.
//!
//! Precision first: the passage of the remark has to speak of what the claim is about, both of the story's names, and of a
//! time that the claim covers; an article that makes both remarks knows what it says, and is held against nobody.

use super::told::{Kind, Told};
use super::window::Window;
use crate::annotate::lexicon;
use crate::check::conflict::{Check, Conflict, Severity, Side};
use crate::check::support::{self, Place};
use crate::graph::{Story, shared, surroundings};

/// The share of what a claim is about that the other passage speaks of; more where less is shared around them.
const MET: f32 = 0.5;
const MET_ALONE: f32 = 0.75;
/// How much surroundings share that are of one story.
const STORY: f32 = 1.5;
const STORY_ALONE: f32 = 0.75;
/// The same where somebody did more than once what only one is said to have.
const STORY_TIMES: f32 = 1.0;

/// The conflict between two of them, if there is one.
pub(super) fn judge(story: &Story, all: &[Told], a: &Told, b: &Told) -> Option<Conflict> {
    let (claim, other) = if excludes(&a.kind, &b.kind) {
        (a, b)
    } else if excludes(&b.kind, &a.kind) {
        (b, a)
    } else {
        return None;
    };
    if claim.weak && matches!(other.kind, Kind::Rank(_)) {
        return None;
    }
    if !within(claim, other) || !keyed(claim, other) || !about(story, claim, other) {
        return None;
    }
    if both_sides(story, all, claim, other) {
        return None;
    }
    Some(conflict(story, claim, other))
}

/// Whether what one kind claims leaves no room for what the other does.
fn excludes(claim: &Kind, other: &Kind) -> bool {
    match (claim, other) {
        (Kind::First, Kind::Rank(_) | Kind::Earlier(_) | Kind::Another | Kind::Holder)
        | (Kind::Only, Kind::Another | Kind::Several(_) | Kind::Fellow)
        | (Kind::OnlyAgain, Kind::Times) => true,
        (Kind::Rank(one), Kind::Rank(two)) => one != two,
        (Kind::Most(one), Kind::More(two)) => one == two,
        _ => false,
    }
}

/// Whether the other lies in the time of which the rank is claimed.
fn within(claim: &Told, other: &Told) -> bool {
    if matches!(claim.kind, Kind::Rank(_)) {
        return claim.window == other.window && !matches!(claim.window, Window::Unknown);
    }
    match (&claim.window, &other.kind) {
        (Window::Ever, _) => true,
        (Window::Since(since), Kind::Earlier(Some(year))) => year > since,
        (Window::Period(one), Kind::Rank(_)) => matches!(&other.window, Window::Period(two) if one == two),
        _ => false,
    }
}

/// Whether the sentence of the other names what is counted or done, where its wording asks for that.
fn keyed(claim: &Told, other: &Told) -> bool {
    let speaks = || claim.keys.iter().any(|key| other.clause.speaks_of(key));
    let office = || claim.keys.iter().any(|key| lexicon::office(key).is_some());
    let counted = || other.keys.iter().any(|key| claim.keys.iter().any(|mine| super::words::alike(mine, key)));
    match other.kind {
        Kind::Several(_) => counted(),
        // Whoever did it is somebody else.
        Kind::Times => match (claim.subject, other.subject) {
            (Some(one), Some(two)) => one != two,
            (one, _) => one.is_none_or(|subject| !other.sentence.parties.contains(&subject)),
        },
        Kind::Fellow => other.keys.iter().all(|key| claim.sentence.speaks_of(key)),
        Kind::Holder => claim.keys.len() == 1 && office() && claim.scope.holds_only(&claim.keys),
        Kind::Rank(_) if !other.keys.is_empty() => counted() || speaks(),
        Kind::Another => counted() || claim.sentence.speaks_of(other.keys.first().map_or("", |key| key)) || !other.weak,
        _ => !other.weak || speaks(),
    }
}

fn about(story: &Story, claim: &Told, other: &Told) -> bool {
    // Ranks grow from one report to the next.
    let published = |told: &Told| story.articles[told.article].document.published.map(|published| published.date);
    let ranks = matches!(claim.kind, Kind::Rank(_));
    if ranks && (published(claim) != published(other) || !told_twice(story, claim, other)) {
        return false;
    }
    if elsewhere(claim, other) {
        return false;
    }
    // "The only one in the country", "like the one in Chile".
    if other.kind == Kind::Another && other.sentence.only_countries(story) && !claim.sentence.only_countries(story) {
        return false;
    }
    if other.kind == Kind::Fellow {
        return super::past::one_story(story, claim.article, other.article);
    }
    let Some((met, count)) = claim.scope.met(story, &other.sentence, &other.around) else { return false };
    // "The last one … was in 2020": what is counted is "one".
    let one = matches!(other.kind, Kind::Earlier(Some(_))) && !other.weak && keyed_by_verb(claim, other);
    let met = if one && count > 0 { met * (count as f32 + 1.0) / count as f32 } else { met };
    let surrounding = |told: &Told| surroundings(story, told.article, told.span);
    let common = shared(story, (claim.article, &surrounding(claim)), (other.article, &surrounding(other)));
    let close = matches!(other.kind, Kind::Several(_)) || ranks;
    let needed = if close { MET_ALONE } else { MET };
    let story_enough = if matches!(other.kind, Kind::Times) { STORY_TIMES } else { STORY };
    count > 0 && (met >= needed && common >= story_enough || met >= MET_ALONE && common >= STORY_ALONE)
}

/// Whether a sentence speaks of what is done, and of a year that the claim names the beginning of.
fn keyed_by_verb(claim: &Told, other: &Told) -> bool {
    matches!(claim.window, Window::Since(_)) && claim.keys.iter().any(|key| other.sentence.speaks_of(key))
}

/// "Two hotels in Bergen" are none of those of Oslo, and "has conducted the Bergen choir before" is none of Oslo's:
/// whether the remark has names of its own, and none of the claim's.
fn elsewhere(claim: &Told, other: &Told) -> bool {
    let (own, named) = (&claim.sentence.names, &other.sentence.names);
    match other.kind {
        Kind::Several(_) => !own.is_empty() && !named.is_empty() && own.is_disjoint(named),
        Kind::Earlier(_) if other.weak => !other.clause.names.is_subset(&claim.around.names),
        _ => false,
    }
}

/// Whether two ranks are of one thing: each passage speaks of what the other is about.
fn told_twice(story: &Story, claim: &Told, other: &Told) -> bool {
    other.scope.met(story, &claim.sentence, &claim.around).is_some_and(|(met, _)| met >= MET)
}

/// Whether one of the two articles says both of them, of one noun or verb.
fn both_sides(story: &Story, all: &[Told], claim: &Told, other: &Told) -> bool {
    all.iter().any(|told| {
        let same = |one: &Told| told.keys.iter().any(|key| one.keys.iter().any(|mine| super::words::alike(key, mine)));
        let met = || told.scope.met(story, &claim.sentence, &claim.around).is_some_and(|(met, _)| met >= MET);
        told.article == other.article
            && excludes(&told.kind, &other.kind)
            && told.kind == claim.kind
            && (same(claim) || met())
    })
}

pub(super) fn conflict(story: &Story, claim: &Told, other: &Told) -> Conflict {
    let words = |told: &Told| {
        let said = if matches!(told.kind, Kind::Past(_) | Kind::Times) { told.span } else { told.words };
        support::words(&story.articles[told.article], said, 80)
    };
    let side = |told: &Told| -> Side {
        let place = Place { article: told.article, span: told.span, rule: "core/precedent".to_owned() };
        support::side(story, words(told), vec![place])
    };
    let said = match claim.kind {
        Kind::First => "one passage has nothing of the sort before it, the other something",
        Kind::Most(_) => "one passage has nothing that was more so, the other something",
        _ => "one passage has nothing of the sort beside it, the other something",
    };
    Conflict {
        check: Check::Uniqueness,
        severity: Severity::Warning,
        message: format!("“{}” against “{}”", words(claim), words(other)),
        explanation: vec![
            said.to_owned(),
            "the passages name the same parties, and the one speaks of what the other claims the rank of".to_owned(),
            "what is first or only has no other".to_owned(),
        ],
        sides: vec![side(claim), side(other)],
    }
}
