//! What each paragraph of an article is for: headline, prose, caption, byline, notice or metadata.
//!
//! The bar for calling a paragraph anything but prose is high: a swallowed paragraph is a conflict nobody sees.
//! Word lists are data (`rules/english/layout.txt`); what is here is shape: length, capitals, place on the page.

use super::dateline::dateline;
use super::paragraphs::paragraphs;
use super::phrases::{phrases, plain};
use super::shape::{date_line, is_clock, is_credit, is_headline, is_names, is_stamp, reading_time};
use crate::source::{Block, BlockKind, Span};

/// A byline or a time stamp has at most this many.
const BYLINE: usize = 14;
/// Bylines and time stamps stand within this many blocks of the top.
const TOP: usize = 6;

/// The blocks of `text` from byte `body` on (the front matter, if any, ends there), in order, none overlapping.
#[must_use]
pub fn blocks(text: &str, body: usize) -> Vec<Block> {
    hinted(text, body, &[])
}

/// The same for a text of whose parts some are known: a paragraph that lies in one of `hints` (in order, none
/// overlapping another) is what that says.
#[must_use]
pub(super) fn hinted(text: &str, body: usize, hints: &[Block]) -> Vec<Block> {
    let spans = paragraphs(text, body);
    let titled = body > 0 || hints.iter().any(|hint| hint.kind == BlockKind::Headline);
    let mut reader = Reader { text, found: Vec::with_capacity(spans.len() + 2), titled, prose: false, dated: false };
    let total = spans.len();
    let mut hints = hints.iter().peekable();
    for (i, span) in spans.into_iter().enumerate() {
        while hints.next_if(|hint| hint.span.end <= span.start).is_some() {}
        match hints.peek().filter(|hint| hint.span.contains(span)).map(|hint| hint.kind) {
            Some(BlockKind::Caption) => reader.captioned(span),
            Some(kind) => reader.push(span, kind),
            None => reader.paragraph(span, i, total),
        }
    }
    reader.found
}

struct Reader<'a> {
    text: &'a str,
    found: Vec<Block>,
    /// Whether a headline has been seen, in front matter or above.
    titled: bool,
    /// Whether running text has been seen.
    prose: bool,
    /// Whether a dateline has been seen.
    dated: bool,
}

impl Reader<'_> {
    fn push(&mut self, span: Span, kind: BlockKind) {
        let span = span.trimmed(self.text);
        if !span.is_empty() {
            self.prose |= kind == BlockKind::Paragraph;
            self.titled |= kind == BlockKind::Headline;
            self.found.push(Block { span, kind });
        }
    }

    fn paragraph(&mut self, span: Span, index: usize, total: usize) {
        let inner = span.of(self.text);
        let lower = plain(inner);
        if let Some(length) = date_line(&lower) {
            self.push(Span::new(span.start, span.start + length), BlockKind::Metadata);
            let rest = Span::new(span.start + length, span.end).trimmed(self.text);
            if !rest.is_empty() {
                self.classify(rest, index, total);
            }
            return;
        }
        self.classify(span, index, total);
    }

    fn classify(&mut self, span: Span, index: usize, total: usize) {
        let inner = span.of(self.text);
        let lower = plain(inner);
        if !inner.chars().any(char::is_alphanumeric) {
            // Rules and ornaments between the parts of a page.
            return self.push(span, BlockKind::Boilerplate);
        }
        if total == 1 && !lower.starts_with("caption") {
            // All that somebody gave us to read is what they want read.
            return self.prose(span, index);
        }
        let words = inner.split_whitespace().count();
        let known = phrases();
        if inner.starts_with('#') {
            let bare = inner.trim_start_matches('#');
            let hashes = inner.len() - bare.len();
            if hashes <= 6 && bare.starts_with(' ') {
                return self.push(Span::new(span.start + hashes, span.end), BlockKind::Headline);
            }
        }
        if words <= BYLINE + 6 && known.metadata(&lower) {
            return self.push(span, BlockKind::Metadata);
        }
        if let Some(label) = ["caption:", "caption -"].iter().find(|label| lower.starts_with(**label)) {
            return self.caption(Span::new(span.start + label.len(), span.end));
        }
        if words <= 60
            && let Some(at) = known.credit(&lower).filter(|at| is_credit(inner, *at))
        {
            return self.credited(span, at);
        }
        if known.boilerplate(&lower, words) {
            return self.push(span, BlockKind::Boilerplate);
        }
        if self.is_byline(inner, &lower, words, index) {
            return self.push(span, BlockKind::Byline);
        }
        if !self.titled && !self.prose && is_headline(inner, words) && index + 1 < total {
            return self.push(span, BlockKind::Headline);
        }
        self.prose(span, index);
    }

    /// What is known to be a caption, its credit apart.
    fn captioned(&mut self, span: Span) {
        let inner = span.of(self.text);
        match phrases().credit(&plain(inner)).filter(|at| is_credit(inner, *at)) {
            Some(at) => self.credited(span, at),
            None => self.caption(span),
        }
    }

    /// A caption whose credit begins at byte `at` of it.
    fn credited(&mut self, span: Span, at: usize) {
        self.push(Span::new(span.start, span.start + at), BlockKind::Caption);
        self.push(Span::new(span.start + at, span.end), BlockKind::Byline);
    }

    /// A caption, its credit in brackets apart: "A leg of the lander. (Ana Ruiz/HCN)".
    fn caption(&mut self, span: Span) {
        let inner = span.of(self.text).trim_end();
        let credit = inner.ends_with(')').then(|| inner.rfind('(')).flatten().filter(|at| {
            let (before, inside) = inner.split_at(*at);
            before.trim_end().ends_with(['.', '!', '?', '”', '"']) && inside.split_whitespace().count() <= 6
        });
        let end = span.start + credit.unwrap_or(span.len());
        self.push(Span::new(span.start, end), BlockKind::Caption);
        self.push(Span::new(end, span.end), BlockKind::Byline);
    }

    /// Running text; the dateline at the head of the article is metadata.
    fn prose(&mut self, span: Span, index: usize) {
        // A standfirst may stand above it.
        let opening = (index < TOP && !self.dated).then(|| dateline(span.of(self.text))).flatten();
        let start = span.start + opening.map_or(0, |line| line.span.end);
        self.dated |= opening.is_some();
        self.push(Span::new(span.start, start), BlockKind::Metadata);
        self.push(Span::new(start, span.end), BlockKind::Paragraph);
    }

    fn is_byline(&self, inner: &str, lower: &str, words: usize, index: usize) -> bool {
        if words > BYLINE {
            return false;
        }
        let stop = inner.ends_with(['.', '?', '!', '”', '"', '…']) && !lower.ends_with("m.");
        let top = index < TOP;
        let known = phrases();
        if reading_time(lower) || (!stop && known.byline(lower)) {
            return true;
        }
        if stop {
            return false;
        }
        let named = inner.strip_prefix("By ").or_else(|| inner.strip_prefix("BY ")).is_some_and(is_names);
        let signed =
            ["— ", "– ", "- ", "—"].iter().any(|dash| inner.strip_prefix(dash).is_some_and(is_names)) && words <= 6;
        // A name alone between the headline and the text.
        let lone =
            top && self.titled && !self.prose && (2..=3).contains(&words) && inner.chars().all(|c| !c.is_ascii_digit());
        let role = top && known.role(lower) && is_names(inner) && !self.prose && words <= 10;
        (top && named)
            || (lone && is_names(inner))
            || is_clock(lower)
            || (signed && self.prose)
            || role
            || (top && is_stamp(inner, lower))
    }
}

#[cfg(test)]
mod tests;
