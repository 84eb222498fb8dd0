//! The day of publication of articles that carry none.
//!
//! In this order: the settings' date for the file, a dateline whose year the other dates tell, the caller's date, and
//! last the story's own. Reports of one story come out within days of each other: where every dated article of the run
//! lies within three days, the others are taken for reports of those days too, and marked as
//! [`assumed`](Published::assumed), so that what is counted from that day ("yesterday") stays vague.

use super::article;
use super::dateline::Dateline;
use crate::source::{Document, Published};
use jiff::civil::Date;

/// The days within which the dated articles of one story lie.
const STORY_DAYS: i32 = 3;

/// Dates one article that carries no date by what the settings say of its file.
pub(super) fn give(document: &mut Document, date: Option<Date>) {
    if document.published.is_none() {
        document.published = date.and_then(|date| by_dateline(document, date).or(Some(plain(date))));
    }
}

/// Dates the articles of a run that are still without a date.
pub(super) fn date(documents: &mut [Document], given: Option<Date>) {
    let mut known: Vec<Date> = documents.iter().filter_map(|document| Some(document.published?.date)).collect();
    known.sort_unstable();
    let middle = known.get(known.len() / 2).copied();
    let story = match (known.first(), known.last()) {
        (Some(&first), Some(&last)) if days(first, last) <= STORY_DAYS => middle,
        _ => None,
    };
    for document in documents.iter_mut().filter(|document| document.published.is_none()) {
        document.published = middle
            .or(given)
            .and_then(|near| by_dateline(document, near))
            .or(given.map(plain))
            .or(story.map(|date| Published { assumed: true, ..plain(date) }));
    }
}

fn plain(date: Date) -> Published {
    Published { date, time: None, offset: None, assumed: false }
}

/// The day of a dateline that leaves its year out, in the year that brings it nearest to `near`.
fn by_dateline(document: &Document, near: Date) -> Option<Published> {
    let line: Dateline = article::document_dateline(&document.text, &document.blocks)?;
    let years = (-1..=1).filter_map(|step| article::dated(line, near.year() + step));
    years.min_by_key(|published| days(near, published.date))
}

/// Days from one to the other, either way.
fn days(one: Date, other: Date) -> i32 {
    one.until(other).map_or(i32::MAX, |span| span.get_days().abs())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ingest::unpack::Decoded;
    use jiff::civil::date as day;

    fn dates(texts: &[&str], given: Option<Date>) -> Vec<Option<(Date, bool)>> {
        let read = |text: &&str| article::stored("a.txt", Decoded::plain(text)).unwrap().0;
        let mut documents: Vec<Document> = texts.iter().map(read).collect();
        date(&mut documents, given);
        documents.iter().map(|document| document.published.map(|day| (day.date, day.assumed))).collect()
    }

    const FIRST: &str = "---\ndate: 2026-03-03\n---\nA crane fell in Visby.\n";
    const SECOND: &str = "---\ndate: 2026-03-05\n---\nA crane fell in Visby.\n";
    const LATER: &str = "---\ndate: 2026-03-09\n---\nA crane fell in Visby.\n";
    const UNDATED: &str = "A crane fell in Visby.\n";
    const LINE: &str = "VISBY, March 4 – A crane fell, police said.\n";

    #[test]
    fn an_article_without_a_date_takes_that_of_its_story() {
        let found = dates(&[UNDATED, FIRST, SECOND], None);
        assert_eq!(found[0], Some((day(2026, 3, 5), true)));
        assert_eq!(found[1], Some((day(2026, 3, 3), false)));
    }

    #[test]
    fn articles_of_other_days_lend_nothing() {
        assert_eq!(dates(&[UNDATED, FIRST, SECOND, LATER], None)[0], None);
        assert_eq!(dates(&[UNDATED, UNDATED], None), [None, None]);
    }

    #[test]
    fn what_the_article_or_the_caller_says_goes_first() {
        assert_eq!(dates(&[LINE, FIRST], None)[0], Some((day(2026, 3, 4), false)));
        assert_eq!(dates(&[UNDATED, FIRST], Some(day(2026, 1, 1)))[0], Some((day(2026, 1, 1), false)));
        assert_eq!(dates(&[LINE], Some(day(2026, 1, 1)))[0], Some((day(2026, 3, 4), false)));
    }

    #[test]
    fn the_settings_date_one_file() {
        let (mut document, _) = article::stored("a.txt", Decoded::plain(UNDATED)).unwrap();
        give(&mut document, Some(day(2026, 2, 1)));
        assert_eq!(document.published, Some(plain(day(2026, 2, 1))));
        give(&mut document, Some(day(2025, 1, 1)));
        assert_eq!(document.published, Some(plain(day(2026, 2, 1))), "a date is not given twice");
    }
}
