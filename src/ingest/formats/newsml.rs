//! NewsML-G2, IPTC's envelope for news: each `newsItem` with text in it is an article.
//!
//! The text inside is NITF, XHTML or plain; what the envelope says of it goes before what the text says of itself. Packages and
//! pictures hold no text and are passed over.

use super::{Format, Parsed, nitf};
use crate::ingest::Failure;
use crate::ingest::article::Extract;
use crate::ingest::head::{Head, Sign};
use crate::ingest::page;
use crate::ingest::unpack::{Decoded, Flow, NodeIndex, Traced, Tree, decode, parse_xml};
use crate::source::{Block, BlockKind, Document, Published, Span};

pub(super) const FORMAT: Format = Format { name: "newsml", extensions: &["newsml", "xml"], sign, read };

fn sign(head: &Head<'_>) -> Sign {
    Sign::certain(matches!(head.root().as_str(), "newsitem" | "newsmessage" | "packageitem" | "conceptitem"))
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
    let all: Vec<NodeIndex> =
        tree.elements().filter(|(_, element)| element.name == "newsitem").map(|(at, _)| at).collect();
    let mut found = false;
    for (number, &at) in all.iter().enumerate() {
        let Some(set) = tree.child(at, "contentset") else { continue };
        let Some(content) = tree.children(set).find(|&at| matches!(tree.name(at), "inlinexml" | "inlinedata")) else {
            continue;
        };
        found = true;
        let shown = if all.len() == 1 { path.to_owned() } else { format!("{path}#{}", number + 1) };
        parsed.add(&shown, item(&decoded, &tree, at, content, shown.clone()).map(|document| (document, None)));
    }
    match (found, tree.name(tree.root())) {
        (true, _) => Ok(()),
        (false, "newsitem" | "newsmessage" | "packageitem" | "conceptitem") => {
            Err("no news item with text in it; give the items themselves".to_owned())
        }
        (false, root) => Err(format!("<{root}> is no XML of news that is read; give RSS, Atom, NITF or NewsML-G2")),
    }
}

/// What stands in the envelope.
#[derive(Default)]
struct Inside {
    text: Traced,
    hints: Vec<Block>,
    title: Option<String>,
    source: Option<String>,
    published: Option<Published>,
}

fn item(
    decoded: &Decoded,
    tree: &Tree<'_>,
    at: NodeIndex,
    content: NodeIndex,
    path: String,
) -> Result<Document, String> {
    let inside = inside(tree, content)?;
    let find = |within: &str, name: &str| tree.child(tree.child(at, within)?, name);
    let headline = find("contentmeta", "headline");
    let title = headline.map(|at| tree.text(at)).filter(|title| !title.is_empty());
    let (mut text, mut hints) = (Traced::default(), Vec::new());
    // The envelope's headline, where the text itself has none.
    let has_own = inside.hints.iter().any(|hint| hint.kind == BlockKind::Headline);
    if let Some(headline) = headline.filter(|_| !has_own) {
        let mut flow = Flow::new(tree.source);
        tree.texts_in(headline).for_each(|(span, writing)| flow.text(span, writing));
        if text.append(&flow.finish()).is_some() {
            hints.push(Block { span: Span::new(0, text.text().len()), kind: BlockKind::Headline });
        }
    }
    let start = text.append(&inside.text).unwrap_or(0);
    hints.extend(inside.hints.into_iter().map(|hint| Block { span: hint.span.shifted(start), ..hint }));
    let dated =
        ["versioncreated", "firstcreated"].iter().find_map(|name| nitf::date(&tree.text(find("itemmeta", name)?)));
    let (text, origin) = decoded.part(text);
    let source = provider(tree, at, true).or(inside.source).or_else(|| provider(tree, at, false));
    Extract { path, text, origin, hints, title: title.or(inside.title), source, published: dated.or(inside.published) }
        .read()
}

/// Who provides the item: `by_name`, or by the code that stands for it.
fn provider(tree: &Tree<'_>, item: NodeIndex, by_name: bool) -> Option<String> {
    let found = [("itemmeta", "provider"), ("contentmeta", "infosource"), ("contentmeta", "creditline")].into_iter();
    let mut found = found.filter_map(|(within, name)| tree.child(tree.child(item, within)?, name));
    found.find_map(|at| {
        let name = tree.child(at, "name").map_or_else(|| tree.text(at), |name| tree.text(name));
        let element = tree.element(at)?;
        if by_name {
            return Some(name)
                .filter(|name| !name.is_empty())
                .or_else(|| element.attribute("literal").map(str::to_owned));
        }
        element.attribute("qcode")?.rsplit(':').next().map(str::to_owned)
    })
}

fn inside(tree: &Tree<'_>, content: NodeIndex) -> Result<Inside, String> {
    if let Some(root) = tree.children(content).find(|&at| tree.name(at) == "nitf") {
        let nitf::Story { text, hints, title, source, published } = nitf::story(tree, root);
        return Ok(Inside { text, hints, title, source, published });
    }
    let Some(element) = tree.element(content) else { return Ok(Inside::default()) };
    let mut inner = Traced::default();
    inner.push_same(element.content.of(tree.source), element.content.start);
    if tree.name(content) == "inlinexml" {
        let page::Page { text, hints, metadata } = page::read(inner.text())?;
        let text = text.through(&inner);
        let (title, source, published) = (metadata.title, metadata.source, metadata.published);
        return Ok(Inside { text, hints, title, source, published });
    }
    // Plain text, its lines kept: they tell the paragraphs.
    Ok(Inside { text: super::feed::unescaped(tree, content), ..Inside::default() })
}
