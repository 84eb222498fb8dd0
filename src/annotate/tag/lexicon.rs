//! The lexicon: which parts of speech a word form can be, and its dictionary forms.
//!
//! 118,000 forms, British and American; `rules/english/WORDS.md` names their sources. It knows nothing of context.

use super::table::{Table, u16_at, u32_at};
use compact_str::CompactString;

static BYTES: &[u8] = include_bytes!("../../../rules/english/words.bin");
const HEADER: usize = 12;
const CLASS_WIDTH: usize = 6;
const CHANGE_WIDTH: usize = 12;

/// What a word form can be, as a set of [`Word::NOUN`] and its siblings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word {
    flags: u16,
    verb_change: u16,
    noun_change: u16,
}

impl Word {
    /// A noun in the singular.
    pub const NOUN: u16 = 1;
    /// A noun in the plural.
    pub const PLURAL: u16 = 1 << 1;
    /// The base form of a verb.
    pub const VERB: u16 = 1 << 2;
    /// A past tense.
    pub const PAST: u16 = 1 << 3;
    /// A past participle.
    pub const PARTICIPLE: u16 = 1 << 4;
    /// A form in -ing.
    pub const GERUND: u16 = 1 << 5;
    /// The third person singular.
    pub const THIRD: u16 = 1 << 6;
    /// An adjective.
    pub const ADJECTIVE: u16 = 1 << 7;
    /// An adverb.
    pub const ADVERB: u16 = 1 << 8;
    /// A name.
    pub const NAME: u16 = 1 << 9;
    /// A comparative or superlative.
    pub const COMPARATIVE: u16 = 1 << 10;
    /// Any form of a verb that takes an object in one of its commoner senses.
    pub const TRANSITIVE: u16 = 1 << 11;
    /// Any form of a verb.
    pub const ANY_VERB: u16 = Self::VERB | Self::PAST | Self::PARTICIPLE | Self::GERUND | Self::THIRD;

    /// Looks a form up; `lower` is in lower case.
    #[must_use]
    pub fn find(lower: &str) -> Option<Self> {
        let slots = u32_at(BYTES, 0) as usize;
        let table = Table::new(BYTES, HEADER, slots, 2);
        let class = table.get(lower.as_bytes())? as usize;
        let at = HEADER + table.byte_length() + class * CLASS_WIDTH;
        Some(Self { flags: u16_at(BYTES, at), verb_change: u16_at(BYTES, at + 2), noun_change: u16_at(BYTES, at + 4) })
    }

    /// Whether it can be any of these.
    #[must_use]
    pub fn can_be(self, flags: u16) -> bool {
        self.flags & flags != 0
    }

    /// Whether it can be nothing else than these; [`Word::TRANSITIVE`] does not count.
    #[must_use]
    pub fn is_only(self, flags: u16) -> bool {
        self.flags & !(flags | Self::TRANSITIVE) == 0
    }

    /// The verb's base form.
    #[must_use]
    pub fn verb_lemma(self, lower: &str) -> CompactString {
        changed(lower, self.verb_change)
    }

    /// The noun's singular.
    #[must_use]
    pub fn noun_lemma(self, lower: &str) -> CompactString {
        changed(lower, self.noun_change)
    }
}

fn changed(lower: &str, change: u16) -> CompactString {
    let classes = u32_at(BYTES, 4) as usize;
    let slots = u32_at(BYTES, 0) as usize;
    let at = HEADER + slots * 6 + classes * CLASS_WIDTH + usize::from(change) * CHANGE_WIDTH;
    let Some(&[strip, length, ref end @ ..]) = BYTES.get(at..at + CHANGE_WIDTH) else {
        return CompactString::from(lower);
    };
    let stem = lower.len().checked_sub(usize::from(strip)).and_then(|keep| lower.get(..keep));
    let end = end.get(..usize::from(length)).and_then(|end| std::str::from_utf8(end).ok());
    match (stem, end) {
        (Some(stem), Some(end)) => {
            let mut word = CompactString::from(stem);
            word.push_str(end);
            word
        }
        _ => CompactString::from(lower),
    }
}

/// Whether any lexicon knows the word, for checks of word lists. Case is ignored; of a compound with hyphens
/// each part has to be known.
#[must_use]
pub fn is_word(form: &str) -> bool {
    let lower = form.to_lowercase();
    Word::find(&lower).is_some()
        || super::model::knows(&lower)
        || (lower.contains('-') && lower.split('-').all(|part| Word::find(part).is_some() || super::model::knows(part)))
}

/// Whether the dictionary has the word, in lower case, as anything but a name.
#[must_use]
pub fn is_common_word(lower: &str) -> bool {
    Word::find(lower).is_some_and(|word| !word.is_only(Word::NAME))
}

/// Every dictionary form that a word form can belong to, verb first, without repetition: "met" → "meet";
/// "found" → "find"; "leaves" → "leave", "leaf". Empty for a word that is in no lexicon.
#[must_use]
pub fn lemmas(form: &str) -> Vec<CompactString> {
    let lower = form.to_lowercase();
    let Some(word) = Word::find(&lower) else {
        return if super::model::knows(&lower) { vec![lower.into()] } else { Vec::new() };
    };
    let mut found = Vec::new();
    if word.can_be(Word::ANY_VERB) {
        found.push(word.verb_lemma(&lower));
    }
    if word.can_be(Word::NOUN | Word::PLURAL) {
        found.push(word.noun_lemma(&lower));
    }
    if !word.is_only(Word::ANY_VERB | Word::PLURAL) {
        found.push(lower.into());
    }
    let mut seen: Vec<CompactString> = Vec::with_capacity(found.len());
    for lemma in found {
        if !seen.contains(&lemma) {
            seen.push(lemma);
        }
    }
    seen
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn irregular_forms_lead_to_their_verbs() {
        let verb = |form: &str| Word::find(form).map(|word| word.verb_lemma(form));
        for (form, lemma) in [
            ("met", "meet"),
            ("went", "go"),
            ("found", "find"),
            ("left", "leave"),
            ("was", "be"),
            ("stepped", "step"),
            ("travelled", "travel"),
            ("ousts", "oust"),
            ("organising", "organise"),
            ("lay", "lie"),
        ] {
            assert_eq!(verb(form).as_deref(), Some(lemma), "{form}");
        }
    }

    #[test]
    fn lemmas_lists_both_readings_of_a_form() {
        assert_eq!(lemmas("leaves"), ["leave", "leaf"]);
        assert_eq!(lemmas("Councillors"), ["councillor"]);
        assert!(lemmas("zzyzxq").is_empty());
    }

    #[test]
    fn words_of_both_spellings_are_known_and_nonsense_is_not() {
        for word in ["harbour", "harbor", "the", "re-elected", "Unless"] {
            assert!(is_word(word), "{word}");
        }
        for word in ["harbuor", "qqq", "re-elcted", ""] {
            assert!(!is_word(word), "{word}");
        }
    }
}
