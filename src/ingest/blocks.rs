//! What each paragraph of an article is for: headline, prose, caption, byline, notice or metadata.
//!
//! The bar for calling a paragraph anything but prose is high: a swallowed paragraph is a conflict nobody sees.
//! Word lists are data (`rules/english/layout.txt`); what is here is shape: length, capitals, place on the page.

use super::dateline::dateline;
use super::paragraphs::paragraphs;
use super::phrases::{phrases, plain};
use super::published;
use crate::source::{Block, BlockKind, Span};

/// A headline has at most this many words.
const HEADLINE: usize = 22;
/// A byline or a time stamp has at most this many.
const BYLINE: usize = 14;
/// Bylines and time stamps stand within this many blocks of the top.
const TOP: usize = 6;
/// Words that stand in a byline without a capital.
const SMALL: [&str; 14] = ["and", "in", "for", "of", "at", "the", "on", "with", "by", "de", "van", "von", "al", "|"];
/// Words that stand in a time stamp beside its numbers, months and days.
const STAMP: [&str; 34] = [
    "posted",
    "published",
    "updated",
    "last",
    "first",
    "originally",
    "created",
    "edited",
    "story",
    "article",
    "modified",
    "on",
    "at",
    "uk",
    "local",
    "time",
    "of",
    "am",
    "pm",
    "a.m",
    "p.m",
    "p",
    "date",
    "st",
    "nd",
    "rd",
    "th",
    "and",
    "was",
    "by",
    "a",
    "m",
    "live",
    "ago",
];

/// The blocks of `text` from byte `body` on (the front matter, if any, ends there), in order, none overlapping.
#[must_use]
pub fn blocks(text: &str, body: usize) -> Vec<Block> {
    let spans = paragraphs(text, body);
    let mut reader = Reader { text, found: Vec::with_capacity(spans.len() + 2), titled: body > 0, prose: false };
    let total = spans.len();
    for (i, span) in spans.into_iter().enumerate() {
        reader.paragraph(span, i, total);
    }
    reader.found
}

struct Reader<'a> {
    text: &'a str,
    found: Vec<Block>,
    /// Whether a headline has been seen, in front matter or above.
    titled: bool,
    /// Whether running text has been seen.
    prose: bool,
}

impl Reader<'_> {
    fn push(&mut self, span: Span, kind: BlockKind) {
        let span = span.trimmed(self.text);
        if !span.is_empty() {
            self.prose |= kind == BlockKind::Paragraph;
            self.titled |= kind == BlockKind::Headline;
            self.found.push(Block { span, kind });
        }
    }

    fn paragraph(&mut self, span: Span, index: usize, total: usize) {
        let inner = span.of(self.text);
        let lower = plain(inner);
        if let Some(length) = date_line(&lower) {
            self.push(Span::new(span.start, span.start + length), BlockKind::Metadata);
            let rest = Span::new(span.start + length, span.end).trimmed(self.text);
            if !rest.is_empty() {
                self.paragraph(rest, index, total);
            }
            return;
        }
        let words = inner.split_whitespace().count();
        let known = phrases();
        if inner.starts_with('#') {
            let bare = inner.trim_start_matches('#');
            let hashes = inner.len() - bare.len();
            if hashes <= 6 && bare.starts_with(' ') {
                return self.push(Span::new(span.start + hashes, span.end), BlockKind::Headline);
            }
        }
        if words <= BYLINE + 6 && known.metadata(&lower) {
            return self.push(span, BlockKind::Metadata);
        }
        if let Some(label) = ["caption:", "caption -"].iter().find(|label| lower.starts_with(**label)) {
            return self.caption(Span::new(span.start + label.len(), span.end));
        }
        if words <= 60
            && let Some(at) = known.credit(&lower).filter(|at| is_credit(inner, *at))
        {
            self.push(Span::new(span.start, span.start + at), BlockKind::Caption);
            return self.push(Span::new(span.start + at, span.end), BlockKind::Byline);
        }
        if known.boilerplate(&lower, words) {
            return self.push(span, BlockKind::Boilerplate);
        }
        if self.is_byline(inner, &lower, words, index) {
            return self.push(span, BlockKind::Byline);
        }
        if !self.titled && !self.prose && is_headline(inner, words) && index + 1 < total {
            return self.push(span, BlockKind::Headline);
        }
        self.prose(span);
    }

    /// A caption, its credit in brackets apart: "A leg of the lander. (Ana Ruiz/HCN)".
    fn caption(&mut self, span: Span) {
        let inner = span.of(self.text).trim_end();
        let credit = inner.ends_with(')').then(|| inner.rfind('(')).flatten().filter(|at| {
            let (before, inside) = inner.split_at(*at);
            before.trim_end().ends_with(['.', '!', '?', '”', '"']) && inside.split_whitespace().count() <= 6
        });
        let end = span.start + credit.unwrap_or(span.len());
        self.push(Span::new(span.start, end), BlockKind::Caption);
        self.push(Span::new(end, span.end), BlockKind::Byline);
    }

    /// Running text; the dateline at the head of the article is metadata.
    fn prose(&mut self, span: Span) {
        let opening = (!self.prose).then(|| dateline(span.of(self.text))).flatten();
        let start = span.start + opening.map_or(0, |line| line.span.end);
        self.push(Span::new(span.start, start), BlockKind::Metadata);
        self.push(Span::new(start, span.end), BlockKind::Paragraph);
    }

    fn is_byline(&self, inner: &str, lower: &str, words: usize, index: usize) -> bool {
        if words > BYLINE {
            return false;
        }
        let stop = inner.ends_with(['.', '?', '!', '”', '"', '…']) && !lower.ends_with("m.");
        let top = index < TOP;
        let known = phrases();
        if reading_time(lower) || (!stop && known.byline(lower)) {
            return true;
        }
        if stop {
            return false;
        }
        let named = inner.strip_prefix("By ").or_else(|| inner.strip_prefix("BY ")).is_some_and(is_names);
        let signed =
            ["— ", "– ", "- ", "—"].iter().any(|dash| inner.strip_prefix(dash).is_some_and(is_names)) && words <= 6;
        let role = top && known.role(lower) && is_names(inner) && !self.prose && words <= 10;
        (top && named) || (signed && self.prose) || role || (top && is_stamp(inner, lower))
    }
}

