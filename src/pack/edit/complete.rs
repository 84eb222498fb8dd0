//! What can stand at the cursor: keys and words of the shape, predicates, roles and their types, word lists, packs.

use super::names::{lists, predicates, roles};
use super::outline::{self, Line};
use crate::pack::builtin;
use crate::pack::pattern::SlotType;
use crate::pack::shape::{self, Key, Shape};
use std::collections::BTreeMap;

/// What a completion stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CompletionKind {
    /// A key of a mapping.
    Key,
    /// One of the words that are allowed.
    Word,
    /// The name of something: a predicate, a role, a word list, a pack.
    Name,
}

/// Something that can stand at the cursor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Completion {
    /// What is written.
    pub text: String,
    /// What it stands for.
    pub kind: CompletionKind,
    /// What it is for, one line; may be empty.
    pub about: String,
}

/// What can stand at the end of the last of `lines`, in the pack `text` that they are the first lines of.
#[must_use]
pub fn complete(text: &str, lines: &[&str]) -> Vec<Completion> {
    let Some(last) = lines.last() else { return Vec::new() };
    let path = outline::path(lines);
    let line = outline::line(last);
    if let Some(found) = in_pattern(text, lines, &path, line, last) {
        return found;
    }
    match line {
        Some(Line { key: Some(key), rest, .. }) => values(text, &path, key, rest),
        // A list under its key: `needs:`, and below it `- `.
        _ if path.last().is_some_and(|key| takes_words(&path[..path.len() - 1], key)) => {
            let (key, outer) = (path[path.len() - 1], &path[..path.len() - 1]);
            values(text, outer, key, "")
        }
        _ => keys_of(shape_at(&path)).iter().map(|key| named(key.name, CompletionKind::Key, key.about)).collect(),
    }
}

/// What the key that `word` is, under the keys of `path`, is for.
#[must_use]
pub fn key_about(lines: &[&str]) -> Option<&'static str> {
    let line = outline::line(lines.last()?)?;
    let keys = keys_of(shape_at(&outline::path(lines)));
    keys.iter().find(|key| Some(key.name) == line.key).map(|key| key.about)
}

fn named(text: &str, kind: CompletionKind, about: &str) -> Completion {
    Completion { text: text.to_owned(), kind, about: about.to_owned() }
}

fn names(found: BTreeMap<String, String>) -> Vec<Completion> {
    found.into_iter().map(|(name, about)| named(&name, CompletionKind::Name, &about)).collect()
}

fn words(list: &[&str]) -> Vec<Completion> {
    list.iter().map(|word| named(word, CompletionKind::Word, "")).collect()
}

/// The shape under some keys; names that people choose stand for any.
fn shape_at(path: &[&str]) -> Option<&'static Shape> {
    path.iter().try_fold(&shape::PACK, |shape, key| under(shape, key))
}

