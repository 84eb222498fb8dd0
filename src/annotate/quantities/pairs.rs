//! Two figures that belong together: ranges ("between 10 and 15", "£3-4m") and scores ("2–1", "312 votes to 288").

use super::context::{Context, Draft};
use super::figure::{self, Figure};
use super::pieces::Join;
use super::words;
use crate::annotate::quantity::{Bound, Unit};

/// Words beside two figures that are set against one another.
pub(super) const CONTEST: [&str; 40] = [
    "win",
    "won",
    "beat",
    "beating",
    "beaten",
    "lose",
    "lost",
    "defeat",
    "victory",
    "draw",
    "drew",
    "vote",
    "voted",
    "votes",
    "ruled",
    "ruling",
    "decision",
    "lead",
    "led",
    "leading",
    "trail",
    "trailed",
    "ahead",
    "score",
    "scored",
    "set",
    "sets",
    "final",
    "tie",
    "aggregate",
    "margin",
    "backed",
    "rejected",
    "approved",
    "passed",
    "majority",
    "split",
    "level",
    "tally",
    "seats",
];

/// Words of change: "rose from 19 to 64" names two values, not a range.
const CHANGE: [&str; 44] = [
    "rise",
    "rose",
    "risen",
    "rising",
    "fall",
    "fell",
    "fallen",
    "falling",
    "drop",
    "dropped",
    "increase",
    "increased",
    "decrease",
    "decreased",
    "grow",
    "grew",
    "grown",
    "cut",
    "raise",
    "raised",
    "reduce",
    "reduced",
    "lower",
    "lowered",
    "lift",
    "lifted",
    "climb",
    "climbed",
    "slip",
    "slipped",
    "up",
    "down",
    "jump",
    "jumped",
    "slump",
    "slumped",
    "gain",
    "gained",
    "lost",
    "change",
    "changed",
    "expand",
    "expanded",
    "went",
];

/// Nouns that a tally counts.
const BALLOTS: [&str; 12] =
    ["vote", "votes", "seat", "seats", "ballot", "ballots", "goal", "goals", "point", "points", "run", "frames"];

/// Words beside betting odds, which are neither range nor score.
const ODDS: [&str; 6] = ["odds", "favourite", "favorite", "outsider", "bookmaker", "bookmakers"];

/// How the second figure follows the first.
#[derive(Clone, Copy, PartialEq)]
enum Link {
    To,
    Hyphen,
    And,
    Or,
}

/// What a figure and the one after it make.
pub(super) enum Pair {
    /// One quantity.
    Joined(Draft),
    /// Two quantities, the first of which has the unit of the second ("rose from 19 to 64 pence").
    Change(Figure),
    /// Nothing that may be read, up to this piece ("2012-13", "24-7").
    Neither(usize),
}

/// Reads the pair that begins with `first`.
pub(super) fn read(context: &Context<'_>, first: &Figure) -> Option<Pair> {
    let counted = figure::counted(context, first).filter(|_| first.scale.is_count());
    tally_of_nouns(context, first, counted.as_ref().map(|counted| counted.end))
        .or_else(|| for_and_against(context, first, counted.as_ref().map_or(first.end, |counted| counted.end)))
        .map(Pair::Joined)
        .or_else(|| adjacent(context, first))
}

/// "312 votes to 288".
fn tally_of_nouns(context: &Context<'_>, first: &Figure, end: Option<usize>) -> Option<Draft> {
    let end = end.filter(|end| BALLOTS.contains(&context.word(end - 1)) && context.word(*end) == "to")?;
    let second = figure::read(context, end + 1).filter(|second| second.start == end + 1 && second.scale.is_count())?;
    let mut draft = score(first, &second);
    draft.counted = figure::counted(context, first);
    Some(draft)
}

/// "58 in favour and 31 against", "58 votes for, 31 against", "nine for to four against".
fn for_and_against(context: &Context<'_>, first: &Figure, end: usize) -> Option<Draft> {
    let mut at = end;
    at += match (context.word(at), context.word(at + 1)) {
        ("in", "favour" | "favor") => 2,
        ("for", _) => 1,
        _ => return None,
    };
    while matches!(context.word(at), "," | "and" | "to" | "with" | "but") {
        at += 1;
    }
    let second = figure::read(context, at).filter(|second| second.start == at && second.scale.is_count())?;
    let behind = figure::counted(context, &second).map_or(second.end, |counted| counted.end);
    let against = matches!(context.word(behind), "against" | "opposed") || context.word(second.end) == "against";
    let plain = first.scale.is_count() && first.number.magnitude <= 1.0 && second.number.magnitude <= 1.0;
    (against && plain).then(|| score(first, &second))
}

