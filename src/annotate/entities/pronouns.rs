//! Pronouns tied to the person or body that the text is speaking of.
//!
//! Salience after Lappin and Leass (1994), cut down to what news needs: how far back, whether a subject, and gender.
//! A near tie stays open.

use super::Walk;
use crate::annotate::mention::{EntityId, EntityKind, Gender, Mention, MentionForm, NounPhrase};

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
            "it" | "itself" if !quoted => {
                let entity = self.thing(phrase, sentence)?;
                make(EntityKind::Body, Some(entity), "the body last spoken of")
            }
            "they" | "them" => make(EntityKind::Group, self.several(sentence), "those last spoken of"),
            _ => None,
        }
    }

    fn person(&mut self, gender: Gender, phrase: &NounPhrase, sentence: usize, quoted: bool) -> Option<EntityId> {
        let speaker = if quoted { self.speaker(phrase) } else { None };
        let mut scores: Vec<(f32, EntityId)> = Vec::new();
        for recent in self.recent.iter().rev().take(40).take_while(|recent| recent.sentence + 4 > sentence) {
            let entity = &self.entities[recent.entity.0 as usize];
            let possible = entity.kind == EntityKind::Person
                && entity.gender.is_none_or(|known| known == gender)
                && Some(recent.entity) != speaker;
            if !possible {
                continue;
            }
            let mut score = match sentence - recent.sentence {
                0 => 3.0,
                1 => 2.4,
                2 => 1.2,
                _ => 0.6,
            };
            score += if recent.subject { 1.0 } else { 0.0 };
            score -= if recent.quoted && !quoted { 1.2 } else { 0.0 };
            score -= if entity.gender.is_none() { 0.7 } else { 0.0 };
            // The later of two mentions that are alike in everything else is a little more likely.
            score += 0.001 * (recent.token as f32 / (phrase.tokens.start.max(1) as f32));
            match scores.iter_mut().find(|(_, entity)| *entity == recent.entity) {
                Some(best) => best.0 = best.0.max(score),
                None => scores.push((score, recent.entity)),
            }
        }
        scores.sort_by(|a, b| b.0.total_cmp(&a.0));
        let best = match scores.as_slice() {
            [] => return None,
            [(score, only)] if *score > 0.5 => *only,
            [(first, best), (second, _), ..] if first - second >= MARGIN => *best,
            _ => return None,
        };
        let entity = &mut self.entities[best.0 as usize];
        entity.gender = entity.gender.or(Some(gender));
        Some(best)
    }

    /// Who speaks the quotation a phrase stands in, where the speaker was mentioned before it.
    fn speaker(&self, phrase: &NounPhrase) -> Option<EntityId> {
        let text = self.quote_at(phrase)?.speaker_text?;
        self.mentions.iter().rev().take(200).find(|mention| mention.span.overlaps(text)).and_then(|mention| mention.entity)
    }

    fn thing(&self, phrase: &NounPhrase, sentence: usize) -> Option<EntityId> {
        let mut found: Option<EntityId> = None;
        for recent in self.recent.iter().rev().take(30).take_while(|recent| recent.sentence + 2 > sentence) {
            let entity = &self.entities[recent.entity.0 as usize];
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
            .find(|recent| self.entities[recent.entity.0 as usize].kind == EntityKind::Group)
            .map(|recent| recent.entity)
    }
}
