//! Packs in the editor: problems and warnings as diagnostics, completion, and what a key is for.

use super::place::Lines;
use crate::pack::PackError;
use crate::pack::edit::{self, CompletionKind};
use lsp_types::{
    CompletionItem, CompletionItemKind, Diagnostic, DiagnosticSeverity, Documentation, NumberOrString, Position,
};
use std::path::Path;

/// What is wrong with a pack, or could be better.
pub(super) fn diagnostics(path: &Path, text: &str, others: &[&Path]) -> Vec<Diagnostic> {
    let problems = edit::problems(path, text, others, &crate::pack::Lexicon::ENGLISH);
    let lines = Lines::of(text);
    let errors = problems.errors.iter().map(|error| diagnostic(error, DiagnosticSeverity::ERROR, "pack", &lines));
    let warnings = problems.warnings.iter().map(|error| diagnostic(error, DiagnosticSeverity::WARNING, "lint", &lines));
    errors.chain(warnings).collect()
}

fn diagnostic(error: &PackError, severity: DiagnosticSeverity, code: &str, lines: &Lines<'_>) -> Diagnostic {
    // The snippet marks the words that are meant.
    let marked = error.snippet.lines().nth(1).map_or(1, |marks| marks.matches('^').count().max(1));
    let (line, column) = (error.line.max(1), error.column.max(1));
    let help = if error.help.is_empty() { String::new() } else { format!("\n{}", error.help) };
    Diagnostic {
        range: lines.range((line, column), (line, column + marked)),
        severity: Some(severity),
        code: Some(NumberOrString::String(code.to_owned())),
        source: Some("crosscheck".to_owned()),
        message: format!("{}{help}", error.message),
        ..Diagnostic::default()
    }
}

/// What can stand at a place of a pack.
pub(super) fn completions(text: &str, place: Position) -> Vec<CompletionItem> {
    let lines = Lines::of(text);
    let (line, at) = lines.at(place);
    let mut above = lines.upto(place.line).to_vec();
    if let Some(last) = above.last_mut() {
        *last = &line[..at];
    }
    let found = edit::complete(text, &above).into_iter();
    found
        .map(|completion| CompletionItem {
            kind: Some(match completion.kind {
                CompletionKind::Key => CompletionItemKind::PROPERTY,
                CompletionKind::Word => CompletionItemKind::ENUM_MEMBER,
                CompletionKind::Name => CompletionItemKind::REFERENCE,
            }),
            insert_text: (completion.kind == CompletionKind::Key).then(|| format!("{}: ", completion.text)),
            label: completion.text,
            documentation: Some(completion.about).filter(|about| !about.is_empty()).map(Documentation::String),
            ..CompletionItem::default()
        })
        .collect()
}

/// What the key at a place is for.
pub(super) fn hover(text: &str, place: Position) -> Option<String> {
    let lines = Lines::of(text);
    edit::key_about(lines.upto(place.line)).map(str::to_owned)
}
