//! What every subcommand that reads articles takes: paths, packs, a date, settings.

use super::{Failed, progress};
use crate::config::{self, Config};
use crate::pack::Library;
use crate::pack::lock::{self, Lock};
use crate::pipeline::{self, Options, Outcome, Progress};
use crate::report::escape;
use jiff::civil::Date;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Arguments shared by the subcommands that read articles.
#[derive(Debug, clap::Args)]
pub(super) struct Input {
    /// Articles: files, folders, or `-` for standard input
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,

    /// Use this rule pack: a path adds to the packs that come with the program, a name takes their place; may be repeated
    #[arg(long = "pack", value_name = "NAME_OR_PATH")]
    packs: Vec<String>,

    /// Publication date of articles that carry none
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = parse_date)]
    date: Option<Date>,

    /// Fail where a rule pack is not the one that crosscheck.lock names; without this, a change is only told
    #[arg(long)]
    locked: bool,

    /// Settings file [default: the nearest crosscheck.yaml, from the working folder upwards]
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
}

impl Input {
    /// The settings, the paths and the rest as the pipeline takes them.
    pub(super) fn options(&self, drafts: &[PathBuf]) -> Result<Options, Failed> {
        let config = self.config()?;
        let drafts = if drafts.is_empty() && self.paths.is_empty() { config.drafts.clone() } else { drafts.to_vec() };
        let background = || config.sources.iter().chain(&config.archive).cloned().collect();
        let paths = if self.paths.is_empty() { background() } else { self.paths.clone() };
        if paths.is_empty() && drafts.is_empty() {
            return Err(Failed::new("no articles given")
                .with_help("name files or folders, or '-' to read standard input: crosscheck check wire/"));
        }
        let packs = config.packs.iter().chain(&self.packs).cloned().collect();
        Ok(Options { paths, drafts, packs, date: self.date, config, progress: None })
    }

    /// Tells which packs are not those that crosscheck.lock names, where there is one.
    pub(super) fn check_lock(&self, options: &Options, library: &Library) -> Result<(), Failed> {
        let path = lock_path(&options.config);
        let Ok(text) = std::fs::read_to_string(&path) else {
            let missing = Failed::new(format!("there is no '{}'", path.display()));
            return if self.locked { Err(missing.with_help("write it: crosscheck pack lock")) } else { Ok(()) };
        };
        let lock = Lock::parse(&text).map_err(|error| {
            Failed::new(format!("cannot read '{}': {error}", path.display()))
                .with_help("write it anew: crosscheck pack lock")
        })?;
        let changes = lock.changes(&Lock::of(library));
        let told: Vec<String> = changes.iter().map(|(name, change)| format!("the pack `{name}` {change}")).collect();
        if self.locked && !told.is_empty() {
            return Err(Failed::new(told.join("\n")).with_help("look at the difference, then: crosscheck pack lock"));
        }
        for line in &told {
            super::remark(&format!("{}: {line}", path.display()));
        }
        Ok(())
    }

    /// Whether neither the command line nor the settings name an article.
    pub(super) fn is_empty(&self) -> Result<bool, Failed> {
        let config = self.config()?;
        let set = [&config.sources, &config.drafts, &config.archive];
        Ok(self.paths.is_empty() && set.iter().all(|paths| paths.is_empty()))
    }

    /// The settings of the command line's file, or of the nearest.
    pub(super) fn config(&self) -> Result<Config, Failed> {
        let found = || config::find(&std::env::current_dir().ok()?);
        match self.config.clone().or_else(found) {
            Some(path) => Ok(config::load(&path)?),
            None => Ok(Config::default()),
        }
    }
}

/// Where the lock file lies: beside the settings, or in the working folder.
pub(super) fn lock_path(config: &Config) -> PathBuf {
    let folder = config.file.as_ref().and_then(|file| file.parent()).unwrap_or(Path::new(""));
    folder.join(lock::FILE_NAME)
}

/// Runs every stage.
pub(super) fn run(options: &Options) -> Result<Outcome, Failed> {
    let progress = Arc::new(Progress::default());
    let options = Options { progress: Some(Arc::clone(&progress)), ..options.clone() };
    Ok(progress::shown(&progress, || pipeline::run(&options))?)
}

/// Names the articles that could not be read, and those that the settings leave out, on standard error.
pub(super) fn report_failures(outcome: &Outcome) {
    for (path, language) in &outcome.left_out {
        super::remark(&format!("left out: {} ({language})", escape::line(path)));
    }
    for failure in &outcome.failures {
        let (path, message) = (escape::line(&failure.path), escape::line(&failure.message));
        super::complain(&format!("{path}: {message}\n"));
    }
}

/// A day as arguments give it.
pub(super) fn parse_date(text: &str) -> Result<Date, String> {
    text.parse().map_err(|_| "write it as YYYY-MM-DD".to_owned())
}
