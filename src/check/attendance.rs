//! Somebody there in one passage and away in another.
//!
//! Whoever lit a candle at the vigil was at the vigil: apart from claims that say so themselves, any deed told of a
//! person "at" a gathering puts the person there, and so does sitting in its court or hall. Away is whoever missed it,
//! stayed away from it, was unable to come, or in whose absence it was held. One gathering it is where the nouns are of
//! one kind and nothing that stands around them tells two apart.

mod evidence;
mod gathering;
mod one;
mod scene;

use self::evidence::{evidence, may_be_remote};
use self::gathering::{KINDS, gathering_near, gatherings_in, kin, named_near};
use super::attended::{Told, told};
use super::conflict::{Check, Conflict, Severity};
use super::order::reader::of_all;
use super::support::{self, Place};
use crate::graph::{Identity, Likeness, Story, compare_times, context, out_of_news};
use crate::source::Span;
use std::collections::BTreeMap;

/// How much of their surroundings two passages share, the person counted, that speak of one gathering; more where the
/// sentences around them name it, and where only one of them does.
const CONTEXT: f32 = 2.0;
const CONTEXT_NEAR: f32 = 2.25;
const CONTEXT_UNNAMED: f32 = 2.75;

/// Idioms of an article that are read, at most.
const MOST_IDIOMS: usize = 200;
/// Passages about one person that are compared, at most.
const MOST_OF_ONE: usize = 100;

/// One passage that puts somebody at a gathering, or away from it.
struct Evidence<'s> {
    /// The claim; of an idiom the one in its sentence, if there is any.
    fact: Option<usize>,
    article: usize,
    /// Bytes of the claim, or of the sentence of an idiom.
    span: Span,
    /// A byte within the clause that tells it.
    at: usize,
    person: Identity,
    /// The noun of the gathering; `None` where only what the person did says it.
    event: Option<&'s str>,
    there: bool,
    /// Whether an idiom says so, and no claim of a gathering.
    idiom: bool,
    /// Whether somebody away took part by wire, or somebody there did what may be done by wire.
    remote: bool,
}

/// The conflicts of attendance in a story.
pub(super) fn check(story: &Story) -> Vec<Conflict> {
    by_person(story).values().flat_map(|list| conflicts(story, &list[..list.len().min(MOST_OF_ONE)])).collect()
}

/// What the articles tell of each person's whereabouts.
fn by_person<'s>(story: &'s Story) -> BTreeMap<Identity, Vec<Evidence<'s>>> {
    let mut by_person: BTreeMap<Identity, Vec<Evidence>> = BTreeMap::new();
    for index in 0..story.facts.len() {
        for found in evidence(story, index) {
            by_person.entry(found.person).or_default().push(found);
        }
    }
    for at in 0..story.articles.len() {
        for told in told(story, at).into_iter().take(MOST_IDIOMS) {
            by_person.entry(told.person).or_default().push(by_idiom(story, at, &told));
        }
    }
    for (at, told) in of_all(story, |reader| scene::told(reader).into_iter().map(|told| (reader.at, told)).collect()) {
        by_person.entry(told.person).or_default().push(by_idiom(story, at, &told));
    }
    by_person
}

/// Why two passages are, or are not, in conflict over where somebody was: for each two that tell of it, the steps.
///
/// A passage is an article's index and bytes of its text.
pub(super) fn why(story: &Story, first: (usize, Span), second: (usize, Span)) -> Vec<Vec<String>> {
    let mut found = Vec::new();
    for list in by_person(story).values() {
        let list: Vec<&Evidence> = list.iter().take(MOST_OF_ONE).collect();
        for (a, b) in support::between(&list, [first, second], |told| (told.article, Span::new(told.at, told.at + 1))) {
            let told = |one: &Evidence| {
                let article = &story.articles[one.article];
                let clause =
                    support::clause(article, Span::new(one.at, one.at + 1)).map_or(one.span, |clause| clause.span);
                let words = support::words(article, clause, 90);
                let name = &story.identities.party(one.person).name;
                format!("“{words}” tells that {name} was {}", if one.there { "there" } else { "away" })
            };
            let answer = match (a.there, b.there) {
                (false, true) => one_event(story, a, b),
                (true, false) => one_event(story, b, a),
                _ => Err("both tell the same"),
            };
            let answer =
                answer.map_or_else(|reason| format!("no: {reason}"), |()| "nobody is there and away".to_owned());
            found.push(vec![told(a), told(b), answer]);
        }
    }
    found
}

