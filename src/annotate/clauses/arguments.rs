//! What a verb acts upon and what belongs to it: objects, complements, and phrases by preposition.
//!
//! One look to the right of each verb, up to the next verb or boundary ([`super::objects`] reads it), and one to the left of
//! its subject for what was moved to the front ("On Thursday, …"). Also ties prepositional phrases to the noun before them.

use super::Layers;
use super::chunks::{Chunk, Kind};
use super::objects::{Reader, Slot};
use super::subjects::Draft;
use crate::annotate::clause::{Adjunct, ClauseLink};
use crate::annotate::verb::VerbForm;
use crate::source::Span;
use compact_str::CompactString;

/// What a verb was found to govern.
#[derive(Clone, Debug, Default)]
pub(super) struct Arguments {
    pub(super) objects: Vec<usize>,
    pub(super) recipients: Vec<usize>,
    pub(super) complement: Option<usize>,
    pub(super) adjective: Option<usize>,
    pub(super) adjuncts: Vec<Adjunct>,
    /// Place of the last chunk that belongs to the clause.
    pub(super) until: usize,
}

const COPULAS: &[&str] = &["be", "become", "remain", "seem", "stay", "appear", "prove", "look", "feel", "get", "go"];

/// The arguments of each draft, in order.
pub(super) fn arguments(chunks: &[Chunk], layers: &Layers, drafts: &[Draft]) -> Vec<Arguments> {
    let mut taken = vec![false; chunks.len()];
    let mut list: Vec<Arguments> =
        (0..drafts.len()).map(|index| rightward(chunks, layers, drafts, index, &mut taken)).collect();
    for (index, draft) in drafts.iter().enumerate() {
        leftward(chunks, layers, draft, &mut taken, &mut list[index]);
    }
    for (index, draft) in drafts.iter().enumerate() {
        if let Some((word, phrase)) = &draft.gap {
            gap(layers, word, *phrase, &mut list[index]);
        }
    }
    list
}

/// The antecedent of a relative clause fills the place that the wh-word left open.
fn gap(layers: &Layers, word: &str, phrase: usize, arguments: &mut Arguments) {
    let moved = |preposition: &str, phrase: usize| {
        let noun = &layers.phrases[phrase];
        Adjunct { preposition: preposition.into(), phrase: Some(phrase), time: noun.time, span: noun.span }
    };
    match word {
        "where" => arguments.adjuncts.push(moved("in", phrase)),
        "which" | "that" | "whom" | "who" if arguments.objects.is_empty() => arguments.objects.push(phrase),
        // "the fund to which she gave"
        _ => arguments.adjuncts.extend(word.strip_prefix('@').map(|preposition| moved(preposition, phrase))),
    }
}

fn rightward(chunks: &[Chunk], layers: &Layers, drafts: &[Draft], index: usize, taken: &mut [bool]) -> Arguments {
    let draft = &drafts[index];
    let mut found = Arguments { until: draft.at, ..Arguments::default() };
    let group = &layers.groups[draft.verb];
    let copula = COPULAS.contains(&group.lemma.as_str());
    // "was found burned in a lot": the place is of the finding too.
    let adjacent = drafts.get(index + 1).is_some_and(|next| {
        next.at == draft.at + 1 && layers.groups[next.verb].form == VerbForm::Participle && !next.past
    });
    let boundary = drafts.get(index + 1 + usize::from(adjacent)).map_or(chunks.len(), |next| {
        if next.from <= draft.at {
            // "Ruiz, who denied the theft, left": the next verb's subject stands before this one.
            return next.at;
        }
        // "a law passed in 2021": the noun belongs to this verb too, though the next clause begins with it.
        let shared = next.link == ClauseLink::Relative && matches!(chunks[next.from].kind, Kind::Phrase(_));
        next.from + usize::from(shared)
    });
    let mut at = draft.at + 1 + usize::from(adjacent);
    if draft.inverted {
        // The subject stands where an object would.
        at += 2 * draft.subjects.len().max(1) - 1;
        found.until = at.saturating_sub(1).min(chunks.len().saturating_sub(1));
    }
    let end = boundary.min(chunks.len());
    let mut reader = Reader { chunks, layers, verb: &group.lemma, copula, found, slot: Slot::None, after_comma: false };
    while at < end && chunks[at].quote == chunks[draft.at].quote {
        let Some(next) = reader.step(at, end, taken) else { break };
        at = next;
    }
    reader.found
}

