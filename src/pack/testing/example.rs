//! One example, run and judged.

use super::compare::{self, ClaimText};
use super::spec::{CheckExample, ClaimExample};
use super::{CheckFound, Pipeline, TestResult, Verdict, document};
use crate::annotate::annotate;
use crate::extract::claims;
use crate::pack::error::PackFile;
use crate::pack::library::Library;
use crate::pack::pattern::Pattern;
use crate::source::{DocumentId, Span};
use std::collections::BTreeSet;
use std::sync::Arc;

pub(super) fn claim_result(library: &Library, file: &PackFile, example: &ClaimExample) -> TestResult {
    let document = Arc::new(document(&example.text, example.published, None));
    let article = annotate(document);
    let found: Vec<ClaimText> = claims(&article, DocumentId(0), library)
        .iter()
        .filter(|claim| claim.predicate == example.predicate && !claim.rule.ends_with("/open"))
        .map(|claim| ClaimText::of(&article, claim))
        .collect();
    let difference = compare::difference(&example.claims, &found);
    let refused = example.claims.is_empty() && !woken(library, example, &article);
    let verdict = if refused {
        Verdict::Refused("no word of the rule occurs in the text, so nothing could make it fail".to_owned())
    } else {
        judge(difference, example.todo)
    };
    result(file, &example.name, example.span, example.text.clone(), verdict)
}

/// Whether a word that wakes the rule stands in the text.
fn woken(library: &Library, example: &ClaimExample, article: &crate::annotate::Article) -> bool {
    let Some(rule) = library.rule(&example.name) else { return false };
    let mut words: BTreeSet<&str> = BTreeSet::new();
    for pattern in &rule.patterns {
        match pattern {
            Pattern::Clause(clause) => words.extend(clause.verbs.iter().map(|verb| verb.verb.as_str())),
            Pattern::Phrase(phrase) => words.extend(phrase.triggers.iter().map(compact_str::CompactString::as_str)),
        }
    }
    let figure = words.iter().any(|word| word.starts_with('{')) && !article.quantities.is_empty();
    figure
        || article
            .tokens
            .iter()
            .any(|token| words.contains(token.lemma.as_str()) || words.contains(token.lower.as_str()))
}

pub(super) fn check_result(
    library: &Library,
    file: &PackFile,
    example: &CheckExample,
    pipeline: Pipeline<'_>,
) -> TestResult {
    let found = pipeline(library, &example.passages, &example.name);
    let texts: Vec<&str> = example.passages.iter().map(|passage| passage.text.as_str()).collect();
    let verdict = if !example.conflict && found.compared == 0 && !example.todo {
        let why = "no two claims in the passages agree in what the check compares, so nothing could make it fail";
        Verdict::Refused(why.to_owned())
    } else {
        judge(check_difference(example, &found), example.todo)
    };
    result(file, &example.name, example.span, texts.join("\n"), verdict)
}

fn check_difference(example: &CheckExample, found: &CheckFound) -> Vec<String> {
    let wanted = |severity: &str, message: &str| {
        example.severity.as_deref().is_none_or(|wanted| wanted == severity)
            && example.message.as_deref().is_none_or(|wanted| wanted == message)
    };
    let shown = |(severity, message): &(&str, String)| format!("+ {severity}: {message}");
    match (example.conflict, found.conflicts.as_slice()) {
        (true, []) => vec![format!("- a conflict; {} pairs of claims were compared", found.compared)],
        (false, conflicts) => conflicts.iter().map(shown).collect(),
        (true, conflicts) if conflicts.iter().any(|(severity, message)| wanted(severity, message)) => Vec::new(),
        (true, conflicts) => {
            let severity = example.severity.as_deref().unwrap_or("a conflict");
            let expected = format!("- {severity}: {}", example.message.as_deref().unwrap_or("…"));
            std::iter::once(expected).chain(conflicts.iter().map(shown)).collect()
        }
    }
}

fn judge(difference: Vec<String>, todo: bool) -> Verdict {
    match (difference.is_empty(), todo) {
        (true, false) => Verdict::Passed,
        (true, true) => Verdict::TodoPasses,
        (false, true) => Verdict::Todo,
        (false, false) => Verdict::Failed(difference),
    }
}

fn result(file: &PackFile, name: &str, span: Span, text: String, verdict: Verdict) -> TestResult {
    let line = file.error(span, "", "").line;
    TestResult { name: name.to_owned(), path: file.path.clone(), line, text, verdict }
}
