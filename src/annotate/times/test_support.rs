//! A tokeniser just good enough for the tests of this module, and one-line assertions.

use super::times;
use crate::annotate::time::TimeMention;
use crate::annotate::token::{Sentence, Tag, Token};
use crate::source::{Block, BlockKind, Document, Origin, Published, Span};
use compact_str::CompactString;

const ABBREVIATIONS: [&str; 9] = ["dec.", "a.m.", "p.m.", "sept.", "oct.", "jan.", "nov.", "fri.", "jr."];

/// Cuts at white space, marks and possessives.
fn tokenise(text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut push = |start: usize, end: usize| {
        if start < end {
            let lower = CompactString::from(text[start..end].to_lowercase().replace('’', "'"));
            let capital = text[start..end].starts_with(char::is_uppercase);
            tokens.push(Token { span: Span::new(start, end), tag: Tag::Other, lemma: lower.clone(), lower, capital });
        }
    };
    let mut at = 0;
    for word in text.split_inclusive(char::is_whitespace) {
        let (mut start, mut end) = (at, at + word.trim_end().len());
        at += word.len();
        while text[start..end].starts_with(['(', '“', '"', '$']) {
            let mark = text[start..end].chars().next().map_or(1, char::len_utf8);
            push(start, start + mark);
            start += mark;
        }
        let mut marks = Vec::new();
        loop {
            let rest = &text[start..end];
            if ABBREVIATIONS.contains(&rest.to_lowercase().as_str()) {
                break;
            }
            let cut = match rest.chars().last() {
                Some(mark @ ('.' | ',' | ')' | ':' | ';' | '?' | '"' | '”' | '%')) => mark.len_utf8(),
                Some('s') if rest.ends_with("'s") && rest.len() > 2 => 2,
                _ => break,
            };
            marks.push((end - cut, end));
            end -= cut;
        }
        push(start, end);
        marks.iter().rev().for_each(|&(start, end)| push(start, end));
    }
    tokens
}

/// The times of an article whose paragraphs, each a sentence, are the lines of `text`.
pub(super) fn read(published: Option<&str>, kind: BlockKind, text: &str) -> Vec<TimeMention> {
    let published = published.map(|date| Published {
        date: date[..10].parse().unwrap(),
        time: date.get(11..).map(|time| format!("{time}:00").parse().unwrap()),
        offset: None,
        assumed: false,
    });
    let tokens = tokenise(text);
    let (mut blocks, mut sentences, mut start) = (Vec::new(), Vec::new(), 0);
    for line in text.split_inclusive('\n') {
        let span = Span::new(start, start + line.len());
        start += line.len();
        let first = tokens.partition_point(|token| token.span.start < span.start);
        let last = tokens.partition_point(|token| token.span.start < span.end);
        sentences.push(Sentence { span: span.trimmed(text), tokens: first..last, block: blocks.len() });
        blocks.push(Block { span: span.trimmed(text), kind });
    }
    let document = Document {
        path: String::new(),
        text: text.to_owned(),
        origin: Origin::Stored,
        title: None,
        source: None,
        published,
        draft: false,
        blocks,
    };
    times(&document, &tokens, &sentences)
}

/// Each mention as "words = from..to", times of day left out where they are midnight.
pub(super) fn show(text: &str, mentions: &[TimeMention]) -> Vec<String> {
    let moment = |time: Option<jiff::civil::DateTime>| {
        time.map_or(String::new(), |time| time.strftime("%Y-%m-%dT%H:%M").to_string().replace("T00:00", ""))
    };
    let value = |mention: &TimeMention| {
        mention.value.map_or("?".to_owned(), |value| format!("{}..{}", moment(value.from), moment(value.to)))
    };
    mentions.iter().map(|mention| format!("{} = {}", mention.span.of(text), value(mention))).collect()
}

/// The times of one sentence published on Wednesday 19 November 2025 at 10:00.
#[track_caller]
pub(super) fn assert_times(text: &str, expected: &[&str]) {
    assert_eq!(show(text, &read(Some("2025-11-19T10:00"), BlockKind::Paragraph, text)), expected, "{text}");
}
