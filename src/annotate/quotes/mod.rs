//! Layer 2: direct quotations, and the phrase that names whose words they are.
//!
//! [`marks`] pairs the marks, [`attribute`] reads the sentence around a quotation, [`speaker`] finds the phrase that
//! names the speaker, [`cues`] knows the verbs. [`layout`] ties stretches together: words broken off by their cue, speech
//! that runs over paragraphs, quotations that stand alone after a sentence about their speaker.
//! The order of evidence is that of Pareti and others, "Automatically Detecting and Attributing Indirect Quotations"
//! (2013): the cue verb first, position after. Whom a pronoun stands for and indirect speech are left to later layers.

mod according;
mod around;
mod attribute;
mod behind;
mod cues;
mod find;
mod followed;
mod layout;
mod marks;
mod reader;
mod speaker;
mod words;

#[cfg(test)]
mod tests;

use super::quote::Quote;
use super::token::{Sentence, Token};
use crate::source::Document;
use layout::Layout;

/// Every direct quotation of `document`, in order, none overlapping another. `tokens` and `sentences` are those of
/// its layer 1; tags help where they are set and are not needed. Linear in the length of the text.
#[must_use]
pub fn quotes(document: &Document, tokens: &[Token], sentences: &[Sentence]) -> Vec<Quote> {
    let stretches = marks::stretches(document);
    let layout = Layout::new(document, tokens, sentences, &stretches);
    let mut found: Vec<Quote> = Vec::with_capacity(stretches.len());
    let mut behind: Vec<bool> = Vec::with_capacity(stretches.len());
    for index in 0..stretches.len() {
        let (quote, after) = layout.quote(index, &found, &behind);
        found.push(quote);
        behind.push(after);
    }
    // A cue may come only with the last stretch of an utterance.
    for index in (1..found.len()).rev() {
        let (speaker, speech) = (found[index].speaker_text, found[index].speech);
        if let Some(earlier) = found[index].continues
            && speech
            && speaker.is_some()
            && found[earlier].speaker_text.is_none()
        {
            found[earlier].speaker_text = speaker;
            found[earlier].speech = true;
            found[earlier].reason = "the cue stands with the end of the same utterance";
        }
    }
    found
}

/// Whether a lemma is a verb of saying, which takes somebody's words or their content ("say", "tell", "insist").
#[must_use]
pub fn is_speech_verb(lemma: &str) -> bool {
    cues::cue(lemma).is_some_and(|(frame, _)| matches!(frame, cues::Frame::Say | cues::Frame::Tell))
}
