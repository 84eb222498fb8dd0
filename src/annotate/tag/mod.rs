//! Parts of speech and lemmas: an averaged perceptron, mended where news differs from what it was trained on.
//!
//! A sentence at a time, [`model`] tags greedily from left to right and [`correct`] applies rules of context for what
//! news needs (headlines, clitics, names, participles); then [`first_word`] uses what the article shows of its names,
//! and [`lemma`] looks up dictionary forms.
//! Tokens and sentences come from `annotate::segment`; spans are not touched.

mod clause_verb;
mod closed;
mod correct;
mod finite;
mod first_word;
mod forms;
mod gerunds;
mod headline;
mod ing_nouns;
mod lemma;
mod lexicon;
mod model;
mod one_form;
mod participles;
#[cfg(test)]
pub(crate) mod sample;
mod table;

pub use lexicon::{Word, is_common_word, is_word, lemmas};

use super::token::{Sentence, Tag, Token};
use crate::hash::Map;
use compact_str::CompactString;
use model::{Class, Features, Model, START, START2, normal_form};
use std::borrow::Cow;

/// The model's tags in its own order, as ours.
const TAGS: [Tag; model::CLASSES] = [
    Tag::Symbol,               // #
    Tag::Symbol,               // $
    Tag::Punctuation,          // ''
    Tag::Punctuation,          // ,
    Tag::Punctuation,          // -LRB-
    Tag::Punctuation,          // -RRB-
    Tag::Punctuation,          // .
    Tag::Punctuation,          // :
    Tag::Conjunction,          // CC
    Tag::Number,               // CD
    Tag::Determiner,           // DT
    Tag::Existential,          // EX
    Tag::Other,                // FW
    Tag::Preposition,          // IN
    Tag::Adjective,            // JJ
    Tag::AdjectiveComparative, // JJR
    Tag::AdjectiveSuperlative, // JJS
    Tag::Other,                // LS
    Tag::Modal,                // MD
    Tag::Noun,                 // NN
    Tag::ProperNoun,           // NNP
    Tag::ProperNounPlural,     // NNPS
    Tag::NounPlural,           // NNS
    Tag::Determiner,           // PDT
    Tag::PossessiveEnding,     // POS
    Tag::Pronoun,              // PRP
    Tag::PossessivePronoun,    // PRP$
    Tag::Adverb,               // RB
    Tag::AdverbComparative,    // RBR
    Tag::AdverbSuperlative,    // RBS
    Tag::Particle,             // RP
    Tag::Symbol,               // SYM
    Tag::To,                   // TO
    Tag::Other,                // UH
    Tag::Verb,                 // VB
    Tag::VerbPast,             // VBD
    Tag::VerbGerund,           // VBG
    Tag::VerbParticiple,       // VBN
    Tag::VerbPresent,          // VBP
    Tag::VerbThird,            // VBZ
    Tag::WhDeterminer,         // WDT
    Tag::WhPronoun,            // WP
    Tag::WhPossessive,         // WP$
    Tag::WhAdverb,             // WRB
    Tag::Punctuation,          // ``
];

const DOLLAR: Class = 1;
const CLOSE_QUOTE: Class = 2;
const COMMA: Class = 3;
const OPEN_BRACKET: Class = 4;
const CLOSE_BRACKET: Class = 5;
const FULL_STOP: Class = 6;
const COLON: Class = 7;
const POSSESSIVE: Class = 24;
const SYMBOL: Class = 31;
const OPEN_QUOTE: Class = 44;

/// Sets `tag` and `lemma` of every token of the sentences. Spans outside `text` count as empty words.
pub fn tag(text: &str, tokens: &mut [Token], sentences: &[Sentence]) {
    let model = Model::open();
    let mut features = Vec::new();
    let mut known = Known::default();
    let edges = ["-START-", "-START2-", "-END-", "-END2-"].map(|word| model.features(word, word));
    for sentence in sentences {
        let range = sentence.tokens.clone();
        let Some(tokens) = tokens.get_mut(range) else { continue };
        let case = Casing::of(text, tokens);
        features.clear();
        features.extend_from_slice(&edges[..2]);
        look_up(model, text, tokens, case, &mut known, &mut features);
        features.extend_from_slice(&edges[2..]);
        tag_sentence(model, tokens, &features);
        correct::correct(tokens, case);
    }
    first_word::mend(tokens, sentences);
    for sentence in sentences {
        if let Some(tokens) = tokens.get_mut(sentence.tokens.clone()) {
            gerunds::mend(tokens);
            finite::mend(tokens);
        }
    }
    for token in tokens.iter_mut() {
        token.lemma = lemma::lemma(&token.lower, token.tag);
    }
}

/// How a sentence uses capitals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Casing {
    /// For names and at the start.
    Sentence,
    /// For most words: a headline.
    Title,
    /// Throughout.
    Capitals,
}

