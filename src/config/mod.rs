//! `crosscheck.yaml`: the settings of a desk, from raw YAML to values that hold.
//!
//! The file is looked for from the working folder upwards. Paths in it are relative to its own folder. Raw and
//! validated types are separate: everything the YAML reader lets through is checked here, and all problems are
//! given at once, each with line and column. What the settings mean is the business of those who read them.

mod own;
mod yaml;

pub use own::OwnPlace;
pub use yaml::{Error, Problem};
pub(crate) use yaml::{problem, shape_problem};

use crate::check::{Check, Level, Levels};
use crate::language::Language;
use globset::{GlobBuilder, GlobMatcher};
use jiff::civil::Date;
use jiff::tz::{Offset, TimeZone};
use serde::Deserialize;
use serde_yaml::Spanned;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use yaml::Entries;

/// The file's name.
pub const FILE_NAME: &str = "crosscheck.yaml";

/// The settings of a desk; the default is an empty file's.
#[derive(Clone, Debug, Default)]
pub struct Config {
    /// The file they come from.
    pub file: Option<PathBuf>,
    /// Rule packs besides the built-in ones: a name, or a path that is already resolved.
    pub packs: Vec<String>,
    /// Checks and their levels.
    pub levels: Levels,
    /// Publication dates by path, first match first.
    pub dates: Vec<(GlobMatcher, Date)>,
    /// Further names by the name they stand for.
    pub aliases: BTreeMap<String, Vec<String>>,
    /// Where drafts lie.
    pub drafts: Vec<PathBuf>,
    /// Where the reports to check against lie.
    pub sources: Vec<PathBuf>,
    /// Where older reports lie: they are checked against, and conflicts among them alone are left out.
    pub archive: Vec<PathBuf>,
    /// Time zones by path, for articles whose date carries none; first match first.
    pub zones: Vec<(GlobMatcher, TimeZone)>,
    /// Places of the desk's own.
    pub places: Vec<OwnPlace>,
    /// Languages whose articles are left out.
    pub ignore_languages: Vec<Language>,
    /// The file of accepted conflicts, where it is not the one beside the settings.
    pub accepted: Option<PathBuf>,
    /// The file of the backlog.
    pub baseline: Option<PathBuf>,
}

/// The file as written.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Raw {
    packs: Vec<Spanned<String>>,
    levels: Entries<String>,
    select: Vec<Spanned<String>>,
    ignore: Vec<Spanned<String>>,
    dates: Entries<String>,
    aliases: BTreeMap<String, Vec<String>>,
    drafts: Vec<String>,
    sources: Vec<String>,
    archive: Vec<String>,
    zones: Entries<String>,
    places: Entries<String>,
    ignore_languages: Vec<Spanned<String>>,
    accepted: Option<String>,
    baseline: Option<String>,
}

/// The nearest settings file in `folder` (absolute) or above it, as a path that starts from `folder`: short in messages,
/// and the same on every machine.
#[must_use]
pub fn find(folder: &Path) -> Option<PathBuf> {
    find_file(folder, FILE_NAME)
}

/// The nearest file of a name in `folder` (absolute) or above it, as a path that starts from `folder`.
#[must_use]
pub fn find_file(folder: &Path, name: &str) -> Option<PathBuf> {
    let depth = folder.ancestors().position(|folder| folder.join(name).is_file())?;
    Some(std::iter::repeat_n("..", depth).collect::<PathBuf>().join(name))
}

/// Reads and validates a settings file.
///
/// # Errors
/// The file cannot be read, is not YAML, or says something that does not hold.
pub fn load(path: &Path) -> Result<Config, Error> {
    let text = std::fs::read_to_string(path).map_err(|error| Error::Read(path.to_owned(), error))?;
    let mut config = parse(&text, path.parent().unwrap_or(Path::new("")))
        .map_err(|problems| Error::Invalid(path.to_owned(), problems))?;
    config.file = Some(path.to_owned());
    Ok(config)
}

