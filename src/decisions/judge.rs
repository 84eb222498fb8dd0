//! Decisions held against a report: what they accept, what has run out, what no longer occurs.

use super::{Decision, Decisions, split_article};
use crate::report::{Acceptance, Report, StaleEntry};
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// What decisions mean for one report.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Judgement {
    /// Conflicts that do not count, by id.
    pub accepted: BTreeMap<String, Acceptance>,
    /// Conflicts whose acceptance has run out: they count again.
    pub expired: Vec<Expired>,
    /// Accepted conflicts that should have been found again and were not.
    pub stale: Vec<StaleEntry>,
}

/// A conflict whose acceptance has run out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expired {
    /// The conflict's id.
    pub id: String,
    /// The last day on which the acceptance held.
    pub until: Date,
}

/// Judges a report that holds every conflict of its run, before any is left out for a draft or by a level.
///
/// An accepted conflict counts as gone where all articles that its entry names were read in this run, or lie nowhere any
/// more; a run over other articles says nothing of it. `is_run` tells which entries' checks were run at all.
#[must_use]
pub fn judge(report: &Report, files: &[Decisions], today: Date, is_run: impl Fn(&Decision) -> bool) -> Judgement {
    let found: BTreeSet<&str> = report.conflicts.iter().map(|conflict| conflict.id.as_str()).collect();
    let read: BTreeSet<PathBuf> = report.documents.iter().map(|entry| real(Path::new(&entry.path))).collect();
    let failed = !report.failures.is_empty();
    let mut judgement = Judgement::default();
    for file in files {
        for entry in &file.entries {
            if !found.contains(entry.id.as_str()) {
                let gone = !failed && is_run(entry) && is_covered(&read, file.folder(), &entry.articles);
                judgement.stale.extend((gone && !file.baseline).then(|| stale(file, entry)));
                continue;
            }
            match entry.until.filter(|until| *until < today) {
                Some(until) => judgement.expired.push(Expired { id: entry.id.clone(), until }),
                None => drop(judgement.accepted.insert(entry.id.clone(), acceptance(file, entry))),
            }
        }
    }
    judgement.expired.retain(|expired| !judgement.accepted.contains_key(&expired.id));
    judgement
}

fn acceptance(file: &Decisions, entry: &Decision) -> Acceptance {
    Acceptance {
        reason: entry.reason.clone(),
        by: entry.by.clone(),
        until: entry.until.map(|until| until.to_string()),
        baseline: file.baseline,
    }
}

fn stale(file: &Decisions, entry: &Decision) -> StaleEntry {
    StaleEntry {
        id: entry.id.clone(),
        message: entry.message.clone(),
        reason: entry.reason.clone(),
        file: file.file.to_string_lossy().replace(std::path::MAIN_SEPARATOR, "/"),
        line: entry.line,
    }
}

fn is_covered(read: &BTreeSet<PathBuf>, folder: &Path, articles: &[String]) -> bool {
    articles.iter().all(|article| {
        let path = folder.join(article);
        let shown = path.to_string_lossy();
        let (file, _) = split_article(&shown);
        read.contains(&real(&path)) || !Path::new(file).exists()
    })
}

/// The path without links and detours; an article within a file keeps its number.
fn real(path: &Path) -> PathBuf {
    let shown = path.to_string_lossy();
    let (file, rest) = split_article(&shown);
    let file = Path::new(file).canonicalize().unwrap_or_else(|_| PathBuf::from(file));
    if rest.is_empty() { file } else { PathBuf::from(format!("{}{rest}", file.display())) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::sample;
    use jiff::civil::date;

    fn file(entries: Vec<Decision>, baseline: bool) -> Decisions {
        Decisions { file: "crosscheck-accepted.yaml".into(), entries, baseline }
    }

    fn entry(id: &str, until: Option<Date>) -> Decision {
        Decision { id: id.to_owned(), reason: Some("seen".into()), until, ..Decision::default() }
    }

    fn judged(report: &Report, entries: Vec<Decision>) -> Judgement {
        judge(report, &[file(entries, false)], date(2026, 3, 3), |_| true)
    }

    fn report() -> Report {
        Report { failures: Vec::new(), ..sample::report() }
    }

    #[test]
    fn a_decision_holds_to_its_last_day() {
        let report = report();
        let id = report.conflicts[0].id.as_str();
        let found = judged(&report, vec![entry(id, Some(date(2026, 3, 3)))]);
        assert_eq!(found.accepted[id].until.as_deref(), Some("2026-03-03"));
        let found = judged(&report, vec![entry(id, Some(date(2026, 3, 2)))]);
        assert_eq!((found.accepted.len(), found.expired.len()), (0, 1));
    }

    #[test]
    fn what_is_not_found_again_is_told_where_its_articles_were_read() {
        let report = report();
        let gone = |articles: &[&str]| {
            let articles = articles.iter().map(|&article| article.to_owned()).collect();
            judged(&report, vec![Decision { articles, ..entry("none", None) }]).stale.len()
        };
        assert_eq!(gone(&["wire/a.txt", "local/b.txt"]), 1);
        assert_eq!(gone(&["wire/a.txt", "Cargo.toml"]), 0, "there, and not read in this run");
        assert_eq!(gone(&["wire/a.txt", "no/such.txt"]), 1, "nowhere any more");
    }

    #[test]
    fn a_check_that_was_not_run_says_nothing() {
        let found = judge(&report(), &[file(vec![entry("none", None)], false)], date(2026, 3, 3), |_| false);
        assert_eq!(found, Judgement::default());
        let failed = judge(&sample::report(), &[file(vec![entry("none", None)], false)], date(2026, 3, 3), |_| true);
        assert_eq!(failed.stale, [], "an article that could not be read may hold it");
    }

    #[test]
    fn a_baseline_is_marked_and_never_stale() {
        let report = report();
        let entries = vec![entry(&report.conflicts[0].id, None), entry("none", None)];
        let found = judge(&report, &[file(entries, true)], date(2026, 3, 3), |_| true);
        assert!(found.accepted[&report.conflicts[0].id].baseline);
        assert_eq!(found.stale, []);
    }
}
