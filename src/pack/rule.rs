//! Compiled rules: how text makes a claim.

use super::pattern::{Pattern, SlotType, WordSet};
use crate::annotate::clause::ClauseLink;
use crate::annotate::verb::{Modality, Polarity, Tense, Voice};
use crate::extract::Status;
use compact_str::CompactString;

/// Adjuncts that fill a role.
#[derive(Clone, Debug)]
pub struct Attachment {
    /// The role.
    pub role: CompactString,
    /// Its type in the predicate.
    pub slot_type: SlotType,
    /// The prepositions; `None` for any, or none.
    pub prepositions: Option<WordSet>,
    /// Prepositions, and "to", that are written with `…`: what the verb behind them acts on fills the role too.
    pub verbs: Vec<CompactString>,
}

/// What a rule's wording fixes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Fixed {
    /// `Negative`: the wording denies the predicate, and a negation in the clause turns that round.
    pub polarity: Option<Polarity>,
    /// In what sense it is claimed, where the clause itself is actual.
    pub modality: Option<Modality>,
    /// What became of the event.
    pub status: Option<Status>,
}

/// Conditions on the clause. Empty lists allow everything.
#[derive(Clone, Debug, Default)]
pub struct Conditions {
    /// Only this polarity.
    pub polarity: Option<Polarity>,
    /// Only these modalities.
    pub modality: Vec<Modality>,
    /// Only these tenses.
    pub tense: Vec<Tense>,
    /// Only this voice.
    pub voice: Option<Voice>,
    /// Only clauses that hang on another in these ways.
    pub link: Vec<ClauseLink>,
    /// Only inside, or only outside, quotation marks.
    pub in_quotation: Option<bool>,
    /// Only clauses with, or without, an object.
    pub object: Option<bool>,
    /// One of these must stand there.
    pub has: Vec<Guard>,
}

/// Words or a phrase pattern looked for beside a match.
#[derive(Clone, Debug)]
pub enum Guard {
    /// Words.
    Words(WordSet),
    /// A phrase pattern.
    Pattern(Pattern),
}

/// A rule, names resolved and patterns compiled.
#[derive(Clone, Debug)]
pub struct CompiledRule {
    /// As `pack/rule`.
    pub id: CompactString,
    /// The predicate it makes claims of.
    pub predicate: CompactString,
    /// Patterns in the order of the pack; the first that fits is taken.
    pub patterns: Vec<Pattern>,
    /// Patterns as they are written.
    pub sources: Vec<String>,
    /// Adjuncts that fill roles.
    pub attach: Vec<Attachment>,
    /// What the wording fixes.
    pub set: Fixed,
    /// Conditions on the clause.
    pub when: Conditions,
    /// What must not stand there.
    pub unless: Vec<Guard>,
    /// Whether `unless` and `has` look at the whole sentence.
    pub within_sentence: bool,
    /// Rules of which one must have found something in the same sentence or the one before, by id.
    pub after: Vec<CompactString>,
    /// Roles that are taken from what was found: own role, its role there.
    pub take: Vec<(CompactString, CompactString)>,
    /// 0 for a rule that waits for no other; otherwise one more than the highest level it waits for.
    pub level: usize,
}
