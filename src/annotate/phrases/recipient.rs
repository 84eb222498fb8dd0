//! Names that are an object by themselves, with the next noun as the second object.

use super::Input;
use crate::annotate::lexicon;
use crate::annotate::names::Guess;
use crate::annotate::token::Tag;

/// "refused Ana Ruiz bail", "elected Li Wei leader": behind a verb of two objects a name is an object by itself.
pub(super) fn receives(input: &Input, start: usize, name: usize, limit: usize) -> bool {
    let name = &input.names[name];
    let group = input.groups.partition_point(|group| group.tokens.end < start);
    let Some(group) = input.groups.get(group).filter(|group| group.tokens.end == start) else { return false };
    let Some(next) = input.tokens.get(name.core.end).filter(|_| name.core.end < limit) else { return false };
    let (office, person) = (lexicon::office(&next.lemma).is_some(), lexicon::person_noun(&next.lemma));
    let common = matches!(next.tag, Tag::Noun | Tag::NounPlural) && !next.capital;
    let last = input.tokens.get(name.core.end + 1).is_none_or(|after| {
        matches!(after.tag, Tag::Punctuation | Tag::Preposition | Tag::Conjunction | Tag::To | Tag::Adverb)
    });
    let somebody = matches!(name.guess, Guess::Person | Guess::LikelyPerson) && name.core.len() > 1;
    let unknown = matches!(name.guess, Guess::Person | Guess::LikelyPerson | Guess::Unknown);
    common
        && last
        && match group.lemma.as_str() {
            "elect" | "re-elect" | "appoint" | "name" | "crown" | "declare" | "make" => somebody && (office || person),
            "refuse" | "deny" | "grant" | "give" | "award" | "hand" | "offer" | "send" | "cost" | "lend" | "allow" => {
                unknown && !office && !person && !lexicon::body_noun(&next.lemma)
            }
            _ => false,
        }
}
