//! Sentences that came out without a finite verb: in headlines the model takes "ousts" for a plural and "march"
//! for a noun. One word that can be a finite verb, where a verb can stand, becomes it.

use super::lexicon::Word;
use crate::annotate::token::{Tag, Token};

/// Gives a sentence without a finite verb the likeliest one. A participle is left as it is ("Locksmith jailed")
/// unless an object follows.
pub(super) fn find_verb(tokens: &mut [Token]) {
    if tokens.len() < 3
        || tokens
            .iter()
            .any(|token| token.tag.is_finite() || matches!(token.lower.as_str(), "'s" if token.tag.is_verb()))
    {
        return;
    }
    let ends_with_stop = tokens.last().is_some_and(|token| matches!(token.lower.as_str(), "." | "?" | "!"));
    let needed = if ends_with_stop { 3 } else { 2 };
    let best = (1..tokens.len())
        .filter_map(|at| candidate(tokens, at).map(|(tag, score)| (score, at, tag)))
        .filter(|(score, ..)| *score >= needed)
        // The first of the best: in a headline the verb follows the first noun phrase.
        .max_by_key(|&(score, at, _)| (score, std::cmp::Reverse(at)));
    if let Some((_, at, tag)) = best {
        tokens[at].tag = tag;
    }
}

/// What finite verb the word can be, and how well it fits between its neighbours.
fn candidate(tokens: &[Token], at: usize) -> Option<(Tag, u8)> {
    let token = &tokens[at];
    let previous = &tokens[at - 1];
    if !(previous.tag.is_noun()
        || previous.tag.is_adverb()
        || matches!(previous.tag, Tag::Number | Tag::Pronoun)
        || previous.lower == ",")
    {
        return None;
    }
    let word = Word::find(&token.lower)?;
    let plural_subject = matches!(previous.tag, Tag::NounPlural | Tag::ProperNounPlural);
    let tag = match token.tag {
        Tag::NounPlural | Tag::ProperNounPlural if word.can_be(Word::THIRD) && !plural_subject => Tag::VerbThird,
        Tag::Noun | Tag::Adjective | Tag::Verb | Tag::Adverb | Tag::Preposition
            if word.can_be(Word::VERB) && plural_subject =>
        {
            Tag::VerbPresent
        }
        Tag::VerbParticiple | Tag::Adjective | Tag::Noun if word.can_be(Word::PAST) => {
            return object_follows(tokens, at).then_some((Tag::VerbPast, 3));
        }
        _ => return None,
    };
    let after = tokens.get(at + 1).map(|next| next.tag);
    let fit = match after {
        Some(Tag::Determiner | Tag::PossessivePronoun | Tag::Pronoun | Tag::ProperNoun | Tag::Number | Tag::Symbol) => {
            3
        }
        Some(Tag::To | Tag::Adjective | Tag::NounPlural | Tag::Preposition | Tag::Particle | Tag::Adverb) | None => 2,
        Some(Tag::Noun | Tag::VerbParticiple | Tag::VerbGerund | Tag::Punctuation) => {
            1 + u8::from(previous.tag.is_proper())
        }
        _ => return None,
    };
    Some((tag, fit + u8::from(tokens[..at].iter().all(|token| token.tag != Tag::Preposition))))
}

fn object_follows(tokens: &[Token], at: usize) -> bool {
    tokens.get(at + 1).is_some_and(|next| {
        matches!(next.tag, Tag::Determiner | Tag::PossessivePronoun | Tag::Pronoun | Tag::ProperNoun)
    })
}
