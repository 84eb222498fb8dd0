//! One look back from a finite verb to where its subject stands.
//!
//! It never goes past a semicolon or a quotation mark that is not the verb's own; parentheses between commas, measures
//! and phrases by preposition are stepped over.

use super::Layers;
use super::chunks::{Chunk, Kind};
use super::relatives::relative_of;
use super::subjects::{Draft, governed, is_time, is_verb};
use crate::annotate::verb::VerbForm;

/// What the look back from a finite verb came to.
pub(super) enum Left {
    /// The place of the subject phrase nearest the verb.
    Phrase(usize),
    /// The noun that a relative clause without commas says something of ("A strike that would have … was called off").
    Antecedent(usize),
    /// A coordinator: the subject is the previous clause's.
    Shared { comma: bool },
    /// The place of a wh-word.
    Wh(usize),
    /// Nothing.
    None,
}

/// The look back from a finite verb at `at`.
pub(super) fn look_left(chunks: &[Chunk], layers: &Layers, drafts: &[Draft], at: usize) -> Left {
    let own = chunks[at].quote;
    // "said the firm “encourages everybody to leave”": the words in marks begin with the verb.
    if own.is_some()
        && at >= 2
        && matches!((&chunks[at - 1].kind, &chunks[at - 2].kind), (Kind::Mark, Kind::Phrase(_)))
        && chunks[at - 2].quote != own
    {
        return Left::Phrase(at - 2);
    }
    let mut place = at;
    let mut comma = false;
    while place > 0 {
        place -= 1;
        let chunk = &chunks[place];
        if chunk.quote != own && !matches!(chunk.kind, Kind::Phrase(_)) {
            return Left::None;
        }
        match &chunk.kind {
            Kind::Phrase(_) if governed(chunks, place) => place -= 1,
            Kind::Phrase(_) if is_time(chunks, layers, place) && place > 0 => {}
            // "Ana Ruiz herself"
            Kind::Phrase(phrase)
                if place > 0 && is_reflexive(layers, *phrase) && matches!(chunks[place - 1].kind, Kind::Phrase(_)) => {}
            // "A craft the size of a shed": a measure of the noun before it.
            Kind::Phrase(phrase)
                if place > 0 && is_measure(layers, *phrase) && matches!(chunks[place - 1].kind, Kind::Phrase(_)) => {}
            // "who had flown in to address it spoke": the object of a verb that is not finite.
            Kind::Phrase(_) if open_object(chunks, layers, place) => place -= 1,
            // "A man accused of killing two women was freed", "the vote on closing the pool was put off".
            Kind::Phrase(_) if governed_object(chunks, layers, place) => place -= 2,
            Kind::Phrase(_) => match modified(chunks, layers, place) {
                Some(verb) => place = verb,
                None => {
                    return relative_of(chunks, layers, drafts, place).map_or(Left::Phrase(place), Left::Antecedent);
                }
            },
            Kind::Comma => match opening(chunks, layers, place) {
                Some(before) => {
                    comma = true;
                    place = before;
                }
                None if place + 1 == at && joined_verb_follows(chunks, at) => return Left::Shared { comma },
                None => return Left::None,
            },
            Kind::Coordinator(_) => {
                let comma = comma || place > 0 && matches!(chunks[place - 1].kind, Kind::Comma);
                return Left::Shared { comma };
            }
            Kind::Wh(_) => return Left::Wh(place),
            Kind::Verb(group) if modifies(chunks, layers, place, *group) => {}
            Kind::Verb(_) => {
                return relative_of(chunks, layers, drafts, place + 1).map_or(Left::None, Left::Antecedent);
            }
            Kind::Subordinator(..) | Kind::Stop | Kind::Mark => return Left::None,
            Kind::Word(_) | Kind::Adjective(_) | Kind::Preposition(_) => {}
        }
    }
    Left::None
}

/// "…, thanked the crew and left": verbs in a row of which the one at `at` is not the last.
pub(super) fn joined_verb_follows(chunks: &[Chunk], at: usize) -> bool {
    let rest = chunks[at + 1..].iter().take(12);
    let mut joined =
        rest.skip_while(|chunk| matches!(chunk.kind, Kind::Phrase(_) | Kind::Preposition(_) | Kind::Comma));
    let coordinator = matches!(joined.next().map(|chunk| &chunk.kind), Some(Kind::Coordinator(_)));
    coordinator && joined.find(|chunk| !matches!(chunk.kind, Kind::Word(_))).is_some_and(is_verb)
}

pub(super) fn is_reflexive(layers: &Layers, phrase: usize) -> bool {
    let noun = &layers.phrases[phrase];
    let head = layers.tokens[noun.head].lower.as_str();
    noun.tokens.len() == 1 && (head.ends_with("self") || head.ends_with("selves"))
}

