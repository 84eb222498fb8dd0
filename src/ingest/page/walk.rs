//! The article's element to text: paragraphs, headings and captions in order, the page's furniture left out.

use super::body::Weights;
use super::classes::{is_byline, is_caption, is_furniture, is_invisible};
use super::parse::is_inline;
use crate::ingest::unpack::{Element, Flow, Kind, NodeIndex, Traced, Tree};
use crate::source::{Block, BlockKind, Span};

/// Who wrote it and when takes no more bytes.
const BYLINE: u64 = 200;
/// A paragraph of links that is longer is prose about what it links to.
const LINKS: u64 = 200;

/// A page's text and what its markup says of parts of it.
#[derive(Debug, Default)]
pub(super) struct Walked {
    pub(super) text: Traced,
    /// Headings, captions and bylines, in order, none overlapping another.
    pub(super) hints: Vec<Block>,
}

/// The text of the nodes `from..to`, of which `body` is the article.
pub(super) fn walk(
    tree: &Tree<'_>,
    weights: &Weights,
    body: Option<NodeIndex>,
    from: NodeIndex,
    to: NodeIndex,
) -> Walked {
    let prose = body.map_or_else(|| weights.total(), |body| weights.prose(tree, body));
    let mut walker = Walker {
        tree,
        weights,
        body,
        prose,
        flow: Flow::new(tree.source),
        hint: None,
        hints: Vec::new(),
        ends: Vec::new(),
    };
    let mut at = from;
    while at < to {
        walker.leave(at);
        at = walker.node(at);
    }
    walker.leave(usize::MAX);
    let text = walker.flow.finish();
    let hints = walker.hints.into_iter().map(|hint| Block { span: hint.span.trimmed(text.text()), ..hint });
    let hints = hints.filter(|hint| !hint.span.is_empty()).collect();
    Walked { text, hints }
}

struct Walker<'a> {
    tree: &'a Tree<'a>,
    weights: &'a Weights,
    /// The article's element; `None` where everything is article.
    body: Option<NodeIndex>,
    /// Its prose.
    prose: u64,
    flow: Flow<'a>,
    /// The hint that is open: where its element ends, where its text begins.
    hint: Option<(NodeIndex, usize, BlockKind)>,
    hints: Vec<Block>,
    /// Where the open elements that break lines end, outermost first.
    ends: Vec<NodeIndex>,
}

impl Walker<'_> {
    /// Ends what ends before node `at`.
    fn leave(&mut self, at: NodeIndex) {
        while self.ends.pop_if(|end| *end <= at).is_some() {
            self.flow.paragraph();
        }
        if let Some((_, start, kind)) = self.hint.take_if(|(end, ..)| *end <= at) {
            self.hints.push(Block { span: Span::new(start, self.flow.len()), kind });
        }
    }

    /// Reads one node; what comes next is the one returned.
    fn node(&mut self, at: NodeIndex) -> NodeIndex {
        let Some(node) = self.tree.nodes().get(at) else { return at + 1 };
        match &node.kind {
            Kind::Text(span, writing) => {
                self.flow.text(*span, *writing);
                at + 1
            }
            Kind::Element(element) if self.is_left_out(at, element) => {
                if !is_inline(&element.name) {
                    self.flow.paragraph();
                }
                node.end
            }
            Kind::Element(element) => {
                self.enter(at, element);
                at + 1
            }
        }
    }

    fn enter(&mut self, at: NodeIndex, element: &Element) {
        let name = element.name.as_str();
        let end = self.tree.end(at);
        match name {
            "br" => self.flow.line(),
            "hr" => self.flow.paragraph(),
            _ if is_inline(name) || matches!(name, "img" | "wbr" | "picture" | "source") => {}
            _ => {
                self.flow.paragraph();
                self.ends.push(end);
            }
        }
        let kind = match name {
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => Some(BlockKind::Headline),
            _ if is_caption(element) => Some(BlockKind::Caption),
            _ if is_byline(element) && self.weights.all(self.tree, at) <= BYLINE => Some(BlockKind::Byline),
            _ => None,
        };
        // A byline within a line of prose ("By … in Oslo. The wall …") is no block of its own.
        if let Some(kind) = kind.filter(|_| self.hint.is_none() && self.flow.begins_line()) {
            self.hint = Some((end, self.flow.len(), kind));
        }
    }

    fn is_left_out(&self, at: NodeIndex, element: &Element) -> bool {
        // The article and what it stands in are never left out.
        if self.body.is_some_and(|body| at <= body && body < self.tree.end(at)) {
            return false;
        }
        if is_invisible(element) {
            return true;
        }
        if is_furniture(element) && (self.weights.prose(self.tree, at) * 4 < self.prose || element.name == "nav") {
            return true;
        }
        let links = || self.weights.is_links(self.tree, at);
        match element.name.as_str() {
            "ul" | "ol" | "section" | "div" | "table" | "dl" | "h2" | "h3" | "h4" | "h5" | "h6" => links(),
            "p" | "li" => links() && self.weights.all(self.tree, at) < LINKS,
            _ => false,
        }
    }
}
