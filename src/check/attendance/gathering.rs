//! The gatherings that passages name, and which nouns for them papers exchange for one another.

use crate::graph::{Fact, Story, surroundings};
use std::collections::HashMap;
use std::ops::Range;
use std::sync::LazyLock;

/// Nouns of gatherings that as often say where in the house somebody stood.
const VENUES: &[&str] = &["stage", "table", "theatre", "theater", "auditorium", "stand", "floor", "gallery"];

/// The kinds that each noun is of.
pub(super) static KINDS: LazyLock<HashMap<&'static str, Vec<usize>>> = LazyLock::new(|| {
    let mut kinds: HashMap<&'static str, Vec<usize>> = HashMap::new();
    let lines = include_str!("../../../rules/english/gatherings.csv").lines().filter(|line| !line.starts_with('#'));
    for (kind, line) in lines.enumerate() {
        for noun in line.split(',') {
            kinds.entry(noun).or_default().push(kind);
        }
    }
    kinds
});

/// The nouns of gatherings in some sentences of an article.
pub(super) fn gatherings_in<'s>(story: &'s Story, at: usize, sentences: Range<usize>) -> impl Iterator<Item = &'s str> {
    let article = &story.articles[at];
    let end = sentences.end.min(article.sentences.len());
    let sentences = &article.sentences[sentences.start.min(end)..end];
    let places = sentences.iter().flat_map(|sentence| sentence.tokens.clone());
    // "Buried her face in her hands"
    let face = move |at: usize| {
        article.tokens[at..].iter().take(4).any(|token| matches!(token.lemma.as_str(), "face" | "head" | "hand"))
    };
    let tokens = places.map(|at| (at, &article.tokens[at]));
    tokens.filter_map(move |(at, token)| match token.lemma.as_str() {
        // "Hundreds gathered at dusk": what papers call it elsewhere.
        "gather" | "assemble" if token.tag.is_verb() => Some("vigil"),
        "march" | "parade" | "demonstrate" if token.tag.is_verb() => Some("march"),
        "bury" if token.tag.is_verb() && !face(at) => Some("funeral"),
        "unveil" if token.tag.is_verb() => Some("unveiling"),
        "sentence" | "convict" | "acquit" if token.tag.is_verb() => Some("sentencing"),
        "marry" | "wed" if token.tag.is_verb() => Some("wedding"),
        "inaugurate" | "christen" if token.tag.is_verb() => Some("ceremony"),
        "perform" if token.tag.is_verb() => Some("performance"),
        "play" if token.tag.is_verb() => Some("match"),
        lemma if token.tag.is_noun() && !VENUES.contains(&lemma) => KINDS.get_key_value(lemma).map(|(noun, _)| *noun),
        _ => None,
    })
}

/// Whether papers exchange two nouns of gatherings for one another.
pub(super) fn kin(one: &str, two: &str) -> bool {
    let kinds = |event: &str| KINDS.get(event).map_or(&[][..], Vec::as_slice);
    one == two || kinds(one).iter().any(|kind| kinds(two).contains(kind))
}

/// Whether gatherings of one kind are named in the sentences around both claims.
pub(super) fn gathering_near(story: &Story, a: &Fact, b: &Fact) -> bool {
    let near = |fact: &Fact| surroundings(story, fact.article, fact.span);
    let (one, two) = (near(a), near(b));
    one.nouns().filter(|noun| KINDS.contains_key(noun)).any(|noun| two.nouns().any(|other| kin(other, noun)))
}

/// Whether a gathering of the kind is named in the sentences around a claim.
pub(super) fn named_near(story: &Story, fact: &Fact, event: &str) -> bool {
    surroundings(story, fact.article, fact.span).nouns().any(|noun| kin(noun, event))
}
