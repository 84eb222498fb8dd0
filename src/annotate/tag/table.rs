//! Hash tables inside a constant byte string, read in place: the tagger and the lexicon cost nothing at start-up.
//!
//! Written by `rules/english/convert.py`, which describes the layout. Words themselves are not stored: a word is
//! its 64-bit hash, which two words of a table share once in some thousand million million pairs.

/// Reads a little-endian `u32`; 0 outside the bytes.
pub(super) fn u32_at(bytes: &[u8], at: usize) -> u32 {
    match bytes.get(at..at + 4) {
        Some(&[a, b, c, d]) => u32::from_le_bytes([a, b, c, d]),
        _ => 0,
    }
}

/// Reads a little-endian `u16`; 0 outside the bytes.
pub(super) fn u16_at(bytes: &[u8], at: usize) -> u16 {
    match bytes.get(at..at + 2) {
        Some(&[a, b]) => u16::from_le_bytes([a, b]),
        _ => 0,
    }
}

/// FNV-1a, 64 bits, with a last mixing step: FNV alone leaves the upper bits of short words alike.
fn hash(word: &[u8]) -> u64 {
    let value = word
        .iter()
        .fold(0xcbf2_9ce4_8422_2325, |value: u64, byte| (value ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3));
    let value = (value ^ (value >> 32)).wrapping_mul(0xff51_afd7_ed55_8ccd);
    value ^ (value >> 32)
}

/// A table of slots of a `u32` fingerprint and a value of `value_width` bytes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Table {
    slots: &'static [u8],
    size: usize,
    width: usize,
}

impl Table {
    /// The table that starts at `at` and has `size` slots. A table cut short reads as one with free slots.
    pub(super) fn new(bytes: &'static [u8], at: usize, size: usize, value_width: usize) -> Self {
        Self { slots: bytes.get(at..).unwrap_or_default(), size, width: 4 + value_width }
    }

    /// Where its slots end, in bytes from where they start.
    pub(super) fn byte_length(self) -> usize {
        self.size * self.width
    }

    /// The value of a word, in its low bytes.
    pub(super) fn get(self, word: &[u8]) -> Option<u32> {
        let value = hash(word);
        let fingerprint = ((value >> 32) as u32).max(1);
        let mut place = (((value & 0xffff_ffff) * self.size as u64) >> 32) as usize;
        for _ in 0..self.size {
            match u32_at(self.slots, place * self.width) {
                0 => return None,
                found if found == fingerprint => {
                    let at = place * self.width + 4;
                    return Some(if self.width == 8 {
                        u32_at(self.slots, at)
                    } else {
                        u32::from(u16_at(self.slots, at))
                    });
                }
                _ => place = if place + 1 == self.size { 0 } else { place + 1 },
            }
        }
        None
    }
}
