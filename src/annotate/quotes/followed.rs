//! Cues behind the words: "…," she said; and what between the two keeps a cue from being theirs.

use super::attribute::{Attribution, Context, Ending, ending};
use super::cues::Form;
use super::words;

impl Context<'_> {
    /// Whether nothing but an addressee or an adverbial stands between the verb and the quotation.
    pub(super) fn adjacent(&self, between: &[usize]) -> bool {
        !between.iter().any(|&word| {
            matches!(
                self.reader.lower(word),
                "that" | "he" | "she" | "they" | "it" | "," | "who" | "was" | "were" | "is" | "had" | "would"
            )
        })
    }

    /// "…," she said; "…," said the minister; "…", according to her.
    pub(super) fn followed(&self) -> Option<Attribution> {
        let comma_outside =
            self.after.first().is_some_and(|&word| matches!(self.reader.lower(word), "," | "--" | "–" | "—" | "-"));
        let words = match self.after {
            [_, rest @ ..] if comma_outside => rest,
            words => words,
        };
        let ending = ending(self.content);
        let fresh = words.first().is_some_and(|&word| self.reader.tokens.get(word).is_some_and(|token| token.capital));
        if let Some(found) = self.according_start(words) {
            return Some(found);
        }
        if let [was, how, rest @ ..] = words
            && matches!(self.reader.lower(*was), "was" | "is")
            && self.reader.lower(*how) == "how"
        {
            let (speaker, cue) = (self.reader.starting(rest), self.reader.span(&words[..2]));
            return Some(Attribution {
                speaker,
                cue,
                speech: true,
                after: true,
                reason: "“was how” stands after the quotation",
            });
        }
        if let Some(found) = self.utterance_of(words) {
            return Some(found);
        }
        if words
            .first()
            .is_some_and(|&word| matches!(self.reader.lower(word), "and" | "but" | "or" | "while" | "which" | "who"))
        {
            return None;
        }
        let cue = self.first_cue(words).filter(|cue| cue.form != Form::Gerund || cue.at > 0)?;
        let near = cue.at <= 6;
        let bare = words.get(cue.at + 1).is_none_or(|&word| self.reader.punctuation(word));
        let allowed = match ending {
            Ending::Comma => true,
            Ending::Open if comma_outside => true,
            // A capital may begin a new sentence ("Why?” Ana Ruiz said that …").
            Ending::Mark => !fresh || near && self.takes_no_clause(words, cue.at),
            Ending::Stop => near && (!fresh || bare),
            Ending::Open => near && !self.title() && (!fresh && cue.at <= 1 || bare && self.before.is_empty()),
        };
        if !allowed {
            return None;
        }
        Some(self.found(words, cue, true, "the cue stands after the quotation"))
    }

    /// "…," was the reply of X; "…" were the words of X; "…" came the answer from X.
    fn utterance_of(&self, words: &[usize]) -> Option<Attribution> {
        let lower = |at: usize| words.get(at).map_or("", |&word| self.reader.lower(word));
        if !matches!(lower(0), "was" | "were" | "is" | "are" | "came" | "comes" | "went" | "ran") {
            return None;
        }
        let at = (1..words.len().min(6)).find(|&at| words::UTTERANCES.has(lower(at)))?;
        if !matches!(lower(at + 1), "of" | "from" | "by") {
            return None;
        }
        let (speaker, cue) = (self.reader.starting(&words[at + 2..]), self.reader.span(&words[at..=at]));
        Some(Attribution {
            speaker,
            cue,
            speech: true,
            after: true,
            reason: "a noun for what was said names the speaker",
        })
    }

    fn takes_no_clause(&self, words: &[usize], cue: usize) -> bool {
        words.get(cue + 1).is_none_or(|&next| {
            !matches!(self.reader.lower(next), "that" | "he" | "she" | "they" | "it" | "the" | ":" | "his" | "her")
        })
    }
}
