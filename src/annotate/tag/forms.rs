//! Which form of a verb a word is: base form behind "to", past or participle, "-ing", third person.
//!
//! Rules for [`super::correct`]: one function of a position each.

use super::correct::{before_adverbs, can_be, is_be, is_have, word_of};
use super::lexicon::Word;
use crate::annotate::token::{Tag, Token};

/// Whether the word after "to" reads as a verb: it can be one, and an object or nothing follows.
pub(super) fn base_after_to(tokens: &[Token], at: usize) -> bool {
    let Some(token) = tokens.get(at) else { return false };
    // "expected to last about two hours", but "due to last year's losses".
    let after_participle = at >= 2 && tokens[at - 2].tag == Tag::VerbParticiple;
    if after_participle && token.tag == Tag::Adjective && can_be(token, Word::VERB) {
        return tokens.get(at + 1).is_none_or(|next| !next.tag.is_noun() && !next.tag.is_adjective());
    }
    if token.capital
        || !can_be(token, Word::VERB)
        || !matches!(token.tag, Tag::Noun | Tag::VerbPresent | Tag::VerbPast | Tag::VerbParticiple)
    {
        return false;
    }
    matches!(token.tag, Tag::VerbPresent | Tag::VerbPast | Tag::VerbParticiple)
        || tokens.get(at + 1).is_some_and(|next| {
            matches!(next.tag, Tag::Determiner | Tag::Pronoun | Tag::PossessivePronoun | Tag::ProperNoun)
        })
}

/// "Did the envoy meet": the sentence opens with a form of "do" and has no other verb before `at`.
fn asked(tokens: &[Token], at: usize) -> bool {
    // A subject is short; the bound keeps the pass linear.
    let opens = tokens.iter().take(2).position(|token| matches!(token.lower.as_str(), "do" | "does" | "did"));
    opens.is_some_and(|auxiliary| {
        at > auxiliary + 1 && at < auxiliary + 10 && tokens[auxiliary + 1..at].iter().all(|token| !token.tag.is_verb())
    })
}

/// A base form after "to" and after a modal verb.
pub(super) fn infinitive(tokens: &[Token], at: usize) -> Option<Tag> {
    let token = &tokens[at];
    if token.capital || token.tag == Tag::Verb || token.tag.is_adverb() || !can_be(token, Word::VERB) {
        return None;
    }
    if token.tag == Tag::VerbPresent && asked(tokens, at) {
        return Some(Tag::Verb);
    }
    let (before, previous) = before_adverbs(tokens, at)?;
    match previous.tag {
        Tag::To => (before + 1 == at || token.tag.is_verb()).then_some(Tag::Verb),
        Tag::Modal => matches!(
            token.tag,
            Tag::Noun | Tag::VerbPresent | Tag::VerbPast | Tag::VerbParticiple | Tag::Adjective | Tag::Preposition
        )
        .then_some(Tag::Verb),
        _ => (matches!(previous.lower.as_str(), "do" | "does" | "did") && before + 1 < at && token.tag.is_verb())
            .then_some(Tag::Verb),
    }
}

/// Past tense after a subject pronoun, participle after "have".
pub(super) fn past_or_participle(tokens: &[Token], at: usize) -> Option<Tag> {
    let token = &tokens[at];
    let (before, previous) = before_adverbs(tokens, at)?;
    match token.tag {
        Tag::VerbParticiple if active_after_noun(tokens, at) => Some(Tag::VerbPast),
        Tag::VerbParticiple => {
            let subject =
                matches!(previous.lower.as_str(), "he" | "she" | "they" | "we" | "i" | "who" | "which" | "that");
            let inverted =
                before.checked_sub(1).is_some_and(|index| is_have(&tokens[index].lower) || is_be(&tokens[index].lower));
            (subject && !inverted && can_be(token, Word::PAST)).then_some(Tag::VerbPast)
        }
        // "Minister set to resign": the participle, which looks like the past.
        Tag::VerbPast if can_be(token, Word::VERB) && tokens.get(at + 1).is_some_and(|next| next.lower == "to") => {
            (previous.tag != Tag::Pronoun).then_some(Tag::VerbParticiple)
        }
        Tag::VerbPast => {
            let perfect = is_have(&previous.lower) || (is_be(&previous.lower) && before + 1 >= at.saturating_sub(1));
            (perfect && can_be(token, Word::PARTICIPLE)).then_some(Tag::VerbParticiple)
        }
        // "has signed", "had cut": nothing but a participle fits between "has" and an object.
        Tag::Adjective | Tag::Noun | Tag::Verb | Tag::VerbPresent
            if is_have(&previous.lower) && can_be(token, Word::PARTICIPLE) && before + 1 == at =>
        {
            let object = tokens.get(at + 1).is_some_and(|next| {
                matches!(
                    next.tag,
                    Tag::Determiner
                        | Tag::Pronoun
                        | Tag::PossessivePronoun
                        | Tag::Preposition
                        | Tag::To
                        | Tag::ProperNoun
                )
            });
            object.then_some(Tag::VerbParticiple)
        }
        _ => None,
    }
}

