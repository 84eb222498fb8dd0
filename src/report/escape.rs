//! Untrusted text on its way to people: what cannot be seen is made visible.
//!
//! Articles come from anywhere. A control character can rewrite a terminal, a direction mark can turn a sentence
//! round, a zero-width character can hide in a name. Every format passes article text through [`visible`]; what a
//! format itself must escape (`<` in HTML, `%` in workflow commands, `|` in tables) is done in that format's file.

use std::borrow::Cow;
use std::fmt::Write;

/// Whether a character is shown as its code instead of itself: controls (tab and line feed included), marks that
/// change direction, characters without width, fillers, tags, and line separators. Unicode 16, chapters 5 and 23.
#[must_use]
pub fn is_hidden(character: char) -> bool {
    character.is_control()
        || matches!(
            character,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
                | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}' | '\u{2800}' | '\u{3164}' | '\u{feff}' | '\u{ffa0}'
                | '\u{fff0}'..='\u{fffb}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}'
        )
}

/// The text with every hidden character as `\u{…}`, its code in hexadecimal; borrowed where there is none.
#[must_use]
pub fn visible(text: &str) -> Cow<'_, str> {
    if !text.chars().any(is_hidden) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 16);
    for character in text.chars() {
        push_visible(&mut out, character);
    }
    Cow::Owned(out)
}

/// As [`visible`], on one line: each run of white space becomes one space first.
#[must_use]
pub fn line(text: &str) -> String {
    let words: Vec<Cow<'_, str>> = text.split_ascii_whitespace().map(visible).collect();
    words.join(" ")
}

/// Appends one character as [`visible`] shows it.
pub(crate) fn push_visible(out: &mut String, character: char) {
    if is_hidden(character) {
        // Writing to a string cannot fail.
        let _ = write!(out, "\\u{{{:x}}}", u32::from(character));
    } else {
        out.push(character);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn plain_text_is_not_copied() {
        assert!(matches!(visible("Zoë Ånstrøm said “no” – 東京 🙂"), Cow::Borrowed(_)));
    }

    #[test]
    fn what_cannot_be_seen_is_shown() {
        assert_eq!(visible("a\u{1b}[31mb"), "a\\u{1b}[31mb");
        assert_eq!(visible("a\u{202e}b\u{2066}c"), "a\\u{202e}b\\u{2066}c");
        assert_eq!(visible("Ru\u{200b}iz\u{feff}"), "Ru\\u{200b}iz\\u{feff}");
        assert_eq!(visible("a\rb\u{9b}c\u{7f}"), "a\\u{d}b\\u{9b}c\\u{7f}");
        assert_eq!(visible("\u{e0041}"), "\\u{e0041}");
    }

    #[test]
    fn a_line_stays_one_line() {
        assert_eq!(line("  two\n\twords\u{2028}! "), "two words\\u{2028}!");
    }

    proptest! {
        #[test]
        fn nothing_hidden_is_left(text in "\\PC*|[\\x00-\\x{9f}\\x{200b}-\\x{206f}a]*") {
            prop_assert!(!visible(&text).chars().any(is_hidden));
        }
    }
}
