//! `crosscheck check`: the main job.

use super::input::{self, Input};
use super::job::{Job, Ready};
use super::{Ending, Failed, output, remark};
use crate::check::Severity;
use crate::decisions::{self, Decision, Decisions};
use crate::desk::Finished;
use crate::report::{self, FORMATS, Format, Report};
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use std::path::{Path, PathBuf};

/// Read articles and report where they contradict each other
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  crosscheck check wire/*.txt\n  \
    crosscheck check --draft draft.md --unsupported wire/ notes/\n  \
    crosscheck check --write-baseline backlog.yaml archive/\n  \
    crosscheck check --format sarif --output crosscheck.sarif articles/")]
pub(super) struct Args {
    #[command(flatten)]
    input: Input,

    #[command(flatten)]
    job: Job,

    /// How to write the report
    #[arg(long, value_parser = formats(), default_value = FORMATS[0].name)]
    format: &'static Format,

    /// Write the report to this file instead of standard output
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,

    /// The least severity that makes the exit code 1
    #[arg(long, value_enum, value_name = "SEVERITY", default_value = "warning")]
    fail_on: FailOn,

    /// Write the conflicts found to this file as the backlog that '--baseline' leaves out of account
    #[arg(long, value_name = "FILE", conflicts_with = "baseline")]
    write_baseline: Option<PathBuf>,

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
    let ready = if args.write_baseline.is_some() { Job::ready_without_baseline } else { Job::ready };
    let Ready { options, mut desk } = ready(&args.job, &args.input)?;
    let outcome = input::run(&options)?;
    args.input.check_lock(&options, &outcome.library)?;
    input::report_failures(&outcome);
    let mut finished = desk.finish(&outcome);
    if let Some(path) = &args.write_baseline {
        let baseline = baseline(path, &finished.report);
        output::to(Some(path), |out| out.write_all(decisions::baseline(&baseline.entries).as_bytes()))?;
        if !args.quiet {
            remark(&format!("{} written to {}", report::counted(baseline.entries.len(), "conflict"), path.display()));
        }
        desk.decisions.push(baseline);
        finished = desk.finish(&outcome);
    }
    if args.format.draws {
        finished.report.readings = outcome.readings();
    }
    output::to(args.output.as_deref(), |out| {
        let look = if args.output.is_some() { report::Look::default() } else { output::look() };
        args.format.write(&finished.report, look, out)
    })?;
    if !args.quiet {
        tell(&finished);
    }
    let gravest = finished.report.gravest().max((finished.report.summary.unsupported > 0).then_some(Severity::Note));
    Ok(if !finished.report.failures.is_empty() {
        Ending::Incomplete
    } else if args.fail_on.is_met(gravest) {
        Ending::Conflicts
    } else {
        Ending::Clean
    })
}

/// The open conflicts as a backlog.
fn baseline(path: &Path, report: &Report) -> Decisions {
    let entry = |conflict: &report::ConflictEntry| Decision {
        id: conflict.id.clone(),
        check: Some(conflict.check),
        message: Some(conflict.message.clone()),
        ..Decision::default()
    };
    let open = report.conflicts.iter().filter(|conflict| conflict.is_open());
    Decisions { file: path.to_owned(), entries: open.map(entry).collect(), baseline: true }
}

/// What there is to say of a report besides the report: decisions that no longer hold, and the totals.
pub(super) fn tell(finished: &Finished) {
    let report = &finished.report;
    for expired in &finished.expired {
        remark(&format!("note: {} was accepted until {}; it counts again", expired.id, expired.until));
    }
    for stale in &report.stale {
        let about = stale.message.as_ref().map(|message| format!(" ({})", report::escape::line(message)));
        let (file, about) = (report::escape::line(&stale.file), about.unwrap_or_default());
        remark(&format!("note: {file}:{}: accepted conflict {}{about} no longer occurs", stale.line, stale.id));
    }
    if let Some(stale) = report.stale.first() {
        remark(&format!("  help: take it out: crosscheck accept --remove {}", stale.id));
    }
    remark(&report::format::summary(report));
}

/// Names of formats, from the registry.
pub(super) fn formats() -> impl TypedValueParser<Value = &'static Format> {
    let names = FORMATS.iter().map(|format| PossibleValue::new(format.name).help(format.about));
    PossibleValuesParser::new(names).try_map(|name| Format::named(&name).ok_or("no such format"))
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
}
