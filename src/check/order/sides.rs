//! What stands to the left and to the right of a word that orders events.
//!
//! To the left it is the nearest verb, or, where the words open the sentence, the verb behind the comma; to the right a
//! clause, a gerund or a noun. The clause layer attaches phrases for the sake of claims; here the words of order decide,
//! and a subject that a participle or relative clause parts from its verb is found again.

use super::event::{Event, Part};
use super::lexicon;
use super::reader::Reader;
use crate::annotate::token::Tag;
use crate::annotate::verb::{Modality, Polarity, VerbForm, Voice};
use std::ops::Range;

/// What the words can open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Opens {
    /// "ahead of"
    Noun,
    /// "once"
    Clause,
    /// "before"
    Either,
}

/// What stands to the right of the words.
pub(super) struct Right {
    pub(super) event: Event,
    /// The first token after it.
    pub(super) end: usize,
    /// Its verb group, unless a noun names it.
    pub(super) group: Option<usize>,
    /// "were still to be counted": later than the other event, whatever the words.
    pub(super) pending: bool,
}

/// The nearest verb group to the left of `before`, within the sentence's part.
pub(super) fn left_group(reader: &Reader, range: &Range<usize>, before: usize, denied: bool) -> Option<usize> {
    let tokens = &reader.article.tokens;
    let mut at = before;
    while at > range.start {
        at -= 1;
        if at + 1 == before && (tokens[at].tag == Tag::Conjunction || tokens[at].lower == "that") {
            return None;
        }
        if matches!(tokens[at].lower.as_str(), ";" | ":" | "\"" | "“" | "”" | "—" | "–") {
            return None;
        }
        if let Some(group) = reader.group_at(at) {
            // "called her to concede, while …": the comma closes the purpose as well.
            let verb = reader.group(group);
            let comma = before > range.start && tokens[before - 1].lower == ",";
            // "gave the order to leave before …": what the order was hangs on the noun.
            let of_noun =
                verb.tokens.start.checked_sub(1).and_then(|at| reader.phrase_at(at)).is_some_and(|phrase| {
                    lexicon::nominal(&tokens[reader.article.phrases[phrase].head].lemma).is_some()
                });
            if verb.form == VerbForm::Infinitive && (comma || of_noun) {
                at = verb.tokens.start;
                continue;
            }
            if !denied || reader.group(group).polarity == Polarity::Negative {
                return Some(group);
            }
            return None;
        }
    }
    None
}

/// "After the vote, the minister resigned": the first finite verb behind the comma.
pub(super) fn fronted(reader: &Reader, from: usize, end: usize) -> Option<usize> {
    let tokens = &reader.article.tokens;
    let comma = (from..end).find(|&at| reader.group_at(at).is_some() || tokens[at].lower == ",")?;
    if tokens[comma].lower != "," {
        return None;
    }
    let mut at = comma + 1;
    while at < end {
        if matches!(tokens[at].lower.as_str(), ";" | ":" | "who" | "which" | "that" | "when" | "where") {
            return None;
        }
        if let Some(group) = reader.group_at(at) {
            return (reader.group(group).form == VerbForm::Finite).then_some(group);
        }
        at += 1;
    }
    None
}

/// "It was not until the sale had ended that …", "Not until the sale had ended did …": the verb of what happened then.
pub(super) fn cleft_main(reader: &Reader, from: usize, end: usize) -> Option<usize> {
    let mut at = from;
    while at < end {
        match reader.group_at(at).map(|group| (group, reader.group(group))) {
            Some((_, verb)) if verb.lemma == "do" && verb.tokens.len() == 1 => at = verb.tokens.end,
            Some((group, _)) => return Some(group),
            None => at += 1,
        }
    }
    None
}

/// The event that the words open: a clause, a gerund or a noun.
pub(super) fn right(reader: &Reader, range: &Range<usize>, from: usize, opens: Opens) -> Option<Right> {
    let tokens = &reader.article.tokens;
    let mut at = from;
    while at < range.end && tokens[at].tag.is_adverb() && reader.group_at(at).is_none() {
        at += 1;
    }
    if let Some(group) = reader.group_at(at) {
        let verb = reader.group(group);
        let gerund = verb.form == VerbForm::Gerund && opens != Opens::Clause && reader.happened(group, false);
        return if gerund { with_event(reader, range, group, None) } else { None };
    }
    let phrase = reader.phrase_at(at)?;
    let end = after_apposition(reader, reader.article.phrases[phrase].tokens.end, range.end);
    let found = finite_after(reader, end, range.end);
    if let Some(group) = found {
        return if opens == Opens::Noun { None } else { with_event(reader, range, group, Some(phrase)) };
    }
    let event = reader.noun_event(phrase).filter(|_| opens != Opens::Clause)?;
    Some(Right { event, end: end_of_noun(reader, end, range.end), group: None, pending: false })
}

