//! What is left in a text by the programs it came through and says nothing: tags, line breaks spelt out, ruled lines.
//!
//! It is passed over like white space. Text between tags is kept; nothing is taken out of a word.

/// The longest tag; a longer run after "<" is text.
const LONGEST_TAG: usize = 240;
/// This many equal marks in a row are a ruled line.
const RULE: usize = 5;

/// The bytes of debris with which `rest` begins, where it begins with some; `first` is its first character.
pub(super) fn debris(first: char, rest: &str) -> Option<usize> {
    match first {
        '<' => tag(rest, "<", ">"),
        '&' => tag(rest, "&lt;", "&gt;"),
        '\\' => break_spelt_out(rest),
        '/' | '=' | '*' | '~' | '-' | '#' | '+' => {
            let run = rest.bytes().take_while(|&b| char::from(b) == first).count();
            (run >= RULE).then_some(run)
        }
        _ => None,
    }
}

/// "<em>", "</p>", "&lt;b&gt;".
fn tag(rest: &str, open: &str, close: &str) -> Option<usize> {
    let inner = rest.strip_prefix(open)?;
    let name = inner.strip_prefix('/').unwrap_or(inner);
    if !name.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return None;
    }
    let inner = inner.as_bytes();
    let reach = inner.get(..LONGEST_TAG.min(inner.len()))?;
    let end = reach.iter().position(|b| matches!(b, b'<' | b'>' | b'&' | b'\n'))?;
    inner.get(end..)?.starts_with(close.as_bytes()).then_some(open.len() + end + close.len())
}

/// A line break, return or tab as a backslash and a letter ("\\r\\n"), also with a space between them.
fn break_spelt_out(rest: &str) -> Option<usize> {
    let after = rest.strip_prefix('\\')?;
    let letter = after.strip_prefix(' ').unwrap_or(after);
    let tail = letter.strip_prefix(['r', 'n', 't'])?;
    // "\\new" is a word of a path.
    (!tail.starts_with(|c: char| c.is_lowercase() || c.is_numeric())).then_some(rest.len() - tail.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn assert_debris(text: &str, expected: &str) {
        let first = text.chars().next().unwrap_or(' ');
        assert_eq!(debris(first, text).map_or("", |length| &text[..length]), expected);
    }

    #[test]
    fn tags_are_debris_and_comparisons_are_not() {
        assert_debris("<em class=\"a\">Yes.", "<em class=\"a\">");
        assert_debris("</p> and", "</p>");
        assert_debris("&lt;b&gt;Yes", "&lt;b&gt;");
        assert_debris("<b is less than 5", "");
        assert_debris("< 5 and > 3", "");
        assert_debris("&lt;b is less", "");
    }

    #[test]
    fn breaks_spelt_out_are_debris_and_paths_are_not() {
        assert_debris("\\r\\n Then", "\\r");
        assert_debris("\\ nThen", "\\ n");
        assert_debris("\\new\\reports", "");
    }

    #[test]
    fn ruled_lines_are_debris_and_dashes_are_not() {
        assert_debris("///////Head", "///////");
        assert_debris("-- he said", "");
    }
}
