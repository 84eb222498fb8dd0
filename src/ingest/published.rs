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
fn pattern(source: &str) -> Option<Regex> {
    Regex::new(source).ok()
}

/// Digits and word boundaries of ASCII: those of all scripts take long to compile, and no outlet stamps in them.
const BOUNDARY: &str = r"(?-u:\b)";

/// Each pattern, and what a text must have for it to match at all: the patterns take longer to compile than most runs
/// take to read their articles.
static DATES: [(fn(&str) -> bool, LazyLock<Option<Regex>>); 5] = [
    (
        has_signs,
        LazyLock::new(|| {
            let end = format!("(?:{BOUNDARY}|t)");
            pattern(&format!(
                r"(?i){BOUNDARY}(?<year>[0-9]{{4}})[-./](?<number>[0-9]{{1,2}})[-./](?<day>[0-9]{{1,2}}){end}"
            ))
        }),
    ),
    (
        has_month,
        LazyLock::new(|| {
            pattern(&format!(
                r"(?i){BOUNDARY}(?<day>[0-9]{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?{MONTH}{BOUNDARY}[.,]*\s+(?<year>[0-9]{{4}}){BOUNDARY}"
            ))
        }),
    ),
    (
        has_month,
        LazyLock::new(|| {
            pattern(&format!(
                r"(?i){BOUNDARY}{MONTH}{BOUNDARY}[.,]*[\s-]+(?<day>[0-9]{{1,2}})(?:st|nd|rd|th)?[,\s-]+(?<year>[0-9]{{4}}){BOUNDARY}"
            ))
        }),
    ),
    (
        |text| has_month(text) && text.contains('-'),
        LazyLock::new(|| {
            pattern(&format!(r"(?i){BOUNDARY}{MONTH}-(?<day>[0-9]{{1,2}})-(?<year>[0-9]{{2}}){BOUNDARY}"))
        }),
    ),
    (
        has_signs,
        LazyLock::new(|| {
            pattern(&format!(
                r"{BOUNDARY}(?<first>[0-9]{{1,2}})(?<sign>[/.])(?<second>[0-9]{{1,2}})[/.](?<year>[0-9]{{4}}|[0-9]{{2}}){BOUNDARY}"
            ))
        }),
    ),
];
static CLOCK: LazyLock<Option<Regex>> = LazyLock::new(|| {
    pattern(
        r"(?i)(?:(?-u:\b)|t)(?<hour>[0-9]{1,2})\s?[:.]\s?(?<minute>[0-9]{2})(?::[0-9]{2}(?:\.[0-9]+)?)?\s*(?:(?<half>[ap])(?:\.?m)?(?-u:\b)\.?)?\s*\(?(?<zone>z|[a-z]{2,4})?(?<shift>[+-][0-9]{2}:?\s?[0-9]{2})?",
    )
});
static CLOCK_TWELVE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    pattern(
        r"(?i)(?-u:\b)(?<hour>[0-9]{1,2})\s?[:.]\s?(?<minute>[0-9]{2})(?::[0-9]{2})?\s*(?<half>[ap])\.?m(?-u:\b)\.?\s*\(?(?<zone>[a-z]{2,4})?",
    )
});
static AMERICAN: LazyLock<Option<Regex>> =
    LazyLock::new(|| pattern(r"(?i)(?-u:\b)(?:[ecmp][sd]?t|ak[sd]t|hst)(?-u:\b)|[0-9]\s*[ap]\.?m(?-u:\b)"));
static EUROPEAN: LazyLock<Option<Regex>> =
    LazyLock::new(|| pattern(r"(?i)(?-u:\b)(?:gmt|bst|uk|cet|cest|ist)(?-u:\b)"));

/// Whether a sign that dates are written with stands between two digits.
fn has_signs(text: &str) -> bool {
    text.as_bytes().windows(3).any(
        |three| matches!(three, [first, b'-' | b'.' | b'/', last] if first.is_ascii_digit() && last.is_ascii_digit()),
    )
}

/// Whether a digit and the first letters of a month's name stand in the text.
fn has_month(text: &str) -> bool {
    text.bytes().any(|byte| byte.is_ascii_digit())
        && text.as_bytes().windows(3).any(|three| std::str::from_utf8(three).is_ok_and(|three| month(three).is_some()))
}

/// Whether a clock time may stand in the text.
fn has_clock(text: &str) -> bool {
    text.bytes().any(|byte| byte.is_ascii_digit()) && text.contains([':', '.'])
}

/// The first date in `text` (its first 240 bytes), with the time and the distance from UTC where they stand by it.
pub(super) fn find(text: &str) -> Option<Published> {
    let text = head(text);
    let (date, span) = patterns(text).filter_map(|dates| date(dates, text)).min_by_key(|(_, span)| span.0)?;
    let (time, offset) = clock(text, span);
    Some(Published { date, time, offset, assumed: false })
}

/// Whether a date or a clock time stands in `text`.
pub(super) fn stamped(text: &str) -> bool {
    let text = head(text);
    patterns(text).any(|dates| dates.is_match(text))
        || has_clock(text) && CLOCK_TWELVE.as_ref().is_some_and(|clock| clock.is_match(text))
}

/// The patterns of dates that may match.
fn patterns(text: &str) -> impl Iterator<Item = &Regex> {
    DATES.iter().filter(move |(may, _)| may(text)).filter_map(|(_, dates)| dates.as_ref())
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
    if !has_clock(text) {
        return (None, None);
    }
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
mod tests;
