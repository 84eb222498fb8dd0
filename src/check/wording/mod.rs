//! Aligns quotations word by word: which are the same words, which were cut short, which were changed.
//!
//! Pure text: no graph, no speakers. [`words`] folds away what is no change of wording, [`align`] compares two
//! quotations, [`cluster`] finds, among many, the sentences that are one and the same and the wordings they are
//! given in, without comparing all with all. Precision first: two remarks to similar effect are unrelated.

mod align;
mod altered;
mod cluster;
mod fold;
mod judge;
mod pairs;
mod restated;
mod reversed;
mod words;

pub use align::{Alignment, Difference, Severity, Verdict, align, align_words};
pub(in crate::check) use altered::BINDING;
pub use altered::altered;
pub use cluster::{Change, Cluster, Member, clusters};
pub use restated::restated;
pub use reversed::reversed;
pub use words::{Passage, Word};
