//! Quotations of a story held against one another: same speaker and other words, or same words and another speaker.
//!
//! Which sentences are reports of one utterance is decided by [`super::wording`]; here are the speakers. A cut is no
//! change, and two people whose names are not both known are not two people.

mod reversed;
mod stock;
mod voice;
mod why;

use super::conflict::{Check, Conflict, Severity};
use super::support::{self, Place};
use super::wording::{self, Change, Cluster, Passage};
use crate::annotate::Article;
use crate::annotate::mention::EntityKind;
use crate::annotate::quote::Quote;
use crate::graph::{Identity, Story};
use crate::source::Span;
use std::collections::{BTreeMap, BTreeSet};

pub(super) use reversed::reversed;
use voice::{Voice, apart, voice};
pub(super) use why::why;

/// An utterance: article, and the first of the stretches that it was broken into.
type Utterance = (usize, usize);

/// Fewest words, and content words among them, that passages of two speakers share.
const FEWEST_SHARED: usize = 5;
const FEWEST_CONTENT: usize = 3;
/// Most reports of one sentence whose speakers are held against each other.
const MOST_PASSAGES: usize = 40;

/// Same speaker, other words.
pub(super) fn reworded(story: &Story) -> Vec<Conflict> {
    clusters(story, wording::Severity::Preposition)
        .iter()
        .filter(|cluster| cluster.variants.len() > 1)
        .filter_map(|cluster| reworded_in(story, cluster))
        .collect()
}

/// Same words, another speaker.
pub(super) fn misattributed(story: &Story) -> Vec<Conflict> {
    // The sentences of one quotation are one conflict.
    let mut found: BTreeMap<Vec<Voice>, Vec<Vec<Spoken>>> = BTreeMap::new();
    for cluster in clusters(story, wording::Severity::Function) {
        if let Some((speakers, passages)) = misattributed_in(story, &cluster) {
            found.entry(speakers).or_default().push(passages);
        }
    }
    found
        .into_iter()
        .filter(|(_, sentences)| own_words(story, sentences))
        .map(|(speakers, sentences)| misattribution(story, &speakers, &sentences.concat()))
        .collect()
}

fn clusters(story: &Story, least: wording::Severity) -> Vec<Cluster<Utterance>> {
    let mut passages = Vec::new();
    for (at, article) in story.articles.iter().enumerate() {
        let mut utterances: BTreeMap<usize, Vec<Span>> = BTreeMap::new();
        for (index, quote) in article.quotes.iter().enumerate().filter(|(_, quote)| quote.speech) {
            utterances.entry(first_stretch(story, at, index)).or_default().push(quote.span);
        }
        for (first, stretches) in utterances {
            passages.push(((at, first), Passage::of(&article.document.text, stretches)));
        }
    }
    wording::clusters(passages, least)
}

fn first_stretch(story: &Story, article: usize, mut quote: usize) -> usize {
    let quotes = &story.articles[article].quotes;
    while let Some(before) = quotes[quote].continues.filter(|before| *before < quote) {
        quote = before;
    }
    quote
}

/// Who speaks the stretch at `span`, where a cue beside it says so; bodies and groups do not count.
fn speaker(story: &Story, utterance: Utterance, span: Span) -> Option<Identity> {
    let article = &story.articles[utterance.0];
    let (_, text) = cue_quote(article, utterance, span)?;
    let mention = &article.mentions[article.mention_of(text)?];
    if mention.kind != EntityKind::Person {
        return None;
    }
    story.identities.of(utterance.0, mention.entity?)
}

/// The stretch whose cue tells who speaks the one at `span`, and the words that name the speaker.
fn cue_quote(article: &Article, utterance: Utterance, span: Span) -> Option<(&Quote, Span)> {
    let mut index = article.quotes.iter().position(|quote| quote.span.overlaps(span)).unwrap_or(utterance.1);
    loop {
        let quote = &article.quotes[index];
        if let Some(text) = quote.speaker_text.filter(|_| quote.cue.is_some() || quote.continues.is_none()) {
            quote.cue?;
            return Some((quote, text));
        }
        index = quote.continues.filter(|before| *before < index)?;
    }
}

