//! What was read before, for runs that come again and again: in an editor, or at every save.
//!
//! A file is known by its length and the time of its last change. Texts that stand in an editor and not yet on disk go
//! before the file.

use super::formats::Parsed;
use super::walk::File;
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::SystemTime;

/// Articles of earlier runs, and texts that editors hold.
#[derive(Debug, Default)]
pub struct Memory {
    files: HashMap<PathBuf, (Stamp, Parsed)>,
    open: HashMap<PathBuf, Arc<[u8]>>,
}

/// By what a file is known not to have changed.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Stamp {
    /// On disk: length in bytes, time of the last change.
    Stored(u64, SystemTime),
    /// In an editor: the very text.
    Open(Arc<[u8]>),
    /// Standard input, which can be read once.
    Once,
}

impl Memory {
    /// Takes `text` for what stands in the file at `path`, saved or not.
    pub fn open(&mut self, path: &Path, text: &str) {
        self.open.insert(real(path), text.as_bytes().into());
    }

    /// Takes what is on disk for what stands in the file.
    pub fn close(&mut self, path: &Path) {
        self.open.remove(&real(path));
    }

    /// Reads the file anew at the next run: its length and its time may be the same and its words not.
    pub fn forget(&mut self, path: &Path) {
        self.files.remove(&real(path));
    }

    /// The file's articles, read now or before.
    pub(super) fn parsed(&mut self, mut file: File) -> Parsed {
        let path = real(file.path());
        file.open = self.open.get(&path).cloned();
        let Some(stamp) = stamp(&file) else {
            return file.read();
        };
        // The name under which articles are shown is the caller's, and may be another this time.
        let known = self.files.get(&path).filter(|(known, parsed)| *known == stamp && parsed.is_shown_as(file.shown()));
        if let Some((_, parsed)) = known {
            return parsed.clone();
        }
        let parsed = file.read();
        self.files.insert(path, (stamp, parsed.clone()));
        parsed
    }
}

fn stamp(file: &File) -> Option<Stamp> {
    if let Some(open) = &file.open {
        return Some(Stamp::Open(Arc::clone(open)));
    }
    if file.path().as_os_str() == "-" {
        return Some(Stamp::Once);
    }
    let found = file.path().metadata().ok()?;
    Some(Stamp::Stored(found.len(), found.modified().ok()?))
}

fn real(path: &Path) -> PathBuf {
    path.canonicalize().unwrap_or_else(|_| path.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ingest::{Options, read_again};

    fn texts(memory: &mut Memory, path: &Path) -> Vec<String> {
        let read = read_again(&[path.to_owned()], &Options::default(), memory);
        read.documents.into_iter().map(|document| document.text).collect()
    }

    #[test]
    fn an_editor_goes_before_the_disk() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.txt");
        std::fs::write(&path, "A crane fell.\n").unwrap();
        let mut memory = Memory::default();
        assert_eq!(texts(&mut memory, &path), ["A crane fell.\n"]);
        memory.open(&path, "A crane stood.\n");
        assert_eq!(texts(&mut memory, &path), ["A crane stood.\n"]);
        memory.close(&path);
        assert_eq!(texts(&mut memory, &path), ["A crane fell.\n"]);
    }

    #[test]
    fn a_file_that_has_not_changed_is_not_read_again() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.txt");
        std::fs::write(&path, "A crane fell.\n").unwrap();
        let mut memory = Memory::default();
        texts(&mut memory, &path);
        // The same length and time: only an unread file can still give the old words.
        let time = path.metadata().unwrap().modified().unwrap();
        std::fs::write(&path, "A crane sank.\n").unwrap();
        std::fs::File::options().write(true).open(&path).unwrap().set_modified(time).unwrap();
        assert_eq!(texts(&mut memory, &path), ["A crane fell.\n"]);
        memory.forget(&path);
        assert_eq!(texts(&mut memory, &path), ["A crane sank.\n"]);
        std::fs::write(&path, "A crane fell again.\n").unwrap();
        assert_eq!(texts(&mut memory, &path), ["A crane fell again.\n"]);
    }

    #[test]
    fn one_file_under_two_names_is_shown_as_asked() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.txt");
        std::fs::write(&path, "A crane fell.\n").unwrap();
        let mut memory = Memory::default();
        texts(&mut memory, &path);
        let detour = folder.path().join("x").join("..").join("a.txt");
        std::fs::create_dir(folder.path().join("x")).unwrap();
        let read = read_again(std::slice::from_ref(&detour), &Options::default(), &mut memory);
        assert_eq!(read.documents[0].path, detour.to_string_lossy());
    }
}
