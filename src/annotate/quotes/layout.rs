//! Where the quotations of an article stand among its tokens, and what ties one to the next: words broken off by their
//! cue, speech that runs over paragraphs, quotations that stand alone after a sentence about their speaker.

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

    pub(super) fn stop(&self, token: usize) -> bool {
        matches!(self.reader.lower(token), "." | "?" | "!")
    }

    pub(super) fn starts_sentence(&self, token: usize) -> bool {
        self.starts.binary_search(&token).is_ok()
    }

    pub(super) fn in_block(&self, token: usize, block: usize) -> bool {
        let span = self.reader.tokens.get(token).map(|token| token.span);
        span.zip(self.document.blocks.get(block)).is_some_and(|(span, block)| block.span.contains(span))
    }
}

/// Most tokens of a sentence that are read before a quotation, and after it.
pub(super) const REACH: usize = 80;

/// Most tokens between two stretches of one utterance.
const GAP: usize = 30;
