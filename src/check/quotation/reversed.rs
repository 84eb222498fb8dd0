//! One speaker, nearly the same words, the reverse said.
//!
//! Nobody says both on one day, but on two days people change their minds: articles that lie apart, sentences that are dated to
//! two days, and an article that gives both wordings tell of two remarks.

use super::super::conflict::{Check, Conflict, Severity};
use super::super::support::{self, Place, far, sentence};
use super::super::wording::{Passage, Word, altered, restated, reversed as turned};
use super::first_stretch;
use super::voice::{Voice, name, voice};
use crate::annotate::Article;
use crate::annotate::lexicon::person_noun;
use crate::graph::{Story, shared, surroundings, synonyms};
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
    /// Bytes of the quotation with its marks.
    outer: Span,
}

/// Most content words of a sentence that is short.
const SHORT: usize = 5;
/// Fewest words, less one, of a sentence that nobody says twice.
const LONG: usize = 6;
/// How much two remarks share of what stands around them that were made on one occasion: the speaker and something beside.
const ONE_OCCASION: f32 = 1.25;
/// The speaker alone.
const SPEAKER: f32 = 1.0;
/// Words of a sentence of which the speaker alone tells the occasion.
const LONG_SENTENCE: usize = 15;
/// Days between two articles that report one remark, and one about what is to come, on which minds are changed.
const DAYS: i32 = 7;
const DAYS_OF_PLANS: i32 = 1;

/// The conflicts, each of two articles' passages.
pub(in crate::check) fn reversed(story: &Story) -> Vec<Conflict> {
    let mut conflicts = Vec::new();
    for (who, spoken) in by_speaker(story) {
        for (one, two) in candidates(&spoken) {
            let (a, b) = (&spoken[one], &spoken[two]);
            let whole = a.whole && b.whole;
            let changed = altered(&a.words, &b.words).filter(|words| {
                one_remark(story, a, b, *words)
                    && !two_subjects(story, a, b)
                    && (whole || !denied_outside(story, a) && !denied_outside(story, b))
                    && !told_both(&spoken, a, b)
            });
            let turned = turned(&a.words, &b.words, whole).or(changed);
            let again = || {
                let known = whole && matches!(who, Voice::Party(_)) && one_occasion(story, a, b);
                restated(&a.words, &b.words).filter(|words| {
                    known && one_remark(story, a, b, *words) && !two_subjects(story, a, b) && !told_both(&spoken, a, b)
                })
            };
            if let Some(words) = turned {
                conflicts.push(conflict(story, &who, a, b, words, true));
            } else if let Some(words) = again() {
                conflicts.push(conflict(story, &who, a, b, words, false));
            }
        }
    }
    conflicts
}

/// Whether what is named around both beside the speaker shows that they were spoken on one occasion, and neither is a translation.
fn one_occasion(story: &Story, a: &Spoken, b: &Spoken) -> bool {
    let around = |spoken: &Spoken| (spoken.article, surroundings(story, spoken.article, spoken.outer));
    let ((first, x), (second, y)) = (around(a), around(b));
    let translated = |spoken: &Spoken| {
        let article: &Article = &story.articles[spoken.article];
        let around = sentence(article, spoken.outer);
        let from = article.tokens.partition_point(|token| token.span.start < around.start);
        let mut tokens = article.tokens[from..].iter().take_while(|token| token.span.end <= around.end);
        tokens.any(|token| matches!(token.lower.as_str(), "translated" | "translation" | "interpreter" | "translator"))
    };
    // Nobody says so long a sentence twice.
    let needed = if a.words.len().min(b.words.len()) >= LONG_SENTENCE { SPEAKER } else { ONE_OCCASION };
    shared(story, (first, &x), (second, &y)) >= needed && !translated(a) && !translated(b)
}

/// Whether nothing says that they were spoken on two days.
fn one_remark(story: &Story, a: &Spoken, b: &Spoken, words: (&str, &str)) -> bool {
    let question = |spoken: &Spoken| {
        let text = &story.articles[spoken.article].document.text;
        text.get(spoken.span.end..).is_some_and(|rest| rest.starts_with('?'))
    };
    let dates = |spoken: &Spoken| {
        let article = &story.articles[spoken.article];
        let around = sentence(article, spoken.span).join(sentence(article, spoken.outer));
        let outside = support::times(article, around).filter(|time| !spoken.outer.contains(time.span));
        outside.filter_map(|time| time.value).collect::<Vec<_>>()
    };
    let (x, y) = (dates(a), dates(b));
    let zone = |spoken: &Spoken| story.articles[spoken.article].document.published.and_then(|date| date.offset);
    let two_days =
        !x.is_empty() && !y.is_empty() && x.iter().all(|one| y.iter().all(|two| one.disjoint(two, zone(a), zone(b))));
    let plan = a.words.iter().any(|word| matches!(word.key.as_str(), "will" | "shall" | "going" | "must" | "want"));
    // A toll grows overnight.
    let figure = words.0.starts_with(|first: char| first.is_ascii_digit());
    let days = if figure {
        0
    } else if plan && a.words.len() <= LONG {
        DAYS_OF_PLANS
    } else {
        DAYS
    };
    !question(a) && !question(b) && !two_days && !far(story, a.article, b.article, days)
}

/// Prepositions behind which a sentence names of what, or after what, the words were spoken.
const SPOKEN_OF: &[&str] = &["of", "about", "after", "before", "following"];

