//! Pairs quotation marks: where each stretch of quoted words begins and ends.
//!
//! Newspapers mix curly and straight marks, glue them to the wrong word, leave out the closing mark where speech
//! goes on in the next paragraph, and use the marks of single quotation as apostrophes. A mark is therefore judged
//! by its shape and by what stands on either side, and a mark that finds no partner is given up at the end of
//! its paragraph, so that one slip never turns the rest of an article inside out. Nested quotations are left to the
//! quotation around them. Who speaks is not decided here.

use crate::source::{Block, Document, Span};

/// Words between one pair of marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Stretch {
    /// Marks included.
    pub(super) outer: Span,
    /// Marks and white space left out.
    pub(super) inner: Span,
    /// Index into the document's blocks.
    pub(super) block: usize,
    /// Whether a closing mark was found.
    pub(super) closed: bool,
}

/// What a mark can do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Side {
    Open,
    Close,
    Either,
}

#[derive(Clone, Copy, Debug)]
struct Mark {
    span: Span,
    single: bool,
    /// What its shape says: “ opens, ” closes, " says nothing.
    shape: Side,
    /// What the characters beside it say.
    layout: Side,
}

impl Mark {
    fn side(self) -> Side {
        if self.shape == Side::Either { self.layout } else { self.shape }
    }
}

/// An unclosed quotation longer than this (bytes) ends with its first sentence: in a body without paragraph breaks
/// the end of the paragraph is the end of the article.
const LONGEST_UNCLOSED: usize = 700;

/// Every stretch of quoted words in the blocks that make claims, in order, none overlapping another.
pub(super) fn stretches(document: &Document) -> Vec<Stretch> {
    let mut found = Vec::new();
    let text = document.text.as_str();
    for (block, Block { span, kind }) in document.blocks.iter().enumerate() {
        if kind.claims() && text.get(span.range()).is_some() {
            let goes_on = document.blocks.get(block + 1).is_some_and(|next| begins_with_mark(next.span.of(text)));
            pair(text, *span, block, goes_on, &mut found);
        }
    }
    found
}

fn begins_with_mark(text: &str) -> bool {
    text.starts_with(['"', '“', '‘', '\'', '«', '„'])
}

fn pair(text: &str, within: Span, block: usize, goes_on: bool, found: &mut Vec<Stretch>) {
    let marks = marks(text, within);
    let mut open: Option<Mark> = None;
    let mut push = |start: Mark, inner_end: usize, outer_end: usize, closed: bool| {
        let inner = Span::new(start.span.end, inner_end).trimmed(text);
        if inner.of(text).chars().any(char::is_alphanumeric) {
            let outer = Span::new(start.span.start, if closed { outer_end } else { inner.end });
            found.push(Stretch { outer, inner, block, closed });
        }
    };
    let mut at = 0;
    while let Some(&mark) = marks.get(at) {
        // Looked up for double marks alone, which keeps the whole pass linear.
        let next = if mark.single { None } else { marks[at + 1..].iter().find(|mark| !mark.single).copied() };
        match open {
            None if mark.single => {
                if let Some(close) = single_close(text, &marks, at) {
                    push(mark, marks[close].span.start, marks[close].span.end, true);
                    at = close;
                } else if goes_on && mark.span.start == within.start && mark.side() == Side::Open {
                    push(mark, within.end, within.end, false);
                    return;
                }
            }
            None => {
                if opens(text, mark, next) {
                    open = Some(mark);
                }
            }
            Some(_) if mark.single => {}
            Some(start) => {
                if reopens(mark, next) {
                    push(start, mark.span.start, mark.span.start, false);
                    open = Some(mark);
                } else {
                    push(start, mark.span.start, mark.span.end, true);
                    open = None;
                }
            }
        }
        at += 1;
    }
    if let Some(start) = open {
        let end = if goes_on { within.end } else { unclosed_end(text, start.span.end, within.end) };
        push(start, end, end, false);
    }
}

/// Whether a double mark opens a quotation where none is open.
fn opens(text: &str, mark: Mark, next: Option<Mark>) -> bool {
    match (mark.side(), mark.layout) {
        (Side::Open, _) | (_, Side::Open) => true,
        (Side::Either, _) => next.is_some(),
        // `5'10"` is a length.
        (Side::Close, _) if text[..mark.span.start].ends_with(|c: char| c.is_ascii_digit() || c == '\'') => false,
        // `said" I am here."`: the mark stands on the wrong side of the space.
        (Side::Close, _) => mark.shape == Side::Either && next.is_some_and(|next| next.side() == Side::Close),
    }
}

