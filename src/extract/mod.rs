//! Compiled rules over annotated articles: claims.
//!
//! Reads [`crate::annotate::Article`]s and compiled packs; knows no YAML and no other article.

mod claim;

pub use claim::{Claim, ClaimSpeaker, Filler, Status, Value};