/// "Said Ana Ruiz of her husband", "of her lawyer": both name of what they were spoken, and it differs.
fn two_subjects(story: &Story, a: &Spoken, b: &Spoken) -> bool {
    let named = |spoken: &Spoken| -> BTreeSet<&str> {
        let article: &Article = &story.articles[spoken.article];
        let around = sentence(article, spoken.outer);
        let from = article.tokens.partition_point(|token| token.span.start < spoken.outer.end);
        let tokens = || article.tokens[from..].iter().take_while(|token| token.span.end <= around.end);
        let after = tokens().skip_while(|token| !SPOKEN_OF.contains(&token.lower.as_str()));
        let words = after.filter(|token| {
            token.tag.is_noun() || token.tag.is_adjective() || token.tag == crate::annotate::token::Tag::Number
        });
        words.map(|token| token.lemma.as_str()).collect()
    };
    let (x, y) = (named(a), named(b));
    let other = |own: &BTreeSet<&str>, others: &BTreeSet<&str>| {
        own.iter().any(|word| !others.contains(word) && !others.iter().any(|other| synonyms(word, other)))
    };
    other(&x, &y) && other(&y, &x)
}

/// Words around a fragment that may deny or turn it.
const DENIALS: &[&str] = &[
    "not", "no", "never", "nor", "neither", "deny", "denial", "reject", "dismiss", "refuse", "rather", "without",
    "nobody", "nothing", "hardly", "despite", "if",
];

/// Whether what stands around a fragment in its sentence may deny it.
fn denied_outside(story: &Story, spoken: &Spoken) -> bool {
    let article: &Article = &story.articles[spoken.article];
    let around = sentence(article, spoken.outer);
    let first = article.tokens.partition_point(|token| token.span.start < around.start);
    let tokens = article.tokens[first..].iter().take_while(|token| token.span.start < around.end);
    let mut outside = tokens.filter(|token| !spoken.outer.contains(token.span));
    outside.any(|token| DENIALS.contains(&token.lemma.as_str()))
}

/// Whether one article gives both wordings, as of two remarks.
fn told_both(spoken: &[Spoken], a: &Spoken, b: &Spoken) -> bool {
    let keys = |spoken: &Spoken| spoken.words.iter().map(|word| word.key.clone()).collect::<Vec<_>>();
    let has = |article: usize, other: &Spoken| {
        let theirs = keys(other);
        spoken.iter().filter(|own| own.article == article).any(|own| keys(own) == theirs)
    };
    has(a.article, b) || has(b.article, a)
}

fn by_speaker(story: &Story) -> BTreeMap<Voice, Vec<Spoken>> {
    let mut all: BTreeMap<Voice, Vec<Spoken>> = BTreeMap::new();
    for (at, article) in story.articles.iter().enumerate() {
        for (index, quote) in article.quotes.iter().enumerate().filter(|(_, quote)| quote.speech) {
            let Some(who) = voice(story, (at, first_stretch(story, at, index)), quote.span) else { continue };
            // "A driver" of one paper need not be that of the other; of the police there is one.
            if matches!(&who, Voice::Noun(noun) if person_noun(noun)) {
                continue;
            }
            let text = &article.document.text;
            let words = Passage::of(text, [quote.span]).words();
            for sentence in words.chunk_by(|a, b| a.sentence == b.sentence) {
                let (Some(first), Some(last)) = (sentence.first(), sentence.last()) else { continue };
                let span = first.span.join(last.span);
                let whole = first.span.of(text).starts_with(char::is_uppercase);
                let spoken = Spoken { article: at, words: sentence.to_vec(), span, whole, outer: quote.outer };
                all.entry(who.clone()).or_default().push(spoken);
            }
        }
    }
    all
}

/// Sentences of two articles that share two content words, or one where there are no more; never all with all.
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
    let short = |index: usize| spoken[index].words.iter().filter(|word| word.content()).count() <= SHORT;
    let enough = |(one, two): (usize, usize), count: usize| count > 1 || short(one) || short(two);
    shared.into_iter().filter(|&(pair, count)| enough(pair, count)).map(|(pair, _)| pair).collect()
}

fn conflict(story: &Story, who: &Voice, a: &Spoken, b: &Spoken, words: (&str, &str), turned: bool) -> Conflict {
    let name = name(story, who);
    let side = |spoken: &Spoken| {
        let value = format!("“{}”", support::words(&story.articles[spoken.article], spoken.span, 120));
        let place = Place { article: spoken.article, span: spoken.span, rule: "core/quotation".to_owned() };
        support::side(story, value, vec![place])
    };
    let said = |word: &str| if word.is_empty() { "no such word".to_owned() } else { format!("“{word}”") };
    Conflict {
        check: Check::Quote,
        severity: if turned { Severity::Error } else { Severity::Warning },
        message: if turned {
            format!("{name} is quoted with one thing and with its reverse")
        } else {
            format!("{name} is quoted in two wordings")
        },
        explanation: vec![
            format!("each passage quotes {name}"),
            if turned {
                "nearly all other words of the two sentences are the same".to_owned()
            } else {
                "most words of the two sentences are the same, in the same order".to_owned()
            },
            format!("{} in the one, {} in the other: it cannot both have been said", said(words.0), said(words.1)),
        ],
        sides: vec![side(a), side(b)],
    }
}
