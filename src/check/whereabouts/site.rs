//! Places as a clause names them: those that the gazetteer knows, others by their names, and scenes by their nouns.
//!
//! Two names that nobody knows may be two names of one place, or one may lie within the other. They are held to be two
//! only where they are of one sort ("Skye airport", "Lewis airport"; or bare names), share no word, and no article
//! names both in one sentence.

use crate::annotate::mention::EntityKind;
use crate::check::order::reader::Reader;
use crate::check::table::Sorts;
use crate::gazetteer::{Gazetteer, PlaceId, PlaceKind};
use crate::graph::{Story, synonyms};
use crate::source::Span;
use compact_str::CompactString;
use std::cell::OnceCell;
use std::sync::LazyLock;

/// Nouns of places by their sort.
static SITES: LazyLock<Sorts> = LazyLock::new(|| Sorts::new(include_str!("../../../rules/english/sites.csv")));
/// The sorts of places that bear no names.
const SCENES: &[&str] = &["scene", "room", "house", "land"];

/// The sort of places that bear names that a noun is of.
fn sort(noun: &str) -> Option<&'static str> {
    SITES.of(noun).find(|sort| !SCENES.contains(sort))
}

/// A place, as a clause names it.
#[derive(Clone, Debug)]
pub(in crate::check) enum Site {
    /// One that the gazetteer knows; whether it is only said to be near.
    Known(PlaceId, bool),
    /// One that it does not know: its sort (`rules/english/sites.csv`), and the words of its name in lower case.
    Named(Option<&'static str>, CompactString),
    /// A scene by its noun.
    Scene(CompactString),
}

/// Prepositions of a place nearby.
const NEAR: &[&str] = &["near", "off", "outside", "beside", "by"];
/// Prepositions within a phrase of where it lies.
const LIES: &[&str] = &["in", "at", "on", "near", "outside", "of", "off", "behind"];

/// The places of a phrase behind a preposition, and of what hangs on it so deep, with their bytes.
pub(in crate::check) fn read(
    reader: &Reader,
    preposition: &str,
    phrase: usize,
    depth: usize,
    found: &mut Vec<(Site, Span)>,
) {
    let noun = &reader.article.phrases[phrase];
    found.extend(one(reader, phrase, NEAR.contains(&preposition)).map(|site| (site, noun.span)));
    if depth == 0 {
        return;
    }
    for (inner, index) in noun.complements.iter().filter(|(inner, _)| LIES.contains(&inner.as_str())) {
        read(reader, inner, *index, depth - 1, found);
    }
}

fn one(reader: &Reader, phrase: usize, near: bool) -> Option<Site> {
    let noun = &reader.article.phrases[phrase];
    let time = reader.article.times.partition_point(|time| time.span.end <= noun.span.start);
    if noun.time.is_some() || reader.article.times.get(time).is_some_and(|time| time.span.overlaps(noun.span)) {
        return None;
    }
    let party = noun.mention.and_then(|mention| {
        let mention = &reader.article.mentions[mention];
        reader.story.identities.of(reader.at, mention.entity?)
    });
    let party = party.map(|party| reader.story.identities.party(party));
    if let Some(place) = party.filter(|party| party.kind == EntityKind::Place).and_then(|party| party.place) {
        return Some(Site::Known(place, near));
    }
    let tokens = &reader.article.tokens[noun.tokens.clone()];
    let head = &reader.article.tokens[noun.head];
    let own =
        sort(&head.lower).or_else(|| sort(&head.lemma)).or_else(|| numbered_road(&head.lower).then_some("street"));
    // "St Luke's Hospital" is read as somebody's.
    if own.is_none() && party.is_some_and(|party| matches!(party.kind, EntityKind::Person | EntityKind::Group)) {
        return None;
    }
    let name: Vec<&str> = tokens
        .iter()
        .filter(|token| token.tag.is_proper() && sort(&token.lower).is_none())
        .map(|token| token.lower.as_str())
        .collect();
    if !name.is_empty() {
        // "An Acme factory" is no place's name; a bare name or one of a sort is.
        let bare = head.tag.is_proper();
        return (bare || own.is_some()).then(|| Site::Named(own, name.join(" ").into()));
    }
    // "The town hall" before "the hall".
    let before =
        noun.head.checked_sub(1).filter(|at| noun.tokens.contains(at)).map(|at| &reader.article.tokens[at].lemma);
    let pair = before.map(|word| compact_str::format_compact!("{word} {}", head.lemma));
    let scene = |noun: &CompactString| SITES.of(noun).any(|sort| SCENES.contains(&sort));
    pair.into_iter().chain([head.lemma.to_lowercase()]).find(scene).map(Site::Scene)
}

/// "The M4", "the A17", "I-95", in lower case.
fn numbered_road(word: &str) -> bool {
    let number = word.strip_prefix("i-").or_else(|| word.strip_prefix(['m', 'a', 'b', 'n']));
    number.is_some_and(|number| (1..=4).contains(&number.len()) && number.bytes().all(|byte| byte.is_ascii_digit()))
}

/// How two places lie to one another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::check) enum Lie {
    Apart,
    Together,
    Unknown,
}

