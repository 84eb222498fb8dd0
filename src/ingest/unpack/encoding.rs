//! Bytes to text: which encoding a file is in, and where each character stood.
//!
//! A byte order mark decides; what is valid UTF-8 is UTF-8, whatever it says of itself; then what the file declares
//! (`charset=` of a page or a letter, `encoding=` of XML) and last what the bytes look like. Statistics are only asked
//! where nothing else tells, since they can be wrong.

use super::{Counted, Traced};
use crate::source::{Origin, Span};
use encoding_rs::{CoderResult, Encoding, UTF_8, UTF_16BE, UTF_16LE};
use std::cell::Cell;
use std::sync::Arc;

/// A declaration stands in the first bytes of a page; browsers look no further than this.
const DECLARED_WITHIN: usize = 1024;

/// A file's text.
#[derive(Debug, Default)]
pub(in crate::ingest) struct Decoded {
    /// The text, a byte order mark left in where the file is UTF-8.
    pub(in crate::ingest) text: String,
    /// Where each character stood; `None` where the text is the file byte for byte.
    pub(in crate::ingest) trace: Option<Traced>,
    /// How far lines were counted for the part made last: the parts of a feed are made in their order.
    counted: Cell<Counted>,
}

impl Decoded {
    /// Text that is the file byte for byte.
    pub(in crate::ingest) fn plain(text: &str) -> Self {
        Self { text: text.to_owned(), ..Self::default() }
    }

    /// The text as an article's, with the way back to the file.
    pub(in crate::ingest) fn whole(self) -> (String, Origin) {
        if self.trace.is_none() {
            return (self.text, Origin::Stored);
        }
        let mut whole = Traced::default();
        whole.push_same(&self.text, 0);
        self.part(whole)
    }

    /// A text that was made of this one, with the way back to the file.
    pub(in crate::ingest) fn part(&self, made: Traced) -> (String, Origin) {
        let mut counted = self.counted.get();
        let (text, map) = made.into_map_from(&mut counted, self.text.as_bytes(), self.trace.as_ref());
        self.counted.set(counted);
        (text, Origin::Mapped(Arc::new(map)))
    }
}

/// The text of `bytes`. `label` is the encoding's name where something outside the file tells.
///
/// # Errors
/// The message, where they are no text in any encoding.
pub(in crate::ingest) fn decode(bytes: &[u8], label: Option<&str>) -> Result<Decoded, String> {
    let wide = wide(bytes);
    if wide.is_none() && is_binary(bytes) {
        return Err("the file is not text; give the article as text or in one of the formats read".to_owned());
    }
    if wide.is_none()
        && let Ok(text) = std::str::from_utf8(bytes)
    {
        return Ok(Decoded { text: text.to_owned(), ..Decoded::default() });
    }
    let named = |label: &[u8]| Encoding::for_label(label).filter(|encoding| encoding.is_ascii_compatible());
    let encoding = wide
        .or_else(|| label.and_then(|label| named(label.as_bytes())))
        .or_else(|| declared(bytes).and_then(named))
        .filter(|encoding| *encoding != UTF_8 || mostly_utf8(bytes))
        .unwrap_or_else(|| guess(bytes));
    let trace = trace(bytes, encoding);
    Ok(Decoded { text: trace.text().to_owned(), trace: Some(trace), ..Decoded::default() })
}

/// UTF-16, by its mark or by the empty halves of Latin letters.
fn wide(bytes: &[u8]) -> Option<&'static Encoding> {
    match bytes {
        [0xff, 0xfe, ..] => return Some(UTF_16LE),
        [0xfe, 0xff, ..] => return Some(UTF_16BE),
        _ => {}
    }
    let sample = bytes.get(..bytes.len().min(4096))?;
    let empty = |half: usize| sample.iter().skip(half).step_by(2).filter(|&&byte| byte == 0).count() * 3;
    // A third of one half empty and none of the other: no binary format looks like that for long.
    match (empty(0), empty(1), sample.len() / 2) {
        (0, high, pairs) if pairs > 3 && high >= pairs => Some(UTF_16LE),
        (low, 0, pairs) if pairs > 3 && low >= pairs => Some(UTF_16BE),
        _ => None,
    }
}

