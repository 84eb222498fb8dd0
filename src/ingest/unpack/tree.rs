//! Markup as a list of nodes in the order of the file, each of which knows where its descendants end.
//!
//! What reads articles needs no more of a tree than this: to walk it, to pass over parts of it, to look upwards. Nodes
//! point into the text they were read from, so that nothing is copied and every offset is kept.

use super::Writing;
use crate::source::Span;
use compact_str::CompactString;

/// More elements and texts than any page has: a page of the web has a few thousand.
const MOST: usize = 500_000;
/// Deeper elements are read as if their tags were not there.
const DEEPEST: usize = 200;
/// Attributes are cut at so many bytes.
const LONGEST: usize = 4096;

/// A node's place in the list.
pub(in crate::ingest) type NodeIndex = usize;

/// An element or a text.
#[derive(Clone, Debug)]
pub(in crate::ingest) struct Node {
    pub(in crate::ingest) kind: Kind,
    /// The element that it stands in; itself where there is none.
    pub(in crate::ingest) parent: NodeIndex,
    /// The first node after its descendants.
    pub(in crate::ingest) end: NodeIndex,
}

/// What a node is.
#[derive(Clone, Debug)]
pub(in crate::ingest) enum Kind {
    /// Text, in bytes of the source.
    Text(Span, Writing),
    /// A tag and what it holds.
    Element(Element),
}

/// What a tag says.
#[derive(Clone, Debug)]
pub(in crate::ingest) struct Element {
    /// In lower case, without the prefix of a namespace.
    pub(in crate::ingest) name: CompactString,
    /// Names in lower case, values with references resolved and cut at a few thousand bytes.
    pub(in crate::ingest) attributes: Vec<(CompactString, CompactString)>,
    /// Where its content begins, in bytes of the source.
    pub(in crate::ingest) content: usize,
}

impl Element {
    /// The value of an attribute, white space at its ends cut off; `None` where it is missing.
    pub(in crate::ingest) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| known == name).map(|(_, value)| value.trim())
    }

    /// Whether the attribute is there and has this value, in any case.
    pub(in crate::ingest) fn says(&self, name: &str, value: &str) -> bool {
        self.attribute(name).is_some_and(|known| known.eq_ignore_ascii_case(value))
    }
}

/// Markup that was read.
#[derive(Debug)]
pub(in crate::ingest) struct Tree<'a> {
    pub(in crate::ingest) source: &'a str,
    nodes: Vec<Node>,
    /// The elements that are still open, outermost first.
    open: Vec<NodeIndex>,
}

impl<'a> Tree<'a> {
    /// A tree without nodes.
    pub(in crate::ingest) fn new(source: &'a str) -> Self {
        Self { source, nodes: Vec::new(), open: Vec::new() }
    }

    /// All nodes.
    pub(in crate::ingest) fn nodes(&self) -> &[Node] {
        &self.nodes
    }

    /// The element at `index`.
    pub(in crate::ingest) fn element(&self, index: NodeIndex) -> Option<&Element> {
        match &self.nodes.get(index)?.kind {
            Kind::Element(element) => Some(element),
            Kind::Text(..) => None,
        }
    }

    /// The name of the element at `index`; empty for a text.
    pub(in crate::ingest) fn name(&self, index: NodeIndex) -> &str {
        self.element(index).map_or("", |element| &element.name)
    }

    /// The first node after the descendants of the one at `index`.
    pub(in crate::ingest) fn end(&self, index: NodeIndex) -> NodeIndex {
        self.nodes.get(index).map_or(index, |node| node.end)
    }

    /// The elements that the node stands in, innermost first.
    pub(in crate::ingest) fn ancestors(&self, index: NodeIndex) -> impl Iterator<Item = NodeIndex> {
        let parent = |&at: &NodeIndex| self.nodes.get(at).map(|node| node.parent).filter(|&parent| parent != at);
        std::iter::successors(parent(&index), parent)
    }

