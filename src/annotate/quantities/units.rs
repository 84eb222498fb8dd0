//! Units and currencies, from the tables under `rules/english`.

use crate::hash::Map;
use compact_str::CompactString;
use std::sync::LazyLock;

const UNITS: &str = include_str!("../../../rules/english/units.csv");
const CURRENCIES: &str = include_str!("../../../rules/english/currencies.csv");

/// A physical unit.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Measure {
    /// The base it converts to; "s" for lengths of time.
    pub(super) base: &'static str,
    pub(super) factor: f64,
    pub(super) offset: f64,
    /// How finely one unit is meant, as a part of it.
    pub(super) step: f64,
}

/// Money, or its hundredth.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Money {
    pub(super) code: CompactString,
    pub(super) factor: f64,
}

/// Forms by their first word: the words that follow, longest first, and what they mean.
type Forms<T> = Map<&'static str, Vec<(Vec<&'static str>, T)>>;

struct Tables {
    measures: Forms<Measure>,
    money: Forms<Money>,
    signs: Map<&'static str, CompactString>,
}

static TABLES: LazyLock<Tables> = LazyLock::new(|| {
    let mut tables = Tables { measures: Map::default(), money: Map::default(), signs: Map::default() };
    for [forms, base, factor, offset, step] in rows::<5>(UNITS) {
        let (Ok(factor), Ok(offset), Ok(step)) = (factor.parse(), offset.parse(), step.parse()) else { continue };
        for form in forms.split('|') {
            add(&mut tables.measures, form, Measure { base, factor, offset, step });
        }
    }
    for [code, signs, names, minor] in rows::<4>(CURRENCIES) {
        let code = CompactString::const_new(code);
        for sign in signs.split('|').filter(|sign| !sign.is_empty()) {
            tables.signs.insert(sign, code.clone());
        }
        for (forms, factor) in [(names, 1.0), (minor, 0.01)] {
            for form in forms.split('|').filter(|form| !form.is_empty()) {
                add(&mut tables.money, form, Money { code: code.clone(), factor });
            }
        }
    }
    tables
});

/// Rows of a table without its comments and header; rows of another width are left out (a test finds them).
fn rows<const N: usize>(table: &'static str) -> impl Iterator<Item = [&'static str; N]> {
    let lines = table.lines().filter(|line| !line.starts_with('#') && !line.is_empty()).skip(1);
    lines.filter_map(|line| line.split(',').collect::<Vec<_>>().try_into().ok())
}

fn add<T>(forms: &mut Forms<T>, form: &'static str, meaning: T) {
    let mut words = form.split(' ');
    let Some(first) = words.next() else { return };
    let entries = forms.entry(first).or_default();
    entries.push((words.collect(), meaning));
    entries.sort_by_key(|(rest, _)| std::cmp::Reverse(rest.len()));
}

fn find<'t, T>(forms: &'t Forms<T>, first: &str, word: &impl Fn(usize) -> &'t str) -> Option<(&'t T, usize)> {
    let entries = forms.get(first)?;
    let matching = |rest: &Vec<&str>| rest.iter().enumerate().all(|(place, expected)| word(place + 1) == *expected);
    entries.iter().find(|(rest, _)| matching(rest)).map(|(rest, meaning)| (meaning, rest.len() + 1))
}

/// The unit that begins with `first`, where `word(n)` gives the n-th word after it; and the words it takes.
pub(super) fn measure<'t>(first: &str, word: &impl Fn(usize) -> &'t str) -> Option<(&'t Measure, usize)> {
    find(&TABLES.measures, first, word)
}

/// The currency whose name begins with `first`; and the words it takes.
pub(super) fn money<'t>(first: &str, word: &impl Fn(usize) -> &'t str) -> Option<(&'t Money, usize)> {
    find(&TABLES.money, first, word)
}

/// The code of a sign or code written before a figure.
pub(super) fn sign(text: &str) -> Option<&'static CompactString> {
    TABLES.signs.get(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(table: &str) -> usize {
        table.lines().filter(|line| !line.starts_with('#') && !line.is_empty()).count() - 1
    }

    #[test]
    fn every_row_of_the_tables_is_read() {
        assert_eq!(rows::<5>(UNITS).count(), lines(UNITS));
        assert_eq!(rows::<4>(CURRENCIES).count(), lines(CURRENCIES));
        for row in rows::<5>(UNITS) {
            assert!(row[2..].iter().all(|cell| cell.parse::<f64>().is_ok()), "{row:?}");
        }
    }

    #[test]
    fn the_longest_form_wins() {
        let words = ["hong", "kong", "dollars"];
        let found = money("hong", &|n| words.get(n).copied().unwrap_or(""));
        assert_eq!(found.map(|(money, length)| (money.code.as_str(), length)), Some(("HKD", 3)));
        assert_eq!(measure("miles", &|n| ["miles", "per", "hour"][n]).map(|(unit, _)| unit.base), Some("m/s"));
    }
}
