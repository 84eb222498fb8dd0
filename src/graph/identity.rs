//! Who is who across articles: one identity for each person, body, place and thing of a story.
//!
//! People are one where their names agree and nothing else they are given keeps them apart; a surname alone means
//! whoever bears it in the story, if one person does. A spelling a letter apart is the same person only where the
//! other name agrees exactly, one farther apart where age, office and surroundings agree ([`super::variants`]). Comparing goes by name words, never everybody with everybody ([`super::join`]).

use super::join::{Joiner, name_words};
use super::known::Known;
use super::variants::Bearers;
use crate::annotate::Article;
use crate::annotate::mention::{EntityId, EntityKind, Gender};
use crate::gazetteer::PlaceId;
use crate::pack::KnownEntity;

/// An entity's number within a story.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Identity(pub u32);

/// One person, body, place, group or thing of a story.
#[derive(Clone, Debug)]
pub struct Party {
    /// What sort of thing it is.
    pub kind: EntityKind,
    /// The fullest name any article gives it.
    pub name: String,
    /// The articles' entities that it joins: index of the article, entity.
    pub members: Vec<(usize, EntityId)>,
    /// The gazetteer's place, for places.
    pub place: Option<PlaceId>,
    /// The parties of a group.
    pub group: Vec<Identity>,
    /// Gender, where any article shows it.
    pub gender: Option<Gender>,
    /// The ages that articles give.
    pub ages: Vec<u16>,
    /// Why the articles' entities are one, a line each.
    pub reasons: Vec<String>,
}

/// The identities of a story.
#[derive(Clone, Debug, Default)]
pub struct Identities {
    /// All parties; an [`Identity`] is an index.
    pub parties: Vec<Party>,
    /// For each article, the identity of each of its entities.
    pub(super) of: Vec<Vec<Identity>>,
}

impl Identities {
    /// The identity of an article's entity.
    #[must_use]
    pub fn of(&self, article: usize, entity: EntityId) -> Option<Identity> {
        self.of.get(article)?.get(entity.0 as usize).copied()
    }

    /// The identities of an article's entities, in their order; several entities may share one.
    #[must_use]
    pub fn of_article(&self, article: usize) -> &[Identity] {
        self.of.get(article).map_or(&[], Vec::as_slice)
    }

    /// The party behind an identity.
    #[must_use]
    pub fn party(&self, identity: Identity) -> &Party {
        &self.parties[identity.0 as usize]
    }
}

/// Joins the entities of all articles. What packs and settings know under several names is one whatever it is called.
#[must_use]
pub fn identify(articles: &[Article], known: &[KnownEntity]) -> Identities {
    let mut joiner = Joiner { known: Known::new(known), bearers: Bearers::new(articles), ..Joiner::default() };
    let mut of: Vec<Vec<Option<Identity>>> =
        articles.iter().map(|article| vec![None; article.entities.len()]).collect();
    // Full names first; then what only fits one of them; groups last, when their members are known.
    for pass in 0..3 {
        for (at, article) in articles.iter().enumerate() {
            for (index, entity) in article.entities.iter().enumerate() {
                let words = name_words(&entity.name);
                let turn = match (entity.kind, words.len()) {
                    (EntityKind::Group, _) => 2,
                    (_, 0 | 1) => 1,
                    _ => 0,
                };
                if turn == pass {
                    let members = (at, EntityId(index as u32));
                    let group = entity.members.iter().filter_map(|member| of[at][member.0 as usize]).collect();
                    of[at][index] = Some(joiner.join(articles, entity, words, members, group));
                }
            }
        }
    }
    joiner.name_by_majority(articles);
    let of = of.into_iter().map(|list| list.into_iter().flatten().collect()).collect();
    Identities { parties: joiner.parties, of }
}
