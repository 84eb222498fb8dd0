//! The end of the way back: from a text's links to the bytes, lines and columns of its file.

use super::{Link, Traced};
use crate::source::{Position32, Run, SourceMap, advance};

/// Characters of a run between two places whose line and column are kept: what looking one up costs at most.
const STRIDE: u32 = 1024;

impl Traced {
    /// The text and its map into the file, where this text was made of the text `decoded` of that file. `decoding`
    /// tells how `decoded` was made of the file's bytes; `None` where the two are the same.
    pub(in crate::ingest) fn into_map(self, decoded: &[u8], decoding: Option<&Self>) -> (String, SourceMap) {
        self.into_map_from(&mut Counted::default(), decoded, decoding)
    }

    /// The same, lines counted from where `counted` says, which tells afterwards how far they were.
    pub(in crate::ingest) fn into_map_from(
        self,
        counted: &mut Counted,
        decoded: &[u8],
        decoding: Option<&Self>,
    ) -> (String, SourceMap) {
        if self.links.first().is_some_and(|first| (first.from as usize) < counted.at) {
            *counted = Counted::default();
        }
        let mut cursor = Cursor { text: decoded, counted: *counted };
        let mut runs = Vec::with_capacity(self.links.len());
        let mut lower = decoding.map_or(0, |decoding| decoding.first_at(&self.links));
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
        *counted = cursor.counted;
        (self.text, SourceMap::new(runs, false))
    }

    /// The first link that any of `links`, which lead to this text, can lead to.
    pub(super) fn first_at(&self, links: &[Link]) -> usize {
        let from = links.first().map_or(0, |first| first.from);
        self.links.partition_point(|known| known.text_end() <= from)
    }

    /// Adds the runs of `part` of a text made of `decoded`, in bytes of the file that this text is the decoding of.
    fn bytes_of(
        &self,
        at: usize,
        part: &Link,
        (from, to): (Position32, Position32),
        decoded: &[u8],
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
            let passed = decoded.get(start..start + (link.text_end() - link.text) as usize);
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

/// How far the lines and columns of a text were counted.
#[derive(Clone, Copy, Debug)]
pub(in crate::ingest) struct Counted {
    at: usize,
    here: Position32,
}

impl Default for Counted {
    fn default() -> Self {
        Self { at: 0, here: Position32 { line: 1, column: 1 } }
    }
}

/// Counts lines and columns of a text in one pass.
struct Cursor<'a> {
    text: &'a [u8],
    counted: Counted,
}

impl Cursor<'_> {
    /// The position of byte `offset`, which is not before the one last asked for.
    fn reach(&mut self, offset: u32) -> Position32 {
        let Counted { at, here } = self.counted;
        let to = (offset as usize).clamp(at, self.text.len().max(at));
        let here = advance(here, self.text.get(at..to).unwrap_or_default());
        self.counted = Counted { at: to, here };
        here
    }
}
