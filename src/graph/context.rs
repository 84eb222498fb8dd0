//! What stands around a claim: the evidence that two papers tell of one occurrence although they name it differently.
//!
//! "Won her first title in Doha on Sunday" and "winning the tournament in Dubai" share no noun, but both passages name
//! the winner, her opponent and the day. Reports of one story repeat its names, figures and things within a sentence
//! or two, whatever their verbs; two stories do not. Counted in the sentence of a claim and the ones beside it.

use super::fact::Fact;
use super::identity::Identity;
use super::likeness::{Likeness, compare_parties, synonym_among};
use super::{Story, occurrence};
use crate::annotate::mention::EntityKind;
use crate::annotate::quantity::{Comparison, Quantity};
use crate::annotate::time::Grain;
use crate::source::Span;
use compact_str::CompactString;
use jiff::civil::Date;
use std::collections::BTreeSet;

/// What is named around one claim.
#[derive(Clone, Debug, Default)]
pub struct Around {
    parties: BTreeSet<Identity>,
    /// Lemmas of nouns that are nobody's name.
    nouns: BTreeSet<CompactString>,
    /// Indices of the article's quantities.
    figures: Vec<usize>,
    /// The days that are named.
    days: BTreeSet<Date>,
}

impl Around {
    /// The parties named.
    pub fn parties(&self) -> impl Iterator<Item = Identity> + '_ {
        self.parties.iter().copied()
    }

    /// Whether both name one and the same day.
    #[must_use]
    pub fn shares_day(&self, other: &Self) -> bool {
        !self.days.is_disjoint(&other.days)
    }

    /// Whether a day is named.
    #[must_use]
    pub fn is_dated(&self) -> bool {
        !self.days.is_empty()
    }

    /// The nouns that are nobody's name, as lemmas.
    pub fn nouns(&self) -> impl Iterator<Item = &str> {
        self.nouns.iter().map(CompactString::as_str)
    }
}

/// What a party, a place, a figure, a noun that both passages have says for one occurrence.
const PARTY: f32 = 1.0;
const PLACE: f32 = 0.5;
const FIGURE: f32 = 0.5;
const NOUN: f32 = 0.25;
/// Most that figures, and nouns, can say together.
const MOST_FIGURES: f32 = 1.0;
const MOST_NOUNS: f32 = 1.5;
/// A figure from here on says the same whatever is counted.
const LARGE: f64 = 30.0;
/// Bytes from a claim to the end of what dates it, beyond which the two are not one passage.
const FARTHEST_DATE: usize = 400;
/// One day is one story's, more or less.
const DAY: f32 = 0.5;

/// Nouns that any story has.
const COMMON: &[&str] = &[
    "people",
    "person",
    "man",
    "woman",
    "year",
    "day",
    "time",
    "week",
    "month",
    "hour",
    "minute",
    "official",
    "report",
    "statement",
    "spokesman",
    "spokeswoman",
    "spokesperson",
    "news",
    "part",
    "number",
    "thing",
    "way",
    "morning",
    "evening",
    "afternoon",
    "night",
    "yesterday",
    "today",
    "tomorrow",
    "source",
    "other",
    "case",
    "place",
    "government",
];

/// How much the surroundings of two claims of different articles say that they are of one occurrence: about 1 for each
/// party that both name.
#[must_use]
pub fn context(story: &Story, a: &Fact, b: &Fact) -> f32 {
    let (x, y) = (around(story, a), around(story, b));
    let day = occurrence::compare_times(a, b) == Likeness::Same || !x.days.is_disjoint(&y.days);
    shared(story, (a.article, x), (b.article, y)) + if day { DAY } else { 0.0 }
}

/// How much two surroundings, each with its article, have in common: about 1 for each party that both name.
#[must_use]
pub fn shared(story: &Story, (first, x): (usize, &Around), (second, y): (usize, &Around)) -> f32 {
    let parties: f32 = x
        .parties
        .iter()
        .filter(|one| y.parties.iter().any(|two| compare_parties(&story.identities, **one, *two) == Likeness::Same))
        .map(|one| if story.identities.party(*one).kind == EntityKind::Place { PLACE } else { PARTY })
        .sum();
    let named = |noun: &&CompactString| y.nouns.contains(*noun) || synonym_among(noun, y.nouns());
    let nouns = x.nouns.iter().filter(named).count();
    let figure = |at: usize, article: usize| &story.articles[article].quantities[at];
    let figures = x
        .figures
        .iter()
        .filter(|&&one| {
            let one = figure(one, first);
            // "60,000 homes", "sixty thousand households"
            let equal = |x: f64, y: f64| (x - y).abs() < f64::EPSILON;
            let large = |two: &Quantity| one.low >= LARGE && equal(one.low, two.low) && equal(one.high, two.high);
            y.figures
                .iter()
                .map(|&two| figure(two, second))
                .any(|two| one.compare(two) == Comparison::Same || large(two))
        })
        .count();
    parties + (nouns as f32 * NOUN).min(MOST_NOUNS) + (figures as f32 * FIGURE).min(MOST_FIGURES)
}

/// The parties named in the sentence of a claim and the ones beside it.
pub fn parties_around<'f>(story: &Story, fact: &'f Fact) -> impl Iterator<Item = Identity> + use<'f> {
    around(story, fact).parties.iter().copied()
}

