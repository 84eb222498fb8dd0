//! The tables of places and how a row of each is read.
//!
//! A place's number is its table (two bits) and the byte at which its row starts (thirty bits). Rows refer to places
//! by code (`US.KS`), by name and code (`Paris@FR`), or, with `#`, by the name of a region or landmark (`#Kremlin`).

use super::key::normalise;
use super::own;
use super::table::{Row, Table};
use super::{Coordinates, PlaceId, PlaceKind};

/// Settlements, short forms, and names of areas: key, name where the key does not give it, code, population, latitude,
/// longitude, zone where the area does not give it. A row that points elsewhere is key, `=`, reference.
pub(super) static CITIES: Table = Table::new(include_str!("../../rules/places/cities.tsv"), '\t');
/// Countries and divisions: code, name, population, latitude, longitude, zone, capital.
pub(super) static AREAS: Table = Table::new(include_str!("../../rules/places/areas.tsv"), '\t');
/// Key, name, kind, latitude, longitude, what it consists of, what it lies in.
pub(super) static REGIONS: Table = Table::new(include_str!("../../rules/places/regions.csv"), ',');
/// Key, name, what it lies in, latitude, longitude, `metonym`.
pub(super) static LANDMARKS: Table = Table::new(include_str!("../../rules/places/landmarks.csv"), ',');
/// Other names: key, reference, `first` where it beats every other reading, `capitals` where it is written so only.
pub(super) static NAMES: Table = Table::new(include_str!("../../rules/places/names.csv"), ',');
/// Demonyms and adjectives: key, reference.
pub(super) static DEMONYMS: Table = Table::new(include_str!("../../rules/places/demonyms.csv"), ',');
/// Abbreviations after a town, as written: abbreviation, code.
pub(super) static ABBREVIATIONS: Table = Table::new(include_str!("../../rules/places/abbreviations.csv"), ',');
/// Areas that a city is one with: code, the area's name, the city.
pub(super) static METROPOLISES: Table = Table::new(include_str!("../../rules/places/metropolises.csv"), ',');
/// Seats of bodies that their city stands for, beside the capitals: key, reference.
pub(super) static SEATS: Table = Table::new(include_str!("../../rules/places/seats.csv"), ',');
/// Names that are everyday words too.
pub(super) static COMMON_WORDS: Table = Table::new(include_str!("../../rules/places/common_words.txt"), '\t');

const OFFSET_BITS: u32 = 30;
/// From here on, the rows of landmarks are the desk's own.
const OWN: u32 = 1 << (OFFSET_BITS - 1);

/// A row with the table it is from.
#[derive(Clone, Copy, Debug)]
pub(super) enum Record {
    City(Row),
    Area(Row),
    Region(Row),
    Landmark(Row),
}

impl Record {
    /// The record of a place.
    pub(super) fn of(id: PlaceId) -> Option<Self> {
        let offset = id.0 & ((1 << OFFSET_BITS) - 1);
        match id.0 >> OFFSET_BITS {
            0 => CITIES.row(offset).map(Self::City),
            1 => AREAS.row(offset).map(Self::Area),
            2 => REGIONS.row(offset).map(Self::Region),
            _ if offset >= OWN => own::table().row(offset - OWN).map(Self::Landmark),
            _ => LANDMARKS.row(offset).map(Self::Landmark),
        }
    }

    /// Its place's number.
    pub(super) fn id(self) -> PlaceId {
        let (table, row) = match self {
            Self::City(row) => (0, row),
            Self::Area(row) => (1, row),
            Self::Region(row) => (2, row),
            Self::Landmark(row) => (3, row),
        };
        let is_own = table == 3 && row.separator() == own::SEPARATOR;
        PlaceId(table << OFFSET_BITS | if is_own { row.offset + OWN } else { row.offset })
    }

    /// How a row refers to it.
    pub(super) fn reference(self) -> String {
        match self {
            Self::City(row) => format!("{}@{}", self.name(), row.field(2)),
            Self::Area(row) => row.key().to_owned(),
            Self::Region(_) | Self::Landmark(_) => format!("#{}", self.name()),
        }
    }

    /// The country or division of a code.
    pub(super) fn area(code: &str) -> Option<Self> {
        AREAS.find(code).next().map(Self::Area)
    }

    /// The place that a reference in the data means.
    pub(super) fn referred(reference: &str) -> Option<Self> {
        if let Some(name) = reference.strip_prefix('#') {
            let key = normalise(name);
            let landmark = LANDMARKS.find(&key).next().map(Self::Landmark);
            return landmark.or_else(|| REGIONS.find(&key).next().map(Self::Region));
        }
        match reference.rsplit_once('@') {
            Some((name, code)) => {
                let mut rows = CITIES.find(&normalise(name));
                rows.find(|row| row.field(1) != "=" && within(row.field(2), code)).map(Self::City)
            }
            None => Self::area(reference),
        }
    }

