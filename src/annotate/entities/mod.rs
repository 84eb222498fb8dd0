//! Who is meant: names, descriptions and pronouns of one article tied to its entities.
//!
//! In four steps, each on what the one before it settled: names that are alike become entities ([`registry`]),
//! offices and ages are learned where the article introduces them ([`offices`]), then descriptions
//! ([`descriptions`]) and pronouns ([`pronouns`]) are resolved in the order of the text, which [`walk`] goes through. What stays open stays
//! `None`: unknown beats wrong.

mod acting;
mod bodies;
mod descriptions;
mod nationals;
mod offices;
mod pronouns;
mod registry;
mod same;
mod sound;
mod spelling;
#[cfg(test)]
mod tests;
mod walk;

use super::mention::{Entity, Mention, NounPhrase};
use super::names::Name;
use super::quantity::Quantity;
use super::quote::Quote;
use super::token::{Sentence, Token};
use super::verb::VerbGroup;
use crate::hash::Map;
use crate::source::Document;
use walk::Walk;

pub(crate) use same::initials;
pub(crate) use sound::{Spelling, sound, spelling};
pub(crate) use spelling::{fold, near_spelling};

/// What the entity layer reads.
pub(super) struct Input<'a> {
    pub(super) document: &'a Document,
    pub(super) tokens: &'a [Token],
    pub(super) sentences: &'a [Sentence],
    pub(super) names: &'a [Name],
    pub(super) groups: &'a [VerbGroup],
    pub(super) quotes: &'a [Quote],
    pub(super) quantities: &'a [Quantity],
}

/// The mentions in order of their spans and the entities; ties `phrases` to them.
///
/// Each phrase comes with the index of the phrase that is its possessor.
pub(super) fn resolve(
    input: &Input,
    mut phrases: Vec<(NounPhrase, Option<usize>)>,
) -> (Vec<NounPhrase>, Vec<Mention>, Vec<Entity>) {
    let (mut entities, of_name) = registry::entities(input);
    offices::appositions(input, &mut phrases);
    offices::learn(input, &phrases, &of_name, &mut entities);
    let counts = vec![0; entities.len()];
    let mut walk = Walk {
        input,
        entities,
        mentions: Vec::new(),
        recent: Vec::new(),
        counts,
        nations: Vec::new(),
        fits: Map::default(),
        of_name: &of_name,
    };
    let ranks = ranks(input);
    let mut sentence = 0;
    for index in 0..phrases.len() {
        let start = phrases[index].0.tokens.start;
        while input.sentences.get(sentence).is_some_and(|found| found.tokens.end <= start) {
            sentence += 1;
        }
        let rank = ranks.get(sentence).copied().unwrap_or(sentence);
        walk.possessive(&mut phrases[index].0, rank);
        let after = phrases[index].1.map_or(start, |inner| phrases[inner].0.tokens.end);
        walk.names_inside(&phrases[index].0, after, rank, &of_name);
        phrases[index].0.mention = walk.phrase(&phrases, index, rank, &of_name);
    }
    let Walk { entities, mentions, .. } = walk;
    let (phrases, mentions) = finish(phrases, mentions);
    (phrases, mentions, entities)
}

/// For each sentence, how many sentences up to it are not wholly spoken: a long quotation is no distance.
fn ranks(input: &Input) -> Vec<usize> {
    let mut rank = 0;
    let mut quote = 0;
    input
        .sentences
        .iter()
        .map(|sentence| {
            while input.quotes.get(quote).is_some_and(|quote| quote.outer.end <= sentence.span.start) {
                quote += 1;
            }
            let spoken =
                input.quotes.get(quote).is_some_and(|quote| quote.speech && quote.outer.contains(sentence.span));
            rank += usize::from(!spoken);
            rank
        })
        .collect()
}

/// Sorts the mentions and lets phrases point at them by their new places.
fn finish(phrases: Vec<(NounPhrase, Option<usize>)>, mentions: Vec<Mention>) -> (Vec<NounPhrase>, Vec<Mention>) {
    let mut order: Vec<usize> = (0..mentions.len()).collect();
    order.sort_by_key(|&index| (mentions[index].span, index));
    let mut place = vec![0; mentions.len()];
    for (new, &old) in order.iter().enumerate() {
        place[old] = new;
    }
    let mut sorted: Vec<(usize, Mention)> = place.iter().copied().zip(mentions).collect();
    sorted.sort_unstable_by_key(|(new, _)| *new);
    let possessors: Vec<Option<usize>> =
        phrases.iter().map(|(_, inner)| inner.and_then(|inner| phrases[inner].0.mention)).collect();
    let mut result: Vec<NounPhrase> = Vec::with_capacity(phrases.len());
    for ((mut phrase, _), possessor) in phrases.into_iter().zip(possessors) {
        phrase.mention = phrase.mention.map(|old| place[old]);
        phrase.possessor = phrase.possessor.or(possessor).map(|old| place[old]);
        result.push(phrase);
    }
    (result, sorted.into_iter().map(|(_, mention)| mention).collect())
}
