//! What an article begins with: the event that it need not name again, and that "it" and "the accident" stand for.

use crate::check::order::event::{Event, Part};
use crate::check::order::lexicon;
use crate::check::order::reader::Reader;
use compact_str::CompactString;

/// Sentences that an article begins with.
const BEGINNING: usize = 4;

/// The classes of the events that an article begins with, of what happens to one thing once before others.
pub(super) fn leading(reader: &Reader) -> Vec<CompactString> {
    let article = reader.article;
    let beginning = &article.sentences[..article.sentences.len().min(BEGINNING)];
    let end = beginning.last().map_or(0, |last| last.span.end);
    let verbs = (0..article.verb_groups.len()).take_while(|&group| reader.group(group).span.start < end);
    let nouns = (0..article.phrases.len()).take_while(|&phrase| article.phrases[phrase].span.start < end);
    let verbs = verbs.filter_map(|group| reader.verb_event(group));
    let nouns = nouns.filter_map(|phrase| reader.noun_event(phrase));
    let mut classes: Vec<CompactString> = verbs.chain(nouns).map(|event| event.class).collect();
    classes.retain(|class| lexicon::needs(class).is_some());
    classes.sort_by_key(|class| !lexicon::once(class));
    classes
}

/// Words for what an article tells of, whatever it is.
const IT: &[&str] = &["it", "this", "that", "incident", "accident", "tragedy", "disaster", "drama", "episode"];

/// Whether nothing tells what befell whom but words that stand for any event.
pub(super) fn bare(reader: &Reader, event: &Event) -> bool {
    let words = |part: &Part| reader.article.document.slice(part.span).to_lowercase();
    // "The talks broke down", "the union walked away from the table".
    let talks = |part: &Part| event.class == "break down" && lexicon::nominal(&part.head).is_some();
    let it = |part: &Part| talks(part) || IT.contains(&words(part).trim_start_matches("the "));
    let mut parts = event.agents.iter().chain(&event.themes);
    if event.noun {
        return parts.next().is_none();
    }
    let verb = reader.group_at(event.anchor).map(|group| reader.group(group).lemma.as_str());
    let happened = verb.is_some_and(|verb| HAPPENED.contains(&verb));
    parts.next().map_or(happened, |part| it(part) && parts.all(it))
}

/// Verbs that say of what happens only that it does.
const HAPPENED: &[&str] = &["happen", "occur", "take place", "unfold"];

/// "It happened at 8.40pm": the event that befalls a thing once with which the article begins.
pub(super) fn happened(reader: &Reader, group: usize, leading: &[CompactString]) -> Option<Event> {
    let class = leading.first().filter(|class| lexicon::once(class))?;
    let clause = reader.clause(group)?;
    let &subject = clause.subjects.first()?;
    let head = &reader.article.tokens[reader.article.phrases[subject].head].lemma;
    (HAPPENED.contains(&reader.group(group).lemma.as_str()) && IT.contains(&head.as_str()))
        .then(|| reader.event_of(group, class))
        .flatten()
}
