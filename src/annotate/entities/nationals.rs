//! People spoken of by where they come from, or by their age: "Danish striker Tom Alvey", later "the Dane"; "the
//! 24-year-old".
//!
//! A demonym in front of a name, or in an apposition to it, is learned; the same nation's demonym with "the" then means
//! the only person of whom it was told. Plurals ("the Danes") and adjectives used as nouns of a people ("the Danish")
//! mean nobody in particular and are left out.

use super::registry::LARGEST_CAST;
use super::walk::{Recent, Walk};
use crate::annotate::mention::{Determination, Entity, EntityId, EntityKind, Mention, NounPhrase};
use crate::annotate::phrases::head_name;
use crate::annotate::token::Tag;
use crate::gazetteer::{Gazetteer, PlaceId};

impl Walk<'_> {
    /// Learns from a phrase and its mention where somebody comes from.
    pub(super) fn learn_nation(&mut self, phrase: &NounPhrase, mention: &Mention) {
        let Some(entity) = mention.entity.filter(|_| mention.kind == EntityKind::Person) else { return };
        let names = self.input.names;
        let end =
            head_name(names, &phrase.tokens, phrase.head).map_or(phrase.tokens.end, |name| names[name].core.start);
        let before = &self.input.tokens[phrase.tokens.start..end.max(phrase.tokens.start)];
        let owned = before.iter().any(|token| token.tag == Tag::PossessiveEnding);
        let nation = before.iter().filter(|_| !owned).find_map(|token| Gazetteer::global().demonym(&token.written()));
        if let Some(nation) = nation.filter(|nation| !self.nations.contains(&(entity, *nation))) {
            self.nations.push((entity, nation));
        }
    }

    /// Whom "the Dane", or "a Dane" in apposition, means, and why; `None` where the phrase names no inhabitant.
    pub(super) fn national(
        &self,
        phrases: &[(NounPhrase, Option<usize>)],
        index: usize,
    ) -> Option<(Option<EntityId>, String)> {
        let phrase = &phrases[index].0;
        let head = &self.input.tokens[phrase.head];
        if head.tag == Tag::NounPlural || head.tag == Tag::ProperNounPlural || phrase.plural {
            return None;
        }
        let determined = phrase.tokens.start < phrase.head;
        let nation = Gazetteer::global().demonym(&head.written()).filter(|_| determined)?;
        if let Some(other) = self.apposed(phrases, index) {
            return Some((Some(other), "in apposition to the name".to_owned()));
        }
        if phrase.determination != Determination::Definite {
            return Some((None, "a person who is not named".to_owned()));
        }
        let of_it: Vec<EntityId> = self.of_nation(nation).collect();
        Some(match of_it.as_slice() {
            [one] => (Some(*one), "the only one told to come from there".to_owned()),
            [] => (None, "nobody is told to come from there".to_owned()),
            _ => (None, "several are told to come from there".to_owned()),
        })
    }

    /// Whom "the 24-year-old" means: whoever is told to be so old, else the only person of the sentence before, whose age
    /// it then tells. `None` where the phrase tells no age.
    pub(super) fn aged(&mut self, phrase: &NounPhrase, sentence: usize) -> Option<(Option<EntityId>, String)> {
        let head = &self.input.tokens[phrase.head];
        let age: u16 = head.lower.strip_suffix("-year-old")?.parse().ok()?;
        let so_old = |entity: &Entity| entity.age.is_some_and(|(known, _)| known == age);
        let known: Vec<usize> = self
            .entities
            .iter()
            .take(LARGEST_CAST)
            .enumerate()
            .filter(|(_, entity)| so_old(entity))
            .map(|(at, _)| at)
            .collect();
        if let [one] = known.as_slice() {
            return Some((Some(EntityId(*one as u32)), "the only one told to be so old".to_owned()));
        }
        let mut before = self.recent.iter().rev().take_while(|recent| recent.sentence + 1 >= sentence);
        let person = |recent: &&Recent| self.entity(recent.entity).is_none_or(|known| known.kind == EntityKind::Person);
        let first = before.find(person).filter(|recent| recent.sentence + 1 == sentence && !recent.quoted);
        let alone = first.filter(|first| before.filter(person).all(|other| other.entity == first.entity));
        let Some(id) = alone.map(|recent| recent.entity).filter(|_| phrase.determination == Determination::Definite)
        else {
            return Some((None, "a person who is not named".to_owned()));
        };
        match self.entities.get_mut(id.0 as usize) {
            Some(entity) if entity.age.is_none() => {
                entity.age = Some((age, head.span));
                Some((Some(id), "the only person of the sentence before".to_owned()))
            }
            _ => Some((None, "nobody is told to be so old".to_owned())),
        }
    }

    fn of_nation(&self, nation: PlaceId) -> impl Iterator<Item = EntityId> {
        self.nations.iter().filter(move |(_, known)| *known == nation).map(|(entity, _)| *entity)
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::assert_refers;

    #[test]
    fn an_age_means_whom_the_sentence_before_was_about() {
        assert_refers("Tom Alvey wept. The 24-year-old went home.", "The 24-year-old", "Tom Alvey");
        assert_refers("Tom Alvey, 24, beat Oliver Marsh. The 24-year-old went home.", "The 24-year-old", "Tom Alvey");
        assert_refers("Tom Alvey, 24, wept. The 27-year-old went home.", "The 27-year-old", "?");
        assert_refers("Tom Alvey beat Oliver Marsh. The 24-year-old went home.", "The 24-year-old", "?");
    }

    #[test]
    fn who_comes_from_there_is_meant_by_it() {
        assert_refers("Danish striker Tom Alvey scored. The Dane wept.", "The Dane", "Tom Alvey");
        assert_refers("Tom Alvey, a Dane, scored. The Dane wept.", "The Dane", "Tom Alvey");
        assert_refers("Danish striker Tom Alvey scored. The Swede wept.", "The Swede", "?");
        assert_refers("Danish striker Tom Alvey beat Dane Oliver Marsh. The Dane wept.", "The Dane", "?");
    }
}
