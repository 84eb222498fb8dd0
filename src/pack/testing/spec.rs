//! What `tests.yaml` holds, read.

use super::Passage;
use super::compare::ClaimText;
use crate::pack::error::{PackError, PackFile, did_you_mean};
use crate::pack::library::Library;
use crate::pack::node::Node;
use crate::pack::predicate::Predicate;
use crate::pack::shape;
use crate::source::Span;
use compact_str::CompactString;
use jiff::civil::Date;

/// An example of a rule.
pub(super) struct ClaimExample {
    /// As `pack/rule`.
    pub(super) name: String,
    pub(super) predicate: CompactString,
    pub(super) span: Span,
    pub(super) text: String,
    pub(super) published: Option<Date>,
    pub(super) claims: Vec<ClaimText>,
    pub(super) todo: bool,
}

/// An example of a check.
pub(super) struct CheckExample {
    /// As `pack/check`.
    pub(super) name: String,
    pub(super) span: Span,
    pub(super) passages: Vec<Passage>,
    pub(super) conflict: bool,
    /// The severity and message expected, where the example says so.
    pub(super) severity: Option<String>,
    pub(super) message: Option<String>,
    pub(super) todo: bool,
}

pub(super) fn claim_examples(
    library: &Library,
    pack: &str,
    file: &PackFile,
    root: &Node,
    problems: &mut Vec<PackError>,
) -> Vec<ClaimExample> {
    let mut examples = Vec::new();
    for (id, list) in root.get("claims").map_or(&[][..], Node::entries) {
        let name = format!("{pack}/{}", id.text().unwrap_or(""));
        let Some(rule) = library.rule(&name) else {
            let prefix = format!("{pack}/");
            let known = library.rules.iter().filter_map(|rule| rule.id.strip_prefix(&prefix));
            let help = did_you_mean(id.text().unwrap_or(""), known);
            problems.push(file.error(id.span, format!("no rule `{name}`"), help));
            continue;
        };
        let predicate = library.predicates.get(&rule.predicate);
        for node in list.items() {
            let claims = node.get("claims").map_or(&[][..], Node::items);
            for (role, value) in claims.iter().flat_map(Node::entries) {
                known_role(file, role, predicate, problems);
                known_value(file, role, value, problems);
            }
            examples.push(ClaimExample {
                name: name.clone(),
                predicate: rule.predicate.clone(),
                span: node.span,
                text: node.get("text").and_then(Node::text).unwrap_or("").to_owned(),
                published: date(file, node.get("published"), problems),
                claims: claims.iter().map(ClaimText::read).collect(),
                todo: node.get("todo").and_then(Node::text) == Some("true"),
            });
        }
    }
    examples
}

pub(super) fn check_examples(
    library: &Library,
    pack: &str,
    file: &PackFile,
    root: &Node,
    problems: &mut Vec<PackError>,
) -> Vec<CheckExample> {
    let mut examples = Vec::new();
    for (id, list) in root.get("checks").map_or(&[][..], Node::entries) {
        let name = format!("{pack}/{}", id.text().unwrap_or(""));
        if !library.checks.iter().any(|check| check.id == name) {
            let known = library.checks.iter().map(|check| check.id.as_str());
            problems.push(file.error(id.span, format!("no check `{name}`"), did_you_mean(&name, known)));
            continue;
        }
        for node in list.items() {
            let passages = node.get("passages").map_or(&[][..], Node::items);
            let text = |passage: &Node, key: &str| passage.get(key).and_then(Node::text).map(str::to_owned);
            examples.push(CheckExample {
                name: name.clone(),
                span: node.span,
                passages: passages
                    .iter()
                    .map(|passage| Passage {
                        text: passage.text().map(str::to_owned).or_else(|| text(passage, "text")).unwrap_or_default(),
                        published: date(file, passage.get("published"), problems),
                        source: text(passage, "source"),
                    })
                    .collect(),
                conflict: node.get("conflict").and_then(Node::text) == Some("true"),
                severity: text(node, "severity"),
                message: text(node, "message"),
                todo: node.get("todo").and_then(Node::text) == Some("true"),
            });
        }
    }
    examples
}

/// A role of the predicate, or one of the words for the manner of a claim.
fn known_role(file: &PackFile, role: &Node, predicate: Option<&Predicate>, problems: &mut Vec<PackError>) {
    let text = role.text().unwrap_or("");
    let roles = || predicate.into_iter().flat_map(|predicate| predicate.roles.keys().map(CompactString::as_str));
    if roles().chain(ClaimText::MANNER.iter().copied()).all(|known| known != text) {
        let help = did_you_mean(text, roles().chain(ClaimText::MANNER.iter().copied()));
        let name = predicate.map_or("", |predicate| predicate.id.as_str());
        problems.push(file.error(role.span, format!("`{name}` has no role `{text}`"), help));
    }
}

/// A polarity, modality or status is one of those that there are.
fn known_value(file: &PackFile, role: &Node, value: &Node, problems: &mut Vec<PackError>) {
    let known = match role.text() {
        Some("polarity") => shape::POLARITIES,
        Some("modality") => shape::MODALITIES,
        Some("status") => shape::STATUSES,
        _ => return,
    };
    let text = value.text().unwrap_or("");
    if !known.contains(&text) {
        let help = did_you_mean(text, known.iter().copied());
        problems.push(file.error(value.span, format!("`{}` cannot be `{text}`", role.text().unwrap_or("")), help));
    }
}

fn date(file: &PackFile, node: Option<&Node>, problems: &mut Vec<PackError>) -> Option<Date> {
    let node = node?;
    let text = node.text().unwrap_or("");
    let parsed = text.parse().ok();
    if parsed.is_none() {
        problems.push(file.error(node.span, format!("`{text}` is no date"), "write it as 2026-03-05"));
    }
    parsed
}
