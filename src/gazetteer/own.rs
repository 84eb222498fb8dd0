//! Places of the desk's own, from its settings: a hall, a quarter, a ground that no gazetteer of the world lists.
//!
//! They are rows of a table like the landmarks', made at run time. The table is the process's: settings are read before
//! articles are, and whoever reads other settings reads the articles again. A table is never freed, since rows are
//! handed out for good; settings change a few times a day.

use super::data::Record;
use super::key::normalise;
use super::table::Table;
use super::{Gazetteer, PlaceId};
use std::sync::{PoisonError, RwLock};

static EMPTY: Table = Table::new("", SEPARATOR);
static OWN: RwLock<&'static Table> = RwLock::new(&EMPTY);

/// Landmarks that come with the program are in a table of commas; by this the desk's own are told from them.
pub(super) const SEPARATOR: char = '\t';

/// The table.
pub(super) fn table() -> &'static Table {
    *OWN.read().unwrap_or_else(PoisonError::into_inner)
}

impl Gazetteer {
    /// Makes these the desk's own places: name, and the place it lies in. They replace those of an earlier call.
    ///
    /// Nothing that was annotated before knows of them.
    pub fn set_own(&self, places: &[(String, PlaceId)]) {
        let mut rows: Vec<String> = places
            .iter()
            .filter_map(|(name, inside)| {
                let name: String = name.split_whitespace().collect::<Vec<_>>().join(" ");
                let (record, at) = (Record::of(*inside)?, self.coordinates(*inside));
                let at = at.map_or_else(|| "\t".to_owned(), |at| format!("{}\t{}", at.latitude, at.longitude));
                let key = normalise(&name);
                (!key.is_empty()).then(|| format!("{key}\t{name}\t{}\t{at}\t\n", record.reference()))
            })
            .collect();
        rows.sort();
        rows.dedup();
        let text = rows.concat();
        let mut own = OWN.write().unwrap_or_else(PoisonError::into_inner);
        if own.text() != text {
            *own = Box::leak(Box::new(Table::new(Box::leak(text.into_boxed_str()), SEPARATOR)));
        }
    }
}
