//! Groups that begin with "to": what they depend on, and whether that says that they happened.

use super::Found;
use super::adverbs::skip_adverbs;
use super::chain::Chain;
use super::signature::{Complement, Outcome, active};
use super::start::{Context, MAX_BACK, apply_governor};
use crate::annotate::token::{Tag, Token};
use crate::annotate::verb::{Modality, Polarity, Tense, VerbForm, Voice};
use compact_str::CompactString;

pub(super) fn infinitive(
    tokens: &[Token],
    at: usize,
    context: &Context,
    last: Option<&Found>,
) -> Option<(usize, Chain)> {
    let (verb, denied) = skip_adverbs(tokens, at + 1);
    if tokens.get(verb)?.tag != Tag::Verb {
        return None;
    }
    let mut chain = Chain::begin(verb, VerbForm::Infinitive, Tense::Untensed);
    chain.modality = Modality::Intended;
    let not_before = at > 0 && matches!(tokens[at - 1].lower.as_str(), "not" | "n't" | "never");
    if let Some(governor) = last
        && at > 0
        && tokens[at - 1].tag == Tag::Conjunction
        && tokens[governor.chain.main].tag == Tag::Verb
        && at - governor.chain.main <= 2 * MAX_BACK
    {
        // "agreed to repair the dam and to publish its level"
        chain = governor.chain.clone();
        chain.main = verb;
    } else if let Some(outcome) = noun_before(tokens, at) {
        chain.polarity = outcome.polarity;
        chain.modality = outcome.modality;
    } else if context.headline && last.is_none() && tokens[..at].iter().any(|token| token.tag.is_noun()) {
        chain.form = VerbForm::Finite;
        chain.modality = Modality::Planned;
        chain.tense = Tense::Future;
    } else if too_before(tokens, at) {
        chain.polarity = Polarity::Negative;
        chain.modality = Modality::Unable;
    } else if rank_before(tokens, at) {
        let outer = last.filter(|found| at - found.chain.main <= MAX_BACK).map(|found| found.chain.modality);
        chain.modality = outer.unwrap_or_default();
        chain.embedding = Some(CompactString::const_new("first"));
    } else if let Some(governor) = last.filter(|found| gains(tokens, found, verb)) {
        // "beat Albion to win the cup"
        chain.modality = governor.chain.modality;
        chain.embedding = Some(tokens[governor.chain.main].lemma.clone());
    } else if let Some(governor) = last.filter(|found| at - found.chain.main <= MAX_BACK) {
        let between = &tokens[governor.chain.main + 1..at];
        let complement = if time_or_place(between) { Complement::To } else { Complement::ObjectTo };
        if is_one_phrase(between) {
            apply_governor(tokens, governor, &mut chain, complement);
        }
    }
    if denied != not_before {
        chain.deny();
    }
    Some((at, chain.follow(tokens)))
}

/// Whether the words can be one noun phrase or one phrase of time: no marks, no second preposition.
fn is_one_phrase(between: &[Token]) -> bool {
    let prepositions = between.iter().filter(|token| token.tag == Tag::Preposition).count();
    !between.is_empty() && prepositions <= 1 && between.iter().all(|token| token.tag != Tag::Punctuation)
}

/// Whether the words are a phrase of time or place and no object: "on Tuesday", "last week", "in Geneva".
fn time_or_place(between: &[Token]) -> bool {
    between.first().is_some_and(|first| {
        (first.tag == Tag::Preposition && !matches!(first.lower.as_str(), "for" | "with" | "of"))
            || first.tag.is_adverb()
            || matches!(first.lower.as_str(), "last" | "next" | "this" | "yesterday" | "today" | "tomorrow")
            || is_weekday(&first.lower)
    })
}

fn is_weekday(lower: &str) -> bool {
    matches!(lower, "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday")
}

/// Whether the infinitive at `verb` is what the victory of the verb before it came to: "beat Albion to win the cup".
fn gains(tokens: &[Token], governor: &Found, verb: usize) -> bool {
    let near = verb - governor.chain.main <= 2 * MAX_BACK;
    let told = governor.chain.polarity == Polarity::Positive && governor.chain.voice == Voice::Active;
    near && told
        && matches!(
            tokens[governor.chain.main].lemma.as_str(),
            "beat"
                | "defeat"
                | "overcome"
                | "edge"
                | "thrash"
                | "outpoint"
                | "rally"
                | "upset"
                | "stun"
                | "oust"
                | "unseat"
        )
        && matches!(
            tokens[verb].lemma.as_str(),
            "win"
                | "reach"
                | "claim"
                | "take"
                | "clinch"
                | "secure"
                | "earn"
                | "lift"
                | "seal"
                | "become"
                | "book"
                | "retain"
                | "regain"
                | "capture"
                | "move"
                | "advance"
        )
}

/// "refusal to", "failure of the talks to": the noun right in front of "to".
fn noun_before(tokens: &[Token], at: usize) -> Option<Outcome> {
    let noun = tokens[..at].last().filter(|token| matches!(token.tag, Tag::Noun | Tag::NounPlural))?;
    let signature = active(&noun.lemma, &[]).find(|signature| signature.complement == Complement::NounTo)?;
    Some(signature.outcome(Polarity::Positive))
}

/// "too ill to travel".
fn too_before(tokens: &[Token], at: usize) -> bool {
    at >= 2 && tokens[at - 2].lower == "too" && (tokens[at - 1].tag.is_adjective() || tokens[at - 1].tag.is_adverb())
}

/// "the first woman to win", "the only club to refuse": it is taken as a fact.
fn rank_before(tokens: &[Token], at: usize) -> bool {
    let words = tokens[at.saturating_sub(MAX_BACK)..at].iter().rev();
    let mut phrase = words.take_while(|token| !token.tag.is_verb() && token.tag != Tag::Punctuation).peekable();
    // "the third vote to reject it": what is asked for, not who did it.
    let thing = phrase.peek().is_some_and(|noun| {
        matches!(
            noun.lemma.as_str(),
            "vote"
                | "attempt"
                | "bid"
                | "chance"
                | "opportunity"
                | "call"
                | "plan"
                | "effort"
                | "move"
                | "time"
                | "deadline"
                | "favourite"
                | "favorite"
                | "target"
                | "proposal"
                | "motion"
                | "way"
                | "step"
        )
    });
    !thing
        && phrase.any(|token| {
            matches!(
                token.lower.as_str(),
                "first" | "second" | "third" | "fourth" | "fifth" | "last" | "latest" | "only"
            ) || token.tag == Tag::AdjectiveSuperlative
        })
}
