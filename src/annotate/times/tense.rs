//! Which way a sentence looks from the day it was written: back or forward.
//!
//! "on Thursday" is last Thursday beside "resigned" and next Thursday beside "will resign". The verb before the phrase
//! decides, or the verb after one that opens its clause. Works on tags, and on word forms without them.

use super::verb_tense::of_verb;
use crate::annotate::token::Token;
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
pub(super) const REACH: usize = 30;

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

pub(super) fn planned(word: &str) -> bool {
    PLANNED.contains(word)
}

/// Whether "to" or "for" comes next.
pub(super) fn followed(tokens: &[Token], at: usize) -> bool {
    tokens.get(at + 1).is_some_and(|next| matches!(next.lower.as_str(), "to" | "for"))
}

/// Whether the word at `at` says that something is on somebody's calendar. A fire is set too, and a deal agreed.
pub(super) fn scheduled(tokens: &[Token], at: usize) -> bool {
    match tokens.get(at).map_or("", |token| token.lower.as_str()) {
        "due" | "scheduled" | "expected" | "planned" | "slated" | "timed" | "poised" | "likely" => true,
        "set" | "about" | "ready" | "called" | "billed" | "booked" => followed(tokens, at),
        _ => false,
    }
}

pub(super) fn irregular(word: &str) -> bool {
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
    // "Checked in, on Thursday night, for what is to be a long stay": the verb behind is that of another clause.
    let inserted = lead > 0 && word(lead - 1) == "," && before().is_some() && {
        let verb = (end..tokens.len().min(end + REACH)).find(|&at| of_verb(tokens, at, headline).is_some());
        verb.is_some_and(|verb| (end..verb).any(|at| matches!(word(at), "what" | "which" | "who" | "where" | "whose")))
    };
    let found = if opens && !inserted { after().or_else(before) } else { before().or_else(after) };
    let limit = (lead..start).any(|at| matches!(word(at), "until" | "till" | "by"));
    found.unwrap_or(if limit { Direction::Future } else { Direction::Unknown })
}

#[cfg(test)]
mod tests;
