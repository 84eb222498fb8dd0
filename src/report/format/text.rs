//! `--format text`: for the terminal. Every passage is quoted from its article and marked.
//!
//! Colours follow the habit of compilers, so that an editor's eye finds the severity first. The wrapping is ours, since
//! a diagnostics library trims a long line around its mark and would cut the very sentence that is to be read.

mod columns;
mod desk;

use crate::check::Severity;
use crate::report::snippet::{self, Piece, same_words};
use crate::report::{ConflictEntry, Look, PassageEntry, Report, SideEntry, counted, escape, sources};
use anstyle::{AnsiColor, Style};
use std::io::{self, Write};
use unicode_width::UnicodeWidthStr;

/// From this width on, a conflict of two sides shows them beside one another.
const WIDE: usize = 160;
/// Lines longer than this are hard to read, however wide the terminal.
const WIDEST: usize = 120;

const BOLD: Style = Style::new().bold();
const GUTTER: Style = AnsiColor::Blue.on_default().bold();
const FAINT: Style = Style::new().dimmed();

pub(super) fn write(report: &Report, look: Look, out: &mut dyn Write) -> io::Result<()> {
    let open = report.conflicts.iter().filter(|conflict| conflict.is_open());
    open.into_iter().try_for_each(|conflict| Page { report, look, conflict }.write(out))?;
    desk::write(report, look, out)
}

/// The last line of a run: "3 articles, 12 claims: 1 error, 2 warnings". Without a line feed.
#[must_use]
pub fn summary(report: &Report) -> String {
    let totals = &report.summary;
    let read = format!("{}, {}", counted(totals.documents, "article"), counted(totals.claims, "claim"));
    let found = Severity::ALL.iter().map(|&severity| (severity, totals.conflicts.of(severity)));
    let found: Vec<String> =
        found.filter(|&(_, count)| count > 0).map(|(severity, count)| counted(count, severity.name())).collect();
    let mut parts = vec![match found.is_empty() {
        true if totals.documents == 0 => "nothing to compare".to_owned(),
        true => "no conflicts".to_owned(),
        false => found.join(", "),
    }];
    let of = |count: usize, what: &str| (count > 0).then(|| format!("{count} {what}"));
    let backlog = report.conflicts.iter().filter(|entry| entry.accepted.as_ref().is_some_and(|entry| entry.baseline));
    let backlog = backlog.count();
    parts.extend(of(totals.accepted.saturating_sub(backlog), "accepted"));
    parts.extend(of(backlog, "in the baseline"));
    parts.extend(
        (totals.unsupported > 0).then(|| format!("{} without a source", counted(totals.unsupported, "sentence"))),
    );
    parts.extend(
        (!report.failures.is_empty()).then(|| format!("{} not read", counted(report.failures.len(), "article"))),
    );
    format!("{read}: {}", parts.join("; "))
}

/// One conflict on its way to the terminal.
struct Page<'a> {
    report: &'a Report,
    look: Look,
    conflict: &'a ConflictEntry,
}

