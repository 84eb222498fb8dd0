//! `--format junit`: XML that build servers show as tests.
//!
//! Each check is a suite and each conflict a failed test of it; a check that found nothing is one test that passed.
//! The format knows no levels, so a note is a test that passed and says so in its output. An article that could not be
//! read is an error.

use super::UNSUPPORTED;
use crate::check::{Check, Severity};
use crate::report::{ConflictEntry, Look, Report, escape, sources};
use std::fmt::Write as _;
use std::io::{self, Write};

pub(super) fn write(report: &Report, _: Look, out: &mut dyn Write) -> io::Result<()> {
    let suites: Vec<Suite> = Check::ALL.iter().map(|&check| suite(report, check)).collect();
    let unsupported = report.unsupported.len();
    let tests: usize = suites.iter().map(|suite| suite.tests).sum::<usize>() + unsupported + report.failures.len();
    let failed: usize = suites.iter().map(|suite| suite.failed).sum();
    let errors = report.failures.len();
    writeln!(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>")?;
    writeln!(out, "<testsuites name=\"crosscheck\" tests=\"{tests}\" failures=\"{failed}\" errors=\"{errors}\">")?;
    for (check, Suite { tests, failed, cases }) in Check::ALL.iter().zip(&suites) {
        writeln!(out, "  <testsuite name=\"{check}\" tests=\"{tests}\" failures=\"{failed}\" errors=\"0\">")?;
        write!(out, "{cases}")?;
        writeln!(out, "  </testsuite>")?;
    }
    if unsupported > 0 {
        writeln!(out, "  <testsuite name=\"{UNSUPPORTED}\" tests=\"{unsupported}\" failures=\"0\" errors=\"0\">")?;
        for entry in &report.unsupported {
            let (message, path) = (attribute(&entry.message), attribute(&entry.passage.path));
            let (line, words) = (entry.passage.line, content(&escape::line(&entry.passage.text)));
            write!(out, "    <testcase classname=\"crosscheck.{UNSUPPORTED}\" name=\"{message}\"")?;
            writeln!(out, " file=\"{path}\" line=\"{line}\">")?;
            writeln!(out, "      <system-out>note: {message}\n{words}</system-out>\n    </testcase>")?;
        }
        writeln!(out, "  </testsuite>")?;
    }
    if errors > 0 {
        writeln!(out, "  <testsuite name=\"articles\" tests=\"{errors}\" failures=\"0\" errors=\"{errors}\">")?;
        for failure in &report.failures {
            let (path, message) = (attribute(&failure.path), attribute(&failure.message));
            writeln!(out, "    <testcase classname=\"crosscheck.articles\" name=\"{path}\">")?;
            writeln!(out, "      <error type=\"unreadable\" message=\"{message}\"/>\n    </testcase>")?;
        }
        writeln!(out, "  </testsuite>")?;
    }
    writeln!(out, "</testsuites>")
}

/// The tests of one check.
struct Suite {
    tests: usize,
    failed: usize,
    cases: String,
}

fn suite(report: &Report, check: Check) -> Suite {
    let found: Vec<&ConflictEntry> = report.conflicts.iter().filter(|conflict| conflict.check == check).collect();
    let mut cases = String::new();
    for conflict in &found {
        case(report, conflict, &mut cases);
    }
    if found.is_empty() {
        let _ = writeln!(cases, "    <testcase classname=\"crosscheck.{check}\" name=\"no conflict\"/>");
    }
    let failed = found.iter().filter(|conflict| conflict.is_open() && conflict.severity > Severity::Note).count();
    Suite { tests: found.len().max(1), failed, cases }
}

fn case(report: &Report, conflict: &ConflictEntry, out: &mut String) {
    let ConflictEntry { check, severity, id, .. } = conflict;
    let message = attribute(&conflict.message);
    let _ = write!(out, "    <testcase classname=\"crosscheck.{check}\" name=\"{message} ({id})\"");
    if let Some(passage) = report.primary(conflict) {
        let _ = write!(out, " file=\"{}\" line=\"{}\"", attribute(&passage.path), passage.line);
    }
    let detail = content(&detail(conflict));
    let _ = match severity {
        _ if !conflict.is_open() => {
            let reason = conflict.accepted.as_ref().and_then(|accepted| accepted.reason.as_deref());
            let reason = attribute(&format!("accepted: {}", reason.unwrap_or("in the baseline")));
            writeln!(out, ">\n      <skipped message=\"{reason}\"/>")
        }
        Severity::Note => writeln!(out, ">\n      <system-out>note: {message}\n{detail}</system-out>"),
        _ => writeln!(out, ">\n      <failure type=\"{severity}\" message=\"{message}\">{detail}</failure>"),
    };
    out.push_str("    </testcase>\n");
}

fn detail(conflict: &ConflictEntry) -> String {
    let mut text = String::new();
    for side in &conflict.sides {
        let _ = writeln!(text, "{} ({})", escape::line(&side.value), sources(side.independent_sources));
        for passage in &side.passages {
            let (path, words) = (escape::line(&passage.path), escape::line(&passage.text));
            let rule = escape::line(&passage.rule);
            let _ = writeln!(text, "  {path}:{}:{} [{rule}] {words}", passage.line, passage.column);
        }
    }
    for (number, step) in conflict.explanation.iter().enumerate() {
        let _ = writeln!(text, "{}. {}", number + 1, escape::line(step));
    }
    text
}

/// Untrusted text between quotation marks.
fn attribute(text: &str) -> String {
    content(&escape::line(text)).replace('"', "&quot;")
}

/// Text between tags; hidden characters are already visible in it.
fn content(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::sample;

    fn written() -> String {
        let mut out = Vec::new();
        write(&sample::report(), Look::default(), &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn as_written_out() {
        insta::assert_snapshot!(written());
    }

    #[test]
    fn totals_agree_with_what_is_there() {
        let xml = written();
        let count = |tag: &str| xml.matches(tag).count();
        let totals = format!("tests=\"{}\" failures=\"{}\" errors=\"2\"", count("<testcase"), count("<failure"));
        assert!(xml.lines().nth(1).unwrap().contains(&totals), "{totals}");
        assert_eq!(count("<failure"), 3);
    }
}
