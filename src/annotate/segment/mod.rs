//! Blocks to sentences to tokens: the first layer, on which every other one stands.
//!
//! Each block is read once, from left to right, and nothing is looked up further than a few tokens away, so the
//! time is linear in the text whatever it holds. Only blocks that make claims are read. Tags and lemmas are left
//! to the tagger.

mod abbreviations;
mod address;
mod begins;
mod characters;
mod clitic;
mod debris;
mod items;
mod sentences;
mod tokenize;
mod word;

use super::token::{Sentence, Token};
use crate::source::{Document, Span};

/// The tokens and sentences of every block of `document` that makes claims, in order.
///
/// Spans are bytes of the document's text. Each token belongs to exactly one sentence; no sentence spans two blocks.
#[must_use]
pub fn segment(document: &Document) -> (Vec<Token>, Vec<Sentence>) {
    // English prose has about one token for five and a half bytes.
    let mut tokens = Vec::with_capacity(document.text.len() / 5);
    let mut found = Vec::new();
    for (block, span) in document.blocks.iter().enumerate().filter(|(_, b)| b.kind.claims()).map(|(i, b)| (i, b.span)) {
        if is_page_number(span.of(&document.text)) {
            continue;
        }
        let first = tokens.len();
        tokenize::tokenize(&document.text, span, &mut tokens);
        let own = tokens.get(first..).unwrap_or(&[]);
        found.extend(sentences::split(&document.text, own).into_iter().filter_map(|range| {
            let span = Span::new(own.get(range.start)?.span.start, own.get(range.end - 1)?.span.end);
            Some(Sentence { span, tokens: first + range.start..first + range.end, block })
        }));
    }
    (tokens, found)
}

