//! The part of the knowledge graph that a conflict lies in: the articles, what their passages say, and who and what these
//! are about, from left to right.
//!
//! Passages stand side by side of the conflict, one box for those of the same words; articles and parties stand beside
//! the passages that they are tied to. Everything in the picture is said in words above it, so that it hides nothing from
//! who cannot see it.

use super::side::{class, letter};
use crate::report::snippet::same_words;
use crate::report::{ConflictEntry, Party, Reading, Report, counted, escape};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// Left edge, width and characters of a label, for articles, passages and parties.
const COLUMNS: [(usize, usize, usize); 3] = [(1, 239, 27), (330, 350, 47), (779, 220, 25)];
const HEADINGS: [&str; 3] = ["Articles", "Passages", "Who, what and where"];
/// Pixels from one row to the next and of a box; a passage has two lines.
const ROW: usize = 34;
const BOX: usize = 24;
const PASSAGE_ROW: usize = 50;
const PASSAGE_BOX: usize = 40;
/// Between two sides, and above the first row.
const GAP: usize = 38;
const TOP: usize = 28;
/// Below the last row, for the line around a box.
const EDGE: usize = 4;
/// Wordings of a side that are drawn.
const WORDINGS: usize = 5;

/// Coordinates and text for the template.
#[derive(Debug, Serialize)]
pub(super) struct Picture {
    height: usize,
    title: String,
    columns: Vec<Label>,
    nodes: Vec<Node>,
    lines: Vec<Line>,
    clashes: Vec<Clash>,
    roles: Vec<Label>,
}

#[derive(Debug, Serialize)]
struct Label {
    class: &'static str,
    x: usize,
    y: usize,
    text: String,
}

#[derive(Debug, Serialize)]
struct Node {
    class: String,
    title: String,
    x: usize,
    y: usize,
    width: usize,
    height: usize,
    rows: Vec<Label>,
}

#[derive(Debug, Serialize)]
struct Line {
    class: char,
    path: String,
}

/// The mark between two sides.
#[derive(Debug, Serialize)]
struct Clash {
    x: usize,
    y: usize,
    top: usize,
    bottom: usize,
}

/// A box of passages: its side, the middle of its row, and what it is tied to.
struct Wording<'a> {
    side: usize,
    middle: usize,
    documents: BTreeSet<usize>,
    reading: Option<&'a Reading>,
}

/// Draws one conflict.
pub(super) fn draw(report: &Report, conflict: &ConflictEntry) -> Picture {
    let mut picture = Picture {
        height: 0,
        title: title(report, conflict),
        columns: Vec::new(),
        nodes: Vec::new(),
        lines: Vec::new(),
        clashes: Vec::new(),
        roles: Vec::new(),
    };
    let wordings = picture.passages(report, conflict);
    let mut parties: BTreeMap<&str, (&Party, BTreeSet<&str>, Vec<usize>)> = BTreeMap::new();
    let mut documents: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (at, wording) in wordings.iter().enumerate() {
        for &document in &wording.documents {
            documents.entry(document).or_default().push(at);
        }
        for party in wording.reading.iter().flat_map(|reading| &reading.parties) {
            let (_, roles, tied) = parties.entry(&party.id).or_insert((party, BTreeSet::new(), Vec::new()));
            roles.insert(&party.role);
            tied.push(at);
        }
    }
    let tallest = documents.len().max(parties.len()) * ROW + TOP;
    picture.height = picture.height.max(tallest) + EDGE;
    picture.documents(report, documents, &wordings);
    picture.parties(parties.into_values().collect(), &wordings);
    let used = |column: usize| picture.nodes.iter().any(|node| node.x == COLUMNS[column].0);
    let columns = (0..COLUMNS.len()).filter(|&column| used(column));
    picture.columns = columns
        .map(|column| Label { class: "column", x: COLUMNS[column].0, y: 14, text: HEADINGS[column].to_owned() })
        .collect();
    picture
}

impl Picture {
    /// Draws the passages and gives their boxes.
    fn passages<'a>(&mut self, report: &'a Report, conflict: &'a ConflictEntry) -> Vec<Wording<'a>> {
        let (x, width, characters) = COLUMNS[1];
        let mut wordings = Vec::new();
        let mut y = TOP;
        for (side, entry) in conflict.sides.iter().enumerate() {
            if side > 0 {
                let (top, bottom) = (y + PASSAGE_BOX - PASSAGE_ROW, y + GAP - (PASSAGE_ROW - PASSAGE_BOX));
                self.clashes.push(Clash { x: x + width / 2, y: usize::midpoint(top, bottom), top, bottom });
                y = bottom;
            }
            let groups = same_words(&entry.passages);
            for group in groups.iter().take(WORDINGS) {
                let Some(&passage) = group.first() else { continue };
                let reading = report.readings.get(&(passage.document, passage.span.start, passage.span.end));
                let says = reading.map(|reading| reading.says.as_str()).filter(|says| !says.is_empty());
                let first = head(&format!("{} {}", letter(side), says.unwrap_or(&entry.value)), characters - 6);
                let words = head(&passage.text, characters);
                self.nodes.push(Node {
                    class: format!("passage {}", class(side)),
                    title: escape::line(&passage.text),
                    x,
                    y,
                    width,
                    height: PASSAGE_BOX,
                    rows: vec![
                        Label { class: "says", x: x + 10, y: y + 16, text: first },
                        Label { class: "words", x: x + 10, y: y + 32, text: words },
                    ],
                });
                let documents = group.iter().map(|passage| passage.document).collect();
                wordings.push(Wording { side, middle: y + PASSAGE_BOX / 2, documents, reading });
                y += PASSAGE_ROW;
            }
            if groups.len() > WORDINGS {
                let text = format!("and {}", counted(groups.len() - WORDINGS, "more wording"));
                self.roles.push(Label { class: "role", x: x + width, y: y + 2, text });
                y += GAP / 2;
            }
        }
        self.height = y;
        wordings
    }

