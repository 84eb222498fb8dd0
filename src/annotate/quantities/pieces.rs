//! Tokens cut where a figure meets a hyphen, a sign or a unit: `30-month`, `£3.2m`, `two-thirds`, `6ft`.
//!
//! The grammar is written in terms of these pieces, so that "30-month", "30 month" and "30month" need one rule. A
//! sentence that holds no number is never cut.

use super::units;
use super::words::{self, Kind};
use crate::annotate::token::{Tag, Token};
use crate::source::Span;
use std::ops::Range;

/// How a piece follows the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Join {
    /// As the next token, whether or not white space stands between.
    Token,
    /// After a hyphen or dash within one token.
    Hyphen,
    /// Without anything between, within one token.
    Glued,
}

/// A token or a part of one.
#[derive(Clone, Copy, Debug)]
pub(super) struct Piece<'a> {
    /// Lower case.
    pub(super) text: &'a str,
    pub(super) span: Span,
    /// Index of the token.
    pub(super) token: usize,
    pub(super) join: Join,
    pub(super) kind: Kind,
    /// Whether the first letter is a capital.
    pub(super) capital: bool,
    pub(super) tag: Tag,
}

const HYPHENS: [char; 6] = ['-', '–', '‐', '‑', '−', '—'];

/// Whether the token may begin or hold a number: the only test that every token of an article pays for.
pub(super) fn triggers(token: &Token) -> bool {
    let lower = token.lower.as_str();
    if lower.bytes().any(|byte| byte.is_ascii_digit()) {
        return true;
    }
    if lower.is_ascii() {
        match lower.as_bytes() {
            [_, _] | [_] | [] | b"the" | b"that" | b"and" | b"said" | b"for" | b"with" => return false,
            [first, ..] if !b"zotfsenhmbdlcq".contains(first) && !lower.contains('-') => return false,
            _ => {}
        }
    }
    lower.split(HYPHENS).any(|part| words::kind(part) != Kind::Word)
}

/// Cuts the tokens of one sentence.
pub(super) fn cut<'a>(text: &str, tokens: &'a [Token], range: Range<usize>) -> Vec<Piece<'a>> {
    let mut pieces = Vec::with_capacity(range.len() + 8);
    for index in range {
        if let Some(token) = tokens.get(index) {
            cut_token(text, index, token, &mut pieces);
        }
    }
    pieces
}

fn cut_token<'a>(text: &str, index: usize, token: &'a Token, pieces: &mut Vec<Piece<'a>>) {
    let lower = token.lower.as_str();
    let piece = |part, span: Span, join, kind| {
        let capital = span.of(text).chars().next().is_some_and(char::is_uppercase);
        Piece { text: part, span, token: index, join, kind, capital, tag: token.tag }
    };
    let whole = words::kind(lower);
    let source = token.span.of(text);
    if whole != Kind::Word || !triggers(token) || source.split(HYPHENS).count() != lower.split(HYPHENS).count() {
        pieces.push(piece(lower, token.span, Join::Token, whole));
        return;
    }
    let start = pieces.len();
    let mut at = token.span.start;
    for (part, original) in lower.split(HYPHENS).zip(source.split(HYPHENS)) {
        let span = Span::new(at, at + original.len());
        at = span.end
            + source.get(span.end - token.span.start..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
        let join = if span.start == token.span.start { Join::Token } else { Join::Hyphen };
        if part.is_empty() {
            continue;
        }
        if part.len() == original.len() {
            cut_part(part, span, join, &mut |part, span, join, kind| pieces.push(piece(part, span, join, kind)));
        } else {
            pieces.push(piece(part, span, join, words::kind(part)));
        }
    }
    // A hyphenated word of which nothing is a number after all ("F-16", "COVID-19") stays whole.
    if !pieces[start..].iter().any(|piece| piece.kind != Kind::Word) || is_name(&pieces[start..]) {
        pieces.truncate(start);
        pieces.push(piece(lower, token.span, Join::Token, Kind::Word));
    }
}

/// Letters before digits make a name of both ("F-16", "Covid-19", "twenty-f"), unless they say how to read them.
fn is_name(pieces: &[Piece<'_>]) -> bool {
    let [first, second, ..] = pieces else { return false };
    let prefix =
        ["magnitude", "mid", "early", "late", "under", "over", "sub", "a", "half", "top", "last", "final", "plus"];
    first.kind == Kind::Word
        && second.join == Join::Hyphen
        && units::sign(first.text).is_none()
        && !prefix.contains(&first.text)
}

/// Cuts at the borders of digits: sign, figure, letters ("£3.2m", "r540m", "30s", "43rd", "10+").
fn cut_part<'a>(part: &'a str, span: Span, join: Join, push: &mut impl FnMut(&'a str, Span, Join, Kind)) {
    let Some(begin) = part.find(|letter: char| letter.is_ascii_digit()) else {
        push(part, span, join, words::kind(part));
        return;
    };
    let (prefix, rest) = part.split_at(begin);
    let Some((digits, length)) = words::digits(rest) else {
        push(part, span, join, Kind::Word);
        return;
    };
    let (figure, letters) = rest.split_at(length);
    let readable = prefix.is_empty() || units::sign(prefix).is_some() || matches!(prefix, "~" | "+" | "(" | "c.");
    let odd = letters.bytes().any(|byte| byte.is_ascii_digit());
    if !readable || odd {
        push(part, span, join, Kind::Word);
        return;
    }
    let middle = span.start + begin;
    let end = middle + length;
    if !prefix.is_empty() {
        push(prefix, Span::new(span.start, middle), join, Kind::Word);
    }
    let join = if prefix.is_empty() { join } else { Join::Glued };
    match letters {
        "" => push(figure, Span::new(middle, end), join, Kind::Digits(digits)),
        "st" | "nd" | "rd" | "th" => push(rest, Span::new(middle, span.end), join, Kind::Ordinal(digits.value)),
        "s" if digits.value < 100.0 && digits.value % 10.0 == 0.0 => {
            push(rest, Span::new(middle, span.end), join, Kind::Decade(digits.value));
        }
        _ => {
            push(figure, Span::new(middle, end), join, Kind::Digits(digits));
            push(letters, Span::new(end, span.end), Join::Glued, words::kind(letters));
        }
    }
}
