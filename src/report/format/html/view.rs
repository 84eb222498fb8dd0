//! What the templates are given: the report cut into pieces of plain text, nothing hidden left in them.

use super::article::{Article, anchor, articles};
use super::picture::{self, Picture};
use super::timeline::{self, Row};
use crate::check::{Check, Severity};
use crate::report::snippet::{self, same_words};
use crate::report::{
    Acceptance, ConflictEntry, PassageEntry, Report, SideEntry, StaleEntry, UnsupportedEntry, counted, difference,
    escape, sources,
};
use minijinja::value::{Serde, Value};
use serde::Serialize;
use std::collections::BTreeSet;

/// Wordings of a side that are quoted; the others are only listed.
const QUOTED: usize = 5;
/// Outlets of a side that are named.
const OUTLETS: usize = 4;

/// Everything on the page that comes from the report.
pub(super) fn page(report: &Report) -> Value {
    let mut numbered: Vec<(usize, &ConflictEntry)> = Vec::new();
    let mut groups: Vec<Group> =
        Severity::ALL.iter().map(|&severity| group(report, Some(severity), &mut numbered)).collect();
    groups.push(group(report, None, &mut numbered));
    let view = Page {
        headline: headline(report),
        groups: groups.into_iter().filter(|group| !group.conflicts.is_empty()).collect(),
        checks: checks(report),
        failures: report
            .failures
            .iter()
            .map(|failure| Failure { path: escape::line(&failure.path), message: escape::line(&failure.message) })
            .collect(),
        unsupported: report.unsupported.iter().map(|entry| unsupported(report, entry)).collect(),
        stale: report.stale.iter().map(stale).collect(),
        documents: articles(report, &numbered),
    };
    Value::from(Serde(view))
}

#[derive(Serialize)]
struct Page {
    headline: String,
    groups: Vec<Group>,
    checks: Vec<CheckCount>,
    failures: Vec<Failure>,
    unsupported: Vec<Unsupported>,
    stale: Vec<String>,
    documents: Vec<Article>,
}

/// A sentence of a draft that holds something no source carries.
#[derive(Serialize)]
struct Unsupported {
    message: String,
    pieces: Vec<Piece>,
    place: Place,
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
    /// A severity, or "accepted".
    name: &'static str,
    title: &'static str,
    conflicts: Vec<Conflict>,
}

#[derive(Serialize)]
struct Conflict {
    /// From 1, in the order of the page.
    number: usize,
    id: String,
    severity: Severity,
    /// Why it does not count, where it does not.
    accepted: Option<String>,
    check: Check,
    about: &'static str,
    message: String,
    explanation: Vec<String>,
    sides: Vec<Side>,
    /// The numbers of its articles.
    articles: String,
    timeline: Vec<Row>,
    picture: Picture,
}

#[derive(Serialize)]
struct Side {
    letter: char,
    class: char,
    value: String,
    sources: String,
    outlets: String,
    quotes: Vec<Quote>,
    more: Option<More>,
}

/// Passages of the same words.
#[derive(Serialize)]
struct Quote {
    lines: Vec<Vec<Piece>>,
    articles: Vec<Quoted>,
}

/// Passages that are listed and not quoted.
#[derive(Serialize)]
struct More {
    title: String,
    places: Vec<Place>,
}

/// An article that holds the words, once or several times.
#[derive(Serialize)]
struct Quoted {
    source: Option<String>,
    published: Option<String>,
    draft: bool,
    rule: String,
    first: Place,
    others: Vec<Place>,
}

#[derive(Serialize)]
struct Place {
    path: String,
    line: usize,
    column: usize,
    anchor: String,
    words: String,
}

#[derive(Serialize)]
struct Piece {
    text: String,
    marked: bool,
    /// Words of the passage that the other side has otherwise.
    differs: bool,
}

/// "6 conflicts in 5 articles".
fn headline(report: &Report) -> String {
    let articles = counted(report.documents.len(), "article");
    match report.summary.conflicts.total() {
        0 => format!("No conflicts in {articles}"),
        count => format!("{} in {articles}", counted(count, "conflict")),
    }
}

fn checks(report: &Report) -> Vec<CheckCount> {
    let count = |check| report.conflicts.iter().filter(|conflict| conflict.check == check).count();
    let counts =
        Check::ALL.iter().map(|&check| CheckCount { name: check.name(), about: check.about(), count: count(check) });
    counts.filter(|check| check.count > 0).collect()
}

