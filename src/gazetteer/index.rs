//! Where the rows of a sorted table start, by the words with which their keys begin.
//!
//! One entry for each key and for each run of words in front of one, so that a single probe tells both whether words are
//! a key and whether keys go on from them. The words themselves are not kept: the row is read to make sure.

/// An open-addressed hash table; a free slot is (0, 0).
#[derive(Debug)]
pub(super) struct Index {
    /// Fingerprint, never 0, and the offset of the first row that begins so.
    slots: Box<[(u32, u32)]>,
}

const START: u64 = 0xcbf2_9ce4_8422_2325;

/// One step of FNV-1a.
fn step(value: u64, byte: u8) -> u64 {
    (value ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
}

/// The last mixing step: FNV alone leaves the upper bits of short words alike.
fn mix(value: u64) -> u64 {
    let value = (value ^ (value >> 32)).wrapping_mul(0xff51_afd7_ed55_8ccd);
    value ^ (value >> 32)
}

impl Index {
    /// An index of rows given by offset and key, in the order of their keys.
    pub(super) fn new<'a>(rows: impl Iterator<Item = (u32, &'a str)>) -> Self {
        let mut entries = Vec::new();
        for (offset, key) in rows {
            let mut value = START;
            for (at, byte) in key.bytes().enumerate() {
                if at > 0 && ends_word(&key.as_bytes()[at..]) {
                    entries.push((mix(value), offset));
                }
                value = step(value, byte);
            }
            entries.push((mix(value), offset));
        }
        let size = (entries.len() * 3 / 2).max(2).next_power_of_two();
        let mut index = Self { slots: vec![(0, 0); size].into_boxed_slice() };
        for (value, offset) in entries {
            let (place, found) = index.probe(value);
            // Rows come in order: the first with these words is the one to keep.
            if found.is_none() {
                index.slots[place] = (fingerprint(value), offset);
            }
        }
        index
    }

    /// The offset of the first row that begins with `words`, whole ones; `key` reads the key at an offset.
    pub(super) fn find<'a>(&self, words: &str, key: impl Fn(u32) -> &'a str) -> Option<u32> {
        let value = mix(words.bytes().fold(START, step));
        self.probe(value).1.filter(|&offset| key(offset).starts_with(words))
    }

    /// The slot of a hash and the offset in it, if it is taken.
    fn probe(&self, value: u64) -> (usize, Option<u32>) {
        let mask = self.slots.len() - 1;
        let mut place = value as usize & mask;
        loop {
            match self.slots[place] {
                // A third of the slots are free.
                (0, _) => return (place, None),
                (found, offset) if found == fingerprint(value) => return (place, Some(offset)),
                _ => place = (place + 1) & mask,
            }
        }
    }
}

fn fingerprint(value: u64) -> u32 {
    ((value >> 32) as u32).max(1)
}

/// Whether a word ends before `rest`, or would but for a clitic: keys of places write "King's" as "kings".
fn ends_word(rest: &[u8]) -> bool {
    matches!(rest, [b' ' | b'-' | b'\'', ..] | [b's'] | [b's', b' ', ..])
}
