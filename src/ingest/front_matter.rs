//! Front matter: YAML between two lines of `---` at the head of a file, or lines such as `title: …` and `date: …` there
//! with an empty line after them, as people type them who never heard of YAML.
//!
//! Keys other than `title`, `source` and `date` belong to whoever wrote the file and are passed over.

use crate::source::{LineIndex, Span};
use serde::Deserialize;

/// Front matter is looked for in this many bytes.
const LONGEST: usize = 64 * 1024;
/// Lines without a fence are at most so many.
const MOST_LINES: usize = 12;

/// What an outlet says of its article.
#[derive(Debug, Default)]
pub(super) struct FrontMatter {
    pub(super) title: Option<String>,
    /// The title's bytes in the file, without quotation marks; `None` where it is not on one line.
    pub(super) title_span: Option<Span>,
    pub(super) source: Option<String>,
    /// As written.
    pub(super) date: Option<String>,
    /// The first byte after the closing line; 0 where there is no front matter.
    pub(super) end: usize,
}

#[derive(Deserialize)]
struct Keys {
    title: Option<String>,
    source: Option<String>,
    date: Option<String>,
}

/// Reads the front matter at the head of `text`.
///
/// # Errors
/// The message, with line and column, where the YAML is broken.
pub(super) fn front_matter(text: &str) -> Result<FrontMatter, String> {
    let Some((inner, end)) = fence(text) else { return Ok(open_lines(text).unwrap_or_default()) };
    if inner.of(text).trim().is_empty() {
        return Ok(FrontMatter { end, ..FrontMatter::default() });
    }
    let keys: Keys = match serde_yaml::from_str(inner.of(text)) {
        Ok(keys) => keys,
        Err(error) => plain_lines(inner.of(text)).ok_or_else(|| message(text, inner, &error))?,
    };
    Ok(found(text, inner, end, keys))
}

fn found(text: &str, inner: Span, end: usize, keys: Keys) -> FrontMatter {
    let full = |value: Option<String>| value.map(|value| value.trim().to_owned()).filter(|value| !value.is_empty());
    let title = full(keys.title);
    let title_span = title.as_ref().and_then(|_| value_span(text, inner, "title"));
    FrontMatter { title, title_span, source: full(keys.source), date: full(keys.date), end }
}

/// `key: value` lines without a fence, up to the first empty line. Two of the three keys must be there, and a date must be
/// one: a story may begin with "Source: …" or "Date: …" and mean nothing by it.
fn open_lines(text: &str) -> Option<FrontMatter> {
    let start = text.len() - text.strip_prefix('\u{feff}').unwrap_or(text).len();
    let mut end = start;
    for line in text.get(start..)?.split_inclusive('\n').take(MOST_LINES) {
        if line.trim().is_empty() {
            break;
        }
        end += line.len();
    }
    let inner = Span::new(start, end);
    let keys = plain_lines(inner.of(text))?;
    let given = [&keys.title, &keys.source, &keys.date].into_iter().flatten().count();
    let dated = keys.date.as_deref().is_none_or(|date| super::published::find(date).is_some());
    (given >= 2 && dated).then(|| found(text, inner, end, keys))
}

/// `key: value` lines taken as they stand: what people type without thinking of YAML, which takes neither a second colon
/// ("Storm: the toll") nor text after a quotation ("'Enough', say nurses"). `None` where a line is anything else.
fn plain_lines(inner: &str) -> Option<Keys> {
    let mut keys = Keys { title: None, source: None, date: None };
    for line in inner.lines().filter(|line| !line.trim().is_empty()) {
        let (key, value) = line.split_once(": ").or_else(|| Some((line.trim_end().strip_suffix(':')?, "")))?;
        let named = key.starts_with(|c: char| c.is_alphabetic())
            && key.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | ' '));
        if !named || value.trim_start().starts_with(['|', '>', '[', '{', '&', '*', '!']) {
            return None;
        }
        let slot = match key.to_ascii_lowercase().as_str() {
            "title" => &mut keys.title,
            "source" => &mut keys.source,
            "date" => &mut keys.date,
            _ => continue,
        };
        if slot.is_some() {
            return None;
        }
        let value = value.trim();
        let quoted =
            ['"', '\''].iter().find_map(|q| value.strip_prefix(*q)?.strip_suffix(*q).filter(|v| !v.contains(*q)));
        *slot = Some(quoted.unwrap_or(value).to_owned());
    }
    Some(keys)
}

