//! Claims in the story's terms: identities instead of mentions, dated, ready to be compared. They are read from claims in
//! [`super::facts`]; how alike two of their terms are is told in [`super::likeness`].

use super::context::Around;
use super::identity::Identity;
use crate::annotate::time::{TimeRelation, TimeValue};
use crate::annotate::verb::{Modality, Polarity, Tense};
use crate::extract::Status;
use crate::gazetteer::PlaceId;
use crate::source::Span;
use compact_str::CompactString;
use jiff::tz::Offset;
use std::sync::OnceLock;

/// What fills a role, in the story's terms.
#[derive(Clone, Debug, PartialEq)]
pub enum Term {
    /// A party whose identity is known.
    Party(Identity),
    /// Something described by a noun.
    Noun(Noun),
    /// Index of a quantity of the article.
    Quantity(usize),
    /// Index of a time of the article.
    Time(usize),
    /// Anything else: its words in lower case.
    Words(String),
}

/// A noun phrase that stands for no known entity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Noun {
    /// Lemma of the head.
    pub head: CompactString,
    /// Lemmas of adjectives, nouns and figures before the head, in order of the alphabet.
    pub modifiers: Vec<CompactString>,
    /// Which of the modifiers are names, those of countries and their peoples left out ("the Kohler workshop").
    pub names: Vec<CompactString>,
    /// The place that a demonym among the modifiers names ("the Dutch navy").
    pub nation: Option<PlaceId>,
    /// What follows by preposition and tells it from others ("the ban on trawling in rivers"): each preposition and the
    /// lemma of its noun. Places with a name are left to the claim's own.
    pub complements: Vec<(CompactString, CompactString)>,
    /// Whose it is.
    pub possessor: Option<Identity>,
    /// "the", a possessive or a name: something the reader can pick out.
    pub definite: bool,
    /// Not definite, but the article speaks of one such thing only.
    pub sole: bool,
    /// Whether it stands for more than one.
    pub plural: bool,
    /// "he", "they": stands for somebody, but not known whom.
    pub pronoun: bool,
}

/// A filled role.
#[derive(Clone, Debug)]
pub struct Role {
    /// The role's name.
    pub name: CompactString,
    /// What fills it.
    pub term: Term,
    /// Bytes of the words.
    pub span: Span,
}

/// When something is claimed to have been.
#[derive(Clone, Copy, Debug)]
pub struct When {
    /// The interval.
    pub value: TimeValue,
    /// How it bounds the event.
    pub relation: TimeRelation,
    /// The article's own distance from UTC.
    pub zone: Option<Offset>,
    /// The distances from UTC that clocks show where it happened and where it was filed, where those are known.
    pub local: [Option<Offset>; 2],
    /// Bytes of the phrase.
    pub span: Span,
}

/// Whose claim it is.
#[derive(Clone, Debug)]
pub struct Speaker {
    /// The speaker, where known.
    pub identity: Option<Identity>,
    /// Whether the claim stands between quotation marks.
    pub direct: bool,
}

/// A claim in the story's terms.
#[derive(Clone, Debug)]
pub struct Fact {
    /// Index of the claim.
    pub claim: usize,
    /// Index of the article.
    pub article: usize,
    /// The predicate.
    pub predicate: CompactString,
    /// The rule that found it.
    pub rule: CompactString,
    /// Bytes of the clause.
    pub span: Span,
    /// Filled roles, times left out.
    pub roles: Vec<Role>,
    /// When.
    pub when: Option<When>,
    /// Whether its words hold any phrase of time, resolved or not.
    pub dated: bool,
    /// Affirmed or denied.
    pub polarity: Polarity,
    /// In what sense.
    pub modality: Modality,
    /// Seen from the moment of writing.
    pub tense: Tense,
    /// What became of the event, where the wording says so.
    pub status: Option<Status>,
    /// Whose claim; `None` for the article's own voice.
    pub speaker: Option<Speaker>,
    /// What is named around it, once somebody asked.
    pub(super) around: OnceLock<Around>,
}

impl Fact {
    /// The terms of one role.
    pub fn terms<'a>(&'a self, role: &'a str) -> impl Iterator<Item = &'a Term> {
        self.roles.iter().filter(move |filled| filled.name == role).map(|filled| &filled.term)
    }

    /// The parties of one role.
    pub fn parties<'a>(&'a self, role: &'a str) -> impl Iterator<Item = Identity> {
        self.terms(role).filter_map(|term| match term {
            Term::Party(identity) => Some(*identity),
            _ => None,
        })
    }

    /// Whether the claim says that it is so: not planned, possible, wished or supposed.
    #[must_use]
    pub fn is_actual(&self) -> bool {
        matches!(self.modality, Modality::Actual | Modality::Unable | Modality::Refused)
    }
}
