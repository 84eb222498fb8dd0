//! Nodes and edges of the knowledge graph, and what the outside knows a node by.

use super::identity::Identity;
use crate::annotate::mention::EntityKind;
use crate::annotate::verb::{Modality, Polarity};
use crate::gazetteer::{PlaceId, PlaceKind};
use crate::source::Span;
use compact_str::CompactString;
use jiff::civil::DateTime;
use std::fmt;

/// A node, wherever it is spoken of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NodeId {
    /// An article, by its index.
    Source(usize),
    /// A claim, by its index in the story.
    Claim(usize),
    /// An occurrence, in the order of first claims.
    Occurrence(usize),
    /// A person, body, group or thing.
    Entity(Identity),
    /// A place of the gazetteer.
    Place(PlaceId),
}

impl fmt::Display for NodeId {
    /// "claim-12": unique, and a name in every format.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Source(index) => write!(f, "source-{index}"),
            Self::Claim(index) => write!(f, "claim-{index}"),
            Self::Occurrence(index) => write!(f, "occurrence-{index}"),
            Self::Entity(identity) => write!(f, "entity-{}", identity.0),
            Self::Place(place) => write!(f, "place-{}", place.0),
        }
    }
}

/// What a node stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Node {
    /// An article.
    Source {
        /// Its path.
        path: String,
        /// The outlet, where it is known.
        outlet: Option<String>,
        /// The first article that it shares its text with; its own index where it shares none.
        group: usize,
        /// Whether it is a draft.
        draft: bool,
    },
    /// What one clause of an article says.
    Claim {
        /// The article's index.
        article: usize,
        /// Its bytes in the article's text.
        span: Span,
        /// Its bytes as they are shown: in the file, or in what was unpacked.
        place: Span,
        /// Its words.
        text: String,
        /// The predicate.
        predicate: CompactString,
        /// The rule that read it.
        rule: CompactString,
        /// Affirmed or denied.
        polarity: Polarity,
        /// In what sense.
        modality: Modality,
        /// The first moment that it names, in the article's own time.
        from: Option<DateTime>,
        /// The first moment after it.
        to: Option<DateTime>,
    },
    /// What claims of one event are about.
    Occurrence {
        /// The predicate.
        predicate: CompactString,
    },
    /// A person, body, group or thing.
    Entity {
        /// Which of them.
        kind: EntityKind,
        /// Its fullest name.
        name: String,
    },
    /// A place.
    Place {
        /// Its name.
        name: String,
        /// What sort of place.
        kind: Option<PlaceKind>,
    },
}

/// How one node is tied to another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Edge {
    /// A source makes a claim.
    Asserts,
    /// A claim is of an occurrence.
    Of,
    /// Who or what fills this role of a claim.
    Role(CompactString),
    /// Whom the article gives the claim to.
    SaidBy,
    /// A place lies in a place.
    Within,
    /// Somebody belongs to a group.
    Member,
    /// Two articles share their text.
    SharesText,
    /// Two claims contradict each other; sources, where no rule made a claim of the passages.
    Conflicts {
        /// The check.
        about: &'static str,
        /// How grave it is.
        severity: &'static str,
        /// What it says.
        message: String,
    },
}

/// A contradiction to be drawn in: for each side, the article and the bytes of each passage.
#[derive(Clone, Debug)]
pub struct Disagreement<'a> {
    /// The check's name.
    pub about: &'static str,
    /// The severity's name.
    pub severity: &'static str,
    /// One line.
    pub message: &'a str,
    /// Index of the article, bytes, and the rule that read them, side by side.
    pub sides: Vec<Vec<(usize, Span, &'a str)>>,
}

/// Who stands behind an occurrence; copies of one text count once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Support {
    /// Sources that say it happened or is so.
    pub affirmed: usize,
    /// Sources that say it did not or is not.
    pub denied: usize,
    /// Sources that speak of it as planned, possible, wished or supposed.
    pub open: usize,
    /// All of them.
    pub sources: usize,
}
