//! Settings and decisions in the editor: what does not hold, at its place.

use super::place::Lines;
use crate::config::{self, Problem};
use crate::decisions;
use lsp_types::{Diagnostic, DiagnosticSeverity};
use std::path::Path;

/// What is wrong with a file of settings or decisions; `None` where the file is neither.
pub(super) fn diagnostics(path: &Path, text: &str) -> Option<Vec<Diagnostic>> {
    let name = path.file_name()?.to_str()?;
    let problems = match name {
        config::FILE_NAME => config::parse(text, decisions::folder_of(path)).err(),
        decisions::FILE_NAME => decisions::parse(text).err(),
        _ => return None,
    };
    let lines = Lines::of(text);
    Some(problems.unwrap_or_default().iter().map(|problem| diagnostic(problem, &lines)).collect())
}

fn diagnostic(problem: &Problem, lines: &Lines<'_>) -> Diagnostic {
    let number = |value: u64| usize::try_from(value).unwrap_or(usize::MAX).max(1);
    let (line, column) = (number(problem.line), number(problem.column));
    let (text, at) = lines.at(lines.position(line, column));
    let word = text.get(at..).unwrap_or("");
    let end = word.find([':', ',', ' ', ']', '}', '\'', '"', '\t']).unwrap_or(word.len()).max(1);
    let length = word.get(..end).unwrap_or(word).chars().count().max(1);
    let help = problem.help.as_ref().map(|help| format!("\n{help}")).unwrap_or_default();
    Diagnostic {
        range: lines.range((line, column), (line, column + length)),
        severity: Some(DiagnosticSeverity::ERROR),
        source: Some("crosscheck".to_owned()),
        message: format!("{}{help}", problem.message),
        ..Diagnostic::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use lsp_types::{Position, Range};

    #[test]
    fn a_problem_is_marked_at_its_word() {
        let found = diagnostics(Path::new("/x/crosscheck.yaml"), "levels:\n  nam: note\n").unwrap();
        assert_eq!(found[0].range, Range::new(Position::new(1, 2), Position::new(1, 5)));
        assert!(found[0].message.contains("did you mean 'name'?"), "{}", found[0].message);
        assert_eq!(diagnostics(Path::new("/x/crosscheck.yaml"), "levels: {}\n"), Some(Vec::new()));
        assert_eq!(
            diagnostics(Path::new("/x/crosscheck-accepted.yaml"), "- idd: 1\n").map(|found| found.len()),
            Some(1)
        );
        assert_eq!(diagnostics(Path::new("/x/other.yaml"), "- idd: 1\n"), None);
    }
}