/// The length of a line's head that says the date to machines: "date 2024-09-26".
fn date_line(lower: &str) -> Option<usize> {
    let rest = lower.strip_prefix("date")?.trim_start_matches([':', ' ', '\t']);
    let start = lower.len() - rest.len();
    let digits = rest.get(..10)?;
    let iso = digits.bytes().enumerate().all(|(i, b)| if i == 4 || i == 7 { b == b'-' } else { b.is_ascii_digit() });
    let time = rest.bytes().skip(10).take_while(|b| b.is_ascii_digit() || b"t:+-z".contains(b)).count();
    (iso && start > 4).then_some(start + 10 + time)
}

/// A short line without a final stop: what stands over an article.
fn is_headline(inner: &str, words: usize) -> bool {
    let closes = inner.ends_with(['.', ':', ';', ',', '…']) && !inner.ends_with("..");
    // Two sentences in a line are prose.
    words <= HEADLINE && !closes && !inner.contains(". ") && inner.chars().any(char::is_alphabetic)
}

/// Whether every word has a capital or is one that joins names.
fn is_names(inner: &str) -> bool {
    let mut any = false;
    let all =
        inner.split(|c: char| c.is_whitespace() || c == '/' || c == ',').filter(|word| !word.is_empty()).all(|word| {
            let name =
                word.chars().find(|c| c.is_alphanumeric()).is_none_or(|c| c.is_uppercase() || word.starts_with('@'));
            any |= name;
            name || SMALL.contains(&word)
        });
    any && all
}

/// Whether a credit stands at byte `at`: a label with a capital and a few names, not "a mixed picture: sales rose".
fn is_credit(inner: &str, at: usize) -> bool {
    inner.get(at..).is_some_and(|credit| {
        credit.starts_with(char::is_uppercase) && credit.split_whitespace().count() <= 9 && is_names(credit)
    })
}

/// "3 min read", "Reading time: 3 minutes".
fn reading_time(lower: &str) -> bool {
    let bare = lower.trim_end_matches('.');
    let digits = bare.starts_with(|c: char| c.is_ascii_digit());
    lower.starts_with("reading time") || (digits && (bare.ends_with("min read") || bare.ends_with("minute read")))
}

/// Whether the line holds a date or a clock time and next to nothing else.
fn is_stamp(inner: &str, lower: &str) -> bool {
    let others = lower
        .split(|c: char| !c.is_alphanumeric() && c != '.')
        .map(|word| word.trim_matches('.'))
        .filter(|word| !word.is_empty() && !dated(word))
        .count();
    published::stamped(inner) && others <= 1
}

