//! How alike two things that claims are about are: people and bodies by identity, places by containment. Nouns are
//! compared in [`super::nouns`].

use super::identity::{Identities, Identity};
use crate::annotate::mention::EntityKind;

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

/// How two places lie to one another: one holds the other, they lie apart, or neither is known.
pub(super) fn places(x: crate::gazetteer::PlaceId, y: crate::gazetteer::PlaceId) -> Likeness {
    let gazetteer = crate::gazetteer::Gazetteer::global();
    if gazetteer.contains(x, y) || gazetteer.contains(y, x) {
        Likeness::Same
    } else if gazetteer.disjoint(x, y) {
        Likeness::Different
    } else {
        Likeness::Unknown
    }
}
