//! Between our places and the protocol's: paths and URIs, characters and UTF-16 code units.

use lsp_types::{Position, Range, Uri};
use std::path::{Path, PathBuf};
use std::str::FromStr;

/// The file that a URI names; `None` for what is no file.
pub(super) fn path_of(uri: &Uri) -> Option<PathBuf> {
    let rest = uri.as_str().strip_prefix("file://")?;
    let path = &rest[rest.find('/')?..];
    let path = String::from_utf8(decoded(path)).ok()?;
    // file:///c:/x is c:/x where drives have letters.
    let drive = cfg!(windows) && path.as_bytes().get(2) == Some(&b':');
    Some(PathBuf::from(if drive { &path[1..] } else { &path }))
}

/// The URI of an absolute path.
pub(super) fn uri_of(path: &Path) -> Option<Uri> {
    let path = path.to_string_lossy().replace(std::path::MAIN_SEPARATOR, "/");
    let mut uri = String::from(if path.starts_with('/') { "file://" } else { "file:///" });
    for byte in path.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => uri.push(byte.into()),
            _ => uri.push_str(&format!("%{byte:02X}")),
        }
    }
    Uri::from_str(&uri).ok()
}

fn decoded(text: &str) -> Vec<u8> {
    let digit = |byte: Option<&u8>| char::from(*byte?).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        if let (b'%', Some(high), Some(low)) = (byte, digit(bytes.get(at + 1)), digit(bytes.get(at + 2))) {
            out.push(high * 16 + low);
            at += 3;
        } else {
            out.push(byte);
            at += 1;
        }
    }
    out
}

/// The lines of a text, for turning places over.
pub(super) struct Lines<'a>(Vec<&'a str>);

impl<'a> Lines<'a> {
    pub(super) fn of(text: &'a str) -> Self {
        Self(text.split('\n').map(|line| line.strip_suffix('\r').unwrap_or(line)).collect())
    }

    /// The protocol's place of a line and a column in characters, both from 1. What lies past the end of a line or of the
    /// text is at that end.
    pub(super) fn position(&self, line: usize, column: usize) -> Position {
        let Some(text) = self.0.get(line.saturating_sub(1)) else {
            let last = self.0.len().saturating_sub(1);
            return Position::new(last as u32, units(self.0.last().unwrap_or(&"")) as u32);
        };
        let before = text.chars().take(column.saturating_sub(1)).map(char::len_utf16).sum::<usize>();
        Position::new(line.saturating_sub(1) as u32, before as u32)
    }

    pub(super) fn range(&self, start: (usize, usize), end: (usize, usize)) -> Range {
        let (start, end) = (self.position(start.0, start.1), self.position(end.0, end.1));
        Range::new(start, end.max(start))
    }

    /// The text of the line of a place, and the byte in it at which the place is.
    pub(super) fn at(&self, place: Position) -> (&'a str, usize) {
        let line = self.0.get(place.line as usize).copied().unwrap_or("");
        let mut left = place.character as usize;
        let mut byte = 0;
        for character in line.chars() {
            if left < character.len_utf16() {
                break;
            }
            left -= character.len_utf16();
            byte += character.len_utf8();
        }
        (line, byte)
    }

    /// The lines before one, and that line.
    pub(super) fn upto(&self, line: u32) -> &[&'a str] {
        self.0.get(..=line as usize).unwrap_or(&self.0)
    }
}

fn units(text: &str) -> usize {
    text.chars().map(char::len_utf16).sum()
}

/// Whether a place lies in a range, its ends included.
pub(super) fn touches(range: Range, place: Position) -> bool {
    range.start <= place && place <= range.end
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn places_are_counted_in_utf16() {
        let lines = Lines::of("a𝄞é b\r\nsecond");
        assert_eq!(lines.position(1, 3), Position::new(0, 3), "two units for the clef");
        assert_eq!(lines.position(1, 99), Position::new(0, 6), "a line break is not part of its line");
        assert_eq!(lines.position(9, 9), Position::new(1, 6));
        assert_eq!(lines.at(Position::new(0, 3)), ("a𝄞é b", 5));
        assert_eq!(lines.at(Position::new(0, 2)), ("a𝄞é b", 1), "half a character is before it");
    }

    #[test]
    fn paths_go_both_ways() {
        for path in ["/news/a b#1é%.txt", "/x"] {
            assert_eq!(path_of(&uri_of(Path::new(path)).unwrap()).as_deref(), Some(Path::new(path)));
        }
        let uri = Uri::from_str("file:///a%20b/c.txt").unwrap();
        assert_eq!(path_of(&uri).as_deref(), Some(Path::new("/a b/c.txt")));
        assert_eq!(path_of(&Uri::from_str("untitled:Untitled-1").unwrap()), None);
    }

    proptest! {
        #[test]
        fn a_place_comes_back(text in "[a\u{e9}\u{1d11e}\n]{0,30}", pick in 0usize..30) {
            let starts: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
            let offset = starts[pick.min(starts.len() - 1)];
            let position = crate::source::LineIndex::new(&text).position(&text, offset);
            let lines = Lines::of(&text);
            let (line, byte) = lines.at(lines.position(position.line, position.column));
            let start = text[..offset].rfind('\n').map_or(0, |at| at + 1);
            prop_assert_eq!((line, byte), (text[start..].split('\n').next().unwrap(), offset - start));
        }
    }
}
