//! Who speaks a quotation: somebody named, a body, or whoever is known by a noun alone ("police", "the coach").
//!
//! Two voices are two only where that is known: two people by their names, two bodies by theirs, nouns by the classes of
//! `rules/english/voices.csv`. Whoever speaks for a body is that body ("a spokeswoman for the airline"); and where several speak
//! together, or one reads out the words of another, the words are nobody's own.

use super::{Utterance, cue_quote, speaks_for_others};
use crate::annotate::Article;
use crate::annotate::mention::{EntityKind, Mention, MentionForm, NounPhrase};
use crate::check::support::sentence;
use crate::graph::{Identity, Likeness, Story, compare_parties};
use crate::hash::Map;
use crate::source::Span;
use std::sync::LazyLock;

/// Whose words they are.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Voice {
    /// Somebody, or a body, that is known by name.
    Party(Identity),
    /// Known by a noun: its lemma.
    Noun(String),
}

/// Nouns for those who speak in the name of others.
pub(super) const SPEAKS_FOR: &[&str] =
    &["spokesperson", "spokesman", "spokeswoman", "representative", "lawyer", "publicist", "agent", "attorney"];

/// Words around a quotation that tell that several share it, or that it is read or repeated after somebody else.
const SHARED: &[&str] = &[
    "joint",
    "jointly",
    "both",
    "quoting",
    "quotes",
    "quoted",
    "reading",
    "read",
    "repeating",
    "repeated",
    "citing",
    "cited",
    "echoed",
    "echoing",
    "recalled",
    "recalling",
    "translated",
    "paraphrased",
    "paraphrasing",
    "reads",
];

/// A class of nouns, and the classes that may be the same.
struct Class {
    name: &'static str,
    may: Vec<&'static str>,
}

static CLASSES: LazyLock<Vec<Class>> = LazyLock::new(|| rows().map(|row| row.0).collect());

/// The class of each noun, by its place in [`CLASSES`].
static NOUNS: LazyLock<Map<&'static str, usize>> = LazyLock::new(|| {
    let words = |(at, (_, words)): (usize, (Class, &'static str))| words.split('|').map(move |word| (word, at));
    rows().enumerate().flat_map(words).collect()
});

fn rows() -> impl Iterator<Item = (Class, &'static str)> {
    let lines = include_str!("../../../rules/english/voices.csv").lines().filter(|line| !line.starts_with('#')).skip(1);
    lines.filter_map(|line| {
        let mut cells = line.split(',');
        let (name, words) = (cells.next()?, cells.next()?);
        Some((Class { name, may: cells.next().unwrap_or_default().split_whitespace().collect() }, words))
    })
}

/// Who speaks the stretch at `span`, where a cue beside it says so and the words are their own.
pub(super) fn voice(story: &Story, utterance: Utterance, span: Span) -> Option<Voice> {
    let article = &story.articles[utterance.0];
    let (quote, text) = cue_quote(article, utterance, span)?;
    if shared(article, quote.cue?, text) {
        return None;
    }
    let mention = &article.mentions[article.mention_of(text)?];
    let identity = mention.entity.and_then(|entity| story.identities.of(utterance.0, entity));
    match (mention.kind, identity) {
        (EntityKind::Person, Some(identity)) => Some(Voice::Party(identity)),
        (EntityKind::Body, Some(identity)) if mention.form == MentionForm::Name => Some(Voice::Party(identity)),
        (EntityKind::Person | EntityKind::Body, None) => described(story, utterance.0, mention),
        _ => None,
    }
}

/// "A spokesman for the airport", "the coach", "police".
fn described(story: &Story, at: usize, mention: &Mention) -> Option<Voice> {
    let article = &story.articles[at];
    let phrase = phrase(article, mention.span)?;
    let head = &article.tokens[phrase.head];
    if !SPEAKS_FOR.contains(&head.lemma.as_str()) {
        return NOUNS.contains_key(head.lemma.as_str()).then(|| Voice::Noun(head.lemma.to_string()));
    }
    let behind = phrase.complements.iter().find(|(preposition, _)| matches!(preposition.as_str(), "for" | "of"));
    let principal = match (phrase.possessor, behind) {
        (Some(owner), _) => &article.mentions[owner],
        (None, Some((_, inner))) => &article.mentions[article.phrases[*inner].mention?],
        (None, None) => return None,
    };
    if principal.kind != EntityKind::Body {
        return None;
    }
    if let Some(identity) = principal.entity.and_then(|entity| story.identities.of(at, entity)) {
        return Some(Voice::Party(identity));
    }
    let head = self::phrase(article, principal.span)?.head;
    let noun = article.tokens[head].lemma.to_string();
    NOUNS.contains_key(noun.as_str()).then_some(Voice::Noun(noun))
}

fn phrase(article: &Article, span: Span) -> Option<&NounPhrase> {
    let first = article.phrases.partition_point(|phrase| phrase.span.end < span.end);
    article.phrases[first..]
        .iter()
        .take_while(|phrase| phrase.span.start < span.end)
        .find(|phrase| phrase.span.overlaps(span))
}

