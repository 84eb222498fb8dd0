//! `crosscheck pack`: work on rule packs.

use super::{Ending, Failed};
use std::path::PathBuf;

/// Work on rule packs
#[derive(Debug, clap::Args)]
#[command(arg_required_else_help = true, after_help = "Example:\n  crosscheck pack test rules/sport.yaml")]
pub(super) struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, clap::Subcommand)]
pub(super) enum Command {
    /// List the packs that come with the program, and those of the settings
    #[command(after_help = "Example:\n  crosscheck pack list")]
    List,
    /// Write a new pack that passes its own tests
    #[command(after_help = "Example:\n  crosscheck pack new rules/sport.yaml")]
    New {
        /// The file to write; it must not exist
        file: PathBuf,
    },
    /// Find unused names, rules that shadow one another, rules without tests
    #[command(after_help = "Example:\n  crosscheck pack lint rules/")]
    Lint {
        /// Packs by name or path; all where none is given
        packs: Vec<String>,
    },
    /// Run the examples that the packs carry
    #[command(after_help = "Example:\n  crosscheck pack test rules/sport.yaml")]
    Test {
        /// Packs by name or path; all where none is given
        packs: Vec<String>,
    },
    /// Print the JSON Schema of a pack, by which an editor completes keys
    #[command(after_help = "Example:\n  crosscheck pack schema > crosscheck-pack.schema.json")]
    Schema,
}

pub(super) fn run(args: &Args) -> Result<Ending, Failed> {
    let name = match args.command {
        Command::List => "list",
        Command::New { .. } => "new",
        Command::Lint { .. } => "lint",
        Command::Test { .. } => "test",
        Command::Schema => "schema",
    };
    Err(Failed::new(format!("'pack {name}' is not part of this build")))
}
