//! Claims in the story's terms: identities instead of mentions, dated, ready to be compared.

use super::context::Around;
use super::identity::{Identities, Identity};
use crate::annotate::Article;
use crate::annotate::lexicon;
use crate::annotate::mention::{Determination, EntityKind};
use crate::annotate::time::{Grain, TimeMention, TimeRelation, TimeValue};
use crate::annotate::times::{clock_at, filed_from};
use crate::annotate::token::Tag;
use crate::annotate::verb::{Modality, Polarity, Tense};
use crate::extract::{Claim, Filler, Status, Value};
use crate::gazetteer::{Gazetteer, PlaceId};
use crate::hash::Map;
use crate::source::Span;
use compact_str::CompactString;
use jiff::tz::Offset;
use std::sync::{LazyLock, OnceLock};

/// What fills a role, in the story's terms.
#[derive(Clone, Debug, PartialEq)]
pub enum Term {
    /// A party whose identity is known.
    Party(Identity),
    /// Something described by a noun.
    Noun(Noun),
    /// Index of a quantity of the article.
    Quantity(usize),
    /// Index of a time of the article.
    Time(usize),
    /// Anything else: its words in lower case.
    Words(String),
}

/// A noun phrase that stands for no known entity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Noun {
    /// Lemma of the head.
    pub head: CompactString,
    /// Lemmas of adjectives, nouns and figures before the head, in order of the alphabet.
    pub modifiers: Vec<CompactString>,
    /// Which of the modifiers are names, those of countries and their peoples left out ("the Kohler workshop").
    pub names: Vec<CompactString>,
    /// The place that a demonym among the modifiers names ("the Dutch navy").
    pub nation: Option<PlaceId>,
    /// What follows by preposition and tells it from others ("the ban on trawling"): the preposition and the lemma of
    /// the noun. Places are left to the claim's own.
    pub complement: Option<(CompactString, CompactString)>,
    /// Whose it is.
    pub possessor: Option<Identity>,
    /// "the", a possessive or a name: something the reader can pick out.
    pub definite: bool,
    /// Not definite, but the article speaks of one such thing only.
    pub sole: bool,
    /// Whether it stands for more than one.
    pub plural: bool,
    /// "he", "they": stands for somebody, but not known whom.
    pub pronoun: bool,
}

/// A filled role.
#[derive(Clone, Debug)]
pub struct Role {
    /// The role's name.
    pub name: CompactString,
    /// What fills it.
    pub term: Term,
    /// Bytes of the words.
    pub span: Span,
}

/// When something is claimed to have been.
#[derive(Clone, Copy, Debug)]
pub struct When {
    /// The interval.
    pub value: TimeValue,
    /// How it bounds the event.
    pub relation: TimeRelation,
    /// The article's own distance from UTC.
    pub zone: Option<Offset>,
    /// The distances from UTC that clocks show where it happened and where it was filed, where those are known.
    pub local: [Option<Offset>; 2],
    /// Bytes of the phrase.
    pub span: Span,
}

/// Whose claim it is.
#[derive(Clone, Debug)]
pub struct Speaker {
    /// The speaker, where known.
    pub identity: Option<Identity>,
    /// Whether the claim stands between quotation marks.
    pub direct: bool,
}

/// A claim in the story's terms.
#[derive(Clone, Debug)]
pub struct Fact {
    /// Index of the claim.
    pub claim: usize,
    /// Index of the article.
    pub article: usize,
    /// The predicate.
    pub predicate: CompactString,
    /// The rule that found it.
    pub rule: CompactString,
    /// Bytes of the clause.
    pub span: Span,
    /// Filled roles, times left out.
    pub roles: Vec<Role>,
    /// When.
    pub when: Option<When>,
    /// Whether its words hold any phrase of time, resolved or not.
    pub dated: bool,
    /// Affirmed or denied.
    pub polarity: Polarity,
    /// In what sense.
    pub modality: Modality,
    /// Seen from the moment of writing.
    pub tense: Tense,
    /// What became of the event, where the wording says so.
    pub status: Option<Status>,
    /// Whose claim; `None` for the article's own voice.
    pub speaker: Option<Speaker>,
    /// What is named around it, once somebody asked.
    pub(super) around: OnceLock<Around>,
}

impl Fact {
    /// The terms of one role.
    pub fn terms<'a>(&'a self, role: &'a str) -> impl Iterator<Item = &'a Term> {
        self.roles.iter().filter(move |filled| filled.name == role).map(|filled| &filled.term)
    }

