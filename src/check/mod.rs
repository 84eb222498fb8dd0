//! Conflicts between claims: what they are, and how gravely each is taken.
//!
//! Nothing here knows of YAML, of text layout or of files; `report` turns [`Conflict`]s into what people read.
//! Each check is a function from the [`Story`] to conflicts; [`check`] runs them all and joins what several see.

pub mod unsupported;
pub mod wording;

mod age;
mod attendance;
mod attended;
mod cause;
mod claims;
mod conflict;
mod declared;
mod description;
mod doer;
mod explain;
mod figure;
mod happening;
mod harm;
mod implied;
mod level;
mod measure;
mod merge;
mod meridiem;
mod name;
mod order;
mod outcome;
mod presence;
mod question;
mod quotation;
mod role;
mod row;
mod scope;
mod scorers;
mod stance;
mod stated;
mod status;
mod sum;
mod support;
mod table;
mod teller;
#[cfg(test)]
mod tests;
mod uniqueness;
mod whereabouts;

pub use conflict::{Check, Conflict, Passage, Severity, Side, UnknownCheck};
pub use declared::{Tried, declared};
pub use explain::{Examples, examples};
pub use level::{Level, Levels};

use crate::graph::Story;
use crate::source::Span;
use rayon::prelude::*;

/// What a check tells of why two passages are, or are not, in conflict: for each two things that they tell, its steps.
type Why = fn(&Story, (usize, Span), (usize, Span)) -> Vec<Vec<String>>;

/// Every check there is. A new one is one line here.
const CHECKS: &[fn(&Story) -> Vec<Conflict>] = &[
    claims::check,
    description::check,
    age::check,
    role::check,
    scorers::check,
    figure::check,
    measure::check,
    meridiem::check,
    presence::check,
    attendance::check,
    status::check,
    uniqueness::check,
    name::check,
    order::check,
    happening::check,
    quotation::reworded,
    quotation::reversed,
    quotation::misattributed,
    declared::check,
    implied::check,
    outcome::check,
    doer::check,
    cause::check,
    stance::check,
    stated::check,
    stated::learned,
    whereabouts::check,
    harm::check,
];

/// Checks that know least of what they compare: what another tells of the same passages it tells better.
const GENERAL: &[fn(&Story) -> Vec<Conflict>] = &[question::check];

/// The conflicts of a story, each once, in an order that does not depend on the number of threads.
#[must_use]
pub fn check(story: &Story) -> Vec<Conflict> {
    let run = |checks: &[fn(&Story) -> Vec<Conflict>]| -> Vec<Conflict> {
        let found: Vec<Vec<Conflict>> = checks.par_iter().map(|check| check(story)).collect();
        let told = found.into_iter().flatten().filter(|conflict| !row::apart(story, conflict));
        told.filter_map(|conflict| teller::weighed(story, conflict)).collect()
    };
    merge::merge(run(CHECKS), run(GENERAL))
}

/// Why two claims, given by their indices in [`Story::facts`], are or are not in conflict: one line a condition, in the
/// order in which they are asked; the last is the answer. Empty where an index is out of range.
#[must_use]
pub fn why(story: &Story, first: usize, second: usize) -> Vec<String> {
    match (story.facts.get(first), story.facts.get(second)) {
        (Some(a), Some(b)) => claims::why(story, a, b),
        _ => Vec::new(),
    }
}

/// Why what two passages quote, or tell of one thing, is or is not in conflict: for each two that are held against each other,
/// what they are and the steps.
///
/// A passage is an article's index and bytes of its text.
#[must_use]
pub fn why_passages(story: &Story, first: (usize, Span), second: (usize, Span)) -> Vec<(&'static str, Vec<String>)> {
    let told: [(&'static str, Why); 9] = [
        ("two quotations", quotation::why),
        ("what became of a thing", outcome::why),
        ("who was there", attendance::why),
        ("who did it", doer::why),
        ("when and where it was", happening::why),
        ("what brought it about", cause::why),
        ("what somebody makes of it", stance::why),
        ("what one source said", stated::why),
        ("a question of yes or no", question::why),
    ];
    let steps =
        |(name, why): (&'static str, Why)| why(story, first, second).into_iter().map(move |steps| (name, steps));
    told.into_iter().flat_map(steps).collect()
}
