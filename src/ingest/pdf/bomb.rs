//! What would unpack to more than a document has is refused before anything is unpacked for good.
//!
//! The library that reads PDF unpacks streams whole. Every stream of the file is therefore run through once, its output
//! thrown away and counted.

use flate2::read::ZlibDecoder;
use std::io::Read;

/// All streams together may unpack to so many bytes.
const LARGEST: u64 = 256 * 1024 * 1024;
/// Streams packed again and again are followed so deep.
const DEEPEST: usize = 4;

/// Refuses a file whose streams unpack to too much, or are packed in ways that cannot be counted.
///
/// # Errors
/// The message.
pub(super) fn refuse(bytes: &[u8]) -> Result<(), String> {
    if memchr::memmem::find(bytes, b"/LZW").is_some() {
        return Err("the PDF is packed in the way of the nineties (LZW); save it again with a newer program".to_owned());
    }
    let mut left = LARGEST;
    for at in memchr::memmem::find_iter(bytes, b"stream") {
        let rest = bytes.get(at + b"stream".len()..).unwrap_or_default();
        let data = rest.strip_prefix(b"\r\n").or_else(|| rest.strip_prefix(b"\n")).or_else(|| rest.strip_prefix(b"\r"));
        let Some(data) = data else { continue };
        left = count(data, left, DEEPEST)
            .ok_or_else(|| format!("unpacks to more than {} MiB; give the PDF's text", LARGEST / (1024 * 1024)))?;
    }
    Ok(())
}

/// What of `left` bytes remains after `data` was unpacked; `None` where it is more.
fn count(data: &[u8], left: u64, depth: usize) -> Option<u64> {
    let packed = matches!(data, [first, second, ..] if first & 0x0f == 8 && (u16::from(*first) << 8 | u16::from(*second)) % 31 == 0);
    if !packed || depth == 0 {
        return if packed { None } else { Some(left) };
    }
    let mut inner = Vec::new();
    // Broken data ends where it breaks.
    let _ = ZlibDecoder::new(data).take(left + 1).read_to_end(&mut inner);
    let left = left.checked_sub(inner.len() as u64)?;
    count(&inner, left, depth - 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use flate2::{Compression, write::ZlibEncoder};
    use std::io::Write;

    fn pack(bytes: &[u8]) -> Vec<u8> {
        let mut encoder = ZlibEncoder::new(Vec::new(), Compression::fast());
        encoder.write_all(bytes).unwrap();
        encoder.finish().unwrap()
    }

    #[test]
    fn bombs_are_refused_however_often_they_are_packed() {
        let zeros = pack(&vec![0; 1000]);
        for data in [zeros.clone(), pack(&zeros)] {
            assert_eq!(count(&data, 999, DEEPEST), None);
            assert!(count(&data, 9_999, DEEPEST).is_some_and(|left| left <= 8_999));
        }
        let file = [b"stream\n".as_slice(), &pack(b"BT ET")].concat();
        assert_eq!(refuse(&file), Ok(()));
    }
}
