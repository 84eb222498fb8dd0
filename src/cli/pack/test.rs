//! `crosscheck pack test`: the examples of packs, as a listing, as JSON or as `JUnit` XML.

use super::{Form, broken};
use crate::cli::{Ending, Failed, output, remark};
use crate::pack::testing::{self, TestResult, Verdict};
use crate::pipeline;
use crate::report::escape::visible;
use serde_json::json;
use std::io::{self, Write};
use std::path::PathBuf;

pub(super) fn run(packs: &[PathBuf], format: Form) -> Result<Ending, Failed> {
    let results =
        testing::run(packs, packs.is_empty(), Some(&pipeline::try_check)).map_err(|errors| broken(&errors))?;
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

/// Accepts changes in the snapshots of whole articles: all of them, or those that whoever is asked says yes to.
pub(super) fn accept(packs: &[PathBuf], all: bool) -> Result<(), Failed> {
    let pending = testing::pending(packs).map_err(|errors| broken(&errors))?;
    for snapshot in &pending {
        let path = snapshot.path.display();
        if !all {
            output::to(None, |out| {
                writeln!(out, "{path}")?;
                snapshot.difference().iter().try_for_each(|line| writeln!(out, "  {}", visible(line)))?;
                write!(out, "accept? [y]es, [n]o, [q]uit: ")
            })?;
            let mut answer = String::new();
            let read = io::stdin().read_line(&mut answer).unwrap_or(0);
            match answer.trim() {
                "y" | "yes" => {}
                "q" | "quit" => return Ok(()),
                _ if read == 0 => return Ok(()),
                _ => continue,
            }
        }
        snapshot.accept().map_err(|error| Failed::new(format!("cannot write '{path}': {error}")))?;
        remark(&format!("accepted {path}"));
    }
    Ok(())
}
