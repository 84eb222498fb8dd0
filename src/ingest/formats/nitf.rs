//! NITF, the XML of wire services up to now: IPTC's News Industry Text Format, 3.x.

use super::{Format, Parsed};
use crate::ingest::article::Extract;
use crate::ingest::head::{Head, Sign};
use crate::ingest::page::is_inline;
use crate::ingest::unpack::{Element, Kind, NodeIndex, Outline, Traced, Tree, decode, parse_xml};
use crate::ingest::{dateline, published};
use crate::source::{Block, BlockKind, Document, Published};

pub(super) const FORMAT: Format = Format { name: "nitf", extensions: &["nitf"], sign, read };

fn sign(head: &Head<'_>) -> Sign {
    Sign::certain(head.root() == "nitf")
}

fn read(path: &str, bytes: &[u8]) -> Parsed {
    let mut parsed = Parsed::default();
    parsed.add(path, article(path, bytes).map(|document| (document, None)));
    parsed
}

fn article(path: &str, bytes: &[u8]) -> Result<Document, String> {
    let decoded = decode(bytes, None)?;
    let tree = parse_xml(&decoded.text)?;
    let Story { text, hints, title, source, published } = story(&tree, tree.root());
    let (text, origin) = decoded.part(text);
    Extract { path: path.to_owned(), text, origin, hints, title, source, published }.read()
}

/// A story, and what its head says of it.
pub(super) struct Story {
    pub(super) text: Traced,
    pub(super) hints: Vec<Block>,
    pub(super) title: Option<String>,
    pub(super) source: Option<String>,
    pub(super) published: Option<Published>,
}

/// The story in the element `nitf` at `root`.
pub(super) fn story(tree: &Tree<'_>, root: NodeIndex) -> Story {
    let body = tree.child(root, "body").unwrap_or(root);
    let (text, hints) = text(tree, body);
    let find = |name: &str| tree.elements_in(root).find(|(_, element)| element.name == name);
    let worded = |name: &str| find(name).map(|(at, _)| tree.text(at)).filter(|text| !text.is_empty());
    let attribute = |element: &str, name: &str| {
        let value = find(element)?.1.attribute(name)?;
        Some(value.to_owned()).filter(|value| !value.is_empty())
    };
    let dates =
        [("date.issue", "norm"), ("date.release", "norm"), ("pubdata", "date.publication"), ("story.date", "norm")];
    Story {
        text,
        hints,
        title: worded("hl1").or_else(|| worded("title")),
        source: attribute("pubdata", "name")
            .or_else(|| worded("distributor"))
            .or_else(|| attribute("doc.copyright", "holder")),
        published: dates.iter().find_map(|(element, name)| date(&attribute(element, name)?)),
    }
}

/// "20260304T073000+0100", "2026-03-04T07:30:00Z".
pub(super) fn date(written: &str) -> Option<Published> {
    let digits = |range: std::ops::Range<usize>| {
        written.get(range).filter(|part| part.bytes().all(|byte| byte.is_ascii_digit()))
    };
    match (digits(0..4), digits(4..6), digits(6..8)) {
        (Some(year), Some(month), Some(day)) => {
            let clock = match (written.get(8..9), digits(9..11), digits(11..13)) {
                (Some("T"), Some(hour), Some(minute)) => {
                    let seconds = if digits(13..15).is_some() { 15 } else { 13 };
                    format!("T{hour}:{minute}{}", written.get(seconds..).unwrap_or(""))
                }
                _ => String::new(),
            };
            published::find(&format!("{year}-{month}-{day}{clock}"))
        }
        _ => published::find(written),
    }
}

fn text(tree: &Tree<'_>, body: NodeIndex) -> (Traced, Vec<Block>) {
    let mut outline = Outline::new(tree.source);
    let mut at = body;
    while at < tree.end(body) {
        outline.leave(at);
        let Some(node) = tree.nodes().get(at) else { break };
        at = match &node.kind {
            Kind::Element(element) if is_left_out(element) => node.end,
            Kind::Element(element) if element.name == "dateline" => {
                place_and_day(tree, at, &mut outline);
                node.end
            }
            Kind::Element(element) => {
                enter(element, node.end, &mut outline);
                at + 1
            }
            Kind::Text(span, writing) => {
                outline.text(*span, *writing);
                at + 1
            }
        };
    }
    outline.finish()
}

