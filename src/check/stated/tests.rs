//! One source and its denial, and what only looks like it.

use crate::check::{Check, Severity};
use crate::testing::{assert_conflict, assert_quiet};

#[track_caller]
fn differ(a: &str, b: &str) {
    assert_conflict(Check::Polarity, Severity::Warning, a, b);
}

#[test]
fn one_source_says_it_and_denies_it() {
    let drunk = "Police in Ashby said that the driver of the tram had been drinking.";
    differ(drunk, "Police in Ashby said that the driver of the tram had not been drinking.");
    differ(drunk, "The driver of the tram had not been drinking, police in Ashby said.");
    assert_quiet(drunk, "Police in Ashby said that the driver of the bus had not been drinking.");
    assert_quiet(drunk, "The union in Ashby said that the driver of the tram had not been drinking.");
    assert_quiet(drunk, "Police in Ashby said that the driver of the tram had not been drinking on Monday.");
    assert_quiet(drunk, "Police in Ashby said that the driver of the tram had not always been drinking.");
}

#[test]
fn admitted_and_denied_found_and_not_found() {
    differ(
        "The actor, Oliver Marsh, admitted hitting the waiter.",
        "The actor, Oliver Marsh, denied hitting the waiter.",
    );
    differ(
        "The report by Ana Ruiz found that Heron Bank had broken the law.",
        "The report by Ana Ruiz found no evidence that Heron Bank had broken the law.",
    );
    assert_quiet(
        "The actor, Oliver Marsh, admitted shouting at the waiter.",
        "The actor, Oliver Marsh, denied hitting the waiter.",
    );
}

#[test]
fn knowing_of_it_and_of_nothing() {
    differ(
        "The premier, Ana Ruiz, said she had known about the payment.",
        "The premier, Ana Ruiz, said she knew nothing of the payment.",
    );
    assert_quiet(
        "The premier, Ana Ruiz, said she had known about the payment.",
        "The premier, Ana Ruiz, said she knew nothing of the payment to the fund.",
    );
}

#[test]
fn what_is_thought_or_bound_is_not_stated() {
    let won = "Ana Ruiz said that the harbour board had won the case.";
    differ(won, "Ana Ruiz said that the harbour board had not won the case.");
    assert_quiet(won, "Ana Ruiz said she did not think that the harbour board had won the case.");
    let sell = "Ana Ruiz said that the board would sell the harbour.";
    differ(sell, "Ana Ruiz said that the board would not sell the harbour.");
    assert_quiet(sell, "Ana Ruiz said that the board would not sell the harbour until the roof was mended.");
    assert_quiet(sell, "The harbour would not be sold, said Oliver Marsh, who leads the board.");
}
