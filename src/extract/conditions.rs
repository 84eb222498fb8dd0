//! A rule's conditions on the clause, its guards, and what the clause says of the claim.

use super::{Claim, ClaimSpeaker, Filler, View, machine};
use crate::annotate::clause::{Clause, ClauseLink};
use crate::annotate::verb::{Modality, Polarity, Tense};
use crate::pack::{CompiledRule, Guard, Pattern};
use crate::source::Span;
use std::ops::Range;

/// How something is claimed.
#[derive(Clone, Copy, Debug)]
pub(super) struct Manner {
    pub(super) polarity: Polarity,
    pub(super) modality: Modality,
    pub(super) tense: Tense,
    pub(super) status: Option<super::Status>,
}

/// A condition of a rule that is not met.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Refusal {
    Polarity,
    Modality,
    Tense,
    Voice,
    Link,
    Object,
    InQuotation,
    /// None of `has` stands there.
    Has,
    /// The `unless` of this number stands there.
    Unless(usize),
}

impl View<'_> {
    /// Whether a rule's `when` and `unless` allow a match in this clause.
    pub(super) fn allowed(self, rule: &CompiledRule, clause: &Clause) -> bool {
        self.refusal(rule, clause).is_none()
    }

    /// The first of a rule's conditions that a clause does not meet.
    pub(super) fn refusal(self, rule: &CompiledRule, clause: &Clause) -> Option<Refusal> {
        let when = &rule.when;
        let Some(group) = self.article.verb_groups.get(clause.verb) else { return Some(Refusal::Tense) };
        let direct = clause.attribution.as_ref().is_some_and(|attribution| attribution.direct);
        let met = [
            (Refusal::Polarity, when.polarity.is_none_or(|polarity| polarity == clause.polarity)),
            (Refusal::Modality, when.modality.is_empty() || when.modality.contains(&clause.modality)),
            (Refusal::Tense, when.tense.is_empty() || when.tense.contains(&group.tense)),
            (Refusal::Voice, when.voice.is_none_or(|voice| voice == group.voice)),
            (Refusal::Link, when.link.is_empty() || when.link.contains(&clause.link)),
            (Refusal::Object, when.object.is_none_or(|object| object != clause.objects.is_empty())),
            (Refusal::InQuotation, when.in_quotation.is_none_or(|inside| inside == direct)),
        ];
        let failed = met.iter().find(|(_, met)| !met).map(|(refusal, _)| *refusal);
        failed.or_else(|| self.guard(rule, clause.sentence, clause.span))
    }

    /// Whether `has` and `unless` are content with the words of `span`, or of the sentence.
    pub(super) fn guarded(self, rule: &CompiledRule, sentence: usize, span: Span) -> bool {
        self.guard(rule, sentence, span).is_none()
    }

    /// The guard that is not content.
    pub(super) fn guard(self, rule: &CompiledRule, sentence: usize, span: Span) -> Option<Refusal> {
        if rule.when.has.is_empty() && rule.unless.is_empty() {
            return None;
        }
        let Some(whole) = self.article.sentences.get(sentence) else { return Some(Refusal::Has) };
        let range = if rule.within_sentence {
            whole.tokens.clone()
        } else {
            self.token_from(span.start).max(whole.tokens.start)..self.token_from(span.end).min(whole.tokens.end)
        };
        let stands = |guard: &Guard| self.stands(guard, range.clone());
        if !rule.when.has.is_empty() && !rule.when.has.iter().any(stands) {
            return Some(Refusal::Has);
        }
        rule.unless.iter().position(stands).map(Refusal::Unless)
    }

    fn stands(self, guard: &Guard, range: Range<usize>) -> bool {
        match guard {
            Guard::Words(words) => words.match_within(&self.article.tokens, range),
            Guard::Pattern(Pattern::Phrase(pattern)) => !machine::run(self, pattern, range).is_empty(),
            Guard::Pattern(Pattern::Clause(_)) => false,
        }
    }

    /// How a clause claims what stands in it, after what the rule's wording fixes.
    pub(super) fn manner(self, rule: &CompiledRule, clause: &Clause) -> Manner {
        let tense = self.article.verb_groups.get(clause.verb).map_or(Tense::Untensed, |group| group.tense);
        fixed(rule, Manner { polarity: self.polarity(clause), modality: clause.modality, tense, status: None })
    }

    /// Whether a clause affirms or denies: what "did not happen until Monday" happened.
    pub(super) fn polarity(self, clause: &Clause) -> Polarity {
        let until = |word: &str| matches!(word, "until" | "till");
        let denied = clause.polarity == Polarity::Negative && clause.modality == Modality::Actual;
        if !denied {
            return clause.polarity;
        }
        let dated = clause.adjuncts.iter().any(|adjunct| until(&adjunct.preposition));
        let first = self.article.clauses.partition_point(|other| other.verb <= clause.verb);
        let next = self.article.clauses.get(first).filter(|next| next.sentence == clause.sentence);
        let opens = next.is_some_and(|next| {
            let token = self.article.tokens.get(self.token_from(next.span.start));
            next.link == ClauseLink::Before && token.is_some_and(|token| until(&token.lower))
        });
        if dated || opens { Polarity::Positive } else { Polarity::Negative }
    }

    /// A claim of `rule`.
    pub(super) fn claim(
        self,
        rule: &CompiledRule,
        manner: Manner,
        span: Span,
        sentence: usize,
        clause: Option<usize>,
        mut roles: Vec<Filler>,
    ) -> Claim {
        roles.sort_by(|a, b| (&a.role, a.span, a.value).cmp(&(&b.role, b.span, b.value)));
        roles.dedup();
        let attribution = clause.and_then(|clause| self.article.clauses.get(clause)?.attribution.as_ref());
        Claim {
            document: self.document,
            predicate: rule.predicate.clone(),
            rule: rule.id.clone(),
            span,
            sentence,
            clause,
            roles,
            polarity: manner.polarity,
            modality: manner.modality,
            tense: manner.tense,
            attribution: attribution.map(|attribution| ClaimSpeaker {
                mention: attribution.speaker,
                span: attribution.text,
                direct: attribution.direct,
            }),
            status: manner.status,
        }
    }
}

/// What the rule's wording fixes, laid over what the clause says.
pub(super) fn fixed(rule: &CompiledRule, manner: Manner) -> Manner {
    Manner {
        polarity: match rule.set.polarity {
            Some(Polarity::Negative) => manner.polarity.reversed(),
            _ => manner.polarity,
        },
        modality: match rule.set.modality {
            Some(modality) if manner.modality == Modality::Actual => modality,
            // "Five trains failed to run": what could not be done is known not to have been.
            Some(Modality::Actual) if matches!(manner.modality, Modality::Unable | Modality::Refused) => {
                Modality::Actual
            }
            _ => manner.modality,
        },
        status: rule.set.status.or(manner.status),
        ..manner
    }
}