impl Page<'_> {
    fn write(&self, out: &mut dyn Write) -> io::Result<()> {
        let ConflictEntry { severity, check, message, .. } = self.conflict;
        let head = format!("{severity}[{check}]: ");
        let width = self.look.width.saturating_sub(head.len());
        for (number, row) in snippet::wrap(&plain(&escape::line(message)), width).iter().enumerate() {
            let lead = if number == 0 { self.paint(self.severity(), &head) } else { " ".repeat(head.len()) };
            writeln!(out, "{lead}{}", self.paint(BOLD, &self.row(row)))?;
        }
        self.sides(out)?;
        for (number, step) in self.conflict.explanation.iter().enumerate() {
            let lead = if number == 0 { "  why: " } else { "       " };
            self.wrapped(lead, &format!("{}. {}", number + 1, escape::line(step)), out)?;
        }
        writeln!(out, "{}\n", self.paint(FAINT, &format!("  id: {}", self.conflict.id)))
    }

    fn sides(&self, out: &mut dyn Write) -> io::Result<()> {
        if let ([left, right], WIDE..) = (self.conflict.sides.as_slice(), self.look.width) {
            let width = columns::half(self.look.width.min(2 * WIDEST));
            let page = Page { look: Look { width, ..self.look }, ..*self };
            let (mut first, mut second) = (Vec::new(), Vec::new());
            page.side(left, &mut first)?;
            page.side(right, &mut second)?;
            return columns::write(&first, &second, width, out);
        }
        let page = Page { look: Look { width: self.look.width.min(WIDEST), ..self.look }, ..*self };
        self.conflict.sides.iter().try_for_each(|side| page.side(side, out))
    }

    fn side(&self, side: &SideEntry, out: &mut dyn Write) -> io::Result<()> {
        let value = self.paint(BOLD, &escape::line(&side.value));
        writeln!(out, "  {value} ({})", sources(side.independent_sources))?;
        for group in same_words(&side.passages) {
            self.passages(&group, out)?;
        }
        Ok(())
    }

    /// Passages of the same words: one is quoted, the others are named.
    fn passages(&self, group: &[&PassageEntry], out: &mut dyn Write) -> io::Result<()> {
        let Some(first) = group.first() else { return Ok(()) };
        let Some(document) = self.report.document(first) else { return Ok(()) };
        let excerpts = snippet::excerpts(&document.text, first);
        let digits = excerpts.last().map_or(1, |excerpt| excerpt.line.to_string().len()).max(3);
        for (number, passage) in group.iter().enumerate() {
            let arrow = format!("  {:digits$}{} ", "", if number == 0 { "-->" } else { "and" });
            let place = format!("{}:{}:{}", escape::line(&passage.path), passage.line, passage.column);
            let mut about = format!(" [{}]", escape::line(&passage.rule));
            let origin = self.origin(passage);
            // A line with a path is never wrapped, so that it can be clicked: what does not fit is left out.
            if [&arrow, &place, &about, &origin].map(|part| part.width()).iter().sum::<usize>() <= self.look.width {
                about.push_str(&origin);
            }
            writeln!(out, "{}{place}{}", self.paint(GUTTER, &arrow), self.paint(FAINT, &about))?;
        }
        for excerpt in &excerpts {
            let mut number = excerpt.line.to_string();
            for row in snippet::wrap(&excerpt.pieces, self.look.width.saturating_sub(digits + 5)) {
                let gutter = self.paint(GUTTER, &format!("  {number:>digits$} |"));
                let blank = self.paint(GUTTER, &format!("  {:digits$} |", ""));
                writeln!(out, "{gutter} {}", self.row(&row))?;
                if row.iter().any(|piece| piece.marked) {
                    writeln!(out, "{blank} {}", self.marks(&row))?;
                }
                number.clear();
            }
        }
        Ok(())
    }

    /// Where an article comes from: " draft, The Post, 2026-03-03", as far as it is known.
    fn origin(&self, passage: &PassageEntry) -> String {
        let Some(entry) = self.report.documents.get(passage.document) else { return String::new() };
        let draft = entry.draft.then(|| "draft".to_owned());
        let parts = [draft, entry.source.as_deref().map(escape::line), entry.published.clone()];
        let known: Vec<String> = parts.into_iter().flatten().collect();
        if known.is_empty() { String::new() } else { format!(" {}", known.join(", ")) }
    }

    fn row(&self, row: &[Piece]) -> String {
        let last = row.len().saturating_sub(1);
        let shown = row.iter().enumerate().map(|(at, piece)| {
            let text = if at == last { piece.text.trim_end() } else { &piece.text };
            if piece.marked { self.paint(BOLD, text) } else { text.to_owned() }
        });
        shown.collect()
    }

    fn marks(&self, row: &[Piece]) -> String {
        let last = row.iter().rposition(|piece| piece.marked).map_or(0, |at| at + 1);
        let mut line = String::new();
        for piece in &row[..last] {
            if piece.marked {
                let columns = Piece { text: piece.text.trim_end().to_owned(), marked: true }.width();
                line.push_str(&self.paint(self.severity(), &"^".repeat(columns)));
                line.push_str(&" ".repeat(piece.width() - columns));
            } else {
                line.push_str(&" ".repeat(piece.width()));
            }
        }
        line.trim_end().to_owned()
    }

    fn wrapped(&self, lead: &str, text: &str, out: &mut dyn Write) -> io::Result<()> {
        let indent = lead.len() + 3;
        for (number, row) in snippet::wrap(&plain(text), self.look.width.saturating_sub(indent)).iter().enumerate() {
            let lead = if number == 0 { lead.to_owned() } else { " ".repeat(indent) };
            writeln!(out, "{}{}", self.paint(GUTTER, &lead), self.row(row))?;
        }
        Ok(())
    }

    fn severity(&self) -> Style {
        let color = match self.conflict.severity {
            Severity::Error => AnsiColor::BrightRed,
            Severity::Warning => AnsiColor::Yellow,
            Severity::Note => AnsiColor::Cyan,
        };
        color.on_default().bold()
    }

    fn paint(&self, style: Style, text: &str) -> String {
        if self.look.color { format!("{style}{text}{style:#}") } else { text.to_owned() }
    }
}

fn plain(text: &str) -> [Piece; 1] {
    [Piece { text: text.to_owned(), marked: false }]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::sample;

    fn written(look: Look) -> String {
        let mut out = Vec::new();
        write(&sample::report(), look, &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn as_shown() {
        insta::assert_snapshot!(written(Look { width: 90, color: false }));
        insta::assert_snapshot!(summary(&sample::report()));
    }

    #[test]
    fn colours_change_nothing_but_colour() {
        let colored = written(Look { width: 90, color: true });
        assert!(colored.contains("\u{1b}["));
        assert_eq!(anstream::adapter::strip_str(&colored).to_string(), written(Look { width: 90, color: false }));
    }

    #[test]
    fn every_line_fits() {
        let quoted = written(Look { width: 60, color: false });
        assert!(quoted.lines().count() > 20);
        assert_eq!(quoted.lines().filter(|line| line.width() > 60).collect::<Vec<_>>(), Vec::<&str>::new());
    }

    #[test]
    fn a_wide_terminal_shows_two_sides_beside_one_another() {
        let wide = written(Look { width: 170, color: false });
        assert!(
            wide.lines().any(|line| line.contains("met (2 independent") && line.contains("did not meet (1 source)"))
        );
        assert_eq!(wide.lines().filter(|line| line.width() > 170).collect::<Vec<_>>(), Vec::<&str>::new());
        assert!(!written(Look { width: 159, color: false }).contains('│'));
    }

    #[test]
    fn copies_are_quoted_once() {
        let mut report = sample::report();
        let mut copy = report.conflicts[0].sides[0].passages[0].clone();
        copy.path = "copy.txt".into();
        report.conflicts[0].sides[0].passages.push(copy);
        let mut out = Vec::new();
        write(&report, Look::default(), &mut out).unwrap();
        let text = String::from_utf8(out).unwrap();
        assert!(text.contains("     and copy.txt:"), "{text}");
    }
}
