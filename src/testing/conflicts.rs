//! One-line assertions about the conflicts of a few articles.

use super::{DAY, THURSDAY, document};
use crate::check::{Check, Conflict, Severity};
use crate::pack::Library;
use crate::pipeline::{self, Outcome};
use crate::source::Document;
use std::sync::{Arc, LazyLock};

static LIBRARY: LazyLock<Library> = LazyLock::new(|| Library::builtin().unwrap());

/// Articles run through every stage with the built-in packs: path, day of publication, text.
pub(crate) fn story(articles: &[(&str, &str, &str)]) -> Outcome {
    let documents = articles.iter().map(|(path, published, text)| document(path, published, text)).collect();
    pipeline::finish(pipeline::understand(documents), LIBRARY.clone())
}

/// One conflict, as tests read it: the check, the severity, and each side's value with the number of its independent
/// sources and its passages as `path “words”`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Found {
    pub(crate) check: Check,
    pub(crate) severity: Severity,
    pub(crate) message: String,
    pub(crate) sides: Vec<(String, usize, Vec<String>)>,
    pub(crate) id: String,
}

/// The conflicts of some articles: path, day of publication, text.
pub(crate) fn conflicts(articles: &[(&str, &str, &str)]) -> Vec<Found> {
    let outcome = story(articles);
    outcome.conflicts.iter().map(|conflict| read(&outcome.documents, conflict)).collect()
}

/// The conflicts of two reports of [`THURSDAY`].
pub(crate) fn between(one: &str, two: &str) -> Vec<Found> {
    conflicts(&[("a.txt", THURSDAY, one), ("b.txt", THURSDAY, two)])
}

/// How many they are.
pub(crate) fn found(one: &str, two: &str) -> usize {
    between(one, two).len()
}

fn read(documents: &[Arc<Document>], conflict: &Conflict) -> Found {
    let sides = conflict.sides.iter().map(|side| {
        let passages = side.passages.iter().map(|passage| {
            let document = &documents[passage.document.0 as usize];
            format!("{} “{}”", document.path, document.slice(passage.span))
        });
        (side.value.clone(), side.independent_sources, passages.collect())
    });
    Found {
        check: conflict.check,
        severity: conflict.severity,
        message: conflict.message.clone(),
        sides: sides.collect(),
        id: conflict.id(documents),
    }
}

/// Two reports of one day that contradict each other in `check`, and in nothing else.
#[track_caller]
pub(crate) fn assert_conflict(check: Check, severity: Severity, one: &str, two: &str) {
    let found = conflicts(&[("a.txt", DAY, one), ("b.txt", DAY, two)]);
    let kinds: Vec<(Check, Severity)> = found.iter().map(|conflict| (conflict.check, conflict.severity)).collect();
    assert_eq!(kinds, [(check, severity)], "{one}\n{two}\n{found:#?}");
}

/// Two reports of one day that do not contradict each other.
#[track_caller]
pub(crate) fn assert_quiet(one: &str, two: &str) {
    let found = conflicts(&[("a.txt", DAY, one), ("b.txt", DAY, two)]);
    assert_eq!(found, [], "{one}\n{two}");
}
