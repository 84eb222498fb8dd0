//! Reads one verb group from its first word: auxiliaries, negation, adverbs and embedding verbs, down to the verb
//! that says what happened.
//!
//! A chain is a sequence of steps from verb to verb. Each step keeps what is known so far: whether it is denied, in
//! what sense it is said, when. An embedding verb turns polarity and modality by its signature; the first modality
//! that is not plain fact stays ("hopes to be able to": intended).

use super::signature::{Complement, Outcome, Signature, active, passive};
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
/// Adverbs between two verbs of a chain.
const MAX_ADVERBS: usize = 6;

pub(super) fn is_be(lower: &str) -> bool {
    matches!(lower, "be" | "is" | "am" | "are" | "was" | "were" | "been" | "being" | "'re" | "'m")
}

pub(super) fn is_have(lower: &str) -> bool {
    matches!(lower, "have" | "has" | "had" | "having" | "'ve")
}

fn is_do(lower: &str) -> bool {
    matches!(lower, "do" | "does" | "did")
}

/// Whether the word can be a past participle, whatever its tag.
pub(super) fn can_be_participle(token: &Token) -> bool {
    token.tag == Tag::VerbParticiple
        || (matches!(token.tag, Tag::VerbPast | Tag::Verb | Tag::VerbPresent)
            && Word::find(&token.lower).is_some_and(|word| word.can_be(Word::PARTICIPLE)))
}

/// Skips adverbs and counts negations from `at` on. Gives the index of the first other word and whether the words
/// skipped deny.
pub(super) fn skip_adverbs(tokens: &[Token], mut at: usize) -> (usize, bool) {
    let mut denied = false;
    let start = at;
    while at < tokens.len() && at - start < MAX_ADVERBS {
        let lower = tokens[at].lower.as_str();
        let next = tokens.get(at + 1).map_or("", |token| token.lower.as_str());
        match (lower, next) {
            ("not" | "n't" | "never" | "nowhere", after) if !is_merely(after) => {
                denied = !denied;
                at += 1;
            }
            ("no", "longer") => {
                denied = !denied;
                at += 2;
            }
            // Not a denial.
            ("not" | "n't", _)
            | ("in", "fact" | "effect" | "turn")
            | ("at", "least" | "last" | "first" | "once")
            | ("so", "far")
            | ("for", "now")
            | ("as", "yet")
            | ("of", "course") => at += 2,
            ("\"" | "“" | "‘" | "'", _) if tokens.get(at + 1).is_some_and(|next| next.tag.is_verb()) => at += 1,
            (",", _) => match parenthesis(tokens, at) {
                Some(end) => at = end,
                None => break,
            },
            // "has since checked in"
            ("since", _)
                if at > 0 && is_have(&tokens[at - 1].lower) && tokens.get(at + 1).is_some_and(can_be_participle) =>
            {
                at += 1;
            }
            ("all" | "both" | "each", _) if tokens.get(at + 1).is_some_and(|next| next.tag.is_verb()) => at += 1,
            _ if tokens[at].tag.is_adverb() => at += 1,
            _ => break,
        }
    }
    (at, denied)
}

/// "not only": no denial.
fn is_merely(lower: &str) -> bool {
    matches!(lower, "only" | "just" | "merely" | "simply")
}

/// ", however," → the index after the second comma.
fn parenthesis(tokens: &[Token], at: usize) -> Option<usize> {
    let close = (at + 2..(at + 4).min(tokens.len())).find(|index| tokens[*index].lower == ",")?;
    let adverbs = tokens[at + 1..close].iter().all(|token| token.tag.is_adverb());
    let verb = tokens.get(close + 1).is_some_and(|next| next.tag.is_verb() || next.tag.is_adverb());
    (adverbs && verb).then_some(close + 1)
}

/// Where a step leads: the next verb of the chain.
struct Step {
    to: usize,
    change: Change,
}

enum Change {
    Perfect,
    Progressive,
    Passive,
    /// "do", or an infinitive after a modal.
    Plain,
    Embedding(Outcome, CompactString),
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

    /// The step from the verb at `self.main`; `next` is the first word after its adverbs, `denied` whether these deny.
    fn step(&mut self, tokens: &[Token], next: usize, denied: bool) -> Option<Step> {
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
