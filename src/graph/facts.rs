//! Reads claims into facts: whom and what each role's words mean in the story, when and where it is said to be.

use super::fact::{Fact, Noun, Role, Speaker, Term, When};
use super::identity::Identities;
use super::nouns::complements;
use crate::annotate::Article;
use crate::annotate::lexicon;
use crate::annotate::mention::{Determination, EntityKind};
use crate::annotate::time::{Grain, TimeMention, TimeValue};
use crate::annotate::times::{clock_at, filed_from};
use crate::annotate::token::Tag;
use crate::extract::{Claim, Filler, Value};
use crate::gazetteer::{Gazetteer, PlaceId};
use crate::source::Span;
use compact_str::CompactString;
use std::sync::OnceLock;

/// Reads claims into the story's terms.
#[must_use]
pub(super) fn facts(articles: &[Article], claims: &[Claim], identities: &Identities) -> Vec<Fact> {
    let filed: Vec<Option<PlaceId>> = articles.iter().map(|article| filed_from(&article.document)).collect();
    claims
        .iter()
        .enumerate()
        .map(|(index, claim)| {
            let at = claim.document.0 as usize;
            let article = &articles[at];
            Fact {
                claim: index,
                article: at,
                predicate: claim.predicate.clone(),
                rule: claim.rule.clone(),
                span: claim.span,
                roles: claim
                    .roles
                    .iter()
                    .filter(|filler| !matches!(filler.value, Value::Time(_)))
                    .map(|filler| Role {
                        name: filler.role.clone(),
                        term: term(article, at, filler, identities),
                        span: filler.span,
                    })
                    .collect(),
                when: when(article, claim, filed[at]),
                dated: dated(article, claim.span),
                polarity: claim.polarity,
                modality: claim.modality,
                tense: claim.tense,
                status: claim.status,
                speaker: claim.attribution.as_ref().map(|speaker| Speaker {
                    identity: speaker
                        .mention
                        .and_then(|mention| article.mentions[mention].entity)
                        .and_then(|entity| identities.of(at, entity)),
                    direct: speaker.direct,
                }),
                around: OnceLock::new(),
            }
        })
        .collect()
}

fn dated(article: &Article, span: Span) -> bool {
    let at = article.times.partition_point(|time| time.span.end <= span.start);
    article.times.get(at).is_some_and(|time| time.span.start < span.end && time.duration.is_none())
}

/// The most precise time of a claim.
fn when(article: &Article, claim: &Claim, filed: Option<PlaceId>) -> Option<When> {
    let zone = article.document.published.and_then(|published| published.offset);
    let local = |value: &TimeValue| {
        let clock = |place: PlaceId| value.from.and_then(|from| clock_at(place, from));
        let hour = value.grain < Grain::Day && value.offset.is_none();
        if hour { [place(article, claim).and_then(clock), filed.and_then(clock)] } else { [None; 2] }
    };
    claim
        .roles
        .iter()
        .filter_map(|filler| match filler.value {
            Value::Time(index) => article.times.get(index),
            _ => None,
        })
        .filter_map(|mention: &TimeMention| {
            mention.value.map(|value| When {
                value,
                relation: mention.relation,
                zone,
                local: local(&value),
                span: mention.span,
            })
        })
        .min_by_key(|when| when.value.grain)
}

/// Where a claim says that it happened.
fn place(article: &Article, claim: &Claim) -> Option<PlaceId> {
    let mention = |filler: &Filler| match filler.value {
        Value::Mention(mention) => Some(mention),
        Value::Phrase(phrase) => article.phrases[phrase].mention,
        _ => None,
    };
    let mut placed = claim.roles.iter().filter(|filler| filler.role == "place").filter_map(mention);
    placed.find_map(|mention| article.entities.get(article.mentions[mention].entity?.0 as usize)?.place)
}

