//! The text of every article, and where in it something stands.
//!
//! Everything after `ingest` speaks of text by byte [`Span`]s into [`Document::text`]; lines and
//! columns are worked out only when something is shown ([`LineIndex`]). Nothing here reads files.

mod document;
mod lines;
mod map;
mod span;

pub use document::{Block, BlockKind, Document, DocumentId, Origin, Published};
pub use lines::{LineIndex, Position};
pub use map::{Place, Position32, Run, SourceMap, Spot, advance};
pub use span::Span;
