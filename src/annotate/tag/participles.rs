//! Forms that are past tense and participle alike, told apart by the rest of the sentence.
//!
//! Part of [`super::finite`], which calls it once a token; looks are bounded by its [`REACH`].

use super::clause_verb::{main_verb, opens_clause};
use super::correct::{before_adverbs, is_have};
use super::finite::{REACH, can_be, stem, word_of};
use super::lexicon::Word;
use crate::annotate::token::{Tag, Token};

/// "a ferry capsized": of a verb that takes no object, right behind a noun.
pub(super) fn intransitive(tokens: &[Token], at: usize) -> Option<Tag> {
    let token = &tokens[at];
    if token.tag != Tag::VerbParticiple || word_of(token).is_some() || !can_be(token, Word::PAST) {
        return None;
    }
    let (_, before) = before_adverbs(tokens, at)?;
    (before.tag.is_noun() && stem(token).is_some_and(|verb| !verb.can_be(Word::TRANSITIVE))).then_some(Tag::VerbPast)
}

/// "It began in March and ended in June", "who grew up in Leeds and lives in York": what "and" joins to a finite verb
/// is finite.
pub(super) fn joined(tokens: &[Token], at: usize) -> Option<Tag> {
    let token = &tokens[at];
    let plural = token.tag == Tag::NounPlural && !token.capital && can_be(token, Word::THIRD);
    let participle = token.tag == Tag::VerbParticiple && can_be(token, Word::PAST);
    if !plural && !participle {
        return None;
    }
    if participle && in_row(tokens, at) {
        return Some(Tag::VerbPast);
    }
    let (conjunction, _) =
        before_adverbs(tokens, at).filter(|(_, word)| matches!(word.lower.as_str(), "and" | "but" | "then"))?;
    let adjacent = &tokens[conjunction.checked_sub(1)?];
    if adjacent.tag.is_adjective() || adjacent.tag == Tag::VerbParticiple {
        return None;
    }
    let back = conjunction.saturating_sub(REACH);
    let verb = (back..conjunction)
        .rev()
        .find(|&index| tokens[index].tag.is_verb() && !matches!(tokens[index].tag, Tag::Verb | Tag::VerbGerund))?;
    if !tokens[verb].tag.is_finite() || is_have(&tokens[verb].lower) {
        return None;
    }
    if participle {
        // "was arrested and charged" has its participle before "and"; "was ill and died" has none.
        return Some(Tag::VerbPast);
    }
    let who = tokens[back..verb].iter().rev().take(3).any(|word| matches!(word.lower.as_str(), "who" | "he" | "she"));
    let adverbial = tokens.get(at + 1).is_some_and(|next| {
        matches!(next.tag, Tag::Preposition | Tag::Determiner | Tag::PossessivePronoun | Tag::To) && next.lower != "of"
    });
    (who && adverbial).then_some(Tag::VerbThird)
}

/// "ran up the steps, tripped, and took the prize": past tenses in a row.
fn in_row(tokens: &[Token], at: usize) -> bool {
    let next = |offset: usize| tokens.get(at + offset).map_or("", |token| token.lower.as_str());
    let comma = usize::from(next(1) == ",");
    at > 2
        && tokens[at - 1].lower == ","
        && next(1 + comma) == "and"
        && tokens.get(at + 2 + comma).is_some_and(|verb| verb.tag == Tag::VerbPast)
        && main_verb(&tokens[at.saturating_sub(REACH)..at - 1])
}

/// "the crossing at Moyle, closed since June": behind a comma, without an object, in a clause that has its verb.
pub(super) fn participle_behind_comma(tokens: &[Token], at: usize) -> Option<Tag> {
    let token = &tokens[at];
    if token.tag != Tag::VerbPast || at < 3 || tokens[at - 1].lower != "," {
        return None;
    }
    let passive = Word::find(&token.lower)?;
    let noun = tokens[at - 2].tag.is_noun() || tokens[at - 2].tag == Tag::Number;
    let follows = tokens.get(at + 1)?;
    let adverbial = follows.tag == Tag::Preposition && follows.lower != "that" && follows.lower != "of";
    if !noun || !adverbial || !passive.can_be(Word::PARTICIPLE) || !passive.can_be(Word::TRANSITIVE) {
        return None;
    }
    // "opened the bridge, turned to the crew and left": a list of verbs.
    let list = tokens[at + 1..(at + REACH).min(tokens.len())]
        .windows(2)
        .any(|pair| pair[0].tag == Tag::Conjunction && (pair[1].tag.is_verb() || pair[1].tag.is_adverb()));
    let before = &tokens[at.saturating_sub(REACH)..at - 1];
    (!list && main_verb(before)).then_some(Tag::VerbParticiple)
}

/// "The problem related to a flaw that tricked users.": behind a noun, in a sentence without a finite verb outside
/// relative clauses, a participle is the past tense.
pub(super) fn only_participle(tokens: &[Token], at: usize) -> Option<Tag> {
    let token = &tokens[at];
    // "Flight 418 touched down"
    let noun =
        |at: usize| tokens[at].tag.is_noun() || tokens[at].tag == Tag::Number && at > 0 && tokens[at - 1].capital;
    if token.tag != Tag::VerbParticiple || at == 0 || !noun(at - 1) || !can_be(token, Word::PAST) {
        return None;
    }
    let agent = tokens.get(at + 1).is_none_or(|next| matches!(next.lower.as_str(), "by" | "of" | ","));
    let start = at.saturating_sub(REACH);
    let end = (at + REACH).min(tokens.len());
    // Whatever lies beyond the reach may hold the verb.
    let whole = start == 0 && end == tokens.len();
    let inner = tokens[..at].iter().any(|token| opens_clause(&token.lower));
    let free = whole && !agent && !inner && !main_verb(&tokens[..at]);
    (free && (!main_verb(&tokens[at + 1..]) || leads_row(tokens, at))).then_some(Tag::VerbPast)
}

/// "A robber entered through a window, scooped up the loot and fled": the next finite verb stands right behind a comma
/// and so is no main verb of a clause that this one only says more of.
fn leads_row(tokens: &[Token], at: usize) -> bool {
    let rest = &tokens[at + 1..(at + REACH).min(tokens.len())];
    let Some(verb) = rest.iter().position(|token| token.tag.is_finite()) else { return false };
    let joined = rest[verb..]
        .windows(2)
        .any(|pair| matches!(pair[0].lower.as_str(), "and" | "then") && pair[1].tag == Tag::VerbPast);
    verb > 0 && rest[verb].tag == Tag::VerbPast && rest[verb - 1].lower == "," && joined
}
