//! Runs phrase patterns: bounded backtracking over the words and phrases of a sentence.

use super::Value;
use super::View;
use super::fill::{Filling, unit_fits};
use crate::annotate::token::Tag;
use crate::pack::{Instruction, PhrasePattern, Slot, SlotType};
use compact_str::CompactString;
use std::ops::Range;

/// Sentences beyond this many tokens are no sentences; phrase patterns pass them over.
const LONGEST: usize = 2000;

/// One fit of a phrase pattern.
#[derive(Clone, Debug)]
pub(super) struct Fit {
    /// Indices of the article's tokens, half-open.
    pub(super) tokens: Range<usize>,
    /// What fills which role.
    pub(super) fillings: Vec<(CompactString, Filling)>,
}

/// A place where another way is still to be tried.
struct Branch {
    at: usize,
    token: usize,
    /// The last capture before it, as an index into the captures.
    capture: Option<usize>,
}

struct Capture {
    slot: usize,
    filling: Filling,
    before: Option<usize>,
}

/// Every fit in a range of tokens, leftmost first, none overlapping another.
///
/// Each instruction is tried at most once at each token, over all starts: a place that failed fails again.
pub(super) fn run(view: View<'_>, pattern: &PhrasePattern, range: Range<usize>) -> Vec<Fit> {
    run_tracked(view, pattern, range).0
}

/// How far a pattern came.
#[derive(Clone, Debug)]
pub(super) struct Trace {
    /// Every fit.
    pub(super) fits: Vec<Fit>,
    /// The last instruction that wants a word, and the first token at which it was tried.
    pub(super) furthest: Option<(usize, usize)>,
}

/// As [`run`], with the place where it stopped.
pub(super) fn trace(view: View<'_>, pattern: &PhrasePattern, range: Range<usize>) -> Trace {
    let start = range.start;
    let width = range.len() + 1;
    let (fits, tried) = run_tracked(view, pattern, range);
    let wants = |at: &usize| {
        matches!(
            pattern.program.get(*at),
            Some(Instruction::Words(_) | Instruction::Matching(_) | Instruction::Slot(_))
        )
    };
    let furthest = (0..pattern.program.len()).rev().filter(wants).find_map(|at| {
        let row = tried.get(at * width..(at + 1) * width)?;
        Some((at, start + row.iter().position(|tried| *tried)?))
    });
    Trace { fits, furthest }
}

fn run_tracked(view: View<'_>, pattern: &PhrasePattern, range: Range<usize>) -> (Vec<Fit>, Vec<bool>) {
    if range.is_empty() || range.len() > LONGEST {
        return (Vec::new(), Vec::new());
    }
    let width = range.len() + 1;
    let mut tried = vec![false; pattern.program.len() * width];
    let mut fits = Vec::new();
    let mut start = range.start;
    while start < range.end {
        match run_from(view, pattern, &range, start, &mut tried, width) {
            Some(fit) if fit.tokens.end > start => {
                start = fit.tokens.end;
                fits.push(fit);
            }
            _ => start += 1,
        }
    }
    (fits, tried)
}

fn run_from(
    view: View<'_>,
    pattern: &PhrasePattern,
    range: &Range<usize>,
    start: usize,
    tried: &mut [bool],
    width: usize,
) -> Option<Fit> {
    let tokens = &view.article.tokens;
    let mut captures: Vec<Capture> = Vec::new();
    let mut branches = vec![Branch { at: 0, token: start, capture: None }];
    while let Some(Branch { at, token, capture }) = branches.pop() {
        let seen = tried.get_mut(at * width + (token - range.start))?;
        if std::mem::replace(seen, true) {
            continue;
        }
        let mut go = |at: usize, token: usize, capture: Option<usize>| {
            if token <= range.end {
                branches.push(Branch { at, token, capture });
            }
        };
        match pattern.program.get(at)? {
            Instruction::Accept => return Some(finish(pattern, start..token, &captures, capture)),
            Instruction::Jump(to) => go(*to, token, capture),
            Instruction::Split(first, second) => {
                go(*second, token, capture);
                go(*first, token, capture);
            }
            Instruction::Any => go(at + 1, token + 1, capture),
            Instruction::Matching(regex) => {
                if tokens.get(token).is_some_and(|word| regex.is_match(&word.lower) || regex.is_match(&word.lemma)) {
                    go(at + 1, token + 1, capture);
                }
            }
            Instruction::Words(words) => {
                let article =
                    tokens.get(token).is_some_and(|word| matches!(word.tag, Tag::Determiner | Tag::PossessivePronoun));
                let end = words
                    .match_at(tokens, token)
                    .or_else(|| article.then(|| words.match_at(tokens, token + 1)).flatten());
                if let Some(end) = end {
                    go(at + 1, end, capture);
                }
            }
            Instruction::Slot(number) => {
                let Some(slot) = pattern.slots.get(*number) else { continue };
                let mut ways = Vec::new();
                fillings(view, slot, token, &mut ways);
                // The longest is tried first: it is pushed last.
                ways.sort_by_key(|(end, _)| *end);
                for (end, filling) in ways {
                    captures.push(Capture { slot: *number, filling, before: capture });
                    go(at + 1, end, Some(captures.len() - 1));
                }
            }
        }
    }
    None
}

