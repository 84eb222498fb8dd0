//! "First", "second", "only": rank claims held against one another, and against those who were there before.
//!
//! A rank claim is a noun phrase with an ordinal and what it is the first of: the verb behind it ("the first woman to
//! lead the city", "the second penalty imposed under the law"). Two ranks for one thing conflict; a first woman
//! conflicts with a woman who did it before; a first of any kind with "since one last did".

use crate::annotate::Article;
use crate::annotate::lexicon;
use crate::annotate::mention::{EntityKind, Gender};
use crate::annotate::quantity::Unit;
use crate::annotate::token::{Tag, Token};
use crate::annotate::verb::{Modality, Polarity, VerbForm};
use crate::check::conflict::{Check, Conflict, Severity, Side};
use crate::check::support::{self, Place};
use crate::graph::{Fact, Identity, Story};
use crate::source::Span;
use compact_str::CompactString;
use std::collections::BTreeMap;

/// One claim of rank.
#[derive(Clone, Debug)]
struct Rank {
    article: usize,
    number: u32,
    /// Lemma of what is counted ("woman", "penalty").
    noun: CompactString,
    /// Lemma of what it does or has done to it ("lead", "impose").
    verb: CompactString,
    /// Who is said to be it.
    subject: Option<Identity>,
    span: Span,
}

/// The conflicts of rank in a story.
pub(in crate::check) fn check(story: &Story) -> Vec<Conflict> {
    let ranks: Vec<Rank> =
        story.articles.iter().enumerate().flat_map(|(at, article)| ranks(story, at, article)).collect();
    let mut conflicts = two_ranks(story, &ranks);
    let (deeds, last) = (deeds(story), last_times(story));
    for rank in ranks.iter().filter(|rank| rank.number == 1) {
        conflicts.extend(somebody_before(story, &deeds, rank));
        conflicts.extend(one_before(story, &last, rank));
    }
    conflicts
}

fn ranks(story: &Story, at: usize, article: &Article) -> Vec<Rank> {
    let mut found = Vec::new();
    for (index, clause) in article.clauses.iter().enumerate() {
        if clause.polarity == Polarity::Negative || clause.modality == Modality::Hypothetical {
            continue;
        }
        // The clause of rank is the one behind the ordinal: an infinitive, a participle or a relative clause.
        let group = &article.verb_groups[clause.verb];
        // "Bail for the first man was set" ranks nobody by "set".
        let relative = group.tokens.start.checked_sub(1).and_then(|at| article.tokens.get(at));
        let relative = relative.is_some_and(|word| matches!(word.lower.as_str(), "who" | "that" | "which"));
        if group.form == VerbForm::Finite && !relative {
            continue;
        }
        let Some((phrase, rank)) = ranked_before(article, group.tokens.start) else { continue };
        let copula = article.clauses[..index]
            .iter()
            .rev()
            .take(4)
            .find(|earlier| earlier.sentence == clause.sentence && earlier.complement == Some(phrase));
        let subject = copula.and_then(|copula| copula.subjects.first()).copied();
        let head = &article.tokens[article.phrases[phrase].head];
        let noun = match (head.tag.is_noun(), subject) {
            (true, _) => head.lemma.clone(),
            // "The penalty is the first to be imposed": what is counted is the subject.
            (false, Some(subject)) => article.tokens[article.phrases[subject].head].lemma.clone(),
            (false, None) => continue,
        };
        let whole =
            copula.map_or(article.phrases[phrase].span, |copula| copula.span.join(article.phrases[phrase].span));
        found.push(Rank {
            article: at,
            number: rank,
            noun,
            verb: group.lemma.clone(),
            subject: subject
                .and_then(|subject| article.phrases[subject].mention)
                .and_then(|mention| article.mentions[mention].entity)
                .and_then(|entity| story.identities.of(at, entity)),
            span: whole.join(clause.span),
        });
    }
    found
}

