//! Finds the phrase that names a speaker behind a cue verb: "said Ana Ruiz, the mayor".

use super::reader::Reader;
use super::speaker::LONGEST;
use super::words;
use crate::source::Span;

impl Reader<'_> {
    /// The noun phrase that begins with the first of `words`; a name in apposition is preferred to a description.
    pub(super) fn starting(self, words: &[usize]) -> Option<Span> {
        self.opening_phrase(words, false)
    }

    /// The speaker behind a verb: "said ex-NYPD detective Ana Ruiz". What looks like a verb in it is a participle.
    pub(super) fn after_verb(self, words: &[usize]) -> Option<Span> {
        self.opening_phrase(words, true)
    }

    fn opening_phrase(self, words: &[usize], inverted: bool) -> Option<Span> {
        let &first = words.first()?;
        let lower = self.lower(first);
        if words::PRONOUNS.has(lower)
            && !matches!(lower, "one" | "some" | "many" | "both" | "another" | "this" | "neither")
        {
            return self.span(&words[..1]);
        }
        if words::PREPOSITIONS.has(lower) && !self.name(first) && lower != "this" || self.punctuation(first) {
            return None;
        }
        let mut end = 0;
        let mut head = None;
        for &word in words.iter().take(LONGEST) {
            let lower = self.lower(word);
            let link = end > 0 && matches!(lower, "of" | "for" | "at" | "from" | "with");
            let joined = lower == "and"
                && end > 0
                && self.name(words[end - 1])
                && words.get(end + 1).is_some_and(|&next| self.name(next));
            if link {
                head = head.or(Some(end));
            } else if !(joined
                || words::DETERMINERS.has(lower)
                || end == 1 && lower == "first"
                || self.part_of_phrase(word)
                || inverted && self.leads_to_name(words, end))
            {
                break;
            }
            end += 1;
        }
        if end == 0 || lower == "there" || end == 1 && matches!(lower, "the" | "a" | "an") {
            return None;
        }
        let phrase = &words[..head.unwrap_or(end)];
        let named = self.leading_or_trailing_name(phrase);
        if named.is_none() && words.get(end).is_some_and(|&word| self.lower(word) == ",") {
            let rest = &words[end + 1..];
            let run = rest
                .iter()
                .take(LONGEST)
                .take_while(|&&word| self.name(word) || words::PARTICLES.has(self.lower(word)))
                .count();
            let closed = rest.get(run).is_none_or(|&word| self.punctuation(word) || self.lower(word) == "who");
            if run > 0 && closed {
                return self.span(&rest[..run]);
            }
        }
        self.span(named.unwrap_or(phrase))
    }

    /// "spokesman John Smith" → "John Smith"; "Ana Ruiz" whole; nothing where the phrase does not end in a name.
    fn leading_or_trailing_name(self, phrase: &[usize]) -> Option<&[usize]> {
        let last = phrase.last()?;
        if self.name(*last) {
            return Some(self.name_part(phrase));
        }
        let run = phrase.iter().take_while(|&&word| self.name(word) || words::PARTICLES.has(self.lower(word))).count();
        (run >= 2).then(|| &phrase[..run])
    }
}
