//! Sentences with the tags they should get.

use super::sample::tagged;
use crate::annotate::token::Tag;

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
        "The mayor did n't resign on Tuesday.",
        &[("mayor", Tag::Noun), ("did", Tag::VerbPast), ("resign", Tag::Verb), ("Tuesday", Tag::ProperNoun)],
    );
}
