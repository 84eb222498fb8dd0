//! Two occurrences of one kind stay apart: another year's, another person's, another thing of the same noun.

use crate::check::Severity;
use crate::testing::{conflicts, story};

const DAY: &str = "2026-03-05";

#[test]
fn two_occurrences_of_one_predicate_are_no_conflict() {
    let lines = include_str!("../../../tests/data/apart.tsv").lines().filter(|line| !line.starts_with('#'));
    let mut wrong = Vec::new();
    for line in lines {
        let [predicate, one, two] = line.split('\t').collect::<Vec<_>>()[..] else { panic!("{line}") };
        let articles = [("a.txt", DAY, one), ("b.txt", DAY, two)];
        let claims = story(&articles).claims;
        // A pair of which one passage is not read could not fail.
        let read = |article| claims.iter().any(|claim| claim.document.0 == article && claim.predicate == predicate);
        let found = conflicts(&articles);
        let quiet = found.iter().all(|conflict| conflict.severity == Severity::Note);
        if !quiet || !read(0) || !read(1) {
            wrong.push(format!("{line}\n{found:#?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
