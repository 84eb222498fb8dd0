//! Descriptions ("the foreign minister", "the airline", "the pair") tied to the entity they fit.
//!
//! An office fits whoever the article introduced in it; a word for a body fits the body the article is about; a word
//! for two fits the two people last named together. No other description is resolved.

use super::bodies::{self, Fit};
use super::offices;
use super::registry::LARGEST_CAST;
use super::walk::{Recent, Walk};
use crate::annotate::lexicon;
use crate::annotate::mention::{Determination, Entity, EntityId, EntityKind, Mention, MentionForm, NounPhrase, Office};
use crate::gazetteer::{Gazetteer, PlaceKind};

/// Nouns that stand again for a town that was named.
const SETTLEMENTS: &[&str] = &["city", "town", "village"];
/// How many mentions back such a town may be named.
const FARTHEST_PLACE: usize = 60;

impl Walk<'_> {
    /// The mention of a described person, group or body; `None` for phrases that describe none.
    pub(super) fn by_description(
        &mut self,
        phrases: &[(NounPhrase, Option<usize>)],
        index: usize,
        sentence: usize,
    ) -> Option<Mention> {
        let phrase = &phrases[index].0;
        let head = &self.input.tokens[phrase.head];
        let definite = phrase.determination == Determination::Definite;
        let mention = |kind, entity, reason: String| {
            Some(Mention { span: phrase.span, form: MentionForm::Description, kind, entity, reason })
        };
        if lexicon::pair_noun(&head.lemma) && definite || self.pair_words(phrase) {
            let (entity, reason) = self.pair(sentence);
            return mention(EntityKind::Group, entity, reason);
        }
        let of = phrases[index].1.map(|inner| phrases[inner].0.span.of(&self.input.document.text).to_owned());
        if let Some(office) = offices::office_in(self.input, phrase.tokens.clone(), of)
            && office.span.end == head.span.end
        {
            if phrase.plural {
                return mention(EntityKind::Group, None, "a group that is not named".to_owned());
            }
            if let Some(other) = self.apposed(phrases, index) {
                return mention(EntityKind::Person, Some(other), "in apposition to the name".to_owned());
            }
            let (entity, reason) =
                if definite { self.holder(&office, sentence) } else { (None, "not definite".to_owned()) };
            return mention(EntityKind::Person, entity, reason);
        }
        if let Some((person, reason)) = self.aged(phrase, sentence).or_else(|| self.national(phrases, index)) {
            return mention(EntityKind::Person, person, reason);
        }
        if SETTLEMENTS.contains(&head.lemma.as_str()) && definite && !phrase.plural {
            let (place, reason) = self.settlement(phrase)?;
            return mention(EntityKind::Place, Some(place), reason);
        }
        if lexicon::person_noun(&head.lemma) {
            let kind = if phrase.plural { EntityKind::Group } else { EntityKind::Person };
            return mention(kind, None, "a person who is not named".to_owned());
        }
        if lexicon::body_noun(&head.lemma) {
            let (entity, reason) = if definite && !phrase.plural && phrases[index].1.is_none() {
                self.body(&head.lemma)
            } else {
                (None, "not definite".to_owned())
            };
            return mention(EntityKind::Body, entity, reason);
        }
        None
    }

    /// "The same city" is the one named last, "the city" the only one named so far; `None` where that is none, or where
    /// more is said of it ("the northern city", "the city of Ashby").
    fn settlement(&self, phrase: &NounPhrase) -> Option<(EntityId, String)> {
        let tokens = self.input.tokens;
        let before = &tokens[phrase.tokens.start..phrase.head];
        let same = before.iter().any(|token| token.lower == "same");
        let of = tokens.get(phrase.head + 1).is_some_and(|token| token.lower == "of");
        if before.len() > 1 + usize::from(same) || of || phrase.apposition.is_some() {
            return None;
        }
        let named = |recent: &&Recent| {
            let place = self.entity(recent.entity).and_then(|entity| entity.place);
            place.is_some_and(|place| Gazetteer::global().kind(place) == Some(PlaceKind::City))
        };
        let mut named = self.recent.iter().rev().take(FARTHEST_PLACE).filter(named).map(|recent| recent.entity);
        let last = named.next()?;
        (same || named.all(|other| other == last))
            .then(|| (last, if same { "the one named last" } else { "the only one named so far" }.to_owned()))
    }

    /// The entity whose name stands in apposition to the phrase, on either side.
    pub(super) fn apposed(&self, phrases: &[(NounPhrase, Option<usize>)], index: usize) -> Option<EntityId> {
        let left = (index.saturating_sub(4)..index).find(|&left| phrases[left].0.apposition == Some(index));
        if let Some(left) = left {
            let mention = phrases[left].0.mention?;
            return self.mentions[mention].entity;
        }
        let right = &phrases[phrases[index].0.apposition?].0;
        let name = crate::annotate::phrases::head_name(self.input.names, &right.tokens, right.head)?;
        let core = &self.input.names[name].core;
        let text = self.input.tokens[core.start].span.join(self.input.tokens[core.end - 1].span);
        let text = text.of(&self.input.document.text);
        let mut cast = self.entities.iter().take(LARGEST_CAST);
        let found = cast.position(|entity| entity.names.iter().any(|known| known == text))?;
        Some(EntityId(found as u32))
    }

    /// Who holds `office`: whoever was introduced in it, else the person the last sentence was about.
    fn holder(&mut self, office: &Office, sentence: usize) -> (Option<EntityId>, String) {
        let fits = |entity: &&(usize, &Entity)| {
            entity.1.kind == EntityKind::Person && entity.1.offices.iter().any(|known| same_office(known, office))
        };
        let holders: Vec<usize> =
            self.entities.iter().take(LARGEST_CAST).enumerate().filter(|pair| fits(&pair)).map(|(at, _)| at).collect();
        match holders.as_slice() {
            [one] => {
                let reason = format!("introduced as {}", office.title);
                return (Some(EntityId(*one as u32)), reason);
            }
            [] => {}
            several => {
                // Several hold it (two ministers): the one last mentioned, if the other was not mentioned since.
                let last = self.recent.iter().rev().take(1).map(|recent| recent.entity.0 as usize).next();
                if let Some(last) = last.filter(|last| several.contains(last)) {
                    return (Some(EntityId(last as u32)), format!("the {} last mentioned", office.title));
                }
                return (None, format!("{} people are introduced as {}", several.len(), office.title));
            }
        }
        if lexicon::office(&office.title).is_none_or(|found| !found.single) {
            return (None, "nobody is introduced so".to_owned());
        }
        self.subject_before(office, sentence)
    }

    /// News varies its words: an office of one holder, new in the article, that opens a sentence right after one
    /// whose subject is a person without such an office, means that person.
    fn subject_before(&mut self, office: &Office, sentence: usize) -> (Option<EntityId>, String) {
        let previous = self
            .recent
            .iter()
            .rev()
            .take_while(|recent| recent.sentence + 2 > sentence)
            .filter(|recent| recent.sentence + 1 == sentence && recent.subject && !recent.quoted)
            .map(|recent| recent.entity)
            .find(|id| self.entity(*id).is_none_or(|entity| entity.kind == EntityKind::Person))
            .filter(|id| self.entity(*id).is_some());
        let Some(person) = previous else { return (None, "nobody is introduced so".to_owned()) };
        let held = &mut self.entities[person.0 as usize];
        if held.offices.iter().any(|known| lexicon::office(&known.title).is_some_and(|found| found.single)) {
            return (None, "the person last spoken of holds another office".to_owned());
        }
        held.offices.push(Office { inferred: true, ..office.clone() });
        (Some(person), "the subject of the sentence before; nobody else is introduced so".to_owned())
    }

    /// The body of the sort that `noun` names which the article is about so far: mentioned clearly more often than any
    /// other such.
    fn body(&mut self, noun: &str) -> (Option<EntityId>, String) {
        if !self.fits.contains_key(noun) {
            let bodies = self.entities.iter().take(LARGEST_CAST).enumerate();
            let bodies = bodies.filter(|(_, entity)| entity.kind == EntityKind::Body);
            let fits = bodies.map(|(at, entity)| (at, bodies::fit(&entity.names, noun)));
            self.fits.insert(noun.into(), fits.filter(|(_, fit)| *fit != Fit::Other).collect());
        }
        let fits = self.fits.get(noun).map(Vec::as_slice).unwrap_or_default();
        let named_so_far = |wanted: fn(Fit) -> bool| {
            let fitting = fits.iter().filter(move |(_, fit)| wanted(*fit));
            fitting.map(|&(at, _)| (self.counts.get(at).copied().unwrap_or(0), at)).filter(|(count, _)| *count > 0)
        };
        let by_name = most(named_so_far(|fit| fit == Fit::Named));
        let [first, second] = if by_name[0].is_some() { by_name } else { most(named_so_far(|_| true)) };
        match (first, second) {
            (Some((_, one)), None) => (Some(EntityId(one as u32)), format!("the only {noun} named so far")),
            (Some((first, one)), Some((second, _))) if first >= second * 2 => {
                (Some(EntityId(one as u32)), format!("the {noun} named most so far"))
            }
            (None, _) => (None, format!("no {noun} is named")),
            _ => (None, "several such bodies are named".to_owned()),
        }
    }

    /// "both men", "the two", "the two leaders".
    fn pair_words(&self, phrase: &NounPhrase) -> bool {
        let tokens = &self.input.tokens[phrase.tokens.clone()];
        let two = tokens.iter().any(|token| token.lower == "two" || token.lower == "both");
        let definite = matches!(tokens[0].lower.as_str(), "the" | "both");
        let head = &self.input.tokens[phrase.head];
        let people = lexicon::person_noun(&head.lemma)
            || lexicon::office(&head.lemma).is_some()
            || matches!(head.lower.as_str(), "two" | "both");
        two && definite && people
    }

    /// The two people named in the nearest of the last three sentences that names two.
    fn pair(&mut self, sentence: usize) -> (Option<EntityId>, String) {
        for back in 0..4 {
            let Some(wanted) = sentence.checked_sub(back) else { break };
            let mut people: Vec<EntityId> = self.people_of(wanted);
            if people.len() == 2 {
                people.sort();
                return (Some(self.group(people)), "the two people named last".to_owned());
            }
        }
        (None, "no two people were named together".to_owned())
    }

    fn people_of(&self, sentence: usize) -> Vec<EntityId> {
        let mut people: Vec<EntityId> = Vec::new();
        for Recent { entity, .. } in self
            .recent
            .iter()
            .rev()
            .skip_while(|recent| recent.sentence > sentence)
            .take_while(|recent| recent.sentence == sentence)
        {
            if self.entity(*entity).is_some_and(|known| known.kind == EntityKind::Person) && !people.contains(entity) {
                people.push(*entity);
            }
        }
        people
    }

    /// The entity that stands for several people together.
    fn group(&mut self, members: Vec<EntityId>) -> EntityId {
        // Groups stand behind the names.
        let groups = self.entities.iter().enumerate().rev().take(LARGEST_CAST);
        let mut groups = groups.take_while(|(_, entity)| entity.kind == EntityKind::Group);
        let known = groups.find(|(_, entity)| entity.members == members).map(|(at, _)| at);
        if let Some(known) = known {
            return EntityId(known as u32);
        }
        let names: Vec<&str> = members.iter().map(|member| self.entities[member.0 as usize].name.as_str()).collect();
        let name = names.join(" and ");
        self.entities.push(Entity {
            kind: EntityKind::Group,
            names: vec![name.clone()],
            name,
            honorifics: Vec::new(),
            offices: Vec::new(),
            age: None,
            gender: None,
            members,
            place: None,
        });
        EntityId((self.entities.len() - 1) as u32)
    }
}

/// Whether a description can mean the holder of a known office.
fn same_office(known: &Office, described: &Office) -> bool {
    let title = known.title == described.title
        || known.title.ends_with(described.title.as_str()) && known.title.len() > described.title.len();
    let same_owner = || match (&known.of, &described.of) {
        (Some(a), Some(b)) => {
            let (a, b) = (super::fold(a), super::fold(b));
            a == b || a.starts_with(&b) || b.starts_with(&a)
        }
        _ => true,
    };
    let former = |office: &Office| office.standing.as_deref().is_some_and(|word| word == "former" || word == "ex");
    title && same_owner() && (former(known) == former(described) || former(known) && described.standing.is_none())
}

/// The two largest of pairs of a count and an index, the largest first.
fn most(pairs: impl Iterator<Item = (usize, usize)>) -> [Option<(usize, usize)>; 2] {
    pairs.fold(
        [None, None],
        |[first, second], pair| {
            if Some(pair) > first { [Some(pair), first] } else { [first, second.max(Some(pair))] }
        },
    )
}
