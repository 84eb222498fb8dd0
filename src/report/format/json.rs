//! `--format json`: the report as it is, for scripts.
//!
//! Text is the article's own, byte for byte; hidden characters stand as JSON escapes (`\u202e`), which give the same
//! string back and cannot act on a terminal.

use crate::report::{Look, Report, escape};
use serde_json::ser::{Formatter, PrettyFormatter};
use std::io::{self, Write};

pub(super) fn write(report: &Report, _: Look, out: &mut dyn Write) -> io::Result<()> {
    pretty(report, out)
}

/// Writes any value as indented JSON with a line feed after it, hidden characters escaped.
pub(crate) fn pretty(value: &impl serde::Serialize, out: &mut dyn Write) -> io::Result<()> {
    let mut serializer = serde_json::Serializer::with_formatter(&mut *out, Escaping(PrettyFormatter::new()));
    value.serialize(&mut serializer)?;
    out.write_all(b"\n")
}

/// Writes any value as JSON on one line, hidden characters escaped.
///
/// # Errors
/// Those of `out`.
pub fn compact(value: &impl serde::Serialize, out: &mut dyn Write) -> io::Result<()> {
    let mut serializer = serde_json::Serializer::with_formatter(&mut *out, Escaping(serde_json::ser::CompactFormatter));
    value.serialize(&mut serializer)?;
    out.write_all(b"\n")
}

/// Another formatter, with hidden characters written as escapes.
struct Escaping<F>(F);

macro_rules! forward {
    ($($method:ident($($argument:ident: $type:ty),*))+) => {
        $(fn $method<W: ?Sized + Write>(&mut self, writer: &mut W, $($argument: $type),*) -> io::Result<()> {
            self.0.$method(writer, $($argument),*)
        })+
    };
}

impl<F: Formatter> Formatter for Escaping<F> {
    forward! {
        begin_array() end_array() begin_array_value(first: bool) end_array_value()
        begin_object() end_object() begin_object_key(first: bool) end_object_key()
        begin_object_value() end_object_value()
    }

    fn write_string_fragment<W: ?Sized + Write>(&mut self, writer: &mut W, fragment: &str) -> io::Result<()> {
        let mut plain = 0;
        for (at, character) in fragment.char_indices().filter(|&(_, character)| escape::is_hidden(character)) {
            writer.write_all(&fragment.as_bytes()[plain..at])?;
            for unit in character.encode_utf16(&mut [0; 2]) {
                write!(writer, "\\u{unit:04x}")?;
            }
            plain = at + character.len_utf8();
        }
        writer.write_all(&fragment.as_bytes()[plain..])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::sample;
    use serde_json::{Value, json};

    fn written() -> Value {
        let mut out = Vec::new();
        write(&sample::report(), Look::default(), &mut out).unwrap();
        serde_json::from_slice(&out).unwrap()
    }

    fn keys(value: &Value) -> Vec<&str> {
        value.as_object().unwrap().keys().map(String::as_str).collect()
    }

    #[test]
    fn the_layout_is_the_documented_one() {
        let report = written();
        assert_eq!(report["version"], 1);
        assert_eq!(keys(&report["tool"]), ["name", "version"]);
        assert_eq!(keys(&report["documents"][0]), ["draft", "path", "published", "source", "title"]);
        let conflict = &report["conflicts"][0];
        assert_eq!(keys(conflict), ["check", "explanation", "id", "message", "severity", "sides"]);
        assert_eq!(keys(&conflict["sides"][0]), ["independent_sources", "passages", "value"]);
        let passage = &conflict["sides"][0]["passages"][0];
        assert_eq!(keys(passage), ["column", "end", "line", "path", "rule", "start", "text"]);
        assert_eq!(keys(&report["failures"][0]), ["message", "path"]);
        assert_eq!(report["summary"]["conflicts"], json!({"error": 2, "warning": 1, "note": 1}));
    }

    #[test]
    fn offsets_of_packed_text_say_so() {
        let report = written();
        let passages = report["conflicts"].as_array().unwrap().iter().flat_map(|c| c["sides"].as_array().unwrap());
        let extracted =
            passages.flat_map(|side| side["passages"].as_array().unwrap()).filter(|p| p["extracted"] == true);
        assert!(extracted.into_iter().all(|passage| passage["path"] == "desk/draft.docx"));
    }

    #[test]
    fn text_comes_back_as_it_was() {
        let report = sample::report();
        let back = written();
        for (conflict, read) in report.conflicts.iter().zip(back["conflicts"].as_array().unwrap()) {
            assert_eq!(read["message"], conflict.message);
            assert_eq!(read["sides"][0]["passages"][0]["text"], conflict.sides[0].passages[0].text);
        }
    }

    #[test]
    fn characters_beyond_the_basic_plane_become_two_escapes() {
        let mut out = Vec::new();
        compact(&"a\u{e0041}\u{202e}\u{1b}", &mut out).unwrap();
        assert_eq!(String::from_utf8(out).unwrap(), "\"a\\udb40\\udc41\\u202e\\u001b\"\n");
    }
}
