//! Which characters make words, and the form in which words are compared.

use compact_str::CompactString;
use unicode_normalization::UnicodeNormalization;

/// Letters, digits, the marks that combine with them, and the low line.
pub(super) fn is_word(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_alphanumeric() || c == '_';
    }
    c.is_alphanumeric() || matches!(c, '\u{300}'..='\u{36f}' | '\u{20d0}'..='\u{20ff}' | 'ʼ')
}

/// Characters that take no room: soft hyphens, joiners, direction marks, control characters.
pub(super) fn is_invisible(c: char) -> bool {
    c.is_control() && !c.is_whitespace()
        || matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

/// Characters that the rule engine keeps for itself; an article's own are shown as U+FFFD.
fn is_private(c: char) -> bool {
    matches!(c, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{ffffd}' | '\u{100000}'..='\u{10fffd}')
}

/// Lower case, composed (NFC), apostrophes and hyphens straight, nothing invisible, nothing private.
pub(super) fn lower(word: &str) -> CompactString {
    if word.is_ascii() && !word.bytes().any(|b| b.is_ascii_control()) {
        let mut lower = CompactString::from(word);
        lower.make_ascii_lowercase();
        return lower;
    }
    word.nfc()
        .filter(|&c| !is_invisible(c))
        .map(|c| match c {
            '‘' | '’' | 'ʼ' | '`' | '′' => '\'',
            '‐' | '‑' | '−' => '-',
            // A dash within a token joins two figures ("2–1").
            '–' if word.len() > 3 => '-',
            _ if is_private(c) => '\u{fffd}',
            _ => c,
        })
        .flat_map(char::to_lowercase)
        .collect()
}

/// Whether the first letter is a capital.
pub(super) fn capital(word: &str) -> bool {
    word.chars().find(|c| c.is_alphabetic()).is_some_and(char::is_uppercase) || after_particle(word)
}

/// "al-Rashid", "d'Aubigny", "ash-Sharif": a small particle bound to a name.
fn after_particle(word: &str) -> bool {
    const ARABIC: &[&str] = &["al", "el", "ul", "ad", "an", "ar", "as", "ash", "at", "az", "bin", "ibn", "abu"];
    const ROMANCE: &[&str] = &["d", "l", "dell", "dall", "de", "o"];
    let Some((at, mark)) = word.char_indices().find(|(_, c)| matches!(c, '-' | '‐' | '‑' | '\'' | '’')) else {
        return false;
    };
    let list = if matches!(mark, '\'' | '’') { ROMANCE } else { ARABIC };
    list.contains(&&word[..at]) && word[at + mark.len_utf8()..].starts_with(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_small_particle_hides_no_capital() {
        assert!(capital("al-Rashid") && capital("d’Aubigny") && capital("Rashid"));
        assert!(!capital("non-Catholic") && !capital("al-dente") && !capital("o'clock"));
    }

    #[test]
    fn comparison_form_is_straight_composed_and_visible() {
        assert_eq!(lower("O’NEILL"), "o'neill");
        assert_eq!(lower("2–1"), "2-1");
        assert_eq!(lower("–"), "–");
        assert_eq!(lower("Jose\u{301}"), "josé");
        assert_eq!(lower("soft\u{ad}ly"), "softly");
        assert_eq!(lower("\u{e001}"), "\u{fffd}");
    }

    #[test]
    fn a_capital_is_the_first_letters() {
        assert!(capital("“Éire"));
        assert!(!capital("7th"));
        assert!(!capital("iPhone"));
    }
}