/// The phrase with an ordinal that ends right before a verb group, and the ordinal.
fn ranked_before(article: &Article, verb: usize) -> Option<(usize, u32)> {
    let mut end = verb;
    // "the first spacecraft made", "the first woman ever to lead"
    while end > 0 && (article.tokens[end - 1].tag.is_adverb() || article.tokens[end - 1].lower == "who") {
        end -= 1;
    }
    let after = article.phrases.partition_point(|phrase| phrase.tokens.start < end);
    let index = (after.saturating_sub(6)..after).rev().find(|&index| article.phrases[index].tokens.end == end)?;
    let phrase = &article.phrases[index];
    let definite = matches!(article.tokens[phrase.tokens.start].lower.as_str(), "the" | "only");
    let ordinal = ordinal(article, phrase.span)?;
    definite.then_some((index, ordinal))
}

fn ordinal(article: &Article, span: Span) -> Option<u32> {
    let at = article.quantities.partition_point(|quantity| quantity.span.end <= span.start);
    article.quantities[at..]
        .iter()
        .take_while(|quantity| quantity.span.start < span.end)
        .find(|quantity| quantity.unit == Unit::Ordinal)
        .map(|quantity| quantity.low as u32)
        .filter(|rank| (1..1000).contains(rank))
}

fn side(story: &Story, value: String, list: &[&Rank]) -> Side {
    let places = list
        .iter()
        .map(|rank| Place { article: rank.article, span: rank.span, rule: "core/rank".to_owned() })
        .collect();
    support::side(story, value, places)
}

fn two_ranks(story: &Story, ranks: &[Rank]) -> Vec<Conflict> {
    let mut by_kind: BTreeMap<(&str, &str), BTreeMap<u32, Vec<&Rank>>> = BTreeMap::new();
    for rank in ranks {
        by_kind.entry((&rank.noun, &rank.verb)).or_default().entry(rank.number).or_default().push(rank);
    }
    let mut conflicts = Vec::new();
    for ((noun, verb), by_rank) in by_kind {
        let all: Vec<&&Rank> = by_rank.values().flatten().collect();
        let several = all.iter().any(|rank| rank.article != all[0].article);
        // Different people can be first and second.
        let same =
            all.iter().all(|rank| rank.subject.is_none() || rank.subject == all[0].subject || all[0].subject.is_none());
        if by_rank.len() < 2 || !several || !same {
            continue;
        }
        let names: Vec<String> = by_rank.keys().map(|rank| format!("number {rank}")).collect();
        let sides = by_rank.iter().map(|(rank, list)| side(story, format!("number {rank}"), list)).collect();
        conflicts.push(Conflict {
            check: Check::Uniqueness,
            severity: Severity::Error,
            message: format!(
                "the {noun} is {} to {verb}: {}",
                support::join(&names),
                support::words(&story.articles[all[0].article], all[0].span, 90)
            ),
            explanation: vec![
                format!("each passage ranks a {noun} by the verb “{verb}”"),
                "no passage names another subject, so it is taken for one".to_owned(),
                "one thing has one rank".to_owned(),
            ],
            sides,
        });
    }
    conflicts
}

/// The dated claims that somebody did something, by the verb.
fn deeds<'s>(story: &'s Story) -> BTreeMap<&'s str, Vec<&'s Fact>> {
    let mut deeds: BTreeMap<&str, Vec<&Fact>> = BTreeMap::new();
    let happened =
        |fact: &&Fact| fact.when.is_some() && fact.modality == Modality::Actual && fact.polarity == Polarity::Positive;
    for fact in story.facts.iter().filter(happened) {
        let Some(clause) = story.claims[fact.claim].clause else { continue };
        let article = &story.articles[fact.article];
        deeds.entry(&article.verb_groups[article.clauses[clause].verb].lemma).or_default().push(fact);
    }
    deeds
}

