//! What a figure measures, told by the nearest word beside it that says so (`measures.csv`).

use super::table::{Measure, again, fitting, people};
use crate::annotate::Article;
use crate::annotate::quantity::{Quantity, Unit};
use crate::check::order::lexicon;
use crate::check::support::{clause, clauses, figures, sentence, sentence_at};
use crate::source::Span;
use compact_str::CompactString;

/// Most tokens between a figure and the word that says what it measures.
const FARTHEST: usize = 6;

/// What the surroundings of two figures have to share that no word of the table tells the sort of.
const UNTOLD: f32 = 2.75;
/// And of two figures that only count the same things; how much more where the word stands away from the figure.
const COUNTED: f32 = 3.0;
const FARTHER: f32 = 0.25;
/// Fewer than so many things may be any of them.
const FEW: f64 = 4.0;
/// The measure of what may be held, and most tokens between its word and the figure.
pub(super) const CAPACITY: &str = "capacity";
const FARTHEST_ROOM: usize = 4;

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

impl Sort {
    /// Whether it says so little of what is told that the sentences have to name the thing besides.
    pub(super) fn needs_thing(&self) -> bool {
        self.name.starts_with(SO_MANY) || matches!(self.name.as_str(), "division" | "tested" | "magnitude" | "demand")
    }
}

/// How the sort of what is only counted begins.
const SO_MANY: &str = "so many ";

/// What the figure measures, in every way that its sentence tells it: the nearest word of the table; where the sentence
/// gives one such figure only, the clause around it too; what is told of so many by the clause ("21 cows reacted"); and
/// what is counted ("45 containers").
pub(super) fn sorts(article: &Article, quantity: &Quantity) -> Vec<Sort> {
    let named = |(measure, word): (&Measure, Span), more: f32| Sort {
        // "Room for 600 passengers and 90 cars": of each so many.
        name: match quantity.counted.as_deref().filter(|noun| measure.name == CAPACITY && !people(noun)) {
            Some(noun) => compact_str::format_compact!("{CAPACITY} {noun}"),
            None => measure.name.into(),
        },
        grows: measure.grows,
        needs: measure.needs + more,
        word,
    };
    let mut sorts: Vec<Sort> = Vec::new();
    let nearest = measure(article, quantity).map(|found| named(found, 0.0));
    let lone = lone(article, quantity);
    let by_verb = by_verb(article, quantity).filter(|_| quantity.unit == Unit::Count && nearest.is_none());
    let clause = by_clause(article, quantity).filter(|_| lone).map(|found| named(found, FARTHER));
    let counted = counted(quantity);
    for sort in [nearest, by_verb, clause, counted].into_iter().flatten() {
        if sorts.iter().all(|other| other.name != sort.name) {
            sorts.push(sort);
        }
    }
    sorts
}

/// Whether no other figure of its unit stands in the sentence.
fn lone(article: &Article, quantity: &Quantity) -> bool {
    let here = figures(article, sentence(article, quantity.span));
    !here.iter().any(|other| other.unit == quantity.unit && other.span != quantity.span)
}

/// What stands in the clause of a figure, however far from it: its verb, and the heads of its phrases.
fn by_clause(article: &Article, quantity: &Quantity) -> Option<(&'static Measure, Span)> {
    let clause = clause(article, quantity.span)?;
    let heads = clause.subjects.iter().chain(&clause.objects).map(|&phrase| article.phrases[phrase].head);
    let mut heads: Vec<usize> = std::iter::once(article.verb_groups[clause.verb].main).chain(heads).collect();
    heads.extend(clause.adjuncts.iter().filter_map(|adjunct| Some(article.phrases[adjunct.phrase?].head)));
    heads.into_iter().find_map(|at| fitting(article, quantity, at))
}

/// The things that are counted, where nothing else may be meant by them.
fn counted(quantity: &Quantity) -> Option<Sort> {
    let noun = quantity.counted.as_deref().filter(|_| quantity.unit == Unit::Count && quantity.low >= FEW)?;
    let telling = !people(noun) && !again(noun) && noun.chars().all(char::is_alphabetic);
    let word = quantity.counted_span?;
    telling.then(|| Sort { name: compact_str::format_compact!("{SO_MANY}{noun}"), grows: true, needs: COUNTED, word })
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
    let tokens = &article.tokens;
    let from = tokens.partition_point(|token| token.span.end <= quantity.span.start);
    let to = tokens.partition_point(|token| token.span.start < quantity.span.end);
    let sentence = article.sentences.get(sentence_at(article, quantity.span.start))?.tokens.clone();
    let before = (sentence.start.max(from.saturating_sub(FARTHEST))..from).rev();
    let after = to..sentence.end.min(to + FARTHEST);
    // One step to the right, one to the left: the nearer word comes first.
    let mut near: Vec<(usize, usize)> =
        before.map(|at| (from - at, at)).chain(after.map(|at| (at + 1 - to, at))).collect();
    near.sort_by_key(|(distance, _)| *distance);
    // "Has room for 600 passengers": of whom it is told how many there may be, and not how many there were.
    let room = near.iter().filter(|(distance, _)| *distance <= FARTHEST_ROOM);
    let mut room = room.filter_map(|(_, at)| fitting(article, quantity, *at));
    let capacity = room.find(|(measure, _)| measure.name == CAPACITY);
    capacity.or_else(|| near.iter().find_map(|(_, at)| fitting(article, quantity, *at)))
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
}
