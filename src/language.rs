//! Which language an article is in, for desks that keep articles of several.
//!
//! Told from the letters and their neighbours (trigrams, by `whatlang`); a text too short or too mixed to tell is in no
//! language, and is read.

use crate::source::Document;
use std::fmt;
use whatlang::Lang;

/// A language other than that of the rules can be left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Language(Lang);

/// Two-letter codes of ISO 639-1 with the three-letter ones, of the languages that are told apart.
const CODES: &[(&str, &str)] = &[
    ("af", "afr"),
    ("am", "amh"),
    ("ar", "ara"),
    ("az", "aze"),
    ("be", "bel"),
    ("bg", "bul"),
    ("bn", "ben"),
    ("ca", "cat"),
    ("cs", "ces"),
    ("cy", "cym"),
    ("da", "dan"),
    ("de", "deu"),
    ("el", "ell"),
    ("en", "eng"),
    ("eo", "epo"),
    ("es", "spa"),
    ("et", "est"),
    ("fa", "pes"),
    ("fi", "fin"),
    ("fr", "fra"),
    ("gu", "guj"),
    ("he", "heb"),
    ("hi", "hin"),
    ("hr", "hrv"),
    ("hu", "hun"),
    ("hy", "hye"),
    ("id", "ind"),
    ("it", "ita"),
    ("ja", "jpn"),
    ("jv", "jav"),
    ("ka", "kat"),
    ("km", "khm"),
    ("kn", "kan"),
    ("ko", "kor"),
    ("la", "lat"),
    ("lt", "lit"),
    ("lv", "lav"),
    ("mk", "mkd"),
    ("ml", "mal"),
    ("mr", "mar"),
    ("my", "mya"),
    ("nb", "nob"),
    ("ne", "nep"),
    ("nl", "nld"),
    ("no", "nob"),
    ("or", "ori"),
    ("pa", "pan"),
    ("pl", "pol"),
    ("pt", "por"),
    ("ro", "ron"),
    ("ru", "rus"),
    ("si", "sin"),
    ("sk", "slk"),
    ("sl", "slv"),
    ("sn", "sna"),
    ("sr", "srp"),
    ("sv", "swe"),
    ("ta", "tam"),
    ("te", "tel"),
    ("th", "tha"),
    ("tk", "tuk"),
    ("tl", "tgl"),
    ("tr", "tur"),
    ("uk", "ukr"),
    ("ur", "urd"),
    ("uz", "uzb"),
    ("vi", "vie"),
    ("yi", "yid"),
    ("zh", "cmn"),
    ("zu", "zul"),
];

/// Bytes of an article that are looked at: more do not make it surer.
const LOOKED_AT: usize = 4000;

impl Language {
    /// The language of that code or English name, whatever its case.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        let name = name.trim().to_lowercase();
        let code = CODES.iter().find(|(short, _)| *short == name).map_or(name.as_str(), |(_, long)| long);
        let by_name = || Lang::all().iter().copied().find(|lang| lang.eng_name().to_lowercase() == name);
        Lang::from_code(code).or_else(by_name).map(Self)
    }

    /// The language of an article's running text; `None` where it cannot be told surely.
    #[must_use]
    pub fn of(document: &Document) -> Option<Self> {
        let mut text = String::new();
        for block in document.blocks.iter().filter(|block| block.kind.claims()) {
            text.extend(document.slice(block.span).chars().take(LOOKED_AT).chain([' ']));
            if text.len() >= LOOKED_AT {
                break;
            }
        }
        whatlang::detect(&text).filter(whatlang::Info::is_reliable).map(|info| Self(info.lang()))
    }

    /// Whether it is the one that the rules read.
    #[must_use]
    pub fn is_english(self) -> bool {
        self.0 == Lang::Eng
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.0.eng_name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing;

    #[test]
    fn a_language_is_named_by_code_or_name() {
        for name in ["sv", "swe", "Swedish", "SV"] {
            assert_eq!(
                Language::named(name).map(|language| language.to_string()),
                Some("Swedish".to_owned()),
                "{name}"
            );
        }
        assert_eq!(Language::named("klingon"), None);
        assert!(
            CODES.iter().all(|(short, _)| Language::named(short).is_some()),
            "every code is one that is told apart"
        );
    }

    #[test]
    fn the_language_of_a_text_is_told_where_it_is_sure() {
        let of = |text: &str| Language::of(&testing::document("a.txt", "", text)).map(|language| language.to_string());
        let swedish = "Hamnchefen träffade fackförbunden på tisdagen och lovade dem ett svar före veckans slut, \
            sade hennes kansli i ett uttalande som inte gav några fler upplysningar om samtalen. Förbunden väntar sig att \
            förhandlingarna återupptas på måndag, och att färjorna går som vanligt under hela nästa vecka, skriver tidningen.\n";
        assert_eq!(of(swedish).as_deref(), Some("Swedish"));
        let english = "The port director met the unions on Tuesday and promised them an answer before the weekend, her \
            office said in a statement that gave no further details of the talks.\n";
        assert_eq!(of(english).as_deref(), Some("English"));
        assert_eq!(of("Visby.\n"), None);
    }
}
