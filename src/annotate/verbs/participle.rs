//! Groups that begin with "-ing" or a participle, and forms of either that only say more of a noun.

use super::Found;
use super::chain::{Chain, is_be, is_have};
use super::signature::{Complement, passive};
use super::start::{Context, MAX_BACK, apply_governor, coordinated, finish};
use crate::annotate::token::{Tag, Token};
use crate::annotate::verb::{Polarity, Tense, VerbForm, Voice};

/// Words in "-ing" that are prepositions.
fn is_preposition(lower: &str) -> bool {
    matches!(
        lower,
        "including"
            | "according"
            | "regarding"
            | "concerning"
            | "following"
            | "during"
            | "pending"
            | "barring"
            | "excluding"
            | "owing"
            | "notwithstanding"
            | "depending"
    )
}

pub(super) fn gerund(tokens: &[Token], at: usize, last: Option<&Found>) -> Option<(usize, Chain)> {
    let token = &tokens[at];
    if is_preposition(&token.lower) || premodifies(tokens, at) {
        return None;
    }
    if let Some(chain) = coordinated(tokens, at, last, |_| true) {
        return Some((at, chain));
    }
    let before = at.checked_sub(1).map(|index| &tokens[index]);
    // "for the time being"
    if token.lower == "being" && before.is_some_and(|word| word.lower == "time") {
        return None;
    }
    // "the killing of", "his handling": a noun, whatever the tag.
    if before.is_some_and(|word| {
        matches!(word.tag, Tag::Determiner | Tag::PossessivePronoun | Tag::PossessiveEnding | Tag::Adjective)
    }) {
        return None;
    }
    let mut chain = Chain::begin(at, VerbForm::Gerund, Tense::Untensed);
    let preposition = before.map_or("", |word| word.lower.as_str());
    let second = at.checked_sub(2).map_or("", |index| tokens[index].lower.as_str());
    match (second, preposition) {
        (_, "without") | ("instead", "of") | ("rather", "than") => chain.polarity = Polarity::Negative,
        (_, "from" | "of" | "with" | "for") => {
            if let Some(governor) = last.filter(|found| at - found.chain.main <= MAX_BACK) {
                let complement =
                    if governor.chain.voice == Voice::Passive { Complement::ApartIng } else { Complement::ObjectIng };
                apply_governor(tokens, governor, &mut chain, complement);
            }
        }
        _ => {}
    }
    Some(finish(tokens, at, chain))
}

pub(super) fn participle(
    tokens: &[Token],
    at: usize,
    context: &Context,
    last: Option<&Found>,
) -> Option<(usize, Chain)> {
    if premodifies(tokens, at) {
        return None;
    }
    if let Some(chain) = coordinated(tokens, at, last, |_| true) {
        return Some((at, chain));
    }
    if let Some(found) = prospect(tokens, at, context, last) {
        return Some(found);
    }
    let before = at.checked_sub(1).map(|index| &tokens[index]);
    // "the injured", "as expected"
    if before.is_some_and(|word| {
        matches!(word.tag, Tag::Determiner | Tag::PossessivePronoun | Tag::PossessiveEnding) || word.lower == "as"
    }) {
        return None;
    }
    let mut chain = Chain::begin(at, VerbForm::Participle, Tense::Untensed);
    chain.voice = Voice::Passive;
    if context.headline && last.is_none() && before.is_some_and(|word| word.tag.is_noun()) {
        chain.form = VerbForm::Finite;
        chain.tense = Tense::Past;
    }
    Some(finish(tokens, at, chain))
}

/// "Minister set to leave", "the ministers due to attend": an embedding word without its "be".
pub(super) fn prospect(tokens: &[Token], at: usize, context: &Context, last: Option<&Found>) -> Option<(usize, Chain)> {
    // "too ill to travel": "too" says more than "ill".
    if at > 0 && matches!(tokens[at - 1].lower.as_str(), "too" | "so") {
        return None;
    }
    let after = tokens.get(at + 1..)?;
    let signature = passive(&tokens[at].lower, after).find(|signature| signature.complement == Complement::To)?;
    let (verb, denied) = super::step::infinitive_at(tokens, at + 1 + signature.rest.len())?;
    let finite = context.headline && last.is_none();
    let (form, tense) =
        if finite { (VerbForm::Finite, Tense::Present) } else { (VerbForm::Participle, Tense::Untensed) };
    let mut chain = Chain::begin(verb, form, tense);
    let refused = at > 0 && tokens[at - 1].lower == "not";
    let outcome = signature.outcome(if refused { Polarity::Negative } else { Polarity::Positive });
    chain.polarity = if denied { outcome.polarity.reversed() } else { outcome.polarity };
    chain.modality = outcome.modality;
    chain.embedding = Some(if tokens[at].tag.is_verb() { tokens[at].lemma.clone() } else { tokens[at].lower.clone() });
    Some((at, chain.follow(tokens)))
}

/// "the disputed vote", "a failed bid", "sinking ships": the word stands before its noun.
pub(super) fn premodifies(tokens: &[Token], at: usize) -> bool {
    let token = &tokens[at];
    if !matches!(token.tag, Tag::VerbParticiple | Tag::VerbGerund | Tag::VerbPast) {
        return false;
    }
    let noun = tokens.get(at + 1..).is_some_and(|after| {
        after
            .iter()
            .take(4)
            .find(|next| !(next.tag.is_adjective() || matches!(next.tag, Tag::VerbParticiple | Tag::VerbGerund)))
            .is_some_and(|next| matches!(next.tag, Tag::Noun | Tag::NounPlural))
    });
    let mut before = at;
    while before > 0 && at - before < 3 && tokens[before - 1].tag.is_adverb() {
        before -= 1;
    }
    let previous = before.checked_sub(1).map(|index| tokens[index].tag);
    let opens = matches!(
        previous,
        Some(Tag::Determiner | Tag::PossessivePronoun | Tag::PossessiveEnding | Tag::Adjective | Tag::Number)
    );
    let after_preposition = matches!(previous, Some(Tag::Preposition)) && token.tag == Tag::VerbParticiple;
    // "indecency, aggravated assault and theft", "drugs and stolen goods"
    let next = tokens.get(at + 1).map(|next| next.tag);
    let in_list = token.tag == Tag::VerbParticiple
        && matches!(previous, Some(Tag::Punctuation | Tag::Conjunction))
        && before > 1
        && tokens[before - 2].tag.is_noun()
        && matches!(next, Some(Tag::Noun | Tag::NounPlural | Tag::Adjective));
    // "protect affected customers"
    let governor = before.checked_sub(1).map(|index| &tokens[index]);
    let object = token.tag == Tag::VerbParticiple
        && matches!(next, Some(Tag::Noun | Tag::NounPlural))
        && governor.is_some_and(|verb| {
            verb.tag == Tag::Verb && !is_be(&verb.lower) && !is_have(&verb.lower) && verb.lower != "get"
        });
    noun && (opens || after_preposition || in_list || object)
}
