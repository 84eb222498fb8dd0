//! Ages: "54-year-old", "aged 54", ", 54,", "in his 30s".

use super::context::{Context, Draft};
use super::number::{self, Number};
use super::pieces::Join;
use super::words::Kind;
use crate::annotate::quantity::{Bound, Unit};

fn age(start: usize, end: usize, years: f64) -> Draft {
    Draft::new(start, end, years, 1.0, Unit::Age)
}

/// Reads the age whose first numeral is the piece `at`.
pub(super) fn read(context: &Context<'_>, at: usize) -> Option<Draft> {
    if let Some(draft) = group(context, at) {
        return Some(draft);
    }
    if let Kind::Decade(from) = context.kind(at) {
        return decade(context, at, from);
    }
    let number = number::read(context, at, false).filter(|number| number.low <= 130.0 && !number.vague)?;
    old(context, &number)
        .or_else(|| aged(context, &number))
        .or_else(|| apposed(context, &number))
        .or_else(|| was(context, &number))
}

/// "under-18s", "the over 60s".
fn group(context: &Context<'_>, at: usize) -> Option<Draft> {
    let bound = match context.before(at, 1) {
        "under" => Bound::LessThan,
        "over" => Bound::MoreThan,
        _ => return None,
    };
    let (years, end) = match context.kind(at) {
        Kind::Decade(years) => (years, at + 1),
        Kind::Digits(figure) if context.word(at + 1) == "s" && context.joined(at + 1, Join::Glued) => {
            (figure.value, at + 2)
        }
        _ => return None,
    };
    Some(Draft { bound, ..age(at - 1, end, years) })
}

/// "in his 30s", "a woman in her mid-40s".
fn decade(context: &Context<'_>, at: usize, from: f64) -> Option<Draft> {
    let mut start = at;
    let (mut low, mut high) = (from, from + 9.0);
    match context.before(start, 1) {
        "early" => (high, start) = (from + 4.0, start - 1),
        "mid" => (low, high, start) = (from + 3.0, from + 7.0, start - 1),
        "late" => (low, start) = (from + 6.0, start - 1),
        _ => {}
    }
    let person = matches!(context.before(start, 1), "his" | "her" | "their" | "my" | "your" | "our");
    person.then(|| Draft { high, ..age(start, at + 1, low) })
}

/// "54-year-old", "54 years old", "three-month-old".
fn old(context: &Context<'_>, number: &Number) -> Option<Draft> {
    let unit = context.word(number.end);
    let years = match unit {
        "year" | "years" => 1.0,
        "month" | "months" => 1.0 / 12.0,
        "week" | "weeks" => 7.0 / 365.25,
        "day" | "days" => 1.0 / 365.25,
        _ => return None,
    };
    let old = matches!(context.word(number.end + 1), "old" | "olds")
        || (context.word(number.end + 1) == "of" && context.word(number.end + 2) == "age");
    let length = if context.word(number.end + 1) == "of" { 3 } else { 2 };
    old.then(|| Draft { step: number.step * years, ..age(number.start, number.end + length, number.low * years) })
}

/// "aged 54", "at age 61", "at the age of 61", "aged between 19 and 64".
fn aged(context: &Context<'_>, number: &Number) -> Option<Draft> {
    let start = number.start;
    let (mut back, between) = match (context.before(start, 2), context.before(start, 1)) {
        ("between" | "from", _) => (0, false),
        (_, "between" | "from") => (2, true),
        _ => (1, false),
    };
    let cue = match (context.before(start, back + 1), context.before(start, back.max(1))) {
        _ if back == 1 && context.before(start, 1) == "aged" => true,
        _ if back == 1 && context.before(start, 1) == "age" => true,
        _ if back == 1 && context.before(start, 1) == "of" && context.before(start, 2) == "age" => {
            back = 2;
            true
        }
        (_, "aged" | "ages") if back == 2 => true,
        _ if back == 2 && context.preceded(start, 4, &["age", "ages"]) => {
            back = 1;
            true
        }
        _ => false,
    };
    if !cue || !number.is_plain() || matches!(context.word(number.end), "months" | "weeks" | "days") {
        return None;
    }
    let low = age(start - back, number.end, number.low);
    let linked =
        matches!(context.word(number.end), "to" | "and" | "-" | "–") || context.joined(number.end, Join::Hyphen);
    let place = number.end + usize::from(!context.joined(number.end, Join::Hyphen));
    let range = (between || context.word(number.end) != "and") && linked;
    match number::read(context, place, false).filter(|second| range && second.low > number.low && second.low <= 130.0) {
        Some(second) => Some(Draft { high: second.low, end: second.end, ..low }),
        None => Some(low),
    }
}

/// "Ana Ruiz, 54, said", "son Oscar, 8.": between a name and a comma or the end.
fn apposed(context: &Context<'_>, number: &Number) -> Option<Draft> {
    let name = number.start.checked_sub(2)?;
    let closed = matches!(context.word(number.end), "," | "." | ";" | "" | ")" | "and" | "—" | "–");
    let opened = context.word(name + 1) == ",";
    let whole = number.digits
        && number.is_plain()
        && number.end == number.start + 1
        && number.low >= 1.0
        && number.low <= 112.0;
    if !(closed && opened && whole && context.joined(number.start, Join::Token)) {
        return None;
    }
    let named = context.capital(name)
        && context.kind(name) == Kind::Word
        && context.word(name).bytes().all(|byte| !byte.is_ascii_digit())
        && !super::context::is_month(context.word(name));
    let listed = !context.word(number.end).is_empty() && matches!(context.kind(number.end + 1), Kind::Digits(_));
    (named && !listed).then(|| age(number.start, number.end, number.low))
}

/// "She was 77.", "he turned 40 in May".
fn was(context: &Context<'_>, number: &Number) -> Option<Draft> {
    let person = matches!(context.before(number.start, 2), "he" | "she" | "who" | "i");
    let verb = matches!(context.before(number.start, 1), "was" | "is" | "'s" | "turned" | "turns" | "'m" | "am");
    let closed = matches!(
        context.word(number.end),
        "," | "." | ";" | "" | "and" | "when" | "in" | "on" | "at" | "'" | "\"" | "”"
    );
    (person && verb && closed && number.is_plain() && number.low >= 1.0)
        .then(|| age(number.start, number.end, number.low))
}
