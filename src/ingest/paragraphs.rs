//! Lines to paragraphs: by blank lines where a text has them, else a line each, with hard-wrapped lines joined.

use crate::source::Span;

/// Text is wrapped by hand at 60 to 90 characters; a longer line means that lines are paragraphs.
const WIDEST: usize = 110;
/// And a text whose longest line is shorter than this is a list, not wrapped prose.
const NARROWEST: usize = 45;
/// A line whose last sentence has fewer words is a label or a list item, not the head of a broken sentence.
const CLAUSE: usize = 4;

/// A line of so many words is prose, however short its last sentence is so far.
const PROSE: usize = 8;

struct Line {
    span: Span,
    /// Whether a blank line stands before.
    gap: bool,
    /// Characters.
    width: usize,
}

/// The paragraphs of `text` from byte `start` on, in order, without the white space around them.
pub(super) fn paragraphs(text: &str, start: usize) -> Vec<Span> {
    let lines = lines(text, start);
    let widest = lines.iter().map(|line| line.width).max().unwrap_or(0);
    let wrapped = (NARROWEST..=WIDEST).contains(&widest) && breaks_sentences(text, &lines, widest);
    let mut found: Vec<Span> = Vec::new();
    for (i, line) in lines.iter().enumerate() {
        let before = i.checked_sub(1).and_then(|before| lines.get(before));
        match (before, found.last_mut()) {
            (Some(before), Some(last)) if !line.gap && joins(text, before, line, wrapped.then_some(widest)) => {
                *last = last.join(line.span);
            }
            _ => found.push(line.span),
        }
    }
    found
}

/// Whether full lines mostly end in the middle of a sentence. In a text of short paragraphs they do not, however
/// alike in length the paragraphs are.
fn breaks_sentences(text: &str, lines: &[Line], widest: usize) -> bool {
    let full = || lines.iter().filter(|line| is_full(line, widest));
    let ends = |line: &&Line| line.span.of(text).ends_with(['.', '!', '?', '”', '"', '’', ':', '…']);
    let open = full().count() - full().filter(ends).count();
    open >= 2 && open * 2 >= full().count()
}

fn is_full(line: &Line, widest: usize) -> bool {
    line.width * 3 > widest * 2
}

/// The lines that hold something. A line ends at `\n`, `\r`, `\r\n` or a Unicode line or paragraph separator.
fn lines(text: &str, start: usize) -> Vec<Line> {
    let mut found = Vec::new();
    let mut gap = false;
    let mut at = start;
    while at < text.len() {
        let rest = text.get(at..).unwrap_or("");
        let (length, ending) = rest
            .char_indices()
            .find(|(_, c)| matches!(c, '\n' | '\r' | '\u{2028}' | '\u{2029}'))
            .map_or((rest.len(), 0), |(i, c)| {
                (i, if rest.get(i..).is_some_and(|tail| tail.starts_with("\r\n")) { 2 } else { c.len_utf8() })
            });
        let span = Span::new(at, at + length).trimmed(text);
        let inner = span.of(text);
        if inner.chars().any(|c| !c.is_control() && !c.is_whitespace() && c != '\u{feff}') {
            found.push(Line { span, gap, width: inner.chars().count() });
            gap = false;
        } else {
            gap = true;
        }
        at += length + ending.max(1);
    }
    found
}

/// Whether `line` goes on with the paragraph of `before`, the line above it: the line above was full, so that
/// the next word would not have fitted, or it broke off in the middle of a sentence.
fn joins(text: &str, before: &Line, line: &Line, width: Option<usize>) -> bool {
    let (above, below) = (before.span.of(text), line.span.of(text));
    if below.starts_with(['•', '*', '#', '-', '⁃', '▪', '‣', '>']) || above.starts_with('#') {
        return false;
    }
    let broken = above.ends_with(|c: char| c.is_alphanumeric() || c == ',')
        && (below.starts_with(char::is_lowercase) || opens_figure(below) && ends_small(above))
        && !below.chars().nth(1).is_some_and(|c| matches!(c, ')' | '.'))
        && (above.rsplit(". ").next().unwrap_or(above).split_whitespace().take(CLAUSE).count() == CLAUSE
            || above.split_whitespace().take(PROSE).count() == PROSE);
    let word = below.split_whitespace().next().map_or(0, |word| word.chars().count());
    broken || width.is_some_and(|width| before.width + 1 + word > width.saturating_sub(2) && is_full(before, width))
}

/// "( 365.8 m )": a bracket with a figure explains the one before it. "(Reuters) -" begins a paragraph.
fn opens_figure(line: &str) -> bool {
    line.strip_prefix('(').is_some_and(|inner| inner.trim_start().starts_with(|c: char| c.is_ascii_digit()))
}

/// Whether the last word begins with a small letter, as that of a title hardly does.
fn ends_small(line: &str) -> bool {
    line.split_whitespace().next_back().is_some_and(|word| word.starts_with(char::is_lowercase))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn assert_paragraphs(text: &str, expected: &[&str]) {
        let found: Vec<&str> = paragraphs(text, 0).into_iter().map(|span| span.of(text)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn lines_are_paragraphs_where_nothing_was_wrapped() {
        assert_paragraphs("One fell.\nTwo stood.\r\nThree ran.", &["One fell.", "Two stood.", "Three ran."]);
        assert_paragraphs("One fell.\n\n\u{feff}\n  Two stood. ", &["One fell.", "Two stood."]);
    }

    #[test]
    fn hard_wrapped_lines_are_joined() {
        let text = "The council met for five hours on Monday and then\nvoted for the bridge that the town has wanted for\na century.\n\nWork starts in May.";
        assert_eq!(paragraphs(text, 0).len(), 2);
    }

    #[test]
    fn short_paragraphs_of_one_length_are_not_joined() {
        let text = "The council met for five hours on Monday night.\nThe bridge that the town wanted is to be built.\n\
                    The work on the bridge starts in early May now.";
        assert_eq!(paragraphs(text, 0).len(), 3);
    }

    #[test]
    fn a_sentence_broken_by_a_line_end_is_one_paragraph() {
        assert_paragraphs("It was a cold \nnight there.", &["It was a cold \nnight there."]);
        assert_paragraphs("It shot as far as 400 yd\n(365.8 m).", &["It shot as far as 400 yd\n(365.8 m)."]);
        assert_paragraphs(
            "The Harbour Cup Final Trophy\n(6 in high)",
            &["The Harbour Cup Final Trophy", "(6 in high)"],
        );
        assert_paragraphs("apples\npears\nplums", &["apples", "pears", "plums"]);
    }
}