    /// The parties of one role.
    pub fn parties<'a>(&'a self, role: &'a str) -> impl Iterator<Item = Identity> {
        self.terms(role).filter_map(|term| match term {
            Term::Party(identity) => Some(*identity),
            _ => None,
        })
    }

    /// Whether the claim says that it is so: not planned, possible, wished or supposed.
    #[must_use]
    pub fn is_actual(&self) -> bool {
        matches!(self.modality, Modality::Actual | Modality::Unable | Modality::Refused)
    }
}

/// Reads claims into the story's terms.
#[must_use]
pub(super) fn facts(articles: &[Article], claims: &[Claim], identities: &Identities) -> Vec<Fact> {
    let filed: Vec<Option<PlaceId>> = articles.iter().map(|article| filed_from(&article.document)).collect();
    claims
        .iter()
        .enumerate()
        .map(|(index, claim)| {
            let at = claim.document.0 as usize;
            let article = &articles[at];
            Fact {
                claim: index,
                article: at,
                predicate: claim.predicate.clone(),
                rule: claim.rule.clone(),
                span: claim.span,
                roles: claim
                    .roles
                    .iter()
                    .filter(|filler| !matches!(filler.value, Value::Time(_)))
                    .map(|filler| Role {
                        name: filler.role.clone(),
                        term: term(article, at, filler, identities),
                        span: filler.span,
                    })
                    .collect(),
                when: when(article, claim, filed[at]),
                dated: dated(article, claim.span),
                polarity: claim.polarity,
                modality: claim.modality,
                tense: claim.tense,
                status: claim.status,
                speaker: claim.attribution.as_ref().map(|speaker| Speaker {
                    identity: speaker
                        .mention
                        .and_then(|mention| article.mentions[mention].entity)
                        .and_then(|entity| identities.of(at, entity)),
                    direct: speaker.direct,
                }),
                around: OnceLock::new(),
            }
        })
        .collect()
}

fn dated(article: &Article, span: Span) -> bool {
    let at = article.times.partition_point(|time| time.span.end <= span.start);
    article.times.get(at).is_some_and(|time| time.span.start < span.end && time.duration.is_none())
}

/// The most precise time of a claim.
fn when(article: &Article, claim: &Claim, filed: Option<PlaceId>) -> Option<When> {
    let zone = article.document.published.and_then(|published| published.offset);
    let local = |value: &TimeValue| {
        let clock = |place: PlaceId| value.from.and_then(|from| clock_at(place, from));
        let hour = value.grain < Grain::Day && value.offset.is_none();
        if hour { [place(article, claim).and_then(clock), filed.and_then(clock)] } else { [None; 2] }
    };
    claim
        .roles
        .iter()
        .filter_map(|filler| match filler.value {
            Value::Time(index) => article.times.get(index),
            _ => None,
        })
        .filter_map(|mention: &TimeMention| {
            mention.value.map(|value| When {
                value,
                relation: mention.relation,
                zone,
                local: local(&value),
                span: mention.span,
            })
        })
        .min_by_key(|when| when.value.grain)
}

/// Where a claim says that it happened.
fn place(article: &Article, claim: &Claim) -> Option<PlaceId> {
    let mention = |filler: &Filler| match filler.value {
        Value::Mention(mention) => Some(mention),
        Value::Phrase(phrase) => article.phrases[phrase].mention,
        _ => None,
    };
    let mut placed = claim.roles.iter().filter(|filler| filler.role == "place").filter_map(mention);
    placed.find_map(|mention| article.entities.get(article.mentions[mention].entity?.0 as usize)?.place)
}

fn term(article: &Article, at: usize, filler: &Filler, identities: &Identities) -> Term {
    let identity = |mention: usize| article.mentions[mention].entity.and_then(|entity| identities.of(at, entity));
    match filler.value {
        Value::Mention(mention) => match identity(mention) {
            Some(identity) => Term::Party(identity),
            None => phrase_at(article, filler.span).map_or_else(
                || Term::Words(lower(article, filler.span)),
                |phrase| noun(article, at, phrase, identities),
            ),
        },
        Value::Phrase(phrase) => match article.phrases[phrase].mention.and_then(identity) {
            Some(identity) => Term::Party(identity),
            None => noun(article, at, phrase, identities),
        },
        Value::Quantity(quantity) => Term::Quantity(quantity),
        Value::Time(time) => Term::Time(time),
        Value::Quote(_) | Value::Words => Term::Words(lower(article, filler.span)),
    }
}

fn lower(article: &Article, span: Span) -> String {
    article.document.slice(span).to_lowercase()
}

