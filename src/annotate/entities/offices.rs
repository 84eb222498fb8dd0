//! Offices, occupations and ages, learned where the article introduces somebody.
//!
//! "Foreign Secretary Ana Ruiz", "Ana Ruiz, 54, the foreign secretary,", "Peru's foreign minister, Ana Ruiz,",
//! "Ana Ruiz is the foreign secretary": each gives an [`Office`] that later descriptions are resolved by.

use super::Input;
use crate::annotate::lexicon;
use crate::annotate::mention::{Determination, Entity, EntityId, EntityKind, NounPhrase, Office};
use crate::annotate::names::Guess;
use crate::annotate::phrases;
use crate::annotate::quantity::Unit;
use crate::annotate::token::{Tag, Token};
use crate::annotate::verb::{VerbForm, VerbGroup};
use crate::gazetteer::Gazetteer;
use crate::source::Span;
use compact_str::CompactString;
use std::ops::Range;

/// An office read off a range of tokens.
pub(super) fn office_in(input: &Input, range: Range<usize>, of: Option<String>) -> Option<Office> {
    let mut at = range.start;
    let mut standing = None;
    while at < range.end {
        let rest = &input.tokens[at..range.end];
        // "Deputy mayor": no deputy of a parliament.
        let standing_first = || {
            lexicon::standing(&rest[0].lower).is_some_and(|word| word.standing.is_some())
                && rest.get(1).is_some_and(|next| !next.capital || rest[0].capital)
                && lexicon::office_at(&rest[1..]).is_some()
        };
        let office = lexicon::office_at(rest).filter(|(length, _)| *length > 1 || !standing_first());
        if let Some((length, office)) = office {
            let span = rest[0].span.join(rest[length - 1].span);
            let named = || {
                let first = input.names.partition_point(|name| name.core.start < range.start);
                let name = input.names.get(first).filter(|name| name.core.len() > 1 && name.core.end == at)?;
                Some(slice(input, &name.core))
            };
            let nation = named().or_else(|| nationality(&input.tokens[range.start..at]));
            return Some(Office { title: office.canonical.into(), of: of.or(nation), standing, span, inferred: false });
        }
        if let Some(word) = lexicon::standing(&rest[0].lower).filter(|word| word.standing.is_some()) {
            standing = Some(CompactString::from(word.canonical));
        }
        at += 1;
    }
    None
}

/// "the Norwegian minister": of Norway; "the Labour candidate": of Labour.
fn nationality(tokens: &[Token]) -> Option<String> {
    country(tokens).or_else(|| {
        let mut capitals =
            tokens.iter().enumerate().filter(|(at, token)| token.capital && (*at > 0 || token.lower != "the"));
        capitals.find(|(_, token)| lexicon::standing(&token.lower).is_none()).map(|(_, token)| token.lower.to_string())
    })
}

/// The country that the first adjective of one means.
fn country(tokens: &[Token]) -> Option<String> {
    let gazetteer = Gazetteer::global();
    let mut capitals = tokens.iter().filter(|token| token.capital);
    capitals.find_map(|token| gazetteer.demonym(&token.written())).map(|place| gazetteer.name(place))
}

/// Ties phrases in apposition: "A, B," with one a name of a person or body and the other a description of one.
pub(super) fn appositions(input: &Input, phrases: &mut [(NounPhrase, Option<usize>)]) {
    for index in 0..phrases.len() {
        let (left, right) = phrases.split_at_mut(index + 1);
        let phrase = &mut left[index].0;
        let Some(next) = after_comma(input, phrase, right.iter().map(|(next, _)| next)) else { continue };
        let other = &right[next].0;
        let named = |phrase: &NounPhrase| phrases::head_name(input.names, &phrase.tokens, phrase.head).is_some();
        let described = |phrase: &NounPhrase| {
            phrase.determination != Determination::Negative && describes(input, phrase) && !named(phrase)
        };
        let apposed = named(phrase) && described(other) || described(phrase) && named(other);
        if apposed && !opens_sentence(input, phrase, other) && !somewhere(input, phrase, other) {
            phrase.apposition = Some(index + 1 + next);
        }
    }
}

/// "There was no fair in Mirfield, its organiser said": nobody is a place that something is in.
fn somewhere(input: &Input, phrase: &NounPhrase, next: &NounPhrase) -> bool {
    let person = !lexicon::body_noun(&input.tokens[next.head].lemma);
    let name = phrases::head_name(input.names, &phrase.tokens, phrase.head);
    let place = name.is_some_and(|name| matches!(input.names[name].guess, Guess::Place(_) | Guess::Unknown));
    let before = phrase.tokens.start.checked_sub(1).map(|at| input.tokens[at].lower.as_str());
    let within = matches!(before, Some("in" | "at" | "near" | "off" | "around" | "outside"));
    // "There was no Lantern Fair in Mirfield, its organiser said."
    let none = phrase.determination == Determination::Negative;
    person && (none || place && within)
}

