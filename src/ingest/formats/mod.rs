//! The formats that articles come in, one file each, and the table that knows them.
//!
//! A new format is a new file here and one line of [`FORMATS`]; a test fails when the line is forgotten.

mod jsonl;
mod markdown;
mod text;

use super::Failure;
use crate::source::Document;

/// How one kind of file is read.
pub(super) struct Format {
    /// Its name, which is the file's name here.
    pub(super) name: &'static str,
    /// The extensions it is known by, in lower case, without the dot.
    pub(super) extensions: &'static [&'static str],
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
pub(super) const FORMATS: &[Format] = &[text::FORMAT, markdown::FORMAT, jsonl::FORMAT];

/// The format of a file by its extension.
pub(super) fn by_extension(extension: &str) -> Option<&'static Format> {
    let lower = extension.to_ascii_lowercase();
    FORMATS.iter().find(|format| format.extensions.contains(&lower.as_str()))
}

/// The text of `bytes`.
///
/// # Errors
/// The message, where they are no UTF-8 text.
pub(super) fn utf8(bytes: &[u8]) -> Result<String, String> {
    let control = |b: &&u8| b.is_ascii_control() && !b.is_ascii_whitespace();
    let sample = bytes.get(..bytes.len().min(4096)).unwrap_or(&[]);
    if memchr::memchr(0, bytes).is_some() || sample.iter().filter(control).count() * 10 > sample.len() * 3 {
        return Err("the file is not text; give the article as UTF-8 text".to_owned());
    }
    std::str::from_utf8(bytes).map(str::to_owned).map_err(|error| {
        let at = error.valid_up_to();
        let line = memchr::memchr_iter(b'\n', bytes.get(..at).unwrap_or(&[])).count() + 1;
        format!("line {line}: byte {at} is not valid UTF-8; convert it to UTF-8")
    })
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

    #[test]
    fn bytes_that_are_no_text_are_refused() {
        assert!(utf8(b"a\0b").unwrap_err().contains("not text"));
        assert_eq!(utf8(b"ok\nca\xe9").unwrap_err(), "line 2: byte 5 is not valid UTF-8; convert it to UTF-8");
        assert_eq!(utf8("caf\u{e9}\u{7}".as_bytes()).unwrap(), "caf\u{e9}\u{7}");
    }
}
