//! The checks of one pack, with every problem at its place.
//!
//! A check that could compare nothing is refused here: two predicates with no role that says which claims belong
//! together, a relation between types that cannot stand in it, a message with a role that is none.

use super::{Predicates, Source};
use crate::pack::check::{Conflict, PackCheck, PackSeverity, Relation, RolePair, Softener};
use crate::pack::error::{PackError, did_you_mean};
use crate::pack::node::Node;
use crate::pack::pattern::SlotType;
use crate::pack::predicate::Predicate;
use compact_str::{CompactString, format_compact};
use std::collections::BTreeSet;

impl Source<'_> {
    /// The pack's checks.
    pub(crate) fn checks(&self, predicates: &Predicates, problems: &mut Vec<PackError>) -> Vec<PackCheck> {
        let mut seen = BTreeSet::new();
        let mut checks = Vec::new();
        for node in self.list("checks") {
            let id = node.get("id").and_then(Node::text).unwrap_or("");
            if !seen.insert(id) {
                problems.push(self.error(
                    node,
                    format!("the check `{id}` is there twice"),
                    "check ids are unique in their pack",
                ));
            }
            let names: Vec<CompactString> = node
                .get("compare")
                .map_or(&[][..], Node::items)
                .iter()
                .filter_map(|node| self.known(node, "predicate", predicates.keys(), problems))
                .collect();
            let Some(left) = names.first().and_then(|name| predicates.get(name)) else { continue };
            let right = names.get(1).and_then(|name| predicates.get(name)).unwrap_or(left);
            checks.push(self.check(id, node, (left, right), problems));
        }
        checks
    }

    fn check(
        &self,
        id: &str,
        node: &Node,
        sides: (&Predicate, &Predicate),
        problems: &mut Vec<PackError>,
    ) -> PackCheck {
        let text = |key: &str| node.get(key).and_then(Node::text).unwrap_or("").to_owned();
        let items = |key: &str| node.get(key).map_or(&[][..], Node::items);
        let conflict = items("conflict").iter().filter_map(|item| self.conflict(item, sides, problems)).collect();
        let mut same: Vec<RolePair> = Vec::new();
        for item in items("same") {
            let text = item.text().unwrap_or("");
            let (left, right) = text.split_once('=').map_or((text, text), |(left, right)| (left.trim(), right.trim()));
            self.side_types(item, left, right, sides, problems);
            same.push(RolePair { left: left.into(), right: right.into() });
        }
        if same.is_empty() && sides.0.id == sides.1.id {
            same.extend(sides.0.key.iter().map(|role| RolePair { left: role.clone(), right: role.clone() }));
        }
        if same.is_empty() {
            let help = "write the roles that must agree: `same: [defendant]`, or `same: [defendant = prisoner]`";
            problems.push(self.error(node, format!("nothing says which claims the check `{id}` compares"), help));
        }
        if let Some(message) = node.get("message") {
            self.message_roles(message, sides, problems);
        }
        PackCheck {
            id: format_compact!("{}/{id}", self.name),
            check: text("check").into(),
            compare: (sides.0.id.clone(), sides.1.id.clone()),
            same,
            conflict,
            unless: items("unless").iter().filter_map(Node::text).filter_map(softener).collect(),
            severity: match text("severity").as_str() {
                "error" => PackSeverity::Error,
                "note" => PackSeverity::Note,
                _ => PackSeverity::Warning,
            },
            message: text("message"),
            why: text("why"),
        }
    }

    /// `role relation` or `role relation other-role`.
    fn conflict(
        &self,
        item: &Node,
        sides: (&Predicate, &Predicate),
        problems: &mut Vec<PackError>,
    ) -> Option<Conflict> {
        let words: Vec<&str> = item.text().unwrap_or("").split_whitespace().collect();
        let (left, name, right) = match words.as_slice() {
            [left, name] => (*left, *name, *left),
            [left, name, right] => (*left, *name, *right),
            _ => {
                let help = "write `role relation` or `role relation other-role`, such as `count differs`";
                problems.push(self.error(item, "not a conflict".to_owned(), help));
                return None;
            }
        };
        let Some((_, relation)) = Relation::ALL.iter().find(|(known, _)| *known == name) else {
            let help = did_you_mean(name, Relation::ALL.iter().map(|(known, _)| *known));
            problems.push(self.error(item, format!("unknown relation `{name}`"), help));
            return None;
        };
        if *relation == Relation::Opposite {
            if (left, right) != ("polarity", "polarity") {
                let help = "write `polarity opposite`: one claim affirms and the other denies";
                problems.push(self.error(item, format!("`{left}` cannot be opposite"), help));
            }
        } else if let Some((one, two)) = self.side_types(item, left, right, sides, problems)
            && !relation.fits(one, two)
        {
            let message = format!("a {} and a {} cannot be compared by `{name}`", one.name(), two.name());
            let help = "`exceeds` is for figures and lengths of time, `precedes` for times, the others for two roles of one type";
            problems.push(self.error(item, message, help));
        }
        Some(Conflict { roles: RolePair { left: left.into(), right: right.into() }, relation: *relation })
    }

    /// The types of two roles, or their problems.
    fn side_types(
        &self,
        item: &Node,
        left: &str,
        right: &str,
        sides: (&Predicate, &Predicate),
        problems: &mut Vec<PackError>,
    ) -> Option<(SlotType, SlotType)> {
        let mut kind = |role: &str, predicate: &Predicate| {
            let kind = predicate.roles.get(role).copied();
            if kind.is_none() {
                let help = did_you_mean(role, predicate.roles.keys().map(CompactString::as_str));
                problems.push(self.error(item, format!("`{}` has no role `{role}`", predicate.id), help));
            }
            kind
        };
        let (one, two) = (kind(left, sides.0), kind(right, sides.1));
        one.zip(two)
    }

    /// `{role}` stands for the first claim's, `{other.role}` for the second's.
    fn message_roles(&self, message: &Node, sides: (&Predicate, &Predicate), problems: &mut Vec<PackError>) {
        let text = message.text().unwrap_or("");
        for name in text.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name) {
            let (role, predicate) = match name.strip_prefix("other.") {
                Some(role) => (role, sides.1),
                None => (name, sides.0),
            };
            if !predicate.roles.contains_key(role) {
                let help = did_you_mean(role, predicate.roles.keys().map(CompactString::as_str));
                problems.push(self.error(message, format!("`{}` has no role `{role}`", predicate.id), help));
            }
        }
    }
}

