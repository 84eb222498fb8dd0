//! What a sentence says about others of a sort: that there were or are none, or some.

use super::line::Line;
use super::scope::Scope;
use super::window::{Window, window};
use super::words::Passage;
use super::{beside, claim, precedent};
use crate::annotate::Article;
use crate::graph::{Identity, Story};
use crate::source::Span;
use compact_str::CompactString;

/// What is said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Nothing of the sort before.
    First,
    /// The rank among those of the sort: two or more.
    Rank(u32),
    /// Nothing of the sort beside it.
    Only,
    /// The most so ("youngest"): the adjective.
    Most(CompactString),
    /// Something in an earlier year, told without a word of others.
    Past(i16),
    /// There was one before; its year where that is told.
    Earlier(Option<i16>),
    /// Another held the office before.
    Holder,
    /// There is another, now or before.
    Another,
    /// There is another of the sort, told as a thing by itself ("a smaller one of the kind").
    Fellow,
    /// Nobody else has done it more than once…
    OnlyAgain,
    /// …and somebody has.
    Times,
    /// There are so many.
    Several(u32),
    /// One was more so ("younger"): the adjective.
    More(CompactString),
}

/// What was read at a word of a sentence, before it is known what it is about.
pub(super) struct Mark {
    pub(super) kind: Kind,
    /// Position of the word.
    pub(super) at: usize,
    /// Positions of what it is said of.
    pub(super) of: Vec<usize>,
    /// Lemmas of the noun counted and of the verb.
    pub(super) keys: Vec<CompactString>,
    /// Whether the wording also stands beside other things, so that it has to name a key.
    pub(super) weak: bool,
}

/// One thing said.
pub(super) struct Told {
    pub(super) article: usize,
    /// Bytes of the sentence.
    pub(super) span: Span,
    pub(super) kind: Kind,
    pub(super) scope: Scope,
    pub(super) keys: Vec<CompactString>,
    /// The clause.
    pub(super) clause: Passage,
    /// The sentence, and those beside it.
    pub(super) sentence: Passage,
    pub(super) around: Passage,
    pub(super) window: Window,
    pub(super) weak: bool,
    /// The words that say so, for messages.
    pub(super) words: Span,
    /// Of whom it is said, where that is known.
    pub(super) subject: Option<Identity>,
    /// Whether it ranks what one party has done ("the club's first trophy"), and not who did it ("the first woman to").
    pub(super) own: bool,
}

/// What the sentences of an article say about others of a sort.
pub(super) fn told(story: &Story, at: usize) -> Vec<Told> {
    let article = &story.articles[at];
    let mut found = Vec::new();
    for (index, sentence) in article.sentences.iter().enumerate() {
        let line = Line { words: &article.tokens[sentence.tokens.clone()], from: sentence.tokens.start };
        let mut marks = claim::marks(&line);
        marks.extend(precedent::marks(&line));
        marks.extend(beside::marks(&line));
        marks.retain(|mark| !quoted(article, line.words[mark.at].span));
        found.extend(marks.into_iter().map(|mark| read(story, at, index, &line, mark)));
    }
    found
}

/// What is told at a mark of the sentence `index`.
pub(super) fn read(story: &Story, at: usize, index: usize, line: &Line, mark: Mark) -> Told {
    let article = &story.articles[at];
    let sentence = &article.sentences[index];
    let year = article.document.published.map(|published| published.date.year());
    let near = index.saturating_sub(1)..(index + 2).min(article.sentences.len());
    let whole = article.sentences[near.start].tokens.start..article.sentences[near.end - 1].tokens.end;
    let segment = line.segment(mark.at);
    Told {
        article: at,
        span: sentence.span,
        window: window(line, mark.at, year),
        scope: Scope::new(story, at, mark.of.iter().map(|word| word + line.from).collect(), mark.at + line.from),
        clause: Passage::new(story, at, segment.start + line.from..segment.end + line.from),
        sentence: Passage::new(story, at, sentence.tokens.clone()),
        around: Passage::new(story, at, whole),
        words: line.words[segment.start].span.join(line.words[segment.end - 1].span),
        subject: subject(story, at, line.words[mark.at].span),
        own: own(line, mark.at),
        kind: mark.kind,
        keys: mark.keys,
        weak: mark.weak,
    }
}

/// Who acts, or is something, in the clause around some words.
fn subject(story: &Story, at: usize, span: Span) -> Option<Identity> {
    let article = &story.articles[at];
    let around = article.clauses.iter().filter(|clause| clause.span.contains(span));
    let clause = around.filter(|clause| !clause.subjects.is_empty()).min_by_key(|clause| {
        let verb = article.verb_groups[clause.verb].span;
        (verb.start > span.start, span.start.abs_diff(verb.end))
    })?;
    let mention = article.phrases[*clause.subjects.first()?].mention?;
    story.identities.of(at, article.mentions[mention].entity?)
}

/// "the club's first trophy", "the first trophy in its history", "for the first time"
fn own(line: &Line, at: usize) -> bool {
    let to = (at + 1..at + 4).any(|at| line.lower(at) == "to");
    matches!(line.before(at, 1), "'s" | "’s" | "its" | "their" | "his" | "her")
        || line.lower(at + 1) == "time"
        || matches!(line.lower(at), "never" | "not" | "n't")
        || !to && line.has(at..line.words.len(), &["history"])
}

pub(super) fn quoted(article: &Article, span: Span) -> bool {
    let at = article.quotes.partition_point(|quote| quote.span.end <= span.start);
    article.quotes.get(at).is_some_and(|quote| quote.span.contains(span))
}
