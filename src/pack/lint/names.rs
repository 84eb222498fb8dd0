//! Names that nothing uses, and what is used without an example.

use crate::pack::error::{PackError, PackFile, did_you_mean};
use crate::pack::library::Library;
use crate::pack::node::Node;
use crate::pack::rule::CompiledRule;
use compact_str::CompactString;
use std::collections::BTreeSet;

/// What whoever is to use a pack wants to know of it.
pub(super) fn identity(file: &PackFile, root: &Node, warnings: &mut Vec<PackError>) {
    let Some(name) = root.get("pack") else { return };
    let wanted = [
        ("version", "say which it is, such as `version: 0.1.0`: the lock file and `pack list` show it"),
        ("about", "say in one line what it is for"),
        ("licence", "say under which others may use it, such as `licence: CC0-1.0`"),
    ];
    for (key, help) in wanted.into_iter().filter(|(key, _)| root.get(key).is_none()) {
        warnings.push(file.error(name.span, format!("the pack has no `{key}`"), help));
    }
}

/// Word lists that no pattern uses, here or in a pack that needs this one.
pub(super) fn unused_lists(library: &Library, pack: &str, file: &PackFile, root: &Node, warnings: &mut Vec<PackError>) {
    if library.packs.iter().any(|other| other.needs.iter().any(|need| need == pack)) {
        return;
    }
    for (name, _) in root.get("vars").map_or(&[][..], Node::entries) {
        let text = name.text().unwrap_or("");
        if library.unused.iter().any(|(owner, list)| owner == pack && list == text) {
            warnings.push(file.error(name.span, format!("the word list `@{text}` is not used"), "remove it"));
        }
    }
}

/// Predicates of which nothing makes claims.
pub(super) fn idle(library: &Library, file: &PackFile, root: &Node, warnings: &mut Vec<PackError>) {
    let used: BTreeSet<&CompactString> = library.rules.iter().map(|rule| &rule.predicate).collect();
    for (name, _) in root.get("predicates").map_or(&[][..], Node::entries) {
        let text = name.text().unwrap_or("");
        let implied = library.predicates.values().any(|predicate| {
            predicate.implies.iter().chain(&predicate.presupposes).any(|implication| implication.predicate == text)
        });
        if !used.iter().any(|predicate| *predicate == text) && !implied {
            let help = did_you_mean(text, used.iter().map(|predicate| predicate.as_str()));
            warnings.push(file.error(name.span, format!("no rule makes claims of `{text}`"), help));
        }
    }
}

/// A rule wants an example that fires and one that does not.
pub(super) fn untested(file: &PackFile, id: &Node, examples: Option<&Node>, warnings: &mut Vec<PackError>) {
    let items = examples.map_or(&[][..], Node::items);
    let fires = |item: &&Node| item.get("claims").is_some_and(|claims| !claims.items().is_empty());
    let name = id.text().unwrap_or("");
    if !items.iter().any(|item| fires(&item)) {
        let help = "add one to tests.yaml beside the pack, with the claims it makes in full";
        warnings.push(file.error(id.span, format!("the rule `{name}` has no example that fires"), help));
    }
    if items.iter().all(|item| fires(&item)) {
        let help = "add one to tests.yaml with `claims: []` that uses the rule's words in another sense";
        warnings.push(file.error(id.span, format!("the rule `{name}` has no example that must not fire"), help));
    }
}

/// A check wants passages that conflict and passages that do not.
pub(super) fn untested_check(file: &PackFile, id: &Node, examples: Option<&Node>, warnings: &mut Vec<PackError>) {
    let name = id.text().unwrap_or("");
    for (flag, what) in [("true", "that conflicts"), ("false", "that must not conflict")] {
        let mut items = examples.map_or(&[][..], Node::items).iter();
        if !items.any(|item| item.get("conflict").and_then(Node::text) == Some(flag)) {
            let help = format!("add one under `checks` in tests.yaml, with `conflict: {flag}`");
            warnings.push(file.error(id.span, format!("the check `{name}` has no example {what}"), help));
        }
    }
}

/// Roles that nothing ever fills.
pub(super) fn unfilled(library: &Library, pack: &str, file: &PackFile, root: &Node, warnings: &mut Vec<PackError>) {
    for (name, body) in root.get("predicates").map_or(&[][..], Node::entries) {
        let id = name.text().unwrap_or("");
        let rules: Vec<&CompiledRule> = library.rules.iter().filter(|rule| rule.predicate == id).collect();
        let Some(predicate) = library.predicates.get(id).filter(|predicate| predicate.pack == pack) else { continue };
        if rules.is_empty() || !predicate.synonyms.is_empty() {
            continue;
        }
        let implied = library.predicates.values().flat_map(|other| other.implies.iter().chain(&other.presupposes));
        let implied: BTreeSet<&str> = implied
            .filter(|implication| implication.predicate == id)
            .flat_map(|implication| implication.bindings.iter().map(|binding| binding.target.as_str()))
            .collect();
        for (role, _) in body.get("roles").map_or(&[][..], Node::entries) {
            let text = role.text().unwrap_or("");
            let filled = rules.iter().any(|rule| {
                rule.attach.iter().any(|attachment| attachment.role == text)
                    || rule.take.iter().any(|(own, _)| own == text)
                    || rule.patterns.iter().any(|pattern| pattern.slots().iter().any(|slot| slot.role == text))
            });
            if !filled && !implied.contains(text) {
                let message = format!("no rule fills the role `{text}` of `{id}`");
                warnings.push(file.error(role.span, message, "fill it in a rule, or remove it"));
            }
        }
    }
}
