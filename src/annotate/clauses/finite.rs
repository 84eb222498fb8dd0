//! Finite verbs: who acts, also turned round ("said X", "Did she …"), and how the clause hangs on its sentence.

use super::Layers;
use super::chunks::{Chunk, Kind};
use super::coordination::coordinated;
use super::left::{Left, look_left};
use super::relatives::{antecedent, contact};
use super::subjects::{Draft, governed, is_verb};
use crate::annotate::clause::ClauseLink;
use crate::annotate::mention::{EntityKind, MentionForm};
use crate::annotate::token::Tag;
use crate::annotate::verb::VerbForm;

pub(super) fn finite(chunks: &[Chunk], layers: &Layers, drafts: &[Draft], draft: &mut Draft) {
    match look_left(chunks, layers, drafts, draft.at) {
        Left::Phrase(place) => {
            draft.subjects = coordinated(chunks, layers, place, &mut draft.from);
            hang(chunks, layers, drafts, draft);
        }
        Left::Antecedent(phrase) => {
            draft.subjects = vec![phrase];
            let own = |chunk: &Chunk| matches!(chunk.kind, Kind::Phrase(other) if other == phrase);
            if let Some(place) = chunks[..draft.at].iter().rposition(own) {
                draft.from = place;
                hang(chunks, layers, drafts, draft);
            }
        }
        Left::Shared { comma } => {
            let earlier = drafts.iter().rposition(|earlier| {
                layers.groups[earlier.verb].form == VerbForm::Finite
                    && !(comma && earlier.link == ClauseLink::Relative)
                    && chunks[earlier.at].quote == chunks[draft.at].quote
            });
            if let Some(earlier) = earlier {
                let other = &drafts[earlier];
                draft.subjects.clone_from(&other.subjects);
                draft.parent = other.parent;
                draft.link = other.link;
            }
        }
        // "two of whom were hurt": the wh-word says of what.
        Left::Wh(place) if governed(chunks, place) => {
            draft.from = place;
            draft.link = ClauseLink::Relative;
            if let Some(Kind::Phrase(phrase)) = place.checked_sub(2).map(|left| &chunks[left].kind)
                && place >= 3
                && matches!(chunks[place - 3].kind, Kind::Comma)
            {
                draft.subjects = vec![*phrase];
            }
        }
        Left::Wh(place) => {
            draft.from = place;
            draft.link = ClauseLink::Relative;
            match antecedent(chunks, layers, place) {
                Some(phrase) => draft.subjects = vec![phrase],
                None => draft.hypothetical = free_relative(chunks, place),
            }
        }
        Left::None => {
            if let Some(Kind::Phrase(phrase)) = chunks.get(draft.at + 1).map(|chunk| &chunk.kind)
                && inverts(chunks, layers, draft.at)
            {
                draft.subjects = vec![*phrase];
                draft.inverted = true;
                // "…," said Ana Ruiz and Li Wei.
                if let (Some(Kind::Coordinator(_)), Some(Kind::Phrase(second))) =
                    (chunks.get(draft.at + 2).map(|c| &c.kind), chunks.get(draft.at + 3).map(|c| &c.kind))
                    && !chunks.get(draft.at + 4).is_some_and(is_verb)
                {
                    draft.subjects.push(*second);
                }
            }
        }
    }
    inverted_question(chunks, layers, draft);
}

/// "What happened" stands for an event; "who won" after a verb of asking asserts nothing.
pub(super) fn free_relative(chunks: &[Chunk], place: usize) -> bool {
    !matches!(&chunks[place].kind, Kind::Wh(word) if word == "what")
}

/// "…," said X; "Behind him stood X".
pub(super) fn inverts(chunks: &[Chunk], layers: &Layers, at: usize) -> bool {
    let Kind::Verb(group) = chunks[at].kind else { return false };
    if fronted_predicate(chunks, layers, at) {
        return true;
    }
    let speech = crate::annotate::quotes::is_speech_verb(&layers.groups[group].lemma);
    // "…, says it will": what follows is the subject of the next clause.
    let clause =
        chunks.get(at + 2).is_some_and(is_verb) && chunks.get(at + 2).is_none_or(|chunk| chunk.quote.is_none());
    let pronoun = matches!(chunks.get(at + 1).map(|chunk| &chunk.kind), Some(Kind::Phrase(phrase))
        if layers.tokens[layers.phrases[*phrase].head].tag == Tag::Pronoun);
    speech
        && !(clause && pronoun)
        && (at == 0 || matches!(chunks[at - 1].kind, Kind::Mark | Kind::Comma | Kind::Word(_)))
}

/// "Among the guests was Ana Ruiz", "Notable for his absence was Li Wei": somebody named stands behind "was", and only
/// a phrase by preposition, with or without an adjective, before it.
fn fronted_predicate(chunks: &[Chunk], layers: &Layers, at: usize) -> bool {
    let Kind::Verb(group) = chunks[at].kind else { return false };
    let Some(Kind::Phrase(phrase)) = chunks.get(at + 1).map(|chunk| &chunk.kind) else { return false };
    let named = layers.phrases[*phrase].mention.is_some_and(|mention| {
        let mention = &layers.mentions[mention];
        mention.kind == EntityKind::Person && mention.form == MentionForm::Name
    });
    let from = chunks[..at]
        .iter()
        .rposition(|chunk| matches!(chunk.kind, Kind::Stop | Kind::Mark | Kind::Comma))
        .map_or(0, |stop| stop + 1);
    let before = &chunks[from..at];
    let predicate = matches!(before.first().map(|chunk| &chunk.kind), Some(Kind::Preposition(_) | Kind::Adjective(_)))
        && before.iter().any(|chunk| matches!(chunk.kind, Kind::Preposition(_)));
    let verb_follows = chunks.get(at + 2).is_some_and(is_verb);
    layers.groups[group].lemma == "be" && named && predicate && !verb_follows
}

