//! `crosscheck completions`: what a shell needs to complete the command line.

use super::{Ending, Failed, output};
use clap_complete::Shell;

/// Print a completion script for a shell
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Example:\n  crosscheck completions bash > ~/.local/share/bash-completion/completions/crosscheck"
)]
pub(super) struct Args {
    /// The shell
    shell: Shell,
}

pub(super) fn run(args: &Args, command: &mut clap::Command) -> Result<Ending, Failed> {
    // The generator panics when its writer fails, as a closed pipe does: let it write to memory.
    let mut script = Vec::new();
    clap_complete::generate(args.shell, command, "crosscheck", &mut script);
    output::to(None, |out| out.write_all(&script))?;
    Ok(Ending::Clean)
}
