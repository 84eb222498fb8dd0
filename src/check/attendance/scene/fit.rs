//! Whether a clause is of a row of the scenes, by its verb and by what hangs on it.

use super::{Only, Row};
use crate::annotate::clause::Clause;
use crate::annotate::lexicon::person_noun;
use crate::annotate::mention::{EntityKind, MentionForm};
use crate::annotate::token::{Tag, Token};
use crate::annotate::verb::{Tense, VerbGroup, Voice};
use crate::check::attendance::KINDS;
use crate::check::order::reader::Reader;

/// Words behind a verb among which "near" finds one.
const NEAR: usize = 8;

/// Whether the words of a verb behind its first are its particles, or stand right behind it.
pub(super) fn verb_fits(reader: &Reader, group: &VerbGroup, rest: &[&str]) -> bool {
    let particles: Vec<&str> = group.lemma.split(' ').skip(1).collect();
    if rest == particles {
        return true;
    }
    let behind = reader.article.tokens.get(group.tokens.end..).unwrap_or_default();
    rest.starts_with(&particles)
        && rest[particles.len()..].iter().zip(behind).all(|(word, token)| token.lower == *word || token.lemma == *word)
        && behind.len() >= rest.len() - particles.len()
}

pub(super) fn fits(reader: &Reader, clause: &Clause, group: &VerbGroup, row: &Row) -> bool {
    match row.only {
        Only::Always => true,
        Only::PastPerfect => group.perfect && group.tense == Tense::Past,
        Only::Past => group.tense == Tense::Past,
        Only::Passive => group.voice == Voice::Passive,
        Only::Alone => to_those_gathered(reader, clause),
        Only::Outward => !near(reader, clause, group).any(|token| matches!(token.lower.as_str(), "home" | "back")),
        Only::OfIt => !of_something_else(reader, clause),
    }
}

/// "Sent his apologies to the neighbours": to others than those who gathered.
fn to_those_gathered(reader: &Reader, clause: &Clause) -> bool {
    let mut to = clause.adjuncts.iter().filter(|adjunct| adjunct.preposition == "to" && adjunct.time.is_none());
    let gathered = |phrase: usize| {
        let noun = &reader.article.phrases[phrase];
        let head = reader.article.tokens[noun.head].lemma.as_str();
        KINDS.contains_key(head)
            || matches!(head, "guest" | "mourner" | "delegate" | "organiser" | "organizer" | "host")
    };
    let inner = |phrase: usize| reader.article.phrases[phrase].complements.iter();
    let object_to = clause.objects.iter().flat_map(|&object| inner(object)).filter(|(word, _)| word == "to");
    to.all(|adjunct| adjunct.phrase.is_none_or(gathered)) && object_to.map(|&(_, phrase)| phrase).all(gathered)
}

/// What is heard of that is the event, or its end, and not something else.
const OF_THE_EVENT: &[&str] = &[
    "it",
    "news",
    "result",
    "outcome",
    "decision",
    "finish",
    "end",
    "score",
    "win",
    "victory",
    "defeat",
    "goal",
    "speech",
    "announcement",
    "name",
    "everything",
    "success",
    "winner",
    "this",
    "that",
    "them",
    "fate",
    "scene",
    "pictures",
    "event",
    "coverage",
    "proceedings",
    "whole",
    "rest",
    "half",
    "minute",
    "applause",
    "crowd",
    "cheering",
    "tie-break",
    "landing",
];

/// "Learnt of his arrest from a neighbour": of something else than what others gathered for.
fn of_something_else(reader: &Reader, clause: &Clause) -> bool {
    let about = clause.adjuncts.iter().filter(|adjunct| matches!(adjunct.preposition.as_str(), "of" | "about"));
    let told = reader.group(clause.verb).voice == Voice::Passive;
    let objects = clause.objects.iter().copied().filter(|_| !told);
    let mut things = objects.chain(about.filter_map(|adjunct| adjunct.phrase));
    let other = |phrase: usize| {
        let noun = &reader.article.phrases[phrase];
        let head = reader.article.tokens[noun.head].lemma.as_str();
        let event = KINDS.contains_key(head) || OF_THE_EVENT.contains(&head);
        !event
            && noun
                .mention
                .is_none_or(|mention| matches!(reader.article.mentions[mention].form, MentionForm::Description))
    };
    things.any(other)
}

