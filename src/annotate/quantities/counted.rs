//! The noun that a figure counts.
//!
//! Where the tagger has run, tags and lemmas decide; without tags, lower-case words up to a function word, of which
//! one must look like a plural.

use super::context::{Context, Counted};
use super::pieces::Join;
use super::words::Kind;
use crate::annotate::token::Tag;
use compact_str::CompactString;

/// The longest noun phrase looked at, in words.
const REACH: usize = 6;

/// Nouns without an "s" that are counted in the plural, and adjectives that are used so ("12 dead").
const PLURALS: [&str; 32] = [
    "people",
    "children",
    "police",
    "staff",
    "personnel",
    "crew",
    "aircraft",
    "sheep",
    "cattle",
    "fish",
    "deer",
    "salmon",
    "dead",
    "injured",
    "wounded",
    "missing",
    "feet",
    "teeth",
    "mice",
    "geese",
    "oxen",
    "series",
    "species",
    "data",
    "media",
    "troops",
    "offspring",
    "spacecraft",
    "hovercraft",
    "trout",
    "cod",
    "youth",
];

/// Words that end a noun phrase; the untagged fallback has nothing else to go by.
const STOP: [&str; 84] = [
    "of", "in", "on", "at", "to", "for", "from", "by", "with", "and", "or", "but", "as", "than", "that", "which",
    "who", "whom", "whose", "when", "where", "while", "after", "before", "since", "until", "during", "over", "under",
    "above", "below", "between", "against", "into", "out", "up", "down", "off", "about", "around", "per", "is", "are",
    "was", "were", "be", "been", "has", "have", "had", "does", "do", "did", "will", "would", "can", "could", "may",
    "might", "must", "shall", "should", "not", "it", "its", "he", "his", "she", "her", "they", "their", "them", "we",
    "our", "i", "you", "the", "a", "an", "this", "these", "says", "because", "if",
];

/// The noun phrase that begins at the piece `from`, right after a figure. `singular` figures ("one", "a third of the
/// catch") count a noun in the singular too.
pub(super) fn read(context: &Context<'_>, from: usize, singular: bool) -> Option<Counted> {
    let hyphenated = context.joined(from, Join::Hyphen);
    if hyphenated && STOP.contains(&context.word(from)) {
        return None;
    }
    if hyphenated && context.word(from).bytes().all(|byte| byte.is_ascii_alphabetic()) {
        // "a 14-member panel"; of "a 12-strong crew" it is the crew.
        if !matches!(context.word(from), "strong" | "odd" | "plus") {
            return Some(Counted { lemma: lemma(context, from, true), start: from, end: from + 1 });
        }
        return run(context, from + 1, true);
    }
    run(context, from, singular)
}

/// "of the voters": what a share or a vague number is of.
pub(super) fn read_of(context: &Context<'_>, from: usize) -> Option<Counted> {
    if context.word(from) != "of" {
        return None;
    }
    let mut at = from + 1;
    while matches!(context.word(at), "the" | "its" | "their" | "his" | "her" | "all" | "these" | "those" | "our" | "a")
    {
        at += 1;
    }
    run(context, at, true)
}

fn run(context: &Context<'_>, start: usize, singular: bool) -> Option<Counted> {
    let tagged = context.tag(start) != Tag::Other;
    let mut head = None;
    let mut end = start;
    for at in start..start + REACH {
        let Some(piece) = context.piece(at) else { break };
        let is_noun = if tagged { piece.tag.is_noun() } else { is_word(piece.text) };
        let modifies = tagged && (piece.tag.is_adjective() || is_participle(piece.tag)) && !context.capital(at);
        let counts_adjective = at == start && PLURALS.contains(&piece.text);
        let whole = matches!(piece.join, Join::Token | Join::Hyphen) && piece.kind == Kind::Word;
        let stops = STOP.contains(&piece.text)
            || !whole
            || !(is_noun || modifies || piece.tag.is_adjective() || counts_adjective);
        let after_plural = head.is_some_and(|head| is_plural(context, head));
        if stops || (after_plural && !(is_noun && is_plural(context, at) && !piece.capital)) {
            break;
        }
        if is_head(context, at, singular) && (is_noun || counts_adjective) {
            head = Some(at);
            end = at + 1;
            if !tagged && singular && !is_plural(context, at) {
                break;
            }
        }
    }
    let head = head?;
    Some(Counted { lemma: lemma(context, head, singular && !is_plural(context, head)), start, end })
}

fn is_participle(tag: Tag) -> bool {
    matches!(tag, Tag::VerbParticiple | Tag::VerbGerund)
}

fn is_word(text: &str) -> bool {
    text.bytes().any(|byte| byte.is_ascii_alphabetic()) && !text.starts_with('\'') && text != "n't"
}

fn is_head(context: &Context<'_>, at: usize, singular: bool) -> bool {
    let proper_singular = context.tag(at) == Tag::ProperNoun || (context.tag(at) == Tag::Other && context.capital(at));
    is_plural(context, at) || (singular && !proper_singular)
}

fn is_plural(context: &Context<'_>, at: usize) -> bool {
    let text = context.word(at);
    if matches!(context.tag(at), Tag::NounPlural | Tag::ProperNounPlural) {
        return true;
    }
    PLURALS.contains(&text)
        || text == "men"
        || text.ends_with("women")
        || (text.len() > 5 && text.ends_with("men"))
        || (text.len() > 3
            && text.ends_with('s')
            && !["ss", "us", "is", "'s"].iter().any(|ending| text.ends_with(ending)))
}

/// The lemma of the tagger, or a guess from the spelling where it has not run.
fn lemma(context: &Context<'_>, at: usize, singular: bool) -> CompactString {
    let text = context.word(at);
    let given = context.piece(at).and_then(|piece| context.tokens.get(piece.token)).filter(|token| token.lower == text);
    if let Some(token) = given.filter(|token| token.lemma != token.lower || token.tag == Tag::Noun) {
        return token.lemma.clone();
    }
    if singular || !is_plural(context, at) {
        return text.into();
    }
    match text {
        "children" => "child".into(),
        "feet" => "foot".into(),
        _ if PLURALS.contains(&text) => text.into(),
        _ => guess(text),
    }
}

fn guess(text: &str) -> CompactString {
    if let Some(stem) = text.strip_suffix("men") {
        return compact_str::format_compact!("{stem}man");
    }
    if let Some(stem) = text.strip_suffix("ies").filter(|stem| stem.len() > 2) {
        return compact_str::format_compact!("{stem}y");
    }
    let sibilant = ["ches", "shes", "sses", "xes"].iter().any(|ending| text.ends_with(ending));
    let cut = if sibilant { 2 } else { 1 };
    text.get(..text.len().saturating_sub(cut)).unwrap_or(text).into()
}
