//! Where the quotations of an article stand among its tokens, and what ties one to the next.

use super::super::quote::Quote;
use super::super::token::{Sentence, Token};
use super::attribute::{Attribution, Context, Ending};
use super::marks::Stretch;
use super::reader::Reader;
use crate::source::{BlockKind, Document, Span};

/// Where the quotations stand among the tokens.
pub(super) struct Layout<'a> {
    pub(super) document: &'a Document,
    pub(super) reader: Reader<'a>,
    pub(super) stretches: &'a [Stretch],
    /// For each stretch, the tokens that overlap it, half-open.
    pub(super) inside: Vec<(usize, usize)>,
    /// Indices of the first tokens of sentences, ascending.
    pub(super) starts: Vec<usize>,
}

impl<'a> Layout<'a> {
    pub(super) fn new(
        document: &'a Document,
        tokens: &'a [Token],
        sentences: &[Sentence],
        stretches: &'a [Stretch],
    ) -> Self {
        let inside = stretches
            .iter()
            .map(|stretch| {
                let first = tokens.partition_point(|token| token.span.end <= stretch.outer.start);
                let last = tokens.partition_point(|token| token.span.start < stretch.outer.end);
                (first, last.max(first))
            })
            .collect();
        let starts = sentences.iter().map(|sentence| sentence.tokens.start).collect();
        Self { document, reader: Reader { tokens }, stretches, inside, starts }
    }

    pub(super) fn quote(&self, index: usize, found: &[Quote], behind: &[bool]) -> (Quote, bool) {
        let stretch = self.stretches[index];
        let mut before = self.before(index);
        self.drop_aside(&mut before);
        let after = self.after(index);
        let content = stretch.inner.of(&self.document.text);
        let around = Context { reader: self.reader, content, before: &before, after: &after };
        let own = around.attribution();
        let tie = self.tie(index, &before, own, found, behind);
        let make = |speech, speaker_text, cue, continues, reason| Quote {
            span: stretch.inner,
            outer: stretch.outer,
            speech,
            speaker_text,
            cue,
            continues,
            reason,
        };
        if let Some(own) = own {
            let speaker = own.speaker.or_else(|| tie.and_then(|earlier| found[earlier].speaker_text));
            return (make(own.speech, speaker, own.cue, tie, own.reason), own.after);
        }
        if let Some(earlier) = tie {
            let (speaker, reason) = (found[earlier].speaker_text, "the same speaker goes on");
            return (make(true, speaker, None, tie, reason), false);
        }
        if before.is_empty() && super::attribute::ending(content) != Ending::Open {
            if let Some((speaker, cue)) = self.sentence_behind(index) {
                return (make(true, Some(speaker), Some(cue), None, "the next sentence names the speaker"), false);
            }
            let speaker = self.sentence_before(index, found);
            if speaker.is_some() || around.reads_as_speech() {
                let reason = "stands alone after a sentence about its speaker";
                return (make(true, speaker, None, None, reason), false);
            }
        }
        let speech = around.reads_as_speech();
        let reason = if speech { "no cue names a speaker" } else { "a word or a title set off by marks" };
        (make(speech, None, None, None, reason), false)
    }

    /// "“…” With these words, Ana Ruiz left." "“…” Those were the words of Ana Ruiz.": speaker and cue.
    fn sentence_behind(&self, index: usize) -> Option<(Span, Span)> {
        let (from, block) = (self.inside[index].1, self.stretches[index].block);
        let words: Vec<usize> = (from..from + GAP).take_while(|&token| self.in_block(token, block)).collect();
        let lower = |at: usize| words.get(at).map_or("", |&word| self.reader.lower(word));
        let these = |at: usize| matches!(lower(at), "these" | "those");
        let (noun, name) = match lower(0) {
            "with" | "in" if these(1) && lower(2) == "words" => (2, if lower(3) == "," { 4 } else { 3 }),
            "these" | "those" if lower(1) == "were" && lower(2) == "the" && lower(3) == "words" && lower(4) == "of" => {
                (3, 5)
            }
            _ => return None,
        };
        Some((self.reader.starting(words.get(name..)?)?, self.reader.span(&words[noun..=noun])?))
    }

