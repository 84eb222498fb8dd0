//! Shares of a whole: "a third of", "two-thirds", "one in five", "one train in eight". All become percentages.

use super::context::{Context, Draft};
use super::counted;
use super::number;
use super::pieces::Join;
use super::units;
use super::words::{self, Kind};
use crate::annotate::quantity::Unit;

/// What sport counts in rows: "five goals in ten games" is no half of anything.
const EVENTS: [&str; 12] = [
    "game",
    "match",
    "race",
    "start",
    "attempt",
    "innings",
    "appearance",
    "final",
    "meeting",
    "outing",
    "test",
    "ball",
];

/// A fraction is not read more finely than a percentage point, nor more coarsely than a tenth of itself. Halves,
/// thirds and quarters are what people round shares to.
fn step(part: f64, whole: f64) -> f64 {
    let percent = 100.0 * part / whole;
    let familiar = match whole as u32 {
        2 => 4.0,
        3 | 4 => 2.0,
        _ => 1.0,
    };
    f64::min(familiar, percent / 10.0)
}

fn share(start: usize, end: usize, part: f64, whole: f64) -> Draft {
    Draft::new(start, end, 100.0 * part / whole, step(part, whole), Unit::Percent)
}

/// Reads the share whose first numeral is the piece `at`.
pub(super) fn read(context: &Context<'_>, at: usize) -> Option<Draft> {
    let mut draft = match fraction(context, at) {
        Some(draft) => of_a_unit(context, draft)?,
        None => one_in(context, at)?,
    };
    if draft.counted.is_none() {
        draft.counted = counted::read_of(context, draft.end);
    }
    Some(draft)
}

fn fraction(context: &Context<'_>, at: usize) -> Option<Draft> {
    let next = context.kind(at + 1);
    match context.kind(at) {
        Kind::Half => half(context, at),
        Kind::Unit(part) => {
            let whole = match next {
                Kind::Denominator(whole) => whole,
                Kind::Ordinal(whole) if words::is(part, 1.0) && whole > 2.0 && is_partitive(context, at + 2) => whole,
                Kind::Ordinal(whole) if words::is(part, 1.0) && whole > 2.0 && context.joined(at + 1, Join::Hyphen) => {
                    whole
                }
                _ => return None,
            };
            let quarters = context.word(at + 1) == "quarters" || context.joined(at + 1, Join::Hyphen);
            let read = part < whole && (!words::is(whole, 4.0) || quarters || is_partitive(context, at + 2));
            read.then(|| share(at, at + 2, part, whole))
        }
        Kind::Ordinal(whole) | Kind::Denominator(whole) if whole > 2.0 => {
            let article = matches!(context.before(at, 1), "a" | "an");
            (article && is_partitive(context, at + 1)).then(|| share(at - 1, at + 1, 1.0, whole))
        }
        _ => None,
    }
}

/// "two-tenths of one per cent", "half a percentage point" are the figures they say; a fifth of a penny is no share.
fn of_a_unit(context: &Context<'_>, draft: Draft) -> Option<Draft> {
    let of = usize::from(context.word(draft.end) == "of");
    if !matches!(context.word(draft.end + of), "a" | "an" | "one") {
        return Some(draft);
    }
    let at = draft.end + of + 1;
    let (unit, length) = match (context.word(at), context.word(at + 1)) {
        ("percent" | "%", _) => (Unit::Percent, 1),
        ("per", "cent") => (Unit::Percent, 2),
        ("percentage", "point") => (Unit::PercentagePoints, 2),
        _ => {
            let word = |n: usize| context.word(at + n);
            let measured = units::measure(word(0), &word).is_some() || units::money(word(0), &word).is_some();
            return (!measured).then_some(draft);
        }
    };
    Some(Draft::new(draft.start, at + length, draft.low / 100.0, draft.step / 100.0, unit))
}

/// Whether a part of something is spoken of: "of the catch", "more than last year", or nothing follows.
fn is_partitive(context: &Context<'_>, at: usize) -> bool {
    let clock = context.word(at) == "to" && context.kind(at + 1) != Kind::Word;
    !clock
        && matches!(
            context.word(at),
            "of" | "more"
                | "less"
                | "fewer"
                | "higher"
                | "lower"
                | "off"
                | "to"
                | "."
                | ","
                | ";"
                | ""
                | "in"
                | "since"
        )
}

/// "half of the", "half its", "more than half"; not "the second half", "half-time", "half an hour".
fn half(context: &Context<'_>, at: usize) -> Option<Draft> {
    let hyphenated = context.joined(at, Join::Hyphen) || context.joined(at + 1, Join::Hyphen);
    let of = matches!(context.word(at + 1), "of" | "the" | "its" | "their" | "his" | "her" | "all" | "those" | "our");
    let bounded =
        matches!(context.before(at, 1), "than" | "about" | "nearly" | "almost" | "over" | "under" | "by" | "around");
    let period = at.checked_sub(1).is_some_and(|before| matches!(context.kind(before), Kind::Ordinal(_)))
        || matches!(context.word(at + 1), "time" | "past");
    let point = matches!(context.word(at + 1), "a" | "an");
    if point && matches!(context.word(at + 2), "percentage" | "per" | "percent") {
        return Some(share(at, at + 1, 1.0, 2.0));
    }
    if hyphenated || period || point || !(of || bounded) {
        return None;
    }
    let mut draft = share(at, at + 1, 1.0, 2.0);
    if context.word(at + 1) != "of" && of {
        draft.counted = counted::read(context, at + 2, true);
    }
    Some(draft)
}

/// "one in five", "three out of four", "one train in eight".
fn one_in(context: &Context<'_>, at: usize) -> Option<Draft> {
    let part = number::read(context, at, false).filter(number::Number::is_plain)?;
    let noun = if context.word(part.end) == "in" || context.word(part.end) == "out" {
        None
    } else {
        Some(counted::read(context, part.end, words::is(part.low, 1.0))?)
    };
    let mut place = noun.as_ref().map_or(part.end, |noun| noun.end);
    place += match (context.word(place), context.word(place + 1)) {
        ("in", "every") | ("out", "of") => 2,
        ("in", _) => 1,
        _ => return None,
    };
    let whole = number::read(context, place, false).filter(|whole| whole.start == place && whole.is_plain())?;
    let round = whole.low <= 12.0 || [20.0, 25.0, 50.0, 100.0, 200.0, 500.0, 1e3, 1e4, 1e5, 1e6].contains(&whole.low);
    let word = |n: usize| context.word(whole.end + n);
    let unit = units::measure(word(0), &word).is_some() || context.joined(whole.end, Join::Glued);
    let follows = counted::read(context, whole.end, false);
    // "two people in three cars", "nine goals in ten games": the second figure counts something else.
    let outright =
        context.before(whole.start, 1) == "of" || words::is(part.low, 1.0) || [3.0, 10.0, 100.0].contains(&whole.low);
    let events = follows.as_ref().is_some_and(|noun| EVENTS.contains(&noun.lemma.as_str()));
    let counts = follows.is_some() && (noun.is_some() || !outright || events);
    if part.low >= whole.low || part.low < 1.0 || !round || unit || counts {
        return None;
    }
    let mut draft = share(at, whole.end, part.low, whole.low);
    draft.counted = noun.or(follows);
    Some(draft)
}