/// The lines between the fences, and the first byte after the second.
fn fence(text: &str) -> Option<(Span, usize)> {
    let mark = text.len() - text.strip_prefix('\u{feff}').unwrap_or(text).len();
    let mut at = mark;
    let mut start = None;
    for line in text.get(mark..)?.split_inclusive('\n') {
        let fence = line.trim_end() == "---" || (start.is_some() && line.trim_end() == "...");
        match (start, fence) {
            (None, false) => return None,
            (None, true) => start = Some(at + line.len()),
            (Some(start), true) => return Some((Span::new(start, at), at + line.len())),
            (Some(_), false) => {}
        }
        at += line.len();
        if at > LONGEST {
            return None;
        }
    }
    None
}

fn message(text: &str, inner: Span, error: &serde_yaml::Error) -> String {
    let plain = error.without_snippet().to_string();
    let first = plain.lines().next().unwrap_or("").trim_end_matches('.').to_owned();
    let line = LineIndex::new(text).position(text, inner.start).line;
    match error.location() {
        Some(place) => format!(
            "front matter, line {}, column {}: {first}; put a value that holds a colon or a quotation mark in quotes",
            line + usize::try_from(place.line()).unwrap_or(1).max(1) - 1,
            place.column()
        ),
        None => format!("front matter, line {line}: {first}; write it as `key: value` lines between two lines of ---"),
    }
}

/// The bytes of the value of `key` where it stands on the key's own line, without its quotation marks.
fn value_span(text: &str, inner: Span, key: &str) -> Option<Span> {
    let mut at = inner.start;
    for line in inner.of(text).split_inclusive('\n') {
        let named = line.get(..key.len()).is_some_and(|start| start.eq_ignore_ascii_case(key));
        if named && let Some(rest) = line[key.len()..].trim_start().strip_prefix(':') {
            let start = at + (line.len() - rest.len());
            let span = Span::new(start, at + line.len()).trimmed(text);
            let value = span.of(text);
            let quoted = value.len() > 1 && ['"', '\''].iter().any(|q| value.starts_with(*q) && value.ends_with(*q));
            let span = if quoted { Span::new(span.start + 1, span.end - 1) } else { span };
            return (!value.starts_with(['|', '>']) && !span.is_empty()).then_some(span);
        }
        at += line.len();
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_and_the_place_of_the_title() {
        let text = "\u{feff}---\nsource: The Gazette\nmood: grim\ndate: 2025-05-13\ntitle: \"One: two\"\n---\nBody.";
        let found = front_matter(text).unwrap();
        assert_eq!(found.title.as_deref(), Some("One: two"));
        assert_eq!(found.title_span.map(|span| span.of(text)), Some("One: two"));
        assert_eq!(found.source.as_deref(), Some("The Gazette"));
        assert_eq!(found.date.as_deref(), Some("2025-05-13"));
        assert_eq!(&text[found.end..], "Body.");
    }

    #[test]
    fn a_rule_is_not_front_matter() {
        assert_eq!(front_matter("---\nBody without an end.").unwrap().end, 0);
        assert_eq!(front_matter("Body.\n---\n").unwrap().end, 0);
    }

    #[test]
    fn a_colon_or_a_quotation_in_a_title_needs_no_quotes() {
        let text = "---\ntitle: Storm: 'Enough', say nurses\nsource: \"Mail: North\"\n---\nBody.";
        let found = front_matter(text).unwrap();
        assert_eq!(found.title.as_deref(), Some("Storm: 'Enough', say nurses"));
        assert_eq!(found.title_span.map(|span| span.of(text)), Some("Storm: 'Enough', say nurses"));
        assert_eq!(found.source.as_deref(), Some("Mail: North"));
        assert_eq!(front_matter("---\ntitle: 'No', she said\n---\n").unwrap().title.as_deref(), Some("'No', she said"));
    }

    #[test]
    fn lines_without_a_fence() {
        let text = "Title: Storm: the toll\nSource: The Gazette\nDate: 13 May 2025\n\nBody.";
        let found = front_matter(text).unwrap();
        assert_eq!(found.title.as_deref(), Some("Storm: the toll"));
        assert_eq!(found.title_span.map(|span| span.of(text)), Some("Storm: the toll"));
        assert_eq!((found.source.as_deref(), found.date.as_deref()), (Some("The Gazette"), Some("13 May 2025")));
        assert_eq!(&text[found.end..], "\nBody.");
        for story in [
            "Source: The Gazette\n\nBody.",
            "Title: Storm\nSource: The Gazette\nThe wall fell.\n\nBody.",
            "Title: Storm\nDate: to be told\n\nBody.",
            "Q: Who?\nA: Us.\n\nBody.",
        ] {
            assert_eq!(front_matter(story).unwrap().end, 0, "{story}");
        }
    }

    #[test]
    fn broken_yaml_is_placed() {
        let error = front_matter("---\ndate: 2025-05-13\ntitle: [one\n---\nBody.").unwrap_err();
        assert!(error.starts_with("front matter, line 3, column "), "{error}");
    }
}
