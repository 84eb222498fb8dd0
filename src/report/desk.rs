//! What the desk adds to a report: decisions on its conflicts, the order of its draft, what no source carries.
//!
//! All of it is additive: a report without decisions and drafts is written as ever. Which conflicts are accepted is
//! decided by [`crate::decisions`], what is unsupported by [`crate::check::unsupported`]; nothing is found here.

use super::build::{self, count};
use super::{ConflictEntry, PassageEntry, Report};
use crate::check::Check;
use crate::check::unsupported::{Kind, Unsupported};
use crate::source::Span;
use serde::Serialize;
use std::collections::BTreeMap;

/// Why a conflict that was found is not held against the run.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Acceptance {
    /// The reason that was given; `None` for a conflict of the baseline.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// Who accepted it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
    /// The last day on which it holds, `YYYY-MM-DD`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<String>,
    /// Whether it was there before anybody looked: part of the backlog in the baseline file.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub baseline: bool,
}

/// An accepted conflict that this run should have found again and did not.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct StaleEntry {
    /// The conflict's id.
    pub id: String,
    /// What it said, where that was noted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub message: Option<String>,
    /// The reason that was given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// The file that accepts it.
    pub file: String,
    /// The line of the entry in that file, from 1.
    pub line: u64,
}

/// A sentence of a draft that holds something no source carries.
#[derive(Clone, Debug, Serialize)]
pub struct UnsupportedEntry {
    /// One line.
    pub message: String,
    /// The sentence.
    pub passage: PassageEntry,
    /// What no source carries, in order of the text.
    pub missing: Vec<MissingEntry>,
}

/// A name, number, date or quotation that no source carries.
#[derive(Clone, Debug, Serialize)]
pub struct MissingEntry {
    /// What it is.
    pub kind: Kind,
    /// The words.
    pub text: String,
    /// The first byte, in the file as stored or in the extracted text.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
    /// The line of the first character, from 1.
    pub line: usize,
    /// The column of the first character in characters, from 1.
    pub column: usize,
    /// The same words in the article's text.
    #[serde(skip)]
    pub span: Span,
}

impl ConflictEntry {
    /// Whether it counts: it is neither accepted nor part of a baseline.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.accepted.is_none()
    }
}

impl Report {
    /// Marks conflicts as accepted, by id, moves them behind the open ones, and counts the open ones only.
    pub fn accept(&mut self, accepted: &BTreeMap<String, Acceptance>) {
        for conflict in &mut self.conflicts {
            conflict.accepted = accepted.get(&conflict.id).cloned();
        }
        self.conflicts.sort_by_key(|conflict| !conflict.is_open());
        self.recount();
    }

    /// Keeps conflicts that touch a draft, in the order of their first places in it; open ones first. The side that the
    /// draft takes comes first, but for the steps of an `order`, whose sequence has a meaning.
    pub fn keep_drafts(&mut self) {
        let is_draft: Vec<bool> = self.documents.iter().map(|entry| entry.draft).collect();
        let place = |conflict: &ConflictEntry| {
            let drafted = |passage: &&PassageEntry| is_draft.get(passage.document) == Some(&true);
            conflict.passages().filter(drafted).map(|passage| (passage.document, passage.start, passage.end)).min()
        };
        self.conflicts.retain(|conflict| place(conflict).is_some());
        for conflict in self.conflicts.iter_mut().filter(|conflict| conflict.check != Check::Order) {
            let drafted = |passage: &PassageEntry| is_draft.get(passage.document) == Some(&true);
            conflict.sides.sort_by_key(|side| !side.passages.iter().any(drafted));
        }
        self.conflicts.sort_by_key(|conflict| (!conflict.is_open(), place(conflict)));
        self.recount();
    }

    /// Drops conflicts whose passages all stand in articles that `is_background` names: nobody will change those.
    pub fn drop_background(&mut self, is_background: impl Fn(&str) -> bool) {
        self.conflicts.retain(|conflict| conflict.passages().any(|passage| !is_background(&passage.path)));
        self.recount();
    }

