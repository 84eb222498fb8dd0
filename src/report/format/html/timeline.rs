//! When the articles of a conflict came out and when its passages say that things were, earliest first.

use super::article::anchor;
use super::picture::head;
use super::side::{class, letter};
use crate::report::{ConflictEntry, Moment, Report, escape};
use jiff::civil::{Date, DateTime, Time};
use jiff::{ToSpan, Unit};
use serde::Serialize;
use std::collections::BTreeMap;

/// Rows that are shown, and places that a row names.
const ROWS: usize = 12;
const PLACES: usize = 3;
/// The width of the axis, and the least of a bar that can be seen.
const AXIS: i64 = 1000;
const LEAST: i64 = 12;

/// One line of a timeline.
#[derive(Debug, Serialize)]
pub(super) struct Row {
    /// "published", or the class of the side.
    class: String,
    letter: Option<char>,
    /// "Tue 3 Mar 2026, 18:00–24:00".
    label: String,
    /// The words of the phrase of time.
    words: String,
    places: Vec<Place>,
    /// Places that are not named.
    more: usize,
    left: i64,
    width: i64,
}

#[derive(Debug, Serialize)]
struct Place {
    anchor: String,
    text: String,
}

/// What makes two entries one row.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Key {
    from: Option<DateTime>,
    to: Option<DateTime>,
    /// `None` for a day of publication, which stands after what happened on it.
    side: Option<usize>,
    relation: &'static str,
    words: String,
}

/// The rows of a conflict; none where no passage says when.
pub(super) fn rows(report: &Report, conflict: &ConflictEntry) -> Vec<Row> {
    let mut found: BTreeMap<Key, Vec<Place>> = BTreeMap::new();
    for (number, side) in conflict.sides.iter().enumerate() {
        for passage in &side.passages {
            let reading = report.readings.get(&(passage.document, passage.span.start, passage.span.end));
            let Some(when) = reading.and_then(|reading| reading.when.as_ref()) else { continue };
            let place = Place {
                anchor: anchor(passage.document, passage.span.start, passage.span.end),
                text: format!("{}:{}", escape::line(&passage.path), passage.line),
            };
            found.entry(claimed(when, number)).or_default().push(place);
        }
    }
    if found.is_empty() {
        return Vec::new();
    }
    let mut documents: Vec<usize> = conflict.passages().map(|passage| passage.document).collect();
    documents.sort_unstable();
    documents.dedup();
    for number in documents {
        let Some(entry) = report.documents.get(number) else { continue };
        let Some(date) = entry.published.as_deref().and_then(|date| date.parse::<Date>().ok()) else { continue };
        let place = Place { anchor: format!("d-{number}"), text: escape::line(&entry.path) };
        found.entry(published(date)).or_default().push(place);
    }
    drawn(found)
}

fn claimed(when: &Moment, side: usize) -> Key {
    let words = head(&when.text, 60);
    Key { from: when.from, to: when.to, side: Some(side), relation: when.relation, words }
}

fn published(date: Date) -> Key {
    let from = date.to_datetime(Time::midnight());
    Key { from: Some(from), to: from.checked_add(1.day()).ok(), side: None, relation: "", words: String::new() }
}

fn drawn(found: BTreeMap<Key, Vec<Place>>) -> Vec<Row> {
    let ends = || found.keys().flat_map(|key| [key.from, key.to]).flatten();
    let (Some(first), Some(last)) = (ends().min(), ends().max()) else { return Vec::new() };
    let whole = seconds(first, last).max(1);
    let scaled = |moment: DateTime| seconds(first, moment).saturating_mul(AXIS) / whole;
    found
        .into_iter()
        .take(ROWS)
        .map(|(key, mut places)| {
            let (from, to) = (key.from.map_or(0, scaled), key.to.map_or(AXIS, scaled));
            let (left, right) = match key.relation {
                "before" => (0, from),
                "until" => (0, to),
                "after" => (to, AXIS),
                "since" => (from, AXIS),
                _ => (from, to),
            };
            let width = (right - left).max(LEAST);
            let more = places.len().saturating_sub(PLACES);
            places.truncate(PLACES);
            let range = range(key.from, key.to);
            Row {
                class: key.side.map_or_else(|| "published".to_owned(), |side| class(side).to_string()),
                letter: key.side.map(letter),
                label: if key.relation.is_empty() { range } else { format!("{} {range}", key.relation) },
                words: key.words,
                places,
                more,
                left: left.clamp(0, AXIS - width.min(AXIS)),
                width,
            }
        })
        .collect()
}

fn seconds(from: DateTime, to: DateTime) -> i64 {
    to.duration_since(from).as_secs()
}

