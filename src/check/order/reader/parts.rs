//! Who and what has a part in an event: the phrases of a clause as [`Part`]s, in the story's terms.
//!
//! A phrase that names somebody known gives the identity, any other its noun and the words before it. Times are no parts.

use super::super::event::Part;
use super::Reader;
use crate::annotate::clause::Clause;
use crate::annotate::mention::{Determination, EntityKind, MentionForm};
use crate::annotate::token::Tag;
use compact_str::CompactString;

impl Reader<'_> {
    pub(super) fn adjuncts(&self, clause: &Clause) -> Vec<Part> {
        clause
            .adjuncts
            .iter()
            .filter(|adjunct| {
                adjunct.time.is_none() && !matches!(adjunct.preposition.as_str(), "before" | "after" | "when")
            })
            .filter_map(|adjunct| adjunct.phrase)
            .filter_map(|phrase| self.part(phrase))
            .collect()
    }

    pub(super) fn governed(&self, clause: &Clause, prepositions: &[&str]) -> Vec<Part> {
        clause
            .adjuncts
            .iter()
            .filter(|adjunct| adjunct.time.is_none() && prepositions.contains(&adjunct.preposition.as_str()))
            .filter_map(|adjunct| self.part(adjunct.phrase?))
            .collect()
    }

    pub(super) fn complements(&self, phrase: usize, prepositions: &[&str]) -> Vec<Part> {
        self.article.phrases[phrase]
            .complements
            .iter()
            .filter(|(preposition, _)| prepositions.contains(&preposition.as_str()))
            .filter_map(|&(_, index)| self.part(index))
            .collect()
    }

    pub(in crate::check) fn parts(&self, phrases: &[usize]) -> Vec<Part> {
        phrases.iter().filter_map(|&phrase| self.part(phrase)).collect()
    }

    pub(super) fn mention(&self, mention: usize) -> Part {
        let mention = &self.article.mentions[mention];
        let party = mention.entity.and_then(|entity| self.story.identities.of(self.at, entity));
        Part {
            party,
            sure: mention.form != MentionForm::Description,
            head: CompactString::default(),
            modifiers: Vec::new(),
            definite: true,
            plural: mention.kind == EntityKind::Group,
            owned: false,
            unknown: party.is_none(),
            span: mention.span,
        }
    }

    /// A noun phrase as a part; `None` for times and quantities alone.
    pub(in crate::check) fn part(&self, index: usize) -> Option<Part> {
        let negative = self.article.phrases[index].determination == Determination::Negative;
        if negative { None } else { self.any_part(index) }
    }

    /// A noun phrase as a part, "no survivors" too; `None` for times.
    pub(in crate::check) fn any_part(&self, index: usize) -> Option<Part> {
        let phrase = &self.article.phrases[index];
        if phrase.time.is_some() {
            return None;
        }
        let head = &self.article.tokens[phrase.head];
        let mut part = match phrase.mention {
            Some(mention) => self.mention(mention),
            None => Part {
                party: None,
                sure: false,
                head: CompactString::default(),
                modifiers: Vec::new(),
                definite: true,
                plural: phrase.plural,
                owned: false,
                unknown: head.tag == Tag::Pronoun,
                span: phrase.span,
            },
        };
        if !head.tag.is_proper() && head.tag != Tag::Pronoun {
            part.head.clone_from(&head.lemma);
            part.unknown = false;
        }
        part.span = phrase.span;
        part.owned = phrase.possessor.is_some()
            || matches!(self.article.tokens[phrase.tokens.start].lower.as_str(), "its" | "their" | "his" | "her");
        part.plural |= phrase.plural;
        part.definite = part.party.is_some() || phrase.determination == Determination::Definite;
        part.modifiers = self.article.tokens[phrase.tokens.start..phrase.head]
            .iter()
            .filter(|token| token.tag.is_adjective() || token.tag.is_noun() || token.tag == Tag::Number)
            .map(|token| token.lemma.clone())
            .collect();
        for word in part.modifiers.iter_mut().filter(|word| word.as_str() == "final") {
            *word = "last".into();
        }
        part.modifiers.sort();
        part.modifiers.dedup();
        Some(part)
    }
}
