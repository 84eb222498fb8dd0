//! Letters (`.eml`): the text of the letter itself, its plain version where it has two.
//!
//! Offsets lead into the file through quoted-printable and any encoding; text that was sent as base64 stands nowhere in it.
//! Quoted letters and signatures make no claims. Attachments are not opened.

use super::{Format, Parsed};
use crate::ingest::article::Extract;
use crate::ingest::head::{Head, Sign};
use crate::ingest::page::read_fragment;
use crate::ingest::unpack::{Decoded, Traced, decode, quoted_printable};
use crate::source::{Block, BlockKind, Document, Origin, Published, Span};
use jiff::civil::{Date, Time};
use jiff::tz::Offset;
use mail_parser::{Encoding, Message, MessageParser, MessagePart, MimeHeaders, PartType};
use std::sync::Arc;

pub(super) const FORMAT: Format = Format { name: "eml", extensions: &["eml"], sign, read };

/// Headers of which a letter has several.
const HEADERS: [&str; 10] = [
    "received:",
    "from:",
    "to:",
    "date:",
    "subject:",
    "mime-version:",
    "message-id:",
    "return-path:",
    "delivered-to:",
    "content-type:",
];

fn sign(head: &Head<'_>) -> Sign {
    let lines = head.text.lines().take_while(|line| !line.trim().is_empty());
    let known = lines.filter(|line| {
        let lower = line.to_ascii_lowercase();
        HEADERS.iter().any(|header| lower.starts_with(header))
    });
    Sign::likely(known.count() >= 3)
}

fn read(path: &str, bytes: &[u8]) -> Parsed {
    let mut parsed = Parsed::default();
    parsed.add(path, article(path, bytes).map(|document| (document, None)));
    parsed
}

fn article(path: &str, bytes: &[u8]) -> Result<Document, String> {
    let message = MessageParser::default().parse(bytes).ok_or("no letter: it has no headers; give it as text")?;
    let bodies = message.text_body.iter().filter_map(|&id| message.part(id));
    let bodies = bodies.filter(|part| matches!(part.body, PartType::Text(_) | PartType::Html(_)));
    let mut whole = Traced::default();
    let mut hints = Vec::new();
    let mut extracted = false;
    for part in bodies {
        let Body { text, hints: parts, packed } = body(bytes, part)?;
        extracted |= packed;
        if let Some(start) = whole.append(&text) {
            hints.extend(parts.into_iter().map(|hint| Block { span: hint.span.shifted(start), ..hint }));
        }
    }
    if whole.text().trim().is_empty() {
        return Err("the letter holds no text; give what is attached to it as files of their own".to_owned());
    }
    let (text, origin) = if extracted {
        (whole.text().to_owned(), Origin::Extracted)
    } else {
        let (text, map) = whole.into_map(bytes, None);
        (text, Origin::Mapped(Arc::new(map)))
    };
    let title = message.subject().map(str::trim).filter(|subject| !subject.is_empty()).map(str::to_owned);
    Extract { path: path.to_owned(), text, origin, hints, title, source: sender(&message), published: date(&message) }
        .read()
}

/// The name of the sender, else the address's domain.
fn sender(message: &Message<'_>) -> Option<String> {
    let from = message.from()?.first()?;
    let domain = || from.address()?.rsplit_once('@').map(|(_, domain)| domain);
    from.name().map(str::trim).filter(|name| !name.is_empty()).or_else(domain).map(str::to_owned)
}

fn date(message: &Message<'_>) -> Option<Published> {
    let sent = message.date()?;
    let part = |number: u8| i8::try_from(number).ok();
    let date = Date::new(i16::try_from(sent.year).ok()?, part(sent.month)?, part(sent.day)?).ok()?;
    let time = Time::new(part(sent.hour)?, part(sent.minute)?, 0, 0).ok();
    let seconds = i32::from(sent.tz_hour) * 3600 + i32::from(sent.tz_minute) * 60;
    let offset = Offset::from_seconds(if sent.tz_before_gmt { -seconds } else { seconds }).ok();
    Some(Published { date, time, offset, assumed: false })
}

/// One part of a letter.
struct Body {
    /// Made of the bytes of the letter.
    text: Traced,
    hints: Vec<Block>,
    /// Whether it stands in the letter in another form than text.
    packed: bool,
}