/// Whether the sentence of the cue tells that several speak, or that one gives another's words.
fn shared(article: &Article, cue: Span, speaker: Span) -> bool {
    let around = sentence(article, cue);
    let quoted = |span: Span| article.quotes.iter().any(|quote| quote.outer.contains(span));
    let first = article.tokens.partition_point(|token| token.span.start < around.start);
    let tokens = || article.tokens[first..].iter().take_while(|token| token.span.start < around.end);
    let told = tokens().any(|token| SHARED.contains(&token.lower.as_str()) && !quoted(token.span));
    // "Ana Ruiz and Li Wei said": one of several.
    let beside = |name: &Mention| {
        let (from, to) = if name.span.end <= speaker.start {
            (name.span.end, speaker.start)
        } else {
            (speaker.end, name.span.start)
        };
        article.document.text.get(from..to).is_some_and(|between| matches!(between.trim(), "and" | "&" | ", and"))
    };
    told || crate::check::support::mentions(article, around).any(beside)
}

/// Whether two voices are known to be two.
pub(super) fn apart(story: &Story, a: &Voice, b: &Voice) -> bool {
    match (a, b) {
        (Voice::Party(one), Voice::Party(two)) => {
            let (x, y) = (story.identities.party(*one), story.identities.party(*two));
            match (x.kind, y.kind) {
                (EntityKind::Person, EntityKind::Person) => {
                    one != two && !speaks_for_others(story, *one) && !speaks_for_others(story, *two)
                }
                (EntityKind::Body, EntityKind::Body) => {
                    compare_parties(&story.identities, *one, *two) == Likeness::Different
                        && !shares_word(&x.name, &y.name)
                        && !may_be(class_of_name(&x.name), class_of_name(&y.name))
                }
                _ => false,
            }
        }
        (Voice::Noun(one), Voice::Noun(two)) => two_classes(NOUNS.get(one.as_str()), NOUNS.get(two.as_str())),
        (Voice::Party(party), Voice::Noun(noun)) | (Voice::Noun(noun), Voice::Party(party)) => {
            let theirs = NOUNS.get(noun.as_str());
            let classes = classes(story, *party);
            !classes.is_empty() && classes.iter().all(|own| two_classes(own.as_ref(), theirs))
        }
    }
}

/// Whether two bodies' names have a word in common, or one is the initials of the other.
fn shares_word(a: &str, b: &str) -> bool {
    let initials = |name: &str| name.split_whitespace().filter_map(|word| word.chars().next()).collect::<String>();
    let long = |word: &&str| word.len() > 3;
    a.split_whitespace().filter(long).any(|word| b.split_whitespace().any(|other| other == word))
        || initials(a).eq_ignore_ascii_case(b)
        || initials(b).eq_ignore_ascii_case(a)
}

/// "Kent Police": the class of a body that its name tells.
fn class_of_name(name: &str) -> Option<usize> {
    name.split_whitespace().find_map(|word| NOUNS.get(word.to_lowercase().as_str()).copied())
}

/// The classes of all that a party is introduced as; `None` among them for what is in no class.
fn classes(story: &Story, party: Identity) -> Vec<Option<usize>> {
    let members = &story.identities.party(party).members;
    let offices =
        members.iter().flat_map(|(article, entity)| &story.articles[*article].entities[entity.0 as usize].offices);
    let class = |title: &str| {
        let last = title.rsplit(' ').next().unwrap_or(title);
        NOUNS.get(title).or_else(|| NOUNS.get(last)).copied()
    };
    let mut classes: Vec<Option<usize>> = offices.map(|office| class(&office.title)).collect();
    if story.identities.party(party).kind == EntityKind::Body {
        classes = class_of_name(&story.identities.party(party).name).map(Some).into_iter().collect();
    }
    classes
}

fn may_be(a: Option<usize>, b: Option<usize>) -> bool {
    match (a, b) {
        (Some(one), Some(two)) => {
            let (x, y) = (&CLASSES[one], &CLASSES[two]);
            one != two && (x.may.contains(&y.name) || y.may.contains(&x.name))
        }
        _ => false,
    }
}

fn two_classes(a: Option<&usize>, b: Option<&usize>) -> bool {
    match (a, b) {
        (Some(one), Some(two)) => {
            let kin = |class: &Class| class.may.contains(&"kin");
            let (x, y) = (&CLASSES[*one], &CLASSES[*two]);
            // Anybody may be somebody's brother; nobody is brother and widow of the dead man.
            one != two && !may_be(Some(*one), Some(*two)) && kin(x) == kin(y)
        }
        _ => false,
    }
}

/// How a voice is named to a reader.
pub(super) fn name(story: &Story, voice: &Voice) -> String {
    match voice {
        Voice::Party(identity) => story.identities.party(*identity).name.clone(),
        Voice::Noun(noun) => noun.clone(),
    }
}
