//! Noun phrases, the mentions among them, and the entities of one article that they stand for.

use crate::source::Span;
use compact_str::CompactString;
use std::ops::Range;

/// An entity's number within its article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntityId(pub u32);

/// What sort of thing an entity is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EntityKind {
    /// A person.
    Person,
    /// Several people as one ("the pair", "the three ministers").
    Group,
    /// A company, party, team, ministry, court, union or other body.
    Body,
    /// A place.
    Place,
    /// Anything else that is named or described: a ship, a book, a strike.
    Thing,
}

/// How a mention is worded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MentionForm {
    /// By name, titles included.
    Name,
    /// By description ("the mayor", "her husband", "the company").
    Description,
    /// By pronoun.
    Pronoun,
}

/// A phrase that stands for an entity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// Bytes of the document's text; titles and honorifics included, appositions not.
    pub span: Span,
    /// How it is worded.
    pub form: MentionForm,
    /// What it stands for.
    pub kind: EntityKind,
    /// The entity it was resolved to; `None` where it could not be resolved ("unknown beats wrong").
    pub entity: Option<EntityId>,
    /// Why it was resolved so, one line.
    pub reason: String,
}

/// An office, occupation or relation in which an article introduces an entity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Office {
    /// The words ("foreign secretary", "chief executive"), lower case, without "former" and the like.
    pub title: CompactString,
    /// The body or place it belongs to, as worded ("Heron Freight", "Peru").
    pub of: Option<String>,
    /// "former", "acting", "interim", "deputy", "incoming", "-elect", "shadow".
    pub standing: Option<CompactString>,
    /// Bytes of the words that say so.
    pub span: Span,
    /// Whether it was only concluded from the words' place that they mean this person.
    pub inferred: bool,
}

/// Grammatical gender as the article shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Gender {
    /// he
    Masculine,
    /// she
    Feminine,
}

/// One entity of one article, with everything the article itself says of its identity.
#[derive(Clone, Debug)]
pub struct Entity {
    /// What sort of thing it is.
    pub kind: EntityKind,
    /// The fullest name, without titles; a description where there is no name.
    pub name: String,
    /// Every name it is given, without titles, fullest first.
    pub names: Vec<String>,
    /// Honorifics in front of it ("Sir", "Lt").
    pub honorifics: Vec<CompactString>,
    /// Offices and descriptions, in order of appearance.
    pub offices: Vec<Office>,
    /// Age in years, where given.
    pub age: Option<(u16, Span)>,
    /// Gender, where honorific, pronoun or given name shows it.
    pub gender: Option<Gender>,
    /// The members of a group.
    pub members: Vec<EntityId>,
    /// The gazetteer's place, for places.
    pub place: Option<crate::gazetteer::PlaceId>,
}

/// How a noun phrase is determined.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Determination {
    /// "the", "this", a possessive, a bare name.
    Definite,
    /// "a", "another", "some".
    Indefinite,
    /// None.
    Bare,
    /// "no", "neither", "nobody": what is said of it is denied.
    Negative,
}

/// A noun phrase: determiner to head, with what stands before the head.
#[derive(Clone, Debug)]
pub struct NounPhrase {
    /// Bytes of the document's text.
    pub span: Span,
    /// Indices into the article's tokens, half-open.
    pub tokens: Range<usize>,
    /// Index of the head token.
    pub head: usize,
    /// How it is determined.
    pub determination: Determination,
    /// Whether it stands for more than one.
    pub plural: bool,
    /// Index into the article's mentions.
    pub mention: Option<usize>,
    /// Index into the article's mentions of a possessor ("Acme's shareholders", "her visit").
    pub possessor: Option<usize>,
    /// Index into the article's quantities.
    pub quantity: Option<usize>,
    /// Index into the article's times, where the phrase is one.
    pub time: Option<usize>,
    /// Noun phrases attached by preposition ("a meeting with Harris"): preposition and index.
    pub complements: Vec<(CompactString, usize)>,
    /// Index of the noun phrase that stands in apposition ("the chairman, Oliver Marsh").
    pub apposition: Option<usize>,
}
