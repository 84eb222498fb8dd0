//! What a phrase of quantity denotes: value, unit, bound, and what is counted; and when two of them can be one figure.
//!
//! The grammar that reads them is in [`super::quantities`]. Nothing here knows of text: what is counted is not
//! compared, since "men" against "people" is a matter of what a claim is about.

use crate::source::Span;
use compact_str::CompactString;

/// What the figure is a figure of.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Unit {
    /// A bare number, or a count of things: see [`Quantity::counted`].
    Count,
    /// Money: the ISO 4217 code.
    Currency(CompactString),
    /// Hundredths.
    Percent,
    /// Percentage points.
    PercentagePoints,
    /// Years of age.
    Age,
    /// A physical unit in its SI base ("m", "kg", "K", "m2", "m3", "m/s", "J", "W"); the value is converted.
    Measure(CompactString),
    /// A length of time, in seconds. A year is twelve months of 30.436875 days (the Gregorian mean), so that
    /// months and years convert exactly; against weeks and days the step decides.
    Duration,
    /// A rank ("second", "43rd").
    Ordinal,
    /// Two figures against one another ("2–1", "312 votes to 288"): see [`Quantity::against`].
    Score,
}

/// Which way the figure is bounded.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Bound {
    /// The figure itself.
    #[default]
    Exactly,
    /// "about", "some", "nearly", "just over": near the figure.
    About,
    /// "at least", "as many as X or more".
    AtLeast,
    /// "more than", "over".
    MoreThan,
    /// "at most", "up to", "as many as".
    AtMost,
    /// "fewer than", "under".
    LessThan,
}

/// A phrase of quantity in an article.
#[derive(Clone, Debug, PartialEq)]
pub struct Quantity {
    /// Bytes of the document's text: figure, unit and bound ("at least 12 men" without "men").
    pub span: Span,
    /// The value, or the lower end of a range.
    pub low: f64,
    /// The upper end of a range; equal to `low` otherwise.
    pub high: f64,
    /// What the figure is a figure of.
    pub unit: Unit,
    /// Which way it is bounded.
    pub bound: Bound,
    /// The step to which it is rounded, from the digits given (340 million: 10,000,000; 4.2: 0.1; twelve: 1), in
    /// the unit's base. Whole figures under 100 are taken as exact; where only one digit is significant ("300"),
    /// the step is a tenth of the value.
    pub step: f64,
    /// The other figure of a score or tally.
    pub against: Option<f64>,
    /// Lemma of the noun counted ("men" → "man", "people", "vote"), where one follows.
    pub counted: Option<CompactString>,
    /// Bytes of the noun phrase counted, its figure left out.
    pub counted_span: Option<Span>,
}

/// How two figures stand to one another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Comparison {
    /// The same figure, bounded in the same way.
    Same,
    /// One state of affairs can be reported as either.
    Compatible,
    /// No state of affairs can be reported as both.
    Different,
    /// The units do not convert into one another.
    Incomparable,
}

/// The values that may truthfully be reported in one phrase.
#[derive(Clone, Copy, Debug)]
struct Reportable {
    low: f64,
    high: f64,
    /// Whether the ends belong to it.
    closed: bool,
}

/// "About" leaves a figure this much of its value, or a step of its rounding where that is more.
const APPROXIMATION: f64 = 0.1;

/// Absolute zero is no origin that anybody approximates from: "about 28 degrees" is a tenth of 28.
const FREEZING_POINT: f64 = 273.15;

impl Quantity {
    /// Whether one state of affairs can be reported as both figures.
    ///
    /// Each figure stands for the values that a truthful reporter may word so: half a step of rounding on either
    /// side of it (open: 7 and 8 never meet); a tenth or a step around an approximation; everything beyond a bound.
    /// Two figures are compatible where these meet. Rounding as a scale of precision follows Krifka, "Approximate
    /// Interpretation of Number Words" (2007): a round figure is read on the coarsest scale it lies on. The two
    /// figures of a score may stand in either order, since either side may be named first.
    ///
    /// Symmetric; a quantity is always [`Comparison::Same`] as itself. Figures of different units, and currencies
    /// of different codes, are [`Comparison::Incomparable`]. What is counted is left to the caller.
    #[must_use]
    pub fn compare(&self, other: &Self) -> Comparison {
        if self.unit != other.unit || self.against.is_some() != other.against.is_some() {
            return Comparison::Incomparable;
        }
        if let (Some(mine), Some(theirs)) = (self.against, other.against) {
            return self.compare_scores(mine, other, theirs);
        }
        let tolerance = 1e-6 * self.step.min(other.step);
        if self.bound == other.bound && near(self.low, other.low, tolerance) && near(self.high, other.high, tolerance) {
            return Comparison::Same;
        }
        if self.reportable().meets(other.reportable(), tolerance) {
            Comparison::Compatible
        } else {
            Comparison::Different
        }
    }

