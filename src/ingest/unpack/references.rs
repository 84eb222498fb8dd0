//! Character references of HTML and XML: `&amp;`, `&#8217;`, `&rsquo;`.
//!
//! Feeds and news in XML use HTML's names without declaring them, so both are read alike. Entities that a document
//! declares itself are never expanded: they stay as they are written, and cannot grow.

use std::borrow::Cow;

/// No reference's name is longer.
const LONGEST: usize = 32;

/// What the reference at the head of `rest` (which begins with `&`) stands for, and its length in bytes; `None` where
/// it is a plain ampersand.
pub(in crate::ingest) fn reference(rest: &str) -> Option<(Cow<'static, str>, usize)> {
    let inner = rest.strip_prefix('&')?;
    if let Some(number) = inner.strip_prefix('#') {
        return numbered(number).map(|(text, length)| (text, length + 2));
    }
    let name = inner.bytes().take(LONGEST).take_while(u8::is_ascii_alphanumeric).count();
    let closed = inner.as_bytes().get(name) == Some(&b';');
    let length = 1 + name + usize::from(closed);
    let known = match inner.get(..name)? {
        "" => return None,
        "amp" if closed => "&",
        "lt" if closed => "<",
        "gt" if closed => ">",
        "quot" if closed => "\"",
        "apos" if closed => "'",
        "nbsp" if closed => "\u{a0}",
        _ => return named(rest.get(..length)?).map(|text| (Cow::Owned(text), length)),
    };
    Some((Cow::Borrowed(known), length))
}

/// What HTML's own table says of a whole reference.
fn named(whole: &str) -> Option<String> {
    let mut text = String::new();
    for token in html5gum::Tokenizer::new(whole) {
        if let Ok(html5gum::Token::String(part)) = token {
            text.push_str(&String::from_utf8_lossy(&part));
        }
    }
    (text != whole && !text.is_empty()).then_some(text)
}

/// The character of a number, decimal or after an `x`; the length counts from the first digit or the `x`.
fn numbered(number: &str) -> Option<(Cow<'static, str>, usize)> {
    let hex = number.starts_with(['x', 'X']);
    let (radix, digits) = if hex { (16, number.get(1..)?) } else { (10, number) };
    let count = digits.bytes().take(LONGEST).take_while(|byte| char::from(*byte).is_digit(radix)).count();
    let code = u32::from_str_radix(digits.get(..count)?, radix).ok();
    if count == 0 {
        return None;
    }
    let length = usize::from(hex) + count + usize::from(digits.as_bytes().get(count) == Some(&b';'));
    let character = match code {
        // Old pages number the marks of Windows ("&#146;").
        Some(code @ 0x80..=0x9f) => windows(code as u8),
        Some(0) | None => '\u{fffd}',
        Some(code) => char::from_u32(code).unwrap_or('\u{fffd}'),
    };
    Some((Cow::Owned(character.to_string()), length))
}

fn windows(byte: u8) -> char {
    encoding_rs::WINDOWS_1252.decode_without_bom_handling(&[byte]).0.chars().next().unwrap_or('\u{fffd}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn assert_reference(text: &str, expected: Option<(&str, usize)>) {
        let found = reference(text);
        assert_eq!(found.as_ref().map(|(text, length)| (&**text, *length)), expected, "{text}");
    }

    #[test]
    fn named_and_numbered() {
        assert_reference("&amp; B", Some(("&", 5)));
        assert_reference("&rsquo;s", Some(("’", 7)));
        assert_reference("&#8217;s", Some(("’", 7)));
        assert_reference("&#x2019;s", Some(("’", 8)));
        assert_reference("&#146;s", Some(("’", 6)));
        assert_reference("&eacute", Some(("é", 7)));
    }

    #[test]
    fn what_is_no_reference_stays() {
        for text in ["& B", "&T", "&;", "&#;", "&#x;", "&unheard;", "&", "&é"] {
            assert_reference(text, None);
        }
        assert_reference("&#99999999999;", Some(("\u{fffd}", 14)));
        assert_reference("&#xD800;", Some(("\u{fffd}", 8)));
    }
}
