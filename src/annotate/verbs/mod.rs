//! Verb groups: auxiliaries, negation, embedding verbs and the main verb, read as one.
//!
//! One pass over each sentence from left to right. [`start`] decides whether a word begins a group and in what form
//! ([`infinitive`] and [`participle`] for what is not finite), [`chain`] reads it down to its main verb, a [`step`] from verb
//! to verb at a time with the [`adverbs`] between, [`particle`] adds "off" to "call". [`signature`] holds the tables. What
//! stands outside the group (subjects such as "nobody", "if", questions, quotations) is for the clause layer, except where
//! the words right in front decide ("without meeting", "asked him to leave").

mod adverbs;
mod chain;
mod infinitive;
mod participle;
mod particle;
mod signature;
mod start;
mod step;
#[cfg(test)]
mod tests;

use super::token::{Sentence, Token};
use super::verb::VerbGroup;
use crate::source::Span;
use chain::Chain;

/// Every verb group of the sentences, in order. Tokens must have been tagged ([`super::tag::tag`]). Indices in the
/// groups are those of `tokens`. `text` is the document's text.
#[must_use]
pub fn verb_groups(text: &str, tokens: &[Token], sentences: &[Sentence]) -> Vec<VerbGroup> {
    let mut groups = Vec::new();
    for sentence in sentences {
        if let Some(words) = tokens.get(sentence.tokens.clone()) {
            of_sentence(words, sentence.tokens.start, &mut groups);
        }
    }
    groups.retain(|group: &VerbGroup| text.get(group.span.start..group.span.end).is_some());
    groups
}

/// Whether the object of a verb acts in the infinitive behind it ("asked him to leave"); takes a lemma.
#[must_use]
pub fn controls_object(lemma: &str) -> bool {
    signature::active(lemma, &[]).any(|found| found.complement == signature::Complement::ObjectTo)
}

/// Whether a verb that is no verb of saying takes a clause as its object ("believe", "find"); takes a lemma.
#[must_use]
pub fn is_attitude(lemma: &str) -> bool {
    matches!(
        lemma,
        "believe"
            | "think"
            | "know"
            | "hope"
            | "expect"
            | "fear"
            | "feel"
            | "find"
            | "learn"
            | "realise"
            | "realize"
            | "see"
            | "hear"
            | "show"
            | "mean"
            | "conclude"
            | "decide"
            | "understand"
            | "assume"
            | "estimate"
            | "predict"
            | "reveal"
            | "prove"
            | "discover"
            | "notice"
            | "remember"
            | "forget"
            | "doubt"
            | "wish"
            | "suspect"
            | "consider"
            | "imagine"
            | "guess"
            | "ensure"
            | "determine"
            | "indicate"
            | "suggest"
            | "pretend"
            | "accept"
            | "acknowledge"
            | "recall"
            | "agree"
    )
}

/// A group before its indices are those of the article.
struct Found {
    first: usize,
    chain: Chain,
    particle: Option<particle::Found>,
}

fn of_sentence(tokens: &[Token], offset: usize, groups: &mut Vec<VerbGroup>) {
    let context = start::Context::of(tokens);
    let mut found: Vec<Found> = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let Some((first, chain)) = start::chain_at(tokens, at, &context, &found) else {
            at += 1;
            continue;
        };
        if found.last().is_some_and(|had| start::inverted_condition(tokens, first, had).is_some()) {
            // "Had she known": the auxiliary stands apart and is no group of its own.
            found.pop();
        }
        let particle = particle::find(tokens, chain.main);
        let main = chain.main;
        found.push(Found { first, chain, particle });
        at = main + 1;
    }
    groups.extend(found.into_iter().map(|found| found.into_group(tokens, offset)));
}

impl Found {
    fn into_group(self, tokens: &[Token], offset: usize) -> VerbGroup {
        let Self { first, chain, particle } = self;
        let mut lemma = tokens[chain.main].lemma.clone();
        let mut last = chain.main;
        if let Some(particle) = particle {
            lemma.push(' ');
            lemma.push_str(&tokens[particle.at].lower);
            if particle.adjacent {
                last = particle.at;
            }
        }
        VerbGroup {
            span: Span::new(tokens[first].span.start, tokens[last].span.end),
            tokens: first + offset..last + 1 + offset,
            main: chain.main + offset,
            lemma,
            polarity: chain.polarity,
            modality: chain.modality,
            tense: chain.tense,
            perfect: chain.perfect,
            progressive: chain.progressive,
            voice: chain.voice,
            form: chain.form,
            embedding: chain.embedding,
        }
    }
}
