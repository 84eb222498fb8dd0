use super::*;
use proptest::prelude::*;

#[track_caller]
fn assert_blocks(text: &str, expected: &[(BlockKind, &str)]) {
    let found: Vec<_> = blocks(text, 0).into_iter().map(|block| (block.kind, block.span.of(text))).collect();
    assert_eq!(found, expected);
}
use BlockKind::{Boilerplate, Byline, Caption, Headline, Metadata, Paragraph};

#[test]
fn the_parts_of_a_page() {
    assert_blocks(
        "Harbour wall falls\nBy Ana Ruiz\n11/30/09 05:40 PM ET\n\nOSLO, May 4 (HCN) - The wall fell.\n\nRead more: Ten walls",
        &[
            (Headline, "Harbour wall falls"),
            (Byline, "By Ana Ruiz"),
            (Byline, "11/30/09 05:40 PM ET"),
            (Metadata, "OSLO, May 4 (HCN) -"),
            (Paragraph, "The wall fell."),
            (Boilerplate, "Read more: Ten walls"),
        ],
    );
}

#[test]
fn captions_are_claims_and_their_credits_are_not() {
    assert_blocks(
        "The wall fell.\n\nWaves strike the wall Credit: Ana Ruiz/HCN\n\nCaption: The wall on Monday. (Ana Ruiz)",
        &[
            (Paragraph, "The wall fell."),
            (Caption, "Waves strike the wall"),
            (Byline, "Credit: Ana Ruiz/HCN"),
            (Caption, "The wall on Monday."),
            (Byline, "(Ana Ruiz)"),
        ],
    );
}

#[test]
fn a_colon_after_picture_is_no_credit() {
    let text = "The firm gave a mixed picture: sales rose";
    assert_blocks(&format!("{text}\n\n{text}."), &[(Headline, text), (Paragraph, &format!("{text}."))]);
}

#[test]
fn a_date_for_machines_is_cut_from_its_line() {
    assert_blocks(
        " date 2024-09-26 Your support helps us to tell the story Support Now\n\nThe wall fell.",
        &[
            (Metadata, "date 2024-09-26"),
            (Boilerplate, "Your support helps us to tell the story Support Now"),
            (Paragraph, "The wall fell."),
        ],
    );
}

#[test]
fn a_text_of_one_paragraph_is_prose() {
    assert_blocks("May 13, 2013 at 10:30 am", &[(Paragraph, "May 13, 2013 at 10:30 am")]);
}

#[test]
fn a_reporter_with_an_office_is_a_byline_and_a_sentence_about_one_is_not() {
    assert_blocks(
        "Ana Ruiz Chief Harbour Correspondent\n\nThe wall fell.",
        &[(Byline, "Ana Ruiz Chief Harbour Correspondent"), (Paragraph, "The wall fell.")],
    );
    assert_blocks(
        "The town has sacked its editor.\n\nHe left.",
        &[(Paragraph, "The town has sacked its editor."), (Paragraph, "He left.")],
    );
}

proptest! {
    #[test]
    fn blocks_are_in_order_and_apart(text in "[A-Za-z#\\n\\r .:—()“0-9é-]{0,120}") {
        let mut end = 0;
        for block in blocks(&text, 0) {
            prop_assert!(block.span.start >= end && !block.span.of(&text).is_empty());
            end = block.span.end;
        }
    }
}