/// A half-open interval in words: a day, a part of a day, some days, a month, a year.
fn range(from: Option<DateTime>, to: Option<DateTime>) -> String {
    let (from, to) = match (from, to) {
        (Some(from), Some(to)) => (from, to),
        (Some(from), None) => return format!("from {}", moment(from)),
        (None, Some(to)) => return format!("until {}", moment(to)),
        (None, None) => return "at some time".to_owned(),
    };
    // The last moment of the interval: its end is the first that is not in it.
    let last = to.checked_sub(1.second()).unwrap_or(to).max(from);
    let whole_days = from.time() == Time::midnight() && to.time() == Time::midnight();
    let (first_day, last_day) = (from.date(), last.date());
    if !whole_days {
        return if first_day == last_day && seconds(from, to) <= 60 {
            moment(from)
        } else if first_day == last_day {
            let end = if to.time() == Time::midnight() { "24:00".to_owned() } else { to.strftime("%H:%M").to_string() };
            format!("{}–{end}", moment(from))
        } else {
            format!("{} – {}", moment(from), moment(to))
        };
    }
    let is_month = first_day.day() == 1 && last_day == last_day.last_of_month();
    if first_day == last_day {
        day(first_day)
    } else if is_month && first_day.first_of_year() == first_day && last_day == first_day.last_of_year() {
        first_day.year().to_string()
    } else if is_month && first_day.last_of_month() == last_day {
        first_day.strftime("%B %Y").to_string()
    } else if first_day.year() == last_day.year() {
        format!("{} – {}", first_day.strftime("%-d %b"), last_day.strftime("%-d %b %Y"))
    } else {
        format!("{} – {}", first_day.strftime("%-d %b %Y"), last_day.strftime("%-d %b %Y"))
    }
}

fn day(date: Date) -> String {
    date.strftime("%a %-d %b %Y").to_string()
}

fn moment(moment: DateTime) -> String {
    let rounded = moment.round(Unit::Minute).unwrap_or(moment);
    if rounded.time() == Time::midnight() {
        day(rounded.date())
    } else {
        rounded.strftime("%a %-d %b %Y, %H:%M").to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::{Reading, sample};
    use jiff::civil::date;

    #[test]
    fn intervals_are_worded_by_their_grain() {
        let at = |day: i8, hour: i8| Some(date(2026, 3, day).at(hour, 0, 0, 0));
        assert_eq!(range(at(3, 0), at(4, 0)), "Tue 3 Mar 2026");
        assert_eq!(range(at(3, 18), at(4, 0)), "Tue 3 Mar 2026, 18:00–24:00");
        assert_eq!(range(at(3, 18), Some(date(2026, 3, 3).at(18, 1, 0, 0))), "Tue 3 Mar 2026, 18:00");
        assert_eq!(range(at(3, 22), at(4, 6)), "Tue 3 Mar 2026, 22:00 – Wed 4 Mar 2026, 06:00");
        assert_eq!(range(at(3, 0), at(10, 0)), "3 Mar – 9 Mar 2026");
        assert_eq!(range(at(1, 0), Some(date(2026, 4, 1).at(0, 0, 0, 0))), "March 2026");
        let year = |year: i16| Some(date(year, 1, 1).at(0, 0, 0, 0));
        assert_eq!(range(year(2026), year(2027)), "2026");
        assert_eq!(range(year(2020), year(2027)), "1 Jan 2020 – 31 Dec 2026");
        assert_eq!(range(at(3, 0), None), "from Tue 3 Mar 2026");
    }

    #[test]
    fn what_is_claimed_and_what_came_out_stand_in_order() {
        let mut report = sample::report();
        let conflict = report.conflicts[0].clone();
        let passage = &conflict.sides[0].passages[0];
        assert!(rows(&report, &conflict).is_empty(), "days of publication alone are no timeline");
        let from = date(2026, 3, 2).at(0, 0, 0, 0);
        let when = Moment { text: "on Monday".into(), from: Some(from), to: Some(from + 1.day()), relation: "" };
        let reading = Reading { when: Some(when), ..Reading::default() };
        report.readings.insert((passage.document, passage.span.start, passage.span.end), reading);
        let rows = rows(&report, &conflict);
        let shown: Vec<_> = rows.iter().map(|row| (row.label.as_str(), row.letter, row.left, row.width)).collect();
        assert_eq!(shown, [("Mon 2 Mar 2026", Some('A'), 0, 500), ("Tue 3 Mar 2026", None, 500, 500)]);
    }

    #[test]
    fn a_bar_stays_on_the_axis() {
        let from = date(2026, 3, 2).at(0, 0, 0, 0);
        for relation in ["", "before", "after", "since", "until"] {
            let key = Key { from: Some(from), to: Some(from), side: Some(0), relation, words: String::new() };
            let row = &drawn(BTreeMap::from([(key, Vec::new())]))[0];
            assert!(row.left >= 0 && row.width > 0 && row.left + row.width <= AXIS, "{row:?}");
        }
    }
}
