//! What reading settings from YAML needs, whichever file they stand in: mappings that keep their order and places, and
//! problems with line and column.

use serde::Deserialize;
use serde::de::{MapAccess, Visitor};
use serde_yaml::{Location, Spanned};
use std::fmt;
use std::marker::PhantomData;
use std::path::PathBuf;

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

/// A mapping in the order it is written, keys and values with their places.
#[derive(Debug)]
pub(super) struct Entries<V>(pub(super) Vec<(Spanned<String>, Spanned<V>)>);

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

/// A problem at a place of the file.
pub(crate) fn problem(location: Location, message: String, help: Option<String>) -> Problem {
    Problem { line: location.line(), column: location.column(), message, help }
}

/// What the YAML reader itself rejects, in our words where they can say more than the reader's.
pub(crate) fn shape_problem(error: &serde_yaml::Error) -> Problem {
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
            let message = message.trim_end_matches(&place);
            // The reader's word for the bracket that it missed says little to people.
            let (message, help) = match message {
                "expected sequence start" => ("a list is wanted here", Some("write it in brackets: [one, two]")),
                "expected mapping start" => ("keys with values are wanted here", Some("write them as {key: value}")),
                "expected string scalar" => ("one word or line of text is wanted here", None),
                _ => (message, None),
            };
            problem(location, message.to_owned(), help.map(str::to_owned))
        }
    }
}
