//! `crosscheck check`: the main job.

use super::input::{self, Input};
use super::{Ending, Failed, output, remark};
use crate::check::{Check, Conflict, Severity};
use crate::pipeline::{self, Outcome};
use crate::report::{self, FORMATS, Format, Readings, Report};
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use std::path::PathBuf;

/// Read articles and report where they contradict each other
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  crosscheck check wire/*.txt\n  \
    crosscheck check --draft draft.md wire/\n  \
    crosscheck check --format sarif --output crosscheck.sarif articles/")]
pub(super) struct Args {
    #[command(flatten)]
    input: Input,

    /// Check this article before publication: only conflicts that touch it are reported; may be repeated
    #[arg(long = "draft", value_name = "FILE")]
    drafts: Vec<PathBuf>,

    /// How to write the report
    #[arg(long, value_parser = formats(), default_value = FORMATS[0].name)]
    format: &'static Format,

    /// Write the report to this file instead of standard output
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,

    /// The least severity that makes the exit code 1
    #[arg(long, value_enum, value_name = "SEVERITY", default_value = "warning")]
    fail_on: FailOn,

    /// Run only this check; may be repeated or a list with commas ('crosscheck explain' lists them)
    #[arg(long, value_name = "CHECK", value_parser = checks(), value_delimiter = ',', hide_possible_values = true)]
    select: Vec<Check>,

    /// Leave this check out; may be repeated or a list with commas
    #[arg(long, value_name = "CHECK", value_parser = checks(), value_delimiter = ',', hide_possible_values = true)]
    ignore: Vec<Check>,

    /// Write no summary
    #[arg(long, short)]
    quiet: bool,
}

#[derive(Clone, Copy, Debug, clap::ValueEnum)]
enum FailOn {
    Error,
    Warning,
    Note,
    Never,
}

impl FailOn {
    fn is_met(self, gravest: Option<Severity>) -> bool {
        let least = match self {
            Self::Error => Severity::Error,
            Self::Warning => Severity::Warning,
            Self::Note => Severity::Note,
            Self::Never => return false,
        };
        gravest.is_some_and(|gravest| gravest >= least)
    }
}

pub(super) fn run(args: &Args) -> Result<Ending, Failed> {
    let mut options = args.input.options(&args.drafts)?;
    let levels = &mut options.config.levels;
    if !args.select.is_empty() {
        // What is asked for by name on the command line is wanted, whatever the settings leave out.
        levels.ignore.clear();
        levels.select = args.select.iter().copied().collect();
    }
    levels.ignore.extend(&args.ignore);
    let outcome = pipeline::run(&options)?;
    input::report_failures(&outcome);
    let readings = if args.format.draws { outcome.readings() } else { Readings::new() };
    let report = Report { readings, ..finished(&options, outcome) };
    output::to(args.output.as_deref(), |out| {
        let look = if args.output.is_some() { report::Look::default() } else { output::look() };
        args.format.write(&report, look, out)
    })?;
    if !args.quiet {
        remark(&report::format::summary(&report));
    }
    Ok(if !report.failures.is_empty() {
        Ending::Incomplete
    } else if args.fail_on.is_met(report.gravest()) {
        Ending::Conflicts
    } else {
        Ending::Clean
    })
}

fn finished(options: &pipeline::Options, outcome: Outcome) -> Report {
    let Outcome { documents, failures, claims, conflicts, .. } = outcome;
    let is_draft = |conflict: &Conflict| {
        let mut passages = conflict.sides.iter().flat_map(|side| &side.passages);
        passages.any(|passage| documents.get(passage.document.0 as usize).is_some_and(|document| document.draft))
    };
    let mut conflicts = options.config.levels.apply(conflicts);
    conflicts.retain(|conflict| options.drafts.is_empty() || is_draft(conflict));
    report::build(&conflicts, &documents, failures, claims.len())
}

/// Names of formats, from the registry.
fn formats() -> impl TypedValueParser<Value = &'static Format> {
    let names = FORMATS.iter().map(|format| PossibleValue::new(format.name).help(format.about));
    PossibleValuesParser::new(names).try_map(|name| Format::named(&name).ok_or("no such format"))
}

/// Names of checks, from the registry.
pub(super) fn checks() -> impl TypedValueParser<Value = Check> {
    let names = Check::ALL.iter().map(|check| PossibleValue::new(check.name()).help(check.about()));
    PossibleValuesParser::new(names).try_map(|name| name.parse::<Check>())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_exit_code_follows_the_gravest() {
        assert!(FailOn::Warning.is_met(Some(Severity::Error)));
        assert!(FailOn::Warning.is_met(Some(Severity::Warning)));
        assert!(!FailOn::Warning.is_met(Some(Severity::Note)));
        assert!(FailOn::Note.is_met(Some(Severity::Note)));
        assert!(!FailOn::Error.is_met(Some(Severity::Warning)));
        assert!(!FailOn::Note.is_met(None));
        assert!(!FailOn::Never.is_met(Some(Severity::Error)));
    }

    #[test]
    fn with_a_draft_only_what_touches_it_is_reported() {
        let outcome = || {
            let (conflicts, documents) = report::sample::conflicts();
            Outcome { documents, conflicts, ..Outcome::default() }
        };
        let mut options = pipeline::Options::default();
        assert_eq!(finished(&options, outcome()).conflicts.len(), 4);
        options.drafts.push("desk/draft.docx".into());
        let report = finished(&options, outcome());
        assert_eq!(report.conflicts.iter().map(|conflict| conflict.check).collect::<Vec<_>>(), [Check::Polarity]);
    }
}
