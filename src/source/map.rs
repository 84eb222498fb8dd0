//! From offsets of an article's text back to the file that the text was taken out of.
//!
//! The text of a page is that of its file without markup, with entities and encodings resolved. What is shown to
//! people and to programs must lead into the file, so each stretch of text keeps where it came from: a [`Run`] is
//! characters that stand in the file in the same order, or one piece of text that one piece of the file became
//! ("&amp;amp;", a byte of Latin-1, white space over several lines). Between runs stands what is in no file, such as the
//! blank lines that part the paragraphs. `ingest` makes the runs; nothing here reads files.

use super::{Position, Span};

/// Some text and where it stands in the file: `count` units of `text_step` bytes each, for `file_step` bytes each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Run {
    /// The first byte of the text.
    pub text: u32,
    /// Its first byte in the file.
    pub file: u32,
    /// How many units.
    pub count: u32,
    /// The bytes of a unit in the text.
    pub text_step: u32,
    /// The bytes of a unit in the file.
    pub file_step: u32,
    /// Where the first byte stands.
    pub from: Position32,
    /// Where the byte after the last stands.
    pub to: Position32,
}

/// A [`Position`] in half the room.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Position32 {
    /// Line, from 1.
    pub line: u32,
    /// Column in characters, from 1.
    pub column: u32,
}

impl From<Position32> for Position {
    fn from(place: Position32) -> Self {
        Self { line: place.line as usize, column: place.column as usize }
    }
}

impl Run {
    fn text_end(&self) -> u32 {
        self.text + self.count * self.text_step
    }

    fn file_end(&self) -> u32 {
        self.file + self.count * self.file_step
    }
}

/// A byte of the file, and the line and column it stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spot {
    /// The byte, from 0.
    pub byte: usize,
    /// The same for people.
    pub position: Position,
}

/// A stretch of the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// Its first byte.
    pub start: Spot,
    /// One past its last byte.
    pub end: Spot,
}

/// Where in its file the text of an article stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceMap {
    runs: Vec<Run>,
    packed: bool,
}

impl SourceMap {
    /// A map of these runs, which stand in order in the text and in the file, none overlapping another. `packed` says
    /// that the file is itself what came out of an archive.
    #[must_use]
    pub fn new(runs: Vec<Run>, packed: bool) -> Self {
        Self { runs, packed }
    }

    /// Whether the offsets are those of what a packed file holds.
    #[must_use]
    pub fn packed(&self) -> bool {
        self.packed
    }

    /// The same map for a file that was packed.
    #[must_use]
    pub fn within_archive(mut self) -> Self {
        self.packed = true;
        self
    }

    /// Where the bytes of `span` of the article's `text` stand. Of text that stands in no file, the nearest that does.
    #[must_use]
    pub fn place(&self, text: &str, span: Span) -> Place {
        let start = self.start(text, span.start);
        let end = if span.is_empty() { start } else { self.end(text, span.end) };
        // Text that stands in no file has its end before its start.
        Place { start, end: if end.byte < start.byte { start } else { end } }
    }

    /// Where text that begins at byte `offset` begins in the file.
    #[must_use]
    pub fn start(&self, text: &str, offset: usize) -> Spot {
        let at = self.runs.partition_point(|run| run.text_end() as usize <= offset);
        match (self.runs.get(at), self.runs.last()) {
            (Some(run), _) => spot(text, run, offset.max(run.text as usize), false),
            (None, Some(last)) => spot(text, last, last.text_end() as usize, true),
            (None, None) => Spot { byte: 0, position: Position { line: 1, column: 1 } },
        }
    }

    /// Where text that ends before byte `offset` ends in the file.
    #[must_use]
    pub fn end(&self, text: &str, offset: usize) -> Spot {
        let at = self.runs.partition_point(|run| (run.text as usize) < offset);
        match at.checked_sub(1).and_then(|before| self.runs.get(before)) {
            Some(run) => spot(text, run, offset.min(run.text_end() as usize), true),
            None => self.start(text, offset),
        }
    }
}

/// The place of byte `offset` of the text, which lies in `run` or at its end. Inside a unit it is the unit's start, or
/// its end where `ending` asks for that.
fn spot(text: &str, run: &Run, offset: usize, ending: bool) -> Spot {
    let inside = (offset as u32).saturating_sub(run.text);
    let units = if ending { inside.div_ceil(run.text_step.max(1)) } else { inside / run.text_step.max(1) };
    if units == 0 {
        return Spot { byte: run.file as usize, position: run.from.into() };
    }
    if units >= run.count {
        return Spot { byte: run.file_end() as usize, position: run.to.into() };
    }
    let passed =
        text.as_bytes().get(run.text as usize..(run.text + units * run.text_step) as usize).unwrap_or_default();
    Spot { byte: (run.file + units * run.file_step) as usize, position: advance(run.from, passed).into() }
}

/// The position after `passed`, which begins at `from`.
#[must_use]
pub fn advance(from: Position32, passed: &[u8]) -> Position32 {
    // Every byte that does not continue a character begins one.
    let characters = |bytes: &[u8]| bytes.iter().filter(|&&byte| byte & 0b1100_0000 != 0b1000_0000).count() as u32;
    match memchr::memrchr(b'\n', passed) {
        Some(last) => {
            let (lines, rest) = passed.split_at(last + 1);
            let lines = memchr::memchr_iter(b'\n', lines).count() as u32;
            Position32 { line: from.line + lines, column: 1 + characters(rest) }
        }
        None => Position32 { line: from.line, column: from.column + characters(passed) },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// "a&amp;b" and, on the next line of the file, "é" in two bytes of the text for one of the file.
    fn map() -> SourceMap {
        let at = |line, column| Position32 { line, column };
        let run = |text, file, count, text_step, file_step, from, to| Run {
            text,
            file,
            count,
            text_step,
            file_step,
            from,
            to,
        };
        SourceMap::new(
            vec![
                run(0, 3, 1, 1, 1, at(1, 4), at(1, 5)),
                run(1, 4, 1, 1, 5, at(1, 5), at(1, 10)),
                run(2, 9, 1, 1, 1, at(1, 10), at(1, 11)),
                run(5, 14, 2, 2, 1, at(2, 1), at(2, 3)),
            ],
            false,
        )
    }
    const TEXT: &str = "a&b\n\néé";

    #[track_caller]
    fn assert_place(span: std::ops::Range<usize>, bytes: (usize, usize), from: (usize, usize), to: (usize, usize)) {
        let place = map().place(TEXT, span.into());
        assert_eq!((place.start.byte, place.end.byte), bytes);
        assert_eq!((place.start.position.line, place.start.position.column), from);
        assert_eq!((place.end.position.line, place.end.position.column), to);
    }

    #[test]
    fn what_an_entity_became_is_the_whole_entity() {
        assert_place(1..2, (4, 9), (1, 5), (1, 10));
        assert_place(0..3, (3, 10), (1, 4), (1, 11));
    }

    #[test]
    fn units_of_two_bytes_for_one() {
        assert_place(7..9, (15, 16), (2, 2), (2, 3));
    }

    #[test]
    fn what_stands_in_no_file_is_at_its_neighbours() {
        assert_place(2..6, (9, 15), (1, 10), (2, 2));
        assert_place(3..5, (14, 14), (2, 1), (2, 1));
        assert_place(4..4, (14, 14), (2, 1), (2, 1));
        let nothing = SourceMap::new(Vec::new(), true).place("", Span::new(0, 0));
        assert_eq!((nothing.start.byte, nothing.end.byte), (0, 0));
    }
}
