//! What a figure measures, told by the nearest word beside it that says so (`measures.csv`).

use crate::annotate::Article;
use crate::annotate::lexicon::person_noun;
use crate::annotate::quantity::{Quantity, Unit};
use crate::annotate::token::{Tag, Token};
use crate::check::order::lexicon;
use crate::check::support::{clauses, sentence_at};
use crate::check::table::rows;
use crate::hash::Map;
use crate::source::Span;
use compact_str::CompactString;
use std::ops::Range;
use std::sync::LazyLock;

/// Most tokens between a figure and the word that says what it measures.
const FARTHEST: usize = 6;

/// What the surroundings of two figures have to share that no word of the table tells the sort of.
const UNTOLD: f32 = 2.75;

/// What a figure measures.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Sort {
    pub(super) name: CompactString,
    /// Whether later reports may have a higher figure.
    pub(super) grows: bool,
    /// What surroundings have to share for two figures to be of one thing.
    pub(super) needs: f32,
    /// Bytes of the word that says so.
    pub(super) word: Span,
}

/// One row of the table.
#[derive(Debug, PartialEq)]
struct Measure {
    name: &'static str,
    unit: &'static str,
    grows: bool,
    needs: f32,
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

/// What the figure measures: the nearest word of the table decides, and where there is none what is told of so many by
/// the clause ("21 cows reacted").
pub(super) fn sort(article: &Article, quantity: &Quantity) -> Option<Sort> {
    if let Some((measure, word)) = measure(article, quantity) {
        return Some(Sort { name: measure.name.into(), grows: measure.grows, needs: measure.needs, word });
    }
    by_verb(article, quantity).filter(|_| quantity.unit == Unit::Count)
}

/// The verb that tells something of those counted, with the side of it on which they stand.
fn by_verb(article: &Article, quantity: &Quantity) -> Option<Sort> {
    let counted =
        |phrases: &[usize]| phrases.iter().any(|&phrase| article.phrases[phrase].span.overlaps(quantity.span));
    clauses(article, sentence_at(article, quantity.span.start)).find_map(|clause| {
        let group = &article.verb_groups[clause.verb];
        let side = match (counted(&clause.subjects), counted(&clause.objects)) {
            (true, false) => "who",
            (false, true) => "whom",
            _ => return None,
        };
        let (class, _) = lexicon::verb(&group.lemma)?;
        Some(Sort {
            name: compact_str::format_compact!("{side} {class}"),
            grows: true,
            needs: UNTOLD,
            word: group.span,
        })
    })
}

fn measure(article: &Article, quantity: &Quantity) -> Option<(&'static Measure, Span)> {
    let unit = match quantity.unit {
        Unit::Currency(_) => "money",
        Unit::Duration => "time",
        Unit::Count => "count",
        Unit::Percent => "percent",
        Unit::Score => "score",
        Unit::Measure(_) => "measure",
        _ => return None,
    };
    let tokens = &article.tokens;
    let from = tokens.partition_point(|token| token.span.end <= quantity.span.start);
    let to = tokens.partition_point(|token| token.span.start < quantity.span.end);
    let sentence = sentence(article, quantity.span.start)?;
    let before = (sentence.start.max(from.saturating_sub(FARTHEST))..from).rev();
    let after = to..sentence.end.min(to + FARTHEST);
    // One step to the right, one to the left: the nearer word comes first.
    let mut near: Vec<(usize, usize)> =
        before.map(|at| (from - at, at)).chain(after.map(|at| (at + 1 - to, at))).collect();
    near.sort_by_key(|(distance, _)| *distance);
    near.into_iter().find_map(|(_, at)| {
        let found = BY_WORD.get(tokens[at].lemma.as_str())?.iter().map(|&index| &MEASURES[index]);
        let mut fitting =
            found.filter(|measure| measure.unit == unit || measure.unit == "people" && counts_people(quantity));
        fitting.find_map(|measure| Some((measure, said(tokens, at, measure)?)))
    })
}

/// Whether a noun is one for people.
pub(super) fn people(noun: &str) -> bool {
    person_noun(noun) || matches!(noun, "people" | "person")
}

/// Whether people are counted, or nothing says what.
fn counts_people(quantity: &Quantity) -> bool {
    quantity.unit == Unit::Count && quantity.counted.as_deref().is_none_or(people)
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

/// The tokens of the sentence in which a byte lies.
pub(super) fn sentence(article: &Article, byte: usize) -> Option<Range<usize>> {
    article.sentences.get(sentence_at(article, byte)).map(|sentence| sentence.tokens.clone())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::read;

    #[track_caller]
    fn sort(text: &str) -> Option<(&'static str, String)> {
        let article = read(text);
        let (measure, word) = measure(&article, article.quantities.first()?)?;
        Some((measure.name, article.document.slice(word).to_owned()))
    }

    #[test]
    fn the_nearest_word_says_what_a_figure_measures() {
        assert_eq!(sort("He was jailed for nine years."), Some(("sentence", "jailed".to_owned())));
        assert_eq!(sort("The painting fetched €950,000."), Some(("price", "fetched".to_owned())));
        assert_eq!(sort("At least 60 people lost their lives."), Some(("dead", "lost their lives".to_owned())));
        assert_eq!(sort("They set aside £2.4m for the baths."), Some(("spending", "set aside".to_owned())));
    }

    #[test]
    fn a_word_of_another_sense_or_too_far_away_says_nothing() {
        assert_eq!(sort("In the last 20 years he has built ships."), None);
        assert_eq!(sort("The jail in the old part of the town of Marl has stood for 20 years."), None);
        assert_eq!(sort("He carried 56 life jackets."), None);
    }

    #[test]
    fn the_table_has_no_broken_row() {
        for measure in MEASURES.iter() {
            assert!(
                ["money", "time", "count", "people", "percent", "score", "measure"].contains(&measure.unit),
                "{measure:?}"
            );
            assert!(!measure.name.is_empty() && !measure.words.is_empty());
        }
        assert_eq!(MEASURES.len(), rows(TEXT).count());
    }
}
