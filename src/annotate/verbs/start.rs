//! Where a verb group begins, and in what form: finite, infinitive, "-ing" or participle.

use super::Found;
use super::adverbs::skip_adverbs;
use super::chain::{Chain, can_be_participle, is_be, is_have};
use super::infinitive::infinitive;
use super::participle::{gerund, participle, premodifies, prospect};
use super::signature::{Complement, Outcome, active, passive};
use crate::annotate::tag::Word;
use crate::annotate::token::{Tag, Token};
use crate::annotate::verb::{Modality, Polarity, Tense, VerbForm, Voice};

/// What holds for a whole sentence.
pub(super) struct Context {
    /// No full stop: a headline.
    pub(super) headline: bool,
    pub(super) question: bool,
}

impl Context {
    pub(super) fn of(tokens: &[Token]) -> Self {
        let last = tokens.last().map_or("", |token| token.lower.as_str());
        Self { headline: !last.ends_with(['.', '!', '?', ';', ':', '"', '”', '\'']), question: last == "?" }
    }
}

/// Words looked back over for the verb that an infinitive or "-ing" depends on.
pub(super) const MAX_BACK: usize = 12;

/// The group that begins at `at`: its first word and the chain. `found` are the sentence's groups so far.
pub(super) fn chain_at(tokens: &[Token], at: usize, context: &Context, found: &[Found]) -> Option<(usize, Chain)> {
    let token = &tokens[at];
    let last = found.last();
    if let Some(chain) = last.and_then(|had| inverted_condition(tokens, at, had)) {
        return Some((at, chain.follow(tokens)));
    }
    match token.tag {
        _ if token.lower == "to" => infinitive(tokens, at, context, last),
        Tag::Modal => modal(tokens, at),
        Tag::VerbPast | Tag::VerbPresent | Tag::VerbThird => finite(tokens, at, context, last),
        Tag::Verb => Some(bare(tokens, at, context, found)),
        Tag::VerbGerund => gerund(tokens, at, last),
        Tag::VerbParticiple => participle(tokens, at, context, last),
        Tag::Adjective if !tokens[..at].last().is_some_and(|word| is_be(&word.lower)) => {
            prospect(tokens, at, context, last)
        }
        _ => None,
    }
}

/// "Had she known", "Had the club not cut its prices": asserts nothing.
pub(super) fn inverted_condition(tokens: &[Token], at: usize, had: &Found) -> Option<Chain> {
    let opens = had.first == had.chain.main
        && tokens[had.first].lower == "had"
        && (had.first == 0 || tokens[had.first - 1].tag == Tag::Punctuation);
    if !opens || !tokens[at].tag.is_verb() || !can_be_participle(&tokens[at]) {
        return None;
    }
    let between = tokens.get(had.chain.main + 1..at).filter(|between| between.len() <= MAX_BACK)?;
    let subject = between.iter().any(|word| word.tag.is_noun() || word.tag == Tag::Pronoun);
    if !subject || between.iter().any(|word| word.tag == Tag::Punctuation) {
        return None;
    }
    let mut chain = Chain::begin(at, VerbForm::Finite, Tense::Past);
    chain.perfect = true;
    chain.modality = Modality::Hypothetical;
    if between.iter().any(|word| matches!(word.lower.as_str(), "not" | "n't" | "never")) {
        chain.deny();
    }
    Some(chain)
}

/// Negation that stands in front of the group: "never met", "not meeting".
fn denied_before(tokens: &[Token], at: usize) -> bool {
    let Some(before) = at.checked_sub(1).map(|index| &tokens[index]) else { return false };
    let after_auxiliary =
        at >= 2 && (is_be(&tokens[at - 2].lower) || is_have(&tokens[at - 2].lower) || tokens[at - 2].tag == Tag::Modal);
    match before.lower.as_str() {
        "never" => true,
        "not" | "n't" => !after_auxiliary,
        "longer" => at >= 2 && tokens[at - 2].lower == "no",
        _ => before.tag.is_adverb() && at >= 2 && matches!(tokens[at - 2].lower.as_str(), "never"),
    }
}

pub(super) fn finish(tokens: &[Token], first: usize, mut chain: Chain) -> (usize, Chain) {
    if denied_before(tokens, first) {
        chain.deny();
    }
    (first, chain.follow(tokens))
}

fn modal(tokens: &[Token], at: usize) -> Option<(usize, Chain)> {
    let (next, _) = skip_adverbs(tokens, at + 1);
    let bare_to = matches!(tokens[at].lower.as_str(), "ought" | "need");
    let verb = tokens.get(next).is_some_and(|next| next.tag.is_verb() || (bare_to && next.lower == "to"));
    // "he could not": nothing is said to have happened.
    verb.then(|| finish(tokens, at, Chain::finite(tokens, at)))
}

fn finite(tokens: &[Token], at: usize, context: &Context, last: Option<&Found>) -> Option<(usize, Chain)> {
    let token = &tokens[at];
    if premodifies(tokens, at) {
        return None;
    }
    // "was arrested and charged with": the tagger cannot see the first auxiliary.
    if token.tag == Tag::VerbPast
        && can_be_participle(token)
        && Word::find(&token.lower).is_none_or(|word| word.can_be(Word::TRANSITIVE))
        && let Some(chain) = coordinated(tokens, at, last, |chain| chain.voice == Voice::Passive)
        && tokens
            .get(at + 1)
            .is_none_or(|next| matches!(next.tag, Tag::Preposition | Tag::Punctuation | Tag::Conjunction | Tag::Adverb))
    {
        return Some((at, chain));
    }
    // "Did the minister meet …?", "Had she known": the verb stands behind its subject and is taken there.
    let auxiliary = matches!(token.lower.as_str(), "do" | "does" | "did");
    if auxiliary && inverted_verb(tokens, at).is_some() {
        return None;
    }
    let mut chain = Chain::finite(tokens, at);
    if context.question && at == 0 {
        chain.modality = Modality::Hypothetical;
    }
    Some(finish(tokens, at, chain))
}

