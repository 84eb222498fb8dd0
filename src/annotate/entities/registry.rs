//! The names of an article, gathered into entities.
//!
//! People are one where given name and surname agree, a name alone where it fits exactly one of them; two people of
//! one surname stay two. Spellings a letter apart ("Kier", "Keir") are one person with two spellings: that is what
//! the check `name` looks for.

use super::Input;
use crate::annotate::lexicon;
use crate::annotate::mention::{Entity, EntityId, EntityKind, Gender};
use crate::annotate::names::{Guess, Name};
use crate::annotate::token::{Tag, Token};
use crate::gazetteer::PlaceId;
use compact_str::CompactString;
use std::collections::{BTreeMap, BTreeSet};
use unicode_normalization::UnicodeNormalization;

/// Words of names of bodies that papers spell in their own country's way.
const SPELLINGS: &[(&str, &str)] = &[
    ("centre", "center"),
    ("theatre", "theater"),
    ("harbour", "harbor"),
    ("labour", "labor"),
    ("defence", "defense"),
    ("organisation", "organization"),
    ("programme", "program"),
];

/// Lower case without accents, British and American spellings as one, for comparing names.
pub(crate) fn fold(name: &str) -> String {
    let mut folded = plain(name);
    for (british, american) in SPELLINGS {
        if folded.contains(british) {
            folded = folded.replace(british, american);
        }
    }
    folded
}

fn plain(name: &str) -> String {
    if name.is_ascii() {
        return name.to_ascii_lowercase();
    }
    name.nfd()
        .filter(|letter| !unicode_normalization::char::is_combining_mark(*letter))
        .flat_map(char::to_lowercase)
        .map(|letter| match letter {
            'ø' => 'o',
            'ł' => 'l',
            'ð' => 'd',
            '’' => '\'',
            other => other,
        })
        .collect()
}

/// Whether two folded words are a slip of the pen apart: one letter changed, added, dropped, or two swapped, in
/// words of four letters or more that begin alike or end alike.
pub(crate) fn near_spelling(a: &str, b: &str) -> bool {
    if !may_be_near(a.as_bytes(), b.as_bytes()) {
        return false;
    }
    let (long, short) = (a.chars().count().max(b.chars().count()), a.chars().count().min(b.chars().count()));
    let shared_end = a.chars().next() == b.chars().next() || a.chars().last() == b.chars().last();
    a != b && short >= 4 && long <= short + 1 && shared_end && strsim::osa_distance(a, b) == 1
}

/// Whether so much of two words is the same at both ends that one slip may be all that keeps them apart. Nearly every pair
/// asked about fails here, at a hundredth of the cost of the distance. A slip is two letters at most, of four bytes each.
fn may_be_near(a: &[u8], b: &[u8]) -> bool {
    let alike = |pair: &(&u8, &u8)| pair.0 == pair.1;
    let start = a.iter().zip(b).take_while(alike).count();
    let end = a.iter().rev().zip(b.iter().rev()).take_while(alike).count();
    let slip = if a.is_ascii() && b.is_ascii() { 2 } else { 8 };
    start + end + slip >= a.len().max(b.len())
}

/// Entities that a further name is compared with: no article has so large a cast, and a hostile one must not cost the
/// square of its names.
pub(super) const LARGEST_CAST: usize = 600;

struct Registry<'a> {
    input: &'a Input<'a>,
    entities: Vec<Entity>,
    /// Folded words of each entity's names, for people without initials.
    words: Vec<Vec<String>>,
    /// Their first letters, which an acronym may be.
    initials: Vec<String>,
    places: BTreeMap<PlaceId, EntityId>,
    /// Single words that act like a body somewhere in the article: they own, say or do something.
    acting: BTreeSet<String>,
}

