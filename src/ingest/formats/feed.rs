//! Feeds: RSS 0.9 to 2.0 and Atom. Each item is an article, shown as `FILE#NAME`.
//!
//! The name is the end of the item's own link or id, since numbers change whenever the feed goes on. The feed's title is the
//! outlet, unless the item names another.

use super::{Format, Parsed};
use crate::ingest::article::Extract;
use crate::ingest::head::{Head, Sign};
use crate::ingest::page::read_fragment;
use crate::ingest::unpack::{Decoded, Element, NodeIndex, Traced, Tree, Writing, decode, parse_xml, reference};
use crate::ingest::{Failure, published};
use crate::source::{Block, BlockKind, Document, Published, Span};
use std::collections::BTreeMap;

pub(super) const FORMAT: Format = Format { name: "feed", extensions: &["rss", "atom", "rdf"], sign, read };

/// Longer names are cut.
const LONGEST_NAME: usize = 60;
/// What an item's text stands in, the fullest first.
const CONTENT: [&str; 4] = ["encoded", "content", "description", "summary"];
const DATES: [&str; 6] = ["pubdate", "published", "date", "issued", "updated", "modified"];

fn sign(head: &Head<'_>) -> Sign {
    Sign::certain(matches!(head.root().as_str(), "rss" | "feed" | "rdf"))
}

fn read(path: &str, bytes: &[u8]) -> Parsed {
    let mut parsed = Parsed::default();
    if let Err(message) = items(path, bytes, &mut parsed) {
        parsed.failures.push(Failure { path: path.to_owned(), message });
    }
    parsed
}

fn items(path: &str, bytes: &[u8], parsed: &mut Parsed) -> Result<(), String> {
    let decoded = decode(bytes, None)?;
    let tree = parse_xml(&decoded.text)?;
    let outlet = tree.elements().find(|(_, element)| matches!(element.name.as_str(), "channel" | "feed"));
    let outlet =
        outlet.and_then(|(at, _)| tree.child(at, "title")).map(|at| plain(&tree, at)).filter(|name| !name.is_empty());
    let mut names: BTreeMap<String, usize> = BTreeMap::new();
    let mut found = false;
    for (at, _) in tree.elements().filter(|(_, element)| matches!(element.name.as_str(), "item" | "entry")) {
        if CONTENT.iter().chain(&["title"]).all(|name| tree.child(at, name).is_none_or(|at| tree.text(at).is_empty())) {
            // A picture, a sound: nothing to read.
            continue;
        }
        found = true;
        let name = name(&tree, at).unwrap_or_else(|| "item".to_owned());
        let times = names.entry(name.clone()).or_default();
        *times += 1;
        let shown = if *times > 1 { format!("{path}#{name}-{times}") } else { format!("{path}#{name}") };
        parsed.add(&shown, item(&decoded, &tree, at, shown.clone(), outlet.clone()).map(|document| (document, None)));
    }
    if found { Ok(()) } else { Err("the feed has no items with text; leave it out".to_owned()) }
}

fn item(
    decoded: &Decoded,
    tree: &Tree<'_>,
    at: NodeIndex,
    path: String,
    outlet: Option<String>,
) -> Result<Document, String> {
    let title = tree.child(at, "title");
    let content = CONTENT.iter().filter_map(|name| tree.child(at, name)).find(|&at| !tree.text(at).is_empty());
    let mut text = Traced::default();
    let mut hints: Vec<Block> = Vec::new();
    if let Some(title) = title {
        let (headline, _) = markup(tree, title)?;
        if let Some(start) = text.append(&headline) {
            hints.push(Block { span: Span::new(start, text.text().len()), kind: BlockKind::Headline });
        }
    }
    if let Some(content) = content {
        let (mut body, mut parts) = markup(tree, content)?;
        match text.append(&body) {
            Some(start) => parts.iter_mut().for_each(|part| part.span = part.span.shifted(start)),
            // The title stands below the text, or there is none.
            None if !body.text().is_empty() => {
                std::mem::swap(&mut text, &mut body);
                hints.clear();
            }
            None => parts.clear(),
        }
        hints.extend(parts);
    }
    let (text, origin) = decoded.part(text);
    let title = title.map(|at| plain(tree, at)).filter(|title| !title.is_empty());
    let source = ["source", "publisher"].iter().find_map(|name| outlet_of(tree, tree.child(at, name)?)).or(outlet);
    Extract { path, text, origin, hints, title, source, published: date(tree, at) }.read()
}

/// The outlet that an item is taken from.
fn outlet_of(tree: &Tree<'_>, at: NodeIndex) -> Option<String> {
    let name = tree.child(at, "title").map_or_else(|| tree.text(at), |title| plain(tree, title));
    Some(name).filter(|name| !name.is_empty())
}

fn date(tree: &Tree<'_>, at: NodeIndex) -> Option<Published> {
    DATES.iter().find_map(|name| published::find(&tree.text(tree.child(at, name)?)))
}

