//! Order told across clauses and sentences: "only after that", "and then", "three weeks later", "having …", and two
//! parties of one verb ("told the union first and the staff a day later").
//!
//! What such words refer to is the event told last: the clause before in the same sentence, or the last of the sentence
//! before when the words open one.

use super::event::Event;
use super::reader::Reader;
use super::relation::Told;
use super::sides::left_group;
use super::span_of_time::{Gap, gap_before};
use crate::annotate::clause::ClauseLink;
use crate::annotate::token::Tag;
use crate::annotate::verb::{Polarity, Tense, VerbForm, Voice};
use crate::source::Span;

/// Whether nothing but a pronoun stands from `from` on ("after that", "before it").
pub(super) fn anaphor(reader: &Reader, from: usize, end: usize) -> bool {
    let tokens = &reader.article.tokens[..end];
    let Some(word) = tokens.get(from) else { return false };
    if !matches!(word.lower.as_str(), "that" | "this" | "it" | "which" | "then") {
        return false;
    }
    match tokens.get(from + 1) {
        None => true,
        Some(next) => {
            matches!(next.tag, Tag::Punctuation | Tag::Conjunction)
                || matches!(next.lower.as_str(), "did" | "," | "was" | "were" | "had")
                    && word.lower == "that"
                    && reader.phrase_at(from).is_none_or(|phrase| reader.article.phrases[phrase].tokens.len() == 1)
        }
    }
}

/// "… and alerted the office only after that": the event before it, and the one it stands with.
pub(super) fn after_that(
    reader: &Reader,
    told: &mut Told,
    sentence: usize,
    start: usize,
    cue: usize,
    after: bool,
    gap: Gap,
) {
    let range = reader.article.sentences[sentence].tokens.clone();
    let words = Span::new(reader.article.tokens[start].span.start, reader.article.tokens[cue].span.end);
    let here = reader.article.sentences[sentence].span;
    if let Some((first, second)) = two_parties(reader, range.start, start, cue + 1) {
        let (first, second) = if after { (first, second) } else { (second, first) };
        told.relate(first, second, gap, words, vec![here], true);
        return;
    }
    let opens = opens(reader, range.start, start);
    let event = if opens { main_after(reader, cue, range.end) } else { left_group(reader, &range, start, false) };
    let Some(event) = event.filter(|&group| reader.happened(group, false)) else { return };
    let (before, passages) = match earlier_clause(reader, range.start, event).filter(|_| !opens) {
        Some(group) => (group, vec![here]),
        None if opens || reader.group(event).tokens.start <= range.start + 3 => match last_of(reader, sentence) {
            Some((group, span)) => (group, vec![span, here]),
            None => return,
        },
        None => return,
    };
    relate(reader, told, before, event, after, gap, words, passages);
}

#[allow(clippy::too_many_arguments)] // Two events, how they lie, and where that is said.
fn relate(
    reader: &Reader,
    told: &mut Told,
    before: usize,
    event: usize,
    after: bool,
    gap: Gap,
    words: Span,
    passages: Vec<Span>,
) {
    let (Some(one), Some(mut two)) = (told_event(reader, before), reader.verb_event(event)) else { return };
    // "told parliament, then signed": the second verb has the subject of the first.
    let carried = two.agents.is_empty() && reader.group(event).voice == Voice::Active && !two.noun;
    if carried {
        two.agents.clone_from(&one.agents);
    }
    let (first, second) = if after { (one, two) } else { (two, one) };
    if first.anchor != second.anchor {
        told.relate(first, second, gap, words, passages, carried);
    }
}

/// An event that is told, "did not … until October" included.
fn told_event(reader: &Reader, group: usize) -> Option<Event> {
    let happened = reader.happened(group, false) || until(reader, group);
    if happened { reader.verb_event(group) } else { None }
}

/// "did not tell them until October": it happened then.
fn until(reader: &Reader, group: usize) -> bool {
    let verb = reader.group(group);
    verb.polarity == Polarity::Negative
        && reader.happened(group, true)
        && reader.clause(group).is_some_and(|clause| {
            clause.adjuncts.iter().any(|adjunct| adjunct.preposition == "until" && adjunct.time.is_some())
        })
}

/// Reads "and then …", "Three weeks later, …", "having …" in one sentence.
pub(super) fn read(reader: &Reader, told: &mut Told, sentence: usize) {
    let range = reader.article.sentences[sentence].tokens.clone();
    let here = reader.article.sentences[sentence].span;
    pluperfect(reader, told, sentence);
    for at in range.clone() {
        if reader.quoted(at) {
            continue;
        }
        let token = &reader.article.tokens[at];
        match token.lower.as_str() {
            "later" | "afterwards" | "afterward" | "thereafter" | "then" => later(reader, told, sentence, at),
            "whereupon" => whereupon(reader, told, sentence, at),
            "having" => having(reader, told, at, here),
            _ => {}
        }
    }
}