/// The open conflicts of a severity, or the accepted ones.
fn group<'a>(report: &'a Report, severity: Option<Severity>, numbered: &mut Vec<(usize, &'a ConflictEntry)>) -> Group {
    let found = report.conflicts.iter().filter(|conflict| severity == conflict.is_open().then_some(conflict.severity));
    let title = match severity {
        Some(Severity::Error) => "Errors",
        Some(Severity::Warning) => "Warnings",
        Some(Severity::Note) => "Notes",
        None => "Accepted",
    };
    let conflicts = found.map(|entry| {
        numbered.push((numbered.len() + 1, entry));
        conflict(report, entry, numbered.len())
    });
    Group { name: severity.map_or("accepted", Severity::name), title, conflicts: conflicts.collect() }
}

/// "accepted by Ana until 2026-12-31: the count goes on".
fn accepted(acceptance: &Acceptance) -> String {
    if acceptance.baseline {
        return "in the baseline".to_owned();
    }
    let by = acceptance.by.as_ref().map(|by| format!(" by {}", escape::line(by))).unwrap_or_default();
    let until = acceptance.until.as_ref().map(|until| format!(" until {}", escape::line(until))).unwrap_or_default();
    let reason = acceptance.reason.as_ref().map(|reason| format!(": {}", escape::line(reason))).unwrap_or_default();
    format!("accepted{by}{until}{reason}")
}

fn unsupported(report: &Report, entry: &UnsupportedEntry) -> Unsupported {
    let text = report.document(&entry.passage).map_or("", |document| document.slice(entry.passage.span));
    let piece = |range: std::ops::Range<usize>, marked| Piece {
        text: escape::visible(&text[range].replace(['\n', '\r', '\t'], " ")).into_owned(),
        marked,
        differs: false,
    };
    let mut pieces = Vec::new();
    let mut at = 0;
    for missing in &entry.missing {
        // Offsets of the file need not be those of the text: the words are looked for where the last ended.
        let Some(from) = text.get(at..).and_then(|rest| rest.find(&missing.text)).map(|found| at + found) else {
            continue;
        };
        let to = from + missing.text.len();
        pieces.extend([piece(at..from, false), piece(from..to, true)]);
        at = to;
    }
    pieces.push(piece(at..text.len(), false));
    Unsupported { message: escape::line(&entry.message), pieces, place: place(&entry.passage) }
}

/// "the message (the file that accepts it, and its line)".
fn stale(entry: &StaleEntry) -> String {
    let message = entry.message.as_deref().map_or_else(|| entry.id.clone(), escape::line);
    format!("{message} ({}:{})", escape::line(&entry.file), entry.line)
}

fn conflict(report: &Report, entry: &ConflictEntry, number: usize) -> Conflict {
    let articles: BTreeSet<usize> = entry.passages().map(|passage| passage.document).collect();
    Conflict {
        number,
        id: entry.id.clone(),
        severity: entry.severity,
        accepted: entry.accepted.as_ref().map(accepted),
        check: entry.check,
        about: entry.check.about(),
        message: escape::line(&entry.message),
        explanation: entry.explanation.iter().map(|step| escape::line(step)).collect(),
        sides: (0..entry.sides.len()).map(|at| side(report, entry, at)).collect(),
        articles: articles.iter().map(ToString::to_string).collect::<Vec<_>>().join(" "),
        timeline: timeline::rows(report, entry),
        picture: picture::draw(report, entry),
    }
}

/// "A" for the first side; those after "Z" share it.
pub(super) fn letter(side: usize) -> char {
    char::from(b'A' + u8::try_from(side).unwrap_or(u8::MAX).min(25))
}

/// The class that colours a side; there are six colours.
pub(super) fn class(side: usize) -> char {
    char::from(b'a' + (side % 6) as u8)
}

fn side(report: &Report, conflict: &ConflictEntry, at: usize) -> Side {
    let entry = &conflict.sides[at];
    let other = conflict.sides.get(usize::from(at == 0)).and_then(|side| side.passages.first());
    let groups = same_words(&entry.passages);
    let quotes = groups.iter().take(QUOTED).map(|group| Quote {
        lines: group.first().map(|passage| lines(report, passage, other)).unwrap_or_default(),
        articles: quoted(report, group),
    });
    let rest: Vec<Place> = groups.iter().skip(QUOTED).flatten().map(|passage| place(passage)).collect();
    Side {
        letter: letter(at),
        class: class(at),
        value: escape::line(&entry.value),
        sources: sources(entry.independent_sources),
        outlets: outlets(report, entry),
        quotes: quotes.collect(),
        more: (!rest.is_empty()).then(|| More { title: counted(rest.len(), "more passage"), places: rest }),
    }
}

