//! From conflicts to a report: lines and columns, quoted text, one order for the same input.

use super::is_extracted;
use super::{ConflictEntry, Counts, DocumentEntry, Failure, PassageEntry, Report, SideEntry, Summary, Tool, VERSION};
use crate::check::{Conflict, Passage, Severity, Side};
use crate::source::{Document, LineIndex};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Makes the report of a run.
///
/// `documents` are indexed by their [`crate::source::DocumentId`]; a passage of a document that is not among them is left
/// out. Conflicts are ordered by severity, then by where their first passage stands, then by check and id; the
/// passages of a side by where they stand. Sides keep their order, which in a cycle has a meaning. The result does
/// not depend on the order of `conflicts` or `failures`.
#[must_use]
pub fn build(
    conflicts: &[Conflict],
    documents: &[Arc<Document>],
    mut failures: Vec<Failure>,
    claim_count: usize,
) -> Report {
    failures.sort();
    let mut lines = Lines { documents, indices: BTreeMap::new() };
    let mut entries: Vec<ConflictEntry> = conflicts.iter().map(|conflict| lines.conflict(conflict)).collect();
    entries.sort_by_cached_key(sort_key);
    number_repeated_ids(&mut entries);
    let counts = count(&entries);
    Report {
        version: VERSION,
        tool: Tool { name: env!("CARGO_PKG_NAME"), version: env!("CARGO_PKG_VERSION") },
        documents: documents.iter().map(DocumentEntry::from).collect(),
        conflicts: entries,
        failures,
        summary: Summary { documents: documents.len(), claims: claim_count, conflicts: counts },
    }
}

/// Gravest first, then reading order; message and sides settle what is left, so that the order is total.
fn sort_key(entry: &ConflictEntry) -> impl Ord + use<> {
    let place = entry.passages().map(|passage| (passage.document, passage.start)).min();
    let sides: Vec<String> = entry.sides.iter().map(|side| side.value.clone()).collect();
    (std::cmp::Reverse(entry.severity), place, entry.check, entry.id.clone(), entry.message.clone(), sides)
}

/// Two conflicts of one check can rest on the same passages (two figures of one sentence): tell them apart.
fn number_repeated_ids(entries: &mut [ConflictEntry]) {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    for entry in entries {
        let times = seen.entry(entry.id.clone()).or_default();
        *times += 1;
        if *times > 1 {
            entry.id = format!("{}-{times}", entry.id);
        }
    }
}

fn count(entries: &[ConflictEntry]) -> Counts {
    let of = |severity| entries.iter().filter(|entry| entry.severity == severity).count();
    Counts { error: of(Severity::Error), warning: of(Severity::Warning), note: of(Severity::Note) }
}

/// Line indices, each made when its document is first quoted.
struct Lines<'a> {
    documents: &'a [Arc<Document>],
    indices: BTreeMap<usize, LineIndex>,
}

impl Lines<'_> {
    fn conflict(&mut self, conflict: &Conflict) -> ConflictEntry {
        ConflictEntry {
            id: conflict.id(self.documents),
            check: conflict.check,
            severity: conflict.severity,
            message: conflict.message.clone(),
            explanation: conflict.explanation.clone(),
            sides: conflict.sides.iter().map(|side| self.side(side)).collect(),
        }
    }

    fn side(&mut self, side: &Side) -> SideEntry {
        let mut passages: Vec<PassageEntry> =
            side.passages.iter().filter_map(|passage| self.passage(passage)).collect();
        passages.sort_by(|a, b| (a.document, a.start, a.end, &a.rule).cmp(&(b.document, b.start, b.end, &b.rule)));
        passages.dedup_by(|a, b| (a.document, a.start, a.end) == (b.document, b.start, b.end));
        SideEntry { value: side.value.clone(), independent_sources: side.independent_sources, passages }
    }

    fn passage(&mut self, passage: &Passage) -> Option<PassageEntry> {
        let document = usize::try_from(passage.document.0).ok()?;
        let article = self.documents.get(document)?;
        let text = &article.text;
        let index = self.indices.entry(document).or_insert_with(|| LineIndex::new(text));
        let start = index.position(text, passage.span.start);
        let end = index.position(text, passage.span.end);
        Some(PassageEntry {
            path: article.path.clone(),
            start: passage.span.start,
            end: passage.span.end,
            line: start.line,
            column: start.column,
            text: article.slice(passage.span).to_owned(),
            rule: passage.rule.clone(),
            extracted: is_extracted(article),
            end_line: end.line,
            end_column: end.column,
            document,
        })
    }
}

#[cfg(test)]
mod tests {
    use crate::report::sample;

    #[test]
    fn the_order_of_what_comes_in_does_not_show() {
        let (mut conflicts, documents) = sample::conflicts();
        let forward = super::build(&conflicts, &documents, sample::failures(), 9);
        conflicts.reverse();
        for conflict in &mut conflicts {
            conflict.sides.iter_mut().for_each(|side| side.passages.reverse());
        }
        let mut failures = sample::failures();
        failures.reverse();
        let backward = super::build(&conflicts, &documents, failures, 9);
        assert_eq!(format!("{forward:?}"), format!("{backward:?}"));
    }

    #[test]
    fn the_gravest_come_first_and_are_counted() {
        let report = sample::report();
        assert!(report.conflicts.is_sorted_by(|a, b| a.severity >= b.severity));
        assert_eq!(report.summary.conflicts.total(), report.conflicts.len());
        assert_eq!(report.gravest(), Some(crate::check::Severity::Error));
    }

    #[test]
    fn one_passage_given_twice_is_shown_once() {
        let (mut conflicts, documents) = sample::conflicts();
        conflicts.truncate(1);
        let side = &mut conflicts[0].sides[0];
        let before = side.passages.len();
        side.passages.extend(side.passages.clone());
        let report = super::build(&conflicts, &documents, Vec::new(), 0);
        assert_eq!(report.conflicts[0].sides[0].passages.len(), before);
    }

    #[test]
    fn conflicts_of_the_same_passages_have_different_ids() {
        let (mut conflicts, documents) = sample::conflicts();
        conflicts.truncate(1);
        conflicts.push(conflicts[0].clone());
        conflicts[1].sides[0].value = "another".into();
        let report = super::build(&conflicts, &documents, Vec::new(), 0);
        assert_eq!(format!("{}-2", report.conflicts[0].id), report.conflicts[1].id);
    }
}