/// The text of an element whose content is HTML, escaped or not, with what the HTML says of its parts.
fn markup(tree: &Tree<'_>, at: NodeIndex) -> Result<(Traced, Vec<Block>), String> {
    let source = tree.source;
    let nested = tree.elements_in(at).next().is_some();
    let inner = match tree.element(at) {
        Some(Element { content, .. }) if nested => {
            let mut inner = Traced::default();
            inner.push_same(content.of(source), content.start);
            inner
        }
        _ => unescaped(tree, at),
    };
    let page = read_fragment(inner.text())?;
    Ok((page.text.through(&inner), page.hints))
}

/// The text under a node with references resolved, white space kept.
pub(super) fn unescaped(tree: &Tree<'_>, at: NodeIndex) -> Traced {
    let mut made = Traced::default();
    for (span, writing) in tree.texts_in(at) {
        let text = span.of(tree.source);
        let mut start = 0;
        while let Some(rest) = text.get(start..).filter(|rest| !rest.is_empty()) {
            let plain = if writing == Writing::Plain { rest.len() } else { rest.find('&').unwrap_or(rest.len()) };
            made.push_same(rest.get(..plain).unwrap_or_default(), span.start + start);
            start += plain;
            let Some(rest) = rest.get(plain..).filter(|rest| !rest.is_empty()) else { continue };
            if let Some((shown, length)) = reference(rest) {
                made.push_unit(&shown, Span::new(span.start + start, span.start + start + length));
                start += length;
            } else {
                made.push_same("&", span.start + start);
                start += 1;
            }
        }
    }
    made
}

/// The text of an element whose content is HTML, on one line.
fn plain(tree: &Tree<'_>, at: NodeIndex) -> String {
    let text = markup(tree, at).map(|(text, _)| text.text().to_owned()).unwrap_or_default();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The last part of an item's link or id.
fn name(tree: &Tree<'_>, at: NodeIndex) -> Option<String> {
    let link = tree.child(at, "link").and_then(|link| {
        let target = tree.element(link)?.attribute("href").map(str::to_owned);
        target.or_else(|| Some(tree.text(link)))
    });
    let id = ["guid", "id"].iter().find_map(|name| Some(tree.text(tree.child(at, name)?)));
    let of = |address: String| {
        let path = address.split(['?', '#']).next().unwrap_or("").trim_end_matches('/');
        let last = path.rsplit(['/', ':']).next().unwrap_or(path);
        let kept = |c: char| if c.is_alphanumeric() || matches!(c, '-' | '_' | '.') { c } else { '-' };
        let name: String = last.chars().map(kept).take(LONGEST_NAME).collect();
        Some(name).filter(|name| name.chars().any(char::is_alphanumeric))
    };
    link.and_then(of).or_else(|| id.and_then(of))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_above_and_below_their_text() {
        let feed = "<rss><channel><title>Harbour Post</title>\
            <item><title>Wall &amp;amp; gate</title><link>https://h.example/2026/wall?x=1</link>\
            <description>&lt;p&gt;The wall fell.&lt;/p&gt;</description><pubDate>Wed, 04 Mar 2026 07:30:00 +0100</pubDate></item>\
            <item><description><![CDATA[<p>Two <b>fell</b>.</p>]]></description><title>Two</title><guid>urn:x:7</guid></item>\
            </channel></rss>";
        let parsed = read("f.rss", feed.as_bytes());
        assert_eq!(parsed.failures, []);
        let [first, second] = &parsed.documents[..] else { unreachable!() };
        assert_eq!((first.path.as_str(), first.text.as_str()), ("f.rss#wall", "Wall & gate\n\nThe wall fell."));
        assert_eq!((first.source.as_deref(), first.title.as_deref()), (Some("Harbour Post"), Some("Wall & gate")));
        assert_eq!(first.published.map(|day| day.date.to_string()).as_deref(), Some("2026-03-04"));
        assert_eq!((second.path.as_str(), second.text.as_str()), ("f.rss#7", "Two fell."));
        let at = second.text.find("fell").unwrap();
        assert_eq!(second.shown(Span::new(at, at + 4)).of(feed), "fell");
        let at = first.text.find("& gate").unwrap();
        assert_eq!(first.shown(Span::new(at, at + 1)).of(feed), "&amp;amp;");
    }

    #[test]
    fn items_of_one_name_are_told_apart() {
        let feed = "<feed><entry><id>a/x</id><summary>One fell.</summary></entry><entry><id>b/x</id><summary>Two.</summary></entry></feed>";
        let paths: Vec<String> =
            read("f", feed.as_bytes()).documents.into_iter().map(|document| document.path).collect();
        assert_eq!(paths, ["f#x", "f#x-2"]);
        assert!(read("f", b"<rss></rss>").failures[0].message.contains("no items"));
    }
}
