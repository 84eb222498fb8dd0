//! One step of a verb group, from verb to verb: where the next verb stands and what it makes of polarity and modality.

use super::adverbs::skip_adverbs;
use super::chain::{Chain, can_be_participle, is_be, is_do, is_have};
use super::signature::{Complement, Outcome, Signature, active, passive};
use crate::annotate::tag::Word;
use crate::annotate::token::{Tag, Token};
use crate::annotate::verb::{Modality, Voice};
use compact_str::CompactString;

/// Where a step leads: the next verb of the chain.
pub(super) struct Step {
    pub(super) to: usize,
    pub(super) change: Change,
}

pub(super) enum Change {
    Perfect,
    Progressive,
    Passive,
    /// "do", or an infinitive after a modal.
    Plain,
    Embedding(Outcome, CompactString),
}

impl Chain {
    /// The step from the verb at `self.main`; `next` is the first word after its adverbs, `denied` whether these deny.
    pub(super) fn step(&mut self, tokens: &[Token], next: usize, denied: bool) -> Option<Step> {
        let token = tokens.get(self.main)?;
        let following = tokens.get(next);
        let lower = token.lower.as_str();
        let passive_here = self.voice == Voice::Passive;
        let base = following.is_some_and(|word| word.tag == Tag::Verb);
        let auxiliary =
            token.tag == Tag::Modal || is_do(lower) || is_have(lower) || is_be(lower) || matches!(lower, "'s" | "'d");
        if denied && auxiliary {
            // It belongs to this verb even where the chain ends here ("is not a spy"); after any other verb it
            // belongs to what comes below ("decided not to go").
            self.deny();
        }
        let plain = |to| Some(Step { to, change: Change::Plain });
        if token.tag == Tag::Modal {
            let bare_to = lower == "ought" || lower == "need";
            if bare_to && following.is_some_and(|word| word.lower == "to") {
                return plain(next + 1).filter(|step| tokens.get(step.to).is_some_and(|word| word.tag == Tag::Verb));
            }
            return if following.is_some_and(|word| word.tag.is_verb()) { plain(next) } else { None };
        }
        if is_do(lower) && base && !passive_here {
            return plain(next);
        }
        let have = is_have(lower) || (lower == "'d" && token.tag == Tag::VerbPast);
        if have && following.is_some_and(can_be_participle) {
            return Some(Step { to: next, change: Change::Perfect });
        }
        let be_like = is_be(lower) || (lower == "'s" && token.tag.is_verb());
        if lower == "'s" && following.is_some_and(|word| matches!(word.lower.as_str(), "been" | "had" | "got")) {
            return Some(Step { to: next, change: Change::Perfect });
        }
        if be_like {
            return self.step_from_be(tokens, next);
        }
        if token.lemma == "get"
            && next == self.main + 1
            && following.is_some_and(|word| {
                word.tag == Tag::VerbParticiple && !matches!(word.lower.as_str(), "started" | "involved" | "rid")
            })
        {
            return Some(Step { to: next, change: Change::Passive });
        }
        if token.lemma == "help" && base && !passive_here {
            return plain(next);
        }
        let after = tokens.get(self.main + 1..)?;
        let found = if passive_here {
            self.embedded(tokens, self.main, passive(lower, after))
        } else {
            self.embedded(tokens, self.main, active(&token.lemma, after))
        };
        found.map(|(to, outcome)| Step { to, change: Change::Embedding(outcome, token.lemma.clone()) })
    }

    fn step_from_be(&self, tokens: &[Token], next: usize) -> Option<Step> {
        let following = tokens.get(next)?;
        let after = tokens.get(next + 1..)?;
        // "too slow to answer" did not answer.
        let degree = tokens.get(next.saturating_sub(1)).is_some_and(|word| matches!(word.lower.as_str(), "too" | "so"));
        let embedded = if degree { None } else { self.embedded(tokens, next, passive(&following.lower, after)) };
        if let Some((to, outcome)) = embedded {
            let word = if following.tag.is_verb() { following.lemma.clone() } else { following.lower.clone() };
            return Some(Step { to, change: Change::Embedding(outcome, word) });
        }
        if following.tag == Tag::VerbGerund
            && (!is_be(&following.lower) || tokens.get(next + 1).is_some_and(can_be_participle))
        {
            return Some(Step { to: next, change: Change::Progressive });
        }
        // "the homes are gone": have gone.
        if following.lower == "gone" {
            return Some(Step { to: next, change: Change::Perfect });
        }
        if can_be_participle(following) {
            let object = tokens
                .get(next + 1)
                .is_some_and(|word| matches!(word.tag, Tag::Determiner | Tag::Pronoun | Tag::PossessivePronoun));
            // "she's resigned her seat": "has", for a passive takes no object.
            let has = tokens[self.main].lower == "'s" && object;
            return Some(Step { to: next, change: if has { Change::Perfect } else { Change::Passive } });
        }
        let (to, inner) = infinitive_at(tokens, next)?;
        let outcome = Outcome {
            polarity: if inner { self.polarity.reversed() } else { self.polarity },
            modality: Modality::Planned,
        };
        Some(Step { to, change: Change::Embedding(outcome, CompactString::const_new("be")) })
    }

    /// The verb under the embedding word at `at`, and what is implied of it.
    fn embedded(
        &self,
        tokens: &[Token],
        at: usize,
        mut signatures: impl Iterator<Item = &'static Signature>,
    ) -> Option<(usize, Outcome)> {
        signatures.find_map(|signature| {
            let after = at + 1 + signature.rest.len();
            let (to, inner) = match signature.complement {
                Complement::To => infinitive_at(tokens, after)?,
                Complement::Ing => gerund_at(tokens, after, !signature.rest.is_empty())?,
                _ => return None,
            };
            let mut outcome = signature.outcome(self.polarity);
            if inner {
                outcome.polarity = outcome.polarity.reversed();
            }
            Some((to, outcome))
        })
    }
}

/// "[adverbs] to [adverbs] VERB": the verb's index, and whether the adverbs deny it.
pub(super) fn infinitive_at(tokens: &[Token], at: usize) -> Option<(usize, bool)> {
    let (to, one) = skip_adverbs(tokens, at);
    if tokens.get(to)?.lower != "to" {
        return None;
    }
    let (verb, two) = skip_adverbs(tokens, to + 1);
    (tokens.get(verb)?.tag == Tag::Verb).then_some((verb, one != two))
}

/// "[adverbs] VERBing": the verb's index, and whether the adverbs deny it. After a preposition a form that was taken
/// for a noun counts too, unless "of" follows.
fn gerund_at(tokens: &[Token], at: usize, after_preposition: bool) -> Option<(usize, bool)> {
    let (verb, denied) = skip_adverbs(tokens, at);
    let token = tokens.get(verb)?;
    let noun = token.tag == Tag::Noun
        && after_preposition
        && Word::find(&token.lower).is_some_and(|word| word.is_only(Word::GERUND | Word::ADJECTIVE))
        && tokens.get(verb + 1).is_none_or(|next| next.lower != "of");
    (token.tag == Tag::VerbGerund || noun).then_some((verb, denied))
}
