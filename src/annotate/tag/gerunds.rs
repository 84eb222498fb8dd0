//! Words in "-ing" that stand before a noun or are one ("soaring prices", "a profit warning"), and nouns behind "to".
//!
//! The model takes most of them for verbs, and each such verb would be an event that nobody reported. Runs after
//! [`super::correct`], once over each sentence.

use super::correct::{before_adverbs, is_be};
use super::ing_nouns::{is_event, is_usual, is_vehicle, moves};
use super::lexicon::Word;
use crate::annotate::token::{Tag, Token};
use crate::gazetteer::table::Table;

static COMPOUNDS: Table = Table::new(include_str!("../../../rules/english/gerund-compounds.csv"), ',');

/// Tokens that are looked at for the verb behind a first word.
const REACH: usize = 24;

/// Mends the tags of one sentence.
pub(super) fn mend(tokens: &mut [Token]) {
    for at in 0..tokens.len() {
        let tag = behind_to(tokens, at)
            .or_else(|| before_noun(tokens, at))
            .or_else(|| subject(tokens, at))
            .or_else(|| compound(tokens, at))
            .or_else(|| doing(tokens, at));
        if let Some(tag) = tag {
            tokens[at].tag = tag;
        }
    }
}

fn can_be(token: &Token, flags: u16) -> bool {
    Word::find(&token.lower).is_some_and(|word| word.can_be(flags))
}

fn common(token: Option<&Token>) -> bool {
    token.is_some_and(|token| matches!(token.tag, Tag::Noun | Tag::NounPlural))
}

/// "surrendered to police", "returned to work", "to bottom club Rovers": no infinitive.
fn behind_to(tokens: &[Token], at: usize) -> Option<Tag> {
    let token = &tokens[at];
    if token.tag != Tag::Verb || at < 2 || tokens[at - 1].lower != "to" {
        return None;
    }
    let next = tokens.get(at + 1);
    let ends = next.is_none_or(|next| {
        matches!(next.tag, Tag::Preposition | Tag::Punctuation | Tag::Conjunction | Tag::Adverb | Tag::ProperNoun)
            || next.tag.is_finite()
    });
    // "from door to door"
    if tokens[at - 2].lower == token.lower {
        return Some(Tag::Noun);
    }
    match token.lower.as_str() {
        "police" | "press" | "prison" | "court" if ends => Some(Tag::Noun),
        "work" | "school" | "power" | "land" | "port" | "market" if ends => {
            let back = tokens[at - 2].lower.as_str();
            matches!(back, "return" | "returned" | "returning" | "returns" | "back" | "rise" | "rose" | "restored")
                .then_some(Tag::Noun)
        }
        "bottom" | "top" | "rival" | "second" | "champion" if common(next) => Some(Tag::Adjective),
        _ => None,
    }
}

fn is_ing(token: &Token) -> bool {
    token.tag == Tag::VerbGerund && token.lower.ends_with("ing") && !is_preposition(&token.lower)
}

fn is_preposition(lower: &str) -> bool {
    matches!(
        lower,
        "including" | "following" | "regarding" | "during" | "pending" | "excluding" | "concerning" | "involving"
    )
}

/// "soaring prices", "mounting pressure", "managing director": says of the noun what it is like.
fn before_noun(tokens: &[Token], at: usize) -> Option<Tag> {
    let token = &tokens[at];
    if !is_ing(token) || !common(tokens.get(at + 1)) {
        return None;
    }
    let before = before_adverbs(tokens, at).map(|(_, word)| word);
    if before.is_some_and(|word| is_be(&word.lower)) {
        return None;
    }
    let next = tokens[at + 1].lower.as_str();
    let title = match token.lower.as_str() {
        "managing" => matches!(next, "director" | "directors" | "partner" | "editor"),
        "operating" => {
            matches!(next, "profit" | "profits" | "loss" | "losses" | "income" | "margin" | "costs" | "officer")
        }
        _ => false,
    };
    // What takes no object has none here: "soaring prices" are prices that soar.
    let intransitive = Word::find(&token.lower).is_some_and(|word| !word.can_be(Word::TRANSITIVE));
    let usual = is_usual(&token.lower)
        && before.is_some_and(|word| {
            word.tag.is_finite() || matches!(word.lower.as_str(), "amid" | "despite" | "under" | "over" | "against")
        });
    (title || intransitive || usual || halves(&token.lower, next) || falls(tokens, at)).then_some(Tag::Adjective)
}

