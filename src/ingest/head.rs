//! The first bytes of a file, by which its format is known where its name does not tell, or tells wrong.

use super::unpack::decode;

/// So many bytes are looked at; licences and style sheets may stand before the first element.
const LONGEST: usize = 4096;

/// How sure a format is that a file is its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Sign {
    /// It may be anything.
    No,
    /// It looks like it, for a file whose name tells nothing.
    Likely,
    /// It is, whatever the name says.
    Certain,
}

impl Sign {
    /// Certain where `holds`.
    pub(super) fn certain(holds: bool) -> Self {
        if holds { Self::Certain } else { Self::No }
    }

    /// Likely where `holds`.
    pub(super) fn likely(holds: bool) -> Self {
        if holds { Self::Likely } else { Self::No }
    }
}

/// The beginning of a file.
pub(super) struct Head<'a> {
    /// Its bytes.
    pub(super) bytes: &'a [u8],
    /// The same as text, without a byte order mark and white space; empty where it is no text.
    pub(super) text: String,
}

impl<'a> Head<'a> {
    /// Looks at the first bytes of a file.
    pub(super) fn new(file: &'a [u8]) -> Self {
        let bytes = file.get(..LONGEST).unwrap_or(file);
        let text = decode(bytes, None).map(|decoded| decoded.text).unwrap_or_default();
        let text = text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}').to_owned();
        Self { bytes, text }
    }

    /// The name of the first element, in lower case and without a prefix; `!doctype html` counts as `html`. Empty
    /// where the file does not begin with markup.
    pub(super) fn root(&self) -> String {
        let mut rest = self.text.as_str();
        loop {
            let skip = |rest: &'_ str, end: &str| rest.find(end).map(|at| at + end.len());
            let length = if rest.starts_with("<?") {
                skip(rest, "?>")
            } else if rest.starts_with("<!--") {
                skip(rest, "-->")
            } else if rest.get(..9).is_some_and(|start| start.eq_ignore_ascii_case("<!doctype")) {
                let name = rest.get(9..).unwrap_or("").trim_start();
                if name.get(..4).is_some_and(|name| name.eq_ignore_ascii_case("html")) {
                    return "html".to_owned();
                }
                skip(rest, ">")
            } else {
                break;
            };
            rest = match length.and_then(|length| rest.get(length..)) {
                Some(rest) => rest.trim_start(),
                None => return String::new(),
            };
        }
        let Some(tag) = rest.strip_prefix('<') else { return String::new() };
        let name: String = tag.chars().take_while(|c| c.is_alphanumeric() || matches!(c, ':' | '-' | '_')).collect();
        name.rsplit(':').next().unwrap_or("").to_ascii_lowercase()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn assert_root(text: &str, root: &str) {
        assert_eq!(Head::new(text.as_bytes()).root(), root);
    }

    #[test]
    fn the_first_element() {
        assert_root("\u{feff}\n<?xml version='1.0'?>\n<!-- <rss> -->\n<atom:feed xmlns:atom='x'>", "feed");
        assert_root("<!DOCTYPE HTML PUBLIC 'x'><p>", "html");
        assert_root("<!DOCTYPE nitf SYSTEM 'nitf.dtd'><nitf>", "nitf");
        assert_root("The wall <b>fell", "");
        assert_root("<!-- never closed <html>", "");
        assert_root("<", "");
    }
}
