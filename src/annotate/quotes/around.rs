//! The words around a quotation that may hold its cue: those of its sentence before it and after it, asides left out.

use super::super::quote::Quote;
use super::attribute::Ending;
use super::layout::{Layout, REACH};
use crate::source::Span;

impl Layout<'_> {
    /// The tokens of the sentence before stretch `index`, in order, other quotations left out.
    pub(super) fn before(&self, index: usize) -> Vec<usize> {
        self.back(self.inside[index].0, index)
    }

    /// Takes an aside between dashes out of the words that end with its second dash: "she told the court — where he
    /// had said so — “…”" is her quotation.
    pub(super) fn drop_aside(&self, words: &mut Vec<usize>) {
        let dash = |&word: &usize| matches!(self.reader.lower(word), "—" | "–" | "--");
        let Some((last, earlier)) = words.split_last() else { return };
        if dash(last)
            && let Some(open) = earlier.iter().rposition(dash)
            && open > 0
        {
            words.truncate(open);
        }
    }

    /// Reads back from token `end`, which stretch `index` is the first to follow, to the start of the sentence.
    fn back(&self, end: usize, index: usize) -> Vec<usize> {
        let Some(block) = self.stretches.get(index).map(|stretch| stretch.block) else { return Vec::new() };
        let (mut words, mut at, mut earlier) = (Vec::new(), end, index);
        for _ in 0..REACH {
            if earlier > 0 && at > 0 && at <= self.inside[earlier - 1].1 && self.stretches[earlier - 1].block == block {
                earlier -= 1;
                if self.sentence_ends_with(earlier, at) {
                    break;
                }
                at = self.inside[earlier].0;
                continue;
            }
            if at == 0 || !self.in_block(at - 1, block) || self.stop(at - 1) {
                break;
            }
            words.push(at - 1);
            if self.starts_sentence(at - 1) && !matches!(self.reader.lower(at - 1), "," | ":") {
                break;
            }
            at -= 1;
        }
        words.reverse();
        words
    }

    /// Whether a sentence ends with stretch `index`, token `next` being the first one after it.
    fn sentence_ends_with(&self, index: usize, next: usize) -> bool {
        let capital = self.reader.tokens.get(next).is_some_and(|token| token.capital || self.reader.punctuation(next));
        match super::attribute::ending(self.stretches[index].inner.of(&self.document.text)) {
            Ending::Stop => true,
            Ending::Mark => capital,
            Ending::Open | Ending::Comma => false,
        }
    }

    /// The tokens after stretch `index`, to the end of the sentence or the next quotation.
    pub(super) fn after(&self, index: usize) -> Vec<usize> {
        let (block, first) = (self.stretches[index].block, self.inside[index].1);
        let limit = self.inside.get(index + 1).map_or(self.reader.tokens.len(), |next| next.0).min(first + REACH);
        let mut words = Vec::new();
        for token in first..limit {
            if !self.in_block(token, block) || self.stop(token) || token > first && self.starts_sentence(token) {
                break;
            }
            words.push(token);
        }
        words
    }

    /// The speaker of the sentence that ends just before stretch `index`, which stands alone.
    pub(super) fn sentence_before(&self, index: usize, found: &[Quote]) -> Option<Span> {
        let first = self.inside[index].0;
        let same_block = first > 0 && self.in_block(first - 1, self.stretches[index].block);
        if !same_block {
            return None;
        }
        if let Some(earlier) = index.checked_sub(1)
            && self.stretches[earlier].block == self.stretches[index].block
            && first - self.inside[earlier].1 <= 2
        {
            return found[earlier].speaker_text;
        }
        let mut end = first;
        while end > 0 && self.reader.punctuation(end - 1) {
            end -= 1;
        }
        let words = self.back(end, index);
        super::find::sentence_speaker(self.reader, &words).or_else(|| {
            let subject = self.reader.main_subject(&words)?;
            let text = subject.of(&self.document.text);
            let named = text.split_whitespace().next_back().is_some_and(|word| word.starts_with(char::is_uppercase));
            (named || matches!(text.to_lowercase().as_str(), "he" | "she" | "they")).then_some(subject)
        })
    }
}
