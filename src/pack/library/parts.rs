//! What one pack adds to the library beside its predicates.

use super::{KnownEntity, Library, files};
use crate::pack::compile::{Lists, Predicates, Source};
use crate::pack::error::{PackError, did_you_mean};
use crate::pack::node::Node;
use crate::pack::pattern::{Scope, SlotType, WordSet};
use crate::pack::shape;
use std::collections::BTreeSet;

impl Library {
    /// What one pack holds beside its predicates, and its problems.
    pub(super) fn of_one(
        source: &Source<'_>,
        predicates: &Predicates,
        lists: Option<&Lists>,
    ) -> (Self, Vec<PackError>) {
        let (mut pack, mut problems, none) = (Self::default(), Vec::new(), Lists::new());
        let scope = Scope::new(lists.unwrap_or(&none));
        pack.rules = source.rules(predicates, &scope, &mut problems);
        pack.checks = source.checks(predicates, &mut problems);
        let used = scope.used.into_inner();
        let declared = source.root.get("vars").map_or(&[][..], Node::entries);
        let names: BTreeSet<&str> = declared.iter().filter_map(|(name, _)| name.text()).collect();
        pack.unused = names
            .into_iter()
            .filter(|name| !used.contains_key(*name))
            .map(|name| (source.name.clone(), name.into()))
            .collect();
        pack.add_words(source, &mut problems);
        for entity in source.root.get("entities").map_or(&[][..], Node::items) {
            pack.entities.push(KnownEntity {
                name: entity.get("name").and_then(Node::text).unwrap_or("").to_owned(),
                kind: entity.get("kind").and_then(Node::text).and_then(SlotType::named),
                aliases: entity
                    .get("aliases")
                    .map(|node| node.texts().map(str::to_owned).collect())
                    .unwrap_or_default(),
            });
        }
        pack.packs.push(files::info(source));
        (pack, problems)
    }

    /// The nouns, nominal verbs and silent verbs of a pack.
    fn add_words(&mut self, source: &Source<'_>, problems: &mut Vec<PackError>) {
        for (name, words) in source.root.get("nouns").map_or(&[][..], Node::entries) {
            let text = name.text().unwrap_or("");
            if let Some(slot_type) = SlotType::named(text).filter(|slot_type| slot_type.is_phrase()) {
                self.nouns.push((slot_type, WordSet::new(words.texts().flat_map(|text| text.split('|')))));
            } else {
                let help = did_you_mean(text, ["person", "body", "party", "place", "thing"]);
                problems.push(source.file.error(name.span, format!("`{text}` is no type of noun"), help));
            }
        }
        if let Some(verbs) = source.root.get("silent") {
            self.silent = WordSet::new(verbs.texts().flat_map(|text| text.split('|')));
        }
        for (name, words) in source.root.get("nominals").map_or(&[][..], Node::entries) {
            let text = name.text().unwrap_or("");
            if shape::NOMINALS.contains(&text) {
                self.nominals.push((text.into(), WordSet::new(words.texts().flat_map(|text| text.split('|')))));
            } else {
                let help = did_you_mean(text, shape::NOMINALS.iter().copied());
                problems.push(source.file.error(name.span, format!("verbs cannot make an event `{text}`"), help));
            }
        }
    }

    /// Adds what one pack holds.
    pub(super) fn take(&mut self, pack: Self) {
        self.packs.extend(pack.packs);
        self.rules.extend(pack.rules);
        self.checks.extend(pack.checks);
        self.entities.extend(pack.entities);
        self.nouns.extend(pack.nouns);
        self.nominals.extend(pack.nominals);
        self.unused.extend(pack.unused);
        if self.silent.is_empty() {
            self.silent = pack.silent;
        } else if !pack.silent.is_empty() {
            let words: Vec<String> = self.silent.iter().chain(pack.silent.iter()).collect();
            self.silent = WordSet::new(words.iter().map(String::as_str));
        }
    }
}
