//! From the tree of one file to predicates, rules and checks, with every problem at its place.

mod checks;
mod extend;
pub(super) mod levels;
mod predicates;
mod rules;

pub(super) use extend::{Extensions, inherited};

use super::error::{PackError, PackFile, did_you_mean};
use super::node::Node;
use super::predicate::Predicate;
use compact_str::CompactString;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Predicates by name.
pub(crate) type Predicates = BTreeMap<CompactString, Predicate>;
/// Word lists by name.
pub(crate) type Lists = BTreeMap<CompactString, Arc<[String]>>;

/// One pack on its way to the library.
pub(crate) struct Source<'a> {
    pub(crate) name: CompactString,
    pub(crate) file: &'a PackFile,
    pub(crate) root: &'a Node,
}

impl Source<'_> {
    pub(super) fn section(&self, name: &str) -> &[(Node, Node)] {
        self.root.get(name).map_or(&[], Node::entries)
    }

    pub(super) fn list(&self, name: &str) -> &[Node] {
        self.root.get(name).map_or(&[], Node::items)
    }

    /// A problem at the words of a scalar.
    pub(super) fn error(&self, node: &Node, message: String, help: impl Into<String>) -> PackError {
        self.file.error(node.span, message, help)
    }

    /// A name that must be one of `known`; its problem otherwise.
    pub(super) fn known<'k>(
        &self,
        node: &Node,
        what: &str,
        known: impl Iterator<Item = &'k CompactString> + Clone,
        problems: &mut Vec<PackError>,
    ) -> Option<CompactString> {
        let name = node.text()?;
        if known.clone().any(|candidate| candidate == name) {
            return Some(name.into());
        }
        let help = did_you_mean(name, known.map(CompactString::as_str));
        problems.push(self.error(node, format!("no {what} `{name}`"), help));
        None
    }

    /// The word lists that the pack declares, with `@other` taken in.
    ///
    /// `inherited` are those of the packs it needs, `extensions` what others add.
    pub(crate) fn lists(&self, inherited: Lists, extensions: &Extensions, problems: &mut Vec<PackError>) -> Lists {
        let mut lists = inherited;
        for (name, value) in self.section("vars") {
            let mut words = Vec::new();
            for item in value.items() {
                match item.text().unwrap_or("").strip_prefix('@') {
                    Some(other) => {
                        if let Some(list) = lists.get(other) {
                            words.extend(list.iter().cloned());
                        } else {
                            let mut help = did_you_mean(other, lists.keys().map(CompactString::as_str));
                            if help.is_empty() {
                                help.push_str("a list takes in those that stand before it");
                            }
                            problems.push(self.error(item, format!("no word list `@{other}` before this one"), help));
                        }
                    }
                    None => words.extend(item.text().unwrap_or("").split('|').map(|word| word.trim().to_owned())),
                }
            }
            let name: CompactString = name.text().unwrap_or("").into();
            extensions.join(&self.name, &name, &mut words);
            lists.insert(name, words.into());
        }
        lists
    }
}
