//! The form of a name that look-ups compare: lower case, accents folded, "St." written out, "the" dropped.
//!
//! `rules/places/generate.py` makes the same keys; a test over the data files holds the two together.

use std::borrow::Cow;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The key of `name`. Hyphens and other punctuation become spaces, apostrophes and full stops vanish.
#[must_use]
pub fn normalise(name: &str) -> String {
    let mut folded = String::with_capacity(name.len());
    if name.is_ascii() {
        name.bytes().for_each(|byte| fold_ascii(byte, &mut folded));
    } else {
        name.nfd().filter(|&letter| !is_combining_mark(letter)).for_each(|letter| fold(letter, &mut folded));
    }
    let regular = folded.split(' ').all(|word| !word.is_empty() && written_out(word).is_none());
    if regular && !folded.starts_with("the ") {
        return folded;
    }
    let mut key = String::with_capacity(folded.len() + 8);
    for word in folded.split(' ').filter(|word| !word.is_empty()) {
        if !key.is_empty() {
            key.push(' ');
        }
        key.push_str(written_out(word).unwrap_or(word));
    }
    match key.strip_prefix("the ") {
        Some(rest) => rest.to_owned(),
        None => key,
    }
}

/// As [`normalise`], without a copy of what is a key already: most words are.
pub(crate) fn key_of(name: &str) -> Cow<'_, str> {
    let plain = name.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit());
    if plain && written_out(name).is_none() { Cow::Borrowed(name) } else { Cow::Owned(normalise(name)) }
}

fn fold_ascii(byte: u8, folded: &mut String) {
    match byte {
        b'a'..=b'z' | b'0'..=b'9' | b'&' => folded.push(byte as char),
        b'A'..=b'Z' => folded.push(byte.to_ascii_lowercase() as char),
        b'\'' | b'`' | b'.' => {}
        _ => folded.push(' '),
    }
}

fn fold(letter: char, folded: &mut String) {
    match letter {
        'ø' | 'Ø' => folded.push('o'),
        'æ' | 'Æ' => folded.push_str("ae"),
        'œ' | 'Œ' => folded.push_str("oe"),
        'ß' => folded.push_str("ss"),
        'ł' | 'Ł' => folded.push('l'),
        'đ' | 'Đ' | 'ð' | 'Ð' => folded.push('d'),
        'þ' | 'Þ' => folded.push_str("th"),
        'ı' => folded.push('i'),
        'ə' | 'Ə' => folded.push('e'),
        '\'' | '’' | '‘' | 'ʻ' | 'ʼ' | '`' | '.' => {}
        '&' => folded.push('&'),
        _ if letter.is_ascii_alphanumeric() => folded.push(letter.to_ascii_lowercase()),
        _ => folded.push(' '),
    }
}

/// Abbreviations that are part of names of places.
fn written_out(word: &str) -> Option<&'static str> {
    if word.len() > 3 {
        return None;
    }
    match word {
        "st" => Some("saint"),
        "ste" => Some("sainte"),
        "mt" => Some("mount"),
        "ft" => Some("fort"),
        "&" => Some("and"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::normalise;

    #[test]
    fn spellings_of_one_name_share_a_key() {
        for (one, other) in [
            ("Ålesund", "Alesund"),
            ("Tórshavn", "Torshavn"),
            ("St. Louis", "Saint Louis"),
            ("The Hague", "the Hague"),
            ("King’s Lynn", "Kings Lynn"),
            ("Stratford-upon-Avon", "Stratford upon Avon"),
            ("Łódź", "Lodz"),
            ("Tyne & Wear", "Tyne and Wear"),
        ] {
            assert_eq!(normalise(one), normalise(other));
        }
    }

    #[test]
    fn different_names_keep_different_keys() {
        assert_ne!(normalise("Newport"), normalise("New Port"));
        assert_eq!(normalise("Theale"), "theale");
        assert_eq!(normalise("The"), "the");
    }
}
