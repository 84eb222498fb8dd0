//! Whether names and ages can be one person's.

use crate::annotate::entities::near_spelling;
use crate::annotate::lexicon;
use crate::annotate::mention::Gender;

/// Ages a few years or a slip of the pen apart can be one person's; others are father and son.
pub(super) fn compatible_ages(known: &[u16], age: Option<u16>) -> bool {
    let Some(age) = age else { return true };
    known.iter().all(|&other| {
        let swapped = other / 10 == age % 10 && other % 10 == age / 10;
        other.abs_diff(age) <= 5 || other.abs_diff(age) == 10 || swapped
    })
}

pub(super) fn compatible_gender(a: Option<Gender>, b: Option<Gender>) -> bool {
    a.is_none() || b.is_none() || a == b
}

/// Given names that are one and the shorter name inside the longer: "Ana Ruiz (Prieto)".
pub(super) fn same_name(a: &[String], b: &[String]) -> bool {
    let (long, short) = if a.len() >= b.len() { (a, b) } else { (b, a) };
    if short.len() < 2 {
        return false;
    }
    // "Ruiz Prieto" of "Ana Ruiz Prieto"
    if long.ends_with(short) && long.len() == short.len() + 1 {
        return true;
    }
    let mut rest = long[1..].iter();
    // Nicknames last: looking them up costs more than all the rest.
    short[1..].iter().all(|word| rest.any(|other| other == word))
        && (long[0] == short[0] || lexicon::same_given_name(&long[0], &short[0]))
}

/// Names of equal length with exactly one word a slip apart, the others the same.
pub(super) fn slip_apart(a: &[String], b: &[String]) -> bool {
    if a.len() != b.len() || a.len() < 2 {
        return false;
    }
    let different: Vec<(&String, &String)> = a.iter().zip(b).filter(|(x, y)| x != y).collect();
    matches!(different.as_slice(), [(x, y)] if near_spelling(x, y))
}
