//! Phrases of time: where they stand and which interval of civil time they denote.
//!
//! A hand-written grammar in five parts — `clock`, `day` (with `date`), `period` (with `named`), `duration` (with `length`),
//! `range` — reads each sentence once, left to right, and the longest reading wins (`mention`). `slots` and `part` put clock
//! and day together. It is resolved while it is read (`resolve`), against the day of publication, the last day that the same
//! paragraph named, and the tense of the nearest verb (`tense`): news looks back, so "on Thursday" is last Thursday unless
//! the verb looks forward. Sentences without a word of time are not parsed.
//!
//! Left out: recurring times ("every Friday"), lunar feasts, and everything told from an event ("two days after the
//! vote"), of which only the length is kept.

mod ambiguous;
mod assumed;
mod calendar;
mod class;
mod clock;
mod date;
mod day;
mod day_after;
mod duration;
mod holiday;
mod length;
mod lexeme;
mod lexicon;
mod local;
mod mention;
mod moment;
mod named;
mod numeric;
mod parser;
mod part;
mod period;
mod portion;
mod range;
mod resolve;
mod slots;
mod tense;
mod verb_tense;
mod zone;

pub use self::lexicon::names_day_or_month;
pub use self::local::{clock_at, filed_from};

use self::class::{Class, Part};
use self::lexeme::Lexeme;
use self::parser::{ClockStyle, Context, Parser};
use super::time::{Grain, TimeMention};
use super::token::{Sentence, Token};
use crate::source::{BlockKind, Document};
use jiff::civil::Date;

/// The phrases of time in an article, in order of their spans, none overlapping another.
///
/// `tokens` and `sentences` are the article's; tags help to tell past from future but are not needed.
#[must_use]
pub fn times(document: &Document, tokens: &[Token], sentences: &[Sentence]) -> Vec<TimeMention> {
    let published = document.published;
    let context = Context {
        published: published.map(|published| published.date),
        time: published.and_then(|published| published.time),
        ..Context::default()
    };
    let Reading { mut mentions, wants_year, .. } = read(document, tokens, sentences, context);
    if let Some(published) = published {
        if published.assumed {
            assumed::blur(&mut mentions);
        }
        return mentions;
    }
    // Without a day of publication, the first full date of the text lends its year to the others.
    let year = mentions.iter().find_map(|mention| {
        let value = mention.value.filter(|value| matches!(value.grain, Grain::Day | Grain::Month))?;
        value.from.map(jiff::civil::DateTime::year)
    });
    match year {
        Some(_) if wants_year => read(document, tokens, sentences, Context { year, ..context }).mentions,
        _ => mentions,
    }
}

/// What one pass over an article gives.
#[derive(Default)]
struct Reading {
    mentions: Vec<TimeMention>,
    /// The mentions with a clock time, by their index, and how that is written.
    clocks: Vec<(usize, ClockStyle)>,
    /// Whether something was read that another date's year would have told more of.
    wants_year: bool,
}

fn read(document: &Document, tokens: &[Token], sentences: &[Sentence], mut context: Context) -> Reading {
    let mut reading = Reading::default();
    let mut lexemes = Vec::new();
    let (mut block, mut named) = (None, None);
    for sentence in sentences {
        if block != Some(sentence.block) {
            // A day lasts into the next paragraph, and no further unless that one names it again.
            if named != block {
                (context.last_day, context.last_part) = (None, None);
            }
            block = Some(sentence.block);
            context.headline =
                document.blocks.get(sentence.block).is_some_and(|block| block.kind == BlockKind::Headline);
        }
        let Some(words) = tokens.get(sentence.tokens.clone()) else { continue };
        if lexeme::read(document, words, sentence.tokens.start, &mut lexemes) {
            let first = reading.mentions.len();
            let found = sentence_times(&lexemes, words, sentence.tokens.start, context, &mut reading);
            day_after::join(&mut reading.mentions[first..], words);
            if let Some(day) = found {
                (context.last_day, context.last_part) = day;
                named = block;
                if let (Some(day), Some(published)) = (context.last_day, context.published)
                    && day >= published
                {
                    context.ahead = Some(day);
                }
            }
        }
    }
    doubt(&mut reading.mentions, &reading.clocks);
    reading
}

/// Widens "9:15" to its day in an article that writes "10:50 p.m." or "half past ten" elsewhere and never "21:15":
/// its figures do not tell the half of the day.
fn doubt(mentions: &mut [TimeMention], clocks: &[(usize, ClockStyle)]) {
    let has = |style| clocks.iter().any(|(_, other)| *other == style);
    if !has(ClockStyle::Twelve) || has(ClockStyle::Whole) {
        return;
    }
    let doubtful = clocks.iter().filter(|(_, style)| *style == ClockStyle::Doubtful);
    for (index, _) in doubtful {
        let Some(mention) = mentions.get_mut(*index) else { continue };
        let day = mention.value.filter(|value| value.offset.is_none() && value.grain <= Grain::Hour);
        if let Some(from) = day.and_then(|value| value.from)
            && (6..12).contains(&from.hour())
        {
            let day = calendar::day(from.date());
            let guessed = mention.reason == resolve::NONE_NAMED;
            mention.value = if guessed { day.and_then(moment::day_or_eve) } else { day }.map(calendar::Stretch::value);
            mention.reason = "a clock time whose half of the day is not told";
        }
    }
}

/// Reads one sentence; gives the last day it names and the part of it.
fn sentence_times(
    lexemes: &[Lexeme<'_>],
    tokens: &[Token],
    first: usize,
    context: Context,
    reading: &mut Reading,
) -> Option<(Option<Date>, Option<Part>)> {
    let mut parser = Parser::new(lexemes, tokens, first, context);
    let (mut at, mut hot, mut named) = (0, 0, None);
    while at < lexemes.len() {
        if lexemes[at].class == Class::Other || !opens(&lexemes[at]) {
            at += 1;
            continue;
        }
        // Nothing begins farther from its word of time: most articles and numbers are passed over here.
        hot = hot.max(at);
        while hot < lexemes.len() && !lexemes[hot].hot {
            hot += 1;
        }
        if hot > at + 8 || hot == lexemes.len() {
            at = hot.saturating_sub(8).max(at + 1);
            continue;
        }
        if let Some(length) = parser.name(at) {
            at += length;
            continue;
        }
        match parser.phrase(at) {
            Some(found) if found.end > at => {
                if found.day.is_some() {
                    (parser.context.last_day, parser.context.last_part) = (found.day, found.part);
                    named = Some((found.day, found.part));
                }
                reading.clocks.extend(found.clock.map(|style| (reading.mentions.len(), style)));
                reading.mentions.push(parser.mention(at, found));
                at = found.end;
            }
            _ => at += 1,
        }
    }
    reading.wants_year |= parser.wants_year();
    named
}

/// Whether a phrase can begin with it: of the words that only join, none does.
fn opens(lexeme: &Lexeme<'_>) -> bool {
    lexeme.class != Class::Function
        || !matches!(
            lexeme.text,
            "of" | "on"
                | "at"
                | "by"
                | "to"
                | "until"
                | "till"
                | "through"
                | "and"
                | "ago"
                | "about"
                | "around"
                | "these"
        )
}

impl Parser<'_> {}

#[cfg(test)]
mod test_support;
#[cfg(test)]
mod tests;
