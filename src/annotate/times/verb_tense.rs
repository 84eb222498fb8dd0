//! Which way one verb looks: by its tag and its auxiliaries, or by its form where there is no tag.

use super::tense::{Direction, REACH, followed, irregular, planned, scheduled};
use crate::annotate::token::{Tag, Token};

pub(super) fn of_verb(tokens: &[Token], at: usize, headline: bool) -> Option<Direction> {
    let word = tokens[at].lower.as_str();
    let next = tokens.get(at + 1).map_or("", |token| token.lower.as_str());
    if tokens[at].tag.is_noun() {
        return None;
    }
    match word {
        "will" | "'ll" | "wo" | "shall" | "would" | "'d" => return Some(Direction::Future),
        "is" | "are" | "was" | "were" | "'s" | "'re"
            if next == "to"
                || scheduled(tokens, at + 1)
                || matches!(next, "not" | "n't") && scheduled(tokens, at + 2) =>
        {
            return Some(Direction::Future);
        }
        "has" | "have" if next == "to" => return Some(Direction::Future),
        "has" | "have" | "'ve" => {
            let perfect = tokens[at + 1..].iter().take(3).any(|token| {
                token.tag == Tag::VerbParticiple
                    || token.tag == Tag::Other
                        && (token.lower.ends_with("ed")
                            || irregular(&token.lower)
                            || matches!(token.lower.as_str(), "been" | "gone" | "taken" | "given"))
            });
            return perfect.then_some(Direction::Past);
        }
        _ => {}
    }
    match tokens[at].tag {
        Tag::Modal => Some(Direction::Future),
        Tag::VerbPast => Some(Direction::Past),
        Tag::VerbParticiple => Some(participle(tokens, at)),
        Tag::Verb => infinitive(tokens, at),
        Tag::VerbGerund => auxiliary(tokens, at).map(|word| match word {
            "was" | "were" | "been" => Direction::Past,
            _ => Direction::Future,
        }),
        Tag::VerbPresent | Tag::VerbThird => match word {
            _ if headline => Some(Direction::Past),
            // "says" is about the words, not about when they are borne out.
            "say" | "says" | "tells" | "'s" => None,
            _ => Some(Direction::Future),
        },
        Tag::Other => word_form(tokens, at, word),
        _ => None,
    }
}

/// A verb without a tag.
fn word_form(tokens: &[Token], at: usize, word: &str) -> Option<Direction> {
    match word {
        "may" | "might" | "can" | "could" | "should" | "must" if !tokens[at].capital => Some(Direction::Future),
        _ if irregular(word) => match auxiliary(tokens, at) {
            Some("be") => Some(participle(tokens, at)),
            _ => Some(Direction::Past),
        },
        _ if word.len() > 4 && word.ends_with("ed") && !tokens[at].capital => {
            if auxiliary(tokens, at).is_some() {
                Some(participle(tokens, at))
            } else if followed(tokens, at) && planned(word) {
                Some(Direction::Future)
            } else {
                Some(Direction::Past)
            }
        }
        "to" if at > 0 && planned(&tokens[at - 1].lower) => Some(Direction::Future),
        _ => None,
    }
}

/// The auxiliary in front of a participle, adverbs and "not" let through.
fn auxiliary(tokens: &[Token], at: usize) -> Option<&str> {
    tokens[at.saturating_sub(4)..at].iter().rev().map(|token| token.lower.as_str()).find(|word| {
        matches!(
            *word,
            "was"
                | "were"
                | "been"
                | "be"
                | "being"
                | "is"
                | "are"
                | "am"
                | "'s"
                | "'re"
                | "has"
                | "have"
                | "had"
                | "'ve"
                | "'d"
                | "will"
        )
    })
}

fn participle(tokens: &[Token], at: usize) -> Direction {
    let before = |reach: usize| tokens[at.saturating_sub(reach)..at].iter().map(|token| token.lower.as_str());
    let ahead = match auxiliary(tokens, at) {
        // "would have halted": it did not, and lay ahead when it was called off.
        Some("have") => before(5).any(|word| word == "would"),
        Some("be") => before(6).any(|word| matches!(word, "will" | "'ll" | "to" | "would" | "could" | "may" | "can")),
        Some("is" | "are" | "'s" | "'re") | None => scheduled(tokens, at),
        Some(_) => false,
    };
    if ahead { Direction::Future } else { Direction::Past }
}

fn infinitive(tokens: &[Token], at: usize) -> Option<Direction> {
    let window = &tokens[at.saturating_sub(8)..at];
    for (index, token) in window.iter().enumerate().rev() {
        match token.lower.as_str() {
            "will" | "'ll" | "wo" | "would" | "shall" | "'d" | "may" | "might" | "can" | "could" | "should"
            | "must" => {
                return Some(Direction::Future);
            }
            "did" => return Some(Direction::Past),
            "to" => {
                let governors = &window[index.saturating_sub(5)..index];
                let plan = governors.iter().rev().any(|word| planned(&word.lower));
                let copula =
                    governors.last().is_some_and(|word| matches!(word.lower.as_str(), "is" | "are" | "was" | "were"));
                if plan || copula {
                    return Some(Direction::Future);
                }
                if governors.iter().any(|word| word.tag == Tag::VerbPast) {
                    return Some(Direction::Past);
                }
                // "beat him in the sixth round to keep her title on Saturday": the verb further off decides.
                let start = at.saturating_sub(8) + index;
                let earlier = tokens[start.saturating_sub(REACH)..start].iter().rev().find(|word| word.tag.is_finite());
                return match earlier {
                    Some(word) if word.tag == Tag::VerbPast && !planned(&word.lower) => None,
                    _ => Some(Direction::Future),
                };
            }
            _ if token.tag.is_finite() => return None,
            _ => {}
        }
    }
    None
}
