//! Figures that are no quantities: dates, telephone numbers, addresses, and numbers that are part of a name.

use super::context::{Context, Timed};
use super::pieces::Join;
use super::units;
use super::words::{Digits, Kind};
use crate::hash::{Set, words};
use std::sync::LazyLock;

/// Nouns that a number after them names rather than counts ("platform 5", "clause 12").
static LABELS: LazyLock<Set<&str>> = LazyLock::new(|| {
    words(
        "platform room page pages flight chapter clause section article gate day round phase type version channel \
        category level grade lot bus route highway line unit block apartment flat exit junction stage step tier \
        group pool race game match week year item paragraph rule schedule part act scene series season episode \
        volume issue number figure table ward court courtroom terminal bay model rated",
    )
});

static STREETS: LazyLock<Set<&str>> = LazyLock::new(|| {
    words(
        "street st st. avenue ave ave. av road rd rd. lane ln drive dr dr. boulevard blvd blvd. way place square \
        court terrace crescent close highway hwy parkway row gardens grove hill quay mews",
    )
});

/// Words that may stand with a capital at the head of a sentence before a figure that counts.
static OPENERS: LazyLock<Set<&str>> = LazyLock::new(|| {
    words(
        "the a an at in on of for from to by with after and but about around some nearly almost over under only \
        just all these those more than least up between another roughly approximately of its their his her our \
        exactly among perhaps when as",
    )
});

/// Whether the numeral at `at` is no quantity; gives the piece after the last one that goes with it.
pub(super) fn read(context: &Context<'_>, at: usize) -> Option<usize> {
    if context.timed(at) == Timed::Date {
        return Some(at + 1);
    }
    // "four-by-four", "zero-day", "0-day"
    if context.joined(at + 1, Join::Hyphen) && context.word(at + 1) == "by" {
        return Some(at + 3);
    }
    if context.joined(at + 1, Join::Hyphen)
        && matches!(context.word(at), "zero" | "0")
        && context.kind(at + 1) == Kind::Word
    {
        return Some(at + 2);
    }
    if context.word(at) == "zero" && matches!(context.word(at + 1), "day" | "days" | "hour" | "tolerance") {
        return Some(at + 2);
    }
    let Kind::Digits(figure) = context.kind(at) else {
        return is_label(context, at).then_some(at + 1);
    };
    // "the 1930s", "F-16s"
    if context.word(at + 1) == "s" && context.joined(at + 1, Join::Glued) {
        return Some(at + 2);
    }
    // "R2" without the makings of a price, "(907) 745-4811".
    let lettered = context.joined(at, Join::Glued)
        && context.before(at, 1) == "r"
        && figure.value < 100.0
        && is_plain(context, at);
    let area = context.word(at + 1) == ")" && is_telephone(context, at + 2);
    if lettered || area {
        return Some(at + 1);
    }
    if figure.leading_zero || is_chain(context, at) {
        return Some(end_of_chain(context, at));
    }
    let alone = is_bare(context, at);
    // "in 2006 dollars"
    let prices = context.before(at, 1) == "in" && is_year_number(figure);
    if prices && matches!(context.word(at + 1), "dollars" | "pounds" | "euros" | "prices" | "money") {
        return Some(at + 2);
    }
    let excluded = is_clock(context, at)
        || (alone
            && (is_emergency_number(context, at, figure) || is_address(context, at) || is_year(context, at, figure)))
        || (alone && !figure.grouped && figure.decimals < 3 && (is_label(context, at) || is_in_name(context, at)));
    excluded.then_some(at + 1)
}

/// Whether nothing beside the figure says that it is one: no sign, unit, magnitude or percent.
fn is_bare(context: &Context<'_>, at: usize) -> bool {
    let next = context.word(at + 1);
    let word = |n: usize| context.word(at + 1 + n);
    let sign = at.checked_sub(1).and_then(|before| units::sign(context.word(before))).is_some();
    let magnitude = !matches!(context.kind(at + 1), Kind::Word | Kind::Digits(_));
    !(sign
        || magnitude
        || matches!(next, "%" | "percent" | "per" | "pc")
        || context.joined(at + 1, Join::Glued)
        || units::measure(next, &word).is_some()
        || units::money(next, &word).is_some())
}

/// Three figures joined by hyphens ("45-7-2", "907-745-4811"), or figures one after another ("0845 125 2222").
fn is_chain(context: &Context<'_>, at: usize) -> bool {
    let digits = |place: usize| matches!(context.kind(place), Kind::Digits(_));
    let hyphens = |place: usize| digits(place) && context.joined(place, Join::Hyphen);
    let separate = |place: usize| digits(place) && context.joined(place, Join::Token);
    let whole = context.joined(at, Join::Token);
    is_telephone(context, at)
        || (hyphens(at + 1) && (hyphens(at + 2) || is_leading_zero(context, at + 1)))
        || (whole && separate(at + 1) && at.checked_sub(1).is_none_or(|before| !digits(before)))
}

/// "745-4811": three digits and four.
fn is_telephone(context: &Context<'_>, at: usize) -> bool {
    let digits = |place: usize| matches!(context.kind(place), Kind::Digits(_));
    let joined = digits(at) && digits(at + 1) && context.joined(at + 1, Join::Hyphen);
    joined && context.word(at).len() == 3 && context.word(at + 1).len() == 4
}

