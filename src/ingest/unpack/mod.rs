//! What the formats share: bytes to text, markup to text, and the way back from that to the file.

mod encoding;
mod flow;
mod outline;
mod quoted;
mod references;
mod traced;
mod tree;
mod xml;

pub(super) use encoding::{Decoded, decode};
pub(super) use flow::{Flow, Writing};
pub(super) use outline::Outline;
pub(super) use quoted::quoted_printable;
pub(super) use references::{reference, resolved};
pub(super) use traced::{Counted, Traced};
pub(super) use tree::{Element, Kind, NodeIndex, Tree, value};
pub(super) use xml::parse_xml;
