//! What is wrong with a pack, where, and what to do about it.

use crate::source::{LineIndex, Span};
use std::fmt;

/// One problem of one pack.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct PackError {
    /// The file, as it was named.
    pub path: String,
    /// Line from 1; 0 where the problem is the file itself.
    pub line: usize,
    /// Column from 1, in characters.
    pub column: usize,
    /// What is wrong, in lower case, without a full stop.
    pub message: String,
    /// What to do about it; empty where nothing is known.
    pub help: String,
    /// The line of the file, and below it a marker under the words meant; empty where there is none.
    pub snippet: String,
}

impl fmt::Display for PackError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}", self.path)?;
        if self.line > 0 {
            write!(formatter, ":{}:{}", self.line, self.column)?;
        }
        write!(formatter, ": {}", self.message)?;
        for line in self.snippet.lines() {
            write!(formatter, "\n  | {line}")?;
        }
        if !self.help.is_empty() {
            write!(formatter, "\n  = help: {}", self.help)?;
        }
        Ok(())
    }
}

impl std::error::Error for PackError {}

/// A file of a pack.
#[derive(Clone, Debug)]
pub(crate) struct PackFile {
    /// As it is shown.
    pub(crate) path: String,
    /// Its text.
    pub(crate) text: String,
}

impl PackFile {
    pub(crate) fn new(path: &str, text: &str) -> Self {
        Self { path: path.to_owned(), text: text.to_owned() }
    }

    /// A problem at `span`.
    pub(crate) fn error(&self, span: Span, message: impl Into<String>, help: impl Into<String>) -> PackError {
        let index = LineIndex::new(&self.text);
        let at = index.position(&self.text, span.start);
        let line = index.line(&self.text, at.line).map_or("", |line| line.of(&self.text)).trim_end();
        let words = span.of(&self.text).lines().next().unwrap_or("").trim_end();
        let snippet = if line.is_empty() || line.len() > 400 {
            String::new()
        } else {
            let before: String = line.chars().take(at.column - 1).map(|c| if c == '\t' { c } else { ' ' }).collect();
            format!("{line}\n{before}{}", "^".repeat(words.chars().count().max(1)))
        };
        PackError {
            path: self.path.clone(),
            line: at.line,
            column: at.column,
            message: message.into(),
            help: help.into(),
            snippet,
        }
    }

    /// The bytes of the file at which `length` bytes of the scalar `value` from `offset` stand.
    pub(crate) fn part(&self, span: Span, value: &str, offset: usize, length: usize) -> Span {
        let start = self.inside(span, value, offset);
        let words = value.get(offset..).unwrap_or("");
        let last = words.char_indices().map(|(at, _)| at).take_while(|at| *at < length).last().unwrap_or(0);
        let end = self.inside(span, value, offset + last);
        let width = self.text.get(end..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
        Span::new(start, end + width)
    }

    /// The byte of the file at which byte `offset` of the scalar `value` stands, whose bytes in the file are `span`.
    ///
    /// Quoting, folding and indentation stand in the file and not in the value; both are walked together.
    pub(crate) fn inside(&self, span: Span, value: &str, offset: usize) -> usize {
        let raw = span.of(&self.text);
        let skipped = match raw.as_bytes().first() {
            Some(b'|' | b'>') => raw.find('\n').map_or(0, |at| at + 1),
            Some(b'\'' | b'"') => 1,
            _ => 0,
        };
        let mut at = skipped;
        let mut last = skipped;
        for character in value.get(..=offset).or_else(|| value.get(..offset)).unwrap_or("").chars() {
            let rest = raw.get(at..).unwrap_or("");
            let Some(found) = rest.find(|c: char| c == character || (character == ' ' && c == '\n')) else { break };
            last = at + found;
            at = last + character.len_utf8();
        }
        span.start + if offset >= value.len() { at.min(raw.len()) } else { last }
    }
}

/// "did you mean …" for a name that is none of `known`; otherwise what is known, where that is short.
pub(crate) fn did_you_mean<'a>(name: &str, known: impl IntoIterator<Item = &'a str>) -> String {
    let known: Vec<&str> = known.into_iter().collect();
    let nearest = known
        .iter()
        .map(|candidate| (strsim::jaro_winkler(name, candidate), *candidate))
        .filter(|(likeness, _)| *likeness > 0.8)
        .max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(a.1)));
    match nearest {
        Some((_, candidate)) => format!("did you mean `{candidate}`?"),
        None if known.is_empty() => String::new(),
        None if known.len() <= 30 => format!("known here: {}", known.join(", ")),
        None => format!("{} names are known here, none is like it", known.len()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_error_shows_its_line() {
        let file = PackFile::new("p.yaml", "a: b\nclams: []\n");
        let error = file.error(Span::new(5, 10), "unknown key `clams`", did_you_mean("clams", ["claims", "vars"]));
        assert_eq!(
            error.to_string(),
            "p.yaml:2:1: unknown key `clams`\n  | clams: []\n  | ^^^^^\n  = help: did you mean `claims`?"
        );
    }

    #[test]
    fn a_place_inside_a_scalar_is_found_through_quotes_and_blocks() {
        let file = PackFile::new("p", "m: 'a''b X'\nn: |-\n  one\n  two X\n");
        let quoted = Span::new(3, 11);
        assert_eq!(&file.text[file.inside(quoted, "a'b X", 4)..][..1], "X");
        let block = Span::new(15, file.text.len());
        assert_eq!(&file.text[file.inside(block, "one\ntwo X", 8)..][..1], "X");
    }
}
