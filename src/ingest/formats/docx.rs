//! Word documents (Office Open XML): the text as it is read with all changes accepted.
//!
//! What was struck out with changes tracked, notes, comments, headers and footers are not part of the story. The file's own
//! dates are those of whoever saved it last, never taken for a date of publication.

use super::{Format, Parsed};
use crate::ingest::article::Extract;
use crate::ingest::head::{Head, Sign};
use crate::ingest::unpack::{Element, Kind, NodeIndex, Outline, Tree, decode, parse_xml};
use crate::source::{BlockKind, Document, Origin};
use std::io::{Cursor, Read};
use zip::ZipArchive;
use zip::result::ZipError;

pub(super) const FORMAT: Format = Format { name: "docx", extensions: &["docx", "docm"], sign, read };

/// A part of the archive may unpack to so many bytes: the markup is many times the text.
const LARGEST_PART: u64 = 64 * 1024 * 1024;

fn sign(head: &Head<'_>) -> Sign {
    Sign::certain(head.bytes.starts_with(b"PK\x03\x04"))
}

fn read(path: &str, bytes: &[u8]) -> Parsed {
    let mut parsed = Parsed::default();
    parsed.add(path, article(path, bytes).map(|document| (document, None)));
    parsed
}

fn article(path: &str, bytes: &[u8]) -> Result<Document, String> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| {
        format!("no Word document, or one that is broken or cut off ({error}); save it again as .docx")
    })?;
    let body = part(&mut archive, "word/document.xml")?
        .ok_or("a zip archive that is no Word document; save the article as .docx or as text")?;
    let properties = part(&mut archive, "docProps/core.xml")?;
    let (text, hints) = text(&body)?;
    let title = properties.and_then(|properties| title(&properties));
    Extract { path: path.to_owned(), text, origin: Origin::Extracted, hints, title, ..Extract::default() }.read()
}

/// The text of a part of the archive; `None` where there is no such part.
fn part(archive: &mut ZipArchive<Cursor<&[u8]>>, name: &str) -> Result<Option<String>, String> {
    let packed = match archive.by_name(name) {
        Ok(packed) => packed,
        Err(ZipError::FileNotFound) => return Ok(None),
        Err(error) => return Err(format!("{name}: {error}; save the document again, without a password")),
    };
    let mut bytes = Vec::new();
    let result = packed.take(LARGEST_PART + 1).read_to_end(&mut bytes);
    if bytes.len() as u64 > LARGEST_PART {
        return Err(format!(
            "{name}: larger than {} MiB when unpacked; split the document",
            LARGEST_PART / (1024 * 1024)
        ));
    }
    result.map_err(|error| format!("{name}: broken or cut off ({error}); save the document again"))?;
    decode(&bytes, None).map(|decoded| Some(decoded.text)).map_err(|error| format!("{name}: {error}"))
}

fn title(properties: &str) -> Option<String> {
    let tree = parse_xml(properties).ok()?;
    let (at, _) = tree.elements().find(|(_, element)| element.name == "title")?;
    Some(tree.text(at)).filter(|title| !title.is_empty())
}

fn text(body: &str) -> Result<(String, Vec<crate::source::Block>), String> {
    let tree = parse_xml(body).map_err(|error| format!("word/document.xml, {error}"))?;
    let mut outline = Outline::new(tree.source);
    let mut at = 0;
    while let Some(node) = tree.nodes().get(at) {
        outline.leave(at);
        at = match &node.kind {
            Kind::Element(element) if is_left_out(element) => node.end,
            Kind::Element(element) => {
                enter(&tree, at, element, &mut outline);
                at + 1
            }
            Kind::Text(span, writing) => {
                // White space between the tags is layout of the file.
                if tree.name(node.parent) == "t" {
                    outline.text(*span, *writing);
                }
                at + 1
            }
        };
    }
    let (text, hints) = outline.finish();
    Ok((text.text().to_owned(), hints))
}

/// Struck out, hidden codes, the same once more for older programs, formulas.
fn is_left_out(element: &Element) -> bool {
    matches!(
        element.name.as_str(),
        "del" | "movefrom" | "fallback" | "omath" | "omathpara" | "ppr" | "rpr" | "instrtext"
    )
}

fn enter(tree: &Tree<'_>, at: NodeIndex, element: &Element, outline: &mut Outline<'_>) {
    let end = tree.end(at);
    match element.name.as_str() {
        "p" => {
            outline.block(end);
            if let Some(kind) = style(tree, at).and_then(|style| kind(&style)) {
                outline.part(end, kind);
            }
        }
        "br" | "cr" => outline.line(),
        "tab" | "nobreakhyphen" => outline.word(element.content.start),
        _ => {}
    }
}

/// The name of a paragraph's style.
fn style(tree: &Tree<'_>, paragraph: NodeIndex) -> Option<String> {
    let properties = tree.child(paragraph, "ppr")?;
    let style = tree.element(tree.child(properties, "pstyle")?)?;
    style.attribute("val").map(str::to_ascii_lowercase)
}

fn kind(style: &str) -> Option<BlockKind> {
    match style {
        "title" => Some(BlockKind::Headline),
        "caption" | "imagecaption" | "tablecaption" | "figure" => Some(BlockKind::Caption),
        "author" | "date" => Some(BlockKind::Byline),
        _ => style.starts_with("heading").then_some(BlockKind::Headline),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(body: &str) -> String {
        text(&format!("<w:document xmlns:w='w'><w:body>{body}</w:body></w:document>")).unwrap().0
    }

    #[test]
    fn runs_are_joined_and_what_was_struck_out_is_not_read() {
        let body = "<w:p><w:pPr><w:pStyle w:val='Heading1'/></w:pPr><w:r><w:t>Wall</w:t></w:r></w:p>\n<w:p><w:r><w:t xml:space='preserve'>Three </w:t></w:r>\
            <w:del><w:r><w:delText>men</w:delText></w:r></w:del><w:ins><w:r><w:t>people</w:t></w:r></w:ins><w:r><w:tab/><w:t>fell</w:t>\
            <w:br/><w:t>here.</w:t></w:r></w:p>";
        assert_eq!(shown(body), "Wall\n\nThree people fell\nhere.");
    }

    #[test]
    fn a_text_box_is_read_once() {
        let body = "<w:p><w:r><mc:AlternateContent><mc:Choice><w:p><w:r><w:t>Once.</w:t></w:r></w:p></mc:Choice>\
            <mc:Fallback><w:p><w:r><w:t>Twice.</w:t></w:r></w:p></mc:Fallback></mc:AlternateContent></w:r></w:p>";
        assert_eq!(shown(body), "Once.");
    }

    #[test]
    fn other_archives_are_told() {
        let failure = |bytes: &[u8]| read("a.docx", bytes).failures.remove(0).message;
        assert!(failure(b"PK\x03\x04\0\0\0\0").starts_with("no Word document, or one that is broken"));
        let mut empty = zip::ZipWriter::new(Cursor::new(Vec::new()));
        empty.start_file("x", zip::write::SimpleFileOptions::default()).unwrap();
        assert!(failure(&empty.finish().unwrap().into_inner()).starts_with("a zip archive that is no Word document"));
    }
}