    /// Whether the two cannot both be true of one thing.
    #[must_use]
    pub fn contradicts(&self, other: &Self) -> bool {
        self.compare(other) == Comparison::Different
    }

    /// Whether the phrase gives two ends ("between 10 and 15", "in her 30s", "dozens").
    #[must_use]
    pub fn is_range(&self) -> bool {
        self.low < self.high
    }

    fn compare_scores(&self, mine: f64, other: &Self, theirs: f64) -> Comparison {
        let tolerance = 1e-6 * self.step.min(other.step);
        if near(self.low, other.low, tolerance) && near(mine, theirs, tolerance) {
            Comparison::Same
        } else if near(self.low, theirs, tolerance) && near(mine, other.low, tolerance) {
            Comparison::Compatible
        } else {
            Comparison::Different
        }
    }

    /// The least and the greatest value that a truthful reporter may word so: figures that can be one figure overlap.
    #[must_use]
    pub(crate) fn ends(&self) -> (f64, f64) {
        let Reportable { low, high, .. } = self.reportable();
        (low, high)
    }

    fn reportable(&self) -> Reportable {
        let (low, high) = (self.low, self.high);
        let half = self.step / 2.0;
        match self.bound {
            Bound::Exactly => Reportable { low: low - half, high: high + half, closed: false },
            Bound::About => Reportable { low: low - self.slack(low), high: high + self.slack(high), closed: true },
            Bound::AtLeast => Reportable { low, high: f64::INFINITY, closed: true },
            Bound::MoreThan => Reportable { low, high: f64::INFINITY, closed: false },
            Bound::AtMost => Reportable { low: f64::NEG_INFINITY, high, closed: true },
            Bound::LessThan => Reportable { low: f64::NEG_INFINITY, high, closed: false },
        }
    }

    fn slack(&self, value: f64) -> f64 {
        let origin = if self.unit == Unit::Measure(CompactString::const_new("K")) { FREEZING_POINT } else { 0.0 };
        ((value - origin).abs() * APPROXIMATION).max(self.step)
    }
}

impl Reportable {
    fn meets(self, other: Self, tolerance: f64) -> bool {
        let gap = (self.low.max(other.low)) - (self.high.min(other.high));
        gap < -tolerance || (gap <= tolerance && self.closed && other.closed)
    }
}

