//! Where sentences end, decided over the tokens of one block in one pass.
//!
//! Sentences inside a quotation are sentences: «“We lost. We will be back,” she said» is two, since each makes
//! its own claim. Who spoke them is the quotation layer's matter. Line breaks inside a block mean nothing
//! here: blocks are made by whoever read the file.
//!
//! Of the English Golden Rules (of `pragmatic_segmenter`) these are refused, since news is otherwise:
//! - a quotation of several sentences as one sentence: each is a claim with a verb of its own;
//! - text put right (a backtick as an apostrophe, letter-spaced words and long runs of dots closed up, tags taken out of the
//!   middle of a sentence): spans are of the article as it stands;
//! - a line break before a lone stop joined: lines are paragraphs unless the text is plainly wrapped.

use super::abbreviations::{Lists, lists};
use super::items::{is_bullet, is_first, marker};
use crate::annotate::token::Token;
use std::ops::Range;

/// A verb of saying is looked for this many tokens after a closed quotation.
pub(super) const CUE_REACH: usize = 7;
/// A sentence this short has only its opening adverbial so far ("At 5 a.m. Mr Ruiz …").
pub(super) const OPENING: usize = 4;
/// The tokens of one item of a list written in a line.
const ITEM: usize = 40;
/// The tokens of the longest sentence; news has hardly one of a third as many. What goes on longer is a list or no prose,
/// and is cut, so that whatever reads a sentence again and again stays linear in the article.
const LONGEST: usize = 300;
/// Closing marks after one full stop; a longer run is not prose.
const CLOSERS: usize = 8;

/// The sentences of one block: half-open ranges of indices into `tokens`, in order, together all of them.
pub(super) fn split(text: &str, tokens: &[Token]) -> Vec<Range<usize>> {
    let mut splitter =
        Splitter { text, tokens, lists: lists(), quotes: straight_marks(text, tokens), item: None, body: 0 };
    let mut found = Vec::new();
    let mut start = 0;
    let mut worded = false;
    let mut at = 0;
    splitter.begin(0);
    while at < tokens.len() {
        worded = worded || has_word(splitter.word(at));
        let end = if worded { splitter.boundary(start, at) } else { None };
        let end = end.or_else(|| splitter.too_long(start, at));
        match end {
            Some(end) => {
                found.push(start..end);
                start = end;
                splitter.begin(start);
                worded = false;
                at = end;
            }
            None => at += 1,
        }
    }
    if start < tokens.len() {
        match found.last_mut() {
            // Marks without a word are no sentence of their own.
            Some(last) if !worded && tokens.len() - last.start <= LONGEST => last.end = tokens.len(),
            _ => found.push(start..tokens.len()),
        }
    }
    found
}

pub(super) fn has_word(word: &str) -> bool {
    word.chars().any(char::is_alphanumeric)
}

/// For each token, whether it is a quotation mark that closes. Straight marks close where they stand close
/// to the word before and not to the one after; where both or neither touch, they alternate.
fn straight_marks(text: &str, tokens: &[Token]) -> Vec<bool> {
    let mut double = false;
    let mut single = false;
    let mut closing = Vec::with_capacity(tokens.len());
    for (i, token) in tokens.iter().enumerate() {
        if text.as_bytes().get(token.span.start).is_some_and(u8::is_ascii_alphanumeric) {
            closing.push(false);
            continue;
        }
        let word = token.span.of(text);
        let open = match word {
            "\"" => &mut double,
            "'" => &mut single,
            _ => {
                closing.push(matches!(word, "”" | "’" | "»" | "''" | "›"));
                continue;
            }
        };
        let left = i > 0 && tokens[i - 1].span.end == token.span.start;
        let right = tokens.get(i + 1).is_some_and(|next| next.span.start == token.span.end);
        let closes = if left == right { *open } else { left };
        *open = !closes;
        closing.push(closes);
    }
    closing
}

pub(super) struct Splitter<'a> {
    pub(super) text: &'a str,
    pub(super) tokens: &'a [Token],
    pub(super) lists: &'static Lists,
    /// Whether each token is a closing quotation mark.
    pub(super) quotes: Vec<bool>,
    /// The number of the list item that is being read.
    pub(super) item: Option<u32>,
    /// The first token after the marker with which the current sentence begins.
    pub(super) body: usize,
}

