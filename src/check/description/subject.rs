//! Of what a description is: the party it names, or the words of a title that no layer takes for a name.

use crate::annotate::Article;
use crate::annotate::clause::Clause;
use crate::annotate::mention::{EntityKind, MentionForm};
use crate::annotate::token::{Tag, Token};
use crate::annotate::verb::{Modality, Polarity};
use crate::graph::{Identity, Story};
use crate::source::Span;
use std::collections::BTreeSet;

/// The longest title that is read, in words.
const LONGEST_TITLE: usize = 8;

/// By what descriptions of one thing meet.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Key {
    /// A party of the story.
    Party(u32),
    /// A title in lower case, without "the" and quotation marks.
    Title(String),
}

/// Who or what a clause describes.
pub(super) struct Subject {
    pub(super) keys: BTreeSet<Key>,
    pub(super) name: String,
    pub(super) person: bool,
}

/// What the words at `span` stand for, a part of `clause`: their party, the title before the verb, or what a copula
/// says they are ("X is a film directed by Y": the film is X).
pub(super) fn of_words(story: &Story, at: usize, clause: Option<usize>, span: Span) -> Option<Subject> {
    let article = &story.articles[at];
    let from = article.phrases.partition_point(|phrase| phrase.span.start < span.start);
    let phrases = from..article.phrases.partition_point(|phrase| phrase.span.start < span.end);
    let copula = article.clauses.iter().find(|copula| {
        let be = article.verb_groups.get(copula.verb).is_some_and(|group| group.lemma == "be");
        let plain = copula.polarity == Polarity::Positive && copula.modality == Modality::Actual;
        be && plain
            && copula
                .complement
                .is_some_and(|phrase| phrases.contains(&phrase) || article.phrases[phrase].span.overlaps(span))
    });
    if let Some(copula) = copula {
        return subject(story, at, copula);
    }
    let clause = clause.and_then(|clause| article.clauses.get(clause));
    let phrase = phrases.last();
    named(
        story,
        at,
        phrase,
        clause.filter(|clause| {
            let start = article.sentences.get(clause.sentence).map_or(0, |sentence| sentence.span.start);
            span.start < start + 3 && span.start < article.verb_groups[clause.verb].span.start
                || begins(article, clause, span)
        }),
    )
}

/// Whether nothing but words in capitals stands between the start of the sentence and `span`: a title cut in two.
fn begins(article: &Article, clause: &Clause, span: Span) -> bool {
    let Some(sentence) = article.sentences.get(clause.sentence) else { return false };
    let words = article.tokens.get(sentence.tokens.clone()).unwrap_or_default();
    span.end <= article.verb_groups[clause.verb].span.start
        && words
            .iter()
            .take_while(|token| token.span.start < span.start)
            .all(|token| token.capital || is_quote(token) || token.lower.len() < 4)
}

/// The subject of a copular clause, where it is named.
pub(super) fn subject(story: &Story, at: usize, clause: &Clause) -> Option<Subject> {
    let phrase = match clause.subjects.as_slice() {
        [phrase] => Some(*phrase),
        _ => None,
    };
    named(story, at, phrase, Some(clause))
}

/// The party of a phrase, and the title that stands before the verb of a clause.
fn named(story: &Story, at: usize, phrase: Option<usize>, clause: Option<&Clause>) -> Option<Subject> {
    let article = &story.articles[at];
    let mut keys = BTreeSet::new();
    let mut person = false;
    let mut name = None;
    if let Some(phrase) = phrase {
        let phrase = &article.phrases[phrase];
        if let Some(identity) = phrase.mention.and_then(|mention| identity(story, at, mention)) {
            let party = story.identities.party(identity);
            person = party.kind == EntityKind::Person;
            if !person {
                keys.insert(Key::Title(fold(article.document.slice(phrase.span))));
            }
            name = Some(party.name.clone());
            keys.insert(Key::Party(identity.0));
        }
    }
    if let Some((title, other)) = clause.and_then(|clause| title(article, clause)) {
        for index in mentions_in(article, other) {
            keys.extend(identity(story, at, index).map(|identity| Key::Party(identity.0)));
        }
        name.get_or_insert_with(|| title.clone());
        keys.insert(Key::Title(fold(&title)));
    }
    Some(Subject { keys, name: name?, person })
}

