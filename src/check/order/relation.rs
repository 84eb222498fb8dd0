//! What an article says came before what: "before", "after", "only after that", "had already … when", "three weeks
//! later", "having …".
//!
//! Goes by the words that order events, wherever they stand in a sentence: each has an event to its left, or after the
//! clause that it opens, and one to its right. Sentences that merely follow one another order nothing. Times that an
//! article gives for an event are kept with the event; [`super::network`] reads them.

use super::event::{Event, Part, Reader};
use super::lexicon;
use super::span_of_time::{Gap, gap_before};
use crate::annotate::token::{Tag, Token};
use crate::annotate::verb::{Modality, Polarity, VerbForm, Voice};
use crate::source::Span;
use std::collections::BTreeMap;
use std::ops::Range;

/// One event before another, as an article says.
#[derive(Clone, Debug)]
pub(super) struct Relation {
    /// Index of the earlier event.
    pub(super) first: usize,
    /// Index of the later event.
    pub(super) second: usize,
    /// By how much.
    pub(super) gap: Gap,
    /// The words that say so.
    pub(super) cue: Span,
    /// The sentences that say so.
    pub(super) passages: Vec<Span>,
}

/// The events of one article and what it says of their order.
#[derive(Default)]
pub(super) struct Told {
    pub(super) events: Vec<Event>,
    pub(super) relations: Vec<Relation>,
    by_anchor: BTreeMap<usize, usize>,
}

impl Told {
    /// The index of an event; what was read of it with more care takes the place of what was.
    fn keep(&mut self, event: Event, better: bool) -> usize {
        if let Some(&index) = self.by_anchor.get(&event.anchor) {
            if better {
                self.events[index] = event;
            }
            return index;
        }
        let index = self.events.len();
        self.by_anchor.insert(event.anchor, index);
        self.events.push(event);
        index
    }
}

/// Which of the two events comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sense {
    /// "LEFT before RIGHT"
    Before,
    /// "LEFT after RIGHT"
    After,
}

/// Words that open the second event of two.
#[derive(Clone, Copy, Debug)]
struct Cue {
    sense: Sense,
    words: usize,
    /// A noun only ("ahead of"), a clause only ("once"), or either.
    noun: bool,
    clause: bool,
    /// The order follows from the tenses ("had left when she came").
    tenses: bool,
    /// "not … until"
    denied: bool,
}

const CUES: &[(&[&str], Cue)] = &[
    (&["before"], Cue { sense: Sense::Before, words: 1, noun: true, clause: true, tenses: false, denied: false }),
    (&["after"], Cue { sense: Sense::After, words: 1, noun: true, clause: true, tenses: false, denied: false }),
    (&["prior", "to"], Cue { sense: Sense::Before, words: 2, noun: true, clause: false, tenses: false, denied: false }),
    (&["ahead", "of"], Cue { sense: Sense::Before, words: 2, noun: true, clause: false, tenses: false, denied: false }),
    (&["following"], Cue { sense: Sense::After, words: 1, noun: true, clause: false, tenses: false, denied: false }),
    (
        &["as", "soon", "as"],
        Cue { sense: Sense::After, words: 3, noun: false, clause: true, tenses: false, denied: false },
    ),
    (&["once"], Cue { sense: Sense::After, words: 1, noun: false, clause: true, tenses: false, denied: false }),
    (
        &["by", "the", "time"],
        Cue { sense: Sense::Before, words: 3, noun: false, clause: true, tenses: true, denied: false },
    ),
    (&["when"], Cue { sense: Sense::Before, words: 1, noun: false, clause: true, tenses: true, denied: false }),
    (&["while"], Cue { sense: Sense::Before, words: 1, noun: false, clause: true, tenses: true, denied: false }),
    (&["until"], Cue { sense: Sense::After, words: 1, noun: true, clause: true, tenses: false, denied: true }),
];

/// What stands to the right of the words.
struct Right {
    event: Event,
    /// The first token after it.
    end: usize,
    /// Its verb group, unless a noun names it.
    group: Option<usize>,
    /// "were still to be counted": later than the other event, whatever the words.
    pending: bool,
}

/// Reads an article.
pub(super) fn read(reader: &Reader) -> Told {
    let mut told = Told::default();
    for group in 0..reader.article.verb_groups.len() {
        if reader.happened(group, false) {
            if let Some(event) = reader.verb_event(group) {
                told.keep(event, false);
            }
        }
    }
    for (index, sentence) in reader.article.sentences.iter().enumerate() {
        let range = sentence.tokens.clone();
        for at in range.clone() {
            if let Some(cue) = cue_at(&reader.article.tokens[..range.end], at) {
                if !reader.quoted(at) {
                    clause_or_noun(reader, &mut told, index, at, cue);
                }
            }
        }
        super::sequence::read(reader, &mut told, index);
    }
    told
}

