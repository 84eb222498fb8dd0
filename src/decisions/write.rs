//! Entries as text: short lines, in an order that reviews well, whatever the article's words are.

use super::file::{Decision, parse};
use std::fmt::Write as _;

/// What a new file begins with.
const HEAD: &str = "# Conflicts that were looked at and are let stand. `crosscheck accept` adds to this file; take an entry out\n\
    # (`crosscheck accept --remove ID`) to hear of its conflict again.\n";

/// What a baseline begins with.
const BASELINE_HEAD: &str =
    "# Conflicts that were there when this file was written; `crosscheck check --baseline` does not count them.\n";

/// The text of a file of decisions with one more entry, in place of an earlier one of the same conflict.
#[must_use]
pub fn added(text: &str, decision: &Decision) -> String {
    let mut text = removed(text, &decision.id).unwrap_or_else(|| text.to_owned());
    if text.trim().is_empty() {
        HEAD.clone_into(&mut text);
    } else if !text.ends_with('\n') {
        text.push('\n');
    }
    // "[]" holds no entry, and stands in the way of one.
    let lines = text.split_inclusive('\n').filter(|line| line.trim() != "[]");
    lines.collect::<String>() + &entry(decision)
}

/// The text without the entry of a conflict; `None` where there is none.
#[must_use]
pub fn removed(text: &str, id: &str) -> Option<String> {
    let entries = parse(text).ok()?;
    let start = usize::try_from(entries.iter().find(|entry| entry.id == id)?.line).ok()?.checked_sub(1)?;
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    let indent = |line: &str| line.len() - line.trim_start().len();
    let own = indent(lines.get(start)?);
    let rest = lines[start + 1..].iter().position(|line| !line.trim().is_empty() && indent(line) <= own);
    let end = rest.map_or(lines.len(), |rest| start + 1 + rest);
    Some(lines[..start].iter().chain(&lines[end..]).copied().collect())
}

/// The text of a baseline.
#[must_use]
pub fn baseline(decisions: &[Decision]) -> String {
    let entries: String = decisions.iter().map(entry).collect();
    let none = if decisions.is_empty() { "[]\n" } else { "" };
    format!("{BASELINE_HEAD}{entries}{none}")
}

fn entry(decision: &Decision) -> String {
    let mut text = format!("- id: {}\n", quoted_if_needed(&decision.id));
    let mut line = |key: &str, value: Option<String>| {
        if let Some(value) = value {
            let _ = writeln!(text, "  {key}: {value}");
        }
    };
    line("reason", decision.reason.as_deref().map(quoted));
    line("by", decision.by.as_deref().map(quoted));
    line("accepted", decision.accepted.map(|day| day.to_string()));
    line("until", decision.until.map(|day| day.to_string()));
    line("check", decision.check.map(|check| check.name().to_owned()));
    line("message", decision.message.as_deref().map(quoted));
    if !decision.articles.is_empty() {
        let articles: Vec<String> = decision.articles.iter().map(|article| quoted(article)).collect();
        line("articles", Some(format!("[{}]", articles.join(", "))));
    }
    text
}

/// An id is hexadecimal: one of figures only, or with an "e" among them, would be read as a number.
fn quoted_if_needed(id: &str) -> String {
    let number = id.bytes().filter(u8::is_ascii_alphabetic).all(|letter| letter == b'e');
    if number { quoted(id) } else { id.to_owned() }
}

/// A text in YAML's double quotes on one line, what cannot be seen written as escapes.
fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for character in text.chars() {
        match character {
            '"' | '\\' => out.extend(['\\', character]),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            hidden if crate::report::escape::is_hidden(hidden) || hidden == '\u{feff}' => {
                let _ = write!(out, "\\U{:08X}", u32::from(hidden));
            }
            plain => out.push(plain),
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::Check;
    use proptest::prelude::*;

    fn decision(id: &str) -> Decision {
        Decision {
            id: id.repeat(32),
            reason: Some("both are right".into()),
            check: Some(Check::Name),
            ..Decision::default()
        }
    }

    fn read(text: &str) -> Vec<Decision> {
        parse(text).unwrap().into_iter().map(|entry| Decision { line: 0, ..entry }).collect()
    }

    #[test]
    fn entries_are_added_replaced_and_taken_out() {
        let one = added("", &decision("a"));
        let two = added(&one, &decision("b"));
        assert_eq!(read(&two), [decision("a"), decision("b")]);
        let again = Decision { reason: Some("other".into()), ..decision("a") };
        assert_eq!(read(&added(&two, &again)), [decision("b"), again]);
        assert_eq!(removed(&two, &"a".repeat(32)).map(|text| read(&text)), Some(vec![decision("b")]));
        assert_eq!(removed(&two, &"c".repeat(32)), None);
    }

    #[test]
    fn comments_of_other_entries_stay() {
        let a = "a".repeat(32);
        let b = "b".repeat(32);
        let text = format!("# top\n- id: {a}\n  reason: x\n\n# about b\n- id: {b}\n");
        assert_eq!(removed(&text, &a), Some(format!("# top\n# about b\n- id: {b}\n")));
        let last = removed(&format!("- id: {a}"), &a);
        assert_eq!(last.as_deref(), Some(""));
    }

    #[test]
    fn a_baseline_may_be_empty_and_be_added_to() {
        assert_eq!(read(&baseline(&[])), []);
        assert_eq!(read(&added(&baseline(&[]), &decision("a"))), [decision("a")]);
        assert_eq!(read(&baseline(&[decision("1")])), [decision("1")], "an id of figures stays a text");
    }

    proptest! {
        #[test]
        fn every_text_comes_back(reason in "\\PC{0,40}|[\"\\\\\\n\\t:#{}\u{202e}\u{85}\u{feff} -]{0,20}", by in "[\\u{0}-\\u{ff}]{0,8}") {
            let made = Decision { reason: Some(reason), by: Some(by), articles: vec!["a, b: [c].txt".into()], ..decision("c") };
            prop_assert_eq!(read(&added("", &made)), [made]);
        }
    }
}
