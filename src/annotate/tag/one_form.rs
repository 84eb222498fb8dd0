//! Verbs of one form for past and present ("cut", "quit", "put"): which of the two a clause tells.

use super::clause_verb::goes_on;
use super::correct::{before_adverbs, is_be, is_have};
use super::finite::REACH;
use super::lexicon::Word;
use crate::annotate::token::{Tag, Token};

/// "Rovers beat Albion 3-1.": of a form that is present and past alike, news tells the past, unless it says how things
/// usually are.
pub(super) fn one_form(tokens: &[Token], at: usize) -> Option<Tag> {
    let token = &tokens[at];
    if !matches!(token.tag, Tag::VerbPresent | Tag::Verb) {
        return None;
    }
    let word = Word::find(&token.lower).filter(|word| word.can_be(Word::PAST) && word.can_be(Word::VERB))?;
    if word.verb_lemma(&token.lower) != token.lower {
        return None;
    }
    if !goes_on(tokens, at) {
        return None;
    }
    let (place, before) = before_adverbs(tokens, at)?;
    let subject = before.tag.is_noun() || matches!(before.lower.as_str(), "they" | "we" | "who");
    // "let the firm cut", "help them put", "see prices hit": a base form under another verb.
    let governed = tokens[place.saturating_sub(6)..place]
        .iter()
        .any(|word| matches!(word.tag, Tag::Modal | Tag::Verb | Tag::To) || is_causative(&word.lower));
    let around = &tokens[at.saturating_sub(REACH)..(at + REACH).min(tokens.len())];
    let usual = around.iter().any(|other| {
        let present = matches!(other.tag, Tag::VerbThird | Tag::VerbPresent);
        let speech = is_be(&other.lower) || is_have(&other.lower) || matches!(other.lower.as_str(), "say" | "says");
        present && !speech && other.span != token.span || is_habit(&other.lower)
    });
    (subject && !governed && !usual).then_some(Tag::VerbPast)
}

fn is_causative(lower: &str) -> bool {
    matches!(
        lower,
        "let" | "lets" | "make" | "makes" | "made" | "help" | "helped" | "see" | "saw" | "watched" | "do" | "did"
    )
}

fn is_habit(lower: &str) -> bool {
    matches!(
        lower,
        "often"
            | "usually"
            | "always"
            | "now"
            | "normally"
            | "typically"
            | "generally"
            | "sometimes"
            | "every"
            | "currently"
    )
}
