//! Where one thing ended up, told of two places: landed, towed, found, treated, held, brought ashore.
//!
//! [`super::happening`] knows events by the class of their verbs and places by the gazetteer. Here the thing may be any
//! ([`super::outcome`] tells whether two are one), the verb takes its place by whatever preposition belongs to it
//! (`rules/english/whereabouts.csv`), and a place may be one that no gazetteer knows ([`site`]).

mod judge;
mod read;
mod site;
mod table;
#[cfg(test)]
mod tests;

use super::conflict::{Check, Conflict};
use super::order::reader::of_all;
use super::support;
use crate::graph::Story;
use crate::source::Span;
use read::Stay;
pub(in crate::check) use site::{Lie, Sentences, Site, exclusive, lie, read as sites};

/// Of a class that is told of more often than this only the first are compared.
const LARGEST_BUCKET: usize = 40;

/// The conflicts between places of one thing.
pub(super) fn check(story: &Story) -> Vec<Conflict> {
    let stays = of_all(story, read::read);
    let sentences = Sentences::new(story);
    let mut conflicts = Vec::new();
    for bucket in support::by_class(&stays, LARGEST_BUCKET, |stay| stay.class).values() {
        for (at, a) in bucket.iter().enumerate() {
            for b in &bucket[at + 1..] {
                conflicts
                    .extend(judge::judge(story, &sentences, a, b, bucket).map(|spans| conflict(story, a, b, spans)));
            }
        }
    }
    conflicts
}

fn conflict(story: &Story, a: &Stay, b: &Stay, spans: [Span; 2]) -> Conflict {
    let place = |stay: &Stay| support::passage(story, stay.article, stay.span, "core/place");
    let words = |stay: &Stay| support::words(&story.articles[stay.article], stay.span, 90);
    let outlet = |stay: &Stay| support::outlet(&story.articles[stay.article]).to_owned();
    let one = support::words(&story.articles[a.article], spans[0], 60);
    let two = support::words(&story.articles[b.article], spans[1], 60);
    Conflict {
        check: Check::Place,
        severity: support::spoken(a.speaker, b.speaker),
        message: format!("{one} or {two}: “{}”", words(a)),
        explanation: vec![
            format!("{}: “{}” puts it in {one}", outlet(a), words(a)),
            format!("{}: “{}” puts it in {two}", outlet(b), words(b)),
            "it is taken for one thing at one time, and what is named around it agrees".to_owned(),
            "one thing ends up in one place".to_owned(),
        ],
        sides: vec![support::side(story, one, vec![place(a)]), support::side(story, two, vec![place(b)])],
    }
}