/// Whether the bytes are those of no text in an encoding that keeps ASCII.
fn is_binary(bytes: &[u8]) -> bool {
    let control = |byte: &&u8| byte.is_ascii_control() && !byte.is_ascii_whitespace();
    let sample = bytes.get(..bytes.len().min(4096)).unwrap_or(&[]);
    memchr::memchr(0, bytes).is_some() || sample.iter().filter(control).count() * 10 > sample.len() * 3
}

/// The name after `charset=` or `encoding=` near the head of the file.
fn declared(bytes: &[u8]) -> Option<&[u8]> {
    let head = bytes.get(..bytes.len().min(DECLARED_WITHIN))?;
    let lower = head.to_ascii_lowercase();
    let key = |key: &[u8]| memchr::memmem::find(&lower, key).map(|at| at + key.len());
    let at = if lower.trim_ascii_start().starts_with(b"<") {
        key(b"charset").or_else(|| key(b"encoding"))?
    } else {
        return None;
    };
    let rest = head.get(at..)?.trim_ascii_start().strip_prefix(b"=")?.trim_ascii_start();
    let rest = rest.strip_prefix(b"\"").or_else(|| rest.strip_prefix(b"'")).unwrap_or(rest);
    let end =
        rest.iter().position(|byte| !byte.is_ascii_alphanumeric() && !b"-_:.".contains(byte)).unwrap_or(rest.len());
    rest.get(..end).filter(|name| !name.is_empty())
}

/// Whether all but a few characters beyond ASCII are UTF-8: a file that was cut, or glued together.
fn mostly_utf8(bytes: &[u8]) -> bool {
    let (mut good, mut bad) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().chars().filter(|character| !character.is_ascii()).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    good > bad * 10
}

fn guess(bytes: &[u8]) -> &'static Encoding {
    if mostly_utf8(bytes) {
        return UTF_8;
    }
    let mut detector = chardetng::EncodingDetector::new(chardetng::Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    detector.guess(None, chardetng::Utf8Detection::Deny)
}

/// Decodes a byte at a time, so that each character is known with its bytes; runs of ASCII go as they are.
fn trace(bytes: &[u8], encoding: &'static Encoding) -> Traced {
    let mut made = Traced::default();
    let mut decoder = encoding.new_decoder_without_bom_handling();
    let mark = if encoding == UTF_16LE || encoding == UTF_16BE { usize::from(wide_mark(bytes)) * 2 } else { 0 };
    let (mut start, mut at) = (mark, mark);
    let mut buffer = [0; 32];
    while at < bytes.len() {
        if start == at && encoding.is_ascii_compatible() {
            let rest = bytes.get(at..).unwrap_or_default();
            let length = Encoding::ascii_valid_up_to(rest);
            if let Some(same) = rest.get(..length).and_then(|same| std::str::from_utf8(same).ok()) {
                made.push_same(same, at);
            }
            at += length;
            start = at;
            if at == bytes.len() {
                break;
            }
        }
        let one = bytes.get(at..=at).unwrap_or_default();
        let (result, _, written, _) = decoder.decode_to_utf8(one, &mut buffer, at + 1 == bytes.len());
        at += 1;
        debug_assert_eq!(result, CoderResult::InputEmpty, "no byte gives more than a few characters");
        if let Some(text) =
            buffer.get(..written).and_then(|text| std::str::from_utf8(text).ok()).filter(|text| !text.is_empty())
        {
            made.push_decoded(text, Span::new(start, at));
            start = at;
        }
    }
    made
}

fn wide_mark(bytes: &[u8]) -> bool {
    matches!(bytes, [0xff, 0xfe, ..] | [0xfe, 0xff, ..])
}

#[cfg(test)]
mod tests;
