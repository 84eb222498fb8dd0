//! Text that remembers what it was made of.
//!
//! A page in Latin-1 whose article stands escaped in a feed was decoded, read as XML, then read as HTML. Each of these
//! makes a [`Traced`] text whose links lead one step back; [`Traced::through`] joins two steps, and
//! [`Traced::into_map`] ends at the bytes of the file. Text and its origin stand in the same order at every step, so
//! joining is one pass over both.

use crate::source::{Position32, Run, SourceMap, Span, advance};

/// Characters of a run between two places whose line and column are kept: what looking one up costs at most.
const STRIDE: u32 = 1024;

/// `count` units of `text_step` bytes each, which were `from_step` bytes each one step before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Link {
    text: u32,
    from: u32,
    count: u32,
    text_step: u32,
    from_step: u32,
    /// Whether each character of the text was one character before.
    alike: bool,
}

impl Link {
    fn text_end(&self) -> u32 {
        self.text + self.count * self.text_step
    }

    fn origin_end(&self) -> u32 {
        self.from + self.count * self.from_step
    }

    /// Whether the text is that of one step before, byte for byte.
    fn verbatim(&self) -> bool {
        self.alike && self.text_step == 1 && self.from_step == 1
    }
}

/// A text, and where each part of it stood in the text that it was made from.
#[derive(Clone, Debug, Default)]
pub(in crate::ingest) struct Traced {
    text: String,
    links: Vec<Link>,
}

impl Traced {
    /// The text.
    pub(in crate::ingest) fn text(&self) -> &str {
        &self.text
    }

    /// Adds `text`, which stands just so from byte `from` on.
    pub(in crate::ingest) fn push_same(&mut self, text: &str, from: usize) {
        let link = Link { from: from as u32, count: text.len() as u32, text_step: 1, from_step: 1, ..self.next() };
        self.link(text, Link { alike: true, ..link });
    }

    /// Adds `text`, which the bytes `from` became.
    pub(in crate::ingest) fn push_unit(&mut self, text: &str, from: Span) {
        let (text_step, from_step) = (text.len() as u32, from.len() as u32);
        self.link(text, Link { from: from.start as u32, text_step, from_step, ..self.next() });
    }

    /// Adds one character, which the bytes `from` are in another encoding.
    pub(in crate::ingest) fn push_decoded(&mut self, text: &str, from: Span) {
        let (text_step, from_step) = (text.len() as u32, from.len() as u32);
        self.link(text, Link { from: from.start as u32, text_step, from_step, alike: true, ..self.next() });
    }

    fn next(&self) -> Link {
        Link { text: self.text.len() as u32, from: 0, count: 1, text_step: 1, from_step: 1, alike: false }
    }

    /// Adds text that stands nowhere.
    pub(in crate::ingest) fn push_new(&mut self, text: &str) {
        self.text.push_str(text);
    }

    fn link(&mut self, text: &str, next: Link) {
        if text.is_empty() {
            return;
        }
        self.text.push_str(text);
        match self.links.last_mut() {
            Some(last)
                if (last.alike && next.alike)
                    && (last.text_step, last.from_step) == (next.text_step, next.from_step)
                    && (last.text_end(), last.origin_end()) == (next.text, next.from) =>
            {
                last.count += next.count;
            }
            _ => self.links.push(next),
        }
    }

    /// This text, which was made of `before`, with links to what `before` was made of.
    pub(in crate::ingest) fn through(self, before: &Self) -> Self {
        let mut joined = Vec::with_capacity(self.links.len());
        let mut at = 0;
        for link in &self.links {
            // Both lists are in order, so that nothing behind is looked at again.
            while before.links.get(at).is_some_and(|known| known.text_end() <= link.from) {
                at += 1;
            }
            if link.verbatim() {
                before.cut(at, link, &mut joined);
            } else {
                joined.extend(before.whole(at, link));
            }
        }
        Self { text: self.text, links: joined }
    }

    /// Adds what `link` (byte for byte this text) is linked to, from the link at `at` on.
    fn cut(&self, at: usize, link: &Link, joined: &mut Vec<Link>) {
        for known in self.links.iter().skip(at).take_while(|known| known.text < link.origin_end()) {
            let start = known.text.max(link.from);
            let end = known.text_end().min(link.origin_end());
            let (first, last) = ((start - known.text) / known.text_step, (end - known.text).div_ceil(known.text_step));
            let mut part = Link {
                text: link.text + (start - link.from),
                from: known.from + first * known.from_step,
                count: last - first,
                ..*known
            };
            if part.count == 1 {
                // A part of a unit leads to all of it.
                part.text_step = end - start;
            }
            if part.count > 0 && part.text_step > 0 {
                joined.push(part);
            }
        }
    }

    /// The one unit of `link`, linked to all that its bytes of this text were made of.
    fn whole(&self, at: usize, link: &Link) -> Option<Link> {
        let first = self.links.get(at).filter(|known| known.text < link.origin_end())?;
        let last = self.links.iter().skip(at).take_while(|known| known.text < link.origin_end()).last()?;
        let start = first.from + link.from.saturating_sub(first.text) / first.text_step * first.from_step;
        let covered = link.origin_end().min(last.text_end()) - last.text;
        let end = last.from + covered.div_ceil(last.text_step) * last.from_step;
        Some(Link {
            from: start,
            from_step: end.saturating_sub(start),
            count: 1,
            text_step: link.text_end() - link.text,
            ..*link
        })
    }

