//! When a clause or noun tells that something happened: its hours, the day it began or takes effect, and whether it is still
//! to come.

use crate::annotate::clause::{Adjunct, Clause};
use crate::annotate::lexicon::person_noun;
use crate::annotate::time::{Grain, TimeMention, TimeRelation};
use crate::annotate::verb::{Modality, Polarity, Tense, VerbForm, Voice};
use crate::check::order::event::{Dated, Event};
use crate::check::order::reader::Reader;

/// How far behind a clause its hours are looked for, in bytes.
const LOOK_ON: usize = 60;

/// "The strike began on Monday": what began, at that time.
pub(super) fn what_begins(reader: &Reader, group: usize, clause: &Clause) -> Option<Event> {
    let verb = reader.group(group);
    let begins = matches!(verb.lemma.as_str(), "begin" | "start" | "open" | "kick off" | "get under way");
    let parts = if verb.voice == Voice::Active { &clause.subjects } else { &clause.objects };
    let event = parts.iter().filter(|_| begins).find_map(|&part| reader.noun_event(part))?;
    (!event.indefinite).then(|| reader.within(event, clause))
}

/// "Visitors will pay the tax from 1 June": the day on which it takes effect.
pub(super) fn takes_effect(reader: &Reader, group: usize, clause: &Clause, event: &Event) -> Option<Event> {
    let from = |adjunct: &&Adjunct| matches!(adjunct.preposition.as_str(), "from" | "as of" | "as from");
    let time = clause.adjuncts.iter().filter(from).find_map(|adjunct| reader.article.times.get(adjunct.time?))?;
    let dated = reader.date(time).filter(|dated| dated.value.grain <= Grain::Day)?;
    let effect = reader.event_of(group, "take effect")?;
    let parts = event.agents.iter().chain(&event.themes).cloned();
    // Not the people who pay, but what they do.
    let themes = parts.filter(|part| part.party.is_none() && !person_noun(&part.head)).collect();
    let dated = Dated { relation: TimeRelation::During, ..dated };
    Some(Event { themes, dated: Some(dated), anchor: reader.group(group).tokens.start, ..effect })
}

/// Words that narrow the day that an event is dated to, and its hours.
const HOURS: &[([&str; 2], i8, i8)] = &[
    (["morning", "rush"], 6, 11),
    (["evening", "rush"], 15, 21),
    (["afternoon", "rush"], 14, 20),
    (["broad", "daylight"], 6, 21),
];

/// "On Tuesday, at the height of the evening rush hour": the hours of the day.
pub(super) fn narrow(reader: &Reader, event: &mut Event) {
    let Some(dated) = event.dated.as_mut().filter(|dated| dated.value.grain == Grain::Day) else { return };
    let first = reader.article.tokens.partition_point(|token| token.span.start < event.span.start);
    let words: Vec<&str> = reader.article.tokens[first..]
        .iter()
        .take_while(|token| token.span.start < event.span.end.saturating_add(LOOK_ON) && token.lower != ".")
        .map(|token| token.lower.as_str())
        .collect();
    let found = HOURS.iter().find(|(pair, ..)| words.windows(2).any(|two| two == pair));
    if let (Some((_, from, to)), Some(day)) = (found, dated.value.from) {
        dated.value.from = Some(day.date().at(*from, 0, 0, 0));
        dated.value.to = Some(day.date().at(*to, 0, 0, 0));
        dated.value.grain = Grain::DayPart;
    }
}

/// Events after which a thing stays as it became.
const LASTING: &[&str] = &["close", "suspend", "vanish", "open"];

/// "Has been closed since Thursday": it was closed on Thursday.
pub(super) fn begun(reader: &Reader, group: usize, event: &mut Event) {
    let verb = reader.group(group);
    let lasts = verb.perfect && verb.tense == Tense::Present && LASTING.contains(&event.class.as_str());
    if let Some(dated) = event.dated.as_mut().filter(|dated| lasts && dated.relation == TimeRelation::Since) {
        dated.relation = TimeRelation::During;
    }
}

/// Whether the verb group tells of something still to come.
pub(super) fn planned(reader: &Reader, group: usize) -> bool {
    let verb = reader.group(group);
    let Some(clause) = reader.clause(group) else { return false };
    let actual = clause.modality == Modality::Actual;
    // "The album comes out in September."
    let to_come = || verb.tense == Tense::Present && !verb.perfect && !verb.progressive && to_come(reader, clause);
    let sure = clause.modality == Modality::Planned || actual && (verb.tense == Tense::Future || to_come());
    sure && clause.polarity == Polarity::Positive && verb.form == VerbForm::Finite && !reader.quoted(verb.main)
}

/// Whether what a clause tells is dated to after its article came out.
pub(super) fn to_come(reader: &Reader, clause: &Clause) -> bool {
    let Some(published) = reader.article.document.published else { return false };
    let dated = clause.adjuncts.iter().filter_map(|adjunct| reader.article.times.get(adjunct.time?)?.value?.from);
    dated.into_iter().any(|from| from.date() > published.date)
}

/// The time inside a noun phrase ("Tuesday's vote", "the attack on Monday").
pub(super) fn dated(reader: &Reader, phrase: usize) -> Option<Dated> {
    let noun = &reader.article.phrases[phrase];
    let last = noun.complements.iter().map(|&(_, inner)| reader.article.phrases[inner].span.end).max();
    let end = last.unwrap_or(noun.span.end).max(noun.span.end);
    let first = reader.article.times.partition_point(|time| time.span.end <= noun.span.start);
    let usable = |time: &&TimeMention| time.duration.is_none() && time.relation == TimeRelation::During;
    let inside = reader.article.times[first..].iter().take_while(|time| time.span.start < end).filter(usable);
    inside.filter_map(|time| reader.date(time)).min_by_key(|dated| dated.value.grain)
}