fn finish(pattern: &PhrasePattern, tokens: Range<usize>, captures: &[Capture], mut last: Option<usize>) -> Fit {
    let mut fillings = Vec::new();
    while let Some(capture) = last.and_then(|at| captures.get(at)) {
        if let Some(slot) = pattern.slots.get(capture.slot).filter(|slot| !slot.role.is_empty()) {
            fillings.push((slot.role.clone(), capture.filling));
        }
        last = capture.before;
    }
    fillings.reverse();
    Fit { tokens, fillings }
}

/// What fills a slot from token `token` on, each with one past its last token.
fn fillings(view: View<'_>, slot: &Slot, token: usize, ways: &mut Vec<(usize, Filling)>) {
    let article = view.article;
    let Some(here) = article.tokens.get(token) else { return };
    let start = here.span.start;
    for (at, phrase) in
        article.phrases.iter().enumerate().skip(article.phrases.partition_point(|phrase| phrase.tokens.start < token))
    {
        if phrase.tokens.start != token {
            break;
        }
        if let Some(filling) = view.fill(slot, at) {
            ways.push((phrase.tokens.end, filling));
        }
    }
    for &slot_type in &slot.types {
        match slot_type {
            SlotType::Time | SlotType::Duration => {
                // The preposition of a time is part of the phrase: "on Thursday".
                let begins = match here.tag {
                    Tag::Preposition | Tag::To => article.tokens.get(token + 1).map_or(start, |next| next.span.start),
                    _ => start,
                };
                let first = article.times.partition_point(|time| time.span.start < begins);
                if article.times.get(first).is_some_and(|time| time.span.start == begins)
                    && let Some(filling) = view.fill_time(slot_type, first)
                {
                    ways.push((view.token_from(filling.span.end), filling));
                }
            }
            SlotType::Quote => {
                let first = article.quotes.partition_point(|quote| quote.outer.start < start);
                if let Some(quote) = article.quotes.get(first).filter(|quote| quote.outer.start == start) {
                    ways.push((
                        view.token_from(quote.outer.end),
                        Filling { value: Value::Quote(first), span: quote.span },
                    ));
                }
            }
            slot_type if slot_type.is_quantity() => quantity(view, slot, slot_type, start, ways),
            _ => mention(view, slot, slot_type, start, ways),
        }
    }
}

/// A figure alone, or with what it counts.
fn quantity(view: View<'_>, slot: &Slot, slot_type: SlotType, start: usize, ways: &mut Vec<(usize, Filling)>) {
    let all = &view.article.quantities;
    let first = all.partition_point(|quantity| quantity.span.start < start);
    let Some(quantity) = all.get(first).filter(|quantity| quantity.span.start == start) else { return };
    let counted = quantity.counted.as_ref();
    let of = slot.of.is_empty() || counted.is_some_and(|counted| slot.of.contains(counted));
    let not = !counted.is_some_and(|counted| slot.not.contains(counted));
    if !of || !not || !unit_fits(slot_type, quantity) {
        return;
    }
    let filling = Filling { value: Value::Quantity(first), span: quantity.span };
    if slot.of.is_empty() {
        ways.push((view.token_from(quantity.span.end), filling));
    }
    if let Some(counted) = quantity.counted_span {
        ways.push((view.token_from(counted.end.max(quantity.span.end)), filling));
    }
}

/// A mention that is part of a longer phrase: "Acme" of "Acme's shareholders".
fn mention(view: View<'_>, slot: &Slot, slot_type: SlotType, start: usize, ways: &mut Vec<(usize, Filling)>) {
    use crate::annotate::mention::{EntityKind, MentionForm};
    let all = &view.article.mentions;
    let first = all.partition_point(|mention| mention.span.start < start);
    for (at, mention) in all.iter().enumerate().skip(first).take_while(|(_, mention)| mention.span.start == start) {
        let named = mention.form == MentionForm::Name;
        let kind = mention
            .entity
            .and_then(|entity| view.article.entities.get(entity.0 as usize))
            .map_or(mention.kind, |entity| entity.kind);
        let fits = match slot_type {
            SlotType::Person => matches!(kind, EntityKind::Person | EntityKind::Group),
            SlotType::Body => kind == EntityKind::Body || (named && kind == EntityKind::Place),
            SlotType::Party => kind != EntityKind::Thing && (named || kind != EntityKind::Place),
            SlotType::Place => kind == EntityKind::Place,
            SlotType::Thing => !matches!(kind, EntityKind::Person | EntityKind::Group),
            _ => slot_type == SlotType::Any,
        };
        let end = view.token_from(mention.span.end);
        let head = end.saturating_sub(1);
        let of = slot.of.is_empty() || slot.of.match_head(&view.article.tokens, head);
        let not = slot.not.is_empty() || !slot.not.match_head(&view.article.tokens, head);
        let form = match slot.form {
            None => true,
            Some(crate::pack::SlotForm::Named) => named,
            Some(crate::pack::SlotForm::Described) => !named,
        };
        if fits && of && not && form && slot.plural.is_none() {
            ways.push((end, Filling { value: Value::Mention(at), span: mention.span }));
        }
    }
}