    /// The text and its map into the file, where this text was made of the text `decoded` of that file. `decoding`
    /// tells how `decoded` was made of the file's bytes; `None` where the two are the same.
    pub(in crate::ingest) fn into_map(self, decoded: &str, decoding: Option<&Self>) -> (String, SourceMap) {
        let mut cursor = Cursor { text: decoded.as_bytes(), at: 0, here: Position32 { line: 1, column: 1 } };
        let mut runs = Vec::with_capacity(self.links.len());
        let mut lower = 0;
        for link in &self.links {
            for part in split(link, &self.text) {
                let (from, to) = (cursor.reach(part.from), cursor.reach(part.origin_end()));
                match decoding {
                    None => runs.push(run(&part, from, to)),
                    Some(decoding) => {
                        while decoding.links.get(lower).is_some_and(|known| known.text_end() <= part.from) {
                            lower += 1;
                        }
                        decoding.bytes_of(lower, &part, (from, to), decoded, &mut runs);
                    }
                }
            }
        }
        (self.text, SourceMap::new(runs, false))
    }

    /// Adds the runs of `part` of a text made of `decoded`, in bytes of the file that this text is the decoding of.
    fn bytes_of(
        &self,
        at: usize,
        part: &Link,
        (from, to): (Position32, Position32),
        decoded: &str,
        runs: &mut Vec<Run>,
    ) {
        if !part.verbatim() {
            runs.extend(self.whole(at, part).map(|link| run(&link, from, to)));
            return;
        }
        let mut links = Vec::new();
        self.cut(at, part, &mut links);
        let mut here = from;
        for link in links {
            let start = (part.from + (link.text - part.text)) as usize;
            let passed = decoded.as_bytes().get(start..start + (link.text_end() - link.text) as usize);
            let next = advance(here, passed.unwrap_or_default());
            runs.push(run(&link, here, next));
            here = next;
        }
    }
}

fn run(link: &Link, from: Position32, to: Position32) -> Run {
    let Link { text, from: file, count, text_step, from_step, .. } = *link;
    Run { text, file, count, text_step, file_step: from_step, from, to }
}

/// A verbatim link in parts of about [`STRIDE`] bytes, cut between characters; any other as it is.
fn split<'a>(link: &'a Link, text: &'a str) -> impl Iterator<Item = Link> + 'a {
    let mut rest = Some(*link);
    std::iter::from_fn(move || {
        let whole = rest?;
        let mut length = STRIDE;
        while length < whole.count && !text.is_char_boundary((whole.text + length) as usize) {
            length += 1;
        }
        if !whole.verbatim() || whole.count <= length {
            rest = None;
            return Some(whole);
        }
        rest =
            Some(Link { text: whole.text + length, from: whole.from + length, count: whole.count - length, ..whole });
        Some(Link { count: length, ..whole })
    })
}

/// Counts lines and columns of a text in one pass.
struct Cursor<'a> {
    text: &'a [u8],
    at: usize,
    here: Position32,
}

impl Cursor<'_> {
    /// The position of byte `offset`, which is not before the one last asked for.
    fn reach(&mut self, offset: u32) -> Position32 {
        let to = (offset as usize).clamp(self.at, self.text.len());
        self.here = advance(self.here, self.text.get(self.at..to).unwrap_or_default());
        self.at = to;
        self.here
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// "&" for each "&amp;", one space for a run of them, nothing for brackets and what they hold.
    fn step(text: &str) -> Traced {
        let mut made = Traced::default();
        let mut at = 0;
        while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
            let spaces = rest.len() - rest.trim_start().len();
            let length = if rest.starts_with("&amp;") {
                made.push_unit("&", Span::new(at, at + 5));
                5
            } else if spaces > 0 {
                made.push_unit(" ", Span::new(at, at + spaces));
                spaces
            } else if rest.starts_with('<') {
                rest.find('>').map_or(rest.len(), |end| end + 1)
            } else {
                let length = rest.chars().next().map_or(1, char::len_utf8);
                made.push_same(&rest[..length], at);
                length
            };
            at += length;
        }
        made
    }

    #[test]
    fn two_steps_lead_back_to_the_first() {
        let file = "<p>Marks  &amp;amp; Sp&amp;ncer</p>";
        let first = step(file);
        let second = step(first.text()).through(&first);
        assert_eq!(second.text(), "Marks & Sp&ncer");
        let (text, map) = second.into_map(file, None);
        let shown = |span: std::ops::Range<usize>| {
            let place = map.place(&text, span.into());
            &file[place.start.byte..place.end.byte]
        };
        assert_eq!(shown(0..5), "Marks");
        assert_eq!(shown(6..7), "&amp;amp;");
        assert_eq!(shown(0..7), "Marks  &amp;amp;");
        assert_eq!(shown(8..15), "Sp&amp;ncer");
    }

    #[test]
    fn lines_and_columns_are_those_of_the_file() {
        let file = format!("{}\n\n  <b>é here", "word ".repeat(1000));
        let (text, map) = step(&file).into_map(&file, None);
        let at = text.find("here").unwrap();
        let spot = map.start(&text, at);
        assert_eq!((spot.position.line, spot.position.column), (3, 8));
        assert_eq!(spot.byte, file.find("here").unwrap());
    }

    proptest! {
        #[test]
        fn every_offset_leads_to_its_own_character(file in "([a-zé\n ]|&amp;|<[a-z]*>){0,60}") {
            let first = step(&file);
            let (text, map) = step(first.text()).through(&first).into_map(&file, None);
            let lines = crate::source::LineIndex::new(&file);
            for (at, character) in text.char_indices().filter(|(_, c)| c.is_alphabetic()) {
                let place = map.place(&text, Span::new(at, at + character.len_utf8()));
                prop_assert_eq!(file.get(place.start.byte..place.end.byte), Some(&*character.to_string()));
                prop_assert_eq!(place.start.position, lines.position(&file, place.start.byte));
                prop_assert_eq!(place.end.position, lines.position(&file, place.end.byte));
            }
        }
    }
}
