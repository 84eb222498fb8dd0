//! Clauses: one verb group with who and what belongs to it.

use super::verb::{Modality, Polarity};
use crate::source::Span;
use compact_str::CompactString;

/// How a clause hangs on the one it belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ClauseLink {
    /// It stands alone.
    Main,
    /// "who …", "which …", "…, cut by …": says something of a noun.
    Relative,
    /// "said that …": somebody else's words.
    Reported,
    /// "if", "unless", "were … to": asserts nothing.
    Conditional,
    /// "before …"
    Before,
    /// "after …"
    After,
    /// "when", "while", "as"
    While,
    /// "because", "although", "since": asserted like a main clause.
    Subordinate,
    /// "to …", "…ing": a participle or infinitive whose subject is the other clause's.
    Open,
}

/// A phrase that belongs to the verb by preposition, or without one (times, "next door").
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Adjunct {
    /// The preposition in lower case, several words joined by spaces ("in front of"); empty for none.
    pub preposition: CompactString,
    /// Index of the noun phrase.
    pub phrase: Option<usize>,
    /// Index of the time, where it is one.
    pub time: Option<usize>,
    /// Bytes, preposition included.
    pub span: Span,
}

/// Whose words a clause is in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attribution {
    /// Index of the speaker's mention, where it is known.
    pub speaker: Option<usize>,
    /// The speaker as worded.
    pub text: Span,
    /// Whether the words stand between quotation marks.
    pub direct: bool,
}

/// A verb group with its arguments. Voice is already resolved: `subjects` act, `objects` are acted upon.
#[derive(Clone, Debug)]
pub struct Clause {
    /// Bytes of the document's text, from the first to the last word that belongs to it.
    pub span: Span,
    /// Index of the sentence.
    pub sentence: usize,
    /// Index of the verb group.
    pub verb: usize,
    /// Noun phrases that act; several where coordinated. Empty in a passive without "by".
    pub subjects: Vec<usize>,
    /// Noun phrases acted upon.
    pub objects: Vec<usize>,
    /// Noun phrases of a second object ("gave the unions an undertaking": the unions).
    pub recipients: Vec<usize>,
    /// What a copula says of its subject, or an object complement: a noun phrase…
    pub complement: Option<usize>,
    /// …or an adjective (index of its token).
    pub adjective: Option<usize>,
    /// Phrases by preposition, and bare times.
    pub adjuncts: Vec<Adjunct>,
    /// Index of the clause it hangs on.
    pub parent: Option<usize>,
    /// How it hangs on it.
    pub link: ClauseLink,
    /// Affirmed or denied, after subjects such as "nobody" and embedding clauses.
    pub polarity: Polarity,
    /// In what sense, after conditionals, questions and embedding clauses.
    pub modality: Modality,
    /// Whose words it is in; `None` for the article's own voice.
    pub attribution: Option<Attribution>,
}
