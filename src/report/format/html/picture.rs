//! A small drawing of one conflict: its articles on the left, its sides on the right, a line where one takes the other.

use crate::report::{ConflictEntry, Report, escape};
use serde::Serialize;
use std::collections::BTreeSet;

/// Pixels from one row to the next.
const ROW: usize = 24;
/// Characters of a label.
const LABEL: usize = 32;

/// Coordinates for the template.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub(super) struct Picture {
    height: usize,
    articles: Vec<Dot>,
    sides: Vec<Dot>,
    lines: Vec<Line>,
}

#[derive(Debug, PartialEq, Eq, Serialize)]
struct Dot {
    y: usize,
    text: String,
}

#[derive(Debug, PartialEq, Eq, Serialize)]
struct Line {
    from: usize,
    to: usize,
}

/// Lays out one conflict.
pub(super) fn draw(report: &Report, conflict: &ConflictEntry) -> Picture {
    let articles: BTreeSet<usize> = conflict.passages().map(|passage| passage.document).collect();
    let articles: Vec<usize> = articles.into_iter().collect();
    let rows = articles.len().max(conflict.sides.len());
    // The shorter column is centred beside the longer.
    let y = |row: usize, of: usize| row * ROW + ROW / 2 + (rows - of) * ROW / 2;
    let path = |&number: &usize| report.documents.get(number).map_or("", |document| document.path.as_str());
    let mut lines = Vec::new();
    for (side, entry) in conflict.sides.iter().enumerate() {
        let on_side: BTreeSet<usize> = entry.passages.iter().map(|passage| passage.document).collect();
        for article in on_side.iter().filter_map(|number| articles.binary_search(number).ok()) {
            lines.push(Line { from: y(article, articles.len()), to: y(side, conflict.sides.len()) });
        }
    }
    let dot = |row, of, text| Dot { y: y(row, of), text };
    Picture {
        height: rows * ROW,
        articles: articles
            .iter()
            .map(path)
            .enumerate()
            .map(|(row, path)| dot(row, articles.len(), tail(path)))
            .collect(),
        sides: conflict
            .sides
            .iter()
            .enumerate()
            .map(|(row, side)| dot(row, conflict.sides.len(), head(&side.value)))
            .collect(),
        lines,
    }
}

/// The end of a path, which tells files apart.
fn tail(path: &str) -> String {
    let line = escape::line(path);
    match line.char_indices().rev().nth(LABEL) {
        Some((at, cut)) => format!("…{}", &line[at + cut.len_utf8()..]),
        None => line,
    }
}

/// The beginning of an answer.
fn head(value: &str) -> String {
    let line = escape::line(value);
    match line.char_indices().nth(LABEL) {
        Some((at, _)) => format!("{}…", &line[..at]),
        None => line,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_article_is_joined_to_its_side() {
        let report = crate::report::sample::report();
        let picture = draw(&report, &report.conflicts[0]);
        assert_eq!(
            picture.articles.iter().map(|dot| (dot.y, dot.text.as_str())).collect::<Vec<_>>(),
            [(12, "wire/a.txt"), (36, "local/b.txt"), (60, "desk/draft.docx")]
        );
        assert_eq!(picture.sides.iter().map(|dot| dot.y).collect::<Vec<_>>(), [24, 48]);
        let lines: Vec<(usize, usize)> = picture.lines.iter().map(|line| (line.from, line.to)).collect();
        assert_eq!(lines, [(12, 24), (60, 24), (36, 48)]);
    }

    #[test]
    fn labels_are_cut_at_characters() {
        assert_eq!(tail(&"é".repeat(40)).chars().count(), LABEL + 1);
        assert_eq!(head(&"é".repeat(40)).chars().count(), LABEL + 1);
        assert_eq!(head("short"), "short");
    }
}
