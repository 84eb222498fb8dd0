//! One speaker, nearly the same words, the reverse said.

use super::super::conflict::{Check, Conflict, Severity};
use super::super::support::{self, Place};
use super::super::wording::{Passage, Word, reversed as turned};
use super::{first_stretch, speaker};
use crate::graph::{Identity, Story};
use crate::hash::Map;
use crate::source::Span;
use std::collections::{BTreeMap, BTreeSet};

/// Most sentences of a speaker that may share a word before it is no evidence.
const COMMONEST: usize = 24;

/// A sentence of a quotation.
struct Spoken {
    article: usize,
    words: Vec<Word>,
    span: Span,
    /// Whether it begins as a sentence does.
    whole: bool,
}

/// The conflicts, each of two articles' passages.
pub(in crate::check) fn reversed(story: &Story) -> Vec<Conflict> {
    let mut conflicts = Vec::new();
    for (who, spoken) in by_speaker(story) {
        for (one, two) in candidates(&spoken) {
            let (a, b) = (&spoken[one], &spoken[two]);
            if let Some(words) = turned(&a.words, &b.words, a.whole && b.whole) {
                conflicts.push(conflict(story, who, a, b, words));
            }
        }
    }
    conflicts
}

fn by_speaker(story: &Story) -> BTreeMap<Identity, Vec<Spoken>> {
    let mut all: BTreeMap<Identity, Vec<Spoken>> = BTreeMap::new();
    for (at, article) in story.articles.iter().enumerate() {
        for (index, quote) in article.quotes.iter().enumerate().filter(|(_, quote)| quote.speech) {
            let Some(who) = speaker(story, (at, first_stretch(story, at, index)), quote.span) else { continue };
            let text = &article.document.text;
            let words = Passage::of(text, [quote.span]).words();
            for sentence in words.chunk_by(|a, b| a.sentence == b.sentence) {
                let (Some(first), Some(last)) = (sentence.first(), sentence.last()) else { continue };
                let span = first.span.join(last.span);
                let whole = first.span.of(text).starts_with(char::is_uppercase);
                let spoken = Spoken { article: at, words: sentence.to_vec(), span, whole };
                all.entry(who).or_default().push(spoken);
            }
        }
    }
    all
}

/// Sentences of two articles that share two content words, the rarer ones first; never all with all.
fn candidates(spoken: &[Spoken]) -> BTreeSet<(usize, usize)> {
    let mut having: Map<&str, Vec<usize>> = Map::default();
    let mut shared: BTreeMap<(usize, usize), usize> = BTreeMap::new();
    for (index, sentence) in spoken.iter().enumerate() {
        let words: BTreeSet<&str> =
            sentence.words.iter().filter(|word| word.content()).map(|word| word.key.as_str()).collect();
        for word in words {
            let others = having.entry(word).or_default();
            if others.len() < COMMONEST {
                for &other in others.iter().filter(|other| spoken[**other].article != sentence.article) {
                    *shared.entry((other, index)).or_default() += 1;
                }
                others.push(index);
            }
        }
    }
    shared.into_iter().filter(|(_, count)| *count > 1).map(|(pair, _)| pair).collect()
}

fn conflict(story: &Story, who: Identity, a: &Spoken, b: &Spoken, words: (&str, &str)) -> Conflict {
    let name = &story.identities.party(who).name;
    let side = |spoken: &Spoken| {
        let value = format!("“{}”", support::words(&story.articles[spoken.article], spoken.span, 120));
        let place = Place { article: spoken.article, span: spoken.span, rule: "core/quotation".to_owned() };
        support::side(story, value, vec![place])
    };
    let said = |word: &str| if word.is_empty() { "no such word".to_owned() } else { format!("“{word}”") };
    Conflict {
        check: Check::Quote,
        severity: Severity::Error,
        message: format!("{name} is quoted with one thing and with its reverse"),
        explanation: vec![
            format!("each passage quotes {name}"),
            "nearly all other words of the two sentences are the same".to_owned(),
            format!("{} in the one, {} in the other turns the sense round", said(words.0), said(words.1)),
        ],
        sides: vec![side(a), side(b)],
    }
}
