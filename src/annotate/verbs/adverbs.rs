//! Adverbs and asides between the words of a verb group, and the denial that some of them are.

use super::chain::{can_be_participle, is_have};
use crate::annotate::token::Token;

/// Adverbs between two verbs of a chain.
pub(super) const MAX_ADVERBS: usize = 6;

/// Skips adverbs and counts negations from `at` on. Gives the index of the first other word and whether the words
/// skipped deny.
pub(super) fn skip_adverbs(tokens: &[Token], mut at: usize) -> (usize, bool) {
    let mut denied = false;
    let start = at;
    while at < tokens.len() && at - start < MAX_ADVERBS {
        let lower = tokens[at].lower.as_str();
        let next = tokens.get(at + 1).map_or("", |token| token.lower.as_str());
        match (lower, next) {
            ("not" | "n't" | "never" | "nowhere", after) if !is_merely(after) => {
                denied = !denied;
                at += 1;
            }
            ("no", "longer") => {
                denied = !denied;
                at += 2;
            }
            // Not a denial.
            ("not" | "n't", _)
            | ("in", "fact" | "effect" | "turn")
            | ("at", "least" | "last" | "first" | "once")
            | ("so", "far")
            | ("for", "now")
            | ("as", "yet")
            | ("of", "course") => at += 2,
            ("\"" | "“" | "‘" | "'", _) if tokens.get(at + 1).is_some_and(|next| next.tag.is_verb()) => at += 1,
            (",", _) => match parenthesis(tokens, at) {
                Some(end) => at = end,
                None => break,
            },
            // "has since checked in"
            ("since", _)
                if at > 0 && is_have(&tokens[at - 1].lower) && tokens.get(at + 1).is_some_and(can_be_participle) =>
            {
                at += 1;
            }
            ("all" | "both" | "each", _) if tokens.get(at + 1).is_some_and(|next| next.tag.is_verb()) => at += 1,
            _ if tokens[at].tag.is_adverb() => at += 1,
            _ => break,
        }
    }
    (at, denied)
}

/// "not only": no denial.
fn is_merely(lower: &str) -> bool {
    matches!(lower, "only" | "just" | "merely" | "simply")
}

/// ", however," → the index after the second comma.
fn parenthesis(tokens: &[Token], at: usize) -> Option<usize> {
    let close = (at + 2..(at + 4).min(tokens.len())).find(|index| tokens[*index].lower == ",")?;
    let adverbs = tokens[at + 1..close].iter().all(|token| token.tag.is_adverb());
    let verb = tokens.get(close + 1).is_some_and(|next| next.tag.is_verb() || next.tag.is_adverb());
    (adverbs && verb).then_some(close + 1)
}
