//! The words of a passage that may speak of what a claim of rank is about, and whether two of them tell one thing.
//!
//! Words agree by lemma, by stem, by the tables of nouns and verbs that stand for one thing and by `alike.csv`; names by
//! identity. Words of nations and sexes and the names of places narrow a rank, so that they have to be met.

use crate::annotate::Article;
use crate::annotate::mention::{EntityKind, Gender};
use crate::annotate::token::{Tag, Token};
use crate::check::order::lexicon;
use crate::check::support::{mentions, people};
use crate::check::table::{Classes, rows};
use crate::gazetteer::{Gazetteer, PlaceId, PlaceKind};
use crate::graph::{Identity, Likeness, Story, compare_parties, synonyms};
use crate::source::Span;
use compact_str::CompactString;
use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::LazyLock;

/// Words that say nothing of what a rank is about.
#[rustfmt::skip]
const EMPTY: &[&str] = &[
    "be", "have", "do", "take", "become", "make", "see", "get", "give", "go", "come", "say", "hold", "time", "history",
    "record", "first", "only", "ever", "other", "one", "single", "alone", "such", "new", "last", "previous", "own", "set",
    "person", "people", "man", "member", "way", "part", "kind", "year", "day", "previously", "never", "use", "more",
    "less",
];

/// Words for who belongs to somebody: of one nation and one family.
const KIN: &[&str] = &[
    "father",
    "mother",
    "grandfather",
    "grandmother",
    "brother",
    "sister",
    "uncle",
    "aunt",
    "son",
    "daughter",
    "cousin",
    "husband",
    "wife",
    "great-grandfather",
    "great-grandmother",
    "parent",
    "grandparent",
];

/// The classes of each word of `alike.csv`.
static ALIKE: LazyLock<Classes> =
    LazyLock::new(|| Classes::new(rows(include_str!("../../../rules/english/alike.csv"))));

/// Whether two lemmas may tell one thing.
pub(super) fn alike(a: &str, b: &str) -> bool {
    if a == b || synonyms(a, b) {
        return true;
    }
    let verb = |word: &'_ str| lexicon::nominal(word).map_or_else(|| word.to_owned(), str::to_owned);
    let (x, y) = (verb(a), verb(b));
    if x == y || lexicon::classes(&x).iter().any(|class| lexicon::classes(&y).contains(class)) {
        return true;
    }
    let stem = a.bytes().zip(b.bytes()).take_while(|(x, y)| x == y).count();
    stem >= 5 && stem * 4 >= a.len().max(b.len()) * 2 && a.is_char_boundary(stem) || ALIKE.share(a, b)
}

/// Some words of an article.
pub(super) struct Passage {
    /// Their lemmas, without the empty ones.
    pub(super) lemmas: BTreeSet<CompactString>,
    /// Who and what is named in them.
    pub(super) parties: BTreeSet<Identity>,
    /// Lemmas of the words of names, those of people left out.
    pub(super) names: BTreeSet<CompactString>,
    pub(super) nations: Vec<PlaceId>,
    /// Whether a woman is named in them.
    pub(super) woman: bool,
    /// Whether somebody is told of by whose they are.
    refers_to_somebody: bool,
    /// Whether a word may stand for what the article is about.
    pub(super) here: bool,
    /// Whether "it" or "them" may stand for what the sentence before names.
    pub(super) refers: bool,
}

impl Passage {
    pub(super) fn new(story: &Story, at: usize, tokens: Range<usize>) -> Self {
        let article = &story.articles[at];
        let words = &article.tokens[tokens];
        let span = words.first().zip(words.last()).map_or(Span::default(), |(first, last)| first.span.join(last.span));
        Self {
            woman: people(story, at, span)
                .any(|(party, _)| story.identities.party(party).gender == Some(Gender::Feminine)),
            lemmas: words.iter().filter(|token| tells(token)).map(|token| token.lemma.clone()).collect(),
            parties: mentions(article, span).filter_map(|mention| story.identities.of(at, mention.entity?)).collect(),
            names: words
                .iter()
                .filter(|token| token.capital && token.tag.is_proper() && !someone(article, token.span))
                .map(|token| token.lemma.clone())
                .collect(),
            nations: words.iter().filter_map(nation).collect(),
            refers_to_somebody: words
                .iter()
                .any(|token| matches!(token.lower.as_str(), "her" | "his" | "'s" | "’s" | "their")),
            here: words.iter().any(|token| matches!(token.lower.as_str(), "here" | "there" | "place" | "it")),
            refers: words.iter().any(|token| matches!(token.lower.as_str(), "it" | "its" | "them" | "they" | "their")),
        }
    }

    pub(super) fn mentions(&self, story: &Story, party: Identity) -> bool {
        self.parties.iter().any(|other| compare_parties(&story.identities, party, *other) == Likeness::Same)
    }

    /// Whether somebody or something of a kind is named in it.
    pub(super) fn names_a(&self, story: &Story, kind: EntityKind) -> bool {
        self.parties.iter().any(|party| story.identities.party(*party).kind == kind)
    }

    /// "Her father": somebody is told of as another's.
    pub(super) fn kin(&self) -> bool {
        self.refers_to_somebody && KIN.iter().any(|word| self.lemmas.contains(*word))
    }

    pub(super) fn names_place(&self, story: &Story) -> bool {
        self.names_a(story, EntityKind::Place)
    }

    /// Whether the places that it names are countries, one at least.
    pub(super) fn only_countries(&self, story: &Story) -> bool {
        let places = self.parties.iter().filter_map(|party| story.identities.party(*party).place);
        let kinds: Vec<_> = places.filter_map(|place| Gazetteer::global().kind(place)).collect();
        !kinds.is_empty() && kinds.iter().all(|kind| *kind == PlaceKind::Country)
    }

    /// Whether one of its words may stand for a lemma.
    pub(super) fn speaks_of(&self, lemma: &str) -> bool {
        self.lemmas.iter().any(|word| alike(lemma, word))
    }
}

/// Whether a word belongs to a person's name or to a time.
fn someone(article: &Article, span: Span) -> bool {
    let time = article.times.partition_point(|time| time.span.end <= span.start);
    let person = |mention: usize| article.mentions[mention].kind == EntityKind::Person;
    article.times.get(time).is_some_and(|time| time.span.contains(span)) || article.mention_of(span).is_some_and(person)
}

pub(super) fn nation(token: &Token) -> Option<PlaceId> {
    let gazetteer = Gazetteer::global();
    // "Cardiff-born"
    let born = || gazetteer.lookup(token.written().strip_suffix("-born")?).first().copied();
    token.capital.then(|| gazetteer.demonym(&token.written()).or_else(born)).flatten()
}

/// Whether a word says something of what is told.
pub(super) fn tells(token: &Token) -> bool {
    let sort = token.tag.is_noun() || token.tag.is_adjective() || token.tag.is_verb() || token.tag == Tag::Number;
    sort && token.lemma.len() > 1 && !EMPTY.contains(&token.lemma.as_str()) || token.lower == "she"
}
