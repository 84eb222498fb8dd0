//! YAML as a tree in which every key and value knows where it stands.
//!
//! The only file that touches the YAML parser; files of plain YAML never come to it ([`super::plain`]). Packs are not read into structs by `serde` derive, because
//! that stops at the first unknown key, and loses places inside untagged values; an author wants every
//! problem of a pack at once, each at its place. What a pack may hold is in [`super::shape`].

use super::error::{PackError, PackFile};
use super::plain;
use crate::source::Span;
use serde::de::{self, Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_yaml::Spanned;
use std::fmt;

/// Packs beyond this many bytes are refused: YAML of people is far smaller.
const LARGEST: usize = 1 << 20;

/// A value and the bytes of the file that it stands in.
#[derive(Clone, Debug)]
pub(crate) struct Node {
    /// Bytes of the file.
    pub(crate) span: Span,
    /// What stands there.
    pub(crate) value: NodeValue,
}

/// What stands in one place of a file.
#[derive(Clone, Debug)]
pub(crate) enum NodeValue {
    /// Nothing.
    Null,
    /// One text; numbers, dates and flags as they are written.
    Scalar(String),
    /// A sequence.
    List(Vec<Node>),
    /// A mapping, in the order of the file.
    Map(Vec<(Node, Node)>),
}

impl Node {
    /// The text of a scalar.
    pub(crate) fn text(&self) -> Option<&str> {
        match &self.value {
            NodeValue::Scalar(text) => Some(text),
            _ => None,
        }
    }

    /// The entries of a mapping; none for anything else.
    pub(crate) fn entries(&self) -> &[(Node, Node)] {
        match &self.value {
            NodeValue::Map(entries) => entries,
            _ => &[],
        }
    }

    /// The value under a key.
    pub(crate) fn get(&self, key: &str) -> Option<&Node> {
        self.entries().iter().find(|(name, _)| name.text() == Some(key)).map(|(_, value)| value)
    }

    /// The items of a sequence; a scalar or mapping is a sequence of itself, nothing an empty one.
    pub(crate) fn items(&self) -> &[Node] {
        match &self.value {
            NodeValue::List(items) => items,
            NodeValue::Null => &[],
            _ => std::slice::from_ref(self),
        }
    }

    /// The texts among the items.
    pub(crate) fn texts(&self) -> impl Iterator<Item = &str> {
        self.items().iter().filter_map(Node::text)
    }

    /// What it is, in words for an error.
    pub(crate) fn noun(&self) -> &'static str {
        match self.value {
            NodeValue::Null => "nothing",
            NodeValue::Scalar(_) => "a text",
            NodeValue::List(_) => "a list",
            NodeValue::Map(_) => "a mapping",
        }
    }
}

/// Reads one file.
///
/// # Errors
/// Broken YAML, a duplicate key, or a file that is too large or too deeply nested: one problem, at its place.
pub(crate) fn parse(file: &PackFile) -> Result<Node, PackError> {
    if file.text.len() > LARGEST {
        return Err(file.error(Span::new(0, 0), format!("the file is larger than {LARGEST} bytes"), "split the pack"));
    }
    if file.text.trim().is_empty() {
        return Ok(Node { span: Span::new(0, 0), value: NodeValue::Null });
    }
    plain::parse(&file.text).map_or_else(|| parse_fully(file), Ok)
}

/// Reads one file in all of YAML.
pub(super) fn parse_fully(file: &PackFile) -> Result<Node, PackError> {
    match serde_yaml::from_str::<Spanned<Raw>>(&file.text) {
        Ok(raw) => Ok(settle(raw, &file.text)),
        Err(error) => {
            let span = error.location().map_or(Span::new(0, 0), |at| span_of(at, &file.text));
            let message = error.without_snippet().to_string();
            let help = if message.contains("escape") {
                "write patterns and regular expressions between single quotes: '…'"
            } else {
                ""
            };
            Err(file.error(span, message, help))
        }
    }
}

fn span_of(at: serde_yaml::Location, text: &str) -> Span {
    let start = at.span().byte_offset().map_or(0, |byte| byte as usize).min(text.len());
    let length = at.span().byte_len().unwrap_or(0) as usize;
    Span::new(start, (start + length).min(text.len()))
}

