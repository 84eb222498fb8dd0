//! Web pages, as a browser saves them or a program writes them.

use super::{Format, Parsed};
use crate::ingest::article::Extract;
use crate::ingest::head::{Head, Sign};
use crate::ingest::page::{self, Page};
use crate::ingest::unpack::decode;
use crate::source::Document;

pub(super) const FORMAT: Format = Format { name: "html", extensions: &["html", "htm", "xhtml"], sign, read };

fn sign(head: &Head<'_>) -> Sign {
    Sign::certain(head.root() == "html")
}

fn read(path: &str, bytes: &[u8]) -> Parsed {
    let mut parsed = Parsed::default();
    parsed.add(path, article(path, bytes).map(|document| (document, None)));
    parsed
}

fn article(path: &str, bytes: &[u8]) -> Result<Document, String> {
    let decoded = decode(bytes, None)?;
    let Page { text, hints, metadata } = page::read(&decoded.text)?;
    let (text, origin) = decoded.part(text);
    let (title, source, published) = (metadata.title, metadata.source, metadata.published);
    Extract { path: path.to_owned(), text, origin, hints, title, source, published }.read()
}
