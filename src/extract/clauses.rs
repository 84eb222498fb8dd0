//! Patterns with a verb group, matched against clauses that their verb wakes.
//!
//! Voice is resolved before: what stands left of the verb in a pattern is who acts, wherever the article puts
//! it. In a passive the acting subject may be missing, since "was arrested" leaves it out.

use super::conditions::Refusal;
use super::fill::Filling;
use super::{Claim, Filler, View};
use crate::annotate::clause::Clause;
use crate::annotate::mention::Determination;
use crate::annotate::token::Tag;
use crate::annotate::verb::{Polarity, VerbGroup, Voice};
use crate::pack::{
    Argument, ClausePattern, CompiledRule, Marks, Part, Pattern, Slot, SlotType, VerbAlternative, WordSet,
};
use compact_str::CompactString;

/// How many words may stand between a verb and the noun of its idiom ("held two days of talks").
const REACH: usize = 6;

/// Claims of one clause.
pub(super) fn claims(view: View<'_>, index: usize, found: &mut Vec<Claim>) {
    let Some(clause) = view.article.clauses.get(index) else { return };
    let Some(group) = view.article.verb_groups.get(clause.verb) else { return };
    let verb = group.lemma.split(' ').next().unwrap_or("");
    let Some(triggers) = view.library.by_verb.get(verb) else { return };
    let mut done = None;
    let mut matching = Matching::new(view, clause, group);
    for trigger in triggers {
        let Some(rule) = view.library.rules.get(trigger.rule) else { continue };
        if done == Some(trigger.rule) || rule.level != view.level {
            continue;
        }
        let Some(Pattern::Clause(pattern)) = rule.patterns.get(trigger.pattern) else { continue };
        let Some(alternative) = pattern.verbs.get(trigger.verb) else { continue };
        matching.forget();
        if matching.run(rule, pattern, alternative).is_ok() {
            let mut manner = view.manner(rule, clause);
            if matching.negative && clause.polarity == Polarity::Positive {
                manner.polarity = manner.polarity.reversed();
            }
            found.push(view.claim(
                rule,
                manner,
                clause.span,
                clause.sentence,
                Some(index),
                std::mem::take(&mut matching.roles),
            ));
            done = Some(trigger.rule);
        }
    }
}

/// The first part of a rule that a clause does not have, in the order in which they are tried.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Miss {
    /// The verb's particle.
    Particle,
    /// A word of the verb's idiom, by its number.
    Idiom(usize),
    /// Who acts.
    Subject,
    /// A part right of the verb, by its number.
    Part(usize),
    /// The preposition that the verb ends in.
    Preposition,
    /// A condition of the rule.
    Refused(Refusal),
    /// What an earlier rule had to find.
    After,
    /// So few roles are filled that the claim would say nothing.
    TooLittle,
}

/// One pattern on one clause.
pub(super) struct Matching<'a> {
    pub(super) view: View<'a>,
    pub(super) clause: &'a Clause,
    pub(super) group: &'a VerbGroup,
    /// Noun phrases that stand for a part of the pattern.
    pub(super) used: Vec<usize>,
    pub(super) roles: Vec<Filler>,
    /// A phrase such as "no agreement" fills a place right of the verb.
    pub(super) negative: bool,
    /// The words that an idiom may consist of: most patterns that a verb wakes end here.
    near: Marks,
}

impl<'a> Matching<'a> {
    pub(super) fn new(view: View<'a>, clause: &'a Clause, group: &'a VerbGroup) -> Self {
        let article = view.article;
        let phrases = clause.objects.iter().chain(&clause.complement).chain(&clause.recipients);
        let heads = phrases.filter_map(|&phrase| Some(article.phrases.get(phrase)?.head));
        let after = group.main + 1..group.main + 1 + REACH;
        let near = clause.adjective.into_iter().chain(heads).chain(after);
        let near = Marks::of(near.filter_map(|at| article.tokens.get(at)));
        Self { view, clause, group, used: Vec::new(), roles: Vec::new(), negative: false, near }
    }

    /// Makes ready for another pattern.
    fn forget(&mut self) {
        self.used.clear();
        self.roles.clear();
        self.negative = false;
    }

