//! Patterns along the words of a sentence, compiled to a small program.
//!
//! The program is run by bounded backtracking: each instruction is tried at most once at each token, so that the
//! time is the product of the two whatever the pattern says (Cox, "Regular Expression Matching: the Virtual
//! Machine Approach", 2009). A regular expression over an encoded sentence was the other way; it cannot follow
//! phrases that lie inside one another, and costs its compilation at start-up.

use super::parse::{Item, ItemKind, ParseError};
use super::slot::{Slot, SlotType};
use super::words::WordSet;
use compact_str::{CompactString, format_compact};
use regex::Regex;

/// How many tokens `…` may pass over.
const GAP: usize = 6;
/// How long a program may be.
const LONGEST: usize = 2000;
/// Words too frequent to wake a rule.
const FREQUENT: &[&str] = &[
    "a", "an", "the", "of", "in", "on", "at", "to", "by", "for", "from", "with", "and", "or", "be", "'s", "as", "that",
    "it", "who", ",", ":", "(", ")", "–", "—", "-", "between", "after", "before",
];

/// Whether a word is too frequent to wake a rule.
pub(crate) fn is_frequent(word: &str) -> bool {
    FREQUENT.contains(&word)
}

/// One step of a phrase pattern. Numbers are positions in the program.
#[derive(Clone, Debug)]
pub enum Instruction {
    /// One of these words or phrases.
    Words(WordSet),
    /// A word of this form.
    Matching(Regex),
    /// A phrase that fills the slot of this number.
    Slot(usize),
    /// Any word.
    Any,
    /// Go on at the first; failing that, at the second.
    Split(usize, usize),
    /// Go on there.
    Jump(usize),
    /// The pattern fits.
    Accept,
}

/// A pattern matched along the words of a sentence.
#[derive(Clone, Debug)]
pub struct PhrasePattern {
    /// The program; it starts at 0.
    pub program: Vec<Instruction>,
    /// The slots that [`Instruction::Slot`] counts.
    pub slots: Vec<Slot>,
    /// Words of which one must stand in the sentence for the pattern to fit, or types of figure as `{age}`.
    pub triggers: Vec<CompactString>,
    /// The words that stand in every fit, one of each set.
    pub(crate) needed: Vec<WordSet>,
}

/// From parsed items, none of which is a verb group.
pub(super) fn compile(items: Vec<Item>) -> Result<PhrasePattern, Vec<ParseError>> {
    let triggers = triggers(&items);
    let needed = items.iter().filter_map(|item| match &item.kind {
        ItemKind::Words(words) => Some(words.clone()),
        _ => None,
    });
    let needed = needed.collect();
    let mut pattern = PhrasePattern { program: Vec::new(), slots: Vec::new(), triggers, needed };
    let mut problems = Vec::new();
    emit(items, &mut pattern, &mut problems);
    pattern.program.push(Instruction::Accept);
    if pattern.program.len() > LONGEST {
        problems.push(ParseError::new(0, "the pattern is too long", "split it"));
    }
    if problems.is_empty() { Ok(pattern) } else { Err(problems) }
}

fn emit(items: Vec<Item>, pattern: &mut PhrasePattern, problems: &mut Vec<ParseError>) {
    for item in items {
        match item.kind {
            ItemKind::Words(words) => pattern.program.push(Instruction::Words(words)),
            ItemKind::Regex(regex) => pattern.program.push(Instruction::Matching(regex)),
            ItemKind::Slot(slot) => {
                pattern.program.push(Instruction::Slot(pattern.slots.len()));
                pattern.slots.push(slot);
            }
            ItemKind::Gap => {
                for left in (0..GAP).rev() {
                    let at = pattern.program.len();
                    // Shortest first: go on behind the gap before passing over a word.
                    pattern.program.push(Instruction::Split(at + 2 * (left + 1), at + 1));
                    pattern.program.push(Instruction::Any);
                }
            }
            ItemKind::Optional(inner) => {
                let split = pattern.program.len();
                pattern.program.push(Instruction::Accept);
                emit(inner, pattern, problems);
                pattern.program[split] = Instruction::Split(split + 1, pattern.program.len());
            }
            ItemKind::Either(alternatives) => {
                let mut jumps = Vec::new();
                let last = alternatives.len().saturating_sub(1);
                for (number, alternative) in alternatives.into_iter().enumerate() {
                    let split = pattern.program.len();
                    if number < last {
                        pattern.program.push(Instruction::Accept);
                    }
                    emit(alternative, pattern, problems);
                    if number < last {
                        jumps.push(pattern.program.len());
                        pattern.program.push(Instruction::Accept);
                        pattern.program[split] = Instruction::Split(split + 1, pattern.program.len());
                    }
                }
                let end = pattern.program.len();
                for jump in jumps {
                    pattern.program[jump] = Instruction::Jump(end);
                }
            }
            ItemKind::Verb(_) => problems.push(ParseError::new(item.at, "a verb group inside brackets", "")),
        }
        if pattern.program.len() > LONGEST {
            return;
        }
    }
}

/// The first words of the required part that is least frequent: one without everyday words, and the shortest of
/// those. A figure with a unit will do too, written as its type in braces: `{age}`.
fn triggers(items: &[Item]) -> Vec<CompactString> {
    let sets = items.iter().filter_map(|item| match &item.kind {
        ItemKind::Words(words) => Some(words.first_words().cloned().collect::<Vec<_>>()),
        ItemKind::Slot(slot) => {
            if !slot.of.is_empty() {
                return Some(slot.of.last_words().cloned().collect());
            }
            let figure = slot
                .types
                .iter()
                .all(|kind| kind.is_quantity() && !matches!(kind, SlotType::Quantity | SlotType::Count));
            figure.then(|| slot.types.iter().map(|kind| format_compact!("{{{}}}", kind.name())).collect())
        }
        ItemKind::Either(alternatives) => {
            let each: Vec<Vec<CompactString>> = alternatives.iter().map(|items| triggers(items)).collect();
            each.iter().all(|set| !set.is_empty()).then(|| each.concat())
        }
        _ => None,
    });
    sets.filter(|set| !set.is_empty())
        .min_by_key(|set| (set.iter().any(|word| is_frequent(word)), set.len()))
        .unwrap_or_default()
}
