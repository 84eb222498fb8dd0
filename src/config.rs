//! `crosscheck.yaml`: the settings of a desk, from raw YAML to values that hold.
//!
//! The file is looked for from the working folder upwards. Paths in it are relative to its own folder. Raw and
//! validated types are separate: everything the YAML reader lets through is checked here, and all problems are
//! given at once, each with line and column. What the settings mean is the business of those who read them.

use crate::check::{Check, Level, Levels};
use globset::{GlobBuilder, GlobMatcher};
use jiff::civil::Date;
use serde::Deserialize;
use serde::de::{MapAccess, Visitor};
use serde_yaml::{Location, Spanned};
use std::collections::BTreeMap;
use std::fmt;
use std::marker::PhantomData;
use std::path::{Path, PathBuf};

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
}

/// Something that does not hold, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The line, from 1; 0 where it is not known.
    pub line: u64,
    /// The column, from 1.
    pub column: u64,
    /// What is wrong, in lower case and without a full stop.
    pub message: String,
    /// What to do about it.
    pub help: Option<String>,
}

/// Why the settings cannot be used.
#[derive(Debug)]
pub enum Error {
    /// The file cannot be read.
    Read(PathBuf, std::io::Error),
    /// The file says something that does not hold: every problem found.
    Invalid(PathBuf, Vec<Problem>),
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Read(path, error) => write!(f, "cannot read '{}': {error}", path.display()),
            Self::Invalid(path, problems) => {
                for (number, problem) in problems.iter().enumerate() {
                    let separator = if number == 0 { "" } else { "\n" };
                    let Problem { line, column, message, help } = problem;
                    write!(f, "{separator}{}:{line}:{column}: {message}", path.display())?;
                    if let Some(help) = help {
                        write!(f, "\n  help: {help}")?;
                    }
                }
                Ok(())
            }
        }
    }
}

impl std::error::Error for Error {}

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
}

/// A mapping in the order it is written, keys and values with their places.
#[derive(Debug)]
struct Entries<V>(Vec<(Spanned<String>, Spanned<V>)>);

impl<V> Default for Entries<V> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<'de, V: Deserialize<'de>> Deserialize<'de> for Entries<V> {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Pairs<V>(PhantomData<V>);
        impl<'de, V: Deserialize<'de>> Visitor<'de> for Pairs<V> {
            type Value = Entries<V>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a mapping")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut pairs = Vec::new();
                while let Some(pair) = map.next_entry()? {
                    pairs.push(pair);
                }
                Ok(Entries(pairs))
            }
        }
        deserializer.deserialize_map(Pairs(PhantomData))
    }
}

/// The nearest settings file in `folder` (absolute) or above it, as a path that starts from `folder`: short in messages,
/// and the same on every machine.
#[must_use]
pub fn find(folder: &Path) -> Option<PathBuf> {
    let depth = folder.ancestors().position(|folder| folder.join(FILE_NAME).is_file())?;
    Some(std::iter::repeat_n("..", depth).collect::<PathBuf>().join(FILE_NAME))
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
    })
}

