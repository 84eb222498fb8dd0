//! Conflicts between claims: what they are, and how gravely each is taken.
//!
//! Nothing here knows of YAML, of text layout or of files; `report` turns [`Conflict`]s into what people read.

mod conflict;
mod explain;
mod level;

pub use conflict::{Check, Conflict, Passage, Severity, Side, UnknownCheck};
pub use explain::{Examples, examples};
pub use level::{Level, Levels};
