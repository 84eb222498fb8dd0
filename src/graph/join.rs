//! Joins the entities of one article after another to the identities of a story.

use super::identity::{Identity, Party};
use super::known::Known;
use super::namesakes::{compatible_ages, compatible_gender, same_name, slip_apart};
use super::variants::{Bearers, distance, one_person};
use crate::annotate::Article;
use crate::annotate::entities::{fold, initials, sound};
use crate::annotate::mention::{Entity, EntityId, EntityKind};
use crate::gazetteer::PlaceId;
use std::collections::BTreeMap;

/// Words that more parties bear than these ("Ltd", the given name of thousands) lead to nobody: a name is looked for by its
/// rarer words, and one that has none is only found as it stands.
const COMMON: usize = 1000;
/// Of people whose names begin with the same sounds only so many are compared by them.
const MOST_VARIANTS: usize = 60;

/// The words of a name, folded, initials left out.
pub(super) fn name_words(name: &str) -> Vec<String> {
    name.split_whitespace()
        .map(fold)
        .filter(|word| word.trim_end_matches('.').chars().count() > 1 && word != "the")
        .collect()
}

/// "Ana II" beside "Ana": a sovereign's name with its numeral, and without.
fn reigns(numbered: &[String], plain: &[String]) -> bool {
    let numeral = |word: &String| word.bytes().all(|letter| matches!(letter, b'i' | b'v' | b'x'));
    matches!((numbered, plain), ([name, number], [other]) if numeral(number) && name == other)
}

#[derive(Default)]
pub(super) struct Joiner {
    pub(super) parties: Vec<Party>,
    /// Each party's name words in every spelling.
    pub(super) words: Vec<Vec<Vec<String>>>,
    /// Who bears a word; one beyond [`COMMON`] are kept, which shows that it leads to nobody.
    pub(super) by_word: BTreeMap<String, Vec<usize>>,
    /// The first of each sort that bears exactly these words.
    pub(super) by_name: BTreeMap<(EntityKind, Vec<String>), usize>,
    /// People by the first sounds of given name and surname.
    pub(super) by_sound: BTreeMap<(char, char), Vec<usize>>,
    pub(super) by_place: BTreeMap<PlaceId, usize>,
    pub(super) by_group: BTreeMap<Vec<Identity>, usize>,
    pub(super) known: Known,
    pub(super) bearers: Bearers,
}

impl Joiner {
    pub(super) fn join(
        &mut self,
        articles: &[Article],
        entity: &Entity,
        words: Vec<String>,
        member: (usize, EntityId),
        group: Vec<Identity>,
    ) -> Identity {
        let bearer = self.known.bearer(entity);
        let known = bearer.and_then(|bearer| self.known.party(bearer));
        let found = known.or_else(|| match entity.kind {
            EntityKind::Place => entity.place.and_then(|place| self.by_place.get(&place).copied()),
            EntityKind::Group => self.by_group.get(&group).copied(),
            EntityKind::Person => self.person(articles, entity, &words, member),
            EntityKind::Body | EntityKind::Thing => self.body(entity, &words),
        });
        let index = found.unwrap_or_else(|| self.add(entity, group));
        if let Some(bearer) = bearer {
            if known.is_some_and(|_| self.parties[index].name != entity.name) {
                let reason = format!(
                    "“{}” is taken for {}: a pack or the settings say so",
                    entity.name,
                    self.known.name(bearer)
                );
                self.parties[index].reasons.push(reason);
            }
            self.known.meet(bearer, index);
            if self.parties[index].kind == EntityKind::Thing {
                self.parties[index].kind = entity.kind;
            }
        }
        let party = &mut self.parties[index];
        party.members.push(member);
        party.gender = party.gender.or(entity.gender);
        party.ages.extend(entity.age.map(|(age, _)| age));
        if words.len() > name_words(&party.name).len() {
            party.name.clone_from(&entity.name);
        }
        if !self.words[index].contains(&words) {
            let short = (entity.kind == EntityKind::Body && words.len() > 1).then(|| initials(&words));
            for word in words.iter().cloned().chain(short) {
                let list = self.by_word.entry(word).or_default();
                if list.len() <= COMMON && !list.contains(&index) {
                    list.push(index);
                }
            }
            self.by_name.entry((self.parties[index].kind, words.clone())).or_insert(index);
            if let Some(sounds) = first_sounds(&words).filter(|_| entity.kind == EntityKind::Person) {
                let list = self.by_sound.entry(sounds).or_default();
                if list.len() < MOST_VARIANTS && !list.contains(&index) {
                    list.push(index);
                }
            }
            self.words[index].push(words);
        }
        Identity(index as u32)
    }

