//! Rules of context that mend the model's tags where news differs from its training text.
//!
//! Each rule is one function of a position; all run once from left to right, so a rule sees the mended tags of
//! what stands before it. They are few and general; a word the model gets wrong in one sentence is no reason for one.

use super::Casing;
use super::lexicon::Word;
use crate::annotate::token::{Tag, Token};

/// Mends the tags of one sentence.
pub(super) fn correct(text: &str, tokens: &mut [Token], case: Casing) {
    let _ = (text, case);
    for at in 0..tokens.len() {
        let tag = figure(tokens, at).or_else(|| unknown_name(tokens, at, case));
        if let Some(tag) = tag {
            tokens[at].tag = tag;
        }
    }
}

/// "3.2m", "£4", "1,200": a token that begins with a digit is a number, unless it is a compound ("14-year-old").
fn figure(tokens: &[Token], at: usize) -> Option<Tag> {
    let lower = tokens[at].lower.as_str();
    let digit = lower.starts_with(|letter: char| letter.is_ascii_digit());
    let letters = lower.bytes().filter(u8::is_ascii_alphabetic).count();
    (digit && letters <= 2 && tokens[at].tag != Tag::Adjective).then_some(Tag::Number)
}

/// A capital inside a sentence on a word that no lexicon knows as an ordinary one is a name.
fn unknown_name(tokens: &[Token], at: usize, case: Casing) -> Option<Tag> {
    let token = &tokens[at];
    if !token.capital || at == 0 || case != Casing::Sentence || token.tag.is_proper() {
        return None;
    }
    Word::find(&token.lower).is_none().then_some(())?;
    (!super::model::knows(&token.lower)).then_some(Tag::ProperNoun)
}