/// "after the prime minister, Joan Addo, resigned": the first token behind the parenthesis; `from` where none is.
fn after_apposition(reader: &Reader, from: usize, end: usize) -> usize {
    let tokens = &reader.article.tokens;
    if from >= end || tokens[from].lower != "," {
        return from;
    }
    let close = (from + 1..end.min(from + 10)).find(|&at| tokens[at].lower == "," || reader.group_at(at).is_some());
    match close {
        Some(close) if tokens[close].lower == "," && reader.group_at(close + 1).is_some() => close + 1,
        _ => from,
    }
}

/// The first token behind the phrases that hang on a noun.
fn end_of_noun(reader: &Reader, mut at: usize, end: usize) -> usize {
    let tokens = &reader.article.tokens;
    while at < end && tokens[at].lower != "," && reader.group_at(at).is_none() {
        at += 1;
    }
    at
}

/// The verb of the clause whose subject ends before `from`: infinitives, participles and relative clauses that hang on
/// the subject are stepped over. A participle without a finite verb behind it is one ("the alarm tripped").
fn finite_after(reader: &Reader, from: usize, end: usize) -> Option<usize> {
    let tokens = &reader.article.tokens;
    let mut relative = 0;
    let mut participle = None;
    let mut at = from;
    while at < end {
        let token = &tokens[at];
        if let Some(group) = reader.group_at(at) {
            let verb = reader.group(group);
            match verb.form {
                VerbForm::Finite if relative == 0 => return Some(group),
                VerbForm::Finite => relative -= 1,
                VerbForm::Participle if verb.voice == Voice::Passive && at == from => participle = Some(group),
                _ => {}
            }
            at = verb.tokens.end.max(at + 1);
            continue;
        }
        match token.lower.as_str() {
            "who" | "which" | "that" if at == from => relative += 1,
            "," | ";" | ":" | "." | "—" | "–" | "and" | "but" | "before" | "after" | "when" | "while" | "as"
                if reader.phrase_at(at).is_none_or(|phrase| reader.article.phrases[phrase].tokens.end <= at + 1) =>
            {
                break;
            }
            _ => {}
        }
        at += 1;
    }
    participle
}

/// The event of a clause whose subject is known better than the clause layer knew it.
fn with_event(reader: &Reader, range: &Range<usize>, group: usize, subject: Option<usize>) -> Option<Right> {
    let verb = reader.group(group);
    let pending = pending(reader, group);
    if !pending && !reader.happened(group, false) {
        return None;
    }
    let mut event = match subject.and_then(|subject| noun_of_clause(reader, group, subject)) {
        Some(event) => event,
        None => reader.verb_event(group)?,
    };
    if let Some(subject) = subject.filter(|_| event.anchor == verb.main) {
        let mut parts = reader.parts(&[subject]);
        if pending {
            parts.iter_mut().for_each(Part::last);
        }
        if verb.voice == Voice::Passive {
            event.themes = parts;
        } else {
            event.agents = parts;
        }
    }
    Some(Right { event, end: end_of_noun(reader, verb.tokens.end, range.end), group: Some(group), pending })
}

/// "the order came", "the order was given": the event that the subject names.
fn noun_of_clause(reader: &Reader, group: usize, subject: usize) -> Option<Event> {
    let verb = reader.group(group);
    let hands_over = lexicon::is_happening(&verb.lemma) && verb.voice == Voice::Active
        || lexicon::is_light(&verb.lemma) && verb.voice == Voice::Passive;
    let noun = reader.noun_event(subject).filter(|_| hands_over)?;
    let clause = reader.clause(group)?;
    Some(reader.within(noun, clause))
}

/// "were still to be counted", "had yet to be counted".
fn pending(reader: &Reader, group: usize) -> bool {
    let verb = reader.group(group);
    let tokens = &reader.article.tokens[verb.tokens.clone()];
    let waits = tokens.iter().any(|token| matches!(token.lower.as_str(), "still" | "yet"));
    waits && tokens.iter().any(|token| token.lower == "to") && verb.modality != Modality::Hypothetical
}
