//! The answers of an article: which words of the table its sentences hold, whether they are denied, and of what they tell.
//!
//! Left out is what is no answer of the article's day: what is wished, feared or asked for, what was so once or until then, what
//! is told of some of many.

use super::found::found;
use super::having;
use super::manner::{above, apart, denials, told, yet};
use super::table::{Place, Wording};
use super::topics::{actors, governed, matters, topics};
use crate::annotate::clause::Clause;
use crate::annotate::verb::Tense;
use crate::check::order::event::Dated;
use crate::check::order::reader::Reader;
use crate::check::outcome::Thing;
use crate::check::support;
use crate::graph::{Around, Identity, Story, surroundings};
use crate::source::Span;
use compact_str::CompactString;
use std::sync::OnceLock;

/// One answer.
pub(super) struct Answer {
    pub(super) article: usize,
    pub(super) wording: &'static Wording,
    /// The question, and what is had where that is asked.
    pub(super) class: CompactString,
    pub(super) holds: bool,
    /// Still to come.
    pub(super) planned: bool,
    /// Not so until it was written.
    pub(super) so_far: bool,
    /// Of what; none where the words say it, or where nothing of its sort is named.
    pub(super) topics: Vec<Thing>,
    /// Who or what acts in its clause, where the words themselves say of what they tell.
    pub(super) actors: Vec<Thing>,
    /// Nouns for what it is about: "split over the bus lane", "guilty to fraud".
    pub(super) matters: Vec<CompactString>,
    /// Where it is, as named: "at the plant in Linz".
    pub(super) sites: Vec<Thing>,
    /// Told of another time, of a part, or as what is held to be so: held against nothing, but known to its article.
    pub(super) void: bool,
    /// Told by more than one word.
    pub(super) several: bool,
    /// Told of the moment of telling.
    pub(super) present: bool,
    /// When, as its sentence says.
    pub(super) when: Vec<Dated>,
    /// Bytes of the words.
    pub(super) words: Span,
    /// Bytes of the clause.
    pub(super) span: Span,
    pub(super) speaker: Option<Identity>,
    /// Whether it is told as what somebody says or found.
    pub(super) reported: bool,
    pub(super) around: OnceLock<Around>,
}

impl Answer {
    /// What stands around it.
    pub(super) fn around(&self, story: &Story) -> &Around {
        self.around.get_or_init(|| surroundings(story, self.article, self.words))
    }
}

/// Verbs of what somebody says or found.
pub(super) const REPORTS: &[&str] = &[
    "say", "find", "conclude", "tell", "report", "state", "insist", "announce", "show", "rule", "decide", "add",
    "write", "maintain",
];

/// The answers of an article.
pub(super) fn read(reader: &Reader) -> Vec<Answer> {
    let article = reader.article;
    let mut list = Vec::new();
    for sentence in &article.sentences {
        let asks = article.tokens[sentence.tokens.clone()].last().is_some_and(|token| token.lower == "?");
        if asks {
            continue;
        }
        let found = found(&article.tokens, sentence.tokens.clone());
        list.extend(found.into_iter().filter_map(|(wording, places)| answer(reader, wording, &places)));
    }
    list.extend(having::read(reader));
    list
}

fn answer(reader: &Reader, wording: &'static Wording, places: &[usize]) -> Option<Answer> {
    let article = reader.article;
    let (&first, &last) = places.first().zip(places.last())?;
    let words = article.tokens[first].span.join(article.tokens[last].span);
    let clause = clause_of(reader, words)?;
    let group = reader.group(clause.verb);
    // What is acted upon is known where the words hold the verb: "fire" is no dismissal.
    let acts = places.iter().any(|at| group.tokens.contains(at));
    if wording.place == Place::Object && !acts {
        return None;
    }
    let planned = told(reader, clause, group, first)?;
    let from = article.tokens.partition_point(|token| token.span.start < clause.span.start).min(first);
    let void = apart(reader, places, from..last + 1, clause);
    let holds = match denials(reader, clause, group, places, from) {
        0 => wording.holds,
        1 if wording.deniable => !wording.holds,
        _ => return None,
    };
    let topics = topics(reader, wording, clause, group, places)?;
    let sentence = support::sentence(article, words);
    Some(Answer {
        article: reader.at,
        wording,
        class: wording.question.into(),
        holds,
        planned,
        so_far: yet(reader, clause, group),
        actors: actors(reader, clause, group, places),
        matters: matters(reader, wording, clause, places),
        sites: governed(reader, clause, &["at", "in", "near", "outside", "inside"])
            .filter_map(|phrase| Thing::read(reader, phrase))
            .filter(Thing::named)
            .collect(),
        void,
        several: places.len() > 1,
        present: group.tense == Tense::Present && !group.perfect,
        topics,
        when: support::times(article, sentence)
            .filter(|time| time.duration.is_none())
            .filter_map(|time| reader.date(time))
            .collect(),
        words,
        span: if clause.span.contains(words) { clause.span } else { words },
        speaker: reader.speaker(clause),
        reported: clause.attribution.is_some() || above(reader, clause).any(|verb| REPORTS.contains(&verb)),
        around: OnceLock::new(),
    })
}

/// The smallest clause around some words, else the one that they follow.
fn clause_of<'r>(reader: &'r Reader, words: Span) -> Option<&'r Clause> {
    let sentence = support::sentence_at(reader.article, words.start);
    let before = || {
        let begun = support::clauses(reader.article, sentence).filter(|clause| clause.span.start <= words.start);
        begun.max_by_key(|clause| (clause.span.end > words.start, clause.span.start))
    };
    support::clause(reader.article, words).or_else(before).or_else(|| support::clauses(reader.article, sentence).next())
}
