//! What the template is given: the report cut into pieces of plain text, nothing hidden left in them.

use super::picture::{self, Picture};
use crate::check::{Check, Severity};
use crate::report::{ConflictEntry, PassageEntry, Report, SideEntry, escape, snippet, sources};
use minijinja::value::{Serde, Value};
use serde::Serialize;
use std::collections::BTreeMap;

/// Everything on the page that comes from the report.
pub(super) fn page(report: &Report) -> Value {
    let marks = Marks::of(report);
    let view = Page {
        groups: Severity::ALL.iter().map(|&severity| group(report, severity)).filter(Group::is_shown).collect(),
        checks: checks(report),
        failures: report
            .failures
            .iter()
            .map(|failure| Failure { path: escape::line(&failure.path), message: escape::line(&failure.message) })
            .collect(),
        documents: (0..report.documents.len()).filter_map(|number| document(report, number, &marks)).collect(),
    };
    Value::from(Serde(view))
}

#[derive(Serialize)]
struct Page {
    groups: Vec<Group>,
    checks: Vec<CheckCount>,
    failures: Vec<Failure>,
    documents: Vec<Document>,
}

#[derive(Serialize)]
struct Failure {
    path: String,
    message: String,
}

#[derive(Serialize)]
struct CheckCount {
    name: &'static str,
    about: &'static str,
    count: usize,
}

#[derive(Serialize)]
struct Group {
    severity: Severity,
    title: &'static str,
    conflicts: Vec<Conflict>,
}

impl Group {
    fn is_shown(&self) -> bool {
        !self.conflicts.is_empty()
    }
}

#[derive(Serialize)]
struct Conflict {
    id: String,
    check: Check,
    message: String,
    explanation: Vec<String>,
    sides: Vec<Side>,
    picture: Picture,
}

#[derive(Serialize)]
struct Side {
    value: String,
    sources: String,
    passages: Vec<Passage>,
}

#[derive(Serialize)]
struct Passage {
    path: String,
    source: Option<String>,
    draft: bool,
    line: usize,
    column: usize,
    rule: String,
    anchor: String,
    lines: Vec<Vec<Piece>>,
}

#[derive(Serialize)]
struct Document {
    number: usize,
    path: String,
    title: Option<String>,
    source: Option<String>,
    published: Option<String>,
    draft: bool,
    lines: Vec<Line>,
}

#[derive(Serialize)]
struct Line {
    number: usize,
    pieces: Vec<Piece>,
}

#[derive(Serialize)]
struct Piece {
    anchors: Vec<String>,
    text: String,
    marked: bool,
}

fn checks(report: &Report) -> Vec<CheckCount> {
    let count = |check| report.conflicts.iter().filter(|conflict| conflict.check == check).count();
    let counts =
        Check::ALL.iter().map(|&check| CheckCount { name: check.name(), about: check.about(), count: count(check) });
    counts.filter(|check| check.count > 0).collect()
}

fn group(report: &Report, severity: Severity) -> Group {
    let mut found: Vec<&ConflictEntry> =
        report.conflicts.iter().filter(|conflict| conflict.severity == severity).collect();
    found.sort_by_key(|conflict| conflict.check);
    let title = match severity {
        Severity::Error => "Errors",
        Severity::Warning => "Warnings",
        Severity::Note => "Notes",
    };
    Group { severity, title, conflicts: found.into_iter().map(|entry| conflict(report, entry)).collect() }
}

fn conflict(report: &Report, entry: &ConflictEntry) -> Conflict {
    Conflict {
        id: entry.id.clone(),
        check: entry.check,
        message: escape::line(&entry.message),
        explanation: entry.explanation.iter().map(|step| escape::line(step)).collect(),
        sides: entry.sides.iter().map(|entry| side(report, entry)).collect(),
        picture: picture::draw(report, entry),
    }
}

fn side(report: &Report, entry: &SideEntry) -> Side {
    Side {
        value: escape::line(&entry.value),
        sources: sources(entry.independent_sources),
        passages: entry.passages.iter().map(|entry| passage(report, entry)).collect(),
    }
}

fn passage(report: &Report, entry: &PassageEntry) -> Passage {
    let document = report.document(entry);
    let excerpts = document.map(|document| snippet::excerpts(&document.text, entry)).unwrap_or_default();
    let piece = |piece: snippet::Piece| Piece { anchors: Vec::new(), text: piece.text, marked: piece.marked };
    Passage {
        path: escape::line(&entry.path),
        source: document.and_then(|document| document.source.as_deref()).map(escape::line),
        draft: document.is_some_and(|document| document.draft),
        line: entry.line,
        column: entry.column,
        rule: escape::line(&entry.rule),
        anchor: anchor(entry.document, entry.span.start, entry.span.end),
        lines: excerpts.into_iter().map(|excerpt| excerpt.pieces.into_iter().map(piece).collect()).collect(),
    }
}

