//! Rules of context that mend the model's tags where news differs from its training text.
//!
//! Each rule is one function of a position; all run once from left to right, so that a rule sees the mended tags of
//! what stands before it. They are few and general: a word that the model gets wrong in one sentence is no reason
//! for one. Rules of a whole sentence (headlines without a finite verb) are in `headline`.

use super::Casing;
use super::lexicon::Word;
use crate::annotate::token::{Tag, Token};

/// Mends the tags of one sentence.
pub(super) fn correct(tokens: &mut [Token], case: Casing) {
    for at in 0..tokens.len() {
        let tag = figure(tokens, at)
            .or_else(|| name(tokens, at, case))
            .or_else(|| function_word(tokens, at))
            .or_else(|| infinitive(tokens, at))
            .or_else(|| past_like_base(tokens, at))
            .or_else(|| noun_like_participle(tokens, at))
            .or_else(|| past_or_participle(tokens, at))
            .or_else(|| gerund(tokens, at))
            .or_else(|| third_person(tokens, at))
            .or_else(|| impossible(tokens, at));
        if let Some(tag) = tag {
            tokens[at].tag = tag;
        }
    }
    inverted(tokens);
    super::headline::mend(tokens);
}

/// "Did the mayor resign?", "Should the sides fail, …": behind an auxiliary that opens the sentence and a subject
/// stands a base form.
fn inverted(tokens: &mut [Token]) {
    let opens = tokens.first().is_some_and(|first| {
        matches!(
            first.lower.as_str(),
            "did" | "do" | "does" | "should" | "will" | "would" | "can" | "could" | "must" | "may"
        )
    });
    let end = tokens.iter().take(24).position(|token| matches!(token.lower.as_str(), "," | "?" | "."));
    let Some(end) = end.filter(|end| opens && *end > 2) else { return };
    if tokens[1..end].iter().any(|token| token.tag == Tag::Verb) {
        return;
    }
    let bare = |token: &Token| matches!(token.tag, Tag::Noun | Tag::VerbPresent) && can_be(token, Word::VERB);
    if let Some(at) = (2..end).rev().find(|&at| bare(&tokens[at])) {
        tokens[at].tag = Tag::Verb;
    }
}

/// "Ruiz beat Li": a form that is base and past alike, right behind a name or a singular noun, is past.
fn past_like_base(tokens: &[Token], at: usize) -> Option<Tag> {
    if !matches!(tokens[at].tag, Tag::Verb | Tag::VerbPresent) || !can_be(&tokens[at], Word::PAST) {
        return None;
    }
    let (_, before) = before_adverbs(tokens, at)?;
    matches!(before.tag, Tag::ProperNoun | Tag::Noun).then_some(Tag::VerbPast)
}

/// "a garden shed,": behind an article and a noun, with the clause ending there, what can be a noun is one.
fn noun_like_participle(tokens: &[Token], at: usize) -> Option<Tag> {
    let verb = matches!(tokens[at].tag, Tag::VerbParticiple | Tag::VerbPast);
    if !verb || at < 2 || tokens[at - 1].tag != Tag::Noun || tokens[at - 2].tag != Tag::Determiner {
        return None;
    }
    let ends = tokens.get(at + 1).is_none_or(|next| next.tag == Tag::Punctuation && next.lower != "\"");
    let preposition = at >= 3 && matches!(tokens[at - 3].tag, Tag::Preposition);
    (ends && preposition && can_be(&tokens[at], Word::NOUN)).then_some(Tag::Noun)
}

/// The nearest token before `at` that is no adverb, with its index.
pub(super) fn before_adverbs(tokens: &[Token], at: usize) -> Option<(usize, &Token)> {
    // Four adverbs in a row is more than English has use for; the bound keeps the pass linear.
    (at.saturating_sub(5)..at).rev().map(|index| (index, &tokens[index])).find(|(_, token)| !token.tag.is_adverb())
}

fn word_of(token: &Token) -> Option<Word> {
    Word::find(&token.lower)
}

fn can_be(token: &Token, flags: u16) -> bool {
    word_of(token).is_some_and(|word| word.can_be(flags))
}

