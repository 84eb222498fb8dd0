//! The pattern language: what a rule's `match` says, parsed and checked.
//!
//! A pattern with a verb group in angle brackets is matched against clauses ([`ClausePattern`]); one without
//! is matched along the words of a sentence ([`PhrasePattern`]). Neither holds anything of an article.

mod clause;
mod grammar;
mod parse;
mod phrase;
mod show;
mod slot;
mod words;

pub use clause::{Argument, ClausePattern, Part, VerbAlternative};
pub(crate) use grammar::is_function_word;
pub(crate) use phrase::is_frequent;
pub use phrase::{Instruction, PhrasePattern};
pub use slot::{Slot, SlotForm, SlotType};
pub(crate) use words::Marks;
pub use words::WordSet;

pub(crate) use parse::{ItemKind, ParseError, Scope, parse};

/// A compiled pattern.
#[derive(Clone, Debug)]
pub enum Pattern {
    /// Matched against clauses.
    Clause(ClausePattern),
    /// Matched along the words of a sentence.
    Phrase(PhrasePattern),
}

impl Pattern {
    /// Parses and compiles `text`, with the word lists of `scope`.
    ///
    /// # Errors
    /// Every problem of the pattern that could be found, each at a byte of `text`.
    pub(crate) fn compile(text: &str, scope: &Scope<'_>) -> Result<Self, Vec<ParseError>> {
        let items = parse(text, scope)?;
        if items.iter().any(|item| matches!(item.kind, ItemKind::Verb(_))) {
            clause::compile(items).map(Self::Clause)
        } else {
            phrase::compile(items).map(Self::Phrase)
        }
    }

    /// Every slot, in the order of the pattern.
    #[must_use]
    pub fn slots(&self) -> Vec<&Slot> {
        match self {
            Self::Clause(pattern) => pattern.slots(),
            Self::Phrase(pattern) => pattern.slots.iter().collect(),
        }
    }
}
