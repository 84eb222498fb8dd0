//! Offices: one person in two that exclude each other, and two holders of one that has one.
//!
//! Reads what articles introduce people as ([`crate::annotate::mention::Office`]) and what they say that people head,
//! lead or command. "Former", "acting" and the like are other offices, and where a story tells of somebody taking over
//! from somebody, only what comes after a dated change is held against it. Who is to hold an office, or has just been given
//! it, is compared by itself ([`appointed`]).

mod appointed;
mod counsel;
mod exchanged;
mod exclusive;
mod holders;
mod holding;
mod matters;
mod posts;
mod sole;
mod succession;

use super::conflict::Conflict;
use crate::graph::Story;

/// Articles further apart than this may each be right.
const APART_DAYS: i32 = 45;

/// The conflicts of offices in a story.
pub(super) fn check(story: &Story) -> Vec<Conflict> {
    let houses = holding::Houses::new(story);
    let mut held = holding::held(story, &houses);
    held.extend(counsel::counsel(story));
    let handovers = holders::handovers(story);
    let appointed = appointed::appointed(story, &houses);
    let (told, mut conflicts) = exclusive::conflicts(story, &held);
    conflicts.extend(holders::conflicts(story, &held, &handovers));
    conflicts.extend(exchanged::conflicts(story, &held, &handovers));
    conflicts.extend(succession::conflicts(story, &held));
    conflicts.extend(appointed::conflicts(story, &appointed, &held));
    conflicts.extend(sole::conflicts(story, &held, &handovers));
    conflicts.extend(posts::conflicts(story, &held, &handovers, &told));
    conflicts
}

fn days_apart(story: &Story, a: usize, b: usize) -> i32 {
    let date = |article: usize| story.articles[article].document.published.map(|published| published.date);
    match (date(a), date(b)) {
        (Some(x), Some(y)) => (x - y).get_days().abs(),
        _ => 0,
    }
}