/// The entities, and for each name the one it stands for.
pub(super) fn entities(input: &Input) -> (Vec<Entity>, Vec<Option<EntityId>>) {
    let mut registry = Registry {
        input,
        entities: Vec::new(),
        words: Vec::new(),
        initials: Vec::new(),
        places: BTreeMap::new(),
        acting: BTreeSet::new(),
    };
    registry.acting = registry.acting();
    let mut of_name = vec![None; input.names.len()];
    // Full names first, so that a surname alone finds its bearer wherever it stands.
    let introduced: BTreeSet<Vec<String>> = input
        .names
        .iter()
        .filter(|name| name.core.len() > 1 && introduces_person(input, name))
        .map(|name| registry.folded(name))
        .collect();
    for (index, name) in input.names.iter().enumerate() {
        let person = matches!(name.guess, Guess::Person | Guess::LikelyPerson)
            || name.guess == Guess::Unknown && introduced.contains(&registry.folded(name));
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

/// "Ana Ruiz, 54,", "Ana Ruiz, who", "Ana Ruiz, a plumber", "Ana Ruiz, mayor of Hull", "the plumber, Ana Ruiz,", "Hull's
/// chief fire officer, Ana Ruiz," and "plumber Ana Ruiz": only people are introduced so.
fn introduces_person(input: &Input, name: &Name) -> bool {
    let rest = &input.tokens[name.core.end.min(input.tokens.len())..];
    let before = &input.tokens[..name.core.start];
    let calling = |token: &Token| {
        let small = token.tag.is_noun() && !token.capital;
        small && (lexicon::person_noun(&token.lemma) || lexicon::office(&token.lemma).is_some())
    };
    if before.last().is_some_and(|last| calling(last) && last.tag == Tag::Noun) {
        return true;
    }
    let [comma, next, ..] = rest else { return false };
    if comma.lower != "," {
        return false;
    }
    let age = next.lower.len() == 2 && next.lower.bytes().all(|byte| byte.is_ascii_digit());
    let determined = matches!(next.lower.as_str(), "a" | "an" | "the" | "its" | "his" | "her" | "their");
    let described = rest[1 + usize::from(determined)..]
        .iter()
        .take(4)
        .take_while(|token| token.tag.is_noun() || token.tag.is_adjective())
        .last()
        .is_some_and(|head| head.tag == Tag::Noun && calling(head));
    let after_description = matches!(before, [.., noun, comma] if comma.lower == "," && calling(noun)) && {
        let owned = |token: &Token| {
            let tag = matches!(token.tag, Tag::PossessiveEnding | Tag::PossessivePronoun);
            tag || matches!(token.lower.as_str(), "the" | "its" | "their" | "his" | "her")
        };
        let words = before.iter().rev().skip(2).take(5);
        words.take_while(|token| !matches!(token.lower.as_str(), "," | "and")).any(owned)
    };
    age || next.lower == "who" || described || after_description
}

impl Registry<'_> {
    fn text(&self, name: &Name) -> String {
        let first = self.input.tokens[name.core.start].span;
        let span = first.join(self.input.tokens[name.core.end - 1].span);
        span.of(&self.input.document.text).split_whitespace().collect::<Vec<_>>().join(" ")
    }

    fn folded(&self, name: &Name) -> Vec<String> {
        self.input.tokens[name.core.clone()]
            .iter()
            .map(|token| fold(&token.lower))
            .filter(|word| word.trim_end_matches('.').chars().count() > 1)
            .collect()
    }

    fn add(&mut self, kind: EntityKind, name: String, words: Vec<String>) -> EntityId {
        let id = EntityId(self.entities.len() as u32);
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
        let gender = honorifics.iter().find_map(|word| lexicon::honorific(word).and_then(|found| found.gender));
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
            entity.gender =
                gender.or_else(|| (name.core.len() > 1).then(|| lexicon::gender_of_given_name(&given)).flatten());
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
            None => self.add(EntityKind::Person, self.text(name), words),
        };
        self.known_as(id, name)
    }

    /// A place, a body, or a name of several words that is neither.
    fn several(&mut self, name: &Name) -> EntityId {
        if let Guess::Place(place) = name.guess {
            return self.place(name, place);
        }
        let words = self.folded(name);
        let kind = if name.guess == Guess::Body { EntityKind::Body } else { EntityKind::Thing };
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
            None => self.add(kind, self.text(name), words),
        };
        self.known_as(id, name)
    }

    fn place(&mut self, name: &Name, place: PlaceId) -> EntityId {
        if let Some(&id) = self.places.get(&place) {
            return self.known_as(id, name);
        }
        let words = self.folded(name);
        let id = self.add(EntityKind::Place, self.text(name), words);
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
            return self.bearer(&bearers, &word, gender).map(|id| self.known_as(id, name));
        }
        if honorific || name.office.is_some() || name.guess == Guess::Person {
            // A slip in a surname alone still means the one person of nearly that name.
            let id = self.add(EntityKind::Person, self.text(name), vec![word]);
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
        let kind = if self.acting.contains(&word) { EntityKind::Body } else { EntityKind::Thing };
        let id = self.add(kind, self.text(name), vec![word]);
        Some(self.known_as(id, name))
    }

    /// Which of several people a surname alone means: gender decides, else nobody does.
    fn bearer(&self, bearers: &[usize], word: &str, gender: Option<Gender>) -> Option<EntityId> {
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
        match pool.as_slice() {
            [one] => Some(EntityId(*one as u32)),
            _ => None,
        }
    }

    fn acting(&self) -> BTreeSet<String> {
        let single = self.input.names.iter().filter(|name| name.core.len() == 1 && self.acts(name));
        single.filter_map(|name| self.folded(name).pop()).collect()
    }

    /// Whether something named by one word acts like a body: it owns, says or does something.
    fn acts(&self, name: &Name) -> bool {
        let next = self.input.tokens.get(name.core.end);
        let before = name.core.start.checked_sub(1).map(|at| &self.input.tokens[at]);
        let described = before.is_some_and(|token| lexicon::body_noun(&token.lemma));
        // "The town of Halden was hit": the town was.
        if before.is_some_and(|token| matches!(token.lower.as_str(), "of" | "in" | "at" | "near" | "from" | "outside"))
        {
            return false;
        }
        described
            || next.is_some_and(|token| {
                crate::annotate::quotes::is_speech_verb(&token.lemma)
                    || token.tag == crate::annotate::token::Tag::PossessiveEnding
                    || token.tag.is_finite()
            })
    }
}