/// Whether a double mark inside a quotation begins the next one, because the closing mark is missing.
fn reopens(mark: Mark, next: Option<Mark>) -> bool {
    if mark.side() != Side::Open {
        return false;
    }
    match next.map(Mark::side) {
        Some(Side::Close | Side::Either) => true,
        _ => mark.shape == Side::Open && mark.layout == Side::Open,
    }
}

/// The end of a quotation that never closes: its paragraph, or its first sentence where the paragraph is long.
fn unclosed_end(text: &str, start: usize, end: usize) -> usize {
    if end - start <= LONGEST_UNCLOSED {
        return end;
    }
    let stretch = &text[start..end];
    stretch
        .match_indices(['.', '?', '!'])
        .find(|(at, stop)| stretch[at + stop.len()..].starts_with(char::is_whitespace))
        .map_or(end, |(at, stop)| start + at + stop.len())
}

/// The index of the mark that closes the single quotation opened by mark `open`, if it opens one.
///
/// The search ends at the next mark that could open one, so that a paragraph of apostrophes costs linear time.
fn single_close(text: &str, marks: &[Mark], open: usize) -> Option<usize> {
    let start = marks[open];
    if start.layout != Side::Open || start.shape == Side::Close || elision(&text[start.span.end..]) {
        return None;
    }
    let (mut weak, mut doubles) = (None, 0usize);
    for (at, mark) in marks.iter().enumerate().skip(open + 1) {
        if !mark.single {
            doubles += 1;
        } else if mark.layout == Side::Open && mark.shape != Side::Close {
            if !elision(&text[mark.span.end..]) {
                break;
            }
        } else if mark.layout == Side::Close && mark.shape != Side::Open && doubles.is_multiple_of(2) {
            // After an s with a word to follow it may be the apostrophe of a plural ("the ministers’ talks").
            let plural = text[..mark.span.start].ends_with(['s', 'S']) && text[mark.span.end..].starts_with(' ');
            if !plural {
                return Some(at);
            }
            weak = weak.or(Some(at));
        }
    }
    weak
}

/// Whether the text after an apostrophe is a clipped word ("’em", "’90s") and no quotation.
fn elision(after: &str) -> bool {
    let word: &str = after.split(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
    let digits = word.trim_end_matches('s');
    let year = digits.len() == 2 && digits.bytes().all(|b| b.is_ascii_digit());
    year || [
        "em", "til", "tis", "twas", "cause", "n", "cos", "bout", "round", "un", "s", "t", "d", "ll", "re", "ve", "m",
    ]
    .iter()
    .any(|clipped| word.eq_ignore_ascii_case(clipped))
}

fn marks(text: &str, within: Span) -> Vec<Mark> {
    let mut found: Vec<Mark> = Vec::new();
    let inner = &text[within.range()];
    for (offset, c) in inner.char_indices() {
        let (single, shape) = match c {
            '"' | '＂' => (false, Side::Either),
            '“' | '„' | '«' | '‟' => (false, Side::Open),
            '”' | '»' => (false, Side::Close),
            '\'' => (true, Side::Either),
            '‘' | '‚' | '‹' | '`' => (true, Side::Open),
            '’' | '›' => (true, Side::Close),
            _ => continue,
        };
        let start = within.start + offset;
        let span = Span::new(start, start + c.len_utf8());
        // Two single marks side by side stand for a double one (``…'').
        if let Some(last) = found.last_mut().filter(|last| single && last.single && last.span.end == start) {
            let doubled = last.shape == shape && last.span.len() == span.len();
            if doubled {
                *last = Mark { span: last.span.join(span), single: false, ..*last };
                continue;
            }
        }
        found.push(Mark { span, single, shape, layout: Side::Either });
    }
    for mark in &mut found {
        let before = text[within.start..mark.span.start].chars().next_back();
        let after = text[mark.span.end..within.end].chars().next();
        mark.layout = layout(before, after);
    }
    found
}

fn layout(before: Option<char>, after: Option<char>) -> Side {
    let leading = before.is_none_or(|c| c.is_whitespace() || "([{-–—/:\"“‘«\u{200b}".contains(c));
    let trailing = after.is_none_or(|c| c.is_whitespace() || ".,;:?!…)]}-–—/\"”’»\u{200b}".contains(c));
    let glued = |c: Option<char>| c.is_some_and(|c| !c.is_whitespace());
    match (leading && glued(after), trailing && glued(before)) {
        (true, false) => Side::Open,
        (false, true) => Side::Close,
        // `"…speech` after a space, `speech…"` before one: the space decides.
        (true, true) if before.is_none_or(char::is_whitespace) => Side::Open,
        (true, true) if after.is_none_or(char::is_whitespace) => Side::Close,
        _ => Side::Either,
    }
}
