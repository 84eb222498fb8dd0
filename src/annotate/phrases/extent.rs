//! Where a noun phrase that begins at a token ends, and what its head is.

use super::Input;
use super::recipient::receives;
use crate::annotate::lexicon;
use crate::annotate::token::Tag;
use std::ops::Range;

/// "her husband's firm's lawyer": nobody writes deeper chains, and hostile ones must not cost more.
const DEEPEST: usize = 4;

/// A phrase as it was found.
#[derive(Clone, Debug)]
pub(super) struct Found {
    pub(super) tokens: Range<usize>,
    pub(super) head: usize,
    pub(super) possessor: Option<Box<Found>>,
}

/// The phrase that begins at `at` and ends before `limit`, its possessors inside.
pub(super) fn longest(input: &Input, at: usize, limit: usize) -> Option<Found> {
    if let Some(found) = pronoun(input, at) {
        return Some(found);
    }
    let mut found = simple(input, at, at, limit, None)?;
    let mut depth = 0;
    while found.tokens.end < limit && input.tokens[found.tokens.end].tag == Tag::PossessiveEnding && depth < DEEPEST {
        depth += 1;
        let after = found.tokens.end + 1;
        let outer_start = found.tokens.start;
        if let Some(outer) = simple(input, outer_start, after, limit, Some(&found)) {
            found = outer;
        } else {
            // "the union's" with nothing behind it.
            found.tokens.end = after;
            break;
        }
    }
    Some(found)
}

fn pronoun(input: &Input, at: usize) -> Option<Found> {
    let token = &input.tokens[at];
    let alone = match token.tag {
        Tag::Pronoun | Tag::Existential => true,
        Tag::Noun => matches!(
            token.lower.as_str(),
            "nobody"
                | "nothing"
                | "somebody"
                | "someone"
                | "something"
                | "everybody"
                | "everyone"
                | "anyone"
                | "anybody"
        ),
        // "much of the town", "many of them"
        Tag::Adjective
        | Tag::AdjectiveSuperlative
        | Tag::AdjectiveComparative
        | Tag::Adverb
        | Tag::AdverbSuperlative => {
            matches!(token.lower.as_str(), "much" | "most" | "many" | "few" | "several" | "more")
                && input.tokens.get(at + 1).is_some_and(|next| next.lower == "of")
        }
        Tag::Determiner => {
            let next = input.tokens.get(at + 1);
            let stands_alone = next.is_none_or(|next| {
                next.tag.is_finite() || matches!(next.tag, Tag::Punctuation | Tag::Preposition | Tag::To | Tag::Adverb)
            });
            stands_alone
                && matches!(
                    token.lower.as_str(),
                    "this" | "that" | "these" | "those" | "both" | "neither" | "all" | "some"
                )
        }
        _ => false,
    };
    alone.then(|| Found { tokens: at..at + 1, head: at, possessor: None })
}

/// Index of the name that begins at a token.
fn name_at(input: &Input, at: usize) -> Option<usize> {
    let index = input.names.partition_point(|name| name.core.end <= at);
    input.names.get(index).filter(|name| name.tokens().start == at || name.core.start == at).map(|_| index)
}

/// How many tokens the quantity that begins at a token has.
fn quantity_at(input: &Input, at: usize) -> Option<usize> {
    let start = input.tokens[at].span.start;
    let index = input.quantities.partition_point(|quantity| quantity.span.start < start);
    let quantity = input.quantities.get(index).filter(|quantity| quantity.span.start == start)?;
    Some(input.tokens[at..].iter().take_while(|token| token.span.end <= quantity.span.end).count().max(1))
}

/// How many tokens the time that begins at a token has.
fn time_at(input: &Input, at: usize) -> Option<usize> {
    let start = input.tokens[at].span.start;
    let index = input.times.partition_point(|time| time.span.start < start);
    let time = input.times.get(index).filter(|time| time.span.start == start)?;
    Some(input.tokens[at..].iter().take_while(|token| token.span.end <= time.span.end).count().max(1))
}