    /// The earlier stretch that this one continues.
    fn tie(
        &self,
        index: usize,
        before: &[usize],
        own: Option<Attribution>,
        found: &[Quote],
        behind: &[bool],
    ) -> Option<usize> {
        let earlier = index.checked_sub(1)?;
        let (last, this) = (self.stretches[earlier], self.stretches[index]);
        let gap = self.inside[earlier].1..self.inside[index].0;
        let gap_words = || gap.clone().filter(|&token| !self.reader.punctuation(token));
        if last.block != this.block {
            let starts = self.document.blocks.get(this.block).is_some_and(|block| block.span.start == this.outer.start);
            let next = self.next_block(last.block) == Some(this.block);
            if !starts || !next || !found[earlier].speech {
                return None;
            }
            if !last.closed {
                return Some(earlier);
            }
            let alone = own.is_none() && gap.len() <= GAP && self.stops(gap.clone()) <= 1;
            let whole = super::attribute::ending(last.inner.of(&self.document.text)) != Ending::Open
                || gap_words().next().is_none();
            return (alone && whole && found[earlier].speaker_text.is_some() && self.ends_paragraph(index))
                .then_some(earlier);
        }
        if !found[earlier].speech {
            return None;
        }
        if gap_words().next().is_none() {
            let joined = !last.closed || before.is_empty();
            let unnamed = found[earlier].speaker_text.is_none() || !last.closed;
            return (joined && own.is_none_or(|own| own.after && unnamed)).then_some(earlier);
        }
        if !behind[earlier] || gap.len() > GAP {
            return None;
        }
        let same_cue = own.is_some_and(|own| own.cue.is_some() && own.cue == found[earlier].cue);
        let fresh = own.is_none() && before.is_empty() && self.stops(gap) <= 1;
        let broken = own.is_none() && !before.is_empty() && self.reader.lower(before[before.len() - 1]) == ",";
        (same_cue || fresh || broken).then_some(earlier)
    }

    /// Whether nothing but punctuation stands between this stretch, or the next of its paragraph, and the end.
    fn ends_paragraph(&self, index: usize) -> bool {
        let end = self.inside[index].1;
        let block = self.stretches[index].block;
        let next = self.stretches.get(index + 1).filter(|next| next.block == block);
        next.is_some()
            || (end..(end + 3).min(self.reader.tokens.len()))
                .all(|token| self.reader.punctuation(token) || !self.in_block(token, block))
            || super::attribute::ending(self.stretches[index].inner.of(&self.document.text)) != Ending::Open
    }

    /// The next block that can carry speech on.
    fn next_block(&self, block: usize) -> Option<usize> {
        let after = self.document.blocks.get(block + 1..)?;
        let paragraph = |kind: BlockKind| kind == BlockKind::Paragraph;
        after.iter().take(4).position(|next| paragraph(next.kind)).map(|at| block + 1 + at)
    }

    fn stops(&self, tokens: std::ops::Range<usize>) -> usize {
        tokens.filter(|&token| self.stop(token)).count()
    }

    fn stop(&self, token: usize) -> bool {
        matches!(self.reader.lower(token), "." | "?" | "!")
    }

    fn starts_sentence(&self, token: usize) -> bool {
        self.starts.binary_search(&token).is_ok()
    }

    fn in_block(&self, token: usize, block: usize) -> bool {
        let span = self.reader.tokens.get(token).map(|token| token.span);
        span.zip(self.document.blocks.get(block)).is_some_and(|(span, block)| block.span.contains(span))
    }

    /// The tokens of the sentence before stretch `index`, in order, other quotations left out.
    fn before(&self, index: usize) -> Vec<usize> {
        self.back(self.inside[index].0, index)
    }

    /// Takes an aside between dashes out of the words that end with its second dash: "she told the court — where he
    /// had said so — “…”" is her quotation.
    fn drop_aside(&self, words: &mut Vec<usize>) {
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
    fn after(&self, index: usize) -> Vec<usize> {
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
    fn sentence_before(&self, index: usize, found: &[Quote]) -> Option<Span> {
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

/// Most tokens of a sentence that are read before a quotation, and after it.
const REACH: usize = 80;

/// Most tokens between two stretches of one utterance.
const GAP: usize = 30;
