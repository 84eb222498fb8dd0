//! What a clause tells of as called off, as put off, or as something that there was none of.

use super::{BROKEN, event, event_noun, named_in, names, partakers, telling};
use crate::annotate::clause::Clause;
use crate::annotate::lexicon::person_noun;
use crate::annotate::mention::Determination;
use crate::annotate::time::{Grain, TimeRelation};
use crate::annotate::verb::{Modality, Polarity, Tense, Voice};
use crate::check::order::event::Part;
use crate::check::order::lexicon;
use crate::check::order::reader::Reader;
use crate::check::outcome::held::Event;
use crate::check::outcome::held::day::{inherited_day, own_day};
use crate::check::outcome::judge::ends;
use crate::check::outcome::thing::Thing;
use crate::check::support;
use compact_str::CompactString;

/// Verbs whose denial calls an event off.
const HAPPEN: &[&str] = &["take place", "go ahead", "happen", "proceed"];

/// "There was no fair", "no rally was held", "the talks did not take place": what the clause tells that there was none of.
pub(super) fn none(reader: &Reader, clause: &Clause) -> Vec<usize> {
    let group = reader.group(clause.verb);
    let head = |phrase: usize| &reader.article.tokens[reader.article.phrases[phrase].head];
    let there = || group.lemma == "be" && clause.subjects.iter().any(|&subject| head(subject).lower == "there");
    let phrases: Vec<usize> = if HAPPEN.contains(&telling(reader, clause).as_str()) {
        clause.subjects.clone()
    } else if matches!(group.lemma.as_str(), "hold" | "stage") && group.voice == Voice::Passive {
        clause.objects.clone()
    } else if there() && group.tense == Tense::Past {
        clause.complement.into_iter().collect()
    } else {
        return Vec::new();
    };
    let negative = |phrase: &usize| reader.article.phrases[*phrase].determination == Determination::Negative;
    phrases.into_iter().filter(|phrase| clause.polarity == Polarity::Negative || negative(phrase)).collect()
}

/// What a meeting or a jury comes to.
const RESULTS: &[&str] = &["vote", "verdict", "decision", "agreement", "deal", "accord"];

/// "Broke up without a vote", "without reaching a verdict": the result that there was none of.
pub(super) fn without(reader: &Reader, clause: &Clause) -> Vec<usize> {
    let result =
        |phrase: &usize| RESULTS.contains(&reader.article.tokens[reader.article.phrases[*phrase].head].lemma.as_str());
    let group = reader.group(clause.verb);
    if clause.modality == Modality::Actual && clause.polarity == Polarity::Positive && group.tense != Tense::Future {
        let adjuncts = clause.adjuncts.iter().filter(|adjunct| adjunct.preposition == "without");
        return adjuncts.filter_map(|adjunct| adjunct.phrase).filter(result).collect();
    }
    let reached = matches!(group.lemma.as_str(), "reach" | "take" | "hold" | "make" | "come to");
    let denied = clause.polarity == Polarity::Negative && clause.modality == Modality::Actual;
    let past = matches!(group.tense, Tense::Past | Tense::Untensed);
    clause.objects.iter().copied().filter(|phrase| reached && denied && past && result(phrase)).collect()
}

pub(super) fn put_off(reader: &Reader, clause: &Clause, phrase: usize) -> Option<Event> {
    let group = reader.group(clause.verb);
    // "Put back by two hours": held on its day.
    let hours = clause.adjuncts.iter().filter_map(|adjunct| adjunct.time);
    let shifted = hours.map(|time| &reader.article.times[time]).any(|time| {
        time.duration.is_some()
            || time.relation == TimeRelation::Until && time.value.is_some_and(|value| value.grain < Grain::Day)
    });
    // A search that is called off has been made.
    let sought = ends(&reader.article.tokens[reader.article.phrases[phrase].head].lemma);
    if shifted || sought || !event_noun(reader, phrase) {
        return None;
    }
    let thing = Thing::read(reader, phrase)?;
    let words = reader.story.slice(reader.at, clause.span).to_lowercase();
    // "Was at first called off": it was not, in the end.
    if ["at first", "initially", "originally"].iter().any(|first| words.contains(first)) {
        return None;
    }
    let begun = BROKEN.contains(&group.lemma.as_str())
        && !["without", "before", "planned", "strike"].iter().any(|word| words.contains(word));
    let verb = lexicon::nominal(&thing.part.head).unwrap_or_default();
    let mut parts = partakers(reader, phrase);
    parts.extend(reader.parts(&clause.subjects).into_iter().filter(|_| group.voice == Voice::Active));
    let earlier = || inherited_day(reader, clause, &thing.part.head);
    let (when, weekday, before) = match own_day(reader, clause, phrase) {
        Some((when, weekday)) => (when, weekday, None),
        None => earlier().map(|(when, weekday, sentence)| (when, weekday, Some(sentence)))?,
    };
    let mut names = names(reader, clause, false);
    let mut places = self::names(reader, clause, true);
    // What the sentence tells, or the one before, of who was to do it, and to what.
    let mut things = Vec::new();
    let mut doers = Vec::new();
    let mut planned_about = Vec::new();
    let sentences = before.into_iter().chain([clause.sentence]);
    for other in sentences.flat_map(|sentence| support::clauses(reader.article, sentence)) {
        let planned = matches!(other.modality, Modality::Planned | Modality::Intended);
        if planned && !std::ptr::eq(other, clause) {
            doers.extend(
                reader.parts(&other.subjects).into_iter().filter(|part| part.plural && person_noun(&part.head)),
            );
            let to = other.adjuncts.iter().filter(|adjunct| adjunct.preposition == "to" && adjunct.time.is_none());
            planned_about.extend(to.filter_map(|adjunct| reader.part(adjunct.phrase?)).filter(|_| before.is_some()));
            let phrases = other.subjects.iter().chain(&other.objects);
            things.extend(phrases.filter_map(|&phrase| Thing::read(reader, phrase)));
        }
    }
    if let Some(sentence) = before {
        let span = reader.article.sentences[sentence].span;
        names.extend(named_in(reader, span, false));
        places.extend(named_in(reader, span, true));
    }
    let noun = &reader.article.phrases[phrase];
    things.extend(noun.complements.iter().filter_map(|&(_, inner)| Thing::read(reader, inner)));
    let told = before.map_or(clause.span, |sentence| reader.article.sentences[sentence].span);
    let on = noun.complements.iter().filter(|(preposition, _)| matches!(preposition.as_str(), "on" | "to"));
    let mut about: Vec<Part> = on.filter_map(|&(_, inner)| reader.part(inner)).collect();
    about.extend(planned_about);
    Some(Event {
        off: true,
        weekday,
        broken: begun,
        thing: Some(thing),
        parts,
        about,
        of: whose(reader, phrase),
        names,
        places,
        things,
        doers,
        told,
        ..event(reader, clause, verb, when)
    })
}

/// Nouns for people that tell whose event it is: "the children's race", "the nurses' march".
fn whose(reader: &Reader, phrase: usize) -> Vec<CompactString> {
    let noun = &reader.article.phrases[phrase];
    let owner = noun.tokens.start.saturating_sub(2)..noun.head;
    let before = reader.article.tokens[owner].iter();
    before.filter(|token| person_noun(&token.lemma)).map(|token| token.lemma.clone()).collect()
}
