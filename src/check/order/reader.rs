//! The events that an article's clauses and event nouns name, in the story's terms.
//!
//! Only what the article says to have happened is an event here: plans, denials, conditions and words between quotation
//! marks are left out. What an event is made of is read in [`named`], who and what has a part in it in [`parts`].

mod named;
mod parts;

use super::event::Dated;
use crate::annotate::Article;
use crate::annotate::clause::Clause;
use crate::annotate::time::TimeMention;
use crate::annotate::verb::{Modality, Polarity, Tense, VerbForm, VerbGroup, Voice};
use crate::graph::{Identity, Story};
use rayon::prelude::*;

/// Reads one article's events.
pub(in crate::check) struct Reader<'a> {
    pub(in crate::check) story: &'a Story<'a>,
    pub(in crate::check) article: &'a Article,
    pub(in crate::check) at: usize,
    /// For each token, the verb group that it belongs to.
    group_of: Vec<Option<usize>>,
    /// For each token, the outermost noun phrase that it belongs to.
    phrase_of: Vec<Option<usize>>,
    /// For each verb group, its clause.
    clause_of: Vec<Option<usize>>,
}

/// What is read of every article of a story, in the order of articles.
pub(in crate::check) fn of_all<T: Send>(story: &Story, read: impl Fn(&Reader) -> Vec<T> + Sync) -> Vec<T> {
    (0..story.articles.len()).into_par_iter().flat_map_iter(|at| read(&Reader::new(story, at))).collect()
}

impl<'a> Reader<'a> {
    pub(in crate::check) fn new(story: &'a Story<'a>, at: usize) -> Self {
        let article = &story.articles[at];
        let mut group_of = vec![None; article.tokens.len()];
        for (index, group) in article.verb_groups.iter().enumerate() {
            group_of[group.tokens.clone()].fill(Some(index));
        }
        let mut phrase_of: Vec<Option<usize>> = vec![None; article.tokens.len()];
        for (index, phrase) in article.phrases.iter().enumerate() {
            for place in &mut phrase_of[phrase.tokens.clone()] {
                place.get_or_insert(index);
            }
        }
        let mut clause_of = vec![None; article.verb_groups.len()];
        for (index, clause) in article.clauses.iter().enumerate() {
            clause_of[clause.verb] = Some(index);
        }
        Self { story, article, at, group_of, phrase_of, clause_of }
    }

    pub(in crate::check) fn group_at(&self, token: usize) -> Option<usize> {
        self.group_of.get(token).copied().flatten()
    }

    pub(in crate::check) fn phrase_at(&self, token: usize) -> Option<usize> {
        self.phrase_of.get(token).copied().flatten()
    }

    pub(in crate::check) fn group(&self, index: usize) -> &'a VerbGroup {
        &self.article.verb_groups[index]
    }

    pub(in crate::check) fn clause(&self, group: usize) -> Option<&'a Clause> {
        self.clause_of[group].map(|index| &self.article.clauses[index])
    }

    /// To whom the clause is attributed, where that is known.
    pub(in crate::check) fn speaker(&self, clause: &Clause) -> Option<Identity> {
        let speaker = clause.attribution.as_ref()?.speaker?;
        self.story.identities.of(self.at, self.article.mentions[speaker].entity?)
    }

    /// What a phrase of time says of when something was, on the article's clock; `None` where it denotes no interval.
    pub(in crate::check) fn date(&self, time: &TimeMention) -> Option<Dated> {
        let zone = self.article.document.published.and_then(|published| published.offset);
        time.value.map(|value| Dated { value, relation: time.relation, zone, span: time.span })
    }

    /// Whether the token stands between the marks of a quotation of speech.
    pub(in crate::check) fn quoted(&self, token: usize) -> bool {
        let span = self.article.tokens[token].span;
        let next = self.article.quotes.partition_point(|quote| quote.outer.end <= span.start);
        self.article.quotes.get(next).is_some_and(|quote| quote.speech && quote.span.contains(span))
    }

    /// Whether the group says that something happened; `denied` where "not … until" is being read.
    pub(in crate::check) fn happened(&self, group: usize, denied: bool) -> bool {
        let verb = self.group(group);
        let Some(clause) = self.clause(group) else { return false };
        let embedded = verb.embedding.as_deref().is_none_or(|embedding| {
            matches!(embedding, "begin" | "start" | "manage" | "get" | "succeed in" | "proceed" | "go on" | "go")
        });
        let past = match verb.form {
            VerbForm::Finite => verb.tense == Tense::Past || verb.tense == Tense::Present && verb.perfect,
            VerbForm::Gerund => true,
            VerbForm::Participle => verb.voice == Voice::Passive,
            VerbForm::Infinitive => false,
        };
        let wanted = if denied { Polarity::Negative } else { Polarity::Positive };
        past && embedded && clause.polarity == wanted && clause.modality == Modality::Actual && !self.quoted(verb.main)
    }

    /// The finest time that the clause gives for what it tells.
    fn dated(&self, clause: &Clause) -> Option<Dated> {
        clause
            .adjuncts
            .iter()
            .filter(|adjunct| !matches!(adjunct.preposition.as_str(), "for" | "from" | "of" | "over" | "within"))
            .filter_map(|adjunct| self.article.times.get(adjunct.time?))
            .filter(|time| time.duration.is_none())
            .chain(self.antecedent(clause))
            .filter_map(|time| self.date(time))
            .min_by_key(|dated| dated.value.grain)
    }

    /// "On Monday, when the bank failed": the time that a relative "when" refers to.
    fn antecedent(&self, clause: &Clause) -> Option<&'a TimeMention> {
        let first = self.article.tokens.partition_point(|token| token.span.start < clause.span.start);
        let start = self.article.sentences[clause.sentence].tokens.start;
        let lower = |at: usize| self.article.tokens[at].lower.as_str();
        let when =
            (first.saturating_sub(1)..=first).find(|&at| at < self.article.tokens.len() && lower(at) == "when")?;
        let before = when.checked_sub(1).filter(|&at| at > start)?;
        let before = if lower(before) == "," { before - 1 } else { before };
        let end = self.article.tokens[before].span.end;
        let next = self.article.times.partition_point(|time| time.span.end < end);
        self.article.times.get(next).filter(|time| time.span.end == end && time.duration.is_none())
    }
}
