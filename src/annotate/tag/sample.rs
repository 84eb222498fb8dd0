//! A small tokeniser for tests of this layer and the layers above it: sentences end at ". " and line breaks.

use crate::annotate::token::{Sentence, Tag, Token};
use crate::source::Span;
use compact_str::CompactString;

const CLITICS: [&str; 7] = ["n't", "'s", "'re", "'ve", "'ll", "'d", "'m"];

fn push(text: &str, start: usize, end: usize, tokens: &mut Vec<Token>) {
    if start == end {
        return;
    }
    let lower = CompactString::from(text[start..end].to_lowercase().replace('’', "'"));
    let length = lower.len();
    for clitic in CLITICS {
        if length > clitic.len() && lower.ends_with(clitic) && text[start..end].len() == length {
            push(text, start, end - clitic.len(), tokens);
            return push(text, end - clitic.len(), end, tokens);
        }
    }
    if lower == "cannot" {
        push(text, start, start + 3, tokens);
        return push(text, start + 3, end, tokens);
    }
    tokens.push(Token {
        span: Span::new(start, end),
        tag: Tag::Other,
        lemma: lower.clone(),
        lower,
        capital: text[start..].starts_with(char::is_uppercase),
    });
}

/// Tokens and sentences of a text.
pub(crate) fn segment(text: &str) -> (Vec<Token>, Vec<Sentence>) {
    let (mut tokens, mut sentences) = (Vec::new(), Vec::new());
    let mut first = 0;
    let mut start = 0;
    let letters: Vec<(usize, char)> = text.char_indices().collect();
    for (index, &(at, letter)) in letters.iter().enumerate() {
        let next = letters.get(index + 1).map_or(' ', |next| next.1);
        let inner = letter.is_alphanumeric()
            || (matches!(letter, '-' | '\'' | '’') && next.is_alphanumeric() && at > start)
            || (matches!(letter, '.' | ',' | ':') && next.is_ascii_digit() && at > start)
            || (letter == '.'
                && at > start
                && matches!(&text[start..at], "Mr" | "Mrs" | "Dr" | "Jan" | "St" | "p.m" | "a.m"))
            || (matches!(letter, '\'') && matches!(next, 's' | 'l' | 'v' | 'r' | 'd') && at == start);
        if inner {
            continue;
        }
        push(text, start, at, &mut tokens);
        start = at + letter.len_utf8();
        if !letter.is_whitespace() {
            push(text, at, start, &mut tokens);
        }
        if letter == '\n' || (matches!(letter, '.' | '?' | '!') && next.is_whitespace()) {
            close(&mut first, &tokens, &mut sentences);
        }
    }
    push(text, start, text.len(), &mut tokens);
    close(&mut first, &tokens, &mut sentences);
    (tokens, sentences)
}

fn close(first: &mut usize, tokens: &[Token], sentences: &mut Vec<Sentence>) {
    if let (Some(one), Some(last)) = (tokens.get(*first), tokens.last()) {
        sentences.push(Sentence {
            span: Span::new(one.span.start, last.span.end),
            tokens: *first..tokens.len(),
            block: 0,
        });
        *first = tokens.len();
    }
}

/// Tokens and sentences, tagged.
pub(crate) fn tagged(text: &str) -> (Vec<Token>, Vec<Sentence>) {
    let (mut tokens, sentences) = segment(text);
    super::tag(text, &mut tokens, &sentences);
    (tokens, sentences)
}

/// Asserts how the first `word` of the text is tagged.
#[track_caller]
pub(crate) fn assert_tag(text: &str, word: &str, tag: Tag) {
    let (tokens, _) = tagged(text);
    let found = tokens.iter().find(|token| token.lower == word).map(|token| token.tag);
    assert_eq!(found, Some(tag), "{word} in {text}");
}