/// "Had she cut …", "Did he say …": the auxiliary stands before the subject.
pub(super) fn inverted_question(chunks: &[Chunk], layers: &Layers, draft: &mut Draft) {
    let group = &layers.groups[draft.verb];
    let bare = matches!(group.lemma.as_str(), "have" | "do" | "be" | "will" | "should" | "can" | "may" | "must")
        && group.tokens.len() == 1;
    if !bare || !draft.subjects.is_empty() {
        return;
    }
    let follows = matches!(
        (chunks.get(draft.at + 1).map(|c| &c.kind), chunks.get(draft.at + 2).map(|c| &c.kind)),
        (Some(Kind::Phrase(_)), Some(Kind::Verb(_)))
    );
    draft.hypothetical = draft.hypothetical || follows;
}

/// How a finite clause with its own subject hangs on the sentence: from what stands before the subject.
pub(super) fn hang(chunks: &[Chunk], layers: &Layers, drafts: &[Draft], draft: &mut Draft) {
    let Some(before) = draft.from.checked_sub(1) else { return };
    if let Some((preposition, phrase)) = super::clefts::circumstance(chunks, layers, before) {
        draft.from = before;
        draft.gap = Some((format!("@{preposition}"), phrase));
        return;
    }
    match &chunks[before].kind {
        Kind::Subordinator(_, link) => {
            draft.link = *link;
            draft.from = before;
            if *link == ClauseLink::Reported {
                draft.parent = nearest_before(chunks, drafts, before);
            }
        }
        Kind::Wh(word) => {
            draft.link = ClauseLink::Relative;
            draft.from = before;
            if word != "whose" {
                let governor = before.checked_sub(1).map(|left| &chunks[left].kind);
                if let Some(phrase) = antecedent(chunks, layers, before) {
                    draft.gap = Some(match governor {
                        Some(Kind::Preposition(preposition)) => (format!("@{preposition}"), phrase),
                        _ => (word.to_string(), phrase),
                    });
                } else {
                    draft.hypothetical = free_relative(chunks, before) && !matches!(word.as_str(), "where");
                }
            }
        }
        Kind::Verb(group) if reports(layers, *group) => {
            draft.link = ClauseLink::Reported;
            draft.parent = nearest_before(chunks, drafts, draft.from);
        }
        // "Experts say that without it, the flaw …": a phrase by preposition stands between.
        Kind::Comma if before >= 3 => {
            if let (Kind::Verb(group), Kind::Preposition(_), Kind::Phrase(_)) =
                (&chunks[before - 3].kind, &chunks[before - 2].kind, &chunks[before - 1].kind)
                && crate::annotate::quotes::is_speech_verb(&layers.groups[*group].lemma)
                && layers.groups[*group].form == VerbForm::Finite
            {
                draft.link = ClauseLink::Reported;
                draft.parent = nearest_before(chunks, drafts, draft.from);
            }
        }
        Kind::Phrase(noun) => {
            let governor = before.checked_sub(1).map(|left| &chunks[left].kind);
            if let Some(Kind::Verb(group)) = governor
                && reports(layers, *group)
                && (addresses(layers, *group) || !contact(chunks, layers, before))
            {
                // "told the court he …": the addressee stands between.
                draft.link = ClauseLink::Reported;
                draft.parent = nearest_before(chunks, drafts, draft.from);
            } else if contact(chunks, layers, before) {
                draft.link = ClauseLink::Relative;
                let head = layers.tokens[layers.phrases[*noun].head].lemma.as_str();
                // "the second time the firm was fined"
                let when = matches!(head, "time" | "day" | "moment" | "year" | "week" | "month" | "way" | "reason");
                draft.gap = (!when).then(|| ("that".to_owned(), *noun));
            }
        }
        _ => {}
    }
}

/// Verbs of saying whose object is spoken to.
pub(super) fn addresses(layers: &Layers, group: usize) -> bool {
    matches!(
        layers.groups[group].lemma.as_str(),
        "tell"
            | "inform"
            | "warn"
            | "assure"
            | "remind"
            | "promise"
            | "advise"
            | "notify"
            | "ask"
            | "persuade"
            | "convince"
            | "show"
            | "teach"
            | "text"
            | "email"
    )
}

pub(super) fn reports(layers: &Layers, group: usize) -> bool {
    let lemma = layers.groups[group].lemma.as_str();
    crate::annotate::quotes::is_speech_verb(lemma) || crate::annotate::verbs::is_attitude(lemma)
}

pub(super) fn nearest_before(chunks: &[Chunk], drafts: &[Draft], at: usize) -> Option<usize> {
    let quote = chunks[at].quote;
    drafts.iter().rposition(|earlier| earlier.at < at && chunks[earlier.at].quote == quote)
}
