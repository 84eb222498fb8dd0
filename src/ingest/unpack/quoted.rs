//! Quoted-printable (RFC 2045), the way letters keep their text readable in ASCII.

use super::Traced;
use crate::source::Span;

/// The bytes that `raw` stands for, and where each stood; `raw` begins at byte `start` of its file. What is not
/// well-formed is kept as it is written.
pub(in crate::ingest) fn quoted_printable(raw: &[u8], start: usize) -> (Vec<u8>, Traced) {
    let mut bytes = Vec::with_capacity(raw.len());
    let mut trace = Traced::default();
    let mut at = 0;
    while at < raw.len() {
        let rest = raw.get(at..).unwrap_or_default();
        let plain = memchr::memchr(b'=', rest).unwrap_or(rest.len());
        bytes.extend_from_slice(rest.get(..plain).unwrap_or_default());
        trace.push_bytes(plain, start + at);
        at += plain;
        let Some(rest) = raw.get(at..).filter(|rest| !rest.is_empty()) else { break };
        match escape(rest) {
            Escape::Break(length) => at += length,
            Escape::Byte(byte) => {
                bytes.push(byte);
                trace.push_unit("?", Span::new(start + at, start + at + 3));
                at += 3;
            }
            Escape::None => {
                bytes.push(b'=');
                trace.push_bytes(1, start + at);
                at += 1;
            }
        }
    }
    (bytes, trace)
}

enum Escape {
    /// A line end that is none of the text's, and its length.
    Break(usize),
    Byte(u8),
    None,
}

/// What the `=` at the head of `rest` begins.
fn escape(rest: &[u8]) -> Escape {
    let digit = |at: usize| rest.get(at).and_then(|&byte| char::from(byte).to_digit(16));
    if let (Some(high), Some(low)) = (digit(1), digit(2)) {
        return Escape::Byte((high * 16 + low) as u8);
    }
    let blank = rest.iter().skip(1).take(80).take_while(|byte| matches!(byte, b' ' | b'\t')).count();
    match rest.get(1 + blank..).unwrap_or_default() {
        [b'\r', b'\n', ..] => Escape::Break(blank + 3),
        [b'\n', ..] => Escape::Break(blank + 2),
        [] => Escape::Break(blank + 1),
        _ => Escape::None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_and_soft_breaks() {
        let bytes = |raw: &str| quoted_printable(raw.as_bytes(), 0).0;
        assert_eq!(bytes("caf=E9 =\r\nau =3D lait=\n"), b"caf\xe9 au = lait");
        assert_eq!(bytes("a=b =Z1 ="), b"a=b =Z1 ");
    }
}
