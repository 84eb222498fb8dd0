//! What a sentence says about others of a sort: that there were or are none, or some.

use super::line::Line;
use super::window::{Window, window};
use super::words::{Passage, Scope};
use super::{claim, precedent};
use crate::annotate::Article;
use crate::graph::Story;
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
    /// There was one before; its year where that is told.
    Earlier(Option<i16>),
    /// Another held the office before.
    Holder,
    /// There is another, now or before.
    Another,
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
}

/// What the sentences of an article say about others of a sort.
pub(super) fn told(story: &Story, at: usize) -> Vec<Told> {
    let article = &story.articles[at];
    let year = article.document.published.map(|published| published.date.year());
    let mut found = Vec::new();
    for (index, sentence) in article.sentences.iter().enumerate() {
        let line = Line { words: &article.tokens[sentence.tokens.clone()], from: sentence.tokens.start };
        let mut marks = claim::marks(&line);
        marks.extend(precedent::marks(&line));
        marks.retain(|mark| !quoted(article, line.words[mark.at].span));
        for mark in marks {
            let near = index.saturating_sub(1)..(index + 2).min(article.sentences.len());
            let whole = article.sentences[near.start].tokens.start..article.sentences[near.end - 1].tokens.end;
            let segment = line.segment(mark.at);
            found.push(Told {
                article: at,
                span: sentence.span,
                window: window(&line, mark.at, year),
                scope: Scope::new(
                    story,
                    at,
                    mark.of.iter().map(|word| word + line.from).collect(),
                    mark.at + line.from,
                ),
                clause: Passage::new(story, at, segment.start + line.from..segment.end + line.from),
                sentence: Passage::new(story, at, sentence.tokens.clone()),
                around: Passage::new(story, at, whole),
                kind: mark.kind,
                keys: mark.keys,
                weak: mark.weak,
                words: line.words[segment.start].span.join(line.words[segment.end - 1].span),
            });
        }
    }
    found
}

fn quoted(article: &Article, span: Span) -> bool {
    let at = article.quotes.partition_point(|quote| quote.span.end <= span.start);
    article.quotes.get(at).is_some_and(|quote| quote.span.contains(span))
}
