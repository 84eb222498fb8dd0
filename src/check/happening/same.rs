//! What two mentions share that says they are of one event.

use super::read::Happening;
use crate::annotate::lexicon::person_noun;
use crate::check::order::event::{Event, Part};
use crate::check::order::lexicon::{self, Needs};
use crate::check::order::likeness::{like, parts};
use crate::check::support::one_day;
use crate::graph::{Likeness, Story};

/// A part that can be picked out: a party, a thing that the reader knows, or "the suspect", of whom there is one.
fn telling(part: &Part) -> bool {
    part.party.is_some() || part.definite && !part.plural || !person_noun(&part.head)
}

/// What two mentions share that says they are of one event; `None` where something is known to differ.
pub(super) fn same(story: &Story, class: &str, a: &Event, b: &Event) -> Option<&'static str> {
    // "A hit B", "A and B collided": who hit whom is left open.
    let mutual = |event: &Event| event.themes.is_empty() && event.agents.len() > 1;
    if lexicon::needs(class) == Some(Needs::Parties) || class == "collide" && (mutual(a) || mutual(b)) {
        let all = |event: &Event| [event.agents.clone(), event.themes.clone()].concat();
        let (x, y) = (all(a), all(b));
        let shared = x.iter().filter(|part| y.iter().any(|other| like(story, part, other) == Likeness::Same)).count();
        return (shared >= 2).then_some("the same two take part");
    }
    let pick = |list: &[Part]| list.iter().filter(|part| telling(part)).cloned().collect::<Vec<_>>();
    let lone = |event: &Event| match (event.agents.as_slice(), event.themes.as_slice()) {
        ([], parts) | (parts, []) => pick(parts),
        _ => Vec::new(),
    };
    let agents = parts(story, &a.agents, &b.agents);
    let themes = parts(story, &a.themes, &b.themes);
    // "The dam burst" and "the flood burst the dam": one part, whatever the voice.
    if lone(a).len() + lone(b).len() > 0 && themes.is_none() && agents != Some(Likeness::Same) {
        let (x, y) = (one_or_theme(a, &lone(a)), one_or_theme(b, &lone(b)));
        return (parts(story, &x, &y) == Some(Likeness::Same)).then_some("the same is acted upon");
    }
    if agents == Some(Likeness::Different) || themes == Some(Likeness::Different) {
        return None;
    }
    if themes == Some(Likeness::Same) && parts(story, &pick(&a.themes), &pick(&b.themes)) == Some(Likeness::Same) {
        return Some("the same is acted upon");
    }
    if same_number(&a.themes, &b.themes) {
        return Some("as many people are concerned");
    }
    if themes.is_none() && parts(story, &pick(&a.agents), &pick(&b.agents)) == Some(Likeness::Same) {
        return Some("the same acts");
    }
    let dated = one_day(a.dated, b.dated);
    let acts = parts(story, &pick(&a.agents), &pick(&b.agents)) == Some(Likeness::Same);
    (dated && acts && lexicon::needs(class).is_some()).then_some(WEAK)
}

/// One acts, and what is acted upon is not known to be another.
pub(super) const WEAK: &str = "the same acts at the same time";

/// "Eight people", "eight travellers".
fn same_number(a: &[Part], b: &[Part]) -> bool {
    let number = |list: &[Part]| match list {
        [one] if person_noun(&one.head) || one.head == "people" => {
            one.modifiers.iter().find(|word| NUMBERS.contains(&word.as_str()) || word.parse::<u32>().is_ok()).cloned()
        }
        _ => None,
    };
    number(a).is_some_and(|count| number(b) == Some(count))
}

/// Numbers as papers spell them out, from those on that say something.
const NUMBERS: &[&str] = &["four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

fn one_or_theme(event: &Event, lone: &[Part]) -> Vec<Part> {
    if lone.is_empty() { event.themes.clone() } else { lone.to_vec() }
}

/// Whether both articles begin with such an event, and one of the mentions tells nothing of who or what has a part in it:
/// "the ferry sank", "it went down".
pub(super) fn of_the_story(a: &Happening, b: &Happening) -> bool {
    a.leading && b.leading && (a.bare || b.bare)
}

/// "The match" and "the match": both mentions name the event by a noun alone.
pub(super) fn named(a: &Happening, b: &Happening) -> bool {
    a.event.noun && b.event.noun && a.bare && b.bare
}

/// The event that both articles begin with.
pub(super) const STORY: &str = "both articles begin with it";
