//! Verbs that only the rest of the clause tells: past tenses that look like nouns or present tenses ("cut", "cost",
//! "quit"), participles that are the clause's own verb, and past tenses that are not.
//!
//! The model sees two words to either side; what decides here is whether the clause has a finite verb already. Runs
//! after [`super::correct`], once over each sentence; every look is bounded by [`REACH`]. Headlines are left to
//! `headline`: they tell in the present.

use super::clause_verb::{goes_on, has_verb, infinitive_follows, is_title, main_verb, opens_clause};
use super::correct::before_adverbs;
use super::lexicon::Word;
use super::one_form::one_form;
use super::participles::{intransitive, joined, only_participle, participle_behind_comma};
use crate::annotate::token::{Tag, Token};

/// Tokens that are looked at to either side: longer clauses are rare, and the bound keeps the pass linear.
pub(super) const REACH: usize = 40;

/// Mends the tags of one sentence.
pub(super) fn mend(tokens: &mut [Token]) {
    let told = tokens.iter().rev().take(3).any(|token| matches!(token.lower.as_str(), "." | "!" | "?"));
    for at in 0..tokens.len() {
        let tag = no_verb(tokens, at)
            .or_else(|| second_verb(tokens, at))
            .or_else(|| speech(tokens, at))
            .or_else(|| joined(tokens, at));
        let tag = tag.or_else(|| intransitive(tokens, at)).or_else(|| disagrees(tokens, at));
        let tag = tag.or_else(|| bare_behind_comma(tokens, at));
        let tag = tag.or_else(|| participle_behind_comma(tokens, at));
        let tag = tag.or_else(|| if told { missing_verb(tokens, at).or_else(|| one_form(tokens, at)) } else { None });
        let tag = tag.or_else(|| if told { only_participle(tokens, at) } else { None });
        if let Some(tag) = tag {
            tokens[at].tag = tag;
        }
    }
}

pub(super) fn can_be(token: &Token, flags: u16) -> bool {
    match word_of(token) {
        Some(word) => word.can_be(flags),
        None => flags & (Word::PAST | Word::PARTICIPLE) != 0 && stem(token).is_some(),
    }
}

/// The verb of a regular past tense that the lexicon has only in its base form ("capsized").
pub(super) fn stem(token: &Token) -> Option<Word> {
    let short = token.lower.strip_suffix("ed")?;
    let verb = |form: &str| Word::find(form).filter(|word| word.can_be(Word::VERB));
    verb(short).or_else(|| verb(token.lower.strip_suffix('d')?))
}

/// "the control centre at Bern received": a present tense does not follow a subject in the singular.
fn disagrees(tokens: &[Token], at: usize) -> Option<Tag> {
    let token = &tokens[at];
    if token.tag != Tag::VerbPresent || at < 2 || tokens[at - 1].tag != Tag::Noun || !can_be(token, Word::NOUN) {
        return None;
    }
    let collective = crate::annotate::lexicon::body_noun(&tokens[at - 1].lower)
        || matches!(
            tokens[at - 1].lower.as_str(),
            "police" | "couple" | "pair" | "family" | "staff" | "crew" | "trio" | "public"
        );
    let modifiers =
        tokens[..at].iter().rev().take(4).take_while(|word| word.tag == Tag::Noun || word.tag.is_adjective());
    let article = at.checked_sub(1 + modifiers.count()).map(|article| (article, &tokens[article]));
    let (place, article) = article?;
    let singular = matches!(article.lower.as_str(), "the" | "a" | "an" | "this" | "his" | "her" | "its" | "their");
    let governed = place > 0 && matches!(tokens[place - 1].tag, Tag::Preposition | Tag::Conjunction);
    let verb_follows = main_verb(&tokens[at + 1..(at + REACH).min(tokens.len())]);
    (singular && !governed && !collective && verb_follows).then_some(Tag::Noun)
}

/// "The papers, which we have seen, entitle her to": behind a comma, in a sentence that has no other verb.
fn bare_behind_comma(tokens: &[Token], at: usize) -> Option<Tag> {
    let comma = tokens[at].tag == Tag::Verb && at > 3 && tokens[at - 1].lower == ",";
    (comma && at < REACH && !main_verb(&tokens[..at])).then_some(Tag::VerbPresent)
}

/// What the lexicon knows of a word, of "re-hired" what it knows of "hired".
pub(super) fn word_of(token: &Token) -> Option<Word> {
    Word::find(&token.lower).or_else(|| Word::find(token.lower.strip_prefix("re-")?))
}

