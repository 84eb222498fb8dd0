//! Web pages: the article without what stands around it, and what the page says of it.
//!
//! [`read`] is given text, not bytes, and gives text that leads back to it: pages come alone, and packed in feeds and
//! letters.

mod body;
mod classes;
mod linked_data;
mod metadata;
mod parse;
mod walk;

pub(super) use metadata::Metadata;
pub(super) use parse::parse;

use super::unpack::{NodeIndex, Traced, Tree};
use crate::source::Block;
use body::{Weights, body};
use walk::{Walked, walk};

/// An article in a page.
#[derive(Debug, Default)]
pub(super) struct Page {
    /// Its text, made of the page's.
    pub(super) text: Traced,
    /// What the markup says parts of it are for.
    pub(super) hints: Vec<Block>,
    /// What the page says of it.
    pub(super) metadata: Metadata,
}

/// The article in a page.
///
/// # Errors
/// The message, where the page cannot be read.
pub(super) fn read(source: &str) -> Result<Page, String> {
    let tree = parse(source)?;
    let weights = Weights::new(&tree);
    let article = body(&tree, &weights);
    let headline = headline(&tree, article);
    let metadata = metadata::metadata(&tree, article, headline);
    let end = article.map_or(tree.nodes().len(), |at| tree.end(at));
    let from = headline.into_iter().chain(article).min().unwrap_or(0);
    let Walked { text, hints } = walk(&tree, &weights, article, from, end);
    Ok(Page { text, hints, metadata })
}

/// A part of a page that is all article, as feeds and letters carry it: nothing is looked for around it.
///
/// # Errors
/// As [`read`].
pub(super) fn read_fragment(source: &str) -> Result<Page, String> {
    let tree = parse(source)?;
    let weights = Weights::new(&tree);
    let Walked { text, hints } = walk(&tree, &weights, None, 0, tree.nodes().len());
    Ok(Page { text, hints, metadata: Metadata::default() })
}

/// The heading over the article: the first of the highest rank in it, or the last one before it.
fn headline(tree: &Tree<'_>, article: Option<NodeIndex>) -> Option<NodeIndex> {
    let article = article?;
    let headings =
        || tree.elements().filter(|(at, element)| element.name == "h1" && !hidden(tree, *at)).map(|(at, _)| at);
    let inside = headings().find(|&at| at > article && at < tree.end(article));
    inside.or_else(|| headings().take_while(|&at| at < article).last())
}

fn hidden(tree: &Tree<'_>, at: NodeIndex) -> bool {
    let mut all = std::iter::once(at).chain(tree.ancestors(at)).filter_map(|at| tree.element(at));
    all.any(classes::is_invisible)
}
