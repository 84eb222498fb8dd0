//! Ranks: "the second goal", "43rd", "third-largest", "world No. 2".

use super::context::{Context, Draft, Timed};
use super::counted;
use super::pieces::Join;
use super::words::Kind;
use crate::annotate::quantity::Unit;

/// What follows an ordinal that is part of a name, a period, or a phrase.
const OTHERWISE: [&str; 40] = [
    "half",
    "quarter",
    "quarters",
    "name",
    "names",
    "class",
    "hand",
    "aid",
    "degree",
    "century",
    "centuries",
    "thing",
    "things",
    "floor",
    "street",
    "avenue",
    "ave",
    "ave.",
    "road",
    "st",
    "st.",
    "of",
    "lady",
    "minister",
    "amendment",
    "infantry",
    "division",
    "regiment",
    "battalion",
    "brigade",
    "circuit",
    "precinct",
    "airborne",
    "and",
    "world",
    "party",
    "person",
    "thoughts",
    "nature",
    "language",
];

/// Reads the rank whose first piece is `at`.
pub(super) fn read(context: &Context<'_>, at: usize) -> Option<Draft> {
    if let Kind::Ordinal(rank) = context.kind(at) {
        return ordinal(context, at, rank);
    }
    number_sign(context, at)
}

fn ordinal(context: &Context<'_>, at: usize, rank: f64) -> Option<Draft> {
    let next = context.word(at + 1);
    let closing = matches!(next, "," | ":" | ";" | "") || context.timed(at) != Timed::No;
    let named = context.capital(at) && context.capital(at + 1) && context.joined(at, Join::Token);
    let adverb =
        matches!(context.before(at, 1), "at" | "per" | "split" | "a" | "every" | "each") && !is_noun_next(context, at);
    let hyphenated = context.joined(at + 1, Join::Hyphen);
    let superlative = is_superlative(next);
    if closing
        || named
        || adverb
        || OTHERWISE.contains(&next)
        || (hyphenated && !superlative)
        || super::context::is_month(next)
    {
        return None;
    }
    let end = at + 1 + usize::from(superlative);
    let mut draft = Draft::new(at, end, rank, 1.0, Unit::Ordinal);
    draft.counted = counted::read(context, end, true);
    // "the 11 first reported": an adverb ranks nothing.
    let verb = context.tag(end).is_verb() && draft.counted.is_none();
    (!verb || superlative).then_some(draft)
}

fn is_noun_next(context: &Context<'_>, at: usize) -> bool {
    counted::read(context, at + 1, true).is_some()
}

fn is_superlative(word: &str) -> bool {
    matches!(word, "most" | "worst" | "best" | "least" | "ever" | "placed" | "ranked")
        || (word.len() > 5 && word.ends_with("est"))
}

/// "the No. 2 seed", "world number one"; "No. 10" alone names an address.
fn number_sign(context: &Context<'_>, at: usize) -> Option<Draft> {
    let dotted = context.before(at, 1) == "." && matches!(context.before(at, 2), "no" | "nos");
    let sign = if dotted { 2 } else { 1 };
    let is_sign = dotted || matches!(context.before(at, 1), "no." | "number" | "no" | "#");
    let before = context.before(at, sign + 1);
    let after = context.word(at + 1);
    let ranked = matches!(before, "world" | "the" | "seed" | "ranked" | "at" | "as" | "'s" | "top" | "to" | "a")
        || matches!(after, "seed" | "seeds" | "ranked" | "single" | "hit" | "spot");
    let rank = match context.kind(at) {
        Kind::Digits(figure) if figure.value.fract() == 0.0 && figure.value < 1e4 => figure.value,
        Kind::Unit(value) => value,
        _ => return None,
    };
    let home = (10.0..=11.0).contains(&rank) && matches!(before, "at" | "to" | "the");
    (is_sign && ranked && !home).then(|| {
        let mut draft = Draft::new(at - sign, at + 1, rank, 1.0, Unit::Ordinal);
        draft.counted = counted::read(context, at + 1, true);
        draft
    })
}
