//! Whether a clause has its verb, by the words around a place in it.
//!
//! What asks are the rules of `finite`: a word that could be a verb is one only where no other word is.

use super::correct::before_adverbs;
use super::finite::{REACH, can_be};
use super::lexicon::Word;
use crate::annotate::token::{Tag, Token};

/// Whether the words hold a finite verb that belongs to no relative or subordinate clause.
pub(super) fn main_verb(words: &[Token]) -> bool {
    let mut inner = false;
    for token in words {
        match token.tag {
            Tag::WhPronoun | Tag::WhDeterminer | Tag::WhPossessive | Tag::WhAdverb => inner = true,
            tag if tag.is_finite() => {
                if !inner {
                    return true;
                }
                inner = false;
            }
            _ => inner |= opens_clause(&token.lower) && token.lower != "and",
        }
    }
    false
}

/// Words at which another clause may begin.
pub(super) fn opens_clause(lower: &str) -> bool {
    matches!(
        lower,
        "that"
            | "if"
            | "when"
            | "while"
            | "because"
            | "after"
            | "before"
            | "although"
            | "though"
            | "since"
            | "as"
            | "whether"
            | "until"
            | "unless"
            | "who"
            | "which"
            | "where"
            | "whose"
            | "what"
            | "how"
            | "why"
            | "and"
            | "but"
            | "or"
            | ";"
            | ":"
            | "—"
            | "–"
    )
}

pub(super) fn infinitive_follows(tokens: &[Token], at: usize) -> bool {
    tokens.get(at + 1).is_some_and(|to| to.lower == "to")
        && tokens.get(at + 2).is_some_and(|verb| verb.tag == Tag::Verb)
}

/// Whether what follows `at` may be an object, or say where or when.
pub(super) fn goes_on(tokens: &[Token], at: usize) -> bool {
    let Some(next) = tokens.get(at + 1) else { return false };
    match next.tag {
        Tag::Preposition => next.lower != "of" && next.lower != "that",
        Tag::Adverb | Tag::AdverbComparative => !tokens.get(at + 2).is_some_and(|after| after.tag.is_finite()),
        // "stole diamonds", "cut ties"; "cut" alone before a singular noun is as likely a noun itself.
        Tag::Noun => can_be(next, Word::ADJECTIVE) || !can_be(&tokens[at], Word::VERB),
        Tag::Punctuation => matches!(next.lower.as_str(), "." | "\"" | "“"),
        Tag::PossessiveEnding | Tag::Conjunction | Tag::Other | Tag::Modal => false,
        tag => !tag.is_finite() && tag != Tag::VerbParticiple,
    }
}

/// Whether the clause around `at` has a finite verb. It ends where another may begin; behind a comma only what stands
/// right there belongs to it ("The cut, announced in June, was").
pub(super) fn has_verb(tokens: &[Token], at: usize) -> bool {
    let finite = |index: usize| tokens[index].tag.is_finite() || tokens[index].tag == Tag::Verb && bare(tokens, index);
    let left =
        (at.saturating_sub(REACH)..at).rev().take_while(|&index| !opens_clause(&tokens[index].lower)).any(finite);
    if left {
        return true;
    }
    let mut comma = false;
    for index in at + 1..(at + REACH).min(tokens.len()) {
        let token = &tokens[index];
        let closed = index > 0 && tokens[index - 1].lower == ",";
        if token.tag.is_finite() && (!comma || closed) {
            return true;
        }
        comma |= token.lower == "," || opens_clause(&token.lower);
        if matches!(token.lower.as_str(), ";" | ":") {
            return false;
        }
    }
    false
}

/// A base form that is no infinitive: what a headline or a subject in the plural has for its verb.
fn bare(tokens: &[Token], at: usize) -> bool {
    before_adverbs(tokens, at).is_some_and(|(_, before)| before.tag.is_noun())
}

/// Whether the word may stand before a name.
pub(super) fn is_title(lower: &str) -> bool {
    use crate::annotate::lexicon::{office, person_noun};
    person_noun(lower) || office(lower).is_some() || lower == "referee"
}
