//! What a clause tells of as held, by the event's noun or by what those who take part did.

use super::{event, event_noun, partakers, telling};
use crate::annotate::clause::Clause;
use crate::annotate::lexicon::person_noun;
use crate::annotate::time::Grain;
use crate::check::order::reader::Reader;
use crate::check::outcome::held::day::{last_day, only_day};
use crate::check::outcome::held::{Event, KINDS};
use crate::check::outcome::read::when;
use crate::check::outcome::thing::Thing;

/// Verbs that tell of the event that is their subject as held.
const RAN: &[&str] = &[
    "take place",
    "go ahead",
    "happen",
    "proceed",
    "raise",
    "draw",
    "attract",
    "begin",
    "start",
    "open",
    "end",
    "finish",
    "last",
    "pass off",
    "get under way",
    "kick off",
    "conclude",
    "close",
    "bring",
    "paralyse",
    "paralyze",
    "cripple",
    "run",
    "disrupt",
    "go on",
    "continue",
    "pass",
    "attract",
    "be over",
    "turn",
    "depart",
    "leave",
    "land",
    "take off",
    "arrive",
];
/// Verbs that tell of the event that is their object as held.
const SAW: &[&str] = &[
    "attend", "watch", "win", "hold", "host", "open", "close", "lead", "join", "disrupt", "address", "lose",
    "complete", "finish", "begin", "start", "stage", "see", "pass", "run",
];
/// Prepositions of those who are there.
const AT: &[&str] = &["at", "to", "during"];
/// Verbs of those who come for an event.
const CAME: &[&str] =
    &["line", "turn out", "gather", "queue", "pack", "throng", "fill", "assemble", "crowd", "arrive", "come"];
/// Words that tell another event of the sort from the one that was put off.
const OTHER: &[&str] = &[
    "rearranged",
    "rescheduled",
    "replacement",
    "instead",
    "alternative",
    "smaller",
    "second",
    "another",
    "postponed",
    "delayed",
    "earlier",
    "first",
];

/// "Sent him off by 112 votes to 31"
fn counted(reader: &Reader, clause: &Clause) -> bool {
    let words = reader.story.slice(reader.at, clause.span);
    let vote = words.split_once(" votes to ").or_else(|| words.split_once(" votes against "));
    vote.is_some_and(|(before, _)| before.ends_with(|last: char| last.is_ascii_digit()))
}

/// What a clause tells of as held.
pub(super) fn ran(reader: &Reader, clause: &Clause) -> Vec<Event> {
    let lemma = telling(reader, clause);
    let lemma = lemma.as_str();
    let counted = counted(reader, clause);
    let day = when(reader, clause).or_else(|| only_day(reader, clause));
    let day = day.or_else(|| counted.then(|| last_day(reader, clause)).flatten());
    let Some(when) = day.filter(|dated| dated.value.grain <= Grain::Days) else { return Vec::new() };
    let words = reader.story.slice(reader.at, clause.span).to_lowercase().replace("for the first time", "");
    if words.split(|c: char| !c.is_alphanumeric()).any(|word| OTHER.contains(&word)) {
        return Vec::new();
    }
    let at = clause.adjuncts.iter().filter(|adjunct| adjunct.time.is_none()).filter(|adjunct| {
        let preposition = adjunct.preposition.as_str();
        AT.contains(&preposition) || preposition == "for" && CAME.contains(&lemma)
    });
    let at: Vec<usize> = at.filter_map(|adjunct| adjunct.phrase).collect();
    let subjects = clause.subjects.iter().filter(|_| RAN.contains(&lemma));
    let objects = clause.objects.iter().filter(|_| SAW.contains(&lemma));
    let named = subjects.chain(objects).chain(&at).copied().filter(|&phrase| event_noun(reader, phrase));
    let mut about = reader.parts(&clause.objects);
    let to = clause
        .adjuncts
        .iter()
        .filter(|adjunct| matches!(adjunct.preposition.as_str(), "to" | "as" | "on") && adjunct.time.is_none());
    about.extend(to.filter_map(|adjunct| reader.part(adjunct.phrase?)));
    let event = |verb: &str| Event { about: about.clone(), ..event(reader, clause, verb, when) };
    let by_noun = |phrase: usize| {
        let thing = Thing::read(reader, phrase)?;
        Some(Event { thing: Some(thing), parts: partakers(reader, phrase), ..event(lemma) })
    };
    let mut list: Vec<Event> = named.filter_map(by_noun).collect();
    let mut parts = reader.parts(&clause.subjects);
    parts.extend(reader.parts(&clause.objects));
    parts.extend(
        clause
            .adjuncts
            .iter()
            .filter(|adjunct| adjunct.time.is_none())
            .filter_map(|adjunct| reader.part(adjunct.phrase?)),
    );
    let object =
        clause.objects.iter().map(|&object| reader.article.tokens[reader.article.phrases[object].head].lemma.as_str());
    let governed = clause.adjuncts.iter().filter_map(|adjunct| {
        let noun = &reader.article.tokens[reader.article.phrases[adjunct.phrase?].head].lemma;
        Some(format!("{lemma} {} {noun}", adjunct.preposition))
    });
    let phrases =
        object.map(|object| format!("{lemma} {object}")).chain(governed).chain(counted.then(|| "vote".to_owned()));
    let verb = phrases.into_iter().find(|words| KINDS.verbs.has(words)).unwrap_or_else(|| lemma.to_owned());
    let phrases = clause.subjects.iter().chain(&clause.objects);
    let things = phrases.filter_map(|&phrase| Thing::read(reader, phrase)).collect();
    let doers =
        reader.parts(&clause.subjects).into_iter().filter(|part| part.plural && person_noun(&part.head)).collect();
    list.push(Event { by_verb: true, parts, things, doers, ..event(&verb) });
    list
}