/// "ran aground", "made them redundant": words that are no verbs in any of their forms; "aged 54".
fn no_verb(tokens: &[Token], at: usize) -> Option<Tag> {
    let token = &tokens[at];
    if !token.tag.is_verb() {
        return None;
    }
    let number = |next: &Token| next.tag == Tag::Number || next.lower == "between";
    if token.lower == "aged" && tokens.get(at + 1).is_some_and(number) {
        return Some(Tag::Adjective);
    }
    if token.lower == "ages" && tokens.get(at + 1).is_some_and(number) {
        return Some(Tag::NounPlural);
    }
    // "Turki bin Faisal"
    let capital = |at: usize| tokens.get(at).is_some_and(|token| token.capital);
    if token.lower == "bin" && !token.capital && at > 0 && capital(at - 1) && capital(at + 1) {
        return Some(Tag::ProperNoun);
    }
    let word = Word::find(&token.lower)?;
    let named = tokens.get(at + 1).is_some_and(|next| next.tag.is_proper());
    let opens = at > 0 && (tokens[at - 1].tag == Tag::Conjunction || tokens[at - 1].tag == Tag::Punctuation);
    if named && opens && matches!(token.tag, Tag::VerbPresent | Tag::Verb) && is_title(&token.lower) {
        // "and referee Ana Ruiz gave": a title before a name.
        return Some(Tag::Noun);
    }
    if token.tag == Tag::VerbThird && token.lower.len() > 3 && !token.lower.ends_with('s') {
        return Some(if word.can_be(Word::NOUN) { Tag::Noun } else { Tag::VerbPresent });
    }
    let infinitive = at > 0 && matches!(tokens[at - 1].tag, Tag::To | Tag::Modal);
    if matches!(token.tag, Tag::VerbPresent | Tag::Verb)
        && !infinitive
        && word.can_be(Word::PAST)
        && !word.can_be(Word::VERB)
    {
        // "stole", "went": nothing but a past tense.
        return Some(Tag::VerbPast);
    }
    let past_only = word.can_be(Word::PAST) && !word.can_be(Word::PARTICIPLE) && !token.lower.ends_with("ed");
    if token.tag == Tag::VerbParticiple && past_only {
        return Some(Tag::VerbPast);
    }
    if word.can_be(Word::ANY_VERB | Word::NAME) {
        return None;
    }
    if token.lower.contains('\'') || token.lower.len() < 3 {
        return None;
    }
    match () {
        () if word.can_be(Word::ADJECTIVE) => Some(Tag::Adjective),
        () if word.can_be(Word::ADVERB) => Some(Tag::Adverb),
        () => None,
    }
}

/// "attended the opening of the physics institute in Trieste": behind a noun that is no plural, in a clause that has
/// its verb, what can be a noun is one.
fn second_verb(tokens: &[Token], at: usize) -> Option<Tag> {
    let token = &tokens[at];
    if token.tag != Tag::VerbPresent || at < 3 || !can_be(token, Word::NOUN) {
        return None;
    }
    let before = &tokens[at - 1];
    let singular =
        before.tag == Tag::Noun && !COLLECTIVE.contains(&before.lower.as_str()) || before.lower.ends_with("ics");
    let ends =
        tokens.get(at + 1).is_none_or(|next| next.tag == Tag::Preposition || matches!(next.lower.as_str(), "." | ","));
    if !singular || !ends {
        return None;
    }
    let clause = tokens[at.saturating_sub(REACH)..at].iter().rev();
    let verb = clause
        .take_while(|token| token.lower != "," && !opens_clause(&token.lower))
        .find(|token| token.tag.is_finite());
    // "He says the team play on Monday": what is said has a verb of its own.
    let reports = |lemma: &str| crate::annotate::quotes::is_speech_verb(lemma);
    verb.is_some_and(|verb| !reports(&verb.lemma)).then_some(Tag::Noun)
}

/// Singular in form, plural in sense.
const COLLECTIVE: &[&str] =
    &["police", "people", "staff", "team", "crew", "family", "couple", "public", "band", "side", "cattle", "cast"];

/// "the chairman said:": never a participle but in "said to be"; ", the Echo reports."
pub(super) fn speech(tokens: &[Token], at: usize) -> Option<Tag> {
    let token = &tokens[at];
    if token.lower == "reports" && token.tag == Tag::NounPlural && at > 1 && tokens[at - 1].tag.is_proper() {
        let ends = tokens.get(at + 1).is_none_or(|next| next.lower == ".");
        let name = tokens[..at].iter().rev().take(5).position(|word| word.lower == ",");
        return (ends && name.is_some()).then_some(Tag::VerbThird);
    }
    if token.tag != Tag::VerbParticiple || token.lower != "said" {
        return None;
    }
    let (_, before) = before_adverbs(tokens, at)?;
    let subject = before.tag.is_noun() || before.tag == Tag::Pronoun || before.lower == ",";
    let infinitive = tokens.get(at + 1).is_some_and(|next| next.lower == "to");
    (subject && !infinitive).then_some(Tag::VerbPast)
}

/// "The flood cost £40m", "Ana Ruiz quit on Monday", "The couple plan to move": a clause that has no other finite verb
/// has this one.
fn missing_verb(tokens: &[Token], at: usize) -> Option<Tag> {
    let token = &tokens[at];
    if !matches!(token.tag, Tag::Noun | Tag::Adjective | Tag::Verb | Tag::ProperNoun) || (token.capital && at == 0) {
        return None;
    }
    let word = word_of(token)?;
    let past = word.can_be(Word::PAST);
    let planned = word.can_be(Word::VERB) && token.tag == Tag::Noun && infinitive_follows(tokens, at);
    if token.capital || !(past || planned) {
        return None;
    }
    let (place, before) = before_adverbs(tokens, at)?;
    let pronoun = before.tag == Tag::Pronoun || matches!(before.lower.as_str(), "who" | "which");
    let closing = before.lower == "," && place > 1 && tokens[place - 1].tag != Tag::Punctuation;
    if !(before.tag.is_noun() || pronoun || closing) || !goes_on(tokens, at) {
        return None;
    }
    if has_verb(tokens, at) {
        return None;
    }
    Some(if past { Tag::VerbPast } else { Tag::VerbPresent })
}

#[cfg(test)]
mod tests;
