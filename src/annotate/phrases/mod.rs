//! Noun phrases: from the determiner to the head, names and quantities taken whole.
//!
//! Finds their extent, head, number and possessor; who is meant is for [`super::entities`], what is attached by
//! preposition for [`super::clauses`]. Every token is looked at a bounded number of times.

mod extent;
mod recipient;
#[cfg(test)]
mod tests;
mod whole;

use super::mention::{Determination, NounPhrase};
use super::names::Name;
use super::quantity::Quantity;
use super::time::TimeMention;
use super::token::{Sentence, Tag, Token};
use super::verb::VerbGroup;
use crate::source::Span;
use extent::Found;
use std::ops::Range;

/// What the chunker reads.
pub(super) struct Input<'a> {
    pub(super) tokens: &'a [Token],
    pub(super) sentences: &'a [Sentence],
    pub(super) groups: &'a [VerbGroup],
    pub(super) names: &'a [Name],
    pub(super) times: &'a [TimeMention],
    pub(super) quantities: &'a [Quantity],
}

/// Noun phrases in order of their first token, an outer phrase before its possessor. Mentions are not set yet.
///
/// A possessor ("Acme" in "Acme's shareholders") is a phrase of its own inside the outer one; the second value
/// of each pair is the index of that phrase.
pub(super) fn phrases(input: &Input) -> Vec<(NounPhrase, Option<usize>)> {
    let mut list = Vec::new();
    for sentence in input.sentences {
        let mut at = sentence.tokens.start;
        let mut group = input.groups.partition_point(|group| group.tokens.end <= at);
        while at < sentence.tokens.end {
            while input.groups.get(group).is_some_and(|group| group.tokens.end <= at) {
                group += 1;
            }
            let limit = input.groups.get(group).map_or(sentence.tokens.end, |group| group.tokens.start);
            if limit <= at {
                at = input.groups[group].tokens.end.min(sentence.tokens.end);
                continue;
            }
            match extent::longest(input, at, limit.min(sentence.tokens.end)) {
                Some(found) => at = push(input, found, &mut list),
                None => at += 1,
            }
        }
    }
    list
}

/// Adds a phrase, and before it in the chain of possessors each phrase inside; returns where to go on.
fn push(input: &Input, found: Found, list: &mut Vec<(NounPhrase, Option<usize>)>) -> usize {
    let end = found.tokens.end;
    let outer = list.len();
    list.push((build(input, &found), None));
    let mut index = outer;
    let mut possessor = found.possessor;
    while let Some(inner) = possessor {
        let next = list.len();
        list[index].1 = Some(next);
        list.push((build(input, &inner), None));
        index = next;
        possessor = inner.possessor;
    }
    end
}

fn build(input: &Input, found: &Found) -> NounPhrase {
    let tokens = &input.tokens[found.tokens.clone()];
    let span = tokens.first().map_or_else(Span::default, |first| first.span.join(tokens[tokens.len() - 1].span));
    NounPhrase {
        span,
        tokens: found.tokens.clone(),
        head: found.head,
        determination: determination(input, found),
        plural: plural(input, found),
        mention: None,
        possessor: None,
        quantity: inside(
            input.quantities.partition_point(|q| q.span.end <= span.start),
            |at| input.quantities.get(at).map(|quantity| quantity.span),
            span,
        ),
        time: time(input, found, span),
        complements: Vec::new(),
        apposition: None,
    }
}

fn inside(first: usize, span_at: impl Fn(usize) -> Option<Span>, outer: Span) -> Option<usize> {
    span_at(first).filter(|span| outer.contains(*span)).map(|_| first)
}

/// The time that the phrase is, when its head lies in one ("Thursday evening"; not "Thursday's meeting").
fn time(input: &Input, found: &Found, span: Span) -> Option<usize> {
    let head = input.tokens[found.head].span;
    let at = input.times.partition_point(|time| time.span.end <= span.start);
    input.times[at..]
        .iter()
        .take_while(|time| time.span.start < span.end)
        .position(|time| time.span.overlaps(head))
        .map(|offset| at + offset)
}

fn determination(input: &Input, found: &Found) -> Determination {
    let first = &input.tokens[found.tokens.start];
    let next = input.tokens.get(found.tokens.start + 1).map_or("", |token| token.lower.as_str());
    // "Not a cent of it was paid", "Not one survivor was found".
    let not = found.tokens.start.checked_sub(1).map(|before| &input.tokens[before]);
    if matches!(first.lower.as_str(), "a" | "an" | "one") && not.is_some_and(|not| not.capital && not.lower == "not") {
        return Determination::Negative;
    }
    match first.lower.as_str() {
        // "No more than 40 people", "no fewer than 12": a bound.
        "no" if matches!(next, "more" | "fewer" | "less" | "later" | "earlier") => Determination::Bare,
        "no" | "neither" | "nobody" | "nothing" | "none" | "no-one" => Determination::Negative,
        "a" | "an" | "another" | "some" | "any" | "each" | "every" | "many" | "several" | "few" => {
            Determination::Indefinite
        }
        "the" | "this" | "that" | "these" | "those" | "both" | "all" => Determination::Definite,
        _ if found.possessor.is_some() || first.tag == Tag::PossessivePronoun || first.tag == Tag::Pronoun => {
            Determination::Definite
        }
        _ if input.tokens[found.head].tag.is_proper() => Determination::Definite,
        _ => Determination::Bare,
    }
}

fn plural(input: &Input, found: &Found) -> bool {
    let head = &input.tokens[found.head];
    match head.tag {
        Tag::NounPlural | Tag::ProperNounPlural => true,
        Tag::Pronoun | Tag::PossessivePronoun => {
            matches!(head.lower.as_str(), "they" | "them" | "we" | "us" | "their" | "our" | "these" | "those" | "both")
        }
        _ => matches!(head.lower.as_str(), "people" | "police" | "both"),
    }
}

/// The name whose last word is the head of `phrase`, or that ends the phrase.
pub(super) fn head_name(names: &[Name], phrase: &Range<usize>, head: usize) -> Option<usize> {
    let at = names.partition_point(|name| name.core.end <= phrase.start);
    names[at..]
        .iter()
        .take_while(|name| name.core.start < phrase.end)
        .position(|name| name.core.contains(&head))
        .map(|offset| at + offset)
}
