//! What a page says of its article in schema.org's terms (JSON-LD): headline, date, publisher.

use crate::ingest::unpack::{Kind, Tree};
use serde_json::Value;

/// Objects of a page that are looked at.
const MOST: usize = 500;

/// What schema.org's vocabulary says of the article.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct LinkedData {
    pub(super) headline: Option<String>,
    pub(super) published: Option<String>,
    pub(super) publisher: Option<String>,
}

/// Reads the scripts of linked data in a page; one that is no JSON is passed over.
pub(super) fn linked_data(tree: &Tree<'_>) -> LinkedData {
    let mut values: Vec<Value> = Vec::new();
    for (at, _) in
        tree.elements().filter(|(_, element)| element.name == "script" && element.says("type", "application/ld+json"))
    {
        let text = tree.nodes().get(at + 1..tree.end(at)).unwrap_or_default().iter().find_map(|node| match node.kind {
            Kind::Text(span, _) => Some(span.of(tree.source)),
            Kind::Element(_) => None,
        });
        values.extend(text.and_then(|text| serde_json::from_str::<Value>(text.trim()).ok()));
    }
    let mut objects = Vec::new();
    for value in &values {
        collect(value, &mut objects);
    }
    let article = objects.iter().find(|object| is_article(object)).copied();
    let text = |object: &Value, key: &str| object.get(key).and_then(Value::as_str).map(str::to_owned);
    let publisher = |object: &Value| name_of(object.get("publisher")?, &objects);
    let site =
        || objects.iter().find(|object| has_type(object, |name| name == "WebSite")).and_then(|site| text(site, "name"));
    LinkedData {
        headline: article.and_then(|article| text(article, "headline").or_else(|| text(article, "name"))),
        published: article.and_then(|article| text(article, "datePublished")).or_else(|| {
            objects
                .iter()
                .filter(|object| has_type(object, |name| name == "WebPage"))
                .find_map(|page| text(page, "datePublished"))
        }),
        publisher: article.and_then(publisher).or_else(site),
    }
}

/// The objects of a value: itself, those of a list, those under `@graph`.
fn collect<'a>(value: &'a Value, objects: &mut Vec<&'a Value>) {
    if objects.len() >= MOST {
        return;
    }
    match value {
        Value::Array(all) => all.iter().for_each(|value| collect(value, objects)),
        Value::Object(object) => {
            objects.push(value);
            for key in ["@graph", "mainEntity", "mainEntityOfPage"] {
                if let Some(inner) = object.get(key) {
                    collect(inner, objects);
                }
            }
        }
        _ => {}
    }
}

fn has_type(object: &Value, wanted: impl Fn(&str) -> bool) -> bool {
    match object.get("@type") {
        Some(Value::String(name)) => wanted(name),
        Some(Value::Array(names)) => names.iter().filter_map(Value::as_str).any(wanted),
        _ => false,
    }
}

fn is_article(object: &Value) -> bool {
    has_type(object, |name| name.ends_with("Article") || matches!(name, "BlogPosting" | "LiveBlogPosting" | "Report"))
}

/// The name of a body that is given as an object, a list of them, or a reference to another object of the page.
fn name_of(body: &Value, objects: &[&Value]) -> Option<String> {
    let body = match body {
        Value::Array(all) => all.first()?,
        other => other,
    };
    let named = |value: &Value| value.get("name").and_then(Value::as_str).map(str::to_owned);
    named(body).or_else(|| {
        let id = body.get("@id")?.as_str()?;
        objects
            .iter()
            .filter(|object| object.get("@id").and_then(Value::as_str) == Some(id))
            .find_map(|object| named(object))
    })
}

#[cfg(test)]
mod tests {
    use super::super::parse::parse;
    use super::*;

    fn read(json: &str) -> LinkedData {
        linked_data(&parse(&format!("<script type='application/ld+json'>{json}</script>")).unwrap())
    }

    #[test]
    fn an_article_in_a_graph_with_its_publisher_elsewhere() {
        let found = read(
            r#"{"@graph": [{"@type": "WebPage", "datePublished": "2020-01-01"},
                {"@type": ["NewsArticle"], "headline": "Wall falls", "datePublished": "2026-03-05T17:20:00+01:00",
                 "publisher": {"@id": "/#us"}}, {"@type": "Organization", "@id": "/#us", "name": "Harbour Post"}]}"#,
        );
        assert_eq!(found.headline.as_deref(), Some("Wall falls"));
        assert_eq!(found.published.as_deref(), Some("2026-03-05T17:20:00+01:00"));
        assert_eq!(found.publisher.as_deref(), Some("Harbour Post"));
    }

    #[test]
    fn what_is_broken_says_nothing() {
        assert_eq!(read("{\"@type\": \"NewsArticle\", \"headline\": \"x\""), LinkedData::default());
        assert_eq!(read(&"[".repeat(100_000)), LinkedData::default());
        assert_eq!(read("[1, null, {\"@type\": 3}]"), LinkedData::default());
    }
}
