//! Which of several places a name means in an article.
//!
//! What follows the name decides ("Salina, Kan."); then what else the article names nearby; then size. The weights were set
//! so that a world city beats its namesakes unless the article names the namesake's surroundings, and so that the
//! name of a hamlet means nothing without its surroundings. Where two readings stay close, nothing is decided.

use super::data::{ABBREVIATIONS, AREAS, NAMES, Record, within};
use super::{Gazetteer, PlaceId, PlaceKind, normalise};

/// What is known where a name stands.
#[derive(Clone, Copy, Debug, Default)]
pub struct Context<'a> {
    /// What follows the name after a comma or in brackets: "Maine", "Kan.", "TX", "France".
    pub qualifier: Option<&'a str>,
    /// Other places of the article that are already certain, with how often each is named. The dateline's place belongs
    /// here too. Order does not matter.
    pub named: &'a [(PlaceId, u32)],
}

/// A settlement smaller than this needs something of its surroundings in the article.
const KNOWN_ALONE: u64 = 15_000;
/// The same where English is not the language: English news seldom names such a place without its country.
const FOREIGN_KNOWN_ALONE: u64 = 50_000;
/// Countries of which English news takes the smaller towns as known.
const ENGLISH: [&str; 6] = ["AU", "CA", "GB", "IE", "NZ", "US"];
/// The same for one whose name is an everyday word.
const COMMON_KNOWN_ALONE: u64 = 150_000;
/// How much better the best reading has to be than the next, in powers of ten of population.
const MARGIN: f64 = 0.35;
/// Kilometres within which a place named in the article is a neighbour.
const NEIGHBOUR: f64 = 150.0;

impl Gazetteer {
    /// The place that `name` means, or `None` where that cannot be known.
    #[must_use]
    pub fn resolve(&self, name: &str, context: &Context<'_>) -> Option<PlaceId> {
        let candidates = self.lookup(name);
        if candidates.is_empty() {
            return None;
        }
        if let Some(qualifier) = context.qualifier {
            let outer = self.qualifier(qualifier);
            if !outer.is_empty() {
                return self.largest_within(&candidates, &outer);
            }
        }
        if let Some(first) = always(name, &candidates) {
            // Even the best known reading gives way to one whose surroundings the article names twice over.
            let rival = |other| self.nearness(other, context) >= if self.is_metonym(other) { 0.5 } else { 3.0 };
            if !candidates.iter().any(|&other| other != first && rival(other)) || self.nearness(first, context) > 0.0 {
                return Some(first);
            }
        }
        let common = self.also_common_word(name);
        let mut scored: Vec<(f64, PlaceId)> =
            candidates.iter().filter_map(|&id| Some((self.score(id, common, context)?, id))).collect();
        scored.sort_by(|one, other| other.0.total_cmp(&one.0));
        let &(score, best) = scored.first()?;
        let mut chosen = best;
        for &(next, other) in scored.iter().skip(1).take_while(|(next, _)| score - next < MARGIN) {
            // A city and the state around it are no contradiction: the city is meant (New York).
            if self.contains(chosen, other) {
                chosen = other;
            } else if !self.contains(other, chosen) && (self.disjoint(chosen, other) || next > score) {
                return None;
            }
        }
        let inside = scored.iter().find(|&&(next, other)| {
            other != chosen && score - next < 3.0 && self.is_large_city(other) && self.contains(chosen, other)
        });
        Some(inside.map_or(chosen, |&(_, city)| city))
    }

    /// The places a qualifier can mean: an abbreviation as written, or any name.
    fn qualifier(&self, qualifier: &str) -> Vec<PlaceId> {
        let qualifier = qualifier.trim();
        let abbreviated = ABBREVIATIONS.find(qualifier).filter_map(|row| Record::referred(row.field(1)));
        let mut found: Vec<PlaceId> = abbreviated.map(Record::id).collect();
        if found.is_empty() {
            found = self.lookup(qualifier);
        }
        found
    }

