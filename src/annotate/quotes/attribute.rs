//! Decides whose words stand between a pair of marks, from the sentence around them.
//!
//! The cue may follow ("…," she said), precede (she said: "…"; according to her, "…") or govern a fragment
//! (said the team "has got …"; called it "…"); what follows is read in [`super::followed`], what is no verb of the sentence
//! in [`super::according`]. What no sentence settles — words that go on after a cue, or stand alone in their paragraph — is
//! left to [`super::layout`], which sees the quotations before.

use super::cues::Frame;
use super::find::{Cue, cue_at, subject};
use super::reader::Reader;
use super::words;
use crate::source::Span;

/// What the sentence around a quotation says of it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Attribution {
    pub(super) speaker: Option<Span>,
    pub(super) cue: Option<Span>,
    pub(super) speech: bool,
    /// Whether the cue stands behind the quotation.
    pub(super) after: bool,
    pub(super) reason: &'static str,
}

/// How a quotation's own words end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ending {
    /// Nothing: the sentence around it goes on.
    Open,
    /// A comma or dash: its sentence goes on after the cue.
    Comma,
    /// A question or exclamation mark, which may end its sentence or not.
    Mark,
    /// A full stop.
    Stop,
}

pub(super) fn ending(content: &str) -> Ending {
    match content.trim_end_matches(['\'', '’', ')', ']']).chars().next_back() {
        Some('.') if content.ends_with("...") => Ending::Mark,
        Some('.') => Ending::Stop,
        Some('?' | '!' | '…') => Ending::Mark,
        Some(',' | '-' | '–' | '—') => Ending::Comma,
        _ => Ending::Open,
    }
}

/// The words around a quotation, other quotations left out.
pub(super) struct Context<'a> {
    pub(super) reader: Reader<'a>,
    /// The quoted words.
    pub(super) content: &'a str,
    /// Tokens of the same sentence before it.
    pub(super) before: &'a [usize],
    /// Tokens after it, to the end of the sentence or the next quotation.
    pub(super) after: &'a [usize],
}

/// Farthest cue after a quotation, in tokens.
const FARTHEST_AFTER: usize = 24;

