//! One person's name in two spellings.
//!
//! Works on identities that [`crate::graph`] has already found to be one person: by the other name, in one article
//! or across articles. Accents, initials, nicknames and plurals are no difference.

use super::conflict::{Check, Conflict, Severity};
use super::support::{self, Place};
use crate::annotate::entities::{Spelling, fold, near_spelling, sound, spelling};
use crate::annotate::lexicon;
use crate::annotate::mention::EntityKind;
use crate::graph::{Identity, Party, Story};
use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};

/// Of a person's names so many are compared.
const MOST_NAMES: usize = 40;

/// The conflicts of spelling in a story.
pub(super) fn check(story: &Story) -> Vec<Conflict> {
    let spellings = spellings(story);
    let given = OnceCell::new();
    let mut conflicts = Vec::new();
    for (identity, words) in &spellings {
        let party = story.identities.party(*identity);
        let list: Vec<&String> = words.keys().collect();
        let aligned = aligned(story, party, &given);
        for (at, one) in list.iter().enumerate() {
            for two in &list[at + 1..] {
                if differs(one, two) && !in_one_name(&words[*one], &words[*two])
                    || aligned.contains(&((*one).clone(), (*two).clone()))
                {
                    conflicts.push(conflict(story, party, (one, &words[*one]), (two, &words[*two])));
                }
            }
        }
    }
    conflicts
}

/// Whether two folded words are two spellings of one name.
fn differs(a: &str, b: &str) -> bool {
    let plural = |long: &str, short: &str| long.strip_suffix('s') == Some(short);
    near_spelling(a, b) && !plural(a, b) && !plural(b, a) && !lexicon::same_given_name(a, b)
}

/// "Lars Larss Street": two words of one name are not one word in two spellings.
fn in_one_name(one: &[(Place, String)], two: &[(Place, String)]) -> bool {
    one.iter().any(|(a, _)| two.iter().any(|(b, _)| a.article == b.article && a.span == b.span))
}

/// Words that stand at one place of two full names of a person and are spelt otherwise, though they sound or look alike:
/// each pair in the order of the alphabet.
fn aligned(story: &Story, party: &Party, given: &OnceCell<Given>) -> BTreeSet<(String, String)> {
    let names: BTreeSet<Vec<String>> = party
        .members
        .iter()
        .filter(|_| party.kind == EntityKind::Person)
        .flat_map(|(article, entity)| &story.articles[*article].entities[entity.0 as usize].names)
        .map(|name| name.split_whitespace().map(fold).collect::<Vec<String>>())
        .filter(|words| words.len() > 1)
        .take(MOST_NAMES)
        .collect();
    let mut found = BTreeSet::new();
    for one in &names {
        for two in names.iter().filter(|two| {
            two.len() == one.len() && *two > one && !side_by_side(given.get_or_init(|| names_given(story)), one, two)
        }) {
            // "Steve" is no misspelt "Steven".
            let short = |(a, b): &(&String, &String)| lexicon::same_given_name(a, b) && sound(a) != sound(b);
            let otherwise = |(a, b): &(&String, &String)| {
                let plural = a.strip_suffix('s') == Some(b) || b.strip_suffix('s') == Some(a);
                !plural && matches!(spelling(a, b), Some(Spelling::Sound | Spelling::Near | Spelling::Begins))
            };
            let differing = one.iter().zip(two).filter(|(a, b)| a != b);
            let pairs: Vec<(&String, &String)> = differing.filter(|pair| !short(pair)).collect();
            if pairs.iter().all(otherwise) {
                found.extend(pairs.iter().map(|(a, b)| ((*a).min(*b).clone(), (*a).max(*b).clone())));
            }
        }
    }
    found
}

/// The articles that give each name, folded.
type Given = BTreeMap<Vec<String>, BTreeSet<usize>>;

fn names_given(story: &Story) -> Given {
    let mut given = Given::new();
    for (at, article) in story.articles.iter().enumerate() {
        for name in article.entities.iter().flat_map(|entity| &entity.names) {
            given.entry(name.split_whitespace().map(fold).collect()).or_default().insert(at);
        }
    }
    given
}

/// Whether one article gives both names: they are then two people, or the article's own two.
fn side_by_side(given: &Given, one: &[String], two: &[String]) -> bool {
    given.get(one).zip(given.get(two)).is_some_and(|(one, two)| !one.is_disjoint(two))
}

/// For each person, each folded word of the name with where it stands.
fn spellings(story: &Story) -> BTreeMap<Identity, BTreeMap<String, Vec<(Place, String)>>> {
    let mut found: BTreeMap<Identity, BTreeMap<String, Vec<(Place, String)>>> = BTreeMap::new();
    for (at, article) in story.articles.iter().enumerate() {
        for (identity, mention) in support::everybody(story, at) {
            for word in article.document.slice(mention.span).split_whitespace() {
                let place = Place { article: at, span: mention.span, rule: "core/name".to_owned() };
                found.entry(identity).or_default().entry(fold(word)).or_default().push((place, word.to_owned()));
            }
        }
    }
    found
}

type Written<'a> = (&'a str, &'a Vec<(Place, String)>);

fn conflict(story: &Story, party: &Party, one: Written, two: Written) -> Conflict {
    let written = |spelling: &Written| spelling.1.first().map_or(spelling.0.to_owned(), |(_, word)| word.clone());
    let (a, b) = (written(&one), written(&two));
    let side = |spelling: &Written, written: &str| {
        support::side(story, written, spelling.1.iter().map(|(place, _)| place.clone()).collect())
    };
    let sides = vec![side(&one, &a), side(&two, &b)];
    let how = if near_spelling(one.0, two.0) {
        format!("“{a}” and “{b}” differ by one letter or by two that changed places; the rest of the name agrees")
    } else {
        format!("“{a}” and “{b}” sound or look alike; the rest of the name does so too, or agrees")
    };
    let mut explanation = vec![format!("both name one person: {}", party.name), how];
    explanation.extend(party.reasons.iter().cloned());
    explanation.push("a person has one spelling of the name".to_owned());
    Conflict {
        check: Check::Name,
        severity: Severity::Error,
        message: format!("{} is spelt “{a}” and “{b}”", party.name),
        explanation,
        sides,
    }
}