/// "After telling the police, Acme closed the works": whether a phrase is the object of what a sentence opens with, and
/// `next` the subject of its verb.
fn opens_sentence(input: &Input, phrase: &NounPhrase, next: &NounPhrase) -> bool {
    let at = input.groups.partition_point(|group| group.tokens.end < phrase.tokens.start);
    let governs = |group: &&VerbGroup| group.tokens.end == phrase.tokens.start && group.form != VerbForm::Finite;
    let Some(group) = input.groups.get(at).filter(governs) else { return false };
    let sentence = input.sentences.partition_point(|sentence| sentence.tokens.end <= group.tokens.start);
    let first = input.sentences.get(sentence).is_some_and(|sentence| group.tokens.start <= sentence.tokens.start + 1);
    let verb = input.groups.get(at + 1);
    first && verb.is_some_and(|verb| verb.tokens.start == next.tokens.end && verb.form == VerbForm::Finite)
}

/// Whether a phrase is headed by an office, an occupation, a word of kin, a word for a body or an inhabitant's name.
fn describes(input: &Input, phrase: &NounPhrase) -> bool {
    let tokens = &input.tokens[phrase.tokens.clone()];
    let head = &input.tokens[phrase.head];
    lexicon::body_noun(&head.lemma)
        || lexicon::person_noun(&head.lemma)
        || tokens.len() > 1 && head.capital && Gazetteer::global().demonym(&head.written()).is_some()
        || (0..tokens.len()).any(|at| lexicon::office_at(&tokens[at..]).is_some())
}

/// The first phrase behind a comma behind `phrase` and its complement ("the chairman of Acme, Ana Ruiz"), an age
/// between commas stepped over. Gives its place among `rest`.
fn after_comma<'a>(input: &Input, phrase: &NounPhrase, rest: impl Iterator<Item = &'a NounPhrase>) -> Option<usize> {
    let mut end = phrase.tokens.end;
    let mut comma = false;
    for (place, next) in rest.take(8).enumerate() {
        if next.tokens.end <= phrase.tokens.end {
            continue;
        }
        let between = &input.tokens[end.min(next.tokens.start)..next.tokens.start];
        let words: Vec<&str> = between.iter().map(|token| token.lower.as_str()).collect();
        match words.as_slice() {
            [","] => {
                let number = input.tokens[next.head].tag == Tag::Number;
                if !number {
                    return Some(place);
                }
                comma = true;
            }
            ["of" | "at" | "for" | "in"] if !comma => {}
            [] if next.tokens.start < end => {}
            _ => return None,
        }
        end = end.max(next.tokens.end);
    }
    None
}

/// Adds offices and ages to the entities they are said of.
pub(super) fn learn(
    input: &Input,
    phrases: &[(NounPhrase, Option<usize>)],
    of_name: &[Option<EntityId>],
    entities: &mut [Entity],
) {
    for (index, name) in input.names.iter().enumerate() {
        let Some(id) = of_name[index] else { continue };
        if let Some(range) = &name.office {
            let of = name.of.as_ref().map(|of| country(&input.tokens[of.clone()]).unwrap_or_else(|| slice(input, of)));
            if let Some(office) =
                office_in(input, range.start.saturating_sub(usize::from(standing_before(input, range)))..range.end, of)
            {
                add(&mut entities[id.0 as usize], office);
            }
        }
        if entities[id.0 as usize].kind == EntityKind::Person && entities[id.0 as usize].age.is_none() {
            entities[id.0 as usize].age = age(input, name.core.end);
        }
    }
    let entity_of = |phrase: &NounPhrase| {
        phrases::head_name(input.names, &phrase.tokens, phrase.head).and_then(|name| of_name[name])
    };
    for (index, (phrase, _)) in phrases.iter().enumerate() {
        // "union leader Ana Ruiz": the office stands in front, in lower case.
        if let Some(id) = entity_of(phrase) {
            prefix(input, phrases, index, id, entities);
        }
        let pairs = phrase.apposition.map(|other| (index, other)).into_iter().chain(copula(input, phrases, index));
        for (a, b) in pairs {
            let (named, described) = match (entity_of(&phrases[a].0), entity_of(&phrases[b].0)) {
                (Some(id), None) => (id, b),
                (None, Some(id)) => (id, a),
                _ => continue,
            };
            if entities[named.0 as usize].kind != EntityKind::Person {
                continue;
            }
            let description = &phrases[described].0;
            let of = owner(input, phrases, described);
            if let Some(office) = office_in(input, description.tokens.clone(), of) {
                add(&mut entities[named.0 as usize], office);
            }
        }
    }
}

