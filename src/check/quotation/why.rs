//! Why two quotations are, or are not, in conflict: how alike their words are, and who speaks them.

use super::super::support;
use super::super::wording::{Passage, Severity, Verdict, align, altered};
use super::voice::{Voice, apart, name, voice};
use super::{FEWEST_CONTENT, FEWEST_SHARED, first_stretch};
use crate::annotate::quote::Quote;
use crate::graph::Story;
use crate::source::Span;

/// Fewest words that two quotations share for a pair to be worth a word.
const WORTH_TELLING: usize = 3;
/// Most sentences of a quotation that are held against those of another.
const MOST_SENTENCES: usize = 12;

/// The steps of each two quotations of the passages that share words, or of the first two where none do.
pub(in crate::check) fn why(story: &Story, first: (usize, Span), second: (usize, Span)) -> Vec<Vec<String>> {
    let quotes = |(article, span): (usize, Span)| -> Vec<(usize, &Quote)> {
        let all = story.articles[article].quotes.iter().enumerate();
        all.filter(|(_, quote)| quote.speech && quote.span.overlaps(span)).collect()
    };
    let mut compared: Vec<(usize, Vec<String>)> = Vec::new();
    for (one, a) in quotes(first) {
        for (two, b) in quotes(second) {
            if (first.0, one) != (second.0, two) {
                compared.push(steps(story, (first.0, one, a), (second.0, two, b)));
            }
        }
    }
    let best = compared.iter().map(|(shared, _)| *shared).max().unwrap_or(0);
    compared.retain(|(shared, _)| *shared >= WORTH_TELLING.min(best));
    compared.sort_by_key(|(shared, _)| std::cmp::Reverse(*shared));
    compared.truncate(if best < WORTH_TELLING { 1 } else { compared.len() });
    compared.into_iter().map(|(_, steps)| steps).collect()
}

/// A quotation: article, index in it, and itself.
type Quoted<'s> = (usize, usize, &'s Quote);

/// How many words are shared, and one line a step; the last is the answer.
fn steps(story: &Story, a: Quoted<'_>, b: Quoted<'_>) -> (usize, Vec<String>) {
    let text = |(article, _, quote): Quoted<'_>| story.slice(article, quote.span);
    let alignment = align(text(a), text(b));
    let speakers = [spoken_by(story, a), spoken_by(story, b)];
    let mut steps: Vec<String> = [a, b]
        .iter()
        .zip(&speakers)
        .map(|(&(article, _, quote), speaker)| {
            let who = match (speaker, quote.speaker_text) {
                (Some(voice), _) => name(story, voice),
                (None, Some(span)) => format!("“{}”, who is not known", story.slice(article, span)),
                (None, None) => "nobody is named".to_owned(),
            };
            format!("“{}”: {who}", support::words(&story.articles[article], quote.span, 80))
        })
        .collect();
    steps.push(format!(
        "they share {} words, {} of them with a meaning of their own",
        alignment.shared, alignment.shared_content
    ));
    let turned = speakers[0].is_some() && speakers[0] == speakers[1] && turned(text(a), text(b));
    if turned && matches!(alignment.verdict, Verdict::Unrelated) {
        steps.push("a word that one has turns the sense round, or is another figure or date; so it is one utterance in two wordings unless it was said on two days".to_owned());
        return (alignment.shared.max(WORTH_TELLING), steps);
    }
    steps.push(answer(story, &alignment.verdict, &speakers, alignment.shared, alignment.shared_content));
    (alignment.shared, steps)
}

/// Whether a sentence of the one is a sentence of the other but for a word that changes what is said.
fn turned(a: &str, b: &str) -> bool {
    let (a, b) = (Passage::whole(a).words(), Passage::whole(b).words());
    let mut sentences = a.chunk_by(|one, two| one.sentence == two.sentence).take(MOST_SENTENCES);
    sentences.any(|one| {
        b.chunk_by(|x, y| x.sentence == y.sentence).take(MOST_SENTENCES).any(|two| altered(one, two).is_some())
    })
}

fn spoken_by(story: &Story, (article, index, quote): Quoted<'_>) -> Option<Voice> {
    voice(story, (article, first_stretch(story, article, index)), quote.span)
}

fn answer(story: &Story, verdict: &Verdict, speakers: &[Option<Voice>; 2], shared: usize, content: usize) -> String {
    let few = shared < FEWEST_SHARED || content + 1 < FEWEST_CONTENT;
    let two = matches!(speakers, [Some(one), Some(two)] if apart(story, one, two));
    match verdict {
        Verdict::Unrelated => "no: nothing shows that it is one utterance".to_owned(),
        _ if two && few => "no: two people may say so few words, each of their own accord".to_owned(),
        _ if two => "they are given to two people".to_owned(),
        Verdict::Same => "no: the words are the same, and no two known people are given them".to_owned(),
        Verdict::CutShort => "no: one is cut short, and a cut is no change".to_owned(),
        Verdict::Reworded { severity, .. } if *severity < Severity::Preposition => {
            "no: they differ in words that desks change without a second thought".to_owned()
        }
        Verdict::Reworded { .. } => "it is one utterance in two wordings".to_owned(),
    }
}
