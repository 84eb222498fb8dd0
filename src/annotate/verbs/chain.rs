//! Reads one verb group from its first word: auxiliaries, negation, adverbs and embedding verbs, down to the verb
//! that says what happened.
//!
//! A chain is a sequence of steps from verb to verb. Each step keeps what is known so far: whether it is denied, in
//! what sense it is said, when. An embedding verb turns polarity and modality by its signature; the first modality
//! that is not plain fact stays ("hopes to be able to": intended).

use super::adverbs::{MAX_ADVERBS, skip_adverbs};
use super::step::{Change, Step};
use crate::annotate::tag::Word;
use crate::annotate::token::{Tag, Token};
use crate::annotate::verb::{Modality, Polarity, Tense, VerbForm, Voice};
use compact_str::CompactString;

/// A chain read to its end.
#[derive(Clone, Debug)]
pub(super) struct Chain {
    /// Index of the main verb within the sentence.
    pub(super) main: usize,
    pub(super) polarity: Polarity,
    pub(super) modality: Modality,
    pub(super) tense: Tense,
    pub(super) perfect: bool,
    pub(super) progressive: bool,
    pub(super) voice: Voice,
    pub(super) form: VerbForm,
    pub(super) embedding: Option<CompactString>,
    /// Whether "can" or "could" stands in it: denied, it is [`Modality::Unable`].
    ability: bool,
}

/// Verbs of one chain; more are not English, and the bound keeps a pass linear.
const MAX_STEPS: usize = 12;

pub(super) fn is_be(lower: &str) -> bool {
    matches!(lower, "be" | "is" | "am" | "are" | "was" | "were" | "been" | "being" | "'re" | "'m")
}

pub(super) fn is_have(lower: &str) -> bool {
    matches!(lower, "have" | "has" | "had" | "having" | "'ve")
}

pub(super) fn is_do(lower: &str) -> bool {
    matches!(lower, "do" | "does" | "did")
}

/// Whether the word can be a past participle, whatever its tag.
pub(super) fn can_be_participle(token: &Token) -> bool {
    token.tag == Tag::VerbParticiple
        || (matches!(token.tag, Tag::VerbPast | Tag::Verb | Tag::VerbPresent)
            && Word::find(&token.lower).is_some_and(|word| word.can_be(Word::PARTICIPLE)))
}

impl Chain {
    /// A chain that begins as `form` at a verb, with nothing yet known.
    pub(super) fn begin(at: usize, form: VerbForm, tense: Tense) -> Self {
        Self {
            main: at,
            polarity: Polarity::Positive,
            modality: Modality::Actual,
            tense,
            perfect: false,
            progressive: false,
            voice: Voice::Active,
            form,
            embedding: None,
            ability: false,
        }
    }

    /// A chain that begins at a finite verb or a modal.
    pub(super) fn finite(tokens: &[Token], at: usize) -> Self {
        let token = &tokens[at];
        let tense = match token.tag {
            Tag::VerbPast => Tense::Past,
            Tag::Modal => Tense::Future,
            _ => Tense::Present,
        };
        let mut chain = Self::begin(at, VerbForm::Finite, tense);
        if token.tag == Tag::Modal {
            chain.modality = match token.lemma.as_str() {
                "may" | "might" | "can" | "could" | "'d" => Modality::Possible,
                "should" | "must" | "ought" | "need" | "dare" => Modality::Intended,
                _ => Modality::Planned,
            };
            chain.ability = matches!(token.lemma.as_str(), "can" | "could");
            if chain.modality != Modality::Planned {
                chain.tense = Tense::Present;
            }
        }
        chain
    }

    /// Denies what comes below.
    pub(super) fn deny(&mut self) {
        self.polarity = self.polarity.reversed();
    }

    /// Goes from verb to verb as far as the chain leads.
    pub(super) fn follow(mut self, tokens: &[Token]) -> Self {
        for _ in 0..MAX_STEPS {
            let (next, denied) = skip_adverbs(tokens, self.main + 1);
            let Some(step) = self.step(tokens, next, denied) else { break };
            self.take(tokens, step);
        }
        if self.ability && self.polarity == Polarity::Negative && self.modality == Modality::Possible {
            self.modality = Modality::Unable;
        }
        if self.modality == Modality::Planned && self.tense == Tense::Present {
            self.tense = Tense::Future;
        }
        self
    }

    fn take(&mut self, tokens: &[Token], step: Step) {
        self.main = step.to;
        match step.change {
            Change::Plain => {}
            Change::Progressive => self.progressive = true,
            Change::Passive => self.voice = Voice::Passive,
            Change::Perfect => {
                self.perfect = true;
                // "would have met" did not happen, "may have met" lies in the past.
                if self.tense == Tense::Future
                    && tokens.iter().take(step.to).rev().take(MAX_ADVERBS).any(|token| token.lemma == "would")
                {
                    self.modality = Modality::Hypothetical;
                    self.tense = Tense::Past;
                }
            }
            Change::Embedding(outcome, word) => {
                self.polarity = outcome.polarity;
                if self.modality == Modality::Actual || (self.ability && outcome.modality == Modality::Unable) {
                    self.modality = outcome.modality;
                }
                self.voice = Voice::Active;
                self.progressive = false;
                if self.embedding.is_none()
                    || outcome.modality != Modality::Actual
                    || outcome.polarity == Polarity::Negative
                {
                    self.embedding = Some(word);
                }
            }
        }
    }
}
