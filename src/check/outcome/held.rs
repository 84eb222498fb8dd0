//! Called off or put off in one article, told of as held in another, in whatever words.
//!
//! "The strike on Thursday was suspended" against "teachers walked out on Thursday": no word is shared but the day and
//! those who take part. An event is told of as held where something begins, ends or is attended that bears its noun, or
//! where those who were to take part did what such an event consists of (`rules/english/held-events.csv`). Both have to
//! name the day, since what is put off is held on another.

use super::read::{in_sentence, when};
use super::thing::{Sameness, Thing, same};
use crate::annotate::clause::Clause;
use crate::annotate::mention::EntityKind;
use crate::annotate::time::{Grain, TimeRelation};
use crate::annotate::verb::{Modality, Polarity, Voice};
use crate::check::order::event::{Dated, Part};
use crate::check::order::lexicon;
use crate::check::order::likeness::like;
use crate::check::order::reader::Reader;
use crate::check::support::one_day;
use crate::check::table::rows;
use crate::graph::{Around, Identity, Likeness, Story, compare_parties, shared, surroundings};
use crate::hash::Map;
use crate::source::Span;
use compact_str::CompactString;
use std::sync::{LazyLock, OnceLock};

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
const HAPPEN: &[&str] = &["take place", "go ahead", "happen", "proceed", "be held"];
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
];
/// Verbs that tell of the event that is their object as held.
const SAW: &[&str] = &[
    "attend", "watch", "win", "hold", "host", "open", "close", "lead", "join", "disrupt", "address", "lose",
    "complete", "finish", "begin", "start", "stage", "see", "pass", "run",
];
/// Prepositions of those who are there.
const AT: &[&str] = &["at", "to", "during"];
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

/// Kinds of events by noun, and by the verbs that tell of them.
struct Kinds {
    nouns: Map<&'static str, Vec<usize>>,
    verbs: Map<&'static str, Vec<usize>>,
}

static KINDS: LazyLock<Kinds> = LazyLock::new(|| {
    let mut kinds = Kinds { nouns: Map::default(), verbs: Map::default() };
    for (row, line) in rows(include_str!("../../../rules/english/held-events.csv")).enumerate() {
        let Some((nouns, verbs)) = line.split_once(',') else { continue };
        for noun in nouns.split('|') {
            kinds.nouns.entry(noun).or_default().push(row);
        }
        for verb in verbs.split('|') {
            kinds.verbs.entry(verb).or_default().push(row);
        }
    }
    kinds
});

fn kinds_of<'k>(map: &'k Map<&'static str, Vec<usize>>, word: &str) -> &'k [usize] {
    map.get(word).map_or(&[], Vec::as_slice)
}

/// An event that an article tells of, off or held.
pub(super) struct Event {
    pub(super) article: usize,
    /// Whether it was called off or put off.
    pub(super) off: bool,
    /// Whether it may have begun before it was broken off.
    broken: bool,
    /// The event's noun, where it bears one.
    thing: Option<Thing>,
    /// The verb that tells of it, or that its noun stands for.
    verb: CompactString,
    /// Whether the verb alone tells of it.
    by_verb: bool,
    /// Those who take part, and what it is done to.
    parts: Vec<Part>,
    /// What it is about ("the vote on the budget"), or what its verb acts upon.
    about: Vec<Part>,
    /// Who and what is named in its sentence, places left out.
    names: Vec<Identity>,
    /// The places that are named there.
    places: Vec<Identity>,
    when: Dated,
    pub(super) span: Span,
    around: OnceLock<Around>,
}

impl Event {
    fn around(&self, story: &Story) -> &Around {
        self.around.get_or_init(|| surroundings(story, self.article, self.span))
    }
}

