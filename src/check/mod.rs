//! Finds where two passages cannot both be true.

pub mod wording;