/// "planning permission", "a training ground": the two words are one noun.
fn halves(first: &str, second: &str) -> bool {
    COMPOUNDS.get(first).is_some_and(|row| row.field(1).split('|').any(|known| known == second))
}

/// "caught by falling rock", "hit by a passing car": behind "by" and a passive, what acts is the noun.
fn falls(tokens: &[Token], at: usize) -> bool {
    let by = at >= 2 && tokens[at - 1].lower == "by" && tokens[at - 2].tag == Tag::VerbParticiple;
    let acts = matches!(
        tokens[at].lower.as_str(),
        "falling" | "rising" | "visiting" | "passing" | "flying" | "surviving" | "drifting" | "remaining" | "invading"
    );
    by && acts && !matches!(tokens[at + 1].lower.as_str(), "schools" | "hospitals" | "exams")
}

/// "Striking bin workers in York returned", "Flooding closed the lane": at the start of a sentence, with the finite
/// verb before any comma, it is the subject or belongs to it.
fn subject(tokens: &[Token], at: usize) -> Option<Tag> {
    let token = &tokens[at];
    let first = tokens[..at].iter().all(|token| token.tag == Tag::Punctuation);
    if !first || at > 1 || !is_ing(token) {
        return None;
    }
    let next = tokens.get(at + 1)?;
    if next.tag.is_finite() {
        return can_be(token, Word::NOUN).then_some(Tag::Noun);
    }
    if !matches!(next.tag, Tag::Noun | Tag::NounPlural | Tag::Adjective) {
        return None;
    }
    let rest = &tokens[at + 1..(at + REACH).min(tokens.len())];
    let verb = rest.iter().position(|token| token.tag.is_finite() || token.tag == Tag::Punctuation)?;
    let finite = &rest[verb];
    // "Cutting jobs was a mistake": the cutting was.
    let whole = next.tag == Tag::NounPlural && (finite.lower == "was" || finite.tag == Tag::VerbThird);
    (finite.tag.is_finite() && !whole).then_some(Tag::Adjective)
}

/// "a profit warning in June", "the border crossing at": the second half of a compound noun.
fn compound(tokens: &[Token], at: usize) -> Option<Tag> {
    let token = &tokens[at];
    if !is_ing(token) || at < 2 || !is_event(&token.lower) {
        return None;
    }
    let owner = &tokens[at - 1];
    let noun = owner.tag == Tag::Noun && !owner.capital && !crate::annotate::lexicon::person_noun(&owner.lower);
    let ends = tokens.get(at + 1).is_none_or(|next| {
        next.tag.is_finite()
            || matches!(next.tag, Tag::Conjunction | Tag::To)
            || next.tag == Tag::Punctuation
            || next.tag == Tag::Preposition && next.lower != "that"
    });
    (noun && ends && !moves(&owner.lower)).then_some(Tag::Noun)
}

/// "a ferry sailing to Cork", "a man shooting at birds": somebody, or what moves, does it.
fn doing(tokens: &[Token], at: usize) -> Option<Tag> {
    let token = &tokens[at];
    if token.tag != Tag::Noun || !token.lower.ends_with("ing") || at < 2 || !can_be(token, Word::GERUND) {
        return None;
    }
    let owner = &tokens[at - 1];
    // "a vehicle matching that description": a noun has no article behind it.
    let governs = tokens.get(at + 1).is_some_and(|next| matches!(next.tag, Tag::Determiner | Tag::PossessivePronoun));
    if governs && owner.tag == Tag::Noun && !is_event(&token.lower) {
        return Some(Tag::VerbGerund);
    }
    let does = matches!(owner.tag, Tag::Noun | Tag::NounPlural)
        && (is_vehicle(&owner.lower) || crate::annotate::lexicon::person_noun(&owner.lower));
    let determined = matches!(tokens[at - 2].tag, Tag::Determiner | Tag::Number | Tag::Adjective);
    let place = tokens.get(at + 1).is_some_and(|next| next.tag == Tag::Preposition && next.lower != "of");
    (does && determined && place).then_some(Tag::VerbGerund)
}

#[cfg(test)]
mod tests;
