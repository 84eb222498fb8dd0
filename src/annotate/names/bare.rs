//! Places by their names alone, each asked of the gazetteer once an article: reports repeat the names they are about.

use crate::gazetteer::{Context, Gazetteer, PlaceId};
use crate::hash::Map;
use compact_str::CompactString;

/// The answers so far.
pub(super) struct Bare<'a> {
    pub(super) gazetteer: &'a Gazetteer,
    known: Map<CompactString, Option<PlaceId>>,
}

impl<'a> Bare<'a> {
    pub(super) fn new(gazetteer: &'a Gazetteer) -> Self {
        Self { gazetteer, known: Map::default() }
    }

    /// The place of this name, nothing being known of its surroundings.
    pub(super) fn place(&mut self, name: &str) -> Option<PlaceId> {
        if let Some(known) = self.known.get(name) {
            return *known;
        }
        let place = self.gazetteer.resolve(name, &Context::default());
        self.known.insert(name.into(), place);
        place
    }
}
