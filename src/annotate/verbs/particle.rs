//! Particles: "called off", "called the meeting off".

use super::signature::{Bond, bond, is_particle};
use crate::annotate::times::names_day_or_month;
use crate::annotate::token::{Tag, Token};

/// A particle that belongs to a verb.
#[derive(Clone, Copy, Debug)]
pub(super) struct Found {
    /// Its index within the sentence.
    pub(super) at: usize,
    /// Whether it stands right behind the verb.
    pub(super) adjacent: bool,
}

/// Words of an object between verb and particle.
const MAX_OBJECT: usize = 3;

/// The particle of the verb at `verb`, where it is certain.
pub(super) fn find(tokens: &[Token], verb: usize) -> Option<Found> {
    let lemma = tokens.get(verb)?.lemma.as_str();
    let next = tokens.get(verb + 1)?;
    if is_particle(&next.lower) {
        if out_of_state(tokens, verb + 1) || governs(tokens, verb) {
            return None;
        }
        let certain = match bond(lemma, &next.lower)? {
            Bond::Sure => !(dates(tokens, verb + 1) || may_measure(&next.lower) && measures(tokens, verb + 1)),
            Bond::Loose => next.tag == Tag::Particle && ends_phrase(tokens, verb + 2),
        };
        return certain.then_some(Found { at: verb + 1, adjacent: true });
    }
    let object = match next.tag {
        Tag::Pronoun => 1..=1,
        Tag::Determiner | Tag::PossessivePronoun => 2..=MAX_OBJECT,
        _ => return None,
    };
    let at = object
        .map(|length| verb + 1 + length)
        .find(|at| tokens.get(*at).is_some_and(|word| is_particle(&word.lower)))?;
    let inner = tokens[verb + 2..at].iter().all(|word| word.tag.is_noun() || word.tag.is_adjective());
    let certain = bond(lemma, &tokens[at].lower) == Some(Bond::Sure)
        && (tokens[at].tag != Tag::Preposition || next.tag == Tag::Pronoun)
        && ends_phrase(tokens, at + 1);
    (inner && certain).then_some(Found { at, adjacent: false })
}

/// "Burning out of control", "kept out of sight": "out of" belongs to the noun behind it.
fn out_of_state(tokens: &[Token], at: usize) -> bool {
    const STATES: &[&str] =
        &["control", "hand", "reach", "sight", "bounds", "order", "action", "danger", "hospital", "work", "date"];
    let word = |offset: usize| tokens.get(at + offset).map_or("", |token| token.lower.as_str());
    word(0) == "out" && word(1) == "of" && STATES.contains(&word(2))
}

/// Nouns that say when and not what: "was called off last night".
const TIMES: &[&str] = &[
    "night",
    "week",
    "month",
    "year",
    "day",
    "season",
    "weekend",
    "morning",
    "evening",
    "afternoon",
    "minute",
    "hour",
];

/// "Was taken off the shelves": of a passive verb nothing but a time stands behind a particle, so it is a preposition.
fn governs(tokens: &[Token], verb: usize) -> bool {
    let passive = tokens[verb].tag == Tag::VerbParticiple
        && (verb.saturating_sub(3)..verb)
            .any(|at| matches!(tokens[at].lower.as_str(), "been" | "was" | "were" | "being"));
    let determined = tokens
        .get(verb + 2)
        .is_some_and(|next| matches!(next.lower.as_str(), "the" | "a" | "an" | "its" | "their" | "his" | "her"));
    let noun = tokens.iter().skip(verb + 3).take(3).find(|token| token.tag.is_noun());
    passive && determined && noun.is_some_and(|noun| !TIMES.contains(&noun.lemma.as_str()))
}

/// "off" and "away" measure nothing: "cut off 200 people".
fn may_measure(particle: &str) -> bool {
    !matches!(particle, "off" | "away" | "out")
}

/// "up to 5%", "down 3%", "over 40": the word measures and is no particle.
fn measures(tokens: &[Token], at: usize) -> bool {
    let next = tokens.get(at + 1);
    let number = |token: Option<&Token>| token.is_some_and(|token| matches!(token.tag, Tag::Number | Tag::Symbol));
    number(next) || (next.is_some_and(|next| next.lower == "to") && number(tokens.get(at + 2)))
}

/// "Signed on Monday", "moved in May": the word dates and is no particle; "called off Monday's game" is none of them.
fn dates(tokens: &[Token], at: usize) -> bool {
    matches!(tokens[at].lower.as_str(), "on" | "in" | "by")
        && tokens.get(at + 1).is_some_and(|next| next.capital && names_day_or_month(&next.lower))
}

/// Whether no noun phrase begins at `at`.
fn ends_phrase(tokens: &[Token], at: usize) -> bool {
    tokens.get(at).is_none_or(|next| {
        !(next.tag.is_noun()
            || next.tag.is_adjective()
            || matches!(next.tag, Tag::Determiner | Tag::Pronoun | Tag::PossessivePronoun | Tag::Number | Tag::Symbol))
    })
}