    /// Tries one wording of one pattern of a rule; what it finds is left in `roles`.
    pub(super) fn run(
        &mut self,
        rule: &CompiledRule,
        pattern: &ClausePattern,
        alternative: &VerbAlternative,
    ) -> Result<(), Miss> {
        self.fits(pattern, alternative)?;
        if let Some(refusal) = self.view.refusal(rule, self.clause) {
            return Err(Miss::Refused(refusal));
        }
        self.attach(rule);
        if !self.view.take(rule, self.clause.sentence, self.clause.span.start, &mut self.roles) {
            return Err(Miss::After);
        }
        // A passive that leaves out who acts and says nothing else says too little: "was attended to".
        let wanted = pattern.required_roles();
        if self.roles.is_empty() || (wanted > 1 && self.roles.len() < 2) {
            return Err(Miss::TooLittle);
        }
        Ok(())
    }

    fn fits(&mut self, pattern: &ClausePattern, alternative: &VerbAlternative) -> Result<(), Miss> {
        if !self.particle_fits(alternative) {
            return Err(Miss::Particle);
        }
        if let Some(missing) = alternative.words.iter().position(|words| !self.idiom(words)) {
            return Err(Miss::Idiom(missing));
        }
        if !self.subject(pattern, alternative) {
            return Err(Miss::Subject);
        }
        self.parts(pattern, alternative)
    }

    /// "called off the visit" has its particle in the lemma; "called the visit off" may not.
    fn particle_fits(&self, alternative: &VerbAlternative) -> bool {
        let own = self.group.lemma.split_once(' ').map(|(_, particle)| particle);
        match (&alternative.particle, own) {
            (None, None) => true,
            (Some(wanted), Some(own)) => wanted == own,
            (None, Some(own)) => {
                alternative.words.first().is_some_and(|words| words.contains(own))
                    || alternative.preposition.as_deref() == Some(own)
            }
            (Some(wanted), None) => {
                let tokens = &self.view.article.tokens;
                let end = self.end();
                let mut after =
                    (self.group.main + 1..end.min(self.group.main + 1 + REACH)).filter_map(|at| tokens.get(at));
                after.any(|token| token.lower == *wanted && token.tag == crate::annotate::token::Tag::Particle)
                    || tokens.get(self.group.main + 1).is_some_and(|token| token.lower == *wanted)
            }
        }
    }

    /// One past the clause's last token.
    fn end(&self) -> usize {
        self.view.token_from(self.clause.span.end)
    }

    /// A word of an idiom: the head of an object or complement, the adjective, or a word soon after the verb.
    fn idiom(&mut self, words: &WordSet) -> bool {
        if !words.may_be_among(self.near) {
            return false;
        }
        let tokens = &self.view.article.tokens;
        if self.clause.adjective.is_some_and(|adjective| words.match_head(tokens, adjective)) {
            return true;
        }
        let phrases = self.clause.objects.iter().chain(&self.clause.complement).chain(&self.clause.recipients);
        for &phrase in phrases {
            let Some(noun) = self.view.article.phrases.get(phrase) else { continue };
            if words.match_head(tokens, noun.head) {
                self.negative |= noun.determination == Determination::Negative;
                self.used.push(phrase);
                return true;
            }
        }
        let start = self.group.main + 1;
        words.match_within(tokens, start..self.end().min(start + REACH).max(start))
    }

    /// A passive may leave out who acts ("was arrested"), but only of a verb that acts upon something in the pattern:
    /// "{place} <open>" says nothing of "contracts opened in June".
    fn subject(&mut self, pattern: &ClausePattern, alternative: &VerbAlternative) -> bool {
        let Some((argument, required)) = &pattern.subject else { return true };
        let subjects = &self.clause.subjects;
        let found = match argument {
            Argument::Slot(slot) => {
                let fillings = self.fill_all(slot, subjects.iter().copied());
                self.take(slot, &fillings)
            }
            Argument::Words(words) => subjects.iter().any(|&phrase| self.head_is(words, phrase)),
            Argument::Matching(regex) => subjects.iter().any(|&phrase| self.head_matches(regex, phrase)),
        };
        let object = |part: &Part| matches!(part, Part::Bare(Argument::Slot(_)));
        let acts_upon = alternative.preposition.is_none() && pattern.parts.iter().any(|(part, _)| object(part));
        found || !required || (subjects.is_empty() && self.group.voice == Voice::Passive && acts_upon)
    }

