//! For unit tests: small stories told in text, run through every stage.

use crate::pack::Library;
use crate::pipeline::{self, Outcome};
use crate::source::{Block, BlockKind, Document, Origin, Published, Span};
use std::sync::Arc;

/// Runs texts, each an article of one paragraph published on Thursday 5 March 2026, with the built-in packs.
pub(crate) fn outcome(texts: &[&str]) -> Outcome {
    let documents = texts.iter().enumerate().map(|(number, text)| document(number, text)).collect();
    pipeline::finish(pipeline::understand(documents), Library::builtin().unwrap())
}

fn document(number: usize, text: &str) -> Arc<Document> {
    let block = Block { span: Span::new(0, text.len()).trimmed(text), kind: BlockKind::Paragraph };
    Arc::new(Document {
        path: format!("{number}.txt"),
        text: text.to_owned(),
        origin: Origin::Stored,
        title: None,
        source: None,
        published: Some(Published { date: jiff::civil::date(2026, 3, 5), time: None, offset: None, assumed: false }),
        draft: false,
        blocks: vec![block],
    })
}