fn identity(story: &Story, at: usize, mention: usize) -> Option<Identity> {
    let mention = &story.articles[at].mentions[mention];
    let named = mention.form == MentionForm::Name || mention.form == MentionForm::Pronoun;
    story.identities.of(at, mention.entity.filter(|_| named)?)
}

fn mentions_in(article: &Article, span: Option<Span>) -> impl Iterator<Item = usize> {
    let span = span.unwrap_or_default();
    let from = article.mentions.partition_point(|mention| mention.span.start < span.start);
    (from..article.mentions.len()).take_while(move |&index| article.mentions[index].span.end <= span.end)
}

/// The words from the start of the sentence to the verb, cut at a bracket or comma: "Savages", "“The Long Way”",
/// "Dreamer (2005 film)"; and the words after "known as", where there are any.
fn title(article: &Article, clause: &Clause) -> Option<(String, Option<Span>)> {
    let sentence = article.sentences.get(clause.sentence)?;
    let group = &article.verb_groups[clause.verb];
    let mut start = sentence.tokens.start;
    let before = article.tokens.get(start..group.tokens.start)?;
    let quoted = before.first().is_some_and(is_quote);
    start += usize::from(quoted);
    let before = &before[usize::from(quoted)..];
    let stop = before.iter().position(|token| matches!(token.lower.as_str(), "(" | "[" | ",") || is_quote(token));
    let title = &before[..stop.unwrap_or(before.len())];
    let rest = &before[stop.unwrap_or(before.len())..];
    // What stands between title and verb is an aside: it begins with a bracket, comma or the closing quotation mark.
    if title.is_empty() || title.len() > LONGEST_TITLE || !is_title(title, quoted) {
        return None;
    }
    let other = rest
        .windows(2)
        .position(|pair| pair[0].lower == "known" || pair[0].lower == "called")
        .and_then(|known| rest[known..].iter().position(|token| token.lower == "as").map(|gap| known + gap + 1))
        .and_then(|from| {
            let end = rest[from..].iter().position(|token| token.lower == ",").map_or(rest.len(), |gap| from + gap);
            Some(rest.get(from)?.span.join(rest.get(end.checked_sub(1)?)?.span))
        });
    let first = article.tokens.get(start)?;
    let span = first.span.join(title.last()?.span);
    Some((article.document.slice(span).to_owned(), other))
}

fn is_quote(token: &Token) -> bool {
    matches!(token.lower.as_str(), "\"" | "“" | "”" | "‘" | "``" | "''")
}

/// Capitals throughout, small words apart, and nothing that only stands for a thing named before.
fn is_title(words: &[Token], quoted: bool) -> bool {
    let small = |token: &Token| {
        matches!(
            token.tag,
            Tag::Preposition | Tag::To | Tag::Conjunction | Tag::Determiner | Tag::Number | Tag::PossessiveEnding
        ) || token.lower.len() < 3
    };
    let named = words.iter().all(|token| token.capital || small(token)) && words.iter().any(|token| token.capital);
    let [first, rest @ ..] = words else { return false };
    let vague = matches!(first.tag, Tag::Pronoun | Tag::PossessivePronoun | Tag::Existential | Tag::WhPronoun)
        || matches!(first.lower.as_str(), "this" | "that" | "these" | "those" | "there" | "here" | "what" | "it");
    let determined = first.tag == Tag::Determiner && !rest.iter().any(|token| token.capital && !small(token));
    named && (quoted || !vague && !determined)
}

fn fold(title: &str) -> String {
    let lower = title.to_lowercase();
    lower.strip_prefix("the ").unwrap_or(&lower).trim().to_owned()
}
