//! Patterns that are never reached, since one before them fits wherever they would.
//!
//! The first pattern of a rule that fits a clause is taken. A pattern behind one that asks for less is dead, however much
//! more it would fill. What is not known to be wider is not called so.

use crate::pack::pattern::{Argument, ClausePattern, Part, Pattern, Slot, WordSet};

/// Whether `first` fits every clause that `second` fits, by every wording of its verb.
pub(super) fn covers(first: &Pattern, second: &Pattern) -> bool {
    let (Pattern::Clause(first), Pattern::Clause(second)) = (first, second) else { return false };
    second.verbs.iter().all(|verb| first.verbs.contains(verb))
        && subject(first, second)
        && first
            .parts
            .iter()
            .filter(|(_, required)| *required)
            .all(|(part, _)| second.parts.iter().any(|(other, required)| *required && part_covers(part, other)))
}

fn subject(first: &ClausePattern, second: &ClausePattern) -> bool {
    match (&first.subject, &second.subject) {
        (None | Some((_, false)), _) => true,
        (Some((wide, true)), Some((narrow, true))) => argument(wide, narrow),
        (Some((_, true)), _) => false,
    }
}

fn part_covers(first: &Part, second: &Part) -> bool {
    match (first, second) {
        (Part::Bare(wide), Part::Bare(narrow)) => argument(wide, narrow),
        (Part::Prepositional(wide_by, wide), Part::Prepositional(narrow_by, narrow)) => {
            narrow_by.iter().all(|preposition| wide_by.contains(preposition)) && argument(wide, narrow)
        }
        _ => false,
    }
}

fn argument(first: &Argument, second: &Argument) -> bool {
    match (first, second) {
        (Argument::Slot(wide), Argument::Slot(narrow)) => slot(wide, narrow),
        (Argument::Words(wide), Argument::Words(narrow)) => within(narrow, wide),
        _ => false,
    }
}

fn slot(wide: &Slot, narrow: &Slot) -> bool {
    narrow.types.iter().all(|kind| wide.types.contains(kind))
        && (wide.of.is_empty() || !narrow.of.is_empty() && within(&narrow.of, &wide.of))
        && within(&wide.not, &narrow.not)
        && (wide.plural.is_none() || wide.plural == narrow.plural)
        && (wide.form.is_none() || wide.form == narrow.form)
}

fn within(small: &WordSet, large: &WordSet) -> bool {
    let words: std::collections::BTreeSet<String> = large.iter().collect();
    small.iter().all(|word| words.contains(&word))
}
