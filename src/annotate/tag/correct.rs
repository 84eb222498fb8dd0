//! Rules of context that mend the model's tags where news differs from its training text.
//!
//! Each rule is one function of a position; all run once from left to right, so that a rule sees the mended tags of
//! what stands before it. They are few and general: a word that the model gets wrong in one sentence is no reason
//! for one. Rules of a whole sentence (headlines without a finite verb) are in `headline`.

use super::Casing;
use super::closed::{figure, function_word, name};
use super::forms::{gerund, infinitive, past_or_participle, third_person};
use super::lexicon::Word;
use crate::annotate::token::{Tag, Token};

/// Mends the tags of one sentence.
pub(super) fn correct(tokens: &mut [Token], case: Casing) {
    for at in 0..tokens.len() {
        let tag = figure(tokens, at)
            .or_else(|| name(tokens, at, case))
            .or_else(|| function_word(tokens, at))
            .or_else(|| infinitive(tokens, at))
            .or_else(|| past_like_base(tokens, at))
            .or_else(|| noun_like_participle(tokens, at))
            .or_else(|| past_or_participle(tokens, at))
            .or_else(|| gerund(tokens, at))
            .or_else(|| third_person(tokens, at))
            .or_else(|| impossible(tokens, at));
        if let Some(tag) = tag {
            tokens[at].tag = tag;
        }
    }
    inverted(tokens);
    super::headline::mend(tokens);
}

/// "Did the mayor resign?", "Should the sides fail, …": behind an auxiliary that opens the sentence and a subject
/// stands a base form.
fn inverted(tokens: &mut [Token]) {
    let opens = tokens.first().is_some_and(|first| {
        matches!(
            first.lower.as_str(),
            "did" | "do" | "does" | "should" | "will" | "would" | "can" | "could" | "must" | "may"
        )
    });
    let end = tokens.iter().take(24).position(|token| matches!(token.lower.as_str(), "," | "?" | "."));
    let Some(end) = end.filter(|end| opens && *end > 2) else { return };
    if tokens[1..end].iter().any(|token| token.tag == Tag::Verb) {
        return;
    }
    let bare = |token: &Token| matches!(token.tag, Tag::Noun | Tag::VerbPresent) && can_be(token, Word::VERB);
    if let Some(at) = (2..end).rev().find(|&at| bare(&tokens[at])) {
        tokens[at].tag = Tag::Verb;
    }
}

/// "Ruiz beat Li": a form that is base and past alike, right behind a name or a singular noun, is past.
fn past_like_base(tokens: &[Token], at: usize) -> Option<Tag> {
    if !matches!(tokens[at].tag, Tag::Verb | Tag::VerbPresent) || !can_be(&tokens[at], Word::PAST) {
        return None;
    }
    let (_, before) = before_adverbs(tokens, at)?;
    matches!(before.tag, Tag::ProperNoun | Tag::Noun).then_some(Tag::VerbPast)
}

/// "a garden shed,": behind an article and a noun, with the clause ending there, what can be a noun is one.
fn noun_like_participle(tokens: &[Token], at: usize) -> Option<Tag> {
    let verb = matches!(tokens[at].tag, Tag::VerbParticiple | Tag::VerbPast);
    if !verb || at < 2 || tokens[at - 1].tag != Tag::Noun || tokens[at - 2].tag != Tag::Determiner {
        return None;
    }
    let ends = tokens.get(at + 1).is_none_or(|next| next.tag == Tag::Punctuation && next.lower != "\"");
    let preposition = at >= 3 && matches!(tokens[at - 3].tag, Tag::Preposition);
    (ends && preposition && can_be(&tokens[at], Word::NOUN)).then_some(Tag::Noun)
}

/// The nearest token before `at` that is no adverb, with its index.
pub(super) fn before_adverbs(tokens: &[Token], at: usize) -> Option<(usize, &Token)> {
    // Four adverbs in a row is more than English has use for; the bound keeps the pass linear.
    (at.saturating_sub(5)..at).rev().map(|index| (index, &tokens[index])).find(|(_, token)| !token.tag.is_adverb())
}

pub(super) fn word_of(token: &Token) -> Option<Word> {
    Word::find(&token.lower)
}

pub(super) fn can_be(token: &Token, flags: u16) -> bool {
    word_of(token).is_some_and(|word| word.can_be(flags))
}

pub(super) fn is_have(lower: &str) -> bool {
    matches!(lower, "have" | "has" | "had" | "having" | "'ve")
}

pub(super) fn is_be(lower: &str) -> bool {
    matches!(lower, "be" | "is" | "am" | "are" | "was" | "were" | "been" | "being" | "'re" | "'m")
}

/// Words that the lexicon lists as nouns ("all", "as") and that hardly ever are.
fn is_function_word(lower: &str) -> bool {
    lower.len() <= 3
        || matches!(
            lower,
            "such"
                | "both"
                | "many"
                | "several"
                | "other"
                | "half"
                | "then"
                | "here"
                | "there"
                | "more"
                | "most"
                | "much"
        )
}

/// A tag that the lexicon rules out, where it allows only one other.
fn impossible(tokens: &[Token], at: usize) -> Option<Tag> {
    let token = &tokens[at];
    let word = word_of(token)?;
    let previous = at.checked_sub(1).map(|before| &tokens[before]);
    match token.tag {
        Tag::VerbParticiple
            if word.can_be(Word::PAST) && !word.can_be(Word::PARTICIPLE) && !token.lower.ends_with("ed") =>
        {
            Some(Tag::VerbPast)
        }
        // "wants raises", "of raises"
        Tag::VerbThird
            if word.can_be(Word::PLURAL)
                && previous.is_some_and(|word| {
                    matches!(
                        word.tag,
                        Tag::VerbThird
                            | Tag::VerbPast
                            | Tag::VerbPresent
                            | Tag::Verb
                            | Tag::Determiner
                            | Tag::PossessivePronoun
                            | Tag::PossessiveEnding
                    ) && !is_be(&word.lower)
                }) =>
        {
            Some(Tag::NounPlural)
        }
        Tag::Noun | Tag::Adjective | Tag::VerbPresent | Tag::Verb if word.is_only(Word::PAST | Word::PARTICIPLE) => {
            Some(Tag::VerbParticiple)
        }
        // "retrial", "orchard": the model guesses from the ending, the lexicon knows.
        Tag::Adjective | Tag::Adverb
            if word.can_be(Word::NOUN)
                && !word
                    .can_be(Word::ADJECTIVE | Word::ADVERB | Word::COMPARATIVE | Word::PARTICIPLE | Word::GERUND)
                && !is_function_word(&token.lower) =>
        {
            Some(Tag::Noun)
        }
        tag if tag.is_verb() && word.can_be(Word::NOUN | Word::PLURAL) && !word.can_be(Word::ANY_VERB) => {
            Some(if word.can_be(Word::NOUN) { Tag::Noun } else { Tag::NounPlural })
        }
        Tag::NounPlural if word.is_only(Word::THIRD) => Some(Tag::VerbThird),
        Tag::VerbThird if word.is_only(Word::PLURAL) => Some(Tag::NounPlural),
        Tag::Noun if word.is_only(Word::PLURAL) && at > 0 => Some(Tag::NounPlural),
        _ => None,
    }
}
