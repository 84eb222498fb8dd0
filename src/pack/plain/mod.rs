//! The YAML that packs are written in, read without detours: a program starts with two hundred kilobytes of it.
//!
//! The full parser ([`super::node`]) takes some six hundred instructions a byte, and that was most of what a run over
//! five articles cost. This one reads the plain part of the language only: block and flow collections, scalars of one line,
//! comments. Whatever else stands in a file (anchors, tags, block scalars, folded lines, escapes), and whatever is
//! wrong with it, is left to the full parser: [`parse`] then gives `None`. What it does give is what the full parser would give,
//! byte for byte of every span; tests hold it to that on all packs and on packs with random damage.

mod flow;
mod scalar;

use super::node::{Node, NodeValue};
use crate::hash::Set;
use crate::source::Span;

/// Files beyond this many bytes go to the full parser, whose limits on nodes they may reach.
const LARGEST: usize = 1 << 18;
/// How deep collections may nest before the full parser's limit decides.
const DEEPEST: usize = 16;

/// Reads a file that is plain enough; `None` where the full parser has to.
pub(super) fn parse(text: &str) -> Option<Node> {
    if text.len() > LARGEST || text.starts_with('\u{feff}') {
        return None;
    }
    let mut reader = Reader { text, bytes: text.as_bytes(), at: 0, line: 0, depth: 0 };
    reader.skip()?;
    let node = reader.block()?;
    reader.skip()?;
    (reader.at == text.len()).then_some(node)
}

struct Reader<'a> {
    text: &'a str,
    bytes: &'a [u8],
    at: usize,
    /// Where the line at hand starts.
    line: usize,
    depth: usize,
}

impl Reader<'_> {
    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn column(&self) -> usize {
        self.at - self.line
    }

    /// Whether white space, or nothing, stands at byte `at`.
    fn blank(&self, at: usize) -> bool {
        matches!(self.bytes.get(at), None | Some(b' ' | b'\n'))
    }

    fn spaces(&mut self) {
        while self.peek() == Some(b' ') {
            self.at += 1;
        }
    }

    /// Passes over spaces, comments and line ends, to the next text.
    fn skip(&mut self) -> Option<()> {
        loop {
            self.spaces();
            match self.peek() {
                Some(b'\n') => {
                    self.at += 1;
                    self.line = self.at;
                }
                Some(b'#') if self.at == 0 || self.blank(self.at - 1) => self.comment()?,
                Some(b'-' | b'.') if self.column() == 0 && self.is_marker() => return None,
                _ => return Some(()),
            }
        }
    }

    /// Whether `---` or `...` stands here, which start and end documents.
    fn is_marker(&self) -> bool {
        matches!(self.bytes.get(self.at..self.at + 3), Some(b"---" | b"..."))
    }

    fn comment(&mut self) -> Option<()> {
        while let Some(byte) = self.peek().filter(|&byte| byte != b'\n') {
            if byte < b' ' || byte == 0x7f {
                return None;
            }
            self.at += 1;
        }
        Some(())
    }

    /// What follows a scalar or a flow collection in block context: a comment, or nothing.
    fn line_end(&mut self) -> Option<()> {
        let start = self.at;
        self.spaces();
        match self.peek() {
            None | Some(b'\n') => Some(()),
            Some(b'#') if self.at > start => self.comment(),
            _ => None,
        }
    }

    fn nested(&mut self, read: impl FnOnce(&mut Self) -> Option<Node>) -> Option<Node> {
        if self.depth == DEEPEST {
            return None;
        }
        self.depth += 1;
        let node = read(self);
        self.depth -= 1;
        node
    }

    /// A block collection, or a scalar or flow collection on the rest of its line.
    fn block(&mut self) -> Option<Node> {
        let column = self.column();
        if self.peek() == Some(b'-') && self.blank(self.at + 1) {
            return self.nested(|reader| reader.sequence(column));
        }
        let node = self.value(column, false)?;
        if self.peek() == Some(b':') && self.blank(self.at + 1) {
            return self.nested(|reader| reader.mapping(column, node));
        }
        self.line_end()?;
        Some(node)
    }

    /// The items whose dashes stand in `column`; the reader stands at the first.
    fn sequence(&mut self, column: usize) -> Option<Node> {
        let start = self.at;
        let mut items = Vec::new();
        while self.peek() == Some(b'-') && self.blank(self.at + 1) && self.column() == column {
            self.at += 1;
            self.skip()?;
            if self.peek().is_none() || self.column() <= column {
                return None;
            }
            items.push(self.block()?);
            self.skip()?;
        }
        if self.peek().is_some() && self.column() > column {
            return None;
        }
        Some(Node { span: Span::new(start, start), value: NodeValue::List(items) })
    }

    /// The entries whose keys stand in `column`; the reader stands behind the first key.
    fn mapping(&mut self, column: usize, first: Node) -> Option<Node> {
        let start = first.span.start;
        let mut entries = Vec::new();
        let mut key = first;
        loop {
            if !self.is_key(&key) {
                return None;
            }
            self.at += 1;
            self.spaces();
            let value = if matches!(self.peek(), None | Some(b'\n' | b'#')) {
                self.below(column)?
            } else {
                let value = self.value(column, false)?;
                self.line_end()?;
                value
            };
            entries.push((key, value));
            self.skip()?;
            if self.peek().is_none() || self.column() < column {
                break;
            }
            if self.column() > column {
                return None;
            }
            key = self.value(column, false)?;
        }
        distinct(&entries)?;
        Some(Node { span: Span::new(start, start), value: NodeValue::Map(entries) })
    }

    /// Whether a scalar of this line was a key: a colon and a space follow.
    fn is_key(&self, node: &Node) -> bool {
        let scalar = node.text().is_some_and(|text| text != "<<");
        scalar && node.span.start >= self.line && self.peek() == Some(b':') && self.blank(self.at + 1)
    }

    /// The value of a key in `column` with nothing behind it.
    fn below(&mut self, column: usize) -> Option<Node> {
        self.skip()?;
        let dash = self.peek() == Some(b'-') && self.blank(self.at + 1);
        if dash && self.column() == column {
            let mut list = self.nested(|reader| reader.sequence(column))?;
            // The full parser has such a list start at its first item.
            list.span = list.items().first().map_or(list.span, |item| Span::new(item.span.start, item.span.start));
            return Some(list);
        }
        if self.peek().is_some() && self.column() > column { self.block() } else { None }
    }

    /// A scalar, or a flow collection whose lines are indented beyond `column`.
    fn value(&mut self, column: usize, flow: bool) -> Option<Node> {
        match self.peek()? {
            b'[' => self.nested(|reader| reader.flow_list(column)),
            b'{' => self.nested(|reader| reader.flow_map(column)),
            b'\'' => self.single_quoted(),
            b'"' => self.double_quoted(),
            _ => self.plain(flow),
        }
    }
}

/// `None` where a key is there twice, which the full parser reports.
fn distinct(entries: &[(Node, Node)]) -> Option<()> {
    let mut keys = entries.iter().filter_map(|(key, _)| key.text());
    let distinct = if entries.len() < 10 {
        keys.enumerate().all(|(at, key)| entries.iter().skip(at + 1).all(|(other, _)| other.text() != Some(key)))
    } else {
        let mut seen = Set::with_capacity_and_hasher(entries.len(), crate::hash::RandomState::default());
        keys.all(|key| seen.insert(key))
    };
    distinct.then_some(())
}

#[cfg(test)]
mod tests;
