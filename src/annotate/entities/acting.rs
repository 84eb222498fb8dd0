//! Which names the article treats as people: they speak, have an age, or are introduced.

use super::Input;
use super::registry::Registry;
use crate::annotate::lexicon;
use crate::annotate::names::Name;
use std::collections::BTreeSet;

impl Registry<'_> {
    pub(super) fn acting(&self) -> BTreeSet<String> {
        let single = self.input.names.iter().filter(|name| name.core.len() == 1 && self.acts(name));
        single.filter_map(|name| self.folded(name).pop()).collect()
    }

    /// Whether something named by one word acts like a body: it owns, says or does something.
    fn acts(&self, name: &Name) -> bool {
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
                    || token.tag == crate::annotate::token::Tag::PossessiveEnding
                    || token.tag.is_finite()
            })
    }
}

/// "Ana Ruiz, 54,", "Ana Ruiz, who", "Ana Ruiz, a plumber" and "the plumber, Ana Ruiz,": only people are introduced so.
pub(super) fn introduces_person(input: &Input, name: &Name) -> bool {
    let rest = &input.tokens[name.core.end.min(input.tokens.len())..];
    let [comma, next, ..] = rest else { return false };
    if comma.lower != "," {
        return false;
    }
    let age = next.lower.len() == 2 && next.lower.bytes().all(|byte| byte.is_ascii_digit());
    let described = matches!(next.lower.as_str(), "a" | "an" | "the")
        && rest[2..]
            .iter()
            .take(4)
            .take_while(|token| token.tag.is_noun() || token.tag.is_adjective())
            .last()
            .is_some_and(|head| lexicon::person_noun(&head.lemma) && !head.tag.is_proper());
    let before = &input.tokens[..name.core.start];
    let after_description = matches!(before, [.., article, noun, comma]
        if article.lower == "the" && comma.lower == "," && lexicon::person_noun(&noun.lemma));
    age || next.lower == "who" || described || after_description
}
