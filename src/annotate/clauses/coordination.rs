//! Subjects joined by "and" and commas, and what only says more of them.

use super::Layers;
use super::chunks::{Chunk, Kind};
use super::subjects::{governed, is_time, is_verb};
use crate::annotate::mention::{Determination, EntityKind};

/// The subject at `place` with what is coordinated with it to its left; `from` moves to its first chunk.
pub(super) fn coordinated(chunks: &[Chunk], layers: &Layers, place: usize, from: &mut usize) -> Vec<usize> {
    let phrase_at = |at: usize| match chunks[at].kind {
        Kind::Phrase(phrase) if !governed(chunks, at) && !is_time(chunks, layers, at) => Some(phrase),
        _ => None,
    };
    let mut list: Vec<usize> = phrase_at(place).into_iter().collect();
    *from = place;
    // A verb earlier in the clause means that "and" joins clauses, not subjects.
    let verb_before = chunks[..place]
        .iter()
        .rev()
        .take_while(|chunk| !matches!(chunk.kind, Kind::Stop | Kind::Subordinator(..) | Kind::Wh(_) | Kind::Mark))
        .any(is_verb);
    if verb_before {
        return apposed_left(chunks, layers, place, from).map_or(list, |head| vec![head]);
    }
    let mut at = place;
    let mut conjunction = false;
    while at >= 2 {
        match &chunks[at - 1].kind {
            Kind::Coordinator(word) if word == "and" || word == "or" || word == "nor" => conjunction = true,
            Kind::Comma if conjunction => {}
            _ => break,
        }
        let mut left = at - 2;
        if matches!(chunks[left].kind, Kind::Comma) && left > 0 {
            left -= 1;
        }
        // "A of B and C of D": step over the complement to the head.
        let inner = left;
        while left >= 2 && matches!(chunks[left].kind, Kind::Phrase(_)) && governed(chunks, left) {
            left -= 2;
        }
        let Some(phrase) = phrase_at(left) else { break };
        if left < inner && at == place && joins_inside(chunks, layers, inner, at) {
            // "talks between Acme and Globex failed": the talks did.
            list = vec![phrase];
            *from = left;
            break;
        }
        list.insert(0, phrase);
        *from = left;
        at = left;
    }
    if list.len() == 1
        && let Some(head) = apposed_left(chunks, layers, place, from)
    {
        return vec![head];
    }
    list
}

/// Whether the phrase at `right` is joined to the complement at `inner` rather than to its head: a bare noun, or two
/// names.
pub(super) fn joins_inside(chunks: &[Chunk], layers: &Layers, inner: usize, right: usize) -> bool {
    let (Kind::Phrase(inner), Kind::Phrase(right)) = (&chunks[inner].kind, &chunks[right].kind) else { return false };
    let (inner, right) = (&layers.phrases[*inner], &layers.phrases[*right]);
    let proper = |noun: &crate::annotate::mention::NounPhrase| layers.tokens[noun.head].tag.is_proper();
    let kind = |noun: &crate::annotate::mention::NounPhrase| noun.mention.map(|mention| layers.mentions[mention].kind);
    let person = |noun| kind(noun) == Some(EntityKind::Person);
    let alike = person(inner) == person(right);
    right.determination == Determination::Bare && inner.time.is_none() || proper(inner) && proper(right) && alike
}

/// "the chairman, Ana Ruiz," before a verb: the look back stopped at the last phrase of a chain of
/// appositions without a closing comma ("his wife, Joyce, came" is handled by the parenthesis rule).
pub(super) fn apposed_left(chunks: &[Chunk], layers: &Layers, place: usize, from: &mut usize) -> Option<usize> {
    let Kind::Phrase(phrase) = chunks[place].kind else { return None };
    if place < 2 || !matches!(chunks[place - 1].kind, Kind::Comma) {
        return None;
    }
    let Kind::Phrase(left) = chunks[place - 2].kind else { return None };
    // "According to the BBC, the minister resigned": what opens the sentence by preposition is no subject.
    if governed(chunks, place - 2) {
        return None;
    }
    if layers.phrases[left].apposition == Some(phrase) {
        *from = place - 2;
        return Some(left);
    }
    None
}