/// "The first woman to lead the city" against a woman who led it before.
fn somebody_before(story: &Story, deeds: &BTreeMap<&str, Vec<&Fact>>, rank: &Rank) -> Option<Conflict> {
    let gender = match rank.noun.as_str() {
        "woman" | "female" => Gender::Feminine,
        "man" | "male" => Gender::Masculine,
        _ => return None,
    };
    let published = story.articles[rank.article].document.published;
    let fact = deeds.get(rank.verb.as_str())?.iter().find(|fact| {
        let earlier = fact.when.is_some_and(|when| match (when.value.from, published) {
            (Some(from), Some(published)) => (published.date - from.date()).get_days() > 300,
            _ => false,
        });
        let who = fact.parties("agent").find(|party| {
            let known = story.identities.party(*party);
            known.kind == EntityKind::Person && known.gender == Some(gender) && Some(*party) != rank.subject
        });
        earlier && who.is_some()
    })?;
    let who = fact.parties("agent").next().map(|party| story.identities.party(party).name.clone())?;
    let before = Place { article: fact.article, span: fact.span, rule: fact.rule.to_string() };
    let told = format!("another has {who}, a {}, do so at an earlier time", rank.noun);
    Some(not_first(
        story,
        rank,
        &format!("{who} did before"),
        told,
        support::side(story, format!("{who} before"), vec![before]),
    ))
}

/// "The first debut to win" against "18 years since a debut last won".
fn one_before(story: &Story, last: &BTreeMap<&str, Vec<Place>>, rank: &Rank) -> Option<Conflict> {
    let told = last.get(rank.noun.as_str()).filter(|_| lexicon::office(&rank.noun).is_none())?;
    let own = |place: &&Place| place.article == rank.article && place.span.overlaps(rank.span);
    let places: Vec<Place> = told.iter().filter(|place| !own(place)).cloned().collect();
    if places.is_empty() {
        return None;
    }
    let told = format!("the other tells when a {} last did", rank.noun);
    let before = support::side(story, format!("a {} before", rank.noun), places);
    Some(not_first(story, rank, "there was one before", told, before))
}

/// The conflict between a first and what was `before` it: `who` says so in the message, `told` how a passage does.
fn not_first(story: &Story, rank: &Rank, who: &str, told: String, before: Side) -> Conflict {
    Conflict {
        check: Check::Uniqueness,
        severity: Severity::Error,
        message: format!("a first {} to {}, but {who}", rank.noun, rank.verb),
        explanation: vec![
            format!("one passage speaks of the first {} to {}", rank.noun, rank.verb),
            told,
            "whoever is first has nobody before".to_owned(),
        ],
        sides: vec![side(story, format!("first {}", rank.noun), &[rank]), before],
    }
}

/// The sentences that tell when one last did, "since a NOUN last …", by the noun.
fn last_times<'s>(story: &'s Story) -> BTreeMap<&'s str, Vec<Place>> {
    let mut times: BTreeMap<&str, Vec<Place>> = BTreeMap::new();
    for (article, sentence) in (0..)
        .zip(story.articles)
        .flat_map(|(at, article)| article.sentences.iter().map(move |sentence| ((at, article), sentence)))
    {
        let (at, article) = article;
        let tokens = &article.tokens[sentence.tokens.clone()];
        let mut nouns: Vec<&str> = tokens.windows(4).filter_map(last_did).collect();
        if nouns.is_empty() || !tokens.iter().any(|token| token.tag != Tag::Punctuation && token.tag.is_verb()) {
            continue;
        }
        nouns.sort_unstable();
        nouns.dedup();
        for noun in nouns {
            let place = Place { article: at, span: sentence.span, rule: "core/rank".to_owned() };
            times.entry(noun).or_default().push(place);
        }
    }
    times
}

/// The lemma of the noun in "since a NOUN last".
fn last_did(window: &[Token]) -> Option<&str> {
    let [since, article, noun, last] = window else { return None };
    let article = matches!(article.lower.as_str(), "a" | "an" | "any");
    (since.lower == "since" && article && last.lower == "last").then_some(&noun.lemma)
}
