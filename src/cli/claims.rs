//! `crosscheck claims`: what was read out of the articles, before anything is compared.

mod json;
mod text;
mod view;

use super::input::{self, Input};
use super::{Ending, Failed, output};
use crate::pipeline;

/// Print the claims found, one JSON object a line
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  crosscheck claims --format text wire/a.txt")]
pub(super) struct Args {
    #[command(flatten)]
    input: Input,

    /// One JSON object a line, or a listing to read
    #[arg(long, value_enum, default_value = "json")]
    format: Form,
}

#[derive(Clone, Copy, Debug, clap::ValueEnum)]
enum Form {
    Json,
    Text,
}

pub(super) fn run(args: &Args) -> Result<Ending, Failed> {
    let options = args.input.options(&[])?;
    let outcome = pipeline::extract(&options)?;
    args.input.check_lock(&options, &outcome.library)?;
    input::report_failures(&outcome);
    let story = outcome.story();
    output::to(None, |out| match args.format {
        Form::Json => view::views(&story).try_for_each(|view| json::write(&view, out)),
        Form::Text => text::write(view::views(&story), out),
    })?;
    Ok(if outcome.failures.is_empty() { Ending::Clean } else { Ending::Incomplete })
}
