//! What the editor shows: conflicts as diagnostics at each of their passages, with the other passages as related
//! information, the steps on hover, and what can be done about them.

use super::files::Files;
use super::place;
use crate::check::Severity;
use crate::report::{ConflictEntry, PassageEntry, Report, StaleEntry, UnsupportedEntry, escape, sources};
use lsp_types::{
    CodeAction, CodeActionKind, Command, Diagnostic, DiagnosticRelatedInformation, DiagnosticSeverity, Location,
    NumberOrString, Range,
};
use serde_json::json;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

/// The commands that actions run.
pub(super) const ACCEPT: &str = "crosscheck.accept";
pub(super) const REMOVE: &str = "crosscheck.remove";

/// Other passages that a diagnostic lists at most: an editor shows them all under each.
const MOST_RELATED: usize = 12;

/// Diagnostics by file.
pub(super) type Diagnostics = BTreeMap<PathBuf, Vec<Diagnostic>>;

/// Everything that a report has to say, at its places.
pub(super) fn diagnostics(report: &Report, files: &Files) -> Diagnostics {
    let mut found = Diagnostics::new();
    for conflict in &report.conflicts {
        for passage in conflict.passages() {
            let (path, range) = location(passage, files);
            let diagnostic = conflict_at(conflict, passage, range, files);
            let list = found.entry(path).or_default();
            if !list.iter().any(|known| known.range == range && known.data == diagnostic.data) {
                list.push(diagnostic);
            }
        }
    }
    for entry in &report.unsupported {
        for (path, diagnostic) in unsupported(entry, files) {
            found.entry(path).or_default().push(diagnostic);
        }
    }
    for entry in &report.stale {
        if let Some((path, diagnostic)) = stale(entry, files) {
            found.entry(path).or_default().push(diagnostic);
        }
    }
    found
}

fn diagnostic(range: Range, severity: DiagnosticSeverity, code: &str, message: String) -> Diagnostic {
    Diagnostic {
        range,
        severity: Some(severity),
        code: Some(NumberOrString::String(code.to_owned())),
        source: Some("crosscheck".to_owned()),
        message,
        ..Diagnostic::default()
    }
}

fn conflict_at(conflict: &ConflictEntry, passage: &PassageEntry, range: Range, files: &Files) -> Diagnostic {
    let severity = match conflict.severity {
        _ if !conflict.is_open() => DiagnosticSeverity::HINT,
        Severity::Error => DiagnosticSeverity::ERROR,
        Severity::Warning => DiagnosticSeverity::WARNING,
        Severity::Note => DiagnosticSeverity::INFORMATION,
    };
    let mut message = escape::line(&conflict.message);
    if let Some(acceptance) = &conflict.accepted {
        let reason = acceptance.reason.as_deref().map_or("in the baseline".to_owned(), escape::line);
        let _ = write!(message, " (accepted: {reason})");
    }
    let others = conflict.sides.iter().flat_map(|side| side.passages.iter().map(move |other| (side, other)));
    let related = others.filter(|(_, other)| !std::ptr::eq(*other, passage)).filter_map(|(side, other)| {
        let (path, range) = location(other, files);
        let uri = files.uri(&path)?;
        let message = format!("{}: “{}”", escape::line(&side.value), escape::line(&other.text));
        Some(DiagnosticRelatedInformation { location: Location { uri, range }, message })
    });
    Diagnostic {
        related_information: Some(related.take(MOST_RELATED).collect()),
        data: Some(json!({"id": conflict.id})),
        ..diagnostic(range, severity, conflict.check.name(), message)
    }
}

fn unsupported(entry: &UnsupportedEntry, files: &Files) -> Vec<(PathBuf, Diagnostic)> {
    let at = |missing: &crate::report::MissingEntry| {
        let (end_line, end_column) = end_of(missing.line, missing.column, &missing.text);
        let passage =
            PassageEntry { line: missing.line, column: missing.column, end_line, end_column, ..entry.passage.clone() };
        let (path, range) = location(&passage, files);
        let message = format!("no source carries {} “{}”", missing.kind.noun(), escape::line(&missing.text));
        (path, diagnostic(range, DiagnosticSeverity::INFORMATION, "unsupported", message))
    };
    entry.missing.iter().map(at).collect()
}

fn end_of(line: usize, column: usize, text: &str) -> (usize, usize) {
    match text.rsplit_once('\n') {
        Some((before, last)) => (line + before.matches('\n').count() + 1, last.chars().count() + 1),
        None => (line, column + text.chars().count()),
    }
}

