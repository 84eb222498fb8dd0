//! Finds the phrase that names a speaker in front of a cue verb; [`super::behind`] finds it after one.
//!
//! This layer runs before noun phrases are known, so it reads tokens: capitals, determiners, commas, and
//! part-of-speech tags where there are any. A name is preferred to the office beside it. Pronouns stay as they are;
//! whom they stand for is for the layer of mentions.

use super::reader::Reader;
use super::words;
use crate::source::Span;

/// Longest phrase, in tokens, that is taken for a speaker.
pub(super) const LONGEST: usize = 12;
/// Most phrases between commas that are tried on the way back to a name.
const MOST_CHUNKS: usize = 5;

impl Reader<'_> {
    /// The speaker in front of a cue verb; `words` are the sentence's tokens up to the verb.
    pub(super) fn before_verb(self, words: &[usize]) -> Option<Span> {
        let mut words = words;
        while let [rest @ .., last] = words
            && (self.adverb(*last) || words::AUXILIARIES.has(self.lower(*last)) && self.lower(*last) != "may")
        {
            words = rest;
        }
        let [rest @ .., last] = words else { return None };
        let lower = self.lower(*last);
        let antecedent = rest.last().is_some_and(|&word| self.part_of_phrase(word) && !self.verb(word));
        if matches!(lower, "who" | "which") || lower == "that" && antecedent {
            return self.before_comma(rest).or_else(|| self.ending(rest));
        }
        if self.breaks(*last) {
            return self.before_comma(words);
        }
        let noun =
            rest.last().is_some_and(|&word| words::DETERMINERS.has(self.lower(word)) || self.tag(word).is_adjective());
        if matches!(lower, "and" | "but" | "or" | "then" | "to" | "as" | "that")
            || !self.capital(*last) && self.verb(*last) && !noun
        {
            return self.main_subject(words);
        }
        self.ending(words).or_else(|| self.main_subject(words))
    }

    /// The speaker that a comma or dash closes off from its verb: "Ana Ruiz, 38, a dental nurse," gives the name.
    fn before_comma(self, words: &[usize]) -> Option<Span> {
        let mut end = words.len();
        let mut description = None;
        for _ in 0..MOST_CHUNKS {
            while end > 0 && self.breaks(words[end - 1]) {
                end -= 1;
            }
            let start = words[..end].iter().rposition(|&word| self.breaks(word)).map_or(0, |at| at + 1);
            let chunk = &words[start..end];
            if chunk.is_empty() {
                break;
            }
            let named = self.tokens.get(chunk[0]).is_some()
                && chunk.iter().all(|&word| self.name(word) || words::PARTICLES.has(self.lower(word)));
            if named {
                return self.span(chunk);
            }
            let found = self.ending(chunk);
            if start == 0 {
                // The first chunk holds whatever stands before the name too.
                return found.or(description);
            }
            let relative =
                matches!(self.lower(chunk[0]), "who" | "which" | "whose" | "a" | "an" | "where" | "when" | "of")
                    || self.lower(chunk[0]).starts_with(|c: char| c.is_ascii_digit());
            let last_named = chunk.last().is_some_and(|&word| self.name(word));
            if last_named && !relative && self.lower(chunk[0]) == "the" {
                return found;
            }
            if !relative && description.is_none() {
                description = found;
            }
            end = start;
        }
        description
    }

    /// The noun phrase that ends with the last of `words`, cut to the name in it if it ends with one.
    fn ending(self, words: &[usize]) -> Option<Span> {
        let mut words = words;
        while let [rest @ .., last] = words
            && (self.punctuation(*last) || matches!(self.lower(*last), "them" | "us" | "of" | "whom"))
        {
            words = rest;
        }
        let &last = words.last()?;
        if words::PRONOUNS.has(self.lower(last)) {
            return self.span(&words[words.len() - 1..]);
        }
        let floor = words.len().saturating_sub(LONGEST);
        // `head` is where the leftmost noun phrase read so far ends.
        let (mut start, mut head) = (words.len(), words.len());
        while start > floor {
            let word = words[start - 1];
            let lower = self.lower(word);
            if words::LINKS.has(lower) {
                let further = start >= 2 && start < words.len() && self.part_of_phrase(words[start - 2]);
                if !further {
                    break;
                }
                head = start - 1;
            } else if lower == "and"
                && start >= 2
                && start < head
                && self.name(words[start])
                && self.name(words[start - 2])
            {
                // "Smith and Jones said"
            } else if words::DETERMINERS.has(lower) && start < head {
                start -= 1;
                let linked = start > floor && words::LINKS.has(self.lower(words[start - 1]));
                if !linked {
                    break;
                }
                continue;
            } else if !self.part_of_phrase(word) && (start < words.len() || words::PREPOSITIONS.has(lower)) {
                break;
            }
            start -= 1;
        }
        // "Department of Health deputy director Ana Ruiz": the name after a role is the speaker, whatever it is "of".
        let tail = self.name_part(words.get(start..)?);
        let role = words.len() - tail.len();
        if head < words.len() && tail.len() >= 2 && role > head && {
            let before = self.lower(words[role - 1]);
            !words::DETERMINERS.has(before) && !words::LINKS.has(before) && self.part_of_phrase(words[role - 1])
        } {
            return self.span(tail);
        }
        let mut phrase = words.get(start..head)?;
        while let [first, rest @ ..] = phrase
            && (words::LINKS.has(self.lower(*first)) || matches!(self.lower(*first), "and" | "'s" | "-"))
        {
            phrase = rest;
        }
        self.span(self.name_part(phrase))
    }

    /// Whether the word at `at` stands in front of a name behind a verb ("said retired mill hand Ana Ruiz"), where no
    /// finite verb can be; roles may be joined ("teacher and poet Ana Ruiz").
    pub(super) fn leads_to_name(self, words: &[usize], at: usize) -> bool {
        let lower = self.lower(words[at]);
        let plain = !self.punctuation(words[at]) && !words::AUXILIARIES.has(lower) && !words::PREPOSITIONS.has(lower);
        let participle = lower.ends_with("ed") || lower.ends_with("ing");
        let roles = lower == "and" && at > 0 && !self.name(words[at - 1]);
        let named = |reach: usize| words.iter().skip(at + 1).take(reach).any(|&word| self.name(word));
        plain && (participle || named(2)) || roles && named(4)
    }

    /// Whether a word can stand inside a noun phrase, before or as its head.
    pub(super) fn part_of_phrase(self, index: usize) -> bool {
        let lower = self.lower(index);
        if matches!(lower, "'s" | "'" | "’") || words::PARTICLES.has(lower) {
            return true;
        }
        if self.punctuation(index)
            || matches!(
                lower,
                "that" | "who" | "which" | "whether" | "and" | "but" | "or" | "because" | "if" | "so" | "what"
            )
        {
            return false;
        }
        if !self.capital(index)
            && (words::PREPOSITIONS.has(lower) || words::PRONOUNS.has(lower) || self.verb(index) || self.adverb(index))
        {
            return false;
        }
        !self.adverb(index) || self.name(index)
    }

    /// "the actress 's rep Jack Ketsoyan" → "Jack Ketsoyan"; a phrase that does not end with a name stays whole.
    pub(super) fn name_part(self, phrase: &[usize]) -> &[usize] {
        let run =
            phrase.iter().rev().take_while(|&&word| self.name(word) || words::PARTICLES.has(self.lower(word))).count();
        let mut start = phrase.len() - run;
        while start < phrase.len() && !self.name(phrase[start]) {
            start += 1;
        }
        if start < phrase.len() { &phrase[start..] } else { phrase }
    }

    /// The subject of the main verb of a sentence: its first noun phrase after an adverbial.
    pub(super) fn main_subject(self, words: &[usize]) -> Option<Span> {
        let mut words = words;
        while let [first, rest @ ..] = words
            && self.punctuation(*first)
        {
            words = rest;
        }
        let &first = words.first()?;
        let lower = self.lower(first);
        let adverbial = words::OPENERS.has(lower) || lower.ends_with("ing") || lower.ends_with("ly");
        if adverbial && !self.starts_phrase(&words[..words.len().min(2)]) {
            let comma = words.iter().take(40).position(|&word| self.lower(word) == ",");
            words = match comma {
                Some(comma) => &words[comma + 1..],
                None if matches!(lower, "but" | "and" | "then" | "now" | "later" | "however" | "so") => &words[1..],
                None => return None,
            };
        }
        self.starting(words)
    }

    fn starts_phrase(self, words: &[usize]) -> bool {
        // "This minister said": a determiner that also opens adverbials.
        words.first().is_some_and(|&word| self.lower(word) == "this")
            && words.get(1).is_some_and(|&word| {
                !words::CALENDAR.has(self.lower(word))
                    && !matches!(self.lower(word), "week" | "month" | "year" | "morning" | "afternoon" | "evening")
            })
    }
}