    fn documents(&mut self, report: &Report, documents: BTreeMap<usize, Vec<usize>>, wordings: &[Wording<'_>]) {
        let (x, width, characters) = COLUMNS[0];
        let tied: Vec<Vec<usize>> = documents.values().cloned().collect();
        let middles = self.spread(&tied, wordings);
        for ((number, tied), middle) in documents.into_iter().zip(middles) {
            let Some(entry) = report.documents.get(number) else { continue };
            let about = [Some(&entry.path), entry.source.as_ref(), entry.published.as_ref()];
            let about: Vec<String> = about.into_iter().flatten().map(|part| escape::line(part)).collect();
            let name =
                entry.source.as_deref().map_or_else(|| tail(&entry.path, characters), |name| head(name, characters));
            self.node(if entry.draft { "source draft" } else { "source" }, about.join(", "), (x, width), middle, name);
            for wording in tied.into_iter().map(|at| &wordings[at]) {
                self.line(wording.side, (x + width, middle), (COLUMNS[1].0, wording.middle));
            }
        }
    }

    fn parties(&mut self, mut parties: Vec<(&Party, BTreeSet<&str>, Vec<usize>)>, wordings: &[Wording<'_>]) {
        let (x, width, characters) = COLUMNS[2];
        parties.sort_by(|one, two| one.2.cmp(&two.2).then_with(|| one.0.id.cmp(&two.0.id)));
        let tied: Vec<Vec<usize>> = parties.iter().map(|(_, _, tied)| tied.clone()).collect();
        let middles = self.spread(&tied, wordings);
        for ((party, roles, mut tied), middle) in parties.into_iter().zip(middles) {
            let sign = match party.kind {
                "person" => "●",
                "group" => "●●",
                "body" => "■",
                "place" => "◆",
                _ => "▲",
            };
            let within =
                if party.within.is_empty() { String::new() } else { format!(", in {}", party.within.join(", ")) };
            let name = head(&format!("{sign} {}{within}", party.name), characters);
            let title = escape::line(&format!("{}: {}{within}", party.kind, party.name));
            self.node(&format!("party {}", party.kind), title, (x, width), middle, name);
            tied.dedup();
            for wording in tied.into_iter().map(|at| &wordings[at]) {
                self.line(wording.side, (COLUMNS[1].0 + COLUMNS[1].1, wording.middle), (x, middle));
            }
            let text = head(&roles.into_iter().collect::<Vec<_>>().join(", "), 20);
            self.roles.push(Label { class: "role", x: x - 6, y: middle - 4, text });
        }
    }

    /// Middles of boxes for things tied to passages: as near to these as their order and the room allow.
    fn spread(&self, tied: &[Vec<usize>], wordings: &[Wording<'_>]) -> Vec<usize> {
        let wish = |tied: &Vec<usize>| tied.iter().map(|&at| wordings[at].middle).sum::<usize>() / tied.len().max(1);
        let mut order: Vec<usize> = (0..tied.len()).collect();
        order.sort_by_key(|&at| (wish(&tied[at]), at));
        let mut middles = vec![0; tied.len()];
        let mut least = TOP + BOX / 2;
        for (rank, &at) in order.iter().enumerate() {
            // Leave room for those that come after.
            let most = (self.height - EDGE - BOX / 2).saturating_sub((order.len() - 1 - rank) * ROW).max(least);
            middles[at] = wish(&tied[at]).clamp(least, most);
            least = middles[at] + ROW;
        }
        middles
    }

    fn node(&mut self, class: &str, title: String, (x, width): (usize, usize), middle: usize, text: String) {
        let y = middle - BOX / 2;
        let rows = vec![Label { class: "name", x: x + 10, y: y + 16, text }];
        self.nodes.push(Node { class: class.to_owned(), title, x, y, width, height: BOX, rows });
    }

    fn line(&mut self, side: usize, (x, y): (usize, usize), (end, stop): (usize, usize)) {
        let half = usize::midpoint(x, end);
        self.lines.push(Line { class: class(side), path: format!("M{x} {y}C{half} {y} {half} {stop} {end} {stop}") });
    }
}

/// What the picture shows, for who cannot see it.
fn title(report: &Report, conflict: &ConflictEntry) -> String {
    let sides = conflict.sides.iter().enumerate().map(|(number, side)| {
        let documents: BTreeSet<usize> = side.passages.iter().map(|passage| passage.document).collect();
        let paths: Vec<String> = documents
            .iter()
            .filter_map(|&number| report.documents.get(number))
            .map(|entry| escape::line(&entry.path))
            .collect();
        format!("side {}, {}: {}", letter(number), escape::line(&side.value), paths.join(", "))
    });
    format!("Articles, passages and parties. {}", sides.collect::<Vec<_>>().join("; "))
}

/// The end of a path, which tells files apart.
fn tail(path: &str, most: usize) -> String {
    let line = escape::line(path);
    match line.char_indices().rev().nth(most) {
        Some((at, cut)) => format!("…{}", &line[at + cut.len_utf8()..]),
        None => line,
    }
}

/// The beginning of a text on one line, an ellipsis for what is cut.
pub(super) fn head(value: &str, most: usize) -> String {
    let line = escape::line(value);
    match line.char_indices().nth(most) {
        Some((at, _)) => format!("{}…", &line[..at]),
        None => line,
    }
}

#[cfg(test)]
mod tests;