pub(super) fn is_measure(layers: &Layers, phrase: usize) -> bool {
    let head = layers.tokens[layers.phrases[phrase].head].lemma.as_str();
    matches!(head, "size" | "height" | "length" | "width" | "weight" | "age" | "shape" | "colour" | "color")
}

/// Whether the verb at `place` says something of the noun before it ("a strike held in Leeds", "a plan to close it").
pub(super) fn modifies(chunks: &[Chunk], layers: &Layers, place: usize, group: usize) -> bool {
    layers.groups[group].form != VerbForm::Finite && place > 0 && matches!(chunks[place - 1].kind, Kind::Phrase(_))
}

/// For the object of a verb that says something of an earlier noun ("a car matching the description"), the place of
/// that verb: the noun is the subject of what follows, not the object.
pub(super) fn modified(chunks: &[Chunk], layers: &Layers, place: usize) -> Option<usize> {
    let verb = place.checked_sub(1)?;
    match chunks[verb].kind {
        Kind::Verb(group) if modifies(chunks, layers, verb, group) => Some(verb),
        _ => None,
    }
}

/// Whether the phrase at `place` is the object of an infinitive that hangs on the verb right before it.
fn open_object(chunks: &[Chunk], layers: &Layers, place: usize) -> bool {
    let Some(verb) = place.checked_sub(1) else { return false };
    let governor = chunks[..verb].iter().rev().take(3).find(|chunk| !matches!(chunk.kind, Kind::Word(_)));
    matches!(chunks[verb].kind, Kind::Verb(group) if layers.groups[group].form == VerbForm::Infinitive)
        && governor.is_some_and(is_verb)
}

/// Whether the phrase at `place` is the object of a verb in "-ing" that a preposition hangs on a noun, or on a
/// participle that says something of one.
fn governed_object(chunks: &[Chunk], layers: &Layers, place: usize) -> bool {
    let [.., noun, preposition, verb] = &chunks[..place] else { return false };
    let gerund = matches!(verb.kind, Kind::Verb(group) if layers.groups[group].form == VerbForm::Gerund);
    let hangs = match noun.kind {
        Kind::Phrase(phrase) => layers.phrases[phrase].time.is_none(),
        Kind::Verb(group) => modifies(chunks, layers, place - 3, group),
        _ => false,
    };
    gerund && matches!(preposition.kind, Kind::Preposition(_)) && hangs
}

/// For the comma that closes a parenthesis, the place of the comma that opens it.
///
/// A parenthesis is an age, an apposition, a relative or participle clause, or a phrase by preposition.
pub(super) fn opening(chunks: &[Chunk], layers: &Layers, close: usize) -> Option<usize> {
    let mut place = close;
    let mut before = None;
    while place > 0 {
        place -= 1;
        match &chunks[place].kind {
            Kind::Comma if place + 1 == close => {}
            Kind::Comma => {
                let parenthesis = match &chunks[place + 1].kind {
                    Kind::Wh(_) | Kind::Preposition(_) => true,
                    Kind::Verb(group) => layers.groups[*group].form != VerbForm::Finite,
                    Kind::Phrase(_) | Kind::Word(_) | Kind::Adjective(_) => {
                        !chunks[place + 1..close].iter().any(|chunk| {
                            matches!(chunk.kind, Kind::Verb(group) if layers.groups[group].form == VerbForm::Finite)
                        }) || chunks[place + 1..close].iter().any(|chunk| matches!(chunk.kind, Kind::Wh(_)))
                    }
                    _ => false,
                };
                // ", which opened on Thursday, 9 October, drew crowds": the date is a part of what the commas hold.
                let date = place + 2 == close && is_time(chunks, layers, place + 1);
                if parenthesis && place > 0 && matches!(chunks[place - 1].kind, Kind::Phrase(_)) {
                    before = Some(place);
                    if date && place > 1 && governed(chunks, place - 1) {
                        continue;
                    }
                    // "Ruiz, 47, who …, left": step over every parenthesis down to the name.
                    if !goes_on_left(chunks, layers, place) {
                        return before;
                    }
                } else if before.is_some() {
                    return before;
                } else if !parenthesis {
                    return None;
                }
            }
            Kind::Stop | Kind::Mark => return before,
            _ => {}
        }
    }
    before
}

/// Whether the phrase before the comma at `place` is itself a parenthesis: an age, or in apposition to what is left
/// of its own comma.
pub(super) fn goes_on_left(chunks: &[Chunk], layers: &Layers, place: usize) -> bool {
    let (Some(comma), Some(head)) = (place.checked_sub(2), place.checked_sub(3)) else { return false };
    let (Kind::Phrase(inner), Kind::Phrase(left)) = (&chunks[place - 1].kind, &chunks[head].kind) else { return false };
    let number = layers.tokens[layers.phrases[*inner].head].tag == crate::annotate::token::Tag::Number;
    matches!(chunks[comma].kind, Kind::Comma) && (number || layers.phrases[*left].apposition == Some(*inner))
}