fn reworded_in(story: &Story, cluster: &Cluster<Utterance>) -> Option<Conflict> {
    let speakers: BTreeSet<Identity> =
        cluster.members.iter().filter_map(|member| speaker(story, member.key, member.span)).collect();
    if speakers.len() > 1 {
        return None;
    }
    let who = speakers.first().map(|identity| story.identities.party(*identity).name.clone());
    let sides = cluster
        .variants
        .iter()
        .map(|variant| {
            let first = &cluster.members[variant[0]];
            let value = format!("“{}”", support::words(&story.articles[first.key.0], first.span, 120));
            let places = variant.iter().map(|&index| place(cluster, index)).collect();
            support::side(story, value, places)
        })
        .collect();
    let mut explanation = vec![match &who {
        Some(name) => format!("each passage quotes {name}"),
        None => "each passage quotes the same sentence; the speaker is not known in all of them".to_owned(),
    }];
    let mut gravest = wording::Severity::Slight;
    for change in &cluster.changes {
        explanation.extend(change_lines(story, cluster, change, &mut gravest));
    }
    explanation
        .push("the words around the difference are the same, so that it is one utterance in two wordings".to_owned());
    let name = who.as_deref().unwrap_or("somebody");
    Some(Conflict {
        check: Check::Quote,
        severity: if gravest >= wording::Severity::Content { Severity::Error } else { Severity::Warning },
        message: format!("{name} is quoted in {} wordings", number(cluster.variants.len())),
        explanation,
        sides,
    })
}

fn number(count: usize) -> String {
    match count {
        2 => "two".to_owned(),
        3 => "three".to_owned(),
        other => other.to_string(),
    }
}

fn change_lines(
    story: &Story,
    cluster: &Cluster<Utterance>,
    change: &Change,
    gravest: &mut wording::Severity,
) -> Vec<String> {
    let wording::Verdict::Reworded { differences, .. } = &change.alignment.verdict else { return Vec::new() };
    let article = |member: usize| &story.articles[cluster.members[member].key.0];
    differences
        .iter()
        .map(|difference| {
            *gravest = (*gravest).max(difference.severity);
            let say = |member: usize, span: Span| {
                let text = support::words(article(member), span, 80);
                if text.is_empty() { "nothing".to_owned() } else { format!("“{text}”") }
            };
            format!("{} against {}", say(change.first, difference.a), say(change.second, difference.b))
        })
        .collect()
}

fn place(cluster: &Cluster<Utterance>, member: usize) -> Place {
    let member = &cluster.members[member];
    Place { article: member.key.0, span: member.span, rule: "core/quotation".to_owned() }
}

/// A quoted passage: speaker, article, place.
type Spoken = (Voice, usize, Span);

/// The speakers of a sentence that has several, and each passage with its speaker.
fn misattributed_in(story: &Story, cluster: &Cluster<Utterance>) -> Option<(Vec<Voice>, Vec<Spoken>)> {
    let own = |member: &wording::Member<Utterance>| !inner_quotation(story, member.key.0, member.span);
    let passages: Vec<Spoken> = cluster
        .members
        .iter()
        .filter(|member| own(member))
        .filter_map(|member| Some((voice(story, member.key, member.span)?, member.key.0, member.span)))
        .take(MOST_PASSAGES)
        .collect();
    let two = |a: &Spoken, b: &Spoken| a.1 != b.1 && apart(story, &a.0, &b.0);
    // An article that gives the words to two tells how one took them from the other.
    let twice = |a: &Spoken| passages.iter().any(|b| a.1 == b.1 && apart(story, &a.0, &b.0));
    let voices: BTreeSet<&Voice> = passages
        .iter()
        .filter(|a| !twice(a) && passages.iter().any(|b| !twice(b) && two(a, b)))
        .map(|a| &a.0)
        .collect();
    // Whoever is not known to be another than each of the rest is left out.
    let speakers: Vec<Voice> = voices
        .iter()
        .filter(|one| matches!(one, Voice::Party(_)) || voices.iter().all(|two| *one == two || apart(story, one, two)))
        .map(|voice| (*voice).clone())
        .collect();
    let passages: Vec<Spoken> = passages.iter().filter(|passage| speakers.contains(&passage.0)).cloned().collect();
    let several = speakers.iter().any(|one| speakers.iter().any(|two| apart(story, one, two)));
    several.then_some((speakers, passages))
}

