//! Phrases of time: where they stand and which interval of civil time they denote.
//!
//! A hand-written grammar in five parts — `clock`, `day`, `period`, `duration`, `range` — reads each
//! sentence once, left to right, and the longest reading wins. It is resolved while it is read, against the day of
//! publication, the last day that the same paragraph named, and the tense of the nearest verb: news looks back, so
//! "on Thursday" is last Thursday unless the verb looks forward. Sentences without a word of time are not parsed.
//!
//! Left out: recurring times ("every Friday"), lunar feasts, and everything told from an event ("two days after the
//! vote"), of which only the length is kept.

mod assumed;
mod calendar;
mod clock;
mod day;
mod day_after;
mod duration;
mod holiday;
mod lexeme;
mod lexicon;
mod local;
mod moment;
mod numeric;
mod parser;
mod period;
mod portion;
mod range;
mod slots;
mod tense;
mod zone;

pub use self::local::{clock_at, filed_from};

use self::lexeme::Lexeme;
use self::lexicon::{Class, Part};
use self::parser::{ClockStyle, Context, Found, Parser};
use self::tense::Direction;
use super::time::{Grain, TimeMention, TimeRelation};
use super::token::{Sentence, Token};
use crate::source::{BlockKind, Document, Span};
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
    let mut mentions = read(document, tokens, sentences, context);
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
        Some(_) => read(document, tokens, sentences, Context { year, ..context }),
        None => mentions,
    }
}

fn read(document: &Document, tokens: &[Token], sentences: &[Sentence], mut context: Context) -> Vec<TimeMention> {
    let mut mentions = Vec::new();
    let mut lexemes = Vec::new();
    let (mut block, mut named) = (None, None);
    let mut clocks = Vec::new();
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
            let first = mentions.len();
            let found = sentence_times(&lexemes, words, sentence.tokens.start, context, &mut mentions, &mut clocks);
            day_after::join(&mut mentions[first..], words);
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
    doubt(&mut mentions, &clocks);
    mentions
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
            let guessed = mention.reason == slots::NONE_NAMED;
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
    mentions: &mut Vec<TimeMention>,
    clocks: &mut Vec<(usize, ClockStyle)>,
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
                clocks.extend(found.clock.map(|style| (mentions.len(), style)));
                mentions.push(parser.mention(at, found));
                at = found.end;
            }
            _ => at += 1,
        }
    }
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

impl Parser<'_> {
    /// The length of a name that only sounds like a time ("Good Friday Agreement").
    fn name(&self, at: usize) -> Option<usize> {
        match holiday::holiday(self.lexemes.get(at..)?)? {
            (length, holiday::Holiday::Name) => Some(length),
            _ => None,
        }
    }

    /// The longest phrase that begins at `at`.
    fn phrase(&self, at: usize) -> Option<Found> {
        let readings = [self.range(at), self.moment(at), self.duration(at), self.period(at)];
        // Of two equally long, the one named first.
        readings.into_iter().flatten().rev_max()
    }

    fn mention(&self, start: usize, found: Found) -> TimeMention {
        let (relation, mut approximate) = self.lead(start);
        // "about Friday" is on the subject of Friday; "about nine o'clock" is near nine.
        let coarse = found.value.is_some_and(|value| value.grain > Grain::Hour) && self.class(start).triggers();
        if matches!(self.before(start), "about" | "some") && coarse && !matches!(self.class(start), Class::Digits(..)) {
            approximate = false;
        }
        let first = self.lexemes[start].span;
        let last = self.lexemes[found.end - 1].span;
        let mut value = found.value;
        if let Some(value) = value.as_mut() {
            value.approximate |= approximate;
        }
        // The article belongs to the phrase; a preposition that opened it ("in the evening") does not.
        let skipped = matches!(self.text(start), "in" | "during" | "from" | "between" | "on" | "at");
        let first = if skipped { self.lexemes.get(start + 1).map_or(first, |lexeme| lexeme.span) } else { first };
        TimeMention {
            span: Span::new(first.start, last.end),
            value,
            relation,
            duration: found.duration.filter(|_| value.is_none()),
            weekday: found.weekday,
            reason: found.reason,
        }
    }

    /// What the words in front of a phrase say of it: how it bounds, and whether it is exact.
    fn lead(&self, start: usize) -> (TimeRelation, bool) {
        let mut at = start;
        let mut approximate = false;
        while at > 0
            && matches!(
                self.text(at - 1),
                "about" | "around" | "approximately" | "roughly" | "nearly" | "almost" | "some" | "circa" | "the"
            )
        {
            approximate |= self.text(at - 1) != "the";
            at -= 1;
        }
        let relation = match self.before(at) {
            "since" => TimeRelation::Since,
            // "from Monday" opens a stretch that lies ahead; "a letter from 2019" does not.
            "from"
                if at <= 1
                    || self.text(at.wrapping_sub(2)) == "effect"
                    || self.direction(start, start + 1) == Direction::Future =>
            {
                TimeRelation::Since
            }
            "until" | "till" | "by" | "through" => TimeRelation::Until,
            word @ ("before" | "after") => {
                // "shortly before ten" is about ten; "before ten" is any time before.
                let near = at >= 2
                    && matches!(
                        self.text(at - 2),
                        "shortly" | "just" | "soon" | "minutes" | "moments" | "seconds" | "little" | "immediately"
                    );
                if near {
                    return (TimeRelation::During, true);
                }
                if word == "before" { TimeRelation::Before } else { TimeRelation::After }
            }
            _ => TimeRelation::During,
        };
        (relation, approximate)
    }
}

/// The longest of several readings, the earliest of equals.
trait Longest: Iterator<Item = Found> + Sized {
    fn rev_max(self) -> Option<Found> {
        self.fold(None, |best: Option<Found>, found| match best {
            Some(best) if best.end >= found.end => Some(best),
            _ => Some(found),
        })
    }
}

impl<I: Iterator<Item = Found>> Longest for I {}

#[cfg(test)]
mod test_support;
#[cfg(test)]
mod tests;
