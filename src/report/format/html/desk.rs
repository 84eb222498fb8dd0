//! What the desk has to say on the page: why a conflict is let stand, which decisions are stale, what no source carries.

use super::side::{Piece, Place, place};
use crate::report::{Acceptance, Report, StaleEntry, UnsupportedEntry, escape};
use serde::Serialize;

/// A sentence of a draft that holds something no source carries.
#[derive(Serialize)]
pub(super) struct Unsupported {
    /// The number of its article.
    article: usize,
    message: String,
    pieces: Vec<Piece>,
    place: Place,
}

/// "accepted by Ana until 2026-12-31: the count goes on".
pub(super) fn accepted(acceptance: &Acceptance) -> String {
    if acceptance.baseline {
        return "in the baseline".to_owned();
    }
    let by = acceptance.by.as_ref().map(|by| format!(" by {}", escape::line(by))).unwrap_or_default();
    let until = acceptance.until.as_ref().map(|until| format!(" until {}", escape::line(until))).unwrap_or_default();
    let reason = acceptance.reason.as_ref().map(|reason| format!(": {}", escape::line(reason))).unwrap_or_default();
    format!("accepted{by}{until}{reason}")
}

pub(super) fn unsupported(report: &Report, entry: &UnsupportedEntry) -> Unsupported {
    let text = report.document(&entry.passage).map_or("", |document| document.slice(entry.passage.span));
    let piece = |range: std::ops::Range<usize>, marked| Piece {
        text: escape::visible(&text[range].replace(['\n', '\r', '\t'], " ")).into_owned(),
        marked,
        differs: false,
    };
    let mut pieces = Vec::new();
    let mut at = 0;
    for missing in &entry.missing {
        // Offsets of the file need not be those of the text: the words are looked for where the last ended.
        let Some(from) = text.get(at..).and_then(|rest| rest.find(&missing.text)).map(|found| at + found) else {
            continue;
        };
        let to = from + missing.text.len();
        pieces.extend([piece(at..from, false), piece(from..to, true)]);
        at = to;
    }
    pieces.push(piece(at..text.len(), false));
    let article = entry.passage.document;
    Unsupported { article, message: escape::line(&entry.message), pieces, place: place(&entry.passage) }
}

/// "the message (the file that accepts it, and its line)".
pub(super) fn stale(entry: &StaleEntry) -> String {
    let message = entry.message.as_deref().map_or_else(|| entry.id.clone(), escape::line);
    format!("{message} ({}:{})", escape::line(&entry.file), entry.line)
}