/// Whether the words stand between marks of their own within the quotation: it gives somebody else's.
fn inner_quotation(story: &Story, article: usize, span: Span) -> bool {
    let before = &story.articles[article].document.text[..span.start];
    let mark = before.trim_end().chars().next_back();
    let outer = story.articles[article].quotes.iter().any(|quote| quote.span.start == span.start);
    !outer && matches!(mark, Some('\'' | '‘' | '“' | '"'))
}

fn speaks_for_others(story: &Story, identity: Identity) -> bool {
    story.identities.party(identity).members.iter().any(|(article, entity)| {
        let offices = &story.articles[*article].entities[entity.0 as usize].offices;
        offices.iter().any(|office| voice::SPEAKS_FOR.contains(&office.title.as_str()))
    })
}

fn misattribution(story: &Story, speakers: &[Voice], passages: &[Spoken]) -> Conflict {
    let name = |voice: &Voice| voice::name(story, voice);
    let names: Vec<String> = speakers.iter().map(name).collect();
    let sides = speakers
        .iter()
        .map(|voice| {
            let places = passages
                .iter()
                .filter(|(speaker, ..)| speaker == voice)
                .map(|(_, article, span)| Place { article: *article, span: *span, rule: "core/quotation".to_owned() })
                .collect();
            support::side(story, name(voice), places)
        })
        .collect();
    let people = speakers.iter().all(
        |voice| matches!(voice, Voice::Party(identity) if story.identities.party(*identity).kind == EntityKind::Person),
    );
    let words = passages
        .first()
        .map(|(_, article, span)| support::words(&story.articles[*article], *span, 90))
        .unwrap_or_default();
    Conflict {
        check: Check::Attribution,
        severity: if people { Severity::Error } else { Severity::Warning },
        message: format!("the same words are given to {}: “{words}”", support::join(&names)),
        explanation: vec![
            format!("{} passages hold the same words", passages.len()),
            format!("their speakers were resolved to {}", support::join(&names)),
            "one utterance has one speaker".to_owned(),
        ],
        sides,
    }
}

/// Whether the sentences that different speakers are given share so many words that two people do not say them by
/// chance: "as soon as possible" is nobody's own. Sentences that agree from end to end need fewer.
fn own_words(story: &Story, sentences: &[Vec<Spoken>]) -> bool {
    let text = |(_, article, span): &Spoken| story.slice(*article, *span);
    let (mut shared, mut content, mut whole) = (0, 0, true);
    for passages in sentences {
        let pairs = passages.iter().enumerate().flat_map(|(at, one)| {
            passages[at + 1..].iter().filter(move |two| two.0 != one.0 && two.1 != one.1).map(move |two| (one, two))
        });
        let nearest = pairs.map(|(one, two)| wording::align(text(one), text(two))).max_by_key(|found| found.shared);
        if let Some(nearest) = nearest {
            let (words, meaning) = passages.first().map_or((0, 0), |passage| stock::words(text(passage)));
            shared += nearest.shared.saturating_sub(words);
            content += nearest.shared_content.saturating_sub(meaning);
            whole &= nearest.verdict == wording::Verdict::Same;
        }
    }
    shared >= FEWEST_SHARED && content >= if whole { FEWEST_CONTENT - 1 } else { FEWEST_CONTENT }
}
