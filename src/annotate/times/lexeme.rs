//! Tokens as the grammar sees them: with a class, and with figures joined by a hyphen taken apart.

use super::class::Class;
use super::lexicon::classify;
use crate::annotate::token::Token;
use crate::source::{Document, Span};

/// A word or a mark, or one side of a hyphen.
#[derive(Clone, Copy, Debug)]
pub(super) struct Lexeme<'a> {
    pub(super) class: Class,
    /// Lower case, straight apostrophes and hyphens.
    pub(super) text: &'a str,
    pub(super) capital: bool,
    pub(super) span: Span,
    /// Index of the token it comes from.
    pub(super) token: usize,
    /// Whether a phrase of time can hardly do without it.
    pub(super) hot: bool,
}

/// Fills `lexemes` with those of `tokens`, the first of which is number `first`; tells whether any triggers the parser.
pub(super) fn read<'a>(
    document: &'a Document,
    tokens: &'a [Token],
    first: usize,
    lexemes: &mut Vec<Lexeme<'a>>,
) -> bool {
    lexemes.clear();
    let mut triggered = false;
    for (index, token) in tokens.iter().enumerate() {
        let lower = token.lower.as_str();
        let class = classify(lower);
        let lexeme =
            Lexeme { class, text: lower, capital: token.capital, span: token.span, token: first + index, hot: false };
        if class == Class::Other && lower.len() <= 24 && splits(document, lexeme, lexemes, &mut triggered) {
            continue;
        }
        let hot = class.triggers() || lower == "quarter" || in_company(class, lexemes.last());
        triggered |= hot;
        lexemes.push(Lexeme { hot, ..lexeme });
    }
    triggered
}

/// Whether a plain number stands where a time may: "at six", "half past eleven", "twenty to three", "on the 24th".
fn in_company(class: Class, before: Option<&Lexeme<'_>>) -> bool {
    let before = before.map_or("", |lexeme| lexeme.text);
    match class {
        Class::Cardinal(1..=12) | Class::Digits(1..=12, 1..=2) | Class::Dotted(..) => {
            matches!(before, "at" | "past" | "to" | "by" | "until" | "half")
        }
        Class::Digits(_, 4) => before == "at",
        Class::Ordinal(_) => before == "the",
        _ => false,
    }
}

/// Takes "3-4pm", "mid-March", "third-quarter", "2014-15" apart, where both sides may belong to a phrase of time.
/// Ages ("54-year-old") and compounds of parts of the day ("late-night") stay whole.
fn splits<'a>(document: &'a Document, whole: Lexeme<'a>, lexemes: &mut Vec<Lexeme<'a>>, triggered: &mut bool) -> bool {
    let original = document.slice(whole.span);
    let Some(at) = original.find(['-', '–', '—', '/']) else { return false };
    let Some(dash) = original[at..].chars().next() else { return false };
    let after = at + dash.len_utf8();
    // The two spellings run in step only where lower case left the lengths alone.
    let Some(lower) = whole.text.get(..at).zip(whole.text.get(whole.text.len() - (original.len() - after)..)) else {
        return false;
    };
    if !lower.0.is_ascii() || !lower.1.is_ascii() || lower.1.contains('-') && lower.1.contains("old") {
        return false;
    }
    let sides = (classify(lower.0), classify(lower.1));
    let joins = match sides {
        (_, Class::Other | Class::Part(_) | Class::Function) | (Class::Other, _) => {
            lower.0 == "mid" && sides.1 != Class::Other
        }
        (Class::Function, _) => matches!(lower.0, "mid" | "early" | "late" | "half"),
        (Class::Cardinal(_) | Class::Digits(..) | Class::Ordinal(_), Class::Unit(_)) => true,
        (left, right) => left.triggers() || right.triggers() || matches!(sides, (Class::Digits(..), Class::Digits(..))),
    };
    if !joins {
        return false;
    }
    let start = whole.span.start;
    let piece = |class, text, from: usize, to: usize, capital| Lexeme {
        class,
        text,
        capital,
        span: Span::new(start + from, start + to),
        token: whole.token,
        hot: true,
    };
    *triggered |= sides.0.triggers() || sides.1.triggers();
    lexemes.push(piece(sides.0, lower.0, 0, at, whole.capital));
    lexemes.push(piece(Class::Other, "-", at, after, false));
    let capital = original[after..].starts_with(char::is_uppercase);
    lexemes.push(piece(sides.1, lower.1, after, original.len(), capital));
    true
}
