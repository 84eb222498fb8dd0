//! Conflicts between claims: what they are, and how gravely each is taken.
//!
//! Nothing here knows of YAML, of text layout or of files; `report` turns [`Conflict`]s into what people read.

pub mod wording;

mod conflict;
mod level;

pub use conflict::{Check, Conflict, Passage, Severity, Side, UnknownCheck};
pub use level::{Level, Levels};
