//! What has a name in a pack and in those it builds on: predicates, their roles, word lists.

use super::outline;
use crate::pack::builtin;
use std::collections::BTreeMap;

/// This pack's text first, then the built-in ones.
fn texts(text: &str) -> impl Iterator<Item = (&str, &str)> {
    std::iter::once(("this pack", text)).chain(builtin::PACKS.iter().map(|pack| (pack.name, pack.text)))
}

/// The predicates that a pack can name, each with the pack that it is from.
pub(super) fn predicates(text: &str) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    for (pack, text) in texts(text) {
        for (name, _) in outline::children(text, &["predicates"]) {
            found.entry(name.to_owned()).or_insert_with(|| format!("predicate of {pack}"));
        }
    }
    found
}

/// The word lists that a pack can name, each with its words.
pub(super) fn lists(text: &str) -> BTreeMap<String, String> {
    let own = outline::children(text, &[]);
    let needs = own.iter().find(|(key, _)| *key == "needs").map_or("", |(_, rest)| rest);
    let mut found = BTreeMap::new();
    for (pack, text) in texts(text).filter(|(pack, _)| *pack == "this pack" || *pack == "core" || needs.contains(pack))
    {
        for (name, words) in outline::children(text, &["vars"]) {
            found.entry(name.to_owned()).or_insert_with(|| format!("{words} ({pack})"));
        }
    }
    found
}

/// The roles of a predicate, each with its type.
pub(super) fn roles(text: &str, predicate: &str) -> BTreeMap<String, String> {
    let of = |text: &str| {
        outline::children(text, &["predicates", predicate, "roles"])
            .into_iter()
            .map(|(role, kind)| (role.to_owned(), kind.to_owned()))
            .collect::<BTreeMap<_, _>>()
    };
    texts(text).map(|(_, text)| of(text)).find(|roles| !roles.is_empty()).unwrap_or_default()
}
