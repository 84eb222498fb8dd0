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
mod tests;
