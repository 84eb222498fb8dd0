//! Somebody there in one passage and away in another.
//!
//! Whoever lit a candle at the vigil was at the vigil: apart from claims that say so themselves, any deed told of a
//! person "at" a gathering puts the person there, and so does sitting in its court or hall. Away is whoever missed it,
//! stayed away from it, was unable to come, or in whose absence it was held. One gathering it is where the nouns are of
//! one kind and nothing that stands around them tells two apart.

mod evidence;

use self::evidence::{evidence, may_be_remote};
use super::attended::{Told, told};
use super::conflict::{Check, Conflict, Severity};
use super::support::{self, Place};
use crate::graph::{Fact, Identity, Likeness, Story, compare_times, context, out_of_news, shared, surroundings};
use crate::source::Span;
use std::collections::{BTreeMap, HashMap};
use std::ops::Range;
use std::sync::LazyLock;

/// How much of their surroundings two passages share, the person counted, that speak of one gathering; more where the
/// sentences around them name it, and where only one of them does.
const CONTEXT: f32 = 2.0;
const CONTEXT_NEAR: f32 = 2.25;
const CONTEXT_UNNAMED: f32 = 2.75;
/// The same where an idiom says that somebody was there or away, which is about gatherings and nothing else.
const CONTEXT_IDIOM: f32 = 1.75;
/// Sentences before a passage, and from the beginning of its article, in which the gathering may be named.
const BEFORE: usize = 5;
const LEAD: usize = 3;

/// Idioms of an article that are read, at most.
const MOST_IDIOMS: usize = 200;

/// Nouns of gatherings that as often say where in the house somebody stood.
const VENUES: &[&str] = &["stage", "table", "theatre", "theater", "auditorium", "stand", "floor", "gallery"];

/// The kinds that each noun is of.
static KINDS: LazyLock<HashMap<&'static str, Vec<usize>>> = LazyLock::new(|| {
    let mut kinds: HashMap<&'static str, Vec<usize>> = HashMap::new();
    let lines = include_str!("../../rules/english/gatherings.csv").lines().filter(|line| !line.starts_with('#'));
    for (kind, line) in lines.enumerate() {
        for noun in line.split(',') {
            kinds.entry(noun).or_default().push(kind);
        }
    }
    kinds
});

/// One passage that puts somebody at a gathering, or away from it.
struct Evidence<'s> {
    /// The claim; of an idiom the one in its sentence, if there is any.
    fact: Option<usize>,
    article: usize,
    /// Bytes of the claim, or of the sentence of an idiom.
    span: Span,
    person: Identity,
    /// The noun of the gathering; `None` where only what the person did says it.
    event: Option<&'s str>,
    there: bool,
    /// Whether an idiom says so, and no claim of a gathering.
    idiom: bool,
    /// Whether somebody away took part by wire.
    remote: bool,
}

/// The conflicts of attendance in a story.
pub(super) fn check(story: &Story) -> Vec<Conflict> {
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
    by_person.values().flat_map(|list| conflicts(story, &list[..list.len().min(100)])).collect()
}

fn conflicts(story: &Story, list: &[Evidence]) -> Vec<Conflict> {
    let mut found: Vec<Conflict> = Vec::new();
    for away in list.iter().filter(|evidence| !evidence.there) {
        let there: Vec<&Evidence> =
            list.iter().filter(|evidence| evidence.there && one_gathering(story, away, evidence)).collect();
        let own = |other: &&Evidence| other.article == away.article;
        // Who came late, or left early, is told of as both by one article.
        if let (Some(first), None) = (there.first(), there.iter().find(|other| own(other))) {
            found.push(conflict(story, away, first, &there));
        }
    }
    found
}

fn one_gathering(story: &Story, away: &Evidence, there: &Evidence) -> bool {
    let facts = away.fact.zip(there.fact).map(|(a, b)| (&story.facts[a], &story.facts[b]));
    if away.idiom || there.idiom {
        let of_two = facts.is_some_and(|(a, b)| {
            compare_times(a, b) == Likeness::Different || out_of_news(story, a, b) || out_of_news(story, b, a)
        });
        let apart = of_two || away.remote && may_be_remote(story, there);
        return !apart && one_by_idiom(story, away, there);
    }
    let Some((a, b)) = facts else { return false };
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
        person: told.person,
        event,
        there: told.there,
        idiom: true,
        remote: told.remote,
    }
}