    /// The elements among the descendants of the one at `index`, in order, with their indices.
    pub(in crate::ingest) fn elements_in(&self, index: NodeIndex) -> impl Iterator<Item = (NodeIndex, &Element)> {
        (index + 1..self.end(index)).filter_map(|at| Some((at, self.element(at)?)))
    }

    /// Every element of the tree, in order.
    pub(in crate::ingest) fn elements(&self) -> impl Iterator<Item = (NodeIndex, &Element)> {
        (0..self.nodes.len()).filter_map(|at| Some((at, self.element(at)?)))
    }

    /// The children of the one at `index`, in order.
    pub(in crate::ingest) fn children(&self, index: NodeIndex) -> impl Iterator<Item = NodeIndex> {
        let end = self.end(index);
        let first = Some(index + 1).filter(|&at| at < end);
        std::iter::successors(first, move |&at| Some(self.end(at)).filter(|&next| next < end))
    }

    /// The first child element of that name.
    pub(in crate::ingest) fn child(&self, index: NodeIndex, name: &str) -> Option<NodeIndex> {
        self.children(index).find(|&at| self.name(at) == name)
    }

    /// The texts under the node, in order.
    pub(in crate::ingest) fn texts_in(&self, index: NodeIndex) -> impl Iterator<Item = (Span, Writing)> {
        self.nodes.get(index..self.end(index)).unwrap_or_default().iter().filter_map(|node| match node.kind {
            Kind::Text(span, writing) => Some((span, writing)),
            Kind::Element(_) => None,
        })
    }

    /// The text under the node as it is read, white space closed up.
    pub(in crate::ingest) fn text(&self, index: NodeIndex) -> String {
        let mut flow = super::Flow::new(self.source);
        self.texts_in(index).for_each(|(span, writing)| flow.text(span, writing));
        flow.finish().text().to_owned()
    }

    /// Opens an element. `closed` says that it holds nothing.
    ///
    /// # Errors
    /// The message, where there are more than can be read.
    pub(in crate::ingest) fn start(&mut self, element: Element, closed: bool) -> Result<(), String> {
        if self.open.len() >= DEEPEST && !closed {
            return Ok(());
        }
        let at = self.add(Kind::Element(element))?;
        if !closed {
            self.open.push(at);
        }
        Ok(())
    }

    /// Adds a text.
    ///
    /// # Errors
    /// As [`Tree::start`].
    pub(in crate::ingest) fn push_text(&mut self, span: Span, writing: Writing) -> Result<(), String> {
        if span.is_empty() { Ok(()) } else { self.add(Kind::Text(span, writing)).map(drop) }
    }

    fn add(&mut self, kind: Kind) -> Result<NodeIndex, String> {
        let at = self.nodes.len();
        if at >= MOST {
            return Err(format!("more than {MOST} elements; give the article's text alone"));
        }
        self.nodes.push(Node { kind, parent: self.open.last().copied().unwrap_or(at), end: at + 1 });
        Ok(at)
    }

    /// The open elements, innermost first: how many must be closed to close each, and its name.
    pub(in crate::ingest) fn open(&self) -> impl Iterator<Item = (usize, &str)> {
        self.open.iter().rev().enumerate().map(|(above, &at)| (above + 1, self.name(at)))
    }

    /// Closes the `count` innermost elements.
    pub(in crate::ingest) fn close(&mut self, count: usize) {
        let end = self.nodes.len();
        for _ in 0..count {
            if let Some(node) = self.open.pop().and_then(|at| self.nodes.get_mut(at)) {
                node.end = end;
            }
        }
    }

    /// Closes what is open at the end of the file.
    pub(in crate::ingest) fn finish(mut self) -> Self {
        self.close(self.open.len());
        self
    }
}

/// An attribute's value as it is kept.
pub(in crate::ingest) fn value(text: &str) -> CompactString {
    let cut = text.char_indices().find(|(at, _)| *at >= LONGEST).and_then(|(at, _)| text.get(..at));
    CompactString::from(cut.unwrap_or(text))
}
