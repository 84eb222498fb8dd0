//! Rule packs: YAML in, compiled predicates, rules and checks out.
//!
//! ```text
//! node     YAML → a tree whose keys and values know their bytes
//! plain    the same for files of plain YAML, many times faster
//! shape    what a pack may hold: validates the tree, prints the JSON Schema
//! compile  tree → predicate, rule, check, with every name resolved
//! pattern  what `match` says, parsed
//! library  all packs of a run, and which word wakes which rule
//! testing  the examples that packs carry, run: the one part that sees articles
//! ```
//!
//! Matching is in [`crate::extract`].

pub mod attempt;
mod builtin;
mod check;
mod choice;
mod compile;
pub mod edit;
mod error;
mod library;
mod lint;
pub mod lock;
pub mod new;
mod node;
mod pattern;
mod plain;
mod predicate;
mod rule;
mod shape;
pub mod testing;
pub(crate) mod values;

pub use check::{Conflict, PackCheck, PackSeverity, Relation, RolePair, Softener};
pub use error::PackError;
pub use library::{KnownEntity, Library, PackInfo, Trigger};
pub use lint::{Lexicon, lint};
pub(crate) use pattern::Marks;
pub use pattern::{
    Argument, ClausePattern, Instruction, Part, Pattern, PhrasePattern, Slot, SlotForm, SlotType, VerbAlternative,
    WordSet,
};
pub use predicate::{Binding, Implication, Lasting, Predicate, PredicateKind};
pub use rule::{Attachment, CompiledRule, Conditions, Fixed, Guard};

/// The JSON Schema of `pack.yaml`, for editors.
#[must_use]
pub fn schema() -> serde_json::Value {
    titled(&shape::PACK, "crosscheck rule pack")
}

/// The JSON Schema of `tests.yaml`.
#[must_use]
pub fn tests_schema() -> serde_json::Value {
    titled(&shape::TESTS, "examples of a crosscheck rule pack")
}

fn titled(shape: &shape::Shape, title: &str) -> serde_json::Value {
    let mut schema = shape::json_schema(shape);
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema".into();
    schema["title"] = title.into();
    schema
}
