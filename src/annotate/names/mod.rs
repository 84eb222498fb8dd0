//! Names: runs of capitalised words, split into office, honorific and the name proper.
//!
//! Decides what a run is on its own evidence (an honorific, a given name, a place in the gazetteer, a word such as
//! "Council"); what one mention cannot tell is left [`Guess::Unknown`] for the article as a whole to settle
//! ([`super::entities`]).

mod bare;
mod runs;
mod split;
#[cfg(test)]
mod tests;

use super::lexicon;
use super::time::TimeMention;
use super::token::{Sentence, Token};
use crate::gazetteer::{Context, Gazetteer, PlaceId};
use crate::hash::Map;
use crate::source::{BlockKind, Document};
use bare::Bare;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// What a name seems to name, by its own words alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Guess {
    /// A person for sure: honorific, office in front, or a known given name.
    Person,
    /// Two or more words, none of them an ordinary English word: a person unless something speaks against it.
    LikelyPerson,
    /// A company, ministry, party or other body.
    Body,
    /// A place of the gazetteer.
    Place(PlaceId),
    /// Nothing to go by.
    Unknown,
}

/// One name in the text. Ranges are indices into the article's tokens.
#[derive(Clone, Debug)]
pub(super) struct Name {
    /// The name proper, without office and honorific.
    pub(super) core: Range<usize>,
    /// Honorifics and ranks directly before it.
    pub(super) honorifics: Range<usize>,
    /// An office before it ("Foreign Secretary").
    pub(super) office: Option<Range<usize>>,
    /// A body or place before the office ("Microsoft" in "Microsoft CEO Ana Ruiz").
    pub(super) of: Option<Range<usize>>,
    /// What it seems to name.
    pub(super) guess: Guess,
}

impl Name {
    /// From the first office or honorific to the end of the name.
    pub(super) fn tokens(&self) -> Range<usize> {
        let office = self.office.as_ref().map_or(self.core.start, |office| office.start);
        self.core.start.min(self.honorifics.start).min(office)..self.core.end
    }
}

/// Names in order. Words inside times are none ("Tuesday"); those of a headline in capitals, and English words that
/// open a sentence, only where the article has them in other names too.
pub(super) fn names(document: &Document, tokens: &[Token], sentences: &[Sentence], times: &[TimeMention]) -> Vec<Name> {
    let mut places = Bare::new(Gazetteer::global());
    let mut found = Vec::new();
    let mut doubted = Vec::new();
    for sentence in sentences {
        let headline = document.blocks.get(sentence.block).is_some_and(|block| block.kind == BlockKind::Headline);
        let title_case = headline && mostly_capitals(&tokens[sentence.tokens.clone()]);
        for run in runs::runs(tokens, sentence.tokens.clone(), times) {
            if ends_office(tokens, sentence.tokens.start, &run) {
                continue;
            }
            let doubtful = title_case || runs::doubtful(tokens, &sentence.tokens, &run, &mut places);
            let name = split::split(document, tokens, run, sentence.tokens.start, &mut places);
            if doubtful {
                doubted.extend(name);
            } else {
                found.extend(name);
            }
        }
    }
    let mut known: BTreeSet<String> = found.iter().map(|name| words(tokens, &name.core)).collect();
    for name in &found {
        known.extend(tokens[name.core.clone()].iter().map(|token| token.lower.to_string()));
    }
    found.extend(doubted.into_iter().filter(|name| known.contains(&words(tokens, &name.core))));
    found.sort_by_key(|name| name.core.start);
    surroundings(document, tokens, places.gazetteer, &mut found);
    found
}

/// Whether a run is the end of an office's words ("Director of Public Health"), and no name.
fn ends_office(tokens: &[Token], sentence: usize, run: &Range<usize>) -> bool {
    run.start > sentence
        && tokens[run.start - 1].lower == "of"
        && (run.start.saturating_sub(3).max(sentence)..run.start - 1)
            .any(|at| lexicon::office_at(&tokens[at..]).is_some_and(|(length, _)| at + length >= run.end))
}

/// Places that are known only by their surroundings: what follows the name ("Portland, Maine") and the places that
/// the article names for sure.
fn surroundings(document: &Document, tokens: &[Token], gazetteer: &Gazetteer, names: &mut [Name]) {
    let mut counts: BTreeMap<PlaceId, u32> = BTreeMap::new();
    for name in names.iter() {
        if let Guess::Place(place) = name.guess {
            *counts.entry(place).or_default() += 1;
        }
    }
    let surrounding: Vec<(PlaceId, u32)> = counts.into_iter().collect();
    let mut unqualified: Map<&str, Option<PlaceId>> = Map::default();
    for at in 0..names.len() {
        let name = &names[at];
        let open = matches!(name.guess, Guess::Unknown | Guess::Place(_))
            && name.office.is_none()
            && name.honorifics.is_empty();
        if !open {
            continue;
        }
        let comma = tokens.get(name.core.end).is_some_and(|token| token.lower == ",");
        let next = names.get(at + 1).filter(|next| comma && next.core.start == name.core.end + 1);
        let qualifier = next.map(|next| slice(document, tokens, &next.core));
        let written = slice(document, tokens, &name.core);
        let known = qualifier.is_some_and(|qualifier| {
            gazetteer.state_abbreviation(qualifier).is_some() || !gazetteer.lookup(qualifier).is_empty()
        });
        let resolve = |qualifier| gazetteer.resolve(written, &Context { qualifier, named: &surrounding });
        let place = match qualifier.filter(|_| known) {
            Some(qualifier) => resolve(Some(qualifier)),
            None => *unqualified.entry(written).or_insert_with(|| resolve(None)),
        };
        if let Some(place) = place {
            names[at].guess = Guess::Place(place);
        }
    }
}

fn slice<'d>(document: &'d Document, tokens: &[Token], range: &Range<usize>) -> &'d str {
    document.slice(tokens[range.start].span.join(tokens[range.end - 1].span))
}

/// The words of a range in lower case, joined by spaces.
pub(super) fn words(tokens: &[Token], range: &Range<usize>) -> String {
    let list: Vec<&str> = tokens[range.clone()].iter().map(|token| token.lower.as_str()).collect();
    list.join(" ")
}

fn mostly_capitals(tokens: &[Token]) -> bool {
    let long = tokens.iter().filter(|token| token.span.len() > 3 && token.lower.chars().all(char::is_alphabetic));
    let (mut capitals, mut all) = (0, 0);
    for token in long {
        all += 1;
        capitals += usize::from(token.capital);
    }
    all > 3 && capitals * 10 >= all * 7
}
