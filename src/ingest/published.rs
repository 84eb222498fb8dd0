//! The publication date as outlets write it: in front matter, on a line under the title, in a press release's embargo.
//!
//! Times inside the article's prose are another layer's. A date that can be read two ways (03/04/2025 without
//! a sign of either side of the Atlantic) is no date: unknown beats wrong.

use crate::source::Published;
use jiff::civil::{Date, Time};
use jiff::tz::Offset;
use regex::{Captures, Regex};
use std::sync::LazyLock;

const MONTH: &str = "(?<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?\
                     |oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
/// Stamps are short; nothing further is looked at.
const LONGEST: usize = 240;

/// A pattern that is part of the program; one that did not compile would match nothing, and the tests would tell.
/// Digits and the edges of words are those of ASCII, which cost a tenth to compile.
fn pattern(source: &str) -> Option<Regex> {
    Regex::new(&source.replace(r"\d", "[0-9]").replace(r"\b", r"(?-u:\b)")).ok()
}

static DATES: LazyLock<Vec<Regex>> = LazyLock::new(|| {
    [
        r"(?i)\b(?<year>\d{4})[-./](?<number>\d{1,2})[-./](?<day>\d{1,2})(?:\b|t)".to_owned(),
        format!(r"(?i)\b(?<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?{MONTH}\b[.,]*\s+(?<year>\d{{4}})\b"),
        format!(r"(?i)\b{MONTH}\b[.,]*[\s-]+(?<day>\d{{1,2}})(?:st|nd|rd|th)?[,\s-]+(?<year>\d{{4}})\b"),
        format!(r"(?i)\b{MONTH}-(?<day>\d{{1,2}})-(?<year>\d{{2}})\b"),
        r"\b(?<first>\d{1,2})(?<sign>[/.])(?<second>\d{1,2})[/.](?<year>\d{4}|\d{2})\b".to_owned(),
    ]
    .iter()
    .filter_map(|source| pattern(source))
    .collect()
});
static CLOCK: LazyLock<Option<Regex>> = LazyLock::new(|| {
    pattern(
        r"(?i)(?:\b|t)(?<hour>\d{1,2})\s?[:.]\s?(?<minute>\d{2})(?::\d{2}(?:\.\d+)?)?\s*(?:(?<half>[ap])(?:\.?m)?\b\.?)?\s*\(?(?<zone>z|[a-z]{2,4})?(?<shift>[+-]\d{2}:?\s?\d{2})?",
    )
});
static CLOCK_TWELVE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?<hour>\d{1,2})\s?[:.]\s?(?<minute>\d{2})(?::\d{2})?\s*(?<half>[ap])\.?m\b\.?\s*\(?(?<zone>[a-z]{2,4})?",
    )
});
static AMERICAN: LazyLock<Option<Regex>> =
    LazyLock::new(|| pattern(r"(?i)\b(?:[ecmp][sd]?t|ak[sd]t|hst)\b|\d\s*[ap]\.?m\b"));
static EUROPEAN: LazyLock<Option<Regex>> = LazyLock::new(|| pattern(r"(?i)\b(?:gmt|bst|uk|cet|cest|ist)\b"));

/// The first date in `text` (its first 240 bytes), with the time and the distance from UTC where they stand by it.
pub(super) fn find(text: &str) -> Option<Published> {
    let text = head(text);
    if !has_digit(text) {
        return None;
    }
    let (date, span) = DATES.iter().filter_map(|dates| date(dates, text)).min_by_key(|(_, span)| span.0)?;
    let (time, offset) = clock(text, span);
    Some(Published { date, time, offset, assumed: false })
}

/// Whether a date or a clock time stands in `text`.
pub(super) fn stamped(text: &str) -> bool {
    let text = head(text);
    has_digit(text)
        && (DATES.iter().any(|dates| dates.is_match(text))
            || CLOCK_TWELVE.as_ref().is_some_and(|clock| clock.is_match(text)))
}

/// Without a digit there is no stamp, and the patterns need not be built.
fn has_digit(text: &str) -> bool {
    text.bytes().any(|byte| byte.is_ascii_digit())
}

fn head(text: &str) -> &str {
    text.char_indices().find(|(at, _)| *at >= LONGEST).and_then(|(at, _)| text.get(..at)).unwrap_or(text)
}

fn date(dates: &Regex, text: &str) -> Option<(Date, (usize, usize))> {
    let found = dates.captures(text)?;
    let number = |name: &str| found.name(name).and_then(|group| group.as_str().parse::<i16>().ok());
    let year = number("year").map(|year| if year < 100 { century(year) } else { year })?;
    let (month, day) = match (found.name("month"), number("number"), number("day")) {
        (Some(name), _, Some(day)) => (i16::from(month(name.as_str())?), day),
        (None, Some(month), Some(day)) => (month, day),
        _ => numeric(&found, text, number("first")?, number("second")?)?,
    };
    let date = Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()?;
    let whole = found.get(0)?;
    Some((date, (whole.start(), whole.end())))
}

/// Two-digit years are of this century up to 69, as POSIX reads them.
fn century(year: i16) -> i16 {
    if year < 70 { 2000 + year } else { 1900 + year }
}