fn conflicts(story: &Story, list: &[Evidence]) -> Vec<Conflict> {
    let mut found: Vec<Conflict> = Vec::new();
    for away in list.iter().filter(|evidence| !evidence.there) {
        let there: Vec<&Evidence> =
            list.iter().filter(|evidence| evidence.there && one_event(story, away, evidence).is_ok()).collect();
        let own = |other: &&Evidence| other.article == away.article && (other.idiom || other.event.is_some());
        // Who came late, or left early, is told of as both by one article.
        if let (Some(first), None) = (there.first(), there.iter().find(|other| own(other))) {
            found.push(conflict(story, away, first, &there));
        }
    }
    found
}

/// Whether both are of one gathering, where it is nothing but claims that tell of it, or of one event; else why not.
fn one_event(story: &Story, away: &Evidence, there: &Evidence) -> Result<(), &'static str> {
    if !away.idiom && !there.idiom {
        return if one_gathering(story, away, there) {
            Ok(())
        } else {
            Err("they are not known to be of one gathering")
        };
    }
    let facts = away.fact.zip(there.fact).map(|(a, b)| (&story.facts[a], &story.facts[b]));
    if facts.is_some_and(|(a, b)| {
        compare_times(a, b) == Likeness::Different || out_of_news(story, a, b) || out_of_news(story, b, a)
    }) {
        return Err("they are not of one time");
    }
    if away.remote && may_be_remote(story, there) {
        return Err("whoever takes part by wire is there and away");
    }
    one::one(story, away, there)
}

fn one_gathering(story: &Story, away: &Evidence, there: &Evidence) -> bool {
    let Some((a, b)) = away.fact.zip(there.fact).map(|(a, b)| (&story.facts[a], &story.facts[b])) else { return false };
    let needed = match (away.event, there.event) {
        (Some(one), Some(two)) if kin(one, two) => CONTEXT,
        (Some(_), Some(_)) => CONTEXT_UNNAMED,
        (Some(event), None) if named_near(story, b, event) => CONTEXT,
        (None, Some(event)) if named_near(story, a, event) => CONTEXT,
        (Some(_), None) | (None, _) if gathering_near(story, a, b) => CONTEXT_NEAR,
        // Nothing but the hour says that it is one gathering.
        (Some(_), None) | (None, _) if compare_times(a, b) == Likeness::Same => CONTEXT_UNNAMED,
        _ => return false,
    };
    compare_times(a, b) != Likeness::Different
        && !out_of_news(story, a, b)
        && !out_of_news(story, b, a)
        && context(story, a, b) >= needed
}

/// The evidence of an idiom.
fn by_idiom<'s>(story: &'s Story, at: usize, told: &Told) -> Evidence<'s> {
    let first = story.facts.partition_point(|fact| fact.article < at);
    let mut own = story.facts[first..].iter().take_while(|fact| fact.article == at);
    let fact = own.position(|fact| fact.span == told.span).map(|index| first + index);
    let sentence = support::sentence_at(&story.articles[at], told.span.start);
    let event = gatherings_in(story, at, sentence..sentence + 1).next();
    let span = support::sentence(&story.articles[at], told.span);
    Evidence {
        fact,
        article: at,
        span,
        at: told.at,
        person: told.person,
        event,
        there: told.there,
        idiom: true,
        remote: told.remote,
    }
}

fn conflict(story: &Story, away: &Evidence, first: &Evidence, there: &[&Evidence]) -> Conflict {
    let name = &story.identities.party(away.person).name;
    let words = |one: &Evidence| support::words(&story.articles[one.article], one.span, 90);
    let direct = |one: &Evidence| {
        let speaker = one.fact.and_then(|fact| story.facts[fact].speaker.as_ref());
        !one.idiom && speaker.is_some_and(|speaker| speaker.direct)
    };
    let severity = if direct(away) || direct(first) { Severity::Note } else { Severity::Warning };
    let place = |one: &Evidence| match one.fact.filter(|_| !one.idiom) {
        Some(fact) => support::place(story, &story.facts[fact]),
        None => Place { article: one.article, span: one.span, rule: "core/attendance".to_owned() },
    };
    Conflict {
        check: Check::Attendance,
        severity,
        message: format!("{name}, there or not: “{}” against “{}”", words(first), words(away)),
        explanation: vec![
            format!("{}: {name} was away (“{}”)", support::outlet(&story.articles[away.article]), words(away)),
            format!("{}: {name} was there (“{}”)", support::outlet(&story.articles[first.article]), words(first)),
            match (away.event, first.event) {
                (Some(one), Some(two)) => {
                    format!("“{one}” and “{two}” are one gathering by what both passages name around them")
                }
                _ => "it is one gathering by what both passages name around them".to_owned(),
            },
        ],
        sides: vec![
            support::side(story, "away", vec![place(away)]),
            support::side(story, "there", there.iter().map(|one| place(one)).collect()),
        ],
    }
}
