//! The walk through an article's noun phrases: what each stands for, and what later words may refer back to.

use super::super::mention::{Entity, EntityId, EntityKind, Mention, MentionForm, NounPhrase};
use super::super::names::Name;
use super::super::phrases;
use super::super::quote::Quote;
use super::super::token::{Tag, Token};
use super::super::verb::VerbForm;
use super::Input;
use super::bodies::Fit;
use crate::gazetteer::PlaceId;
use crate::hash::Map;
use compact_str::CompactString;

/// A mention of an entity that a later description or pronoun may refer to.
#[derive(Clone, Copy, Debug)]
pub(super) struct Recent {
    pub(super) entity: EntityId,
    pub(super) sentence: usize,
    pub(super) subject: bool,
    /// The first subject of its sentence.
    pub(super) lead: bool,
    pub(super) quoted: bool,
    /// Index of its first token.
    pub(super) token: usize,
}

/// Stands among the recent for somebody described whom nothing identifies: a pronoun that means that person is left
/// open too.
const NOBODY: EntityId = EntityId(u32::MAX);

/// The state of the walk through the text.
pub(super) struct Walk<'a> {
    pub(super) input: &'a Input<'a>,
    pub(super) entities: Vec<Entity>,
    pub(super) mentions: Vec<Mention>,
    pub(super) recent: Vec<Recent>,
    /// How often each entity was mentioned so far.
    pub(super) counts: Vec<usize>,
    /// For each word for a sort of body that was asked about, the bodies that it can mean.
    pub(super) fits: Map<CompactString, Vec<(usize, Fit)>>,
    /// Where people are told to come from.
    pub(super) nations: Vec<(EntityId, PlaceId)>,
    /// The entity of each name.
    pub(super) of_name: &'a [Option<EntityId>],
}

fn takes_clause(lemma: &str) -> bool {
    super::super::quotes::is_speech_verb(lemma) || super::super::verbs::is_attitude(lemma)
}