fn softener(text: &str) -> Option<Softener> {
    Softener::ALL.iter().find(|(name, _)| *name == text).map(|(_, softener)| *softener)
}

#[cfg(test)]
mod tests {
    use crate::pack::Library;

    const HEAD: &str = "pack: p\npredicates:\n  sentence: {roles: {who: person, term: duration, court: any}}\n  free: {roles: {who: person, time: time}}\nchecks:\n  - ";

    #[track_caller]
    fn messages(check: &str) -> Vec<String> {
        let found = Library::from_texts(&[("p.yaml", &format!("{HEAD}{check}\n"))], false);
        found.err().unwrap_or_default().into_iter().map(|problem| problem.message).collect()
    }

    #[test]
    fn a_check_of_one_predicate_compares_by_its_key() {
        let text = format!("{HEAD}{{id: a, check: quantity, compare: sentence, conflict: term differs}}\n");
        let library = Library::from_texts(&[("p.yaml", &text)], false).unwrap_or_default();
        let same: Vec<&str> = library.checks[0].same.iter().map(|pair| pair.left.as_str()).collect();
        assert_eq!(same, ["court", "who"]);
    }

    #[test]
    fn what_could_compare_nothing_is_refused() {
        let found = messages("{id: a, check: time, compare: [sentence, free], conflict: term exceeds time}");
        assert_eq!(found.len(), 2, "{found:?}");
        assert!(found.iter().any(|message| message.contains("which claims the check `a` compares")), "{found:?}");
        assert!(found.iter().any(|message| message.contains("cannot be compared by `exceeds`")), "{found:?}");
        let found = messages("{id: a, check: role, compare: sentence, conflict: [who exceeds, court opposite]}");
        assert_eq!(found.len(), 2, "{found:?}");
    }

    #[test]
    fn a_message_names_roles_that_there_are() {
        let check = "{id: a, check: time, compare: [sentence, free], same: who, conflict: polarity opposite, message: '{who} {other.tim}'}";
        assert_eq!(messages(check), ["`free` has no role `tim`"]);
    }
}
