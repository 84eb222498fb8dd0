//! What a pack changes in the packs it needs: words that join their lists, rules that are not to run.

use super::{Lists, Source};
use crate::pack::error::{PackError, did_you_mean};
use crate::pack::library::Library;
use crate::pack::node::Node;
use compact_str::{CompactString, format_compact};
use std::collections::{BTreeMap, BTreeSet};

/// What all packs of a run change in others.
#[derive(Debug, Default)]
pub(crate) struct Extensions {
    /// Words that join a list, by pack and list.
    words: BTreeMap<(CompactString, CompactString), Vec<String>>,
    /// Rules that are not to run, as `pack/rule`.
    off: BTreeSet<CompactString>,
}

impl Extensions {
    /// Reads what the packs say under `extend`; names of packs that are not needed and of lists that are not there are
    /// problems.
    pub(crate) fn of(sources: &[Source<'_>], problems: &mut Vec<PackError>) -> Self {
        let mut all = Self::default();
        for source in sources {
            let Some(extend) = source.root.get("extend") else { continue };
            for (name, words) in extend.get("vars").map_or(&[][..], Node::entries) {
                let Some((pack, list)) = source.of_needed(name, problems) else { continue };
                let lists = sources.iter().filter(|other| other.name == pack).flat_map(|other| other.section("vars"));
                let known: Vec<&str> = lists.filter_map(|(known, _)| known.text()).collect();
                if known.contains(&list) {
                    let joined = all.words.entry((pack.into(), list.into())).or_default();
                    joined.extend(words.texts().flat_map(|text| text.split('|')).map(|word| word.trim().to_owned()));
                } else {
                    let help = did_you_mean(list, known);
                    problems.push(source.error(name, format!("the pack `{pack}` has no word list `{list}`"), help));
                }
            }
            for name in extend.get("off").map_or(&[][..], Node::items) {
                if let Some((pack, rule)) = source.of_needed(name, problems) {
                    all.off.insert(format_compact!("{pack}/{rule}"));
                }
            }
        }
        all
    }

    /// Adds to the list of this name what others say of it.
    pub(super) fn join(&self, pack: &CompactString, list: &CompactString, words: &mut Vec<String>) {
        // The key is put together only where a pack extends anything, which few do.
        if !self.words.is_empty() {
            words.extend(self.words.get(&(pack.clone(), list.clone())).into_iter().flatten().cloned());
        }
    }

    /// Takes the rules that are off out of a library; those that are no rules are problems.
    pub(crate) fn switch_off(&self, library: &mut Library, sources: &[Source<'_>], problems: &mut Vec<PackError>) {
        if self.off.is_empty() {
            return;
        }
        for source in sources {
            let off = source.root.get("extend").and_then(|extend| extend.get("off"));
            for name in off.map_or(&[][..], Node::items) {
                let text = name.text().unwrap_or("");
                if self.off.contains(text) && library.rule(text).is_none() {
                    let help = did_you_mean(text, library.rules.iter().map(|rule| rule.id.as_str()));
                    problems.push(source.error(name, format!("no rule `{text}`"), help));
                }
            }
        }
        library.rules.retain(|rule| !self.off.contains(&rule.id));
    }
}

impl Source<'_> {
    /// `pack/name`, where this pack needs that one.
    fn of_needed<'n>(&self, node: &'n Node, problems: &mut Vec<PackError>) -> Option<(&'n str, &'n str)> {
        let text = node.text()?;
        let needs: Vec<&str> = self.root.get("needs").into_iter().flat_map(Node::texts).collect();
        match text.split_once('/') {
            Some((pack, name)) if needs.contains(&pack) => return Some((pack, name)),
            Some((pack, _)) => {
                let message = format!("`{pack}` is not among the packs that this one needs");
                problems.push(self.error(node, message, format!("write `needs: [{pack}]`")));
            }
            None => {
                let help = "write it with its pack, such as `meetings/met`";
                problems.push(self.error(node, format!("`{text}` names no pack"), help));
            }
        }
        None
    }
}

/// The lists of the packs that each pack needs are its own too.
pub(crate) fn inherited(source: &Source<'_>, lists: &BTreeMap<&str, Lists>) -> Lists {
    let needs = source.root.get("needs").into_iter().flat_map(Node::texts);
    let mut inherited = Lists::new();
    for need in needs.filter_map(|need| lists.get(need)) {
        inherited.extend(need.iter().map(|(name, words)| (name.clone(), words.clone())));
    }
    inherited
}

#[cfg(test)]
mod tests {
    use crate::pack::Library;

    const BASE: &str = "pack: base\nvars: {boats: [ferry], ships: [tanker, '@boats']}\npredicates: {dock: {roles: {ship: thing}}}\nclaims:\n  - {id: docked, predicate: dock, match: '{ship:thing of @ships} <dock>'}\n  - {id: moored, predicate: dock, match: '{ship:thing of @ships} <moor>'}\n";

    fn library(extend: &str) -> Result<Library, Vec<String>> {
        let own = format!("pack: own\nneeds: base\nextend: {extend}\n");
        Library::from_texts(&[("own.yaml", &own), ("base.yaml", BASE)], false)
            .map_err(|problems| problems.into_iter().map(|problem| problem.message).collect())
    }

    #[test]
    fn words_join_a_list_and_the_lists_that_take_it_in() {
        let library = library("{vars: {base/boats: [dhow]}}").unwrap_or_default();
        assert!(library.rules[0].patterns[0].slots()[0].of.contains("dhow"));
    }

    #[test]
    fn a_rule_that_is_off_does_not_run() {
        let ids = |library: &Library| library.rules.iter().map(|rule| rule.id.to_string()).collect::<Vec<_>>();
        assert_eq!(library("{off: base/moored}").map(|library| ids(&library)), Ok(vec!["base/docked".to_owned()]));
        assert_eq!(library("{}").map(|library| ids(&library).len()), Ok(2));
    }

    #[test]
    fn names_that_are_none_are_told() {
        assert_eq!(
            library("{vars: {base/boat: [x], boats: [x]}, off: [base/mored, core/open]}").err().unwrap_or_default(),
            [
                "the pack `base` has no word list `boat`",
                "`boats` names no pack",
                "no rule `base/mored`",
                "`core` is not among the packs that this one needs",
            ]
        );
    }
}
