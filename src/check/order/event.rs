//! An event as one mention of it tells: what happened, who has a part in it, when, and in whose words.
//!
//! Which mentions are one event is for [`super::identity`], what comes before what for [`super::relation`].

use super::lexicon::Needs;
use crate::annotate::time::{TimeRelation, TimeValue};
use crate::graph::Identity;
use crate::source::Span;
use compact_str::CompactString;
use jiff::tz::Offset;

/// Somebody or something that has a part in an event.
#[allow(clippy::struct_excessive_bools)] // Four properties of a phrase, each true or not whatever the others are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::check) struct Part {
    /// Who it is, where that is known.
    pub(in crate::check) party: Option<Identity>,
    /// Whether a name or a pronoun says so; a description may have been read wrongly.
    pub(in crate::check) sure: bool,
    /// Lemma of the head noun.
    pub(in crate::check) head: CompactString,
    /// Lemmas before the head that tell it from others, in order of the alphabet.
    pub(in crate::check) modifiers: Vec<CompactString>,
    /// "the", a possessive, a name: something the reader can pick out.
    pub(in crate::check) definite: bool,
    /// Stands for more than one.
    pub(in crate::check) plural: bool,
    /// Somebody's: "its auditor".
    pub(in crate::check) owned: bool,
    /// A pronoun that was not resolved.
    pub(in crate::check) unknown: bool,
    /// Bytes of its words.
    pub(in crate::check) span: Span,
}

impl Part {
    /// "Three precincts were still to be counted": what comes then is the count of the last of them.
    pub(in crate::check) fn last(&mut self) {
        self.plural = false;
        self.modifiers = vec!["last".into()];
    }
}

/// When an event was, as its own clause says.
#[derive(Clone, Copy, Debug)]
pub(in crate::check) struct Dated {
    pub(in crate::check) value: TimeValue,
    pub(in crate::check) relation: TimeRelation,
    pub(in crate::check) zone: Option<Offset>,
    /// Bytes of the phrase.
    pub(in crate::check) span: Span,
}

/// One mention of an event.
#[derive(Clone, Debug)]
pub(in crate::check) struct Event {
    pub(in crate::check) article: usize,
    /// The token of its verb or noun: its name within the article.
    pub(in crate::check) anchor: usize,
    /// The token of the verb or noun that names it: the anchor, but for the second of two parties of one verb.
    pub(in crate::check) word: usize,
    /// The class of its verb.
    pub(in crate::check) class: CompactString,
    pub(in crate::check) needs: Needs,
    pub(in crate::check) agents: Vec<Part>,
    pub(in crate::check) themes: Vec<Part>,
    pub(in crate::check) others: Vec<Part>,
    /// Classes of verbs in its infinitives ("the order to leave").
    pub(in crate::check) contents: Vec<CompactString>,
    /// "second", "another", "last": what tells it from others of its kind.
    pub(in crate::check) marks: Vec<CompactString>,
    pub(in crate::check) dated: Option<Dated>,
    /// Bytes of its clause or noun phrase.
    pub(in crate::check) span: Span,
    /// Whether a noun names it.
    pub(in crate::check) noun: bool,
    /// Whether the noun is indefinite.
    pub(in crate::check) indefinite: bool,
    /// Whether somebody is quoted for it, indirectly.
    pub(in crate::check) reported: bool,
    /// Which speaker, where known.
    pub(in crate::check) speaker: Option<Identity>,
}
