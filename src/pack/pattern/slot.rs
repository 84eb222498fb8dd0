//! Slots: what may fill a role, and under which conditions.

use super::WordSet;
use compact_str::CompactString;

/// What sort of thing fills a slot or a role.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SlotType {
    /// A person, or several as one.
    Person,
    /// A company, party, team, court or other body; a country that acts as one.
    Body,
    /// A person, a group or a body.
    Party,
    /// A place.
    Place,
    /// Any noun phrase that is no person, time or mere figure.
    Thing,
    /// Any noun phrase but a time.
    Any,
    /// Any figure.
    Quantity,
    /// A figure without unit, or of things counted.
    Count,
    /// A sum of money.
    Money,
    /// Hundredths or percentage points.
    Percent,
    /// Years of age.
    Age,
    /// A rank.
    Ordinal,
    /// Two figures against one another.
    Score,
    /// A figure with a physical unit.
    Measure,
    /// A length of time.
    Duration,
    /// A date, clock time or other phrase of time.
    Time,
    /// A direct quotation.
    Quote,
}

impl SlotType {
    /// All of them with the names that packs use.
    pub const ALL: &'static [(&'static str, Self)] = &[
        ("person", Self::Person),
        ("body", Self::Body),
        ("party", Self::Party),
        ("place", Self::Place),
        ("thing", Self::Thing),
        ("any", Self::Any),
        ("quantity", Self::Quantity),
        ("count", Self::Count),
        ("money", Self::Money),
        ("percent", Self::Percent),
        ("age", Self::Age),
        ("ordinal", Self::Ordinal),
        ("score", Self::Score),
        ("measure", Self::Measure),
        ("duration", Self::Duration),
        ("time", Self::Time),
        ("quote", Self::Quote),
    ];

    /// The type of this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().find(|(known, _)| *known == name).map(|(_, slot_type)| *slot_type)
    }

    /// Its name in packs.
    #[must_use]
    pub fn name(self) -> &'static str {
        Self::ALL.iter().find(|(_, slot_type)| *slot_type == self).map_or("any", |(name, _)| name)
    }

    /// Whether a figure fills it.
    #[must_use]
    pub fn is_quantity(self) -> bool {
        matches!(
            self,
            Self::Quantity
                | Self::Count
                | Self::Money
                | Self::Percent
                | Self::Age
                | Self::Ordinal
                | Self::Score
                | Self::Measure
        )
    }

    /// Whether a noun phrase fills it.
    #[must_use]
    pub fn is_phrase(self) -> bool {
        matches!(self, Self::Person | Self::Body | Self::Party | Self::Place | Self::Thing | Self::Any)
    }

    /// Whether what fills a slot of this type may fill a role of type `role`.
    #[must_use]
    pub fn fits(self, role: Self) -> bool {
        self == role
            || match role {
                Self::Any => self.is_phrase() || self.is_quantity(),
                Self::Thing => matches!(self, Self::Any | Self::Body | Self::Place),
                Self::Party => matches!(self, Self::Person | Self::Body | Self::Any),
                Self::Person | Self::Body => matches!(self, Self::Party),
                Self::Place => matches!(self, Self::Any | Self::Thing | Self::Body),
                Self::Quantity => self.is_quantity(),
                Self::Count => self == Self::Quantity,
                Self::Time => self == Self::Duration,
                _ => false,
            }
    }
}

/// What a mention must be worded as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SlotForm {
    /// By name.
    Named,
    /// By description.
    Described,
}

/// A typed place in a pattern that fills a role.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slot {
    /// The role; empty where the slot only sets a condition (`{:place}`).
    pub role: CompactString,
    /// The types allowed, one at least.
    pub types: Vec<SlotType>,
    /// Head nouns allowed, or nouns counted; any where empty.
    pub of: WordSet,
    /// Head nouns not allowed.
    pub not: WordSet,
    /// `plural` or `singular` only.
    pub plural: Option<bool>,
    /// `named` or `described` only.
    pub form: Option<SlotForm>,
}