fn standing_before(input: &Input, range: &Range<usize>) -> bool {
    range.start > 0 && lexicon::standing(&input.tokens[range.start - 1].lower).is_some()
}

fn prefix(input: &Input, phrases: &[(NounPhrase, Option<usize>)], index: usize, id: EntityId, entities: &mut [Entity]) {
    let phrase = &phrases[index].0;
    let Some(name) = phrases::head_name(input.names, &phrase.tokens, phrase.head) else { return };
    let start = input.names[name].tokens().start;
    if start > phrase.tokens.start && entities[id.0 as usize].kind == EntityKind::Person {
        let of = owner(input, phrases, index);
        if let Some(office) = office_in(input, phrase.tokens.start..start, of) {
            add(&mut entities[id.0 as usize], office);
        }
    }
}

fn slice(input: &Input, range: &Range<usize>) -> String {
    let span = input.tokens[range.start].span.join(input.tokens[range.end - 1].span);
    span.of(&input.document.text).to_owned()
}

/// Whose the office is: the possessor ("Peru's foreign minister") or what follows "of" ("chief executive of Acme").
fn owner(input: &Input, phrases: &[(NounPhrase, Option<usize>)], index: usize) -> Option<String> {
    if let Some(inner) = phrases[index].1 {
        return Some(phrases[inner].0.span.of(&input.document.text).trim_start_matches("the ").to_owned());
    }
    let end = phrases[index].0.tokens.end;
    let of = input.tokens.get(end).filter(|token| matches!(token.lower.as_str(), "of" | "at" | "for"))?;
    let next = phrases[index + 1..].iter().take(4).find(|(next, _)| next.tokens.start == end + 1)?;
    let _ = of;
    Some(next.0.span.of(&input.document.text).trim_start_matches("the ").to_owned())
}

/// "Ana Ruiz is the mayor", "Ana Ruiz, who has served as mayor since 2021": held now, so not "was".
fn copula(input: &Input, phrases: &[(NounPhrase, Option<usize>)], index: usize) -> Option<(usize, usize)> {
    // "Ana Ruiz, the treasurer, has been …": the apposition is stepped over.
    let last = phrases[index].0.apposition.unwrap_or(index);
    let end = phrases[last].0.tokens.end;
    let rest = input.tokens.get(end..(end + 9).min(input.tokens.len()))?;
    let skip = rest.iter().take_while(|token| matches!(token.lower.as_str(), "," | "who")).count();
    let words: Vec<&str> = rest[skip..].iter().map(|token| token.lower.as_str()).collect();
    let length = match words.as_slice() {
        ["has", "been" | "served" | "worked" | "continued", "as", ..] => 3,
        ["has", "been", ..] | ["serves" | "continues" | "works", "as", ..] => 2,
        ["is", ..] => 1,
        _ => return None,
    };
    let start = end + skip + length;
    let next = last + 1 + phrases[last + 1..].iter().take(4).position(|(next, _)| next.tokens.start == start)?;
    Some((index, next))
}

fn add(entity: &mut Entity, office: Office) {
    let known = entity.offices.iter().any(|known| {
        known.title == office.title && known.standing == office.standing && (known.of.is_some() || office.of.is_none())
    });
    if !known {
        entity.offices.push(office);
    }
}

/// The age that stands between commas right after a name.
fn age(input: &Input, end: usize) -> Option<(u16, Span)> {
    let comma = input.tokens.get(end)?;
    let number = input.tokens.get(end + 1)?;
    if comma.lower != "," && comma.lower != "(" {
        return None;
    }
    let close = input.tokens.get(end + 2)?;
    if !matches!(close.lower.as_str(), "," | "." | ")" | "and" | "–" | "—") {
        return None;
    }
    let at = input.quantities.partition_point(|quantity| quantity.span.end <= number.span.start);
    let quantity = input.quantities.get(at).filter(|quantity| quantity.span.overlaps(number.span))?;
    let plausible = (1.0..=120.0).contains(&quantity.low) && quantity.low.fract() == 0.0;
    (plausible && matches!(quantity.unit, Unit::Age | Unit::Count)).then_some((quantity.low as u16, number.span))
}
