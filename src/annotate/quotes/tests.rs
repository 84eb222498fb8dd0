use super::*;
use crate::annotate::{segment, tag};
use crate::source::{Block, BlockKind, Origin, Span};
use proptest::prelude::*;
use std::collections::BTreeMap;

/// An article whose paragraphs are its lines.
fn article(text: &str, kind: BlockKind) -> Document {
    let mut blocks = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let span = Span::new(start, start + line.len()).trimmed(text);
        if !span.is_empty() {
            blocks.push(Block { span, kind });
        }
        start += line.len();
    }
    Document {
        path: "-".into(),
        text: text.into(),
        origin: Origin::Stored,
        title: None,
        source: None,
        published: None,
        draft: false,
        blocks,
    }
}

fn read_as(text: &str, kind: BlockKind) -> (Document, Vec<Quote>) {
    let document = article(text, kind);
    let (mut tokens, sentences) = segment::segment(&document);
    tag::tag(text, &mut tokens, &sentences);
    let found = quotes(&document, &tokens, &sentences);
    (document, found)
}

fn read(text: &str) -> (Document, Vec<Quote>) {
    read_as(text, BlockKind::Paragraph)
}

/// Asserts words and speakers of the speech in `text`; "" for no speaker.
#[track_caller]
fn assert_speech(text: &str, expected: &[(&str, &str)]) {
    let (document, found) = read(text);
    let speech: Vec<(&str, &str)> = found
        .iter()
        .filter(|quote| quote.speech)
        .map(|quote| (document.slice(quote.span), quote.speaker_text.map_or("", |span| document.slice(span))))
        .collect();
    assert_eq!(speech, expected, "{text}\n{found:#?}");
}

/// Asserts the words between marks, speech or not.
#[track_caller]
fn assert_marks(text: &str, expected: &[&str]) {
    let (document, found) = read(text);
    let words: Vec<&str> = found.iter().map(|quote| document.slice(quote.span)).collect();
    assert_eq!(words, expected, "{text}");
}

#[test]
fn a_noun_for_the_words_may_name_the_speaker() {
    assert_speech("“It held,” was the reply of Captain Tomas Vik.", &[("It held,", "Captain Tomas Vik")]);
    assert_speech("“It held,” came the answer from Ana Ruiz, the mayor.", &[("It held,", "Ana Ruiz")]);
    assert_speech("The dullest line came from the mayor, Ana Ruiz: “It held.”", &[("It held.", "Ana Ruiz")]);
    assert_speech(
        "“No bridge of ours is shut.” With these words Ana Ruiz left.",
        &[("No bridge of ours is shut.", "Ana Ruiz")],
    );
    assert_speech(
        "“No bridge of ours is shut.” With these sandbags Ana Ruiz left.",
        &[("No bridge of ours is shut.", "")],
    );
    assert_speech("The bridge came from Ana Ruiz: “It held.”", &[("It held.", "Ana Ruiz")]);
}

#[test]
fn the_cue_may_follow() {
    assert_speech("“The bridge is safe,” said Ana Ruiz, who built it.", &[("The bridge is safe,", "Ana Ruiz")]);
    assert_speech("\"The bridge is safe,\" Ruiz told reporters on Monday.", &[("The bridge is safe,", "Ruiz")]);
    assert_speech("“Is it safe?” she asked.", &[("Is it safe?", "she")]);
    assert_speech(
        "‘The bridge is safe’, the mayor, Ana Ruiz, told the council.",
        &[("The bridge is safe", "Ana Ruiz")],
    );
    assert_speech(
        "“It held,” said the ministry’s chief engineer, Tomas Vik.\n“It held,” according to Mr Vik.",
        &[("It held,", "Tomas Vik"), ("It held,", "Mr Vik")],
    );
    assert_speech("“It held,” said local teacher and poet Ana Ruiz.", &[("It held,", "Ana Ruiz")]);
    assert_speech("“It held,” Ana Ruiz, the builder’s wife, said afterward.", &[("It held,", "Ana Ruiz")]);
    assert_speech("“We are tired,” Lena Marr, 38, a dental nurse, said.", &[("We are tired,", "Lena Marr")]);
}