/// The base form behind "did" and a subject of a few words.
fn inverted_verb(tokens: &[Token], auxiliary: usize) -> Option<usize> {
    let window = tokens.get(auxiliary + 1..)?.iter().take(MAX_BACK);
    let mut subject = false;
    for (index, token) in window.enumerate() {
        match token.tag {
            Tag::Verb => return subject.then_some(auxiliary + 1 + index),
            Tag::Pronoun | Tag::Determiner | Tag::PossessivePronoun | Tag::Existential => subject = true,
            tag if tag.is_noun() => subject = true,
            tag if tag.is_verb() || tag == Tag::Punctuation => return None,
            _ => {}
        }
    }
    None
}

/// A base form without "to": after "and", "make him", a question's "did", or an imperative.
fn bare(tokens: &[Token], at: usize, context: &Context, found: &[Found]) -> (usize, Chain) {
    let last = found.last();
    if let Some(chain) = coordinated(tokens, at, last, |_| true) {
        return (at, chain);
    }
    let back = at.saturating_sub(MAX_BACK);
    let bound = last.map_or(0, |found| found.chain.main + 1).max(back);
    let asked = (bound..at).rev().find(|index| matches!(tokens[*index].lower.as_str(), "do" | "does" | "did"));
    if let Some(auxiliary) = asked {
        let tense = if tokens[auxiliary].lower == "did" { Tense::Past } else { Tense::Present };
        let mut chain = Chain::begin(at, VerbForm::Finite, tense);
        if context.question {
            chain.modality = Modality::Hypothetical;
        }
        if tokens[auxiliary + 1..at].iter().any(|token| matches!(token.lower.as_str(), "n't" | "not")) {
            chain.deny();
        }
        return (at, chain.follow(tokens));
    }
    let opens = at == 0 || matches!(tokens[at - 1].tag, Tag::Punctuation | Tag::Conjunction);
    if opens && last.is_none() {
        let mut chain = Chain::begin(at, VerbForm::Finite, Tense::Present);
        chain.modality = Modality::Hypothetical;
        return finish(tokens, at, chain);
    }
    let mut chain = Chain::begin(at, VerbForm::Infinitive, Tense::Untensed);
    chain.modality = Modality::Intended;
    if let Some(governor) = last
        && at - governor.chain.main <= MAX_BACK
    {
        apply_governor(tokens, governor, &mut chain, Complement::ObjectTo);
    }
    finish(tokens, at, chain)
}

/// A form that shares the auxiliaries of the group before it: "was arrested and charged", "did not sign or endorse".
pub(super) fn coordinated(
    tokens: &[Token],
    at: usize,
    last: Option<&Found>,
    fits: impl Fn(&Chain) -> bool,
) -> Option<Chain> {
    let last = last?;
    let mut before = at.checked_sub(1)?;
    while before > last.chain.main && tokens[before].tag.is_adverb() && at - before < 4 {
        before -= 1;
    }
    let contrast = matches!(tokens[before].lower.as_str(), "but" | "yet");
    let linked = tokens[before].tag == Tag::Conjunction
        && (!contrast || last.chain.voice == Voice::Passive && can_be_participle(&tokens[at]));
    let one = &tokens[last.chain.main];
    let same = one.tag == tokens[at].tag
        || (can_be_participle(one) && can_be_participle(&tokens[at]) && last.chain.voice == Voice::Passive);
    let after_auxiliary = last.first < last.chain.main;
    if !linked || !same || !after_auxiliary || at - last.chain.main > 2 * MAX_BACK || !fits(&last.chain) {
        return None;
    }
    let mut chain = last.chain.clone();
    chain.main = at;
    if contrast {
        // "was not charged but released"
        chain.polarity = Polarity::Positive;
    }
    // Own adverbs: "and never returned".
    if skip_adverbs(tokens, before + 1).1 {
        chain.deny();
    }
    Some(chain.follow(tokens))
}

/// What the verb of an earlier group implies of a complement that stands apart from it.
pub(super) fn apply_governor(tokens: &[Token], governor: &Found, chain: &mut Chain, complement: Complement) {
    let verb = &tokens[governor.chain.main];
    let after = tokens.get(governor.chain.main + 1..).unwrap_or_default();
    let passively = governor.chain.voice == Voice::Passive && complement != Complement::ObjectIng;
    let signature = if passively {
        let complement = if complement == Complement::ObjectTo { Complement::To } else { complement };
        passive(&verb.lower, after).find(|signature| signature.complement == complement)
    } else {
        active(&verb.lemma, after).find(|signature| signature.complement == complement && signature.rest.is_empty())
    };
    let Some(signature) = signature else { return };
    let Outcome { polarity, modality } = signature.outcome(governor.chain.polarity);
    chain.polarity = polarity;
    // "may force them to leave" is no more than possible.
    chain.modality = match governor.chain.modality {
        Modality::Actual => modality,
        outer => outer,
    };
    chain.embedding = Some(verb.lemma.clone());
}
