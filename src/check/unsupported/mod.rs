//! What a draft says and no source carries: names, figures, dates and quotations that stand in no other article.
//!
//! Not a conflict, since nothing speaks against it: either the draft has a source that was not given, or it has a slip.
//! Each sort of thing is looked up in what the sources hold ([`Carried`]), generously: a figure that a source's may
//! round to, a country whose town a source names, a quotation that a source words alike are carried. What a conflict
//! is reported for already is left out. Paraphrase is not judged: whether a source says the same of known people
//! with known figures is the business of the checks.

mod carried;
mod date;
mod figure;
mod name;
mod quotation;
#[cfg(test)]
mod tests;

use super::conflict::{Check, Conflict, Passage};
use super::support;
use crate::annotate::Article;
use crate::graph::Story;
use crate::source::{DocumentId, Span};
use carried::Carried;
use serde::Serialize;

/// The longest sentence that is given as the passage, in bytes; of longer ones only what no source carries.
const LONGEST: usize = 600;

/// What sort of thing no source carries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// Quoted words.
    Quotation,
    /// A figure.
    Number,
    /// A day, a time of day, a month or a year.
    Date,
    /// A person, body, place or thing.
    Name,
}

impl Kind {
    /// How it is called in a sentence.
    #[must_use]
    pub fn noun(self) -> &'static str {
        match self {
            Self::Quotation => "the quotation",
            Self::Number => "the figure",
            Self::Date => "the date",
            Self::Name => "the name",
        }
    }

    /// The checks that report the same thing where a source speaks against it.
    fn checks(self) -> &'static [Check] {
        match self {
            Self::Quotation => &[Check::Quote, Check::Attribution],
            Self::Number => &[Check::Quantity, Check::Time, Check::Uniqueness],
            Self::Date => &[Check::Time, Check::Order],
            Self::Name => &[Check::Name, Check::Participant, Check::Role, Check::Place, Check::Attendance],
        }
    }
}

/// One thing that no source carries.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Missing {
    /// What it is.
    pub kind: Kind,
    /// Where it stands.
    pub passage: Passage,
}

/// A sentence of a draft that holds something no source carries.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unsupported {
    /// The sentence.
    pub passage: Passage,
    /// What in it no source carries, in order of the text; never empty.
    pub missing: Vec<Missing>,
}

impl Unsupported {
    /// Every place that it names.
    pub fn passages(&self) -> impl Iterator<Item = &Passage> {
        std::iter::once(&self.passage).chain(self.missing.iter().map(|missing| &missing.passage))
    }
}

/// What the drafts of a story say and none of its other articles carries, in the order of the drafts' text.
///
/// `conflicts` are those found in the story: what they report is not repeated here. Without other articles there is
/// nothing to compare with, and nothing is found.
#[must_use]
pub fn unsupported(story: &Story<'_>, conflicts: &[Conflict]) -> Vec<Unsupported> {
    if story.articles.iter().all(|article| article.document.draft) {
        return Vec::new();
    }
    let carried = Carried::new(story);
    let drafts = story.articles.iter().enumerate().filter(|(_, article)| article.document.draft);
    drafts.flat_map(|(at, article)| of_draft(story, &carried, at, article, conflicts)).collect()
}

fn of_draft(story: &Story<'_>, carried: &Carried, at: usize, article: &Article, all: &[Conflict]) -> Vec<Unsupported> {
    let quotations = quotation::missing(carried, article);
    let mut found: Vec<(Span, Kind)> = Vec::new();
    found.extend(figure::missing(carried, article).into_iter().map(|span| (span, Kind::Number)));
    found.extend(date::missing(carried, article).into_iter().map(|span| (span, Kind::Date)));
    found.extend(name::missing(story, carried, at).into_iter().map(|span| (span, Kind::Name)));
    // Within a quotation that no source carries, nothing else needs saying.
    found.retain(|(span, _)| !holds(&quotations, *span));
    found.extend(quotations.into_iter().map(|span| (span, Kind::Quotation)));
    let reported = Reported::new(at, all);
    found.retain(|(span, kind)| !reported.holds(*kind, *span));
    found.sort_unstable();
    by_sentence(at, article, &found)
}

/// Whether one of the spans, which are in order and apart, holds `span`.
fn holds(spans: &[Span], span: Span) -> bool {
    let at = spans.partition_point(|outer| outer.end < span.end);
    spans.get(at).is_some_and(|outer| outer.contains(span))
}

fn by_sentence(at: usize, article: &Article, found: &[(Span, Kind)]) -> Vec<Unsupported> {
    let document = DocumentId(at as u32);
    let passage = |span| Passage { document, span, rule: "core/unsupported".to_owned() };
    let sentence_of = |span: Span| support::sentence_at(article, span.start);
    found
        .chunk_by(|(one, _), (two, _)| sentence_of(*one) == sentence_of(*two))
        .map(|group| {
            let ends = group.iter().map(|(span, _)| span.end).max().unwrap_or_default();
            let own = Span::new(group[0].0.start, ends);
            let sentence = support::sentence(article, own);
            let whole = Span::new(sentence.start.min(own.start), sentence.end.max(own.end));
            Unsupported {
                passage: passage(if whole.len() <= LONGEST { whole } else { own }),
                missing: group.iter().map(|&(span, kind)| Missing { kind, passage: passage(span) }).collect(),
            }
        })
        .collect()
}

/// The stretches of a draft that conflicts are reported for, by check, in order and joined where they overlap.
struct Reported(Vec<(Check, Vec<Span>)>);

impl Reported {
    fn new(at: usize, conflicts: &[Conflict]) -> Self {
        let of = |check: Check| {
            let own = conflicts.iter().filter(|conflict| conflict.check == check);
            let mut spans: Vec<Span> = own
                .flat_map(|conflict| &conflict.sides)
                .flat_map(|side| &side.passages)
                .filter(|passage| passage.document.0 as usize == at)
                .map(|passage| passage.span)
                .collect();
            spans.sort_unstable();
            let mut joined: Vec<Span> = Vec::new();
            for span in spans {
                match joined.last_mut() {
                    Some(last) if span.start <= last.end => last.end = last.end.max(span.end),
                    _ => joined.push(span),
                }
            }
            joined
        };
        Self(Check::ALL.iter().map(|&check| (check, of(check))).filter(|(_, spans)| !spans.is_empty()).collect())
    }

    /// Whether a conflict of the thing's own sort has a passage there.
    fn holds(&self, kind: Kind, span: Span) -> bool {
        self.0.iter().filter(|(check, _)| kind.checks().contains(check)).any(|(_, spans)| {
            let at = spans.partition_point(|reported| reported.end <= span.start);
            spans.get(at).is_some_and(|reported| reported.overlaps(span))
        })
    }
}
