//! Markdown, read as plain text whose `#` lines are headlines. Emphasis and links stay in the text as they are
//! written, so that offsets are those of the file.

use super::{Format, text};
use crate::ingest::head::Sign;

pub(super) const FORMAT: Format =
    Format { name: "markdown", extensions: &["md", "markdown"], sign: |_| Sign::No, read: text::read };
