//! The first word of a sentence, whose capital says nothing: the rest of the article tells whether it is a name.
//!
//! A word that stands alone and capitalised inside some sentence is a name at the start of the others, too. A word
//! that never does, and that the lexicon knows as a common noun, is one.

use super::lexicon::Word;
use crate::annotate::token::{Sentence, Tag, Token};
use crate::hash::Set;
use compact_str::CompactString;

/// Mends the tags of first words.
pub(super) fn mend(tokens: &mut [Token], sentences: &[Sentence]) {
    let names = names_inside(tokens, sentences);
    for sentence in sentences {
        let Some(words) = tokens.get_mut(sentence.tokens.clone()) else { continue };
        let Some(first) = words.iter().position(|token| token.tag != Tag::Punctuation) else { continue };
        let next_capital = words.get(first + 1).is_some_and(|next| next.capital);
        let Some(token) = words.get_mut(first).filter(|token| token.capital && token.lower.len() > 2) else { continue };
        if names.contains(&token.lower) {
            if matches!(token.tag, Tag::Noun | Tag::NounPlural | Tag::Adjective | Tag::Verb | Tag::AdjectiveComparative)
            {
                token.tag = Tag::ProperNoun;
            }
        } else if (token.tag.is_proper() || token.tag == Tag::AdjectiveComparative) && !next_capital {
            let common = Word::find(&token.lower).filter(|word| !word.can_be(Word::NAME));
            match common {
                Some(word) if word.can_be(Word::COMPARATIVE) => {}
                Some(word) if word.can_be(Word::NOUN) => token.tag = Tag::Noun,
                Some(word) if word.can_be(Word::PLURAL) => token.tag = Tag::NounPlural,
                _ => {}
            }
        }
    }
}

/// Names that stand inside a sentence without another capital beside them.
fn names_inside(tokens: &[Token], sentences: &[Sentence]) -> Set<CompactString> {
    let mut names = Set::default();
    for sentence in sentences {
        let words = tokens.get(sentence.tokens.clone()).unwrap_or_default();
        // Headlines that capitalise every word tell nothing.
        if words.iter().filter(|token| token.capital).count() * 2 > words.len() {
            continue;
        }
        for window in words.windows(3) {
            let [before, token, after] = window else { continue };
            if token.tag.is_proper() && !before.capital && !after.capital && before.tag != Tag::Punctuation {
                names.insert(token.lower.clone());
            }
        }
    }
    names
}
