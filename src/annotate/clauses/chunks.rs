//! A sentence as a list of chunks: noun phrases, verb groups, and the small words between them.
//!
//! Clause assembly reads nothing but this list. Closed classes (prepositions of several words,
//! subordinators) are listed here; everything open comes from earlier layers.

use super::openers::disambiguate;
use crate::annotate::clause::ClauseLink;
use crate::annotate::mention::NounPhrase;
use crate::annotate::quote::Quote;
use crate::annotate::token::{Sentence, Tag, Token};
use crate::annotate::verb::VerbGroup;
use compact_str::CompactString;

/// What stands at one place of a sentence.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Kind {
    /// Index of a noun phrase.
    Phrase(usize),
    /// Index of a verb group.
    Verb(usize),
    /// A preposition, several words joined by spaces.
    Preposition(CompactString),
    /// A word that opens a subordinate clause.
    Subordinator(CompactString, ClauseLink),
    /// "who", "which", "that", "where", "when", "whose", "what".
    Wh(CompactString),
    /// "and", "or", "but", "nor".
    Coordinator(CompactString),
    /// A comma, or a dash or bracket that sets a parenthesis off.
    Comma,
    /// A semicolon or colon.
    Stop,
    /// A quotation mark.
    Mark,
    /// Index of the token of an adjective outside noun phrases.
    Adjective(usize),
    /// Adverbs and the rest.
    Word(CompactString),
}

/// One chunk.
#[derive(Clone, Debug)]
pub(super) struct Chunk {
    pub(super) kind: Kind,
    /// Index of its first token.
    pub(super) token: usize,
    /// Index of the quotation it stands in.
    pub(super) quote: Option<usize>,
}

/// Prepositions of several words; the longest that fits is taken.
const COMPOUND: &[&[&str]] = &[
    &["in", "front", "of"],
    &["on", "behalf", "of"],
    &["in", "charge", "of"],
    &["in", "favour", "of"],
    &["in", "favor", "of"],
    &["as", "part", "of"],
    &["as", "a", "result", "of"],
    &["by", "way", "of"],
    &["in", "connection", "with"],
    &["at", "the", "end", "of"],
    &["as", "well", "as"],
    &["ahead", "of"],
    &["according", "to"],
    &["because", "of"],
    &["out", "of"],
    &["next", "to"],
    &["instead", "of"],
    &["along", "with"],
    &["together", "with"],
    &["due", "to"],
    &["close", "to"],
    &["prior", "to"],
    &["such", "as"],
    &["rather", "than"],
    &["apart", "from"],
    &["away", "from"],
    &["up", "to"],
    &["contrary", "to"],
    &["outside", "of"],
    &["inside", "of"],
    &["off", "of"],
];

fn subordinator(lower: &str) -> Option<ClauseLink> {
    Some(match lower {
        "if" | "unless" | "whether" | "lest" | "provided" => ClauseLink::Conditional,
        "before" | "until" | "till" => ClauseLink::Before,
        "after" => ClauseLink::After,
        "when" | "while" | "as" | "whilst" | "once" => ClauseLink::While,
        "because" | "although" | "though" | "since" | "so" | "whereas" | "except" => ClauseLink::Subordinate,
        "that" => ClauseLink::Reported,
        _ => return None,
    })
}

