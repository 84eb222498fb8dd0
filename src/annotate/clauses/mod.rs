//! Clauses: who did what to whom, where and when, in whose words.
//!
//! Works chunk by chunk in the manner of FASTUS (Hobbs and others, 1997): no parse tree, two looks from each verb
//! group, one to the left for its subject and one to the right for what it governs. Every step is linear in the
//! length of the sentence times its number of verbs, and sentences are capped by the segmenter. What is unclear is
//! left out; patterns and checks treat a missing part as unknown.

mod arguments;
mod chunks;
mod classes;
mod clefts;
mod coordination;
mod finite;
#[cfg(test)]
mod gold;
mod it;
mod left;
mod lists;
mod objects;
mod openers;
mod relatives;
mod standing;
mod subjects;
#[cfg(test)]
mod tests;

use super::clause::Clause;
use super::mention::{Mention, NounPhrase};
use super::quote::Quote;
use super::token::{Sentence, Token};
use super::verb::VerbGroup;
use crate::source::Span;
use chunks::Chunk;

/// What earlier layers found.
pub(super) struct Layers<'a> {
    pub(super) tokens: &'a [Token],
    pub(super) phrases: &'a [NounPhrase],
    pub(super) mentions: &'a [Mention],
    pub(super) groups: &'a [VerbGroup],
    pub(super) quotes: &'a [Quote],
}

/// The clauses of an article, in order of their verbs, and the noun phrases with their complements tied in.
///
/// `text` is the document's text.
pub(super) fn clauses(
    text: &str,
    tokens: &[Token],
    sentences: &[Sentence],
    phrases: &mut [NounPhrase],
    mentions: &[Mention],
    groups: &[VerbGroup],
    quotes: &[Quote],
) -> Vec<Clause> {
    let mut all: Vec<Clause> = Vec::with_capacity(groups.len());
    let mut ties = Vec::new();
    let layers = Layers { tokens, phrases, mentions, groups, quotes };
    for (index, sentence) in sentences.iter().enumerate() {
        let first_phrase = phrases.partition_point(|phrase| phrase.tokens.start < sentence.tokens.start);
        let first_group = groups.partition_point(|group| group.tokens.start < sentence.tokens.start);
        let chunks = chunks::chunks(sentence, tokens, phrases, groups, first_phrase, first_group, quotes);
        ties.extend(arguments::complements(&chunks));
        let question = sentence.span.of(text).trim_end_matches(['"', '”', '’', '\'']).ends_with('?');
        all.extend(sentence_clauses(&chunks, &layers, index, all.len(), question));
    }
    it::resolve(&layers, sentences, &mut all);
    for (phrase, preposition, complement) in ties {
        phrases[phrase].complements.push((preposition, complement));
    }
    all
}

fn sentence_clauses(chunks: &[Chunk], layers: &Layers, sentence: usize, offset: usize, question: bool) -> Vec<Clause> {
    let drafts = subjects::drafts(chunks, layers);
    let arguments = arguments::arguments(chunks, layers, &drafts);
    let mut list = Vec::with_capacity(drafts.len());
    for (draft, arguments) in drafts.iter().zip(arguments) {
        let mut clause = Clause {
            span: Span::default(),
            sentence,
            verb: draft.verb,
            subjects: draft.subjects.clone(),
            objects: arguments.objects,
            recipients: arguments.recipients,
            complement: arguments.complement,
            adjective: arguments.adjective,
            adjuncts: arguments.adjuncts,
            parent: draft.parent,
            link: draft.link,
            polarity: super::verb::Polarity::Positive,
            modality: super::verb::Modality::Actual,
            attribution: None,
        };
        if subjects::passive(layers, draft) {
            turn_passive(layers, &mut clause);
        }
        clause.span = extent(chunks, layers, draft, &clause, arguments.until);
        standing::assess(chunks, layers, draft, question && chunks[draft.at].quote.is_none(), &mut clause);
        list.push(clause);
    }
    standing::attribute(chunks, &drafts, layers, &mut list);
    standing::spread(layers, &mut list);
    for clause in &mut list {
        clause.parent = clause.parent.map(|parent| parent + offset);
    }
    list
}

/// "X was arrested by Y": X is acted upon, Y acts.
fn turn_passive(layers: &Layers, clause: &mut Clause) {
    let acted_upon = std::mem::take(&mut clause.subjects);
    let agent = |at: &usize| {
        let own = clause.adjuncts[*at].preposition == "by" && clause.adjuncts[*at].time.is_none();
        own && !at.checked_sub(1).is_some_and(|left| names_act(layers, &clause.adjuncts[left]))
            && !clause.adjuncts[*at].phrase.is_some_and(|phrase| classes::names_means(layers, phrase))
    };
    if let Some(at) = (0..clause.adjuncts.len()).find(agent) {
        let mut agents = Vec::new();
        while clause.adjuncts.get(at).is_some_and(|adjunct| adjunct.preposition == "by" && adjunct.time.is_none()) {
            agents.extend(clause.adjuncts.remove(at).phrase);
        }
        clause.subjects = agents;
    }
    // "was elected leader": what follows says what the subject became.
    let lemma = layers.groups[clause.verb].lemma.as_str();
    if clause.complement.is_none()
        && let [one] = clause.objects[..]
        && classes::names_object(layers, lemma, one)
    {
        clause.complement = clause.objects.pop();
    }
    // "was given 30 months": what follows is given, the subject receives it.
    if clause.objects.is_empty() {
        clause.objects = acted_upon;
    } else {
        clause.recipients = acted_upon;
    }
}

/// "was asked about protests by villagers": whether the adjunct's noun is an act that has its own "by".
fn names_act(layers: &Layers, adjunct: &super::clause::Adjunct) -> bool {
    let Some(noun) = adjunct.phrase.map(|phrase| &layers.phrases[phrase]) else { return false };
    let common = !layers.tokens[noun.head].tag.is_proper() && noun.time.is_none() && noun.mention.is_none();
    matches!(adjunct.preposition.as_str(), "about" | "over" | "after" | "following" | "amid" | "against") && common
}

/// From the first to the last word that belongs to the clause.
fn extent(chunks: &[Chunk], layers: &Layers, draft: &subjects::Draft, clause: &Clause, until: usize) -> Span {
    let mut span = layers.groups[draft.verb].span;
    let end = chunks
        .get(until + 1)
        .map_or_else(|| None, |next| next.token.checked_sub(1).map(|last| layers.tokens[last].span));
    let sentence_last = chunks.last().map(|last| last.token);
    match end {
        Some(last) => span = span.join(last),
        None => {
            if let Some(last) = sentence_last {
                let last = last_token(chunks, layers, until).max(last);
                span = span.join(layers.tokens[last].span);
            }
        }
    }
    let start = layers.tokens[chunks[draft.from].token].span;
    span = span.join(start);
    for phrase in clause.subjects.iter().chain(&clause.objects).chain(&clause.recipients) {
        span = span.join(layers.phrases[*phrase].span);
    }
    for adjunct in &clause.adjuncts {
        span = span.join(adjunct.span);
    }
    span
}

fn last_token(chunks: &[Chunk], layers: &Layers, at: usize) -> usize {
    match chunks[at].kind {
        chunks::Kind::Phrase(phrase) => layers.phrases[phrase].tokens.end - 1,
        chunks::Kind::Verb(group) => layers.groups[group].tokens.end - 1,
        _ => chunks[at].token,
    }
}
