//! Tables that are their own index: text embedded in the program, one row a line, sorted by the first field.
//!
//! Nothing is parsed at start-up; a look-up is a binary search over bytes that ends at a line. A table that is asked
//! more than a few times first sets itself [`Fence`] posts along the text, a small one hashes its keys too; the answers are
//! the same. Rows are known by the byte at which they start. Lines that start with `#` may stand at the top only.

use super::fence::Fence;
use crate::hash::Map;
use std::cmp::Ordering;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering as Access};

/// Posts are set when the searches without them have cost about as much: one for so many bytes of text.
const BYTES_PER_SEARCH: usize = 8_000;

/// Tables of more bytes than this hash no keys: that would take longer than a run over a few articles.
const SMALL: usize = 64_000;

/// A sorted table.
#[derive(Debug)]
pub(crate) struct Table {
    text: &'static str,
    separator: char,
    /// Searches made without the fence.
    searches: AtomicUsize,
    fence: OnceLock<Fence>,
    /// Where the first row of each key starts; only of small tables.
    keys: OnceLock<Map<&'static str, u32>>,
}

/// One row of a table.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Row {
    /// Byte of the table's text at which it starts.
    pub(crate) offset: u32,
    /// The line, without its end.
    pub(crate) line: &'static str,
    separator: char,
}

impl Row {
    /// The row of `text` that starts at `offset`.
    fn at(text: &'static str, separator: char, offset: usize) -> Option<Self> {
        let rest = text.get(offset..)?;
        let end = memchr::memchr(b'\n', rest.as_bytes()).unwrap_or(rest.len());
        let line = rest.get(..end).filter(|line| !line.is_empty())?;
        Some(Self { offset: offset as u32, line, separator })
    }

    /// Field `number`, counted from 0; empty where the line is shorter.
    pub(crate) fn field(self, number: usize) -> &'static str {
        let bytes = self.line.as_bytes();
        let end_after =
            |start: usize| memchr::memchr(self.separator as u8, &bytes[start..]).map(|length| start + length);
        let mut start = 0;
        for _ in 0..number {
            match end_after(start) {
                Some(end) => start = end + 1,
                None => return "",
            }
        }
        self.line.get(start..end_after(start).unwrap_or(bytes.len())).unwrap_or("")
    }

    /// What stands between its fields.
    pub(crate) fn separator(self) -> char {
        self.separator
    }

    /// The first field.
    pub(crate) fn key(self) -> &'static str {
        let end = self.line.bytes().position(|byte| byte == self.separator as u8);
        self.line.get(..end.unwrap_or(self.line.len())).unwrap_or("")
    }

    /// The row after it.
    fn next(self, text: &'static str) -> Option<Self> {
        Self::at(text, self.separator, self.offset as usize + self.line.len() + 1)
    }
}

impl Table {
    /// A table over `text`, whose fields end at `separator`, one byte.
    pub(crate) const fn new(text: &'static str, separator: char) -> Self {
        Self { text, separator, searches: AtomicUsize::new(0), fence: OnceLock::new(), keys: OnceLock::new() }
    }

