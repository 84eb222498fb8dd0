//! `crosscheck graph`: the knowledge graph for other programs to draw or query.

use super::input::{self, Input};
use super::{Ending, Failed, output};
use crate::pipeline::{self, GraphFormat};
use std::path::PathBuf;

/// Print the knowledge graph
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  crosscheck graph --format svg --output story.svg wire/")]
pub(super) struct Args {
    #[command(flatten)]
    input: Input,

    /// How to write the graph
    #[arg(long, value_enum, default_value = "dot")]
    format: GraphFormat,

    /// Write to this file instead of standard output
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
}

pub(super) fn run(args: &Args) -> Result<Ending, Failed> {
    let outcome = pipeline::run(&args.input.options(&[])?)?;
    input::report_failures(&outcome);
    output::to(args.output.as_deref(), |out| pipeline::write_graph(&outcome, args.format, out))?;
    Ok(if outcome.failures.is_empty() { Ending::Clean } else { Ending::Incomplete })
}
