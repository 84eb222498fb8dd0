//! Tables that are their own index: text embedded in the program, one row a line, sorted by the first field.
//!
//! Nothing is parsed at start-up; a look-up is a binary search over bytes that ends at a line. Rows are known by the
//! byte at which they start. Lines that start with `#` may stand at the top only.

use std::cmp::Ordering;

/// A sorted table.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Table {
    text: &'static str,
    separator: char,
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
    /// Field `number`, counted from 0; empty where the line is shorter.
    pub(crate) fn field(self, number: usize) -> &'static str {
        self.line.split(self.separator).nth(number).unwrap_or("")
    }

    /// The first field.
    pub(crate) fn key(self) -> &'static str {
        self.field(0)
    }
}

impl Table {
    /// A table over `text`, whose fields end at `separator`.
    pub(crate) const fn new(text: &'static str, separator: char) -> Self {
        Self { text, separator }
    }

    /// The row that starts at `offset`.
    pub(crate) fn row(&self, offset: u32) -> Option<Row> {
        let rest = self.text.get(offset as usize..)?;
        let line = rest.split('\n').next().filter(|line| !line.is_empty())?;
        Some(Row { offset, line, separator: self.separator })
    }

    /// Every row, in order.
    pub(crate) fn rows(&self) -> impl Iterator<Item = Row> + use<> {
        let (table, mut offset) = (*self, self.body());
        std::iter::from_fn(move || {
            let row = table.row(offset as u32)?;
            offset += row.line.len() + 1;
            Some(row)
        })
    }

    /// The rows whose first field is `key`, in order.
    pub(crate) fn find(&self, key: &str) -> impl Iterator<Item = Row> + use<> {
        let (table, key) = (*self, key.to_owned());
        let mut offset = self.lower_bound(&key);
        std::iter::from_fn(move || {
            let row = table.row(offset as u32).filter(|row| row.key() == key)?;
            offset += row.line.len() + 1;
            Some(row)
        })
    }

    /// Whether the first field of some row starts with `prefix`.
    pub(crate) fn has_prefix(&self, prefix: &str) -> bool {
        self.row(self.lower_bound(prefix) as u32).is_some_and(|row| row.key().starts_with(prefix))
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

    const TABLE: Table = Table::new("# head\n# second\nash,1\nbeech,2\nbeech,3\nbeech tree,4\nyew,5\n", ',');

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
        assert!(TABLE.has_prefix("beech "));
        assert!(!TABLE.has_prefix("ash "));
        assert!(!TABLE.has_prefix("z"));
    }

    #[test]
    fn a_row_is_found_again_by_its_offset() {
        for row in TABLE.rows() {
            assert_eq!(TABLE.row(row.offset).map(|again| again.line), Some(row.line));
        }
        assert!(TABLE.row(10_000).is_none());
    }
}