fn later(reader: &Reader, told: &mut Told, sentence: usize, at: usize) {
    let tokens = &reader.article.tokens;
    let range = reader.article.sentences[sentence].tokens.clone();
    let here = reader.article.sentences[sentence].span;
    let (gap, start) = later_gap(reader, range.start, at);
    let timed = gap != Gap::SOME;
    let words = Span::new(tokens[start].span.start, tokens[at].span.end);
    if (tokens[at].lower != "then" || start < at)
        && let Some((first, second)) = two_parties(reader, range.start, start, at + 1)
    {
        told.relate(first, second, gap, words, vec![here], true);
        return;
    }
    let conjunction = start.checked_sub(1).filter(|&before| before >= range.start).map(|before| &tokens[before]);
    let joined = conjunction.is_some_and(|token| token.lower == "and" || token.lower == ",");
    let follows = reader.group_at(at + 1).filter(|_| at + 1 < range.end);
    // "and then left", "and two hours later resigned"
    if let (true, Some(event)) = (joined, follows) {
        if reader.group(event).form == VerbForm::Finite
            && reader.happened(event, false)
            && let Some(before) = left_group(reader, &range, start.saturating_sub(1), false)
        {
            relate(reader, told, before, event, true, gap, words, vec![here]);
        }
        return;
    }
    // "… and only afterwards did it tell the staff"
    let only = start < at && tokens[start].lower == "only" && start > range.start;
    if only && tokens[start - 1].lower == "and" {
        let event = main_after(reader, at, range.end);
        if let (Some(event), Some(before)) = (event, left_group(reader, &range, start - 1, false)) {
            relate(reader, told, before, event, true, gap, words, vec![here]);
        }
        return;
    }
    let only_then = tokens[at].lower == "then" && at == range.start + 1 && tokens[range.start].lower == "only";
    if only_then || timed && opens(reader, range.start, start) {
        let Some(event) = main_after(reader, at, range.end) else { return };
        let Some((before, span)) = last_of(reader, sentence) else { return };
        for event in conjuncts(reader, event, range.end) {
            relate(reader, told, before, event, true, gap, words, vec![span, here]);
        }
    } else if timed {
        let Some(event) = left_group(reader, &range, start, false) else { return };
        if let Some(before) = earlier_clause(reader, range.start, event)
            && reader.happened(event, false)
        {
            relate(reader, told, before, event, true, gap, words, vec![here]);
        }
    }
}

/// "The board voted, whereupon the chairman resigned."
fn whereupon(reader: &Reader, told: &mut Told, sentence: usize, at: usize) {
    let range = reader.article.sentences[sentence].tokens.clone();
    let words = reader.article.tokens[at].span;
    let here = reader.article.sentences[sentence].span;
    let comma = at.checked_sub(1).filter(|&comma| comma > range.start && reader.article.tokens[comma].lower == ",");
    let before = comma.and_then(|comma| left_group(reader, &range, comma, false));
    if let (Some(before), Some(event)) = (before, main_after(reader, at, range.end)) {
        relate(reader, told, before, event, true, Gap::SOME, words, vec![here]);
    }
}

/// The length in "three weeks later", whose words the layer of times takes as one phrase.
fn later_gap(reader: &Reader, from: usize, at: usize) -> (Gap, usize) {
    let end = reader.article.tokens[at].span.end;
    let next = reader.article.times.partition_point(|time| time.span.end < end);
    let whole = reader.article.times.get(next).filter(|time| time.span.end == end);
    if let Some((time, seconds)) = whole.and_then(|time| time.duration.map(|seconds| (time, seconds))) {
        let mut start = at;
        while start > from && reader.article.tokens[start - 1].span.start >= time.span.start {
            start -= 1;
        }
        return (Gap::about(seconds), start);
    }
    gap_before(reader.article, from, at)
}

/// "Having met the chancellor, the president flew home."
fn having(reader: &Reader, told: &mut Told, at: usize, here: Span) {
    let Some(group) = reader.group_at(at).filter(|&group| reader.group(group).perfect) else { return };
    let verb = reader.group(group);
    let Some(parent) = reader.clause(group).and_then(|clause| clause.parent) else { return };
    let main = reader.article.clauses[parent].verb;
    if verb.form == VerbForm::Gerund && reader.happened(group, false) && reader.happened(main, false) {
        relate(reader, told, group, main, true, Gap::SOME, verb.span, vec![here]);
    }
}

