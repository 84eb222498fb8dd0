//! Which words tell what a figure measures, and which nouns tell little of what is counted: `rules/english/measures.csv`
//! and `rules/english/counted-nouns.csv`, read once.

use crate::annotate::Article;
use crate::annotate::lexicon::person_noun;
use crate::annotate::quantity::{Quantity, Unit};
use crate::annotate::token::{Tag, Token};
use crate::check::description::kinds;
use crate::check::table::{Sorts, rows};
use crate::hash::Map;
use crate::source::Span;
use std::sync::LazyLock;

/// One row of the table.
#[derive(Debug, PartialEq)]
pub(super) struct Measure {
    pub(super) name: &'static str,
    unit: &'static str,
    pub(super) grows: bool,
    pub(super) needs: f32,
    words: Vec<Vec<&'static str>>,
}

static TEXT: &str = include_str!("../../../rules/english/measures.csv");

static MEASURES: LazyLock<Vec<Measure>> = LazyLock::new(|| rows(TEXT).filter_map(row).collect());

/// The measures that each first word may lead to.
static BY_WORD: LazyLock<Map<&'static str, Vec<usize>>> = LazyLock::new(|| {
    let mut by_word: Map<&'static str, Vec<usize>> = Map::default();
    for (index, measure) in MEASURES.iter().enumerate() {
        for word in measure.words.iter().filter_map(|words| words.first()) {
            by_word.entry(word).or_default().push(index);
        }
    }
    by_word
});

fn row(line: &'static str) -> Option<Measure> {
    let mut fields = line.splitn(5, ',');
    let (name, unit, grows) = (fields.next()?, fields.next()?, fields.next()? == "yes");
    let needs = fields.next()?.parse().ok()?;
    let words = fields.next()?.split('|').map(|word| word.split(' ').collect()).collect();
    Some(Measure { name, unit, grows, needs, words })
}

/// Nouns that are counted, by how little they tell.
static NOUNS: LazyLock<Sorts> = LazyLock::new(|| Sorts::new(include_str!("../../../rules/english/counted-nouns.csv")));

/// Whether a noun is counted again and again in one story.
pub(super) fn again(noun: &str) -> bool {
    NOUNS.words("again").contains(&noun)
}

/// Whether a noun says nothing of what is voted on or counted.
pub(super) fn untelling(noun: &str) -> bool {
    NOUNS.words("untelling").contains(&noun)
}

/// Whether a noun is one for people.
pub(super) fn people(noun: &str) -> bool {
    person_noun(noun) || NOUNS.words("crowd").contains(&noun) || kinds::kind(noun) == Some("person")
}

/// Whether people are counted, or nothing says what.
fn counts_people(quantity: &Quantity) -> bool {
    quantity.unit == Unit::Count && quantity.counted.as_deref().is_none_or(people)
}

/// The measure, of those that are told in the figure's unit, that a word at a token begins to name.
pub(super) fn fitting(article: &Article, quantity: &Quantity, at: usize) -> Option<(&'static Measure, Span)> {
    let tokens = &article.tokens;
    let unit = unit(&quantity.unit)?;
    let found = BY_WORD.get(tokens[at].lemma.as_str())?.iter().map(|&index| &MEASURES[index]);
    let mut fitting =
        found.filter(|measure| measure.unit == unit || measure.unit == "people" && counts_people(quantity));
    fitting.find_map(|measure| Some((measure, said(tokens, at, measure)?)))
}

/// The name that the table gives a unit.
fn unit(unit: &Unit) -> Option<&'static str> {
    Some(match unit {
        Unit::Currency(_) => "money",
        Unit::Duration => "time",
        Unit::Count => "count",
        Unit::Percent => "percent",
        Unit::Score => "score",
        Unit::Measure(base) => match base.as_str() {
            "m" => "length",
            "kg" => "mass",
            "m2" => "area",
            "m3" => "volume",
            "m/s" => "speed",
            "K" => "temperature",
            _ => return None,
        },
        _ => return None,
    })
}

/// The words of the measure that begin at a token.
fn said(tokens: &[Token], at: usize, measure: &Measure) -> Option<Span> {
    measure.words.iter().find_map(|words| {
        let mut place = at;
        for (index, word) in words.iter().enumerate() {
            // "lost their lives"
            let owned = index > 0 && tokens.get(place).is_some_and(|token| token.tag == Tag::PossessivePronoun);
            place += usize::from(owned);
            // "the last 20 years" is no lasting.
            let there = tokens.get(place).filter(|token| token.lemma == *word)?;
            if *word == "last" && !there.tag.is_verb() {
                return None;
            }
            place += 1;
        }
        Some(tokens[at].span.join(tokens[place - 1].span))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_has_words_of_every_sort() {
        NOUNS.assert_sorts(&["again", "crowd", "untelling"]);
    }

    #[rustfmt::skip]
    const UNITS: &[&str] = &[
        "money", "time", "count", "people", "percent", "score", "length", "mass", "area", "volume", "speed", "temperature",
    ];

    #[test]
    fn the_table_has_no_broken_row() {
        for measure in MEASURES.iter() {
            assert!(UNITS.contains(&measure.unit), "{measure:?}");
            assert!(!measure.name.is_empty() && !measure.words.is_empty());
        }
        assert_eq!(MEASURES.len(), rows(TEXT).count());
    }
}
