//! "It" as the subject of a clause, where no name is meant: the thing that the clause before it is about.
//!
//! "The bus was carrying pupils when it overturned": the bus did. "The accord is signed. It happened this morning": the
//! signing did, and its time is told there. Only the grammatical subject of the clause before is looked at, and only
//! where nothing else in that clause is one thing; "it" that stands for nothing ("it rained", "it is said") stays.

use super::Layers;
use crate::annotate::clause::{Clause, ClauseLink};
use crate::annotate::mention::EntityKind;
use crate::annotate::token::{Sentence, Tag};
use crate::annotate::verb::{Modality, VerbForm, Voice};

/// Puts what "it" means in its place, clause by clause in the order of the text.
pub(super) fn resolve(layers: &Layers, sentences: &[Sentence], clauses: &mut [Clause]) {
    for at in 0..clauses.len() {
        let Some(it) = subject(layers, &clauses[at]).filter(|&phrase| is_it(layers, phrase)) else { continue };
        let Some(before) = clause_before(layers, sentences, clauses, at) else { continue };
        let lemma = layers.groups[clauses[at].verb].lemma.as_str();
        if matches!(lemma, "happen" | "occur" | "take" | "come") {
            if lemma == "happen" || lemma == "occur" {
                date(clauses, before, at);
            }
            continue;
        }
        if stands_for_nothing(lemma) {
            continue;
        }
        let Some(thing) = subject(layers, &clauses[before]).filter(|&phrase| is_thing(layers, phrase)) else {
            continue;
        };
        let passive = layers.groups[clauses[before].verb].voice == Voice::Passive;
        let others = if passive { &clauses[before].subjects } else { &clauses[before].objects };
        if others.iter().chain(&clauses[before].complement).any(|&other| other != thing && is_thing(layers, other)) {
            continue;
        }
        let clause = &mut clauses[at];
        for phrase in clause.subjects.iter_mut().chain(&mut clause.objects).chain(&mut clause.recipients) {
            if *phrase == it {
                *phrase = thing;
            }
        }
    }
}

/// The grammatical subject, where there is one: of a passive, what is acted upon.
fn subject(layers: &Layers, clause: &Clause) -> Option<usize> {
    let group = &layers.groups[clause.verb];
    let list = match group.voice {
        Voice::Passive if !clause.recipients.is_empty() => &clause.recipients,
        Voice::Passive => &clause.objects,
        Voice::Active => &clause.subjects,
    };
    match list[..] {
        [one] => Some(one),
        _ => None,
    }
}

fn is_it(layers: &Layers, phrase: usize) -> bool {
    let noun = &layers.phrases[phrase];
    let open = noun.mention.is_none_or(|mention| layers.mentions[mention].entity.is_none());
    noun.tokens.len() == 1 && layers.tokens[noun.head].lower == "it" && open
}

/// Whether a phrase is one thing under a common noun.
fn is_thing(layers: &Layers, phrase: usize) -> bool {
    let noun = &layers.phrases[phrase];
    let head = &layers.tokens[noun.head];
    let mention = noun.mention.map(|mention| &layers.mentions[mention]);
    let nobody = mention.is_none_or(|mention| {
        mention.entity.is_none() && !matches!(mention.kind, EntityKind::Person | EntityKind::Group)
    });
    head.tag == Tag::Noun && !noun.plural && noun.time.is_none() && noun.apposition.is_none() && nobody
}

/// The clause whose subject "it" in the clause at `at` can mean: the one before in the sentence, else the first of the
/// sentence before.
fn clause_before(layers: &Layers, sentences: &[Sentence], clauses: &[Clause], at: usize) -> Option<usize> {
    let clause = &clauses[at];
    let fits = |other: &&usize| {
        let other = &clauses[**other];
        let quoted = |clause: &Clause| clause.attribution.as_ref().is_some_and(|attribution| attribution.direct);
        layers.groups[other.verb].form == VerbForm::Finite
            && other.modality != Modality::Hypothetical
            && quoted(other) == quoted(clause)
    };
    let inside: Vec<usize> = (0..at).rev().take_while(|&other| clauses[other].sentence == clause.sentence).collect();
    if let Some(nearest) = inside.iter().find(fits) {
        return Some(*nearest);
    }
    let opens = inside.is_empty() && clause.link == ClauseLink::Main;
    let last = clause.sentence.checked_sub(1)?;
    let near = sentences.get(last)?.block == sentences.get(clause.sentence)?.block;
    let mut earlier = (0..at).rev().take_while(|&other| clauses[other].sentence == last).collect::<Vec<_>>();
    earlier.reverse();
    (opens && near)
        .then(|| earlier.iter().filter(|&&other| clauses[other].link == ClauseLink::Main).find(fits).copied())
        .flatten()
}

/// "It rained", "it emerged that", "it took hours", "it was clear".
fn stands_for_nothing(lemma: &str) -> bool {
    matches!(
        lemma,
        "be" | "seem"
            | "appear"
            | "rain"
            | "snow"
            | "emerge"
            | "transpire"
            | "turn"
            | "turn out"
            | "take"
            | "become"
            | "say"
            | "believe"
            | "think"
            | "understand"
            | "expect"
            | "report"
            | "claim"
            | "allege"
            | "announce"
            | "reveal"
            | "hope"
            | "know"
            | "feel"
            | "look"
            | "mean"
            | "follow"
            | "go"
            | "make"
            | "cost"
            | "help"
            | "matter"
    )
}

/// The time and place of "it happened" belong to what happened, where that has none of its own.
fn date(clauses: &mut [Clause], event: usize, at: usize) {
    if clauses[event].adjuncts.iter().any(|adjunct| adjunct.time.is_some()) {
        return;
    }
    let told = clauses[at].adjuncts.iter().filter(|adjunct| adjunct.time.is_some()).cloned().collect::<Vec<_>>();
    clauses[event].adjuncts.extend(told);
}
