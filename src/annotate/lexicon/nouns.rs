//! Common nouns that stand for people and bodies, and the lists as they are asked of tokens.

use super::{BodyClass, CuePosition, OfficeTitle, body_cue, longest_office};
use crate::annotate::token::Token;
use crate::gazetteer::table::Table;

pub(super) static NOUNS: Table = Table::new(include_str!("../../../rules/names/nouns.csv"), ',');

fn stands_for(lemma: &str, what: &str) -> bool {
    super::first(&NOUNS, lemma).is_some_and(|row| row.field(1) == what)
}

/// Whether a lemma stands for somebody of whom it says nothing more ("man", "resident").
#[must_use]
pub fn person_noun(lemma: &str) -> bool {
    stands_for(lemma, "person")
}

/// Whether a lemma stands for a company, party, team or other body ("airline", "union").
#[must_use]
pub fn body_noun(lemma: &str) -> bool {
    stands_for(lemma, "body")
}

/// Whether a lemma stands for two people ("pair").
#[must_use]
pub fn pair_noun(lemma: &str) -> bool {
    stands_for(lemma, "pair")
}

/// The longest office or occupation that begins the tokens, and of how many tokens it is.
#[must_use]
pub fn office_at(tokens: &[Token]) -> Option<(usize, OfficeTitle)> {
    longest_office(tokens.iter().map(|token| token.lower.as_str()))
}

/// Whether a name that ends in this word names a body ("Airlines", "Council"); lower case.
#[must_use]
pub fn body_suffix(word: &str) -> bool {
    body_cue(word).is_some_and(|cue| cue.position != CuePosition::First)
}

/// Whether a name that begins with this word and "of" names a body ("Ministry", "University"); lower case.
#[must_use]
pub fn body_head(word: &str) -> bool {
    let of = body_cue(&format!("{word} of")).is_some();
    of || body_cue(word).is_some_and(|cue| cue.position == CuePosition::First)
}

/// The sort of body an acronym as written stands for, where it is known ("NATO").
#[must_use]
pub fn is_body_acronym(written: &str) -> Option<BodyClass> {
    super::acronym(written).map(|(_, class)| class)
}
