//! Figures, names by their capitals, and the small words whose part of speech hangs on the next word.
//!
//! Rules for [`super::correct`]: one function of a position each.

use super::Casing;
use super::correct::{can_be, is_be, word_of};
use super::forms::base_after_to;
use super::lexicon::Word;
use crate::annotate::token::{Tag, Token};

/// "3.2m", "1,200", "twelve": numbers, unless they are compounds ("14-year-old").
pub(super) fn figure(tokens: &[Token], at: usize) -> Option<Tag> {
    let lower = tokens[at].lower.as_str();
    let digit = lower.starts_with(|letter: char| letter.is_ascii_digit());
    let letters = lower.bytes().filter(u8::is_ascii_alphabetic).count();
    if digit {
        let ordinal = ["st", "nd", "rd", "th"].iter().any(|end| lower.ends_with(end));
        return match (letters, ordinal) {
            (2, true) => Some(Tag::Adjective),
            (0..=2, _) => Some(Tag::Number),
            _ => Some(Tag::Adjective),
        };
    }
    is_number_word(lower).then_some(Tag::Number)
}

fn is_number_word(lower: &str) -> bool {
    matches!(
        lower,
        "two"
            | "three"
            | "four"
            | "five"
            | "six"
            | "seven"
            | "eight"
            | "nine"
            | "ten"
            | "eleven"
            | "twelve"
            | "thirteen"
            | "fourteen"
            | "fifteen"
            | "sixteen"
            | "seventeen"
            | "eighteen"
            | "nineteen"
            | "twenty"
            | "thirty"
            | "forty"
            | "fifty"
            | "sixty"
            | "seventy"
            | "eighty"
            | "ninety"
            | "hundred"
            | "thousand"
            | "million"
            | "billion"
            | "trillion"
    ) || lower
        .split_once('-')
        .is_some_and(|(tens, ones)| !ones.is_empty() && is_number_word(tens) && (is_number_word(ones) || ones == "one"))
}

/// A capital inside a sentence marks a name; at its start it does so on a word that no lexicon knows.
pub(super) fn name(tokens: &[Token], at: usize, case: Casing) -> Option<Tag> {
    let token = &tokens[at];
    if token.tag == Tag::ProperNoun && nationality(&token.lower) && can_be(token, Word::ADJECTIVE) {
        // "Danish striker", but "Danish Crown"
        let noun =
            tokens.get(at + 1).is_some_and(|next| !next.capital && matches!(next.tag, Tag::Noun | Tag::NounPlural));
        return noun.then_some(Tag::Adjective);
    }
    if !token.capital
        || token.tag.is_proper()
        || token.lower == "i"
        || matches!(token.tag, Tag::Punctuation | Tag::Number)
    {
        return None;
    }
    let word = word_of(token);
    let ordinary = word.is_some_and(|word| !word.is_only(Word::NAME)) || super::model::knows(&token.lower);
    if !ordinary && token.tag != Tag::Adjective && !token.lower.contains('-') {
        return Some(Tag::ProperNoun);
    }
    let starts = at == 0
        || case != Casing::Sentence
        || matches!(tokens[at - 1].tag, Tag::Punctuation | Tag::Symbol) && tokens[at - 1].lower != ",";
    if starts {
        return None;
    }
    let proper_next = tokens.get(at + 1).is_some_and(|next| next.capital);
    match token.tag {
        // "MPs" counts members; it is no name.
        Tag::NounPlural if token.lower.len() <= 4 => None,
        Tag::NounPlural => Some(Tag::ProperNounPlural),
        Tag::Noun
        | Tag::Verb
        | Tag::VerbPast
        | Tag::VerbParticiple
        | Tag::VerbGerund
        | Tag::VerbPresent
        | Tag::VerbThird
        | Tag::Adverb
        | Tag::Other
        | Tag::Particle => Some(Tag::ProperNoun),
        // "Green Bay", but "British Prime Minister".
        Tag::Adjective if proper_next && !nationality(&token.lower) => Some(Tag::ProperNoun),
        _ => None,
    }
}

fn nationality(lower: &str) -> bool {
    ["ish", "an", "ese", "ch", "eek", "iss", "aqi", "ani", "eli", "ic"].iter().any(|end| lower.ends_with(end))
}

