//! The events that an article tells of as called off or as held, by the words for either.

use super::day::{inherited_day, last_day, only_day, own_day};
use super::{Event, KINDS};
use crate::annotate::clause::Clause;
use crate::annotate::lexicon::person_noun;
use crate::annotate::mention::{Determination, EntityKind};
use crate::annotate::time::{Grain, TimeRelation};
use crate::annotate::verb::{Modality, Polarity, Tense, Voice};
use crate::check::order::event::{Dated, Part};
use crate::check::order::lexicon;
use crate::check::order::reader::Reader;
use crate::check::outcome::judge::ends;
use crate::check::outcome::read::when;
use crate::check::outcome::thing::{Thing, whole};
use crate::check::support::{self, mentions};
use crate::graph::Identity;
use crate::source::Span;
use compact_str::CompactString;
use std::sync::OnceLock;

/// Verbs by which an event is called off or put off.
const OFF: &[&str] = &[
    "call off",
    "cancel",
    "scrap",
    "axe",
    "postpone",
    "put off",
    "defer",
    "scrub",
    "drop",
    "shelve",
    "rain off",
    "reschedule",
    "abort",
    "put back",
    "push back",
];
/// Verbs that may also break off what has begun: the event came to no result.
const BROKEN: &[&str] = &["abandon", "suspend", "halt", "adjourn", "break off", "cut short"];
/// What becomes of an event that comes to nothing by itself.
const LAPSE: &[&str] = &["fall through", "collapse", "founder", "come to nothing"];
/// Verbs whose denial calls an event off.
const HAPPEN: &[&str] = &["take place", "go ahead", "happen", "proceed"];
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

/// The events of an article that are told of with a day, off or held.
pub(in crate::check::outcome) fn read(reader: &Reader) -> Vec<Event> {
    let mut list = Vec::new();
    for clause in &reader.article.clauses {
        let group = reader.group(clause.verb);
        if reader.quoted(group.main) {
            continue;
        }
        let lemma = telling(reader, clause);
        let lemma = lemma.as_str();
        let actual = matches!(clause.modality, Modality::Actual | Modality::Unable);
        let denied = clause.polarity == Polarity::Negative;
        let off = actual && !denied && (OFF.contains(&lemma) || BROKEN.contains(&lemma));
        let lapsed = actual && !denied && LAPSE.contains(&lemma);
        let none = if actual || clause.modality == Modality::Planned { none(reader, clause) } else { Vec::new() };
        let fruitless = without(reader, clause);
        list.extend(fruitless.into_iter().filter_map(|phrase| put_off(reader, clause, phrase)));
        if off || lapsed || !none.is_empty() {
            let phrases = if off { &clause.objects } else { &clause.subjects };
            let phrases = if none.is_empty() { phrases } else { &none };
            list.extend(phrases.iter().filter_map(|&phrase| put_off(reader, clause, phrase)));
        } else if reader.happened(clause.verb, false) || clause.modality == Modality::Actual && !denied && group.perfect
        {
            list.extend(ran(reader, clause));
        }
    }
    list
}

/// The verb of a clause, with the noun that it cannot do without: "take place".
fn telling(reader: &Reader, clause: &Clause) -> CompactString {
    let lemma = &reader.group(clause.verb).lemma;
    let head = |phrase: &usize| &reader.article.tokens[reader.article.phrases[*phrase].head];
    let place = lemma == "take" && clause.objects.iter().any(|object| head(object).lemma == "place");
    if place { CompactString::const_new("take place") } else { lemma.clone() }
}

/// "There was no fair", "no rally was held", "the talks did not take place": what the clause tells that there was none of.
fn none(reader: &Reader, clause: &Clause) -> Vec<usize> {
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
fn without(reader: &Reader, clause: &Clause) -> Vec<usize> {
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

/// Who and what a clause names: places, or all else.
fn names(reader: &Reader, clause: &Clause, places: bool) -> Vec<Identity> {
    named_in(reader, if places { clause.span } else { reader.article.sentences[clause.sentence].span }, places)
}

fn named_in(reader: &Reader, span: Span, places: bool) -> Vec<Identity> {
    let inside = mentions(reader.article, span);
    let known = inside.filter_map(|mention| reader.story.identities.of(reader.at, mention.entity?));
    known.filter(|party| (reader.story.identities.party(*party).kind == EntityKind::Place) == places).collect()
}

fn event_noun(reader: &Reader, phrase: usize) -> bool {
    let head = &reader.article.tokens[reader.article.phrases[whole(reader, phrase)].head];
    let noun = head.lemma.as_str();
    KINDS.nouns.has(noun) || KINDS.nouns.has(&head.lower) || lexicon::nominal(noun).is_some()
}

/// Those that hang on an event's noun: whose it is, of what, between whom.
fn partakers(reader: &Reader, phrase: usize) -> Vec<Part> {
    let noun = &reader.article.phrases[phrase];
    let on =
        |preposition: &str| matches!(preposition, "of" | "by" | "between" | "with" | "for" | "against" | "on" | "in");
    let inner = noun.complements.iter().filter(|(preposition, _)| on(preposition)).map(|&(_, inner)| inner);
    let mut parts: Vec<Part> = inner.filter_map(|inner| reader.part(inner)).collect();
    if let Some(noun) = reader.noun_event(phrase) {
        parts.extend(noun.agents);
        parts.extend(noun.themes);
        parts.extend(noun.others);
    }
    parts
}

/// What a clause tells of an event of a day: as held, by no noun, without anybody who takes part.
fn event(reader: &Reader, clause: &Clause, verb: &str, when: Dated) -> Event {
    Event {
        article: reader.at,
        off: false,
        weekday: false,
        broken: false,
        thing: None,
        verb: verb.into(),
        by_verb: false,
        parts: Vec::new(),
        about: Vec::new(),
        of: Vec::new(),
        names: names(reader, clause, false),
        places: names(reader, clause, true),
        when,
        things: Vec::new(),
        doers: Vec::new(),
        told: clause.span,
        span: clause.span,
        around: OnceLock::new(),
    }
}

fn put_off(reader: &Reader, clause: &Clause, phrase: usize) -> Option<Event> {
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

/// "Sent him off by 112 votes to 31"
fn counted(reader: &Reader, clause: &Clause) -> bool {
    let words = reader.story.slice(reader.at, clause.span);
    let vote = words.split_once(" votes to ").or_else(|| words.split_once(" votes against "));
    vote.is_some_and(|(before, _)| before.ends_with(|last: char| last.is_ascii_digit()))
}

/// What a clause tells of as held.
fn ran(reader: &Reader, clause: &Clause) -> Vec<Event> {
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