fn stale(entry: &StaleEntry, files: &Files) -> Option<(PathBuf, Diagnostic)> {
    let path = files.absolute(Path::new(&entry.file));
    let line = usize::try_from(entry.line).ok()?;
    let range = files.lines(&path, |lines| lines.range((line, 1), (line, usize::MAX)));
    let about = entry.message.as_ref().map(|message| format!(" ({})", escape::line(message))).unwrap_or_default();
    let message = format!("the accepted conflict{about} no longer occurs");
    let diagnostic = diagnostic(range, DiagnosticSeverity::INFORMATION, "stale", message);
    Some((path, Diagnostic { data: Some(json!({"stale": entry.id})), ..diagnostic }))
}

/// The file and the range of a passage. Text that was packed away has no place in its file but the file itself.
fn location(passage: &PassageEntry, files: &Files) -> (PathBuf, Range) {
    let path = files.article(&passage.path);
    let range = if passage.extracted {
        Range::default()
    } else {
        let (start, end) = ((passage.line, passage.column), (passage.end_line, passage.end_column));
        files.lines(&path, |lines| lines.range(start, end))
    };
    (path, range)
}

/// The steps that led to a conflict, and its sides, in Markdown.
pub(super) fn hover(conflict: &ConflictEntry) -> String {
    let mut text = format!("**{}** ({}, `{}`)\n", markdown(&conflict.message), conflict.severity, conflict.check);
    for side in &conflict.sides {
        let _ = write!(text, "\n- **{}** – {}", markdown(&side.value), sources(side.independent_sources));
        for passage in side.passages.iter().take(MOST_RELATED) {
            let place = format!("{}:{}", passage.path, passage.line);
            let _ = write!(text, "\n  - {}: “{}”", markdown(&place), markdown(&passage.text));
        }
    }
    text.push_str("\n\nWhy:\n");
    for (number, step) in conflict.explanation.iter().enumerate() {
        let _ = write!(text, "\n{}. {}", number + 1, markdown(step));
    }
    if let Some(acceptance) = &conflict.accepted {
        let by = acceptance.by.as_ref().map(|by| format!(" by {}", markdown(by))).unwrap_or_default();
        let until = acceptance.until.as_ref().map(|until| format!(" until {until}")).unwrap_or_default();
        let reason = acceptance.reason.as_deref().map_or("in the baseline".to_owned(), markdown);
        let _ = write!(text, "\n\nAccepted{by}{until}: {reason}");
    }
    let _ = write!(text, "\n\n`{}`", conflict.id);
    text
}

/// Untrusted text on one line, every mark of Markdown taken literally.
fn markdown(text: &str) -> String {
    let mut out = String::new();
    for character in escape::line(text).chars() {
        if character.is_ascii_punctuation() && !matches!(character, '.' | ',' | ':' | ';' | '\'' | '/' | '%' | '?') {
            out.push('\\');
        }
        out.push(character);
    }
    out
}

/// What can be done about the diagnostics that touch a range.
pub(super) fn actions(diagnostics: &[Diagnostic], report: &Report, range: Range) -> Vec<CodeAction> {
    let touched = diagnostics
        .iter()
        .filter(|known| place::touches(known.range, range.start) || place::touches(range, known.range.start));
    touched.filter_map(|diagnostic| action(diagnostic, report)).collect()
}

fn action(diagnostic: &Diagnostic, report: &Report) -> Option<CodeAction> {
    let data = diagnostic.data.as_ref()?;
    let (title, command, id) = if let Some(id) = data["stale"].as_str() {
        ("Take out this entry".to_owned(), REMOVE, id)
    } else {
        let id = data["id"].as_str()?;
        let conflict = report.conflicts.iter().find(|conflict| conflict.id == id)?;
        match &conflict.accepted {
            None => (format!("Accept this conflict: {}", escape::line(&conflict.message)), ACCEPT, id),
            Some(acceptance) if acceptance.baseline => return None,
            Some(_) => ("No longer accept this conflict".to_owned(), REMOVE, id),
        }
    };
    let command = Command { title: title.clone(), command: command.to_owned(), arguments: Some(vec![id.into()]) };
    Some(CodeAction {
        title,
        kind: Some(CodeActionKind::QUICKFIX),
        diagnostics: Some(vec![diagnostic.clone()]),
        command: Some(command),
        ..CodeAction::default()
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::sample;

    #[test]
    fn an_article_cannot_mark_up_the_hover() {
        let report = sample::report();
        let hostile = report.conflicts.iter().find(|conflict| conflict.message.contains("<b>")).unwrap();
        let text = hover(hostile);
        assert!(text.contains("\\<b\\>") && !text.contains(" <b>") && !text.contains('\u{1b}'), "{text}");
    }

    #[test]
    fn the_end_of_several_lines_is_in_the_last() {
        assert_eq!(end_of(3, 5, "abc"), (3, 8));
        assert_eq!(end_of(3, 5, "abc\nde\nf"), (5, 2));
    }
}
