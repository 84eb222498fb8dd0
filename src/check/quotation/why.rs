//! Why two quotations are, or are not, in conflict: how alike their words are, and who speaks them.

use super::super::support;
use super::super::wording::{Severity, Verdict, align};
use super::{FEWEST_CONTENT, FEWEST_SHARED, first_stretch, speaker};
use crate::annotate::quote::Quote;
use crate::graph::{Identity, Story};
use crate::source::Span;

/// Fewest words that two quotations share for a pair to be worth a word.
const WORTH_TELLING: usize = 3;

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
        .zip(speakers)
        .map(|(&(article, _, quote), speaker)| {
            let who = match (speaker, quote.speaker_text) {
                (Some(identity), _) => story.identities.party(identity).name.clone(),
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
    steps.push(answer(&alignment.verdict, speakers, alignment.shared, alignment.shared_content));
    (alignment.shared, steps)
}

fn spoken_by(story: &Story, (article, index, quote): Quoted<'_>) -> Option<Identity> {
    speaker(story, (article, first_stretch(story, article, index)), quote.span)
}

fn answer(verdict: &Verdict, speakers: [Option<Identity>; 2], shared: usize, content: usize) -> String {
    let few = shared < FEWEST_SHARED || content + 1 < FEWEST_CONTENT;
    match (verdict, speakers) {
        (Verdict::Unrelated, _) => "no: nothing shows that it is one utterance".to_owned(),
        (_, [Some(one), Some(two)]) if one != two && few => {
            "no: two people may say so few words, each of their own accord".to_owned()
        }
        (_, [Some(one), Some(two)]) if one != two => "they are given to two people".to_owned(),
        (Verdict::Same, _) => "no: the words are the same, and no two known people are given them".to_owned(),
        (Verdict::CutShort, _) => "no: one is cut short, and a cut is no change".to_owned(),
        (Verdict::Reworded { severity, .. }, _) if *severity < Severity::Preposition => {
            "no: they differ in words that desks change without a second thought".to_owned()
        }
        (Verdict::Reworded { .. }, _) => "it is one utterance in two wordings".to_owned(),
    }
}