    /// Lists what no source carries.
    pub fn add_unsupported(&mut self, found: &[Unsupported]) {
        let documents: Vec<_> = self.documents.iter().map(|entry| std::sync::Arc::clone(&entry.document)).collect();
        let places = build::Places::new(&documents, found.iter().flat_map(Unsupported::passages));
        self.unsupported = found
            .iter()
            .filter_map(|unsupported| {
                let passage = places.passage(&unsupported.passage)?;
                let missing: Vec<MissingEntry> = unsupported
                    .missing
                    .iter()
                    .filter_map(|missing| {
                        let PassageEntry { text, start, end, line, column, span, .. } =
                            places.passage(&missing.passage)?;
                        Some(MissingEntry { kind: missing.kind, text, start, end, line, column, span })
                    })
                    .collect();
                Some(UnsupportedEntry { message: message(&missing), passage, missing })
            })
            .collect();
        self.summary.unsupported = self.unsupported.len();
    }

    fn recount(&mut self) {
        self.summary.conflicts = count(&self.conflicts);
        self.summary.accepted = self.conflicts.iter().filter(|conflict| !conflict.is_open()).count();
    }
}

/// "no source carries the figure “43 million” or the name “Jo Marsh”".
fn message(missing: &[MissingEntry]) -> String {
    let named: Vec<String> =
        missing.iter().map(|entry| format!("{} “{}”", entry.kind.noun(), short(&entry.text))).collect();
    match named.as_slice() {
        [] => "no source carries this".to_owned(),
        [one] => format!("no source carries {one}"),
        [rest @ .., last] => format!("no source carries {} or {last}", rest.join(", ")),
    }
}

/// The words on one line, cut where they are many.
fn short(text: &str) -> String {
    const MOST: usize = 70;
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= MOST {
        return line;
    }
    let cut: String = line.chars().take(MOST).collect();
    format!("{}…", cut.rsplit_once(' ').map_or(cut.as_str(), |(start, _)| start))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::Severity;
    use crate::report::sample;

    fn accepted() -> Acceptance {
        Acceptance { reason: Some("seen".into()), by: None, until: None, baseline: false }
    }

    #[test]
    fn what_is_accepted_stays_and_does_not_count() {
        let mut report = sample::report();
        let ids: Vec<String> = report.conflicts.iter().map(|conflict| conflict.id.clone()).collect();
        let gravest: BTreeMap<_, _> = ids[..2].iter().map(|id| (id.clone(), accepted())).collect();
        report.accept(&gravest);
        assert_eq!(report.conflicts.len(), ids.len());
        assert_eq!(report.conflicts[ids.len() - 1].id, ids[1]);
        assert_eq!((report.summary.accepted, report.summary.conflicts.error), (2, 0));
        assert_eq!(report.gravest(), Some(Severity::Warning));
    }

    #[test]
    fn with_a_draft_only_what_touches_it_is_kept() {
        let mut report = sample::report();
        report.keep_drafts();
        assert_eq!(report.conflicts.len(), 1);
        assert_eq!(report.summary.conflicts.total(), 1);
    }

    #[test]
    fn the_side_of_the_draft_comes_first() {
        let mut report = sample::report();
        let drafts: Vec<bool> = report.documents.iter().map(|entry| entry.draft).collect();
        let kept = report.conflicts.iter_mut().filter(|c| c.passages().any(|passage| drafts[passage.document]));
        kept.for_each(|conflict| conflict.sides.sort_by_key(|side| side.passages.iter().any(|p| drafts[p.document])));
        report.keep_drafts();
        let first = |conflict: &ConflictEntry| conflict.sides[0].passages.iter().any(|p| drafts[p.document]);
        assert!(!report.conflicts.is_empty() && report.conflicts.iter().all(first));
    }

    #[test]
    fn conflicts_of_the_background_alone_are_dropped() {
        let mut report = sample::report();
        report.drop_background(|path| path.starts_with("local/") || path.starts_with("x/"));
        assert_eq!(report.conflicts.len(), 2, "the two that no other article has a part in are gone");
    }
}
