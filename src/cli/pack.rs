//! `crosscheck pack`: work on rule packs.

use super::{Ending, Failed, input, output};
use crate::annotate::tag::Word;
use crate::pack::testing::{self, TestResult, Verdict};
use crate::pack::{self, Library, PackError};
use crate::pipeline;
use serde_json::json;
use std::io::{self, Write};
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
    /// List packs with the number of their predicates, rules and checks
    #[command(after_help = "Example:\n  crosscheck pack list")]
    List {
        /// Packs beside the built-in ones: folders or files
        packs: Vec<PathBuf>,
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
    },
    /// Show what a pattern finds in articles, before it is a rule
    #[command(after_help = "Example:\n  crosscheck pack try '{agent:person} <meet> {with:person}' wire/")]
    Try {
        /// The pattern
        pattern: String,
        /// Files and folders of articles
        #[arg(required = true)]
        paths: Vec<PathBuf>,
    },
    /// Print the JSON Schema of a pack, by which an editor completes keys
    #[command(after_help = "Example:\n  crosscheck pack schema > pack.schema.json")]
    Schema,
}

#[derive(Clone, Copy, Debug, clap::ValueEnum)]
pub(super) enum Form {
    Text,
    Json,
    Junit,
}

pub(super) fn run(args: &Args) -> Result<Ending, Failed> {
    match &args.command {
        Command::List { packs } => list(packs),
        Command::New { folder } => new(folder),
        Command::Lint { packs } => lint(packs),
        Command::Test { packs, format } => test(packs, *format),
        Command::Try { pattern, paths } => attempt(pattern, paths),
        Command::Schema => {
            let schema = serde_json::to_string_pretty(&pack::schema()).unwrap_or_default();
            output::to(None, |out| writeln!(out, "{schema}"))?;
            Ok(Ending::Clean)
        }
    }
}

/// All problems of packs as one failure.
fn broken(errors: &[PackError]) -> Failed {
    Failed::new(errors.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))
}

fn list(packs: &[PathBuf]) -> Result<Ending, Failed> {
    let library = Library::load(packs, true).map_err(|errors| broken(&errors))?;
    output::to(None, |out| {
        for pack in &library.packs {
            let predicates = library.predicates.values().filter(|predicate| predicate.pack == pack.name).count();
            let own = |id: &str| id.split('/').next() == Some(pack.name.as_str());
            let rules = library.rules.iter().filter(|rule| own(&rule.id)).count();
            let checks = library.checks.iter().filter(|check| own(&check.id)).count();
            let name = pack.name.as_str();
            writeln!(
                out,
                "{name:<22}{:<8}{predicates:>4} predicates {rules:>4} rules {checks:>3} checks",
                pack.version
            )?;
            if !pack.about.is_empty() {
                writeln!(out, "    {}", pack.about)?;
            }
        }
        Ok(())
    })?;
    Ok(Ending::Clean)
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
    let is_verb = |verb: &str| Word::find(verb).is_some_and(|word| word.can_be(Word::ANY_VERB));
    let warnings = pack::lint(packs, &is_verb).map_err(|errors| broken(&errors))?;
    output::to(None, |out| warnings.iter().try_for_each(|warning| writeln!(out, "{warning}")))?;
    Ok(if warnings.is_empty() { Ending::Clean } else { Ending::Conflicts })
}

fn test(packs: &[PathBuf], format: Form) -> Result<Ending, Failed> {
    let results = testing::run(packs, packs.is_empty(), None).map_err(|errors| broken(&errors))?;
    output::to(None, |out| match format {
        Form::Text => test_text(&results, out),
        Form::Json => test_json(&results, out),
        Form::Junit => test_junit(&results, out),
    })?;
    Ok(if results.iter().any(TestResult::failed) { Ending::Conflicts } else { Ending::Clean })
}

/// Why an example did not come out as expected, a line each.
fn reasons(result: &TestResult) -> Vec<String> {
    match &result.verdict {
        Verdict::Failed(lines) => lines.clone(),
        Verdict::Refused(why) => vec![why.clone()],
        Verdict::TodoPasses => vec!["passes now: remove `todo`".to_owned()],
        Verdict::Passed | Verdict::Todo => Vec::new(),
    }
}

