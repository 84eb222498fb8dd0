//! The day of an event that was called off or held, told beside its noun or by its clause or sentence.

use super::KINDS;
use crate::annotate::clause::Clause;
use crate::annotate::time::{Grain, TimeMention, TimeRelation};
use crate::annotate::verb::Modality;
use crate::check::order::event::Dated;
use crate::check::order::lexicon;
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

/// "They had meant to march on Thursday. The march was called off.": the day of the sentence before, where that tells of
/// the event, whether it is told by the day of the week alone, and the index of that sentence.
pub(super) fn inherited_day(reader: &Reader, clause: &Clause, noun: &str) -> Option<(Dated, bool, usize)> {
    let before = clause.sentence.checked_sub(1)?;
    let sentence = reader.article.sentences.get(before)?.span;
    let nominal = lexicon::nominal(noun);
    let kinds = KINDS.nouns.of(noun);
    let tells = support::clauses(reader.article, before).any(|other| {
        let lemma = reader.group(other.verb).lemma.as_str();
        nominal == Some(lemma) || KINDS.verbs.of(lemma).iter().any(|kind| kinds.contains(kind))
    });
    let tokens = &reader.article.tokens[reader.article.sentences[before].tokens.clone()];
    if !tells && !tokens.iter().any(|token| token.lemma == noun) {
        return None;
    }
    let mut days = support::times(reader.article, sentence).filter(|time| time.duration.is_none());
    let time = days.next().filter(|time| days.next().is_none() && time.relation == TimeRelation::During)?;
    let dated = reader.date(time).filter(|dated| dated.value.grain <= Grain::Days)?;
    Some((dated, time.weekday.is_some(), before))
}

/// Sentences before one, among which its day is looked for.
const BEFORE: usize = 4;

/// The day that was told last before a sentence which has none.
pub(super) fn last_day(reader: &Reader, clause: &Clause) -> Option<Dated> {
    let sentences = reader.article.sentences.get(clause.sentence.saturating_sub(BEFORE)..clause.sentence)?;
    let of = |span| {
        let times = support::times(reader.article, span).filter(|time| time.duration.is_none());
        let days = times.filter(|time| time.relation == TimeRelation::During).filter_map(|time| reader.date(time));
        days.filter(|dated| dated.value.grain <= Grain::Day).last()
    };
    sentences.iter().rev().find_map(|sentence| of(sentence.span))
}
