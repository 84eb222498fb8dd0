//! One article: its text, what the outlet says of it, and its blocks.

use super::{Place, SourceMap, Span};
use jiff::civil;
use jiff::tz::Offset;
use std::sync::Arc;

/// An article's number within one run, in the order of the articles' paths.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DocumentId(pub u32);

/// When an article was published.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Published {
    /// The day, in the outlet's own calendar.
    pub date: civil::Date,
    /// The time of day, where it is given.
    pub time: Option<civil::Time>,
    /// The outlet's distance from UTC, where it is given.
    pub offset: Option<Offset>,
    /// Whether the article carries no date and the run's other articles lent it theirs: the day may be off by a few.
    pub assumed: bool,
}

/// What the offsets of [`Document::text`] refer to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Origin {
    /// Bytes of the file as it is stored.
    #[default]
    Stored,
    /// Bytes of the text that was extracted from a packed format.
    Extracted,
    /// The text was taken out of a file of markup or of another encoding, to which this map leads back.
    Mapped(Arc<SourceMap>),
}

/// What a stretch of an article is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum BlockKind {
    /// The title over the article; the article's own voice.
    Headline,
    /// Running text.
    Paragraph,
    /// A caption; the article's own voice.
    Caption,
    /// Who wrote it, photo credits, time stamps: no claims.
    Byline,
    /// Cookie notices, disclaimers, appeals, share lines: no claims.
    Boilerplate,
    /// Front matter and the like: no claims.
    Metadata,
}

impl BlockKind {
    /// Whether claims are read from such a block.
    #[must_use]
    pub fn claims(self) -> bool {
        matches!(self, Self::Headline | Self::Paragraph | Self::Caption)
    }
}

/// One paragraph, headline, caption or other stretch, without the white space around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block {
    /// Bytes of the document's text.
    pub span: Span,
    /// What it is for.
    pub kind: BlockKind,
}

/// An article as it was read: never changed afterwards.
#[derive(Clone, Debug)]
pub struct Document {
    /// The path as it is shown, with `/`; `FILE#ID` for an article of a `.jsonl` file, `-` for standard input.
    pub path: String,
    /// The whole text, to whose bytes all spans refer.
    pub text: String,
    /// What the offsets of `text` refer to.
    pub origin: Origin,
    /// The title, where the article or its metadata has one.
    pub title: Option<String>,
    /// The outlet, where it is known.
    pub source: Option<String>,
    /// When it was published, where that is known.
    pub published: Option<Published>,
    /// Whether this is the draft that is being checked.
    pub draft: bool,
    /// The stretches of the text, in order, none overlapping another.
    pub blocks: Vec<Block>,
}

impl Document {
    /// The text of a span.
    #[must_use]
    pub fn slice(&self, span: Span) -> &str {
        span.of(&self.text)
    }

    /// Whether the offsets that are shown are those of text taken out of a packed file, not those of the file as stored.
    #[must_use]
    pub fn is_extracted(&self) -> bool {
        match &self.origin {
            Origin::Stored => false,
            Origin::Extracted => true,
            Origin::Mapped(map) => map.packed(),
        }
    }

    /// The map to the file, where the offsets of the text are not those that are shown.
    #[must_use]
    pub fn map(&self) -> Option<&SourceMap> {
        match &self.origin {
            Origin::Mapped(map) => Some(map),
            Origin::Stored | Origin::Extracted => None,
        }
    }

    /// The bytes that are shown for a span: of the file, or of the extracted text.
    #[must_use]
    pub fn shown(&self, span: Span) -> Span {
        match self.map() {
            Some(map) => {
                let Place { start, end } = map.place(&self.text, span);
                Span::new(start.byte, end.byte)
            }
            None => span,
        }
    }
}
