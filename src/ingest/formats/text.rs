//! Plain text, with or without front matter.

use super::{Format, Parsed};
use crate::ingest::article;
use crate::ingest::head::Sign;
use crate::ingest::unpack::decode;

pub(super) const FORMAT: Format = Format { name: "text", extensions: &["txt", "text"], sign: |_| Sign::No, read };

pub(super) fn read(path: &str, bytes: &[u8]) -> Parsed {
    let mut parsed = Parsed::default();
    parsed.add(path, decode(bytes, None).and_then(|text| article::stored(path, text)));
    parsed
}
