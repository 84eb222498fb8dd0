//! The figures and rows of digits that one article gives, made ready for being asked for one of them.
//!
//! Asking goes by search, not along the article: two long tables of figures ask thousands of times.

use super::LONGEST;
use crate::annotate::Article;
use crate::annotate::quantity::{Comparison, Quantity, Unit};
use compact_str::CompactString;
use std::collections::{BTreeMap, BTreeSet};

/// From so many times its least value on, a figure may be anything.
const VAGUE: f64 = 3.0;

/// What an article gives in figures.
pub(super) struct Given {
    /// The first digits from each digit on, sorted: whatever row of digits stands inside a word begins one of them.
    rows: Vec<String>,
    /// The digits of words that have other letters between them ("1,340").
    parted: BTreeSet<String>,
    /// Figures by unit and by what they count, each list in the order of their least values.
    quantities: BTreeMap<Of, Vec<Entry>>,
}

/// What a figure is of: its unit, and the thing counted where that is told.
type Of = (Unit, Option<CompactString>);

struct Entry {
    least: f64,
    /// The greatest value of this and all before it, and whose that is.
    greatest: f64,
    widest: usize,
    quantity: usize,
}

impl Given {
    pub(super) fn new(article: &Article) -> Self {
        let (mut rows, mut parted) = (Vec::new(), BTreeSet::new());
        for token in article.tokens.iter().filter(|token| token.lower.bytes().any(|byte| byte.is_ascii_digit())) {
            let runs: Vec<&str> =
                token.lower.split(|letter: char| !letter.is_ascii_digit()).filter(|run| !run.is_empty()).collect();
            for run in &runs {
                rows.extend((0..run.len()).map(|at| run[at..run.len().min(at + LONGEST)].to_owned()));
            }
            let length: usize = runs.iter().map(|run| run.len()).sum();
            if runs.len() > 1 && length <= LONGEST {
                parted.insert(runs.concat());
            }
        }
        rows.sort_unstable();
        rows.dedup();
        Self { rows, parted, quantities: by_unit(&article.quantities) }
    }

    /// Whether the article gives a figure that can be the same as `wanted`, of the same thing, or its digits in any
    /// connection.
    pub(super) fn has(&self, article: &Article, wanted: &Quantity, digits: &str) -> bool {
        let first = self.rows.partition_point(|row| row.as_str() < digits);
        self.rows.get(first).is_some_and(|row| row.starts_with(digits))
            || self.parted.contains(digits)
            || [wanted.counted.clone(), None].into_iter().any(|counted| {
                let list = self.quantities.get(&(wanted.unit.clone(), counted));
                list.is_some_and(|list| compatible(&article.quantities, list, wanted))
            })
    }
}

/// Scores are left out: no single figure can be one.
fn by_unit(quantities: &[Quantity]) -> BTreeMap<Of, Vec<Entry>> {
    let mut all: BTreeMap<Of, Vec<Entry>> = BTreeMap::new();
    // "Hundreds" is nobody's count.
    let counts = |quantity: &Quantity| quantity.against.is_none() && quantity.high <= VAGUE * quantity.low;
    for (index, quantity) in quantities.iter().enumerate().filter(|(_, quantity)| counts(quantity)) {
        let ((low, high), margin) = (quantity.ends(), margin(quantity));
        let entry = Entry { least: low - margin, greatest: high + margin, widest: index, quantity: index };
        all.entry((quantity.unit.clone(), quantity.counted.clone())).or_default().push(entry);
    }
    for list in all.values_mut() {
        list.sort_by(|a, b| a.least.total_cmp(&b.least));
        let mut widest = (f64::NEG_INFINITY, 0);
        for entry in list {
            if entry.greatest > widest.0 {
                widest = (entry.greatest, entry.widest);
            }
            (entry.greatest, entry.widest) = widest;
        }
    }
    all
}

/// What ends may differ by and still be taken for equal, and a little more.
fn margin(quantity: &Quantity) -> f64 {
    2e-6 * quantity.step
}

/// Whether a figure can be the same as `wanted`: only those that overlap it are compared, first the one that reaches
/// farthest.
fn compatible(quantities: &[Quantity], list: &[Entry], wanted: &Quantity) -> bool {
    let ((low, high), margin) = (wanted.ends(), margin(wanted));
    let end = list.partition_point(|entry| entry.least <= high + margin);
    let meets = |index: usize| {
        let found = quantities.get(index).map(|quantity| quantity.compare(wanted));
        matches!(found, Some(Comparison::Same | Comparison::Compatible))
    };
    let overlapping = list[..end].iter().rev().take_while(|entry| entry.greatest >= low - margin);
    list[..end].last().is_some_and(|entry| entry.greatest >= low - margin && meets(entry.widest))
        || overlapping.map(|entry| entry.quantity).any(meets)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::read;
    use proptest::prelude::*;

    /// What [`Given::has`] is to answer, along the whole article.
    fn has(article: &Article, wanted: &Quantity, digits: &str) -> bool {
        let same = |quantity: &Quantity| {
            let of_it = quantity.counted.is_none() || quantity.counted == wanted.counted;
            of_it && matches!(quantity.compare(wanted), Comparison::Same | Comparison::Compatible)
        };
        let written =
            |word: &str| word.chars().filter(char::is_ascii_digit).eq(digits.chars()) || word.contains(digits);
        article.quantities.iter().any(same) || article.tokens.iter().any(|token| written(&token.lower))
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

        #[test]
        fn searching_finds_what_reading_finds(
            words in prop::collection::vec(
                "[1-9][0-9]{0,3}(,[0-9]{3})?( (people|men|per cent|km)|%|m)?|(about|at least|more than|up to|under) [1-9][0-9]{1,2} people",
                1..12,
            ),
            wanted in "(about )?[1-9][0-9]{1,3}( (people|per cent|km)|%)",
        ) {
            let wanted = read(&format!("They counted {wanted}."));
            let given = read(&format!("They gave {}.", words.join(" and ")));
            let index = Given::new(&given);
            for quantity in &wanted.quantities {
                let digits: String = wanted.document.slice(quantity.span).chars().filter(char::is_ascii_digit).collect();
                prop_assert_eq!(index.has(&given, quantity, &digits), has(&given, quantity, &digits));
            }
        }
    }
}
