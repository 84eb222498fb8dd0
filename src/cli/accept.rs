//! `crosscheck accept`: lets a conflict stand, with a reason that others can read.
//!
//! The conflict is looked for in a run over the same articles, so that a slip in the id is told and the entry says what
//! was accepted. The file is replaced whole or not at all.

use super::input::{self, Input};
use super::{Ending, Failed, job, output};
use crate::decisions::{self, Decision};
use crate::desk::Desk;
use crate::report::{ConflictEntry, Report, escape};
use jiff::civil::Date;
use std::collections::BTreeSet;
use std::path::Path;

/// Digits of an id that are enough where no other conflict begins with them.
const FEWEST_DIGITS: usize = 4;
/// The digits of a whole id.
const DIGITS: usize = 32;

/// Let a conflict stand: it is shown as accepted, and no longer counts
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  \
    crosscheck accept 4bed007f --reason \"both spellings are in use\" --by Ruiz wire/\n  \
    crosscheck accept 4bed007f --reason \"the count goes on\" --until 2026-12-31 wire/\n  \
    crosscheck accept --remove 4bed007f829ec1105b2cab6b7bce25e3")]
pub(super) struct Args {
    /// The conflict's id as the report gives it, or its first digits
    #[arg(value_name = "ID")]
    id: String,

    #[command(flatten)]
    input: Input,

    /// Why it is let stand
    #[arg(long, value_name = "TEXT", required_unless_present = "remove")]
    reason: Option<String>,

    /// Who decided
    #[arg(long, value_name = "NAME")]
    by: Option<String>,

    /// The last day on which it holds; afterwards the conflict counts again
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = input::parse_date)]
    until: Option<Date>,

    /// Take the entry out again
    #[arg(long, conflicts_with_all = ["reason", "by", "until"])]
    remove: bool,
}

pub(super) fn run(args: &Args) -> Result<Ending, Failed> {
    let config = args.input.config()?;
    let file = job::accepted_file(&config);
    let known = job::load(&file)?;
    let id = args.id.to_lowercase();
    if id.len() < FEWEST_DIGITS || !id.bytes().all(|byte| byte.is_ascii_hexdigit() || byte == b'-') {
        return Err(Failed::new(format!("'{}' is no id of a conflict", args.id))
            .with_help("copy it from the report, the first eight digits or all"));
    }
    let text = read(&file)?;
    if args.remove {
        let found = known.entries.iter().map(|entry| entry.id.as_str()).filter(|known| known.starts_with(&id));
        let id = only(&id, &found.collect::<Vec<_>>(), &format!("is accepted in {}", file.display()))?;
        let text = decisions::removed(&text, &id).unwrap_or(text);
        output::to(Some(&file), |out| out.write_all(text.as_bytes()))?;
        super::remark(&format!("{id} counts again"));
        return Ok(Ending::Clean);
    }
    let reason = args.reason.clone().unwrap_or_default();
    if reason.trim().is_empty() {
        return Err(Failed::new("a reason is needed").with_help("say why the conflict may stand: --reason \"…\""));
    }
    if let Some(until) = args.until.filter(|until| *until < job::today()) {
        return Err(Failed::new(format!("{until} has passed")).with_help("give a day to come, or leave '--until' out"));
    }
    let mut decision = conflict(args, &id, &file)?;
    decision.reason = Some(reason.trim().to_owned());
    decision.by.clone_from(&args.by);
    decision.until = args.until;
    decision.accepted = Some(job::today());
    let text = decisions::added(&text, &decision);
    output::to(Some(&file), |out| out.write_all(text.as_bytes()))?;
    let message = decision.message.map(|message| format!(": {}", escape::line(&message))).unwrap_or_default();
    super::remark(&format!("accepted {}{message}", decision.id));
    Ok(Ending::Clean)
}

fn read(file: &Path) -> Result<String, Failed> {
    match std::fs::read_to_string(file) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(String::new()),
        read => read.map_err(|error| Failed::new(format!("cannot read '{}': {error}", file.display()))),
    }
}

/// The conflict as an entry. Without articles to look it up in, a whole id is taken at its word.
fn conflict(args: &Args, id: &str, file: &Path) -> Result<Decision, Failed> {
    if args.input.is_empty()? {
        if id.len() < DIGITS {
            return Err(Failed::new("no articles given").with_help(format!(
                "name those of the report, or give the whole id: crosscheck accept {id} --reason … wire/"
            )));
        }
        return Ok(Decision { id: id.to_owned(), ..Decision::default() });
    }
    let options = args.input.options(&[])?;
    let outcome = input::run(&options)?;
    input::report_failures(&outcome);
    let report = Desk::new(&options.config, Vec::new(), job::today()).finish(&outcome).report;
    let found = report.conflicts.iter().map(|conflict| conflict.id.as_str()).filter(|known| known.starts_with(id));
    // A conflict and its namesake "…-2" begin alike: the whole id is the first.
    let exact = report.conflicts.iter().find(|conflict| conflict.id == id).map(|conflict| conflict.id.clone());
    let id =
        exact.map_or_else(|| only(id, &found.collect::<Vec<_>>(), "is among the conflicts of these articles"), Ok)?;
    let conflict = report.conflicts.iter().find(|conflict| conflict.id == id);
    Ok(conflict.map(|conflict| entry(conflict, &report, decisions::folder_of(file))).unwrap_or_default())
}

/// The entry of a conflict, its articles named from the file's folder.
pub(super) fn entry(conflict: &ConflictEntry, report: &Report, folder: &Path) -> Decision {
    let articles: BTreeSet<String> = conflict
        .passages()
        .filter_map(|passage| report.documents.get(passage.document))
        .map(|document| decisions::article_name(folder, &document.path))
        .collect();
    Decision {
        id: conflict.id.clone(),
        check: Some(conflict.check),
        message: Some(conflict.message.clone()),
        articles: articles.into_iter().collect(),
        ..Decision::default()
    }
}

/// The one id among those that begin with `digits`.
fn only(digits: &str, found: &[&str], place: &str) -> Result<String, Failed> {
    match found {
        [one] => Ok((*one).to_owned()),
        [] => Err(Failed::new(format!("no conflict '{digits}' {place}"))
            .with_help("'crosscheck check' over the same articles gives the ids")),
        several => Err(Failed::new(format!("several conflicts begin with '{digits}'"))
            .with_help(format!("give more digits: {}", several.join(", ")))),
    }
}
