//! `--format sarif`: SARIF 2.1.0 (OASIS, 2020), for code scanning and editors.
//!
//! A conflict is a result: its primary passage is the location, the others are related locations that the message
//! links to by number. Only the part of the format that is used is modelled here. Places are given as lines and
//! columns in Unicode code points and as bytes; text taken out of a packed format has no place in its file.

use super::{UNSUPPORTED, json};
use crate::check::{Check, Severity};
use crate::report::{
    Acceptance, ConflictEntry, Failure, Look, PassageEntry, Report, UnsupportedEntry, escape, sources,
};
use serde::Serialize;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::{self, Write};

const SCHEMA: &str = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

pub(super) fn write(report: &Report, _: Look, out: &mut dyn Write) -> io::Result<()> {
    let log = Log { schema: SCHEMA, version: "2.1.0", runs: [run(report)] };
    json::pretty(&log, out)
}

#[derive(Serialize)]
struct Log {
    #[serde(rename = "$schema")]
    schema: &'static str,
    version: &'static str,
    runs: [Run; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Run {
    tool: Value,
    column_kind: &'static str,
    invocations: [Value; 1],
    results: Vec<SarifResult>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct SarifResult {
    rule_id: &'static str,
    rule_index: usize,
    level: Severity,
    message: Message,
    locations: Vec<Location>,
    related_locations: Vec<Location>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    partial_fingerprints: BTreeMap<&'static str, String>,
    #[serde(skip_serializing_if = "Value::is_null")]
    properties: Value,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    suppressions: Vec<Value>,
}

#[derive(Serialize)]
struct Message {
    text: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Location {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<usize>,
    #[serde(rename = "physicalLocation")]
    physical: PhysicalLocation,
    message: Message,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct PhysicalLocation {
    artifact_location: ArtifactLocation,
    #[serde(skip_serializing_if = "Option::is_none")]
    region: Option<Region>,
}

#[derive(Serialize)]
struct ArtifactLocation {
    uri: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Region {
    start_line: usize,
    start_column: usize,
    end_line: usize,
    end_column: usize,
    byte_offset: usize,
    byte_length: usize,
    snippet: Message,
}

fn run(report: &Report) -> Run {
    let mut rules: Vec<Value> = Check::ALL.iter().map(|&check| rule(check)).collect();
    if !report.unsupported.is_empty() {
        rules.push(json!({
            "id": UNSUPPORTED,
            "shortDescription": {"text": "A draft says what no source carries"},
            "defaultConfiguration": {"level": "note"},
        }));
    }
    let driver = json!({
        "name": report.tool.name,
        "version": report.tool.version,
        "semanticVersion": report.tool.version,
        "rules": rules,
    });
    let notifications: Vec<Value> = report.failures.iter().map(notification).collect();
    Run {
        tool: json!({"driver": driver}),
        column_kind: "unicodeCodePoints",
        invocations: [json!({
            "executionSuccessful": report.failures.is_empty(),
            "toolExecutionNotifications": notifications,
        })],
        results: report
            .conflicts
            .iter()
            .map(|conflict| result(report, conflict))
            .chain(report.unsupported.iter().map(unsupported))
            .collect(),
    }
}

fn rule(check: Check) -> Value {
    json!({
        "id": check.name(),
        "shortDescription": {"text": format!("Two passages conflict because {}", check.about())},
        "help": {"text": check.explanation(), "markdown": check.explanation()},
        "defaultConfiguration": {"level": "error"},
    })
}

fn notification(failure: &Failure) -> Value {
    json!({
        "level": "error",
        "message": {"text": escape::line(&failure.message)},
        "locations": [{"physicalLocation": {"artifactLocation": {"uri": uri(&failure.path)}}}],
    })
}

fn result(report: &Report, conflict: &ConflictEntry) -> SarifResult {
    let primary = report.primary(conflict);
    let is_primary = |passage: &PassageEntry| primary.is_some_and(|primary| std::ptr::eq(primary, passage));
    let mut text = bracketless(&escape::line(&conflict.message));
    let mut related = Vec::new();
    for side in &conflict.sides {
        let value = escape::line(&side.value);
        let mut places = Vec::new();
        for passage in &side.passages {
            if is_primary(passage) {
                places.push("here".to_owned());
                continue;
            }
            let id = related.len() + 1;
            places.push(format!("[{}]({id})", bracketless(&escape::line(&passage.path))));
            related.push(location(passage, Some(id), &value));
        }
        let (value, sources) = (bracketless(&value), sources(side.independent_sources));
        let _ = write!(text, "\n{value} ({sources}): {}", places.join(", "));
    }
    SarifResult {
        rule_id: conflict.check.name(),
        rule_index: Check::ALL.iter().position(|&check| check == conflict.check).unwrap_or_default(),
        level: conflict.severity,
        message: Message { text },
        locations: primary.iter().map(|passage| location(passage, None, &escape::line(&passage.rule))).collect(),
        related_locations: related,
        partial_fingerprints: BTreeMap::from([("crosscheckConflict/v1", conflict.id.clone())]),
        properties: json!({"explanation": conflict.explanation}),
        suppressions: conflict.accepted.iter().map(suppression).collect(),
    }
}

/// A sentence that no source carries, as the rule after those of the checks.
fn unsupported(entry: &UnsupportedEntry) -> SarifResult {
    let missing: Vec<String> = entry.missing.iter().map(|missing| bracketless(&escape::line(&missing.text))).collect();
    SarifResult {
        rule_id: UNSUPPORTED,
        rule_index: Check::ALL.len(),
        level: Severity::Note,
        message: Message { text: bracketless(&escape::line(&entry.message)) },
        locations: vec![location(&entry.passage, None, &missing.join(", "))],
        related_locations: Vec::new(),
        partial_fingerprints: BTreeMap::new(),
        properties: Value::Null,
        suppressions: Vec::new(),
    }
}

/// An accepted conflict is a result that was suppressed outside its article (§3.27.23).
fn suppression(acceptance: &Acceptance) -> Value {
    let reason = acceptance.reason.as_deref().unwrap_or("in the baseline");
    json!({"kind": "external", "status": "accepted", "justification": escape::line(reason)})
}

fn location(passage: &PassageEntry, id: Option<usize>, message: &str) -> Location {
    let region = (!passage.extracted).then(|| Region {
        start_line: passage.line,
        start_column: passage.column,
        end_line: passage.end_line,
        end_column: passage.end_column,
        byte_offset: passage.start,
        byte_length: passage.end - passage.start,
        snippet: Message { text: passage.text.clone() },
    });
    let artifact_location = ArtifactLocation { uri: uri(&passage.path) };
    Location {
        id,
        physical: PhysicalLocation { artifact_location, region },
        message: Message { text: message.to_owned() },
    }
}

/// In a message, `[` and `]` make a link (§3.11.6): in text that is not ours they are escaped.
fn bracketless(text: &str) -> String {
    text.replace('\\', "\\\\").replace('[', "\\[").replace(']', "\\]")
}

/// A path as a URI reference: absolute ones with their scheme, relative ones with `./` where they would be taken for a
/// scheme; what RFC 3986 does not allow in a path is percent-encoded.
fn uri(path: &str) -> String {
    let prefix = match path.split('/').next() {
        Some("") => "file://",
        Some(first) if first.contains(':') => "./",
        _ => "",
    };
    let mut uri = prefix.to_owned();
    for byte in path.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' | b':' => uri.push(byte.into()),
            _ => {
                let _ = write!(uri, "%{byte:02X}");
            }
        }
    }
    uri
}

#[cfg(test)]
mod tests;