/// "The firm discovered the leak", "The firm cooperated": after a noun, a form with an object, or of a verb that takes
/// none, is no passive participle.
fn active_after_noun(tokens: &[Token], at: usize) -> bool {
    let token = &tokens[at];
    let Some(word) = word_of(token).filter(|word| word.can_be(Word::PAST)) else { return false };
    if !at.checked_sub(1).is_some_and(|before| tokens[before].tag.is_noun()) {
        return false;
    }
    if token.lower == "had" || !word.can_be(Word::TRANSITIVE) {
        return true;
    }
    let two_objects = matches!(
        word.verb_lemma(&token.lower).as_str(),
        "give"
            | "award"
            | "offer"
            | "pay"
            | "hand"
            | "deny"
            | "call"
            | "name"
            | "show"
            | "tell"
            | "ask"
            | "send"
            | "fine"
            | "refuse"
            | "allow"
            | "grant"
            | "lend"
            | "owe"
            | "teach"
            | "promise"
            | "serve"
            | "dub"
    );
    let next = tokens.get(at + 1);
    let modified = next.is_some_and(|next| {
        (next.tag == Tag::Adjective || next.tag == Tag::VerbParticiple)
            && !matches!(next.lower.as_str(), "last" | "next")
    }) && tokens.get(at + 2).is_some_and(|noun| matches!(noun.tag, Tag::Noun | Tag::NounPlural));
    let object = next.is_some_and(|next| {
        matches!(next.tag, Tag::Determiner | Tag::PossessivePronoun | Tag::Pronoun)
            && !matches!(next.lower.as_str(), "this" | "that" | "all")
    });
    (object || modified) && !two_objects
}

/// "for masterminding the raid", "Meeting in the capital": an "-ing" with an object is a verb form.
pub(super) fn gerund(tokens: &[Token], at: usize) -> Option<Tag> {
    let token = &tokens[at];
    // "the chief operating officer", "the investigating officer"
    if token.tag == Tag::VerbGerund && tokens.get(at + 1).is_some_and(|next| next.lower == "officer") {
        return Some(Tag::Noun);
    }
    // "By evening", "on Tuesday evening"; "evening out the numbers", "evening the score" are rare and have an object.
    if token.lower == "evening" && token.tag == Tag::VerbGerund {
        let evens = tokens.get(at + 1).is_some_and(|next| matches!(next.lower.as_str(), "out" | "up" | "the"));
        return (!evens).then_some(Tag::Noun);
    }
    if !token.lower.ends_with("ing") || !matches!(token.tag, Tag::Noun | Tag::Adjective | Tag::ProperNoun) {
        return None;
    }
    if !can_be(token, Word::GERUND) || (token.capital && at > 0) {
        return None;
    }
    let next_is_object = tokens.get(at + 1).is_some_and(|next| {
        next.tag.is_noun()
            || next.tag.is_adjective()
            || matches!(next.tag, Tag::Determiner | Tag::Pronoun | Tag::PossessivePronoun | Tag::VerbParticiple)
    });
    if next_is_object && before_adverbs(tokens, at).is_some_and(|(_, previous)| is_be(&previous.lower)) {
        return Some(Tag::VerbGerund);
    }
    let previous = at.checked_sub(1).map(|before| tokens[before].tag);
    let modified = matches!(
        previous,
        Some(
            Tag::Determiner | Tag::PossessivePronoun | Tag::PossessiveEnding | Tag::Adjective | Tag::Noun | Tag::Number
        )
    );
    let object = tokens.get(at + 1).is_some_and(|next| {
        matches!(next.tag, Tag::Determiner | Tag::Pronoun | Tag::PossessivePronoun | Tag::ProperNoun)
            || next.lower == "that"
            || (matches!(previous, None | Some(Tag::Punctuation)) && next.tag == Tag::Preposition && next.lower != "of")
    });
    (!modified && object).then_some(Tag::VerbGerund)
}

/// "who shares a surname", "She lives in": a verb, not a plural.
pub(super) fn third_person(tokens: &[Token], at: usize) -> Option<Tag> {
    let token = &tokens[at];
    if token.tag != Tag::NounPlural || token.capital || !can_be(token, Word::THIRD) {
        return None;
    }
    let (_, previous) = before_adverbs(tokens, at)?;
    let pronoun = matches!(previous.lower.as_str(), "who" | "he" | "she" | "it");
    (pronoun || token.lower == "stays" && previous.tag.is_noun() && keeps_state(tokens, at)).then_some(Tag::VerbThird)
}

/// "The order stays in force", "the school stays open": a state follows, so that no visits are meant.
fn keeps_state(tokens: &[Token], at: usize) -> bool {
    const STATES: &[&str] =
        &["force", "place", "power", "charge", "office", "jail", "prison", "custody", "effect", "business", "hospital"];
    const OPEN: &[&str] =
        &["open", "shut", "closed", "put", "alive", "silent", "away", "home", "unchanged", "suspended"];
    let word = |offset: usize| tokens.get(at + offset).map_or("", |token| token.lower.as_str());
    OPEN.contains(&word(1))
        || word(1) == "in" && STATES.contains(&word(2))
        || word(1) == "on" && matches!(word(2), "as" | "until" | "in" | "at")
}