/// Whether each claim's own sentence names a party of whom the other article knows nothing: two that share no more than
/// nouns are then of two stories.
#[must_use]
pub fn of_strangers(story: &Story, a: &Fact, b: &Fact) -> bool {
    strangers(story, (a.article, a.span), (b.article, b.span))
}

/// The same of two passages, each an article and bytes of its text.
#[must_use]
pub fn strangers(story: &Story, a: (usize, Span), b: (usize, Span)) -> bool {
    let names_another = |own: (usize, Span), other: usize| {
        let known = story.identities.of_article(other);
        let same = |party, other: &Identity| compare_parties(&story.identities, party, *other) == Likeness::Same;
        own_parties(story, own).any(|party| !known.iter().any(|other| same(party, other)))
    };
    a.0 != b.0 && names_another(a, b.0) && names_another(b, a.0)
}

/// The parties named in a passage's own sentence.
fn own_parties<'s>(story: &'s Story, (at, span): (usize, Span)) -> impl Iterator<Item = Identity> + use<'s> {
    let article = &story.articles[at];
    let sentence = article.sentences.partition_point(|sentence| sentence.span.end <= span.start);
    let span = article.sentences.get(sentence).map_or(span, |sentence| sentence.span);
    let first = article.mentions.partition_point(|mention| mention.span.start < span.start);
    let inside = article.mentions[first..].iter().take_while(move |mention| mention.span.start < span.end);
    inside.filter_map(move |mention| story.identities.of(at, mention.entity?))
}

/// Whether the article tells of one occurrence of the claim's predicate only: no other claim of it differs anywhere.
#[must_use]
pub fn only_one(story: &Story, fact: &Fact) -> bool {
    let predicate = story.library.predicates.get(&fact.predicate);
    let first = story.facts.partition_point(|other| other.article < fact.article);
    story.facts[first..]
        .iter()
        .take_while(|other| other.article == fact.article)
        .filter(|other| other.predicate == fact.predicate && other.claim != fact.claim)
        .all(|other| {
            let compared = occurrence::compare(story, fact, other, predicate);
            compared.time != Likeness::Different
                && compared.roles.iter().all(|role| role.likeness != Likeness::Different)
        })
}

fn around<'f>(story: &Story, fact: &'f Fact) -> &'f Around {
    fact.around.get_or_init(|| {
        // "The accord is signed. It happened this morning.": the sentence that dates it is its own too.
        let dated = fact.when.map(|when| fact.span.join(when.span)).filter(|span| span.len() <= FARTHEST_DATE);
        surroundings(story, fact.article, dated.unwrap_or(fact.span))
    })
}

/// Sentences that say what an article is about.
const LEAD: usize = 3;

/// What is named in the sentences that an article begins with.
#[must_use]
pub fn lead(story: &Story, at: usize) -> Around {
    let sentences = &story.articles[at].sentences;
    let last = sentences[..sentences.len().min(LEAD)].last();
    surroundings(story, at, Span::new(0, last.map_or(0, |sentence| sentence.span.end)))
}

/// What is named in the sentences that `span` lies in, and the ones beside them.
#[must_use]
pub fn surroundings(story: &Story, at: usize, span: Span) -> Around {
    let article = &story.articles[at];
    let first = article.sentences.partition_point(|sentence| sentence.span.end <= span.start);
    let last = article.sentences.partition_point(|sentence| sentence.span.start < span.end);
    let sentences = &article.sentences[first.saturating_sub(1)..(last + 1).min(article.sentences.len())];
    let (Some(from), Some(to)) = (sentences.first(), sentences.last()) else { return Around::default() };
    let (from, to) = (from.span.start, to.span.end);
    let mut found = Around::default();
    let mentions = article.mentions.partition_point(|mention| mention.span.start < from);
    let mentions = article.mentions[mentions..].iter().take_while(|mention| mention.span.start < to);
    found.parties.extend(mentions.filter_map(|mention| story.identities.of(at, mention.entity?)));
    let phrases = article.phrases.partition_point(|phrase| phrase.span.start < from);
    for phrase in article.phrases[phrases..].iter().take_while(|phrase| phrase.span.start < to) {
        if phrase.mention.is_none() {
            let words = article.tokens[phrase.tokens.clone()].iter();
            let nouns = words.filter(|token| token.tag.is_noun() && token.lemma.len() > 2);
            found.nouns.extend(nouns.map(|token| token.lemma.clone()));
        }
    }
    let times = article.times.partition_point(|time| time.span.start < from);
    let times = article.times[times..].iter().take_while(|time| time.span.start < to);
    let days = times.filter_map(|time| time.value).filter(|value| value.grain <= Grain::Day);
    found.days = days.filter_map(|value| value.from).map(jiff::civil::DateTime::date).collect();
    found.nouns.retain(|noun| !COMMON.contains(&noun.as_str()));
    let quantities = article.quantities.partition_point(|quantity| quantity.span.start < from);
    found.figures = (quantities..article.quantities.len())
        .take_while(|&at| article.quantities[at].span.start < to)
        .filter(|&at| article.quantities[at].low > 2.0)
        .collect();
    found
}
