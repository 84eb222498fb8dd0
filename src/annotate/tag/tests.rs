//! Sentences with the tags they should get: a sample of news tagged by hand, and the habits of news one by one.

use super::sample::tagged;
use super::tag;
use crate::annotate::token::{Sentence, Tag, Token};
use crate::source::Span;

/// The Penn Treebank's name for a tag, punctuation and symbols aside.
fn tag_of(name: &str) -> Tag {
    match name {
        "NN" => Tag::Noun,
        "NNS" => Tag::NounPlural,
        "NNP" => Tag::ProperNoun,
        "NNPS" => Tag::ProperNounPlural,
        "VB" => Tag::Verb,
        "VBD" => Tag::VerbPast,
        "VBG" => Tag::VerbGerund,
        "VBN" => Tag::VerbParticiple,
        "VBP" => Tag::VerbPresent,
        "VBZ" => Tag::VerbThird,
        "MD" => Tag::Modal,
        "JJ" => Tag::Adjective,
        "JJR" => Tag::AdjectiveComparative,
        "JJS" => Tag::AdjectiveSuperlative,
        "RB" => Tag::Adverb,
        "RBR" => Tag::AdverbComparative,
        "DT" => Tag::Determiner,
        "PRP" => Tag::Pronoun,
        "PRP$" => Tag::PossessivePronoun,
        "IN" => Tag::Preposition,
        "TO" => Tag::To,
        "CC" => Tag::Conjunction,
        "CD" => Tag::Number,
        "EX" => Tag::Existential,
        "RP" => Tag::Particle,
        "POS" => Tag::PossessiveEnding,
        "WDT" => Tag::WhDeterminer,
        "WP" => Tag::WhPronoun,
        "WP$" => Tag::WhPossessive,
        "WRB" => Tag::WhAdverb,
        "$" => Tag::Symbol,
        "." => Tag::Punctuation,
        other => unreachable!("{other} in gold.txt"),
    }
}

/// Tags one line of `word/TAG`; gives how many words it has and those that came out otherwise.
fn wrong_in(line: &str) -> (usize, Vec<String>) {
    let words: Vec<(&str, Tag)> =
        line.split(' ').filter_map(|word| word.rsplit_once('/')).map(|(word, name)| (word, tag_of(name))).collect();
    let text = words.iter().map(|(word, _)| *word).collect::<Vec<_>>().join(" ");
    let mut tokens = Vec::new();
    let mut start = 0;
    for (word, _) in &words {
        let lower = compact_str::CompactString::from(word.to_lowercase());
        tokens.push(Token {
            span: Span::new(start, start + word.len()),
            tag: Tag::Other,
            lemma: lower.clone(),
            lower,
            capital: word.starts_with(char::is_uppercase),
        });
        start += word.len() + 1;
    }
    let sentence = Sentence { span: Span::new(0, text.len()), tokens: 0..tokens.len(), block: 0 };
    tag(&text, &mut tokens, &[sentence]);
    let wrong = tokens.iter().zip(&words).filter(|(token, (_, tag))| token.tag != *tag);
    (words.len(), wrong.map(|(token, (_, tag))| format!("{}: {:?} for {tag:?}", token.lower, token.tag)).collect())
}

#[test]
fn a_sample_of_news_is_tagged_as_by_hand() {
    let (mut words, mut wrong) = (0, Vec::new());
    for line in include_str!("gold.txt").lines().filter(|line| !line.starts_with('#')) {
        let (count, mut found) = wrong_in(line);
        words += count;
        wrong.append(&mut found);
    }
    assert!(wrong.len() * 1000 <= words * 30, "{} of {words} wrong: {wrong:#?}", wrong.len());
}

#[track_caller]
fn assert_tags(text: &str, expected: &[(&str, Tag)]) {
    let (tokens, _) = tagged(text);
    for (word, tag) in expected {
        let token = tokens.iter().find(|token| token.lower == word.to_lowercase());
        assert_eq!(token.map(|token| token.tag), Some(*tag), "{word} in {text:?}");
    }
}

#[test]
fn plain_sentences_are_tagged() {
    assert_tags(
        "The mayor didn't resign on Tuesday.",
        &[
            ("mayor", Tag::Noun),
            ("did", Tag::VerbPast),
            ("n't", Tag::Adverb),
            ("resign", Tag::Verb),
            ("Tuesday", Tag::ProperNoun),
        ],
    );
}

#[test]
fn a_headline_gets_its_verb() {
    assert_tags("Brewery ousts founder in vote", &[("ousts", Tag::VerbThird)]);
    assert_tags("Union backs strike ballot", &[("backs", Tag::VerbThird), ("strike", Tag::Noun)]);
    assert_tags("Farmer jailed over fire", &[("jailed", Tag::VerbParticiple)]);
    assert_tags("BREWERY OUSTS FOUNDER IN VOTE", &[("ousts", Tag::VerbThird), ("founder", Tag::Noun)]);
}

#[test]
fn clitic_s_is_a_verb_or_an_owner_by_what_stands_around() {
    assert_tags("She's tired.", &[("'s", Tag::VerbThird)]);
    assert_tags("The firm's chairman left.", &[("'s", Tag::PossessiveEnding)]);
    assert_tags("The firm's not for sale.", &[("'s", Tag::VerbThird)]);
}

#[test]
fn to_is_told_apart_before_verbs_and_nouns() {
    assert_tags("They plan to march.", &[("to", Tag::To), ("march", Tag::Verb)]);
    assert_tags("They went to Oldcastle.", &[("to", Tag::Preposition), ("Oldcastle", Tag::ProperNoun)]);
}

#[test]
fn figures_are_numbers_and_their_compounds_adjectives() {
    assert_tags("It lost 3.2m.", &[("3.2m", Tag::Number)]);
    assert_tags("A 14-year-old won the 43rd race.", &[("14-year-old", Tag::Adjective), ("43rd", Tag::Adjective)]);
    assert_tags("Twenty-one ships left.", &[("twenty-one", Tag::Number)]);
}

#[test]
fn a_past_tense_stays_one_before_a_clause() {
    assert_tags("The coach said that his players were tired.", &[("said", Tag::VerbPast)]);
    assert_tags("The talks held in the town failed.", &[("held", Tag::VerbParticiple), ("failed", Tag::VerbPast)]);
}

#[test]
fn no_text_makes_it_panic() {
    for text in ["", "'", "’s", "-", "to", "to to to", "n't n't", "\"\"\"", "é’", "🙂 s", "ÀÉÎ ÕÜ ŸŽ ÀÉÎÕ"]
    {
        let (tokens, _) = tagged(text);
        assert!(tokens.iter().all(|token| !token.lemma.is_empty()));
    }
}