fn body(bytes: &[u8], part: &MessagePart<'_>) -> Result<Body, String> {
    let span = Span::new(part.offset_body as usize, part.offset_end as usize);
    let raw = bytes.get(span.range()).unwrap_or_default();
    let charset = part.content_type().and_then(|kind| kind.attribute("charset"));
    let (decoded, sent, packed) = match part.encoding {
        Encoding::None => (decode(raw, charset)?, Traced::of_bytes(raw.len(), span.start), false),
        Encoding::QuotedPrintable => {
            let (unpacked, sent) = quoted_printable(raw, span.start);
            (decode(&unpacked, charset)?, sent, false)
        }
        Encoding::Base64 => {
            let text = match &part.body {
                PartType::Text(text) | PartType::Html(text) => text.as_ref(),
                _ => "",
            };
            (Decoded::plain(text), Traced::default(), true)
        }
    };
    let (text, hints) = if matches!(part.body, PartType::Html(_)) {
        let page = read_fragment(&decoded.text)?;
        (page.text, page.hints)
    } else {
        let mut text = Traced::default();
        text.push_same(&decoded.text, 0);
        (text, asides(&decoded.text))
    };
    if packed {
        return Ok(Body { text, hints, packed });
    }
    let text = match &decoded.trace {
        Some(trace) => text.through(trace).through(&sent),
        None => text.through(&sent),
    };
    Ok(Body { text, hints, packed })
}

/// Lines quoted from other letters, and the signature.
fn asides(text: &str) -> Vec<Block> {
    let mut found: Vec<Block> = Vec::new();
    let mut at = 0;
    let mut signed = false;
    for line in text.split_inclusive('\n') {
        let span = Span::new(at, at + line.len());
        at += line.len();
        signed |= matches!(line.trim_end_matches(['\r', '\n']), "-- " | "--");
        if !signed && !line.starts_with('>') {
            continue;
        }
        match found.last_mut().filter(|last| last.span.end == span.start) {
            Some(last) => last.span = last.span.join(span),
            None => found.push(Block { span, kind: BlockKind::Boilerplate }),
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEAD: &str = "From: Ana Ruiz <ana@port.example>\r\nSubject: =?utf-8?q?W=C3=A4ll?=\r\nDate: Wed, 4 Mar 2026 07:30:00 +0100\r\nMIME-Version: 1.0\r\n";

    #[test]
    fn quoted_printable_leads_back_to_the_file() {
        let letter = format!(
            "{HEAD}Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nThe wall=E2=80=99s gate fe=\r\nll on Monday.\r\n\r\n> One quoted.\r\n"
        );
        let document = article("a.eml", letter.as_bytes()).unwrap();
        assert!(document.text.starts_with("The wall’s gate fell on Monday."), "{}", document.text);
        let shown = |words: &str| {
            let at = document.text.find(words).unwrap();
            document.shown(Span::new(at, at + words.len())).of(&letter).to_owned()
        };
        assert_eq!(shown("wall’s"), "wall=E2=80=99s");
        assert_eq!(shown("fell"), "fe=\r\nll");
        let kinds: Vec<BlockKind> = document.blocks.iter().map(|block| block.kind).collect();
        assert_eq!(kinds, [BlockKind::Paragraph, BlockKind::Boilerplate]);
        assert_eq!((document.title.as_deref(), document.source.as_deref()), (Some("Wäll"), Some("Ana Ruiz")));
        let published = document.published.unwrap();
        assert_eq!(
            (published.date.to_string(), published.offset),
            ("2026-03-04".to_owned(), Some(jiff::tz::offset(1)))
        );
    }

    #[test]
    fn a_letter_of_attachments_is_told() {
        let letter =
            format!("{HEAD}Content-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n");
        assert!(article("a.eml", letter.as_bytes()).unwrap_err().starts_with("the letter holds no text"));
    }

    #[test]
    fn letters_are_known_by_their_headers() {
        assert_eq!(sign(&Head::new(HEAD.as_bytes())), Sign::Likely);
        assert_eq!(sign(&Head::new(b"From: the sea\n\nDate: unknown\nSubject: none\n")), Sign::No);
    }
}
