//! Pronouns tied to the person or body that the text is speaking of.
//!
//! Salience after Lappin and Leass (1994), cut down to what news needs: how far back, whether a subject, and gender.
//! A near tie stays open.

use super::walk::Walk;
use crate::annotate::mention::{EntityId, EntityKind, Gender, Mention, MentionForm, NounPhrase};
use crate::annotate::token::Tag;
use crate::source::Span;

/// A candidate must lead by this much; below it the pronoun stays open.
const MARGIN: f32 = 0.3;

impl Walk<'_> {
    /// The mention of a pronoun; `None` for pronouns that stand for no entity ("it" of the weather, "this").
    pub(super) fn by_pronoun(&mut self, phrase: &NounPhrase, sentence: usize, quoted: bool) -> Option<Mention> {
        let word = self.input.tokens[phrase.head].lower.clone();
        let make = |kind, entity, reason: &str| {
            Some(Mention { span: phrase.span, form: MentionForm::Pronoun, kind, entity, reason: reason.to_owned() })
        };
        match word.as_str() {
            "he" | "him" | "himself" | "his" => {
                let entity = self.person(Gender::Masculine, phrase, sentence, quoted);
                make(EntityKind::Person, entity, "the man last spoken of")
            }
            "she" | "her" | "herself" | "hers" => {
                let entity = self.person(Gender::Feminine, phrase, sentence, quoted);
                make(EntityKind::Person, entity, "the woman last spoken of")
            }
            "i" | "me" | "myself" => make(EntityKind::Person, self.speaker(phrase), "the speaker"),
            "it" | "its" | "itself" if !quoted => {
                let entity = self.thing(phrase, sentence)?;
                make(EntityKind::Body, Some(entity), "the body last spoken of")
            }
            "they" | "them" => make(EntityKind::Group, self.several(sentence), "those last spoken of"),
            _ => None,
        }
    }

    fn person(&mut self, gender: Gender, phrase: &NounPhrase, sentence: usize, quoted: bool) -> Option<EntityId> {
        if let Some(ahead) = self.subject_ahead(gender, phrase) {
            return Some(ahead);
        }
        let speaker = if quoted { self.speaker(phrase) } else { None };
        let acts = self.acts_on(phrase);
        let mut scores: Vec<(f32, EntityId)> = Vec::new();
        for recent in self.recent.iter().rev().take(40).take_while(|recent| recent.sentence + 4 > sentence) {
            let known = self.entity(recent.entity);
            let possible = known.is_none_or(|entity| {
                entity.kind == EntityKind::Person && entity.gender.is_none_or(|known| known == gender)
            });
            if !possible || [speaker, acts].contains(&Some(recent.entity)) {
                continue;
            }
            let mut score = match sentence - recent.sentence {
                0 => 3.0,
                1 => 2.4,
                2 => 1.2,
                _ => 0.6,
            };
            score += if recent.subject { 1.0 } else { 0.0 };
            score += if recent.lead { 0.5 } else { 0.0 };
            score -= if recent.quoted && !quoted { 2.5 } else { 0.0 };
            score -= if known.is_none_or(|entity| entity.gender.is_none()) { 0.7 } else { 0.0 };
            // The later of two mentions that are alike in everything else is a little more likely.
            score += 0.001 * (recent.token as f32 / (phrase.tokens.start.max(1) as f32));
            match scores.iter_mut().find(|(_, entity)| *entity == recent.entity) {
                Some(best) => best.0 = best.0.max(score),
                None => scores.push((score, recent.entity)),
            }
        }
        scores.sort_by(|a, b| b.0.total_cmp(&a.0));
        let best = match scores.as_slice() {
            [(score, only)] if *score > 0.5 => *only,
            [(first, best), (second, _), ..] if first - second >= MARGIN => *best,
            _ => return None,
        };
        let entity = self.entities.get_mut(best.0 as usize)?;
        entity.gender = entity.gender.or(Some(gender));
        Some(best)
    }

    /// "Ana Ruiz had beaten her": the subject of the verb that governs the pronoun, whom it cannot mean.
    fn acts_on(&self, phrase: &NounPhrase) -> Option<EntityId> {
        let (tokens, groups) = (self.input.tokens, self.input.groups);
        let pronoun = &tokens[phrase.head];
        if pronoun.tag != Tag::Pronoun || !matches!(pronoun.lower.as_str(), "him" | "her") {
            return None;
        }
        let start = phrase.tokens.start;
        let governed = start.checked_sub(1).filter(|&at| matches!(tokens[at].tag, Tag::Preposition | Tag::To));
        let end = governed.unwrap_or(start);
        let at = groups.partition_point(|group| group.tokens.end <= end).checked_sub(1)?;
        let verb = groups.get(at).filter(|group| group.tokens.end == end)?;
        let before = at.checked_sub(1).map_or(0, |at| groups[at].tokens.end);
        self.recent
            .iter()
            .rev()
            .take_while(|recent| recent.token >= before)
            .find(|recent| recent.subject && recent.token < verb.tokens.start)
            .map(|recent| recent.entity)
    }

    /// "Asked whether he would resign, Ana Ruiz said": in a clause that opens the sentence the pronoun looks ahead to
    /// the subject behind the comma.
    fn subject_ahead(&self, gender: Gender, phrase: &NounPhrase) -> Option<EntityId> {
        let tokens = self.input.tokens;
        let at = self.input.sentences.partition_point(|sentence| sentence.tokens.end <= phrase.tokens.start);
        let sentence = self.input.sentences.get(at)?;
        let opens = tokens[sentence.tokens.clone()].iter().find(|token| token.tag != Tag::Punctuation)?;
        let subordinate = matches!(opens.tag, Tag::VerbParticiple | Tag::VerbGerund | Tag::WhAdverb)
            || matches!(
                opens.lower.as_str(),
                "asked" | "if" | "when" | "while" | "as" | "after" | "before" | "although" | "though"
            );
        let named_before = {
            let first = self.input.names.partition_point(|name| name.core.start < sentence.tokens.start);
            self.input.names.get(first).is_some_and(|name| name.core.end <= phrase.tokens.start)
        };
        if !subordinate || named_before {
            return None;
        }
        let comma = (phrase.tokens.end..sentence.tokens.end).find(|&at| tokens[at].lower == ",")?;
        let index = self.input.names.partition_point(|name| name.tokens().start < comma + 1);
        let name = self.input.names.get(index).filter(|name| name.tokens().start == comma + 1)?;
        let id = self.of_name[index]?;
        let entity = self.entity(id)?;
        let acts = tokens.get(name.core.end).is_some_and(|token| token.tag.is_finite() || token.lower == ",");
        let fits = entity.kind == EntityKind::Person && entity.gender.is_none_or(|known| known == gender);
        (acts && fits).then_some(id)
    }

    /// Who speaks the quotation a phrase stands in, where the speaker was mentioned before it.
    fn speaker(&self, phrase: &NounPhrase) -> Option<EntityId> {
        let text = self.quote_at(phrase)?.speaker_text?;
        self.mentions
            .iter()
            .rev()
            .take(200)
            .find(|mention| mention.span.overlaps(text))
            .map_or_else(|| self.named_at(text), |mention| mention.entity)
    }

    /// Whoever a name at `span` means, which the walk may not have come to yet.
    fn named_at(&self, span: Span) -> Option<EntityId> {
        let tokens = self.input.tokens;
        let at = self.input.names.partition_point(|name| tokens[name.core.end - 1].span.end <= span.start);
        let name = self.input.names.get(at)?;
        if tokens[name.core.start].span.overlaps(span) { self.of_name[at] } else { None }
    }

    fn thing(&self, phrase: &NounPhrase, sentence: usize) -> Option<EntityId> {
        let mut found: Option<EntityId> = None;
        for recent in self.recent.iter().rev().take(30).take_while(|recent| recent.sentence + 2 > sentence) {
            let Some(entity) = self.entity(recent.entity) else { continue };
            if !matches!(entity.kind, EntityKind::Body) || recent.token >= phrase.tokens.start {
                continue;
            }
            if recent.subject {
                return Some(recent.entity);
            }
            match found {
                None => found = Some(recent.entity),
                Some(other) if other != recent.entity => return None,
                Some(_) => {}
            }
        }
        found
    }

    fn several(&self, sentence: usize) -> Option<EntityId> {
        self.recent
            .iter()
            .rev()
            .take(20)
            .take_while(|recent| recent.sentence + 2 > sentence)
            .find(|recent| self.entity(recent.entity).is_some_and(|entity| entity.kind == EntityKind::Group))
            .map(|recent| recent.entity)
    }
}
