//! What the desk has decided on conflicts: accepted ones with their reasons, and the backlog of a baseline.
//!
//! Both are one small YAML file each, `crosscheck-accepted.yaml` and whatever `--write-baseline` named, which people
//! review like any other change; `crosscheck accept` only ever adds an entry or takes one out. An entry holds as long
//! as its conflict's id, that is while the passages stand word for word. Reading and judging is here, writing files is
//! the command line's.

mod file;
mod judge;
mod write;

pub use file::{Decision, load, parse};
pub use judge::{Expired, Judgement, judge};
pub use write::{added, baseline, removed};

use std::path::{Path, PathBuf};

/// The file's name.
pub const FILE_NAME: &str = "crosscheck-accepted.yaml";

/// A file of decisions that was read.
#[derive(Clone, Debug, Default)]
pub struct Decisions {
    /// The file.
    pub file: PathBuf,
    /// Its entries, in order.
    pub entries: Vec<Decision>,
    /// Whether it is a baseline: its entries are counted, not told one by one.
    pub baseline: bool,
}

impl Decisions {
    /// The file's folder, from which the articles of its entries are named.
    #[must_use]
    pub fn folder(&self) -> &Path {
        folder_of(&self.file)
    }
}

/// The folder of a file; "." for one named without a folder.
#[must_use]
pub fn folder_of(file: &Path) -> &Path {
    file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// An article's path as a file of decisions in `folder` names it: relative to the folder where it lies in it.
#[must_use]
pub fn article_name(folder: &Path, shown: &str) -> String {
    let (path, rest) = split_article(shown);
    let inside = || {
        let (path, folder) = (Path::new(path).canonicalize().ok()?, folder.canonicalize().ok()?);
        let inside = path.strip_prefix(folder).ok()?;
        let parts: Vec<_> = inside.components().map(|part| part.as_os_str().to_string_lossy()).collect();
        Some(parts.join("/"))
    };
    inside().map_or_else(|| shown.to_owned(), |path| path + rest)
}

/// `FILE#ID` as the file and `#ID`; what is a file as it stands has no second part.
fn split_article(shown: &str) -> (&str, &str) {
    match shown.rfind('#') {
        Some(at) if !Path::new(shown).exists() => shown.split_at(at),
        _ => (shown, ""),
    }
}
