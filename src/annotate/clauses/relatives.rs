//! What a relative clause says something of, with a wh-word ("the man who left") and without ("a coin she found").

use super::Layers;
use super::chunks::{Chunk, Kind};
use super::finite::reports;
use super::subjects::{Draft, governed, is_verb};
use crate::annotate::clause::ClauseLink;
use crate::annotate::mention::{Determination, EntityKind};
use crate::annotate::token::Tag;

/// For a phrase at `place` that is the object in a relative clause without commas, what that clause says something of.
pub(super) fn relative_of(chunks: &[Chunk], layers: &Layers, drafts: &[Draft], place: usize) -> Option<usize> {
    let verb = place.checked_sub(1)?;
    let draft = drafts.iter().rev().find(|draft| draft.at == verb)?;
    if let (ClauseLink::Relative, Some((word, noun))) = (draft.link, &draft.gap)
        && word == "that"
        && !governed(chunks, draft.from.saturating_sub(1))
    {
        // "The car she drove was stolen."
        return Some(*noun);
    }
    let wh = matches!(chunks[draft.from].kind, Kind::Wh(_)) && draft.gap.is_none();
    let comma = draft.from > 0 && matches!(chunks[draft.from - 1].kind, Kind::Comma);
    if draft.link != ClauseLink::Relative || !wh || comma || reports(layers, draft.verb) {
        return None;
    }
    draft.subjects.first().copied()
}

/// "a coin she found", "a charge the government rejects": whether the noun at `place`, right before a subject, is what
/// the clause says something of.
pub(super) fn contact(chunks: &[Chunk], layers: &Layers, place: usize) -> bool {
    let (Kind::Phrase(noun), Some(Kind::Phrase(subject))) =
        (&chunks[place].kind, chunks.get(place + 1).map(|c| &c.kind))
    else {
        return false;
    };
    let (noun, subject) = (&layers.phrases[*noun], &layers.phrases[*subject]);
    let common = matches!(layers.tokens[noun.head].tag, Tag::Noun | Tag::NounPlural);
    // "In the morning the firm said": what opens the sentence belongs to the verb.
    let opens = place > 0 && !chunks[..place].iter().any(is_verb);
    let fronted = opens && (governed(chunks, place) || after_noun(chunks, place));
    common && noun.time.is_none() && !fronted && subject.determination == Determination::Definite
}

/// "After the match Ana Ruiz wept": the word before opens no clause, since no other follows behind a comma.
fn after_noun(chunks: &[Chunk], place: usize) -> bool {
    let opened = place.checked_sub(1).map(|left| &chunks[left].kind);
    let comma = chunks[place..].iter().position(|chunk| matches!(chunk.kind, Kind::Comma));
    matches!(opened, Some(Kind::Subordinator(word, _)) if matches!(word.as_str(), "after" | "before" | "since" | "until"))
        && !comma.is_some_and(|comma| chunks[place + comma..].iter().any(is_verb))
}

/// The phrase that a wh-word at `place` stands for: the nearest to its left, for "who" the nearest person, for
/// "which" what lies in a place rather than the place.
pub(super) fn antecedent(chunks: &[Chunk], layers: &Layers, place: usize) -> Option<usize> {
    if matches!(&chunks[place].kind, Kind::Wh(word) if word == "what") {
        return None;
    }
    let which = matches!(&chunks[place].kind, Kind::Wh(word) if word == "which" || word == "that");
    let person = matches!(&chunks[place].kind, Kind::Wh(word) if word == "who" || word == "whom");
    let comma = place > 0 && matches!(chunks[place - 1].kind, Kind::Comma);
    let mut nearest = None;
    for at in (0..place).rev() {
        match chunks[at].kind {
            // "Alvey, 34, who"
            Kind::Phrase(phrase) if layers.tokens[layers.phrases[phrase].head].tag == Tag::Number && at > 0 => {}
            Kind::Phrase(phrase) => {
                let mention = layers.phrases[phrase].mention.map(|mention| &layers.mentions[mention]);
                // "a flaw in Acme Mail that left": a name needs no telling apart.
                let proper = layers.tokens[layers.phrases[phrase].head].tag.is_proper();
                if !comma
                    && !person
                    && proper
                    && governed(chunks, at)
                    && at >= 2
                    && matches!(chunks[at - 2].kind, Kind::Phrase(_))
                {
                    nearest = nearest.or(Some(phrase));
                    continue;
                }
                let placed = located(chunks, at)
                    && mention.is_some_and(|m| matches!(m.kind, EntityKind::Place | EntityKind::Thing));
                if which && placed {
                    nearest = nearest.or(Some(phrase));
                    continue;
                }
                // "Acme Chemical of Japan, which owns": a country owns nothing here.
                if which
                    && comma
                    && mention.is_some_and(|m| m.kind == EntityKind::Place)
                    && let Some(owner) = named_of(chunks, layers, at)
                {
                    return Some(owner);
                }
                let human = mention.is_some_and(|m| matches!(m.kind, EntityKind::Person | EntityKind::Group));
                if !person || human {
                    return if which && comma && governed(chunks, at) {
                        nearest.or(Some(phrase))
                    } else {
                        Some(phrase)
                    };
                }
                nearest = nearest.or(Some(phrase));
                if at == 0 || !matches!(chunks[at - 1].kind, Kind::Preposition(_) | Kind::Comma) {
                    return nearest;
                }
            }
            Kind::Comma | Kind::Preposition(_) | Kind::Mark => {}
            // "It was Ana Ruiz, a baker when she is not on skis, who found him."
            _ if person => return super::clefts::person(chunks, layers, place).or(nearest),
            _ => return nearest,
        }
    }
    nearest
}

/// "Acme Chemical of Japan": the name right before "of" and the phrase at `at`.
fn named_of(chunks: &[Chunk], layers: &Layers, at: usize) -> Option<usize> {
    let of = matches!(at.checked_sub(1).map(|left| &chunks[left].kind), Some(Kind::Preposition(word)) if word.as_str() == "of");
    let Some(Kind::Phrase(phrase)) = at.checked_sub(2).filter(|_| of).map(|left| &chunks[left].kind) else {
        return None;
    };
    let proper = layers.tokens[layers.phrases[*phrase].head].tag.is_proper();
    proper.then_some(*phrase)
}

/// "the fire on Pen Road": the phrase at `at` says where the noun right before its preposition is.
pub(super) fn located(chunks: &[Chunk], at: usize) -> bool {
    let preposition = at.checked_sub(1).map(|left| &chunks[left].kind);
    matches!(preposition, Some(Kind::Preposition(word)) if matches!(word.as_str(), "in" | "on" | "at" | "near"))
        && at >= 2
        && matches!(chunks[at - 2].kind, Kind::Phrase(_))
}
