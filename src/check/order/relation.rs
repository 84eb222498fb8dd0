//! What an article says came before what: "before", "after", "only after that", "had already … when", "three weeks
//! later", "having …".
//!
//! Goes by the words that order events, wherever they stand in a sentence: each has an event to its left, or after the
//! clause that it opens, and one to its right. Sentences that merely follow one another order nothing. Times that an
//! article gives for an event are kept with the event; [`super::network`] reads them.

use super::event::Event;
use super::reader::Reader;
use super::sides::{Opens, cleft_main, fronted, left_group, right};
use super::span_of_time::{Gap, gap_before};
use crate::annotate::token::Token;
use crate::annotate::verb::VerbForm;
use crate::source::Span;
use std::collections::BTreeMap;

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

/// Which of the two events comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sense {
    /// "LEFT before RIGHT"
    Before,
    /// "LEFT after RIGHT"
    After,
}

/// How the words give the order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Reading {
    /// By themselves.
    Plain,
    /// By the tenses of what they join ("had left when she came").
    Tenses,
    /// Where what stands before them is denied ("did not leave until").
    Denied,
}

/// Words that open the second event of two.
#[derive(Clone, Copy, Debug)]
struct Cue {
    words: &'static [&'static str],
    sense: Sense,
    opens: Opens,
    reading: Reading,
}

const fn cue(words: &'static [&'static str], sense: Sense, opens: Opens, reading: Reading) -> Cue {
    Cue { words, sense, opens, reading }
}

const CUES: &[Cue] = &[
    cue(&["before"], Sense::Before, Opens::Either, Reading::Plain),
    cue(&["after"], Sense::After, Opens::Either, Reading::Plain),
    cue(&["prior", "to"], Sense::Before, Opens::Noun, Reading::Plain),
    cue(&["ahead", "of"], Sense::Before, Opens::Noun, Reading::Plain),
    cue(&["following"], Sense::After, Opens::Noun, Reading::Plain),
    cue(&["as", "soon", "as"], Sense::After, Opens::Clause, Reading::Plain),
    cue(&["once"], Sense::After, Opens::Clause, Reading::Plain),
    cue(&["by", "the", "time"], Sense::Before, Opens::Clause, Reading::Tenses),
    cue(&["when"], Sense::Before, Opens::Clause, Reading::Tenses),
    cue(&["while"], Sense::Before, Opens::Clause, Reading::Tenses),
    cue(&["until"], Sense::After, Opens::Either, Reading::Denied),
];

/// Reads an article.
pub(super) fn read(reader: &Reader) -> Told {
    let mut told = Told::default();
    for group in 0..reader.article.verb_groups.len() {
        if reader.happened(group, false)
            && let Some(event) = reader.verb_event(group)
        {
            told.keep(event, false);
        }
    }
    for (index, sentence) in reader.article.sentences.iter().enumerate() {
        let range = sentence.tokens.clone();
        if reader.article.tokens[range.clone()].iter().any(|token| is_repetition(&token.lower)) {
            continue;
        }
        for at in range.clone() {
            if let Some(cue) = cue_at(&reader.article.tokens[..range.end], at)
                && !reader.quoted(at)
            {
                clause_or_noun(reader, &mut told, index, at, cue);
            }
        }
        super::sequence::read(reader, &mut told, index);
    }
    for group in 0..reader.article.verb_groups.len() {
        followed(reader, &mut told, group);
    }
    told
}

/// Words that make one event several: whose order is told is then open.
fn is_repetition(word: &str) -> bool {
    matches!(word, "again" | "twice" | "repeatedly" | "another" | "each" | "every" | "whenever" | "always" | "often")
}

fn cue_at(tokens: &[Token], at: usize) -> Option<Cue> {
    let rest = &tokens[at..];
    let stands = |cue: &&Cue| {
        cue.words.len() <= rest.len() && cue.words.iter().zip(rest).all(|(word, token)| token.lower == *word)
    };
    CUES.iter().find(stands).copied()
}

/// "LEFT before RIGHT", "After RIGHT, LEFT".
fn clause_or_noun(reader: &Reader, told: &mut Told, sentence: usize, at: usize, cue: Cue) {
    let range = reader.article.sentences[sentence].tokens.clone();
    let (gap, start) = gap_before(reader.article, range.start, at);
    let from = at + cue.words.len();
    if super::sequence::anaphor(reader, from, range.end) {
        super::sequence::after_that(reader, told, sentence, start, at, cue.sense == Sense::After, gap);
        return;
    }
    let Some(right) = right(reader, &range, from, cue.opens) else { return };
    let until = cue.reading == Reading::Denied;
    // "Not until the sale had ended …": what happened then is not denied.
    let not_until = until && start > range.start && reader.article.tokens[start - 1].lower == "not";
    // "It was only after the vote that she resigned."
    let cleft = not_until || it_was(reader, &range, start);
    let left = match (cleft, until) {
        (true, false) => {
            let from = right.group.map_or(right.event.word + 1, |group| reader.group(group).tokens.end);
            that_clause(reader, from, range.end)
        }
        (true, _) => cleft_main(reader, right.end, range.end),
        (false, true) => left_group(reader, &range, start, true),
        (false, false) => left_group(reader, &range, start, false).or_else(|| fronted(reader, right.end, range.end)),
    };
    let Some(group) = left.filter(|&group| Some(group) != right.group) else { return };
    if !reader.happened(group, until && !cleft) {
        return;
    }
    let Some(left) = reader.verb_event(group) else { return };
    let mut before = cue.sense == Sense::Before;
    if right.pending {
        before = true;
    } else if cue.reading == Reading::Tenses {
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

/// Whether nothing but "it was only" stands before `start`.
fn it_was(reader: &Reader, range: &std::ops::Range<usize>, start: usize) -> bool {
    let words: Vec<&str> = reader.article.tokens[range.start..start].iter().map(|token| token.lower.as_str()).collect();
    matches!(words.as_slice(), ["it", "was"] | ["it", "was", "only" | "just" | "soon" | "shortly" | "immediately"])
}

/// The verb of the "that" clause of a cleft sentence.
fn that_clause(reader: &Reader, from: usize, end: usize) -> Option<usize> {
    let that = (from..end).find(|&at| reader.article.tokens[at].lower == "that")?;
    (that + 1..end).filter_map(|at| reader.group_at(at)).find(|&group| reader.group(group).form == VerbForm::Finite)
}

/// "The announcement followed the resignation", "the sale preceded the vote".
fn followed(reader: &Reader, told: &mut Told, group: usize) {
    let verb = reader.group(group);
    if !matches!(verb.lemma.as_str(), "follow" | "precede") || !reader.happened(group, false) {
        return;
    }
    let Some(clause) = reader.clause(group) else { return };
    let event = |phrases: &[usize]| phrases.first().and_then(|&phrase| reader.noun_event(phrase));
    let (Some(subject), Some(object)) = (event(&clause.subjects), event(&clause.objects)) else { return };
    let (first, second) = if verb.lemma == "follow" { (object, subject) } else { (subject, object) };
    let here = reader.article.sentences[clause.sentence].span;
    told.relate(first, second, Gap::SOME, verb.span, vec![here], false);
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