/// Which of two numbers is the month: the one that can be, or the one that the rest of the line suggests.
fn numeric(found: &Captures, text: &str, first: i16, second: i16) -> Option<(i16, i16)> {
    let says = |signs: &LazyLock<Option<Regex>>| signs.as_ref().is_some_and(|signs| signs.is_match(text));
    let dotted = found.name("sign").is_some_and(|sign| sign.as_str() == ".");
    match (first > 12, second > 12) {
        (true, false) => Some((second, first)),
        (false, true) => Some((first, second)),
        (false, false) if first == second || dotted || says(&EUROPEAN) => Some((second, first)),
        (false, false) if says(&AMERICAN) => Some((first, second)),
        _ => None,
    }
}

/// The number of a month by its English name or abbreviation, in any case.
pub(super) fn month(name: &str) -> Option<i8> {
    let head = name.get(..3)?.to_ascii_lowercase();
    let names = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    names.iter().position(|known| *known == head).and_then(|at| i8::try_from(at + 1).ok())
}

/// The clock time that stands outside the date at `span`.
fn clock(text: &str, span: (usize, usize)) -> (Option<Time>, Option<Offset>) {
    let outside = |group: &regex::Match| group.end() <= span.0 || group.start() + 1 >= span.1;
    let twelve = CLOCK_TWELVE.iter().flat_map(|clock| clock.captures_iter(text)).collect::<Vec<_>>();
    let any = CLOCK.iter().flat_map(|clock| clock.captures_iter(text));
    for found in twelve.into_iter().chain(any) {
        let Some(whole) = found.get(0).filter(outside) else { continue };
        let part = |name: &str| found.name(name).and_then(|group| group.as_str().parse::<i8>().ok());
        let (Some(hour), Some(minute)) = (part("hour"), part("minute")) else { continue };
        let hour = match found.name("half").map(|half| half.as_str()) {
            Some("p" | "P") if hour < 12 => hour + 12,
            Some("a" | "A") if hour == 12 => 0,
            _ => hour,
        };
        let Ok(time) = Time::new(hour, minute, 0, 0) else { continue };
        let after = text.get(whole.start()..).unwrap_or("");
        return (Some(time), offset(&found, after));
    }
    (None, None)
}

/// The distance from UTC; names that mean two zones (IST, CST in China, plain ET) say nothing.
fn offset(found: &Captures, _after: &str) -> Option<Offset> {
    if let Some(shift) = found.name("shift") {
        let digits: String = shift.as_str().chars().filter(char::is_ascii_digit).collect();
        let minutes: i32 = digits.get(..2)?.parse::<i32>().ok()? * 60 + digits.get(2..4)?.parse::<i32>().ok()?;
        let sign = if shift.as_str().starts_with('-') { -60 } else { 60 };
        return Offset::from_seconds(sign * minutes).ok();
    }
    let hours = match found.name("zone")?.as_str().to_ascii_uppercase().as_str() {
        "Z" | "GMT" | "UTC" => 0,
        "BST" | "CET" => 1,
        "CEST" => 2,
        "EDT" => -4,
        "EST" | "CDT" => -5,
        "MDT" => -6,
        "MST" | "PDT" => -7,
        "PST" => -8,
        _ => return None,
    };
    Offset::from_hours(hours).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn assert_published(text: &str, expected: &str) {
        let found = find(text).map_or("none".to_owned(), |published| {
            let time = published.time.map_or(String::new(), |time| time.strftime(" %H:%M").to_string());
            let offset = published.offset.map_or(String::new(), |offset| format!(" {}", offset.seconds() / 60));
            format!("{}{time}{offset}", published.date)
        });
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn machine_dates() {
        assert_published("2025-05-13", "2025-05-13");
        assert_published("2025-09-15T17:20-05:00", "2025-09-15 17:20 -300");
        assert_published("2025-11-12T07:00:00Z", "2025-11-12 07:00 0");
        assert_published("2025-13-40", "none");
    }

    #[test]
    fn dates_as_outlets_write_them() {
        assert_published("May 13, 2025", "2025-05-13");
        assert_published("18 September 2013 Last updated at 13:59 GMT", "2013-09-18 13:59 0");
        assert_published("September 18th, 2013, 05:31 GMT", "2013-09-18 05:31 0");
        assert_published("Published: Tuesday, Dec. 20 2005 12:00 a.m. MST", "2005-12-20 00:00 -420");
        assert_published("Edited on Mon Dec-19-05 03:49 PM", "2005-12-19 15:49");
        assert_published("August 7, 2012-5:46 pm", "2012-08-07 17:46");
        assert_published("4 October 2013, 18:07 (GMT+05: 00)", "2013-10-04 18:07 300");
        assert_published("10:24 AM, MON 22 JUL 2013", "2013-07-22 10:24");
        assert_published("Embargoed until 9.45pm, Tuesday 12 November 2024", "2024-11-12 21:45");
    }

    #[test]
    fn numbers_are_read_by_the_side_of_the_atlantic_or_not_at_all() {
        assert_published("11/30/09 05:40 PM ET", "2009-11-30 17:40");
        assert_published("27/09/2013", "2013-09-27");
        assert_published("05/03/2013 at 11:00 AM EDT", "2013-05-03 11:00 -240");
        assert_published("05/03/2013 11:00 GMT", "2013-03-05 11:00 0");
        assert_published("05/03/2013", "none");
        assert_published("no date in 2013", "none");
    }
}
