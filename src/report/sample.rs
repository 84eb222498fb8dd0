//! A small made-up report for the tests of the formats: every severity, a cycle, a packed document, hostile text.

use super::{Failure, Report};
use crate::check::{Check, Conflict, Passage, Severity, Side};
use crate::source::{Document, DocumentId, Origin, Published, Span};
use std::sync::Arc;

const WIRE: &str = "Harbour talks open in Visby\n\
    By our correspondent\n\
    VISBY, Tuesday – The port director Ana Ruiz, who had spent the morning with the unions and had promised them an \
    answer before the weekend, met Li Wei in Visby on Tuesday evening, and the two agreed to meet again in March, her \
    office said in a statement that gave no further details of the talks.\n\
    At least 14 cranes stood still.\n";

const LOCAL: &str = "Ana Ruiz did not meet Li Wei in Visby, her office said.\nAbout 40 cranes stood still.\n\
    The strike began before the vote.\n";

const HOSTILE: &str = "<script>alert('1')</script> \u{1b}[31mRu\u{200b}iz\u{202e} | met & \"left\", 100%\r\n::error::no\n\
    The vote came before the strike.\n";

const DRAFT: &str = "Ana Ruiz met Li Wei in Visby – 東京 – on Tuesday.\n";

pub(crate) fn failures() -> Vec<Failure> {
    vec![
        Failure { path: "wire/broken.docx".into(), message: "not a zip archive".into() },
        Failure { path: "wire/\u{1b}[2Jx.txt".into(), message: "no text\u{202e}".into() },
    ]
}

/// The conflicts and the documents they are in.
pub(crate) fn conflicts() -> (Vec<Conflict>, Vec<Arc<Document>>) {
    let documents = [
        ("wire/a.txt", WIRE, Origin::Stored, false),
        ("local/b.txt", LOCAL, Origin::Stored, false),
        ("x/<b>,|%.txt", HOSTILE, Origin::Stored, false),
        ("desk/draft.docx", DRAFT, Origin::Extracted, true),
    ];
    let documents = documents.map(|(path, text, origin, draft)| {
        let published = Published { date: jiff::civil::date(2026, 3, 3), time: None, offset: None, assumed: false };
        Arc::new(Document {
            path: path.into(),
            text: text.into(),
            origin,
            title: draft.then(|| "Port <talks>".to_owned()),
            source: (!draft).then(|| "The Gotland \u{200b}Post".to_owned()),
            published: (!draft).then_some(published),
            draft,
            blocks: Vec::new(),
        })
    });
    (all(), documents.to_vec())
}

/// The finished report.
pub(crate) fn report() -> Report {
    let (conflicts, documents) = conflicts();
    super::build(&conflicts, &documents, failures(), 9)
}

fn all() -> Vec<Conflict> {
    vec![
        conflict(
            Check::Quantity,
            Severity::Warning,
            "14 or more cranes stood still, or about 40",
            &["both passages count cranes that stood still", "about 40 is not near 14"],
            vec![
                side("at least 14", 1, vec![passage(0, WIRE, "At least 14 cranes stood still", "counts/stood")]),
                side("about 40", 1, vec![passage(1, LOCAL, "About 40 cranes stood still", "counts/stood")]),
            ],
        ),
        conflict(
            Check::Polarity,
            Severity::Error,
            "Ana Ruiz met Li Wei in Visby, or did not",
            &[
                "'met Li Wei' is a meeting (meetings/met)",
                "'did not meet Li Wei' denies it (meetings/met)",
                "one place, one day",
            ],
            vec![
                side(
                    "met",
                    2,
                    vec![
                        passage(0, WIRE, "met Li Wei in Visby on Tuesday evening", "meetings/met"),
                        passage(3, DRAFT, "Ana Ruiz met Li Wei in Visby – 東京 – on Tuesday", "meetings/met"),
                    ],
                ),
                side(
                    "did not meet",
                    1,
                    vec![passage(1, LOCAL, "Ana Ruiz did not meet Li Wei in Visby", "meetings/met")],
                ),
            ],
        ),
        conflict(
            Check::Name,
            Severity::Note,
            "\u{202e}Ruiz\u{1b}[2J <b>or</b> | Ru\u{200b}iz, 100%\n::warning::x",
            &["hostile\u{1b}]0;title\u{7} & <i>steps</i>"],
            vec![
                side(
                    "Ru\u{200b}iz\u{202e} <b>",
                    1,
                    vec![passage(2, HOSTILE, HOSTILE.lines().next().unwrap(), "names/<x>|")],
                ),
                side("=cmd|' /C calc'!A0", 1, vec![passage(1, LOCAL, "Ana Ruiz", "names/person")]),
            ],
        ),
        conflict(
            Check::Order,
            Severity::Error,
            "the strike began before the vote, and the vote came before the strike",
            &["strike before vote", "vote before strike", "together they go in a circle"],
            vec![
                side(
                    "strike before vote",
                    1,
                    vec![passage(1, LOCAL, "The strike began before the vote.", "order/before")],
                ),
                side(
                    "vote before strike",
                    1,
                    vec![passage(2, HOSTILE, "::error::no\nThe vote came before the strike.", "order/before")],
                ),
            ],
        ),
    ]
}

fn conflict(check: Check, severity: Severity, message: &str, steps: &[&str], sides: Vec<Side>) -> Conflict {
    let explanation = steps.iter().map(|&step| step.to_owned()).collect();
    Conflict { check, severity, message: message.into(), explanation, sides }
}

fn side(value: &str, independent_sources: usize, passages: Vec<Passage>) -> Side {
    Side { value: value.into(), independent_sources, passages }
}

fn passage(document: u32, text: &str, words: &str, rule: &str) -> Passage {
    let start = text.find(words).expect("the words stand in the text");
    Passage { document: DocumentId(document), span: Span::new(start, start + words.len()), rule: rule.into() }
}
