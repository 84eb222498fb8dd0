//! What happened, or is to happen, as one mention tells it: the event, when it was, and where.

use super::place::{AT, Where, elsewhere, where_of, within};
use crate::annotate::clause::{Adjunct, Clause};
use crate::annotate::lexicon::person_noun;
use crate::annotate::time::{Grain, TimeMention, TimeRelation};
use crate::annotate::verb::{Modality, Polarity, Tense, VerbForm, Voice};
use crate::check::order::event::{Dated, Event, Part};
use crate::check::order::lexicon;
use crate::check::order::reader::Reader;
use crate::check::whereabouts::{self, Site};
use crate::graph::{Around, surroundings};
use crate::source::Span;
use compact_str::CompactString;
use std::sync::OnceLock;

/// How far behind a clause its hours are looked for, in bytes.
const LOOK_ON: usize = 60;
/// One mention of an event that has a time or a place.
pub(in crate::check) struct Happening {
    pub(in crate::check) event: Event,
    /// Still to come when it was told.
    pub(in crate::check) planned: bool,
    /// Lemma of its verb, or of the verb that its noun stands for.
    pub(in crate::check) lemma: CompactString,
    /// The classes of its word, its own first.
    pub(in crate::check) classes: Vec<&'static str>,
    pub(in crate::check) places: Vec<Where>,
    /// Places that only their nouns or names tell: "in the kitchen".
    pub(in crate::check) sites: Vec<(Site, Span)>,
    /// For whom it was: "closed to lorries".
    pub(in crate::check) users: Vec<Part>,
    /// Whether the place is that of another clause of the sentence.
    pub(in crate::check) borrowed: bool,
    /// Whether the article begins with an event of its class.
    pub(in crate::check) leading: bool,
    /// Whether nothing but a pronoun or a noun for any event says what it befell: "it went down", "the derailment".
    pub(in crate::check) bare: bool,
    around: OnceLock<Around>,
}

impl Happening {
    fn new(event: Event, lemma: CompactString, planned: bool, places: Vec<Where>) -> Self {
        let classes = if event.noun { Vec::new() } else { lexicon::classes(&lemma).to_vec() };
        Self {
            event,
            planned,
            lemma,
            classes,
            places,
            sites: Vec::new(),
            users: Vec::new(),
            borrowed: false,
            leading: false,
            bare: false,
            around: OnceLock::new(),
        }
    }

    pub(in crate::check) fn when(&self) -> Option<&Dated> {
        self.event.dated.as_ref().filter(|dated| dated.relation == TimeRelation::During)
    }

    /// What stands around it.
    pub(in crate::check) fn around(&self, reader: &crate::graph::Story) -> &Around {
        self.around.get_or_init(|| surroundings(reader, self.event.article, self.event.span))
    }
}

/// The events of an article that it dates or places.
pub(in crate::check) fn read(reader: &Reader) -> Vec<Happening> {
    let leading = leading(reader);
    let mut list = verbs(reader, &leading);
    nouns(reader, &mut list);
    for one in &mut list {
        one.leading = leading.contains(&one.event.class);
        one.bare = bare(reader, &one.event);
    }
    list
}

/// The events of verbs, and what "happened" where an article begins with it.
fn verbs(reader: &Reader, leading: &[CompactString]) -> Vec<Happening> {
    let mut list = Vec::new();
    for group in 0..reader.article.verb_groups.len() {
        let planned = planned(reader, group);
        if !planned && !reader.happened(group, false) {
            continue;
        }
        let Some(mut event) = reader.verb_event(group).or_else(|| happened(reader, group, leading)) else { continue };
        let Some(clause) = reader.clause(group) else { continue };
        // "was serving a sentence": a state that lasts.
        if reader.group(group).progressive {
            continue;
        }
        narrow(reader, &mut event);
        begun(reader, group, &mut event);
        let mut places: Vec<Where> = clause
            .adjuncts
            .iter()
            .filter(|adjunct| adjunct.time.is_none())
            .filter_map(|adjunct| where_of(reader, &adjunct.preposition, adjunct.phrase?, adjunct.span))
            .collect();
        if let Some(origin) = from(reader, clause, &event.class) {
            places = origin;
        }
        // "shut its factory in Ghent": what is acted upon is where it is.
        for &phrase in clause.objects.iter().chain(&clause.subjects) {
            places.extend(within(reader, phrase));
        }
        let borrowed = places.is_empty();
        if borrowed {
            places = elsewhere(reader, clause.sentence, group);
        }
        let sites = sites(reader, clause, &event.class);
        let verb = reader.group(group).lemma.clone();
        if let Some(effect) = takes_effect(reader, group, clause, &event) {
            keep(&mut list, Happening::new(effect, verb.clone(), planned, Vec::new()));
        }
        if let Some(begun) = what_begins(reader, group, clause) {
            let own = Happening::new(begun, verb.clone(), planned, places.clone());
            keep(&mut list, Happening { sites: sites.clone(), borrowed, ..own });
        }
        keep(
            &mut list,
            Happening { sites, users: users(reader, clause), borrowed, ..Happening::new(event, verb, planned, places) },
        );
    }
    list
}

