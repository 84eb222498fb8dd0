//! `crosscheck.lock`: which packs a run was made with, by name, version and a hash of their content.
//!
//! The file lies beside crosscheck.yaml. It is a record, not a source: packs are loaded from where the settings say, and a
//! pack that is no longer the one that was locked is reported.

use super::builtin;
use super::library::{Library, PackInfo};
use serde::Deserialize;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fmt::{self, Write};
use std::path::Path;

/// The file's name.
pub const FILE_NAME: &str = "crosscheck.lock";

/// What is locked of one pack.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Locked {
    /// Its version; empty where it has none.
    #[serde(default)]
    pub version: String,
    /// Where it came from: `built-in`, or a path.
    pub from: String,
    /// SHA-256 (FIPS 180-4) of its pack.yaml with line ends as `\n`, in hexadecimal digits.
    pub sha256: String,
}

/// The packs of a run.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lock {
    /// The version of the file's format.
    #[serde(rename = "version")]
    format: u32,
    /// Packs by name.
    pub packs: BTreeMap<String, Locked>,
}

/// How a pack differs from what was locked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// Its content is another: the versions that were locked and are there now.
    Changed(String, String),
    /// It was not locked.
    New,
    /// It was locked and is not used.
    Gone,
}

impl fmt::Display for Change {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Changed(old, new) if old == new => f.write_str("has changed since it was locked"),
            Self::Changed(old, new) => write!(f, "has changed since it was locked, from version {old} to {new}"),
            Self::New => f.write_str("is not locked"),
            Self::Gone => f.write_str("is locked and not used"),
        }
    }
}

impl Lock {
    /// The lock of a library's packs. A pack whose file cannot be read any more is left out.
    #[must_use]
    pub fn of(library: &Library) -> Self {
        let packs = library.packs.iter().filter_map(|pack| Some((pack.name.to_string(), locked(pack)?)));
        Self { format: 1, packs: packs.collect() }
    }

    /// Reads a lock file's text.
    ///
    /// # Errors
    /// What is wrong with it, one line.
    pub fn parse(text: &str) -> Result<Self, String> {
        let lock: Self = serde_yaml::from_str(text).map_err(|error| error.without_snippet().to_string())?;
        if lock.format == 1 { Ok(lock) } else { Err(format!("its format {} is not known", lock.format)) }
    }

    /// How the packs of `now` differ from these, by name.
    #[must_use]
    pub fn changes(&self, now: &Self) -> Vec<(String, Change)> {
        let mut changes: Vec<(String, Change)> = Vec::new();
        for (name, pack) in &now.packs {
            match self.packs.get(name) {
                None => changes.push((name.clone(), Change::New)),
                Some(locked) if locked.sha256 != pack.sha256 => {
                    changes.push((name.clone(), Change::Changed(locked.version.clone(), pack.version.clone())));
                }
                Some(_) => {}
            }
        }
        let gone = self.packs.keys().filter(|name| !now.packs.contains_key(*name));
        changes.extend(gone.map(|name| (name.clone(), Change::Gone)));
        changes.sort_by(|a, b| a.0.cmp(&b.0));
        changes
    }
}

impl fmt::Display for Lock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("# The packs that runs here are made with. Written by `crosscheck pack lock`.\n")?;
        writeln!(f, "version: {}\npacks:", self.format)?;
        for (name, Locked { version, from, sha256 }) in &self.packs {
            let quoted = |text: &str| format!("'{}'", text.replace('\'', "''"));
            writeln!(
                f,
                "  {name}:\n    version: {}\n    from: {}\n    sha256: {sha256}",
                quoted(version),
                quoted(from)
            )?;
        }
        Ok(())
    }
}

fn locked(pack: &PackInfo) -> Option<Locked> {
    let (from, text) = match pack.path.strip_prefix("builtin:") {
        Some(name) => {
            let own = builtin::PACKS.iter().find(|own| own.name == name)?;
            ("built-in".to_owned(), own.text.to_owned())
        }
        None => (pack.path.clone(), std::fs::read_to_string(Path::new(&pack.path)).ok()?),
    };
    Some(Locked { version: pack.version.clone(), from, sha256: hash(&text) })
}

fn hash(text: &str) -> String {
    let digest = Sha256::digest(text.replace("\r\n", "\n").as_bytes());
    digest.iter().fold(String::with_capacity(64), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_is_the_published_one_and_knows_no_line_ends() {
        // FIPS 180-4, example of one block.
        assert_eq!(hash("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assert_eq!(hash("a\r\nb"), hash("a\nb"));
    }

    #[test]
    fn a_lock_is_read_as_it_was_written() {
        let lock = Lock::of(&Library::builtin().unwrap_or_default());
        assert!(lock.packs.len() > 10);
        assert_eq!(Lock::parse(&lock.to_string()), Ok(lock));
        assert!(Lock::parse("version: 2\npacks: {}").is_err());
    }

    #[test]
    fn every_change_is_told() {
        let locked = |hash: &str| Locked { version: "1.0".into(), from: "a".into(), sha256: hash.into() };
        let lock = |packs: &[(&str, &str)]| Lock {
            format: 1,
            packs: packs.iter().map(|(name, hash)| ((*name).to_owned(), locked(hash))).collect(),
        };
        let changes = lock(&[("a", "1"), ("b", "1"), ("d", "1")]).changes(&lock(&[("a", "1"), ("b", "2"), ("c", "1")]));
        let told: Vec<String> = changes.iter().map(|(name, change)| format!("{name} {change}")).collect();
        assert_eq!(told, ["b has changed since it was locked", "c is not locked", "d is locked and not used"]);
    }
}
