//! Which files a run reads, and their bytes.

use super::formats::{self, FORMATS, Format, Parsed};
use super::{Failure, LARGEST};
use std::collections::BTreeMap;
use std::io::Read;
use std::path::{Path, PathBuf};

/// One file to read.
pub(super) struct File {
    /// As it is shown.
    shown: String,
    path: PathBuf,
    pub(super) draft: bool,
    /// Its bytes, where an editor holds newer ones than the disk.
    pub(super) open: Option<std::sync::Arc<[u8]>>,
}

/// The files that `paths` and `drafts` name, each once, in the order of the paths they are shown as. A file that
/// is given in both lists is a draft. A folder without articles is a failure, but for those that `may_be_empty` names.
pub(super) fn files(
    paths: &[PathBuf],
    drafts: &[PathBuf],
    may_be_empty: &[PathBuf],
    failures: &mut Vec<Failure>,
) -> Vec<File> {
    let mut found: BTreeMap<PathBuf, File> = BTreeMap::new();
    let given = paths.iter().map(|path| (path, false)).chain(drafts.iter().map(|path| (path, true)));
    for (path, draft) in given {
        let before = failures.len();
        match expand(path, failures) {
            Ok(files) if files.is_empty() && failures.len() == before && !may_be_empty.contains(path) => {
                failures.push(Failure { path: shown(path), message: no_articles() });
            }
            Ok(files) => files.into_iter().for_each(|path| add(&mut found, path, draft)),
            Err(message) => failures.push(Failure { path: shown(path), message }),
        }
    }
    let mut files: Vec<File> = found.into_values().collect();
    files.sort_by(|a, b| a.shown.cmp(&b.shown));
    files
}

/// Two spellings of one file are one file, shown by the spelling that sorts first.
fn add(found: &mut BTreeMap<PathBuf, File>, path: PathBuf, draft: bool) {
    let key = path.canonicalize().unwrap_or_else(|_| path.clone());
    let file = File { shown: shown(&path), path, draft, open: None };
    match found.get_mut(&key) {
        Some(known) => {
            known.draft |= draft;
            if file.shown < known.shown {
                known.shown = file.shown;
                known.path = file.path;
            }
        }
        None => drop(found.insert(key, file)),
    }
}

/// The path with `/` between its parts.
fn shown(path: &Path) -> String {
    // "./a.txt" and "a.txt" are shown alike.
    let path: PathBuf = path.components().filter(|part| !matches!(part, std::path::Component::CurDir)).collect();
    let shown = path.to_string_lossy();
    if std::path::MAIN_SEPARATOR == '/' { shown.into_owned() } else { shown.replace(std::path::MAIN_SEPARATOR, "/") }
}

fn is_standard_input(path: &Path) -> bool {
    path.as_os_str() == "-"
}

fn format_of(path: &Path) -> Option<&'static Format> {
    formats::by_extension(path.extension()?.to_str()?)
}

/// The file itself, or the articles in the folder. What lies in a folder that cannot be opened is a failure: what was not
/// seen must not be taken for free of conflicts.
fn expand(path: &Path, failures: &mut Vec<Failure>) -> Result<Vec<PathBuf>, String> {
    if is_standard_input(path) || path.is_file() {
        return Ok(vec![path.to_owned()]);
    }
    if !path.exists() {
        return Err("no such file or folder; check the spelling".to_owned());
    }
    if !path.is_dir() {
        return Err("neither a file nor a folder; give a file, a folder or - for standard input".to_owned());
    }
    let mut walk = ignore::WalkBuilder::new(path);
    // Hidden files are passed over; what version control ignores may well be an article.
    walk.standard_filters(false).hidden(true).follow_links(false);
    let mut files = Vec::new();
    for entry in walk.build() {
        match entry {
            Ok(entry) if entry.file_type().is_some_and(|kind| kind.is_file()) && format_of(entry.path()).is_some() => {
                files.push(entry.into_path());
            }
            Ok(_) => {}
            Err(error) => {
                let place = place(&error).unwrap_or(path);
                let cause = error.io_error().map_or_else(|| error.to_string(), |error| error.kind().to_string());
                let message = format!("the folder cannot be read ({cause}); check its permissions");
                failures.push(Failure { path: shown(place), message });
            }
        }
    }
    Ok(files)
}

fn place(error: &ignore::Error) -> Option<&Path> {
    match error {
        ignore::Error::WithPath { path, .. } => Some(path),
        ignore::Error::WithDepth { err, .. } => place(err),
        _ => None,
    }
}

fn no_articles() -> String {
    let known: Vec<String> =
        FORMATS.iter().map(|format| format!("{} (.{})", format.name, format.extensions.join(", ."))).collect();
    format!("the folder holds no articles; formats read are {}", known.join(", "))
}

impl File {
    pub(super) fn shown(&self) -> &str {
        &self.shown
    }

    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// Reads the file in the format that its first bytes or its extension say, as plain text where these say nothing.
    pub(super) fn read(self) -> Parsed {
        match self.bytes() {
            Ok(bytes) => {
                let extension = self.path.extension().and_then(|extension| extension.to_str());
                (formats::of(extension, &bytes).read)(&self.shown, &bytes)
            }
            Err(message) => Parsed { documents: Vec::new(), failures: vec![Failure { path: self.shown, message }] },
        }
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        if let Some(open) = &self.open {
            return Ok(open.to_vec());
        }
        let mut bytes = Vec::new();
        // One byte past the limit is enough to know.
        let read = if is_standard_input(&self.path) {
            std::io::stdin().lock().take(LARGEST + 1).read_to_end(&mut bytes)
        } else {
            std::fs::File::open(&self.path).and_then(|file| file.take(LARGEST + 1).read_to_end(&mut bytes))
        };
        read.map_err(|error| format!("cannot be read ({error}); check its permissions"))?;
        if bytes.len() as u64 > LARGEST {
            return Err(format!("larger than {} MiB; split it into articles", LARGEST / (1024 * 1024)));
        }
        Ok(bytes)
    }
}
