//! One number with its unit: "£3.2m", "12 per cent", "5ft 10in", "at least 12 Syrian men" without the bound.

use super::context::{Context, Counted, Draft};
use super::counted;
use super::number::{self, Number};
use super::pieces::Join;
use super::scale::{Scale, measure, sign_before, unit_after};
use super::words::{self, Kind};
use crate::annotate::quantity::{Bound, Unit};

/// A number with the unit it is given in.
#[derive(Clone, Debug)]
pub(super) struct Figure {
    /// Pieces, half-open.
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) number: Number,
    pub(super) scale: Scale,
    /// About, where the number itself is vague.
    pub(super) bound: Bound,
}

impl Figure {
    /// The figure in its base, its counted noun not yet read.
    pub(super) fn draft(&self) -> Draft {
        let Scale { unit, factor, offset, step } = &self.scale;
        let mut rounding = self.number.step;
        if matches!(unit, Unit::Percent | Unit::PercentagePoints) {
            // "100 per cent" is as exact as "99 per cent".
            rounding = rounding.min(1.0);
        }
        Draft {
            high: self.number.high.mul_add(*factor, *offset),
            bound: self.bound,
            ..Draft::new(
                self.start,
                self.end,
                self.number.low.mul_add(*factor, *offset),
                rounding * factor * step,
                unit.clone(),
            )
        }
    }
}

/// Reads the figure whose first numeral is the piece `at`.
pub(super) fn read(context: &Context<'_>, at: usize) -> Option<Figure> {
    if let Some(figure) = and_a_half(context, at).or_else(|| half_unit(context, at)) {
        return Some(figure);
    }
    let sign = sign_before(context, at);
    let number = number::read(context, at, sign.is_some())?;
    if let Some(code) = sign {
        let scale = Scale::of(Unit::Currency(code.clone()), 1.0);
        let bound = if number.vague { Bound::About } else { Bound::Exactly };
        return Some(Figure { start: at - 1, end: number.end, number, scale, bound });
    }
    let bound = if number.vague { Bound::About } else { Bound::Exactly };
    if let Some(figure) = hyphenated_bound(context, number) {
        return Some(figure);
    }
    let (scale, length) = unit_after(context, &number).unwrap_or((Scale::of(Unit::Count, 1.0), 0));
    let figure = Figure { start: number.start, end: number.end + length, number, scale, bound };
    Some(with_smaller_unit(context, figure))
}

/// "300-plus-pound", "60-odd-year": the bound stands inside.
fn hyphenated_bound(context: &Context<'_>, number: Number) -> Option<Figure> {
    let bound = match context.word(number.end) {
        "plus" => Bound::AtLeast,
        "odd" => Bound::About,
        _ => return None,
    };
    let inside = context.joined(number.end, Join::Hyphen) && context.joined(number.end + 1, Join::Hyphen);
    let number = Number { end: number.end + 1, ..number };
    let (scale, length) = unit_after(context, &number).filter(|_| inside)?;
    Some(Figure { start: number.start, end: number.end + length, number, scale, bound })
}

/// "half an hour", "a half-mile".
fn half_unit(context: &Context<'_>, at: usize) -> Option<Figure> {
    if context.kind(at) != Kind::Half || matches!(context.kind(at.wrapping_sub(1)), Kind::Ordinal(_)) {
        return None;
    }
    let article = usize::from(matches!(context.word(at + 1), "a" | "an"));
    let direct = context.joined(at + 1, Join::Hyphen);
    let number = Number { end: at + 1 + article, ..Number::exact(at, at + 1, 0.5, 0.25) };
    let (scale, length) = measure(context, &number).filter(|_| article == 1 || direct)?;
    // "the half-year": a period, no length.
    let period = direct && matches!(context.word(at + 1), "year" | "century");
    (!period).then_some(Figure { start: at, end: number.end + length, number, scale, bound: Bound::Exactly })
}

/// "an hour and a half": the numeral comes last.
fn and_a_half(context: &Context<'_>, at: usize) -> Option<Figure> {
    let start = at.checked_sub(4)?;
    let wording = (context.word(start), context.word(start + 2), context.word(start + 3));
    if context.kind(at) != Kind::Half || !matches!(wording, ("a" | "an" | "one", "and", "a")) {
        return None;
    }
    let number = Number { end: start + 1, ..Number::exact(start, start + 1, 1.5, 0.5) };
    let (scale, _) = measure(context, &number)?;
    Some(Figure { start, end: at + 1, number, scale, bound: Bound::Exactly })
}

