//! What stands behind the open conflicts: accepted ones in a few lines each, and what no source carries.

use super::{FAINT, GUTTER, plain};
use crate::report::{Acceptance, ConflictEntry, Look, PassageEntry, Report, UnsupportedEntry, escape, snippet};
use anstyle::{AnsiColor, Style};
use std::io::{self, Write};

const NOTE: Style = AnsiColor::Cyan.on_default().bold();
const ACCEPTED: Style = AnsiColor::Green.on_default();

/// Writes accepted conflicts and what is unsupported. Those of a baseline are a backlog, and only counted.
pub(super) fn write(report: &Report, look: Look, out: &mut dyn Write) -> io::Result<()> {
    let look = Look { width: look.width.min(super::WIDEST), ..look };
    for conflict in &report.conflicts {
        if let Some(acceptance) = conflict.accepted.as_ref().filter(|acceptance| !acceptance.baseline) {
            accepted(conflict, acceptance, look, out)?;
        }
    }
    report.unsupported.iter().try_for_each(|entry| unsupported(report, entry, look, out))
}

fn accepted(conflict: &ConflictEntry, acceptance: &Acceptance, look: Look, out: &mut dyn Write) -> io::Result<()> {
    head("accepted", conflict.check.name(), &conflict.message, ACCEPTED, look, out)?;
    for side in &conflict.sides {
        for passage in side.passages.iter().take(1) {
            place(passage, &format!(" {}", escape::line(&side.value)), look, out)?;
        }
    }
    let by = acceptance.by.as_ref().map(|by| format!(" by {}", escape::line(by))).unwrap_or_default();
    let until = acceptance.until.as_ref().map(|until| format!(" until {until}")).unwrap_or_default();
    let reason = acceptance.reason.as_deref().map(escape::line).unwrap_or_default();
    rows("  ", &format!("accepted{by}{until}: {reason}"), look, out)?;
    writeln!(out, "{}\n", paint(look, FAINT, &format!("  id: {}", conflict.id)))
}

fn unsupported(report: &Report, entry: &UnsupportedEntry, look: Look, out: &mut dyn Write) -> io::Result<()> {
    head("note", "unsupported", &entry.message, NOTE, look, out)?;
    place(&entry.passage, "", look, out)?;
    let text = report.document(&entry.passage).map_or("", |document| document.text.as_str());
    let mut end = 0;
    for missing in &entry.missing {
        if missing.start < end {
            continue;
        }
        let PassageEntry { start: first, end: last, .. } = entry.passage;
        end = missing.end.min(last).max(missing.start);
        let around = PassageEntry {
            start: missing.start.max(first),
            end,
            line: missing.line,
            column: missing.column,
            ..entry.passage.clone()
        };
        for excerpt in snippet::excerpts(text, &around) {
            let mut number = excerpt.line.to_string();
            for row in snippet::wrap(&excerpt.pieces, look.width.saturating_sub(8)) {
                let quoted: String = row.iter().map(|piece| piece.text.as_str()).collect();
                writeln!(out, "{} {}", paint(look, GUTTER, &format!("  {number:>3} |")), quoted.trim_end())?;
                let marks: String =
                    row.iter().map(|piece| if piece.marked { "^" } else { " " }.repeat(piece.width())).collect();
                if !marks.trim().is_empty() {
                    let marks = paint(look, NOTE, marks.trim_end());
                    writeln!(out, "{} {marks}", paint(look, GUTTER, "      |"))?;
                }
                number.clear();
            }
        }
    }
    writeln!(out)
}

fn head(word: &str, check: &str, message: &str, style: Style, look: Look, out: &mut dyn Write) -> io::Result<()> {
    let lead = format!("{word}[{check}]: ");
    let width = look.width.saturating_sub(lead.len());
    for (number, row) in snippet::wrap(&plain(&escape::line(message)), width).iter().enumerate() {
        let lead = if number == 0 { paint(look, style, &lead) } else { " ".repeat(lead.len()) };
        let text: String = row.iter().map(|piece| piece.text.as_str()).collect();
        writeln!(out, "{lead}{}", text.trim_end())?;
    }
    Ok(())
}

fn place(passage: &PassageEntry, about: &str, look: Look, out: &mut dyn Write) -> io::Result<()> {
    let place = format!("{}:{}:{}", escape::line(&passage.path), passage.line, passage.column);
    writeln!(out, "{} {place}{}", paint(look, GUTTER, "     -->"), paint(look, FAINT, about))
}

fn rows(lead: &str, text: &str, look: Look, out: &mut dyn Write) -> io::Result<()> {
    for row in snippet::wrap(&plain(text), look.width.saturating_sub(lead.len())) {
        let text: String = row.iter().map(|piece| piece.text.as_str()).collect();
        writeln!(out, "{lead}{}", text.trim_end())?;
    }
    Ok(())
}

fn paint(look: Look, style: Style, text: &str) -> String {
    if look.color && !text.is_empty() { format!("{style}{text}{style:#}") } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use crate::report::{Acceptance, Look, sample};
    use std::collections::BTreeMap;
    use unicode_width::UnicodeWidthStr;

    fn decided(baseline: bool) -> String {
        let mut report = sample::report();
        let acceptance = Acceptance {
            reason: Some("the count\u{1b}[2J goes on".into()),
            by: Some("Ruiz".into()),
            until: Some("2026-12-31".into()),
            baseline,
        };
        let ids = report.conflicts.iter().map(|conflict| (conflict.id.clone(), acceptance.clone()));
        let ids: BTreeMap<_, _> = ids.collect();
        report.accept(&ids);
        let mut out = Vec::new();
        super::super::write(&report, Look { width: 70, color: false }, &mut out).unwrap();
        format!("{}{}", String::from_utf8(out).unwrap(), super::super::summary(&report))
    }

    #[test]
    fn accepted_conflicts_are_shown_in_short() {
        let text = decided(false);
        assert!(text.contains("accepted[polarity]: ") && text.contains("accepted by Ruiz until 2026-12-31: the count"));
        assert!(!text.contains("why: ") && !text.contains('\u{1b}'), "{text}");
        assert!(text.ends_with("no conflicts; 4 accepted; 2 articles not read"), "{text}");
        assert_eq!(text.lines().filter(|line| line.width() > 70 && !line.contains("-->")).collect::<Vec<_>>(), [""; 0]);
    }

    #[test]
    fn a_backlog_is_only_counted() {
        let text = decided(true);
        assert_eq!(text.lines().count(), 1, "{text}");
        assert!(text.contains("no conflicts; 4 in the baseline"), "{text}");
    }
}
