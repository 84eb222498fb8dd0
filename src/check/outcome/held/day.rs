//! The day of an event that was called off or held, told beside its noun or by its clause or sentence.

use crate::annotate::clause::Clause;
use crate::annotate::time::{Grain, TimeMention, TimeRelation};
use crate::annotate::verb::Modality;
use crate::check::order::event::Dated;
use crate::check::order::reader::Reader;
use crate::check::outcome::read::when;
use crate::check::support;

/// "Thursday's strike", "the rally planned for Sunday", "was to have opened on Saturday": the day of the event itself.
pub(super) fn own_day(reader: &Reader, clause: &Clause, phrase: usize) -> Option<Dated> {
    let noun = &reader.article.phrases[phrase];
    let sentence = &reader.article.sentences[clause.sentence];
    let day = |time: &TimeMention| {
        reader.date(time).filter(|dated| dated.value.grain <= Grain::Days && time.duration.is_none())
    };
    let first = reader.article.times.partition_point(|time| time.span.end <= noun.span.start);
    let inside = reader.article.times[first..].iter().take_while(|time| time.span.start < noun.span.end);
    let near = || {
        let verb = reader.group(clause.verb).span.start;
        let between = reader.article.times[first..].iter().take_while(move |time| time.span.start < verb);
        between.filter(|time| time.span.start >= noun.span.end).find_map(day)
    };
    let mut days = inside.filter_map(day);
    days.next()
        .or_else(near)
        .or_else(|| when(reader, clause))
        .or_else(|| {
            // "To have opened on Saturday": another clause that tells of what the event was to do.
            let mut others = support::clauses(reader.article, clause.sentence).filter(|other| {
                other.modality == Modality::Planned
                    && sentence.span.contains(other.span)
                    && [&other.subjects, &other.objects].iter().any(|list| list.contains(&phrase))
            });
            others.find_map(|other| when(reader, other))
        })
        .or_else(|| only_day(reader, clause))
}

/// The one day that the sentence names.
pub(in crate::check) fn only_day(reader: &Reader, clause: &Clause) -> Option<Dated> {
    let sentence = reader.article.sentences[clause.sentence].span;
    let mut days = support::times(reader.article, sentence).filter(|time| time.duration.is_none());
    let time = days.next().filter(|time| days.next().is_none() && time.relation == TimeRelation::During)?;
    reader.date(time)
}