pub(super) fn adjunct(layers: &Layers, preposition: &str, phrase: usize, token: usize) -> Adjunct {
    let target = &layers.phrases[phrase];
    let start = layers.tokens[token].span.start.min(target.span.start);
    Adjunct {
        preposition: preposition.into(),
        phrase: Some(phrase),
        time: target.time,
        span: Span::new(start, target.span.end),
    }
}

/// What stands before the subject, or between it and the verb, and belongs to nobody yet.
fn leftward(chunks: &[Chunk], layers: &Layers, draft: &Draft, taken: &mut [bool], found: &mut Arguments) {
    if layers.groups[draft.verb].form != VerbForm::Finite {
        return;
    }
    let mut at = draft.at;
    while at > 0 {
        at -= 1;
        if chunks[at].quote != chunks[draft.at].quote {
            break;
        }
        match &chunks[at].kind {
            Kind::Phrase(phrase) if !taken[at] => {
                let time = layers.phrases[*phrase].time;
                if let Some(Kind::Preposition(word)) = at.checked_sub(1).map(|left| &chunks[left].kind) {
                    let front = at == 1 || matches!(chunks[at - 2].kind, Kind::Comma | Kind::Coordinator(_));
                    if front || time.is_some() || (at < draft.from && word != "of") {
                        found.adjuncts.push(adjunct(layers, word, *phrase, chunks[at - 1].token));
                        taken[at] = true;
                    }
                    at -= 1;
                } else if let Some(time) = time {
                    let span = layers.phrases[*phrase].span;
                    found.adjuncts.push(Adjunct {
                        preposition: CompactString::default(),
                        phrase: Some(*phrase),
                        time: Some(time),
                        span,
                    });
                    taken[at] = true;
                }
            }
            Kind::Verb(_) | Kind::Subordinator(..) | Kind::Wh(_) if at < draft.from => break,
            Kind::Stop | Kind::Mark => break,
            // "LISBON, Nov 17 - A ship ran aground": the dateline is no part of the clause.
            Kind::Comma if at < draft.from && is_dash(layers, chunks[at].token) => break,
            _ => {}
        }
    }
}

fn is_dash(layers: &Layers, token: usize) -> bool {
    matches!(layers.tokens[token].lower.as_str(), "-" | "–" | "—" | "--")
}

/// Ties each prepositional phrase to the noun phrase directly before it ("a meeting with Harris").
pub(super) fn complements(chunks: &[Chunk]) -> Vec<(usize, CompactString, usize)> {
    let mut list = Vec::new();
    for window in 0..chunks.len().saturating_sub(2) {
        let (Kind::Phrase(left), Kind::Preposition(word), Kind::Phrase(right)) =
            (&chunks[window].kind, &chunks[window + 1].kind, &chunks[window + 2].kind)
        else {
            continue;
        };
        list.push((*left, word.clone(), *right));
        // "talks between A and B", "the ministers of A, B and C"
        let mut at = window + 3;
        let mut further = Vec::new();
        while let (Some(Kind::Comma | Kind::Coordinator(_)), Some(Kind::Phrase(next))) =
            (chunks.get(at).map(|c| &c.kind), chunks.get(at + 1).map(|c| &c.kind))
        {
            further.push(*next);
            if matches!(chunks[at].kind, Kind::Coordinator(_)) {
                list.extend(further.iter().map(|next| (*left, word.clone(), *next)));
                break;
            }
            at += 2;
        }
    }
    list
}