    fn add(&mut self, entity: &Entity, group: Vec<Identity>) -> usize {
        let index = self.parties.len();
        if let Some(place) = entity.place {
            self.by_place.insert(place, index);
        }
        if entity.kind == EntityKind::Group {
            self.by_group.insert(group.clone(), index);
        }
        self.parties.push(Party {
            kind: entity.kind,
            name: entity.name.clone(),
            members: Vec::new(),
            place: entity.place,
            group,
            gender: entity.gender,
            ages: Vec::new(),
            reasons: Vec::new(),
        });
        self.words.push(Vec::new());
        index
    }

    /// Names people as most articles do, among the names of most words: one slip names nobody.
    pub(super) fn name_by_majority(&mut self, articles: &[Article]) {
        for party in self.parties.iter_mut().filter(|party| party.kind == EntityKind::Person) {
            let most = name_words(&party.name).len();
            let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
            for (article, entity) in &party.members {
                let name = articles[*article].entities[entity.0 as usize].name.as_str();
                if name_words(name).len() == most {
                    *counts.entry(name).or_default() += 1;
                }
            }
            let best = counts
                .iter()
                .map(|(name, count)| (*count, *name))
                .max_by_key(|(count, name)| (*count, std::cmp::Reverse(*name)));
            let own = counts.get(party.name.as_str()).copied().unwrap_or(0);
            if let Some((_, name)) = best.filter(|(count, _)| *count > own) {
                name.clone_into(&mut party.name);
            }
        }
    }

    /// Parties that share a word with the name, but for words that everybody shares; where all are such, those of that
    /// very name.
    fn sharing(&self, words: &[String]) -> Vec<usize> {
        let lists: Vec<&Vec<usize>> = words.iter().filter_map(|word| self.by_word.get(word)).collect();
        let mut list: Vec<usize> = if !lists.is_empty() && lists.iter().all(|list| list.len() > COMMON) {
            let kinds = [EntityKind::Person, EntityKind::Body, EntityKind::Thing];
            kinds.iter().filter_map(|kind| self.by_name.get(&(*kind, words.to_vec()))).copied().collect()
        } else {
            lists.into_iter().filter(|list| list.len() <= COMMON).flatten().copied().collect()
        };
        list.sort_unstable();
        list.dedup();
        list
    }