/// The outlets of a side, each once, as far as they are known.
fn outlets(report: &Report, side: &SideEntry) -> String {
    let known = side.passages.iter().filter_map(|passage| report.documents.get(passage.document)?.source.as_deref());
    let known: BTreeSet<String> = known.map(escape::line).collect();
    let mut named: Vec<String> = known.iter().take(OUTLETS).cloned().collect();
    if known.len() > OUTLETS {
        named.push(format!("{} more", known.len() - OUTLETS));
    }
    named.join(", ")
}

/// The lines of a passage with what differs from another passage set off.
fn lines(report: &Report, passage: &PassageEntry, other: Option<&PassageEntry>) -> Vec<Vec<Piece>> {
    let Some(document) = report.document(passage) else { return Vec::new() };
    let excerpts = snippet::excerpts(&document.text, passage);
    let shown: Vec<&str> = excerpts
        .iter()
        .flat_map(|excerpt| &excerpt.pieces)
        .filter(|piece| piece.marked)
        .map(|piece| piece.text.as_str())
        .collect();
    let other = other.map(|other| escape::visible(&other.text).into_owned()).unwrap_or_default();
    let differences = difference::differing(&shown.join("\n"), &other);
    let mut at = 0;
    let mut cut = |piece: &snippet::Piece| {
        if !piece.marked {
            return vec![Piece { text: piece.text.clone(), marked: false, differs: false }];
        }
        let start = at;
        at += piece.text.len() + 1;
        split(&piece.text, start, &differences)
    };
    excerpts.iter().map(|excerpt| excerpt.pieces.iter().flat_map(&mut cut).collect()).collect()
}

/// A marked piece that begins at `start` of the whole passage, cut where differences begin and end.
fn split(text: &str, start: usize, differences: &[std::ops::Range<usize>]) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut at = 0;
    for difference in differences {
        let from = difference.start.saturating_sub(start).clamp(at, text.len());
        let to = difference.end.saturating_sub(start).clamp(from, text.len());
        for (range, differs) in [(at..from, false), (from..to, true)] {
            if !range.is_empty() {
                pieces.push(Piece { text: text[range].to_owned(), marked: true, differs });
            }
        }
        at = to;
    }
    if at < text.len() {
        pieces.push(Piece { text: text[at..].to_owned(), marked: true, differs: false });
    }
    pieces
}

/// The articles of passages of the same words; passages are in the order of articles.
fn quoted(report: &Report, group: &[&PassageEntry]) -> Vec<Quoted> {
    let articles = group.chunk_by(|one, two| one.document == two.document);
    let quoted = articles.filter_map(|passages| {
        let (first, others) = passages.split_first()?;
        let document = report.documents.get(first.document)?;
        Some(Quoted {
            source: document.source.as_deref().map(escape::line),
            published: document.published.clone(),
            draft: document.draft,
            rule: escape::line(&first.rule),
            first: place(first),
            others: others.iter().map(|passage| place(passage)).collect(),
        })
    });
    quoted.collect()
}

fn place(entry: &PassageEntry) -> Place {
    Place {
        path: escape::line(&entry.path),
        line: entry.line,
        column: entry.column,
        anchor: anchor(entry.document, entry.span.start, entry.span.end),
        words: picture::head(&entry.text, 120),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_differs_is_cut_out_of_the_passage() {
        let pieces = split("one two three", 10, &[3..8, 14..17]);
        let drawn: Vec<(&str, bool)> = pieces.iter().map(|piece| (piece.text.as_str(), piece.differs)).collect();
        assert_eq!(drawn, [("one ", false), ("two", true), (" three", false)]);
        assert_eq!(split("one", 0, &[]).len(), 1);
    }

    #[test]
    fn sides_have_letters_and_colours() {
        assert_eq!((letter(0), letter(2), letter(99)), ('A', 'C', 'Z'));
        assert_eq!((class(1), class(6)), ('b', 'a'));
    }
}
