//! What a claim of rank is about, thing by thing, so that it can be counted how much of it another passage speaks of.

use super::words::{Passage, nation, tells};
use crate::annotate::mention::{EntityKind, MentionForm};
use crate::gazetteer::{Gazetteer, PlaceId};
use crate::graph::{Identity, Story};
use compact_str::CompactString;

/// Bytes from the beginning of a mention to its last word, at most.
const LONGEST: usize = 200;

/// Words for somebody of another nation.
const STRANGER: &[&str] = &["foreigner", "outsider", "non-national", "expatriate"];

/// Words for somebody of the same nation.
const COMPATRIOT: &[&str] = &["compatriot", "countryman", "countrywoman", "fellow"];

/// Nouns for a place that the other passage names.
const PLACES: &[&str] = &[
    "province",
    "country",
    "city",
    "town",
    "county",
    "state",
    "region",
    "island",
    "village",
    "district",
    "nation",
    "capital",
    "parish",
    "prefecture",
    "continent",
    "area",
    "place",
    "borough",
    "territory",
];

/// Whether a noun is one for clubs, firms and the like, which the sentence before may name.
fn lexicon_body(lemma: &str) -> bool {
    crate::annotate::lexicon::body_noun(lemma)
}

/// One thing that a rank is about.
enum Item {
    Party(Identity, Vec<CompactString>),
    Nation(PlaceId, CompactString),
    Sex(CompactString),
    Word(CompactString),
}

/// What a rank is about.
pub(super) struct Scope {
    items: Vec<Item>,
}

impl Scope {
    /// From tokens of an article, those of times left out; a description that holds the token `mark` is the rank itself.
    pub(super) fn new(story: &Story, at: usize, tokens: Vec<usize>, mark: usize) -> Self {
        let article = &story.articles[at];
        let mark = article.tokens[mark].span;
        let mut items: Vec<Item> = Vec::new();
        let mut last = None;
        for token in tokens.into_iter().map(|token| &article.tokens[token]) {
            let time = article.times.partition_point(|time| time.span.end <= token.span.start);
            if article.times.get(time).is_some_and(|time| time.span.contains(token.span)) {
                continue;
            }
            let first = article.mentions.partition_point(|mention| mention.span.start + LONGEST < token.span.start);
            let holds = |&at: &usize| {
                let mention = &article.mentions[at];
                mention.form != MentionForm::Pronoun
                    && !mention.span.contains(mark)
                    && mention.span.contains(token.span)
            };
            let near =
                (first..article.mentions.len()).take_while(|&at| article.mentions[at].span.start <= token.span.start);
            let mention = near.filter(holds).max_by_key(|&at| article.mentions[at].span.len());
            let party = mention.and_then(|mention| story.identities.of(at, article.mentions[mention].entity?));
            let known = party.filter(|_| nation(token).is_none() || token.tag.is_proper());
            if let Some((mention, party)) = mention.zip(known) {
                if last != Some(mention) {
                    let words = article.document.slice(article.mentions[mention].span).to_lowercase();
                    items.push(Item::Party(party, words.split_whitespace().map(CompactString::from).collect()));
                    last = Some(mention);
                }
            } else if let Some(place) = nation(token) {
                items.push(Item::Nation(place, token.lemma.clone()));
            } else if matches!(token.lemma.as_str(), "woman" | "female" | "girl" | "mother") {
                items.push(Item::Sex(token.lemma.clone()));
            } else if tells(token) {
                items.push(Item::Word(token.lemma.clone()));
            }
        }
        Self { items }
    }

    /// Whether it is about some parties and these words, and nothing that narrows it.
    pub(super) fn holds_only(&self, keys: &[CompactString]) -> bool {
        self.items.iter().all(|item| match item {
            Item::Party(..) => true,
            Item::Word(word) => keys.contains(word),
            Item::Nation(..) | Item::Sex(_) => false,
        })
    }

