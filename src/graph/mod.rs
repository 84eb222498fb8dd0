//! graph
mod identity;
pub use identity::{Identities, Identity, Party, identify};
