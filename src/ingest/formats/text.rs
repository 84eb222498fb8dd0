//! Plain text, with or without front matter.

use super::{Format, Parsed, utf8};
use crate::ingest::article;

pub(super) const FORMAT: Format = Format { name: "text", extensions: &["txt", "text"], read };

pub(super) fn read(path: &str, bytes: Vec<u8>) -> Parsed {
    let mut parsed = Parsed::default();
    parsed.add(path, utf8(bytes).and_then(|text| article::stored(path, text)));
    parsed
}
