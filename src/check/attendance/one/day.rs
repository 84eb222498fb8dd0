//! Whether somebody is told to be there and away on one day, by the times that either passage names or stands beside.

use super::{BEFORE, FAR, LEAD, clause};
use crate::annotate::clause::ClauseLink;
use crate::annotate::time::{Grain, TimeMention, TimeRelation, TimeValue};
use crate::check::attendance::{Evidence, gatherings_in};
use crate::check::support;
use crate::graph::Story;
use crate::source::Span;
use jiff::civil::Date;
use std::collections::BTreeSet;

/// Whether both are of one day, as they tell it or what stands before them; an error where they are not.
pub(super) fn one_day(story: &Story, away: &Evidence, there: &Evidence) -> Result<bool, &'static str> {
    let (one, two) = (own_time(story, away), own_time(story, there));
    let old = |evidence: &Evidence, time: Option<TimeValue>| {
        let published = support::published(story, evidence.article);
        let until = time.and_then(|time| time.to).map(jiff::civil::DateTime::date);
        published.zip(until).is_some_and(|(published, until)| (published - until).get_days() > FAR)
    };
    if old(away, one) || old(there, two) {
        return Err("one is of long ago");
    }
    if let (Some(x), Some(y)) = (one, two)
        && x.grain.max(y.grain) <= Grain::Days
    {
        return if x.overlaps(&y, None, None) { Ok(true) } else { Err("they are not of one day or hour") };
    }
    let days = |evidence: &Evidence, time: Option<TimeValue>, beside: bool| {
        let own = time.filter(|time| time.grain <= Grain::Day).and_then(|time| time.from);
        own.map_or_else(|| around(story, evidence, beside), |from| BTreeSet::from([from.date()]))
    };
    let (x, y) = (days(away, one, true), days(there, two, true));
    if !x.is_empty() && !y.is_empty() && x.is_disjoint(&y) {
        return Err("they are not of one day");
    }
    Ok(!days(away, one, false).is_disjoint(&days(there, two, false)))
}

/// The day of a time; of a weekday that lies ahead, the last: what is compared has happened.
fn of_day(story: &Story, article: usize, time: &TimeMention) -> Option<TimeValue> {
    let value = time.value.filter(|_| time.duration.is_none() && time.relation == TimeRelation::During)?;
    let published = support::published(story, article);
    let ahead = published.zip(value.from).is_some_and(|(published, from)| from.date() > published);
    let back = |at: jiff::civil::DateTime| at.checked_sub(jiff::Span::new().days(7)).ok();
    if ahead && time.weekday.is_some() {
        return Some(TimeValue { from: value.from.and_then(back), to: value.to.and_then(back), ..value });
    }
    Some(value)
}

/// When it was, as the passage's own clause tells, or else its sentence where that names one time only.
fn own_time(story: &Story, evidence: &Evidence) -> Option<TimeValue> {
    let article = &story.articles[evidence.article];
    let own =
        clause(story, evidence).into_iter().flat_map(|clause| &clause.adjuncts).filter_map(|adjunct| adjunct.time);
    let own =
        own.filter_map(|time| of_day(story, evidence.article, &article.times[time])).min_by_key(|value| value.grain);
    own.or_else(|| {
        // What a relative clause dates is its own.
        let span = support::sentence(article, Span::new(evidence.at, evidence.at + 1));
        let mut times = support::times(article, span).filter(|time| {
            support::clause(article, time.span).is_none_or(|other| {
                clause(story, evidence).is_some_and(|own| std::ptr::eq(own, other)) || other.link == ClauseLink::Main
            })
        });
        let time = times.next().filter(|_| times.next().is_none())?;
        of_day(story, evidence.article, time)
    })
}

/// The days that are named around a passage, before it and where its article begins; only those beside gatherings if so wanted.
fn around(story: &Story, evidence: &Evidence, beside: bool) -> BTreeSet<Date> {
    let article = &story.articles[evidence.article];
    let at = support::sentence_at(article, evidence.at);
    let sentences = (at.saturating_sub(BEFORE)..(at + 1).min(article.sentences.len()))
        .chain(0..LEAD.min(article.sentences.len()))
        .filter(|&sentence| !beside || gatherings_in(story, evidence.article, sentence..sentence + 1).next().is_some());
    let times = sentences.flat_map(|sentence| support::times(article, article.sentences[sentence].span));
    // "Where she was taken on Thursday": what a relative clause dates is its own.
    let times = times
        .filter(|time| support::clause(article, time.span).is_none_or(|clause| clause.link != ClauseLink::Relative));
    let days = times.filter_map(|time| of_day(story, evidence.article, time)).filter(|value| value.grain <= Grain::Day);
    days.filter_map(|value| value.from).map(jiff::civil::DateTime::date).collect()
}
