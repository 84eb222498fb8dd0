//! The stretch of time of which a rank is claimed: ever, since a year, this winter.

use super::line::Line;
use crate::annotate::token::Tag;

/// Of which time a rank is claimed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Window {
    /// "ever", "in its history", or nothing said.
    Ever,
    /// "since 1998", "in 20 years".
    Since(i16),
    /// "since the accident": since a time that is not known.
    Unknown,
    /// "of the winter", "this year", "in a day".
    Period(&'static str),
}

/// Words that stand for a stretch of time with a beginning.
#[rustfmt::skip]
const PERIODS: &[&str] = &[
    "year", "season", "winter", "summer", "spring", "autumn", "month", "week", "decade", "century", "term", "session",
    "campaign", "tour", "tournament", "day", "evening", "night", "morning", "game", "match", "career", "war", "presidency",
];

/// Beginnings behind which there was nothing of the sort.
#[rustfmt::skip]
const BEGINNINGS: &[&str] = &[
    "foundation", "founding", "independence", "record", "records", "inception", "creation", "birth", "launch", "founded",
    "opening", "opened", "began", "formation", "establishment", "service", "commissioned", "inaugurated", "introduced",
];

/// The time that a sentence gives to the rank claimed at `at`, in an article of the year `published`.
pub(super) fn window(line: &Line, at: usize, published: Option<i16>) -> Window {
    for index in at.saturating_sub(8)..line.words.len() {
        match line.lower(index) {
            "since" if index > at => {
                let rest = index + 1..(index + 7).min(line.words.len());
                return if line.has(rest.clone(), BEGINNINGS) {
                    Window::Ever
                } else {
                    rest.into_iter().find_map(|at| year(line.lower(at))).map_or(Window::Unknown, Window::Since)
                };
            }
            "in" | "for" if index > at => {
                let unit = (index + 1..index + 5).find(|&at| matches!(line.lemma(at), "year" | "decade" | "century"));
                let Some(unit) = unit else { continue };
                let plural = line.words[unit].tag == Tag::NounPlural;
                let count = (index + 1..unit).find_map(|at| number(line.lower(at)));
                let length = match line.lemma(unit) {
                    "decade" => 10,
                    "century" => 100,
                    _ => 1,
                };
                // "In almost a decade" may be eight years.
                let less = line.has(index + 1..unit, &["almost", "nearly", "about", "around", "some", "roughly"]);
                let slack = |years: i16| if less { years / 5 } else { 0 };
                let published = published.map(|published| published + slack(count.unwrap_or(1) * length));
                match (count, published) {
                    (Some(count), Some(published)) if plural => return Window::Since(published - count * length),
                    _ if plural => return Window::Unknown,
                    _ if line.has(index + 1..unit, &["a"]) && length == 1 => return Window::Period("year"),
                    _ if line.has(index + 1..unit, &["a", "one"]) => {
                        return published.map_or(Window::Unknown, |published| Window::Since(published - length));
                    }
                    _ => {}
                }
            }
            "this" | "of" | "in" | "the" => {
                let next = if line.lower(index + 1) == "the" { index + 2 } else { index + 1 };
                let this = matches!(line.lower(index), "this" | "of");
                let found = PERIODS.iter().find(|period| this && line.lower(next) == **period);
                if let Some(period) = found {
                    return Window::Period(period);
                }
                if index > at && line.reads(index, &["in", "a", "day"]) {
                    return Window::Period("day");
                }
            }
            _ => {}
        }
    }
    Window::Ever
}

/// A year as written.
pub(super) fn year(word: &str) -> Option<i16> {
    word.parse().ok().filter(|year| word.len() == 4 && (1000..2100).contains(year))
}

/// A number under a thousand as written or spelt out.
pub(super) fn number(word: &str) -> Option<i16> {
    const NUMBERS: [&str; 13] =
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
    let spelt = NUMBERS.iter().position(|number| *number == word).and_then(|number| i16::try_from(number).ok());
    let tens = match word {
        "fifteen" => Some(15),
        "twenty" => Some(20),
        "thirty" => Some(30),
        "forty" => Some(40),
        "fifty" => Some(50),
        _ => None,
    };
    spelt.or(tens).or_else(|| word.parse().ok().filter(|number| *number < 1000))
}

/// The rank that an ordinal names.
pub(super) fn rank(word: &str) -> Option<u32> {
    const RANKS: [&str; 12] = [
        "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
        "twelfth",
    ];
    let spelt = RANKS.iter().position(|rank| *rank == word).and_then(|rank| u32::try_from(rank + 1).ok());
    let figure = || ["st", "nd", "rd", "th"].iter().find_map(|end| word.strip_suffix(end)?.parse().ok());
    spelt.or_else(figure).filter(|rank| (1..200).contains(rank))
}
