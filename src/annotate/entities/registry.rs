//! The names of an article, gathered into entities.
//!
//! People are one where given name and surname agree, a name alone where it fits exactly one of them; two people of
//! one surname stay two. Spellings a letter apart ("Kier", "Keir") are one person with two spellings: that is what
//! the check `name` looks for.

use super::Input;
use super::acting::{introduces_body, introduces_person, introduces_thing};
use super::same::{initials, same_body, same_person};
use super::spelling::fold;
use crate::annotate::lexicon;
use crate::annotate::mention::{Entity, EntityId, EntityKind, Gender};
use crate::annotate::names::{Guess, Name};
use crate::gazetteer::PlaceId;
use crate::hash::Map;
use compact_str::CompactString;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

/// Entities that a further name is compared with: no article has so large a cast, and a hostile one must not cost the
/// square of its names.
pub(super) const LARGEST_CAST: usize = 600;

pub(super) struct Registry<'a> {
    pub(super) input: &'a Input<'a>,
    pub(super) entities: Vec<Entity>,
    /// Folded words of each entity's names, for people without initials.
    pub(super) words: Vec<Vec<String>>,
    /// Their first letters, which an acronym may be.
    pub(super) initials: Vec<String>,
    /// The token at which each is first named in full.
    first: Vec<usize>,
    pub(super) places: BTreeMap<PlaceId, EntityId>,
    /// Single words that act like a body somewhere in the article: they own, say or do something.
    pub(super) acting: BTreeSet<String>,
    /// First words of names that are told of as only bodies are.
    bodies: BTreeSet<String>,
    /// Those of names that no person can have.
    things: BTreeSet<String>,
}

/// The entities, and for each name the one it stands for.
pub(super) fn entities(input: &Input) -> (Vec<Entity>, Vec<Option<EntityId>>) {
    let mut registry = Registry {
        input,
        entities: Vec::new(),
        words: Vec::new(),
        initials: Vec::new(),
        first: Vec::new(),
        places: BTreeMap::new(),
        acting: BTreeSet::new(),
        bodies: BTreeSet::new(),
        things: BTreeSet::new(),
    };
    registry.acting = registry.acting();
    let told_as = |is: fn(&Input, &Name) -> bool| -> BTreeSet<String> {
        let names = input.names.iter().filter(|name| name.honorifics.is_empty() && is(input, name));
        names.filter_map(|name| registry.folded(name).into_iter().next()).collect()
    };
    let (bodies, things) = (told_as(introduces_body), told_as(introduces_thing));
    (registry.bodies, registry.things) = (bodies, things);
    let mut of_name = vec![None; input.names.len()];
    // Full names first, so that a surname alone finds its bearer wherever it stands.
    let introduced: BTreeSet<Vec<String>> = input
        .names
        .iter()
        .filter(|name| name.core.len() > 1 && introduces_person(input, name))
        .map(|name| registry.folded(name))
        .collect();
    for (index, name) in input.names.iter().enumerate() {
        let person = match name.guess {
            Guess::Person => true,
            Guess::LikelyPerson => introduced.contains(&registry.folded(name)) || !registry.hardly_person(name),
            Guess::Unknown => introduced.contains(&registry.folded(name)),
            _ => false,
        };
        if name.core.len() > 1 && person {
            of_name[index] = Some(registry.person(name));
        }
    }
    for (index, name) in input.names.iter().enumerate() {
        if of_name[index].is_none() && (name.core.len() > 1 || name.guess == Guess::Body) {
            of_name[index] = Some(registry.several(name));
        }
    }
    for (index, name) in input.names.iter().enumerate() {
        if of_name[index].is_none() && name.core.len() == 1 {
            of_name[index] = registry.single(name);
        }
    }
    for entity in &mut registry.entities {
        // The fullest name first, then the most frequent.
        entity.names.sort_by_key(|name| std::cmp::Reverse(name.split_whitespace().count()));
        entity.names.dedup();
    }
    (registry.entities, of_name)
}

/// Last words of names that no person bears, and whether a body does.
static ENDINGS: LazyLock<Map<&'static str, bool>> = LazyLock::new(|| {
    let lines = include_str!("../../../rules/names/endings.txt").lines().filter(|line| !line.starts_with('#'));
    let rows = lines.filter_map(|line| line.split_once(": "));
    rows.flat_map(|(kind, words)| words.split_whitespace().map(move |word| (word, kind == "body"))).collect()
});

