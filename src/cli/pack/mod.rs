//! `crosscheck pack`: work on rule packs.

mod attempt;
mod list;
mod test;

use super::{Ending, Failed, input, output, remark};
use crate::config::{self, Config};
use crate::pack::lock::Lock;
use crate::pack::{self, Library, PackError};
use std::path::{Path, PathBuf};

/// Work on rule packs
#[derive(Debug, clap::Args)]
#[command(arg_required_else_help = true, after_help = "Example:\n  crosscheck pack test rules/sport")]
pub(super) struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, clap::Subcommand)]
pub(super) enum Command {
    /// List packs with their predicates, rules, checks and examples, and how often each fired on articles
    #[command(after_help = "Examples:\n  crosscheck pack list\n  crosscheck pack list --on wire/ --format json")]
    List {
        /// Packs: folders or files; the built-in ones where none is given
        packs: Vec<PathBuf>,
        /// Count how often each predicate, rule and check fired on these articles; may be repeated
        #[arg(long, value_name = "PATH")]
        on: Vec<PathBuf>,
        /// A listing, or one JSON object
        #[arg(long, value_enum, default_value = "text")]
        format: Listing,
    },
    /// Write a new pack that passes its own tests
    #[command(after_help = "Example:\n  crosscheck pack new packs/art-loans")]
    New {
        /// The folder to write; it must not exist. Its name is the pack's
        folder: PathBuf,
    },
    /// Find unused names, rules without tests, verbs that nothing is read as
    #[command(after_help = "Example:\n  crosscheck pack lint packs/art-loans")]
    Lint {
        /// Packs: folders or files; the built-in ones where none is given
        packs: Vec<PathBuf>,
    },
    /// Run the examples that the packs carry
    #[command(after_help = "Example:\n  crosscheck pack test packs/art-loans")]
    Test {
        /// Packs: folders or files; the built-in ones where none is given
        packs: Vec<PathBuf>,
        /// A listing of what failed, or one JSON object, or `JUnit` XML
        #[arg(long, value_enum, default_value = "text")]
        format: Form,
        /// Show what changed in the snapshots of whole articles, one by one, and ask whether to accept it
        #[arg(long, requires = "packs", conflicts_with = "update")]
        review: bool,
        /// Accept every change in the snapshots of whole articles
        #[arg(long, requires = "packs")]
        update: bool,
    },
    /// Show what a pattern finds in articles, before it is a rule
    #[command(after_help = "Example:\n  crosscheck pack try '{agent:person} <meet> {with:person}' wire/")]
    Try {
        /// The pattern
        pattern: String,
        /// Files and folders of articles
        #[arg(required = true)]
        paths: Vec<PathBuf>,
        /// Packs whose word lists the pattern uses, beside the built-in ones: folders or files; may be repeated
        #[arg(long = "pack", value_name = "PATH")]
        packs: Vec<PathBuf>,
    },
    /// Say why a rule did or did not fire in a line of an article
    #[command(after_help = "Example:\n  crosscheck pack why meetings/met wire/a.txt:12")]
    Why {
        /// The rule, as `pack/rule`
        rule: String,
        /// The article and the line
        #[arg(value_name = "FILE:LINE")]
        place: String,
        /// Use this rule pack beside the built-in ones and those of the settings; may be repeated
        #[arg(long = "pack", value_name = "NAME_OR_PATH")]
        packs: Vec<String>,
    },
    /// Write crosscheck.lock beside the settings: the packs in use, by version and content
    #[command(after_help = "Example:\n  crosscheck pack lock")]
    Lock {
        /// Packs beside those of the settings: names or paths, as `--pack` takes them
        #[arg(value_name = "NAME_OR_PATH")]
        packs: Vec<String>,
        /// Write nothing; fail where the file does not name the packs in use
        #[arg(long)]
        check: bool,
    },
    /// Print the JSON Schema of a pack, by which an editor completes keys
    #[command(after_help = "Example:\n  crosscheck pack schema > pack.schema.json")]
    Schema {
        /// Of which file of a pack
        #[arg(value_enum, default_value = "pack")]
        of: SchemaOf,
    },
}