fn test_text(results: &[TestResult], out: &mut dyn Write) -> io::Result<()> {
    for result in results.iter().filter(|result| result.failed()) {
        writeln!(out, "{}:{}: {}\n    {}", result.path, result.line, result.name, result.text.replace('\n', "\n    "))?;
        reasons(result).iter().try_for_each(|reason| writeln!(out, "    {reason}"))?;
    }
    let failed = results.iter().filter(|result| result.failed()).count();
    let todo = results.iter().filter(|result| result.verdict == Verdict::Todo).count();
    writeln!(out, "{} examples, {failed} failed, {todo} to do", results.len())
}

fn test_json(results: &[TestResult], out: &mut dyn Write) -> io::Result<()> {
    let items: Vec<_> = results
        .iter()
        .map(|result| {
            let verdict = match result.verdict {
                Verdict::Passed => "passed",
                Verdict::Failed(_) => "failed",
                Verdict::Todo => "todo",
                Verdict::TodoPasses => "todo-passes",
                Verdict::Refused(_) => "refused",
            };
            json!({"name": result.name, "path": result.path, "line": result.line, "text": result.text,
                "verdict": verdict, "reasons": reasons(result)})
        })
        .collect();
    serde_json::to_writer_pretty(&mut *out, &json!({"version": 1, "examples": items}))?;
    writeln!(out)
}

fn test_junit(results: &[TestResult], out: &mut dyn Write) -> io::Result<()> {
    let escape = |text: &str| {
        text.replace('&', "&amp;")
            .replace('<', "&lt;")
            .replace('>', "&gt;")
            .replace('"', "&quot;")
            .replace('\n', "&#10;")
    };
    let failed = results.iter().filter(|result| result.failed()).count();
    writeln!(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>")?;
    writeln!(out, "<testsuite name=\"crosscheck pack test\" tests=\"{}\" failures=\"{failed}\">", results.len())?;
    for result in results {
        let (class, name) = (escape(&result.name), escape(&result.text));
        write!(
            out,
            "  <testcase classname=\"{class}\" name=\"{name}\" file=\"{}\" line=\"{}\"",
            escape(&result.path),
            result.line
        )?;
        match &result.verdict {
            Verdict::Todo => writeln!(out, "><skipped message=\"to do\"/></testcase>")?,
            _ if result.failed() => {
                writeln!(out, "><failure message=\"{}\"/></testcase>", escape(&reasons(result).join("\n")))?;
            }
            _ => writeln!(out, "/>")?,
        }
    }
    writeln!(out, "</testsuite>")
}

fn attempt(pattern: &str, paths: &[PathBuf]) -> Result<Ending, Failed> {
    let library = pack::attempt::library(pattern).map_err(|errors| broken(&errors))?;
    let outcome = pipeline::annotate(&pipeline::Options { paths: paths.to_vec(), ..pipeline::Options::default() })?;
    input::report_failures(&outcome);
    let mut count = 0;
    output::to(None, |out| {
        for (number, article) in outcome.articles.iter().enumerate() {
            let text = &article.document.text;
            let index = crate::source::LineIndex::new(text);
            let claims = crate::extract::claims(article, crate::source::DocumentId(number as u32), &library);
            for claim in claims.iter().filter(|claim| claim.rule == pack::attempt::RULE) {
                count += 1;
                let at = index.position(text, claim.span.start);
                let words = crate::report::escape::visible(claim.span.of(text)).to_string();
                let path = crate::report::escape::line(&article.document.path);
                writeln!(out, "{path}:{}:{}: {words}", at.line, at.column)?;
                let found = testing::ClaimText::of(article, claim);
                writeln!(out, "    {}", crate::report::escape::visible(&found.to_string()))?;
            }
        }
        writeln!(out, "{count} found in {} articles", outcome.articles.len())
    })?;
    Ok(if outcome.failures.is_empty() { Ending::Clean } else { Ending::Incomplete })
}
