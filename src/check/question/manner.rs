//! How the words of an answer are told, which decides whether they are one: of the day or of another, as so or as held to be so,
//! denied or not.

use super::found::denies;
use crate::annotate::clause::{Clause, ClauseLink};
use crate::annotate::token::Tag;
use crate::annotate::verb::{Modality, Polarity, Tense, VerbForm, VerbGroup};
use crate::check::order::reader::Reader;
use crate::check::support;
use crate::source::Span;
use std::ops::Range;

/// Words by which a clause tells of another time than that of the news, of a part, or of what may be.
#[rustfmt::skip]
const APART: &[&str] = &[
    "until", "till", "since", "initially", "originally", "previously", "earlier", "once", "formerly", "former", "previous", "used",
    "later", "now", "then", "again", "longer", "anymore", "if", "unless", "whether", "would", "might", "may", "should",
    "must", "half", "part", "partly", "partially", "many", "several", "mostly", "largely", "nearly", "almost", "other", "others",
    "another", "second", "third", "fourth", "usually", "often", "sometimes", "normally", "always", "elsewhere",
    "eventually", "rest", "remaining", "most", "although", "otherwise", "like", "unlike", "ever",
];
/// Verbs and nouns of what is only held to be so.
#[rustfmt::skip]
const HELD: &[&str] = &[
    "claim", "allege", "accuse", "suspect", "believe", "think", "fear", "suggest", "allegation", "allegedly", "reportedly",
    "apparently", "rumour", "rumor", "accusation", "hope", "wish", "demand", "want", "urge", "ask", "consider", "potential",
    "wonder", "doubt", "possible", "possibly", "perhaps", "probably", "maybe", "suspicion", "expect", "likely", "call", "seem",
    "imagine", "critic", "need", "require", "prefer", "preference", "deny", "decide", "argue", "pretend", "advise", "recommend", "propose",
];

/// Those of them that say so as nouns too: "the suspect" is no suspicion.
const DOUBTS: &[&str] =
    &["claim", "allegation", "rumour", "rumor", "accusation", "hope", "wish", "suspicion", "doubt", "preference"];

/// Whether the clause looks ahead; `None` where it tells nothing.
pub(super) fn told(reader: &Reader, clause: &Clause, group: &VerbGroup, first: usize) -> Option<bool> {
    if clause.link == ClauseLink::Conditional {
        return None;
    }
    let wanted = group.form == VerbForm::Infinitive && first >= group.tokens.start && !enough(reader, group);
    // "Her decision not to sign": what hangs on a noun is not told.
    let hangs = (1..3)
        .any(|back| group.tokens.start.checked_sub(back).is_some_and(|at| reader.article.tokens[at].tag.is_noun()));
    if wanted && hangs {
        return None;
    }
    let had = group.tense == Tense::Past && group.perfect && group.modality == Modality::Hypothetical;
    match clause.modality {
        _ if had => None,
        Modality::Actual if wanted && group.embedding.is_none() => None,
        Modality::Actual => Some(group.tense == Tense::Future),
        Modality::Unable | Modality::Refused => Some(false),
        // "Had to leave" and "was to leave" look back.
        Modality::Planned => Some(group.tense != Tense::Past),
        Modality::Intended if enough(reader, group) => Some(false),
        // "They could swim", "could not walk": what somebody was able to do.
        Modality::Possible => {
            let able = reader.article.tokens[group.tokens.clone()]
                .iter()
                .any(|token| matches!(token.lower.as_str(), "could" | "can" | "cannot"));
            (able && first <= group.tokens.end).then_some(false)
        }
        _ => None,
    }
}

/// "Has not yet lodged it", "has never paid": so far.
pub(super) fn yet(reader: &Reader, clause: &Clause, group: &VerbGroup) -> bool {
    let tokens = &reader.article.tokens;
    let negative = group.polarity == Polarity::Negative || clause.polarity == Polarity::Negative;
    let said = group.tokens.start.saturating_sub(2)..(group.tokens.end + 2).min(tokens.len());
    negative && group.perfect && group.tense == Tense::Present || said.into_iter().any(|at| tokens[at].lower == "yet")
}

/// "Serious enough to require it": what is denied of the one is denied of the other.
fn enough(reader: &Reader, group: &VerbGroup) -> bool {
    let tokens = &reader.article.tokens;
    group.form == VerbForm::Infinitive
        && group.tokens.start.checked_sub(1).is_some_and(|before| tokens[before].lower == "enough")
}

