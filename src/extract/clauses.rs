//! Patterns with a verb group, matched against clauses that their verb wakes.
//!
//! Voice is resolved before: what stands left of the verb in a pattern is who acts, wherever the article puts
//! it. In a passive the acting subject may be missing, since "was arrested" leaves it out. Which phrases a slot takes is
//! decided in [`super::clause_slots`].

use super::conditions::Refusal;
use super::{Claim, Filler, View};
use crate::annotate::clause::Clause;
use crate::annotate::mention::Determination;
use crate::annotate::verb::{Polarity, VerbGroup, Voice};
use crate::pack::{Argument, ClausePattern, CompiledRule, Marks, Part, Pattern, VerbAlternative, WordSet};

/// How many words may stand between a verb and the noun of its idiom ("held two days of talks").
pub(super) const REACH: usize = 6;

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
    pub(super) near: Marks,
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
    pub(super) fn end(&self) -> usize {
        self.view.token_from(self.clause.span.end)
    }

    /// A word of an idiom: the head of an object or complement, the adjective, or a word soon after the verb.
    pub(super) fn idiom(&mut self, words: &WordSet) -> bool {
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
