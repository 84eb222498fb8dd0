//! `crosscheck schema`: the JSON Schemas of what scripts read.

use super::{Ending, Failed, output};
use crate::report::schema::{SCHEMAS, Schema};
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};

/// Print the JSON Schema of an output
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  crosscheck schema report > report.schema.json")]
pub(super) struct Args {
    /// Which output; the schema of rule packs is 'crosscheck pack schema'
    #[arg(value_parser = schemas())]
    output: &'static Schema,
}

pub(super) fn run(args: &Args) -> Result<Ending, Failed> {
    output::to(None, |out| out.write_all(args.output.text.as_bytes()))?;
    Ok(Ending::Clean)
}

/// Names of schemas, from the registry.
fn schemas() -> impl TypedValueParser<Value = &'static Schema> {
    let names = SCHEMAS.iter().map(|schema| PossibleValue::new(schema.name).help(schema.about));
    PossibleValuesParser::new(names)
        .try_map(|name| SCHEMAS.iter().find(|schema| schema.name == name).ok_or("no such schema"))
}
