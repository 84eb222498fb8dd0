//! What holds for good: makers, dates of which parts are named, lifespans in brackets.

use crate::check::{Check, Severity};
use crate::testing::{assert_quiet, conflicts};

/// Two reports, years apart, that contradict each other in `check` at least.
#[track_caller]
fn contradicts(check: Check, one: &str, two: &str) {
    for (first, second) in [(one, two), (two, one)] {
        let found = conflicts(&[("a.txt", "2011-03-05", first), ("b.txt", "2025-11-19", second)]);
        let told = found.iter().any(|conflict| conflict.check == check && conflict.severity > Severity::Note);
        assert!(told, "{first}\n{second}\n{found:#?}");
    }
}

#[test]
fn a_work_is_by_the_same_whoever_tells() {
    let film = "Harbour Lights is a 2004 Irish film directed by Ana Ruiz.";
    contradicts(Check::Participant, film, "Harbour Lights was directed by Li Wei.");
    contradicts(Check::Participant, "Low Tide is an album by Ana Ruiz.", "Low Tide is an album by Li Wei.");
    assert_quiet(film, "Harbour Lights was directed by Ana Ruiz and Li Wei.");
    assert_quiet(film, "Harbour Lights was written by Li Wei.");
    assert_quiet(film, "The film was directed by Li Wei.");
}

#[test]
fn brackets_behind_a_name_tell_a_life() {
    let life = "Ana Maria Ruiz (April 8, 1974 – February 2, 2013) was a Spanish painter.";
    contradicts(Check::Time, life, "Ana Ruiz was born on April 18, 1974.");
    contradicts(Check::Time, life, "Ana Ruiz was born in May.");
    contradicts(Check::Time, life, "Ana Ruiz was born in the fifties.");
    contradicts(Check::Time, life, "On February 2, 2014, Ana Ruiz died.");
    contradicts(Check::Time, "Ana Ruiz (born 4 May 1967) is a painter.", "Ana Ruiz was born in 1976.");
    assert_quiet(life, "Ana Ruiz was born in April 1974.");
    assert_quiet(life, "Li Wei was born in May.");
    assert_quiet("Ana Ruiz (1999–2004) led the club.", "Ana Ruiz was born in Spain.");
}

#[test]
fn what_comes_out_once_has_one_date() {
    contradicts(Check::Time, "Harbour Lights was released in March 2007.", "Harbour Lights was released in October.");
    contradicts(Check::Time, "The F-35 first flew on 15 July 2006.", "The F-35 first flew on December 15th, 2006.");
    assert_quiet("Harbour Lights was released in March 2007.", "Harbour Lights was released in 2007.");
    assert_quiet("Harbour Lights was released in Spain in March.", "Harbour Lights was released in France in May.");
    assert_quiet("Harbour Lights was released in March.", "Low Tide was released in May.");
}
