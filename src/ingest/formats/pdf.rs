//! PDF: its text as far as its fonts tell it, in paragraphs as far as the page shows them.

use super::{Format, Parsed};
use crate::ingest::article::Extract;
use crate::ingest::head::{Head, Sign};
use crate::ingest::pdf::{self, Paragraph, paragraphs};
use crate::source::{Block, BlockKind, Document, Origin, Span};

pub(super) const FORMAT: Format = Format { name: "pdf", extensions: &["pdf"], sign, read };

fn sign(head: &Head<'_>) -> Sign {
    Sign::certain(
        memchr::memmem::find(head.bytes.get(..1024).unwrap_or(head.bytes), b"%PDF-").is_some_and(|at| at < 64),
    )
}

fn read(path: &str, bytes: &[u8]) -> Parsed {
    let mut parsed = Parsed::default();
    parsed.add(path, article(path, bytes).map(|document| (document, None)));
    parsed
}

fn article(path: &str, bytes: &[u8]) -> Result<Document, String> {
    let pdf::Read { lines, title } = pdf::read(bytes)?;
    let mut text = String::new();
    let mut hints = Vec::new();
    for Paragraph { text: paragraph, heading } in paragraphs(&lines) {
        if !text.is_empty() {
            text.push_str("\n\n");
        }
        let start = text.len();
        text.push_str(&paragraph);
        if heading {
            hints.push(Block { span: Span::new(start, text.len()), kind: BlockKind::Headline });
        }
    }
    // Programs call a document what they like; what is set as its heading is its title.
    let title = title.filter(|title| hints.is_empty() && !title.starts_with('('));
    Extract { path: path.to_owned(), text, origin: Origin::Extracted, hints, title, ..Extract::default() }.read()
}