    fn largest_within(&self, candidates: &[PlaceId], outer: &[PlaceId]) -> Option<PlaceId> {
        let inside =
            candidates.iter().filter(|&&id| outer.iter().any(|&place| place != id && self.contains(place, id)));
        inside.copied().max_by_key(|&id| (self.population(id).unwrap_or(u64::MAX), std::cmp::Reverse(id)))
    }

    /// Log population, helped by what else the article names; `None` for what is not to be believed bare.
    fn score(&self, id: PlaceId, common: bool, context: &Context<'_>) -> Option<f64> {
        let near = self.nearness(id, context);
        let record = Record::of(id)?;
        let population = record.population().unwrap_or(0);
        let prior = match record.kind() {
            PlaceKind::Continent | PlaceKind::Region => 7.0,
            PlaceKind::Country => (population as f64 + 1.0).log10() + 0.3,
            PlaceKind::State | PlaceKind::County if common && near < 0.5 => return None,
            PlaceKind::State => (population as f64 + 1.0).log10(),
            // Counties mostly bear the name of a town that is meant, unless "County" is said.
            PlaceKind::County => (population as f64 + 1.0).log10() - 0.7,
            PlaceKind::Landmark => 6.0,
            PlaceKind::City => {
                let english = record.codes().iter().any(|code| ENGLISH.iter().any(|country| within(code, country)));
                let (least, needed) = match (common, english) {
                    (true, _) => (COMMON_KNOWN_ALONE, 1.0),
                    (false, true) => (KNOWN_ALONE, 1.0),
                    (false, false) => (FOREIGN_KNOWN_ALONE, 0.5),
                };
                let capital = self.is_metonym(id);
                if population < least && near < needed && !capital {
                    return None;
                }
                (population as f64 + 1.0).log10() + if capital { 1.0 } else { 0.0 }
            }
        };
        Some(prior + near)
    }

    /// What the article's other places say for this one: half a point for its country, one and a half for its state or
    /// county, one for a neighbour or for a place around it.
    fn nearness(&self, id: PlaceId, context: &Context<'_>) -> f64 {
        let codes = Record::of(id).map(Record::codes).unwrap_or_default();
        let (mut country, mut state, mut neighbour) = (false, false, false);
        for &(other, count) in context.named.iter().filter(|(other, count)| *other != id && *count > 0) {
            let Some(record) = Record::of(other) else { continue };
            let theirs = record.codes();
            let shared = |depth: usize| {
                theirs.iter().any(|code| {
                    let outer = code.match_indices('.').nth(depth).map_or(*code, |(end, _)| &code[..end]);
                    code.matches('.').count() >= depth && codes.iter().any(|inner| within(inner, outer))
                })
            };
            country = country || shared(0);
            state = state || shared(1);
            let point = !matches!(record, Record::Area(_) | Record::Region(_));
            neighbour = neighbour || point && self.distance_km(id, other).is_some_and(|distance| distance <= NEIGHBOUR);
            neighbour =
                neighbour || !point && count > 0 && record.kind() == PlaceKind::County && self.contains(other, id);
        }
        // An article in which the country is all there is says little for its villages.
        f64::from(u8::from(country)) * 0.5 + f64::from(u8::from(state)) * 1.5 + f64::from(u8::from(neighbour))
    }

    fn is_large_city(&self, id: PlaceId) -> bool {
        self.kind(id) == Some(PlaceKind::City) && self.population(id).unwrap_or(0) >= KNOWN_ALONE
    }

    /// The state that an abbreviation means, as written after the name of a town: "Kan.", "TX", "D.C.".
    #[must_use]
    pub fn state_abbreviation(&self, written: &str) -> Option<PlaceId> {
        let row = ABBREVIATIONS.find(written.trim()).next()?;
        AREAS.find(row.field(1)).next().map(|row| Record::Area(row).id())
    }
}

/// The reading marked as the one that beats all others ("Washington", "Paris").
fn always(name: &str, candidates: &[PlaceId]) -> Option<PlaceId> {
    let marked = NAMES.find(&normalise(name)).find(|row| row.field(2) == "first")?;
    Record::referred(marked.field(1)).map(Record::id).filter(|id| candidates.contains(id))
}
