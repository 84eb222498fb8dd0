//! The rules of one pack: patterns compiled, roles checked against the predicate.

use super::levels::taken;
use super::{Predicates, Source};
use crate::pack::error::{PackError, did_you_mean};
use crate::pack::node::Node;
use crate::pack::pattern::{Pattern, Scope, SlotType, WordSet};
use crate::pack::predicate::Predicate;
use crate::pack::rule::{Attachment, CompiledRule, Conditions, Fixed, Guard};
use crate::pack::values;
use compact_str::{CompactString, format_compact};
use std::collections::BTreeSet;

impl Source<'_> {
    /// The pack's rules.
    pub(crate) fn rules(
        &self,
        predicates: &Predicates,
        scope: &Scope<'_>,
        problems: &mut Vec<PackError>,
    ) -> Vec<CompiledRule> {
        let mut seen = BTreeSet::new();
        let mut rules = Vec::new();
        for node in self.list("claims") {
            let (Some(id), Some(predicate)) = (node.get("id"), node.get("predicate")) else { continue };
            if !seen.insert(id.text().unwrap_or("")) {
                let message = format!("the rule `{}` is there twice", id.text().unwrap_or(""));
                problems.push(self.error(id, message, "rule ids are unique in their pack"));
            }
            // A rule of no known predicate is compiled all the same: its other problems are told at once.
            let name = self.known(predicate, "predicate", predicates.keys(), problems);
            let predicate = name.and_then(|name| predicates.get(&name));
            rules.push(self.rule(id.text().unwrap_or(""), node, predicate, scope, problems));
        }
        rules
    }

    fn rule(
        &self,
        id: &str,
        node: &Node,
        predicate: Option<&Predicate>,
        scope: &Scope<'_>,
        problems: &mut Vec<PackError>,
    ) -> CompiledRule {
        let mut patterns = Vec::new();
        let mut sources = Vec::new();
        for item in node.get("match").map_or(&[][..], Node::items) {
            if let Some(pattern) = self.pattern(item, scope, problems) {
                if let Some(predicate) = predicate {
                    self.roles_fit(item, &pattern, predicate, problems);
                }
                if matches!(&pattern, Pattern::Phrase(phrase) if phrase.triggers.is_empty()) {
                    let message = "the pattern has no word by which to find it".to_owned();
                    let help = "a phrase pattern needs a word that always stands there, such as `talks between`; a verb group is written <meet>";
                    problems.push(self.error(item, message, help));
                }
                patterns.push(pattern);
                sources.push(item.text().unwrap_or("").to_owned());
            }
        }
        CompiledRule {
            id: format_compact!("{}/{id}", self.name),
            predicate: predicate.map(|predicate| predicate.id.clone()).unwrap_or_default(),
            patterns,
            sources,
            attach: predicate.map(|predicate| self.attachments(node, predicate, problems)).unwrap_or_default(),
            set: fixed(node.get("set")),
            when: self.conditions(node.get("when"), scope, problems),
            unless: self.guards(node.get("unless"), scope, problems),
            within_sentence: node.get("within").and_then(Node::text) == Some("sentence"),
            after: self.after_ids(node),
            take: taken(node.get("take")),
            level: 0,
        }
    }

    fn attachments(&self, node: &Node, predicate: &Predicate, problems: &mut Vec<PackError>) -> Vec<Attachment> {
        let mut attach = Vec::new();
        for (role, prepositions) in node.get("attach").map_or(&[][..], Node::entries) {
            let Some(name) = self.known(role, "role", predicate.roles.keys(), problems) else { continue };
            let slot_type = predicate.roles.get(&name).copied().unwrap_or(SlotType::Any);
            let text = prepositions.text().unwrap_or("");
            let parts = || text.split('|').map(str::trim);
            let verbs = parts().filter_map(|part| part.strip_suffix('…')).map(|part| part.trim().into()).collect();
            let bare = parts().filter(|part| !part.ends_with('…'));
            let prepositions = (text != "any").then(|| WordSet::new(bare));
            attach.push(Attachment { role: name, slot_type, prepositions, verbs });
        }
        attach
    }

    /// A compiled pattern, or its problems at the characters meant.
    fn pattern(&self, item: &Node, scope: &Scope<'_>, problems: &mut Vec<PackError>) -> Option<Pattern> {
        let text = item.text()?;
        match Pattern::compile(text, scope) {
            Ok(pattern) => Some(pattern),
            Err(errors) => {
                for error in errors {
                    let span = self.file.part(item.span, text, error.at, error.length);
                    problems.push(self.file.error(span, error.message, error.help));
                }
                None
            }
        }
    }

    fn roles_fit(&self, item: &Node, pattern: &Pattern, predicate: &Predicate, problems: &mut Vec<PackError>) {
        let text = item.text().unwrap_or("");
        for slot in pattern.slots().into_iter().filter(|slot| !slot.role.is_empty()) {
            let span = || {
                let offset = text.find(&format!("{{{}:", slot.role)).map_or(0, |at| at + 1);
                self.file.part(item.span, text, offset, slot.role.len())
            };
            match predicate.roles.get(&slot.role) {
                None => {
                    let help = did_you_mean(&slot.role, predicate.roles.keys().map(CompactString::as_str));
                    problems.push(self.file.error(
                        span(),
                        format!("`{}` has no role `{}`", predicate.id, slot.role),
                        help,
                    ));
                }
                Some(&role) => {
                    if let Some(wrong) = slot.types.iter().find(|slot_type| !slot_type.fits(role)) {
                        let message =
                            format!("a {} cannot fill `{}`, which is a {}", wrong.name(), slot.role, role.name());
                        problems.push(self.file.error(span(), message, "change the slot's type or the role's"));
                    }
                }
            }
        }
    }

    fn guards(&self, node: Option<&Node>, scope: &Scope<'_>, problems: &mut Vec<PackError>) -> Vec<Guard> {
        let mut guards = Vec::new();
        for item in node.map_or(&[][..], Node::items) {
            let text = item.text().unwrap_or("");
            if text.contains(['{', '/', '(', '[', '<', '@', '…']) {
                match self.pattern(item, scope, problems) {
                    Some(Pattern::Clause(_)) => {
                        problems.push(self.error(item, "a verb group cannot stand here".to_owned(), "write its words"));
                    }
                    Some(pattern) => guards.push(Guard::Pattern(pattern)),
                    None => {}
                }
            } else {
                guards.push(Guard::Words(WordSet::new([text])));
            }
        }
        guards
    }

    fn conditions(&self, node: Option<&Node>, scope: &Scope<'_>, problems: &mut Vec<PackError>) -> Conditions {
        let Some(node) = node else { return Conditions::default() };
        let texts = |key: &str| node.get(key).map_or(&[][..], Node::items).iter().filter_map(Node::text);
        Conditions {
            polarity: node.get("polarity").and_then(Node::text).and_then(values::polarity),
            modality: texts("modality").filter_map(values::modality).collect(),
            tense: texts("tense").filter_map(values::tense).collect(),
            voice: node.get("voice").and_then(Node::text).and_then(values::voice),
            link: texts("link").filter_map(values::link).collect(),
            object: node.get("object").and_then(Node::text).map(|text| text == "true"),
            in_quotation: node.get("in_quotation").and_then(Node::text).map(|text| text == "true"),
            has: self.guards(node.get("has"), scope, problems),
        }
    }
}

fn fixed(node: Option<&Node>) -> Fixed {
    let text = |key: &str| node.and_then(|node| node.get(key)).and_then(Node::text);
    Fixed {
        polarity: text("polarity").and_then(values::polarity),
        modality: text("modality").and_then(values::modality),
        status: text("status").and_then(values::status),
    }
}
