//! The dictionary form of a tagged word: the lexicon's, else by the regular endings.

use super::lexicon::Word;
use crate::annotate::token::Tag;
use compact_str::CompactString;

/// The lemma, in lower case; `lower` itself where there is nothing to take off.
pub(super) fn lemma(lower: &str, tag: Tag) -> CompactString {
    if let Some(full) = clitic(lower, tag) {
        return CompactString::const_new(full);
    }
    if tag.is_verb() {
        return verb(lower, tag);
    }
    match tag {
        Tag::NounPlural => noun(lower),
        _ => CompactString::from(lower),
    }
}

/// Contracted words in full.
fn clitic(lower: &str, tag: Tag) -> Option<&'static str> {
    Some(match (lower, tag) {
        ("n't" | "not", _) => "not",
        ("'ll" | "wo", _) => "will",
        ("ca", Tag::Modal) => "can",
        ("sha", Tag::Modal) => "shall",
        ("'d", Tag::Modal) => "would",
        ("'ve" | "'d", _) => "have",
        ("'re" | "'m" | "ai" | "am" | "are" | "is" | "was" | "were" | "been" | "being" | "be", _) => "be",
        ("'s", tag) if tag.is_verb() => "be",
        ("has" | "had" | "having", tag) if tag.is_verb() => "have",
        ("an", Tag::Determiner) => "a",
        _ => return None,
    })
}

fn verb(lower: &str, tag: Tag) -> CompactString {
    if let Some(word) = Word::find(lower).filter(|word| word.can_be(Word::ANY_VERB)) {
        // "found" as a base form is the verb "found", not "find".
        let base = matches!(tag, Tag::Verb | Tag::VerbPresent) && word.can_be(Word::VERB);
        return if base { lower.into() } else { word.verb_lemma(lower) };
    }
    compound(lower, |part| verb(part, tag)).unwrap_or_else(|| match tag {
        Tag::VerbThird => without_s(lower),
        Tag::VerbGerund => without(lower, "ing"),
        Tag::VerbPast | Tag::VerbParticiple => without(lower, "ed"),
        _ => lower.into(),
    })
}

fn noun(lower: &str) -> CompactString {
    if let Some(word) = Word::find(lower).filter(|word| word.can_be(Word::PLURAL | Word::NOUN)) {
        return word.noun_lemma(lower);
    }
    compound(lower, noun).unwrap_or_else(|| without_s(lower))
}

/// "re-elected", "by-elections": only the last part is inflected.
fn compound(lower: &str, inner: impl Fn(&str) -> CompactString) -> Option<CompactString> {
    let (first, last) = lower.rsplit_once('-').filter(|(first, last)| !first.is_empty() && !last.is_empty())?;
    let mut word = CompactString::from(first);
    word.push('-');
    word.push_str(&inner(last));
    Some(word)
}

fn without_s(lower: &str) -> CompactString {
    if let Some(stem) = lower.strip_suffix("ies").filter(|stem| stem.len() > 1) {
        return compact_str::format_compact!("{stem}y");
    }
    for end in ["sses", "shes", "ches", "xes", "zes"] {
        if lower.ends_with(end) {
            return lower[..lower.len() - 2].into();
        }
    }
    match lower.strip_suffix('s') {
        Some(stem) if stem.len() > 1 && !stem.ends_with(['s', 'u', 'i']) => stem.into(),
        _ => lower.into(),
    }
}

/// Takes off "-ed" or "-ing" from a verb no lexicon knows ("unfriending"): a doubled consonant is made single,
/// and "e" put back where a known verb ends so.
fn without(lower: &str, end: &str) -> CompactString {
    let Some(stem) = lower.strip_suffix(end).filter(|stem| stem.len() > 1) else { return lower.into() };
    let known = |word: &str| Word::find(word).is_some_and(|word| word.can_be(Word::VERB));
    let with_e = compact_str::format_compact!("{stem}e");
    if known(stem) || !stem.is_ascii() {
        return stem.into();
    }
    if known(&with_e) {
        return with_e;
    }
    if let Some(stem) = stem.strip_suffix('i').filter(|_| end == "ed") {
        return compact_str::format_compact!("{stem}y");
    }
    let bytes = stem.as_bytes();
    let last = bytes[bytes.len() - 1];
    let doubled = bytes.len() > 2 && last == bytes[bytes.len() - 2] && !matches!(last, b's' | b'l' | b'z' | b'f');
    if doubled {
        return stem[..stem.len() - 1].into();
    }
    if matches!(last, b'v' | b'c' | b'u') || ["at", "iz", "is", "us"].iter().any(|end| stem.ends_with(end)) {
        return with_e;
    }
    stem.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clitics_are_written_out() {
        assert_eq!(lemma("n't", Tag::Adverb), "not");
        assert_eq!(lemma("wo", Tag::Modal), "will");
        assert_eq!(lemma("ca", Tag::Modal), "can");
        assert_eq!(lemma("'s", Tag::VerbThird), "be");
        assert_eq!(lemma("'s", Tag::PossessiveEnding), "'s");
    }

    #[test]
    fn the_tag_decides_between_two_verbs_of_one_form() {
        assert_eq!(lemma("found", Tag::VerbPast), "find");
        assert_eq!(lemma("found", Tag::Verb), "found");
        assert_eq!(lemma("lay", Tag::VerbPast), "lie");
        assert_eq!(lemma("lay", Tag::Verb), "lay");
    }

    #[test]
    fn nouns_lose_their_plural_and_only_then() {
        assert_eq!(lemma("by-elections", Tag::NounPlural), "by-election");
        assert_eq!(lemma("women", Tag::NounPlural), "woman");
        assert_eq!(lemma("talks", Tag::NounPlural), "talk");
        assert_eq!(lemma("series", Tag::Noun), "series");
        assert_eq!(lemma("better", Tag::AdjectiveComparative), "better");
    }

    #[test]
    fn verbs_no_lexicon_knows_follow_the_regular_endings() {
        assert_eq!(lemma("zorbified", Tag::VerbPast), "zorbify");
        assert_eq!(lemma("zorbized", Tag::VerbPast), "zorbize");
        assert_eq!(lemma("zorbing", Tag::VerbGerund), "zorb");
        assert_eq!(lemma("zorbbed", Tag::VerbPast), "zorb");
        assert_eq!(lemma("re-elected", Tag::VerbParticiple), "re-elect");
    }
}
