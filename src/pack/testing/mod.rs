//! The examples that packs carry, run.
//!
//! The one part of `pack` that reads articles: an example is annotated, the library's rules are run over it, and
//! the claims of the rule's predicate are compared with those expected, in full. Results are values; printing
//! them is left to the command line.

mod compare;
mod example;
mod snapshot;
mod spec;

pub use compare::ClaimText;
pub use snapshot::{Snapshot, snapshots, written};

use super::builtin;
use super::error::{PackError, PackFile};
use super::library::{Library, PackInfo};
use super::node;
use super::shape;
use crate::source::{Block, BlockKind, Document, Origin, Published, Span};
use example::{check_result, claim_result};
use std::collections::BTreeMap;
use std::path::Path;

/// How one example came out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// As expected.
    Passed,
    /// Not as expected; the lines of a difference, `-` for what was expected and missing, `+` for what was found.
    Failed(Vec<String>),
    /// Not as expected, and marked `todo`.
    Todo,
    /// As expected though marked `todo`: the mark can go.
    TodoPasses,
    /// Nothing could make it fail; why.
    Refused(String),
}

/// One example and how it came out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TestResult {
    /// As `pack/rule` or `pack/check`.
    pub name: String,
    /// The file of the example.
    pub path: String,
    /// Its line, from 1.
    pub line: usize,
    /// The example's text; of a check, its passages joined by line breaks.
    pub text: String,
    /// How it came out.
    pub verdict: Verdict,
}

impl TestResult {
    /// Whether the run fails by it.
    #[must_use]
    pub fn failed(&self) -> bool {
        matches!(self.verdict, Verdict::Failed(_) | Verdict::Refused(_) | Verdict::TodoPasses)
    }
}

/// One passage of a check's example: an article of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// Its text.
    pub text: String,
    /// When it was published.
    pub published: Option<jiff::civil::Date>,
    /// The outlet.
    pub source: Option<String>,
}

/// What a check made of some passages.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CheckFound {
    /// How many pairs of claims it compared.
    pub compared: usize,
    /// Its conflicts: severity and message.
    pub conflicts: Vec<(&'static str, String)>,
}

/// Runs one check of a library, given as `pack/check`, over passages. The pipeline is handed in, so that packs do not
/// depend on it.
pub type Pipeline<'a> = &'a dyn Fn(&Library, &[Passage], &str) -> CheckFound;

/// Runs the examples of the packs at `paths` (as [`Library::load`] takes them; none of them but the built-in ones
/// where `with_builtin`), in the order of their files.
///
/// # Errors
/// The problems of packs or tests that cannot be read.
pub fn run<P: AsRef<Path>>(
    paths: &[P],
    with_builtin: bool,
    pipeline: Option<Pipeline<'_>>,
) -> Result<Vec<TestResult>, Vec<PackError>> {
    let library = Library::load(paths, true)?;
    let mut files = Vec::new();
    if with_builtin {
        files.extend(
            builtin::PACKS.iter().map(|pack| {
                (pack.name.to_owned(), PackFile::new(&format!("rules/{}/tests.yaml", pack.name), pack.tests))
            }),
        );
    }
    for pack in library.packs.iter().filter(|pack| !pack.path.starts_with("builtin:")) {
        let path = Path::new(&pack.path).with_file_name("tests.yaml");
        if let Ok(text) = std::fs::read_to_string(&path) {
            files.push((pack.name.to_string(), PackFile::new(&path.to_string_lossy(), &text)));
        }
    }
    let mut results = run_files(&library, &files, pipeline)?;
    results.extend(library.packs.iter().flat_map(|pack| snapshots(&library, pack)).map(|snapshot| snapshot.result()));
    Ok(results)
}

/// How many examples the tests of a pack have for each rule and check, by its name in the pack.
#[must_use]
pub fn examples(pack: &PackInfo) -> BTreeMap<String, usize> {
    let text = match pack.path.strip_prefix("builtin:") {
        Some(name) => builtin::PACKS.iter().find(|own| own.name == name).map(|own| own.tests.to_owned()),
        None => std::fs::read_to_string(Path::new(&pack.path).with_file_name("tests.yaml")).ok(),
    };
    let root = text.and_then(|text| node::parse(&PackFile::new("tests.yaml", &text)).ok());
    let sections = ["claims", "checks"].iter().filter_map(|section| root.as_ref()?.get(section));
    let lists = sections.flat_map(node::Node::entries);
    lists.filter_map(|(name, list)| Some((name.text()?.to_owned(), list.items().len()))).collect()
}