fn dated(word: &str) -> bool {
    let days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
    let letters = word.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
    let zone = letters.len() <= 4
        && letters.ends_with('t')
        && letters.starts_with(['g', 'e', 'c', 'm', 'p', 'b', 'i', 'a', 'u']);
    letters.is_empty()
        || STAMP.contains(&letters)
        || matches!(letters, "utc" | "akdt" | "akst")
        || zone
        || (letters.len() >= 3 && letters.len() <= 9 && published::month(letters).is_some())
        || (days.iter().any(|day| letters.starts_with(day)) && (letters.len() <= 5 || letters.ends_with("day")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn assert_blocks(text: &str, expected: &[(BlockKind, &str)]) {
        let found: Vec<_> = blocks(text, 0).into_iter().map(|block| (block.kind, block.span.of(text))).collect();
        assert_eq!(found, expected);
    }
    use BlockKind::{Boilerplate, Byline, Caption, Headline, Metadata, Paragraph};

    #[test]
    fn the_parts_of_a_page() {
        assert_blocks(
            "Harbour wall falls\nBy Ana Ruiz\n11/30/09 05:40 PM ET\n\nOSLO, May 4 (HCN) - The wall fell.\n\nRead more: Ten walls",
            &[
                (Headline, "Harbour wall falls"),
                (Byline, "By Ana Ruiz"),
                (Byline, "11/30/09 05:40 PM ET"),
                (Metadata, "OSLO, May 4 (HCN) -"),
                (Paragraph, "The wall fell."),
                (Boilerplate, "Read more: Ten walls"),
            ],
        );
    }

    #[test]
    fn captions_are_claims_and_their_credits_are_not() {
        assert_blocks(
            "The wall fell.\n\nWaves strike the wall Credit: Ana Ruiz/HCN\n\nCaption: The wall on Monday. (Ana Ruiz)",
            &[
                (Paragraph, "The wall fell."),
                (Caption, "Waves strike the wall"),
                (Byline, "Credit: Ana Ruiz/HCN"),
                (Caption, "The wall on Monday."),
                (Byline, "(Ana Ruiz)"),
            ],
        );
    }

    #[test]
    fn a_colon_after_picture_is_no_credit() {
        let text = "The firm gave a mixed picture: sales rose";
        assert_blocks(&format!("{text}\n\n{text}."), &[(Headline, text), (Paragraph, &format!("{text}."))]);
    }

    #[test]
    fn a_date_for_machines_is_cut_from_its_line() {
        assert_blocks(
            " date 2024-09-26 Your support helps us to tell the story Support Now\n\nThe wall fell.",
            &[
                (Metadata, "date 2024-09-26"),
                (Boilerplate, "Your support helps us to tell the story Support Now"),
                (Paragraph, "The wall fell."),
            ],
        );
    }

    #[test]
    fn a_reporter_with_an_office_is_a_byline_and_a_sentence_about_one_is_not() {
        assert_blocks(
            "Ana Ruiz Chief Harbour Correspondent\n\nThe wall fell.",
            &[(Byline, "Ana Ruiz Chief Harbour Correspondent"), (Paragraph, "The wall fell.")],
        );
        assert_blocks(
            "The town has sacked its editor.\n\nHe left.",
            &[(Paragraph, "The town has sacked its editor."), (Paragraph, "He left.")],
        );
    }

    #[test]
    fn stamps_are_dates_and_little_else() {
        for text in [
            "12 January 2010 @ 09:29 pm",
            "Reuters Sep 18, 2013, 02.16PM IST",
            "18 September 2013 Last updated at 13:59 GMT",
        ] {
            assert!(is_stamp(text, &plain(text)), "{text}");
        }
        for text in ["Northgate win 2-1 on 18 September 2013", "Doors open at 10:30", "In May 2013 nothing happened"] {
            assert!(!is_stamp(text, &plain(text)), "{text}");
        }
    }

    proptest! {
        #[test]
        fn blocks_are_in_order_and_apart(text in "[A-Za-z#\\n\\r .:—()“0-9é-]{0,120}") {
            let mut end = 0;
            for block in blocks(&text, 0) {
                prop_assert!(block.span.start >= end && !block.span.of(&text).is_empty());
                end = block.span.end;
            }
        }
    }
}