/// A block of nothing but a short number says nothing: a page's, a slide's, a picture's.
fn is_page_number(text: &str) -> bool {
    text.len() <= 3 && text.bytes().all(|b| b.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::{Block, BlockKind, Origin};
    use proptest::prelude::*;

    fn document(text: &str) -> Document {
        Document {
            path: "t".into(),
            text: text.into(),
            origin: Origin::Stored,
            title: None,
            source: None,
            published: None,
            draft: false,
            blocks: vec![Block { span: Span::new(0, text.len()).trimmed(text), kind: BlockKind::Paragraph }],
        }
    }

    #[track_caller]
    fn assert_tokens(text: &str, expected: &str) {
        let document = document(text);
        let (tokens, _) = segment(&document);
        let got: Vec<&str> = tokens.iter().map(|token| document.slice(token.span)).collect();
        assert_eq!(got.join("|"), expected);
    }

    #[track_caller]
    fn assert_sentences(text: &str, expected: &[&str]) {
        let document = document(text);
        let (_, sentences) = segment(&document);
        let got: Vec<&str> = sentences.iter().map(|sentence| document.slice(sentence.span)).collect();
        assert_eq!(got, expected);
    }

    #[test]
    fn clitics_stand_alone() {
        assert_tokens("She didn’t say it's Ana’s.", "She|did|n’t|say|it|'s|Ana|’s|.");
        assert_tokens("They cannot; we'll go, I'm sure.", "They|can|not|;|we|'ll|go|,|I|'m|sure|.");
        assert_tokens("Mr Hale‘s van", "Mr|Hale|‘s|van");
        assert_tokens("O’Brien o'clock D'Arcy", "O’Brien|o'clock|D'Arcy");
    }

    #[test]
    fn an_apostrophe_after_s_is_a_possessive_unless_it_closes_a_quotation() {
        assert_tokens("the boys' van", "the|boys|'|van");
        assert_tokens("the ‘quiet ones’ van", "the|‘|quiet|ones|’|van");
    }

    #[test]
    fn figures_keep_together_and_signs_stand_alone() {
        assert_tokens("£3.2m, $23.11, 12% and US$5", "£|3.2m|,|$|23.11|,|12|%|and|US$|5");
        assert_tokens("at 7.30am or 10:50, 2–1 and 2-1, 1,000", "at|7.30am|or|10:50|,|2–1|and|2-1|,|1,000");
        assert_tokens("1,2 and 3", "1|,|2|and|3");
        assert_tokens("Dec.14 fell", "Dec.|14|fell");
    }

    #[test]
    fn abbreviations_keep_their_stop_and_sentences_do_not() {
        assert_tokens("at 6 p.m. in the U.S. by Dec. 5.", "at|6|p.m.|in|the|U.S.|by|Dec.|5|.");
        assert_tokens("She said no. No. 10 won.", "She|said|no|.|No.|10|won|.");
    }

    #[test]
    fn marks_are_tokens() {
        assert_tokens("“Well…” – he «left» — now", "“|Well|…|”|–|he|«|left|»|—|now");
        assert_tokens(
            "a.ruiz@example.org, https://example.org/a?b=c.",
            "a.ruiz@example.org|,|https://example.org/a?b=c|.",
        );
        assert_tokens("a well-known and/or R&D case", "a|well-known|and/or|R&D|case");
    }

    #[test]
    fn titles_and_initials_do_not_end_sentences() {
        assert_sentences("Dr. J. R. Vane met Gov. Pike. He left.", &["Dr. J. R. Vane met Gov. Pike.", "He left."]);
        assert_sentences("It moved to the U.S. The rest stayed.", &["It moved to the U.S.", "The rest stayed."]);
        assert_sentences("She lives at 1 Mill St. He left.", &["She lives at 1 Mill St.", "He left."]);
        assert_sentences("She lives in St. Ives.", &["She lives in St. Ives."]);
        assert_sentences("It told the U.S. Army so.", &["It told the U.S. Army so."]);
    }

    #[test]
    fn quotations_hold_sentences_and_keep_their_speaker() {
        assert_sentences("“We lost. We go on,” she said.", &["“We lost.", "We go on,” she said."]);
        assert_sentences("“Why now?” Ana Ruiz asked. Nobody spoke.", &["“Why now?” Ana Ruiz asked.", "Nobody spoke."]);
        assert_sentences("He was “happy.”Ana Ruiz was not.", &["He was “happy.”", "Ana Ruiz was not."]);
    }

    #[test]
    fn clock_times_end_a_sentence_only_before_a_new_subject() {
        assert_sentences("Doors close at 9 p.m. Ruiz will speak.", &["Doors close at 9 p.m.", "Ruiz will speak."]);
        assert_sentences("Doors close at 9 p.m. Monday in Leeds.", &["Doors close at 9 p.m. Monday in Leeds."]);
    }

    #[test]
    fn lists_in_a_line_are_items() {
        assert_sentences("He left. a. one b. two", &["He left.", "a. one", "b. two"]);
        assert_sentences("1) One 2) Two 1) Won 2) Lost", &["1) One", "2) Two", "1) Won", "2) Lost"]);
        assert_sentences("He gave a reason (a) once.", &["He gave a reason (a) once."]);
        assert_sentences("She won in 2. b. was a slip.", &["She won in 2. b. was a slip."]);
    }

    #[test]
    fn a_small_letter_after_an_ordinary_word_is_a_slip() {
        assert_sentences("He left the hall. she stayed.", &["He left the hall.", "she stayed."]);
        assert_sentences("It is 5 approx. miles off.", &["It is 5 approx. miles off."]);
        assert_sentences("He left Conn. police said.", &["He left Conn. police said."]);
        assert_sentences("“He left.” she said.", &["“He left.” she said."]);
    }

    #[test]
    fn a_sentence_without_an_end_is_cut() {
        for unit in ["and ", "a, ", "Ana Ruiz ", "( ", "\""] {
            let (tokens, sentences) = segment(&document(&unit.repeat(5_000)));
            assert!(sentences.iter().all(|sentence| sentence.tokens.len() <= 301), "{unit}");
            assert!(sentences.len() >= tokens.len() / 301, "{unit}");
        }
        let text = format!("He left{}.", " and came back".repeat(60));
        assert_sentences(&text, &[&text]);
    }

    #[test]
    fn debris_is_no_text() {
        assert_tokens("<p>He <em>left</em>.</p>\\r\\n Then", "He|left|.|Then");
        assert_sentences("<h2 class=\"a\">He left</h2>", &["He left"]);
        assert_sentences("3", &[]);
        assert_sentences("/////////", &[]);
        assert_tokens("N°. 12 fell", "N°.|12|fell");
    }

    #[test]
    fn runs_of_marks_take_linear_time() {
        for unit in ["\"", "“", "‘", "' ", "(", ". ", "1. ", "a@", "www.", "- ", "’s", "<a", "a. b ", "1. 2 "] {
            let text = unit.repeat(200_000 / unit.len());
            let (tokens, sentences) = segment(&document(&text));
            assert!(!tokens.is_empty() && !sentences.is_empty(), "{unit}");
        }
    }

    proptest! {
        #[test]
        fn tokens_are_in_order_and_cover_every_letter(text in "[a-zA-Z0-9 .,’'‘“”\"$£%é—–…?!@/:\\-\u{ad}\u{e000}]{0,60}") {
            let document = document(&text);
            let (tokens, sentences) = segment(&document);
            let mut end = 0;
            for token in &tokens {
                prop_assert!(token.span.start >= end && !document.slice(token.span).is_empty());
                let gap = &document.text[end..token.span.start];
                let blank = gap.chars().all(|c| c.is_whitespace() || c == '\u{ad}');
                let private = token.lower.contains('\u{e000}');
                prop_assert!(blank && !private);
                end = token.span.end;
            }
            let mut next = 0;
            for sentence in &sentences {
                prop_assert_eq!(sentence.tokens.start, next);
                prop_assert!(sentence.tokens.end > next);
                next = sentence.tokens.end;
            }
            prop_assert_eq!(next, tokens.len());
        }
    }
}
