//! One look to the right of a verb, chunk by chunk: what it governs, and what each "and" and comma joins to.
//!
//! A list goes on in the place where it began: behind "by", what "and" joins acts too; behind "of" it belongs to the
//! noun. Ages, scores and appositions between commas are stepped over. What fits nowhere ends the look.

use super::Layers;
use super::arguments::{Arguments, adjunct};
use super::chunks::{Chunk, Kind};
use super::classes::{RESULT, can_be_said};
use super::subjects::Draft;
use crate::annotate::clause::{Adjunct, ClauseLink};
use crate::annotate::token::Tag;
use crate::annotate::verb::VerbForm;
use compact_str::CompactString;

/// Where the last noun phrase went, and with it what is joined to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Slot {
    /// No phrase yet.
    None,
    Object,
    /// By a preposition of the verb's.
    Adjunct(CompactString),
    /// It says more of a noun: "of the fund", "worth £2m".
    Noun,
}

/// The look to the right of one verb.
pub(super) struct Reader<'a> {
    /// The sentence's clauses behind this one.
    pub(super) later: &'a [Draft],
    pub(super) chunks: &'a [Chunk],
    pub(super) layers: &'a Layers<'a>,
    /// The verb's lemma.
    pub(super) verb: &'a str,
    pub(super) copula: bool,
    pub(super) found: Arguments,
    pub(super) slot: Slot,
    pub(super) after_comma: bool,
}