/// "5ft 10in", "two hours and 30 minutes".
fn with_smaller_unit(context: &Context<'_>, figure: Figure) -> Figure {
    if !matches!(figure.scale.unit, Unit::Duration | Unit::Measure(_)) || !words::is(figure.scale.offset, 0.0) {
        return figure;
    }
    let place = figure.end + usize::from(matches!(context.word(figure.end), "and" | ","));
    if !matches!(context.kind(place), Kind::Digits(_) | Kind::Unit(_) | Kind::Tens(_)) {
        return figure;
    }
    let Some(smaller) = number::read(context, place, false) else { return figure };
    let inches = context.word(smaller.end) == "in" && context.joined(smaller.end, Join::Glued);
    let found =
        if inches { Some((Scale::of(Unit::Measure("m".into()), 0.0254), 1)) } else { measure(context, &smaller) };
    let Some((scale, length)) = found else { return figure };
    if scale.unit != figure.scale.unit || scale.factor >= figure.scale.factor {
        return figure;
    }
    let ratio = scale.factor / figure.scale.factor;
    let sum = figure.number.low + smaller.low * ratio;
    let step = smaller.step * ratio * scale.step / figure.scale.step;
    let number = Number { low: sum, high: sum, step, ..figure.number };
    Figure { end: smaller.end + length, number, ..figure }
}

/// The noun that a figure counts; measures count none.
pub(super) fn counted(context: &Context<'_>, figure: &Figure) -> Option<Counted> {
    match figure.scale.unit {
        Unit::Count => {
            if let Some(counted) = magnitude(context, figure) {
                return Some(counted);
            }
            let direct = counted::read(
                context,
                figure.end,
                words::is(figure.number.low, 1.0) && words::is(figure.number.high, 1.0),
            );
            let partitive =
                figure.number.vague || matches!(context.word(figure.end + 1), "the" | "these" | "those" | "its");
            direct
                .or_else(|| counted::read_of(context, figure.end).filter(|_| partitive))
                .or_else(|| body(context, figure))
        }
        Unit::Percent => counted::read_of(context, figure.end),
        _ => None,
    }
}

/// The strength of an earthquake: "magnitude 6.3", "a 6.3 quake", "6.3 on the Richter scale".
pub(super) fn magnitude(context: &Context<'_>, figure: &Figure) -> Option<Counted> {
    const WORDS: [&str; 4] = ["magnitude", "magnitudes", "-magnitude", "strength"];
    const QUAKES: [&str; 5] = ["quake", "earthquake", "tremor", "aftershock", "temblor"];
    let number = &figure.number;
    if !number.digits || number.low >= 10.0 || number.magnitude > 1.0 {
        return None;
    }
    let place = |at: usize| Some(Counted { lemma: "magnitude".into(), start: at, end: at + 1 });
    let near = (figure.start.saturating_sub(5)..figure.start).rev().find(|at| WORDS.contains(&context.word(*at)));
    match near {
        Some(at) if at + 1 == figure.start || context.word(at + 1) == "of" => return place(at),
        _ => {}
    }
    if WORDS.contains(&context.word(figure.end))
        || (number.low.fract() > 0.0 && QUAKES.contains(&context.word(figure.end)))
    {
        return place(figure.end);
    }
    let richter = (figure.end..figure.end + 4).find(|at| context.word(*at) == "richter");
    richter.and_then(place)
}

/// "a workforce of 2,312", "a majority of 612": the body stands before the figure.
fn body(context: &Context<'_>, figure: &Figure) -> Option<Counted> {
    const BODIES: [&str; 18] = [
        "workforce",
        "staff",
        "crowd",
        "population",
        "audience",
        "team",
        "crew",
        "squad",
        "congregation",
        "membership",
        "shortlist",
        "majority",
        "fleet",
        "toll",
        "jury",
        "panel",
        "turnout",
        "attendance",
    ];
    let at = figure.start.checked_sub(2)?;
    (1..=4)
        .filter_map(|back| figure.start.checked_sub(back + 1))
        .find(|place| context.word(place + 1) == "of" && BODIES.contains(&context.word(*place)))
        .filter(|place| at - place <= 2)
        .map(|place| Counted { lemma: context.word(place).into(), start: place, end: place + 1 })
}

/// "no one", "one of them", "this one", "one-off": no count.
pub(super) fn is_pronoun(context: &Context<'_>, figure: &Figure) -> bool {
    let one = context.word(figure.number.start) == "one" && figure.number.end == figure.number.start + 1;
    if !one || !figure.scale.is_count() {
        return false;
    }
    let before = context.before(figure.start, 1);
    let after_determiner = matches!(
        before,
        "no" | "any"
            | "every"
            | "each"
            | "this"
            | "that"
            | "another"
            | "which"
            | "some"
            | "the"
            | "first"
            | "last"
            | "number"
    );
    let hyphenated = context.joined(figure.end, Join::Hyphen);
    after_determiner || hyphenated || counted::read(context, figure.end, true).is_none()
}
