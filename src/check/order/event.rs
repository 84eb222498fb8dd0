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
pub(super) struct Part {
    /// Who it is, where that is known.
    pub(super) party: Option<Identity>,
    /// Whether a name or a pronoun says so; a description may have been read wrongly.
    pub(super) sure: bool,
    /// Lemma of the head noun.
    pub(super) head: CompactString,
    /// Lemmas before the head that tell it from others, in order of the alphabet.
    pub(super) modifiers: Vec<CompactString>,
    /// "the", a possessive, a name: something the reader can pick out.
    pub(super) definite: bool,
    /// Stands for more than one.
    pub(super) plural: bool,
    /// A pronoun that was not resolved.
    pub(super) unknown: bool,
    /// Bytes of its words.
    pub(super) span: Span,
}

impl Part {
    /// "Three precincts were still to be counted": what comes then is the count of the last of them.
    pub(super) fn last(&mut self) {
        self.plural = false;
        self.modifiers = vec!["last".into()];
    }
}

/// When an event was, as its own clause says.
#[derive(Clone, Copy, Debug)]
pub(super) struct Dated {
    pub(super) value: TimeValue,
    pub(super) relation: TimeRelation,
    pub(super) zone: Option<Offset>,
}

/// One mention of an event.
#[derive(Clone, Debug)]
pub(super) struct Event {
    pub(super) article: usize,
    /// The token of its verb or noun: its name within the article.
    pub(super) anchor: usize,
    /// The token of the verb or noun that names it: the anchor, but for the second of two parties of one verb.
    pub(super) word: usize,
    /// The class of its verb.
    pub(super) class: CompactString,
    pub(super) needs: Needs,
    pub(super) agents: Vec<Part>,
    pub(super) themes: Vec<Part>,
    pub(super) others: Vec<Part>,
    /// Classes of verbs in its infinitives ("the order to leave").
    pub(super) contents: Vec<CompactString>,
    /// "second", "another", "last": what tells it from others of its kind.
    pub(super) marks: Vec<CompactString>,
    pub(super) dated: Option<Dated>,
    /// Bytes of its clause or noun phrase.
    pub(super) span: Span,
    /// Whether a noun names it.
    pub(super) noun: bool,
    /// Whether the noun is indefinite.
    pub(super) indefinite: bool,
    /// Whether somebody is quoted for it, indirectly.
    pub(super) reported: bool,
    /// Which speaker, where known.
    pub(super) speaker: Option<Identity>,
}
