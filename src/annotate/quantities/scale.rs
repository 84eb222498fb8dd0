//! The unit beside a number: signs, percent, money, measures, and what a suffixed letter stands for.

use super::context::Context;
use super::number::Number;
use super::pieces::Join;
use super::units;
use super::words::{self, Kind};
use crate::annotate::quantity::Unit;

/// How a number converts to the base of its unit.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Scale {
    pub(super) unit: Unit,
    pub(super) factor: f64,
    pub(super) offset: f64,
    /// The part of a unit that the figure is meant to.
    pub(super) step: f64,
}

impl Scale {
    pub(super) fn of(unit: Unit, factor: f64) -> Self {
        Self { unit, factor, offset: 0.0, step: 1.0 }
    }

    /// Whether the figure is a bare number.
    pub(super) fn is_count(&self) -> bool {
        self.unit == Unit::Count
    }
}

pub(super) fn sign_before(context: &Context<'_>, at: usize) -> Option<&'static compact_str::CompactString> {
    let before = at.checked_sub(1)?;
    let text = context.word(before);
    let letters = text.bytes().all(|byte| byte.is_ascii_alphabetic() || byte == b'.');
    let number =
        context.piece(at).is_some_and(|piece| matches!(piece.kind, Kind::Digits(_) | Kind::Unit(_) | Kind::Tens(_)));
    // "R2" is a name; "R200", "R2.5m" are money.
    let small = matches!(context.kind(at), Kind::Digits(figure) if figure.value < 100.0);
    let magnitude = words::suffix(context.word(at + 1)).is_some() || matches!(context.kind(at + 1), Kind::Magnitude(_));
    let long_enough = text != "r" || (context.joined(at, Join::Glued) && (magnitude || !small));
    units::sign(text).filter(|_| number && long_enough && (!letters || context.capital(before)))
}

/// Percent, money or measure after a number; and the pieces it takes.
pub(super) fn unit_after(context: &Context<'_>, number: &Number) -> Option<(Scale, usize)> {
    let at = number.end;
    percent(context, at).or_else(|| money(context, number)).or_else(|| measure(context, number))
}

fn percent(context: &Context<'_>, at: usize) -> Option<(Scale, usize)> {
    let (unit, factor, length) = match (context.word(at), context.word(at + 1)) {
        ("percentage" | "percent" | "%", "point" | "points") => (Unit::PercentagePoints, 1.0, 2),
        ("basis", "point" | "points") => (Unit::PercentagePoints, 0.01, 2),
        ("%" | "percent" | "pc" | "pct" | "percentage", _) => (Unit::Percent, 1.0, 1),
        ("per", "cent") => (Unit::Percent, 1.0, 2),
        _ => return None,
    };
    Some((Scale::of(unit, factor), length))
}

fn money(context: &Context<'_>, number: &Number) -> Option<(Scale, usize)> {
    let at = number.end;
    let word = |n: usize| context.word(at + n);
    let (money, length) = units::money(word(0), &word)?;
    let large = number.low >= 1000.0;
    let readable = match word(0) {
        "p" => context.joined(at, Join::Glued) && !matches!(number.low as u32, 480 | 720 | 1080 | 1440 | 2160),
        "pound" | "pounds" => large || length > 1 || is_paid(context, number, at + 1),
        "won" | "crowns" => large,
        _ => true,
    };
    readable.then(|| (Scale::of(Unit::Currency(money.code.clone()), money.factor), length))
}

/// Whether "pounds" below a thousand is money: something is paid, or a price is named.
fn is_paid(context: &Context<'_>, number: &Number, after: usize) -> bool {
    const PAYING: [&str; 22] = [
        "pay", "cost", "price", "worth", "fine", "charge", "spend", "earn", "fee", "sell", "buy", "sterling", "raise",
        "owe", "bill", "save", "paid", "spent", "sold", "fined", "costs", "wage",
    ];
    const PRICED: [&str; 12] =
        ["fine", "note", "fee", "prize", "bill", "voucher", "ticket", "sterling", "an", "a", "per", "each"];
    context.preceded(number.start, 6, &PAYING) || PRICED.contains(&context.word(after))
}

pub(super) fn measure(context: &Context<'_>, number: &Number) -> Option<(Scale, usize)> {
    let at = number.end;
    let word = |n: usize| context.word(at + n);
    let glued = context.joined(at, Join::Glued);
    if glued && let Some(scale) = letter(context, at) {
        return Some((scale, 1));
    }
    let (measure, length) = units::measure(word(0), &word)?;
    // "two second-half goals"
    let compound =
        matches!(word(0), "second" | "minute") && context.joined(at + 1, Join::Hyphen) && !words::is(number.low, 1.0);
    let letters_apart = matches!(word(0), "g" | "ha") && !glued;
    if compound || letters_apart {
        return None;
    }
    let unit = if measure.base == "s" { Unit::Duration } else { Unit::Measure(measure.base.into()) };
    Some((Scale { unit, factor: measure.factor, offset: measure.offset, step: measure.step }, length))
}

/// Single letters are units only right behind the digits: "100m", "28C".
fn letter(context: &Context<'_>, at: usize) -> Option<Scale> {
    let kelvin = |factor, offset| Scale { unit: Unit::Measure("K".into()), factor, offset, step: 1.0 };
    match (context.word(at), context.capital(at)) {
        ("m", false) => Some(Scale::of(Unit::Measure("m".into()), 1.0)),
        ("l", _) => Some(Scale::of(Unit::Measure("m3".into()), 0.001)),
        ("c", true) => Some(kelvin(1.0, 273.15)),
        ("f", true) => Some(kelvin(5.0 / 9.0, 273.15 - 160.0 / 9.0)),
        _ => None,
    }
}