impl Walk<'_> {
    /// The mention of the phrase at `index`, made and remembered; `None` where it stands for no entity.
    pub(super) fn phrase(
        &mut self,
        phrases: &[(NounPhrase, Option<usize>)],
        index: usize,
        sentence: usize,
        of_name: &[Option<EntityId>],
    ) -> Option<usize> {
        let phrase = &phrases[index].0;
        if phrase.time.is_some() {
            return None;
        }
        let head = &self.input.tokens[phrase.head];
        let name = phrases::head_name(self.input.names, &phrase.tokens, phrase.head);
        let quoted = self.quoted(phrase);
        let subject = self.is_subject(phrase);
        let mention = if let Some(name) = name {
            self.by_name(name, phrase, of_name)
        } else if matches!(head.tag, Tag::Pronoun) {
            self.by_pronoun(phrase, sentence, quoted)?
        } else {
            self.by_description(phrases, index, sentence)?
        };
        let somebody = mention.kind == EntityKind::Person && mention.form == MentionForm::Description;
        if let Some(entity) = mention.entity.or(somebody.then_some(NOBODY)) {
            let leads = |recent: &Recent| recent.sentence == sentence && recent.subject && recent.quoted == quoted;
            let lead = subject && !self.recent.iter().rev().take(12).any(leads);
            self.remember(Recent { entity, sentence, subject, lead, quoted, token: phrase.tokens.start });
        }
        self.learn_nation(phrase, &mention);
        self.mentions.push(mention);
        Some(self.mentions.len() - 1)
    }

    fn remember(&mut self, recent: Recent) {
        if self.counts.len() < self.entities.len() {
            self.counts.resize(self.entities.len(), 0);
        }
        if let Some(count) = self.counts.get_mut(recent.entity.0 as usize) {
            *count += 1;
        }
        self.recent.push(recent);
    }

    /// "his wife", "its shares": the possessive pronoun is a mention too.
    pub(super) fn possessive(&mut self, phrase: &mut NounPhrase, sentence: usize) {
        let first = &self.input.tokens[phrase.tokens.start];
        if first.tag != Tag::PossessivePronoun {
            return;
        }
        let mut own = phrase.clone();
        own.tokens = phrase.tokens.start..phrase.tokens.start + 1;
        own.head = phrase.tokens.start;
        own.span = first.span;
        let quoted = self.quoted(&own);
        if let Some(mention) = self.by_pronoun(&own, sentence, quoted) {
            self.mentions.push(mention);
            phrase.possessor = Some(self.mentions.len() - 1);
        }
    }

    /// The entity behind a recent mention; `None` for somebody who is not identified.
    pub(super) fn entity(&self, id: EntityId) -> Option<&Entity> {
        self.entities.get(id.0 as usize)
    }

    fn by_name(&self, name: usize, phrase: &NounPhrase, of_name: &[Option<EntityId>]) -> Mention {
        let found = &self.input.names[name];
        let tokens = found.tokens();
        let first = self.input.tokens[tokens.start.max(phrase.tokens.start)].span;
        let span = first.join(self.input.tokens[found.core.end - 1].span);
        let entity = of_name[name];
        let kind = entity.map_or(EntityKind::Thing, |entity| self.entities[entity.0 as usize].kind);
        let reason = match entity {
            Some(entity) => format!("named; one with “{}”", self.entities[entity.0 as usize].name),
            None => "named, but it could be more than one".to_owned(),
        };
        Mention { span, form: MentionForm::Name, kind, entity, reason }
    }

    /// Names that stand inside a phrase without being its head ("the Acme yard", "the Bern talks"), from token `after`
    /// on: those of the possessor before it are its own.
    pub(super) fn names_inside(
        &mut self,
        phrase: &NounPhrase,
        after: usize,
        sentence: usize,
        of_name: &[Option<EntityId>],
    ) {
        let names = self.input.names;
        let mut at = names.partition_point(|name| name.core.end <= after);
        while let Some(name) = names.get(at).filter(|name| name.core.start < phrase.tokens.end) {
            if !name.core.contains(&phrase.head) && !self.said(name) {
                let mention = self.by_name(at, phrase, of_name);
                if let Some(entity) = mention.entity {
                    let recent =
                        Recent { entity, sentence, subject: false, lead: false, quoted: false, token: name.core.start };
                    self.remember(recent);
                }
                self.mentions.push(mention);
            }
            at += 1;
        }
    }

    /// Whether a name already has its mention: phrases nest, possessors first.
    fn said(&self, name: &Name) -> bool {
        let span = self.input.tokens[name.core.start].span;
        self.mentions.iter().rev().take(8).any(|mention| mention.span.overlaps(span))
    }

    fn quoted(&self, phrase: &NounPhrase) -> bool {
        self.quote_at(phrase).is_some()
    }

    /// The spoken quotation a phrase stands in.
    pub(super) fn quote_at(&self, phrase: &NounPhrase) -> Option<&Quote> {
        let quotes = self.input.quotes;
        let at = quotes.partition_point(|quote| quote.span.end <= phrase.span.start);
        quotes.get(at).filter(|quote| quote.speech && quote.span.contains(phrase.span))
    }

    /// The token before a phrase that begins at `start`, or, in "between A and B", before what it is joined to.
    fn governor(&self, start: usize) -> Option<&Token> {
        let tokens = &self.input.tokens[..start];
        let [rest @ .., last] = tokens else { return None };
        if last.tag != Tag::Conjunction {
            return Some(last);
        }
        let inside = |tag: Tag| tag.is_noun() || tag.is_adjective() || matches!(tag, Tag::Determiner | Tag::Number);
        rest.iter()
            .rev()
            .take(12)
            .find(|token| !inside(token.tag))
            .filter(|token| token.tag == Tag::Preposition)
            .or(Some(last))
    }

    /// Whether the phrase stands where a subject stands: ungoverned, with a finite verb as the next verb.
    fn is_subject(&self, phrase: &NounPhrase) -> bool {
        let before = self.governor(phrase.tokens.start);
        if before.is_some_and(|token| matches!(token.tag, Tag::Preposition | Tag::To) && token.lower != "that") {
            return false;
        }
        let at = self.input.groups.partition_point(|group| group.tokens.start < phrase.tokens.end);
        let Some(group) = self.input.groups.get(at) else { return false };
        // "confront Trump": what directly follows a verb is its object, unless the verb takes a clause ("said he").
        let object_of = at
            .checked_sub(1)
            .map(|left| &self.input.groups[left])
            .filter(|left| left.tokens.end == phrase.tokens.start);
        if let Some(verb) = object_of {
            if !takes_clause(&verb.lemma) {
                return false;
            }
            // "…," said Ana Ruiz, explaining: turned round, the speaker is the subject.
            let turned =
                verb.tokens.start.checked_sub(1).is_none_or(|left| self.input.tokens[left].tag == Tag::Punctuation);
            if turned && super::super::quotes::is_speech_verb(&verb.lemma) {
                return true;
            }
        }
        let between = &self.input.tokens[phrase.tokens.end..group.tokens.start];
        let comma = |token: &Token| matches!(token.lower.as_str(), "," | "(" | ")" | "–" | "—");
        let clear = match (between.first(), between.last()) {
            (None, _) | (_, None) => true,
            (Some(first), Some(last)) if comma(first) => {
                comma(last) || between.iter().any(|token| token.lower == "who")
            }
            _ => {
                between.len() < 12
                    && !between.iter().any(|token| comma(token) || matches!(token.lower.as_str(), "." | ";" | ":"))
            }
        };
        clear && group.form == VerbForm::Finite
    }
}
