//! The predicates of one pack and their logic, names resolved.

use super::{Predicates, Source};
use crate::annotate::time::TimeRelation;
use crate::pack::error::{PackError, did_you_mean};
use crate::pack::node::Node;
use crate::pack::pattern::SlotType;
use crate::pack::predicate::{Binding, Implication, Lasting, Predicate, PredicateKind};
use compact_str::CompactString;
use std::collections::BTreeMap;

impl Source<'_> {
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
        let (symmetric, mut one, mut key) = (named("symmetric"), named("one"), named("key"));
        let (apart, cumulative, single_holder) = (named("apart"), named("cumulative"), named("single_holder"));
        // Who holds an office is not what says which office it is: the rest of the key does.
        key.retain(|role| !single_holder.contains(role));
        one.extend(single_holder.iter().filter(|role| !one.contains(role)).cloned().collect::<Vec<_>>());
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
            apart,
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
