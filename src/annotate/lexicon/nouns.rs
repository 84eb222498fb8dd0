//! Common nouns that stand for people and bodies, and the lists as they are asked of tokens.

use super::{BodyClass, CuePosition, OfficeTitle, body_cue, longest_office};
use crate::annotate::token::Token;
use crate::gazetteer::table::Table;
use crate::hash::{Map, Set};
use std::sync::LazyLock;

pub(super) static NOUNS: Table = Table::new(include_str!("../../../rules/names/nouns.csv"), ',');

/// What each noun stands for: nearly every noun of an article is asked about, several times.
static KINDS: LazyLock<Map<&str, &str>> = LazyLock::new(|| NOUNS.rows().map(|row| (row.key(), row.field(1))).collect());

fn stands_for(lemma: &str, what: &str) -> bool {
    KINDS.get(lemma).is_some_and(|kind| *kind == what)
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

/// Every word with which an office begins, in the singular and the plural, and some that only look so. Nearly every
/// word of an article is asked about, and hardly any of them is one.
static OPENINGS: LazyLock<Set<String>> = LazyLock::new(|| {
    let mut openings = Set::default();
    for row in super::office::OFFICES.rows() {
        let key = row.key();
        let word = key.split(' ').next().unwrap_or(key);
        for (end, letter) in word.char_indices() {
            // "attorney" of "attorney-general", "queen" of "queen's counsel"
            if matches!(letter, '-' | '\'') {
                openings.insert(word[..end].to_owned());
            }
        }
        for (singular, plural) in
            [("", "s"), ("", "es"), ("y", "ies"), ("wife", "wives"), ("man", "men"), ("child", "children")]
        {
            openings.extend(word.strip_suffix(singular).map(|stem| format!("{stem}{plural}")));
        }
        openings.insert(word.to_owned());
    }
    openings
});

/// The longest office or occupation that begins the tokens, and of how many tokens it is.
#[must_use]
pub fn office_at(tokens: &[Token]) -> Option<(usize, OfficeTitle)> {
    let first = tokens.first()?;
    if !OPENINGS.contains(&*super::plain(&first.lower)) {
        return None;
    }
    longest_office(tokens.iter().map(|token| token.lower.as_str()))
}

/// Whether a name that ends in this word names a body ("Airlines", "Council"); lower case.
#[must_use]
pub fn body_suffix(word: &str) -> bool {
    let last = |word: &str| body_cue(word).is_some_and(|cue| cue.position != CuePosition::First);
    last(word) || word.len() > 5 && word.strip_suffix('s').is_some_and(last)
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
