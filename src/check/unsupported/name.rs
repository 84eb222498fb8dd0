//! People, bodies, places and things that no source names. Each is given once, where the draft names it first.

use super::carried::Carried;
use crate::annotate::entities::fold;
use crate::annotate::mention::{EntityKind, MentionForm};
use crate::gazetteer::{Gazetteer, PlaceId};
use crate::graph::{Identity, Story};
use crate::source::Span;
use std::collections::BTreeSet;

/// The first mentions of what the draft `at` names and no source does, in order.
pub(super) fn missing(story: &Story<'_>, carried: &Carried<'_>, at: usize) -> Vec<Span> {
    let article = &story.articles[at];
    // What a source names a town without its country, the draft may name with it.
    let named = article.entities.iter().filter(|entity| words_are_carried(carried, &entity.name));
    let places: BTreeSet<PlaceId> =
        named.filter_map(|entity| entity.place).chain(carried.places.iter().copied()).collect();
    let mut seen: BTreeSet<Identity> = BTreeSet::new();
    let mut found = Vec::new();
    for mention in article.mentions.iter().filter(|mention| mention.form == MentionForm::Name) {
        let Some(identity) = mention.entity.and_then(|entity| story.identities.of(at, entity)) else { continue };
        if !seen.insert(identity) || is_carried(story, carried, &places, identity) {
            continue;
        }
        let words: Vec<&str> = mention.span.of(&article.document.text).split_whitespace().collect();
        if is_name(mention.kind, &words) {
            found.push(mention.span);
        }
    }
    found
}

/// Whether the words are a name that can be looked up: of things, only those of several words, since a single capital
/// may stand for much.
fn is_name(kind: EntityKind, words: &[&str]) -> bool {
    let capitals = words.iter().filter(|word| word.starts_with(char::is_uppercase)).count();
    match kind {
        EntityKind::Person | EntityKind::Place | EntityKind::Body => capitals > 0,
        EntityKind::Thing => capitals > 1,
        EntityKind::Group => false,
    }
}

fn is_carried(story: &Story<'_>, carried: &Carried<'_>, places: &BTreeSet<PlaceId>, identity: Identity) -> bool {
    let party = story.identities.party(identity);
    let is_source = |article: usize| !story.articles[article].document.draft;
    if party.members.iter().any(|(article, _)| is_source(*article)) {
        return true;
    }
    // A country whose town a source names is no news; the other way round it is.
    let gazetteer = Gazetteer::global();
    if party.place.is_some_and(|place| places.iter().any(|inner| *inner != place && gazetteer.contains(place, *inner)))
    {
        return true;
    }
    words_are_carried(carried, &party.name)
}

/// Whether the sources have all words of a name, whatever they were read as there.
fn words_are_carried(carried: &Carried<'_>, name: &str) -> bool {
    let mut words = name.split(|c: char| !c.is_alphanumeric()).map(fold).filter(|word| word.chars().count() > 1);
    words.all(|word| carried.words.contains(&word))
}
