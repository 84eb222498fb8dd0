//! Numbers: digits and words with their magnitudes, and the vague ones ("a few dozen", "hundreds of thousands").

use super::context::Context;
use super::pieces::Join;
use super::words::{self, Kind};

/// A number over the pieces `start..end`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Number {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) low: f64,
    pub(super) high: f64,
    pub(super) step: f64,
    /// "several hundred", "dozens": a range that nobody meant exactly.
    pub(super) vague: bool,
    /// The factor of "million" and the like, 1 without one.
    pub(super) magnitude: f64,
    /// Whether it begins with digits.
    pub(super) digits: bool,
}

impl Number {
    pub(super) fn exact(start: usize, end: usize, value: f64, step: f64) -> Self {
        Self { start, end, low: value, high: value, step, vague: false, magnitude: 1.0, digits: false }
    }

    /// Whether it is a whole number written without magnitude.
    pub(super) fn is_plain(&self) -> bool {
        self.low.fract() == 0.0 && self.magnitude <= 1.0 && !self.vague
    }

    pub(super) fn scaled(self, factor: f64) -> Self {
        Self { low: self.low * factor, high: self.high * factor, step: self.step * factor, ..self }
    }
}

/// Reads the number whose first numeral is the piece `at`; words before it may belong to it ("a few dozen"). In sums
/// of money, letters after the digits are magnitudes.
pub(super) fn read(context: &Context<'_>, at: usize, money: bool) -> Option<Number> {
    match context.kind(at) {
        Kind::Digits(figure) => {
            let step = if figure.decimals > 0 {
                10f64.powi(-i32::from(figure.decimals))
            } else {
                words::whole_step(figure.value)
            };
            let number = Number { digits: true, ..Number::exact(at, at + 1, figure.value, step) };
            let number = with_split_thousands(context, number);
            let number = with_letters(context, with_fraction(context, number), money);
            Some(with_magnitudes(context, number))
        }
        Kind::Unit(_) | Kind::Tens(_) => Some(with_magnitudes(context, with_fraction(context, in_words(context, at)))),
        Kind::Vulgar(value) => Some(with_magnitudes(context, Number::exact(at, at + 1, value, value))),
        Kind::Magnitude(_) => led(context, at),
        Kind::Plural(low, high) => plural(context, at, low, high),
        Kind::Half => half(context, at),
        _ => None,
    }
}

/// "two hundred and twelve thousand", below a million; larger words are read by [`with_magnitudes`].
fn in_words(context: &Context<'_>, at: usize) -> Number {
    let (mut total, mut current, mut end) = (0.0, 0.0, at);
    // What the next word may at most be worth: "twenty" takes "five", "five" takes nothing but a magnitude.
    let mut room = f64::INFINITY;
    loop {
        let connected = end > at && context.word(end) == "and" && current + total >= 100.0;
        let place = if connected { end + 1 } else { end };
        match context.kind(place) {
            Kind::Unit(value) if value < room => (current, room) = (current + value, 0.0),
            Kind::Tens(value) if value < room => (current, room) = (current + value, 10.0),
            Kind::Magnitude(100.0) if !connected && current > 0.0 && current < 100.0 => {
                (current, room) = (current * 100.0, 100.0);
            }
            Kind::Magnitude(1e3) if !connected && current > 0.0 && words::is(total, 0.0) => {
                (total, current, room) = (current * 1e3, 0.0, 1000.0);
            }
            _ => break,
        }
        end = place + 1;
    }
    let value = total + current;
    Number::exact(at, end.max(at + 1), value, words::whole_step(value))
}

/// "60, 000": a space after the comma, as text taken from web pages has it.
fn with_split_thousands(context: &Context<'_>, number: Number) -> Number {
    let split = context.word(number.end) == "," && context.word(number.end + 1) == "000";
    if !split || number.low.fract() != 0.0 || number.low >= 1000.0 {
        return number;
    }
    let value = number.low * 1000.0;
    Number { end: number.end + 2, low: value, high: value, step: words::whole_step(value), ..number }
}

/// "and a half", "½".
fn with_fraction(context: &Context<'_>, number: Number) -> Number {
    let end = number.end;
    let (value, length) = match (context.kind(end), context.word(end), context.word(end + 1)) {
        (Kind::Vulgar(value), ..) => (value, 1),
        (_, "and", "a") => match context.kind(end + 2) {
            Kind::Half => (0.5, 3),
            Kind::Denominator(4.0) => (0.25, 3),
            _ => return number,
        },
        _ => return number,
    };
    Number { low: number.low + value, high: number.high + value, step: value, end: end + length, ..number }
}

