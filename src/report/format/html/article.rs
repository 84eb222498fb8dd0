//! An article as the page shows it: its lines, cut where passages begin and end, with the way back to the conflicts.

use crate::report::{ConflictEntry, Report, escape};
use serde::Serialize;
use std::collections::BTreeMap;

/// An article.
#[derive(Serialize)]
pub(super) struct Article {
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
    /// The conflicts whose passages begin here.
    conflicts: Vec<Back>,
}

#[derive(Serialize)]
struct Piece {
    anchors: Vec<String>,
    text: String,
    marked: bool,
    /// The bytes of the article that it shows.
    from: usize,
    to: usize,
}

/// A conflict, from where it is quoted.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub(super) struct Back {
    pub(super) number: usize,
    pub(super) id: String,
}

/// The passages of each article, start and end, with the conflicts that quote them.
type Marks = BTreeMap<usize, BTreeMap<(usize, usize), Vec<Back>>>;

/// Every article; `conflicts` in the order and with the numbers that the page gives them.
pub(super) fn articles(report: &Report, conflicts: &[(usize, &ConflictEntry)]) -> Vec<Article> {
    let mut marks = Marks::new();
    for &(number, conflict) in conflicts {
        for passage in conflict.passages() {
            let spans = marks.entry(passage.document).or_default();
            let backs = spans.entry((passage.span.start, passage.span.end)).or_default();
            if backs.last().is_none_or(|back| back.number != number) {
                backs.push(Back { number, id: conflict.id.clone() });
            }
        }
    }
    for entry in &report.unsupported {
        let span = (entry.passage.span.start, entry.passage.span.end);
        marks.entry(entry.passage.document).or_default().entry(span).or_default();
    }
    let entries = report.documents.iter().enumerate();
    entries
        .map(|(number, entry)| Article {
            number,
            path: escape::line(&entry.path),
            title: entry.title.as_deref().map(escape::line),
            source: entry.source.as_deref().map(escape::line),
            published: entry.published.clone(),
            draft: entry.draft,
            // The text of an article that nobody quotes would only make the page longer.
            lines: marks.get(&number).map(|spans| lines(number, &entry.document.text, spans)).unwrap_or_default(),
        })
        .collect()
}

/// The name of a passage's place on the page.
pub(super) fn anchor(document: usize, start: usize, end: usize) -> String {
    format!("p-{document}-{start}-{end}")
}

/// The lines of a text that are not blank, cut where passages begin and end. Passages may overlap: a piece is marked
/// where any covers it, and carries the anchors of those that begin with it. One pass over text and passages.
fn lines(number: usize, text: &str, spans: &BTreeMap<(usize, usize), Vec<Back>>) -> Vec<Line> {
    let mut cuts: Vec<usize> = spans.keys().flat_map(|&(start, end)| [start, end]).collect();
    cuts.sort_unstable();
    cuts.dedup();
    let (mut cuts, mut spans) = (cuts.into_iter().peekable(), spans.iter().peekable());
    let (mut at, mut covered) = (0, 0);
    let mut found = Vec::new();
    for (index, line) in text.split_inclusive('\n').enumerate() {
        let end = at + line.len();
        let mut pieces = Vec::new();
        let mut conflicts = Vec::new();
        while at < end {
            while cuts.next_if(|&cut| cut <= at).is_some() {}
            let mut anchors = Vec::new();
            while let Some((&(start, stop), backs)) = spans.next_if(|(span, _)| span.0 <= at) {
                anchors.push(anchor(number, start, stop));
                conflicts.extend(backs.iter().cloned());
                covered = covered.max(stop);
            }
            let stop = cuts.peek().map_or(end, |&cut| cut.min(end));
            let shown = text.get(at..stop).unwrap_or("").trim_end_matches(['\n', '\r']).replace('\t', " ");
            let text = escape::visible(&shown).into_owned();
            pieces.push(Piece { anchors, text, marked: at < covered, from: at, to: stop });
            at = stop;
        }
        conflicts.sort_unstable();
        conflicts.dedup();
        if !line.trim().is_empty() || pieces.iter().any(|piece| !piece.anchors.is_empty()) {
            found.push(Line { number: index + 1, pieces, conflicts });
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn cut(text: &str, spans: &[(usize, usize)]) -> Vec<Line> {
        let back = |number: usize| vec![Back { number, id: String::new() }];
        lines(0, text, &spans.iter().enumerate().map(|(number, &span)| (span, back(number))).collect())
    }

    fn drawn(text: &str, spans: &[(usize, usize)]) -> Vec<String> {
        let draw = |piece: &Piece| {
            let text = if piece.marked { format!("[{}]", piece.text) } else { piece.text.clone() };
            "*".repeat(piece.anchors.len()) + &text
        };
        cut(text, spans).iter().map(|line| line.pieces.iter().map(draw).collect()).collect()
    }

    #[test]
    fn passages_may_overlap_and_run_over_lines() {
        assert_eq!(drawn("ab cd ef", &[(0, 5), (3, 8)]), ["*[ab ]*[cd][ ef]"]);
        assert_eq!(drawn("ab\r\n\ncd ef\n", &[(1, 7)]), ["a*[b]", "[cd] ef"]);
        assert_eq!(drawn("ab", &[]), ["ab"]);
    }

    #[test]
    fn a_line_leads_back_to_its_conflicts() {
        let lines = cut("ab cd\nef", &[(0, 2), (3, 8), (6, 8)]);
        let numbers = |line: &Line| line.conflicts.iter().map(|back| back.number).collect::<Vec<_>>();
        assert_eq!(lines.iter().map(numbers).collect::<Vec<_>>(), [vec![0, 1], vec![2]]);
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
            let found = cut(text, &spans);
            let anchors = found.iter().flat_map(|line| &line.pieces).map(|piece| piece.anchors.len()).sum::<usize>();
            prop_assert_eq!(anchors, spans.len());
        }
    }
}
