//! What lies in what, what cannot overlap, and how far apart places are.

use super::data::{METROPOLISES, REGIONS, Record, prefixes, within};
use super::table::Row;
use super::{Gazetteer, PlaceId, PlaceKind};

/// The mean radius of the Earth in kilometres (IUGG).
const EARTH_RADIUS: f64 = 6371.0088;
/// Two settlements, or a landmark and a settlement, nearer than this may be the same place to a reporter.
const SAME_PLACE: f64 = 10.0;
/// A point nearer than this to the middle of an area may be reported as in it.
const NEAR_MIDDLE: f64 = 15.0;
/// Two landmarks nearer than this may be one site.
const SAME_SITE: f64 = 0.2;

impl Gazetteer {
    /// Everything that the place lies in, nearest first: a landmark's site, its city, county, state, country, then the
    /// regions and the continent. Of an area that is one with a city (Greater London, Manhattan) the city is named too.
    #[must_use]
    pub fn parents(&self, id: PlaceId) -> Vec<PlaceId> {
        let Some(record) = Record::of(id) else { return Vec::new() };
        let mut found: Vec<PlaceId> = Vec::new();
        let mut add = |place: PlaceId| {
            if place != id && !found.contains(&place) {
                found.push(place);
            }
        };
        let mut site = record.holders();
        while let Some(holder) = site.pop() {
            add(holder.id());
            site.extend(holder.holders());
        }
        for area in record.areas() {
            add(area.id());
            if let Record::Area(row) = area {
                METROPOLISES
                    .find(row.key())
                    .filter_map(|row| Record::referred(row.field(2)))
                    .for_each(|city| add(city.id()));
            }
        }
        let codes = record.codes();
        let landmark = matches!(record, Record::Landmark(_));
        for region in REGIONS.rows().filter(|&region| region_holds(region, &codes, landmark)) {
            add(Record::Region(region).id());
        }
        // Continents last: they say least.
        found.sort_by_key(|&place| self.kind(place) == Some(PlaceKind::Continent));
        found
    }

    /// Whether `inner` lies in `outer`; every place contains itself.
    #[must_use]
    pub fn contains(&self, outer: PlaceId, inner: PlaceId) -> bool {
        if outer == inner {
            return true;
        }
        match (Record::of(outer), Record::of(inner)) {
            (Some(outer), Some(inner)) => holds(outer, inner),
            _ => false,
        }
    }

    /// Whether nothing can be in both places at once.
    ///
    /// Countries, divisions and regions are disjoint where neither holds the other and no part of one is a part of the
    /// other. Settlements are disjoint where they are further apart than ten kilometres and than their radii together
    /// (taken from their populations); a settlement and a landmark likewise; two landmarks where they are more than 200
    /// metres apart and neither stands in the other. A point is disjoint from an area that it does not lie in, unless it is
    /// within fifteen kilometres of its middle. Where a region's bounds are not known (the Cotswolds), nothing within
    /// the country that it lies in is disjoint from it. Unknown places are not disjoint.
    #[must_use]
    pub fn disjoint(&self, one: PlaceId, other: PlaceId) -> bool {
        if self.contains(one, other) || self.contains(other, one) {
            return false;
        }
        let (Some(first), Some(second)) = (Record::of(one), Record::of(other)) else { return false };
        let (Some(apart), codes, others) = (self.distance_km(one, other), first.codes(), second.codes()) else {
            return false;
        };
        match (is_point(first), is_point(second)) {
            (true, true) => {
                let landmarks = [first, second].iter().all(|record| matches!(record, Record::Landmark(_)));
                apart >= if landmarks { SAME_SITE } else { SAME_PLACE.max(radius_km(first) + radius_km(second)) }
            }
            (false, false) => !overlap(&codes, &others),
            (true, false) => apart >= NEAR_MIDDLE && !covers(second, &others, &codes),
            (false, true) => apart >= NEAR_MIDDLE && !covers(first, &codes, &others),
        }
    }

    /// The distance along the surface in kilometres, by the haversine formula (Sinnott, "Virtues of the Haversine", Sky and
    /// Telescope 68, 1984).
    #[must_use]
    pub fn distance_km(&self, one: PlaceId, other: PlaceId) -> Option<f64> {
        let (from, to) = (self.coordinates(one)?, self.coordinates(other)?);
        let half = |degrees: f64| (degrees.to_radians() / 2.0).sin().powi(2);
        let across = from.latitude.to_radians().cos() * to.latitude.to_radians().cos();
        let chord = half(to.latitude - from.latitude) + across * half(to.longitude - from.longitude);
        Some(2.0 * EARTH_RADIUS * chord.sqrt().min(1.0).asin())
    }
}

fn is_point(record: Record) -> bool {
    matches!(record, Record::City(_) | Record::Landmark(_))
}

/// A rough radius of a settlement: built-up area grows with population (London 33 km, a town of 10,000 one km).
fn radius_km(record: Record) -> f64 {
    match record {
        Record::City(_) => record.population().unwrap_or(0) as f64,
        _ => 0.0,
    }
    .sqrt()
        * 0.011
}

fn overlap(codes: &[&str], others: &[&str]) -> bool {
    codes.iter().any(|one| others.iter().any(|other| within(one, other) || within(other, one)))
}

/// Whether an area of these codes may hold a point of those: a region whose bounds are unknown covers what it lies in.
fn covers(area: Record, codes: &[&str], points: &[&str]) -> bool {
    let unbounded = matches!(area, Record::Region(row) if row.field(5).is_empty());
    let inside = |point: &&str| codes.iter().any(|code| within(point, code));
    // A point known to its country only may lie in any part of it.
    let vague = |point: &&str| codes.iter().any(|code| within(code, point));
    points.iter().any(|point| vague(point) || unbounded && inside(point))
}

/// Whether `inner` lies in `outer`, which is another place.
fn holds(outer: Record, inner: Record) -> bool {
    let held = inner.holders();
    if held.iter().any(|holder| holder.id() == outer.id() || holds(outer, *holder)) {
        return true;
    }
    if matches!(inner, Record::Landmark(_)) {
        return false;
    }
    let codes = inner.codes();
    match outer {
        Record::Area(row) => !codes.is_empty() && codes.iter().all(|code| within(code, row.key())),
        Record::Region(row) => region_holds(row, &codes, false),
        Record::City(_) => is_one_with(outer, &codes),
        Record::Landmark(_) => false,
    }
}

/// Whether all of these codes lie in an area that is one with the city.
fn is_one_with(city: Record, codes: &[&'static str]) -> bool {
    let mut areas = codes.iter().map(|code| {
        prefixes(code).any(|prefix| {
            METROPOLISES
                .find(prefix)
                .filter_map(|row| Record::referred(row.field(2)))
                .any(|other| other.id() == city.id())
        })
    });
    !codes.is_empty() && areas.all(|inside| inside)
}

/// Whether the parts of a region hold all of these codes, or `any` of them where the codes are a landmark's sites.
fn region_holds(region: Row, codes: &[&str], any: bool) -> bool {
    let parts = region.field(5);
    let mut held = codes.iter().map(|code| parts.split(';').any(|part| !part.is_empty() && within(code, part)));
    !codes.is_empty() && if any { held.any(|inside| inside) } else { held.all(|inside| inside) }
}