    pub(super) fn name(self) -> String {
        match self {
            Self::City(row) if row.field(1).is_empty() => title_case(row.key()),
            Self::City(row) | Self::Area(row) | Self::Region(row) | Self::Landmark(row) => row.field(1).to_owned(),
        }
    }

    pub(super) fn kind(self) -> PlaceKind {
        match self {
            Self::City(_) => PlaceKind::City,
            Self::Area(row) => match row.key().matches('.').count() {
                0 => PlaceKind::Country,
                1 => PlaceKind::State,
                _ => PlaceKind::County,
            },
            Self::Region(row) if row.field(2) == "continent" => PlaceKind::Continent,
            Self::Region(_) => PlaceKind::Region,
            Self::Landmark(_) => PlaceKind::Landmark,
        }
    }

    pub(super) fn population(self) -> Option<u64> {
        match self {
            Self::City(row) => row.field(3).parse().ok(),
            Self::Area(row) => row.field(2).parse().ok(),
            Self::Region(_) | Self::Landmark(_) => None,
        }
    }

    pub(super) fn coordinates(self) -> Option<Coordinates> {
        let (row, first) = match self {
            Self::City(row) => (row, 4),
            Self::Area(row) | Self::Region(row) | Self::Landmark(row) => (row, 3),
        };
        Some(Coordinates { latitude: row.field(first).parse().ok()?, longitude: row.field(first + 1).parse().ok()? })
    }

    /// The zone that its own row gives.
    pub(super) fn zone(self) -> Option<&'static str> {
        let zone = match self {
            Self::City(row) => row.field(6),
            Self::Area(row) => row.field(5),
            Self::Region(_) | Self::Landmark(_) => "",
        };
        Some(zone).filter(|zone| !zone.is_empty())
    }

    /// The codes it has or lies in: one for a city or area, several for what lies across a border.
    pub(super) fn codes(self) -> Vec<&'static str> {
        match self {
            Self::City(row) => vec![row.field(2)],
            Self::Area(row) => vec![row.key()],
            Self::Region(row) => {
                let parts = if row.field(5).is_empty() { row.field(6) } else { row.field(5) };
                parts.split(';').filter(|code| !code.is_empty()).collect()
            }
            Self::Landmark(_) => self.holders().into_iter().flat_map(Self::codes).collect(),
        }
    }

    /// What a landmark's row says it lies in. Rows may point at landmarks, but a test forbids circles.
    pub(super) fn holders(self) -> Vec<Self> {
        match self {
            Self::Landmark(row) => row.field(2).split(';').filter_map(Self::referred).collect(),
            Self::City(_) | Self::Area(_) | Self::Region(_) => Vec::new(),
        }
    }

    /// The areas it lies in, smallest first; an area's own row is not among them.
    pub(super) fn areas(self) -> Vec<Self> {
        let own = if let Self::Area(row) = self { row.key() } else { "" };
        let mut found: Vec<Self> = Vec::new();
        let held = self.holders();
        found.extend(held.iter().copied().filter(|holder| !matches!(holder, Self::Area(_))));
        if matches!(self, Self::Region(row) if row.field(6).is_empty()) {
            return found;
        }
        for code in self.codes() {
            let areas = prefixes(code).filter(|&prefix| prefix != own).filter_map(Self::area);
            found.extend(areas);
        }
        found
    }

    pub(super) fn is_metonym(self) -> bool {
        match self {
            Self::Landmark(row) => row.field(5) == "metonym",
            Self::City(row) => {
                let country = row.field(2).split('.').next().unwrap_or("");
                let name = self.name();
                AREAS.find(country).any(|area| normalise(area.field(6)) == normalise(&name))
                    || SEATS.find(row.key()).any(|seat| within(row.field(2), seat.field(1)))
            }
            Self::Area(_) | Self::Region(_) => false,
        }
    }
}

/// Whether the area of code `outer` holds that of code `inner`; every area holds itself.
pub(super) fn within(inner: &str, outer: &str) -> bool {
    inner.strip_prefix(outer).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}

/// A code and the codes it lies in, longest first.
pub(super) fn prefixes(code: &'static str) -> impl Iterator<Item = &'static str> {
    std::iter::successors(Some(code), |code| code.rsplit_once('.').map(|(outer, _)| outer))
}

fn title_case(key: &str) -> String {
    let mut name = String::with_capacity(key.len());
    let mut start = true;
    for letter in key.chars() {
        name.push(if start { letter.to_ascii_uppercase() } else { letter });
        start = letter == ' ';
    }
    name
}
