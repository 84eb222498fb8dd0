//! `crosscheck graph`: the knowledge graph for other programs to draw or query.

use super::input::{self, Input};
use super::{Ending, Failed, output};
use crate::pipeline;
use crate::report::graph::{GRAPH_FORMATS, GraphFormat};
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use std::path::PathBuf;

/// Print the knowledge graph
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  crosscheck graph wire/ | dot -Tsvg > story.svg\n  \
    crosscheck graph --format svg --output story.svg wire/")]
pub(super) struct Args {
    #[command(flatten)]
    input: Input,

    /// How to write the graph
    #[arg(long, value_parser = formats(), default_value = GRAPH_FORMATS[0].name)]
    format: &'static GraphFormat,

    /// Write to this file instead of standard output
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
}

pub(super) fn run(args: &Args) -> Result<Ending, Failed> {
    let options = args.input.options(&[])?;
    let outcome = pipeline::run(&options)?;
    args.input.check_lock(&options, &outcome.library)?;
    input::report_failures(&outcome);
    let knowledge = outcome.knowledge(&outcome.story());
    output::to(args.output.as_deref(), |out| args.format.write(&knowledge, out))?;
    Ok(if outcome.failures.is_empty() { Ending::Clean } else { Ending::Incomplete })
}

/// Names of formats, from the registry.
fn formats() -> impl TypedValueParser<Value = &'static GraphFormat> {
    let names = GRAPH_FORMATS.iter().map(|format| PossibleValue::new(format.name).help(format.about));
    PossibleValuesParser::new(names).try_map(|name| GraphFormat::named(&name).ok_or("no such format"))
}
