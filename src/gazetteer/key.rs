//! The form of a name that look-ups compare: lower case, accents folded, "St." written out, "the" dropped.
//!
//! `rules/places/generate.py` makes the same keys; a test over the data files holds the two together.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The key of `name`. Hyphens and other punctuation become spaces, apostrophes and full stops vanish.
#[must_use]
pub fn normalise(name: &str) -> String {
    let mut folded = String::with_capacity(name.len());
    if name.is_ascii() {
        name.chars().for_each(|letter| fold(letter, &mut folded));
    } else {
        name.nfd().filter(|&letter| !is_combining_mark(letter)).for_each(|letter| fold(letter, &mut folded));
    }
    let mut key = String::with_capacity(folded.len() + 8);
    for word in folded.split(' ').filter(|word| !word.is_empty()) {
        if !key.is_empty() {
            key.push(' ');
        }
        key.push_str(written_out(word));
    }
    match key.strip_prefix("the ") {
        Some(rest) => rest.to_owned(),
        None => key,
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
fn written_out(word: &str) -> &str {
    match word {
        "st" => "saint",
        "ste" => "sainte",
        "mt" => "mount",
        "ft" => "fort",
        "&" => "and",
        _ => word,
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
