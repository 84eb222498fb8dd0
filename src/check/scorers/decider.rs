//! Whose the goal was that a match is remembered by: the winner, the equaliser, the opener, by the name beside it.
//!
//! "Ana Ruiz headed the winner", "the only goal came from Ana Ruiz", "Ana Ruiz's equaliser", "Ana Ruiz opened the scoring": a
//! match has one winner and one opener, and an article that knows of two equalisers tells so.

use super::SLACK;
use super::read::{MOST, minutes};
use crate::annotate::clause::Clause;
use crate::annotate::mention::EntityKind;
use crate::annotate::token::Token;
use crate::annotate::verb::{Modality, Polarity};
use crate::check::order::event::Dated;
use crate::check::order::reader::Reader;
use crate::check::outcome::when;
use crate::check::support::{far, old, times};
use crate::graph::{Identity, Likeness, Story, compare_parties, shared, surroundings};
use crate::source::Span;
use compact_str::CompactString;
use std::collections::BTreeSet;

/// Which goal of its match it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Rank {
    Winner,
    Equaliser,
    Opener,
}

impl Rank {
    /// As a message calls it.
    pub(super) fn words(self) -> &'static str {
        match self {
            Self::Winner => "the goal that decided it",
            Self::Equaliser => "the equaliser",
            Self::Opener => "the opening goal",
        }
    }
}

/// Verbs of scoring, what is scored behind them…
#[rustfmt::skip]
const SCORING: &[&str] = &[
    "score", "head", "net", "strike", "fire", "grab", "hit", "slot", "slot home", "convert", "bundle", "volley", "nod", "poke",
    "snatch", "claim", "notch", "get", "tap in", "head in", "head home", "fire home", "fire in", "slam", "smash", "thump",
    "lash", "curl", "drill", "rifle", "sweep", "stab", "power", "steer", "provide", "supply", "bag", "plunder", "conjure",
];
/// …nouns for a goal that say which it is…
const NOUNS: &[(&str, Rank)] = &[
    ("winner", Rank::Winner),
    ("decider", Rank::Winner),
    ("matchwinner", Rank::Winner),
    ("match-winner", Rank::Winner),
    ("equaliser", Rank::Equaliser),
    ("equalizer", Rank::Equaliser),
    ("leveller", Rank::Equaliser),
    ("leveler", Rank::Equaliser),
    ("opener", Rank::Opener),
];
/// …and words before any noun for a goal that do.
const BEFORE: &[(&str, Rank)] = &[
    ("winning", Rank::Winner),
    ("match-winning", Rank::Winner),
    ("decisive", Rank::Winner),
    ("deciding", Rank::Winner),
    ("only", Rank::Winner),
    ("lone", Rank::Winner),
    ("golden", Rank::Winner),
    ("levelling", Rank::Equaliser),
    ("equalising", Rank::Equaliser),
    ("opening", Rank::Opener),
];
const GOALS: &[&str] = &["goal", "header", "strike", "volley", "finish"];
/// Where in a cup a match stands: two of these are two matches.
const ROUNDS: &[&str] = &[
    "final",
    "semi-final",
    "semifinal",
    "quarter-final",
    "quarterfinal",
    "replay",
    "leg",
    "round",
    "friendly",
    "play-off",
    "playoff",
    "qualifier",
];
/// What two articles share that tell of one match, beside the score or the minute.
const CONTEXT: f32 = 2.0;
/// Days between the reports of one match, and between a match and its report.
const DAYS: i32 = 10;
const NEWS: i32 = 30;

/// One goal and whose it was.
pub(super) struct Decider {
    pub(super) article: usize,
    pub(super) span: Span,
    pub(super) scorer: Identity,
    pub(super) rank: Rank,
    when: Option<Dated>,
    minutes: Vec<u16>,
    /// "2-1", "final": what tells one match from another, in the sentences around.
    scores: BTreeSet<CompactString>,
    rounds: BTreeSet<CompactString>,
}

/// The goals of an article.
pub(super) fn deciders(story: &Story, at: usize) -> Vec<Decider> {
    let reader = Reader::new(story, at);
    let mut found: Vec<Decider> = Vec::new();
    for clause in &reader.article.clauses {
        let verb = reader.group(clause.verb);
        let told = clause.modality == Modality::Actual && clause.polarity == Polarity::Positive;
        if !told || reader.quoted(verb.main) || found.len() >= MOST {
            continue;
        }
        if let Some((scorer, rank)) = by_clause(&reader, clause) {
            found.extend(decider(&reader, clause, scorer, rank));
        }
    }
    found
}

fn decider(reader: &Reader, clause: &Clause, scorer: Identity, rank: Rank) -> Option<Decider> {
    let article = reader.article;
    let own = &article.sentences[clause.sentence];
    let words = &article.tokens[own.tokens.clone()];
    let own_goal = words.windows(2).any(|pair| pair[0].lower == "own" && pair[1].lemma == "goal");
    let near = clause.sentence.saturating_sub(1)..(clause.sentence + 2).min(article.sentences.len());
    let around = || article.sentences[near.clone()].iter().flat_map(|near| &article.tokens[near.tokens.clone()]);
    // "As they beat Viking last season" dates the goal too.
    let season = |pair: &[Token]| {
        pair[1].lemma == "season" && matches!(pair[0].lower.as_str(), "last" | "previous" | "earlier" | "that")
    };
    let before = words.windows(2).any(season)
        || times(article, own.span)
            .filter(|time| time.duration.is_none())
            .filter_map(|time| reader.date(time))
            .any(|when| old(reader.story, reader.at, &when, false, NEWS));
    let person = reader.story.identities.party(scorer).kind == EntityKind::Person;
    (person && !own_goal && !before).then(|| Decider {
        article: reader.at,
        span: own.span,
        scorer,
        rank,
        when: when(reader, clause),
        minutes: minutes(words),
        scores: around()
            .filter(|token| score(&token.lower))
            .map(|token| token.lower.replace('–', "-").into())
            .collect(),
        rounds: words
            .iter()
            .filter(|word| ROUNDS.contains(&word.lemma.as_str()))
            .map(|word| word.lemma.clone())
            .collect(),
    })
}