    fn person(
        &mut self,
        articles: &[Article],
        entity: &Entity,
        words: &[String],
        member: (usize, EntityId),
    ) -> Option<usize> {
        let article = member.0;
        let age = entity.age.map(|(age, _)| age);
        let candidates: Vec<usize> = self
            .sharing(words)
            .into_iter()
            .filter(|&index| self.parties[index].kind == EntityKind::Person)
            .filter(|&index| compatible_ages(&self.parties[index].ages, age))
            .collect();
        if words.len() == 1 {
            // A surname alone: its only bearer. The same article would have tied it itself.
            let relative = |known: &[String]| {
                let full = known.len() > 1 && known.first() == words.first();
                full && known.last().is_some_and(|surname| of_family(&articles[article], surname))
            };
            let bearers: Vec<usize> = candidates
                .into_iter()
                .filter(|&index| compatible_gender(self.parties[index].gender, entity.gender))
                .filter(|&index| {
                    self.words[index].iter().any(|known| {
                        known.last() == words.last()
                            || known.get(1) == words.first()
                            || reigns(known, words)
                            || relative(known)
                    })
                })
                .filter(|&index| !self.parties[index].members.iter().any(|(at, _)| *at == article))
                .collect();
            return match bearers.as_slice() {
                [one] => Some(*one),
                _ => None,
            };
        }
        let exact = candidates
            .iter()
            .copied()
            .find(|&index| self.words[index].iter().any(|known| same_name(known, words) || reigns(words, known)));
        if exact.is_some() {
            return exact;
        }
        let slip = candidates.iter().copied().find(|&index| {
            let apart = self.parties[index].members.iter().any(|(at, _)| *at == article);
            !apart
                && compatible_gender(self.parties[index].gender, entity.gender)
                && self.words[index]
                    .iter()
                    .any(|known| slip_apart(known, words) && !self.bearers.side_by_side(known, words))
        });
        if let Some(index) = slip {
            let party = &mut self.parties[index];
            let reason = format!(
                "“{}” and “{}” are taken for one person: the names differ by a letter",
                party.name, entity.name
            );
            party.reasons.push(reason);
        }
        slip.or_else(|| self.variant(articles, entity, words, member))
    }

    /// Somebody of whom another article tells the same under a name that sounds or looks alike.
    fn variant(
        &mut self,
        articles: &[Article],
        entity: &Entity,
        words: &[String],
        member: (usize, EntityId),
    ) -> Option<usize> {
        let alike = self.by_sound.get(&first_sounds(words)?)?.iter().copied().find(|&index| {
            let party = &self.parties[index];
            compatible_gender(party.gender, entity.gender)
                && party.members.iter().all(|(at, _)| *at != member.0)
                && self.words[index].iter().any(|known| {
                    distance(known, words).is_some_and(|apart| {
                        party.members.iter().take(4).any(|other| one_person(articles, *other, member, apart))
                            && !self.bearers.side_by_side(known, words)
                    })
                })
        })?;
        let party = &mut self.parties[alike];
        let reason = format!(
            "“{}” and “{}” are taken for one person: the names sound or look alike, and the same is told of both",
            party.name, entity.name
        );
        party.reasons.push(reason);
        Some(alike)
    }

    /// The body or thing of that name; failing that the only one that it is a short form of: its first words, or its
    /// initials ("HSB").
    fn body(&self, entity: &Entity, words: &[String]) -> Option<usize> {
        let mut candidates = self.sharing(words);
        candidates.retain(|&index| matches!(self.parties[index].kind, EntityKind::Body | EntityKind::Thing));
        let kin = |index: usize| words.len() == 1 || self.parties[index].kind == entity.kind;
        let named = |index: usize, test: &dyn Fn(&[String]) -> bool| self.words[index].iter().any(|known| test(known));
        if let Some(exact) = candidates.iter().copied().find(|&index| named(index, &|known| known == words)) {
            return Some(exact);
        }
        let capitals = entity.name.chars().all(char::is_uppercase);
        let short = |known: &[String]| {
            entity.kind == EntityKind::Body && (known.starts_with(words) || words.starts_with(known))
                || capitals && known.len() > 1 && matches!(words, [word] if *word == initials(known))
        };
        candidates.retain(|&index| kin(index) && named(index, &short));
        match candidates.as_slice() {
            [one] => Some(*one),
            _ => None,
        }
    }
}

/// "Wife Ana" beside "Ivan Petkov": whether the article names somebody in full by a surname, so that a given name alone may
/// be of the family.
fn of_family(article: &Article, surname: &str) -> bool {
    let people = article.entities.iter().filter(|entity| entity.kind == EntityKind::Person);
    people
        .map(|entity| name_words(&entity.name))
        .any(|words| words.len() > 1 && words.last().is_some_and(|last| last == surname))
}

/// The first sounds of given name and surname.
fn first_sounds(words: &[String]) -> Option<(char, char)> {
    let [given, .., surname] = words else { return None };
    Some((sound(given).chars().next()?, sound(surname).chars().next()?))
}
