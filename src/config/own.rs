//! The settings that teach the program the desk's own world: time zones of its sources, its places, its languages.

use super::yaml::{Problem, problem};
use crate::gazetteer::{Context, Gazetteer, PlaceId};
use crate::language::Language;
use globset::GlobMatcher;
use jiff::tz::TimeZone;
use serde_yaml::Spanned;
use std::path::Path;

/// A place of the desk's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnPlace {
    /// Its name.
    pub name: String,
    /// The place that it lies in.
    pub inside: PlaceId,
}

pub(super) fn zoned(
    folder: &Path,
    glob: &Spanned<String>,
    zone: &Spanned<String>,
    problems: &mut Vec<Problem>,
) -> Option<(GlobMatcher, TimeZone)> {
    let matcher = super::matcher(folder, glob, problems);
    let found = TimeZone::get(&zone.value).ok();
    if found.is_none() {
        let help = "use a name of the IANA database, such as Europe/London".to_owned();
        problems.push(problem(zone.referenced, format!("'{}' is no time zone", zone.value), Some(help)));
    }
    Some((matcher?, found?))
}

pub(super) fn place(name: &Spanned<String>, inside: &Spanned<String>, problems: &mut Vec<Problem>) -> Option<OwnPlace> {
    let capital = name.value.trim().chars().find(|c| c.is_alphanumeric()).is_some_and(|c| !c.is_lowercase());
    if !capital {
        let help = "write it as articles do, with a capital".to_owned();
        problems.push(problem(name.referenced, format!("'{}' is no name of a place", name.value), Some(help)));
    }
    let (town, qualifier) = match inside.value.split_once(',') {
        Some((town, rest)) => (town.trim(), Some(rest.trim())),
        None => (inside.value.trim(), None),
    };
    let gazetteer = Gazetteer::global();
    let found = gazetteer.resolve(town, &Context { qualifier, ..Context::default() });
    // The largest place of the name is meant, where nothing is said of another.
    let found = found.or_else(|| if qualifier.is_none() { largest(town) } else { None });
    if found.is_none() {
        let help = "name a town, county, state or country, such as 'Leeds' or 'Springfield, Illinois'".to_owned();
        problems.push(problem(inside.referenced, format!("the place '{}' is not known", inside.value), Some(help)));
    }
    let inside = found?;
    capital.then(|| OwnPlace { name: name.value.trim().to_owned(), inside })
}

fn largest(town: &str) -> Option<PlaceId> {
    let gazetteer = Gazetteer::global();
    let places = gazetteer.lookup(town).into_iter();
    places.max_by_key(|&id| (gazetteer.population(id).unwrap_or(0), std::cmp::Reverse(id)))
}

pub(super) fn language(name: &Spanned<String>, problems: &mut Vec<Problem>) -> Option<Language> {
    let found = Language::named(&name.value);
    match found {
        Some(language) if language.is_english() => {
            let help = "leave it out: English is the one language that is read".to_owned();
            problems.push(problem(name.referenced, "English cannot be left out".to_owned(), Some(help)));
            None
        }
        Some(language) => Some(language),
        None => {
            let help = "write its ISO 639 code or its English name, such as 'sv', 'swe' or 'Swedish'".to_owned();
            problems.push(problem(name.referenced, format!("unknown language '{}'", name.value), Some(help)));
            None
        }
    }
}
