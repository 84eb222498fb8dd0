//! `--format github`: workflow commands, which GitHub Actions shows beside the lines of a pull request.
//!
//! One command a conflict, at its primary passage; the other passages are in the message. GitHub shows ten annotations
//! of each level a step, so that one a passage would push conflicts out. Properties and messages are escaped as the
//! actions toolkit does, so that an article cannot issue a command.

use super::UNSUPPORTED;
use crate::check::Severity;
use crate::report::{ConflictEntry, Look, PassageEntry, Report, escape, sources};
use std::fmt::Write as _;
use std::io::{self, Write};

pub(super) fn write(report: &Report, _: Look, out: &mut dyn Write) -> io::Result<()> {
    // Annotations are for what asks for work: accepted conflicts are left to the report.
    for conflict in report.conflicts.iter().filter(|conflict| conflict.is_open()) {
        let command = match conflict.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "notice",
        };
        writeln!(out, "::{command} {}::{}", properties(report, conflict), data(&message(conflict)))?;
    }
    for entry in &report.unsupported {
        let title = property(&escape::line(&entry.message));
        let (place, message) = (place(&entry.passage), data(&escape::line(&entry.message)));
        writeln!(out, "::notice {place}title={UNSUPPORTED}%3A {title}::{message}")?;
    }
    for failure in &report.failures {
        let (path, message) = (escape::line(&failure.path), escape::line(&failure.message));
        writeln!(out, "::error file={},title=article not read::{}", property(&path), data(&message))?;
    }
    Ok(())
}

fn properties(report: &Report, conflict: &ConflictEntry) -> String {
    let place = report.primary(conflict).map(place).unwrap_or_default();
    let title = format!("{}: {}", conflict.check, conflict.message);
    place + "title=" + &property(&escape::line(&title))
}

fn place(passage: &PassageEntry) -> String {
    let mut properties = format!("file={},", property(&escape::line(&passage.path)));
    // Lines of extracted text are not lines of the file.
    if !passage.extracted {
        let _ = write!(properties, "line={},endLine={},", passage.line, passage.end_line);
        // Columns mean something to GitHub only on a single line.
        if passage.line == passage.end_line {
            let _ = write!(properties, "col={},endColumn={},", passage.column, passage.end_column);
        }
    }
    properties
}

fn message(conflict: &ConflictEntry) -> String {
    let mut message = escape::line(&conflict.message);
    for side in &conflict.sides {
        let _ = write!(message, "\n{} ({}):", escape::line(&side.value), sources(side.independent_sources));
        for passage in &side.passages {
            let (path, text) = (escape::line(&passage.path), escape::line(&passage.text));
            let _ = write!(message, "\n  {path}:{}:{} “{text}”", passage.line, passage.column);
        }
    }
    for step in &conflict.explanation {
        let _ = write!(message, "\n- {}", escape::line(step));
    }
    message
}

fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::sample;

    #[test]
    fn as_written() {
        let mut out = Vec::new();
        write(&sample::report(), Look::default(), &mut out).unwrap();
        let log = String::from_utf8(out).unwrap();
        let report = sample::report();
        assert_eq!(log.lines().count(), report.conflicts.len() + report.failures.len());
        insta::assert_snapshot!(log);
    }

    #[test]
    fn what_separates_is_escaped() {
        assert_eq!(property("a,b:c%d\ne"), "a%2Cb%3Ac%25d%0Ae");
        assert_eq!(data("a,b:c%d\r\ne"), "a,b:c%25d%0D%0Ae");
    }
}
