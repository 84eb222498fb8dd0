//! HTML to a [`Tree`]: tokens as the standard splits them, elements closed as browsers close them in what people write.
//!
//! Of the standard's rules for a tree only those are here that decide what is in which paragraph: tags that end
//! themselves, paragraphs, list items and cells whose end is left out, end tags that were never opened.

use crate::ingest::unpack::{Element, Tree, Writing, value};
use crate::source::Span;
use compact_str::CompactString;
use html5gum::emitters::callback::{CallbackEmitter, CallbackEvent};
use html5gum::{Span as TokenSpan, Tokenizer};
use std::convert::Infallible;

/// Elements that hold nothing.
const VOID: [&str; 15] = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
    "keygen",
];
/// Elements that stand within lines of text.
const INLINE: [&str; 38] = [
    "a",
    "abbr",
    "acronym",
    "amp-fit-text",
    "b",
    "bdi",
    "bdo",
    "big",
    "cite",
    "code",
    "data",
    "del",
    "dfn",
    "em",
    "font",
    "i",
    "ins",
    "kbd",
    "label",
    "mark",
    "nobr",
    "q",
    "rp",
    "rt",
    "ruby",
    "s",
    "samp",
    "small",
    "span",
    "strike",
    "strong",
    "sub",
    "sup",
    "time",
    "tt",
    "u",
    "var",
    "wbr",
];
/// Attributes that anything here looks at.
const KEPT: [&str; 18] = [
    "aria-hidden",
    "class",
    "content",
    "datetime",
    "hidden",
    "href",
    "http-equiv",
    "id",
    "itemprop",
    "itemtype",
    "name",
    "property",
    "pubdate",
    "rel",
    "role",
    "style",
    "type",
    "lang",
];

/// Whether an element stands within lines of text.
pub(in crate::ingest) fn is_inline(name: &str) -> bool {
    INLINE.contains(&name)
}

/// Reads a page or a part of one.
///
/// # Errors
/// The message, where it has more elements than can be read.
pub(in crate::ingest) fn parse(source: &str) -> Result<Tree<'_>, String> {
    let mut reader = Reader { tree: Tree::new(source), tag: None, name: None, result: Ok(()) };
    let mut emitter = CallbackEmitter::new(|event: CallbackEvent<'_>, span: TokenSpan<usize>| -> Option<Infallible> {
        reader.event(&event, Span::new(span.start, span.end));
        None
    });
    emitter.naively_switch_states(true);
    // Reading from memory does not fail, and no token comes out: all is done by the time the first is asked for.
    let _ = Tokenizer::new_with_emitter(source, emitter).next();
    reader.result.map(|()| reader.tree.finish())
}

struct Reader<'a> {
    tree: Tree<'a>,
    /// The start tag that is being read.
    tag: Option<Element>,
    /// The attribute of it that is being read, where it is kept.
    name: Option<CompactString>,
    result: Result<(), String>,
}

impl Reader<'_> {
    fn event(&mut self, event: &CallbackEvent<'_>, span: Span) {
        if self.result.is_err() {
            return;
        }
        match event {
            CallbackEvent::OpenStartTag { name } => {
                self.tag =
                    Some(Element { name: text(name), attributes: Vec::new(), content: Span::new(span.end, span.end) });
            }
            CallbackEvent::AttributeName { name } => {
                self.name = Some(text(name)).filter(|name| KEPT.contains(&name.as_str()));
                if let (Some(tag), Some(name)) = (&mut self.tag, &self.name) {
                    tag.attributes.push((name.clone(), CompactString::default()));
                }
            }
            CallbackEvent::AttributeValue { value: bytes } => {
                let last = self.tag.as_mut().and_then(|tag| tag.attributes.last_mut());
                if let (Some((_, known)), Some(_)) = (last, self.name.take()) {
                    *known = value(&String::from_utf8_lossy(bytes));
                }
            }
            CallbackEvent::CloseStartTag { self_closing } => {
                if let Some(tag) = self.tag.take() {
                    self.result = self.start(Element { content: Span::new(span.end, span.end), ..tag }, *self_closing);
                }
            }
            CallbackEvent::EndTag { name } => self.end(&text(name)),
            CallbackEvent::String { .. } => self.result = self.tree.push_text(span, self.writing()),
            CallbackEvent::Comment { .. } | CallbackEvent::Doctype { .. } | CallbackEvent::Error(_) => {}
        }
    }

    /// Scripts are not HTML: what looks like a reference there is none.
    fn writing(&self) -> Writing {
        match self.tree.open().next() {
            Some((_, "script" | "style")) => Writing::Plain,
            _ => Writing::References,
        }
    }

    fn start(&mut self, element: Element, self_closing: bool) -> Result<(), String> {
        let name = element.name.as_str();
        if matches!(name, "html" | "head" | "body") && self.tree.open().any(|(_, open)| open == name) {
            return Ok(());
        }
        if name == "body" {
            self.end("head");
        }
        // Inside SVG and the like a tag ends itself.
        let closed = VOID.contains(&name) || (self_closing && self.tree.open().any(|(_, open)| open == "svg"));
        self.close_before(name);
        self.tree.start(element, closed)
    }

    /// Closes what a tag of this name ends without saying so.
    fn close_before(&mut self, name: &str) {
        let (ended, within): (&[&str], &[&str]) = match name {
            "li" => (&["li"], &["ul", "ol", "menu"]),
            "dt" | "dd" => (&["dt", "dd"], &["dl"]),
            "tr" => (&["tr"], &["table"]),
            "td" | "th" => (&["td", "th"], &["tr", "table"]),
            "option" => (&["option"], &["select"]),
            _ if !is_inline(name)
                && !matches!(
                    name,
                    "br" | "img" | "picture" | "svg" | "script" | "style" | "noscript" | "iframe" | "button" | "input"
                ) =>
            {
                (
                    &["p"],
                    &["button", "table", "td", "th", "div", "section", "article", "li", "blockquote", "figure", "body"],
                )
            }
            _ => return,
        };
        let found = self.tree.open().find(|(_, open)| ended.contains(open) || within.contains(open));
        if let Some((count, _)) = found.filter(|(_, open)| ended.contains(open)) {
            self.tree.close(count);
        }
    }

    /// Closes the innermost element of that name, where it is open and nothing stands in the way.
    fn end(&mut self, name: &str) {
        if matches!(name, "body" | "html") {
            // Browsers put what follows into the body all the same.
            return;
        }
        let inline = is_inline(name);
        let found = self.tree.open().find(|(_, open)| {
            // "<b><p></b>" does not end the paragraph, "</p>" in a cell does not end the one around the table.
            *open == name
                || (inline && !is_inline(open))
                || matches!(*open, "td" | "th" | "table")
                    && !matches!(name, "tr" | "tbody" | "thead" | "table" | "div" | "section" | "article" | "main")
        });
        if let Some((count, _)) = found.filter(|(_, open)| *open == name) {
            self.tree.close(count);
        }
    }
}

fn text(bytes: &[u8]) -> CompactString {
    CompactString::from_utf8_lossy(bytes)
}

#[cfg(test)]
mod tests;
