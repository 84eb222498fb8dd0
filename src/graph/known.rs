//! Names that packs and settings know to be one's, though nothing in the names shows it.

use crate::annotate::entities::fold;
use crate::annotate::mention::Entity;
use crate::pack::KnownEntity;
use std::collections::BTreeMap;

/// What goes by several names that do not show that they are one's.
#[derive(Default)]
pub(super) struct Known {
    /// The number of each name's bearer, by folded name.
    by_name: BTreeMap<String, usize>,
    /// The bearers' names.
    names: Vec<String>,
    /// The bearers that were met: what an article takes a by-name for says little.
    parties: BTreeMap<usize, usize>,
}

impl Known {
    pub(super) fn new(known: &[KnownEntity]) -> Self {
        let mut all = Self::default();
        for (number, entity) in known.iter().enumerate() {
            for name in std::iter::once(&entity.name).chain(&entity.aliases) {
                all.by_name.entry(whole_name(name)).or_insert(number);
            }
            all.names.push(entity.name.clone());
        }
        all
    }

    /// The number of an entity that is known by one of its names.
    pub(super) fn bearer(&self, entity: &Entity) -> Option<usize> {
        if self.by_name.is_empty() {
            return None;
        }
        let mut names = std::iter::once(&entity.name).chain(&entity.names);
        names.find_map(|name| self.by_name.get(&whole_name(name))).copied()
    }

    /// The party that a bearer was met as.
    pub(super) fn party(&self, bearer: usize) -> Option<usize> {
        self.parties.get(&bearer).copied()
    }

    /// Notes the party that a bearer was met as.
    pub(super) fn meet(&mut self, bearer: usize, party: usize) {
        self.parties.insert(bearer, party);
    }

    /// The name of a bearer.
    pub(super) fn name(&self, bearer: usize) -> &str {
        self.names.get(bearer).map_or("", String::as_str)
    }
}

/// Every word of a name, folded, initials too.
fn whole_name(name: &str) -> String {
    name.split_whitespace().map(|word| fold(word.trim_end_matches('.'))).collect::<Vec<_>>().join(" ")
}