/// Whether no magnitude follows the digits.
fn is_plain(context: &Context<'_>, at: usize) -> bool {
    !context.joined(at + 1, Join::Glued) && !matches!(context.kind(at + 1), Kind::Magnitude(_))
}

fn is_leading_zero(context: &Context<'_>, at: usize) -> bool {
    matches!(context.kind(at), Kind::Digits(Digits { leading_zero: true, .. }))
}

fn end_of_chain(context: &Context<'_>, at: usize) -> usize {
    let mut end = at + 1;
    while matches!(context.kind(end), Kind::Digits(_)) {
        end += 1;
    }
    end
}

/// "6pm", "8.40 a.m.", for texts whose times were not read.
fn is_clock(context: &Context<'_>, at: usize) -> bool {
    matches!(context.word(at + 1), "am" | "pm" | "a.m." | "p.m." | "a.m" | "p.m" | "o'clock" | "gmt" | "bst" | "et")
}

fn is_emergency_number(context: &Context<'_>, at: usize, figure: Digits) -> bool {
    const CALLS: [&str; 9] =
        ["call", "calls", "caller", "callers", "dispatcher", "dispatchers", "operator", "operators", "emergency"];
    const DIALS: [&str; 8] = ["call", "called", "calling", "dial", "dialled", "dialed", "phoned", "rang"];
    let emergency = matches!(figure.value as u32, 911 | 999 | 112 | 111 | 101) && figure.decimals == 0;
    emergency && (CALLS.contains(&context.word(at + 1)) || DIALS.contains(&context.before(at, 1)))
}

/// "325 E. Dahlia Ave.", "the 22000 block of …".
fn is_address(context: &Context<'_>, at: usize) -> bool {
    if context.word(at + 1) == "block" {
        return true;
    }
    let street = (at + 1..at + 5).find(|place| STREETS.contains(context.word(*place)) && context.capital(*place));
    street.is_some_and(|street| {
        street > at + 1 && (at + 1..street).all(|place| context.capital(place) || context.word(place) == ".")
    })
}

fn is_year_number(figure: Digits) -> bool {
    figure.value >= 1500.0 && figure.value < 2100.0 && figure.decimals == 0 && !figure.grouped
}

/// A bare four-digit number without a comma, unless a plural follows and nothing before it asks for a year.
fn is_year(context: &Context<'_>, at: usize, figure: Digits) -> bool {
    if !is_year_number(figure) {
        return false;
    }
    if matches!(context.kind(at + 1), Kind::Digits(_)) {
        return true;
    }
    let dated = matches!(
        context.before(at, 1),
        "in" | "since" | "until" | "during" | "the" | "mid" | "early" | "late" | "from" | "by" | "of" | "'s" | "and"
    );
    let counted = super::counted::read(context, at + 1, false);
    dated || counted.is_none_or(|counted| counted.start + 2 < counted.end || context.capital(counted.end - 1))
}

fn is_label(context: &Context<'_>, at: usize) -> bool {
    context.joined(at, Join::Token)
        && LABELS.contains(context.before(at, 1))
        && super::counted::read(context, at + 1, false).is_none()
}

/// "Boeing 737", "Windows 8.1 users", and what is listed after it ("Explorer 8, 9 and 10").
fn is_in_name(context: &Context<'_>, mut at: usize) -> bool {
    if is_result(context, at) {
        return false;
    }
    // The reach bounds the work on a long list of numbers.
    for _ in 0..8 {
        let Some(before) = at.checked_sub(1).filter(|_| context.joined(at, Join::Token)) else { return false };
        if !matches!(context.word(before), "and" | "," | "or" | "&") {
            return is_named_by(context, before, at);
        }
        let Some(earlier) = before.checked_sub(1) else { return false };
        if !matches!(context.kind(earlier), Kind::Digits(_)) || !is_bare(context, earlier) {
            // "IE6, 7 and 8"
            let versioned = context.word(earlier).bytes().any(|byte| byte.is_ascii_digit());
            return versioned && context.capital(earlier) && context.kind(earlier) == Kind::Word;
        }
        at = earlier;
    }
    false
}

/// "beat City 2-1": the figures of a result stand behind a name and belong to no name.
fn is_result(context: &Context<'_>, at: usize) -> bool {
    let hyphen = context.joined(at + 1, Join::Hyphen).then_some(at + 1);
    let dash = matches!(context.word(at + 1), "-" | "–").then_some(at + 2);
    let second = hyphen.or(dash).filter(|second| matches!(context.kind(*second), Kind::Digits(_)));
    let small = |place: usize| context.word(place).len() <= 2;
    // The first of several sets is not the result: "6-4, 6-3".
    let digits = |place: usize| matches!(context.kind(place), Kind::Digits(_));
    let sets = |second: usize| digits(second + 1) || context.word(second + 1) == "," && digits(second + 2);
    let alone = second.is_some_and(|second| small(at) && small(second) && !sets(second));
    alone && context.preceded(at, 8, &super::pairs::CONTEST)
}

fn is_named_by(context: &Context<'_>, before: usize, at: usize) -> bool {
    let opener = OPENERS.contains(context.word(before)) || context.word(at + 1) == "of";
    let people = matches!(context.word(at + 1), "people" | "men" | "women" | "children" | "dead" | "years");
    context.capital(before) && !opener && !people && context.word(before).bytes().any(|byte| byte.is_ascii_alphabetic())
}