/// The nouns of gatherings in some sentences of an article.
fn gatherings_in<'s>(story: &'s Story, at: usize, sentences: Range<usize>) -> impl Iterator<Item = &'s str> {
    let article = &story.articles[at];
    let end = sentences.end.min(article.sentences.len());
    let sentences = &article.sentences[sentences.start.min(end)..end];
    let tokens = sentences.iter().flat_map(|sentence| &article.tokens[sentence.tokens.clone()]);
    tokens.filter_map(|token| match token.lemma.as_str() {
        // "Hundreds gathered at dusk": what papers call it elsewhere.
        "gather" | "assemble" if token.tag.is_verb() => Some("vigil"),
        "march" | "parade" | "demonstrate" if token.tag.is_verb() => Some("march"),
        "bury" if token.tag.is_verb() => Some("funeral"),
        "unveil" | "inaugurate" if token.tag.is_verb() => Some("unveiling"),
        "sentence" | "convict" | "acquit" if token.tag.is_verb() => Some("sentencing"),
        "marry" | "wed" if token.tag.is_verb() => Some("wedding"),
        lemma if token.tag.is_noun() && !VENUES.contains(&lemma) => KINDS.get_key_value(lemma).map(|(noun, _)| *noun),
        _ => None,
    })
}

/// Whether an idiom and another passage are of one gathering: it is named by both, beside either, or where their
/// articles begin; and none of another kind stands nearer.
fn one_by_idiom(story: &Story, away: &Evidence, there: &Evidence) -> bool {
    let nouns = |evidence: &Evidence| -> Vec<&str> {
        if let Some(event) = evidence.event {
            return vec![KINDS.get_key_value(event).map_or("", |(noun, _)| noun)];
        }
        let at = evidence.article;
        let sentence = support::sentence_at(&story.articles[at], evidence.span.start);
        let near: Vec<&str> = gatherings_in(story, at, sentence.saturating_sub(1)..sentence + 2).collect();
        if !near.is_empty() {
            return near;
        }
        let wide = gatherings_in(story, at, sentence.saturating_sub(BEFORE)..sentence);
        wide.chain(gatherings_in(story, at, 0..LEAD)).collect()
    };
    let (one, two) = (nouns(away), nouns(there));
    // A trial goes on for weeks: whoever missed its first day may have heard the sentence.
    let phase = |evidence: &Evidence, list: &[&str]| {
        let sentence = support::tokens(&story.articles[evidence.article], evidence.span.start);
        let begins = |lemma: &str| matches!(lemma, "open" | "begin" | "start" | "adjourn" | "resume");
        let court = list.iter().any(|noun| kin(noun, "trial") || kin(noun, "inquest"));
        court.then(|| sentence.iter().any(|token| token.tag.is_verb() && begins(&token.lemma)))
    };
    if let (Some(x), Some(y)) = (phase(away, &one), phase(there, &two))
        && x != y
    {
        return false;
    }
    let around = |evidence: &Evidence| surroundings(story, evidence.article, evidence.span);
    one.iter().any(|noun| two.iter().any(|other| kin(noun, other))) && {
        let facts = away.fact.zip(there.fact).map(|(a, b)| (&story.facts[a], &story.facts[b]));
        let of_claims = facts.map_or(0.0, |(a, b)| context(story, a, b));
        let common = shared(story, (away.article, &around(away)), (there.article, &around(there)));
        common.max(of_claims) >= CONTEXT_IDIOM
    }
}

/// Whether papers exchange two nouns of gatherings for one another.
fn kin(one: &str, two: &str) -> bool {
    let kinds = |event: &str| KINDS.get(event).map_or(&[][..], Vec::as_slice);
    one == two || kinds(one).iter().any(|kind| kinds(two).contains(kind))
}

/// Whether gatherings of one kind are named in the sentences around both claims.
fn gathering_near(story: &Story, a: &Fact, b: &Fact) -> bool {
    let near = |fact: &Fact| surroundings(story, fact.article, fact.span);
    let (one, two) = (near(a), near(b));
    one.nouns().filter(|noun| KINDS.contains_key(noun)).any(|noun| two.nouns().any(|other| kin(other, noun)))
}

/// Whether a gathering of the kind is named in the sentences around a claim.
fn named_near(story: &Story, fact: &Fact, event: &str) -> bool {
    surroundings(story, fact.article, fact.span).nouns().any(|noun| kin(noun, event))
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