impl Casing {
    fn of(text: &str, tokens: &[Token]) -> Self {
        let (mut words, mut capital, mut all) = (0, 0, 0);
        for token in tokens {
            let word = text.get(token.span.start..token.span.end).unwrap_or_default();
            if word.len() < 4 || !word.starts_with(char::is_alphabetic) {
                continue;
            }
            words += 1;
            capital += usize::from(token.capital);
            all += usize::from(!word.contains(char::is_lowercase));
        }
        if words >= 3 && all * 4 >= words * 3 {
            Self::Capitals
        } else if words >= 5 && capital * 10 >= words * 9 {
            Self::Title
        } else {
            Self::Sentence
        }
    }
}

/// What the model knows of the words of an article, each looked up once: most tokens repeat an earlier one, and the
/// model's tables are larger than a processor keeps at hand. By the word as written, with its form in lower case.
type Known = Map<CompactString, (CompactString, Features)>;

/// Adds what the model knows of each token.
fn look_up(model: Model, text: &str, tokens: &[Token], case: Casing, known: &mut Known, features: &mut Vec<Features>) {
    let mut open_quote = false;
    for (at, token) in tokens.iter().enumerate() {
        let found = if let Some((class, word)) = mark(tokens, at, &mut open_quote) {
            model.features(word, word).fixed_to(class)
        } else {
            let word = as_written(text, token, case);
            match known.get(&*word) {
                Some((lower, found)) if *lower == token.lower => *found,
                _ => {
                    let found = model.features(&word, normal_form(&token.lower));
                    known.insert(word.into(), (token.lower.clone(), found));
                    found
                }
            }
        };
        features.push(found);
    }
}

/// Tags from left to right. `features` has two entries for the start in front of the tokens', two for the end behind.
fn tag_sentence(model: Model, tokens: &mut [Token], features: &[Features]) {
    let (mut previous, mut previous2) = (START, START2);
    for (at, token) in tokens.iter_mut().enumerate() {
        let around = features.get(at..at + 5).and_then(|around| <&[Features; 5]>::try_from(around).ok());
        let class = around.map_or(model::NOUN, |around| model.predict(around, previous, previous2));
        token.tag = TAGS.get(usize::from(class)).copied().unwrap_or(Tag::Other);
        previous2 = previous;
        previous = class;
    }
}

/// The word with its capitals and straight apostrophes; in headlines that capitalise everything, ordinary words
/// are set back to lower case.
fn as_written<'a>(text: &'a str, token: &'a Token, case: Casing) -> Cow<'a, str> {
    let word = text.get(token.span.start..token.span.end).unwrap_or_default();
    if case != Casing::Sentence && Word::find(&token.lower).is_none_or(|found| found.can_be(Word::NAME)) {
        let mut letters = token.lower.chars();
        return letters
            .next()
            .map(|first| first.to_uppercase().chain(letters).collect::<String>())
            .unwrap_or_default()
            .into();
    }
    if case != Casing::Sentence || !token.capital {
        return Cow::Borrowed(&token.lower);
    }
    if word.contains('’') { Cow::Owned(word.replace('’', "'")) } else { Cow::Borrowed(word) }
}

/// The tag of a mark of punctuation or a symbol, and the word the model counts it as.
fn mark(tokens: &[Token], at: usize, open_quote: &mut bool) -> Option<(Class, &'static str)> {
    let token = &tokens[at];
    let lower = token.lower.as_str();
    if lower.chars().any(char::is_alphanumeric) {
        return None;
    }
    Some(match lower {
        "," => (COMMA, ","),
        "." | "?" | "!" => (FULL_STOP, "."),
        ":" => (COLON, ":"),
        ";" => (COLON, ";"),
        "..." | "…" => (COLON, "..."),
        "(" | "[" | "{" => (OPEN_BRACKET, "-lrb-"),
        ")" | "]" | "}" => (CLOSE_BRACKET, "-rrb-"),
        "“" | "«" | "‘" | "``" => (OPEN_QUOTE, "``"),
        "”" | "»" | "''" => (CLOSE_QUOTE, "''"),
        "\"" => {
            *open_quote = !*open_quote;
            if *open_quote { (OPEN_QUOTE, "``") } else { (CLOSE_QUOTE, "''") }
        }
        "'" | "’" => {
            let before = at.checked_sub(1).and_then(|before| tokens.get(before));
            let possessor =
                before.is_some_and(|word| word.span.end == token.span.start && word.lower.ends_with(['s', 'z', 'x']));
            if possessor { (POSSESSIVE, "'") } else { (CLOSE_QUOTE, "''") }
        }
        "%" => return None,
        "$" | "£" | "€" | "¥" | "₹" | "₽" | "₩" => (DOLLAR, "$"),
        _ if lower.chars().all(|letter| matches!(letter, '-' | '–' | '—' | '‒' | '―')) => (COLON, "--"),
        _ if lower.chars().all(|letter| letter.is_ascii_punctuation())
            && !lower.contains(['+', '=', '@', '#', '&', '<', '>']) =>
        {
            (COLON, ":")
        }
        "&" => return None,
        _ => (SYMBOL, "--"),
    })
}

#[cfg(test)]
mod tests;