#[test]
fn the_cue_may_come_first() {
    assert_speech("Asked whether it would hold, Ruiz said: “It will.”", &[("It will.", "Ruiz")]);
    assert_speech("Ruiz praised the crew, saying: “They never slept.”", &[("They never slept.", "Ruiz")]);
    assert_speech("According to Ruiz, “nobody on the crew slept”.", &[("nobody on the crew slept", "Ruiz")]);
    assert_speech(
        "The minister left with, in her words, “a clear head and a cold”.",
        &[("a clear head and a cold", "her")],
    );
    assert_speech("Tomas Vik, the ministry’s engineer, added: “It held.”", &[("It held.", "Tomas Vik")]);
}

#[test]
fn a_verb_governs_a_fragment() {
    assert_speech(
        "Vik – who called the plan a “long and costly mistake” – was there.",
        &[("long and costly mistake", "Vik")],
    );
    assert_speech(
        "Ruiz said the crew, led by Tomas Vik, “has done well for years”.",
        &[("has done well for years", "Ruiz")],
    );
    assert_speech(
        "The engineer criticised Lena Marr, the minister, on Monday and said she should have “waited a little bit”.",
        &[("waited a little bit", "The engineer")],
    );
    assert_speech("The plan was described as “a costly dream” by Lena Marr.", &[("a costly dream", "Lena Marr")]);
    assert_speech("He was told that it was “too late for that”.", &[("too late for that", "")]);
}

#[test]
fn speech_goes_on() {
    let text = "“It held,” Ruiz said, “and it will hold.” Nobody clapped.";
    assert_speech(text, &[("It held,", "Ruiz"), ("and it will hold.", "Ruiz")]);
    assert_eq!(read(text).1[1].continues, Some(0));
    assert_speech("“It held,” Ruiz said. “It will hold.”", &[("It held,", "Ruiz"), ("It will hold.", "Ruiz")]);
    let text = "Ruiz told reporters: “It held.\n“It will hold.\n“It must.”\nThe crew slept.";
    assert_speech(text, &[("It held.", "Ruiz"), ("It will hold.", "Ruiz"), ("It must.", "Ruiz")]);
    assert_eq!(read(text).1[2].continues, Some(1));
    assert_speech(
        "Ruiz said the crew “has done well for years”.\n“So there is no need to fear it.”",
        &[("has done well for years", "Ruiz"), ("So there is no need to fear it.", "Ruiz")],
    );
    assert_speech("“It held.\n“It will hold,” Ruiz said.", &[("It held.", "Ruiz"), ("It will hold,", "Ruiz")]);
}

#[test]
fn another_speaker_is_another_speaker() {
    assert_speech("“It held.” “It did not,” Vik said.", &[("It held.", "Vik"), ("It did not,", "Vik")]);
    assert_speech(
        "“It held,” Ruiz said. “It will hold.” “It did not,” Vik said.",
        &[("It held,", "Ruiz"), ("It will hold.", "Ruiz"), ("It did not,", "Vik")],
    );
    assert_speech(
        "Ruiz laughed. “Nobody bought a thing,” she said.\nVik wept.\n“All of it went on Friday.”",
        &[("Nobody bought a thing,", "she"), ("All of it went on Friday.", "")],
    );
}

#[test]
fn titles_nicknames_and_scare_quotes_are_no_speech() {
    for text in [
        "Ruiz starred in “The Long Bridge” and “Rivers.”",
        "Tomas “The Hammer” Vik slept.",
        "A scheme called “Harbour” begins in May.",
        "The so-called “reform” failed.",
    ] {
        assert_speech(text, &[]);
        assert!(!read(text).1.is_empty(), "{text}");
    }
}

#[test]
fn apostrophes_are_no_marks() {
    assert_marks("Mr Vik‘s bridge and the workers’ hut in the ’90s, rock 'n' roll, 5'10\" tall.", &[]);
    assert_marks("the workers' 'last and best' offer", &["last and best"]);
    assert_marks("‘The ministers’ talks are over,’ he said.", &["The ministers’ talks are over,"]);
}

#[test]
fn slips_with_marks_are_mended() {
    // Opened curly, closed straight.
    assert_marks("He said: “It held. It will.\" Then he left.", &["It held. It will."]);
    // Glued to the next word, on the wrong side of the space.
    assert_marks(
        "“It held,”Sir Tomas said. \"It will, \"he added. \"It must. \" They left.",
        &["It held,", "It will,", "It must."],
    );
    // Never closed: to the end of its paragraph, not further.
    assert_marks("He said: “It held.\nThe crew “slept well” and left.", &["It held.", "slept well"]);
    // Opened again although paragraphs are lost.
    assert_marks("He said: “It held. “It will hold.” They left.", &["It held.", "It will hold."]);
    assert_marks("Il a dit : « Il tient » ; ``it holds,'' he said", &["Il tient", "it holds,"]);
    assert_marks("“He cried ‘it holds’ and ran,” she said.", &["He cried ‘it holds’ and ran,"]);
}

