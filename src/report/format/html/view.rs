//! What the templates are given: the report cut into pieces of plain text, nothing hidden left in them.

use super::super::UNSUPPORTED;
use super::article::{Article, articles};
use super::desk::{self, Unsupported};
use super::picture::{self, Picture};
use super::side::{self, Side};
use super::timeline::{self, Row};
use crate::check::{Check, Severity};
use crate::report::{ConflictEntry, Report, counted, escape};
use minijinja::value::{Serde, Value};
use serde::Serialize;
use std::collections::BTreeSet;

/// Everything on the page that comes from the report.
pub(super) fn page(report: &Report) -> Value {
    let mut numbered: Vec<(usize, &ConflictEntry)> = Vec::new();
    let mut groups: Vec<Group> =
        Severity::ALL.iter().map(|&severity| group(report, Some(severity), &mut numbered)).collect();
    groups.push(group(report, None, &mut numbered));
    let view = Page {
        headline: headline(report),
        groups: groups.into_iter().filter(|group| !group.conflicts.is_empty()).collect(),
        severities: severities(report),
        checks: checks(report),
        failures: report
            .failures
            .iter()
            .map(|failure| Failure { path: escape::line(&failure.path), message: escape::line(&failure.message) })
            .collect(),
        unsupported: report.unsupported.iter().map(|entry| desk::unsupported(report, entry)).collect(),
        stale: report.stale.iter().map(desk::stale).collect(),
        documents: articles(report, &numbered),
    };
    Value::from(Serde(view))
}

#[derive(Serialize)]
struct Page {
    headline: String,
    groups: Vec<Group>,
    severities: Vec<SeverityCount>,
    checks: Vec<CheckCount>,
    failures: Vec<Failure>,
    unsupported: Vec<Unsupported>,
    stale: Vec<String>,
    documents: Vec<Article>,
}

#[derive(Serialize)]
struct Failure {
    path: String,
    message: String,
}

/// How many cards a choice of the filters shows.
#[derive(Serialize)]
struct SeverityCount {
    name: &'static str,
    title: &'static str,
    count: usize,
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

/// "6 conflicts in 5 articles".
fn headline(report: &Report) -> String {
    let articles = counted(report.documents.len(), "article");
    match report.summary.conflicts.total() {
        0 => format!("No conflicts in {articles}"),
        count => format!("{} in {articles}", counted(count, "conflict")),
    }
}

/// The severities of the open conflicts, what no source carries among the notes; then the accepted ones.
fn severities(report: &Report) -> Vec<SeverityCount> {
    let of = |severity: Option<Severity>| {
        let found = report.conflicts.iter();
        found.filter(|conflict| severity == conflict.is_open().then_some(conflict.severity)).count()
    };
    let count = |severity: Option<Severity>| {
        let unsupported = if severity == Some(Severity::Note) { report.unsupported.len() } else { 0 };
        let (name, title) = named(severity);
        SeverityCount { name, title, count: of(severity) + unsupported }
    };
    let all = Severity::ALL.iter().map(|&severity| Some(severity)).chain([None]);
    all.map(count).filter(|severity| severity.count > 0).collect()
}

/// The name of a group and its title.
fn named(severity: Option<Severity>) -> (&'static str, &'static str) {
    let title = match severity {
        Some(Severity::Error) => "Errors",
        Some(Severity::Warning) => "Warnings",
        Some(Severity::Note) => "Notes",
        None => "Accepted",
    };
    (severity.map_or("accepted", Severity::name), title)
}

fn checks(report: &Report) -> Vec<CheckCount> {
    let count = |check| report.conflicts.iter().filter(|conflict| conflict.check == check).count();
    let counts =
        Check::ALL.iter().map(|&check| CheckCount { name: check.name(), about: check.about(), count: count(check) });
    let unsupported =
        CheckCount { name: UNSUPPORTED, about: "a draft says what no source carries", count: report.unsupported.len() };
    counts.chain([unsupported]).filter(|check| check.count > 0).collect()
}

/// The open conflicts of a severity, or the accepted ones.
fn group<'a>(report: &'a Report, severity: Option<Severity>, numbered: &mut Vec<(usize, &'a ConflictEntry)>) -> Group {
    let found = report.conflicts.iter().filter(|conflict| severity == conflict.is_open().then_some(conflict.severity));
    let (name, title) = named(severity);
    let conflicts = found.map(|entry| {
        numbered.push((numbered.len() + 1, entry));
        conflict(report, entry, numbered.len())
    });
    Group { name, title, conflicts: conflicts.collect() }
}

fn conflict(report: &Report, entry: &ConflictEntry, number: usize) -> Conflict {
    let articles: BTreeSet<usize> = entry.passages().map(|passage| passage.document).collect();
    Conflict {
        number,
        id: entry.id.clone(),
        severity: entry.severity,
        accepted: entry.accepted.as_ref().map(desk::accepted),
        check: entry.check,
        about: entry.check.about(),
        message: escape::line(&entry.message),
        explanation: entry.explanation.iter().map(|step| escape::line(step)).collect(),
        sides: (0..entry.sides.len()).map(|at| side::side(report, entry, at)).collect(),
        articles: articles.iter().map(ToString::to_string).collect::<Vec<_>>().join(" "),
        timeline: timeline::rows(report, entry),
        picture: picture::draw(report, entry),
    }
}