/// The chunks of one sentence. `phrases` and `groups` are those that begin in it, outermost first where nested.
pub(super) fn chunks(
    sentence: &Sentence,
    tokens: &[Token],
    phrases: &[NounPhrase],
    groups: &[VerbGroup],
    first_phrase: usize,
    first_group: usize,
    quotes: &[Quote],
) -> Vec<Chunk> {
    let mut list = Vec::new();
    let (mut phrase, mut group) = (first_phrase, first_group);
    let mut quote = quotes.partition_point(|quote| quote.outer.end <= sentence.span.start);
    let mut at = sentence.tokens.start;
    while at < sentence.tokens.end {
        while quotes.get(quote).is_some_and(|quote| quote.outer.end <= tokens[at].span.start) {
            quote += 1;
        }
        let inside =
            quotes.get(quote).filter(|quote| quote.speech && quote.span.contains(tokens[at].span)).map(|_| quote);
        let mut push = |kind| list.push(Chunk { kind, token: at, quote: inside });
        while phrases.get(phrase).is_some_and(|phrase| phrase.tokens.start < at) {
            phrase += 1;
        }
        while groups.get(group).is_some_and(|group| group.tokens.start < at) {
            group += 1;
        }
        if let Some(found) = phrases.get(phrase).filter(|phrase| phrase.tokens.start == at) {
            push(Kind::Phrase(phrase));
            at = found.tokens.end.max(at + 1);
        } else if let Some(found) = groups.get(group).filter(|group| group.tokens.start == at) {
            push(Kind::Verb(group));
            at = found.tokens.end.max(at + 1);
        } else if let Some(words) = compound(&tokens[at..sentence.tokens.end]) {
            push(Kind::Preposition(words.join(" ").into()));
            at += words.len();
        } else {
            push(single(tokens, at));
            at += 1;
        }
    }
    disambiguate(&mut list, groups, phrases, tokens);
    list
}

fn compound(rest: &[Token]) -> Option<&'static [&'static str]> {
    COMPOUND
        .iter()
        .copied()
        .filter(|words| words.len() <= rest.len() && words.iter().zip(rest).all(|(word, token)| token.lower == *word))
        .max_by_key(|words| words.len())
}

fn single(tokens: &[Token], index: usize) -> Kind {
    let token = &tokens[index];
    let lower = token.lower.as_str();
    match token.tag {
        Tag::Punctuation => match lower {
            "," | "(" | ")" | "-" | "–" | "—" | "--" => Kind::Comma,
            ";" | ":" => Kind::Stop,
            "\"" | "“" | "”" | "''" | "``" | "«" | "»" | "‘" | "’" | "'" => Kind::Mark,
            _ => Kind::Word(token.lower.clone()),
        },
        Tag::Conjunction => Kind::Coordinator(token.lower.clone()),
        Tag::WhDeterminer | Tag::WhPronoun | Tag::WhPossessive => Kind::Wh(token.lower.clone()),
        Tag::WhAdverb => match lower {
            "when" => Kind::Subordinator(token.lower.clone(), ClauseLink::While),
            _ => Kind::Wh(token.lower.clone()),
        },
        Tag::VerbGerund | Tag::Noun if is_preposition(lower) => Kind::Preposition(token.lower.clone()),
        Tag::Preposition | Tag::To => match subordinator(lower) {
            Some(link) => Kind::Subordinator(token.lower.clone(), link),
            // "When it was over she wept": no preposition governs a subject.
            None if tokens.get(index + 1).is_some_and(is_nominative) => Kind::Word(token.lower.clone()),
            None => Kind::Preposition(token.lower.clone()),
        },
        // "capsized off Orkney"; "called the strike off on Monday" has no noun behind it.
        Tag::Particle if says_where(lower) && tokens.get(index + 1).is_some_and(opens_phrase) => {
            Kind::Preposition(token.lower.clone())
        }
        // "stock worth £2m"
        Tag::Adjective if lower == "worth" => Kind::Preposition(token.lower.clone()),
        tag if tag.is_adjective() => Kind::Adjective(index),
        _ => Kind::Word(token.lower.clone()),
    }
}

fn is_nominative(token: &Token) -> bool {
    matches!(token.lower.as_str(), "he" | "she" | "they" | "we" | "i")
}

/// Words in "-ing" that stand before a noun like prepositions.
fn is_preposition(lower: &str) -> bool {
    matches!(lower, "following" | "including" | "regarding" | "concerning" | "during" | "pending" | "excluding")
}

/// Particles that are prepositions as well.
fn says_where(lower: &str) -> bool {
    matches!(lower, "off" | "in" | "on" | "over" | "through" | "across" | "along" | "around" | "round" | "by" | "under")
}

fn opens_phrase(token: &Token) -> bool {
    token.tag.is_noun() || matches!(token.tag, Tag::Determiner | Tag::PossessivePronoun | Tag::Number | Tag::Symbol)
}