/// The events of an article that are told of with a day, off or held.
pub(super) fn read(reader: &Reader) -> Vec<Event> {
    let mut list = Vec::new();
    for clause in &reader.article.clauses {
        let group = reader.group(clause.verb);
        if reader.quoted(group.main) {
            continue;
        }
        let lemma = group.lemma.as_str();
        let actual = matches!(clause.modality, Modality::Actual | Modality::Unable);
        let denied = clause.polarity == Polarity::Negative;
        let off = actual && !denied && (OFF.contains(&lemma) || BROKEN.contains(&lemma));
        let lapsed = actual && !denied && LAPSE.contains(&lemma)
            || denied && HAPPEN.contains(&lemma) && (actual || clause.modality == Modality::Planned);
        if off || lapsed {
            let phrases = if off { &clause.objects } else { &clause.subjects };
            list.extend(phrases.iter().filter_map(|&phrase| put_off(reader, clause, phrase)));
        } else if reader.happened(clause.verb, false) || clause.modality == Modality::Actual && !denied && group.perfect
        {
            list.extend(ran(reader, clause));
        }
    }
    list
}

/// Who and what a clause names: places, or all else.
fn names(reader: &Reader, clause: &Clause, places: bool) -> Vec<Identity> {
    let span = if places { clause.span } else { reader.article.sentences[clause.sentence].span };
    let first = reader.article.mentions.partition_point(|mention| mention.span.start < span.start);
    let inside = reader.article.mentions[first..].iter().take_while(|mention| mention.span.start < span.end);
    let known = inside.filter_map(|mention| reader.story.identities.of(reader.at, mention.entity?));
    known.filter(|party| (reader.story.identities.party(*party).kind == EntityKind::Place) == places).collect()
}

fn event_noun(reader: &Reader, phrase: usize) -> bool {
    let head = &reader.article.tokens[reader.article.phrases[phrase].head];
    let noun = head.lemma.as_str();
    !kinds_of(&KINDS.nouns, noun).is_empty()
        || !kinds_of(&KINDS.nouns, &head.lower).is_empty()
        || lexicon::nominal(noun).is_some()
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

/// "Thursday's strike", "the rally planned for Sunday", "was to have opened on Saturday": the day of the event itself.
fn own_day(reader: &Reader, clause: &Clause, phrase: usize) -> Option<Dated> {
    let noun = &reader.article.phrases[phrase];
    let zone = reader.article.document.published.and_then(|published| published.offset);
    let sentence = &reader.article.sentences[clause.sentence];
    let day = |time: &crate::annotate::time::TimeMention| {
        let value = time.value.filter(|value| value.grain <= Grain::Days)?;
        (time.duration.is_none()).then_some(Dated { value, relation: time.relation, zone, span: time.span })
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
            let mut others = in_sentence(reader, clause.sentence).filter(|other| {
                other.modality == Modality::Planned
                    && sentence.span.contains(other.span)
                    && [&other.subjects, &other.objects].iter().any(|list| list.contains(&phrase))
            });
            others.find_map(|other| when(reader, other))
        })
        .or_else(|| only_day(reader, clause))
}

fn put_off(reader: &Reader, clause: &Clause, phrase: usize) -> Option<Event> {
    let group = reader.group(clause.verb);
    // "Put back by two hours": held on its day.
    let hours = clause.adjuncts.iter().filter_map(|adjunct| adjunct.time);
    let shifted = hours.map(|time| &reader.article.times[time]).any(|time| {
        time.duration.is_some()
            || time.relation == TimeRelation::Until && time.value.is_some_and(|value| value.grain < Grain::Day)
    });
    if shifted || !event_noun(reader, phrase) {
        return None;
    }
    let thing = Thing::read(reader, phrase)?;
    let words = reader.story.slice(reader.at, clause.span).to_lowercase();
    let begun = BROKEN.contains(&group.lemma.as_str())
        && !["without", "before", "planned", "strike"].iter().any(|word| words.contains(word));
    let verb = lexicon::nominal(&thing.part.head).unwrap_or_default().into();
    let mut parts = partakers(reader, phrase);
    parts.extend(reader.parts(&clause.subjects).into_iter().filter(|_| group.voice == Voice::Active));
    let when = own_day(reader, clause, phrase)?;
    let on = reader.article.phrases[phrase].complements.iter().filter(|(preposition, _)| preposition == "on");
    let about: Vec<Part> = on.filter_map(|&(_, inner)| reader.part(inner)).collect();
    Some(Event {
        article: reader.at,
        off: true,
        broken: begun,
        thing: Some(thing),
        verb,
        by_verb: false,
        parts,
        about: about.clone(),
        names: names(reader, clause, false),
        places: names(reader, clause, true),
        when,
        span: clause.span,
        around: OnceLock::new(),
    })
}

