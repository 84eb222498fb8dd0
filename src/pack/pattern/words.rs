//! Sets of words that a place in a pattern may hold.

use crate::annotate::token::Token;
use compact_str::{CompactString, format_compact};
use std::ops::Range;
use std::sync::Arc;

/// Words and phrases of several words, in lower case. A word stands for its dictionary form and for itself, so
/// that "talks" finds "talks" and "talk" finds both.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WordSet {
    /// Single words, sorted. Shared: a word list is used by many patterns.
    singles: Arc<[CompactString]>,
    /// Phrases of two words and more, sorted.
    phrases: Arc<[Vec<CompactString>]>,
    /// Those of the single words: most words asked about are turned away by them.
    marks: Marks,
}

/// A bit for each of some words, by length, first and last letter: where two have no bit in common, they share no word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Marks([u64; 4]);

impl Marks {
    /// The bit of a word: which of the four, and where in it.
    fn place(word: &str) -> (usize, u64) {
        let letters = word.as_bytes();
        let (first, last) =
            (letters.first().copied().map_or(0, usize::from), letters.last().copied().map_or(0, usize::from));
        let bit = first * 31 + last * 7 + letters.len() * 67;
        (bit % 4, 1 << (bit / 4 % 64))
    }

    fn add(&mut self, word: &str) {
        let (part, bit) = Self::place(word);
        self.0[part] |= bit;
    }

    fn may_hold(self, word: &str) -> bool {
        let (part, bit) = Self::place(word);
        self.0[part] & bit != 0
    }

    /// Of the tokens' words and dictionary forms.
    pub(crate) fn of<'a>(tokens: impl IntoIterator<Item = &'a Token>) -> Self {
        let mut marks = Self::default();
        for token in tokens {
            marks.add(&token.lower);
            marks.add(&token.lemma);
        }
        marks
    }

    fn meet(self, other: Self) -> bool {
        self.0.iter().zip(other.0).any(|(mine, theirs)| mine & theirs != 0)
    }
}

impl WordSet {
    /// From words as they are written in a pack.
    pub fn new<'a>(words: impl IntoIterator<Item = &'a str>) -> Self {
        let (mut singles, mut phrases) = (Vec::new(), Vec::new());
        for word in words {
            let mut parts = split(word);
            if parts.len() > 1 {
                phrases.push(parts);
            } else if let Some(one) = parts.pop() {
                singles.extend(singular(&one));
                singles.extend(possessive(&one));
                singles.push(one);
            }
        }
        singles.sort_unstable();
        singles.dedup();
        phrases.sort_unstable();
        phrases.dedup();
        Self::from_sorted(singles, phrases)
    }

    /// From one word as the tokenizer gives it.
    pub(super) fn of_one(word: CompactString) -> Self {
        let mut singles: Vec<CompactString> = singular(&word).into_iter().chain(possessive(&word)).collect();
        singles.push(word);
        singles.sort_unstable();
        Self::from_sorted(singles, Vec::new())
    }

    fn from_sorted(singles: Vec<CompactString>, phrases: Vec<Vec<CompactString>>) -> Self {
        // An empty one is shared by all sets: most have no phrases.
        let phrases = if phrases.is_empty() { Arc::default() } else { phrases.into() };
        let mut marks = Marks::default();
        for word in &singles {
            marks.add(word);
        }
        Self { singles: singles.into(), phrases, marks }
    }

    /// Whether there is nothing in it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.singles.is_empty() && self.phrases.is_empty()
    }

    /// Whether the set holds this single word.
    #[must_use]
    pub fn contains(&self, word: &str) -> bool {
        self.marks.may_hold(word) && self.singles.binary_search_by(|single| single.as_str().cmp(word)).is_ok()
    }

    fn holds(&self, token: &Token) -> bool {
        self.contains(&token.lemma) || self.contains(&token.lower)
    }

    /// Whether a word or phrase of the set may begin among tokens of these marks; where not, none does.
    pub(crate) fn may_be_among(&self, marks: Marks) -> bool {
        !self.phrases.is_empty() || self.marks.meet(marks)
    }

    /// Where a word or phrase of the set that starts at token `at` ends; the longest of several.
    #[must_use]
    pub fn match_at(&self, tokens: &[Token], at: usize) -> Option<usize> {
        let phrase = self
            .phrases
            .iter()
            .filter(|phrase| tokens.get(at..at + phrase.len()).is_some_and(|window| same(window, phrase)))
            .map(Vec::len)
            .max();
        match phrase {
            Some(length) => Some(at + length),
            None => self.holds(tokens.get(at)?).then_some(at + 1),
        }
    }

    /// Whether a word or phrase of the set ends at the token `head`.
    #[must_use]
    pub fn match_head(&self, tokens: &[Token], head: usize) -> bool {
        tokens.get(head).is_some_and(|token| self.holds(token)) || self.phrase_ends(tokens, head)
    }

    /// Whether a phrase of the set, of several words, ends at the token `head`.
    #[must_use]
    pub fn phrase_ends(&self, tokens: &[Token], head: usize) -> bool {
        self.phrases.iter().any(|phrase| {
            (head + 1)
                .checked_sub(phrase.len())
                .is_some_and(|start| tokens.get(start..=head).is_some_and(|window| same(window, phrase)))
        })
    }

    /// Whether a word of the set stands among these tokens.
    #[must_use]
    pub fn match_within(&self, tokens: &[Token], range: Range<usize>) -> bool {
        range.clone().any(|at| self.match_at(tokens, at).is_some_and(|end| end <= range.end))
    }

    /// The words by which a rule can be woken: every single word, and of phrases their first.
    pub fn first_words(&self) -> impl Iterator<Item = &CompactString> {
        self.singles.iter().chain(self.phrases.iter().filter_map(|phrase| phrase.first()))
    }

    /// The head words of the set: every single word, and of phrases their last.
    pub fn last_words(&self) -> impl Iterator<Item = &CompactString> {
        self.singles.iter().chain(self.phrases.iter().filter_map(|phrase| phrase.last()))
    }

    /// Every word of the set with its phrases joined by spaces.
    pub fn iter(&self) -> impl Iterator<Item = String> + '_ {
        self.singles.iter().map(ToString::to_string).chain(self.phrases.iter().map(|phrase| phrase.join(" ")))
    }
}