/// The phrase by which a clause is of a row; `Some(None)` where the row asks for none.
#[allow(clippy::option_option)] // "no phrase needed" is another answer than "no phrase found".
pub(super) fn matched(reader: &Reader, clause: &Clause, group: &VerbGroup, row: &Row) -> Option<Option<usize>> {
    for link in &row.links {
        let found = match *link {
            "-" => return Some(None),
            "object" => {
                let own = clause.objects.iter().filter(|&&phrase| !reflexive(reader, phrase));
                // "Cut the ribbon himself" is read with two objects.
                let himself = clause.objects.iter().any(|&phrase| reflexive(reader, phrase));
                own.chain(clause.recipients.iter().filter(|_| himself || row.people))
                    .copied()
                    .find(|&phrase| headed(reader, phrase, row))
            }
            "near" => {
                // "Had gone to the home" of somebody.
                let bare = |token: &&Token| !matches!(token.tag, Tag::Determiner | Tag::PossessivePronoun);
                let words = near(reader, clause, group).take_while(bare);
                let found = words.into_iter().any(|token| row.heads.contains(&token.lower.as_str()));
                if found {
                    return Some(None);
                }
                None
            }
            preposition => {
                let governed = clause.adjuncts.iter().filter(|adjunct| adjunct.preposition == preposition);
                governed.filter_map(|adjunct| adjunct.phrase).find(|&phrase| headed(reader, phrase, row))
            }
        };
        if found.is_some() {
            return Some(found);
        }
    }
    None
}

fn reflexive(reader: &Reader, phrase: usize) -> bool {
    let head = &reader.article.tokens[reader.article.phrases[phrase].head].lower;
    matches!(head.as_str(), "himself" | "herself" | "themselves")
}

/// The next words behind a verb, up to a joint of the sentence.
fn near<'r>(reader: &'r Reader, clause: &Clause, group: &VerbGroup) -> impl Iterator<Item = &'r Token> {
    let end = (group.tokens.end + NEAR).min(reader.article.sentences[clause.sentence].tokens.end).max(group.tokens.end);
    let behind = reader.article.tokens[group.tokens.end..end].iter();
    behind.take_while(|token| !matches!(token.lower.as_str(), "," | ";" | "and" | "but"))
}

/// Whether a phrase, or what hangs on it, is headed by one of a row's words.
fn headed(reader: &Reader, phrase: usize, row: &Row) -> bool {
    let noun = &reader.article.phrases[phrase];
    let heads = |phrase: usize| {
        let noun = &reader.article.phrases[phrase];
        let head = &reader.article.tokens[noun.head];
        let before = noun.head.checked_sub(1).filter(|&before| before >= noun.tokens.start);
        let two = before.map(|before| format!("{} {}", reader.article.tokens[before].lemma, head.lemma));
        row.heads.contains(&head.lemma.as_str())
            || row.heads.contains(&head.lower.as_str())
            || two.is_some_and(|two| row.heads.contains(&two.as_str()))
            // "His hotel room", "a hospital bed": where it is stands before the head.
            || !row.there && head.tag.is_noun() && reader.article.tokens[noun.tokens.start..noun.head].iter().any(|token| {
                token.tag.is_noun() && row.heads.contains(&token.lemma.as_str())
            })
    };
    if row.people && is_people(reader, phrase) {
        return true;
    }
    let nowhere = matches!(row.heads.as_slice(), ["@people"]);
    !nowhere
        && (heads(phrase)
            || noun.complements.iter().any(|(word, inner)| word != "from" && word != "to" && heads(*inner)))
}

fn is_people(reader: &Reader, phrase: usize) -> bool {
    let noun = &reader.article.phrases[phrase];
    let head = &reader.article.tokens[noun.head];
    let named = noun
        .mention
        .is_some_and(|mention| matches!(reader.article.mentions[mention].kind, EntityKind::Person | EntityKind::Group));
    named || person_noun(&head.lemma) || matches!(head.lower.as_str(), "them" | "him" | "her" | "people" | "families")
}