/// "2-1".
fn score(word: &str) -> bool {
    let number = |text: &str| !text.is_empty() && text.len() < 3 && text.bytes().all(|digit| digit.is_ascii_digit());
    word.split_once(['-', '–']).is_some_and(|(one, two)| number(one) && number(two))
}

/// Whose goal a clause tells of, and which.
fn by_clause(reader: &Reader, clause: &Clause) -> Option<(Identity, Rank)> {
    let lemma = reader.group(clause.verb).lemma.as_str();
    let goal = |phrases: &[usize]| phrases.iter().find_map(|&phrase| Some((phrase, rank(reader, phrase)?)));
    match lemma {
        "equalise" | "equalize" => return Some((one(reader, &clause.subjects)?, Rank::Equaliser)),
        "open" if heads(reader, &clause.objects, "scoring") => {
            return Some((one(reader, &clause.subjects)?, Rank::Opener));
        }
        _ => {}
    }
    if let Some((_, rank)) = goal(&clause.objects).filter(|_| SCORING.contains(&lemma)) {
        return Some((one(reader, &clause.subjects)?, rank));
    }
    let (phrase, rank) = goal(&clause.subjects)?;
    // "The only goal came from Ana Ruiz"
    let from: Vec<usize> = clause
        .adjuncts
        .iter()
        .filter(|adjunct| lemma == "come" && matches!(adjunct.preposition.as_str(), "from" | "through" | "by"))
        .filter_map(|adjunct| adjunct.phrase)
        .collect();
    Some((one(reader, &from).or_else(|| owner(reader, phrase))?, rank))
}

/// "Ana Ruiz's equaliser"
fn owner(reader: &Reader, phrase: usize) -> Option<Identity> {
    let entity = reader.article.mentions[reader.article.phrases[phrase].possessor?].entity?;
    reader.story.identities.of(reader.at, entity)
}

/// Which goal of its match a phrase says, if it is one.
fn rank(reader: &Reader, phrase: usize) -> Option<Rank> {
    let phrase = &reader.article.phrases[phrase];
    let head = reader.article.tokens[phrase.head].lemma.as_str();
    let of = |table: &[(&str, Rank)], word: &str| table.iter().find(|(known, _)| *known == word).map(|(_, rank)| *rank);
    let noun = of(NOUNS, head).filter(|_| !phrase.plural);
    let before = &reader.article.tokens[phrase.tokens.start..phrase.head];
    // "His third winner of the season" is one goal too, "his second goal" none of these.
    let named = || before.iter().find_map(|token| of(BEFORE, &token.lower));
    noun.or_else(|| named().filter(|_| GOALS.contains(&head) && !phrase.plural))
}

/// The one person of some phrases.
fn one(reader: &Reader, phrases: &[usize]) -> Option<Identity> {
    let parts = reader.parts(phrases);
    let [part] = parts.as_slice() else { return None };
    part.party.filter(|_| part.sure)
}

fn heads(reader: &Reader, phrases: &[usize], noun: &str) -> bool {
    phrases.iter().any(|&phrase| reader.article.tokens[reader.article.phrases[phrase].head].lower == noun)
}

/// Whether two articles give one goal to two.
pub(super) fn apart(story: &Story, a: &Decider, b: &Decider, all: &[Decider]) -> bool {
    let differ = |x: &Decider, y: &Decider| compare_parties(&story.identities, x.scorer, y.scorer);
    let days = a.when.zip(b.when).is_some_and(|(x, y)| x.value.disjoint(&y.value, x.zone, y.zone));
    let one_match = !days
        && !far(story, a.article, b.article, DAYS)
        && (a.scores.is_empty() || b.scores.is_empty() || !a.scores.is_disjoint(&b.scores))
        && (a.rounds.is_empty() || b.rounds.is_empty() || !a.rounds.is_disjoint(&b.rounds));
    let one_minute = a.minutes.is_empty()
        || b.minutes.is_empty()
        || a.minutes.iter().any(|x| b.minutes.iter().any(|y| x.abs_diff(*y) <= SLACK));
    let knows_two = |own: &Decider| {
        let other = |it: &&Decider| it.article == own.article && it.rank == own.rank;
        all.iter().filter(other).any(|it| differ(it, own) != Likeness::Same)
    };
    a.article != b.article
        && a.rank == b.rank
        && one_match
        && one_minute
        && differ(a, b) == Likeness::Different
        && !knows_two(a)
        && !knows_two(b)
        && common(story, a, b) >= CONTEXT
}

fn common(story: &Story, a: &Decider, b: &Decider) -> f32 {
    let around = |goal: &Decider| surroundings(story, goal.article, goal.span);
    let alike =
        !a.scores.is_disjoint(&b.scores) || a.minutes.iter().any(|x| b.minutes.iter().any(|y| x.abs_diff(*y) <= SLACK));
    shared(story, (a.article, &around(a)), (b.article, &around(b))) + if alike { 0.5 } else { 0.0 }
}
