//! English in layers, each small and measured alone, after the cascade of FASTUS (Hobbs and others, 1997).
//!
//! [`annotate`] runs them in order over one [`Document`] and gives an [`Article`], which nothing changes
//! afterwards. No layer knows of packs, claims or other articles. Spans are bytes of the document's text.

pub mod clause;
mod clauses;
pub(crate) mod entities;
pub mod lexicon;
pub mod mention;
mod names;
mod phrases;
pub mod quantities;
pub mod quantity;
pub mod quote;
pub mod quotes;
pub mod segment;
pub mod tag;
pub mod time;

pub mod times;
pub mod token;
pub mod verb;
pub mod verbs;

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

impl Article {
    /// Index of the mention that the words at `span` are: the widest that overlaps them and holds at least half of
    /// them or their end. "her opponent" is not the woman meant by "her".
    #[must_use]
    pub fn mention_of(&self, span: crate::source::Span) -> Option<usize> {
        let first = self.mentions.partition_point(|mention| mention.span.start + 400 < span.start);
        (first..self.mentions.len())
            .take_while(|&index| self.mentions[index].span.start < span.end)
            .filter(|&index| {
                let mention = self.mentions[index].span;
                let shared = mention.end.min(span.end).saturating_sub(mention.start.max(span.start));
                mention.overlaps(span) && (shared * 2 >= span.len() || mention.end >= span.end)
            })
            .max_by_key(|&index| (self.mentions[index].span.len(), std::cmp::Reverse(index)))
    }
}

/// Reads one document through every layer.
#[must_use]
pub fn annotate(document: Arc<Document>) -> Article {
    let text = &document.text;
    let (mut tokens, sentences) = segment::segment(&document);
    tag::tag(text, &mut tokens, &sentences);
    let times = times::times(&document, &tokens, &sentences);
    let quantities = quantities::quantities(text, &tokens, &sentences, &times);
    let quotes = quotes::quotes(&document, &tokens, &sentences);
    let verb_groups = verbs::verb_groups(text, &tokens, &sentences);
    let names = names::names(&document, &tokens, &sentences, &times);
    let phrases = phrases::phrases(&phrases::Input {
        tokens: &tokens,
        sentences: &sentences,
        groups: &verb_groups,
        names: &names,
        times: &times,
        quantities: &quantities,
    });
    let input = entities::Input {
        document: &document,
        tokens: &tokens,
        sentences: &sentences,
        names: &names,
        groups: &verb_groups,
        quotes: &quotes,
        quantities: &quantities,
    };
    let (mut phrases, mentions, entities) = entities::resolve(&input, phrases);
    let clauses = clauses::clauses(text, &tokens, &sentences, &mut phrases, &mentions, &verb_groups, &quotes);
    Article {
        document,
        tokens,
        sentences,
        quotes,
        times,
        quantities,
        verb_groups,
        phrases,
        mentions,
        entities,
        clauses,
    }
}
