//! From the tree of one file to predicates, rules and checks, with every problem at its place.

use super::error::{PackError, PackFile, did_you_mean};
use super::levels::taken;
use super::node::Node;
use super::pattern::{Pattern, Scope, SlotType, WordSet};
use super::predicate::{Binding, Implication, Lasting, Predicate, PredicateKind};
use super::rule::{Attachment, CompiledRule, Conditions, Fixed, Guard};
use super::values;
use crate::annotate::time::TimeRelation;
use crate::source::Span;
use compact_str::{CompactString, format_compact};
use std::collections::{BTreeMap, BTreeSet};

/// Predicates by name.
pub(crate) type Predicates = BTreeMap<CompactString, Predicate>;
/// Word lists by name.
pub(crate) type Lists = BTreeMap<CompactString, Vec<String>>;

/// One pack on its way to the library.
pub(crate) struct Source<'a> {
    pub(crate) name: CompactString,
    pub(crate) file: &'a PackFile,
    pub(crate) root: &'a Node,
}

impl Source<'_> {
    fn section(&self, name: &str) -> &[(Node, Node)] {
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
    pub(crate) fn lists(&self, inherited: &Lists, problems: &mut Vec<PackError>) -> Lists {
        let mut lists = inherited.clone();
        for (name, value) in self.section("vars") {
            let mut words = Vec::new();
            for item in value.items() {
                match item.text().unwrap_or("").strip_prefix('@') {
                    Some(other) => {
                        if let Some(list) = lists.get(other) {
                            words.extend(list.iter().cloned());
                        } else {
                            let help = did_you_mean(other, lists.keys().map(CompactString::as_str));
                            problems.push(self.error(item, format!("no word list `@{other}` before this one"), help));
                        }
                    }
                    None => words.extend(item.text().unwrap_or("").split('|').map(|word| word.trim().to_owned())),
                }
            }
            lists.insert(name.text().unwrap_or("").into(), words);
        }
        lists
    }

    /// The pack's predicates; references to other predicates are resolved in [`Self::logic`].
    pub(crate) fn predicates(&self, into: &mut Predicates, problems: &mut Vec<PackError>) {
        for (name, body) in self.section("predicates") {
            let id: CompactString = name.text().unwrap_or("").into();
            if let Some(other) = into.get(&id) {
                let message = format!("the predicate `{id}` is declared in pack `{}` already", other.pack);
                problems.push(self.error(name, message, "use that one, or take another name"));
                continue;
            }
            let predicate = self.predicate(id.clone(), body, problems);
            into.insert(id, predicate);
        }
    }

    fn predicate(&self, id: CompactString, body: &Node, problems: &mut Vec<PackError>) -> Predicate {
        let mut roles = BTreeMap::new();
        for (role, kind) in body.get("roles").map_or(&[][..], Node::entries) {
            let text = kind.text().unwrap_or("");
            if let Some(slot_type) = SlotType::named(text) {
                roles.insert(CompactString::from(role.text().unwrap_or("")), slot_type);
            } else {
                let help = did_you_mean(text, SlotType::ALL.iter().map(|(name, _)| *name));
                problems.push(self.error(kind, format!("unknown type `{text}`"), help));
            }
        }
        let mut named = |key: &str| -> Vec<CompactString> {
            let nodes = body.get(key).map_or(&[][..], Node::items);
            nodes.iter().filter_map(|node| self.known(node, "role", roles.keys(), problems)).collect()
        };
        let (symmetric, one, mut key) = (named("symmetric"), named("one"), named("key"));
        let (cumulative, single_holder) = (named("cumulative"), named("single_holder"));
        if key.is_empty() {
            let entity = |(role, kind): &(&CompactString, &SlotType)| kind.is_phrase() && !one.contains(role);
            key = roles.iter().filter(entity).map(|(role, _)| role.clone()).collect();
        }
        let label = match body.get("label").and_then(Node::text) {
            Some(label) => label.to_owned(),
            None => roles.keys().map(|role| format!(" {{{role}}}")).fold(id.to_string(), |label, role| label + &role),
        };
        let text = |key: &str| body.get(key).and_then(Node::text).unwrap_or("");
        Predicate {
            pack: self.name.clone(),
            about: text("about").to_owned(),
            kind: if text("kind") == "state" { PredicateKind::State } else { PredicateKind::Event },
            symmetric: symmetric.chunks_exact(2).map(|pair| (pair[0].clone(), pair[1].clone())).collect(),
            opposite: Vec::new(),
            implies: Vec::new(),
            presupposes: Vec::new(),
            travel: text("travel") == "true",
            lasts: match text("lasts") {
                "day" => Lasting::Day,
                "year" => Lasting::Year,
                "always" => Lasting::Always,
                _ => Lasting::Unknown,
            },
            synonyms: body
                .get("synonyms")
                .map(|node| node.texts().map(CompactString::from).collect())
                .unwrap_or_default(),
            id,
            roles,
            one,
            key,
            cumulative,
            single_holder,
            label,
        }
    }

    /// Resolves what the pack's predicates say of other predicates.
    pub(crate) fn logic(&self, predicates: &mut Predicates, problems: &mut Vec<PackError>) {
        for (name, body) in self.section("predicates") {
            let Some(id) = name.text() else { continue };
            let opposite: Vec<CompactString> = body
                .get("opposite")
                .map_or(&[][..], Node::items)
                .iter()
                .filter_map(|node| self.known(node, "predicate", predicates.keys(), problems))
                .collect();
            let implies = self.implications(body.get("implies"), id, predicates, problems);
            let presupposes = self.implications(body.get("presupposes"), id, predicates, problems);
            for other in &opposite {
                if let Some(other) = predicates.get_mut(other)
                    && !other.opposite.iter().any(|known| known == id)
                {
                    other.opposite.push(id.into());
                }
            }
            if let Some(predicate) = predicates.get_mut(id) {
                for other in opposite {
                    if !predicate.opposite.contains(&other) {
                        predicate.opposite.push(other);
                    }
                }
                predicate.implies = implies;
                predicate.presupposes = presupposes;
            }
        }
    }

    fn implications(
        &self,
        node: Option<&Node>,
        id: &str,
        predicates: &Predicates,
        problems: &mut Vec<PackError>,
    ) -> Vec<Implication> {
        let mut all = Vec::new();
        let Some(own) = predicates.get(id) else { return all };
        for (target, items) in node.map_or(&[][..], Node::entries) {
            let Some(name) = self.known(target, "predicate", predicates.keys(), problems) else { continue };
            let Some(theirs) = predicates.get(&name) else { continue };
            for item in items.items() {
                let pairs = match item.text() {
                    Some(text) => spelt_bindings(text),
                    None => item
                        .entries()
                        .iter()
                        .map(|(role, source)| {
                            let text = source.text().unwrap_or("");
                            let (relation, source) = match text.split_once(' ') {
                                Some((word, source)) => (relation(word).unwrap_or_default(), source.trim()),
                                None => (TimeRelation::During, text),
                            };
                            (role.text().unwrap_or("").to_owned(), source.to_owned(), relation)
                        })
                        .collect(),
                };
                let mut bindings = Vec::new();
                for (target, source, relation) in pairs {
                    for (role, predicate) in [(&target, theirs), (&source, own)] {
                        if !predicate.roles.contains_key(role.as_str()) {
                            let help = did_you_mean(role, predicate.roles.keys().map(CompactString::as_str));
                            problems.push(self.error(item, format!("`{}` has no role `{role}`", predicate.id), help));
                        }
                    }
                    bindings.push(Binding { target: target.into(), source: source.into(), relation });
                }
                all.push(Implication { predicate: name.clone(), bindings });
            }
        }
        all
    }

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
            let Some(name) = self.known(predicate, "predicate", predicates.keys(), problems) else { continue };
            let Some(predicate) = predicates.get(&name) else { continue };
            rules.push(self.rule(id.text().unwrap_or(""), node, predicate, scope, problems));
        }
        rules
    }

    fn rule(
        &self,
        id: &str,
        node: &Node,
        predicate: &Predicate,
        scope: &Scope<'_>,
        problems: &mut Vec<PackError>,
    ) -> CompiledRule {
        let mut patterns = Vec::new();
        let mut sources = Vec::new();
        for item in node.get("match").map_or(&[][..], Node::items) {
            if let Some(pattern) = self.pattern(item, scope, problems) {
                self.roles_fit(item, &pattern, predicate, problems);
                if matches!(&pattern, Pattern::Phrase(phrase) if phrase.triggers.is_empty()) {
                    let message = "the pattern has no word by which to find it".to_owned();
                    let help = "a phrase pattern needs a word that always stands there, such as `talks between`; a verb group is written <meet>";
                    problems.push(self.error(item, message, help));
                }
                patterns.push(pattern);
                sources.push(item.text().unwrap_or("").to_owned());
            }
        }
        let mut attach = Vec::new();
        for (role, prepositions) in node.get("attach").map_or(&[][..], Node::entries) {
            let Some(name) = self.known(role, "role", predicate.roles.keys(), problems) else { continue };
            let slot_type = predicate.roles.get(&name).copied().unwrap_or(SlotType::Any);
            let text = prepositions.text().unwrap_or("");
            let prepositions = (text != "any").then(|| WordSet::new(text.split('|').map(str::trim)));
            attach.push(Attachment { role: name, slot_type, prepositions });
        }
        CompiledRule {
            id: format_compact!("{}/{id}", self.name),
            predicate: predicate.id.clone(),
            patterns,
            sources,
            attach,
            set: fixed(node.get("set")),
            when: self.conditions(node.get("when"), scope, problems),
            unless: self.guards(node.get("unless"), scope, problems),
            within_sentence: node.get("within").and_then(Node::text) == Some("sentence"),
            after: self.after_ids(node),
            take: taken(node.get("take")),
            level: 0,
        }
    }

    /// A compiled pattern, or its problems at the characters meant.
    fn pattern(&self, item: &Node, scope: &Scope<'_>, problems: &mut Vec<PackError>) -> Option<Pattern> {
        let text = item.text()?;
        match Pattern::compile(text, scope) {
            Ok(pattern) => Some(pattern),
            Err(errors) => {
                for error in errors {
                    let at = self.file.inside(item.span, text, error.at);
                    let end =
                        self.file.text.get(at..).and_then(|rest| rest.chars().next()).map_or(at, |c| at + c.len_utf8());
                    problems.push(self.file.error(Span::new(at, end), error.message, error.help));
                }
                None
            }
        }
    }

    fn roles_fit(&self, item: &Node, pattern: &Pattern, predicate: &Predicate, problems: &mut Vec<PackError>) {
        let text = item.text().unwrap_or("");
        for slot in pattern.slots().into_iter().filter(|slot| !slot.role.is_empty()) {
            let offset = text.find(&format!("{{{}:", slot.role)).map_or(0, |at| at + 1);
            let at = self.file.inside(item.span, text, offset);
            let span = Span::new(at, at + slot.role.len());
            match predicate.roles.get(&slot.role) {
                None => {
                    let help = did_you_mean(&slot.role, predicate.roles.keys().map(CompactString::as_str));
                    problems.push(self.file.error(
                        span,
                        format!("`{}` has no role `{}`", predicate.id, slot.role),
                        help,
                    ));
                }
                Some(&role) => {
                    if let Some(wrong) = slot.types.iter().find(|slot_type| !slot_type.fits(role)) {
                        let message =
                            format!("a {} cannot fill `{}`, which is a {}", wrong.name(), slot.role, role.name());
                        problems.push(self.file.error(span, message, "change the slot's type or the role's"));
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

fn relation(word: &str) -> Option<TimeRelation> {
    Some(match word {
        "during" => TimeRelation::During,
        "before" => TimeRelation::Before,
        "after" => TimeRelation::After,
        "since" | "from" => TimeRelation::Since,
        "until" => TimeRelation::Until,
        _ => return None,
    })
}

/// "agent at place during time": the first word fills `agent`, what follows "at" fills `place`, "with" fills
/// `with`, "as" fills `office`, "of" fills `of`, and what follows a relation of time fills `time`.
fn spelt_bindings(text: &str) -> Vec<(String, String, TimeRelation)> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let mut bindings = Vec::new();
    if let Some(first) = words.first() {
        bindings.push(("agent".to_owned(), (*first).to_owned(), TimeRelation::During));
    }
    for pair in words.get(1..).unwrap_or(&[]).chunks(2) {
        let [link, source] = pair else { continue };
        let (target, kind) = match (*link, relation(link)) {
            ("at", _) => ("place", TimeRelation::During),
            ("as", _) => ("office", TimeRelation::During),
            (_, Some(relation)) => ("time", relation),
            (other, None) => (other, TimeRelation::During),
        };
        bindings.push((target.to_owned(), (*source).to_owned(), kind));
    }
    bindings
}
