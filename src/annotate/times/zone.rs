//! Names of time zones: "GMT", "Eastern time", "London time".

use super::lexeme::Lexeme;
use crate::gazetteer::Gazetteer;
use crate::hash::Map;
use jiff::civil::DateTime;
use jiff::tz::{Offset, TimeZone, TimeZoneDatabase};
use std::sync::LazyLock;

static TABLE: LazyLock<Map<&'static str, (&'static str, bool)>> = LazyLock::new(|| {
    include_str!("../../../rules/english/zones.csv")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .skip(1)
        .filter_map(|line| {
            let mut fields = line.split(',');
            let (words, zone, kind) = (fields.next()?, fields.next()?, fields.next()?);
            Some((words, (zone, kind == "name")))
        })
        .collect()
});

/// A zone as a phrase names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Zone {
    /// "local time"
    Local,
    /// By its IANA name.
    Named(&'static str),
}

impl Zone {
    pub(super) fn name(self) -> Option<&'static str> {
        match self {
            Self::Local => None,
            Self::Named(name) => Some(name),
        }
    }
}

/// The zone that is named at the head of `lexemes`, and how many of them name it. Parentheses around an abbreviation belong to it.
pub(super) fn zone(lexemes: &[Lexeme<'_>]) -> Option<(usize, Zone)> {
    let text = |index: usize| lexemes.get(index).map_or("", |lexeme| lexeme.text);
    if text(0) == "(" {
        let (length, zone) = zone_words(lexemes.get(1..)?)?;
        return (text(length + 1) == ")").then_some((length + 2, zone));
    }
    zone_words(lexemes)
}

/// Whether a word by itself names a zone.
pub(super) fn is_abbreviation(word: &str) -> bool {
    matches!(TABLE.get(word), Some((_, false)))
}

fn zone_words(lexemes: &[Lexeme<'_>]) -> Option<(usize, Zone)> {
    let text = |index: usize| lexemes.get(index).map_or("", |lexeme| lexeme.text);
    if text(0) == "local" && text(1) == "time" {
        return Some((2, Zone::Local));
    }
    let mut words = String::new();
    for length in 1..=3 {
        let word = text(length - 1);
        if word.is_empty() || word.len() > 16 {
            return None;
        }
        if length > 1 {
            words.push(' ');
        }
        words.push_str(word);
        match TABLE.get(words.as_str()) {
            Some((zone, true)) if text(length) == "time" => return Some((length + 1, Zone::Named(zone))),
            Some((zone, false)) => return Some((length + usize::from(text(length) == "time"), Zone::Named(zone))),
            _ if text(length) == "time" => {
                let zone = lexemes[..length].iter().all(|lexeme| lexeme.capital).then(|| of_city(&words)).flatten();
                return zone.map(|zone| (length + 1, Zone::Named(zone)));
            }
            _ => {}
        }
    }
    None
}

/// "Chicago time": the zone of the largest place of a name.
fn of_city(name: &str) -> Option<&'static str> {
    let gazetteer = Gazetteer::global();
    let largest = gazetteer.lookup(name).into_iter().max_by_key(|&place| gazetteer.population(place));
    gazetteer.zone(largest?)
}

/// The distance of a zone from UTC at a civil time. The zones are those the program was built with, so that an
/// article means the same on every machine.
pub(super) fn offset_at(zone: &str, time: DateTime) -> Option<Offset> {
    let zone = if zone == "UTC" { TimeZone::UTC } else { TimeZoneDatabase::bundled().get(zone).ok()? };
    Some(zone.to_ambiguous_zoned(time).compatible().ok()?.offset())
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn every_zone_of_the_table_exists() {
        assert!(TABLE.len() > 100);
        let mut rows: Vec<_> = TABLE.iter().collect();
        rows.sort();
        for (words, (zone, _)) in rows {
            assert!(offset_at(zone, date(2025, 1, 1).at(0, 0, 0, 0)).is_some(), "{words}: {zone}");
        }
    }

    #[test]
    fn daylight_saving_is_respected() {
        let hours = |month| offset_at("America/New_York", date(2025, month, 1).at(12, 0, 0, 0)).map(Offset::seconds);
        assert_eq!((hours(1), hours(7)), (Some(-5 * 3600), Some(-4 * 3600)));
    }
}