/// Words whose part of speech hangs on the next word.
pub(super) fn function_word(tokens: &[Token], at: usize) -> Option<Tag> {
    let token = &tokens[at];
    let next = tokens.get(at + 1);
    let previous = at.checked_sub(1).and_then(|before| tokens.get(before));
    match token.lower.as_str() {
        "to" => {
            let verb =
                tokens[at + 1..].iter().take(3).find(|next| !next.tag.is_adverb() && next.tag != Tag::Punctuation);
            let infinitive = verb.is_some_and(|verb| {
                verb.tag == Tag::Verb
                    || (next.is_some_and(|next| next.lower == verb.lower) && base_after_to(tokens, at + 1))
            });
            Some(if infinitive { Tag::To } else { Tag::Preposition })
        }
        "there" => {
            let inverted = previous.is_some_and(|word| is_be(&word.lower) || word.tag == Tag::Modal)
                && next
                    .is_some_and(|next| matches!(next.tag, Tag::Determiner | Tag::Number | Tag::Adjective | Tag::Verb));
            inverted.then_some(Tag::Existential)
        }
        "a.m." | "p.m." | "a.m" | "p.m" | "am" | "pm" if previous.is_some_and(|word| word.tag == Tag::Number) => {
            Some(Tag::Noun)
        }
        "'s" => clitic_s(tokens, at),
        "who" | "whom" => Some(Tag::WhPronoun),
        "which" => Some(Tag::WhDeterminer),
        "it" | "he" | "she" | "they" | "we" | "him" | "them" | "us" => (!token.tag.is_proper()).then_some(Tag::Pronoun),
        // "beat her in Rome": nothing that she owns follows.
        "her" => {
            let nothing = next.is_none_or(|next| {
                matches!(
                    next.tag,
                    Tag::Preposition | Tag::To | Tag::Punctuation | Tag::Determiner | Tag::Conjunction | Tag::Pronoun
                )
            });
            Some(if nothing { Tag::Pronoun } else { Tag::PossessivePronoun })
        }
        "as" => {
            let compared = next.is_some_and(|next| {
                next.tag.is_adjective() || next.tag.is_adverb() || matches!(next.lower.as_str(), "much" | "many")
            }) && tokens.iter().skip(at + 2).take(4).any(|word| word.lower == "as");
            Some(if compared { Tag::Adverb } else { Tag::Preposition })
        }
        "not" | "n't" | "never" => Some(Tag::Adverb),
        "'d" => {
            let (_, verb) = tokens.iter().enumerate().skip(at + 1).take(4).find(|(_, next)| !next.tag.is_adverb())?;
            Some(if verb.tag == Tag::VerbParticiple || verb.tag == Tag::VerbPast { Tag::VerbPast } else { Tag::Modal })
        }
        // "are still missing" has no object.
        // "the missing climber", "are still missing": with an object it would be a verb.
        "missing" => {
            let object = next
                .is_some_and(|next| next.tag.is_noun() || matches!(next.tag, Tag::Determiner | Tag::PossessivePronoun));
            let described = previous.is_some_and(|word| matches!(word.tag, Tag::Determiner | Tag::Number));
            (described || !object).then_some(Tag::Adjective)
        }
        "about" if next.is_some_and(|next| next.tag == Tag::Number || next.lower == "half") => Some(Tag::Adverb),
        "online" => Some(if next.is_some_and(|next| next.tag.is_noun()) { Tag::Adjective } else { Tag::Adverb }),
        "that" if next.is_none_or(|next| matches!(next.lower.as_str(), "." | "?" | "!")) => Some(Tag::Determiner),
        "in" | "on" | "over" | "off" | "through" => particle(previous, token, next),
        "than" | "if" | "because" | "until" | "despite" => Some(Tag::Preposition),
        _ => None,
    }
}

/// "sworn in as", "the roof fell in": no noun phrase follows; "jailed over theft": one does.
fn particle(previous: Option<&Token>, token: &Token, next: Option<&Token>) -> Option<Tag> {
    let phrase = next.is_some_and(|next| {
        next.tag.is_noun()
            || next.tag.is_adjective()
            || matches!(
                next.tag,
                Tag::Determiner | Tag::PossessivePronoun | Tag::Number | Tag::Symbol | Tag::VerbParticiple
            )
    });
    let alone = next.is_none_or(|next| {
        matches!(next.lower.as_str(), "." | "," | "?" | "!" | ";" | "and" | "as" | "after" | "before" | "for" | "to")
    });
    match token.tag {
        Tag::Particle | Tag::Verb | Tag::VerbPresent if phrase && token.lower == "over" => Some(Tag::Preposition),
        Tag::Preposition if alone && previous.is_some_and(|word| word.tag.is_verb()) => Some(Tag::Particle),
        _ => None,
    }
}

/// "'s" owns what follows a noun, and is the verb after a pronoun or where no noun phrase can begin.
fn clitic_s(tokens: &[Token], at: usize) -> Option<Tag> {
    let owner = at.checked_sub(1).map(|before| &tokens[before])?;
    let next = tokens.get(at + 1);
    if matches!(owner.tag, Tag::Pronoun | Tag::Existential | Tag::WhAdverb | Tag::WhPronoun)
        || matches!(owner.lower.as_str(), "that" | "here" | "what")
    {
        return Some(if owner.lower == "let" { Tag::Pronoun } else { Tag::VerbThird });
    }
    if owner.lower == "let" {
        return Some(Tag::Pronoun);
    }
    // "the frigate's commanding officer"
    let office = || crate::annotate::lexicon::office_at(&tokens[at + 1..]).is_some_and(|(length, _)| length > 1);
    let predicate = next.is_some_and(|next| {
        matches!(next.tag, Tag::Determiner | Tag::Pronoun | Tag::VerbGerund | Tag::To)
            && !can_be(next, Word::NOUN)
            && !(next.tag == Tag::VerbGerund && office())
            || matches!(next.lower.as_str(), "not" | "n't" | "been" | "going" | "still")
    });
    (owner.tag.is_noun()).then_some(if predicate { Tag::VerbThird } else { Tag::PossessiveEnding })
}
