//! For and against, and what only looks like it.

use crate::check::{Check, Severity};
use crate::testing::{assert_conflict, assert_quiet};

#[track_caller]
fn differ(a: &str, b: &str) {
    assert_conflict(Check::Polarity, Severity::Warning, a, b);
}

#[test]
fn one_is_for_it_or_against_it() {
    let backs = "Senator Ana Ruiz backs the harbour bill.";
    differ(backs, "Senator Ana Ruiz opposes the harbour bill.");
    differ(backs, "Senator Ana Ruiz is against the harbour bill.");
    assert_quiet(backs, "Senator Oliver Marsh opposes the harbour bill.");
    assert_quiet(backs, "Senator Ana Ruiz opposes the amendment to the harbour bill.");
    assert_quiet(backs, "Senator Ana Ruiz once opposed the harbour bill.");
    assert_quiet(backs, "Senator Ana Ruiz opposed the harbour bill in 2019.");
    assert_quiet("Senator Ana Ruiz opposed it at first. Senator Ana Ruiz backs the harbour bill.", backs);
}

#[test]
fn one_praises_or_condemns() {
    let praised = "Mayor Ana Ruiz praised the tram plan.";
    differ(praised, "Mayor Ana Ruiz called the tram plan a disgrace.");
    differ(praised, "Mayor Ana Ruiz condemned the tram plan.");
    assert_quiet(praised, "Mayor Ana Ruiz condemned the vandals who burned the tram plan.");
    assert_quiet(praised, "Mayor Ana Ruiz called the tram plan late.");
    assert_quiet(praised, "Mayor Ana Ruiz did not condemn the tram plan.");
}

#[test]
fn one_apologises_or_does_not() {
    let sorry = "The bishop, Oliver Marsh, apologised to the victims.";
    differ(sorry, "The bishop, Oliver Marsh, refused to apologise to the victims.");
    differ(sorry, "The bishop, Oliver Marsh, offered no apology to the victims.");
    assert_quiet(sorry, "The bishop, Oliver Marsh, offered no apology to the press.");
    assert_quiet(sorry, "The dean, Ana Ruiz, refused to apologise to the victims.");
}

#[test]
fn one_blames_or_clears() {
    let blames = "The report by the auditor Ana Ruiz blames the board of Heron Bank.";
    differ(blames, "The report by the auditor Ana Ruiz clears the board of Heron Bank.");
    assert_quiet(
        "The report by the auditor Ana Ruiz blames the board for the debts.",
        "The report by the auditor Ana Ruiz clears the board of fraud.",
    );
}
