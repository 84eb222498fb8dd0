//! Places of the world: names, what they lie in, where they are on the globe.
//!
//! The data are sorted text files under `rules/places/` that are their own index, so that nothing is loaded or parsed
//! before the first look-up and a look-up is a few binary searches. What a name means in an article is decided by
//! [`Gazetteer::resolve`]; whether a capitalised word is a place at all is decided by the layer that asks. Seas, rivers
//! and mountains are left out: news claims hardly ever turn on them.

mod data;
mod index;
mod key;
mod names;
mod own;
mod relation;
mod resolve;
pub(crate) mod table;
#[cfg(test)]
mod tests;

pub use key::normalise;
pub use resolve::Context;

use data::Record;

/// A place's number in the gazetteer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PlaceId(pub u32);

/// What sort of place it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PlaceKind {
    /// A continent.
    Continent,
    /// A part of the world or of a country without a government of its own ("the Middle East", "the Midlands").
    Region,
    /// A country or dependent territory.
    Country,
    /// A first-level division: a state, a province, England.
    State,
    /// A second-level division: a county, a department.
    County,
    /// A city, town, village or part of one.
    City,
    /// A building, seat of power, airport, stadium, park or campus.
    Landmark,
}

/// Degrees north and east.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Coordinates {
    /// Degrees north of the equator.
    pub latitude: f64,
    /// Degrees east of Greenwich.
    pub longitude: f64,
}

/// All places known. It holds nothing itself; the data are part of the program, but for the desk's own places.
#[derive(Debug)]
pub struct Gazetteer {
    _data: (),
}

static GLOBAL: Gazetteer = Gazetteer { _data: () };

impl Gazetteer {
    /// The gazetteer.
    #[must_use]
    pub fn global() -> &'static Self {
        &GLOBAL
    }

    /// The place's usual English name; empty for a number that is none.
    #[must_use]
    pub fn name(&self, id: PlaceId) -> String {
        Record::of(id).map(Record::name).unwrap_or_default()
    }

    /// What sort of place it is.
    #[must_use]
    pub fn kind(&self, id: PlaceId) -> Option<PlaceKind> {
        Record::of(id).map(Record::kind)
    }

    /// People who live there: censuses and estimates of `GeoNames`. States and counties carry the sum of their settlements,
    /// which counts boroughs twice. `None` for landmarks and regions.
    #[must_use]
    pub fn population(&self, id: PlaceId) -> Option<u64> {
        Record::of(id).and_then(Record::population)
    }

    /// Where it is; the mean over its people for a country, state or county.
    #[must_use]
    pub fn coordinates(&self, id: PlaceId) -> Option<Coordinates> {
        Record::of(id).and_then(Record::coordinates)
    }

    /// Its time zone by IANA name; `None` where it has several.
    #[must_use]
    pub fn zone(&self, id: PlaceId) -> Option<&'static str> {
        let record = Record::of(id)?;
        record.zone().or_else(|| record.areas().into_iter().find_map(Record::zone))
    }

    /// Whether the name of the place also stands for a body that sits there: "the Kremlin", "Downing Street", and every
    /// capital for its government.
    #[must_use]
    pub fn is_metonym(&self, id: PlaceId) -> bool {
        Record::of(id).is_some_and(Record::is_metonym)
    }
}
