//! The command line: one file a subcommand, each with its `Args` and its `run`.
//!
//! Results go to standard output, everything else to standard error. Exit codes: 0 nothing found, 1 conflicts found,
//! 2 the run itself failed. A reader that closes the pipe early (`| head`) is no failure. What is computed is not
//! decided here; see [`crate::pipeline`].

mod accept;
mod annotate;
mod check;
mod claims;
mod completions;
mod explain;
mod graph;
mod input;
mod interrupt;
mod job;
mod lsp;
mod man;
mod output;
mod pack;
mod progress;
mod schema;
mod watch;
mod why;

use clap::{CommandFactory, Parser, Subcommand};
use std::fmt;
use std::io::{self, Write};
use std::process::ExitCode;

/// Shows where news reports of one story contradict each other.
#[derive(Debug, Parser)]
#[command(
    name = "crosscheck",
    version,
    arg_required_else_help = true,
    long_about = "Reads several news reports of one story and shows where two passages contradict each other: who met \
        whom, where, when, who was there, who said what, how many. Every conflict is quoted with the rule and the steps \
        that led to it. Nothing leaves this computer.",
    after_help = "Exit codes:\n  0  nothing found at or above --fail-on\n  1  conflicts found\n  2  the run itself failed\n\n\
        Example:\n  crosscheck check wire/*.txt"
)]
struct Arguments {
    #[command(subcommand)]
    command: Command,

    /// When to use colours
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto", help_heading = "Global options")]
    color: clap::ColorChoice,
}

#[derive(Debug, Subcommand)]
enum Command {
    Check(check::Args),
    Accept(accept::Args),
    Watch(watch::Args),
    Lsp(lsp::Args),
    Claims(claims::Args),
    Graph(graph::Args),
    Annotate(annotate::Args),
    Pack(pack::Args),
    Why(why::Args),
    Explain(explain::Args),
    Schema(schema::Args),
    Completions(completions::Args),
    Man(man::Args),
}

/// How a subcommand ended that did not fail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Ending {
    /// Nothing found, or nothing that was looked for.
    Clean,
    /// Conflicts at or above the level that was asked for.
    Conflicts,
    /// Results were given, but part of the input could not be read.
    Incomplete,
}

/// Why a subcommand could not do its work: one line, and one on what to do about it.
#[derive(Debug)]
struct Failed {
    message: String,
    help: Option<String>,
}

impl Failed {
    fn new(message: impl Into<String>) -> Self {
        Self { message: message.into(), help: None }
    }

    fn with_help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }
}

impl fmt::Display for Failed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for line in self.message.lines() {
            writeln!(f, "{}", crate::report::escape::visible(line))?;
        }
        self.help.iter().try_for_each(|help| writeln!(f, "  help: {}", crate::report::escape::visible(help)))
    }
}

impl From<crate::pipeline::Error> for Failed {
    fn from(error: crate::pipeline::Error) -> Self {
        Self { message: error.message, help: error.help }
    }
}

impl From<crate::config::Error> for Failed {
    fn from(error: crate::config::Error) -> Self {
        Self::new(error.to_string())
    }
}

/// Parses the arguments of the process, runs the subcommand and gives the exit code.
#[must_use]
pub fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let color = match arguments.color {
        clap::ColorChoice::Auto => anstream::ColorChoice::Auto,
        clap::ColorChoice::Always => anstream::ColorChoice::AlwaysAnsi,
        clap::ColorChoice::Never => anstream::ColorChoice::Never,
    };
    color.write_global();
    let ended = match arguments.command {
        Command::Check(args) => check::run(&args),
        Command::Accept(args) => accept::run(&args),
        Command::Watch(args) => watch::run(&args),
        Command::Lsp(args) => lsp::run(&args),
        Command::Claims(args) => claims::run(&args),
        Command::Graph(args) => graph::run(&args),
        Command::Annotate(args) => annotate::run(&args),
        Command::Pack(args) => pack::run(&args),
        Command::Why(args) => why::run(&args),
        Command::Explain(args) => explain::run(&args),
        Command::Schema(args) => schema::run(&args),
        Command::Completions(args) => completions::run(&args, &mut Arguments::command()),
        Command::Man(args) => man::run(&args, Arguments::command()),
    };
    match ended {
        Ok(Ending::Clean) => ExitCode::SUCCESS,
        Ok(Ending::Conflicts) => ExitCode::from(1),
        Ok(Ending::Incomplete) => ExitCode::from(2),
        Err(failed) => {
            complain(&failed.to_string());
            ExitCode::from(2)
        }
    }
}

/// Writes an error to standard error; where that is closed too, there is nobody left to tell.
fn complain(text: &str) {
    let style = anstyle::AnsiColor::BrightRed.on_default().bold();
    let _ = write!(anstream::stderr(), "{style}error:{style:#} {text}");
}

/// Writes a line that is neither result nor error to standard error.
fn remark(text: &str) {
    for line in text.lines() {
        let _ = writeln!(io::stderr(), "{}", crate::report::escape::visible(line));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_arguments_are_consistent() {
        Arguments::command().debug_assert();
    }

    #[test]
    fn every_subcommand_has_help_and_an_example() {
        fn walk(command: &clap::Command) {
            assert!(command.get_about().is_some(), "{} has no description", command.get_name());
            let after = command.get_after_help().map(ToString::to_string).unwrap_or_default();
            let needs_example = !command.has_subcommands() || command.get_name() == "crosscheck";
            assert!(!needs_example || after.contains("Example"), "{} has no example", command.get_name());
            command.get_subcommands().for_each(walk);
        }
        walk(&Arguments::command());
    }

    #[test]
    fn a_failure_cannot_write_to_the_terminal() {
        let failed = Failed::new("cannot read '\u{1b}[2J'").with_help("\u{202e}");
        assert_eq!(failed.to_string(), "cannot read '\\u{1b}[2J'\n  help: \\u{202e}\n");
    }
}
