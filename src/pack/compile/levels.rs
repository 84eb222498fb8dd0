//! Rules that use what other rules found: whom they wait for, what they take, and in which order all of them run.
//!
//! Names are resolved when every pack is compiled, since a rule may wait for one of another pack. Rules that wait for one
//! another are refused.

use super::Source;
use crate::pack::error::{PackError, did_you_mean};
use crate::pack::library::Library;
use crate::pack::node::{Node, NodeValue};
use compact_str::{CompactString, format_compact};
use std::collections::BTreeMap;

impl Source<'_> {
    /// The rules that a rule waits for, as `pack/rule`.
    pub(super) fn after_ids(&self, rule: &Node) -> Vec<CompactString> {
        let names = rule.get("after").map_or(&[][..], Node::items).iter().filter_map(Node::text);
        names
            .map(|name| if name.contains('/') { name.into() } else { format_compact!("{}/{name}", self.name) })
            .collect()
    }
}

/// `[role]` or `{role: theirs}`: own role, and the role it is taken from.
pub(super) fn taken(node: Option<&Node>) -> Vec<(CompactString, CompactString)> {
    let Some(node) = node else { return Vec::new() };
    match &node.value {
        NodeValue::Map(entries) => {
            let pairs = entries.iter().filter_map(|(own, theirs)| Some((own.text()?.into(), theirs.text()?.into())));
            pairs.collect()
        }
        _ => node.texts().map(|role| (role.into(), role.into())).collect(),
    }
}

/// Finds the level of every rule; names that are none, roles that do not fit and circles are problems.
pub(in crate::pack) fn resolve(library: &mut Library, sources: &[Source<'_>], problems: &mut Vec<PackError>) {
    if library.rules.iter().all(|rule| rule.after.is_empty() && rule.take.is_empty()) {
        return;
    }
    let known = problems.len();
    for source in sources {
        for node in
            source.list("claims").iter().filter(|node| node.get("after").is_some() || node.get("take").is_some())
        {
            check(library, source, node, problems);
        }
    }
    if problems.len() == known {
        order(library, sources, problems);
    }
}

fn check(library: &Library, source: &Source<'_>, node: &Node, problems: &mut Vec<PackError>) {
    let id = format_compact!("{}/{}", source.name, node.get("id").and_then(Node::text).unwrap_or(""));
    let Some(rule) = library.rule(&id) else { return };
    let own = library.predicates.get(&rule.predicate);
    if let (None, Some(take)) = (node.get("after"), node.get("take")) {
        problems.push(source.error(
            take,
            "`take` stands without `after`".to_owned(),
            "name the rule to take from: `after: met`",
        ));
    }
    for (name, after) in node.get("after").map_or(&[][..], Node::items).iter().zip(&rule.after) {
        let Some(other) = library.rule(after) else {
            let prefix = format!("{}/", source.name);
            let ids = library.rules.iter().map(|rule| rule.id.as_str());
            let names: Vec<&str> = ids.clone().filter_map(|id| id.strip_prefix(&prefix)).collect();
            let text = name.text().unwrap_or("");
            let help = if text.contains('/') { did_you_mean(text, ids) } else { did_you_mean(text, names) };
            problems.push(source.error(name, format!("no rule `{after}`"), help));
            continue;
        };
        let theirs = library.predicates.get(&other.predicate);
        let take = node.get("take").unwrap_or(node);
        for (mine, their) in &rule.take {
            for (role, predicate) in [(mine, own), (their, theirs)] {
                let Some(predicate) = predicate.filter(|predicate| !predicate.roles.contains_key(role)) else {
                    continue;
                };
                let help = did_you_mean(role, predicate.roles.keys().map(CompactString::as_str));
                problems.push(source.error(take, format!("`{}` has no role `{role}`", predicate.id), help));
            }
        }
    }
}

/// Gives each rule its level, lowest first; what is left over waits for itself.
fn order(library: &mut Library, sources: &[Source<'_>], problems: &mut Vec<PackError>) {
    let mut levels: BTreeMap<CompactString, usize> =
        library.rules.iter().filter(|rule| rule.after.is_empty()).map(|rule| (rule.id.clone(), 0)).collect();
    let mut waiting: Vec<usize> = (0..library.rules.len()).filter(|&at| !library.rules[at].after.is_empty()).collect();
    loop {
        let before = waiting.len();
        waiting.retain(|&at| {
            let rule = &library.rules[at];
            let highest = rule.after.iter().map(|after| levels.get(after)).collect::<Option<Vec<_>>>();
            let Some(highest) = highest.and_then(|levels| levels.into_iter().max().copied()) else { return true };
            levels.insert(rule.id.clone(), highest + 1);
            false
        });
        if waiting.is_empty() || waiting.len() == before {
            break;
        }
    }
    for at in &waiting {
        let id = &library.rules[*at].id;
        for source in sources {
            let nodes = source.list("claims").iter().filter_map(|node| node.get("id").zip(node.get("after")));
            for (name, after) in
                nodes.filter(|(name, _)| format!("{}/{}", source.name, name.text().unwrap_or("")) == **id)
            {
                let message =
                    format!("`{}` and the rules under its `after` wait for one another", name.text().unwrap_or(""));
                problems.push(source.error(after, message, "let one of them wait for none of the others"));
            }
        }
    }
    for rule in &mut library.rules {
        rule.level = levels.get(&rule.id).copied().unwrap_or(0);
    }
}
