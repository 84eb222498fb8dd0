//! `--format markdown`: for a pull request, a ticket or a chat.
//!
//! GitHub's dialect. Article text is escaped so that it can neither mark up, link, nor call people by name: a report
//! that mentions `@all` should not send mail.

use crate::report::{Acceptance, ConflictEntry, Look, PassageEntry, Report, escape, sources};
use std::io::{self, Write};

pub(super) fn write(report: &Report, _: Look, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "## crosscheck\n\n{}", super::summary(report))?;
    if !report.failures.is_empty() {
        writeln!(out)?;
    }
    for failure in &report.failures {
        writeln!(out, "- not read: {} – {}", code(&failure.path), text(&failure.message))?;
    }
    report.conflicts.iter().filter(|conflict| conflict.is_open()).try_for_each(|conflict| section(conflict, out))?;
    accepted(report, out)?;
    unsupported(report, out)
}

fn accepted(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    let named = |acceptance: &&Acceptance| !acceptance.baseline;
    let mut list =
        report.conflicts.iter().filter_map(|entry| Some((entry, entry.accepted.as_ref().filter(named)?))).peekable();
    if list.peek().is_some() {
        writeln!(out, "\n### Accepted\n")?;
    }
    list.try_for_each(|(conflict, acceptance)| {
        let reason = acceptance.reason.as_deref().unwrap_or_default();
        writeln!(out, "- {} (`{}`) – {}", text(&conflict.message), conflict.check, text(reason))
    })
}

fn unsupported(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    if !report.unsupported.is_empty() {
        writeln!(out, "\n### Without a source")?;
    }
    report.unsupported.iter().try_for_each(|entry| {
        let place = code(&format!("{}:{}:{}", entry.passage.path, entry.passage.line, entry.passage.column));
        writeln!(out, "\n{}\n\n> {}\n>\n> {place}", text(&entry.message), text(&entry.passage.text))
    })
}

fn section(conflict: &ConflictEntry, out: &mut dyn Write) -> io::Result<()> {
    let ConflictEntry { severity, check, id, .. } = conflict;
    writeln!(out, "\n### {severity}: {} (`{check}`)", text(&conflict.message))?;
    for side in &conflict.sides {
        writeln!(out, "\n**{}** – {}", text(&side.value), sources(side.independent_sources))?;
        side.passages.iter().try_for_each(|passage| quotation(passage, out))?;
    }
    writeln!(out, "\n<details><summary>Why</summary>\n")?;
    for (number, step) in conflict.explanation.iter().enumerate() {
        writeln!(out, "{}. {}", number + 1, text(step))?;
    }
    writeln!(out, "\n`{id}`\n\n</details>")
}

fn quotation(passage: &PassageEntry, out: &mut dyn Write) -> io::Result<()> {
    let place = code(&format!("{}:{}:{}", passage.path, passage.line, passage.column));
    writeln!(out, "\n> {}\n>\n> {place} · {}", text(&passage.text), code(&passage.rule))
}

/// Untrusted text on one line, every mark of Markdown taken literally.
fn text(text: &str) -> String {
    let line = escape::line(text);
    let mut out = String::with_capacity(line.len() + 8);
    let mut characters = line.chars().peekable();
    let mut last = ' ';
    while let Some(character) = characters.next() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            // GitHub looks for names, issues and addresses in the rendered text, where an escape is gone already: only
            // something between the characters keeps it off.
            '@' => out.push_str("@<!-- -->"),
            '#' if characters.peek().is_some_and(char::is_ascii_digit) => out.push_str("#<!-- -->"),
            ':' if characters.peek() == Some(&'/') => out.push_str(":<!-- -->"),
            '.' if last == 'w' => out.push_str(".<!-- -->"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '~' | '$' => out.extend(['\\', character]),
            // What makes a list or a heading does so only in front.
            '#' | '-' | '+' | '=' if out.is_empty() => out.extend(['\\', character]),
            '.' | ')' if !out.is_empty() && out.bytes().all(|byte| byte.is_ascii_digit()) => {
                out.extend(['\\', character]);
            }
            _ => out.push(character),
        }
        last = character.to_ascii_lowercase();
    }
    out
}

/// Untrusted text as code: fenced by one backtick more than it holds in a row.
fn code(text: &str) -> String {
    let line = escape::line(text);
    let longest = line.split(|character| character != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    let pad = if longest > 0 { " " } else { "" };
    format!("{fence}{pad}{line}{pad}{fence}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::sample;

    #[test]
    fn as_written() {
        let mut out = Vec::new();
        write(&sample::report(), Look::default(), &mut out).unwrap();
        insta::assert_snapshot!(String::from_utf8(out).unwrap());
    }

    #[test]
    fn text_cannot_mark_up_link_or_call() {
        assert_eq!(text("*a* [b](c) <i>"), "\\*a\\* \\[b\\](c) &lt;i&gt;");
        assert_eq!(text("@all #12"), "@<!-- -->all #<!-- -->12");
        assert_eq!(text("https://x www.y"), "https:<!-- -->//x www.<!-- -->y");
        assert_eq!(text("1. one\n# two – 3.5"), "1\\. one # two – 3.5");
        assert_eq!(text("- no"), "\\- no");
    }

    #[test]
    fn code_is_fenced_longer_than_its_ticks() {
        assert_eq!(code("a"), "`a`");
        assert_eq!(code("a``b`"), "``` a``b` ```");
    }
}
