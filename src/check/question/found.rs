//! Where the words of the table stand among an article's tokens.
//!
//! Words are looked up by the first of them, so that an article costs no more than its tokens times the few wordings that
//! begin with the same word.

use super::table::{Element, TABLE, Wording};
use crate::annotate::token::{Tag, Token};
use std::ops::Range;

/// Words between two words of a wording, and where the table has a gap.
const NEAR: usize = 4;
const GAP: usize = 9;
/// Between a noun and what is told of it.
const HANGS: usize = 8;

/// Words that deny what stands behind them.
const NEGATORS: &[&str] = &[
    "not", "n't", "n’t", "no", "never", "nobody", "none", "nor", "neither", "without", "nothing", "hardly", "no-one",
    "cannot", "scarcely", "barely", "few", "little", "nowhere",
];

/// Whether a word denies what stands behind it.
pub(super) fn denies(token: &Token) -> bool {
    NEGATORS.contains(&token.lower.as_str())
}

/// The answers among some tokens of a sentence: each wording with the tokens that it covers. Of two that answer one question,
/// the longer hides what it holds.
pub(super) fn found(tokens: &[Token], sentence: Range<usize>) -> Vec<(&'static Wording, Vec<usize>)> {
    let mut all: Vec<(&'static Wording, Vec<usize>)> = Vec::new();
    for at in sentence.clone() {
        let token = &tokens[at];
        let key = match token.tag {
            _ if score(token) => "5-4",
            Tag::Number => "#",
            _ => "",
        };
        let lemma = TABLE.first.get(token.lemma.as_str());
        let lower = TABLE.first.get(token.lower.as_str()).filter(|_| token.lower != token.lemma);
        let figure = TABLE.first.get(key);
        for &wording in [lemma, lower, figure].into_iter().flatten().flatten() {
            let wording = &TABLE.wordings[wording];
            all.extend(covered(tokens, at, sentence.end, &wording.elements).map(|covered| (wording, covered)));
        }
    }
    let inside = |(one, own): &(&Wording, Vec<usize>), (two, other): &(&Wording, Vec<usize>)| {
        let around = other.first() <= own.first() && own.last() <= other.last();
        one.question == two.question && around && own.len() < other.len()
    };
    let hidden: Vec<bool> = all.iter().map(|one| all.iter().any(|two| inside(one, two))).collect();
    all.into_iter().zip(hidden).filter(|(_, hidden)| !hidden).map(|(one, _)| one).collect()
}

/// "5-4", "7–2": no date and no run of years.
fn score(token: &Token) -> bool {
    let digits = |side: &str| (1..=3).contains(&side.len()) && side.bytes().all(|byte| byte.is_ascii_digit());
    token.lower.split_once(['-', '–']).is_some_and(|(more, less)| digits(more) && digits(less) && less != "0")
}

/// The tokens that a wording covers from one on, with nothing between them but words that belong to a phrase.
fn covered(tokens: &[Token], at: usize, end: usize, elements: &[Element]) -> Option<Vec<usize>> {
    let mut places = vec![at];
    let mut reach = NEAR;
    let mut wide = false;
    for element in elements.iter().skip(1) {
        if matches!(element, Element::Gap) {
            (reach, wide) = (GAP, true);
            continue;
        }
        let from = places.last().map_or(at, |last| last + 1);
        // "The alarm on the stairs failed": what hangs on a noun may stand between.
        let noun = tokens[from - 1].tag.is_noun();
        let hangs =
            |token: &Token| noun && matches!(token.lower.as_str(), "of" | "at" | "in" | "on" | "for" | "inside");
        let far = if noun { reach.max(HANGS) } else { reach };
        let mut next = (from..end.min(from + far)).take_while(|&next| {
            let before = next.checked_sub(1).filter(|_| next > from).map(|before| &tokens[before]);
            before.is_none_or(|token| if wide { token.lower != ";" } else { passable(token) || hangs(token) })
        });
        places.push(next.find(|&next| is(&tokens[next], element))?);
        (reach, wide) = (NEAR, false);
    }
    // "Seat belt laws": the noun meant is the last of its phrase.
    let last = *places.last()?;
    let plain = |token: &Token| matches!(token.tag, Tag::Noun | Tag::NounPlural);
    let compound = tokens[last].tag == Tag::Noun && last + 1 < end && plain(&tokens[last + 1]);
    (!compound).then_some(places)
}

fn is(token: &Token, element: &Element) -> bool {
    match element {
        Element::Words(words) => words.iter().any(|word| token.lemma == *word || token.lower == *word),
        Element::Number => token.tag == Tag::Number,
        Element::Score => score(token),
        Element::Gap => false,
    }
}

/// Whether a word may stand between two words of a wording.
fn passable(token: &Token) -> bool {
    let tag = token.tag;
    let helps = tag.is_verb() && matches!(token.lemma.as_str(), "do" | "have" | "be") || token.lower == "will";
    !denies(token)
        && (helps
            || tag.is_adverb()
            || tag.is_adjective()
            || tag.is_noun()
            || matches!(
                tag,
                Tag::Determiner | Tag::PossessivePronoun | Tag::PossessiveEnding | Tag::Number | Tag::VerbParticiple
            ))
}
