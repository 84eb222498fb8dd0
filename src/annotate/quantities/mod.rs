//! Reads the phrases of quantity of an article: figures, units, bounds, ranges, scores, shares, ages and ranks.
//!
//! A small grammar by hand, in the manner of [`super`]: one file a kind of phrase, each reading from a numeral. Only
//! sentences that hold one are looked at. Left out: lengths without a numeral ("for a year"), "several" and "a few"
//! by themselves, "both", "twice". Whether two quantities agree is [`Quantity::compare`]'s business.

mod ages;
mod bounds;
mod context;
mod counted;
mod exclude;
mod figure;
#[cfg(test)]
mod gold;
mod number;
mod numerals;
mod ordinals;
mod pairs;
mod pieces;
mod scale;
mod shares;
mod sums;
#[cfg(test)]
mod tests;
mod units;
mod words;

use super::quantity::{Quantity, Unit};
use super::time::TimeMention;
use super::token::{Sentence, Token};
use context::{Context, Draft, Timed};
use pairs::Pair;
use words::Kind;

/// The quantities of a text, in order of span.
///
/// What `times` cover is no quantity, unless it is a length of time. Where a sentence lists people of several kinds, their
/// sum is given as well, with the span of the list. Tags and lemmas are used where they are set. Spans are bytes of
/// `text`. Linear in the text.
#[must_use]
pub fn quantities(text: &str, tokens: &[Token], sentences: &[Sentence], times: &[TimeMention]) -> Vec<Quantity> {
    let mut found = Vec::new();
    let mut from = 0;
    for sentence in sentences {
        while times.get(from).is_some_and(|time| time.span.end <= sentence.span.start) {
            from += 1;
        }
        let own = tokens.get(sentence.tokens.clone()).unwrap_or_default();
        if !own.iter().any(pieces::triggers) {
            continue;
        }
        let context = Context::new(text, tokens, sentence, times.get(from..).unwrap_or_default());
        let drafts = read_sentence(&context);
        let sums = sums::read(&context, &drafts);
        found.extend(drafts.iter().chain(&sums).map(|draft| context.finish(draft)));
    }
    found.sort_by_key(|quantity| quantity.span);
    found
}

fn read_sentence(context: &Context<'_>) -> Vec<Draft> {
    let mut drafts: Vec<Draft> = Vec::new();
    let mut at = 0;
    while at < context.pieces.len() {
        if context.kind(at) == Kind::Word {
            at += 1;
            continue;
        }
        match read(context, at) {
            Ok(mut draft) => {
                bounds::apply(context, &mut draft);
                at = draft.end.max(at + 1);
                let taken = drafts.last().map_or(0, |last| last.end);
                draft.start = draft.start.max(taken);
                if draft.start < draft.end {
                    drafts.push(draft);
                }
            }
            Err(next) => at = next.max(at + 1),
        }
    }
    drafts
}

/// Reads the quantity whose first numeral is the piece `at`, or gives the piece to go on from.
fn read(context: &Context<'_>, at: usize) -> Result<Draft, usize> {
    if context.timed(at) == Timed::Date {
        return Err(at + 1);
    }
    if let Some(draft) = ages::read(context, at).or_else(|| ordinals::read(context, at)) {
        return Ok(draft);
    }
    if let Some(next) = exclude::read(context, at) {
        return Err(next);
    }
    if let Some(draft) = shares::read(context, at) {
        return Ok(draft);
    }
    let Some(mut figure) = figure::read(context, at) else { return Err(at + 1) };
    match pairs::read(context, &figure) {
        Some(Pair::Joined(draft)) => return Ok(draft),
        Some(Pair::Neither(next)) => return Err(next),
        Some(Pair::Change(first)) => figure = first,
        None => {}
    }
    let past = figure.scale.unit == Unit::Duration && matches!(context.word(figure.end), "ago" | "later" | "earlier");
    if past || figure::is_pronoun(context, &figure) {
        return Err(figure.end);
    }
    let mut draft = figure.draft();
    draft.counted = figure::counted(context, &figure);
    Ok(draft)
}