    fn parts(&mut self, pattern: &ClausePattern, alternative: &VerbAlternative) -> Result<(), Miss> {
        let bare = |part: &&(Part, bool)| matches!(part.0, Part::Bare(Argument::Slot(_)));
        let bare_slots = pattern.parts.iter().filter(bare).count();
        let mut preposition = alternative.preposition.as_ref().map(std::slice::from_ref);
        let mut first = true;
        for (number, (part, required)) in pattern.parts.iter().enumerate() {
            let found = match part {
                Part::Bare(Argument::Slot(slot)) => {
                    if let Some(prepositions) = preposition.take() {
                        self.by_preposition(prepositions, slot)
                    } else {
                        let found = self.bare(slot, first, bare_slots);
                        first = false;
                        found
                    }
                }
                Part::Prepositional(prepositions, Argument::Slot(slot)) => self.by_preposition(prepositions, slot),
                Part::Bare(Argument::Words(words)) | Part::Prepositional(_, Argument::Words(words)) => {
                    self.words(words)
                }
                Part::Bare(Argument::Matching(regex)) | Part::Prepositional(_, Argument::Matching(regex)) => {
                    let tokens = &self.view.article.tokens;
                    (self.group.main + 1..self.end())
                        .filter_map(|at| tokens.get(at))
                        .any(|token| regex.is_match(&token.lower) || regex.is_match(&token.lemma))
                }
            };
            if !found && *required {
                return Err(Miss::Part(number));
            }
        }
        // A preposition in the verb's brackets with no slot behind it must still stand there: <vote against>.
        let stands = preposition.is_none_or(|prepositions| {
            self.clause.adjuncts.iter().any(|adjunct| prepositions.contains(&adjunct.preposition))
                || self.view.article.tokens.get(self.group.main + 1).is_some_and(|token| prepositions[0] == token.lower)
        });
        if stands { Ok(()) } else { Err(Miss::Preposition) }
    }

    /// An object, complement or bare figure. Coordinated objects all fill the role.
    fn bare(&mut self, slot: &Slot, first: bool, bare_slots: usize) -> bool {
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
    fn by_preposition(&mut self, prepositions: &[CompactString], slot: &Slot) -> bool {
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
    fn words(&mut self, words: &WordSet) -> bool {
        self.idiom(words)
            || words.match_within(&self.view.article.tokens, self.group.main + 1..self.end().max(self.group.main + 1))
    }

    fn head_is(&self, words: &WordSet, phrase: usize) -> bool {
        let article = self.view.article;
        article.phrases.get(phrase).is_some_and(|noun| words.match_head(&article.tokens, noun.head))
    }

    fn head_matches(&self, regex: &regex::Regex, phrase: usize) -> bool {
        let article = self.view.article;
        article
            .phrases
            .get(phrase)
            .and_then(|noun| article.tokens.get(noun.head))
            .is_some_and(|token| regex.is_match(&token.lower))
    }

    fn fill_all(&self, slot: &Slot, phrases: impl Iterator<Item = usize>) -> Vec<Filled> {
        phrases
            .filter(|phrase| !self.used.contains(phrase))
            .filter_map(|phrase| Some(Filled { phrase: Some(phrase), filling: self.view.fill(slot, phrase)? }))
            .collect()
    }

    /// Gives the role what was found. Of figures, times and places one is taken; two figures of "one dead and
    /// two hurt" would be a wrong one each.
    fn take(&mut self, slot: &Slot, found: &[Filled]) -> bool {
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

    fn attach(&mut self, rule: &CompiledRule) {
        for attachment in &rule.attach {
            if self.roles.iter().any(|filler| filler.role == attachment.role) {
                continue;
            }
            let fillings = self.view.attached(attachment, self.clause, &self.used);
            self.roles.extend(fillings.into_iter().map(|filling| filling.in_role(&attachment.role)));
        }
    }
}

/// What fills a slot, and the noun phrase it came from.
#[derive(Clone, Copy, Debug)]
struct Filled {
    phrase: Option<usize>,
    filling: Filling,
}
