//! What `check` and `watch` are asked to look for: drafts, checks, decisions; and the settings that say it for them.

use super::Failed;
use super::input::Input;
use crate::check::Check;
use crate::config::{self, Config};
use crate::decisions::{self, Decisions};
use crate::desk::Desk;
use crate::pipeline::Options;
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

/// Arguments shared by the subcommands that report conflicts.
#[derive(Debug, clap::Args)]
pub(super) struct Job {
    /// Check this article before publication: only conflicts that touch it are reported, in its order; may be repeated
    #[arg(long = "draft", value_name = "FILE")]
    drafts: Vec<PathBuf>,

    /// List, as notes, what a draft says and no source carries: names, numbers, dates and quotations
    #[arg(long)]
    unsupported: bool,

    /// Run only this check; may be repeated or a list with commas ('crosscheck explain' lists them)
    #[arg(long, value_name = "CHECK", value_parser = checks(), value_delimiter = ',', hide_possible_values = true)]
    select: Vec<Check>,

    /// Leave this check out; may be repeated or a list with commas
    #[arg(long, value_name = "CHECK", value_parser = checks(), value_delimiter = ',', hide_possible_values = true)]
    ignore: Vec<Check>,

    /// Do not count the conflicts in this file, which '--write-baseline' wrote
    #[arg(long, value_name = "FILE")]
    baseline: Option<PathBuf>,
}

/// Everything that a run needs, read and validated.
pub(super) struct Ready {
    pub(super) options: Options,
    pub(super) desk: Desk,
}

impl Job {
    /// Reads the settings and the decisions.
    pub(super) fn ready(&self, input: &Input) -> Result<Ready, Failed> {
        self.prepared(input, true)
    }

    /// As [`Self::ready`], for a run that writes the backlog anew: the old one does not count.
    pub(super) fn ready_without_baseline(&self, input: &Input) -> Result<Ready, Failed> {
        self.prepared(input, false)
    }

    fn prepared(&self, input: &Input, with_baseline: bool) -> Result<Ready, Failed> {
        let mut options = input.options(&self.drafts)?;
        let levels = &mut options.config.levels;
        if !self.select.is_empty() {
            // What is asked for by name on the command line is wanted, whatever the settings leave out.
            levels.ignore.clear();
            levels.select = self.select.iter().copied().collect();
        }
        levels.ignore.extend(&self.ignore);
        let mut decisions = vec![decisions::load(&accepted_file(&options.config), false)?];
        let baseline = self.baseline.as_ref().or(options.config.baseline.as_ref()).filter(|_| with_baseline);
        if let Some(baseline) = baseline {
            let read = decisions::load(baseline, true);
            let missing = matches!(&read, Err(config::Error::Read(_, error)) if error.kind() == ErrorKind::NotFound);
            let help = format!("write it: crosscheck check --write-baseline {}", baseline.display());
            decisions.push(read.map_err(|error| {
                let failed = Failed::from(error);
                if missing { failed.with_help(help) } else { failed }
            })?);
        }
        let mut desk = Desk::new(&options.config, decisions, today());
        desk.drafts = !options.drafts.is_empty();
        desk.unsupported = self.unsupported;
        if self.unsupported && options.drafts.is_empty() {
            return Err(Failed::new("'--unsupported' needs a draft")
                .with_help("name it: crosscheck check --draft story.txt --unsupported wire/"));
        }
        if self.unsupported && options.paths.is_empty() {
            return Err(Failed::new("'--unsupported' needs sources to compare the draft with")
                .with_help("name them: crosscheck check --draft story.txt --unsupported wire/"));
        }
        Ok(Ready { options, desk })
    }
}

impl Job {
    /// The files of decisions.
    pub(super) fn decisions(&self, config: &Config) -> Vec<PathBuf> {
        let baseline = self.baseline.clone().or_else(|| config.baseline.clone());
        std::iter::once(accepted_file(config)).chain(baseline).collect()
    }
}

/// The file of accepted conflicts: the one that the settings name, or the one beside them; without settings, the nearest
/// from the working folder upwards.
pub(super) fn accepted_file(config: &Config) -> PathBuf {
    if let Some(path) = &config.accepted {
        return path.clone();
    }
    if config.file.is_some() {
        let folder = config.folder();
        let folder = if folder == Path::new(".") { Path::new("") } else { folder };
        return folder.join(decisions::FILE_NAME);
    }
    let here = std::env::current_dir().ok();
    let found = here.and_then(|here| config::find_file(&here, decisions::FILE_NAME));
    found.unwrap_or_else(|| PathBuf::from(decisions::FILE_NAME))
}

/// The day on which decisions are judged.
pub(super) fn today() -> jiff::civil::Date {
    jiff::Zoned::now().date()
}

/// Reads one file of decisions, as an error of the command line.
pub(super) fn load(path: &Path) -> Result<Decisions, Failed> {
    Ok(decisions::load(path, false)?)
}

/// Names of checks, from the registry.
pub(super) fn checks() -> impl TypedValueParser<Value = Check> {
    let names = Check::ALL.iter().map(|check| PossibleValue::new(check.name()).help(check.about()));
    PossibleValuesParser::new(names).try_map(|name| name.parse::<Check>())
}
