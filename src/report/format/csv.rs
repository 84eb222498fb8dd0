//! `--format csv`: one row a passage, for a spreadsheet; sentences that no source carries come last, without an id.
//!
//! RFC 4180: commas, CRLF, quotes doubled. A cell that a spreadsheet would take for a formula gets an apostrophe in
//! front, since its text is untrusted; scripts that need the exact text read `json`.

use super::UNSUPPORTED;
use crate::check::Severity;
use crate::report::{Look, PassageEntry, Report, escape};
use std::io::{self, Write};

const HEADER: [&str; 14] = [
    "id",
    "check",
    "severity",
    "message",
    "side",
    "value",
    "independent_sources",
    "path",
    "line",
    "column",
    "start",
    "end",
    "text",
    "rule",
];

pub(super) fn write(report: &Report, _: Look, out: &mut dyn Write) -> io::Result<()> {
    write!(out, "{}\r\n", HEADER.join(","))?;
    for conflict in &report.conflicts {
        for (number, side) in conflict.sides.iter().enumerate() {
            for passage in &side.passages {
                let what = [
                    conflict.id.clone(),
                    conflict.check.to_string(),
                    conflict.severity.to_string(),
                    text(&conflict.message),
                    (number + 1).to_string(),
                    text(&side.value),
                    side.independent_sources.to_string(),
                ];
                row(out, what, passage)?;
            }
        }
    }
    for entry in &report.unsupported {
        let passage = &entry.passage;
        let missing: Vec<&str> = entry.missing.iter().map(|missing| missing.text.as_str()).collect();
        let what = [
            String::new(),
            UNSUPPORTED.to_owned(),
            Severity::Note.to_string(),
            text(&entry.message),
            "1".to_owned(),
            text(&missing.join("; ")),
            "0".to_owned(),
        ];
        row(out, what, passage)?;
    }
    Ok(())
}

/// One line: what is reported, and where the passage stands.
fn row(out: &mut dyn Write, what: [String; 7], passage: &PassageEntry) -> io::Result<()> {
    let place = [
        text(&passage.path),
        passage.line.to_string(),
        passage.column.to_string(),
        passage.start.to_string(),
        passage.end.to_string(),
        text(&passage.text),
        text(&passage.rule),
    ];
    let quoted = |cell: String| {
        let special = cell.contains(['"', ',', '\n', '\r']);
        if special { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell }
    };
    let cells: Vec<String> = what.into_iter().chain(place).map(quoted).collect();
    write!(out, "{}\r\n", cells.join(","))
}

/// Untrusted text: on one line, nothing hidden, never a formula.
fn text(text: &str) -> String {
    let line = escape::line(text);
    if line.starts_with(['=', '+', '-', '@']) { format!("'{line}") } else { line }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::sample;

    #[test]
    fn as_written() {
        let mut out = Vec::new();
        write(&sample::report(), Look::default(), &mut out).unwrap();
        let table = String::from_utf8(out).unwrap();
        assert!(table.lines().count() > 8 && table.split("\r\n").count() == table.lines().count() + 1);
        insta::assert_snapshot!(table.replace("\r\n", "\n"));
    }

    #[test]
    fn a_formula_is_defused() {
        for formula in ["=1+1", "+1", "-1", "@x", "\t=1"] {
            assert!(text(formula).starts_with('\''), "{formula:?}");
        }
        assert_eq!(text("14 – 15"), "14 – 15");
    }
}
