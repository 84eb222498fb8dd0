//! Days, times of day, months and years that no source gives.
//!
//! Only what names its day or year is looked up, and only where it was resolved: "recently" and "last year" are nobody's
//! news. A day of a source's publication, and those beside it, are carried by every source of that day.

use super::carried::{Carried, RUN, days};
use crate::annotate::Article;
use crate::annotate::time::{Grain, TimeMention, TimeValue};
use crate::check::wording::Passage;
use crate::source::Span;
use jiff::civil::Time;
use jiff::tz::Offset;

/// Times of one day that one is compared with at most.
const MOST: usize = 500;

/// The times of a draft that the sources do not carry, in order.
pub(super) fn missing(carried: &Carried<'_>, article: &Article) -> Vec<Span> {
    let offset = article.document.published.and_then(|published| published.offset);
    let text = &article.document.text;
    let times = article.times.iter().filter(|time| time.duration.is_none());
    times.filter(|time| is_missing(carried, time, offset, text)).map(|time| time.span).collect()
}

fn is_missing(carried: &Carried<'_>, time: &TimeMention, offset: Option<Offset>, text: &str) -> bool {
    let Some(value) = time.value else { return false };
    let (Some(from), Some(to)) = (value.from, value.to) else { return false };
    let words = time.span.of(text);
    let by_number = words.bytes().any(|byte| byte.is_ascii_digit());
    if by_number && is_written(carried, time, text) {
        return false;
    }
    let touched = || days(from.date(), to.date(), to.time() == Time::midnight());
    match value.grain {
        Grain::Minute | Grain::Hour => by_number && !touched().any(|day| clock(carried, &value, offset, day)),
        Grain::DayPart | Grain::Day => !touched().any(|day| {
            let weekday = u8::try_from(day.weekday().to_monday_zero_offset()).unwrap_or_default();
            !carried.on(day).is_empty() || carried.published.contains(&day) || carried.weekdays.contains(&weekday)
        }),
        Grain::Month => by_number && !carried.months.contains(&(from.year(), from.month())),
        Grain::Year => by_number && !carried.years.contains(&from.year()),
        _ => false,
    }
}

/// Whether a source gives a time of day that can be this one.
fn clock(carried: &Carried<'_>, value: &TimeValue, offset: Option<Offset>, day: jiff::civil::Date) -> bool {
    let near = [day.yesterday().ok(), Some(day), day.tomorrow().ok()];
    near.into_iter().flatten().any(|day| {
        let on = carried.on(day).iter().filter(|(source, _)| source.grain <= Grain::Hour).take(MOST);
        on.into_iter().any(|(source, other)| !value.disjoint(source, offset, *other))
    })
}

/// Whether a source has the very words.
fn is_written(carried: &Carried<'_>, time: &TimeMention, text: &str) -> bool {
    let words = Passage::of(text, [time.span]).words();
    (1..=RUN).contains(&words.len()) && carried.has_run(&words)
}
