//! Finds verbs of speech in a sentence, and the speaker each belongs to.
//!
//! Tags decide where there are any; without them the word before does. Which quotation a verb introduces is not
//! decided here.

use super::cues::{self, Form, Frame};
use super::reader::Reader;
use super::words;
use crate::annotate::token::Tag;
use crate::source::Span;

/// A verb of speech found in a sentence.
#[derive(Clone, Copy)]
pub(super) struct Cue {
    /// Its position in the words searched.
    pub(super) at: usize,
    pub(super) frame: Frame,
    pub(super) form: Form,
    /// Whether its subject is not the speaker ("was told").
    pub(super) passive: bool,
}

/// The speaker that the verb at `cue` belongs to: before it, or after it where the order is turned round.
pub(super) fn subject(reader: Reader<'_>, words: &[usize], cue: usize) -> Option<Span> {
    let form = cues::cue(words.get(cue).map_or("", |&word| reader.lower(word)));
    if cue > 0 && form.is_some_and(|(_, form)| form == Form::Gerund) {
        // "X praised Y, saying": the subject is that of the sentence, or of the verb of speech before.
        let earlier = (0..cue)
            .rev()
            .find_map(|at| cue_at(reader, words, at).filter(|found| found.form == Form::Finite && !found.passive));
        return match earlier {
            Some(earlier) if earlier.at + 8 >= cue || earlier.at == 0 => subject(reader, words, earlier.at),
            _ => reader.main_subject(&words[..cue]).or_else(|| reader.before_verb(&words[..cue])),
        };
    }
    let inverts = form.is_some_and(|(frame, _)| matches!(frame, Frame::Say | Frame::Manner));
    let turned = inverts && (cue == 0 || reader.lower(words[cue - 1]) == ",");
    if turned && let Some(speaker) = reader.after_verb(&words[cue + 1..]) {
        let next = words.iter().position(|&word| reader.starts_at_or_after(word, speaker.end));
        let closed = words[cue + 1..].iter().take(16).any(|&word| reader.punctuation(word));
        let short = words.len() - cue <= 16;
        // "Ana Ruiz, her lawyer, said the town had paid": what follows is a clause, not the speaker.
        let verb = next.is_some_and(|next| reader.verb(words[next]));
        // "Ana Ruiz, her lawyer, said afterwards": only a name, or a phrase with its determiner, is a speaker here.
        let first = words[cue + 1..].iter().find(|&&word| reader.starts_at_or_after(word, speaker.start));
        let named = first.is_some_and(|&word| reader.name(word));
        let plain = matches!(reader.lower(words[cue]), "said" | "says");
        let determined = plain && first.is_some_and(|&word| words::DETERMINERS.has(reader.lower(word)));
        if cue == 0 || (closed || short) && !verb && (determined || named) {
            return Some(speaker);
        }
    }
    reader.before_verb(&words[..cue])
}

/// The speaker of a sentence of indirect speech: the subject of its last verb of saying, if it has one.
pub(super) fn sentence_speaker(reader: Reader<'_>, words: &[usize]) -> Option<Span> {
    let given = |at: &usize| {
        let statement = words[*at + 1..].iter().take(4).any(|&word| words::UTTERANCES.has(reader.lower(word)));
        statement
            && matches!(
                reader.lower(words[*at]),
                "issued" | "released" | "published" | "posted" | "sent" | "made" | "gave"
            )
    };
    if let Some(at) = (0..words.len()).rev().find(given) {
        return reader.before_verb(&words[..at]);
    }
    let cue = (0..words.len()).rev().find_map(|at| {
        cue_at(reader, words, at)
            .filter(|cue| matches!(cue.frame, Frame::Say | Frame::Tell) && cue.form == Form::Finite && !cue.passive)
    })?;
    subject(reader, words, cue.at)
}

/// The cue at position `at` of `words`, if the word is a verb of speech there.
pub(super) fn cue_at(reader: Reader<'_>, words: &[usize], at: usize) -> Option<Cue> {
    let word = *words.get(at)?;
    let lower = reader.lower(word);
    if lower == "put" && words.get(at + 1).is_some_and(|&next| reader.lower(next) == "it") {
        return Some(Cue { at, frame: Frame::Say, form: Form::Finite, passive: false });
    }
    let (frame, form) = cues::cue(lower)?;
    let token = reader.tokens.get(word)?;
    let tag = token.tag;
    let tagged = tag != Tag::Other;
    if token.capital || tagged && !tag.is_verb() {
        return None;
    }
    let mut previous = at;
    while previous > 0
        && (reader.lower(words[previous - 1]).ends_with("ly")
            || matches!(reader.lower(words[previous - 1]), "also" | "once" | "now" | "since" | "later" | "n't" | "not"))
    {
        previous -= 1;
    }
    let before = previous.checked_sub(1).map_or("", |at| reader.lower(words[at]));
    let helped = words::SUBJECTS.has(before);
    let noun_before = words::BEFORE_NOUN.has(before);
    let described =
        previous > 0 && reader.tokens.get(words[previous - 1]).is_some_and(|token| token.tag.is_adjective());
    if form == Form::Gerund && described {
        return None;
    }
    // Where there are no tags, what may be a plural noun must stand beside its subject.
    let noun = !tagged && words::NOUNS.has(lower);
    if noun && !(matches!(before, "he" | "she" | "it" | "who") || previous > 0 && reader.name(words[previous - 1])) {
        return None;
    }
    let relative = matches!(before, "that") && form == Form::Finite && lower.ends_with('d');
    let fits = match form {
        _ if noun_before && !relative => form == Form::Gerund && matches!(before, "in" | "of" | "for" | "with"),
        Form::Base => helped || tagged && at > 0,
        Form::Finite | Form::Gerund => true,
        // A participle that is no past form needs its auxiliary.
        Form::Participle => matches!(before, "has" | "have" | "had" | "'ve" | "'d") || words::BE.has(before),
    };
    if !fits || matches!(before, "not" | "n't") {
        return None;
    }
    let passive = words::BE.has(before) && form != Form::Gerund && !(matches!(before, "got") || lower.ends_with("ing"));
    Some(Cue { at, frame, form, passive })
}