impl Splitter<'_> {
    pub(super) fn word(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |token| token.span.of(self.text))
    }

    pub(super) fn lower(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |token| token.lower.as_str())
    }

    /// Whether token `at` stands close to the one before.
    pub(super) fn glued(&self, at: usize) -> bool {
        at > 0 && self.tokens.get(at).is_some_and(|token| token.span.start == self.tokens[at - 1].span.end)
    }

    /// The quick answer for most tokens: a word before a word, outside a list, ends nothing.
    fn is_inner(&self, at: usize) -> bool {
        let bytes = self.text.as_bytes();
        let byte = |at: usize| bytes.get(at).copied().unwrap_or(b'.');
        let word = self.tokens.get(at).is_some_and(|token| byte(token.span.end - 1).is_ascii_alphanumeric());
        word && self.item.is_none() && self.tokens.get(at + 1).is_some_and(|next| byte(next.span.start).is_ascii())
    }

    /// One past the last token of the sentence that began at `start`, where it ends with token `at`.
    fn boundary(&mut self, start: usize, at: usize) -> Option<usize> {
        if self.is_inner(at) {
            return None;
        }
        if let Some(end) = self.list_item(start, at) {
            return Some(end);
        }
        if at < self.body {
            return None;
        }
        let word = self.word(at);
        let (abbreviation, strength) = match word {
            "." | "．" | "。" => (None, Mark::Stop),
            "…" => (None, Mark::Ellipsis),
            _ if word.starts_with("..") || word.starts_with(". .") => (None, Mark::Ellipsis),
            _ if word.starts_with(['!', '?', '！', '？']) => (None, Mark::Call),
            _ if word.len() > 1 && word.ends_with('.') => (self.lists.class(word.trim_end_matches('.')), Mark::Stop),
            _ => return None,
        };
        if word.ends_with('.') && word.len() > 1 && abbreviation.is_none() && strength == Mark::Stop {
            // "1." before its item, or a number that ends its sentence in a list.
            return None;
        }
        let (end, quoted) = self.closers(at + 1, strength);
        if end >= self.tokens.len() {
            return Some(end);
        }
        let closed = end > at + 1;
        // "Yahoo!Mail" is a name.
        if strength == Mark::Call && !closed && self.glued(end) {
            return None;
        }
        match abbreviation {
            Some(class) if !closed => self.after_abbreviation(class, start, at).then_some(end),
            _ => self.begins(end, strength, quoted).then_some(end),
        }
    }

    /// Cuts a sentence that does not end: at a mark in its last quarter, at the latest at its longest.
    fn too_long(&self, start: usize, at: usize) -> Option<usize> {
        let length = at + 1 - start;
        let mark = length > LONGEST * 3 / 4 && matches!(self.word(at), "," | ";" | ":" | "—" | "–");
        (mark || length >= LONGEST).then_some(at + 1)
    }

    /// Passes closing brackets, closing quotation marks and reference marks; says whether a quotation closed.
    fn closers(&self, mut at: usize, mark: Mark) -> (usize, bool) {
        let mut quoted = false;
        for _ in 0..CLOSERS {
            match self.word(at) {
                // "[...]" and "[…]" are cuts inside a sentence.
                "]" if mark == Mark::Ellipsis => break,
                ")" | "]" | "}" => at += 1,
                _ if self.quotes.get(at).copied().unwrap_or(false) => {
                    quoted = true;
                    at += 1;
                }
                "[" if self.glued(at) && self.word(at + 2) == "]" && is_number(self.word(at + 1)) => at += 3,
                number if mark == Mark::Stop && self.glued(at) && is_reference(number) => at = self.references(at + 1),
                _ => break,
            }
        }
        (at.min(self.tokens.len()), quoted)
    }

    /// Passes the reference marks that follow a first one ("a consultation.11 12 Take"), up to a new sentence.
    fn references(&self, at: usize) -> usize {
        let more = (at..at + CLOSERS).take_while(|&i| is_reference(self.word(i))).count();
        if self.tokens.get(at + more).is_some_and(|next| next.capital) { at + more } else { at }
    }

    /// Lists written in a line: a bullet begins an item; so does the number that is next in the count, and one that
    /// begins a new count at the end of a sentence or of an item.
    fn list_item(&mut self, start: usize, at: usize) -> Option<usize> {
        let next = at + 1;
        if at > start && is_bullet(self.word(next)) {
            return Some(next);
        }
        let counted = self.item.is_some();
        if at < self.body || !(counted || self.ends(at)) {
            return None;
        }
        let (number, width) = marker(self.text, self.tokens, next)?;
        let goes_on = self.item.is_some_and(|item| item + 1 == number);
        let begins = (is_first(number) || self.ends(at)) && self.is_counted(number, next + width);
        (goes_on || begins).then_some(next)
    }

    /// Whether token `at` is an end mark.
    fn ends(&self, at: usize) -> bool {
        matches!(self.word(at), "." | "!" | "?")
    }

    /// Whether the item after that of `number` follows within the reach of one item from token `from` on.
    fn is_counted(&self, number: u32, from: usize) -> bool {
        (from..(from + ITEM).min(self.tokens.len()))
            .any(|at| marker(self.text, self.tokens, at).is_some_and(|(next, _)| next == number + 1))
    }

    /// Takes note of the item marker with which the sentence at `start` begins, if it begins with one.
    fn begin(&mut self, start: usize) {
        let bullet = usize::from(is_bullet(self.word(start)));
        let found = marker(self.text, self.tokens, start + bullet);
        self.item = found.map(|(number, _)| number).or(self.item);
        self.body = start + bullet + found.map_or(0, |(_, width)| width);
    }
}

fn is_number(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|b| b.is_ascii_digit())
}

fn is_reference(word: &str) -> bool {
    word.len() < 3 && is_number(word)
}

/// How a sentence ended.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark {
    Stop,
    Call,
    Ellipsis,
}
