//! What the checks report and what they leave alone, in the smallest stories that show it.

mod claims;
mod core;
mod joint;
mod quotation;