fn under(shape: &'static Shape, name: &str) -> Option<&'static Shape> {
    match shape {
        Shape::Object(keys) | Shape::Objects(keys) => keys.iter().find(|key| key.name == name).map(|key| &key.shape),
        Shape::Map(inner) => Some(inner),
        Shape::List(inner) => under(inner, name),
        Shape::Either(_, mapping) => under(mapping, name),
        _ => None,
    }
}

fn keys_of(shape: Option<&'static Shape>) -> &'static [Key] {
    match shape {
        Some(Shape::Object(keys) | Shape::Objects(keys)) => keys,
        Some(Shape::List(inner)) => keys_of(Some(inner)),
        Some(Shape::Either(_, mapping)) => keys_of(Some(mapping)),
        _ => &[],
    }
}

fn takes_words(path: &[&str], key: &str) -> bool {
    let shape = shape_at(path).and_then(|shape| under(shape, key));
    matches!(shape, Some(Shape::Texts | Shape::SomeOf(_) | Shape::List(_))) && keys_of(shape).is_empty()
}

/// What can stand after `key:`.
fn values(text: &str, path: &[&str], key: &str, rest: &str) -> Vec<Completion> {
    match (path, key) {
        ([], "needs") => words(&builtin::PACKS.iter().map(|pack| pack.name).collect::<Vec<_>>()),
        (["claims"], "predicate")
        | (["checks"], "compare")
        | (["predicates", _], "opposite" | "implies" | "presupposes") => names(predicates(text)),
        (["predicates", _], "roles") | (["predicates", _, "roles"], _) => types(),
        (["predicates", predicate], "symmetric" | "one" | "key" | "apart" | "cumulative" | "single_holder") => {
            names(roles(text, predicate))
        }
        _ => match shape_at(path).and_then(|shape| under(shape, key)) {
            Some(Shape::OneOf(allowed) | Shape::SomeOf(allowed)) => words(allowed),
            Some(Shape::Flag) => words(&["true", "false"]),
            // `set: {` and what follows, on one line.
            inner if rest.starts_with('{') => flow_values(inner, rest),
            _ => Vec::new(),
        },
    }
}

/// What can stand at the end of a mapping in flow style that is still open.
fn flow_values(shape: Option<&'static Shape>, rest: &str) -> Vec<Completion> {
    let keys = keys_of(shape);
    let last = rest.rsplit(['{', ',']).next().unwrap_or("");
    match last.split_once(':') {
        Some((key, _)) => match keys.iter().find(|known| known.name == key.trim()).map(|key| &key.shape) {
            Some(Shape::OneOf(allowed) | Shape::SomeOf(allowed)) => words(allowed),
            Some(Shape::Flag) => words(&["true", "false"]),
            _ => Vec::new(),
        },
        None => keys.iter().map(|key| named(key.name, CompletionKind::Key, key.about)).collect(),
    }
}

fn types() -> Vec<Completion> {
    words(&SlotType::ALL.iter().map(|(name, _)| *name).collect::<Vec<_>>())
}

/// Inside a pattern: a word list after `@`, a role after `{`, its type after `{role:`.
fn in_pattern(
    text: &str,
    lines: &[&str],
    path: &[&str],
    line: Option<Line<'_>>,
    last: &str,
) -> Option<Vec<Completion>> {
    let tail = last.rsplit(|c: char| !(c.is_alphanumeric() || c == '_')).next().unwrap_or("");
    if last[..last.len() - tail.len()].ends_with('@') {
        return Some(names(lists(text)));
    }
    let key = line.and_then(|line| line.key).or(path.last().copied())?;
    let in_rule = path.first() == Some(&"claims");
    if !in_rule || !matches!(key, "match" | "unless" | "has") {
        return None;
    }
    let open = last.rfind('{').filter(|at| !last[*at..].contains('}'))?;
    if last[open..].contains(':') {
        return Some(types());
    }
    // The rule's predicate stands in the lines above, or below.
    let start = lines.iter().rposition(|line| line.trim_start().starts_with("- id:"))?;
    let rule = text.lines().skip(start).filter_map(outline::line);
    let predicate = rule.take(40).find(|line| line.key == Some("predicate"))?.rest.trim();
    Some(names(roles(text, predicate)))
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEAD: &str = "pack: p\nneeds: [core, meetings]\nvars:\n  gifts: [vase]\npredicates:\n  lend:\n    roles: {agent: party, thing: thing}\nclaims:\n  - id: lent\n    predicate: lend\n";

    fn at(line: &str) -> Vec<String> {
        let text = format!("{HEAD}{line}");
        let lines: Vec<&str> = text.split('\n').collect();
        complete(&text, &lines).into_iter().map(|completion| completion.text).collect()
    }

    #[track_caller]
    fn offers(line: &str, wanted: &[&str], unwanted: &[&str]) {
        let found = at(line);
        for word in wanted {
            assert!(found.iter().any(|text| text == word), "{word} is missing: {found:?}");
        }
        for word in unwanted {
            assert!(found.iter().all(|text| text != word), "{word} is too much: {found:?}");
        }
    }

    #[test]
    fn keys_come_from_the_shape() {
        offers("ch", &["checks", "vars"], &["match"]);
        offers("    ", &["match", "when"], &["checks", "polarity"]);
        offers("    set:\n      ", &["polarity", "modality"], &["match"]);
        offers("    set: {", &["polarity", "status"], &["match"]);
        offers("  - ", &["id", "predicate"], &["checks"]);
    }

    #[test]
    fn words_and_names_come_after_keys() {
        offers("    set:\n      polarity: ", &["positive", "negative"], &["planned"]);
        offers("    set: {modality: ", &["planned"], &["negative"]);
        offers("  - id: x\n    predicate: ", &["lend", "meet"], &[]);
        offers("needs: [", &["travel"], &[]);
        offers("needs:\n  - ", &["travel"], &["pack"]);
    }

    #[test]
    fn patterns_know_lists_roles_and_types() {
        offers("    match: '{agent} <lend> @gi", &["gifts"], &["agent"]);
        offers("    match: '{", &["agent", "thing"], &["person"]);
        offers("    match: '{agent:", &["person", "party"], &["thing:"]);
        offers("    match:\n      - '{agent:party} <lend> {", &["thing"], &["gifts"]);
    }

    #[test]
    fn a_key_says_what_it_is_for() {
        assert_eq!(
            key_about(&["claims:", "  - id: a", "    within: clause"]),
            Some("Where `unless` looks. Default: clause.")
        );
        assert_eq!(key_about(&["x"]), None);
    }
}
