//! Tables that are their own index: text embedded in the program, one row a line, sorted by the first field.
//!
//! Nothing is parsed at start-up; a look-up is a binary search over bytes that ends at a line. A table that is asked
//! often, as in a long run, builds itself an [`Index`] once; the answers are the same. Rows are known by the
//! byte at which they start. Lines that start with `#` may stand at the top only.

use super::index::Index;
use std::cmp::Ordering;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering as Access};

/// An index is built when the searches without one have cost about as much: one for so many bytes of text.
const BYTES_PER_SEARCH: usize = 300;

/// A sorted table.
#[derive(Debug)]
pub(crate) struct Table {
    text: &'static str,
    separator: char,
    /// Searches made without the index.
    searches: AtomicUsize,
    index: OnceLock<Index>,
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
        self.line.split(self.separator).nth(number).unwrap_or("")
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
        Self { text, separator, searches: AtomicUsize::new(0), index: OnceLock::new() }
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

    /// The rows whose first field is `key`, in order.
    pub(crate) fn find(&self, key: &str) -> impl Iterator<Item = Row> + use<> {
        let (text, first) = (self.text, self.first(key).filter(|row| row.key() == key));
        std::iter::successors(first, move |row| row.next(text).filter(|next| next.key() == row.key()))
    }

    /// Whether some row's first field is `words`, or begins with them and goes on with another word or a clitic.
    pub(crate) fn has_prefix(&self, words: &str) -> bool {
        self.first(words).is_some_and(|row| row.key().starts_with(words))
    }

    /// The first row whose key begins with `words`, if there is one; otherwise any row or none.
    fn first(&self, words: &str) -> Option<Row> {
        let offset = match self.index() {
            Some(index) => index.find(words, |offset| self.row(offset).map_or("", Row::key))? as usize,
            None => self.lower_bound(words),
        };
        Row::at(self.text, self.separator, offset)
    }

    fn index(&self) -> Option<&Index> {
        if let Some(index) = self.index.get() {
            return Some(index);
        }
        let searches = self.searches.fetch_add(1, Access::Relaxed);
        if searches * BYTES_PER_SEARCH < self.text.len() {
            return None;
        }
        Some(self.index.get_or_init(|| Index::new(self.rows().map(|row| (row.offset, row.key())))))
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

    /// The start of the first row whose key is not less than `key`, by bytes.
    fn lower_bound(&self, key: &str) -> usize {
        let bytes = self.text.as_bytes();
        let (mut low, mut high) = (self.body(), bytes.len());
        // Both are starts of lines, `high` possibly the end of the text.
        while low < high {
            let middle = usize::midpoint(low, high);
            let start = memchr::memrchr(b'\n', &bytes[low..middle]).map_or(low, |length| low + length + 1);
            let end = self.line_end(start);
            let line = &bytes[start..end];
            let length = line.iter().position(|&byte| byte == b'\n' || byte == self.separator as u8);
            match line[..length.unwrap_or(line.len())].cmp(key.as_bytes()) {
                Ordering::Less => low = end,
                Ordering::Equal | Ordering::Greater => high = start,
            }
        }
        low
    }

    /// The first row that is out of order, for the tests of the data.
    #[cfg(test)]
    pub(crate) fn disorder(&self) -> Option<(Row, Row)> {
        self.rows().zip(self.rows().skip(1)).find(|(one, other)| one.key().as_bytes() > other.key().as_bytes())
    }
}

#[cfg(test)]
mod tests {
    use super::Table;

    static TABLE: Table = Table::new("# head\n# second\nash,1\nbeech,2\nbeech,3\nbeech tree,4\nyew,5\n", ',');

    fn found(key: &str) -> Vec<&'static str> {
        TABLE.find(key).map(|row| row.field(1)).collect()
    }

    #[test]
    fn finds_first_last_repeated_and_nothing_else() {
        assert_eq!(found("ash"), ["1"]);
        assert_eq!(found("beech"), ["2", "3"]);
        assert_eq!(found("yew"), ["5"]);
        assert!(found("bee").is_empty());
        assert!(found("zelkova").is_empty());
        assert!(found("").is_empty());
        assert!(found("# head").is_empty());
    }

    #[test]
    fn knows_prefixes() {
        assert!(TABLE.has_prefix("beech"));
        assert!(TABLE.has_prefix("beech tree"));
        assert!(!TABLE.has_prefix("ash tree"));
        assert!(!TABLE.has_prefix("z"));
    }

    #[test]
    fn a_row_is_found_again_by_its_offset() {
        for row in TABLE.rows() {
            assert_eq!(TABLE.row(row.offset).map(|again| again.line), Some(row.line));
        }
        assert!(TABLE.row(10_000).is_none());
    }

    #[test]
    fn the_index_answers_as_the_search_does() {
        static INDEXED: Table =
            Table::new("ash,1\nbeech,2\nbeech,3\nbeech tree,4\nkings lynn,5\nold man's beard,6\n", ',');
        let text = "ash,1\nbeech,2\nbeech,3\nbeech tree,4\nkings lynn,5\nold man's beard,6\n";
        for words in
            ["", "ash", "beech", "beech tree", "king", "kings", "old", "old man", "old man's", "oak", "zelkova"]
        {
            let fresh = Table::new(text, ',');
            for _ in 0..text.len() {
                INDEXED.has_prefix("ash");
            }
            assert!(INDEXED.index.get().is_some() && fresh.index.get().is_none());
            let rows = |table: &Table| table.find(words).map(|row| row.line).collect::<Vec<_>>();
            assert_eq!(rows(&INDEXED), rows(&fresh), "{words}");
            assert_eq!(INDEXED.has_prefix(words), !words.is_empty() && fresh.has_prefix(words), "{words}");
        }
    }
}
