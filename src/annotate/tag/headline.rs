//! Sentences that came out without a finite verb: in headlines the model takes "ousts" for a plural and "march"
//! for a noun. One word that can be a finite verb, where a verb can stand, becomes it.

use super::lexicon::Word;
use crate::annotate::token::{Tag, Token};

/// Mends the verbs of a sentence that has none, or two where there is room for one.
pub(super) fn mend(tokens: &mut [Token]) {
    let stop = tokens.last().is_some_and(|token| token.lower.ends_with(['.', '?', '!']));
    for at in 1..tokens.len() {
        if reduced(tokens, at) || (!stop && passive(tokens, at)) {
            tokens[at].tag = Tag::VerbParticiple;
        }
    }
    if !stop {
        verb_before_object(tokens);
    }
    find_verb(tokens, stop);
}

/// "Union backs strike ballot": of a plural and a verb in a row, where the second can be a noun with another noun or
/// nothing behind it, the first is the verb.
fn verb_before_object(tokens: &mut [Token]) {
    let Some(verb) = tokens.iter().position(|token| token.tag.is_finite()) else { return };
    if verb < 2 || tokens[verb].tag != Tag::VerbPresent || tokens[verb - 1].tag != Tag::NounPlural {
        return;
    }
    let can_be = |token: &Token, flags| Word::find(&token.lower).is_some_and(|word| word.can_be(flags));
    let object = tokens.get(verb + 1).is_none_or(|next| next.tag == Tag::Noun);
    if object
        && tokens[verb - 2].tag.is_noun()
        && can_be(&tokens[verb - 1], Word::THIRD)
        && can_be(&tokens[verb], Word::NOUN)
    {
        tokens[verb - 1].tag = Tag::VerbThird;
        tokens[verb].tag = Tag::Noun;
    }
}

/// Gives a sentence without a finite verb the likeliest one. A participle is left as it is ("Locksmith jailed")
/// unless an object follows.
fn find_verb(tokens: &mut [Token], stop: bool) {
    let first_clause = tokens
        .windows(2)
        .position(|pair| pair[0].lower == ";" || (pair[0].lower == "," && pair[1].tag == Tag::Conjunction))
        .unwrap_or(tokens.len());
    let none = |tokens: &[Token]| !tokens.iter().any(|token| token.tag.is_finite());
    if stop && first_clause < tokens.len() && none(&tokens[..first_clause]) && !none(&tokens[first_clause..]) {
        // "Negotiations opened in June, and the sides are far apart."
        if let Some(at) = last_participle(&tokens[..first_clause]) {
            tokens[at].tag = Tag::VerbPast;
        }
        return;
    }
    if tokens.len() < 3 || !none(tokens) {
        return;
    }
    let needed = if stop { 3 } else { 2 };
    let best = (1..tokens.len())
        .filter_map(|at| candidate(tokens, at).map(|(tag, score)| (score, at, tag)))
        .filter(|(score, ..)| *score >= needed)
        // The first of the best: in a headline the verb follows the first noun phrase.
        .max_by_key(|&(score, at, _)| (score, std::cmp::Reverse(at)));
    if let Some((_, at, tag)) = best {
        tokens[at].tag = tag;
    } else if stop && let Some(at) = last_participle(tokens) {
        tokens[at].tag = Tag::VerbPast;
    }
}

/// A past tense after a noun that can be a passive participle too.
fn past_after_noun(tokens: &[Token], at: usize) -> bool {
    tokens[at].tag == Tag::VerbPast
        && tokens[at - 1].tag.is_noun()
        && Word::find(&tokens[at].lower)
            .is_some_and(|word| word.can_be(Word::PARTICIPLE) && word.can_be(Word::TRANSITIVE))
}

/// A preposition that no clause can follow: "that", "if" and "after" may open one.
fn is_plain_preposition(token: &Token) -> bool {
    token.tag == Tag::Preposition
        && !matches!(
            token.lower.as_str(),
            "that"
                | "if"
                | "whether"
                | "because"
                | "as"
                | "since"
                | "than"
                | "while"
                | "until"
                | "though"
                | "although"
                | "so"
                | "like"
                | "to"
                | "unless"
        )
}

/// "The talks held in the town failed.": of two past tenses with nothing but prepositional phrases between them the
/// first is a participle.
fn reduced(tokens: &[Token], at: usize) -> bool {
    if !past_after_noun(tokens, at) {
        return false;
    }
    let Some(next) = tokens.get(at + 1).filter(|next| is_plain_preposition(next)) else { return false };
    let mut previous = next.tag;
    // A reduced clause is short; the bound keeps the pass linear.
    for token in tokens.iter().skip(at + 2).take(12) {
        let phrase_starts = matches!(token.tag, Tag::Determiner | Tag::PossessivePronoun | Tag::Pronoun);
        if token.tag.is_finite() && token.tag != Tag::Modal {
            return previous != Tag::Preposition;
        }
        let inner = token.tag.is_noun()
            || token.tag.is_adjective()
            || phrase_starts
            || is_plain_preposition(token)
            || matches!(token.tag, Tag::Number | Tag::Symbol | Tag::PossessiveEnding);
        if !inner || (phrase_starts && previous != Tag::Preposition) {
            return false;
        }
        previous = token.tag;
    }
    false
}

/// "Locksmith jailed over raid": headlines tell in the present tense, so a past form without an object is a
/// passive.
fn passive(tokens: &[Token], at: usize) -> bool {
    let first = tokens[..at].iter().all(|token| !token.tag.is_finite());
    first
        && past_after_noun(tokens, at)
        && tokens.get(at + 1).is_none_or(|next| {
            next.tag == Tag::Punctuation
                || next.lower == "to"
                || is_plain_preposition(next)
                || (next.tag.is_verb() && next.tag != Tag::VerbGerund)
        })
}

/// "The man accused of fraud fled.": of the participles the last one that can be a past tense, where nobody acts.
fn last_participle(tokens: &[Token]) -> Option<usize> {
    let at = tokens.iter().rposition(|token| token.tag == Tag::VerbParticiple)?;
    let subject =
        at > 0 && (tokens[at - 1].tag.is_noun() || tokens[at - 1].tag.is_adverb() || tokens[at - 1].lower == ",");
    let counted = tokens.get(at + 2).is_some_and(|word| word.tag == Tag::Number);
    let agent = tokens.get(at + 1).is_some_and(|next| next.lower == "of" || (next.lower == "by" && !counted));
    let past = Word::find(&tokens[at].lower).is_some_and(|word| word.can_be(Word::PAST));
    (subject && past && !agent).then_some(at)
}

/// What finite verb the word can be, and how well it fits between its neighbours.
fn candidate(tokens: &[Token], at: usize) -> Option<(Tag, u8)> {
    let token = &tokens[at];
    let previous = &tokens[at - 1];
    if !(previous.tag.is_noun()
        || previous.tag.is_adverb()
        || previous.tag == Tag::Pronoun
        || (previous.tag == Tag::Number && at == 1)
        || previous.lower == ",")
    {
        return None;
    }
    if matches!(token.lower.as_str(), "over" | "near" | "like" | "up" | "down" | "out") {
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
        // "quit", "cut", "hit"
        Tag::Verb if word.can_be(Word::PAST) => Tag::VerbPast,
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
