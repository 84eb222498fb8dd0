//! English in layers, each small and measured alone, after the cascade of FASTUS (Hobbs and others, 1997).
//!
//! [`annotate`] runs them in order over one [`Document`] and gives an [`Article`], which nothing changes
//! afterwards. No layer knows of packs, claims or other articles. Spans are bytes of the document's text.

pub mod clause;
pub mod lexicon;
pub mod mention;
pub mod quantity;
pub mod quote;
pub mod time;
pub mod token;
pub mod verb;

use crate::source::Document;
use std::sync::Arc;

/// One article with everything the layers saw in it.
#[derive(Clone, Debug)]
pub struct Article {
    /// The text it was read from.
    pub document: Arc<Document>,
    /// Every token of every block that makes claims, in order.
    pub tokens: Vec<token::Token>,
    /// Sentences, in order.
    pub sentences: Vec<token::Sentence>,
    /// Direct quotations, in order.
    pub quotes: Vec<quote::Quote>,
    /// Phrases of time, in order.
    pub times: Vec<time::TimeMention>,
    /// Phrases of quantity, in order.
    pub quantities: Vec<quantity::Quantity>,
    /// Verb groups, in order.
    pub verb_groups: Vec<verb::VerbGroup>,
    /// Noun phrases, in order.
    pub phrases: Vec<mention::NounPhrase>,
    /// Mentions, in order.
    pub mentions: Vec<mention::Mention>,
    /// The article's entities.
    pub entities: Vec<mention::Entity>,
    /// Clauses, in order of their verbs.
    pub clauses: Vec<clause::Clause>,
}
