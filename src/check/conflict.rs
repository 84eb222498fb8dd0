//! What a check hands over: two or more sides, each with the passages that take it.
//!
//! A conflict is the finished finding, free of layout: places are byte spans of documents, and lines, columns and
//! wording for one output format or another are worked out in `report`. How conflicts are found is not here.

use crate::source::{Document, DocumentId, Span};
use serde::{Serialize, Serializer};
use std::fmt;
use std::str::FromStr;
use std::sync::Arc;
use unicode_normalization::UnicodeNormalization;

/// Declares the checks once: variant, public name, one-line description and the text behind `explain`.
macro_rules! checks {
    ($($variant:ident $name:literal $about:literal;)+) => {
        /// In what way two passages can contradict each other.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Check {
            $(#[doc = $about] $variant,)+
        }

        impl Check {
            /// Every check, in the order in which they are listed to people.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The name in reports, options, suppressions and configuration: kebab-case.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $name),+ }
            }

            /// When the check fires, in one line; it completes "two passages conflict because …".
            #[must_use]
            pub fn about(self) -> &'static str {
                match self { $(Self::$variant => $about),+ }
            }

            /// The full explanation in Markdown, with an example that fires and one that does not.
            #[must_use]
            pub fn explanation(self) -> &'static str {
                match self { $(Self::$variant => include_str!(concat!("explain/", $name, ".md"))),+ }
            }
        }
    };
}

checks! {
    Polarity "polarity" "one says it happened (was so), the other that it did not";
    Participant "participant" "the same event with a different person or body in a role only one can fill";
    Place "place" "one event in disjoint places, or one person in two places at once";
    Time "time" "one event at disjoint times";
    Quantity "quantity" "different figures for one quantity, bounds and approximations respected";
    Attendance "attendance" "someone is present in one and absent in the other";
    Attribution "attribution" "the same quotation is given to different speakers";
    Quote "quote" "the same quotation stands in different words";
    Name "name" "one person's name is spelt differently";
    Role "role" "one person in incompatible offices at one time, or two holders of an office that has one";
    Order "order" "events are ordered one way and the other, longer cycles included";
    Uniqueness "uniqueness" "a \"first\", \"only\" or \"never before\" stands against one that was earlier or beside it";
    Status "status" "called off against went ahead, or announced as still to come after it took place";
}

impl fmt::Display for Check {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

impl Serialize for Check {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}

/// A name that no check bears.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownCheck {
    /// What was given.
    pub name: String,
}

impl fmt::Display for UnknownCheck {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "unknown check '{}'", self.name)
    }
}

impl std::error::Error for UnknownCheck {}

impl FromStr for Check {
    type Err = UnknownCheck;

    fn from_str(name: &str) -> Result<Self, UnknownCheck> {
        let found = Self::ALL.iter().copied().find(|check| check.name() == name);
        found.ok_or_else(|| UnknownCheck { name: name.to_owned() })
    }
}

/// How sure a conflict is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Worth an editor's look: an update between two publication times, a speaker's claim that another denies.
    Note,
    /// The passages can hardly both be true, or one needs something that no passage reports.
    Warning,
    /// The passages cannot both be true.
    Error,
}

impl Severity {
    /// Every severity, the gravest first.
    pub const ALL: &'static [Self] = &[Self::Error, Self::Warning, Self::Note];

    /// The name in reports and options.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "note",
        }
    }
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

impl Serialize for Severity {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}

/// The clause or sentence that makes a claim.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Passage {
    /// The article it stands in.
    pub document: DocumentId,
    /// Bytes of that article's text.
    pub span: Span,
    /// The rule that read the claim, `pack/rule`.
    pub rule: String,
}

/// One of the answers that passages give to the same question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Side {
    /// The answer: a person, a place, a figure.
    pub value: String,
    /// How many sources give it; copies of one text count once.
    pub independent_sources: usize,
    /// Where it is given; never empty.
    pub passages: Vec<Passage>,
}

