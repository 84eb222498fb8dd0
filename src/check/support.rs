//! What the checks share: sides made of passages, the words of messages, what is told by its class, and what stands where
//! ([`inside`]).

mod inside;

use super::conflict::{Passage, Severity, Side};
use super::order::event::Dated;
use crate::annotate::Article;
use crate::annotate::time::Grain;
use crate::graph::{Fact, Identity, Story};
use crate::source::{DocumentId, Span};
pub(super) use inside::{
    clause, clauses, everybody, figures, mentions, once_more, people, sentence, sentence_at, times, tokens, total,
};
use jiff::civil::Date;
use std::collections::BTreeMap;

/// What it says for two passages being of one event that both are dated to one day, beside what their surroundings share.
pub(super) const ONE_DAY: f32 = 0.5;
/// The longest sentence that is shown whole, in bytes.
const SHORT: usize = 220;
/// Bytes of the longest passage that is joined of a claim and its date.
const LONGEST: usize = 400;

/// A place in an article, and the rule that found it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Place {
    pub(super) article: usize,
    pub(super) span: Span,
    pub(super) rule: String,
}

/// A side that says `value`: its passages in the order of articles and text, each once.
pub(super) fn side(story: &Story, value: impl Into<String>, mut places: Vec<Place>) -> Side {
    places.sort();
    places.dedup_by(|b, a| a.article == b.article && a.span == b.span);
    Side {
        value: value.into(),
        independent_sources: story.sources.independent(places.iter().map(|place| place.article)),
        passages: places
            .into_iter()
            .map(|place| Passage { document: DocumentId(place.article as u32), span: place.span, rule: place.rule })
            .collect(),
    }
}

/// Things by their class, of each no more than `most`.
pub(super) fn by_class<'t, T>(
    all: &'t [T],
    most: usize,
    class: impl Fn(&'t T) -> &'t str,
) -> BTreeMap<&'t str, Vec<&'t T>> {
    let mut classes: BTreeMap<&str, Vec<&T>> = BTreeMap::new();
    for thing in all {
        let list = classes.entry(class(thing)).or_default();
        if list.len() < most {
            list.push(thing);
        }
    }
    classes
}

/// Each two of a list of which one stands in one passage and the other in another; a passage is an article's index and bytes
/// of its text.
pub(super) fn between<'t, T>(
    list: &[&'t T],
    passages: [(usize, Span); 2],
    place: impl Fn(&T) -> (usize, Span),
) -> Vec<(&'t T, &'t T)> {
    let inside = |(article, span): (usize, Span)| -> Vec<&'t T> {
        let here = list.iter().filter(|thing| {
            let (at, own) = place(thing);
            at == article && own.overlaps(span)
        });
        here.copied().collect()
    };
    let [first, second] = passages.map(inside);
    let each = first.iter().flat_map(|a| second.iter().map(move |b| (*a, *b)));
    each.filter(|(a, b)| !std::ptr::eq(*a, *b)).collect()
}

/// The place of a passage: the sentence that it begins in.
pub(super) fn passage(story: &Story, article: usize, span: Span, rule: impl Into<String>) -> Place {
    Place { article, span: sentence(&story.articles[article], span), rule: rule.into() }
}

/// How grave it is where two people are quoted for what they say: they may differ.
pub(super) fn spoken(a: Option<Identity>, b: Option<Identity>) -> Severity {
    match (a, b) {
        (Some(x), Some(y)) if x != y => Severity::Note,
        _ => Severity::Warning,
    }
}

/// The place of a claim: its clause, widened to the sentence where that is short enough to be read at a glance.
pub(super) fn place(story: &Story, fact: &Fact) -> Place {
    let sentence = sentence(&story.articles[fact.article], fact.span);
    let span = if sentence.contains(fact.span) && sentence.len() <= SHORT { sentence } else { fact.span };
    Place { article: fact.article, span, rule: fact.rule.to_string() }
}

/// The place of a claim with the words that date it, which may stand in the next sentence ("It happened on Monday").
pub(super) fn dated_place(story: &Story, fact: &Fact) -> Place {
    let place = place(story, fact);
    let span = fact.when.map_or(place.span, |when| place.span.join(when.span));
    Place { span: if span.len() <= LONGEST { span } else { place.span }, ..place }
}

/// The words of a span on one line, cut at about `most` characters.
pub(super) fn words(article: &Article, span: Span, most: usize) -> String {
    let text = article.document.slice(span).split_whitespace().collect::<Vec<_>>().join(" ");
    if text.chars().count() <= most {
        return text;
    }
    let cut: String = text.chars().take(most).collect();
    format!("{}…", cut.rsplit_once(' ').map_or(cut.as_str(), |(start, _)| start))
}

/// How an article is named to a reader: its outlet, else its path.
pub(super) fn outlet(article: &Article) -> &str {
    article.document.source.as_deref().unwrap_or(&article.document.path)
}

/// The day on which an article came out.
pub(super) fn published(story: &Story, article: usize) -> Option<Date> {
    story.articles[article].document.published.map(|published| published.date)
}

/// Whether two articles came out more than so many days from one another.
pub(super) fn far(story: &Story, a: usize, b: usize, days: i32) -> bool {
    published(story, a).zip(published(story, b)).is_some_and(|(x, y)| (x - y).get_days().abs() > days)
}

/// Whether both are dated to days, of which one may be the other's.
pub(super) fn one_day(a: Option<Dated>, b: Option<Dated>) -> bool {
    a.zip(b).is_some_and(|(x, y)| {
        x.value.grain.max(y.value.grain) <= Grain::Days && x.value.overlaps(&y.value, x.zone, y.zone)
    })
}

/// Whether something is dated more than `days` before its article, where it is not still to come, or vaguely: another
/// time than that of the news.
pub(super) fn old(story: &Story, article: usize, when: &Dated, planned: bool, days: i32) -> bool {
    let Some((published, until)) = published(story, article).zip(when.value.to) else { return true };
    !planned && (published - until.date()).get_days() > days || when.value.grain > Grain::Month
}

/// What one article tells, of a list in the order of articles.
pub(super) fn of_article<T>(list: &[T], article: usize, of: impl Fn(&T) -> usize) -> &[T] {
    let list = &list[list.partition_point(|told| of(told) < article)..];
    &list[..list.partition_point(|told| of(told) == article)]
}

/// Joins names as a sentence does: "A", "A and B", "A, B and C".
pub(super) fn join(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [rest @ .., last] => format!("{} and {last}", rest.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_class_keeps_its_first_things_only() {
        let classes = by_class(&["ash", "elm", "alder", "aspen"], 2, |word| &word[..1]);
        let expected = BTreeMap::from([("a", vec![&"ash", &"alder"]), ("e", vec![&"elm"])]);
        assert_eq!(classes, expected);
    }

    #[test]
    fn two_things_are_paired_across_passages_and_none_with_itself() {
        let things = [(0, Span::new(0, 5)), (0, Span::new(8, 9)), (1, Span::new(0, 5))];
        let list: Vec<&(usize, Span)> = things.iter().collect();
        let pairs = |one, two| between(&list, [one, two], |thing| *thing);
        assert_eq!(pairs((0, Span::new(2, 3)), (1, Span::new(4, 9))), [(&things[0], &things[2])]);
        assert_eq!(pairs((0, Span::new(6, 8)), (1, Span::new(4, 9))), []);
        assert_eq!(pairs((1, Span::new(0, 9)), (1, Span::new(0, 9))), []);
    }
}
