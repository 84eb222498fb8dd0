//! `crosscheck explain`: what a check means.

use super::{Ending, Failed, output};
use crate::check::Check;

/// Explain what a check means, with an example that fires and one that does not
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  crosscheck explain participant")]
pub(super) struct Args {
    /// The check; without one, all are listed
    #[arg(value_parser = super::check::checks())]
    check: Option<Check>,
}

pub(super) fn run(args: &Args) -> Result<Ending, Failed> {
    output::to(None, |out| match args.check {
        Some(check) => out.write_all(check.explanation().as_bytes()),
        None => Check::ALL.iter().try_for_each(|check| writeln!(out, "{check:<14}{}", check.about())),
    })?;
    Ok(Ending::Clean)
}