impl Registry<'_> {
    fn text(&self, name: &Name) -> String {
        let first = self.input.tokens[name.core.start].span;
        let span = first.join(self.input.tokens[name.core.end - 1].span);
        span.of(&self.input.document.text).split_whitespace().collect::<Vec<_>>().join(" ")
    }

    pub(super) fn folded(&self, name: &Name) -> Vec<String> {
        self.input.tokens[name.core.clone()]
            .iter()
            .map(|token| fold(&token.lower))
            .filter(|word| word.trim_end_matches('.').chars().count() > 1)
            .collect()
    }

    /// Whether what looks like somebody's name is told of as a body, or ends as no person's name does: "Ashby Road".
    fn hardly_person(&self, name: &Name) -> bool {
        let last = &self.input.tokens[name.core.end - 1].lower;
        let ordinary = ENDINGS.contains_key(last.as_str()) && !lexicon::is_surname(last);
        let told =
            self.folded(name).first().is_some_and(|word| self.bodies.contains(word) || self.things.contains(word));
        name.honorifics.is_empty() && (ordinary || told)
    }

    fn told_as_body(&self, name: &Name) -> bool {
        self.folded(name).first().is_some_and(|word| self.bodies.contains(word))
    }

    fn add(&mut self, kind: EntityKind, name: &Name, words: Vec<String>) -> EntityId {
        let id = EntityId(self.entities.len() as u32);
        self.first.push(name.core.start);
        let name = self.text(name);
        self.entities.push(Entity {
            kind,
            names: vec![name.clone()],
            name,
            honorifics: Vec::new(),
            offices: Vec::new(),
            age: None,
            gender: None,
            members: Vec::new(),
            place: None,
        });
        self.initials.push(initials(&words));
        self.words.push(words);
        id
    }

    fn known_as(&mut self, id: EntityId, name: &Name) -> EntityId {
        let text = self.text(name);
        let honorifics: Vec<CompactString> =
            self.input.tokens[name.honorifics.clone()].iter().map(|token| token.lower.clone()).collect();
        let given = self.input.tokens[name.core.start].lower.clone();
        // "Valentine VI": popes bear what elsewhere are women's names.
        let last = &self.input.tokens[name.core.end - 1].lower;
        let numbered = last.bytes().all(|letter| matches!(letter, b'i' | b'v' | b'x'));
        let gender = honorifics.iter().find_map(|word| lexicon::honorific(word).and_then(|found| found.gender));
        let kin = name.core.start.checked_sub(1).and_then(|before| gender_of_kin(&self.input.tokens[before].lower));
        let gender = gender.or(kin);
        let entity = &mut self.entities[id.0 as usize];
        if !entity.names.contains(&text) {
            if text.split_whitespace().count() > entity.name.split_whitespace().count() {
                entity.name.clone_from(&text);
            }
            entity.names.push(text);
        }
        for word in honorifics {
            if !entity.honorifics.contains(&word) {
                entity.honorifics.push(word);
            }
        }
        if entity.kind == EntityKind::Person && entity.gender.is_none() {
            entity.gender = gender.or_else(|| {
                (name.core.len() > 1 && !numbered).then(|| lexicon::gender_of_given_name(&given)).flatten()
            });
        }
        id
    }

    /// Keeps the fuller of two names.
    fn widen(&mut self, index: usize, words: &[String]) {
        if words.len() > self.words[index].len() {
            self.words[index] = words.to_vec();
            self.initials[index] = initials(words);
        }
    }

    /// A full name of a person.
    fn person(&mut self, name: &Name) -> EntityId {
        let words = self.folded(name);
        let found = (0..self.entities.len().min(LARGEST_CAST))
            .find(|&index| self.entities[index].kind == EntityKind::Person && same_person(&self.words[index], &words));
        let id = match found {
            Some(index) => {
                self.widen(index, &words);
                EntityId(index as u32)
            }
            None => self.add(EntityKind::Person, name, words),
        };
        self.known_as(id, name)
    }

    /// A place, a body, or a name of several words that is neither.
    fn several(&mut self, name: &Name) -> EntityId {
        if let Guess::Place(place) = name.guess {
            return self.place(name, place);
        }
        let words = self.folded(name);
        // What looks like a person's name and is none, but acts: "Norsund Seafood made a profit".
        let last = self.input.tokens[name.core.end - 1].lower.as_str();
        let acts = name.guess == Guess::LikelyPerson && (self.acts(name) || ENDINGS.get(last) == Some(&true));
        let body = name.guess == Guess::Body || acts || self.told_as_body(name);
        let kind = if body { EntityKind::Body } else { EntityKind::Thing };
        let found = (0..self.entities.len().min(LARGEST_CAST)).find(|&index| {
            matches!(self.entities[index].kind, EntityKind::Body | EntityKind::Thing)
                && same_body(&self.words[index], &words)
        });
        let id = match found {
            Some(index) => {
                self.widen(index, &words);
                if kind == EntityKind::Body {
                    self.entities[index].kind = kind;
                }
                EntityId(index as u32)
            }
            None => self.add(kind, name, words),
        };
        self.known_as(id, name)
    }

    fn place(&mut self, name: &Name, place: PlaceId) -> EntityId {
        if let Some(&id) = self.places.get(&place) {
            return self.known_as(id, name);
        }
        let words = self.folded(name);
        let id = self.add(EntityKind::Place, name, words);
        self.entities[id.0 as usize].place = Some(place);
        self.places.insert(place, id);
        id
    }

    /// One word: somebody's surname or given name, the short form of a body, a place, or a new thing.
    fn single(&mut self, name: &Name) -> Option<EntityId> {
        let word = self.folded(name).pop().unwrap_or_else(|| self.input.tokens[name.core.start].lower.to_string());
        let honorific = name.honorifics.start < name.honorifics.end;
        let gender = self.input.tokens[name.honorifics.clone()]
            .iter()
            .find_map(|token| lexicon::honorific(&token.lower).and_then(|found| found.gender));
        let bearers: Vec<usize> = (0..self.entities.len().min(LARGEST_CAST))
            .filter(|&index| self.entities[index].kind == EntityKind::Person)
            .filter(|&index| self.words[index].contains(&word))
            .collect();
        if !bearers.is_empty() {
            return self.bearer(&bearers, &word, gender, name.core.start).map(|id| self.known_as(id, name));
        }
        let kin = name.core.start.checked_sub(1).is_some_and(|before| {
            let before = &self.input.tokens[before];
            before.tag.is_noun() && gender_of_kin(&before.lower).is_some()
        });
        if honorific || kin || name.office.is_some() || name.guess == Guess::Person {
            // A slip in a surname alone still means the one person of nearly that name.
            let id = self.add(EntityKind::Person, name, vec![word]);
            self.entities[id.0 as usize].gender = gender;
            return Some(self.known_as(id, name));
        }
        let short = (0..self.entities.len().min(LARGEST_CAST)).find(|&index| {
            matches!(self.entities[index].kind, EntityKind::Body | EntityKind::Thing)
                && (self.words[index].first() == Some(&word)
                    || self.initials[index].len() > 1 && self.initials[index] == word)
        });
        if let Some(index) = short {
            let id = EntityId(index as u32);
            return Some(self.known_as(id, name));
        }
        if let Guess::Place(place) = name.guess {
            return Some(self.place(name, place));
        }
        let kind = if self.acting.contains(&word) || self.bodies.contains(&word) {
            EntityKind::Body
        } else {
            EntityKind::Thing
        };
        let id = self.add(kind, name, vec![word]);
        Some(self.known_as(id, name))
    }

    /// Which of several people a surname alone, at token `at`, means: gender decides, then who alone was introduced by
    /// then, else nobody does.
    fn bearer(&self, bearers: &[usize], word: &str, gender: Option<Gender>, at: usize) -> Option<EntityId> {
        let fits = |&&index: &&usize| {
            let known = self.entities[index].gender;
            gender.is_none() || known.is_none() || known == gender
        };
        let by_gender: Vec<usize> = bearers.iter().filter(fits).copied().collect();
        let surname: Vec<usize> = by_gender
            .iter()
            .copied()
            .filter(|&index| self.words[index].len() < 2 || self.words[index].first().is_none_or(|given| given != word))
            .collect();
        // "Mr Ruiz" is a surname; "Sir Keir" and "Dame Ana" take the given name, which is left when no surname fits.
        let pool = if surname.is_empty() { by_gender } else { surname };
        let only = |pool: &[usize]| match pool {
            [one] => Some(EntityId(*one as u32)),
            _ => None,
        };
        let introduced: Vec<usize> = pool.iter().copied().filter(|&index| self.first[index] < at).collect();
        only(&pool).or_else(|| only(&introduced))
    }
}

/// "Wife Ana", "his brother Jo": the word before a name that tells whether it is a man's or a woman's.
fn gender_of_kin(word: &str) -> Option<Gender> {
    match word {
        "wife" | "widow" | "mother" | "mum" | "mom" | "daughter" | "sister" | "aunt" | "grandmother" | "gran"
        | "nan" | "granddaughter" | "niece" | "girlfriend" | "stepmother" | "stepdaughter" | "queen" | "princess"
        | "duchess" | "actress" => Some(Gender::Feminine),
        "husband" | "widower" | "father" | "dad" | "son" | "brother" | "uncle" | "grandfather" | "grandson"
        | "nephew" | "boyfriend" | "stepfather" | "stepson" | "king" | "prince" | "duke" => Some(Gender::Masculine),
        _ => None,
    }
}
