//! Which element of a page holds the article.
//!
//! Prose outside links is weighed paragraph by paragraph. What the page itself calls its article is taken at its word
//! where it holds enough of that; otherwise the element is taken into which nearly all of it falls. Weighing takes one
//! pass over the nodes, whatever their depth.

use super::classes::{is_body, is_furniture, is_invisible};
use super::parse::is_inline;
use crate::ingest::unpack::{Kind, NodeIndex, Tree};

/// Characters from which a stretch of text is prose rather than a label.
const PROSE: u32 = 40;
/// The share of the page's prose (of 100) that an element must hold to be the article, where it says so itself…
const SAYS: u64 = 40;
/// …and where nothing says so.
const HOLDS: u64 = 65;

/// What each part of a page weighs.
#[derive(Debug)]
pub(super) struct Weights {
    /// Characters of prose outside links in all nodes before each; one more than there are nodes.
    prose: Vec<u32>,
    /// Characters of any text.
    all: Vec<u32>,
    /// Characters of text in links.
    linked: Vec<u32>,
}

impl Weights {
    /// Weighs a page.
    pub(super) fn new(tree: &Tree<'_>) -> Self {
        let count = tree.nodes().len();
        // Per node: text directly in it or in the lines it holds.
        let (mut own, mut all, mut linked) = (vec![0_u32; count], vec![0_u32; count], vec![0_u32; count]);
        let (mut hidden, mut link) = (0, 0);
        for (at, node) in tree.nodes().iter().enumerate() {
            match &node.kind {
                Kind::Element(element) => {
                    if is_invisible(element) {
                        hidden = hidden.max(node.end);
                    }
                    if element.name == "a" && element.attribute("href").is_some() {
                        link = link.max(node.end);
                    }
                }
                Kind::Text(span, _) if at >= hidden => {
                    let length = span.of(tree.source).split_whitespace().map(|word| word.len() as u32 + 1).sum::<u32>();
                    all[at] = length;
                    if at < link {
                        linked[at] = length;
                    } else {
                        let block = block_of(tree, at);
                        own[block] = own[block].saturating_add(length);
                    }
                }
                Kind::Text(..) => {}
            }
        }
        own.iter_mut().filter(|length| **length < PROSE).for_each(|length| *length = 0);
        Self { prose: sums(&own), all: sums(&all), linked: sums(&linked) }
    }

    fn of(sums: &[u32], tree: &Tree<'_>, at: NodeIndex) -> u64 {
        let sum = |at: usize| u64::from(sums.get(at).copied().unwrap_or(0));
        sum(tree.end(at)).saturating_sub(sum(at))
    }

    /// Characters of prose in the whole page.
    pub(super) fn total(&self) -> u64 {
        self.prose.last().copied().unwrap_or(0).into()
    }

    /// Characters of prose in the element.
    pub(super) fn prose(&self, tree: &Tree<'_>, at: NodeIndex) -> u64 {
        Self::of(&self.prose, tree, at)
    }

    /// Characters of all text in the element.
    pub(super) fn all(&self, tree: &Tree<'_>, at: NodeIndex) -> u64 {
        Self::of(&self.all, tree, at)
    }

    /// Whether most of the element's text is in links.
    pub(super) fn is_links(&self, tree: &Tree<'_>, at: NodeIndex) -> bool {
        let (all, linked) = (self.all(tree, at), Self::of(&self.linked, tree, at));
        linked > 0 && linked * 100 >= all * 75
    }
}

fn sums(values: &[u32]) -> Vec<u32> {
    let running = values.iter().scan(0_u32, |sum, value| {
        *sum = sum.saturating_add(*value);
        Some(*sum)
    });
    std::iter::once(0).chain(running).collect()
}

/// The innermost element around a text that is not part of a line; the text itself where there is none.
fn block_of(tree: &Tree<'_>, at: NodeIndex) -> NodeIndex {
    tree.ancestors(at).find(|&above| !is_inline(tree.name(above))).unwrap_or(at)
}

