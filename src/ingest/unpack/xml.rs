//! XML to a [`Tree`].
//!
//! Nothing that a document declares is expanded, and its depth is bounded, so that a small file stays small. Feeds are
//! often not quite XML: bare ampersands and HTML's entities are read as they are meant, but elements must end.

use super::{Element, Tree, Writing, resolved, value};
use crate::source::{LineIndex, Span};
use compact_str::CompactString;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// News is nested a dozen elements deep.
const DEEPEST: usize = 150;

/// Reads a document.
///
/// # Errors
/// The message, with line and column, where it is no well-formed XML or too large.
pub(in crate::ingest) fn parse_xml(source: &str) -> Result<Tree<'_>, String> {
    let mut tree = Tree::new(source);
    let mut reader = Reader::from_str(source);
    reader.config_mut().allow_dangling_amp = true;
    let mut names: Vec<CompactString> = Vec::new();
    loop {
        let start = reader.buffer_position() as usize;
        let event = reader
            .read_event()
            .map_err(|error| broken(source, reader.error_position() as usize, &error.to_string()))?;
        let span = Span::new(start, reader.buffer_position() as usize);
        match event {
            Event::Start(tag) => {
                names.push(CompactString::from(tag.name().as_ref()));
                if names.len() > DEEPEST {
                    return Err(broken(source, start, &format!("elements nested more than {DEEPEST} deep")));
                }
                tree.start(element(&tag, span.end), false)?;
            }
            Event::Empty(tag) => tree.start(element(&tag, span.end), true)?,
            Event::End(_) => {
                names.pop();
                tree.close_at(start);
            }
            Event::Text(_) | Event::GeneralRef(_) => tree.push_text(span, Writing::References)?,
            Event::CData(_) => {
                let inner = Span::new(span.start + "<![CDATA[".len(), span.end.saturating_sub("]]>".len()));
                tree.push_text(inner, Writing::Plain)?;
            }
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => {}
            Event::Eof => break,
        }
    }
    match names.last() {
        Some(name) => Err(broken(source, source.len(), &format!("the file ends inside <{name}>"))),
        None => Ok(tree.finish()),
    }
}

fn element(tag: &BytesStart<'_>, content: usize) -> Element {
    let mut attributes = tag.attributes();
    let attributes = attributes.with_checks(false).filter_map(Result::ok).map(|attribute| {
        let name = CompactString::from(attribute.key.local_name().as_ref().to_ascii_lowercase());
        (name, value(&resolved(&attribute.value)))
    });
    Element {
        name: CompactString::from(tag.local_name().as_ref().to_ascii_lowercase()),
        attributes: attributes.collect(),
        content: Span::new(content, content),
    }
}

fn broken(source: &str, at: usize, cause: &str) -> String {
    let at = (0..=at.min(source.len())).rev().find(|&at| source.is_char_boundary(at)).unwrap_or(0);
    let place = LineIndex::new(source).position(source, at);
    let cause: String = cause.chars().take(200).collect();
    format!("line {}, column {}: {cause}; the XML is broken or cut off, fetch it again", place.line, place.column)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_texts_and_content() {
        let source = "<?xml version='1.0'?><a:feed xmlns:a='x'><Title q='1 &lt; 2'>A &amp; B<![CDATA[ <i>]]></Title><b/></a:feed>";
        let tree = parse_xml(source).unwrap();
        assert_eq!(tree.name(0), "feed");
        let title = tree.child(0, "title").unwrap();
        assert_eq!(tree.text(title), "A & B <i>");
        assert_eq!(tree.element(title).unwrap().attribute("q"), Some("1 < 2"));
        assert_eq!(tree.element(title).unwrap().content.of(source), "A &amp; B<![CDATA[ <i>]]>");
        assert!(tree.child(0, "b").is_some());
    }

    #[test]
    fn what_is_broken_is_placed() {
        assert!(parse_xml("<a>\n<b></a>").unwrap_err().starts_with("line 2, column "));
        assert!(parse_xml("<a><b>One").unwrap_err().contains("the file ends inside <b>"));
        assert!(parse_xml(&"<a>".repeat(1000)).unwrap_err().contains("nested"));
    }

    #[test]
    fn declared_entities_are_not_expanded() {
        let source = "<!DOCTYPE a [<!ENTITY x 'ha'><!ENTITY y '&x;&x;&x;'>]><a>One &y; fell.</a>";
        assert_eq!(parse_xml(source).unwrap().text(0), "One &y; fell.");
    }

    #[test]
    fn what_feeds_write_is_read() {
        assert_eq!(parse_xml("<a>Marks & Dahl&nbsp;fell&hellip;</a>").unwrap().text(0), "Marks & Dahl fell…");
    }
}
