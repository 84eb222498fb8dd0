//! Identifiers that depend on some texts and on nothing else: not on the machine, the run, or the release of a library.

/// 32 hexadecimal digits for some texts in their order: the 128-bit FNV-1a hash (Fowler, Noll and Vo, 1991) of each text
/// followed by a zero byte.
pub(crate) fn of<'a>(parts: impl Iterator<Item = &'a str>) -> String {
    format!("{:032x}", fnv1a(parts.flat_map(|part| part.bytes().chain(std::iter::once(0)))))
}

fn fnv1a(bytes: impl Iterator<Item = u8>) -> u128 {
    const OFFSET: u128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d;
    const PRIME: u128 = 0x0000_0000_0100_0000_0000_0000_0000_013b;
    bytes.fold(OFFSET, |hash, byte| (hash ^ u128::from(byte)).wrapping_mul(PRIME))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_is_the_published_one() {
        // Test vectors of the FNV reference code: the empty string, "a" and "foobar".
        assert_eq!(fnv1a("".bytes()), 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d);
        assert_eq!(fnv1a("a".bytes()), 0xd228_cb69_6f1a_8caf_7891_2b70_4e4a_8964);
        assert_eq!(fnv1a("foobar".bytes()), 0x343e_1662_793c_64bf_6f0d_3597_ba44_6f18);
    }

    #[test]
    fn where_one_text_ends_matters() {
        assert_ne!(of(["ab", "c"].into_iter()), of(["a", "bc"].into_iter()));
    }
}
