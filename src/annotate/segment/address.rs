//! Web and e-mail addresses, which are one token each.

/// An article's longest plausible web address; longer runs are read as ordinary text.
const LONGEST_ADDRESS: usize = 2048;

/// The bytes of the web or e-mail address with which `rest` begins; `None` where it begins otherwise.
pub(super) fn address(rest: &str) -> Option<usize> {
    let first = *rest.as_bytes().first()?;
    if !first.is_ascii_alphanumeric() {
        return None;
    }
    let scheme = matches!(first, b'h' | b'w')
        && (rest.starts_with("http://") || rest.starts_with("https://") || rest.starts_with("www."));
    let length = if scheme {
        let stop = |&(at, c): &(usize, char)| at >= LONGEST_ADDRESS || c.is_whitespace() || "<>\"“”«»".contains(c);
        rest.char_indices().find(stop).map_or(rest.len(), |(at, _)| at)
    } else {
        let name = |b: &u8| b.is_ascii_alphanumeric() || b"._%+-".contains(b);
        // An address is looked for only where a name reaches an "@"; local parts end at 64 bytes (RFC 5321).
        let bytes = rest.as_bytes();
        let local = memchr::memchr(b'@', &bytes[..bytes.len().min(66)])?;
        let domain = bytes.get(local..).filter(|_| bytes[..local].iter().all(name))?;
        let host = domain.iter().skip(1).take(255).take_while(|b| name(b)).count();
        let host_text = rest.get(local + 1..local + 1 + host)?;
        host_text.trim_end_matches('.').contains('.').then_some(local + 1 + host)?
    };
    let found = rest.get(..length).unwrap_or("");
    let kept = found.trim_end_matches(['.', ',', ';', ':', '!', '?', ')', ']', '\'', '’', '…']);
    (kept.len() > 4).then_some(kept.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_end_before_the_sentence_does() {
        let found = |text: &'static str| address(text).map(|end| &text[..end]);
        assert_eq!(found("https://example.org/a?b=c. Then"), Some("https://example.org/a?b=c"));
        assert_eq!(found("a.ruiz@example.org, or"), Some("a.ruiz@example.org"));
        assert_eq!(found("a@b"), None);
        assert_eq!(found("wwww"), None);
    }
}
