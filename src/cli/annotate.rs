//! `crosscheck annotate`: what the layers of English saw, for people who work on them.

mod json;
mod text;

pub(super) use json::{moment, name as variant};

use super::input::{self, Input};
use super::{Ending, Failed, output};
use crate::pipeline;

/// Print what the layers of English saw in each article
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  crosscheck annotate --format text wire/a.txt")]
pub(super) struct Args {
    #[command(flatten)]
    input: Input,

    /// One JSON object an article and line, or a listing to read
    #[arg(long, value_enum, default_value = "json")]
    format: Form,
}

#[derive(Clone, Copy, Debug, clap::ValueEnum)]
enum Form {
    Json,
    Text,
}

pub(super) fn run(args: &Args) -> Result<Ending, Failed> {
    let outcome = pipeline::annotate(&args.input.options(&[])?)?;
    input::report_failures(&outcome);
    output::to(None, |out| {
        outcome.articles.iter().try_for_each(|article| match args.format {
            Form::Json => json::write(article, out),
            Form::Text => text::write(article, out),
        })
    })?;
    Ok(if outcome.failures.is_empty() { Ending::Clean } else { Ending::Incomplete })
}
