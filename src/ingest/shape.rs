//! What a line looks like, whatever its words: a headline, a list of names, a time stamp, a credit.

use super::published;

/// A headline has at most this many words.
const HEADLINE: usize = 22;
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

/// The length of a line's head that says the date to machines: "date 2024-09-26".
pub(super) fn date_line(lower: &str) -> Option<usize> {
    let rest = lower.strip_prefix("date")?.trim_start_matches([':', ' ', '\t']);
    let start = lower.len() - rest.len();
    let digits = rest.get(..10)?;
    let iso = digits.bytes().enumerate().all(|(i, b)| if i == 4 || i == 7 { b == b'-' } else { b.is_ascii_digit() });
    let time = rest.bytes().skip(10).take_while(|b| b.is_ascii_digit() || b"t:+-z".contains(b)).count();
    (iso && start > 4).then_some(start + 10 + time)
}

/// A short line without a final stop: what stands over an article.
pub(super) fn is_headline(inner: &str, words: usize) -> bool {
    let closes = inner.ends_with(['.', ':', ';', ',', '…']) && !inner.ends_with("..");
    // Two sentences in a line are prose.
    words <= HEADLINE && !closes && !inner.contains(". ") && inner.chars().any(char::is_alphabetic)
}

/// Whether every word has a capital or is one that joins names.
pub(super) fn is_names(inner: &str) -> bool {
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
pub(super) fn is_credit(inner: &str, at: usize) -> bool {
    inner.get(at..).is_some_and(|credit| {
        credit.starts_with(char::is_uppercase) && credit.split_whitespace().count() <= 9 && is_names(credit)
    })
}

/// "3 min read", "Reading time: 3 minutes".
pub(super) fn reading_time(lower: &str) -> bool {
    let bare = lower.trim_end_matches('.');
    let digits = bare.starts_with(|c: char| c.is_ascii_digit());
    lower.starts_with("reading time") || (digits && (bare.ends_with("min read") || bare.ends_with("minute read")))
}

/// Whether the line is a clock time alone, as over the entries of a live blog.
pub(super) fn is_clock(lower: &str) -> bool {
    let mut words = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    lower.len() < 24 && lower.starts_with(|c: char| c.is_ascii_digit()) && lower.contains(':') && words.all(dated)
}

/// Whether the line holds a date or a clock time and next to nothing else.
pub(super) fn is_stamp(inner: &str, lower: &str) -> bool {
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

    #[test]
    fn stamps_are_dates_and_little_else() {
        for text in [
            "12 January 2010 @ 09:29 pm",
            "Reuters Sep 18, 2013, 02.16PM IST",
            "18 September 2013 Last updated at 13:59 GMT",
        ] {
            assert!(is_stamp(text, &text.to_ascii_lowercase()), "{text}");
        }
        for text in ["Northgate win 2-1 on 18 September 2013", "Doors open at 10:30", "In May 2013 nothing happened"] {
            assert!(!is_stamp(text, &text.to_ascii_lowercase()), "{text}");
        }
    }

    #[test]
    fn clock_times_stand_alone() {
        assert!(is_clock("12:40") && is_clock("9:05 am gmt"));
        assert!(!is_clock("12:40 the road is closed") && !is_clock("2012"));
    }

    #[test]
    fn names_have_capitals_and_small_words_between_them() {
        assert!(is_names("Ana de Ruiz and Li Wei/HCN"));
        assert!(!is_names("Ana Ruiz resigns"));
    }

    #[test]
    fn a_date_for_machines_begins_its_line() {
        assert_eq!(date_line("date 2024-09-26 more"), Some(15));
        assert_eq!(date_line("date: 2024-09-26t10:00z"), Some(23));
        assert_eq!(date_line("dates 2024-09-26"), None);
    }
}