/// The one day that the sentence names.
pub(in crate::check) fn only_day(reader: &Reader, clause: &Clause) -> Option<Dated> {
    let zone = reader.article.document.published.and_then(|published| published.offset);
    let sentence = reader.article.sentences[clause.sentence].span;
    let first = reader.article.times.partition_point(|time| time.span.start < sentence.start);
    let inside = reader.article.times[first..].iter().take_while(|time| time.span.start < sentence.end);
    let mut days = inside.filter(|time| time.duration.is_none());
    let time = days.next().filter(|time| days.next().is_none() && time.relation == TimeRelation::During)?;
    time.value.map(|value| Dated { value, relation: time.relation, zone, span: time.span })
}

/// What a clause tells of as held.
fn ran(reader: &Reader, clause: &Clause) -> Vec<Event> {
    let group = reader.group(clause.verb);
    let lemma = group.lemma.as_str();
    let day = when(reader, clause).or_else(|| only_day(reader, clause));
    let Some(when) = day.filter(|dated| dated.value.grain <= Grain::Days) else { return Vec::new() };
    let words = reader.story.slice(reader.at, clause.span).to_lowercase();
    if words.split(|c: char| !c.is_alphanumeric()).any(|word| OTHER.contains(&word)) {
        return Vec::new();
    }
    let at =
        clause.adjuncts.iter().filter(|adjunct| adjunct.time.is_none() && AT.contains(&adjunct.preposition.as_str()));
    let at: Vec<usize> = at.filter_map(|adjunct| adjunct.phrase).collect();
    let subjects = clause.subjects.iter().filter(|_| RAN.contains(&lemma));
    let objects = clause.objects.iter().filter(|_| SAW.contains(&lemma));
    let named = subjects.chain(objects).chain(&at).copied().filter(|&phrase| event_noun(reader, phrase));
    let about = reader.parts(&clause.objects);
    let event = |thing: Option<Thing>, verb: &str, parts: Vec<Part>| Event {
        article: reader.at,
        off: false,
        broken: false,
        by_verb: thing.is_none(),
        thing,
        verb: verb.into(),
        parts,
        about: about.clone(),
        names: names(reader, clause, false),
        places: names(reader, clause, true),
        when,
        span: clause.span,
        around: OnceLock::new(),
    };
    let mut list: Vec<Event> = named
        .filter_map(|phrase| Some(event(Some(Thing::read(reader, phrase)?), lemma, partakers(reader, phrase))))
        .collect();
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
    let phrases = object.map(|object| format!("{lemma} {object}")).chain(governed);
    let verb =
        phrases.into_iter().find(|words| !kinds_of(&KINDS.verbs, words).is_empty()).unwrap_or_else(|| lemma.to_owned());
    list.push(event(None, &verb, parts));
    list
}

/// How much of their surroundings the two share: where the noun is one and known, where it is a noun only, and where the
/// verb alone tells of it.
const CONTEXT_KNOWN: f32 = 1.0;
const CONTEXT_NOUN: f32 = 1.5;
const CONTEXT_VERB: f32 = 1.5;

