//! What the formats share: bytes to text, markup to text, and the way back from that to the file.

mod encoding;
mod flow;
mod references;
mod traced;
mod tree;

pub(super) use encoding::{Decoded, decode};
pub(super) use flow::{Flow, Writing};
pub(super) use references::reference;
pub(super) use traced::Traced;
pub(super) use tree::{Element, Kind, NodeIndex, Tree, value};
