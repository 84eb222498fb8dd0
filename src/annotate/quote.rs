//! Direct quotations: the words between the marks, and whose they are.

use crate::source::Span;

/// Words between quotation marks. A quotation that is broken off ("…," she said, "…") or that goes on in the
/// next paragraph is one `Quote` a stretch; `continues` ties them together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quote {
    /// The words without their marks.
    pub span: Span,
    /// With their marks.
    pub outer: Span,
    /// Whether it reports speech; scare quotes, titles and single words do not.
    pub speech: bool,
    /// Bytes of the phrase that names the speaker ("Sir Keir", "she", "the ministry"), nearest cue first.
    pub speaker_text: Option<Span>,
    /// Bytes of the cue ("said", "according to", "told reporters").
    pub cue: Option<Span>,
    /// Index of the earlier stretch of the same utterance.
    pub continues: Option<usize>,
    /// Why it was given to that speaker, one line.
    pub reason: &'static str,
}
