//! Tokens in the manner of the Penn Treebank, found in one pass from left to right.
//!
//! Left out: what a token means. A clock time, a score, a web address or a hyphenated word is one token; whether
//! "7.30" is a time or a number is for later layers. The treebank's own rewriting of quotation marks
//! and brackets is left out too, since tokens are spans of the article.

use super::address::address;
use super::characters::{capital, is_invisible, is_word, lower};
use super::debris::debris;
use crate::annotate::token::{Tag, Token};
use crate::source::Span;

/// Words that begin with an apostrophe for a letter left out, without it.
const ELISIONS: [&str; 11] = ["em", "n", "til", "till", "tis", "twas", "cause", "bout", "cos", "round", "nineties"];

/// The tokens of `text[span]`, in order; spans are bytes of `text`.
pub(super) fn tokenize(text: &str, span: Span, out: &mut Vec<Token>) {
    let mut scanner = Scanner { text, end: span.end, at: span.start, start: span.start, open: false, out };
    while let Some(c) = scanner.peek() {
        if c == ' ' {
            scanner.at += 1;
        } else if let Some(length) = debris(c, scanner.rest()) {
            scanner.at += length;
        } else if c.is_whitespace() || is_invisible(c) {
            scanner.at += c.len_utf8();
        } else {
            scanner.next(c);
        }
    }
}

pub(super) struct Scanner<'a, 'o> {
    pub(super) text: &'a str,
    /// One past the last byte to read.
    pub(super) end: usize,
    pub(super) at: usize,
    /// The first byte of the block.
    pub(super) start: usize,
    /// Whether a single quotation mark is open: tells a closing mark from a possessive.
    pub(super) open: bool,
    pub(super) out: &'o mut Vec<Token>,
}

impl Scanner<'_, '_> {
    fn rest(&self) -> &str {
        self.text.get(self.at..self.end).unwrap_or("")
    }

    pub(super) fn peek(&self) -> Option<char> {
        self.char_at(self.at)
    }

    pub(super) fn char_at(&self, at: usize) -> Option<char> {
        // Most text is ASCII; the rest is decoded.
        let byte = *self.text.as_bytes().get(at).filter(|_| at < self.end)?;
        if byte.is_ascii() {
            return Some(char::from(byte));
        }
        self.text.get(at..self.end)?.chars().next()
    }

    pub(super) fn char_before(&self, at: usize) -> Option<char> {
        let byte = *self.text.as_bytes().get(at.checked_sub(1)?).filter(|_| at > self.start)?;
        if byte.is_ascii() {
            return Some(char::from(byte));
        }
        self.text.get(self.start..at)?.chars().next_back()
    }

    pub(super) fn emit(&mut self, start: usize, end: usize) {
        let word = self.text.get(start..end).unwrap_or("");
        let lower = lower(word);
        self.out.push(Token {
            span: Span::new(start, end),
            tag: Tag::Other,
            lemma: lower.clone(),
            lower,
            capital: capital(word),
        });
        self.at = end;
    }

    /// Reads the token that begins with `c` here.
    fn next(&mut self, c: char) {
        let at = self.at;
        let begins = self.char_before(at).is_none_or(|before| !is_word(before));
        if begins && let Some(length) = address(self.rest()) {
            return self.emit(at, at + length);
        }
        let after = self.char_at(at + c.len_utf8());
        match c {
            _ if is_word(c) => self.word(at),
            '.' => self.stops(),
            '\'' | '‘' | '’' | '`' => self.single_mark(c, after),
            '#' | '@' if begins && after.is_some_and(is_word) => self.tag_or_handle(at),
            '-' | '−' if after.is_some_and(|next| next.is_ascii_digit()) && self.is_sign(at) => {
                let end = self.scan(at + c.len_utf8());
                self.emit(at, end);
            }
            '-' | '!' | '?' | '*' | '=' | '/' | '—' | '~' => self.run(c),
            _ => self.emit(at, at + c.len_utf8()),
        }
    }

    /// A minus belongs to the number after it where a space or an opening bracket stands before it.
    fn is_sign(&self, at: usize) -> bool {
        self.char_before(at).is_none_or(|before| before.is_whitespace() || before == '(')
    }

    /// Equal marks in a row are one token; question and exclamation marks may mix.
    fn run(&mut self, c: char) {
        let same = |next: char| next == c || (matches!(c, '!' | '?') && matches!(next, '!' | '?'));
        let end = self.rest().char_indices().find(|&(_, next)| !same(next)).map_or(self.end, |(i, _)| self.at + i);
        self.emit(self.at, end);
    }

    /// Full stops: one, an ellipsis, or an ellipsis written with spaces ("word . . . word").
    fn stops(&mut self) {
        let bytes = self.text.as_bytes().get(self.at..self.end).unwrap_or(&[]);
        let dots = bytes.iter().take_while(|&&b| b == b'.').count();
        let mut end = dots;
        let glued = self.char_before(self.at).is_some_and(|before| !before.is_whitespace());
        if dots == 1 && !glued {
            while bytes.get(end) == Some(&b' ') && bytes.get(end + 1) == Some(&b'.') {
                end += 2;
            }
        }
        self.emit(self.at, self.at + end.max(1));
    }

    /// An apostrophe or a single quotation mark that stands outside a word.
    fn single_mark(&mut self, c: char, after: Option<char>) {
        let at = self.at;
        let width = c.len_utf8();
        if self.rest().starts_with("''") || self.rest().starts_with("``") {
            return self.emit(at, at + 2);
        }
        let before = self.char_before(at);
        let glued_left = before.is_some_and(|before| !before.is_whitespace() && !"([{“\"«—–-/".contains(before));
        if !glued_left && after.is_some_and(is_word) {
            let end = self.scan(at + width);
            let word = lower(self.text.get(at + width..end).unwrap_or(""));
            let decade = word.len() == 3 && word.ends_with('s') && word.as_bytes()[..2].iter().all(u8::is_ascii_digit);
            if c != '‘' && (decade || ELISIONS.contains(&word.as_str())) {
                return self.emit(at, end);
            }
            self.open = true;
            return self.emit(at, at + width);
        }
        // After a plural: the possessive, unless a quotation is open that it may close. Both are one token.
        self.open = false;
        self.emit(at, at + width);
    }

    fn tag_or_handle(&mut self, at: usize) {
        let end = self.scan(at + 1);
        self.emit(at, end);
    }
}