    /// The rows as one text.
    pub(crate) fn text(&self) -> &'static str {
        self.text
    }

    /// The row that starts at `offset`.
    pub(crate) fn row(&self, offset: u32) -> Option<Row> {
        Row::at(self.text, self.separator, offset as usize)
    }

    /// Every row, in order.
    pub(crate) fn rows(&self) -> impl Iterator<Item = Row> + use<> {
        let text = self.text;
        std::iter::successors(Row::at(text, self.separator, self.body()), move |row| row.next(text))
    }

    /// The first row whose first field is `key`.
    pub(crate) fn get(&self, key: &str) -> Option<Row> {
        if let Some(keys) = self.keys() {
            return self.row(*keys.get(key)?);
        }
        self.first(key).filter(|row| row.key() == key)
    }

    /// The rows whose first field is `key`, in order.
    pub(crate) fn find(&self, key: &str) -> impl Iterator<Item = Row> + use<> {
        let (text, first) = (self.text, self.get(key));
        let mut last: Option<Row> = None;
        std::iter::from_fn(move || {
            last = match last {
                None => first,
                Some(row) => Some(row.next(text).filter(|next| next.key() == row.key())?),
            };
            last
        })
    }

    /// Whether some row's first field begins with `words`.
    pub(crate) fn has_prefix(&self, words: &str) -> bool {
        self.first(words).is_some_and(|row| row.key().starts_with(words))
    }

    /// The first row whose key is not less than `words`, by bytes.
    fn first(&self, words: &str) -> Option<Row> {
        let (mut offset, high) = match self.fence() {
            Some(fence) => fence.around(words, |offset| self.key_bytes(offset as usize)),
            None => self.halved(words),
        };
        let bytes = self.text.as_bytes();
        while offset < high && self.key_bytes(offset).cmp(words.as_bytes()) == Ordering::Less {
            offset = memchr::memchr(b'\n', &bytes[offset..]).map_or(bytes.len(), |length| offset + length + 1);
        }
        Row::at(self.text, self.separator, offset)
    }

    fn fence(&self) -> Option<&Fence> {
        if let Some(fence) = self.fence.get() {
            return Some(fence);
        }
        let searches = self.searches.fetch_add(1, Access::Relaxed);
        if searches * BYTES_PER_SEARCH < self.text.len() {
            return None;
        }
        Some(self.fence.get_or_init(|| Fence::new(self.text, self.body(), |offset| self.key_bytes(offset))))
    }

    /// The keys of a small table that has set its fence.
    fn keys(&self) -> Option<&Map<&'static str, u32>> {
        if let Some(keys) = self.keys.get() {
            return Some(keys);
        }
        if self.text.len() > SMALL || self.fence().is_none() {
            return None;
        }
        Some(self.keys.get_or_init(|| {
            let mut keys = Map::default();
            for row in self.rows() {
                keys.entry(row.key()).or_insert(row.offset);
            }
            keys
        }))
    }

    /// The key of the row that starts at `offset`.
    fn key_bytes(&self, offset: usize) -> &'static [u8] {
        let rest = &self.text.as_bytes()[offset..];
        let length = rest.iter().position(|&byte| byte == b'\n' || byte == self.separator as u8);
        &rest[..length.unwrap_or(rest.len())]
    }

    /// Where the first row starts.
    fn body(&self) -> usize {
        let mut offset = 0;
        while self.text[offset..].starts_with('#') {
            offset = self.line_end(offset);
        }
        offset
    }

    /// The start of the line after the one that `offset` is in.
    fn line_end(&self, offset: usize) -> usize {
        memchr::memchr(b'\n', &self.text.as_bytes()[offset..]).map_or(self.text.len(), |length| offset + length + 1)
    }

    /// Starts of lines between which the first row whose key is not less than `key` starts; the second may be the one.
    fn halved(&self, key: &str) -> (usize, usize) {
        let bytes = self.text.as_bytes();
        let (mut low, mut high) = (self.body(), bytes.len());
        while low < high {
            let middle = usize::midpoint(low, high);
            let start = memchr::memrchr(b'\n', &bytes[low..middle]).map_or(low, |length| low + length + 1);
            match self.key_bytes(start).cmp(key.as_bytes()) {
                Ordering::Less => low = self.line_end(start),
                Ordering::Equal | Ordering::Greater => high = start,
            }
        }
        (low, low)
    }

    /// The first row that is out of order, for the tests of the data.
    #[cfg(test)]
    pub(crate) fn disorder(&self) -> Option<(Row, Row)> {
        self.rows().zip(self.rows().skip(1)).find(|(one, other)| one.key().as_bytes() > other.key().as_bytes())
    }
}

#[cfg(test)]
mod tests;
