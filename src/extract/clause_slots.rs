//! Fills the slots of a clause's pattern: which phrases, with or without a preposition, are what a slot asks for.

use super::clauses::{Matching, REACH};
use super::fill::Filling;
use crate::annotate::mention::Determination;
use crate::annotate::token::Tag;
use crate::pack::{Slot, SlotType, WordSet};
use compact_str::CompactString;

/// What fills a slot, and the noun phrase it came from.
#[derive(Clone, Copy, Debug)]
pub(super) struct Filled {
    pub(super) phrase: Option<usize>,
    pub(super) filling: Filling,
}

impl Matching<'_> {
    /// An object, complement or bare figure. Coordinated objects all fill the role.
    pub(super) fn bare(&mut self, slot: &Slot, first: bool, bare_slots: usize) -> bool {
        let clause = self.clause;
        let mut candidates: Vec<usize> = Vec::new();
        match (bare_slots > 1, first) {
            (true, true) if !clause.recipients.is_empty() => candidates.extend(&clause.recipients),
            (true, true) => candidates.extend(clause.objects.first()),
            _ => candidates.extend(&clause.objects),
        }
        let objects = self.fill_all(slot, candidates.into_iter());
        if self.take(slot, &objects) {
            return true;
        }
        let adjuncts = clause
            .adjuncts
            .iter()
            .filter(|adjunct| adjunct.preposition.is_empty())
            .filter_map(|adjunct| adjunct.phrase);
        let rest = clause.complement.into_iter().chain(adjuncts);
        let rest = self.fill_all(slot, rest);
        if self.take(slot, rest.get(..1).unwrap_or(&[])) {
            return true;
        }
        let loose = self.loose_figure(slot);
        self.take(slot, loose.as_slice())
    }

    /// A figure right after the verb that no noun phrase took in: "rose 6.3 per cent".
    fn loose_figure(&self, slot: &Slot) -> Option<Filled> {
        let slot_type = slot.types.iter().copied().find(|slot_type| slot_type.is_quantity())?;
        let tokens = &self.view.article.tokens;
        let next = tokens.get(self.group.main + 1)?;
        let after = tokens.get(self.group.main + 2);
        let at = self.view.quantities_in(self.clause.span).find(|&at| {
            let start = self.view.article.quantities[at].span.start;
            start == next.span.start || after.is_some_and(|token| token.span.start == start && next.tag.is_adverb())
        })?;
        let quantity = self.view.article.quantities.get(at)?;
        let counted = quantity.counted.as_ref();
        let of = slot.of.is_empty() || counted.is_some_and(|counted| slot.of.contains(counted));
        (of && super::fill::unit_fits(slot_type, quantity)).then_some(Filled {
            phrase: None,
            filling: Filling { value: super::Value::Quantity(at), span: quantity.span },
        })
    }

    /// A phrase with one of these prepositions: of the clause, or of a noun that stands right of the verb.
    pub(super) fn by_preposition(&mut self, prepositions: &[CompactString], slot: &Slot) -> bool {
        let timed =
            slot.types.iter().copied().find(|slot_type| matches!(slot_type, SlotType::Time | SlotType::Duration));
        let adjuncts: Vec<_> =
            self.clause.adjuncts.iter().filter(|adjunct| prepositions.contains(&adjunct.preposition)).collect();
        if let Some(slot_type) = timed {
            let filling = adjuncts
                .iter()
                .filter_map(|adjunct| adjunct.time)
                .find_map(|time| self.view.fill_time(slot_type, time));
            let filled: Vec<Filled> = filling.map(|filling| Filled { phrase: None, filling }).into_iter().collect();
            return self.take(slot, &filled);
        }
        let own = self.fill_all(slot, adjuncts.iter().filter_map(|adjunct| adjunct.phrase));
        if self.take(slot, &own) {
            return true;
        }
        let nouns = self.used.iter().chain(&self.clause.objects).chain(&self.clause.complement);
        let complements: Vec<usize> = nouns
            .filter_map(|&noun| self.view.article.phrases.get(noun))
            .flat_map(|noun| noun.complements.iter())
            .filter(|(preposition, _)| prepositions.contains(preposition))
            .map(|(_, phrase)| *phrase)
            .collect();
        let complements = self.fill_all(slot, complements.into_iter());
        if self.take(slot, &complements) {
            return true;
        }
        let next = self.fill_all(slot, self.after_preposition(prepositions).into_iter());
        self.take(slot, &next)
    }

    /// The phrase right behind one of these prepositions, soon after the verb: "became aware of the breach".
    fn after_preposition(&self, prepositions: &[CompactString]) -> Option<usize> {
        let article = self.view.article;
        let start = self.group.main + 1;
        let preposition = (start..start + REACH)
            .take_while(|&at| {
                article.tokens.get(at).is_some_and(|token| !token.tag.is_verb() && token.tag != Tag::Punctuation)
            })
            .find(|&at| article.tokens.get(at).is_some_and(|token| prepositions.contains(&token.lower)))?;
        let first = article.phrases.partition_point(|phrase| phrase.tokens.start <= preposition);
        article.phrases.get(first).filter(|phrase| phrase.tokens.start == preposition + 1).map(|_| first)
    }

    /// Words that stand for themselves: as adjective, head of an argument, or anywhere after the verb.
    pub(super) fn words(&mut self, words: &WordSet) -> bool {
        self.idiom(words)
            || words.match_within(&self.view.article.tokens, self.group.main + 1..self.end().max(self.group.main + 1))
    }

    pub(super) fn head_is(&self, words: &WordSet, phrase: usize) -> bool {
        let article = self.view.article;
        article.phrases.get(phrase).is_some_and(|noun| words.match_head(&article.tokens, noun.head))
    }

    pub(super) fn head_matches(&self, regex: &regex::Regex, phrase: usize) -> bool {
        let article = self.view.article;
        article
            .phrases
            .get(phrase)
            .and_then(|noun| article.tokens.get(noun.head))
            .is_some_and(|token| regex.is_match(&token.lower))
    }

    pub(super) fn fill_all(&self, slot: &Slot, phrases: impl Iterator<Item = usize>) -> Vec<Filled> {
        phrases
            .filter(|phrase| !self.used.contains(phrase))
            .filter_map(|phrase| Some(Filled { phrase: Some(phrase), filling: self.view.fill(slot, phrase)? }))
            .collect()
    }

    /// Gives the role what was found. Of figures, times and places one is taken; two figures of "one dead and
    /// two hurt" would be a wrong one each.
    pub(super) fn take(&mut self, slot: &Slot, found: &[Filled]) -> bool {
        let several = slot.types.iter().any(|kind| kind.is_phrase() && *kind != SlotType::Place);
        let kept = if several { found } else { found.get(..1).unwrap_or(&[]) };
        // "Democratic candidate and vice president Ana Ruiz": beside somebody known, a description of nobody is left out.
        let known = |filled: &Filled| match filled.filling.value {
            super::Value::Mention(mention) => {
                self.view.article.mentions.get(mention).is_some_and(|mention| mention.entity.is_some())
            }
            _ => false,
        };
        let some_known = kept.len() > 1 && kept.iter().any(known);
        let kept: Vec<Filled> = kept.iter().filter(|filled| !some_known || known(filled)).copied().collect();
        for filled in &kept {
            if let Some(phrase) = filled.phrase {
                self.used.push(phrase);
                let right = !self.clause.subjects.contains(&phrase);
                let noun = self.view.article.phrases.get(phrase);
                self.negative |= right && noun.is_some_and(|noun| noun.determination == Determination::Negative);
            }
            if !slot.role.is_empty() {
                self.roles.push(filled.filling.in_role(&slot.role));
            }
        }
        !kept.is_empty()
    }
}
