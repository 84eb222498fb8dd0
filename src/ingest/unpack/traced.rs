//! Text that remembers what it was made of.
//!
//! A page in Latin-1 whose article stands escaped in a feed was decoded, read as XML, then read as HTML. Each of these
//! makes a [`Traced`] text whose links lead one step back; [`Traced::through`] joins two steps, and
//! [`Traced::into_map`] ends at the bytes of the file. Text and its origin stand in the same order at every step, so
//! joining is one pass over both.

mod map;

pub(in crate::ingest) use map::Counted;

use crate::source::Span;

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

    /// Bytes that are no text yet, `count` of them from byte `from` on: this text only stands in for them.
    pub(in crate::ingest) fn of_bytes(count: usize, from: usize) -> Self {
        let mut made = Self::default();
        made.push_bytes(count, from);
        made
    }

    /// Adds `count` such bytes.
    pub(in crate::ingest) fn push_bytes(&mut self, count: usize, from: usize) {
        self.push_same(&"?".repeat(count), from);
    }

    /// Adds what another text holds, a blank line before it; nothing where that stood further up than this text does.
    /// Tells where it begins.
    pub(in crate::ingest) fn append(&mut self, other: &Self) -> Option<usize> {
        let behind = self.links.last().map_or(0, Link::origin_end);
        if other.text.is_empty() || other.links.first().is_some_and(|first| first.from < behind) {
            return None;
        }
        if !self.text.is_empty() {
            self.text.push_str("\n\n");
        }
        let start = self.text.len();
        self.links.extend(other.links.iter().map(|link| Link { text: link.text + start as u32, ..*link }));
        self.text.push_str(&other.text);
        Some(start)
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
        let mut at = before.first_at(&self.links);
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
}

#[cfg(test)]
mod tests;
