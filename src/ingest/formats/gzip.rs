//! Any other format, packed with gzip. Offsets are those of the file that comes out.

use super::{Format, Parsed};
use crate::ingest::head::{Head, Sign};
use crate::ingest::{Failure, LARGEST};
use crate::source::{Document, Origin};
use flate2::read::MultiGzDecoder;
use std::io::Read;
use std::path::Path;
use std::sync::Arc;

pub(super) const FORMAT: Format = Format { name: "gzip", extensions: &["gz"], sign, read };

const MAGIC: &[u8] = b"\x1f\x8b\x08";

fn sign(head: &Head<'_>) -> Sign {
    Sign::certain(head.bytes.starts_with(MAGIC))
}

fn read(path: &str, bytes: &[u8]) -> Parsed {
    match unpack(bytes) {
        Ok(inner) => {
            let parsed = (super::of(extension(path), &inner).read)(path, &inner);
            Parsed { documents: parsed.documents.into_iter().map(packed).collect(), ..parsed }
        }
        Err(message) => Parsed { documents: Vec::new(), failures: vec![Failure { path: path.to_owned(), message }] },
    }
}

/// The extension before `.gz`.
fn extension(path: &str) -> Option<&str> {
    let name = Path::new(path);
    Path::new(name.file_stem()?).extension()?.to_str()
}

fn unpack(bytes: &[u8]) -> Result<Vec<u8>, String> {
    let mut inner = Vec::new();
    // One byte past the limit is enough to know; a bomb is never unpacked further.
    let result = MultiGzDecoder::new(bytes).take(LARGEST + 1).read_to_end(&mut inner);
    if inner.len() as u64 > LARGEST {
        return Err(format!("larger than {} MiB when unpacked; split it into articles", LARGEST / (1024 * 1024)));
    }
    result.map_err(|error| format!("the gzip data is broken or cut off ({error}); fetch it again"))?;
    if inner.starts_with(MAGIC) {
        return Err("packed with gzip more than once; unpack it first".to_owned());
    }
    Ok(inner)
}

fn packed(document: Document) -> Document {
    let origin = match document.origin {
        Origin::Stored | Origin::Extracted => Origin::Extracted,
        Origin::Mapped(map) => Origin::Mapped(Arc::new(Arc::unwrap_or_clone(map).within_archive())),
    };
    Document { origin, ..document }
}

#[cfg(test)]
mod tests {
    use super::*;
    use flate2::{Compression, write::GzEncoder};
    use std::io::Write;

    fn pack(bytes: &[u8]) -> Vec<u8> {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
        encoder.write_all(bytes).unwrap();
        encoder.finish().unwrap()
    }

    #[test]
    fn what_is_inside_is_read_by_its_own_name() {
        let parsed = read("a.jsonl.gz", &pack(b"{\"id\":1,\"text\":\"The wall fell.\"}\n"));
        assert_eq!(parsed.documents[0].path, "a.jsonl.gz#1");
        let parsed = read("b.gz", &pack(b"<html><p>The wall &amp; the gate fell."));
        assert!(parsed.documents[0].is_extracted() && parsed.documents[0].map().is_some());
    }

    #[test]
    fn bombs_and_torn_files_are_refused() {
        let bomb = pack(&vec![b' '; LARGEST as usize + 9]);
        assert!(read("a.txt.gz", &bomb).failures[0].message.starts_with("larger than 16 MiB when unpacked"));
        let whole = pack(b"The wall fell on Monday, the harbour's director said.");
        assert!(read("a.txt.gz", &whole[..whole.len() - 9]).failures[0].message.contains("cut off"));
        assert!(read("a.txt.gz", &pack(&whole)).failures[0].message.contains("more than once"));
    }
}
