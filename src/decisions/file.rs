//! A file of decisions as people write it, validated: every problem with line and column.

use super::Decisions;
use crate::check::Check;
use crate::config::{Error, Problem, problem, shape_problem};
use jiff::civil::Date;
use serde::Deserialize;
use serde_yaml::Spanned;
use std::path::Path;

/// One accepted conflict.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Decision {
    /// The conflict's id.
    pub id: String,
    /// Why it is let stand; a baseline gives none.
    pub reason: Option<String>,
    /// Who decided.
    pub by: Option<String>,
    /// The day of the decision.
    pub accepted: Option<Date>,
    /// The last day on which it holds.
    pub until: Option<Date>,
    /// The check, for readers.
    pub check: Option<Check>,
    /// What the conflict said, for readers.
    pub message: Option<String>,
    /// The articles of its passages, from the file's folder.
    pub articles: Vec<String>,
    /// The line of the entry, from 1.
    pub line: u64,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Raw {
    id: Spanned<String>,
    #[serde(default)]
    reason: Option<String>,
    #[serde(default)]
    by: Option<String>,
    #[serde(default)]
    accepted: Option<Spanned<String>>,
    #[serde(default)]
    until: Option<Spanned<String>>,
    #[serde(default)]
    check: Option<Spanned<String>>,
    #[serde(default)]
    message: Option<String>,
    #[serde(default)]
    articles: Vec<String>,
}

/// Reads a file of decisions; one that is not there holds none.
///
/// # Errors
/// The file cannot be read, or says something that does not hold.
pub fn load(path: &Path, baseline: bool) -> Result<Decisions, Error> {
    let text = match std::fs::read_to_string(path) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound && !baseline => String::new(),
        read => read.map_err(|error| Error::Read(path.to_owned(), error))?,
    };
    let entries = parse(&text).map_err(|problems| Error::Invalid(path.to_owned(), problems))?;
    Ok(Decisions { file: path.to_owned(), entries, baseline })
}

/// Validates the text of a file of decisions.
///
/// # Errors
/// Every problem found; a text that is not YAML or not of the right shape is one problem.
pub fn parse(text: &str) -> Result<Vec<Decision>, Vec<Problem>> {
    let raw: Option<Vec<Raw>> = serde_yaml::from_str(text).map_err(|error| vec![shape_problem(&error)])?;
    let mut problems = Vec::new();
    let mut entries: Vec<Decision> = Vec::new();
    let mut seen = std::collections::BTreeSet::new();
    for raw in raw.unwrap_or_default() {
        let line = raw.id.referenced.line();
        let whole = raw.id.value.len() >= 32 && raw.id.value.bytes().take(32).all(|byte| byte.is_ascii_hexdigit());
        if !whole {
            let help = "copy the 32 digits that the report gives".to_owned();
            problems.push(problem(raw.id.referenced, format!("'{}' is no id of a conflict", raw.id.value), Some(help)));
        } else if !seen.insert(raw.id.value.clone()) {
            let help = "keep the entry that holds".to_owned();
            problems.push(problem(raw.id.referenced, format!("'{}' is accepted twice", raw.id.value), Some(help)));
        }
        entries.push(Decision {
            accepted: raw.accepted.and_then(|day| date(&day, &mut problems)),
            until: raw.until.and_then(|day| date(&day, &mut problems)),
            check: raw.check.and_then(|name| crate::config::check(&name, &mut problems)),
            id: raw.id.value,
            reason: raw.reason,
            by: raw.by,
            message: raw.message,
            articles: raw.articles,
            line,
        });
    }
    if problems.is_empty() { Ok(entries) } else { Err(problems) }
}

fn date(day: &Spanned<String>, problems: &mut Vec<Problem>) -> Option<Date> {
    let parsed = day.value.parse().ok();
    if parsed.is_none() {
        let help = "write it as YYYY-MM-DD".to_owned();
        problems.push(problem(day.referenced, format!("'{}' is no date", day.value), Some(help)));
    }
    parsed
}

#[cfg(test)]
mod tests {
    use super::*;

    const ID: &str = "0123456789abcdef0123456789abcdef";

    #[test]
    fn an_entry_is_read_with_its_line() {
        let text = format!("# ours\n- id: {ID}\n  reason: both are right\n  until: 2026-05-01\n  check: name\n");
        let found = parse(&text).unwrap();
        assert_eq!((found.len(), found[0].line, found[0].check), (1, 2, Some(Check::Name)));
        assert_eq!(found[0].until, Some(jiff::civil::date(2026, 5, 1)));
        assert_eq!(parse("# nothing yet\n").unwrap(), []);
    }

    #[test]
    fn every_problem_has_its_place() {
        let text = format!("- id: {ID}\n  until: soon\n- id: 12\n- id: {ID}\n  check: nam\n");
        let found = parse(&text).unwrap_err();
        let places: Vec<(u64, u64)> = found.iter().map(|problem| (problem.line, problem.column)).collect();
        assert_eq!(places, [(2, 10), (3, 7), (4, 7), (5, 10)], "{found:?}");
        let unknown = parse(&format!("- id: {ID}\n  reasn: x\n")).unwrap_err();
        assert_eq!((unknown[0].line, unknown[0].column), (2, 3), "{unknown:?}");
        assert_eq!(unknown[0].help.as_deref(), Some("did you mean 'reason'?"));
    }
}
