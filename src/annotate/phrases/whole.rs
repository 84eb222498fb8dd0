//! Phrases that another layer has read whole: pronouns, names, quantities and times that begin at a token.

use super::Input;
use super::extent::Found;
use crate::annotate::token::Tag;

pub(super) fn pronoun(input: &Input, at: usize) -> Option<Found> {
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
pub(super) fn name_at(input: &Input, at: usize) -> Option<usize> {
    let index = input.names.partition_point(|name| name.core.end <= at);
    input.names.get(index).filter(|name| name.tokens().start == at || name.core.start == at).map(|_| index)
}

/// How many tokens the quantity that begins at a token has.
pub(super) fn quantity_at(input: &Input, at: usize) -> Option<usize> {
    let start = input.tokens[at].span.start;
    let index = input.quantities.partition_point(|quantity| quantity.span.start < start);
    let quantity = input.quantities.get(index).filter(|quantity| quantity.span.start == start)?;
    Some(input.tokens[at..].iter().take_while(|token| token.span.end <= quantity.span.end).count().max(1))
}

/// How many tokens the time that begins at a token has.
pub(super) fn time_at(input: &Input, at: usize) -> Option<usize> {
    let start = input.tokens[at].span.start;
    let index = input.times.partition_point(|time| time.span.start < start);
    let time = input.times.get(index).filter(|time| time.span.start == start)?;
    Some(input.tokens[at..].iter().take_while(|token| token.span.end <= time.span.end).count().max(1))
}