/// Keywords and pictures' descriptions for machines; what stands below the story.
fn is_left_out(element: &Element) -> bool {
    matches!(
        element.name.as_str(),
        "media-metadata" | "media-reference" | "media-object" | "distributor" | "rights" | "series" | "note"
    )
}

fn enter(element: &Element, end: NodeIndex, outline: &mut Outline<'_>) {
    let name = element.name.as_str();
    match name {
        "br" => return outline.line(),
        // Names and figures are marked up within the line.
        "person" | "org" | "location" | "chron" | "event" | "function" | "money" | "num" | "object.title"
        | "virtloc" | "city" | "state" | "country" | "region" | "sublocation" | "lang" | "pronounce" | "copyrite"
        | "person.title" | "name.given" | "name.family" | "frac" | "postaddr" | "alt-code" | "classifier" | "byttl" => {
            return;
        }
        name if is_inline(name) => return,
        _ => outline.block(end),
    }
    let kind = match name {
        "hl1" | "hl2" | "hedline" => Some(BlockKind::Headline),
        "byline" | "tagline" | "media-producer" | "credit" | "datasource" => Some(BlockKind::Byline),
        "media-caption" | "caption" => Some(BlockKind::Caption),
        "bibliography" => Some(BlockKind::Boilerplate),
        _ => None,
    };
    if let (Some(kind), true) = (kind, name != "hedline") {
        outline.part(end, kind);
    }
}

/// The dateline has an element of its own; where it reads like one, it is put before the first paragraph as in print.
fn place_and_day(tree: &Tree<'_>, at: NodeIndex, outline: &mut Outline<'_>) {
    let written = tree.text(at);
    let bare = written.trim_end_matches(|c: char| c.is_whitespace() || "—–-".contains(c));
    let reads = |written: &str| dateline(&format!("{written}X")).is_some();
    outline.paragraph();
    let joined = [written.clone() + " ", format!("{bare} — ")].into_iter().find(|written| reads(written));
    if joined.is_none() {
        outline.part(tree.end(at), BlockKind::Metadata);
    }
    tree.texts_in(at).for_each(|(span, writing)| outline.text(span, writing));
    match joined {
        Some(joined) if joined.ends_with("— ") && !written.ends_with('—') => outline.join(" — "),
        Some(_) => outline.join(" "),
        None => outline.paragraph(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use BlockKind::{Byline, Headline, Metadata, Paragraph};

    #[test]
    fn the_dateline_opens_the_first_paragraph() {
        let source = "<nitf><head><docdata><date.issue norm='20260304T073000+0100'/></docdata><pubdata name='Harbour Wire'/></head>\
            <body><body.head><hedline><hl1>Wall falls</hl1></hedline><byline>By Ana Ruiz</byline>\
            <dateline><location>BERGEN</location>, <story.date>March 4</story.date></dateline></body.head>\
            <body.content><p>The <org>port</org> fell.</p><p>Two stood.</p></body.content></body></nitf>";
        let document = article("a.nitf", source.as_bytes()).unwrap();
        assert_eq!(document.text, "Wall falls\n\nBy Ana Ruiz\n\nBERGEN, March 4 — The port fell.\n\nTwo stood.");
        let kinds: Vec<BlockKind> = document.blocks.iter().map(|block| block.kind).collect();
        assert_eq!(kinds, [Headline, Byline, Metadata, Paragraph, Paragraph]);
        assert_eq!((document.title.as_deref(), document.source.as_deref()), (Some("Wall falls"), Some("Harbour Wire")));
        assert_eq!(
            document.published.map(|day| (day.date.to_string(), day.time.is_some())),
            Some(("2026-03-04".to_owned(), true))
        );
        let at = document.text.find("port").unwrap();
        assert_eq!(document.shown((at..at + 4).into()).of(source), "port");
    }
}