impl Config {
    /// The publication date that the settings give to the article in the file at `path`.
    #[must_use]
    pub fn date_of(&self, path: &Path) -> Option<Date> {
        let path = real(path);
        self.dates.iter().find(|(glob, _)| glob.is_match(&path)).map(|&(_, date)| date)
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

fn check(name: &Spanned<String>, problems: &mut Vec<Problem>) -> Option<Check> {
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

fn dated(
    folder: &Path,
    glob: &Spanned<String>,
    date: &Spanned<String>,
    problems: &mut Vec<Problem>,
) -> Option<(GlobMatcher, Date)> {
    // The settings' own folder is text, not a pattern: only what stands in the file is one.
    let pattern = format!("{}/{}", globset::escape(&real(folder).to_string_lossy()), glob.value);
    let matcher = GlobBuilder::new(&pattern).literal_separator(true).build().map_err(|error| {
        let message = format!("'{}' is no path pattern: {}", glob.value, error.kind());
        problems.push(problem(glob.referenced, message, Some("write for example 'archive/*.txt'".into())));
    });
    let day = date.value.parse::<Date>().map_err(|_| {
        let message = format!("'{}' is no date", date.value);
        problems.push(problem(date.referenced, message, Some("write it as YYYY-MM-DD".into())));
    });
    Some((matcher.ok()?.compile_matcher(), day.ok()?))
}

fn problem(location: Location, message: String, help: Option<String>) -> Problem {
    Problem { line: location.line(), column: location.column(), message, help }
}

/// What the YAML reader itself rejects, in our words where they can say more than the reader's.
fn shape_problem(error: &serde_yaml::Error) -> Problem {
    let error = error.without_snippet();
    let location = error.location().unwrap_or(Location::UNKNOWN);
    match error {
        serde_yaml::Error::SerdeUnknownField { field, expected, .. } => {
            let list = || format!("use one of: {}", expected.join(", "));
            let help = crate::suggest::did_you_mean(field, expected.iter().copied()).unwrap_or_else(list);
            problem(location, format!("unknown key '{field}'"), Some(help))
        }
        serde_yaml::Error::DuplicateMappingKey { key, .. } => {
            let key = key.as_deref().unwrap_or("?");
            problem(location, format!("key '{key}' is given twice"), Some("join the two".to_owned()))
        }
        other => {
            let message = other.to_string();
            let place = format!(" at line {}, column {}", location.line(), location.column());
            problem(location, message.trim_end_matches(&place).to_owned(), None)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::Severity;

    fn problems(text: &str) -> Vec<(u64, u64, String)> {
        let found = parse(text, Path::new("")).unwrap_err();
        found.into_iter().map(|problem| (problem.line, problem.column, problem.message)).collect()
    }

    #[test]
    fn an_empty_file_sets_nothing() {
        for text in ["", "# nothing yet\n", "{}\n"] {
            assert_eq!(parse(text, Path::new("")).unwrap().levels, Levels::default());
        }
    }

    #[test]
    fn everything_can_be_set() {
        let text = "packs: [sport, rules/local.yaml]\nlevels: {name: note, quote: 'off'}\nselect: [name]\nignore: [time]\n\
            dates: {'archive/*.txt': 2024-09-26}\naliases: {Ana Ruiz: [A. Ruiz]}\ndrafts: [desk]\nsources: [wire]\n";
        let config = parse(text, Path::new("/news")).unwrap();
        assert_eq!(config.packs, ["sport", "/news/rules/local.yaml"]);
        assert_eq!(config.levels.of(Check::Name), Level::At(Severity::Note));
        assert_eq!(config.levels.of(Check::Place), Level::Off);
        assert_eq!(config.date_of(Path::new("/news/archive/a.txt")), Some(jiff::civil::date(2024, 9, 26)));
        assert_eq!(config.date_of(Path::new("/news/wire/a.txt")), None);
        assert_eq!(config.aliases["Ana Ruiz"], ["A. Ruiz"]);
        assert_eq!((config.drafts, config.sources), (vec!["/news/desk".into()], vec!["/news/wire".into()]));
    }

    #[test]
    fn every_problem_is_given_with_its_place() {
        let text = "levels:\n  nam: note\n  quote: loud\nselect: [tim]\ndates:\n  '[': 2024-02-30\n";
        let found = problems(text);
        let places: Vec<(u64, u64)> = found.iter().map(|&(line, column, _)| (line, column)).collect();
        assert_eq!(places, [(2, 3), (3, 10), (4, 10), (6, 3), (6, 8)], "{found:?}");
        assert_eq!(found[0].2, "unknown check 'nam'");
    }

    #[test]
    fn what_the_yaml_reader_rejects_has_a_place_too() {
        let one = |text| problems(text).remove(0);
        assert_eq!(one("packs: []\nlevel: {}\n"), (2, 1, "unknown key 'level'".to_owned()));
        assert_eq!(one("packs: []\npacks: []\n"), (2, 1, "key 'packs' is given twice".to_owned()));
        let (line, column, message) = one("select: [\n  {a: b}]\n");
        assert_eq!((line, column), (2, 3));
        assert!(!message.contains("line 2"), "{message}");
    }

    #[test]
    fn a_slip_in_a_key_is_answered_with_the_right_one() {
        let found = parse("level: {}", Path::new("")).unwrap_err();
        assert_eq!(found[0].help.as_deref(), Some("did you mean 'levels'?"));
    }

    #[test]
    fn a_folder_with_brackets_is_no_pattern() {
        let config = parse("dates: {'*.txt': 2024-09-26}", Path::new("/[a]")).unwrap();
        assert!(config.date_of(Path::new("/[a]/x.txt")).is_some());
        assert!(config.date_of(Path::new("/a/x.txt")).is_none());
    }

    #[test]
    fn the_nearest_file_is_found() {
        let folder = tempfile::tempdir().unwrap();
        let deep = folder.path().join("a/b");
        std::fs::create_dir_all(&deep).unwrap();
        std::fs::write(folder.path().join(FILE_NAME), "").unwrap();
        assert_eq!(find(&deep), Some(Path::new("../..").join(FILE_NAME)));
        std::fs::write(folder.path().join("a").join(FILE_NAME), "").unwrap();
        assert_eq!(find(&deep), Some(Path::new("..").join(FILE_NAME)));
        assert_eq!(find(&folder.path().join("a")), Some(FILE_NAME.into()));
    }

    #[test]
    fn a_pattern_matches_however_the_article_is_named() {
        let folder = tempfile::tempdir().unwrap();
        let deep = folder.path().join("archive/deep");
        std::fs::create_dir_all(&deep).unwrap();
        std::fs::write(folder.path().join("archive/a.txt"), "").unwrap();
        std::fs::write(deep.join("b.txt"), "").unwrap();
        let config = parse("dates: {'archive/*.txt': 2024-09-26}", folder.path()).unwrap();
        assert!(config.date_of(&deep.join("../a.txt")).is_some());
        assert!(config.date_of(&deep.join("b.txt")).is_none(), "a star stays in its folder");
    }
}
