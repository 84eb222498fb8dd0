//! Whether what two passages tell of somebody, there and away, is of one event.
//!
//! The articles of a story tell of one event before all others. Two passages are of it where the gatherings that are named
//! beside them, or at the beginning of their articles, are of one kind, or where both are of one day; where what stands
//! around them agrees; and where nothing tells two apart: another day, another hour, another gathering, the opening of a
//! trial and its last day.

use super::{Evidence, KINDS, gatherings_in, kin};
use crate::annotate::clause::{Clause, ClauseLink};
use crate::annotate::time::{Grain, TimeMention, TimeRelation, TimeValue};
use crate::annotate::verb::Tense;
use crate::check::attended::within;
use crate::check::support;
use crate::graph::{Story, context, shared, surroundings};
use crate::source::Span;
use jiff::civil::Date;
use std::collections::BTreeSet;

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

/// Words by which a passage is not of the hour of the event, or not for all of it.
const ANOTHER_TIME: &[&str] = &[
    "at first",
    "until",
    "till",
    "initially",
    "to begin with",
    "last year",
    "last month",
    "last week",
    "last season",
    "last time",
    "years ago",
    "a year ago",
    "usually",
    "always",
    "often",
    "sometimes",
    "every year",
    "every week",
    "every day",
    "rehearsal",
    "once",
    "ever since",
    "no longer",
    "later joined",
    "late for",
    "next year",
];
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
/// Words of those who went before the end.
const LEAVING: &[&str] =
    &["left before", "left early", "left at the interval", "left at half-time", "before leaving", "left after an hour"];
/// Words of those who take part without being there.
const BY_WIRE: &[&str] = &[
    "video",
    "recorded",
    "videolink",
    "by telephone",
    "by phone",
    "by letter",
    "in a letter",
    "in a message",
    "in a statement",
    "written statement",
    "on a screen",
    "on screen",
    "big screen",
    "via zoom",
    "by zoom",
    "over zoom",
    "remotely",
    "online",
    "in writing",
    "by email",
    "telephone line",
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

/// Whether a passage has any of some words; what other clauses of its sentence say is left out.
fn says(story: &Story, told: &Evidence, list: &[&str]) -> bool {
    let article = &story.articles[told.article];
    let sentence = support::sentence(article, Span::new(told.at, told.at + 1));
    let mut text = article.document.slice(sentence).to_ascii_lowercase().into_bytes();
    let others = support::clauses(article, support::sentence_at(article, told.at));
    for other in others.filter(|other| !other.span.contains(Span::new(told.at, told.at + 1))) {
        let place = |byte: usize| byte.saturating_sub(sentence.start);
        if let Some(words) = text.get_mut(place(other.span.start)..place(other.span.end)) {
            words.fill(b' ');
        }
    }
    let text = String::from_utf8_lossy(&text);
    list.iter().any(|words| within(&text, words))
}

/// Whether the sentence of a passage tells that somebody went before it was over.
fn leaves(story: &Story, told: &Evidence) -> bool {
    let text = story.slice(told.article, support::sentence(&story.articles[told.article], told.span)).to_lowercase();
    LEAVING.iter().any(|words| within(&text, words))
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

/// Whether both are of one day, as they tell it or what stands before them; an error where they are not.
fn one_day(story: &Story, away: &Evidence, there: &Evidence) -> Result<bool, &'static str> {
    let (one, two) = (own_time(story, away), own_time(story, there));
    let old = |evidence: &Evidence, time: Option<TimeValue>| {
        let published = support::published(story, evidence.article);
        let until = time.and_then(|time| time.to).map(jiff::civil::DateTime::date);
        published.zip(until).is_some_and(|(published, until)| (published - until).get_days() > FAR)
    };
    if old(away, one) || old(there, two) {
        return Err("one is of long ago");
    }
    if let (Some(x), Some(y)) = (one, two)
        && x.grain.max(y.grain) <= Grain::Days
    {
        return if x.overlaps(&y, None, None) { Ok(true) } else { Err("they are not of one day or hour") };
    }
    let days = |evidence: &Evidence, time: Option<TimeValue>, beside: bool| {
        let own = time.filter(|time| time.grain <= Grain::Day).and_then(|time| time.from);
        own.map_or_else(|| around(story, evidence, beside), |from| BTreeSet::from([from.date()]))
    };
    let (x, y) = (days(away, one, true), days(there, two, true));
    if !x.is_empty() && !y.is_empty() && x.is_disjoint(&y) {
        return Err("they are not of one day");
    }
    Ok(!days(away, one, false).is_disjoint(&days(there, two, false)))
}

/// The day of a time; of a weekday that lies ahead, the last: what is compared has happened.
fn of_day(story: &Story, article: usize, time: &TimeMention) -> Option<TimeValue> {
    let value = time.value.filter(|_| time.duration.is_none() && time.relation == TimeRelation::During)?;
    let published = support::published(story, article);
    let ahead = published.zip(value.from).is_some_and(|(published, from)| from.date() > published);
    let back = |at: jiff::civil::DateTime| at.checked_sub(jiff::Span::new().days(7)).ok();
    if ahead && time.weekday.is_some() {
        return Some(TimeValue { from: value.from.and_then(back), to: value.to.and_then(back), ..value });
    }
    Some(value)
}

/// The clause of a passage.
fn clause<'s>(story: &'s Story, told: &Evidence) -> Option<&'s Clause> {
    support::clause(&story.articles[told.article], Span::new(told.at, told.at + 1))
}

/// When it was, as the passage's own clause tells, or else its sentence where that names one time only.
fn own_time(story: &Story, evidence: &Evidence) -> Option<TimeValue> {
    let article = &story.articles[evidence.article];
    let own =
        clause(story, evidence).into_iter().flat_map(|clause| &clause.adjuncts).filter_map(|adjunct| adjunct.time);
    let own =
        own.filter_map(|time| of_day(story, evidence.article, &article.times[time])).min_by_key(|value| value.grain);
    own.or_else(|| {
        // What a relative clause dates is its own.
        let span = support::sentence(article, Span::new(evidence.at, evidence.at + 1));
        let mut times = support::times(article, span).filter(|time| {
            support::clause(article, time.span).is_none_or(|other| {
                clause(story, evidence).is_some_and(|own| std::ptr::eq(own, other)) || other.link == ClauseLink::Main
            })
        });
        let time = times.next().filter(|_| times.next().is_none())?;
        of_day(story, evidence.article, time)
    })
}

/// The days that are named around a passage, before it and where its article begins; only those beside gatherings if so wanted.
fn around(story: &Story, evidence: &Evidence, beside: bool) -> BTreeSet<Date> {
    let article = &story.articles[evidence.article];
    let at = support::sentence_at(article, evidence.at);
    let sentences = (at.saturating_sub(BEFORE)..(at + 1).min(article.sentences.len()))
        .chain(0..LEAD.min(article.sentences.len()))
        .filter(|&sentence| !beside || gatherings_in(story, evidence.article, sentence..sentence + 1).next().is_some());
    let times = sentences.flat_map(|sentence| support::times(article, article.sentences[sentence].span));
    // "Where she was taken on Thursday": what a relative clause dates is its own.
    let times = times
        .filter(|time| support::clause(article, time.span).is_none_or(|clause| clause.link != ClauseLink::Relative));
    let days = times.filter_map(|time| of_day(story, evidence.article, time)).filter(|value| value.grain <= Grain::Day);
    days.filter_map(|value| value.from).map(jiff::civil::DateTime::date).collect()
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
