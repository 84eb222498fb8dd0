//! Cues that are no verb of the sentence: "according to", and "said" trailing at its end.

use super::attribute::{Attribution, Context, Ending, ending};
use super::cues::{Form, Frame};

impl Context<'_> {
    /// "The “usual diary challenges” were to blame, said X."
    pub(super) fn trailed(&self) -> Option<Attribution> {
        if self.title() || matches!(ending(self.content), Ending::Stop | Ending::Mark) {
            return None;
        }
        let comma = |word: &usize| self.reader.lower(*word) == ",";
        self.after.split(comma).skip(1).take(6).find_map(|words| {
            let cue =
                self.first_cue(words).filter(|cue| cue.at <= 6 && matches!(cue.frame, Frame::Say | Frame::Tell))?;
            let bare =
                words.get(cue.at + 1).is_none_or(|&word| !matches!(self.reader.lower(word), "that" | "the" | "he"));
            let found = self.found(words, cue, true, "the cue ends the sentence");
            (bare && cue.form == Form::Finite && found.speaker.is_some()).then_some(found)
        })
    }

    /// "according to X", "in the words of X", "in her words" at the end of `words`.
    pub(super) fn according(&self, words: &[usize]) -> Option<Attribution> {
        let lower = |at: usize| words.get(at).map_or("", |&word| self.reader.lower(word));
        let near = words.len().saturating_sub(14);
        let trimmed = words.iter().rposition(|&word| !self.reader.punctuation(word)).map_or(0, |at| at + 1);
        let reason = "a phrase names the speaker before the quotation";
        let give = |speaker, from: usize, to: usize| {
            let cue = self.reader.span(words.get(from..to)?);
            Some(Attribution { speaker, cue, speech: true, after: false, reason })
        };
        for at in (near..words.len()).rev() {
            if lower(at) == "according" && lower(at + 1) == "to" {
                return give(self.reader.starting(&words[at + 2..]), at, at + 2);
            }
            if lower(at) == "words" && lower(at + 1) == "of" {
                return give(self.reader.starting(&words[at + 2..]), at, at + 2);
            }
            if lower(at) == "words" && at + 1 == trimmed && at > 0 {
                let owner = at - 1;
                let speaker = match lower(owner) {
                    "his" | "her" | "their" | "its" | "my" => self.reader.span(&words[owner..=owner]),
                    "'s" | "'" => self.reader.before_verb(&words[..owner]),
                    _ => continue,
                };
                return give(speaker, at, at + 1);
            }
        }
        None
    }

    pub(super) fn according_start(&self, words: &[usize]) -> Option<Attribution> {
        let [first, second, rest @ ..] = words else { return None };
        if self.reader.lower(*first) != "according" || self.reader.lower(*second) != "to" {
            return None;
        }
        let cue = self.reader.span(&words[..2]);
        let reason = "“according to” stands after the quotation";
        Some(Attribution { speaker: self.reader.starting(rest), cue, speech: true, after: true, reason })
    }
}
