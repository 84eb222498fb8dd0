//! One article from its text: front matter, blocks, and what the page says of title and date.
//!
//! Every format ends here, whatever it had to unpack.

use super::LONGEST_TEXT;
use super::blocks::{blocks, hinted};
use super::dateline::{Dateline, dateline};
use super::front_matter::{FrontMatter, front_matter};
use super::published;
use super::unpack::Decoded;
use crate::source::{Block, BlockKind, Document, Origin, Published, Span};

/// Stamps stand within this many blocks of the top.
const TOP: usize = 8;

/// Reads a text that is a whole file. The second value is a complaint about a document that
/// could be read all the same.
///
/// # Errors
/// The message, where nothing could be read.
pub(super) fn stored(path: &str, decoded: Decoded) -> Result<(Document, Option<String>), String> {
    let (text, origin) = decoded.whole();
    bounded(&text)?;
    let front = front_matter(&text)?;
    let mut found = front_blocks(&text, &front);
    found.extend(blocks(&text, front.end.max(byte_order_mark(&text))));
    if !found.iter().any(|block| block.kind.claims()) {
        return Err("the article has no text; leave it out or fill it".to_owned());
    }
    let stated = front.date.as_deref().map(|date| (date, published::find(date)));
    let complaint = match stated {
        Some((written, None)) => {
            Some(format!("front matter: \"{written}\" is not a date; write it as 2025-05-13 or 2025-05-13T17:20+01:00"))
        }
        _ => None,
    };
    let published = stated.and_then(|(_, date)| date).or_else(|| page_date(&text, &found));
    let title = front.title.or_else(|| page_title(&text, &found));
    let source = front.source;
    let document =
        Document { path: path.to_owned(), text, origin, title, source, published, draft: false, blocks: found };
    Ok((document, complaint))
}

/// An article that was taken out of something else: a row, a page, a packed document.
#[derive(Default)]
pub(super) struct Extract {
    /// As it is shown.
    pub(super) path: String,
    pub(super) text: String,
    pub(super) origin: Origin,
    /// What is known of parts of the text, in order, none overlapping another.
    pub(super) hints: Vec<Block>,
    pub(super) title: Option<String>,
    pub(super) source: Option<String>,
    pub(super) published: Option<Published>,
}

impl Extract {
    /// The article.
    ///
    /// # Errors
    /// The message, where there is no text.
    pub(super) fn read(self) -> Result<Document, String> {
        let Self { path, text, origin, hints, title, source, published } = self;
        bounded(&text)?;
        let blocks = hinted(&text, 0, &hints);
        if !blocks.iter().any(|block| block.kind.claims()) {
            return Err("the article has no text; leave it out or fill it".to_owned());
        }
        let published = published.or_else(|| page_date(&text, &blocks));
        let title = title.or_else(|| page_title(&text, &blocks));
        Ok(Document { path, text, origin, title, source, published, draft: false, blocks })
    }
}

/// Refuses a text that no article is as long as.
fn bounded(text: &str) -> Result<(), String> {
    if text.len() <= LONGEST_TEXT {
        return Ok(());
    }
    Err(format!("more than {} MiB of text in one article; split it into articles", LONGEST_TEXT / (1024 * 1024)))
}

/// The date that something other than the article's text states, and a complaint where it is none.
pub(super) fn stated(date: Option<&str>) -> (Option<Published>, Option<String>) {
    let Some(written) = date else { return (None, None) };
    let found = published::find(written);
    let complaint = found.is_none().then(|| format!("\"{written}\" is not a date; write it as 2025-05-13"));
    (found, complaint)
}

fn byte_order_mark(text: &str) -> usize {
    if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 }
}

/// The front matter's blocks: metadata, and in the midst of it the headline.
fn front_blocks(text: &str, front: &FrontMatter) -> Vec<Block> {
    let whole = Span::new(byte_order_mark(text), front.end);
    if front.end == 0 {
        return Vec::new();
    }
    let title = front.title_span.unwrap_or(Span::new(whole.end, whole.end));
    [
        (Span::new(whole.start, title.start), BlockKind::Metadata),
        (title, BlockKind::Headline),
        (Span::new(title.end, whole.end), BlockKind::Metadata),
    ]
    .into_iter()
    .map(|(span, kind)| Block { span: span.trimmed(text), kind })
    .filter(|block| !block.span.is_empty())
    .collect()
}

fn page_title(text: &str, blocks: &[Block]) -> Option<String> {
    let headline = blocks.iter().find(|block| block.kind == BlockKind::Headline)?;
    Some(headline.span.of(text).to_owned())
}

/// The date that a stamp, an embargo, a line for machines or a dateline with its year gives.
fn page_date(text: &str, blocks: &[Block]) -> Option<Published> {
    let top = || blocks.iter().take(TOP).filter(|block| matches!(block.kind, BlockKind::Byline | BlockKind::Metadata));
    top().find_map(|block| published::find(block.span.of(text))).or_else(|| {
        let line = document_dateline(text, blocks)?;
        dated(line, line.year?)
    })
}

/// The dateline near the head of the article, its spans in bytes of `text`.
pub(crate) fn document_dateline(text: &str, blocks: &[Block]) -> Option<Dateline> {
    let pairs = blocks.windows(2).take(TOP);
    let (start, line) = pairs
        .filter(|pair| matches!((pair[0].kind, pair[1].kind), (BlockKind::Metadata, BlockKind::Paragraph)))
        .find_map(|pair| {
            let start = pair[0].span.start;
            Some((start, dateline(text.get(start..pair[1].span.end)?)?))
        })?;
    Some(Dateline { span: line.span.shifted(start), place: line.place.shifted(start), ..line })
}

/// The publication date of a dateline in the given year.
pub(super) fn dated(line: Dateline, year: i16) -> Option<Published> {
    let date = jiff::civil::Date::new(year, line.month?, line.day?).ok()?;
    Some(Published { date, time: None, offset: None, assumed: false })
}
