//! What a pack may hold: one table, from which packs are validated and the JSON Schema is printed.
//!
//! A key is added here and read where it is compiled; nothing else knows the layout of the file.

mod keys;
mod schema;

pub(crate) use keys::{MODALITIES, NOMINALS, PACK, POLARITIES, STATUSES, TESTS};
pub(crate) use schema::json_schema;

use super::error::{PackError, PackFile, did_you_mean};
use super::node::{Node, NodeValue};
use std::fmt;

/// A key of a mapping.
pub(crate) struct Key {
    /// The key.
    pub(crate) name: &'static str,
    /// What stands under it.
    pub(crate) shape: Shape,
    /// Whether the mapping needs it.
    pub(crate) required: bool,
    /// What it is for; editors show it.
    pub(crate) about: &'static str,
}

/// What may stand in a place.
pub(crate) enum Shape {
    /// One text, number or date.
    Text,
    /// The name of a type of slot; which there are is told where it is compiled.
    Type,
    /// One text or several.
    Texts,
    /// `true` or `false`.
    Flag,
    /// One of these words.
    OneOf(&'static [&'static str]),
    /// One of these words, or several.
    SomeOf(&'static [&'static str]),
    /// A mapping with these keys.
    Object(&'static [Key]),
    /// A list of mappings with these keys.
    Objects(&'static [Key]),
    /// A mapping from names to this.
    Map(&'static Shape),
    /// A list of this.
    List(&'static Shape),
    /// One or the other: the first for scalars and lists, the second for mappings.
    Either(&'static Shape, &'static Shape),
}

/// Where a value stands, in words for an error: put together only when there is one.
#[derive(Clone, Copy)]
pub(crate) enum Place<'a> {
    /// The file.
    File(&'static str),
    /// What a key holds.
    Key(&'a str),
    /// What a name holds in a mapping.
    Of(&'a str, &'a Place<'a>),
}

impl fmt::Display for Place<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File(name) => formatter.write_str(name),
            Self::Key(name) => write!(formatter, "`{name}`"),
            Self::Of(name, place) => write!(formatter, "`{name}` of {place}"),
        }
    }
}

/// Finds everything in `node` that `shape` does not allow.
pub(crate) fn validate(file: &PackFile, node: &Node, shape: &Shape, place: Place<'_>, problems: &mut Vec<PackError>) {
    let mut wrong = |expected: &str| {
        let message = format!("{place} should be {expected}, not {}", node.noun());
        problems.push(file.error(node.span, message, ""));
    };
    match shape {
        Shape::Text | Shape::Type if node.text().is_none() => wrong("a text"),
        Shape::Texts => match &node.value {
            NodeValue::Scalar(_) => {}
            NodeValue::List(items) => items.iter().for_each(|item| validate(file, item, &Shape::Text, place, problems)),
            _ => wrong("a text or a list of texts"),
        },
        Shape::Flag if !matches!(node.text(), Some("true" | "false")) => wrong("true or false"),
        Shape::OneOf(words) => one_of(file, node, words, place, problems),
        Shape::SomeOf(words) => node.items().iter().for_each(|item| one_of(file, item, words, place, problems)),
        Shape::Object(keys) => object(file, node, keys, place, problems),
        Shape::Objects(keys) => match &node.value {
            NodeValue::List(items) => items.iter().for_each(|item| object(file, item, keys, place, problems)),
            NodeValue::Null => {}
            _ => wrong("a list"),
        },
        Shape::Map(inner) => match &node.value {
            NodeValue::Map(entries) => {
                for (key, value) in entries {
                    validate(file, value, inner, Place::Of(key.text().unwrap_or("?"), &place), problems);
                }
            }
            NodeValue::Null => {}
            _ => wrong("a mapping"),
        },
        Shape::List(inner) => match &node.value {
            NodeValue::List(items) => items.iter().for_each(|item| validate(file, item, inner, place, problems)),
            NodeValue::Null => {}
            _ => wrong("a list"),
        },
        Shape::Either(plain, mapping) => {
            let inner = if matches!(node.value, NodeValue::Map(_)) { mapping } else { plain };
            validate(file, node, inner, place, problems);
        }
        Shape::Text | Shape::Type | Shape::Flag => {}
    }
}

fn one_of(file: &PackFile, node: &Node, words: &[&str], place: Place<'_>, problems: &mut Vec<PackError>) {
    let text = node.text().unwrap_or("");
    if !words.contains(&text) {
        let help = did_you_mean(text, words.iter().copied());
        problems.push(file.error(node.span, format!("{place} cannot be `{text}`"), help));
    }
}

fn object(file: &PackFile, node: &Node, keys: &[Key], place: Place<'_>, problems: &mut Vec<PackError>) {
    let NodeValue::Map(entries) = &node.value else {
        let message = format!("{place} should be a mapping, not {}", node.noun());
        problems.push(file.error(node.span, message, did_you_mean("", keys.iter().map(|key| key.name))));
        return;
    };
    for (name, value) in entries {
        let text = name.text().unwrap_or("");
        if let Some(key) = keys.iter().find(|key| key.name == text) {
            validate(file, value, &key.shape, Place::Key(text), problems);
        } else {
            let help = did_you_mean(text, keys.iter().map(|key| key.name));
            problems.push(file.error(name.span, format!("unknown key `{text}` in {place}"), help));
        }
    }
    for key in keys.iter().filter(|key| key.required && node.get(key.name).is_none()) {
        problems.push(file.error(node.span, format!("{place} has no `{}`", key.name), key.about));
    }
}