fn anchor(document: usize, start: usize, end: usize) -> String {
    format!("p-{document}-{start}-{end}")
}

fn document(report: &Report, number: usize, marks: &Marks) -> Option<Document> {
    let entry = report.documents.get(number)?;
    Some(Document {
        number,
        path: escape::line(&entry.path),
        title: entry.title.as_deref().map(escape::line),
        source: entry.source.as_deref().map(escape::line),
        published: entry.published.clone(),
        draft: entry.draft,
        // The text of an article that nobody quotes would only make the page longer.
        lines: marks.0.get(&number).map(|spans| lines(number, &entry.document.text, spans)).unwrap_or_default(),
    })
}

/// The passages of each document: start and end, in order and each once.
struct Marks(BTreeMap<usize, Vec<(usize, usize)>>);

impl Marks {
    fn of(report: &Report) -> Self {
        let mut marks: BTreeMap<usize, Vec<(usize, usize)>> = BTreeMap::new();
        for passage in report.conflicts.iter().flat_map(ConflictEntry::passages) {
            marks.entry(passage.document).or_default().push((passage.span.start, passage.span.end));
        }
        for spans in marks.values_mut() {
            spans.sort_unstable();
            spans.dedup();
        }
        Self(marks)
    }
}

/// The lines of a text that are not blank, cut where passages begin and end. Passages may overlap: a piece is marked
/// where any covers it, and carries the anchors of those that begin with it. One pass over text and passages.
fn lines(number: usize, text: &str, spans: &[(usize, usize)]) -> Vec<Line> {
    let mut cuts: Vec<usize> = spans.iter().flat_map(|&(start, end)| [start, end]).collect();
    cuts.sort_unstable();
    cuts.dedup();
    let (mut cuts, mut spans) = (cuts.into_iter().peekable(), spans.iter().peekable());
    let (mut at, mut covered) = (0, 0);
    let mut found = Vec::new();
    for (index, line) in text.split_inclusive('\n').enumerate() {
        let end = at + line.len();
        let mut pieces = Vec::new();
        while at < end {
            while cuts.next_if(|&cut| cut <= at).is_some() {}
            let mut anchors = Vec::new();
            while let Some(&(start, stop)) = spans.next_if(|&&(start, _)| start <= at) {
                anchors.push(anchor(number, start, stop));
                covered = covered.max(stop);
            }
            let stop = cuts.peek().map_or(end, |&cut| cut.min(end));
            let shown = text.get(at..stop).unwrap_or("").trim_end_matches(['\n', '\r']).replace('\t', " ");
            pieces.push(Piece { anchors, text: escape::visible(&shown).into_owned(), marked: at < covered });
            at = stop;
        }
        if !line.trim().is_empty() || pieces.iter().any(|piece| !piece.anchors.is_empty()) {
            found.push(Line { number: index + 1, pieces });
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn drawn(text: &str, spans: &[(usize, usize)]) -> Vec<String> {
        let draw = |piece: &Piece| {
            let text = if piece.marked { format!("[{}]", piece.text) } else { piece.text.clone() };
            "*".repeat(piece.anchors.len()) + &text
        };
        lines(0, text, spans).iter().map(|line| line.pieces.iter().map(draw).collect()).collect()
    }

    #[test]
    fn passages_may_overlap_and_run_over_lines() {
        assert_eq!(drawn("ab cd ef", &[(0, 5), (3, 8)]), ["*[ab ]*[cd][ ef]"]);
        assert_eq!(drawn("ab\r\n\ncd ef\n", &[(1, 7)]), ["a*[b]", "[cd] ef"]);
        assert_eq!(drawn("ab", &[]), ["ab"]);
    }

    proptest! {
        #[test]
        fn every_passage_gets_its_anchor(mut spans in prop::collection::vec((0usize..40, 1usize..20), 0..8)) {
            let text = "one two three\nfour five six\n\nseven eight nine ten";
            for span in &mut spans {
                span.1 += span.0;
                span.1 = span.1.min(text.len());
            }
            spans.sort_unstable();
            spans.dedup();
            let found = lines(0, text, &spans);
            let anchors = found.iter().flat_map(|line| &line.pieces).map(|piece| piece.anchors.len()).sum::<usize>();
            prop_assert_eq!(anchors, spans.len());
        }
    }
}
