//! The day of an event that was called off or held, told beside its noun or by its clause or sentence.

use crate::annotate::clause::Clause;
use crate::annotate::time::{Grain, TimeMention, TimeRelation};
use crate::annotate::verb::Modality;
use crate::check::order::event::Dated;
use crate::check::order::reader::Reader;
use crate::check::outcome::read::when;
use crate::check::support;

/// "Thursday's strike", "the rally planned for Sunday", "was to have opened on Saturday": the day of the event itself, and
/// whether it is told by the day of the week alone.
pub(super) fn own_day(reader: &Reader, clause: &Clause, phrase: usize) -> Option<(Dated, bool)> {
    let noun = &reader.article.phrases[phrase];
    let sentence = &reader.article.sentences[clause.sentence];
    let day = |time: &TimeMention| {
        let dated = reader.date(time).filter(|dated| dated.value.grain <= Grain::Days && time.duration.is_none());
        dated.map(|dated| (dated, time.weekday.is_some()))
    };
    let first = reader.article.times.partition_point(|time| time.span.end <= noun.span.start);
    let inside = reader.article.times[first..].iter().take_while(|time| time.span.start < noun.span.end);
    let near = || {
        let verb = reader.group(clause.verb).span.start;
        let between = reader.article.times[first..].iter().take_while(move |time| time.span.start < verb);
        between.filter(|time| time.span.start >= noun.span.end).find_map(day)
    };
    // "Postponed to April", "put back until May": the day that it was moved to.
    let moved = |dated: &Dated| {
        let before = reader.article.document.text[sentence.span.start..dated.span.start].trim_end();
        [" to", " until", " till"].iter().any(|word| before.ends_with(word))
    };
    let of = |clause: &Clause| when(reader, clause).filter(|dated| !moved(dated));
    let mut days = inside.filter_map(day);
    let planned = || {
        // "To have opened on Saturday": another clause that tells of what the event was to do.
        let mut others = support::clauses(reader.article, clause.sentence).filter(|other| {
            other.modality == Modality::Planned
                && sentence.span.contains(other.span)
                && [&other.subjects, &other.objects].iter().any(|list| list.contains(&phrase))
        });
        others.find_map(|other| when(reader, other))
    };
    let told = || of(clause).or_else(planned).or_else(|| only_day(reader, clause));
    days.next().or_else(near).or_else(|| told().map(|dated| (dated, by_weekday(reader, &dated))))
}

/// Whether a time is told by the day of the week alone: of a past and of a coming Wednesday either may be meant.
fn by_weekday(reader: &Reader, dated: &Dated) -> bool {
    support::times(reader.article, dated.span).any(|time| time.span == dated.span && time.weekday.is_some())
}

/// The one day that the sentence names.
pub(in crate::check) fn only_day(reader: &Reader, clause: &Clause) -> Option<Dated> {
    let sentence = reader.article.sentences[clause.sentence].span;
    let mut days = support::times(reader.article, sentence).filter(|time| time.duration.is_none());
    let time = days.next().filter(|time| days.next().is_none() && time.relation == TimeRelation::During)?;
    reader.date(time)
}
