//! `crosscheck why`: whether two passages contradict each other, and the first condition that decides it.

use super::{Ending, Failed, input, output};
use crate::check::{self, Conflict};
use crate::graph::Story;
use crate::pipeline::{self, Options, Outcome};
use crate::report::escape::visible;
use crate::source::{LineIndex, Span};
use jiff::civil::Date;
use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::io::{self, Write};
use std::path::PathBuf;

/// Say why two passages are, or are not, in conflict
#[derive(Debug, clap::Args)]
#[command(after_help = "Exit codes:\n  0  they are not in conflict\n  1  they are\n  2  the run itself failed\n\n\
    Example:\n  crosscheck why wire/a.txt:9 wire/b.txt:12")]
pub(super) struct Args {
    /// A line of an article
    #[arg(value_name = "FILE:LINE", value_parser = parse)]
    first: Place,

    /// Another line, of the same article or of another
    #[arg(value_name = "FILE:LINE", value_parser = parse)]
    second: Place,

    /// Publication date of articles that carry none
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = input::parse_date)]
    date: Option<Date>,

    /// Use this rule pack: a path adds to the packs that come with the program, a name takes their place; may be repeated
    #[arg(long = "pack", value_name = "NAME_OR_PATH")]
    packs: Vec<String>,
}

#[derive(Clone, Debug)]
struct Place {
    path: PathBuf,
    /// From 1.
    line: usize,
}

fn parse(text: &str) -> Result<Place, String> {
    let parsed = text.rsplit_once(':').and_then(|(path, line)| Some((PathBuf::from(path), line.parse().ok()?)));
    let (path, line) = parsed.ok_or("write it as FILE:LINE, such as wire/a.txt:12")?;
    Ok(Place { path, line })
}

pub(super) fn run(args: &Args) -> Result<Ending, Failed> {
    let mut paths = vec![args.first.path.clone(), args.second.path.clone()];
    paths.dedup();
    let outcome = pipeline::run(&Options { paths, packs: args.packs.clone(), date: args.date, ..Options::default() })?;
    input::report_failures(&outcome);
    if !outcome.failures.is_empty() {
        return Ok(Ending::Incomplete);
    }
    let (first, second) = (passage(&outcome, &args.first)?, passage(&outcome, &args.second)?);
    let story = outcome.story();
    let conflicts: Vec<&Conflict> =
        outcome.conflicts.iter().filter(|conflict| touches(conflict, first) && touches(conflict, second)).collect();
    output::to(None, |out| {
        if conflicts.is_empty() {
            writeln!(out, "not in conflict")?;
            return compared(&story, first, second, out);
        }
        conflicts.iter().try_for_each(|conflict| told(conflict, out))
    })?;
    Ok(if conflicts.is_empty() { Ending::Clean } else { Ending::Conflicts })
}

/// The article and the bytes of the line.
fn passage(outcome: &Outcome, place: &Place) -> Result<(usize, Span), Failed> {
    let wanted = place.path.to_string_lossy().replace('\\', "/");
    let wanted = wanted.trim_start_matches("./");
    let at = outcome
        .documents
        .iter()
        .position(|document| document.path.trim_start_matches("./") == wanted)
        .ok_or_else(|| Failed::new(format!("'{}' holds no article", place.path.display())))?;
    let text = &outcome.documents[at].text;
    let span = LineIndex::new(text).line(text, place.line).ok_or_else(|| {
        Failed::new(format!("'{}' has no line {}", place.path.display(), place.line))
            .with_help("lines count from 1; of formats that are unpacked, they are lines of the text as it was read")
    })?;
    Ok((at, span))
}

fn touches(conflict: &Conflict, (article, span): (usize, Span)) -> bool {
    let passages = conflict.sides.iter().flat_map(|side| &side.passages);
    passages.into_iter().any(|passage| passage.document.0 as usize == article && passage.span.overlaps(span))
}

fn told(conflict: &Conflict, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "{}[{}]: {}", conflict.severity, conflict.check, visible(&conflict.message))?;
    conflict.explanation.iter().try_for_each(|step| writeln!(out, "  - {}", visible(step)))
}

/// Each claim of one line against each of the other.
fn compared(story: &Story, first: (usize, Span), second: (usize, Span), out: &mut dyn Write) -> io::Result<()> {
    let facts = |(article, span): (usize, Span)| -> Vec<usize> {
        let all = story.facts.iter().enumerate();
        all.filter(|(_, fact)| fact.article == article && fact.span.overlaps(span)).map(|(index, _)| index).collect()
    };
    let (ours, theirs) = (facts(first), facts(second));
    for (list, (article, _)) in [(&ours, first), (&theirs, second)] {
        if list.is_empty() {
            let path = &story.articles[article].document.path;
            writeln!(out, "  no rule found a claim in that line of {}", visible(path))?;
            writeln!(
                out,
                "  help: 'crosscheck annotate' shows what was read there, 'crosscheck pack why' why a rule is silent"
            )?;
        }
    }
    // What agrees in most comes first.
    let mut pairs: Vec<(Reverse<usize>, usize, usize)> = Vec::new();
    for &one in &ours {
        for &two in theirs.iter().filter(|two| **two != one) {
            let steps = check::why(story, one, two);
            if steps.len() > 1 {
                let agree = steps.iter().filter(|step| step.ends_with(" are the same")).count();
                pairs.push((Reverse(agree), one, two));
            }
        }
    }
    pairs.sort_unstable();
    for (_, one, two) in &pairs {
        let (a, b) = (&story.facts[*one], &story.facts[*two]);
        writeln!(out, "\n  {} ({}) and {} ({})", a.predicate, a.rule, b.predicate, b.rule)?;
        told_steps(&check::why(story, *one, *two), out)?;
    }
    let told = check::why_passages(story, first, second);
    for (title, steps) in &told {
        writeln!(out, "\n  {title}")?;
        told_steps(steps, out)?;
    }
    if pairs.is_empty() && told.is_empty() && !ours.is_empty() && !theirs.is_empty() {
        let names = |list: &[usize]| {
            let names: BTreeSet<String> = list
                .iter()
                .map(|&fact| format!("{} ({})", story.facts[fact].predicate, story.facts[fact].rule))
                .collect();
            names.into_iter().collect::<Vec<_>>().join(", ")
        };
        writeln!(out, "  one claims {};", visible(&names(&ours)))?;
        writeln!(out, "  the other {}:", visible(&names(&theirs)))?;
        writeln!(out, "  no pack says that any of these speak of the same thing or exclude each other")?;
    }
    Ok(())
}

fn told_steps(steps: &[String], out: &mut dyn Write) -> io::Result<()> {
    steps.iter().try_for_each(|step| writeln!(out, "    {}", visible(step)))
}
