//! Two blocks of text side by side, for terminals that are wide enough to compare at a glance.

use std::io::{self, Write};
use unicode_width::UnicodeWidthStr;

/// What stands between the blocks.
const BETWEEN: &str = " │ ";

/// The columns each of two blocks gets out of `width`.
pub(super) fn half(width: usize) -> usize {
    width.saturating_sub(BETWEEN.width()) / 2
}

/// Writes two blocks beside one another, the left one padded to `columns`; colours take no room.
pub(super) fn write(left: &[u8], right: &[u8], columns: usize, out: &mut dyn Write) -> io::Result<()> {
    let (left, right) = (String::from_utf8_lossy(left), String::from_utf8_lossy(right));
    let (mut left, mut right) = (left.lines(), right.lines());
    loop {
        let (first, second) = match (left.next(), right.next()) {
            (None, None) => return Ok(()),
            (first, second) => (first.unwrap_or_default(), second.unwrap_or_default()),
        };
        let used = anstream::adapter::strip_str(first).to_string().width();
        let pad = " ".repeat(columns.saturating_sub(used));
        writeln!(out, "{}", format!("{first}{pad}{BETWEEN}{second}").trim_end())?;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longer_block_goes_on_alone() {
        let mut out = Vec::new();
        write("a東\n\u{1b}[1mbold\u{1b}[0m\n".as_bytes(), b"x\n", 6, &mut out).unwrap();
        assert_eq!(String::from_utf8(out).unwrap(), "a東    │ x\n\u{1b}[1mbold\u{1b}[0m   │\n");
        assert_eq!(half(161), 79);
    }
}
