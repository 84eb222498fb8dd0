//! The knowledge graph of one run: who claims what about whom.
//!
//! Identities first ([`identify`]), then claims in their terms ([`Fact`]), then the petgraph over sources, claims,
//! occurrences, parties and places. petgraph's indices stay inside; what leaves is an [`Identity`] or a [`Fact`].

mod apart;
mod context;
mod fact;
mod facts;
mod identity;
mod join;
mod joined;
mod knowledge;
mod known;
mod likeness;
mod namesakes;
mod node;
mod nouns;
mod occurrence;
mod sources;
#[cfg(test)]
mod tests;
mod variants;

pub use apart::told_apart;
pub use context::{Around, context, lead, of_strangers, only_one, parties_around, shared, strangers, surroundings};
pub use fact::{Fact, Noun, Role, Speaker, Term, When};
pub use identity::{Identities, Identity, Party, identify};
pub use joined::{occurrences, out_of_news};
pub use knowledge::{Knowledge, chain};
pub use likeness::{Likeness, compare_nouns, compare_parties, synonyms};
pub use node::{Disagreement, Edge, Node, NodeId, Support};
pub use nouns::contrasting;
pub use occurrence::{Compared, Comparing, compare, compare_terms, compare_times};
pub use sources::Sources;

use crate::annotate::Article;
use crate::extract::Claim;
use crate::pack::Library;

/// Everything the checks ask questions of. Never changed once made.
pub struct Story<'a> {
    /// The articles, in the order of their documents.
    pub articles: &'a [Article],
    /// All claims.
    pub claims: &'a [Claim],
    /// Predicates and their logic.
    pub library: &'a Library,
    /// Who is who.
    pub identities: Identities,
    /// The claims in the story's terms, in their order.
    pub facts: Vec<Fact>,
    /// Which articles count once.
    pub sources: Sources,
}

impl<'a> Story<'a> {
    /// Builds the story of some articles and their claims.
    #[must_use]
    pub fn new(articles: &'a [Article], claims: &'a [Claim], library: &'a Library) -> Self {
        let identities = identify(articles, &library.entities);
        let facts = facts::facts(articles, claims, &identities);
        Self { articles, claims, library, identities, facts, sources: Sources::new(articles) }
    }

    /// The words of one of the articles.
    #[must_use]
    pub fn slice(&self, article: usize, span: crate::source::Span) -> &str {
        self.articles[article].document.slice(span)
    }
}