impl Reader<'_> {
    /// Reads the chunk at `at`; gives the place to go on at, or `None` where the look ends. `end` is the end of the
    /// verb's reach.
    pub(super) fn step(&mut self, at: usize, end: usize, taken: &mut [bool]) -> Option<usize> {
        match &self.chunks[at].kind {
            Kind::Phrase(phrase) => {
                if !self.phrase(*phrase, at) {
                    return None;
                }
                taken[at] = true;
                self.found.until = at;
                self.after_comma = false;
            }
            Kind::Preposition(word) => {
                let next = at + 1;
                // "sat in on the talks", "from behind the wall": the last one governs.
                if matches!(self.kind(next), Some(Kind::Preposition(_))) {
                    return Some(next);
                }
                let Some(Kind::Phrase(phrase)) = self.chunks.get(next).map(|chunk| &chunk.kind) else { return None };
                if next >= end {
                    return None;
                }
                if word == "of" {
                    self.part_of_time(*phrase);
                    self.slot = Slot::Noun;
                } else {
                    self.found.adjuncts.push(adjunct(self.layers, word, *phrase, self.chunks[at].token));
                    self.slot = Slot::Adjunct(word.clone());
                }
                taken[next] = true;
                self.found.until = next;
                self.after_comma = false;
                return Some(next + 1);
            }
            Kind::Adjective(word) => {
                // "pleaded not guilty"
                let denied = matches!(at.checked_sub(1).and_then(|left| self.kind(left)), Some(Kind::Word(word)) if word == "not");
                let result = RESULT.contains(&self.verb) && self.slot != Slot::Noun && !denied;
                if (self.copula || result) && self.found.adjective.is_none() && self.found.complement.is_none() {
                    self.found.adjective = Some(*word);
                }
                self.found.until = at;
            }
            Kind::Coordinator(_) if self.is_score(at + 1) && self.last_is_score(at) => return Some(at + 2),
            Kind::Coordinator(_) => {
                // "…, and last month was named": the time is the next verb's.
                let next = match (self.kind(at + 1), self.kind(at + 2)) {
                    (Some(Kind::Phrase(phrase)), Some(Kind::Verb(_))) => self.layers.phrases[*phrase].time.is_none(),
                    (Some(Kind::Phrase(_) | Kind::Preposition(_)), _) => true,
                    _ => false,
                };
                if !next {
                    return None;
                }
            }
            Kind::Comma => return self.comma(at),
            Kind::Word(_) => {}
            Kind::Mark if self.chunks.get(at + 1).is_some_and(|next| next.quote == self.chunks[at].quote) => {}
            _ => return None,
        }
        Some(at + 1)
    }

    /// "for the whole of Friday": the adjunct's time is that of the noun behind "of".
    fn part_of_time(&mut self, phrase: usize) {
        let Some(time) = self.layers.phrases[phrase].time else { return };
        let Some(last) = self.found.adjuncts.last_mut().filter(|last| last.time.is_none()) else { return };
        let Some(part) = last.phrase.map(|part| self.layers.tokens[self.layers.phrases[part].head].lower.as_str())
        else {
            return;
        };
        if matches!(
            part,
            "whole" | "most" | "much" | "part" | "rest" | "course" | "remainder" | "all" | "bulk" | "half"
        ) {
            last.time = Some(time);
            last.span = last.span.join(self.layers.phrases[phrase].span);
        }
    }

    fn kind(&self, at: usize) -> Option<&Kind> {
        self.chunks.get(at).map(|chunk| &chunk.kind)
    }

    /// Steps over a comma, and over an age or a score between two: "knifed Tom Alvey, 15, in the neck".
    fn comma(&mut self, at: usize) -> Option<usize> {
        // "lost 6-4, 6-4 to Ana Ruiz"
        if self.is_score(at + 1) && self.last_is_score(at) {
            return Some(at + 2);
        }
        // "two sons, ages 16 and 6"
        if let Some(Kind::Phrase(phrase)) = self.kind(at + 1)
            && self.layers.tokens[self.layers.phrases[*phrase].head].lower == "ages"
        {
            return None;
        }
        if let (Some(Kind::Phrase(phrase)), Some(Kind::Comma)) = (self.kind(at + 1), self.kind(at + 2)) {
            let noun = &self.layers.phrases[*phrase];
            let number = self.layers.tokens[noun.head].tag == Tag::Number;
            let apposed =
                self.last_phrase(at).is_some_and(|last| self.layers.phrases[last].apposition == Some(*phrase));
            // "The body of Dana Whitlock, the kayaker, on Wednesday"
            let dated = matches!(self.kind(at + 3), Some(Kind::Preposition(_)))
                && matches!(self.kind(at + 4), Some(Kind::Phrase(time)) if self.layers.phrases[*time].time.is_some());
            if number || (apposed || dated) && !self.list_goes_on(at + 1) {
                let goes_on = matches!(self.kind(at + 3), Some(Kind::Preposition(_) | Kind::Phrase(_)));
                return goes_on.then(|| {
                    self.after_comma = true;
                    at + 3
                });
            }
        }
        let goes_on = matches!(self.kind(at + 1), Some(Kind::Phrase(_) | Kind::Preposition(_) | Kind::Coordinator(_)));
        self.after_comma = true;
        goes_on.then_some(at + 1)
    }

    fn is_score(&self, at: usize) -> bool {
        matches!(self.kind(at), Some(Kind::Phrase(phrase)) if self.scored(*phrase))
    }

    fn last_is_score(&self, at: usize) -> bool {
        self.last_phrase(at).is_some_and(|phrase| self.scored(phrase))
    }

    /// "6-4": figures on both sides of a dash and nothing else.
    fn scored(&self, phrase: usize) -> bool {
        let noun = &self.layers.phrases[phrase];
        let sides = self.layers.tokens[noun.head].lower.split_once(['-', '–']);
        noun.tokens.len() == 1 && sides.is_some_and(|(left, right)| is_figure(left) && is_figure(right))
    }

    /// The last noun phrase before the chunk at `at`.
    fn last_phrase(&self, at: usize) -> Option<usize> {
        self.chunks[..at].iter().rev().find_map(|chunk| match chunk.kind {
            Kind::Phrase(phrase) => Some(phrase),
            _ => None,
        })
    }

    /// Takes a noun phrase without a preposition; `false` when it belongs to something else.
    fn phrase(&mut self, phrase: usize, at: usize) -> bool {
        let noun = &self.layers.phrases[phrase];
        if let Some(time) = noun.time {
            let preposition = CompactString::default();
            self.found.adjuncts.push(Adjunct { preposition, phrase: Some(phrase), time: Some(time), span: noun.span });
            return true;
        }
        let previous = at.checked_sub(1).and_then(|left| self.kind(left));
        let joined = matches!(previous, Some(Kind::Coordinator(_)));
        let spoken = self.verb == "say" && !can_be_said(self.layers.tokens[noun.head].lemma.as_str());
        if (joined || self.after_comma) && self.acts_later(phrase) || spoken {
            return false;
        }
        if self.copula && self.is_adverbial(phrase) {
            return true;
        }
        if self.copula && !(matches!(self.verb, "get" | "go") && self.found.objects.is_empty()) {
            if !self.after_comma {
                self.found.complement = self.found.complement.or(Some(phrase));
            }
            return true;
        }
        if self.found.objects.is_empty() && !self.after_comma && !joined {
            if self.is_adverbial(phrase) {
                return true;
            }
            self.found.objects.push(phrase);
            self.slot = Slot::Object;
            return true;
        }
        if joined {
            self.join(phrase, at);
            return true;
        }
        if matches!(previous, Some(Kind::Phrase(_))) && self.slot == Slot::Object {
            return self.second(phrase);
        }
        if self.after_comma {
            let apposed = self.last_phrase(at).is_some_and(|last| self.layers.phrases[last].apposition == Some(phrase));
            if apposed && !self.list_goes_on(at) {
                return true;
            }
            if self.list_goes_on(at) {
                // "by the ministers, A, B and C"
                self.join(phrase, at);
                return true;
            }
        }
        false
    }

    /// "because of the storm, and the leader who flew in spoke": the subject of a later clause is no object here.
    fn acts_later(&self, phrase: usize) -> bool {
        let finite = |draft: &&Draft| self.layers.groups[draft.verb].form == VerbForm::Finite;
        self.later
            .iter()
            .filter(finite)
            .any(|draft| draft.link != ClauseLink::Relative && draft.subjects.contains(&phrase))
    }
}

fn is_figure(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}
