//! What "and" and commas join behind a verb: second objects, lists that go on, and phrases that only look like objects.

use super::arguments::adjunct;
use super::chunks::Kind;
use super::classes::names_object;
use super::objects::{Reader, Slot};
use crate::annotate::mention::EntityKind;

impl Reader<'_> {
    /// A second object: what the first receives, or what it becomes.
    pub(super) fn second(&mut self, phrase: usize) -> bool {
        if self.is_adverbial(phrase) || self.opens_sets(phrase) {
            return true;
        }
        if names_object(self.layers, self.verb, phrase) {
            self.found.complement = self.found.complement.or(Some(phrase));
            return true;
        }
        if !self.found.recipients.is_empty() {
            return false;
        }
        self.found.recipients = std::mem::replace(&mut self.found.objects, vec![phrase]);
        true
    }

    /// "beat Ruiz 6-3, 7-5": the first of several sets is not acted upon.
    fn opens_sets(&self, phrase: usize) -> bool {
        let set = |at: usize| {
            let word = self.layers.tokens.get(at).map_or("", |token| token.lower.as_str());
            word.contains(['-', '–'])
                && word.chars().all(|letter| letter.is_ascii_digit() || matches!(letter, '-' | '–'))
        };
        let end = self.layers.phrases[phrase].tokens.end;
        end.checked_sub(1).is_some_and(set)
            && self.layers.tokens.get(end).is_some_and(|next| next.lower == ",")
            && set(end + 1)
    }

    /// Joins a phrase to the last of its kind: "met A and B", "signed by A, B and C".
    pub(super) fn join(&mut self, phrase: usize, at: usize) {
        match self.slot.clone() {
            Slot::Adjunct(preposition) if !self.like_object(phrase) => {
                self.found.adjuncts.push(adjunct(self.layers, &preposition, phrase, self.chunks[at].token));
            }
            Slot::Noun => {}
            Slot::None if self.found.objects.is_empty() && self.after_comma => {}
            _ => {
                self.found.objects.push(phrase);
                self.slot = Slot::Object;
            }
        }
    }

    /// "met Ana Ruiz in Bern and Li Wei in Geneva": somebody is joined to the object, and not to the place.
    fn like_object(&self, phrase: usize) -> bool {
        let kind =
            |phrase: usize| self.layers.phrases[phrase].mention.map(|mention| self.layers.mentions[mention].kind);
        let own = kind(phrase);
        let place = self.found.adjuncts.last().and_then(|last| last.phrase).and_then(kind) == Some(EntityKind::Place);
        own == Some(EntityKind::Person) && place && self.found.objects.iter().any(|&object| kind(object) == own)
    }

    /// "the very next day", "all night": no object, except of verbs that take time.
    pub(super) fn is_adverbial(&self, phrase: usize) -> bool {
        let head = self.layers.tokens[self.layers.phrases[phrase].head].lemma.as_str();
        matches!(
            head,
            "day"
                | "week"
                | "month"
                | "year"
                | "morning"
                | "evening"
                | "afternoon"
                | "night"
                | "weekend"
                | "moment"
                | "time"
        ) && !matches!(
            self.verb,
            "spend" | "take" | "last" | "have" | "need" | "waste" | "save" | "mark" | "serve" | "get" | "give" | "face"
        )
    }

    /// "A, B and C": a comma or "and" with another phrase follows, and an "and" comes.
    pub(super) fn list_goes_on(&self, at: usize) -> bool {
        let mut rest = self.chunks[at + 1..].iter().take(12).map(|chunk| &chunk.kind);
        while let Some(kind) = rest.next() {
            match kind {
                Kind::Coordinator(word) => return word == "and" && matches!(rest.next(), Some(Kind::Phrase(_))),
                Kind::Comma | Kind::Phrase(_) | Kind::Preposition(_) => {}
                _ => return false,
            }
        }
        false
    }
}
