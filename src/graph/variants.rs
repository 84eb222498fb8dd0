//! One person under two spellings that differ by more than a slip of the pen ("Calder", "Calther"; "Jeffrey",
//! "Geoffrey"): the farther the spellings, the more must be said of both alike.
//!
//! What counts is the age, the office or calling, and the words of the sentences that name them. Two whom one article
//! names side by side are two, and so are people of different ages.

use crate::annotate::Article;
use crate::annotate::entities::{Spelling, spelling};
use crate::annotate::lexicon;
use crate::annotate::mention::{Entity, EntityId, EntityKind, MentionForm};
use compact_str::CompactString;
use std::collections::{BTreeMap, BTreeSet};

/// What speaks for one person: the same age, the same office or calling, a noun of the sentences around, a name or a
/// figure there, all of those.
const AGE: f32 = 2.0;
const OFFICE: f32 = 1.5;
const WORD: f32 = 0.3;
const NAME: f32 = 0.5;
const MOST_WORDS: f32 = 2.0;
/// What spellings ask for that are so far apart: a sound in one word, two of them or one word that is only near, three; and
/// a word that only begins alike.
const NEEDED: [f32; 4] = [0.9, 1.5, 2.6, 2.9];
/// Sentences that are read for a person, at most.
const SENTENCES: usize = 4;

/// How far two names of equal length are apart: 1 for every word that sounds alike, 2 for one that is near; `None` where
/// a word is another, or the names agree.
pub(super) fn distance(a: &[String], b: &[String]) -> Option<usize> {
    if a.len() != b.len() || a.len() < 2 {
        return None;
    }
    let mut sum = 0;
    for (at, (one, two)) in a.iter().zip(b).enumerate() {
        // "Steven", "Stephen"
        let given = at == 0 && one != two && lexicon::same_given_name(one, two);
        sum += match spelling(one, two)
            .filter(|found| !given || *found == Spelling::Same)
            .or(given.then_some(Spelling::Sound))?
        {
            Spelling::Same => 0,
            Spelling::Sound => 1,
            // Of given names only the sound counts: Martin is not Marvin.
            Spelling::Near | Spelling::Begins if at == 0 => return None,
            Spelling::Near => 2,
            Spelling::Begins => 4,
        };
    }
    (sum > 0).then_some(sum)
}

/// Whether what two articles tell of two people is enough to take names so far apart for one person's.
pub(super) fn one_person(articles: &[Article], a: (usize, EntityId), b: (usize, EntityId), distance: usize) -> bool {
    let Some(needed) = distance.checked_sub(1).and_then(|at| NEEDED.get(at)) else { return false };
    let entity = |(article, entity): (usize, EntityId)| &articles[article].entities[entity.0 as usize];
    let (one, two) = (entity(a), entity(b));
    let age = match (one.age, two.age) {
        (Some((x, _)), Some((y, _))) if x != y => return false,
        (Some(_), Some(_)) => AGE,
        _ => 0.0,
    };
    let office = match (offices(one), offices(two)) {
        (x, y) if x.is_empty() || y.is_empty() => 0.0,
        (x, y) if x.is_disjoint(&y) => -WORD,
        _ => OFFICE,
    };
    if age + office >= *needed {
        return true;
    }
    let own = words(&articles[a.0], a.1);
    let other = words(&articles[b.0], b.1);
    let shared = own.iter().filter_map(|(word, name)| other.get(word).map(|also| *name || *also));
    let shared: f32 = shared.map(|name| if name { NAME } else { WORD }).sum();
    age + office + shared.min(MOST_WORDS) >= *needed
}

/// Who bears which name, in all articles: the folded words of a name, and the article and entity of each bearer in order.
#[derive(Default)]
pub(super) struct Bearers(BTreeMap<Vec<String>, Vec<(usize, usize)>>);