/// Validates settings whose relative paths start from `folder`.
///
/// # Errors
/// Every problem found; a text that is not YAML or not of the right shape is one problem.
pub fn parse(text: &str, folder: &Path) -> Result<Config, Vec<Problem>> {
    // An empty file, or one of comments only, holds no mapping.
    let raw: Option<Raw> = serde_yaml::from_str(text).map_err(|error| vec![shape_problem(&error)])?;
    let raw = raw.unwrap_or_default();
    let mut problems = Vec::new();
    let levels = Levels {
        select: raw.select.iter().filter_map(|name| check(name, &mut problems)).collect(),
        ignore: raw.ignore.iter().filter_map(|name| check(name, &mut problems)).collect(),
        levels: raw
            .levels
            .0
            .iter()
            .filter_map(|(name, value)| Some((check(name, &mut problems)?, level(value, &mut problems)?)))
            .collect(),
    };
    let dates = raw.dates.0.iter().filter_map(|(glob, date)| dated(folder, glob, date, &mut problems)).collect();
    let zones = raw.zones.0.iter().filter_map(|(glob, zone)| own::zoned(folder, glob, zone, &mut problems)).collect();
    let places = raw.places.0.iter().filter_map(|(name, inside)| own::place(name, inside, &mut problems)).collect();
    let ignore_languages = raw.ignore_languages.iter().filter_map(|name| own::language(name, &mut problems)).collect();
    let packs = raw.packs.into_iter().map(|pack| resolved_pack(folder, pack.value)).collect();
    if !problems.is_empty() {
        problems.sort_by_key(|problem| (problem.line, problem.column));
        return Err(problems);
    }
    let under = |paths: Vec<String>| paths.into_iter().map(|path| folder.join(path)).collect();
    Ok(Config {
        file: None,
        packs,
        levels,
        dates,
        aliases: raw.aliases,
        drafts: under(raw.drafts),
        sources: under(raw.sources),
        archive: under(raw.archive),
        zones,
        places,
        ignore_languages,
        accepted: raw.accepted.map(|path| folder.join(path)),
        baseline: raw.baseline.map(|path| folder.join(path)),
    })
}

impl Config {
    /// The publication date that the settings give to the article in the file at `path`.
    #[must_use]
    pub fn date_of(&self, path: &Path) -> Option<Date> {
        let path = real(path);
        self.dates.iter().find(|(glob, _)| glob.is_match(&path)).map(|&(_, date)| date)
    }

    /// The distance from UTC that the settings give to the article in the file at `path`, at noon of a day.
    #[must_use]
    pub fn offset_of(&self, path: &Path, day: Date) -> Option<Offset> {
        let path = real(path);
        let (_, zone) = self.zones.iter().find(|(glob, _)| glob.is_match(&path))?;
        Some(zone.to_ambiguous_timestamp(day.at(12, 0, 0, 0)).later().map_or(Offset::UTC, |at| zone.to_offset(at)))
    }

    /// The folder that the settings' paths start from: that of the file, or the working folder.
    #[must_use]
    pub fn folder(&self) -> &Path {
        self.file.as_deref().map_or(Path::new("."), crate::decisions::folder_of)
    }
}

/// The path without links and detours, so that a pattern matches however the article was named; as it is where there
/// is no such file.
fn real(path: &Path) -> PathBuf {
    let path = if path.as_os_str().is_empty() { Path::new(".") } else { path };
    path.canonicalize().unwrap_or_else(|_| path.to_owned())
}

/// A pack with a separator or an extension is a file beside the settings; anything else is a name.
fn resolved_pack(folder: &Path, pack: String) -> String {
    let extension = Path::new(&pack).extension().map(std::ffi::OsStr::to_ascii_lowercase);
    let is_yaml = extension.is_some_and(|extension| extension == "yaml" || extension == "yml");
    let is_path = is_yaml || pack.contains(['/', '\\']);
    if is_path { folder.join(pack).to_string_lossy().into_owned() } else { pack }
}

pub(crate) fn check(name: &Spanned<String>, problems: &mut Vec<Problem>) -> Option<Check> {
    name.value
        .parse()
        .map_err(|error: crate::check::UnknownCheck| {
            let names = Check::ALL.iter().map(|check| check.name());
            let help = crate::suggest::did_you_mean(&name.value, names)
                .unwrap_or_else(|| "'crosscheck explain' lists the checks".to_owned());
            problems.push(problem(name.referenced, error.to_string(), Some(help)));
        })
        .ok()
}

fn level(value: &Spanned<String>, problems: &mut Vec<Problem>) -> Option<Level> {
    value
        .value
        .parse()
        .map_err(|()| {
            let message = format!("unknown level '{}'", value.value);
            problems.push(problem(value.referenced, message, Some(format!("use one of: {}", Level::NAMES.join(", ")))));
        })
        .ok()
}

/// A pattern of paths.
fn matcher(folder: &Path, glob: &Spanned<String>, problems: &mut Vec<Problem>) -> Option<GlobMatcher> {
    // The settings' own folder is text, not a pattern: only what stands in the file is one.
    let pattern = format!("{}/{}", globset::escape(&real(folder).to_string_lossy()), glob.value);
    let matcher = GlobBuilder::new(&pattern).literal_separator(true).build().map_err(|error| {
        let message = format!("'{}' is no path pattern: {}", glob.value, error.kind());
        problems.push(problem(glob.referenced, message, Some("write for example 'archive/*.txt'".into())));
    });
    Some(matcher.ok()?.compile_matcher())
}

fn dated(
    folder: &Path,
    glob: &Spanned<String>,
    date: &Spanned<String>,
    problems: &mut Vec<Problem>,
) -> Option<(GlobMatcher, Date)> {
    let matcher = matcher(folder, glob, problems);
    let day = date.value.parse::<Date>().map_err(|_| {
        let message = format!("'{}' is no date", date.value);
        problems.push(problem(date.referenced, message, Some("write it as YYYY-MM-DD".into())));
    });
    Some((matcher?, day.ok()?))
}

#[cfg(test)]
mod tests;