fn cue_at(tokens: &[Token], at: usize) -> Option<Cue> {
    let rest = &tokens[at..];
    CUES.iter()
        .find(|(words, _)| {
            words.len() <= rest.len() && words.iter().zip(rest).all(|(word, token)| token.lower == *word)
        })
        .map(|&(_, cue)| cue)
}

/// "LEFT before RIGHT", "After RIGHT, LEFT".
fn clause_or_noun(reader: &Reader, told: &mut Told, sentence: usize, at: usize, cue: Cue) {
    let range = reader.article.sentences[sentence].tokens.clone();
    let (gap, start) = gap_before(reader.article, range.start, at);
    let from = at + cue.words;
    if super::sequence::anaphor(reader, from, range.end) {
        super::sequence::after_that(reader, told, sentence, start, at, cue.sense == Sense::After, gap);
        return;
    }
    let Some(right) = right(reader, &range, from, cue) else { return };
    let left = left_group(reader, &range, start, cue.denied)
        .or_else(|| if cue.denied { None } else { fronted(reader, right.end, range.end) });
    let Some(group) = left.filter(|&group| Some(group) != right.group) else { return };
    if !reader.happened(group, cue.denied) {
        return;
    }
    let Some(left) = reader.verb_event(group) else { return };
    let mut before = cue.sense == Sense::Before;
    if right.pending {
        before = true;
    } else if cue.tenses {
        match earlier(reader, group, right.group) {
            Some(first) => before = first,
            None => return,
        }
    }
    let words = Span::new(reader.article.tokens[start].span.start, reader.article.tokens[from - 1].span.end);
    let left = told.keep(left, false);
    let right = told.keep(right.event, true);
    let (first, second) = if before { (left, right) } else { (right, left) };
    if first != second {
        let passages = vec![reader.article.sentences[sentence].span];
        told.relations.push(Relation { first, second, gap, cue: words, passages });
    }
}

impl Told {
    /// Adds a relation between two events that another file read.
    pub(super) fn relate(
        &mut self,
        first: Event,
        second: Event,
        gap: Gap,
        cue: Span,
        passages: Vec<Span>,
        split: bool,
    ) {
        let first = self.keep(first, split);
        let second = self.keep(second, split);
        if first != second {
            self.relations.push(Relation { first, second, gap, cue, passages });
        }
    }
}

/// Whether the left of two clauses joined by "when" or "by the time" came first; `None` where the tenses do not say.
fn earlier(reader: &Reader, left: usize, right: Option<usize>) -> Option<bool> {
    let pluperfect = |group: usize| {
        let verb = reader.group(group);
        let auxiliary = &reader.article.tokens[verb.tokens.start];
        verb.perfect && !verb.progressive && matches!(auxiliary.lower.as_str(), "had" | "'d")
    };
    match (pluperfect(left), pluperfect(right?)) {
        (true, false) => Some(true),
        (false, true) => Some(false),
        _ => None,
    }
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
            let purpose = reader.group(group).form == VerbForm::Infinitive;
            if purpose && before > range.start && tokens[before - 1].lower == "," {
                at = reader.group(group).tokens.start;
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
fn fronted(reader: &Reader, from: usize, end: usize) -> Option<usize> {
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

/// The event that the words open: a clause, a gerund or a noun.
fn right(reader: &Reader, range: &Range<usize>, from: usize, cue: Cue) -> Option<Right> {
    let tokens = &reader.article.tokens;
    let mut at = from;
    while at < range.end && tokens[at].tag.is_adverb() && reader.group_at(at).is_none() {
        at += 1;
    }
    if let Some(group) = reader.group_at(at) {
        let verb = reader.group(group);
        let gerund = verb.form == VerbForm::Gerund && cue.noun && reader.happened(group, false);
        return if gerund { with_event(reader, group, None) } else { None };
    }
    let phrase = reader.phrase_at(at)?;
    let end = reader.article.phrases[phrase].tokens.end;
    let found = finite_after(reader, end, range.end);
    match found {
        Some(group) if cue.clause => with_event(reader, group, Some(phrase)),
        Some(_) => None,
        None if cue.noun => {
            let event = reader.noun_event(phrase)?;
            Some(Right { event, end: end_of_noun(reader, end, range.end), group: None, pending: false })
        }
        None => None,
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
                if !reader.phrase_at(at).is_some_and(|phrase| reader.article.phrases[phrase].tokens.end > at + 1) =>
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
fn with_event(reader: &Reader, group: usize, subject: Option<usize>) -> Option<Right> {
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
    Some(Right {
        event,
        end: end_of_noun(reader, verb.tokens.end, reader.article.tokens.len()),
        group: Some(group),
        pending,
    })
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
