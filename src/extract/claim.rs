//! What an article claims: a predicate with filled roles, in its exact words.

use crate::annotate::verb::{Modality, Polarity, Tense};
use crate::source::{DocumentId, Span};
use compact_str::CompactString;

/// What fills a role. Indices are into the lists of the article that makes the claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Value {
    /// A person, body, place or thing that was recognised as a mention.
    Mention(usize),
    /// A noun phrase that is none.
    Phrase(usize),
    /// A phrase of time.
    Time(usize),
    /// A phrase of quantity.
    Quantity(usize),
    /// A direct quotation.
    Quote(usize),
    /// Nothing but its words.
    Words,
}

/// A filled role.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filler {
    /// The role's name in the predicate.
    pub role: CompactString,
    /// What fills it.
    pub value: Value,
    /// Bytes of the words that fill it.
    pub span: Span,
}

/// Whose claim it is, where it is not the article's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClaimSpeaker {
    /// Index into the article's mentions, where the speaker was recognised.
    pub mention: Option<usize>,
    /// Bytes of the words that name the speaker.
    pub span: Span,
    /// Whether the claim stands between quotation marks.
    pub direct: bool,
}

/// One claim of one article.
#[derive(Clone, Debug)]
pub struct Claim {
    /// The article.
    pub document: DocumentId,
    /// The predicate's id ("meet"); for open claims the verb's lemma.
    pub predicate: CompactString,
    /// The rule that found it, as `pack/rule` ("meetings/met").
    pub rule: CompactString,
    /// Bytes of the clause or sentence that makes it.
    pub span: Span,
    /// Index of the sentence.
    pub sentence: usize,
    /// Index of the clause, where it came from one.
    pub clause: Option<usize>,
    /// Filled roles in the order of their names; a role may stand several times ("A and B met C").
    pub roles: Vec<Filler>,
    /// Affirmed or denied.
    pub polarity: Polarity,
    /// In what sense.
    pub modality: Modality,
    /// When, seen from the moment of writing.
    pub tense: Tense,
    /// Whose claim it is; `None` for the article's own voice.
    pub attribution: Option<ClaimSpeaker>,
    /// What became of the event, where the wording says so ("was called off").
    pub status: Option<Status>,
}

/// What became of an event that was planned.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// It was called off.
    Cancelled,
    /// It was put off.
    Postponed,
    /// It went ahead.
    Held,
    /// It came to an end.
    Ended,
}

impl Claim {
    /// The fillers of one role, in order of the text.
    pub fn role<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Filler> {
        self.roles.iter().filter(move |filler| filler.role == name)
    }
}
