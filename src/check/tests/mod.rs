//! What the checks report and what they leave alone, in the smallest stories that show it.

mod apart;
mod attendance;
mod background;
mod claims;
mod core;
mod description;
mod joint;
mod quotation;
