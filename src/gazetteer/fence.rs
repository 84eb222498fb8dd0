//! Posts along a sorted table: rows a few hundred bytes apart, by the first eight bytes of their keys.
//!
//! A binary search over the text itself looks for the line's two ends at every step; over the posts a step is one comparison of
//! two numbers, and what is left is a handful of lines. Setting the posts costs a hundredth of a hash table of all
//! keys, which is what matters in a run over five articles.

use std::ops::Range;

/// Bytes of text between two posts, at least.
const STRIDE: usize = 128;

/// The posts of a table, in order: the head of a row's key, and the byte at which the row starts.
#[derive(Debug)]
pub(super) struct Fence {
    posts: Box<[(u64, u32)]>,
    /// Where the first row starts, and where the text ends.
    rows: Range<usize>,
}

/// The first eight bytes of a key; in the order of the keys as far as they go.
fn head(key: &[u8]) -> u64 {
    let mut head = [0; 8];
    let length = key.len().min(8);
    head[..length].copy_from_slice(&key[..length]);
    u64::from_be_bytes(head)
}

impl Fence {
    /// Posts along `text`, whose rows start at `body`; `key` reads the key of the row at an offset.
    pub(super) fn new<'a>(text: &str, body: usize, key: impl Fn(usize) -> &'a [u8]) -> Self {
        let mut posts = Vec::with_capacity(text.len() / STRIDE + 1);
        let mut offset = body;
        while offset < text.len() {
            posts.push((head(key(offset)), offset as u32));
            let from = (offset + STRIDE).min(text.len());
            let line = memchr::memchr(b'\n', &text.as_bytes()[from..]);
            offset = line.map_or(text.len(), |length| from + length + 1);
        }
        Self { posts: posts.into_boxed_slice(), rows: body..text.len() }
    }

    /// Starts of rows between which the first row whose key is not less than `words` starts; the second may be the one.
    pub(super) fn around<'a>(&self, words: &str, key: impl Fn(u32) -> &'a [u8]) -> (usize, usize) {
        let own = head(words.as_bytes());
        let after =
            self.posts.partition_point(|&(head, offset)| head < own || head == own && key(offset) < words.as_bytes());
        let low = after.checked_sub(1).map_or(self.rows.start, |before| self.posts[before].1 as usize);
        let high = self.posts.get(after).map_or(self.rows.end, |&(_, offset)| offset as usize);
        (low, high)
    }
}