fn phrase_at(article: &Article, span: Span) -> Option<usize> {
    let from = article.phrases.partition_point(|phrase| phrase.span.start < span.start.saturating_sub(200));
    article.phrases[from..]
        .iter()
        .take_while(|phrase| phrase.span.start < span.end)
        .position(|phrase| phrase.span.contains(span) || span.contains(phrase.span))
        .map(|offset| from + offset)
}

fn noun(article: &Article, at: usize, index: usize, identities: &Identities) -> Term {
    let phrase = &article.phrases[index];
    let head = &article.tokens[phrase.head];
    // "Ana Ruiz's grey mare": whose it is stands apart.
    let owner = phrase.possessor.map(|mention| article.mentions[mention].span);
    let mut modifiers: Vec<CompactString> = article.tokens[phrase.tokens.start..phrase.head]
        .iter()
        .filter(|token| owner.is_none_or(|owner| !owner.contains(token.span)))
        .filter(|token| {
            token.tag.is_adjective()
                || token.tag.is_noun()
                || token.tag == Tag::Number
                || token.tag == Tag::VerbParticiple
        })
        .map(|token| token.lemma.clone())
        .collect();
    modifiers.sort();
    modifiers.dedup();
    let capital = || {
        let before = article.tokens[phrase.tokens.start..phrase.head].iter();
        before.filter(|token| token.capital && owner.is_none_or(|owner| !owner.contains(token.span)))
    };
    let demonym = |token: &crate::annotate::token::Token| Gazetteer::global().demonym(&token.written());
    Term::Noun(Noun {
        head: head.lemma.clone(),
        modifiers,
        names: capital()
            .filter(|token| token.tag.is_proper() && demonym(token).is_none())
            .map(|token| token.lemma.clone())
            .collect(),
        nation: capital().find_map(demonym),
        complement: complement(article, index),
        possessor: phrase
            .possessor
            .or_else(|| of_whom(article, index))
            .and_then(|mention| article.mentions[mention].entity)
            .and_then(|entity| identities.of(at, entity)),
        definite: phrase.determination == Determination::Definite,
        sole: sole(article, index),
        plural: phrase.plural,
        pronoun: head.tag == Tag::Pronoun,
    })
}

/// "The pilots of Acme" are Acme's pilots: the mention behind "of" where the noun stands for people or a body.
fn of_whom(article: &Article, index: usize) -> Option<usize> {
    let phrase = &article.phrases[index];
    let head = &article.tokens[phrase.head].lemma;
    let people = lexicon::person_noun(head) || lexicon::body_noun(head) || lexicon::office(head).is_some();
    let of = phrase.complements.iter().find(|(preposition, _)| people && preposition == "of")?;
    article.phrases[of.1].mention.filter(|&mention| article.mentions[mention].kind != EntityKind::Place)
}

/// The noun that hangs on a noun phrase by the preposition right behind it.
fn complement(article: &Article, index: usize) -> Option<(CompactString, CompactString)> {
    const TELLING: &[&str] = &["of", "on", "for", "against", "to", "into", "in", "at", "about", "between"];
    let end = article.phrases[index].tokens.end;
    let preposition = article.tokens.get(end).filter(|token| TELLING.contains(&token.lower.as_str()))?;
    let near = article.phrases.get(index + 1..(index + 4).min(article.phrases.len()))?;
    let phrase = near.iter().find(|phrase| phrase.tokens.start == end + 1)?;
    let place = |mention: usize| article.mentions[mention].kind == EntityKind::Place;
    if phrase.mention.is_some_and(place) || phrase.time.is_some() || phrase.quantity.is_some() {
        return None;
    }
    Some((preposition.lower.clone(), article.tokens[phrase.head].lemma.clone()))
}

/// Whether an indefinite noun is the only one of its kind that the article introduces.
fn sole(article: &Article, index: usize) -> bool {
    let lemma = |phrase: &crate::annotate::mention::NounPhrase| &article.tokens[phrase.head].lemma;
    let phrase = &article.phrases[index];
    let others = article.phrases.iter().enumerate().take(2000).filter(|(at, other)| {
        *at != index && other.determination != Determination::Definite && lemma(other) == lemma(phrase)
    });
    phrase.determination != Determination::Definite && !phrase.plural && others.take(1).count() == 0
}

/// How two fillers of a role lie to one another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Likeness {
    /// Known to be one.
    Same,
    /// Known to be two.
    Different,
    /// Neither is known.
    Unknown,
}