#[derive(Clone, Copy, Debug, clap::ValueEnum)]
pub(super) enum SchemaOf {
    /// pack.yaml
    Pack,
    /// tests.yaml
    Tests,
}

#[derive(Clone, Copy, Debug, clap::ValueEnum)]
pub(super) enum Listing {
    Text,
    Json,
}

#[derive(Clone, Copy, Debug, clap::ValueEnum)]
pub(super) enum Form {
    Text,
    Json,
    Junit,
}

pub(super) fn run(args: &Args) -> Result<Ending, Failed> {
    match &args.command {
        Command::List { packs, on, format } => list::run(packs, on, *format),
        Command::New { folder } => new(folder),
        Command::Lint { packs } => lint(packs),
        Command::Test { packs, format, review, update } => {
            if *review || *update {
                test::accept(packs, *update)?;
            }
            test::run(packs, *format)
        }
        Command::Try { pattern, paths, packs } => attempt::try_pattern(pattern, paths, packs),
        Command::Lock { packs, check } => lock(packs, *check),
        Command::Why { rule, place, packs } => attempt::why(rule, place, &chosen(packs)?),
        Command::Schema { of } => {
            let schema = match of {
                SchemaOf::Pack => pack::schema(),
                SchemaOf::Tests => pack::tests_schema(),
            };
            let schema = serde_json::to_string_pretty(&schema).unwrap_or_default();
            output::to(None, |out| writeln!(out, "{schema}"))?;
            Ok(Ending::Clean)
        }
    }
}

/// The nearest settings; those of an empty file where there are none.
fn settings() -> Result<Config, Failed> {
    let found = std::env::current_dir().ok().and_then(|folder| config::find(&folder));
    Ok(found.map(|path| config::load(&path)).transpose()?.unwrap_or_default())
}

/// Writes the lock file, or tells how it differs.
fn lock(packs: &[String], check: bool) -> Result<Ending, Failed> {
    let path = input::lock_path(&settings()?);
    let lock = Lock::of(&chosen(packs)?);
    if !check {
        output::to(Some(&path), |out| write!(out, "{lock}"))?;
        remark(&format!("{}: {} packs locked", path.display(), lock.packs.len()));
        return Ok(Ending::Clean);
    }
    let text = std::fs::read_to_string(&path)
        .map_err(|error| Failed::new(format!("cannot read '{}': {error}", path.display())))?;
    let locked = Lock::parse(&text).map_err(Failed::new)?;
    let changes = locked.changes(&lock);
    output::to(None, |out| changes.iter().try_for_each(|(name, change)| writeln!(out, "the pack `{name}` {change}")))?;
    Ok(if changes.is_empty() { Ending::Clean } else { Ending::Conflicts })
}

/// The library of the packs that the settings name and of these.
fn chosen(packs: &[String]) -> Result<Library, Failed> {
    let settings = settings()?;
    let all: Vec<&String> = settings.packs.iter().chain(packs).collect();
    Library::choose(&all).map_err(|errors| broken(&errors))
}

/// All problems of packs as one failure.
fn broken(errors: &[PackError]) -> Failed {
    Failed::new(errors.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))
}

fn new(folder: &Path) -> Result<Ending, Failed> {
    let written = pack::new::write(folder)
        .map_err(|error| Failed::new(error.to_string()).with_help("name a new folder, such as packs/art-loans"))?;
    output::to(None, |out| {
        written.iter().try_for_each(|path| writeln!(out, "{}", path.display()))?;
        writeln!(out, "now: crosscheck pack test {}", folder.display())
    })?;
    Ok(Ending::Clean)
}

fn lint(packs: &[PathBuf]) -> Result<Ending, Failed> {
    let warnings = pack::lint(packs, &pack::Lexicon::ENGLISH).map_err(|errors| broken(&errors))?;
    output::to(None, |out| warnings.iter().try_for_each(|warning| writeln!(out, "{warning}")))?;
    Ok(if warnings.is_empty() { Ending::Clean } else { Ending::Conflicts })
}
