//! What a page says of its article: title, outlet, date of publication.
//!
//! Machines are told these in several vocabularies at once; the most exact is asked first. Dates of change are never
//! taken for dates of publication.

use super::linked_data::linked_data;
use crate::ingest::published;
use crate::ingest::unpack::{Element, NodeIndex, Tree};
use crate::source::Published;

/// What is known of an article besides its text.
#[derive(Debug, Default)]
pub(in crate::ingest) struct Metadata {
    pub(in crate::ingest) title: Option<String>,
    pub(in crate::ingest) source: Option<String>,
    pub(in crate::ingest) published: Option<Published>,
}

/// Names under which pages state when the article came out, in the order in which they are believed.
const DATES: [&str; 15] = [
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "dcterms.issued",
    "dc.date.issued",
    "dcterms.created",
    "dc.date",
    "dcterms.date",
    "citation_publication_date",
    "pubdate",
    "publish-date",
    "publishdate",
    "date",
];
const TITLES: [&str; 5] = ["og:title", "twitter:title", "dc.title", "dcterms.title", "parsely-title"];
const OUTLETS: [&str; 6] =
    ["og:site_name", "application-name", "dc.publisher", "dcterms.publisher", "citation_publisher", "publisher"];
/// Signs between an article's title and the outlet's name.
const SIGNS: [&str; 6] = [" | ", " - ", " – ", " — ", " :: ", " • "];

/// Reads a page; `article` is the element that holds the article.
pub(super) fn metadata(tree: &Tree<'_>, article: Option<NodeIndex>, headline: Option<NodeIndex>) -> Metadata {
    let linked = linked_data(tree);
    let source = linked
        .publisher
        .clone()
        .or_else(|| stated(tree, &OUTLETS))
        .map(|name| closed(&name))
        .filter(|name| !name.is_empty());
    let heading = headline.map(|at| tree.text(at)).filter(|text| !text.is_empty());
    let title = heading
        .or(linked.headline)
        .or_else(|| stated(tree, &TITLES))
        .or_else(|| tree.elements().find(|(_, element)| element.name == "title").map(|(at, _)| tree.text(at)));
    let title = title.map(|title| without_outlet(&closed(&title), source.as_deref())).filter(|title| !title.is_empty());
    let published = linked
        .published
        .as_deref()
        .and_then(published::find)
        .or_else(|| DATES.iter().find_map(|name| published::find(&meta(tree, name)?)))
        .or_else(|| time(tree, article, headline));
    Metadata { title, source, published }
}

/// The value of the first of these names that the page states.
fn stated(tree: &Tree<'_>, names: &[&str]) -> Option<String> {
    names.iter().find_map(|name| meta(tree, name))
}

fn meta(tree: &Tree<'_>, name: &str) -> Option<String> {
    let states = |element: &Element| ["property", "name", "itemprop"].iter().any(|key| element.says(key, name));
    let found = tree.elements().filter(|(_, element)| element.name == "meta" && states(element));
    found.filter_map(|(_, element)| element.attribute("content")).find(|value| !value.is_empty()).map(str::to_owned)
}

/// The date of an element that says it is one: the article's own, above or below its text.
fn time(tree: &Tree<'_>, article: Option<NodeIndex>, headline: Option<NodeIndex>) -> Option<Published> {
    let read = |element: &Element| {
        element.attribute("datetime").or_else(|| element.attribute("content")).and_then(published::find)
    };
    let mut marked = tree.elements().filter(|(_, element)| {
        element.says("itemprop", "datePublished") || (element.name == "time" && element.attribute("pubdate").is_some())
    });
    if let Some(found) = marked.find_map(|(at, element)| read(element).or_else(|| published::find(&tree.text(at)))) {
        return Some(found);
    }
    // Others only near the headline: what stands elsewhere may be of another article.
    let article = article?;
    let from = headline.unwrap_or(article).min(article);
    let near = tree.elements().skip_while(|(at, _)| *at < from).take_while(|(at, _)| *at < tree.end(article));
    near.filter(|(_, element)| element.name == "time" && !is_change(element)).find_map(|(_, element)| read(element))
}

fn is_change(element: &Element) -> bool {
    let words =
        [element.attribute("class"), element.attribute("itemprop")].into_iter().flatten().map(str::to_ascii_lowercase);
    words.into_iter().any(|word| word.contains("modified") || word.contains("updated"))
}

/// The title as browsers show it, without the outlet's name at its end or its start.
fn without_outlet(title: &str, source: Option<&str>) -> String {
    let Some(source) = source else { return title.to_owned() };
    let parts = SIGNS.iter().filter_map(|sign| title.rsplit_once(sign));
    let cut = parts.filter(|(_, last)| last.trim().eq_ignore_ascii_case(source)).map(|(first, _)| first.trim()).next();
    cut.unwrap_or(title).to_owned()
}

/// White space closed up.
fn closed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::super::parse::parse;
    use super::*;

    fn read(page: &str) -> Metadata {
        let tree = parse(page).unwrap();
        let find = |name: &str| tree.elements().find(|(_, element)| element.name == name).map(|(at, _)| at);
        metadata(&tree, find("article"), find("h1"))
    }

    #[test]
    fn open_graph() {
        let found = read(
            "<title>Wall falls | Harbour Post</title><meta property='og:title' content='Wall&#39;s fall'>\
             <meta property='og:site_name' content='Harbour Post'>\
             <meta property='article:modified_time' content='2026-03-09'>\
             <meta property='article:published_time' content='2026-03-05T17:20:00+01:00'>",
        );
        assert_eq!((found.title.as_deref(), found.source.as_deref()), (Some("Wall's fall"), Some("Harbour Post")));
        assert_eq!(found.published.map(|day| day.date.to_string()).as_deref(), Some("2026-03-05"));
    }

    #[test]
    fn a_plain_page_has_its_title_and_the_time_near_its_headline() {
        let found = read(
            "<title>Wall falls - Harbour Post</title><meta name=application-name content='Harbour Post'>\
             <time datetime=2020-01-01>Other</time><article><h1>Wall</h1><time class=updated datetime=2026-03-07></time>\
             <time datetime='2026-03-05 09:00'>5 March</time></article>",
        );
        assert_eq!(found.title.as_deref(), Some("Wall"));
        assert_eq!(found.published.map(|day| day.date.to_string()).as_deref(), Some("2026-03-05"));
        assert_eq!(without_outlet("Wall falls - Harbour Post", Some("harbour post")), "Wall falls");
        assert_eq!(without_outlet("Wall - falls", Some("Harbour Post")), "Wall - falls");
    }

    #[test]
    fn a_date_of_change_is_none_of_publication() {
        assert!(read("<meta property='article:modified_time' content='2026-03-09'>").published.is_none());
    }
}