/// Whether two lists of folded name words name one person: the shorter lies in the longer in order, the given name
/// included, allowing nicknames and one slip of spelling in one word.
fn same_person(a: &[String], b: &[String]) -> bool {
    let (long, short) = if a.len() >= b.len() { (a, b) } else { (b, a) };
    if short.len() < 2 {
        return short == long;
    }
    // Looking nicknames up costs more than all the rest: not for people of other surnames.
    let rest_may_agree =
        |word: &String| long[1..].iter().any(|other| other == word || may_be_near(other.as_bytes(), word.as_bytes()));
    if !short[1..].iter().all(rest_may_agree) {
        return false;
    }
    let mut slips = 0;
    let mut alike = |x: &String, y: &String| {
        if x == y {
            return true;
        }
        slips += 1;
        slips == 1 && near_spelling(x, y)
    };
    let given = lexicon::same_given_name(&long[0], &short[0]) || alike(&long[0], &short[0]);
    if !given {
        return false;
    }
    // "Ana Ruiz" and "Ana Ruiz Prieto", "Ana Maria Ruiz" and "Ana Ruiz".
    let mut rest = long[1..].iter();
    short[1..].iter().all(|word| rest.clone().any(|other| other == word) || rest.any(|other| alike(other, word)))
}

/// Whether two lists of folded words name one body: one begins with the other ("Acme", "Acme Airlines").
fn same_body(a: &[String], b: &[String]) -> bool {
    let (long, short) = if a.len() >= b.len() { (a, b) } else { (b, a) };
    !short.is_empty() && long.starts_with(short) || long.len() > 1 && short.len() == 1 && acronym_of(long, &short[0])
}

/// Whether `short` is made of the first letters of folded words, the small ones left out.
fn acronym_of(words: &[String], short: &str) -> bool {
    let initials = initials(words);
    initials.len() > 1 && initials == short
}

/// The first letters of folded words, the small ones left out.
pub(crate) fn initials(words: &[String]) -> String {
    words
        .iter()
        .filter(|word| !matches!(word.as_str(), "of" | "the" | "for" | "and" | "&"))
        .filter_map(|word| word.chars().next())
        .collect()
}
