//! Verb groups: auxiliaries, negation, embedding verbs and the main verb, read as one.

use crate::source::Span;
use compact_str::CompactString;
use std::ops::Range;

/// Whether something is affirmed or denied.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Polarity {
    /// Affirmed.
    #[default]
    Positive,
    /// Denied.
    Negative,
}

impl Polarity {
    /// The other one.
    #[must_use]
    pub fn reversed(self) -> Self {
        match self {
            Self::Positive => Self::Negative,
            Self::Negative => Self::Positive,
        }
    }
}

/// In what sense something is said to be so.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Modality {
    /// It happened, happens, or is so.
    #[default]
    Actual,
    /// It is arranged or announced: "will", "is due to", "is to".
    Planned,
    /// Somebody wants it: "hopes to", "intends to".
    Intended,
    /// It may be: "may", "could", "is likely to".
    Possible,
    /// It could not be done: "was unable to", "failed to".
    Unable,
    /// Somebody would not: "refused to", "declined to".
    Refused,
    /// Conditional, question, counterfactual: nothing is asserted.
    Hypothetical,
}

/// When, seen from the moment of writing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Tense {
    /// "met", "had met", "was meeting"
    Past,
    /// "meets", "has met", "is meeting"
    Present,
    /// "will meet", "is to meet", "would meet" in reported speech
    Future,
    /// Participles and infinitives.
    Untensed,
}

/// Who does what to whom.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Voice {
    /// The subject acts.
    Active,
    /// The subject is acted upon.
    Passive,
}

/// The shape of the group.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum VerbForm {
    /// Has a tense and a subject of its own.
    Finite,
    /// "to meet"
    Infinitive,
    /// "meeting", "having met"
    Gerund,
    /// "met by", "accused of"
    Participle,
}

/// A verb group: "has not been able to schedule" is one group of the lemma `schedule`, negative, unable.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VerbGroup {
    /// Bytes of the document's text, first auxiliary to main verb and particle.
    pub span: Span,
    /// Indices into the article's tokens, half-open.
    pub tokens: Range<usize>,
    /// Index of the main verb's token.
    pub main: usize,
    /// The main verb's lemma, with its particle: "meet", "call off".
    pub lemma: CompactString,
    /// Affirmed or denied, implicatives such as "failed to" included.
    pub polarity: Polarity,
    /// In what sense.
    pub modality: Modality,
    /// When.
    pub tense: Tense,
    /// "has/had/having …"
    pub perfect: bool,
    /// "is/was/being … -ing"
    pub progressive: bool,
    /// Who does what to whom.
    pub voice: Voice,
    /// The shape of the group.
    pub form: VerbForm,
    /// The embedding verb that decided polarity or modality ("fail", "hope", "set"), where there is one.
    pub embedding: Option<CompactString>,
}
