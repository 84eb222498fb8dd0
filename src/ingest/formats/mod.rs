//! The formats that articles come in, one file each, and the table that knows them.
//!
//! A new format is a new file here and one line of [`FORMATS`]; a test fails when the line is forgotten.

mod html;
mod jsonl;
mod markdown;
mod text;

use super::Failure;
use super::head::{Head, Sign};
use crate::source::Document;

/// How one kind of file is read.
pub(super) struct Format {
    /// Its name, which is the file's name here.
    pub(super) name: &'static str,
    /// The extensions it is known by, in lower case, without the dot.
    pub(super) extensions: &'static [&'static str],
    /// Whether a file that begins so is of this format.
    pub(super) sign: fn(&Head<'_>) -> Sign,
    /// Reads the bytes of the file that is shown as `path`.
    pub(super) read: fn(path: &str, bytes: &[u8]) -> Parsed,
}

/// What came of reading one file.
#[derive(Clone, Debug, Default)]
pub(super) struct Parsed {
    pub(super) documents: Vec<Document>,
    pub(super) failures: Vec<Failure>,
}

impl Parsed {
    /// Whether everything in it bears the name of the file that is shown so.
    pub(super) fn is_shown_as(&self, shown: &str) -> bool {
        let paths = self.documents.iter().map(|document| &document.path);
        let mut paths = paths.chain(self.failures.iter().map(|failure| &failure.path));
        paths.all(|path| path.strip_prefix(shown).is_some_and(|rest| rest.is_empty() || rest.starts_with(['#', ':'])))
    }

    /// Adds an article or the reason why there is none.
    fn add(&mut self, path: &str, article: Result<(Document, Option<String>), String>) {
        let message = match article {
            Ok((document, complaint)) => {
                self.documents.push(document);
                complaint
            }
            Err(message) => Some(message),
        };
        self.failures.extend(message.map(|message| Failure { path: path.to_owned(), message }));
    }
}

/// Every format, the one for plain text first: what has no known extension is tried as that.
pub(super) const FORMATS: &[Format] = &[text::FORMAT, markdown::FORMAT, html::FORMAT, jsonl::FORMAT];

/// The format of a file by its extension.
pub(super) fn by_extension(extension: &str) -> Option<&'static Format> {
    let lower = extension.to_ascii_lowercase();
    FORMATS.iter().find(|format| format.extensions.contains(&lower.as_str()))
}

/// The format of a file: what it certainly is, or what its extension says, or what it looks like.
pub(super) fn of(extension: Option<&str>, bytes: &[u8]) -> &'static Format {
    let head = Head::new(bytes);
    let sign = |wanted: Sign| FORMATS.iter().find(|format| (format.sign)(&head) == wanted);
    let named = || extension.and_then(by_extension);
    sign(Sign::Certain).or_else(named).or_else(|| sign(Sign::Likely)).unwrap_or(&text::FORMAT)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_format_file_is_registered() {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/ingest/formats");
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_stem().unwrap().to_str().unwrap();
            assert!(name == "mod" || FORMATS.iter().any(|format| format.name == name), "{name} is not in FORMATS");
        }
    }

    #[test]
    fn an_extension_belongs_to_one_format() {
        let all: Vec<_> = FORMATS.iter().flat_map(|format| format.extensions).collect();
        let unique: std::collections::BTreeSet<_> = all.iter().collect();
        assert_eq!(all.len(), unique.len());
        assert_eq!(by_extension("TXT").map(|format| format.name), Some("text"));
        assert!(by_extension("json").is_none());
    }
}