impl Bearers {
    /// Reads the names of the people of all articles.
    pub(super) fn new(articles: &[Article]) -> Self {
        let mut bearers: BTreeMap<Vec<String>, Vec<(usize, usize)>> = BTreeMap::new();
        for (at, article) in articles.iter().enumerate() {
            let people = article.entities.iter().enumerate().filter(|(_, entity)| entity.kind == EntityKind::Person);
            for (index, entity) in people {
                for name in &entity.names {
                    let list = bearers.entry(super::join::name_words(name)).or_default();
                    if list.last() != Some(&(at, index)) {
                        list.push((at, index));
                    }
                }
            }
        }
        Self(bearers)
    }

    /// Whether an article names two people by these names.
    pub(super) fn side_by_side(&self, a: &[String], b: &[String]) -> bool {
        let (Some(one), Some(two)) = (self.0.get(a), self.0.get(b)) else { return false };
        let mut only = one.iter().filter(|bearer| two.binary_search(bearer).is_err());
        only.any(|(article, _)| {
            let first = two.partition_point(|(other, _)| other < article);
            let mut there = two[first..].iter().take_while(|(other, _)| other == article);
            there.any(|bearer| one.binary_search(bearer).is_err())
        })
    }
}

fn offices(entity: &Entity) -> BTreeSet<&str> {
    let plain = entity.offices.iter().filter(|office| !office.inferred);
    plain.map(|office| lexicon::office(&office.title).map_or(&*office.title, |known| known.canonical)).collect()
}

/// Nouns, names and figures of the sentences that name somebody and of those beside them, the own name left out; with
/// whether each is a name or a figure.
fn words(article: &Article, entity: EntityId) -> BTreeMap<CompactString, bool> {
    let own = article.mentions.iter().filter(|mention| mention.entity == Some(entity));
    let named = own.filter(|mention| mention.form == MentionForm::Name).take(SENTENCES);
    let mut found = BTreeMap::new();
    for mention in named {
        let at = article.sentences.partition_point(|sentence| sentence.span.end <= mention.span.start);
        for sentence in &article.sentences[at.saturating_sub(1)..(at + 2).min(article.sentences.len())] {
            let tokens = article.tokens[sentence.tokens.clone()].iter();
            let outside = tokens.filter(|token| !token.span.overlaps(mention.span));
            found.extend(outside.filter_map(|token| {
                let figure = token.lower.starts_with(|first: char| first.is_ascii_digit());
                let telling = token.tag.is_noun() && token.lemma.len() > 2 || figure;
                telling.then(|| (token.lemma.to_lowercase(), figure || token.tag.is_proper()))
            }));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use crate::testing::story;

    #[track_caller]
    fn people(one: &str, two: &str) -> usize {
        let outcome = story(&[("a.txt", "2026-03-05", one), ("b.txt", "2026-03-05", two)]);
        let parties = &outcome.story().identities.parties;
        parties.iter().filter(|party| party.kind == crate::annotate::mention::EntityKind::Person).count()
    }

    #[test]
    fn the_same_of_both_makes_them_one() {
        let one = "Karen Strowder, director of public health at the council, urged parents in Hull to wait.";
        assert_eq!(people(one, "“Wait,” said Professor Karen Strowther, Director of Public Health in Hull."), 1);
        let one = "Geoffrey Haddon, 67, died when a wall fell on him in Hull.";
        assert_eq!(people(one, "Hull mourns Jeffrey Haddon. He was 67, and a wall had fallen on him."), 1);
    }

    #[test]
    fn names_alone_do_not() {
        let one = "Karen Strowder, director of public health at the council, urged parents in Hull to wait.";
        assert_eq!(people(one, "Karen Strowther, a goalkeeper, scored for Leeds against Derby."), 2);
        let one = "Geoffrey Haddon, 67, died when a wall fell on him in Hull.";
        assert_eq!(people(one, "Jeffrey Haddon, 31, was hurt when a wall fell on him in Hull."), 2);
        let both = "Karen Strowder and Karen Strowther, both doctors, urged parents in Hull to wait.";
        let one = "Karen Strowder, a doctor, urged parents in Hull to wait.";
        assert_eq!(people(one, both), 2);
    }
}