/// Whether `held` tells that what was off took place; `all` are the events of every article.
pub(super) fn contradicts(story: &Story, off: &Event, held: &Event, all: &[Event]) -> bool {
    if off.article == held.article || !off.off || held.off {
        return false;
    }
    if !same_day(off.when, held.when) || !places_allow(story, off, held) {
        return false;
    }
    let Some(needed) = identity(story, off, held) else { return false };
    let common = shared(story, (off.article, off.around(story)), (held.article, held.around(story)));
    // An article that tells of both tells how the one came after the other.
    let knows = |article: usize, wanted: bool| {
        all.iter().any(|other| {
            other.article == article && other.off == wanted && {
                let (one, two) = if wanted { (other, held) } else { (off, other) };
                one.article != two.article && identity(story, one, two).is_some() || kin(off, other)
            }
        })
    };
    common >= needed && !knows(held.article, true) && !(off.broken && knows(off.article, false))
}

/// Whether two times are of one day: "Monday night" is not of Tuesday, though it ends there.
fn same_day(a: Dated, b: Dated) -> bool {
    match (a.value.from, b.value.from) {
        (Some(x), Some(y)) if a.value.grain.max(b.value.grain) <= Grain::Day => x.date() == y.date(),
        _ => one_day(Some(a), Some(b)),
    }
}

/// Whether the places that the two clauses name may be one.
fn places_allow(story: &Story, a: &Event, b: &Event) -> bool {
    let apart =
        |x: &Identity| b.places.iter().all(|y| compare_parties(&story.identities, *x, *y) == Likeness::Different);
    b.places.is_empty() || a.places.is_empty() || !a.places.iter().all(apart)
}

/// Two events of one noun.
fn kin(a: &Event, b: &Event) -> bool {
    matches!((&a.thing, &b.thing), (Some(x), Some(y)) if x.part.head == y.part.head)
        && a.off == b.off
        && !std::ptr::eq(a, b)
}

/// What has to stand around the two for them to be one event; `None` where nothing says so.
fn identity(story: &Story, off: &Event, held: &Event) -> Option<f32> {
    let noun = off.thing.as_ref()?;
    if let Some(thing) = &held.thing {
        if off.broken
            && !matches!(held.verb.as_str(), "win" | "lose" | "end" | "finish" | "complete" | "raise" | "conclude")
        {
            return None;
        }
        return same(story, noun, thing).map(|sameness| match sameness {
            Sameness::Known => CONTEXT_KNOWN,
            Sameness::Noun => CONTEXT_NOUN,
        });
    }
    // "The vote on the budget" is not the one that passed the pensions bill.
    let one = |x: &Part, y: &Part| {
        like(story, x, y) == Likeness::Same || !x.head.is_empty() && lexicon::noun(&x.head) == lexicon::noun(&y.head)
    };
    let about = off.about.iter().any(|x| held.about.iter().any(|y| one(x, y)));
    if !off.about.is_empty() && !held.about.is_empty() && !about {
        return None;
    }
    let named = || off.names.iter().any(|name| held.names.contains(name));
    let shares = || {
        let telling = |part: &&Part| part.party.is_some() || part.definite || part.plural;
        off.parts
            .iter()
            .filter(telling)
            .any(|x| held.parts.iter().filter(telling).any(|y| like(story, x, y) == Likeness::Same || bare_same(x, y)))
    };
    let kinds = kinds_of(&KINDS.nouns, &noun.part.head);
    let tells = kinds_of(&KINDS.verbs, &held.verb).iter().any(|kind| kinds.contains(kind));
    let verb = !off.verb.is_empty()
        && (off.verb == held.verb
            || lexicon::classes(&off.verb).iter().any(|class| lexicon::classes(&held.verb).contains(class)));
    (held.by_verb && (tells || verb) && (named() || shares())).then_some(CONTEXT_VERB)
}

/// "Teachers" and "teachers": a sort of people, of whom the day and the place tell which.
fn bare_same(x: &Part, y: &Part) -> bool {
    !x.head.is_empty() && x.head == y.head && x.plural && y.plural
}