/// Two places that are only said to be near are apart from here on, in kilometres.
const NEAR_KM: f64 = 40.0;

/// How two sites lie to one another.
///
/// `ports`: the thing comes to harbours and beaches, of which a town that is known is no part.
pub(in crate::check) fn lie(sentences: &Sentences, a: &Site, b: &Site, ports: bool) -> Lie {
    let gazetteer = Gazetteer::global();
    match (a, b) {
        (Site::Known(x, near), Site::Known(y, nearby)) => {
            if x == y || gazetteer.contains(*x, *y) || gazetteer.contains(*y, *x) {
                return Lie::Together;
            }
            let far = gazetteer.distance_km(*x, *y).is_some_and(|distance| distance > NEAR_KM);
            let apart = gazetteer.disjoint(*x, *y) && (far || !near && !nearby);
            if apart { Lie::Apart } else { Lie::Unknown }
        }
        (Site::Named(sort, x), Site::Named(other, y)) => {
            let shared = x.split(' ').any(|word| y.split(' ').any(|other| other == word));
            if shared {
                Lie::Together
            } else if (sort == other || buildings(*sort, *other)) && !sentences.name_together(x, y) {
                Lie::Apart
            } else {
                Lie::Unknown
            }
        }
        // "Off Malmo" and "off Skagen" are no one beach.
        (Site::Known(place, near), Site::Named(None, name)) | (Site::Named(None, name), Site::Known(place, near))
            if ports || !near =>
        {
            let town = gazetteer.kind(*place) == Some(PlaceKind::City);
            let known = gazetteer.name(*place).to_lowercase();
            if ports && town && !sentences.name_together(name, &known) { Lie::Apart } else { Lie::Unknown }
        }
        // "St Mark's church" is no town hall.
        (Site::Named(Some(sort), _), Site::Scene(noun)) | (Site::Scene(noun), Site::Named(Some(sort), _)) => {
            if buildings(Some(sort), self::sort(noun)) {
                Lie::Apart
            } else {
                Lie::Unknown
            }
        }
        (Site::Scene(x), Site::Scene(y)) if x == y => Lie::Together,
        (Site::Scene(x), Site::Scene(y)) if synonyms(x, y) => Lie::Together,
        (Site::Scene(x), Site::Scene(y)) if exclusive(x, y) => Lie::Apart,
        _ => Lie::Unknown,
    }
}

/// Sorts of places with a name, of each row none within another.
const BUILDINGS: &[&[&str]] = &[
    &["airport", "hospital", "prison", "station", "church", "hotel", "school", "stadium"],
    &["church", "museum", "theatre", "hall", "stadium", "library", "castle"],
    &["park", "stadium"],
];

/// Whether two sorts are of buildings, and not one.
fn buildings(one: Option<&str>, two: Option<&str>) -> bool {
    let both = |one: &str, two: &str| BUILDINGS.iter().any(|row| row.contains(&one) && row.contains(&two));
    one.zip(two).is_some_and(|(one, two)| one != two && both(one, two))
}

/// Whether two scenes are of one sort, so that the one is neither in nor beside the other.
pub(in crate::check) fn exclusive(a: &str, b: &str) -> bool {
    // A cathedral is a church.
    if sort(a).is_some() && sort(a) == sort(b) {
        return false;
    }
    SITES.of(a).any(|sort| SCENES.contains(&sort) && SITES.of(b).any(|other| other == sort))
}

/// Articles, and bytes of each, in which two names are looked for together.
const ARTICLES: usize = 12;
const LOOK: usize = 10_000;

/// The sentences in which two names may stand together, in lower case; read once, if at all.
pub(in crate::check) struct Sentences<'s> {
    story: &'s Story<'s>,
    lower: OnceCell<Vec<String>>,
}

impl<'s> Sentences<'s> {
    pub(in crate::check) fn new(story: &'s Story<'s>) -> Self {
        Self { story, lower: OnceCell::new() }
    }

    fn read(&self) -> Vec<String> {
        let articles = self.story.articles.iter().take(ARTICLES);
        let sentences = articles.flat_map(|article| {
            let first = article.sentences.iter().take_while(|sentence| sentence.span.end <= LOOK);
            first.map(|sentence| article.document.slice(sentence.span).to_lowercase())
        });
        sentences.collect()
    }

    /// Whether some sentence names both.
    fn name_together(&self, x: &str, y: &str) -> bool {
        self.lower.get_or_init(|| self.read()).iter().any(|words| words.contains(x) && words.contains(y))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_noun_is_of_one_sort_of_places_that_bear_names() {
        let named = [
            "airport", "hospital", "prison", "beach", "harbour", "station", "church", "cemetery", "street", "hotel",
            "castle", "school", "island", "stadium", "park", "river", "theatre", "museum", "hall", "library",
        ];
        SITES.assert_sorts(&[&named[..], SCENES].concat());
        for own in named {
            for noun in SITES.words(own) {
                assert!(SITES.of(noun).all(|other| other == own || SCENES.contains(&other)), "{noun}");
            }
        }
    }
}
