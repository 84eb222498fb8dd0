//! Scalars of one line.

use super::Reader;
use crate::pack::node::{Node, NodeValue};
use crate::source::Span;

impl Reader<'_> {
    pub(super) fn single_quoted(&mut self) -> Option<Node> {
        let start = self.at;
        let mut doubled = false;
        self.at += 1;
        loop {
            match self.peek()? {
                b'\'' if self.bytes.get(self.at + 1) == Some(&b'\'') => {
                    doubled = true;
                    self.at += 2;
                }
                b'\'' => break,
                byte if byte < b' ' || byte == 0x7f => return None,
                _ => self.at += 1,
            }
        }
        let inner = self.text.get(start + 1..self.at)?;
        self.at += 1;
        let text = if doubled { inner.replace("''", "'") } else { inner.to_owned() };
        Some(Node { span: Span::new(start, self.at), value: NodeValue::Scalar(text) })
    }

    pub(super) fn double_quoted(&mut self) -> Option<Node> {
        let start = self.at;
        let mut escaped = false;
        self.at += 1;
        loop {
            match self.peek()? {
                b'\\' if matches!(self.bytes.get(self.at + 1), Some(b'"' | b'\\')) => {
                    escaped = true;
                    self.at += 2;
                }
                b'"' => break,
                byte if byte < b' ' || byte == 0x7f || byte == b'\\' => return None,
                _ => self.at += 1,
            }
        }
        let inner = self.text.get(start + 1..self.at)?;
        self.at += 1;
        let text = if escaped { unescaped(inner) } else { inner.to_owned() };
        Some(Node { span: Span::new(start, self.at), value: NodeValue::Scalar(text) })
    }

    /// A scalar without quotation marks, up to the end of its line, to ` #`, `: ` or, in a flow collection, its marks.
    pub(super) fn plain(&mut self, flow: bool) -> Option<Node> {
        let start = self.at;
        match self.peek()? {
            b'-' | b':' | b'?' if self.blank(start + 1) || flow => return None,
            b'!' | b'&' | b'*' | b'|' | b'>' | b'%' | b'@' | b'`' | b'#' | b',' | b'[' | b']' | b'{' | b'}' | b'?' => {
                return None;
            }
            _ => {}
        }
        let mut end = start;
        while let Some(byte) = self.peek() {
            match byte {
                b'\n' => break,
                b' ' => {
                    self.at += 1;
                    continue;
                }
                b'#' if self.at > end => break,
                b':' if self.blank(self.at + 1) => break,
                b':' if flow && matches!(self.bytes.get(self.at + 1), Some(b',' | b'[' | b']' | b'{' | b'}')) => {
                    return None;
                }
                b',' | b'[' | b']' | b'{' | b'}' if flow => break,
                0..b' ' | 0x7f => return None,
                _ => {}
            }
            self.at += 1;
            end = self.at;
        }
        self.at = end;
        let text = self.text.get(start..end)?;
        if matches!(text, "" | "~" | "null" | "Null" | "NULL") {
            return None;
        }
        Some(Node { span: Span::new(start, end), value: NodeValue::Scalar(text.to_owned()) })
    }
}

/// The text of a double-quoted scalar whose only escapes are of quotation marks and backslashes.
fn unescaped(inner: &str) -> String {
    let mut text = String::with_capacity(inner.len());
    let mut characters = inner.chars();
    while let Some(character) = characters.next() {
        text.extend(if character == '\\' { characters.next() } else { Some(character) });
    }
    text
}
