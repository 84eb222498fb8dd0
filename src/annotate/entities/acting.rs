//! Which names the article treats as people: they speak, have an age, or are introduced.

use super::Input;
use super::registry::Registry;
use crate::annotate::lexicon;
use crate::annotate::names::Name;
use crate::annotate::token::{Tag, Token};
use std::collections::BTreeSet;

impl Registry<'_> {
    pub(super) fn acting(&self) -> BTreeSet<String> {
        let single = self.input.names.iter().filter(|name| name.core.len() == 1 && self.acts(name));
        single.filter_map(|name| self.folded(name).pop()).collect()
    }

    /// Whether something that has a name acts like a body: it owns, says or does something.
    pub(super) fn acts(&self, name: &Name) -> bool {
        let next = self.input.tokens.get(name.core.end);
        let before = name.core.start.checked_sub(1).map(|at| &self.input.tokens[at]);
        let described = before.is_some_and(|token| lexicon::body_noun(&token.lemma));
        // "The town of Halden was hit": the town was.
        if before.is_some_and(|token| matches!(token.lower.as_str(), "of" | "in" | "at" | "near" | "from" | "outside"))
        {
            return false;
        }
        described
            || next.is_some_and(|token| {
                crate::annotate::quotes::is_speech_verb(&token.lemma)
                    || token.tag == Tag::PossessiveEnding
                    || token.tag.is_finite()
            })
    }
}

/// What only bodies have.
const OF_BODIES: &[&str] = &[
    "share",
    "shareholder",
    "investor",
    "board",
    "profit",
    "revenue",
    "workforce",
    "employee",
    "customer",
    "subsidiary",
    "executive",
    "spokesman",
    "spokeswoman",
    "spokesperson",
    "stock",
    "turnover",
    "merger",
    "takeover",
];
/// Tokens behind a possessive within which that stands.
const OWNED: usize = 3;

/// "Hirano's own investors", "the water company Hirano", "Hirano shares": only bodies are told of so.
pub(super) fn introduces_body(input: &Input, name: &Name) -> bool {
    let rest = &input.tokens[name.core.end.min(input.tokens.len())..];
    let before = name.core.start.checked_sub(1).map(|at| &input.tokens[at]);
    let of_bodies = |token: &Token| OF_BODIES.contains(&token.lemma.as_str());
    let called = |token: &Token| !token.capital && token.tag == Tag::Noun && lexicon::body_noun(&token.lemma);
    let owns = rest.first().is_some_and(|token| token.tag == Tag::PossessiveEnding)
        && rest[1..].iter().take(OWNED).take_while(|token| !token.tag.is_verb()).any(of_bodies);
    before.is_some_and(called) || owns || rest.first().is_some_and(of_bodies)
}

/// "Hirano, which": a person would be "who".
pub(super) fn introduces_thing(input: &Input, name: &Name) -> bool {
    let rest = &input.tokens[name.core.end.min(input.tokens.len())..];
    matches!(rest, [comma, which, ..] if comma.lower == "," && which.lower == "which")
}

/// "Ana Ruiz, 54,", "Ana Ruiz, who", "Ana Ruiz, a plumber", "Ana Ruiz, mayor of Hull", "the plumber, Ana Ruiz,", "Hull's
/// chief fire officer, Ana Ruiz," and "plumber Ana Ruiz": only people are introduced so.
pub(super) fn introduces_person(input: &Input, name: &Name) -> bool {
    let rest = &input.tokens[name.core.end.min(input.tokens.len())..];
    let before = &input.tokens[..name.core.start];
    let calling = |token: &Token| {
        let small = token.tag.is_noun() && !token.capital;
        small && (lexicon::person_noun(&token.lemma) || lexicon::office(&token.lemma).is_some())
    };
    if before.last().is_some_and(|last| calling(last) && last.tag == Tag::Noun) {
        return true;
    }
    let [comma, next, ..] = rest else { return false };
    if comma.lower != "," {
        return false;
    }
    let age = next.lower.len() == 2 && next.lower.bytes().all(|byte| byte.is_ascii_digit());
    let determined = matches!(next.lower.as_str(), "a" | "an" | "the" | "its" | "his" | "her" | "their");
    let described = rest[1 + usize::from(determined)..]
        .iter()
        .take(4)
        .take_while(|token| token.tag.is_noun() || token.tag.is_adjective())
        .last()
        .is_some_and(|head| head.tag == Tag::Noun && calling(head));
    let after_description = matches!(before, [.., noun, comma] if comma.lower == "," && calling(noun)) && {
        let owned = |token: &Token| {
            let tag = matches!(token.tag, Tag::PossessiveEnding | Tag::PossessivePronoun);
            tag || matches!(token.lower.as_str(), "the" | "its" | "their" | "his" | "her")
        };
        let words = before.iter().rev().skip(2).take(5);
        words.take_while(|token| !matches!(token.lower.as_str(), "," | "and")).any(owned)
    };
    age || next.lower == "who" || described || after_description
}
