//! What was read in a passage: who and what it names, in which roles, and when it says that it was.
//!
//! A report carries it for the formats that draw the neighbourhood of a conflict. It is copied out of the knowledge graph
//! by the pipeline, in names, so that formats know nothing of graphs.

use std::collections::BTreeMap;

/// The readings of a report's passages, by index of the document, first byte and end.
pub type Readings = BTreeMap<(usize, usize, usize), Reading>;

/// What was read in one passage.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// The predicate and how it is meant ("meet, denied", "resign, planned"); what sort of passage it is ("quotation")
    /// where no rule made a claim of it.
    pub says: String,
    /// Who and what fills its roles.
    pub parties: Vec<Party>,
    /// When it says that it was, where it does.
    pub when: Option<Moment>,
}

/// Somebody or something that a passage names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Party {
    /// Tells parties of one name apart and is the same in every passage.
    pub id: String,
    /// The fullest name that any article gives.
    pub name: String,
    /// The role in the passage: "agent", "place", "says".
    pub role: String,
    /// "person", "group", "body", "place" or "thing".
    pub kind: &'static str,
    /// What a place lies in, nearest first.
    pub within: Vec<String>,
}

/// When a passage says that something was: civil time of the article, half-open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moment {
    /// The words.
    pub text: String,
    /// The first moment, `2026-03-03T18:00:00`; `None` where it is open.
    pub from: Option<jiff::civil::DateTime>,
    /// The first moment after it.
    pub to: Option<jiff::civil::DateTime>,
    /// "before", "after", "since", "until"; empty for a time within the interval.
    pub relation: &'static str,
}
