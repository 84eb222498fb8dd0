//! Whether what two passages tell of somebody, there and away, is of one event.
//!
//! The articles of a story tell of one event before all others. Two passages are of it where the gatherings that are named
//! beside them, or at the beginning of their articles, are of one kind, or where both are of one day; where what stands
//! around them agrees; and where nothing tells two apart: another day, another hour, another gathering, the opening of a
//! trial and its last day.

mod day;
mod wording;

use self::day::one_day;
use self::wording::{ANOTHER_TIME, BY_WIRE, leaves, says};
use super::{Evidence, KINDS, gatherings_in, kin};
use crate::annotate::clause::{Clause, ClauseLink};
use crate::annotate::verb::Tense;
use crate::check::support;
use crate::graph::{Story, context, shared, surroundings};
use crate::source::Span;

/// How much of their surroundings two passages share, the person counted: where gatherings of one kind are named and both are of
/// one day, where only the gathering or only the day says that it is one, where nothing but a verb puts somebody there, and where nothing else
/// says of what event they are.
const CONTEXT_BOTH: f32 = 1.0;
const CONTEXT_KIN: f32 = 1.25;
const CONTEXT_DAY: f32 = 1.5;
const CONTEXT_DEED: f32 = 1.75;
const CONTEXT_OPEN: f32 = 2.25;
/// Sentences before a passage, and from the beginning of its article, in which the gathering and its day may be named.
const BEFORE: usize = 5;
const LEAD: usize = 3;
/// Days between two articles of one event, at most.
const FAR: i32 = 14;
/// The same of one event that neither names.
const NEXT: i32 = 3;
/// Nouns that gatherings have in common, or that are as often something else.
const VAGUE: &[&str] = &[
    "jury",
    "count",
    "court",
    "courtroom",
    "dock",
    "sentence",
    "judgment",
    "coffin",
    "goal",
    "penalty",
    "trophy",
    "whistle",
    "interval",
    "play",
    "show",
    "party",
    "council",
    "forum",
    "mass",
    "service",
    "talk",
    "curtain",
    "innings",
    "picket",
    "visit",
    "game",
    "sale",
    "ball",
];

/// Whether both are of one event; else why not.
pub(super) fn one(story: &Story, away: &Evidence, there: &Evidence) -> Result<(), &'static str> {
    if support::far(story, away.article, there.article, FAR) {
        return Err("the articles are not of one time");
    }
    if [away, there].into_iter().any(|told| says(story, told, ANOTHER_TIME))
        || says(story, there, BY_WIRE)
        || leaves(story, away)
    {
        return Err("one is not of the whole of it, or by wire");
    }
    if [away, there].into_iter().any(|told| beside_another(story, told)) {
        return Err("it was so when something else happened");
    }
    let day = one_day(story, away, there)?;
    let (one, two) = (nouns(story, away), nouns(story, there));
    let common = |x: &[&str], y: &[&str]| x.iter().any(|noun| y.iter().any(|other| kin(noun, other)));
    let other = |own: &[&str], near: &[&str]| {
        let own: Vec<&str> = own.iter().copied().filter(|noun| !VAGUE.contains(noun)).collect();
        !own.is_empty() && !near.is_empty() && !common(&own, near)
    };
    if other(&one.own, &two.near) || other(&two.own, &one.near) {
        return Err("they name other gatherings");
    }
    if phases(story, away, there, [&one.near, &two.near]) {
        return Err("they are of other days of the proceedings");
    }
    // A verb alone may tell what somebody does for a living.
    let bodily = there.idiom || there.event.is_some();
    let idle = there.fact.is_some_and(|fact| story.facts[fact].tense != Tense::Past);
    if !bodily && idle {
        return Err("it is not told to have happened at one time");
    }
    let needed = match () {
        () if common(&one.near, &two.near) && bodily && day => CONTEXT_BOTH,
        () if common(&one.near, &two.near) && bodily => CONTEXT_KIN,
        () if common(&one.near, &two.near) => CONTEXT_DEED,
        () if !bodily => return Err("the deed may be of another hour"),
        () if day => CONTEXT_DAY,
        () if !support::far(story, away.article, there.article, NEXT) => CONTEXT_OPEN,
        () => return Err("nothing tells of which gathering they are"),
    };
    let around = |evidence: &Evidence| surroundings(story, evidence.article, evidence.span);
    let facts = away.fact.zip(there.fact).map(|(a, b)| (&story.facts[a], &story.facts[b]));
    let of_claims = facts.map_or(0.0, |(a, b)| context(story, a, b));
    let of_passages = shared(story, (away.article, &around(away)), (there.article, &around(there)));
    if of_passages.max(of_claims) < needed {
        return Err("too little of what stands around them agrees");
    }
    Ok(())
}

