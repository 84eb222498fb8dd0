//! Compiled rules over annotated articles: claims.
//!
//! ```text
//! fill      may this noun phrase, time or figure fill that slot, and with what value
//! clauses   patterns with a verb group, woken by the verb of each clause
//! sentences patterns along the words, woken by a word of each sentence
//! later     rules that use what an earlier rule found
//! open      every other clause, under its own verb
//! settle    one claim for each distinct filling
//! why       where a rule stopped, in words
//! ```
//!
//! Reads [`crate::annotate::Article`]s and compiled packs; knows no YAML and no other article.

mod attach;
mod claim;
mod clause_slots;
mod clauses;
mod conditions;
mod fill;
mod later;
mod machine;
mod open;
mod refusal;
mod sentences;
mod settle;
mod ways;
mod why;

pub use claim::{Claim, ClaimSpeaker, Filler, Status, Value};
pub use open::verb_of;
pub use why::{Account, Attempt, why};

use crate::annotate::Article;
use crate::annotate::mention::EntityKind;
use crate::pack::Library;
use crate::source::DocumentId;

/// What one article is matched with.
#[derive(Clone, Copy)]
struct View<'a> {
    article: &'a Article,
    library: &'a Library,
    document: DocumentId,
    /// What each of the article's noun phrases stands for: [`View::kinds`].
    kinds: &'a [(Option<EntityKind>, bool)],
    /// Only rules of this level are tried: 0 for those that wait for no other.
    level: usize,
    /// What the rules of lower levels found, for those that use it.
    earlier: Option<&'a later::Earlier>,
}

impl<'a> View<'a> {
    fn new(article: &'a Article, document: DocumentId, library: &'a Library) -> Self {
        Self { article, library, document, kinds: &[], level: 0, earlier: None }
    }
}

/// Every claim of one article, in order of the text.
///
/// Time grows with the article's length times the number of patterns that a clause or sentence wakes.
#[must_use]
pub fn claims(article: &Article, document: DocumentId, library: &Library) -> Vec<Claim> {
    let view = View::new(article, document, library);
    let kinds = view.kinds();
    let view = View { kinds: &kinds, ..view };
    let mut found = Vec::new();
    for clause in 0..article.clauses.len() {
        clauses::claims(view, clause, &mut found);
    }
    for sentence in 0..article.sentences.len() {
        sentences::claims(view, sentence, &mut found);
    }
    later::claims(view, &mut found);
    let mut found = settle::settle(found);
    open::claims(view, &mut found);
    found.sort_by(|a, b| {
        (a.span.start, a.span.end, &a.predicate, &a.rule).cmp(&(b.span.start, b.span.end, &b.predicate, &b.rule))
    });
    found
}
