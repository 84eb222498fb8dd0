//! Lists and mappings between brackets.

use super::{Reader, distinct};
use crate::pack::node::{Node, NodeValue};
use crate::source::Span;

impl Reader<'_> {
    /// As [`Self::skip`], inside brackets.
    fn skip_flow(&mut self, column: usize) -> Option<()> {
        let line = self.line;
        self.skip()?;
        (self.peek().is_some() && (self.line == line || self.column() > column)).then_some(())
    }

    pub(super) fn flow_list(&mut self, column: usize) -> Option<Node> {
        let start = self.at;
        self.at += 1;
        let mut items = Vec::new();
        self.skip_flow(column)?;
        if self.peek() != Some(b']') {
            loop {
                items.push(self.value(column, true)?);
                self.skip_flow(column)?;
                match self.peek()? {
                    b',' => self.at += 1,
                    b']' => break,
                    _ => return None,
                }
                self.skip_flow(column)?;
            }
        }
        self.at += 1;
        Some(Node { span: Span::new(start, start + 1), value: NodeValue::List(items) })
    }

    pub(super) fn flow_map(&mut self, column: usize) -> Option<Node> {
        let start = self.at;
        self.at += 1;
        let mut entries = Vec::new();
        self.skip_flow(column)?;
        if self.peek() != Some(b'}') {
            loop {
                let key = self.value(column, true)?;
                if !self.is_key(&key) {
                    return None;
                }
                self.at += 1;
                self.skip_flow(column)?;
                entries.push((key, self.value(column, true)?));
                self.skip_flow(column)?;
                match self.peek()? {
                    b',' => self.at += 1,
                    b'}' => break,
                    _ => return None,
                }
                self.skip_flow(column)?;
            }
        }
        self.at += 1;
        distinct(&entries)?;
        Some(Node { span: Span::new(start, start + 1), value: NodeValue::Map(entries) })
    }
}
