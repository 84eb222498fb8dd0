//! The text of PDF pages: which characters the codes of a font stand for, and which of them make a paragraph.
//!
//! A page says where glyphs stand and nothing of words, lines or paragraphs; these are told by distance. Text in
//! pictures, in forms and in columns that cross is not.

mod bomb;
mod font;
mod layout;
mod show;

pub(super) use layout::{Paragraph, paragraphs};

use hayro_syntax::Pdf;
use layout::Line;

/// Pages beyond are not read: no article has as many.
const MOST_PAGES: usize = 300;

/// What a document holds.
#[derive(Debug, Default)]
pub(super) struct Read {
    /// The lines of all pages, in the order in which they were written.
    pub(super) lines: Vec<Line>,
    /// The title that its program gave it.
    pub(super) title: Option<String>,
}

/// Reads a document.
///
/// # Errors
/// The message, where it cannot be read, or would grow too large.
pub(super) fn read(bytes: &[u8]) -> Result<Read, String> {
    bomb::refuse(bytes)?;
    let pdf = Pdf::new(bytes.to_vec()).map_err(|_| {
        "the PDF is broken, cut off or protected by a password; save it again, or give its text".to_owned()
    })?;
    let mut lines = Vec::new();
    for page in pdf.pages().iter().take(MOST_PAGES) {
        show::page(page, &mut lines);
    }
    if lines.is_empty() {
        return Err("the PDF holds no text that can be read, as one that was scanned does; give its text".to_owned());
    }
    let title = pdf.metadata().title.as_deref().map(font::document_text).map(|title| title.trim().to_owned());
    Ok(Read { lines, title: title.filter(|title| !title.is_empty()) })
}
