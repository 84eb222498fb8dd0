//! Where a noun phrase that begins at a token ends, and what its head is.

use super::Input;
use crate::annotate::lexicon;
use crate::annotate::names::Guess;
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
            // "found guilty last month": the adjective is no part of the time.
            let adjective = place > at && input.tokens[place - 1].tag.is_adjective() && input.tokens[at].tag.is_adjective();
            if head.is_some() || count == 0 || adjective {
                break;
            }
            let after = place + count;
            // "Thursday's meeting" and "the Tuesday vote" go on; "Thursday evening" is a phrase of its own.
            fallback = Some(after - 1);
            place = after;
            let goes_on = place < limit
                && (input.tokens[place].tag.is_noun() && !input.tokens[place].capital
                    || input.tokens[place].tag == Tag::PossessiveEnding);
            if !goes_on {
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
            Tag::Punctuation if token.lower == "," && head.is_none() && fallback.is_some() => {
                // "a small, dull deal": adjectives in a row.
                let adjectives = input.tokens[place - 1].tag.is_adjective() && modifier_follows(input, place, limit);
                if !adjectives || !noun_follows(input, place + 1, limit) {
                    break;
                }
            }
            _ => break,
        }
        place += 1;
    }
    let head = head.or(fallback)?;
    let first = &input.tokens[at];
    // "seven more were hurt", but "unsafe" alone is no phrase.
    let counted = first.tag == Tag::Number || matches!(first.lower.as_str(), "many" | "several" | "dozens");
    let adjective_only =
        input.tokens[head].tag.is_adjective() && first.tag != Tag::Determiner && possessor.is_none() && !counted;
    if adjective_only {
        return None;
    }
    Some(Found { tokens: start..head + 1, head, possessor: possessor.cloned().map(Box::new) })
}

/// "refused Ana Ruiz bail", "elected Li Wei leader": behind a verb of two objects a name is an object by itself.
fn receives(input: &Input, start: usize, name: usize, limit: usize) -> bool {
    let name = &input.names[name];
    let group = input.groups.partition_point(|group| group.tokens.end < start);
    let Some(group) = input.groups.get(group).filter(|group| group.tokens.end == start) else { return false };
    let Some(next) = input.tokens.get(name.core.end).filter(|_| name.core.end < limit) else { return false };
    let (office, person) = (lexicon::office(&next.lemma).is_some(), lexicon::person_noun(&next.lemma));
    let common = matches!(next.tag, Tag::Noun | Tag::NounPlural) && !next.capital;
    let last = input.tokens.get(name.core.end + 1).is_none_or(|after| {
        matches!(after.tag, Tag::Punctuation | Tag::Preposition | Tag::Conjunction | Tag::To | Tag::Adverb)
    });
    let somebody = matches!(name.guess, Guess::Person | Guess::LikelyPerson) && name.core.len() > 1;
    let unknown = matches!(name.guess, Guess::Person | Guess::LikelyPerson | Guess::Unknown);
    common
        && last
        && match group.lemma.as_str() {
            "elect" | "re-elect" | "appoint" | "name" | "crown" | "declare" | "make" => somebody && (office || person),
            "refuse" | "deny" | "grant" | "give" | "award" | "hand" | "offer" | "send" | "cost" | "lend" | "allow" => {
                unknown && !office && !person && !lexicon::body_noun(&next.lemma)
            }
            _ => false,
        }
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