fn same(window: &[Token], phrase: &[CompactString]) -> bool {
    window.iter().zip(phrase).all(|(token, word)| token.lower == *word || token.lemma == *word)
}

/// The words of a phrase as the tokenizer splits them: clitics and punctuation stand alone.
pub(crate) fn split(words: &str) -> Vec<CompactString> {
    let mut parts = Vec::new();
    for word in words.split_ascii_whitespace() {
        if word.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-') {
            parts.push(word.into());
        } else {
            word.split_whitespace().for_each(|word| split_word(word, &mut parts));
        }
    }
    parts
}

fn split_word(word: &str, parts: &mut Vec<CompactString>) {
    let word = word.to_lowercase().replace('’', "'");
    match word.strip_suffix("'s") {
        Some(stem) if !stem.is_empty() => parts.extend([stem.into(), "'s".into()]),
        _ => match word.strip_suffix([',', ':', ';']) {
            Some(stem) if !stem.is_empty() => parts.extend([stem.into(), word[stem.len()..].into()]),
            _ => parts.push(word.into()),
        },
    }
}

/// What stands for `'s` behind a plural: "the ministers' visit".
fn possessive(word: &str) -> Option<CompactString> {
    (word == "'s").then(|| "'".into())
}

/// The singular that a regular plural may have. A wrong one ("glas") does no harm: it is nobody's word.
fn singular(word: &str) -> Option<CompactString> {
    let stem = word.strip_suffix('s')?;
    if word.len() < 4 || stem.ends_with(['s', 'u', 'i']) {
        return None;
    }
    if let Some(stem) = stem.strip_suffix("ie") {
        return Some(format_compact!("{stem}y"));
    }
    Some(match stem.strip_suffix('e') {
        Some(short) if short.ends_with("ch") || short.ends_with("sh") || short.ends_with('x') => short.into(),
        _ => stem.into(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plural_stands_for_its_singular() {
        let set = WordSet::new(["talks", "prime minister", "press"]);
        assert!(set.contains("talk") && set.contains("talks") && set.contains("press"));
        assert!(!set.contains("pres") && !set.contains("minister"));
    }

    #[test]
    fn marks_turn_away_what_is_not_there() {
        let read = crate::testing::read("They held talks in Oslo.");
        let marks = Marks::of(&read.tokens);
        assert!(WordSet::new(["talk"]).may_be_among(marks) && WordSet::new(["hold"]).may_be_among(marks));
        assert!(WordSet::new(["crisis talks"]).may_be_among(marks), "phrases are not marked");
        assert!(!WordSet::new(["strike"]).may_be_among(marks));
    }

    #[test]
    fn a_possessive_stands_for_that_of_a_plural() {
        let set = WordSet::of_one("'s".into());
        assert!(set.contains("'") && set.contains("'s") && !WordSet::new(["s"]).contains("'"));
    }

    #[test]
    fn clitics_stand_alone() {
        assert_eq!(split("the mayor's visit,"), ["the", "mayor", "'s", "visit", ","]);
    }
}
