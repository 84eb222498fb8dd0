//! What a phrase of quantity denotes: value, unit, bound, and what is counted.

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
    /// A physical unit in its SI base ("m", "kg", "s", "K", "m2", "m3", "J", "W"); the value is converted.
    Measure(CompactString),
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
    /// The step to which it is rounded, from the digits given (340 million: 10,000,000; 4.2: 0.1; twelve: 1).
    pub step: f64,
    /// The other figure of a score or tally.
    pub against: Option<f64>,
    /// Lemma of the noun counted ("men" → "man", "people", "vote"), where one follows.
    pub counted: Option<CompactString>,
    /// Bytes of the noun phrase counted, its figure left out.
    pub counted_span: Option<Span>,
}
