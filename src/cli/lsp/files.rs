//! The files an editor has open, and what to call those it has not.

use super::place::{self, Lines};
use lsp_types::Uri;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// A file that is open in the editor.
pub(super) struct Open {
    /// As the editor calls it.
    pub(super) uri: Uri,
    pub(super) text: String,
    pub(super) version: i32,
}

/// The open files, by absolute path, and the folder that the others are named from.
pub(super) struct Files {
    pub(super) root: PathBuf,
    pub(super) open: BTreeMap<PathBuf, Open>,
}

impl Files {
    /// The path, from the root where it is relative.
    pub(super) fn absolute(&self, path: &Path) -> PathBuf {
        let joined = self.root.join(path);
        joined.canonicalize().unwrap_or(joined)
    }

    /// The file of an article, which may be one of several in it.
    pub(super) fn article(&self, shown: &str) -> PathBuf {
        let path = self.absolute(Path::new(shown));
        match shown.rsplit_once('#') {
            Some((file, _)) if !path.exists() => self.absolute(Path::new(file)),
            _ => path,
        }
    }

    /// The path as it is shown: from the root, where it lies below it.
    pub(super) fn shown(&self, path: &Path) -> PathBuf {
        path.strip_prefix(&self.root).map_or_else(|_| path.to_owned(), Path::to_owned)
    }

    /// As the editor calls the file.
    pub(super) fn uri(&self, path: &Path) -> Option<Uri> {
        self.open.get(path).map(|open| open.uri.clone()).or_else(|| place::uri_of(path))
    }

    /// Asks something of the lines of a file, as the editor has them or as they are stored.
    pub(super) fn lines<T>(&self, path: &Path, ask: impl FnOnce(&Lines<'_>) -> T) -> T {
        match self.open.get(path) {
            Some(open) => ask(&Lines::of(&open.text)),
            None => ask(&Lines::of(&stored(path))),
        }
    }
}

/// The text of a file as far as it can be read; columns of what is no UTF-8 are counted in what stands for it.
fn stored(path: &Path) -> String {
    std::fs::read(path).map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).unwrap_or_default()
}
