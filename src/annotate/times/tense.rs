//! Which way a sentence looks from the day it was written: back or forward.
//!
//! "on Thursday" is last Thursday beside "resigned" and next Thursday beside "will resign". The verb before the phrase
//! decides, or the verb after one that opens its clause. Works on tags, and on word forms without them.

use crate::annotate::token::{Tag, Token};
use crate::hash::{Set, words};
use std::sync::LazyLock;

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
static PLANNED: LazyLock<Set<&str>> = LazyLock::new(|| {
    words(
        "due set scheduled expected planned plan plans planning intends intend intended hopes hope hoping hoped \
        agreed agrees agree vowed vows promised promises likely expects wants decided threatened threatens pledged \
        proposed preparing prepares slated poised called billed ready booked asked urged told ordered invited \
        arranged timed about",
    )
});
/// Past tenses that do not end in "-ed", for text without tags.
static IRREGULAR: LazyLock<Set<&str>> = LazyLock::new(|| {
    words(
        "was were had did said told met went came took gave got made saw ran won lost left held fell rose began \
        broke spoke struck shot found sent put cut hit led fought brought bought sold paid kept knew thought stood \
        sat wrote drove flew grew drew threw woke heard became beat sank quit swore built",
    )
});

fn planned(word: &str) -> bool {
    PLANNED.contains(word)
}

/// Whether "to" or "for" comes next.
fn followed(tokens: &[Token], at: usize) -> bool {
    tokens.get(at + 1).is_some_and(|next| matches!(next.lower.as_str(), "to" | "for"))
}

/// Whether the word at `at` says that something is on somebody's calendar. A fire is set too, and a deal agreed.
fn scheduled(tokens: &[Token], at: usize) -> bool {
    match tokens.get(at).map_or("", |token| token.lower.as_str()) {
        "due" | "scheduled" | "expected" | "planned" | "slated" | "timed" | "poised" | "likely" => true,
        "set" | "about" | "ready" | "called" | "billed" | "booked" => followed(tokens, at),
        _ => false,
    }
}

fn irregular(word: &str) -> bool {
    IRREGULAR.contains(word)
}

/// Words that may stand between a verb and a phrase of time that belongs to it.
static LEADS: LazyLock<Set<&str>> = LazyLock::new(|| {
    words(
        "on at in by since until till from between before after during for the early late about around shortly just \
        last next this over",
    )
});

/// Which way the verb that `tokens[start..end]` goes with looks: the one before it, or, for a phrase that opens its
/// clause, the one after it. `headline` text tells the past in the present tense.
pub(super) fn direction(tokens: &[Token], start: usize, end: usize, headline: bool) -> Direction {
    let word = |at: usize| tokens.get(at).map_or("", |token| token.lower.as_str());
    let mut lead = start;
    while lead > 0 && start - lead < 4 && LEADS.contains(word(lead - 1)) {
        if word(lead - 1) == "for" && tokens[lead.saturating_sub(7)..lead - 1].iter().any(|token| planned(&token.lower))
        {
            return Direction::Future;
        }
        lead -= 1;
    }
    let opens = lead == 0
        || matches!(
            word(lead - 1),
            "," | ";"
                | ":"
                | "\""
                | "“"
                | "‘"
                | "and"
                | "but"
                | "that"
                | "when"
                | "while"
                | "because"
                | "if"
                | "as"
                | "—"
                | "–"
                | "("
        );
    let before = || {
        let floor = lead.saturating_sub(REACH);
        let mut clause = (floor..lead).rev().take_while(|&at| !matches!(word(at), ";" | "“" | "\"" | "``"));
        clause.find_map(|at| of_verb(tokens, at, headline))
    };
    let after = || (end..tokens.len().min(end + REACH)).find_map(|at| of_verb(tokens, at, headline));
    let found = if opens { after().or_else(before) } else { before().or_else(after) };
    let limit = (lead..start).any(|at| matches!(word(at), "until" | "till" | "by"));
    found.unwrap_or(if limit { Direction::Future } else { Direction::Unknown })
}

fn of_verb(tokens: &[Token], at: usize, headline: bool) -> Option<Direction> {
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

#[cfg(test)]
mod tests;