/// The letters of a magnitude after digits: "3.2m", "£5bn", "12k".
fn with_letters(context: &Context<'_>, number: Number, money: bool) -> Number {
    let glued = context.joined(number.end, Join::Glued);
    let letters = context.word(number.end);
    let Some(factor) = words::suffix(letters).filter(|_| glued || (money && letters.len() > 1)) else { return number };
    if letters == "m" && !money && is_metres(context, &number) {
        return number;
    }
    Number { end: number.end + 1, magnitude: factor, ..number.scaled(factor) }
}

/// "100m" is a distance in athletics and before words of extent, "2m users" a magnitude.
fn is_metres(context: &Context<'_>, number: &Number) -> bool {
    const EXTENT: [&str; 27] = [
        "high",
        "tall",
        "long",
        "deep",
        "wide",
        "away",
        "above",
        "below",
        "sprint",
        "race",
        "freestyle",
        "hurdles",
        "dash",
        "final",
        "backstroke",
        "butterfly",
        "breaststroke",
        "relay",
        "off",
        "from",
        "offshore",
        "underwater",
        "beneath",
        "radius",
        "medley",
        "down",
        "by",
    ];
    let by = context.before(number.start, 1) == "by" && context.before(number.start, 2) == "m";
    by || EXTENT.contains(&context.word(number.end + 1)) || context.joined(number.end + 1, Join::Hyphen)
}

/// "million", "hundred thousand", "dozen" after a number.
fn with_magnitudes(context: &Context<'_>, mut number: Number) -> Number {
    // "hundred thousand million" is as far as language goes.
    for _ in 0..3 {
        let Kind::Magnitude(factor) = context.kind(number.end) else { break };
        let dozen = words::is(factor, 12.0);
        number = number.scaled(factor);
        number.magnitude *= factor;
        number.end += 1;
        if dozen {
            number.step = dozen_step(number.low);
            break;
        }
    }
    number
}

/// Nobody counts a dozen out: it is right within an eighth.
fn dozen_step(value: f64) -> f64 {
    (value / 4.0).max(2.0)
}

/// A magnitude without a numeral: "a hundred", "several thousand", "a couple of million".
fn led(context: &Context<'_>, at: usize) -> Option<Number> {
    let (low, high, back) = match (context.before(at, 3), context.before(at, 2), context.before(at, 1)) {
        (_, "half", "a") => (0.5, 0.5, 2),
        (_, _, "a" | "an" | "per") => (1.0, 1.0, 1),
        ("a", "couple", "of") => (2.0, 3.0, 3),
        (_, "a", "couple") => (2.0, 3.0, 2),
        (_, "a", "few") => (2.0, 5.0, 2),
        (_, _, "few") => (2.0, 5.0, 1),
        (_, _, "several" | "many") => (3.0, 9.0, 1),
        _ => return None,
    };
    if context.before(at, 1) == "per" {
        return None;
    }
    let start = at.checked_sub(back)?;
    let mut number = Number { vague: low < high, high, ..Number::exact(start, at, low, low) };
    number = with_magnitudes(context, number);
    if let Kind::Magnitude(factor @ (100.0 | 1e3)) = context.kind(at)
        && number.end == at + 1
        && !number.vague
    {
        number.step = words::whole_step(low * factor);
    }
    Some(number)
}

/// "dozens", "hundreds of thousands".
fn plural(context: &Context<'_>, at: usize, low: f64, high: f64) -> Option<Number> {
    let of = context.word(at + 1) == "of";
    if !of && matches!(context.word(at), "tens" | "scores" | "billions") {
        return None;
    }
    let mut number = Number { vague: true, high, ..Number::exact(at, at + 1, low, low) };
    if of && let Kind::Plural(unit, _) = context.kind(at + 2) {
        // The words name twice their magnitude at least.
        let factor = unit / 2.0;
        let next_word = low * factor * 5.0 - 1.0;
        number = Number { end: at + 3, low: low * factor, high: (high * factor).min(next_word), ..number };
        number.step = number.low;
    } else if context.word(at) == "tens" {
        return None;
    }
    Some(number)
}

/// "half a million", "half a dozen"; other halves are shares.
fn half(context: &Context<'_>, at: usize) -> Option<Number> {
    let article = usize::from(matches!(context.word(at + 1), "a" | "an"));
    let Kind::Magnitude(factor) = context.kind(at + 1 + article) else { return None };
    let mut number = Number::exact(at, at + 1 + article, 0.5, 0.1);
    number = with_magnitudes(context, number);
    if factor < 1e3 && !words::is(factor, 12.0) {
        number.step = words::whole_step(number.low);
    }
    Some(number)
}
