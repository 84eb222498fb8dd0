use super::*;
use crate::annotate::token::Tag;
use crate::source::Span;

/// The direction around the word in brackets; words carry their tag after a slash, where they have one.
#[track_caller]
fn assert_direction(sentence: &str, headline: bool, expected: Direction) {
    let mut phrase = 0;
    let tokens: Vec<Token> = sentence
        .split(' ')
        .enumerate()
        .map(|(index, word)| {
            let (word, tag) = word.split_once('/').unwrap_or((word, ""));
            let tag = match tag {
                "VB" => Tag::Verb,
                "VBD" => Tag::VerbPast,
                "VBN" => Tag::VerbParticiple,
                "VBG" => Tag::VerbGerund,
                "VBZ" => Tag::VerbThird,
                "VBP" => Tag::VerbPresent,
                "NN" => Tag::Noun,
                _ => Tag::Other,
            };
            if word.starts_with('[') {
                phrase = index;
            }
            let lower = compact_str::CompactString::from(word.trim_matches(['[', ']']).to_lowercase());
            Token { span: Span::default(), tag, lemma: lower.clone(), lower, capital: false }
        })
        .collect();
    assert_eq!(direction(&tokens, phrase, phrase + 1, headline), expected, "{sentence}");
}

#[test]
fn the_verb_in_front_decides() {
    assert_direction("he resigned/VBD on [thursday] and will go/VB", false, Direction::Past);
    assert_direction("he will go/VB on [thursday]", false, Direction::Future);
    assert_direction("they agreed/VBD to meet/VB on [thursday]", false, Direction::Future);
    assert_direction("they failed/VBD to meet/VB on [thursday]", false, Direction::Past);
    assert_direction("she beat/VBD him in the sixth round to keep/VB it on [thursday]", false, Direction::Past);
    assert_direction(
        "he expected/VBD the upper house in the city to pass/VB it on [thursday]",
        false,
        Direction::Future,
    );
    assert_direction("what we need/VBP to know/VB about [thursday]", true, Direction::Future);
    assert_direction("the vote scheduled/VBN for [thursday]", false, Direction::Future);
    assert_direction("the vote held/VBN on [thursday]", false, Direction::Past);
    assert_direction("the fire was set/VBN on [thursday]", false, Direction::Past);
    assert_direction("the deal agreed/VBN on [thursday]", false, Direction::Past);
    assert_direction("the vote is set/VBN for [thursday]", false, Direction::Future);
    assert_direction("they are meeting/VBG on [thursday]", false, Direction::Future);
    assert_direction("the court sits/VBZ on [thursday]", false, Direction::Future);
}

#[test]
fn a_phrase_that_opens_its_clause_looks_ahead() {
    assert_direction("he was ill/JJ , but on [thursday] he will speak/VB", false, Direction::Future);
    assert_direction("on [thursday] he spoke/VBD and he will again", false, Direction::Past);
    assert_direction("she went/VBD in , on [thursday] , for what is/VBZ to be/VB a long stay", false, Direction::Past);
}

#[test]
fn headlines_and_bare_phrases() {
    assert_direction("mayor quits/VBZ [thursday]", true, Direction::Past);
    assert_direction("mayor to quit/VB [thursday]", true, Direction::Future);
    assert_direction("[thursday]", false, Direction::Unknown);
    assert_direction("the will/NN of [thursday]", false, Direction::Unknown);
}
