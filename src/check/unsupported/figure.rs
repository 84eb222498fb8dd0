//! Figures that no source gives.
//!
//! A source carries a figure where one state of affairs can be reported as both and both count the same thing. A bound
//! alone carries little: "more than five" says nothing of five thousand.

use super::carried::Carried;
use crate::annotate::Article;
use crate::annotate::quantity::{Bound, Comparison, Quantity, Unit};
use crate::check::wording::Passage;
use crate::graph::synonyms;
use crate::source::Span;

/// Figures of the sources that one is compared with at most.
const MOST: usize = 2000;
/// How far from a bound a figure may lie that is reported with it: "more than 100" of 120.
const NEAR_BOUND: f64 = 1.5;

/// The figures of a draft that the sources do not carry, in order.
pub(super) fn missing(carried: &Carried<'_>, article: &Article) -> Vec<Span> {
    let text = &article.document.text;
    let figures = article.quantities.iter().filter(|figure| tells(figure));
    figures.filter(|figure| !is_carried(carried, figure, text)).map(|figure| figure.span).collect()
}

/// Whether a figure says something that can be looked up: ranks are mostly words ("the first"), "one" and a bare small
/// number may count anything.
fn tells(figure: &Quantity) -> bool {
    match figure.unit {
        Unit::Ordinal => false,
        Unit::Count => figure.counted.is_some() && figure.high > 2.0 || figure.high >= 100.0,
        _ => figure.high > 0.0,
    }
}

fn is_carried(carried: &Carried<'_>, figure: &Quantity, text: &str) -> bool {
    let slack = figure.step.abs().max(figure.low.abs());
    let near = carried.figures(&figure.unit, figure.low - slack, figure.high + slack).take(MOST);
    let mut near = near.filter(|source| counts_alike(figure, source));
    near.any(|source| {
        matches!(figure.compare(source), Comparison::Same | Comparison::Compatible) && close(figure, source)
    }) || is_written(carried, figure, text)
}

fn counts_alike(figure: &Quantity, source: &Quantity) -> bool {
    match (&figure.counted, &source.counted) {
        (Some(one), Some(two)) => {
            let people =
                |noun: &str| crate::annotate::lexicon::person_noun(noun) || matches!(noun, "person" | "people");
            one == two || synonyms(one, two) || people(one) && people(two)
        }
        _ => true,
    }
}

/// Whether a bound on either side is near enough to be the same news.
fn close(figure: &Quantity, source: &Quantity) -> bool {
    let bounded = |bound| matches!(bound, Bound::AtLeast | Bound::MoreThan | Bound::AtMost | Bound::LessThan);
    let (low, high) = (figure.low.abs().min(source.low.abs()), figure.high.abs().max(source.high.abs()));
    !bounded(figure.bound) && !bounded(source.bound) || high <= low * NEAR_BOUND
}

/// Whether a source has the very words, whatever it was read as there: "Flight 204", "No 10".
fn is_written(carried: &Carried<'_>, figure: &Quantity, text: &str) -> bool {
    let end = figure.counted_span.filter(|counted| counted.start >= figure.span.end).map_or(figure.span.end, |c| c.end);
    let words = Passage::of(text, [Span::new(figure.span.start, end)]).words();
    (1..=super::carried::RUN).contains(&words.len()) && carried.has_run(&words)
}