pub(super) fn term(article: &Article, at: usize, filler: &Filler, identities: &Identities) -> Term {
    let identity = |mention: usize| article.mentions[mention].entity.and_then(|entity| identities.of(at, entity));
    match filler.value {
        Value::Mention(mention) => match identity(mention) {
            Some(identity) => Term::Party(identity),
            None => phrase_at(article, filler.span).map_or_else(
                || Term::Words(lower(article, filler.span)),
                |phrase| noun(article, at, phrase, identities),
            ),
        },
        Value::Phrase(phrase) => match article.phrases[phrase].mention.and_then(identity) {
            Some(identity) => Term::Party(identity),
            None => noun(article, at, phrase, identities),
        },
        Value::Quantity(quantity) => Term::Quantity(quantity),
        Value::Time(time) => Term::Time(time),
        Value::Quote(_) | Value::Words => Term::Words(lower(article, filler.span)),
    }
}

fn lower(article: &Article, span: Span) -> String {
    article.document.slice(span).to_lowercase()
}

fn phrase_at(article: &Article, span: Span) -> Option<usize> {
    let from = article.phrases.partition_point(|phrase| phrase.span.start < span.start.saturating_sub(200));
    article.phrases[from..]
        .iter()
        .take_while(|phrase| phrase.span.start < span.end)
        .position(|phrase| phrase.span.contains(span) || span.contains(phrase.span))
        .map(|offset| from + offset)
}

pub(super) fn noun(article: &Article, at: usize, index: usize, identities: &Identities) -> Term {
    let phrase = &article.phrases[index];
    let head = &article.tokens[phrase.head];
    // "Ana Ruiz's grey mare": whose it is stands apart.
    let owner = phrase.possessor.map(|mention| article.mentions[mention].span);
    let mut modifiers: Vec<CompactString> = article.tokens[phrase.tokens.start..phrase.head]
        .iter()
        .filter(|token| owner.is_none_or(|owner| !owner.contains(token.span)))
        .filter(|token| {
            token.tag.is_adjective()
                || token.tag.is_noun()
                || token.tag == Tag::Number
                || token.tag == Tag::VerbParticiple
        })
        .map(|token| token.lemma.clone())
        .collect();
    modifiers.sort();
    modifiers.dedup();
    let capital = || {
        let before = article.tokens[phrase.tokens.start..phrase.head].iter();
        before.filter(|token| token.capital && owner.is_none_or(|owner| !owner.contains(token.span)))
    };
    let demonym = |token: &crate::annotate::token::Token| Gazetteer::global().demonym(&token.written());
    let possessor = phrase
        .possessor
        .or_else(|| of_whom(article, index))
        .and_then(|mention| article.mentions[mention].entity)
        .and_then(|entity| identities.of(at, entity));
    let first = &article.tokens[phrase.tokens.start];
    let of_somebody = matches!(first.lower.as_str(), "its" | "his" | "her" | "their");
    Term::Noun(Noun {
        head: head.lemma.clone(),
        modifiers,
        names: capital()
            .filter(|token| token.tag.is_proper() && demonym(token).is_none())
            .map(|token| token.lemma.clone())
            .collect(),
        nation: capital().find_map(demonym),
        complements: complements(article, index),
        // "its appeal", where nobody knows whose, may be anybody's.
        definite: phrase.determination == Determination::Definite && (possessor.is_some() || !of_somebody),
        possessor,
        sole: sole(article, index),
        plural: phrase.plural,
        pronoun: head.tag == Tag::Pronoun,
    })
}

/// "The pilots of Acme" are Acme's pilots: the mention behind "of" where the noun stands for people or a body.
fn of_whom(article: &Article, index: usize) -> Option<usize> {
    let phrase = &article.phrases[index];
    let head = &article.tokens[phrase.head].lemma;
    let people = lexicon::person_noun(head) || lexicon::body_noun(head) || lexicon::office(head).is_some();
    let of = phrase.complements.iter().find(|(preposition, _)| people && preposition == "of")?;
    article.phrases[of.1].mention.filter(|&mention| article.mentions[mention].kind != EntityKind::Place)
}

/// Whether an indefinite noun is the only one of its kind that the article introduces.
fn sole(article: &Article, index: usize) -> bool {
    let lemma = |phrase: &crate::annotate::mention::NounPhrase| &article.tokens[phrase.head].lemma;
    let phrase = &article.phrases[index];
    let others = article.phrases.iter().enumerate().take(2000).filter(|(at, other)| {
        *at != index && other.determination != Determination::Definite && lemma(other) == lemma(phrase)
    });
    phrase.determination != Determination::Definite && !phrase.plural && others.take(1).count() == 0
}