/// Two or more sides that cannot, or can hardly, all be right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    /// The check that found it.
    pub check: Check,
    /// How sure it is.
    pub severity: Severity,
    /// One line that an editor understands without the rest.
    pub message: String,
    /// The steps from the passages to the conflict, one a line.
    pub explanation: Vec<String>,
    /// The sides, two or more, in the order in which the message names them; those of a cycle are its steps.
    pub sides: Vec<Side>,
}

impl Conflict {
    /// An identifier of 32 hexadecimal digits that survives edits elsewhere: it depends on the check and on the
    /// passages' text alone, not on their order, their place in the file, or the file's name.
    ///
    /// It is the 128-bit FNV-1a hash (Fowler, Noll and Vo, 1991) of the check's name and of each distinct passage's
    /// text in byte order, every part followed by a zero byte. Text is taken in Unicode's form NFC with each run of
    /// white space as one space, so that rewrapping an article keeps suppressions alive.
    #[must_use]
    pub fn id(&self, documents: &[Arc<Document>]) -> String {
        let passages = self.sides.iter().flat_map(|side| &side.passages);
        let texts = passages.filter_map(|passage| {
            let document = documents.get(usize::try_from(passage.document.0).ok()?)?;
            Some(normalised(document.slice(passage.span)))
        });
        let mut texts: Vec<String> = texts.collect();
        texts.sort_unstable();
        texts.dedup();
        let parts = std::iter::once(self.check.name()).chain(texts.iter().map(String::as_str));
        crate::fingerprint::of(parts)
    }
}

fn normalised(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").nfc().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn document(text: &str) -> Arc<Document> {
        Arc::new(Document {
            path: "a.txt".into(),
            text: text.into(),
            origin: crate::source::Origin::Stored,
            title: None,
            source: None,
            published: None,
            draft: false,
            blocks: Vec::new(),
        })
    }

    fn side(document: u32, span: Span) -> Side {
        let passage = Passage { document: DocumentId(document), span, rule: "p/r".into() };
        Side { value: "v".into(), independent_sources: 1, passages: vec![passage] }
    }

    fn conflict(check: Check, sides: Vec<Side>) -> Conflict {
        Conflict { check, severity: Severity::Error, message: String::new(), explanation: Vec::new(), sides }
    }

    #[test]
    fn names_go_both_ways() {
        for &check in Check::ALL {
            assert_eq!(check.to_string().parse(), Ok(check));
        }
        assert_eq!("Polarity".parse::<Check>(), Err(UnknownCheck { name: "Polarity".into() }));
    }

    #[test]
    fn an_id_outlives_moves_and_rewrapping() {
        let first = [document("Rain fell."), document("It stayed\ndry.")];
        let second = [document("So: it stayed dry? It stayed  dry."), document("\n\nRain fell.")];
        let before = conflict(Check::Polarity, vec![side(0, Span::new(0, 10)), side(1, Span::new(0, 14))]);
        let after = conflict(Check::Polarity, vec![side(0, Span::new(19, 34)), side(1, Span::new(2, 12))]);
        assert_eq!(before.id(&first), after.id(&second));
        assert_eq!(before.id(&first).len(), 32);
    }

    #[test]
    fn an_id_changes_with_the_check_and_the_words() {
        let documents = [document("Rain fell. Snow fell. Hail fell.")];
        let sides = |second| vec![side(0, Span::new(0, 10)), side(0, second)];
        let snow = conflict(Check::Polarity, sides(Span::new(11, 21)));
        let hail = conflict(Check::Polarity, sides(Span::new(22, 32)));
        let status = conflict(Check::Status, sides(Span::new(11, 21)));
        assert_ne!(snow.id(&documents), hail.id(&documents));
        assert_ne!(snow.id(&documents), status.id(&documents));
    }

    #[test]
    fn a_passage_of_no_document_is_left_out() {
        assert_eq!(conflict(Check::Name, vec![side(7, Span::new(0, 1))]).id(&[]).len(), 32);
    }

    #[test]
    fn every_explanation_shows_both_cases() {
        for check in Check::ALL {
            let text = check.explanation();
            for part in [&format!("# {check}\n") as &str, "## Fires\n", "## Does not fire\n"] {
                assert!(text.contains(part), "{check}: {part:?} is missing");
            }
        }
    }
}