pub(super) fn is_have(lower: &str) -> bool {
    matches!(lower, "have" | "has" | "had" | "having" | "'ve")
}

pub(super) fn is_be(lower: &str) -> bool {
    matches!(lower, "be" | "is" | "am" | "are" | "was" | "were" | "been" | "being" | "'re" | "'m")
}

/// "3.2m", "1,200", "twelve": numbers, unless they are compounds ("14-year-old").
fn figure(tokens: &[Token], at: usize) -> Option<Tag> {
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
fn name(tokens: &[Token], at: usize, case: Casing) -> Option<Tag> {
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
fn function_word(tokens: &[Token], at: usize) -> Option<Tag> {
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
    let predicate = next.is_some_and(|next| {
        matches!(next.tag, Tag::Determiner | Tag::Pronoun | Tag::VerbGerund | Tag::To) && !can_be(next, Word::NOUN)
            || matches!(next.lower.as_str(), "not" | "n't" | "been" | "going" | "still")
    });
    (owner.tag.is_noun()).then_some(if predicate { Tag::VerbThird } else { Tag::PossessiveEnding })
}

/// Whether the word after "to" reads as a verb: it can be one, and an object or nothing follows.
fn base_after_to(tokens: &[Token], at: usize) -> bool {
    let Some(token) = tokens.get(at) else { return false };
    // "expected to last about two hours", but "due to last year's losses".
    let after_participle = at >= 2 && tokens[at - 2].tag == Tag::VerbParticiple;
    if after_participle && token.tag == Tag::Adjective && can_be(token, Word::VERB) {
        return tokens.get(at + 1).is_none_or(|next| !next.tag.is_noun() && !next.tag.is_adjective());
    }
    if token.capital
        || !can_be(token, Word::VERB)
        || !matches!(token.tag, Tag::Noun | Tag::VerbPresent | Tag::VerbPast | Tag::VerbParticiple)
    {
        return false;
    }
    matches!(token.tag, Tag::VerbPresent | Tag::VerbPast | Tag::VerbParticiple)
        || tokens.get(at + 1).is_some_and(|next| {
            matches!(next.tag, Tag::Determiner | Tag::Pronoun | Tag::PossessivePronoun | Tag::ProperNoun)
        })
}

/// "Did the envoy meet": the sentence opens with a form of "do" and has no other verb before `at`.
fn asked(tokens: &[Token], at: usize) -> bool {
    // A subject is short; the bound keeps the pass linear.
    let opens = tokens.iter().take(2).position(|token| matches!(token.lower.as_str(), "do" | "does" | "did"));
    opens.is_some_and(|auxiliary| {
        at > auxiliary + 1 && at < auxiliary + 10 && tokens[auxiliary + 1..at].iter().all(|token| !token.tag.is_verb())
    })
}

/// A base form after "to" and after a modal verb.
fn infinitive(tokens: &[Token], at: usize) -> Option<Tag> {
    let token = &tokens[at];
    if token.capital || token.tag == Tag::Verb || token.tag.is_adverb() || !can_be(token, Word::VERB) {
        return None;
    }
    if token.tag == Tag::VerbPresent && asked(tokens, at) {
        return Some(Tag::Verb);
    }
    let (before, previous) = before_adverbs(tokens, at)?;
    match previous.tag {
        Tag::To => (before + 1 == at || token.tag.is_verb()).then_some(Tag::Verb),
        Tag::Modal => matches!(
            token.tag,
            Tag::Noun | Tag::VerbPresent | Tag::VerbPast | Tag::VerbParticiple | Tag::Adjective | Tag::Preposition
        )
        .then_some(Tag::Verb),
        _ => (matches!(previous.lower.as_str(), "do" | "does" | "did") && before + 1 < at && token.tag.is_verb())
            .then_some(Tag::Verb),
    }
}

/// Past tense after a subject pronoun, participle after "have".
fn past_or_participle(tokens: &[Token], at: usize) -> Option<Tag> {
    let token = &tokens[at];
    let (before, previous) = before_adverbs(tokens, at)?;
    match token.tag {
        Tag::VerbParticiple if active_after_noun(tokens, at) => Some(Tag::VerbPast),
        Tag::VerbParticiple => {
            let subject =
                matches!(previous.lower.as_str(), "he" | "she" | "they" | "we" | "i" | "who" | "which" | "that");
            let inverted =
                before.checked_sub(1).is_some_and(|index| is_have(&tokens[index].lower) || is_be(&tokens[index].lower));
            (subject && !inverted && can_be(token, Word::PAST)).then_some(Tag::VerbPast)
        }
        // "Minister set to resign": the participle, which looks like the past.
        Tag::VerbPast if can_be(token, Word::VERB) && tokens.get(at + 1).is_some_and(|next| next.lower == "to") => {
            (previous.tag != Tag::Pronoun).then_some(Tag::VerbParticiple)
        }
        Tag::VerbPast => {
            let perfect = is_have(&previous.lower) || (is_be(&previous.lower) && before + 1 >= at.saturating_sub(1));
            (perfect && can_be(token, Word::PARTICIPLE)).then_some(Tag::VerbParticiple)
        }
        // "has signed", "had cut": nothing but a participle fits between "has" and an object.
        Tag::Adjective | Tag::Noun | Tag::Verb | Tag::VerbPresent
            if is_have(&previous.lower) && can_be(token, Word::PARTICIPLE) && before + 1 == at =>
        {
            let object = tokens.get(at + 1).is_some_and(|next| {
                matches!(
                    next.tag,
                    Tag::Determiner
                        | Tag::Pronoun
                        | Tag::PossessivePronoun
                        | Tag::Preposition
                        | Tag::To
                        | Tag::ProperNoun
                )
            });
            object.then_some(Tag::VerbParticiple)
        }
        _ => None,
    }
}

/// "The firm discovered the leak", "The firm cooperated": after a noun, a form with an object, or of a verb that takes
/// none, is no passive participle.
fn active_after_noun(tokens: &[Token], at: usize) -> bool {
    let token = &tokens[at];
    let Some(word) = word_of(token).filter(|word| word.can_be(Word::PAST)) else { return false };
    if !at.checked_sub(1).is_some_and(|before| tokens[before].tag.is_noun()) {
        return false;
    }
    if token.lower == "had" || !word.can_be(Word::TRANSITIVE) {
        return true;
    }
    let two_objects = matches!(
        word.verb_lemma(&token.lower).as_str(),
        "give"
            | "award"
            | "offer"
            | "pay"
            | "hand"
            | "deny"
            | "call"
            | "name"
            | "show"
            | "tell"
            | "ask"
            | "send"
            | "fine"
            | "refuse"
            | "allow"
            | "grant"
            | "lend"
            | "owe"
            | "teach"
            | "promise"
            | "serve"
            | "dub"
    );
    let next = tokens.get(at + 1);
    let modified = next.is_some_and(|next| {
        (next.tag == Tag::Adjective || next.tag == Tag::VerbParticiple)
            && !matches!(next.lower.as_str(), "last" | "next")
    }) && tokens.get(at + 2).is_some_and(|noun| matches!(noun.tag, Tag::Noun | Tag::NounPlural));
    let object = next.is_some_and(|next| {
        matches!(next.tag, Tag::Determiner | Tag::PossessivePronoun | Tag::Pronoun)
            && !matches!(next.lower.as_str(), "this" | "that" | "all")
    });
    (object || modified) && !two_objects
}

/// "for masterminding the raid", "Meeting in the capital": an "-ing" with an object is a verb form.
fn gerund(tokens: &[Token], at: usize) -> Option<Tag> {
    let token = &tokens[at];
    // "the chief operating officer", "the investigating officer"
    if token.tag == Tag::VerbGerund && tokens.get(at + 1).is_some_and(|next| next.lower == "officer") {
        return Some(Tag::Noun);
    }
    if !token.lower.ends_with("ing") || !matches!(token.tag, Tag::Noun | Tag::Adjective | Tag::ProperNoun) {
        return None;
    }
    if !can_be(token, Word::GERUND) || (token.capital && at > 0) {
        return None;
    }
    let next_is_object = tokens.get(at + 1).is_some_and(|next| {
        next.tag.is_noun()
            || next.tag.is_adjective()
            || matches!(next.tag, Tag::Determiner | Tag::Pronoun | Tag::PossessivePronoun | Tag::VerbParticiple)
    });
    if next_is_object && before_adverbs(tokens, at).is_some_and(|(_, previous)| is_be(&previous.lower)) {
        return Some(Tag::VerbGerund);
    }
    let previous = at.checked_sub(1).map(|before| tokens[before].tag);
    let modified = matches!(
        previous,
        Some(
            Tag::Determiner | Tag::PossessivePronoun | Tag::PossessiveEnding | Tag::Adjective | Tag::Noun | Tag::Number
        )
    );
    let object = tokens.get(at + 1).is_some_and(|next| {
        matches!(next.tag, Tag::Determiner | Tag::Pronoun | Tag::PossessivePronoun | Tag::ProperNoun)
            || next.lower == "that"
            || (matches!(previous, None | Some(Tag::Punctuation)) && next.tag == Tag::Preposition && next.lower != "of")
    });
    (!modified && object).then_some(Tag::VerbGerund)
}

/// "who shares a surname", "She lives in": a verb, not a plural.
fn third_person(tokens: &[Token], at: usize) -> Option<Tag> {
    let token = &tokens[at];
    if token.tag != Tag::NounPlural || token.capital || !can_be(token, Word::THIRD) {
        return None;
    }
    let (_, previous) = before_adverbs(tokens, at)?;
    matches!(previous.lower.as_str(), "who" | "he" | "she" | "it").then_some(Tag::VerbThird)
}

/// Words that the lexicon lists as nouns ("all", "as") and that hardly ever are.
fn is_function_word(lower: &str) -> bool {
    lower.len() <= 3
        || matches!(
            lower,
            "such"
                | "both"
                | "many"
                | "several"
                | "other"
                | "half"
                | "then"
                | "here"
                | "there"
                | "more"
                | "most"
                | "much"
        )
}

/// A tag that the lexicon rules out, where it allows only one other.
fn impossible(tokens: &[Token], at: usize) -> Option<Tag> {
    let token = &tokens[at];
    let word = word_of(token)?;
    let previous = at.checked_sub(1).map(|before| &tokens[before]);
    match token.tag {
        Tag::VerbParticiple
            if word.can_be(Word::PAST) && !word.can_be(Word::PARTICIPLE) && !token.lower.ends_with("ed") =>
        {
            Some(Tag::VerbPast)
        }
        // "wants raises", "of raises"
        Tag::VerbThird
            if word.can_be(Word::PLURAL)
                && previous.is_some_and(|word| {
                    matches!(
                        word.tag,
                        Tag::VerbThird
                            | Tag::VerbPast
                            | Tag::VerbPresent
                            | Tag::Verb
                            | Tag::Determiner
                            | Tag::PossessivePronoun
                            | Tag::PossessiveEnding
                    ) && !is_be(&word.lower)
                }) =>
        {
            Some(Tag::NounPlural)
        }
        Tag::Noun | Tag::Adjective | Tag::VerbPresent | Tag::Verb if word.is_only(Word::PAST | Word::PARTICIPLE) => {
            Some(Tag::VerbParticiple)
        }
        // "retrial", "orchard": the model guesses from the ending, the lexicon knows.
        Tag::Adjective | Tag::Adverb
            if word.can_be(Word::NOUN)
                && !word
                    .can_be(Word::ADJECTIVE | Word::ADVERB | Word::COMPARATIVE | Word::PARTICIPLE | Word::GERUND)
                && !is_function_word(&token.lower) =>
        {
            Some(Tag::Noun)
        }
        tag if tag.is_verb() && word.can_be(Word::NOUN | Word::PLURAL) && !word.can_be(Word::ANY_VERB) => {
            Some(if word.can_be(Word::NOUN) { Tag::Noun } else { Tag::NounPlural })
        }
        Tag::NounPlural if word.is_only(Word::THIRD) => Some(Tag::VerbThird),
        Tag::VerbThird if word.is_only(Word::PLURAL) => Some(Tag::NounPlural),
        Tag::Noun if word.is_only(Word::PLURAL) && at > 0 => Some(Tag::NounPlural),
        _ => None,
    }
}
