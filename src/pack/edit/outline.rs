//! The outline of a pack from its lines alone: which keys a line stands under. Good enough for block YAML as people write
//! it, whether or not the whole is YAML yet.

/// A line: the column of its first key or value (list marks left out), its key, and what follows the colon.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Line<'a> {
    pub(super) column: usize,
    pub(super) key: Option<&'a str>,
    pub(super) rest: &'a str,
}

/// Reads one line; `None` for one without anything.
pub(super) fn line(text: &str) -> Option<Line<'_>> {
    let mut rest = text.trim_start();
    while let Some(item) = rest.strip_prefix("- ") {
        rest = item.trim_start();
    }
    if rest == "-" {
        rest = "";
    }
    if rest.starts_with('#') || rest.is_empty() && text.trim().is_empty() {
        return None;
    }
    let column = text.len() - rest.len();
    let end = rest.find(|c: char| !(c.is_alphanumeric() || matches!(c, '_' | '-'))).unwrap_or(rest.len());
    let (word, after) = rest.split_at(end);
    match after.strip_prefix(':').filter(|after| after.is_empty() || after.starts_with([' ', '\t'])) {
        Some(value) if !word.is_empty() => Some(Line { column, key: Some(word), rest: value.trim_start() }),
        _ => Some(Line { column, key: None, rest }),
    }
}

/// The keys above the last of `lines`, the outermost first; that line's own key is not among them.
pub(super) fn path<'a>(lines: &[&'a str]) -> Vec<&'a str> {
    let Some((last, above)) = lines.split_last() else { return Vec::new() };
    // On a line that is still empty, what is written goes where the cursor is.
    let mut column = line(last).map_or(last.len(), |line| line.column);
    let mut found = Vec::new();
    for above in above.iter().rev().filter_map(|text| line(text)) {
        if let Some(key) = above.key.filter(|_| above.column < column) {
            found.push(key);
            column = above.column;
        }
    }
    found.reverse();
    found
}

/// The keys directly under `outer`, in block or in flow style, with what follows each.
pub(super) fn children<'a>(text: &'a str, outer: &[&str]) -> Vec<(&'a str, &'a str)> {
    let mut found = Vec::new();
    let mut open: Vec<(usize, &str)> = Vec::new();
    for line in text.lines().filter_map(line) {
        while open.last().is_some_and(|(column, _)| *column >= line.column) {
            open.pop();
        }
        let Some(key) = line.key else { continue };
        if open.iter().map(|(_, key)| *key).eq(outer.iter().copied()) {
            found.push((key, line.rest));
        }
        open.push((line.column, key));
        if open.iter().map(|(_, key)| *key).eq(outer.iter().copied()) {
            found.extend(flow(line.rest));
        }
    }
    found
}

/// The keys of a mapping in flow style on one line, `{agent: party, with: party}`.
pub(super) fn flow(text: &str) -> Vec<(&str, &str)> {
    let Some(inner) = text.trim().strip_prefix('{') else { return Vec::new() };
    let parts = inner.trim_end_matches('}').split(',');
    parts.filter_map(|part| part.split_once(':')).map(|(key, value)| (key.trim(), value.trim())).collect()
}

/// The pack's name.
pub(super) fn pack_name(text: &str) -> Option<&str> {
    let mut lines = text.lines().filter_map(line).filter(|line| line.column == 0);
    lines.find(|line| line.key == Some("pack")).map(|line| line.rest.trim().trim_matches(['"', '\'']))
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "pack: p\n# x: y\npredicates:\n  meet:\n    roles: {agent: party, with: party}\nclaims:\n  - id: met\n    set:\n      polarity: negative\n    ma\n";

    #[test]
    fn a_line_stands_under_its_keys() {
        let lines: Vec<&str> = TEXT.lines().collect();
        assert_eq!(path(&lines[..5]), ["predicates", "meet"]);
        assert_eq!(path(&lines[..9]), ["claims", "set"]);
        assert_eq!(path(&lines), ["claims"]);
        assert_eq!(path(&["claims:", "  - id: a", "    "]), ["claims"]);
        assert_eq!(path(&["claims:", "  - "]), ["claims"]);
        assert_eq!(path(&[]), [""; 0]);
    }

    #[test]
    fn keys_are_found_in_both_styles() {
        assert_eq!(children(TEXT, &["predicates"]), [("meet", "")]);
        assert_eq!(children(TEXT, &["predicates", "meet", "roles"]), [("agent", "party"), ("with", "party")]);
        assert_eq!(children("vars: {a: [x], b: [y]}\n", &["vars"]).len(), 2);
        assert_eq!(pack_name(TEXT), Some("p"));
    }
}
