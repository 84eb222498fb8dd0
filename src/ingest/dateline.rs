//! The dateline that opens a wire report: "GENEVA, March 4 (HCN) — …".
//!
//! It is set apart from the first sentence: what it says is where and when the report was written.

use super::published::month;
use crate::source::Span;
use regex::Regex;
use std::sync::LazyLock;

/// A dateline at the head of an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dateline {
    /// The whole, with its dash and the space after it.
    pub span: Span,
    /// The place, as far as it is spelt ("PORTLAND, Maine").
    pub place: Span,
    /// Month, from 1.
    pub month: Option<i8>,
    /// Day of the month, from 1.
    pub day: Option<i8>,
    /// Year, where it is given.
    pub year: Option<i16>,
}

/// A dateline is shorter than this many bytes.
const LONGEST: usize = 120;

const DATE: &str = r"(?:(?:Mon|Tues?|Wednes|Thurs?|Fri|Satur|Sun)(?:day)?\.?,?\s+)?(?:(?<month>[A-Z][a-z]{2,8})\.?\s+(?<day>[0-9]{1,2})|(?<day2>[0-9]{1,2})\s+(?<month2>[A-Z][a-z]{2,8})\.?)(?:,?\s+(?<year>[0-9]{4}))?";
const DASH: &str = r"(?:\s*(?:—|–|--|―)\s*|\s+-\s+)";

static SHOUTED: LazyLock<Option<Regex>> = LazyLock::new(|| {
    // A place in capitals, more of it after a comma, then a date or an agency or both or neither, then a dash.
    Regex::new(&format!(
        r"^(?<place>\p{{Lu}}[\p{{Lu}}.’'-]+(?:[ /]\p{{Lu}}[\p{{Lu}}.’'-]*)*(?:,\s+\p{{Lu}}[\p{{L}}.’']+(?:\s\p{{Lu}}[\p{{L}}.’']+)*)??)(?:,\s+{DATE})?(?:\s*(?:\([^()]{{2,40}}\)|/[^/]{{2,30}}/))?{DASH}"
    ))
    .ok()
});
static DATED: LazyLock<Option<Regex>> = LazyLock::new(|| {
    // A place in ordinary letters needs its date: "Bern, 4 March 2025 – ".
    Regex::new(&format!(
        r"^(?<place>\p{{Lu}}\p{{L}}+(?:[ -]\p{{L}}+){{0,3}}(?:,\s+\p{{Lu}}[\p{{L}}. ]+)??),\s+{DATE}(?:\s*(?:\([^()]{{2,40}}\)|/[^/]{{2,30}}/))?(?:{DASH}|:\s+)"
    ))
    .ok()
});
static AGENCY: LazyLock<Option<Regex>> = LazyLock::new(|| {
    // Or its agency: "Geneva (HCN) - ".
    Regex::new(&format!(
        r"^(?<place>\p{{Lu}}\p{{L}}+(?:[ -]\p{{Lu}}\p{{L}}+){{0,2}})\s+\((?:\p{{Lu}}{{2,5}}|Reuters)\){DASH}"
    ))
    .ok()
});

/// Each pattern, and what a text must have for it to match at all: the patterns take longer to compile than most
/// runs take to read their articles.
static PATTERNS: [(fn(&str) -> bool, &LazyLock<Option<Regex>>); 3] = [
    (|head| begins_in_capitals(head) && has_dash(head), &SHOUTED),
    (|head| head.bytes().any(|byte| byte.is_ascii_digit()) && (has_dash(head) || head.contains(": ")), &DATED),
    (|head| head.contains('(') && has_dash(head), &AGENCY),
];

fn begins_in_capitals(head: &str) -> bool {
    let mut characters = head.chars();
    characters.next().is_some_and(char::is_uppercase)
        && characters.next().is_some_and(|second| second.is_uppercase() || ".’'-".contains(second))
}

fn has_dash(head: &str) -> bool {
    head.contains(['—', '–', '―']) || head.contains("--") || head.contains(" - ")
}

/// The dateline with which `text` begins, its spans in bytes of `text`; `None` where it begins otherwise.
#[must_use]
pub fn dateline(text: &str) -> Option<Dateline> {
    let end = text.char_indices().find(|(at, _)| *at >= LONGEST).map_or(text.len(), |(at, _)| at);
    let head = text.get(..end)?;
    let found = PATTERNS.iter().filter(|(may, _)| may(head)).find_map(|(_, it)| it.as_ref()?.captures(head))?;
    let (whole, place) = (found.get(0)?, found.name("place")?);
    // "NASA — which runs the mission — said": what follows a dateline is a sentence of its own.
    let next = text.get(whole.end()..)?.chars().find(|c| c.is_alphanumeric())?;
    if next.is_lowercase() || place.as_str().chars().filter(|c| c.is_alphabetic()).count() < 3 {
        return None;
    }
    let either = |a: &str, b: &str| found.name(a).or_else(|| found.name(b)).map(|group| group.as_str());
    let number = either("month", "month2").map(month);
    if number == Some(None) {
        return None;
    }
    Some(Dateline {
        span: Span::new(whole.start(), whole.end()),
        place: Span::new(place.start(), place.end()),
        month: number.flatten(),
        day: either("day", "day2").and_then(|day| day.parse().ok()),
        year: found.name("year").and_then(|year| year.as_str().parse().ok()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn assert_dateline(text: &str, place: &str, date: (Option<i16>, Option<i8>, Option<i8>), rest: &str) {
        let found = dateline(text).expect(text);
        assert_eq!(found.place.of(text), place);
        assert_eq!((found.year, found.month, found.day), date);
        assert_eq!(&text[found.span.end..], rest);
    }

    #[test]
    fn wire_datelines() {
        assert_dateline("OSLO, March 4 (HCN) - Two met.", "OSLO", (None, Some(3), Some(4)), "Two met.");
        assert_dateline("PORT AUX, Ohio — A man was held.", "PORT AUX, Ohio", (None, None, None), "A man was held.");
        assert_dateline(
            "LIMA, Nov. 12, 2025 — “No,” he said.",
            "LIMA",
            (Some(2025), Some(11), Some(12)),
            "“No,” he said.",
        );
        assert_dateline("OSLO, May 3, 2025 /HCN/ -- Two met.", "OSLO", (Some(2025), Some(5), Some(3)), "Two met.");
        assert_dateline("Oslo (HCN) – Two met.", "Oslo", (None, None, None), "Two met.");
        assert_dateline("Oslo, 4 March 2025 – Two met.", "Oslo", (Some(2025), Some(3), Some(4)), "Two met.");
    }

    #[test]
    fn sentences_with_dashes_have_no_dateline() {
        assert_eq!(dateline("NATO — which met in Oslo — said so."), None);
        assert_eq!(dateline("Ruiz, who is 40 — Two met."), None);
        assert_eq!(dateline("A – B"), None);
        assert_eq!(dateline("Two met on March 4 – In Oslo"), None);
    }
}
