//! Checks that a pack adds to those that follow from the logic of predicates.

use super::pattern::SlotType;
use compact_str::CompactString;

/// How two fillers of a role conflict.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relation {
    /// They have nothing in common: places neither of which contains the other, times that do not overlap.
    Disjoint,
    /// They are known to be different: entities, figures beyond rounding and bounds.
    Differs,
    /// The first figure is larger than the second.
    Exceeds,
    /// The first time lies before the second.
    Precedes,
    /// One claim is affirmed and the other denied.
    Opposite,
}

impl Relation {
    /// All of them with the names that packs use.
    pub const ALL: &'static [(&'static str, Self)] = &[
        ("disjoint", Self::Disjoint),
        ("differs", Self::Differs),
        ("exceeds", Self::Exceeds),
        ("precedes", Self::Precedes),
        ("opposite", Self::Opposite),
    ];

    /// Whether it matters which of two claims comes first.
    #[must_use]
    pub fn has_direction(self) -> bool {
        matches!(self, Self::Exceeds | Self::Precedes)
    }

    /// Whether a role of type `first` can stand in it to one of type `second`.
    #[must_use]
    pub fn fits(self, first: SlotType, second: SlotType) -> bool {
        let figure = |kind: SlotType| kind.is_quantity() || kind == SlotType::Duration;
        let time = |kind: SlotType| matches!(kind, SlotType::Time | SlotType::Duration);
        match self {
            Self::Opposite => true,
            Self::Precedes => first == SlotType::Time && second == SlotType::Time,
            Self::Exceeds => figure(first) && figure(second) && time(first) == time(second),
            Self::Disjoint | Self::Differs => {
                time(first) == time(second) && first.is_quantity() == second.is_quantity()
            }
        }
    }
}

/// A role of the first claim and one of the second.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RolePair {
    /// Of the first claim.
    pub left: CompactString,
    /// Of the second.
    pub right: CompactString,
}

/// A conflict between two roles.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    /// The roles; `polarity` on both sides for [`Relation::Opposite`].
    pub roles: RolePair,
    /// How they conflict.
    pub relation: Relation,
}

/// What makes a note of a conflict.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Softener {
    /// Each side is a speaker's claim, and the speakers differ.
    TwoSpeakers,
    /// One article was published later.
    LaterUpdate,
    /// One figure or time is approximate.
    Approximate,
    /// The times were given with different grains.
    DifferentGrain,
}

impl Softener {
    /// All of them with the names that packs use.
    pub const ALL: &'static [(&'static str, Self)] = &[
        ("two speakers", Self::TwoSpeakers),
        ("later update", Self::LaterUpdate),
        ("approximate", Self::Approximate),
        ("different grain", Self::DifferentGrain),
    ];

    /// Why it makes a note of a conflict; completes "since …".
    #[must_use]
    pub fn reason(self) -> &'static str {
        match self {
            Self::TwoSpeakers => "two speakers differ",
            Self::LaterUpdate => "one article came out later and may be an update",
            Self::Approximate => "one of the two is approximate",
            Self::DifferentGrain => "the times are given with different precision",
        }
    }
}

/// How serious a conflict is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PackSeverity {
    /// Worth a look.
    Note,
    /// They can hardly both be true.
    Warning,
    /// They cannot both be true.
    Error,
}

/// A check of a pack, names resolved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PackCheck {
    /// As `pack/check`.
    pub id: CompactString,
    /// The check it is reported as ("quantity").
    pub check: CompactString,
    /// The predicate of the first claim and of the second; often the same.
    pub compare: (CompactString, CompactString),
    /// Roles that must agree.
    pub same: Vec<RolePair>,
    /// Any of these is a conflict.
    pub conflict: Vec<Conflict>,
    /// What makes a note of it.
    pub unless: Vec<Softener>,
    /// How serious it is.
    pub severity: PackSeverity,
    /// One line with `{role}` and `{other.role}`.
    pub message: String,
    /// The law broken.
    pub why: String,
}
