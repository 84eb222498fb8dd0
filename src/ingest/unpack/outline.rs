//! A text that is put together node by node from a [`Tree`], with what the markup says of its parts.

use super::{Flow, NodeIndex, Traced, Writing};
use crate::source::{Block, BlockKind, Span};

/// The text so far, and what is still open in it.
pub(in crate::ingest) struct Outline<'a> {
    flow: Flow<'a>,
    /// The part that is open: where its element ends, where its text begins, what it is.
    part: Option<(NodeIndex, usize, BlockKind)>,
    parts: Vec<Block>,
    /// Where the open elements that break lines end, outermost first.
    ends: Vec<NodeIndex>,
}

impl<'a> Outline<'a> {
    /// An empty text, made of parts of `source`.
    pub(in crate::ingest) fn new(source: &'a str) -> Self {
        Self { flow: Flow::new(source), part: None, parts: Vec::new(), ends: Vec::new() }
    }

    /// Ends what ends before node `at`.
    pub(in crate::ingest) fn leave(&mut self, at: NodeIndex) {
        while self.ends.pop_if(|end| *end <= at).is_some() {
            self.flow.paragraph();
        }
        if let Some((_, start, kind)) = self.part.take_if(|(end, ..)| *end <= at) {
            self.parts.push(Block { span: Span::new(start, self.flow.len()), kind });
        }
    }

    /// Begins a paragraph that ends with node `end`.
    pub(in crate::ingest) fn block(&mut self, end: NodeIndex) {
        self.flow.paragraph();
        self.ends.push(end);
    }

    /// What follows until node `end` is of this kind; nothing where it begins within a line or in such a part.
    pub(in crate::ingest) fn part(&mut self, end: NodeIndex, kind: BlockKind) {
        if self.part.is_none() && self.flow.begins_line() {
            self.part = Some((end, self.flow.len(), kind));
        }
    }

    /// Ends the paragraph.
    pub(in crate::ingest) fn paragraph(&mut self) {
        self.flow.paragraph();
    }

    /// Ends the line.
    pub(in crate::ingest) fn line(&mut self) {
        self.flow.line();
    }

    /// Ends the word, at byte `at` of the source.
    pub(in crate::ingest) fn word(&mut self, at: usize) {
        self.flow.word(at);
    }

    /// Adds the text at `span` of the source.
    pub(in crate::ingest) fn text(&mut self, span: Span, writing: Writing) {
        self.flow.text(span, writing);
    }

    /// Adds text that stands nowhere, after the last character; the next paragraph goes on behind it.
    pub(in crate::ingest) fn join(&mut self, text: &str) {
        self.flow.join(text);
    }

    /// The text, and its parts of a known kind in order.
    pub(in crate::ingest) fn finish(mut self) -> (Traced, Vec<Block>) {
        self.leave(NodeIndex::MAX);
        let text = self.flow.finish();
        let parts = self.parts.into_iter().map(|part| Block { span: part.span.trimmed(text.text()), ..part });
        let parts = parts.filter(|part| !part.span.is_empty()).collect();
        (text, parts)
    }
}
