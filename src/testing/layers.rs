//! One-line assertions about what the layers of English saw in a few words.

use super::read;
use crate::annotate::Article;
use crate::annotate::clause::Clause;
use crate::annotate::mention::{EntityKind, MentionForm};
use crate::annotate::verb::{Modality, Polarity};
use crate::source::Span;

/// Holds the clauses of a text against lines such as `not meet(Ana Ruiz; Li Wei) [in Geneva] {planned} / the ministry`:
/// denial, verb, who acts, on whom, who receives it; `= ` a complement; adjuncts; `{}` a modality other than actual;
/// after `/` the speaker, in “” where quoted.
#[track_caller]
pub(crate) fn assert_clauses(text: &str, expected: &[&str]) {
    let article = read(text);
    let found: Vec<String> = article.clauses.iter().map(|clause| show_clause(&article, clause)).collect();
    assert_eq!(found, expected, "{text}");
}

/// Holds one of a text's clauses, the first of the verb that `expected` names, against `expected`.
#[track_caller]
pub(crate) fn assert_clause(text: &str, expected: &str) {
    let article = read(text);
    let found: Vec<String> = article.clauses.iter().map(|clause| show_clause(&article, clause)).collect();
    assert!(found.iter().any(|clause| clause == expected), "{text}\nwant {expected}\n got {found:#?}");
}

fn show_clause(article: &Article, clause: &Clause) -> String {
    let group = &article.verb_groups[clause.verb];
    let words = |span: Span| article.document.slice(span).replace('\n', " ");
    let list = |phrases: &[usize]| {
        phrases.iter().map(|&phrase| words(article.phrases[phrase].span)).collect::<Vec<_>>().join(" + ")
    };
    let mut text = String::new();
    if clause.polarity == Polarity::Negative {
        text.push_str("not ");
    }
    text.push_str(&group.lemma);
    text.push_str(&format!("({}; {}", list(&clause.subjects), list(&clause.objects)));
    if !clause.recipients.is_empty() {
        text.push_str(&format!("; {}", list(&clause.recipients)));
    }
    text.push(')');
    if let Some(complement) = clause.complement {
        text.push_str(&format!(" = {}", words(article.phrases[complement].span)));
    }
    if let Some(adjective) = clause.adjective {
        text.push_str(&format!(" = {}", words(article.tokens[adjective].span)));
    }
    if !clause.adjuncts.is_empty() {
        let adjuncts: Vec<String> = clause.adjuncts.iter().map(|adjunct| words(adjunct.span)).collect();
        text.push_str(&format!(" [{}]", adjuncts.join(", ")));
    }
    if clause.modality != Modality::Actual {
        text.push_str(&format!(" {{{}}}", format!("{:?}", clause.modality).to_lowercase()));
    }
    if let Some(speaker) = &clause.attribution {
        let who = words(speaker.text);
        text.push_str(&if speaker.direct { format!(" / “{who}”") } else { format!(" / {who}") });
    }
    text
}

/// Holds the mentions by name of a text against lines such as `Ana Ruiz: person`; the words are those of the mention.
#[track_caller]
pub(crate) fn assert_names(text: &str, expected: &[&str]) {
    let article = read(text);
    let names = article.mentions.iter().filter(|mention| mention.form == MentionForm::Name);
    let found: Vec<String> = names
        .map(|mention| {
            let known = mention.entity.and_then(|entity| article.entities.get(entity.0 as usize));
            let kind = known.map_or(mention.kind, |entity| entity.kind);
            format!("{}: {}", article.document.slice(mention.span), kind_name(kind))
        })
        .collect();
    assert_eq!(found, expected, "{text}");
}

fn kind_name(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Person => "person",
        EntityKind::Group => "group",
        EntityKind::Body => "body",
        EntityKind::Place => "place",
        EntityKind::Thing => "thing",
    }
}

/// Holds who the last occurrence of `words` in `text` means against the name of an entity; `?` where nobody is known.
#[track_caller]
pub(crate) fn assert_refers(text: &str, words: &str, expected: &str) {
    let article = read(text);
    let found = refers(&article, words);
    assert_eq!(found.as_deref().unwrap_or("?"), expected, "“{words}” in: {text}");
}

/// The name of the entity that the last occurrence of `words` means, as a word of its own.
fn refers(article: &Article, words: &str) -> Option<String> {
    let text = &article.document.text;
    let whole = |at: usize| {
        let letter = |found: Option<char>| found.is_some_and(char::is_alphanumeric);
        !letter(text[..at].chars().next_back()) && !letter(text[at + words.len()..].chars().next())
    };
    let start = text.match_indices(words).map(|(at, _)| at).filter(|&at| whole(at)).last();
    let span = start.map(|start| Span::new(start, start + words.len()));
    assert!(span.is_some(), "“{words}” does not stand in: {text}");
    let exact = article.mentions.iter().position(|mention| Some(mention.span) == span);
    let mention = &article.mentions[exact.or_else(|| article.mention_of(span?))?];
    article.entities.get(mention.entity?.0 as usize).map(|entity| entity.name.clone())
}

/// Holds the offices in which a text introduces people against lines such as `Ana Ruiz: former mayor of Leeds`.
#[track_caller]
pub(crate) fn assert_offices(text: &str, expected: &[&str]) {
    let article = read(text);
    let found: Vec<String> = article
        .entities
        .iter()
        .flat_map(|entity| entity.offices.iter().map(|office| (&entity.name, office)))
        .map(|(name, office)| {
            let standing = office.standing.as_deref().map(|word| format!("{word} ")).unwrap_or_default();
            let of = office.of.as_deref().map(|of| format!(" of {of}")).unwrap_or_default();
            format!("{name}: {standing}{}{of}", office.title)
        })
        .collect();
    assert_eq!(found, expected, "{text}");
}