    /// Whether a sentence speaks of every word of it, and the sentences around name its parties; at least of two things.
    pub(super) fn met_in_full(&self, story: &Story, sentence: &Passage, passage: &Passage) -> bool {
        let mut met = 0;
        for item in &self.items {
            let found = match item {
                Item::Word(lemma) if lemma.bytes().any(|byte| byte.is_ascii_digit()) => continue,
                Item::Word(lemma) if matches!(lemma.as_str(), "nobody" | "none" | "nothing") => continue,
                Item::Word(lemma) if STRANGER.contains(&lemma.as_str()) => !sentence.nations.is_empty(),
                Item::Word(lemma) => {
                    sentence.speaks_of(lemma)
                        || PLACES.contains(&lemma.as_str()) && passage.names_a(story, EntityKind::Place)
                        || sentence.refers && self.items.len() > 1 && passage.lemmas.contains(lemma)
                        || lexicon_body(lemma)
                            && (passage.speaks_of(lemma) || sentence.names_a(story, EntityKind::Body))
                        || crate::annotate::lexicon::person_noun(lemma) && sentence.names_a(story, EntityKind::Person)
                }
                Item::Sex(lemma) => sentence.speaks_of(lemma) || sentence.woman && !sentence.lemmas.contains("man"),
                Item::Nation(place, lemma) => {
                    let gazetteer = Gazetteer::global();
                    let one = |inner: PlaceId| inner == *place || gazetteer.contains(*place, inner);
                    let named = sentence.parties.iter().filter_map(|party| story.identities.party(*party).place);
                    sentence.kin()
                        || sentence.lemmas.contains(lemma)
                        || sentence.nations.iter().copied().chain(named).any(one)
                }
                Item::Party(party, words) => {
                    let spelt = words.iter().any(|word| word.len() > 3 && passage.lemmas.contains(word));
                    // "The club": the sentence may name it.
                    let body = words.len() == 2 && words[0] == "the" && lexicon_body(&words[1]);
                    let place = story.identities.party(*party).place;
                    let gazetteer = Gazetteer::global();
                    let within =
                        |inner: PlaceId| place.is_some_and(|outer| outer == inner || gazetteer.contains(outer, inner));
                    spelt
                        || passage.mentions(story, *party)
                        || body
                            && (sentence.names_a(story, EntityKind::Body)
                                || sentence.here
                                || sentence.names_place(story))
                        || sentence.nations.iter().copied().any(within)
                }
            };
            if !found {
                return false;
            }
            met += 1;
        }
        met > 1
    }

    /// The people and bodies that it is about.
    pub(super) fn doers<'s>(&'s self, story: &'s Story) -> impl Iterator<Item = Identity> + 's {
        let parties = self.items.iter().filter_map(|item| match item {
            Item::Party(party, _) => Some(*party),
            _ => None,
        });
        parties.filter(|party| matches!(story.identities.party(*party).kind, EntityKind::Body | EntityKind::Person))
    }

    /// The share of it that a passage around a sentence speaks of, and of how many things that is; `None` where something
    /// that narrows it is not met, the sex in the sentence itself.
    pub(super) fn met(&self, story: &Story, sentence: &Passage, passage: &Passage) -> Option<(f32, usize)> {
        let mut met = 0;
        for item in &self.items {
            let found = match item {
                Item::Party(party, words) => {
                    let spelt = words.iter().any(|word| word.len() > 3 && passage.lemmas.contains(word));
                    let place = story.identities.party(*party).place;
                    let nation = place.is_some_and(|place| passage.nations.contains(&place));
                    // "in Denmark": a town of Denmark.
                    let within = |other: &Identity| {
                        let inner = story.identities.party(*other).place;
                        place.zip(inner).is_some_and(|(outer, inner)| Gazetteer::global().contains(outer, inner))
                    };
                    let found =
                        spelt || nation || passage.parties.iter().any(within) || passage.mentions(story, *party);
                    if !found && story.identities.party(*party).kind == EntityKind::Place {
                        return None;
                    }
                    found
                }
                Item::Nation(place, lemma) => {
                    let gazetteer = Gazetteer::global();
                    let within = |party: &Identity| {
                        story.identities.party(*party).place.is_some_and(|inner| gazetteer.contains(*place, inner))
                    };
                    let found = passage.lemmas.contains(lemma)
                        || passage.nations.contains(place)
                        || COMPATRIOT.iter().any(|word| passage.lemmas.contains(*word))
                        || passage.parties.iter().any(within);
                    if !found {
                        return None;
                    }
                    found
                }
                Item::Sex(lemma) => {
                    if !sentence.speaks_of(lemma) {
                        return None;
                    }
                    true
                }
                Item::Word(lemma) => {
                    passage.speaks_of(lemma)
                        || PLACES.contains(&lemma.as_str()) && passage.names_a(story, EntityKind::Place)
                }
            };
            met += usize::from(found);
        }
        (!self.items.is_empty()).then(|| (met as f32 / self.items.len() as f32, met))
    }
}