/// Compares two parties: identity, membership, containment of places.
#[must_use]
pub fn compare_parties(identities: &Identities, a: Identity, b: Identity) -> Likeness {
    if a == b {
        return Likeness::Same;
    }
    let (one, two) = (identities.party(a), identities.party(b));
    if one.group.contains(&b) || two.group.contains(&a) {
        return Likeness::Same;
    }
    match (one.kind, two.kind) {
        (EntityKind::Person, EntityKind::Person) => Likeness::Different,
        (EntityKind::Place, EntityKind::Place) => match (one.place, two.place) {
            (Some(x), Some(y)) => places(x, y),
            _ => Likeness::Unknown,
        },
        (EntityKind::Body | EntityKind::Thing, EntityKind::Body | EntityKind::Thing) => {
            // "Acme Centre", "the Malibu Acme Centre": one may be the other's short name.
            let inside = |long: &str, short: &str| long.ends_with(short) || long.starts_with(short);
            let shared = inside(&one.name, &two.name) || inside(&two.name, &one.name);
            if shared || one.kind != two.kind { Likeness::Unknown } else { Likeness::Different }
        }
        (EntityKind::Group, EntityKind::Group) if !one.group.is_empty() && !two.group.is_empty() => {
            let shared = one.group.iter().any(|member| two.group.contains(member));
            if shared { Likeness::Unknown } else { Likeness::Different }
        }
        _ => Likeness::Unknown,
    }
}

fn places(x: crate::gazetteer::PlaceId, y: crate::gazetteer::PlaceId) -> Likeness {
    let gazetteer = Gazetteer::global();
    if gazetteer.contains(x, y) || gazetteer.contains(y, x) {
        Likeness::Same
    } else if gazetteer.disjoint(x, y) {
        Likeness::Different
    } else {
        Likeness::Unknown
    }
}

/// What tells one of several from the others.
const ORDINAL: &[&str] = &[
    "first", "second", "third", "fourth", "fifth", "last", "final", "previous", "earlier", "original", "initial",
    "new", "later", "next", "another", "other", "former", "old", "revised", "improved",
];

/// Compares two nouns: the same head, and nothing before it that tells them apart.
#[must_use]
pub fn compare_nouns(a: &Noun, b: &Noun) -> Likeness {
    if a.pronoun || b.pronoun {
        return Likeness::Unknown;
    }
    // "The Kohler workshop" is not "the Brandt firm".
    let named = |noun: &Noun| noun.definite && !noun.names.is_empty() && lexicon::body_noun(&noun.head);
    if named(a) && named(b) && !a.names.iter().any(|name| b.names.contains(name)) {
        return Likeness::Different;
    }
    if a.head != b.head && !synonyms(&a.head, &b.head) {
        return Likeness::Unknown;
    }
    // "The Dutch navy" is not "the German navy".
    if let (Some(one), Some(two)) = (a.nation, b.nation)
        && a.definite
        && b.definite
        && places(one, two) == Likeness::Different
    {
        return Likeness::Different;
    }
    if a.possessor.is_some() && b.possessor.is_some() && a.possessor != b.possessor {
        return Likeness::Different;
    }
    // "The first offer" is not "the offer".
    let ordinal = |noun: &Noun| noun.modifiers.iter().find(|word| ORDINAL.contains(&word.as_str())).cloned();
    if ordinal(a) != ordinal(b) {
        return Likeness::Unknown;
    }
    // "The ban on trawling" is not "the ban on whaling".
    if let (Some((x, one)), Some((y, two))) = (&a.complement, &b.complement)
        && x == y
        && one != two
        && !synonyms(one, two)
    {
        return Likeness::Unknown;
    }
    let inside = |x: &Noun, y: &Noun| x.modifiers.iter().all(|word| y.modifiers.contains(word));
    if inside(a, b) || inside(b, a) { Likeness::Same } else { Likeness::Unknown }
}

/// The class of each noun that papers exchange for others.
static CLASSES: LazyLock<Map<&'static str, Vec<usize>>> = LazyLock::new(|| {
    let mut classes: Map<&'static str, Vec<usize>> = Map::default();
    let lines = include_str!("../../rules/english/synonyms.csv").lines().filter(|line| !line.starts_with('#'));
    for (class, line) in lines.enumerate() {
        for noun in line.split(',') {
            classes.entry(noun).or_default().push(class);
        }
    }
    classes
});

/// Whether papers use two nouns for one thing ("accord", "deal"); lemmas.
#[must_use]
pub fn synonyms(a: &str, b: &str) -> bool {
    match (CLASSES.get(a), CLASSES.get(b)) {
        (Some(x), Some(y)) => x.iter().any(|class| y.contains(class)),
        _ => false,
    }
}
