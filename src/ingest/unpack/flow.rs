//! Text as a page shows it: white space closed up, references resolved, paragraphs apart.
//!
//! Fed with stretches of markup's text in order; what comes out is a [`Traced`] text in which each paragraph is a line
//! and a blank line stands between two.

use super::{Traced, reference};
use crate::source::Span;

/// How a stretch of text is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::ingest) enum Writing {
    /// With character references.
    References,
    /// As it stands: CDATA, plain text.
    Plain,
}

/// A text that is being put together from parts of `source`.
pub(in crate::ingest) struct Flow<'a> {
    source: &'a str,
    made: Traced,
    /// White space seen since the last character, in bytes of the source.
    space: Option<Span>,
    /// What must stand before the next character.
    gap: Gap,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Gap {
    None,
    Line,
    Paragraph,
}

impl<'a> Flow<'a> {
    /// An empty text.
    pub(in crate::ingest) fn new(source: &'a str) -> Self {
        Self { source, made: Traced::default(), space: None, gap: Gap::None }
    }

    /// The bytes of text so far.
    pub(in crate::ingest) fn len(&self) -> usize {
        self.made.text().len()
    }

    /// Whether nothing but white space was added since byte `start` of the text.
    pub(in crate::ingest) fn is_blank_from(&self, start: usize) -> bool {
        self.made.text().get(start..).is_none_or(|rest| rest.trim().is_empty())
    }

    /// Whether what follows begins a line.
    pub(in crate::ingest) fn begins_line(&self) -> bool {
        self.gap != Gap::None || self.made.text().is_empty()
    }

    /// What follows begins a paragraph.
    pub(in crate::ingest) fn paragraph(&mut self) {
        self.gap = Gap::Paragraph;
        self.space = None;
    }

    /// What follows begins a line.
    pub(in crate::ingest) fn line(&mut self) {
        self.gap = if self.gap == Gap::None { Gap::Line } else { Gap::Paragraph };
        self.space = None;
    }

    /// What follows is another word, as the next cell of a table is.
    pub(in crate::ingest) fn word(&mut self, at: usize) {
        self.space = self.space.or(Some(Span::new(at, at)));
    }

    /// Adds the text at `span` of the source.
    pub(in crate::ingest) fn text(&mut self, span: Span, writing: Writing) {
        let text = span.of(self.source);
        let mut at = 0;
        while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
            let plain = rest
                .find(|c: char| c.is_whitespace() || c == '&' || c.is_control() || is_invisible(c))
                .unwrap_or(rest.len());
            if plain > 0 {
                self.fill();
                self.made.push_same(rest.get(..plain).unwrap_or_default(), span.start + at);
                at += plain;
                continue;
            }
            let (shown, length) = match rest.chars().next() {
                Some('&') => match reference(rest).filter(|_| writing == Writing::References) {
                    Some((text, length)) => (text.into_owned(), length),
                    None => ("&".to_owned(), 1),
                },
                Some(other) => (other.to_string(), other.len_utf8()),
                None => break,
            };
            self.unit(&shown, Span::new(span.start + at, span.start + at + length));
            at += length;
        }
    }

    /// Adds what one reference or one character outside words became.
    fn unit(&mut self, shown: &str, from: Span) {
        if shown.chars().all(|c| c.is_whitespace() || c.is_control() || is_invisible(c)) {
            if shown.contains(|c: char| c.is_whitespace()) {
                self.space = Some(self.space.map_or(from, |space| space.join(from)));
            }
            return;
        }
        self.fill();
        if shown == from.of(self.source) {
            self.made.push_same(shown, from.start);
        } else {
            self.made.push_unit(shown, from);
        }
    }

    /// Puts what is due between the last character and the next.
    fn fill(&mut self) {
        let space = self.space.take();
        let gap = std::mem::replace(&mut self.gap, Gap::None);
        if self.made.text().is_empty() {
            return;
        }
        match (gap, space) {
            (Gap::Paragraph, _) => self.made.push_new("\n\n"),
            (Gap::Line, _) => self.made.push_new("\n"),
            (Gap::None, Some(space)) if space.is_empty() => self.made.push_new(" "),
            (Gap::None, Some(space)) if space.of(self.source) == " " => self.made.push_same(" ", space.start),
            (Gap::None, Some(space)) => self.made.push_unit(" ", space),
            (Gap::None, None) => {}
        }
    }

    /// The text.
    pub(in crate::ingest) fn finish(self) -> Traced {
        self.made
    }
}

/// Hints to whoever lays the text out, between or inside words.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn flow(source: &str) -> Traced {
        let mut flow = Flow::new(source);
        for (number, part) in source.split('|').enumerate() {
            if number > 0 {
                flow.paragraph();
            }
            let start = part.as_ptr() as usize - source.as_ptr() as usize;
            flow.text(Span::new(start, start + part.len()), Writing::References);
        }
        flow.finish()
    }

    #[test]
    fn white_space_is_closed_up() {
        assert_eq!(flow(" One\n\t fell.&nbsp; Two | | \n stood. ").text(), "One fell. Two\n\nstood.");
        assert_eq!(flow("so\u{ad}ci\u{200b}al AT&T &amp; R&#38;D").text(), "social AT&T & R&D");
    }

    #[test]
    fn plain_text_has_no_references() {
        let mut flow = Flow::new("a &amp; b");
        flow.text(Span::new(0, 9), Writing::Plain);
        assert_eq!(flow.finish().text(), "a &amp; b");
    }

    #[test]
    fn each_character_knows_its_place() {
        let source = "A  B&amp;C";
        let (text, map) = flow(source).into_map(source, None);
        assert_eq!(text, "A B&C");
        let place = |at: usize| {
            let place = map.place(&text, Span::new(at, at + 1));
            &source[place.start.byte..place.end.byte]
        };
        assert_eq!([place(0), place(1), place(2), place(3), place(4)], ["A", "  ", "B", "&amp;", "C"]);
    }
}