/// "Was abroad when he heard of it": what was so when something else happened than a gathering.
fn beside_another(story: &Story, told: &Evidence) -> bool {
    let article = &story.articles[told.article];
    let Some(clause) = clause(story, told) else { return false };
    let group = &article.verb_groups[clause.verb];
    let state = matches!(group.lemma.as_str(), "be" | "stay" | "remain" | "lie" | "sit" | "stand");
    state
        && support::clauses(article, clause.sentence).any(|other| {
            let beside = matches!(other.link, ClauseLink::While | ClauseLink::Before | ClauseLink::After);
            let gathering =
                |phrase: &usize| KINDS.contains_key(article.tokens[article.phrases[*phrase].head].lemma.as_str());
            let verb = article.verb_groups[other.verb].lemma.as_str();
            let gathers = other.subjects.iter().chain(&other.objects).any(gathering) && !begins(verb);
            beside && other.span.start >= clause.span.start && !std::ptr::eq(other, clause) && !gathers
        })
}

/// Verbs of the beginning of proceedings.
fn begins(lemma: &str) -> bool {
    matches!(lemma, "open" | "begin" | "start" | "adjourn" | "resume")
}

/// The clause of a passage.
fn clause<'s>(story: &'s Story, told: &Evidence) -> Option<&'s Clause> {
    support::clause(&story.articles[told.article], Span::new(told.at, told.at + 1))
}

/// The gatherings that are named in a passage's own sentence, and beside it, before it or where its article begins.
struct Nouns<'s> {
    own: Vec<&'s str>,
    near: Vec<&'s str>,
}

fn nouns<'s>(story: &'s Story, evidence: &Evidence<'s>) -> Nouns<'s> {
    let at = evidence.article;
    let sentence = support::sentence_at(&story.articles[at], evidence.at);
    let mut own: Vec<&str> = gatherings_in(story, at, sentence..sentence + 1).collect();
    own.extend(evidence.event);
    let near: Vec<&str> = gatherings_in(story, at, sentence.saturating_sub(1)..sentence + 2).collect();
    if !own.is_empty() {
        return Nouns { near: own.clone(), own };
    }
    if !near.is_empty() {
        return Nouns { own, near };
    }
    let wide = gatherings_in(story, at, sentence.saturating_sub(BEFORE)..sentence);
    Nouns { own, near: wide.chain(gatherings_in(story, at, 0..LEAD)).collect() }
}

/// A trial goes on for weeks: whoever missed its first day may have heard the sentence.
fn phases(story: &Story, away: &Evidence, there: &Evidence, nouns: [&[&str]; 2]) -> bool {
    let phase = |evidence: &Evidence, list: &[&str]| {
        let sentence = support::tokens(&story.articles[evidence.article], evidence.at);
        let court = list.iter().any(|noun| kin(noun, "trial") || kin(noun, "inquest"));
        court.then(|| sentence.iter().any(|token| token.tag.is_verb() && begins(&token.lemma)))
    };
    let [one, two] = nouns;
    phase(away, one).zip(phase(there, two)).is_some_and(|(x, y)| x != y)
}