#[test]
fn blocks_without_claims_hold_no_quotations() {
    assert!(read_as("“Read more,” said the banner.", BlockKind::Boilerplate).1.is_empty());
    assert!(!read_as("‘Nobody slept at all’, says Vik", BlockKind::Headline).1.is_empty());
}

/// The token-overlap and head-word score of the gold list; see `tests/data/README.md`.
#[test]
fn real_news_is_read_as_people_read_it() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/quotes_gold.jsonl");
    let gold = std::fs::read_to_string(path).unwrap_or_default();
    let words = |text: &str| -> Vec<String> {
        text.to_lowercase()
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .map(str::to_owned)
            .collect()
    };
    let (mut said, mut there, mut right) = (0, 0, 0);
    for line in gold.lines() {
        let row: serde_json::Value = serde_json::from_str(line).unwrap_or_default();
        let (document, found) = read(row["text"].as_str().unwrap_or_default());
        let speech: Vec<&Quote> = found.iter().filter(|quote| quote.speech).collect();
        said += speech.len();
        for attribution in row["attributions"].as_array().into_iter().flatten() {
            there += 1;
            let want = words(attribution["content"][0]["text"].as_str().unwrap_or_default());
            let source = words(attribution["source"][0]["text"].as_str().unwrap_or_default());
            let best = speech
                .iter()
                .map(|quote| (overlap(&want, &words(document.slice(quote.span))), quote))
                .max_by_key(|best| best.0);
            let Some((_, quote)) = best.filter(|best| best.0 >= 800) else { continue };
            let speaker = words(quote.speaker_text.map_or("", |span| document.slice(span)));
            let small = ["the", "a", "an", "of", "mr", "mrs", "ms", "sir"];
            right += usize::from(speaker.iter().any(|word| source.contains(word) && !small.contains(&word.as_str())));
        }
    }
    assert!(there > 150, "the gold list is missing");
    let score = 2000 * right / (said + there);
    assert!(score >= 900, "F1 of content and speaker {score}‰: {right} right of {there}, {said} said");
}

#[test]
fn a_word_that_describes_the_next_is_no_speech() {
    assert_speech("The maker said its “critical” update works.", &[]);
    assert_speech("The maker said the update was “critical”.", &[("critical", "The maker")]);
    assert_speech("The maker said that “no” had been the answer.", &[("no", "The maker")]);
}

#[test]
fn the_one_who_said_so_speaks_for_a_passive_without_agent() {
    assert_speech("Police said the fire was treated as “suspicious”.", &[("suspicious", "Police")]);
}

#[test]
fn an_aside_between_dashes_keeps_its_own_speaker() {
    assert_speech(
        "Ana Ruiz told the court — where Li Wei said it was “a fine day” — “I left before noon.”",
        &[("a fine day", "Li Wei"), ("I left before noon.", "Ana Ruiz")],
    );
}

/// F1 of two bags of words, in thousandths.
fn overlap(a: &[String], b: &[String]) -> usize {
    let mut bag: BTreeMap<&str, usize> = BTreeMap::new();
    for word in a {
        *bag.entry(word).or_default() += 1;
    }
    let mut shared = 0;
    for word in b {
        if let Some(count) = bag.get_mut(word.as_str()).filter(|count| **count > 0) {
            *count -= 1;
            shared += 1;
        }
    }
    2000 * shared / (a.len() + b.len()).max(1)
}

proptest! {
    #[test]
    fn quotations_lie_apart_and_inside_their_blocks(text in "[a-zA-Zé “”\"'‘’«».,:?!\n-]{0,200}") {
        let (document, found) = read(&text);
        for (at, quote) in found.iter().enumerate() {
            prop_assert!(quote.outer.contains(quote.span) && !quote.span.is_empty());
            prop_assert!(document.text.get(quote.span.range()).is_some() && document.text.get(quote.outer.range()).is_some());
            prop_assert!(document.blocks.iter().any(|block| block.span.contains(quote.outer)));
            prop_assert!(quote.continues.is_none_or(|earlier| earlier < at));
            prop_assert!(found[..at].iter().all(|earlier| !earlier.outer.overlaps(quote.outer)));
        }
    }
}
