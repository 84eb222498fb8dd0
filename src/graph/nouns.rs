//! Nouns that stand for no known entity, compared: what tells one thing from another of its kind.

use super::fact::Noun;
use super::likeness::{Likeness, places};
use crate::annotate::Article;
use crate::annotate::lexicon;
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
    while let Some((preposition, next)) = complement(article, at).filter(|_| found.len() < DEPTH) {
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
        &["of", "on", "for", "against", "to", "into", "in", "at", "about", "between", "near", "over", "by"];
    let end = article.phrases[index].tokens.end;
    let preposition = article.tokens.get(end).filter(|token| TELLING.contains(&token.lower.as_str()))?;
    let near = article.phrases.get(index + 1..(index + 4).min(article.phrases.len()))?;
    let next = index + 1 + near.iter().position(|phrase| phrase.tokens.start == end + 1)?;
    let phrase = &article.phrases[next];
    let named =
        phrase.mention.map(|mention| &article.mentions[mention]).filter(|named| named.form == MentionForm::Name);
    let place = named.is_some_and(|named| named.kind == EntityKind::Place || only_where(&preposition.lower));
    let dated = article.times.partition_point(|time| time.span.end <= phrase.span.start);
    let dated = article.times.get(dated).is_some_and(|time| time.span.overlaps(phrase.span));
    (!place && !dated).then(|| (preposition.lower.clone(), next))
}

fn only_where(preposition: &str) -> bool {
    matches!(preposition, "at" | "near")
}

/// "on the quay", "at the station": "on" and "in" alone may tell what it is about.
fn both_tell_where(one: &str, two: &str) -> bool {
    let may = |word: &str| only_where(word) || matches!(word, "on" | "in");
    may(one) && may(two) && (only_where(one) || only_where(two))
}

/// The sets in which a word before a noun excludes the others.
static CONTRASTS: LazyLock<Map<&'static str, Vec<usize>>> =
    LazyLock::new(|| classes(include_str!("../../rules/english/contrasts.csv")));

/// "The upper house", "the lower house".
fn contrast(a: &Noun, b: &Noun) -> bool {
    let sets = |word: &CompactString| CONTRASTS.get(word.as_str()).map_or(&[][..], Vec::as_slice);
    let excludes =
        |one: &CompactString, two: &CompactString| one != two && sets(one).iter().any(|set| sets(two).contains(set));
    let lacks = |noun: &Noun, word: &CompactString| !noun.modifiers.contains(word);
    a.modifiers
        .iter()
        .filter(|one| lacks(b, one))
        .any(|one| b.modifiers.iter().any(|two| lacks(a, two) && excludes(one, two)))
}

/// Which lines of a list each of its words stands in.
fn classes(text: &'static str) -> Map<&'static str, Vec<usize>> {
    let mut classes: Map<&'static str, Vec<usize>> = Map::default();
    for (class, line) in text.lines().filter(|line| !line.starts_with('#')).enumerate() {
        for word in line.split(',') {
            classes.entry(word).or_default().push(class);
        }
    }
    classes
}

/// What tells one of several from the others.
const ORDINAL: &[&str] = &[
    "first", "second", "third", "fourth", "fifth", "last", "final", "previous", "earlier", "original", "initial",
    "new", "later", "next", "another", "other", "former", "old", "revised", "improved",
];

/// Compares two nouns: the same head, and nothing before it that tells them apart.
#[must_use]
pub fn compare_nouns(a: &Noun, b: &Noun) -> Likeness {
    if a.pronoun || b.pronoun {
        return Likeness::Unknown;
    }
    // "The Kohler workshop" is not "the Brandt firm".
    let named = |noun: &Noun| noun.definite && !noun.names.is_empty() && lexicon::body_noun(&noun.head);
    if named(a) && named(b) && !a.names.iter().any(|name| b.names.contains(name)) {
        return Likeness::Different;
    }
    if a.head != b.head && !synonyms(&a.head, &b.head) {
        return Likeness::Unknown;
    }
    // "The Dutch navy" is not "the German navy".
    if let (Some(one), Some(two)) = (a.nation, b.nation)
        && a.definite
        && b.definite
        && places(one, two) == Likeness::Different
    {
        return Likeness::Different;
    }
    if a.possessor.is_some() && b.possessor.is_some() && a.possessor != b.possessor {
        return Likeness::Different;
    }
    // "The first offer" is not "the offer".
    let ordinal = |noun: &Noun| noun.modifiers.iter().find(|word| ORDINAL.contains(&word.as_str())).cloned();
    if ordinal(a) != ordinal(b) {
        return Likeness::Unknown;
    }
    if contrast(a, b) {
        return Likeness::Different;
    }
    // "The ban on trawling" is not "the ban on whaling".
    for ((x, one), (y, two)) in a.complements.iter().zip(&b.complements) {
        if x != y && !both_tell_where(x, y) {
            break;
        }
        if one != two && !synonyms(one, two) {
            return Likeness::Unknown;
        }
    }
    let inside = |x: &Noun, y: &Noun| x.modifiers.iter().all(|word| y.modifiers.contains(word));
    if inside(a, b) || inside(b, a) { Likeness::Same } else { Likeness::Unknown }
}

/// The class of each noun that papers exchange for others.
static CLASSES: LazyLock<Map<&'static str, Vec<usize>>> =
    LazyLock::new(|| classes(include_str!("../../rules/english/synonyms.csv")));

/// Whether papers use two nouns for one thing ("accord", "deal"); lemmas.
#[must_use]
pub fn synonyms(a: &str, b: &str) -> bool {
    match (CLASSES.get(a), CLASSES.get(b)) {
        (Some(x), Some(y)) => x.iter().any(|class| y.contains(class)),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::graph::Term;
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
