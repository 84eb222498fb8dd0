//! JSON lines: one article a line, `{"id": …, "text": …, "title"?: …, "source"?: …, "date"?: …}`.
//!
//! Spans are bytes of the `text` value; an article is shown as `FILE#ID`. A line that cannot be read fails alone.

use super::{Format, Parsed};
use crate::ingest::Failure;
use crate::ingest::article::{self, Extract};
use crate::ingest::head::{Head, Sign};
use crate::source::Origin;
use serde::Deserialize;

pub(super) const FORMAT: Format = Format { name: "jsonl", extensions: &["jsonl", "ndjson"], sign, read };

fn sign(head: &Head<'_>) -> Sign {
    let line = head.text.lines().next().unwrap_or("");
    Sign::likely(line.starts_with('{') && line.contains("\"text\""))
}

#[derive(Deserialize)]
struct Row {
    #[serde(default)]
    id: Option<Id>,
    text: String,
    title: Option<String>,
    source: Option<String>,
    date: Option<String>,
}

/// Corpora number their articles or name them.
#[derive(Deserialize)]
#[serde(untagged)]
enum Id {
    Number(i64),
    Name(String),
}

fn read(path: &str, bytes: &[u8]) -> Parsed {
    let mut parsed = Parsed::default();
    for (index, line) in bytes.split(|b| *b == b'\n').enumerate() {
        let line = if index == 0 { line.strip_prefix(b"\xef\xbb\xbf").unwrap_or(line) } else { line };
        if line.trim_ascii().is_empty() {
            continue;
        }
        let number = index + 1;
        match serde_json::from_slice::<Row>(line) {
            Ok(row) => add(&mut parsed, path, number, row),
            Err(error) => parsed.failures.push(Failure {
                path: path.to_owned(),
                message: format!(
                    "line {number}, column {}: {}; write one object with \"id\" and \"text\" a line",
                    error.column(),
                    cause(&error)
                ),
            }),
        }
    }
    parsed
}

/// The parser's words without the place, which it counts from the line's own start.
fn cause(error: &serde_json::Error) -> String {
    let message = error.to_string();
    message.split(" at line ").next().unwrap_or(&message).to_owned()
}

fn add(parsed: &mut Parsed, path: &str, number: usize, row: Row) {
    let id = match row.id {
        Some(Id::Number(id)) => id.to_string(),
        Some(Id::Name(id)) => id,
        None => number.to_string(),
    };
    let shown = format!("{path}#{id}");
    let (published, complaint) = article::stated(row.date.as_deref());
    let extract = Extract {
        path: shown.clone(),
        text: row.text,
        origin: Origin::Extracted,
        title: row.title,
        source: row.source,
        published,
        ..Extract::default()
    };
    parsed.add(&shown, extract.read().map(|document| (document, complaint)));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bad_line_fails_alone() {
        let bytes = b"{\"id\":\"a\",\"text\":\"One fell.\",\"date\":\"2025-05-13\"}\n{\"id\":2}\n\n{\"id\":3,\"text\":\"Two fell.\"}\n";
        let parsed = read("f.jsonl", bytes);
        let paths: Vec<_> = parsed.documents.iter().map(|document| document.path.as_str()).collect();
        assert_eq!(paths, ["f.jsonl#a", "f.jsonl#3"]);
        assert_eq!(parsed.failures.len(), 1);
        assert!(parsed.failures[0].message.starts_with("line 2, column 8: missing field `text`"));
    }
}
