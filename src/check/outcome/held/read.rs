//! The events that an article tells of as called off or as held, by the words for either.

mod off;
mod ran;

use self::off::{none, put_off, without};
use self::ran::ran;
use super::{Event, KINDS};
use crate::annotate::clause::Clause;
use crate::annotate::mention::EntityKind;
use crate::annotate::verb::{Modality, Polarity};
use crate::check::order::event::{Dated, Part};
use crate::check::order::lexicon;
use crate::check::order::reader::Reader;
use crate::check::outcome::thing::whole;
use crate::check::support::mentions;
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