/// "The strike began on Monday": what began, at that time.
fn what_begins(reader: &Reader, group: usize, clause: &Clause) -> Option<Event> {
    let verb = reader.group(group);
    let begins = matches!(verb.lemma.as_str(), "begin" | "start" | "open" | "kick off" | "get under way");
    let parts = if verb.voice == Voice::Active { &clause.subjects } else { &clause.objects };
    let event = parts.iter().filter(|_| begins).find_map(|&part| reader.noun_event(part))?;
    (!event.indefinite).then(|| reader.within(event, clause))
}

/// "Visitors will pay the tax from 1 June": the day on which it takes effect.
fn takes_effect(reader: &Reader, group: usize, clause: &Clause, event: &Event) -> Option<Event> {
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

/// The events of nouns.
fn nouns(reader: &Reader, list: &mut Vec<Happening>) {
    for phrase in 0..reader.article.phrases.len() {
        let noun = &reader.article.phrases[phrase];
        if reader.quoted(noun.head) {
            continue;
        }
        let Some(mut event) = reader.noun_event(phrase).filter(|event| !event.indefinite) else { continue };
        event.dated = event.dated.or_else(|| dated(reader, phrase));
        let places = within(reader, phrase);
        let verb = lexicon::nominal(&reader.article.tokens[noun.head].lemma).unwrap_or_default();
        keep(list, Happening::new(event, verb.into(), false, places));
    }
}

/// Sentences that an article begins with.
const BEGINNING: usize = 4;

/// The classes of the events that an article begins with, of what happens to one thing once before others.
fn leading(reader: &Reader) -> Vec<CompactString> {
    let Some(last) =
        reader.article.sentences.get(..BEGINNING.min(reader.article.sentences.len())).and_then(<[_]>::last)
    else {
        return Vec::new();
    };
    let verbs = (0..reader.article.verb_groups.len())
        .take_while(|&group| reader.group(group).span.start < last.span.end)
        .filter_map(|group| reader.verb_event(group));
    let nouns = (0..reader.article.phrases.len())
        .take_while(|&phrase| reader.article.phrases[phrase].span.start < last.span.end)
        .filter_map(|phrase| reader.noun_event(phrase));
    let mut classes: Vec<CompactString> = verbs.chain(nouns).map(|event| event.class).collect();
    classes.retain(|class| lexicon::needs(class).is_some());
    classes.sort_by_key(|class| !lexicon::once(class));
    classes
}

/// Words for what an article tells of, whatever it is.
const IT: &[&str] = &["it", "this", "that", "incident", "accident", "tragedy", "disaster", "drama", "episode"];

/// Whether nothing tells what befell whom but words that stand for any event.
fn bare(reader: &Reader, event: &Event) -> bool {
    let mut parts = event.agents.iter().chain(&event.themes);
    let it =
        |part: &Part| IT.contains(&reader.article.document.slice(part.span).to_lowercase().trim_start_matches("the "));
    if event.noun {
        parts.next().is_none()
    } else {
        let happened =
            reader.group_at(event.anchor).is_some_and(|group| HAPPENED.contains(&reader.group(group).lemma.as_str()));
        parts.next().map_or(happened, |part| it(part) && parts.all(it))
    }
}

const HAPPENED: &[&str] = &["happen", "occur", "take place", "unfold"];

/// "It happened at 8.40pm": the event that befalls a thing once with which the article begins.
fn happened(reader: &Reader, group: usize, leading: &[CompactString]) -> Option<Event> {
    let class = leading.first().filter(|class| lexicon::once(class))?;
    let clause = reader.clause(group)?;
    let &subject = clause.subjects.first()?;
    let head = &reader.article.tokens[reader.article.phrases[subject].head].lemma;
    (HAPPENED.contains(&reader.group(group).lemma.as_str()) && IT.contains(&head.as_str()))
        .then(|| reader.event_of(group, class))
        .flatten()
}

/// Classes of what leaves a place, or is brought out of it.
const OUT_OF: &[&str] = &["leave", "lift off", "rescue", "discover", "send"];

/// "Sailed from Rotterdam", "left Hamburg": the places that are left, where any are named.
fn from(reader: &Reader, clause: &Clause, class: &str) -> Option<Vec<Where>> {
    if !OUT_OF.contains(&class) {
        return None;
    }
    let out = clause.adjuncts.iter().filter(|adjunct| adjunct.time.is_none() && adjunct.preposition == "from");
    let out = out.filter_map(|adjunct| Some((adjunct.phrase?, adjunct.span)));
    let left = clause.objects.iter().filter(|_| class == "leave").map(|&object| (object, reader.article.phrases[object].span));
    let found: Vec<Where> = out.chain(left).filter_map(|(phrase, span)| where_of(reader, "in", phrase, span)).collect();
    (!found.is_empty()).then_some(found)
}

/// The places behind the verb, and behind what it acts upon, that only their nouns tell, or names with a noun.
fn sites(reader: &Reader, clause: &Clause, class: &str) -> Vec<(Site, Span)> {
    let out = OUT_OF.contains(&class) && class != "leave";
    let at = |preposition: &str| AT.contains(&preposition) || preposition == "outside" || out && preposition == "from";
    let own = clause.adjuncts.iter().filter(|adjunct| adjunct.time.is_none() && at(&adjunct.preposition));
    let own = own.filter_map(|adjunct| adjunct.phrase);
    let behind = clause.objects.iter().flat_map(|&object| &reader.article.phrases[object].complements);
    let behind = behind.filter(|(preposition, _)| at(preposition)).map(|&(_, phrase)| phrase);
    let mut found = Vec::new();
    for phrase in own.chain(behind) {
        whereabouts::sites(reader, "in", phrase, 0, &mut found);
    }
    // "In the Family" names no place that could be told from others, "at Valdermo" does.
    let bare = |span: Span| reader.article.document.slice(span).starts_with(char::is_uppercase);
    found.retain(|(site, span)| match site {
        Site::Scene(_) | Site::Named(Some(_), _) => true,
        Site::Named(None, _) => bare(*span),
        Site::Known(..) => false,
    });
    found
}

/// The sorts of people or things that a clause says something is done to: "to cars".
fn users(reader: &Reader, clause: &Clause) -> Vec<Part> {
    let to = clause.adjuncts.iter().filter(|adjunct| adjunct.time.is_none() && adjunct.preposition == "to");
    to.filter_map(|adjunct| reader.part(adjunct.phrase?)).filter(|part| part.plural && part.party.is_none()).collect()
}

fn keep(list: &mut Vec<Happening>, one: Happening) {
    let bare = one.event.dated.is_none() && one.places.is_empty() && one.sites.is_empty();
    if !bare && !list.iter().any(|other| other.event.anchor == one.event.anchor) {
        list.push(one);
    }
}

/// Words that narrow the day that an event is dated to, and its hours.
const HOURS: &[([&str; 2], i8, i8)] = &[
    (["morning", "rush"], 6, 11),
    (["evening", "rush"], 15, 21),
    (["afternoon", "rush"], 14, 20),
    (["broad", "daylight"], 6, 21),
];

/// "On Tuesday, at the height of the evening rush hour": the hours of the day.
fn narrow(reader: &Reader, event: &mut Event) {
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
fn begun(reader: &Reader, group: usize, event: &mut Event) {
    let verb = reader.group(group);
    let lasts = verb.perfect && verb.tense == Tense::Present && LASTING.contains(&event.class.as_str());
    if let Some(dated) = event.dated.as_mut().filter(|dated| lasts && dated.relation == TimeRelation::Since) {
        dated.relation = TimeRelation::During;
    }
}

/// Whether the verb group tells of something still to come.
fn planned(reader: &Reader, group: usize) -> bool {
    let verb = reader.group(group);
    let Some(clause) = reader.clause(group) else { return false };
    let actual = clause.modality == Modality::Actual;
    // "The album comes out in September."
    let to_come = || verb.tense == Tense::Present && !verb.perfect && !verb.progressive && to_come(reader, clause);
    let sure = clause.modality == Modality::Planned || actual && (verb.tense == Tense::Future || to_come());
    sure && clause.polarity == Polarity::Positive && verb.form == VerbForm::Finite && !reader.quoted(verb.main)
}

/// Whether what a clause tells is dated to after its article came out.
fn to_come(reader: &Reader, clause: &Clause) -> bool {
    let Some(published) = reader.article.document.published else { return false };
    let dated = clause.adjuncts.iter().filter_map(|adjunct| reader.article.times.get(adjunct.time?)?.value?.from);
    dated.into_iter().any(|from| from.date() > published.date)
}

/// The time inside a noun phrase ("Tuesday's vote", "the attack on Monday").
fn dated(reader: &Reader, phrase: usize) -> Option<Dated> {
    let noun = &reader.article.phrases[phrase];
    let last = noun.complements.iter().map(|&(_, inner)| reader.article.phrases[inner].span.end).max();
    let end = last.unwrap_or(noun.span.end).max(noun.span.end);
    let first = reader.article.times.partition_point(|time| time.span.end <= noun.span.start);
    let usable = |time: &&TimeMention| time.duration.is_none() && time.relation == TimeRelation::During;
    let inside = reader.article.times[first..].iter().take_while(|time| time.span.start < end).filter(usable);
    inside.filter_map(|time| reader.date(time)).min_by_key(|dated| dated.value.grain)
}
