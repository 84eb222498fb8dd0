//! How alike two things that claims are about are: people and bodies by identity, places by containment, nouns by their
//! words.

use super::fact::Noun;
use super::identity::{Identities, Identity};
use super::nouns::{both_tell_where, classes, contrast};
use crate::annotate::lexicon;
use crate::annotate::mention::EntityKind;
use crate::hash::Map;
use std::sync::LazyLock;

/// How two fillers of a role lie to one another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Likeness {
    /// Known to be one.
    Same,
    /// Known to be two.
    Different,
    /// Neither is known.
    Unknown,
}

/// Compares two parties: identity, membership, containment of places.
#[must_use]
pub fn compare_parties(identities: &Identities, a: Identity, b: Identity) -> Likeness {
    if a == b {
        return Likeness::Same;
    }
    let (one, two) = (identities.party(a), identities.party(b));
    if one.group.contains(&b) || two.group.contains(&a) {
        return Likeness::Same;
    }
    match (one.kind, two.kind) {
        (EntityKind::Person, EntityKind::Person) => Likeness::Different,
        (EntityKind::Place, EntityKind::Place) => match (one.place, two.place) {
            (Some(x), Some(y)) => places(x, y),
            _ => Likeness::Unknown,
        },
        (EntityKind::Body | EntityKind::Thing, EntityKind::Body | EntityKind::Thing) => {
            // "Acme Centre", "the Malibu Acme Centre": one may be the other's short name.
            let inside = |long: &str, short: &str| long.ends_with(short) || long.starts_with(short);
            let shared = inside(&one.name, &two.name) || inside(&two.name, &one.name);
            if shared || one.kind != two.kind { Likeness::Unknown } else { Likeness::Different }
        }
        (EntityKind::Group, EntityKind::Group) if !one.group.is_empty() && !two.group.is_empty() => {
            let shared = one.group.iter().any(|member| two.group.contains(member));
            if shared { Likeness::Unknown } else { Likeness::Different }
        }
        _ => Likeness::Unknown,
    }
}

fn places(x: crate::gazetteer::PlaceId, y: crate::gazetteer::PlaceId) -> Likeness {
    let gazetteer = crate::gazetteer::Gazetteer::global();
    if gazetteer.contains(x, y) || gazetteer.contains(y, x) {
        Likeness::Same
    } else if gazetteer.disjoint(x, y) {
        Likeness::Different
    } else {
        Likeness::Unknown
    }
}

/// What tells one of several from the others.
const ORDINAL: &[&str] = &[
    "first", "second", "third", "fourth", "fifth", "last", "final", "previous", "earlier", "original", "initial",
    "new", "later", "next", "another", "other", "former", "old", "revised", "improved",
];

/// Compares two nouns: the same head, and nothing before it that tells them apart.
#[must_use]
pub fn compare_nouns(a: &Noun, b: &Noun) -> Likeness {
    if a.pronoun || b.pronoun {
        return Likeness::Unknown;
    }
    // "The Kohler workshop" is not "the Brandt firm".
    let named = |noun: &Noun| noun.definite && !noun.names.is_empty() && lexicon::body_noun(&noun.head);
    if named(a) && named(b) && !a.names.iter().any(|name| b.names.contains(name)) {
        return Likeness::Different;
    }
    if a.head != b.head && !synonyms(&a.head, &b.head) {
        return Likeness::Unknown;
    }
    // "The Dutch navy" is not "the German navy".
    if let (Some(one), Some(two)) = (a.nation, b.nation)
        && a.definite
        && b.definite
        && places(one, two) == Likeness::Different
    {
        return Likeness::Different;
    }
    if a.possessor.is_some() && b.possessor.is_some() && a.possessor != b.possessor {
        return Likeness::Different;
    }
    // "The first offer" is not "the offer".
    let ordinal = |noun: &Noun| noun.modifiers.iter().find(|word| ORDINAL.contains(&word.as_str())).cloned();
    if ordinal(a) != ordinal(b) {
        return Likeness::Unknown;
    }
    if contrast(a, b) {
        return Likeness::Different;
    }
    // "The ban on trawling" is not "the ban on whaling".
    for ((x, one), (y, two)) in a.complements.iter().zip(&b.complements) {
        if x != y && !both_tell_where(x, y) {
            break;
        }
        if one != two && !synonyms(one, two) {
            return Likeness::Unknown;
        }
    }
    let inside = |x: &Noun, y: &Noun| x.modifiers.iter().all(|word| y.modifiers.contains(word));
    if inside(a, b) || inside(b, a) { Likeness::Same } else { Likeness::Unknown }
}

/// The class of each noun that papers exchange for others.
static CLASSES: LazyLock<Map<&'static str, Vec<usize>>> =
    LazyLock::new(|| classes(include_str!("../../rules/english/synonyms.csv")));

/// Whether papers use two nouns for one thing ("accord", "deal"); lemmas.
#[must_use]
pub fn synonyms(a: &str, b: &str) -> bool {
    synonym_among(a, std::iter::once(b))
}

/// Whether papers use a noun for one thing with any of the others; lemmas.
pub(super) fn synonym_among<'w>(noun: &str, mut others: impl Iterator<Item = &'w str>) -> bool {
    let Some(own) = CLASSES.get(noun) else { return false };
    others.any(|other| CLASSES.get(other).is_some_and(|classes| own.iter().any(|class| classes.contains(class))))
}