/// The element that holds the article; `None` for a page without elements.
pub(super) fn body(tree: &Tree<'_>, weights: &Weights) -> Option<NodeIndex> {
    let page = tree.elements().find(|(_, element)| element.name == "body").map(|(at, _)| at);
    let page =
        page.or_else(|| tree.elements().next().map(|(at, _)| at).filter(|&at| tree.end(at) == tree.nodes().len()))?;
    let mut candidates = Candidates::default();
    let mut hidden = 0;
    let mut aside = 0;
    let total = weights.prose(tree, page);
    for (at, element) in tree.elements_in(page) {
        if is_invisible(element) {
            hidden = hidden.max(tree.end(at));
        }
        // What looks like furniture and holds half the page is not.
        if is_furniture(element) && weights.prose(tree, at) * 2 < total {
            if at >= aside {
                candidates.aside += weights.prose(tree, at);
            }
            aside = aside.max(tree.end(at));
        }
        if at >= hidden && at >= aside {
            candidates.add(tree, weights, at, element);
        }
    }
    let wanted = total.saturating_sub(candidates.aside);
    let said = [&candidates.body, &candidates.article, &candidates.main].into_iter().flatten();
    let said = said.copied().find(|&at| weights.prose(tree, at) * 100 >= wanted * SAYS && weights.prose(tree, at) > 0);
    Some(said.unwrap_or_else(|| heaviest(tree, weights, page, wanted)))
}

/// What a page calls its article, from the surest to the least.
#[derive(Default)]
struct Candidates {
    body: Option<NodeIndex>,
    article: Option<NodeIndex>,
    main: Option<NodeIndex>,
    /// The prose of everything that is not the article.
    aside: u64,
}

impl Candidates {
    fn add(&mut self, tree: &Tree<'_>, weights: &Weights, at: NodeIndex, element: &crate::ingest::unpack::Element) {
        let heavier = |known: &mut Option<NodeIndex>| {
            if known.is_none_or(|known| weights.prose(tree, at) > weights.prose(tree, known)) {
                *known = Some(at);
            }
        };
        if is_body(element) {
            heavier(&mut self.body);
        }
        if element.name == "article" || element.says("role", "article") {
            heavier(&mut self.article);
        }
        if element.name == "main" || element.says("role", "main") {
            heavier(&mut self.main);
        }
    }
}

/// The innermost element that still holds nearly all prose.
fn heaviest(tree: &Tree<'_>, weights: &Weights, page: NodeIndex, wanted: u64) -> NodeIndex {
    let mut at = page;
    while let Some(child) = tree.children(at).find(|&child| {
        let element = tree.element(child);
        element.is_some_and(|element| !is_inline(&element.name) && element.name != "p" && !is_invisible(element))
            && weights.prose(tree, child) > 0
            && weights.prose(tree, child) * 100 >= wanted * HOLDS
    }) {
        at = child;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::super::parse::parse;
    use super::*;

    const PROSE: &str = "The harbour wall fell on Monday night, the port's director said, and nobody was hurt.";

    #[track_caller]
    fn assert_body(page: &str, expected: &str) {
        let page = page.replace('$', PROSE);
        let tree = parse(&page).unwrap();
        let weights = Weights::new(&tree);
        let found = body(&tree, &weights).unwrap();
        let element = tree.element(found).unwrap();
        assert_eq!(element.attribute("id").unwrap_or(&element.name), expected);
    }

    #[test]
    fn what_the_page_calls_its_article() {
        assert_body("<body><main><article id=a><p>$<p>$</article><article id=b><p>$</article></main>", "a");
        assert_body("<body><article><div id=a class='article__body'><p>$<p>$</div><div><p>$</div></article>", "a");
        assert_body("<body><div id=a itemprop=articleBody>$<br><br>$</div><div>$</div>", "a");
    }

    #[test]
    fn what_holds_nearly_all() {
        assert_body("<body><div><a href=x>$ $ $</a></div><div><div id=a><p>$<p>$<p>$</div><p>x</div>", "a");
        assert_body("<body><p>$<p>$", "body");
        assert_body("<body><table><tr><td>Menu<td id=a><p>$<p>$</table>", "a");
    }

    #[test]
    fn comments_that_outweigh_the_article_are_not_it() {
        assert_body(
            "<body><div id=a class=story-body><p>$<p>$</div><div class=comments><p>$</div><div class=comments><p>$</div>",
            "a",
        );
    }
}