/// The snapshots of the packs at `paths` that do not hold what is found now.
///
/// # Errors
/// The problems of packs that cannot be read.
pub fn pending<P: AsRef<Path>>(paths: &[P]) -> Result<Vec<Snapshot>, Vec<PackError>> {
    let library = Library::load(paths, true)?;
    let all = library.packs.iter().flat_map(|pack| snapshots(&library, pack));
    Ok(all.filter(|snapshot| !snapshot.holds()).collect())
}

/// Runs the examples of test files, each with the name of its pack.
///
/// # Errors
/// The problems of files that cannot be read, or that name rules the library does not have.
pub(crate) fn run_files(
    library: &Library,
    files: &[(String, PackFile)],
    pipeline: Option<Pipeline<'_>>,
) -> Result<Vec<TestResult>, Vec<PackError>> {
    let mut problems = Vec::new();
    let mut results = Vec::new();
    for (pack, file) in files {
        let root = match node::parse(file) {
            Ok(root) => root,
            Err(error) => {
                problems.push(error);
                continue;
            }
        };
        shape::validate(file, &root, &shape::TESTS, shape::Place::File("the tests"), &mut problems);
        let examples = spec::claim_examples(library, pack, file, &root, &mut problems);
        results.extend(examples.iter().map(|example| claim_result(library, file, example)));
        let examples = spec::check_examples(library, pack, file, &root, &mut problems);
        if let Some(pipeline) = pipeline {
            results.extend(examples.iter().map(|example| check_result(library, file, example, pipeline)));
        }
    }
    if problems.is_empty() { Ok(results) } else { Err(problems) }
}

/// An article of one example.
#[must_use]
pub fn document(text: &str, published: Option<jiff::civil::Date>, source: Option<String>) -> Document {
    let mut blocks = Vec::new();
    let mut start = 0;
    for paragraph in text.split("\n\n") {
        let span = Span::new(start, start + paragraph.len()).trimmed(text);
        if !span.is_empty() {
            blocks.push(Block { span, kind: BlockKind::Paragraph });
        }
        start += paragraph.len() + 2;
    }
    Document {
        path: "example".to_owned(),
        text: text.to_owned(),
        origin: Origin::Stored,
        title: None,
        source,
        published: published.map(|date| Published { date, time: None, offset: None, assumed: false }),
        draft: false,
        blocks,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_examples_of_the_built_in_packs_come_out_as_expected() {
        let results = match run::<&Path>(&[], true, Some(&crate::pipeline::try_check)) {
            Ok(results) => results,
            Err(errors) => unreachable!("{}", errors.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")),
        };
        let failed: Vec<String> = results
            .iter()
            .filter(|result| result.failed())
            .map(|result| {
                format!(
                    "{}:{}: {}\n    {}\n    {:?}",
                    result.path, result.line, result.name, result.text, result.verdict
                )
            })
            .collect();
        assert!(failed.is_empty(), "{} of {} failed\n{}", failed.len(), results.len(), failed.join("\n"));
    }

    #[test]
    fn an_example_that_nothing_can_fail_is_refused() {
        let pack = "pack: p\npredicates:\n  greet: {roles: {agent: party, with: party}}\nclaims:\n  - {id: greeted, predicate: greet, match: '{agent:party} <greet> {with:party}'}\n";
        let tests = "claims:\n  greeted:\n    - {text: The rain fell., claims: []}\n    - {text: They greet the rain., claims: []}\n";
        let library = Library::from_texts(&[("p.yaml", pack)], false).unwrap_or_default();
        let results =
            run_files(&library, &[("p".to_owned(), PackFile::new("t.yaml", tests))], None).unwrap_or_default();
        assert!(matches!(results[0].verdict, Verdict::Refused(_)), "{results:?}");
        assert_eq!(results[1].verdict, Verdict::Passed);
        assert_eq!(results[1].line, 4);
    }
}