impl Context<'_> {
    /// What the sentence says; `None` where it says nothing of a speaker or of speech.
    pub(super) fn attribution(&self) -> Option<Attribution> {
        let last = self.before.last().map_or("", |&word| self.reader.lower(word));
        if last == ":" {
            return self.introduced();
        }
        self.followed()
            .or_else(|| if last == "," { self.introduced() } else { None })
            .or_else(|| self.governed())
            .or_else(|| self.trailed())
    }

    /// Whether the words are speech though nothing says so: three or more, or a whole sentence, and no title.
    pub(super) fn reads_as_speech(&self) -> bool {
        let count = word_count(self.content);
        let ends = matches!(ending(self.content), Ending::Stop | Ending::Mark);
        let sentence = ends && self.before.is_empty() && self.content.starts_with(char::is_uppercase);
        (count >= 3 || count == 2 && sentence) && !self.title()
    }

    /// "X said: …", "X told them, …", "in her words, …", "X: …".
    fn introduced(&self) -> Option<Attribution> {
        let (&mark, words) = self.before.split_last()?;
        let colon = self.reader.lower(mark) == ":";
        if let Some(found) = self.according(words) {
            return Some(found);
        }
        if let Some(cue) = self.last_cue(words, true)
            && (colon || words.len() - cue.at <= 12 && self.adjacent(&words[cue.at + 1..]))
        {
            return Some(self.found(words, cue, false, "the cue stands before the quotation"));
        }
        if !colon {
            return None;
        }
        if let Some(found) = self.came_from(words) {
            return Some(found);
        }
        let named = words.last().is_some_and(|&word| self.reader.name(word));
        let speaker = if words.len() <= 8 || named {
            self.reader.before_verb(words)
        } else if words.iter().any(|&word| words::UTTERANCES.has(self.reader.lower(word))) {
            self.reader.main_subject(words)
        } else {
            None
        };
        let reason = "a colon introduces the quotation";
        Some(Attribution {
            speaker,
            cue: None,
            speech: speaker.is_some() || self.reads_as_speech(),
            after: false,
            reason,
        })
    }

    /// "The sharpest reply came from X:".
    fn came_from(&self, words: &[usize]) -> Option<Attribution> {
        let came = words.iter().rposition(|&word| matches!(self.reader.lower(word), "came" | "comes"))?;
        let [from, rest @ ..] = words.get(came + 1..)? else { return None };
        let uttered = words[..came].iter().any(|&word| words::UTTERANCES.has(self.reader.lower(word)));
        if self.reader.lower(*from) != "from" || !uttered || rest.len() > 14 {
            return None;
        }
        let (speaker, cue) = (self.reader.starting(rest), self.reader.span(&words[came..=came]));
        let reason = "the words before the colon say from whom they come";
        Some(Attribution { speaker, cue, speech: true, after: false, reason })
    }

    /// A verb earlier in the sentence governs a fragment.
    fn governed(&self) -> Option<Attribution> {
        if let Some(found) = self.according(self.before) {
            return Some(found);
        }
        let cue = self.last_cue(self.before, false)?;
        let reason = "a verb before it in the sentence governs the fragment";
        let mut found = self.found(self.before, cue, false, reason);
        // "Police said the fire was treated as “suspicious”": a passive without its agent is told by who said so.
        if cue.passive
            && found.speaker.is_none()
            && let Some(earlier) = self.last_cue(&self.before[..cue.at], false)
        {
            found = self.found(self.before, earlier, false, reason);
        }
        let words = word_count(self.content);
        let naming = cue.frame == Frame::Name
            || cue.frame == Frame::Label
                && found.speaker.is_some_and(|span| self.indefinite(span, self.before, cue.at));
        found.speech = match (naming, self.title()) {
            (true, title) => words >= 4 && !title,
            (false, true) => words >= 6,
            (false, false) => !self.label(words),
        };
        if !found.speech {
            found.reason = "a name, title, nickname or label";
        }
        Some(found)
    }

    /// Whether the quoted words, a word or two, only describe the noun behind them: its “critical” update.
    fn label(&self, words: usize) -> bool {
        let noun = |&word: &usize| self.reader.tokens.get(word).is_some_and(|token| token.tag.is_noun());
        words <= 2 && ending(self.content) == Ending::Open && self.after.first().is_some_and(noun)
    }

    /// Whether the phrase in front of "called" is what bears the name ("a scheme called “Harbour”").
    fn indefinite(&self, speaker: Span, words: &[usize], cue: usize) -> bool {
        let begins = words
            .iter()
            .find(|&&word| self.reader.tokens.get(word).is_some_and(|token| token.span.start == speaker.start));
        begins.is_some_and(|&word| matches!(self.reader.lower(word), "a" | "an"))
            && words.get(cue + 1).is_none_or(|&word| self.reader.punctuation(word))
    }

    pub(super) fn found(&self, words: &[usize], cue: Cue, after: bool, reason: &'static str) -> Attribution {
        let span = self.reader.span(&words[cue.at..=cue.at]);
        let speaker = if cue.passive { self.agent(words, cue.at, after) } else { subject(self.reader, words, cue.at) };
        Attribution { speaker, cue: span, speech: cue.frame != Frame::Name, after, reason }
    }

    /// The agent of a passive ("was described as “…” by X").
    fn agent(&self, words: &[usize], cue: usize, after: bool) -> Option<Span> {
        let by = |words: &[usize]| {
            let at = words.iter().position(|&word| self.reader.lower(word) == "by")?;
            self.reader.starting(&words[at + 1..])
        };
        by(&words[cue + 1..]).or_else(|| if after { None } else { by(self.after) })
    }

    pub(super) fn first_cue(&self, words: &[usize]) -> Option<Cue> {
        (0..words.len().min(FARTHEST_AFTER))
            .find_map(|at| cue_at(self.reader, words, at))
            .filter(|cue| !matches!(cue.frame, Frame::Name))
    }

    /// The last cue of `words`; `beside` admits verbs that count only next to the quotation.
    fn last_cue(&self, words: &[usize], beside: bool) -> Option<Cue> {
        (0..words.len()).rev().find_map(|at| {
            let cue = cue_at(self.reader, words, at)?;
            (cue.frame != Frame::Manner || beside && words.len() - at <= 3).then_some(cue)
        })
    }

    /// Every word but the small ones begins with a capital, or a word for a work stands before it.
    pub(super) fn title(&self) -> bool {
        let mut words = self.content.split_whitespace().filter(|word| word.chars().any(char::is_alphabetic)).peekable();
        let small = |word: &str| word.len() <= 3 || matches!(word, "with" | "from" | "into" | "over" | "that");
        let capitals = words.peek().is_some()
            && words.all(|word| small(word) && word.len() <= 4 || word.starts_with(|c: char| !c.is_lowercase()));
        let upper = self.content.chars().next().is_some_and(char::is_uppercase);
        let work = self.before.last().is_some_and(|&word| words::WORKS.has(self.reader.lower(word)));
        upper && (capitals || work) && !matches!(self.content, "No" | "Yes")
    }
}

pub(super) fn word_count(content: &str) -> usize {
    content.split(|c: char| !(c.is_alphanumeric() || c == '\'' || c == '’')).filter(|word| !word.is_empty()).count()
}