/// Determiner, modifiers and head from `at`; the phrase's tokens start at `start` (its possessor's start).
fn simple(input: &Input, start: usize, at: usize, limit: usize, possessor: Option<&Found>) -> Option<Found> {
    let mut place = at;
    let mut head = None;
    let mut fallback = None;
    while place < limit {
        let token = &input.tokens[place];
        if let Some(count) = time_at(input, place) {
            if head.is_some() || count == 0 || possessor.is_none() && only_adjectives(input, at, place) {
                break;
            }
            let after = place + count;
            // "Thursday's meeting" and "the Tuesday vote" go on; "Thursday evening" is a phrase of its own.
            fallback = Some(after - 1);
            place = after;
            if place >= limit || !continues_time(&input.tokens[place]) {
                break;
            }
            if input.tokens[place].tag == Tag::PossessiveEnding {
                return Some(Found {
                    tokens: start..place,
                    head: after - 1,
                    possessor: possessor.cloned().map(Box::new),
                });
            }
            continue;
        }
        if let Some(index) = name_at(input, place) {
            let core = &input.names[index].core;
            if core.end <= limit {
                place = core.end;
                head = Some(place - 1);
                if receives(input, at, index, limit) {
                    break;
                }
                continue;
            }
        }
        if let Some(count) = quantity_at(input, place) {
            if head.is_some() && !token.tag.is_noun() {
                break;
            }
            place += count;
            fallback = Some(place - 1);
            continue;
        }
        // "chief operating officer": whatever its words are tagged.
        if let Some(length) = office(input, place, limit) {
            place += length;
            head = Some(place - 1);
            continue;
        }
        match token.tag {
            Tag::Determiner | Tag::PossessivePronoun => {
                if head.is_some() || fallback.is_some() {
                    break;
                }
                fallback = (token.lower != "the" && token.tag == Tag::PossessivePronoun).then_some(place);
            }
            tag if tag.is_noun() => {
                // A name directly after a common noun goes on ("union leader Ana Ruiz"); a new article ends it.
                head = Some(place);
            }
            // "stock worth £2m": "worth" stands like a preposition.
            Tag::Adjective if token.lower == "worth" => break,
            tag if tag.is_adjective() => {
                if head.is_some_and(|head| !qualifies(input, head, place, limit)) {
                    break;
                }
                fallback = Some(place);
            }
            Tag::Number => {
                if head.is_some() {
                    break;
                }
                fallback = Some(place);
            }
            Tag::VerbParticiple | Tag::VerbGerund => {
                if head.is_some() || !noun_follows(input, place, limit) {
                    break;
                }
            }
            tag if tag.is_adverb() => {
                if head.is_some() || !modifier_follows(input, place, limit) {
                    break;
                }
            }
            Tag::Symbol => {}
            Tag::Conjunction if token.lower == "&" && head.is_some() => {}
            // "a small, dull deal": adjectives in a row.
            Tag::Punctuation
                if token.lower == ","
                    && head.is_none()
                    && fallback.is_some()
                    && input.tokens[place - 1].tag.is_adjective()
                    && modifier_follows(input, place, limit)
                    && noun_follows(input, place + 1, limit) => {}
            _ => break,
        }
        place += 1;
    }
    let head = head.or(fallback)?;
    let (head, end) = without_standing(input, at, head, limit);
    let found = || Found { tokens: start..end, head, possessor: possessor.cloned().map(Box::new) };
    stands(input, at, head, possessor.is_some()).then(found)
}

/// "Chief Executive designate", "the president elect": what stands behind an office does not head the phrase. The head and
/// the end of the phrase.
fn without_standing(input: &Input, at: usize, head: usize, limit: usize) -> (usize, usize) {
    let coming = |at: usize| matches!(input.tokens[at].lower.as_str(), "designate" | "elect" | "emeritus");
    let head = if coming(head) && head > at { head - 1 } else { head };
    (head, head + 1 + usize::from(head + 1 < limit && coming(head + 1)))
}

/// "Thursday's meeting", "the Tuesday vote".
fn continues_time(next: &crate::annotate::token::Token) -> bool {
    next.tag.is_noun() && !next.capital || next.tag == Tag::PossessiveEnding
}

/// "found guilty last month": adjectives in front are no part of a time.
fn only_adjectives(input: &Input, at: usize, place: usize) -> bool {
    at < place && input.tokens[place - 1].tag.is_adjective() && input.tokens[at].tag.is_adjective()
}

/// Whether words from `at` on with this head are a phrase: an adjective alone is none.
fn stands(input: &Input, at: usize, head: usize, possessed: bool) -> bool {
    let first = &input.tokens[at];
    // "seven more were hurt", but "unsafe" alone is no phrase.
    let counted = first.tag == Tag::Number || matches!(first.lower.as_str(), "many" | "several" | "dozens");
    !input.tokens[head].tag.is_adjective() || first.tag == Tag::Determiner || possessed || counted
}

/// Whether the noun at `head` says more of what follows the adjective at `place` instead of being the phrase's head:
/// "the Chinese foreign minister".
fn qualifies(input: &Input, head: usize, place: usize, limit: usize) -> bool {
    let token = &input.tokens[head];
    let demonym = || crate::gazetteer::Gazetteer::global().demonym(&token.written()).is_some();
    token.capital && noun_follows(input, place, limit) && demonym()
}

/// How many tokens the office of several words has that begins at a token.
fn office(input: &Input, at: usize, limit: usize) -> Option<usize> {
    let (length, _) = lexicon::office_at(&input.tokens[at..limit])?;
    (length > 1 && input.tokens[at + length - 1].tag != Tag::Punctuation).then_some(length)
}

fn noun_follows(input: &Input, at: usize, limit: usize) -> bool {
    input.tokens[(at + 1).min(limit)..limit.min(at + 4)]
        .iter()
        .find(|token| !token.tag.is_adjective() && token.tag != Tag::VerbParticiple)
        .is_some_and(|token| token.tag.is_noun())
}

fn modifier_follows(input: &Input, at: usize, limit: usize) -> bool {
    at + 1 < limit
        && (input.tokens[at + 1].tag.is_adjective()
            || matches!(input.tokens[at + 1].tag, Tag::Number | Tag::VerbParticiple | Tag::Symbol))
}
