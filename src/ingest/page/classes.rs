//! What an element is for, as its class, id or role says (`rules/pages/markup.txt`).

use crate::ingest::phrases::section;
use crate::ingest::unpack::Element;
use std::collections::BTreeSet;
use std::sync::LazyLock;

const SOURCE: &str = include_str!("../../../rules/pages/markup.txt");
/// Words of a class that are looked at; a page may put anything there.
const MOST: usize = 60;

/// Names of one purpose: each a word, or two that stand side by side.
struct Names {
    single: BTreeSet<&'static str>,
    double: BTreeSet<(&'static str, &'static str)>,
}

impl Names {
    fn new(name: &str) -> Self {
        let lines = section(SOURCE, name);
        let double = lines.iter().filter_map(|line| line.split_once(' ')).collect();
        Self { single: lines.into_iter().filter(|line| !line.contains(' ')).collect(), double }
    }

    fn holds(&self, classes: &[Vec<String>]) -> bool {
        classes.iter().any(|words| {
            words.iter().any(|word| self.single.contains(word.as_str()))
                || words.windows(2).any(|two| self.double.contains(&(two[0].as_str(), two[1].as_str())))
        })
    }
}

static FURNITURE: LazyLock<Names> = LazyLock::new(|| Names::new("furniture"));
static BODY: LazyLock<Names> = LazyLock::new(|| Names::new("body"));
static CAPTION: LazyLock<Names> = LazyLock::new(|| Names::new("caption"));
static BYLINE: LazyLock<Names> = LazyLock::new(|| Names::new("byline"));

/// The classes and the id of an element, each in its words, in lower case.
fn classes(element: &Element) -> Vec<Vec<String>> {
    let values = ["class", "id"].into_iter().filter_map(|name| element.attribute(name));
    values.flat_map(str::split_ascii_whitespace).take(MOST).map(words).collect()
}

/// `relatedLinks__item` is "related", "links", "item".
fn words(class: &str) -> Vec<String> {
    let mut found = vec![String::new()];
    let mut small = false;
    for character in class.chars().take(200) {
        let splits = !character.is_alphanumeric() || (character.is_uppercase() && small);
        if splits {
            found.push(String::new());
        }
        if let Some(last) = found.last_mut().filter(|_| character.is_alphanumeric()) {
            last.extend(character.to_lowercase());
        }
        small = character.is_lowercase();
    }
    found.retain(|word| !word.is_empty());
    found
}

/// Whether nothing of an element is ever shown as text.
pub(super) fn is_invisible(element: &Element) -> bool {
    let style = element.attribute("style").unwrap_or("");
    matches!(
        element.name.as_str(),
        "script"
            | "style"
            | "noscript"
            | "template"
            | "head"
            | "svg"
            | "math"
            | "select"
            | "textarea"
            | "button"
            | "iframe"
            | "object"
            | "video"
            | "audio"
            | "canvas"
            | "dialog"
            | "title"
    ) || element.attribute("hidden").is_some()
        || element.says("aria-hidden", "true")
        || style.split(';').any(|rule| {
            let rule: String = rule.chars().filter(|c| !c.is_whitespace()).collect();
            rule.eq_ignore_ascii_case("display:none") || rule.eq_ignore_ascii_case("visibility:hidden")
        })
}

/// Whether an element is a part of the page that is not the article.
pub(super) fn is_furniture(element: &Element) -> bool {
    let role = element.attribute("role").unwrap_or("");
    matches!(element.name.as_str(), "nav" | "aside" | "footer" | "form" | "menu")
        || matches!(role, "navigation" | "complementary" | "contentinfo" | "search" | "dialog" | "alertdialog" | "banner" | "menu" | "toolbar")
        // Words of a body's class are about the whole page ("has-sidebar"), those of a paragraph's about who may read it.
        || (!matches!(element.name.as_str(), "body" | "html" | "h1" | "main" | "article" | "p") && FURNITURE.holds(&classes(element)))
}

/// Whether an element says that it holds the article's paragraphs.
pub(super) fn is_body(element: &Element) -> bool {
    element.says("itemprop", "articleBody") || BODY.holds(&classes(element))
}

/// Whether an element is a caption.
pub(super) fn is_caption(element: &Element) -> bool {
    element.name == "figcaption" || CAPTION.holds(&classes(element))
}

/// Whether an element says who wrote the article, or when.
pub(super) fn is_byline(element: &Element) -> bool {
    matches!(element.attribute("itemprop"), Some("author" | "datePublished" | "dateModified"))
        || element.says("rel", "author")
        || element.name == "address"
        || BYLINE.holds(&classes(element))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn element(name: &str, class: &str) -> Element {
        Element { name: name.into(), attributes: vec![("class".into(), class.into())], content: 0 }
    }

    #[test]
    fn classes_are_read_by_their_words() {
        assert_eq!(words("relatedLinks__item-2"), ["related", "links", "item", "2"]);
        assert!(is_furniture(&element("div", "relatedLinks")));
        assert!(is_furniture(&element("div", "c-most-read__list")));
        assert!(!is_furniture(&element("div", "unrelated shareholder adjacent")));
        assert!(!is_furniture(&element("div", "the most to read")));
        assert!(is_body(&element("div", "articleBody")) && is_body(&element("section", "td-post-content")));
    }

    #[test]
    fn a_page_with_a_sidebar_is_no_sidebar() {
        assert!(!is_furniture(&element("body", "has-sidebar")));
        assert!(is_furniture(&element("div", "has-sidebar")));
    }
}
