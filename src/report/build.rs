//! From conflicts to a report: lines and columns, quoted text, one order for the same input.

use super::{ConflictEntry, Counts, DocumentEntry, Failure, PassageEntry, Report, SideEntry, Summary, Tool, VERSION};
use crate::check::{Conflict, Passage, Severity, Side};
use crate::source::{Document, DocumentId, Position, Span};
use std::collections::{BTreeMap, BTreeSet};
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
    let named = conflicts.iter().flat_map(|conflict| &conflict.sides).flat_map(|side| &side.passages);
    let places = Places::new(documents, named);
    let mut entries: Vec<ConflictEntry> = conflicts.iter().map(|conflict| places.conflict(conflict)).collect();
    entries.sort_by_cached_key(sort_key);
    number_repeated_ids(&mut entries);
    let counts = count(&entries);
    Report {
        version: VERSION,
        tool: Tool { name: env!("CARGO_PKG_NAME"), version: env!("CARGO_PKG_VERSION") },
        documents: documents.iter().map(DocumentEntry::from).collect(),
        conflicts: entries,
        unsupported: Vec::new(),
        stale: Vec::new(),
        failures,
        summary: Summary { documents: documents.len(), claims: claim_count, conflicts: counts, ..Summary::default() },
        readings: super::Readings::new(),
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

/// The open conflicts by severity.
pub(super) fn count(entries: &[ConflictEntry]) -> Counts {
    let of = |severity| entries.iter().filter(|entry| entry.is_open() && entry.severity == severity).count();
    Counts { error: of(Severity::Error), warning: of(Severity::Warning), note: of(Severity::Note) }
}

/// The documents, with the line and column of every place that the passages name.
pub(super) struct Places<'a> {
    documents: &'a [Arc<Document>],
    positions: BTreeMap<DocumentId, BTreeMap<usize, Position>>,
}

impl<'a> Places<'a> {
    pub(super) fn new<'p>(documents: &'a [Arc<Document>], passages: impl Iterator<Item = &'p Passage>) -> Self {
        let mut named: BTreeMap<DocumentId, BTreeSet<usize>> = BTreeMap::new();
        for passage in passages {
            named.entry(passage.document).or_default().extend([passage.span.start, passage.span.end]);
        }
        let positions = named.into_iter().filter_map(|(id, offsets)| {
            let document = documents.get(usize::try_from(id.0).ok()?)?;
            // Where a map leads to the file, it knows the lines and columns as well.
            Some((id, if document.map().is_some() { BTreeMap::new() } else { positions(&document.text, &offsets) }))
        });
        Self { documents, positions: positions.collect() }
    }

    fn conflict(&self, conflict: &Conflict) -> ConflictEntry {
        ConflictEntry {
            id: conflict.id(self.documents),
            check: conflict.check,
            severity: conflict.severity,
            message: conflict.message.clone(),
            explanation: conflict.explanation.clone(),
            sides: conflict.sides.iter().map(|side| self.side(side)).collect(),
            accepted: None,
        }
    }

    fn side(&self, side: &Side) -> SideEntry {
        let mut passages: Vec<PassageEntry> =
            side.passages.iter().filter_map(|passage| self.passage(passage)).collect();
        passages.sort_by(|a, b| (a.document, a.start, a.end, &a.rule).cmp(&(b.document, b.start, b.end, &b.rule)));
        passages.dedup_by(|a, b| (a.document, a.start, a.end) == (b.document, b.start, b.end));
        SideEntry { value: side.value.clone(), independent_sources: side.independent_sources, passages }
    }

    pub(super) fn passage(&self, passage: &Passage) -> Option<PassageEntry> {
        let document = usize::try_from(passage.document.0).ok()?;
        let article = self.documents.get(document)?;
        let (bytes, start, end) = self.place(article, passage)?;
        Some(PassageEntry {
            path: article.path.clone(),
            start: bytes.start,
            end: bytes.end,
            line: start.line,
            column: start.column,
            text: article.slice(passage.span).to_owned(),
            rule: passage.rule.clone(),
            extracted: article.is_extracted(),
            end_line: end.line,
            end_column: end.column,
            document,
            span: passage.span,
        })
    }

    /// The bytes that are shown for a passage, and the line and column of its start and its end.
    fn place(&self, article: &Document, passage: &Passage) -> Option<(Span, Position, Position)> {
        if let Some(map) = article.map() {
            let place = map.place(&article.text, passage.span);
            return Some((Span::new(place.start.byte, place.end.byte), place.start.position, place.end.position));
        }
        let positions = self.positions.get(&passage.document)?;
        Some((passage.span, *positions.get(&passage.span.start)?, *positions.get(&passage.span.end)?))
    }
}

/// The line and column of each offset, in one pass over the text: an article can be a single line of megabytes, and
/// counting from its start for every passage would take the square of that. An offset past the end is at the end.
fn positions(text: &str, offsets: &BTreeSet<usize>) -> BTreeMap<usize, Position> {
    let mut here = Position { line: 1, column: 1 };
    let mut at = 0;
    let mut found = BTreeMap::new();
    for &offset in offsets {
        let passed = text.as_bytes().get(at..offset.min(text.len())).unwrap_or_default();
        let last_break = memchr::memrchr(b'\n', passed);
        if let Some(last_break) = last_break {
            here.line += memchr::memchr_iter(b'\n', &passed[..=last_break]).count();
            here.column = 1;
        }
        let rest = &passed[last_break.map_or(0, |last_break| last_break + 1)..];
        // Every byte that does not continue a character begins one.
        here.column += rest.iter().filter(|&&byte| byte & 0b1100_0000 != 0b1000_0000).count();
        at += passed.len();
        found.insert(offset, here);
    }
    found
}

#[cfg(test)]
mod tests {
    use crate::report::sample;
    use crate::source::LineIndex;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn places_are_those_of_the_line_index(text in "[a東\\n]{0,40}", picks in prop::collection::btree_set(0usize..41, 0..9)) {
            let boundaries: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
            let offsets = picks.iter().filter_map(|&pick| boundaries.get(pick).copied()).collect();
            let index = LineIndex::new(&text);
            for (offset, position) in super::positions(&text, &offsets) {
                prop_assert_eq!(position, index.position(&text, offset));
            }
        }
    }

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
