//! What tells one thing from another of its kind: what hangs on its noun by prepositions, and words that exclude each
//! other. [`super::likeness`] weighs it.

use super::fact::Noun;
use crate::annotate::Article;
use crate::annotate::mention::{EntityKind, MentionForm};
use crate::annotate::quantity::Unit;
use crate::hash::Map;
use compact_str::CompactString;
use std::sync::LazyLock;

/// How deep complements are read: "the ruling in favour of the fishermen".
const DEPTH: usize = 2;

/// The nouns that hang on a noun phrase by prepositions, each on the one before.
pub(super) fn complements(article: &Article, index: usize) -> Vec<(CompactString, CompactString)> {
    let mut found = Vec::new();
    let mut at = index;
    // Figures are passed, one for each noun.
    for _ in 0..2 * DEPTH {
        let Some((preposition, next)) = complement(article, at).filter(|_| found.len() < DEPTH) else { break };
        // "an offer of 4 per cent for drivers"
        let figure = article.phrases[next].quantity.and_then(|quantity| article.quantities.get(quantity));
        if figure.is_none_or(|figure| figure.unit == Unit::Count) {
            found.push((preposition, article.tokens[article.phrases[next].head].lemma.clone()));
        }
        at = next;
    }
    found
}

/// The phrase right behind a noun phrase and its preposition.
fn complement(article: &Article, index: usize) -> Option<(CompactString, usize)> {
    const TELLING: &[&str] =
        &["of", "on", "for", "against", "to", "into", "in", "at", "about", "between", "near", "over", "by", "from"];
    let end = article.phrases[index].tokens.end;
    let preposition = article.tokens.get(end).filter(|token| TELLING.contains(&token.lower.as_str()))?;
    let near = article.phrases.get(index + 1..(index + 4).min(article.phrases.len()))?;
    let next = index + 1 + near.iter().position(|phrase| phrase.tokens.start == end + 1)?;
    let phrase = &article.phrases[next];
    let named =
        phrase.mention.map(|mention| &article.mentions[mention]).filter(|named| named.form == MentionForm::Name);
    let place = named.is_some_and(|named| {
        let lies = matches!(preposition.lower.as_str(), "in" | "on" | "of" | "into" | "between" | "over" | "about");
        named.kind == EntityKind::Place && lies || only_where(&preposition.lower)
    });
    let dated = article.times.partition_point(|time| time.span.end <= phrase.span.start);
    let dated = article.times.get(dated).is_some_and(|time| time.span.overlaps(phrase.span));
    (!place && !dated).then(|| (preposition.lower.clone(), next))
}

fn only_where(preposition: &str) -> bool {
    matches!(preposition, "at" | "near")
}

/// "on the quay", "at the station": "on" and "in" alone may tell what it is about.
pub(super) fn both_tell_where(one: &str, two: &str) -> bool {
    let may = |word: &str| only_where(word) || matches!(word, "on" | "in");
    may(one) && may(two) && (only_where(one) || only_where(two))
}

/// The sets in which a word before a noun excludes the others.
static CONTRASTS: LazyLock<Map<&'static str, Vec<usize>>> =
    LazyLock::new(|| classes(include_str!("../../rules/english/contrasts.csv")));

/// "Front", "back": whether of two words before a noun the one excludes the other.
#[must_use]
pub fn contrasting(one: &str, two: &str) -> bool {
    let sets = |word: &str| CONTRASTS.get(word).map_or(&[][..], Vec::as_slice);
    one != two && sets(one).iter().any(|set| sets(two).contains(set))
}

/// "The upper house", "the lower house".
pub(super) fn contrast(a: &Noun, b: &Noun) -> bool {
    let lacks = |noun: &Noun, word: &CompactString| !noun.modifiers.contains(word);
    a.modifiers
        .iter()
        .filter(|one| lacks(b, one))
        .any(|one| b.modifiers.iter().any(|two| lacks(a, two) && contrasting(one, two)))
}

/// Which lines of a list each of its words stands in.
pub(super) fn classes(text: &'static str) -> Map<&'static str, Vec<usize>> {
    let mut classes: Map<&'static str, Vec<usize>> = Map::default();
    for (class, line) in text.lines().filter(|line| !line.starts_with('#')).enumerate() {
        for word in line.split(',') {
            classes.entry(word).or_default().push(class);
        }
    }
    classes
}

#[cfg(test)]
mod tests {
    use crate::graph::{Likeness, Term, compare_nouns};
    use crate::testing;

    /// How the objects of two articles' first claims with one lie to one another.
    #[track_caller]
    fn objects(one: &str, two: &str) -> Likeness {
        let outcome = testing::outcome(&[one, two]);
        let story = outcome.story();
        let noun = |article: usize| {
            let fact = story.facts.iter().find(|fact| fact.article == article && fact.terms("object").next().is_some());
            fact.and_then(|fact| fact.terms("object").next()).cloned()
        };
        match (noun(0), noun(1)) {
            (Some(Term::Noun(x)), Some(Term::Noun(y))) => compare_nouns(&x, &y),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn what_hangs_on_a_noun_tells_it_apart() {
        let ruling = "The judges praised the ruling in favour of the fishermen.\n";
        assert_eq!(objects(ruling, "The judges praised the ruling.\n"), Likeness::Same);
        assert_eq!(objects(ruling, "The judges praised the ruling in favour of the ferry firm.\n"), Likeness::Unknown);
        let hotel = "The mayor praised the kiosk on the quay.\n";
        assert_eq!(objects(hotel, "The mayor praised the kiosk at the station.\n"), Likeness::Unknown);
        assert_eq!(objects(hotel, "The mayor praised the kiosk on Monday.\n"), Likeness::Same);
    }

    #[test]
    fn a_figure_on_the_way_is_passed() {
        let drivers = "The mayor praised the offer of 4 per cent for drivers.\n";
        assert_eq!(objects(drivers, "The mayor praised the offer of 4 per cent for cleaners.\n"), Likeness::Unknown);
        assert_eq!(objects(drivers, "The mayor praised the offer of 4 per cent.\n"), Likeness::Same);
    }

    #[test]
    fn words_of_one_set_exclude_each_other() {
        let upper = "The mayor praised the upper chamber.\n";
        assert_eq!(objects(upper, "The mayor praised the lower chamber.\n"), Likeness::Different);
        assert_eq!(objects(upper, "The mayor praised the chamber.\n"), Likeness::Same);
    }
}
