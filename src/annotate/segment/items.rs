//! The marks with which the items of a list begin.

use crate::annotate::token::Token;

/// The number of the item marker at `at` and its tokens: "1.", "1)", "1.)", "a.", "a)", "(a)".
pub(super) fn marker(text: &str, tokens: &[Token], at: usize) -> Option<(u32, usize)> {
    let word = |at: usize| tokens.get(at).map_or("", |token| token.span.of(text));
    let glued = |at: usize| at > 0 && tokens.get(at).is_some_and(|token| token.span.start == tokens[at - 1].span.end);
    let head = word(at);
    let first = head.bytes().next().filter(|b| b.is_ascii_alphanumeric() || *b == b'(')?;
    let bracket = usize::from(first == b'(');
    let number = word(at + bracket);
    let bare = number.trim_end_matches('.');
    if bare.is_empty() || bare.len() > 2 {
        return None;
    }
    let mut end = at + bracket + 1;
    let mut stop = bare.len() < number.len();
    if !stop && word(end) == "." && glued(end) {
        stop = true;
        end += 1;
    }
    let closed = word(end) == ")" && glued(end);
    if closed {
        end += 1;
    }
    // "(1." and a bare number are no markers, and neither is "2." right before a digit or a mark.
    let whole = if bracket == 1 { closed && !stop } else { stop || closed };
    if !whole || !tokens.get(end).is_some_and(|next| next.span.of(text).starts_with(char::is_alphabetic)) {
        return None;
    }
    let width = end - at;
    if let Ok(number) = bare.parse::<u32>() {
        return Some((number, width));
    }
    let mut letters = bare.chars();
    match (letters.next()?, letters.next()) {
        (letter @ 'a'..='z', None) => Some((u32::from(letter), width)),
        (letter @ 'A'..='Z', None) if closed => Some((u32::from(letter), width)),
        _ => None,
    }
}

/// Whether `number`, as [`marker`] gives it, begins a count.
pub(super) fn is_first(number: u32) -> bool {
    number == 1 || number == u32::from('a') || number == u32::from('A')
}

/// A bullet.
pub(super) fn is_bullet(word: &str) -> bool {
    matches!(word, "•" | "⁃" | "▪" | "‣" | "◦")
}