/// Words behind an answer that belong to it though no clause holds them.
const CLOSE: usize = 2;

/// Whether the words are told of another time, of a part, or as what somebody holds to be so.
pub(super) fn apart(reader: &Reader, places: &[usize], clause: Range<usize>, own: &Clause) -> bool {
    let tokens = &reader.article.tokens;
    let end = tokens.partition_point(|token| token.span.start < own.span.end);
    let mark = |at: &usize| tokens[*at].tag == Tag::Punctuation;
    let close =
        (clause.end..tokens.len().min(clause.end + CLOSE)).find(mark).unwrap_or(tokens.len().min(clause.end + CLOSE));
    let sentence = reader.article.sentences[own.sentence].tokens.end;
    let within = clause.start..end.max(clause.end).max(close).min(sentence);
    // "Children, who until now were exempt, will be charged": what stands in a clause of its own tells of something else.
    let inner: Vec<Span> = support::clauses(reader.article, own.sentence)
        .filter(|other| own.span.contains(other.span) && other.span.len() < own.span.len())
        .map(|other| other.span)
        .filter(|span| !places.iter().any(|&at| span.contains(tokens[at].span)))
        .collect();
    let free = |at: &usize| !places.contains(at) && !inner.iter().any(|span| span.contains(tokens[*at].span));
    let counted = |at: usize| tokens.get(at + 1).is_some_and(|next| next.tag == Tag::Number);
    let word = |at: usize| tokens[at].lower.as_str();
    let behind = |at: usize, back: usize| at.checked_sub(back).map_or("", &word);
    within.clone().filter(free).any(|at| {
        APART.contains(&word(at)) && !(word(at) == "once" && behind(at, 1) == "at")
            || word(at) == "first" && behind(at, 1) == "at"
            || YOUNG.contains(&word(at)) && behind(at, 1) == "a" && behind(at, 2) == "as"
            || word(at) == "some" && !counted(at)
            || HELD.contains(&tokens[at].lemma.as_str())
                && (!tokens[at].tag.is_noun() || DOUBTS.contains(&tokens[at].lemma.as_str()))
    }) || !enough(reader, reader.group(own.verb)) && above(reader, own).any(|verb| HELD.contains(&verb))
}

/// What somebody was before he was grown up.
const YOUNG: &[&str] = &["boy", "girl", "child", "student", "teenager", "youth"];

/// The verbs of the clauses on which one hangs.
pub(super) fn above<'r>(reader: &'r Reader, clause: &'r Clause) -> impl Iterator<Item = &'r str> {
    let clauses = &reader.article.clauses;
    let up = move |clause: &&'r Clause| clause.parent.and_then(|parent| clauses.get(parent));
    std::iter::successors(up(&clause), up).take(4).map(|clause| reader.group(clause.verb).lemma.as_str())
}

/// How often the words are denied: by words before them, by who does it, by a verb around them.
pub(super) fn denials(reader: &Reader, clause: &Clause, group: &VerbGroup, places: &[usize], from: usize) -> usize {
    let tokens = &reader.article.tokens;
    let (Some(&first), Some(&last)) = (places.first(), places.last()) else { return 0 };
    let start = if enough(reader, group) { reader.article.sentences[clause.sentence].tokens.start } else { from };
    let only = |at: usize| tokens.get(at + 1).is_some_and(|next| next.lower == "only");
    // A comma or "but" ends what a word denies, unless its verb comes behind it.
    let cut = |at: usize| matches!(tokens[at].lower.as_str(), "," | "but" | ";" | "and") && at < group.tokens.start;
    let reach = (start..first).rev().find(|&at| cut(at) && group.tokens.start <= first).map_or(start, |at| at + 1);
    let reach = if enough(reader, group) { start } else { reach };
    let words = (reach..=last).filter(|at| !places.contains(at) && denies(&tokens[*at]) && !only(*at)).count();
    let own = places.iter().any(|&at| denies(&tokens[at]));
    let refused = matches!(clause.modality, Modality::Unable | Modality::Refused) && group.tokens.start <= last;
    let embedded =
        words == 0 && !own && (group.polarity == Polarity::Negative || clause.polarity == Polarity::Negative);
    words.max(usize::from((refused && !own && !places.contains(&group.tokens.start)) || embedded))
}
