//! The goals that a sentence tells of with two people, by the words beside their names.

use crate::annotate::token::{Tag, Token};
use crate::check::support;
use crate::graph::{Identity, Story};
use crate::source::Span;
use std::ops::Range;

/// Nouns for a ball that somebody sends to another…
#[rustfmt::skip]
const BALLS: &[&str] = &[
    "corner", "cross", "free-kick", "pass", "ball", "centre", "cutback", "cut-back", "delivery", "throw", "flick",
    "assist",
];
/// …verbs of sending one…
#[rustfmt::skip]
const SENDING: &[&str] = &[
    "swing", "whip", "float", "cross", "curl", "deliver", "send", "play", "clip", "lift", "slide", "square", "feed", "take",
    "chip", "loft", "centre", "dink", "fire", "drill", "cut", "lay", "flick",
];
/// …and verbs of finishing.
#[rustfmt::skip]
const FINISHING: &[&str] = &[
    "head", "nod", "tap", "volley", "slot", "poke", "turn", "convert", "finish", "bundle", "score", "net", "sweep", "steer",
    "power", "glance", "smash", "stab", "prod", "lash", "bury", "meet", "guide", "slam", "rifle", "thump", "force",
];
/// Words by which both passages may mean what decided the match.
#[rustfmt::skip]
const DECIDING: &[&str] = &[
    "winner", "winning", "decisive", "decider", "decide", "settle", "win", "lone", "only", "golden", "victory",
];
/// Pairs of an article that are read, at most.
pub(super) const MOST: usize = 50;

/// One goal.
pub(super) struct Goal {
    pub(super) article: usize,
    pub(super) span: Span,
    pub(super) server: Identity,
    pub(super) scorer: Identity,
    /// The minutes that it may be.
    pub(super) minutes: Vec<u16>,
    pub(super) decided: bool,
}

/// The goals of an article.
pub(super) fn goals(story: &Story, at: usize) -> Vec<Goal> {
    let article = &story.articles[at];
    let mut found = Vec::new();
    for (index, sentence) in article.sentences.iter().enumerate() {
        let tokens = &article.tokens[sentence.tokens.clone()];
        let goal = tokens.iter().any(|token| token.tag.is_verb() && FINISHING.contains(&token.lemma.as_str()));
        let people = if goal { people(story, at, sentence.span) } else { Vec::new() };
        let line = Line { tokens: &article.tokens, end: sentence.tokens.end };
        let (servers, others): (Vec<_>, Vec<_>) = people.iter().partition(|(_, name)| line.serves(name));
        let at_the_end = || others.iter().filter(|(_, name)| line.finishes(name));
        let ([(server, _)], Some((scorer, _))) = (
            servers.as_slice(),
            match others.as_slice() {
                [one] => Some(one),
                _ => at_the_end().next().filter(|_| at_the_end().count() == 1),
            },
        ) else {
            continue;
        };
        let (server, scorer) = (*server, *scorer);
        let near = index.saturating_sub(1)..(index + 2).min(article.sentences.len());
        let decided = article.sentences[near].iter().any(|near| {
            article.tokens[near.tokens.clone()].iter().any(|token| DECIDING.contains(&token.lemma.as_str()))
        });
        found.push(Goal { article: at, span: sentence.span, server, scorer, minutes: minutes(tokens), decided });
        if found.len() == MOST {
            break;
        }
    }
    found
}

/// The people named in a sentence, in the order of their first names there, with the tokens of the name.
fn people(story: &Story, at: usize, sentence: Span) -> Vec<(Identity, Range<usize>)> {
    let token = |byte: usize| story.articles[at].tokens.partition_point(|token| token.span.start < byte);
    let mut found: Vec<(Identity, Range<usize>)> = Vec::new();
    for (person, mention) in support::people(story, at, sentence) {
        if found.iter().all(|(known, _)| *known != person) {
            found.push((person, token(mention.span.start)..token(mention.span.end)));
        }
    }
    found
}

struct Line<'a> {
    tokens: &'a [Token],
    /// The token behind the sentence.
    end: usize,
}

impl Line<'_> {
    /// "Ana Ruiz's corner", "an Ana Ruiz corner", "Ana Ruiz swung over a corner".
    fn serves(&self, name: &Range<usize>) -> bool {
        let mut at = name.end;
        at += usize::from(self.tag(at) == Some(Tag::PossessiveEnding));
        // "Ruiz's low cross"
        while at < name.end + 4 && matches!(self.tag(at), Some(Tag::Adjective | Tag::VerbParticiple | Tag::VerbGerund))
        {
            at += 1;
        }
        if BALLS.contains(&self.lemma(at)) {
            return true;
        }
        let verb = (name.end..name.end + 3).find(|&at| self.tag(at).is_some_and(Tag::is_verb));
        let Some(verb) = verb.filter(|&verb| SENDING.contains(&self.lemma(verb))) else { return false };
        // "drilled it home" is no pass.
        self.lemma(verb) == "cross"
            || (verb + 1..(verb + 8).min(self.end)).any(|at| {
                BALLS.contains(&self.lemma(at))
                    || at < verb + 3 && matches!(self.lemma(at), "it") && self.delivered(at + 1)
            })
    }

    /// "Ana Ruiz headed", "Ana Ruiz, unmarked, to nod"
    fn finishes(&self, name: &Range<usize>) -> bool {
        (name.end..name.end + 3).any(|at| self.tag(at).is_some_and(Tag::is_verb) && FINISHING.contains(&self.lemma(at)))
    }

    /// "it over", "it across"
    fn delivered(&self, at: usize) -> bool {
        matches!(self.lemma(at), "over" | "across" | "in" | "into" | "back")
            && matches!(self.lemma(at + 1), "from" | "to" | "and" | "for")
    }

    fn lemma(&self, at: usize) -> &str {
        self.tokens.get(at).filter(|_| at < self.end).map_or("", |token| &token.lemma)
    }

    fn tag(&self, at: usize) -> Option<Tag> {
        self.tokens.get(at).filter(|_| at < self.end).map(|token| token.tag)
    }
}

/// Minutes that papers spell out, each at its number.
const SPELT: [&str; 13] =
    ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

/// "In the 88th minute", "after 88 minutes", "two minutes from the end": the minutes of play that it may be.
pub(super) fn minutes(tokens: &[Token]) -> Vec<u16> {
    let number = |token: &Token| {
        let digits = token.lower.trim_end_matches(|letter: char| letter.is_alphabetic());
        let spelt = || SPELT.iter().position(|word| *word == token.lower).and_then(|at| u16::try_from(at).ok());
        digits.parse::<u16>().ok().or_else(spelt).filter(|minute| *minute <= 130)
    };
    let at = tokens.iter().position(|token| matches!(token.lower.as_str(), "minute" | "minutes"));
    let Some(at) = at.filter(|at| *at > 0) else { return Vec::new() };
    let Some(told) = number(&tokens[at - 1]) else { return Vec::new() };
    let left = tokens[at + 1..]
        .iter()
        .take(8)
        .any(|token| matches!(token.lower.as_str(), "left" | "remaining" | "away" | "from" | "to" | "before"));
    // "The 88th minute" is counted from the beginning.
    let ordinal = ["st", "nd", "rd", "th"].iter().any(|end| tokens[at - 1].lower.ends_with(end));
    if left && !ordinal { vec![90_u16.saturating_sub(told), 120_u16.saturating_sub(told)] } else { vec![told] }
}