/// Equality of figures that were converted on the way; plain equality first, for figures too large for `tolerance`.
fn near(a: f64, b: f64, tolerance: f64) -> bool {
    a.total_cmp(&b).is_eq() || (a - b).abs() <= tolerance
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn figure(low: f64, high: f64, step: f64, bound: Bound, unit: Unit) -> Quantity {
        Quantity {
            span: Span::default(),
            low,
            high,
            unit,
            bound,
            step,
            against: None,
            counted: None,
            counted_span: None,
        }
    }

    fn count(value: f64, step: f64, bound: Bound) -> Quantity {
        figure(value, value, step, bound, Unit::Count)
    }

    fn any_quantity() -> impl Strategy<Value = Quantity> {
        let bounds = [Bound::Exactly, Bound::About, Bound::AtLeast, Bound::MoreThan, Bound::AtMost, Bound::LessThan];
        let units =
            [Unit::Count, Unit::Percent, Unit::Measure("K".into()), Unit::Currency("GBP".into()), Unit::Duration];
        (0u32..2000, 0u32..50, -2i32..4, 0..bounds.len(), 0..units.len(), proptest::option::of(0u32..2000)).prop_map(
            move |(value, width, power, bound, unit, against)| {
                let step = 10f64.powi(power);
                let low = f64::from(value) * step;
                let mut made = figure(low, low + f64::from(width) * step, step, bounds[bound], units[unit].clone());
                if let Some(against) = against.filter(|_| unit == 0) {
                    made.unit = Unit::Score;
                    made.high = low;
                    made.against = Some(f64::from(against));
                }
                made
            },
        )
    }

    #[test]
    fn exact_figures_differ_by_a_step() {
        for (a, b) in [(7.0, 8.0), (612.0, 812.0), (4.0, 3.0)] {
            assert_eq!(count(a, 1.0, Bound::Exactly).compare(&count(b, 1.0, Bound::Exactly)), Comparison::Different);
        }
        assert_eq!(count(4.1, 0.1, Bound::Exactly).compare(&count(4.2, 0.1, Bound::Exactly)), Comparison::Different);
    }

    #[test]
    fn the_coarser_figure_rounds_the_finer_one() {
        let (coarse, fine) = (count(3.4, 0.1, Bound::Exactly), count(3.42, 0.01, Bound::Exactly));
        assert_eq!(coarse.compare(&fine), Comparison::Compatible);
        assert_eq!(coarse.compare(&count(3.46, 0.01, Bound::Exactly)), Comparison::Different);
    }

    #[test]
    fn bounds_exclude_one_side_only() {
        let least = count(12.0, 1.0, Bound::AtLeast);
        assert_eq!(least.compare(&count(9.0, 1.0, Bound::Exactly)), Comparison::Different);
        assert_eq!(least.compare(&count(15.0, 1.0, Bound::Exactly)), Comparison::Compatible);
        assert_eq!(least.compare(&count(12.0, 1.0, Bound::AtMost)), Comparison::Compatible);
        let more = count(12.0, 1.0, Bound::MoreThan);
        assert_eq!(more.compare(&count(12.0, 1.0, Bound::LessThan)), Comparison::Different);
    }

    #[test]
    fn warmth_is_approximated_from_freezing() {
        let kelvin =
            |celsius: f64, bound| figure(celsius + 273.15, celsius + 273.15, 1.0, bound, Unit::Measure("K".into()));
        assert_eq!(kelvin(28.0, Bound::About).compare(&kelvin(30.0, Bound::Exactly)), Comparison::Compatible);
        assert_eq!(kelvin(28.0, Bound::About).compare(&kelvin(40.0, Bound::Exactly)), Comparison::Different);
    }

    #[test]
    fn a_score_may_be_told_from_either_side() {
        let score = |a, b| Quantity { against: Some(b), ..figure(a, a, 1.0, Bound::Exactly, Unit::Score) };
        assert_eq!(score(2.0, 1.0).compare(&score(1.0, 2.0)), Comparison::Compatible);
        assert_eq!(score(2.0, 1.0).compare(&score(2.0, 0.0)), Comparison::Different);
    }

    proptest! {
        #[test]
        fn comparing_is_symmetric(a in any_quantity(), b in any_quantity()) {
            prop_assert_eq!(a.compare(&b), b.compare(&a));
        }

        #[test]
        fn comparing_is_reflexive(a in any_quantity()) {
            prop_assert_eq!(a.compare(&a), Comparison::Same);
        }

        #[test]
        fn a_bound_never_contradicts_what_satisfies_it(value in 0u32..5000, more in 0u32..500) {
            let exact = count(f64::from(value + more), 1.0, Bound::Exactly);
            prop_assert!(!count(f64::from(value), 1.0, Bound::AtLeast).contradicts(&exact));
            prop_assert!(!count(f64::from(value + more), 1.0, Bound::AtMost).contradicts(&exact));
        }

        #[test]
        fn overlapping_ranges_are_compatible(low in 0u32..900, width in 1u32..90, inside in 0u32..90) {
            let (low, width, inside) = (f64::from(low), f64::from(width), f64::from(inside.min(width)));
            let range = figure(low, low + width, 1.0, Bound::Exactly, Unit::Count);
            prop_assert!(!range.contradicts(&count(low + inside, 1.0, Bound::Exactly)));
            prop_assert!(range.contradicts(&count(low + width + 2.0, 1.0, Bound::Exactly)));
        }
    }
}
