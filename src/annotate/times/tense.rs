//! Which way a sentence looks from the day it was written: back or forward.
//!
//! "on Thursday" is last Thursday beside "resigned" and next Thursday beside "will resign". The verb nearest to the
//! phrase decides, the one before it where two are equally near. Works on tags, and on word forms without them.

use crate::annotate::token::{Tag, Token};

/// Where what a verb says lies, seen from the moment of writing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Direction {
    Past,
    Future,
    /// No verb tells.
    Unknown,
}

/// How far a verb may stand from the phrase, in tokens.
const REACH: usize = 30;

/// Words after which an infinitive, or a "for Friday", lies ahead.
const PLANNED: [&str; 46] = [
    "due",
    "set",
    "scheduled",
    "expected",
    "planned",
    "plan",
    "plans",
    "planning",
    "intends",
    "intend",
    "intended",
    "hopes",
    "hope",
    "hoping",
    "hoped",
    "agreed",
    "agrees",
    "agree",
    "vowed",
    "vows",
    "promised",
    "promises",
    "likely",
    "expects",
    "wants",
    "decided",
    "threatened",
    "threatens",
    "pledged",
    "proposed",
    "preparing",
    "prepares",
    "slated",
    "poised",
    "called",
    "billed",
    "ready",
    "booked",
    "asked",
    "urged",
    "told",
    "ordered",
    "invited",
    "arranged",
    "timed",
    "about",
];
/// Past tenses that do not end in "-ed", for text without tags.
const IRREGULAR: [&str; 56] = [
    "was", "were", "had", "did", "said", "told", "met", "went", "came", "took", "gave", "got", "made", "saw", "ran",
    "won", "lost", "left", "held", "fell", "rose", "began", "broke", "spoke", "struck", "shot", "found", "sent", "put",
    "cut", "hit", "led", "fought", "brought", "bought", "sold", "paid", "kept", "knew", "thought", "stood", "sat",
    "wrote", "drove", "flew", "grew", "drew", "threw", "woke", "heard", "became", "beat", "sank", "quit", "swore",
    "built",
];

/// Which way the verb nearest to `tokens[start..end]` looks. `headline` text tells the past in the present tense.
pub(super) fn direction(tokens: &[Token], start: usize, end: usize, headline: bool) -> Direction {
    if start > 0 && tokens[start - 1].lower == "for" {
        let planned =
            tokens[start.saturating_sub(7)..start - 1].iter().any(|token| PLANNED.contains(&token.lower.as_str()));
        if planned {
            return Direction::Future;
        }
    }
    for distance in 1..=REACH {
        let before = start.checked_sub(distance);
        let after = (end + distance - 1 < tokens.len()).then_some(end + distance - 1);
        if before.is_none() && after.is_none() {
            break;
        }
        for at in [before, after].into_iter().flatten() {
            if let Some(direction) = of_verb(tokens, at, headline) {
                return direction;
            }
        }
    }
    Direction::Unknown
}

fn of_verb(tokens: &[Token], at: usize, headline: bool) -> Option<Direction> {
    let word = tokens[at].lower.as_str();
    let next = tokens.get(at + 1).map_or("", |token| token.lower.as_str());
    match word {
        "will" | "'ll" | "wo" | "shall" | "would" | "'d" => return Some(Direction::Future),
        "is" | "are" | "was" | "were" | "'s" | "'re" if next == "to" || PLANNED.contains(&next) && next != "told" => {
            return Some(if matches!(next, "asked" | "urged" | "called" | "ordered") {
                Direction::Past
            } else {
                Direction::Future
            });
        }
        "has" | "have" if next == "to" => return Some(Direction::Future),
        _ => {}
    }
    match tokens[at].tag {
        Tag::Modal => Some(Direction::Future),
        Tag::VerbPast => Some(Direction::Past),
        Tag::VerbParticiple => participle(tokens, at),
        Tag::Verb => infinitive(tokens, at),
        Tag::VerbGerund => auxiliary(tokens, at).map(|word| match word {
            "was" | "were" | "been" => Direction::Past,
            _ => Direction::Future,
        }),
        Tag::VerbPresent | Tag::VerbThird => match word {
            "has" | "have" | "'ve" | "say" | "says" | "'s" if headline || !word.starts_with('s') => {
                Some(Direction::Past)
            }
            "say" | "says" | "'s" => None,
            _ if headline => Some(Direction::Past),
            _ => Some(Direction::Future),
        },
        Tag::Other => word_form(tokens, at, word),
        _ => None,
    }
}

/// A verb without a tag.
fn word_form(tokens: &[Token], at: usize, word: &str) -> Option<Direction> {
    match word {
        "has" | "have" => Some(Direction::Past),
        "may" | "might" | "can" | "could" | "should" | "must" if !tokens[at].capital => Some(Direction::Future),
        _ if IRREGULAR.contains(&word) => Some(Direction::Past),
        _ if word.len() > 4 && word.ends_with("ed") && !tokens[at].capital => {
            if PLANNED.contains(&word)
                && tokens.get(at + 1).is_some_and(|next| matches!(next.lower.as_str(), "to" | "for"))
            {
                Some(Direction::Future)
            } else {
                Some(Direction::Past)
            }
        }
        "to" if at > 0 && PLANNED.contains(&tokens[at - 1].lower.as_str()) => Some(Direction::Future),
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

fn participle(tokens: &[Token], at: usize) -> Option<Direction> {
    match auxiliary(tokens, at) {
        Some("be") => {
            let before = tokens[at.saturating_sub(6)..at].iter().rev().map(|token| token.lower.as_str());
            let ahead =
                before.clone().any(|word| matches!(word, "will" | "'ll" | "to" | "would" | "could" | "may" | "can"));
            Some(if ahead { Direction::Future } else { Direction::Past })
        }
        Some(_) => Some(Direction::Past),
        None if PLANNED.contains(&tokens[at].lower.as_str()) => Some(Direction::Future),
        None => Some(Direction::Past),
    }
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
                let planned = governors.iter().rev().any(|word| PLANNED.contains(&word.lower.as_str()));
                let copula =
                    governors.last().is_some_and(|word| matches!(word.lower.as_str(), "is" | "are" | "was" | "were"));
                if planned || copula {
                    return Some(Direction::Future);
                }
                if governors.iter().any(|word| word.tag == Tag::VerbPast) {
                    return Some(Direction::Past);
                }
                return Some(Direction::Future);
            }
            _ if token.tag.is_finite() => return None,
            _ => {}
        }
    }
    None
}
