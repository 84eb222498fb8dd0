//! Predicates: what can be claimed, and the logic by which two claims agree, follow or conflict.
//!
//! This is all that `check` learns from packs: names resolved, nothing of YAML.

use super::pattern::SlotType;
use crate::annotate::time::TimeRelation;
use compact_str::CompactString;
use std::collections::BTreeMap;

/// Whether a predicate happens or lasts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PredicateKind {
    /// It happens, and is over.
    #[default]
    Event,
    /// It lasts.
    State,
}

/// How long a state holds where nothing says so.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lasting {
    /// Nothing is known beyond the time named.
    #[default]
    Unknown,
    /// About the day it is reported for.
    Day,
    /// Months and years: an office, an employment.
    Year,
    /// For good: a birth, a death, who founded what.
    Always,
}

/// Where a role of a claim that follows gets its filler.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Binding {
    /// The role of the claim that follows.
    pub target: CompactString,
    /// The role of the claim made.
    pub source: CompactString,
    /// For times: how the claim that follows lies to the time of the claim made.
    pub relation: TimeRelation,
}

/// A claim that follows from another, or must have held before it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Implication {
    /// The predicate of the claim that follows.
    pub predicate: CompactString,
    /// How its roles are filled. A binding whose source is not filled is left out.
    pub bindings: Vec<Binding>,
}

/// A predicate and its logic.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Predicate {
    /// Its name, unique among all packs.
    pub id: CompactString,
    /// The pack that declares it.
    pub pack: CompactString,
    /// What it means, one line; may be empty.
    pub about: String,
    /// Whether it happens or lasts.
    pub kind: PredicateKind,
    /// Roles and their types.
    pub roles: BTreeMap<CompactString, SlotType>,
    /// Pairs of roles that may change places.
    pub symmetric: Vec<(CompactString, CompactString)>,
    /// Roles of which one occurrence has one.
    pub one: Vec<CompactString>,
    /// Roles that say which occurrence it is.
    pub key: Vec<CompactString>,
    /// Roles that tell occurrences apart wherever two claims fill them and they are not known to be one.
    pub apart: Vec<CompactString>,
    /// Figures that grow as news comes in.
    pub cumulative: Vec<CompactString>,
    /// Roles that one only can fill at a time, for the rest of the key.
    pub single_holder: Vec<CompactString>,
    /// Predicates that cannot hold of the same occurrence; declared on either side.
    pub opposite: Vec<CompactString>,
    /// What follows.
    pub implies: Vec<Implication>,
    /// What must have held before.
    pub presupposes: Vec<Implication>,
    /// Whether two places need the time to get from one to the other.
    pub travel: bool,
    /// How long it holds.
    pub lasts: Lasting,
    /// Verbs whose open claims are claims of this predicate.
    pub synonyms: Vec<CompactString>,
    /// A sentence with `{role}` in it; made of id and roles where the pack gives none.
    pub label: String,
}

impl Predicate {
    /// Whether one occurrence has one filler of `role`.
    #[must_use]
    pub fn has_one(&self, role: &str) -> bool {
        self.one.iter().any(|one| one == role)
    }

    /// Whether `role` says which occurrence it is.
    #[must_use]
    pub fn is_key(&self, role: &str) -> bool {
        self.key.iter().any(|key| key == role)
    }

    /// The role that may change places with `role`.
    #[must_use]
    pub fn mirrored(&self, role: &str) -> Option<&CompactString> {
        self.symmetric.iter().find_map(|(a, b)| {
            if a == role {
                Some(b)
            } else if b == role {
                Some(a)
            } else {
                None
            }
        })
    }
}