/// A value as the parser gives it.
enum Raw {
    Null,
    Text(String),
    /// A flag or number: the words are taken from the file, so that `1.10` stays `1.10`.
    Other,
    List(Vec<Spanned<Raw>>),
    Map(Vec<(Spanned<Raw>, Spanned<Raw>)>),
}

fn settle(raw: Spanned<Raw>, text: &str) -> Node {
    let span = span_of(raw.referenced, text);
    let value = match raw.value {
        Raw::Null => NodeValue::Null,
        Raw::Text(value) => NodeValue::Scalar(value),
        Raw::Other => NodeValue::Scalar(span.of(text).trim().to_owned()),
        Raw::List(items) => NodeValue::List(items.into_iter().map(|item| settle(item, text)).collect()),
        Raw::Map(entries) => {
            NodeValue::Map(entries.into_iter().map(|(key, value)| (settle(key, text), settle(value, text))).collect())
        }
    };
    Node { span, value }
}

impl<'de> Deserialize<'de> for Raw {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(RawVisitor)
    }
}

struct RawVisitor;

impl<'de> Visitor<'de> for RawVisitor {
    type Value = Raw;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a text, a list or a mapping")
    }

    fn visit_unit<E: de::Error>(self) -> Result<Raw, E> {
        Ok(Raw::Null)
    }

    fn visit_none<E: de::Error>(self) -> Result<Raw, E> {
        Ok(Raw::Null)
    }

    fn visit_bool<E: de::Error>(self, _: bool) -> Result<Raw, E> {
        Ok(Raw::Other)
    }

    fn visit_i64<E: de::Error>(self, _: i64) -> Result<Raw, E> {
        Ok(Raw::Other)
    }

    fn visit_u64<E: de::Error>(self, _: u64) -> Result<Raw, E> {
        Ok(Raw::Other)
    }

    fn visit_f64<E: de::Error>(self, _: f64) -> Result<Raw, E> {
        Ok(Raw::Other)
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Raw, E> {
        Ok(Raw::Text(text.to_owned()))
    }

    fn visit_string<E: de::Error>(self, text: String) -> Result<Raw, E> {
        Ok(Raw::Text(text))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Raw, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = list.next_element()? {
            items.push(item);
        }
        Ok(Raw::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Raw, A::Error> {
        let mut entries = Vec::new();
        while let Some(entry) = map.next_entry()? {
            entries.push(entry);
        }
        Ok(Raw::Map(entries))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(text: &str) -> (PackFile, Node) {
        let file = PackFile::new("p.yaml", text);
        let node = parse(&file).unwrap_or_else(|error| unreachable!("{error}"));
        (file, node)
    }

    #[test]
    fn keys_and_values_know_their_bytes() {
        let (file, node) = parsed("a: one\nb: {c: [x, 'y z']}\nd: 1.10\n");
        let c = node.get("b").and_then(|b| b.get("c")).map(|c| c.texts().collect::<Vec<_>>());
        assert_eq!(c, Some(vec!["x", "y z"]));
        assert_eq!(node.get("d").and_then(Node::text), Some("1.10"));
        assert_eq!(node.entries()[1].0.span.of(&file.text), "b");
        assert_eq!(node.get("a").map(|a| a.span.of(&file.text)), Some("one"));
    }

    #[test]
    fn a_key_given_twice_is_an_error_at_its_place() {
        let file = PackFile::new("p.yaml", "a: 1\nb: 2\na: 3\n");
        assert_eq!(parse(&file).map_err(|error| error.line).err(), Some(3));
    }

    #[test]
    fn hostile_yaml_is_an_error() {
        let deep = "[".repeat(5000);
        assert!(parse(&PackFile::new("p.yaml", &deep)).is_err());
        let bomb = "a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b]\nd: &d [*c,*c,*c,*c,*c,*c,*c,*c]\ne: &e [*d,*d,*d,*d,*d,*d,*d,*d]\nf: [*e,*e,*e,*e,*e,*e,*e,*e]\ng: [*e,*e,*e,*e,*e,*e,*e,*e]\n";
        assert!(parse(&PackFile::new("p.yaml", bomb)).is_err());
    }
}
