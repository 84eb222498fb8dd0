//! Bytes to text: which encoding a file is in, and where each character stood.
//!
//! A byte order mark decides; what is valid UTF-8 is UTF-8, whatever it says of itself; then what the file declares
//! (`charset=` of a page or a letter, `encoding=` of XML) and last what the bytes look like. Statistics are only asked
//! where nothing else tells, since they can be wrong.

use super::Traced;
use crate::source::{Origin, Span};
use encoding_rs::{CoderResult, Encoding, UTF_8, UTF_16BE, UTF_16LE};
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
}

impl Decoded {
    /// Text that is the file byte for byte.
    pub(in crate::ingest) fn plain(text: &str) -> Self {
        Self { text: text.to_owned(), trace: None }
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
        let (text, map) = made.into_map(&self.text, self.trace.as_ref());
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
        return Ok(Decoded { text: text.to_owned(), trace: None });
    }
    let named = |label: &[u8]| Encoding::for_label(label).filter(|encoding| encoding.is_ascii_compatible());
    let encoding = wide
        .or_else(|| label.and_then(|label| named(label.as_bytes())))
        .or_else(|| declared(bytes).and_then(named))
        .filter(|encoding| *encoding != UTF_8 || mostly_utf8(bytes))
        .unwrap_or_else(|| guess(bytes));
    let trace = trace(bytes, encoding);
    Ok(Decoded { text: trace.text().to_owned(), trace: Some(trace) })
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
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn assert_text(bytes: &[u8], text: &str) {
        assert_eq!(decode(bytes, None).unwrap().text, text);
    }

    #[test]
    fn what_the_bytes_say() {
        assert_text("café".as_bytes(), "café");
        assert_text(b"\xff\xfec\0a\0f\0\xe9\0", "café");
        assert_text(b"\xfe\xff\0c\0a\0f\0\xe9", "café");
        assert_text(b"T\0w\0o\0 \0f\0e\0l\0l\0", "Two fell");
        assert_text(
            b"\x93We will not,\x94 she said in the caf\xe9 \x96 twice.",
            "“We will not,” she said in the café – twice.",
        );
    }

    #[test]
    fn what_the_file_declares_goes_before_a_guess() {
        let page = |charset: &str| [b"<meta charset=\"", charset.as_bytes(), b"\">\xb9"].concat();
        assert!(decode(&page("iso-8859-2"), None).unwrap().text.ends_with('š'), "Latin 2");
        assert!(decode(&page("windows-1252"), None).unwrap().text.ends_with('¹'), "Windows Latin 1");
        assert_text(
            b"<?xml version='1.0' encoding='ISO-8859-2'?><p>\xb9</p>",
            "<?xml version='1.0' encoding='ISO-8859-2'?><p>š</p>",
        );
        assert_eq!(decode(b"\xb9", Some("iso-8859-2")).unwrap().text, "š");
        // A page that says Latin 1 and is UTF-8 all the same.
        assert_text("<meta charset=latin1>café".as_bytes(), "<meta charset=latin1>café");
    }

    #[test]
    fn a_torn_character_does_not_make_another_encoding() {
        let mut bytes = "“Ça suffit”, dit-il à l’été. Déjà vu, œuvre, garçon.".as_bytes().to_vec();
        bytes.push(0xc3);
        assert!(decode(&bytes, None).unwrap().text.starts_with("“Ça suffit”"));
    }

    #[test]
    fn what_is_no_text_is_refused() {
        assert!(decode(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", None).unwrap_err().starts_with("the file is not text"));
        assert!(decode(&[1; 99], None).is_err());
    }

    proptest! {
        #[test]
        fn every_character_leads_to_its_bytes(text in "[a-zéœ“š€\n ]{0,80}", pick in 0usize..3) {
            let encoding = [encoding_rs::WINDOWS_1252, encoding_rs::GBK, encoding_rs::GB18030][pick];
            let (bytes, _, failed) = encoding.encode(&text);
            prop_assume!(!failed);
            let decoded = trace(&bytes, encoding);
            prop_assert_eq!(decoded.text(), &text);
            let mut whole = Traced::default();
            whole.push_same(&text, 0);
            let (text, map) = whole.into_map(&text, Some(&decoded));
            for (at, character) in text.char_indices() {
                let place = map.place(&text, Span::new(at, at + character.len_utf8()));
                let stored = &bytes[place.start.byte..place.end.byte];
                prop_assert_eq!(encoding.decode_without_bom_handling(stored).0, character.to_string());
                prop_assert_eq!(place.start.position, crate::source::LineIndex::new(&text).position(&text, at));
            }
        }

        #[test]
        fn any_bytes_can_be_given(bytes in proptest::collection::vec(any::<u8>(), 0..99)) {
            if let Ok(Decoded { text, trace: Some(trace) }) = decode(&bytes, None) {
                let mut whole = Traced::default();
                whole.push_same(&text, 0);
                let (text, map) = whole.into_map(&text, Some(&trace));
                for (at, character) in text.char_indices() {
                    let place = map.place(&text, Span::new(at, at + character.len_utf8()));
                    prop_assert!(place.start.byte <= place.end.byte && place.end.byte <= bytes.len());
                }
            }
        }
    }
}
