//! Runs phrase patterns: bounded backtracking over the words and phrases of a sentence.

use super::View;
use super::fill::Filling;
use super::ways::fillings;
use crate::annotate::token::Tag;
use crate::pack::{Instruction, PhrasePattern};
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
    let (mut captures, mut branches) = (Vec::new(), Vec::new());
    let mut fits = Vec::new();
    let mut start = range.start;
    while start < range.end {
        captures.clear();
        branches.clear();
        branches.push(Branch { at: 0, token: start, capture: None });
        match run_from(view, pattern, &range, &mut tried, &mut captures, &mut branches) {
            Some(fit) if fit.tokens.end > start => {
                start = fit.tokens.end;
                fits.push(fit);
            }
            _ => start += 1,
        }
    }
    (fits, tried)
}

/// A fit from the one branch given on.
fn run_from(
    view: View<'_>,
    pattern: &PhrasePattern,
    range: &Range<usize>,
    tried: &mut [bool],
    captures: &mut Vec<Capture>,
    branches: &mut Vec<Branch>,
) -> Option<Fit> {
    let tokens = &view.article.tokens;
    let start = branches.first()?.token;
    let width = range.len() + 1;
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
            Instruction::Accept => return Some(finish(pattern, start..token, captures, capture)),
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