fn adjacent(context: &Context<'_>, first: &Figure) -> Option<Pair> {
    let (link, at) = link(context, first)?;
    let second = figure::read(context, at)
        .filter(|second| second.start == at)
        .or_else(|| figure::read(context, at + 1).filter(|second| second.start == at))?;
    let bare = first.scale.is_count() && second.scale.is_count();
    let opposed = context.preceded(first.start, 8, &CONTEST) || context.followed(second.end, 3, &CONTEST);
    let change = context.preceded(first.start, 6, &CHANGE);
    if bare && link == Link::Hyphen {
        return hyphenated(context, first, &second, opposed);
    }
    let same = first.scale == second.scale || (first.scale.unit == Unit::Percent && second.scale.is_count());
    let tally = link == Link::To && opposed && !change && same && !context.preceded(first.start, 1, &["from"]);
    if tally && first.number.magnitude <= 1.0 && second.number.magnitude <= 1.0 && !is_span(first) {
        return Some(Pair::Joined(score(first, &second)));
    }
    if link == Link::To && change {
        let (first, _) = aligned(first, &second);
        return Some(Pair::Change(first));
    }
    let close = second.number.low <= first.number.low * 2.0 + 1.0 && first.number.is_plain();
    if link == Link::Or && !close {
        return None;
    }
    range(context, first, &second).map(Pair::Joined)
}

/// Lengths and sums of money are not set against one another by "to".
fn is_span(figure: &Figure) -> bool {
    matches!(figure.scale.unit, Unit::Currency(_) | Unit::Duration | Unit::Measure(_))
}

fn link(context: &Context<'_>, first: &Figure) -> Option<(Link, usize)> {
    let end = first.end;
    if context.joined(end, Join::Hyphen) {
        let to = context.word(end) == "to" && context.joined(end + 1, Join::Hyphen);
        return Some(if to { (Link::To, end + 1) } else { (Link::Hyphen, end) });
    }
    match context.word(end) {
        "to" => Some((Link::To, end + 1)),
        "-" | "–" => Some((Link::Hyphen, end + 1)),
        "and" if context.before(first.start, 1) == "between" => Some((Link::And, end + 1)),
        "or" => Some((Link::Or, end + 1)),
        _ => None,
    }
}

/// "2–1", "10-15 minutes", "2012-13".
fn hyphenated(context: &Context<'_>, first: &Figure, second: &Figure, opposed: bool) -> Option<Pair> {
    let (low, high) = (first.number.low, second.number.low);
    let plain = first.number.is_plain() && second.number.is_plain();
    let years = (1500.0..2100.0).contains(&low) && first.number.digits;
    let idiom = (words::is(low, 24.0) && words::is(high, 7.0))
        || (words::is(low, high) && low > 20.0)
        || (words::is(low, 9.0) && words::is(high, 11.0));
    let odds = context.preceded(first.start, 8, &ODDS);
    if years || idiom || odds {
        return Some(Pair::Neither(second.end));
    }
    if plain && (opposed || low >= high) && !is_counting(context, second, low < high) {
        return Some(Pair::Joined(score(first, second)));
    }
    range(context, first, second).map(Pair::Joined)
}

/// "10-15 people": the pair counts something, so that it is no score.
fn is_counting(context: &Context<'_>, second: &Figure, rising: bool) -> bool {
    let counted = figure::counted(context, second);
    rising && counted.is_some_and(|counted| !CONTEST.contains(&context.word(counted.end - 1)))
}

fn score(first: &Figure, second: &Figure) -> Draft {
    let mut draft = Draft::new(first.start, second.end, first.number.low, 1.0, Unit::Score);
    draft.step = first.number.step.min(second.number.step).min(1.0);
    draft.against = Some(second.number.low);
    draft
}

fn range(context: &Context<'_>, first: &Figure, second: &Figure) -> Option<Draft> {
    let (first, second) = aligned(first, second);
    if first.scale.unit != second.scale.unit {
        return None;
    }
    let (low, high) = (first.draft(), second.draft());
    if low.low >= high.high {
        return None;
    }
    let led = matches!(context.before(first.start, 1), "between" | "from");
    let start = first.start - usize::from(led);
    let bound = if low.bound == Bound::About || high.bound == Bound::About { Bound::About } else { Bound::Exactly };
    let counted = figure::counted(context, &second);
    Some(Draft { start, end: second.end, high: high.high, step: low.step.min(high.step), bound, counted, ..low })
}

/// Both figures with the unit and the magnitude that only one of them names.
fn aligned(first: &Figure, second: &Figure) -> (Figure, Figure) {
    let (mut first, mut second) = (first.clone(), second.clone());
    if first.scale.is_count() {
        first.scale = second.scale.clone();
    } else if second.scale.is_count() {
        second.scale = first.scale.clone();
    }
    // "£3-4m", "10 to 15 million": the magnitude belongs to both.
    let mantissa = second.number.low / second.number.magnitude;
    let alike = first.scale.unit == second.scale.unit;
    if alike && first.number.magnitude <= 1.0 && second.number.magnitude > 1.0 && first.number.low <= mantissa {
        first.number = first.number.scaled(second.number.magnitude);
    }
    (first, second)
}
