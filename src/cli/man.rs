//! `crosscheck man`: the manual page, made from the same texts as `--help`.

use super::{Ending, Failed, output};

/// Print the manual page, or that of a subcommand
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  crosscheck man check | man -l -")]
pub(super) struct Args {
    /// The subcommand
    subcommand: Option<String>,
}

pub(super) fn run(args: &Args, mut command: clap::Command) -> Result<Ending, Failed> {
    command.build();
    let page = match &args.subcommand {
        None => command,
        Some(name) => {
            let found = command.find_subcommand(name).cloned();
            found.ok_or_else(|| unknown(name, &command))?
        }
    };
    // The page of a subcommand is called as it is typed, with a hyphen: crosscheck-check(1).
    let title = page.get_display_name().unwrap_or(page.get_name()).to_owned();
    output::to(None, |out| clap_mangen::Man::new(page).title(title).render(&mut &mut *out))?;
    Ok(Ending::Clean)
}

fn unknown(name: &str, command: &clap::Command) -> Failed {
    let names: Vec<&str> = command.get_subcommands().map(clap::Command::get_name).collect();
    let list = || format!("use one of: {}", names.join(", "));
    let help = crate::suggest::did_you_mean(name, names.iter().copied()).unwrap_or_else(list);
    Failed::new(format!("unknown subcommand '{name}'")).with_help(help)
}
