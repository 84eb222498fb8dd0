//! Names that packs and settings declare to be of one: the desk's own knowledge of who is who.

use super::identity::name_words;
use crate::annotate::mention::EntityKind;
use crate::pack::{KnownEntity, SlotType};
use std::collections::BTreeMap;

/// Declared names by their folded words.
#[derive(Default)]
pub(super) struct Aliases<'a> {
    by_words: BTreeMap<Vec<String>, usize>,
    known: &'a [KnownEntity],
}

impl<'a> Aliases<'a> {
    pub(super) fn new(known: &'a [KnownEntity]) -> Self {
        let mut by_words = BTreeMap::new();
        for (at, entity) in known.iter().enumerate() {
            for name in std::iter::once(&entity.name).chain(&entity.aliases) {
                by_words.entry(name_words(name)).or_insert(at);
            }
        }
        by_words.remove(&Vec::new());
        Self { by_words, known }
    }

    /// The number of the declared entity of that name, unless it is declared to be of quite another kind.
    pub(super) fn of(&self, words: &[String], kind: EntityKind) -> Option<usize> {
        let at = *self.by_words.get(words)?;
        let declared = self.kind(at);
        // A nickname looks like a thing or a body whatever it stands for; a place or a person is told by more.
        let fits = match kind {
            EntityKind::Group => false,
            EntityKind::Person | EntityKind::Place => declared.is_none_or(|declared| declared == kind),
            EntityKind::Body | EntityKind::Thing => true,
        };
        fits.then_some(at)
    }

    pub(super) fn name(&self, at: usize) -> &'a str {
        self.known.get(at).map_or("", |entity| entity.name.as_str())
    }

    pub(super) fn kind(&self, at: usize) -> Option<EntityKind> {
        self.known.get(at).and_then(|entity| entity.kind).and_then(|kind| match kind {
            SlotType::Person => Some(EntityKind::Person),
            SlotType::Body => Some(EntityKind::Body),
            SlotType::Place => Some(EntityKind::Place),
            SlotType::Thing => Some(EntityKind::Thing),
            _ => None,
        })
    }
}