/// "It cancelled the exam. It had told the police.": what a sentence tells in the pluperfect lies before what the sentence
/// before told in the past.
fn pluperfect(reader: &Reader, told: &mut Told, sentence: usize) {
    let range = reader.article.sentences[sentence].tokens.clone();
    let Some(first) = range.clone().find_map(|at| reader.group_at(at)) else { return };
    let main = |group: usize| reader.clause(group).is_some_and(|clause| clause.link == ClauseLink::Main);
    let past = |group: usize, perfect: bool| {
        let verb = reader.group(group);
        verb.form == VerbForm::Finite && verb.tense == Tense::Past && verb.perfect == perfect
    };
    if !main(first) || !past(first, true) || !reader.happened(first, false) || reader.quoted(range.start) {
        return;
    }
    if let Some((last, span)) = last_of(reader, sentence).filter(|&(last, _)| main(last) && past(last, false)) {
        let words = reader.group(first).span;
        let here = reader.article.sentences[sentence].span;
        relate(reader, told, last, first, false, Gap::SOME, words, vec![span, here]);
    }
}

/// Whether nothing but "but" or "and" stands before `start` in the sentence.
fn opens(reader: &Reader, from: usize, start: usize) -> bool {
    (from..start).all(|at| reader.article.tokens[at].tag == Tag::Conjunction)
}

/// The verb group of the clause that begins behind opening words.
fn main_after(reader: &Reader, at: usize, end: usize) -> Option<usize> {
    let first = (at + 1..end).find_map(|at| reader.group_at(at))?;
    let verb = reader.group(first);
    // "Only then did he call": the auxiliary stands apart from its verb.
    if verb.lemma == "do" && verb.tokens.len() == 1 {
        return (verb.tokens.end..end).find_map(|at| reader.group_at(at));
    }
    (verb.form == VerbForm::Finite).then_some(first)
}

/// A verb and those joined to it by "and" ("did he step outside and make the call").
fn conjuncts(reader: &Reader, first: usize, end: usize) -> Vec<usize> {
    let mut list = vec![first];
    let mut at = reader.group(first).tokens.end;
    while at + 1 < end {
        if reader.article.tokens[at].lower == "and"
            && let Some(group) = reader.group_at(at + 1)
        {
            list.push(group);
        }
        at += 1;
    }
    list
}

/// The clause before this one in the sentence, joined to it by "and", "but" or a comma.
fn earlier_clause(reader: &Reader, from: usize, group: usize) -> Option<usize> {
    let verb = reader.group(group);
    let mut at = verb.tokens.start;
    let mut joined = false;
    while at > from {
        at -= 1;
        if let Some(before) = reader.group_at(at) {
            let finite = reader.group(before).form == VerbForm::Finite;
            return (joined && finite).then_some(before);
        }
        let token = &reader.article.tokens[at];
        if token.tag == Tag::Conjunction {
            joined = true;
        } else if reader.phrase_at(at).is_none()
            && matches!(token.lower.as_str(), ";" | ":" | "that" | "which" | "who" | "when" | "because")
        {
            return None;
        }
    }
    None
}

/// The last event that the sentence before tells, if it stands in the same paragraph.
fn last_of(reader: &Reader, sentence: usize) -> Option<(usize, Span)> {
    let before = &reader.article.sentences[sentence.checked_sub(1)?];
    if before.block != reader.article.sentences[sentence].block {
        return None;
    }
    let last = before
        .tokens
        .clone()
        .rev()
        .find_map(|at| reader.group_at(at).filter(|&group| reader.group(group).form == VerbForm::Finite))?;
    told_event(reader, last).map(|_| (last, before.span))
}

/// "told the union first and the staff a day later": one verb, two parties, two events. The first of them is the one
/// told first.
fn two_parties(reader: &Reader, from: usize, end: usize, next: usize) -> Option<(Event, Event)> {
    let tokens = &reader.article.tokens;
    // "… and her office later said": the second has a verb of its own.
    if reader.group_at(next).is_some() {
        return None;
    }
    let last = end.checked_sub(1).filter(|&last| last >= from)?;
    let phrase = reader.phrase_at(last)?;
    let start = reader.article.phrases[phrase].tokens.start;
    let and = start.checked_sub(1).filter(|&and| and >= from && tokens[and].lower == "and")?;
    let group = (from..and).rev().find_map(|at| reader.group_at(at))?;
    let first = reader.phrase_at(reader.group(group).tokens.end)?;
    if first == phrase || !reader.happened(group, false) {
        return None;
    }
    let one = Event { themes: reader.parts(&[first]), ..reader.verb_event(group)? };
    let second = reader.parts(&[phrase]);
    let two = Event { themes: second, anchor: reader.article.phrases[phrase].head, dated: None, ..one.clone() };
    (one.anchor == reader.group(group).main && !one.themes.is_empty() && !two.themes.is_empty()).then_some((one, two))
}
