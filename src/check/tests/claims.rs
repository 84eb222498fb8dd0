//! Claims of one occurrence: who, where, when, how many, whether at all.

use crate::check::{Check, Severity};
use crate::testing::{assert_conflict, assert_quiet, conflicts};

#[test]
fn happened_against_did_not() {
    assert_conflict(
        Check::Polarity,
        Severity::Error,
        "Ana Ruiz met Li Wei in Geneva on Tuesday.",
        "Ana Ruiz did not meet Li Wei in Geneva on Tuesday.",
    );
    assert_conflict(
        Check::Polarity,
        Severity::Error,
        "Ana Ruiz met Li Wei in Geneva on Tuesday.",
        "Ana Ruiz refused to meet Li Wei in Geneva on Tuesday.",
    );
    assert_conflict(
        Check::Polarity,
        Severity::Error,
        "Ana Ruiz and Li Wei met in Geneva on Tuesday.",
        "Li Wei never met Ana Ruiz in Geneva on Tuesday.",
    );
}

#[test]
fn hopes_plans_and_other_days_deny_nothing() {
    let met = "Ana Ruiz met Li Wei in Geneva on Tuesday.";
    assert_quiet(met, "Ana Ruiz hopes to meet Li Wei.");
    assert_quiet(met, "Ana Ruiz may not meet Li Wei on Friday.");
    assert_quiet(met, "Ana Ruiz did not meet Li Wei on Monday.");
    assert_quiet(met, "Ana Ruiz did not meet Oliver Marsh in Geneva on Tuesday.");
    assert_quiet(met, "If Ana Ruiz did not meet Li Wei in Geneva on Tuesday, she lied.");
}

#[test]
fn one_meeting_in_two_places() {
    assert_conflict(
        Check::Place,
        Severity::Error,
        "Ana Ruiz met Li Wei in Geneva on Tuesday evening.",
        "Ana Ruiz met Li Wei in Lyon on Tuesday evening.",
    );
    assert_quiet(
        "Ana Ruiz met Li Wei in Geneva on Tuesday evening.",
        "Ana Ruiz met Li Wei in Switzerland on Tuesday evening.",
    );
    assert_quiet("Ana Ruiz met Li Wei in Geneva on Tuesday.", "Ana Ruiz met Oliver Marsh in Lyon on Tuesday.");
    assert_quiet("Ana Ruiz met Li Wei in Geneva on Monday.", "Ana Ruiz met Li Wei in Lyon on Tuesday.");
}

#[test]
fn a_wedding_on_two_days() {
    assert_conflict(Check::Time, Severity::Error, "Ana Ruiz resigned on Monday.", "Ana Ruiz resigned on Tuesday.");
    assert_quiet("Ana Ruiz resigned on Tuesday.", "Ana Ruiz resigned on Tuesday evening.");
    assert_quiet("Ana Ruiz resigned on Tuesday.", "Ana Ruiz resigned this week.");
    assert_quiet("Ana Ruiz resigned on Monday.", "Li Wei resigned on Tuesday.");
}

#[test]
fn roles_swapped() {
    assert_conflict(
        Check::Participant,
        Severity::Error,
        "Ana Ruiz beat Marta Silva in the final on Sunday.",
        "Marta Silva beat Ana Ruiz in the final on Sunday.",
    );
    assert_quiet("Ana Ruiz met Marta Silva on Sunday.", "Marta Silva met Ana Ruiz on Sunday.");
    assert_quiet("Ana Ruiz beat Marta Silva on Sunday.", "Marta Silva was beaten by Ana Ruiz on Sunday.");
}

#[test]
fn a_toll_in_two_figures() {
    assert_conflict(
        Check::Quantity,
        Severity::Error,
        "The blast in Ashby killed 12 people on Tuesday.",
        "The blast in Ashby killed 14 people on Tuesday.",
    );
    assert_quiet(
        "The blast in Ashby killed 12 people on Tuesday.",
        "The blast in Ashby killed at least 10 people on Tuesday.",
    );
    assert_quiet(
        "The blast in Ashby killed 12 people on Tuesday.",
        "The blast in Ashby killed about a dozen people on Tuesday.",
    );
    assert_quiet("The blast killed 12 people.", "The blast killed 12 people and injured 40.");
}

#[test]
fn a_later_toll_is_an_update() {
    let told = conflicts(&[
        ("a.txt", "2025-11-19", "The blast in Ashby killed 12 people on Tuesday."),
        ("b.txt", "2025-11-20", "The blast in Ashby killed 14 people on Tuesday."),
    ]);
    assert!(told.iter().all(|conflict| conflict.severity == Severity::Note), "{told:#?}");
}

#[test]
fn two_speakers_may_disagree() {
    let told = conflicts(&[
        ("a.txt", "2025-11-19", "The union said that Ana Ruiz met Li Wei in Geneva on Tuesday."),
        ("b.txt", "2025-11-19", "The ministry said that Ana Ruiz did not meet Li Wei in Geneva on Tuesday."),
    ]);
    assert!(told.iter().all(|conflict| conflict.severity < Severity::Error), "{told:#?}");
    let told = conflicts(&[
        ("a.txt", "2025-11-19", "Ana Ruiz met Li Wei in Geneva on Tuesday."),
        ("b.txt", "2025-11-19", "“I did not meet Li Wei in Geneva on Tuesday,” said Ana Ruiz."),
    ]);
    assert!(told.iter().all(|conflict| conflict.severity == Severity::Note), "{told:#?}");
}

#[test]
fn called_off_against_went_ahead() {
    assert_conflict(
        Check::Status,
        Severity::Error,
        "The Ashby council called off the strike on Friday.",
        "The Ashby council held the strike on Friday.",
    );
}

#[test]
fn a_plan_that_came_to_nothing_against_went_ahead() {
    let toured = "Ana Ruiz toured the Ashby shipyard on Friday.";
    assert_conflict(
        Check::Status,
        Severity::Error,
        "Ana Ruiz was to have toured the Ashby shipyard on Friday. The visit was called off.",
        toured,
    );
    assert_quiet("Ana Ruiz was to have toured the Ashby shipyard on Monday.", toured);
}

#[test]
fn the_next_sentence_may_date_what_this_one_tells() {
    let signed = |when: &str| {
        format!("Ana Ruiz and Li Wei signed the accord at {when} in Geneva on Tuesday with Oliver Marsh of Ashby.")
    };
    let local = "The accord is signed. It happened on Tuesday morning, shortly after nine, when Ana Ruiz and Li Wei \
                 sat down in Geneva. Oliver Marsh of Ashby clapped.";
    assert_conflict(Check::Time, Severity::Error, &signed("10.30 p.m."), local);
    assert_quiet(&signed("9.15 a.m."), local);
}

#[test]
fn what_opens_with_an_old_date_is_another_event() {
    let size = |opening: &str, size: &str| {
        format!("{opening} earthquake measuring {size} hit Lisbon on Tuesday, killing 12 people, Ana Ruiz told Li Wei.")
    };
    assert_conflict(Check::Quantity, Severity::Error, &size("An", "6.4"), &size("An", "6.1"));
    assert_quiet(&size("Last spring, an", "6.4"), &size("An", "6.1"));
}

#[test]
fn a_plan_of_one_day_has_one_who_leads_it() {
    let debate = "will moderate the debate between the candidates for governor in Reno on Sunday.\n";
    let other =
        "Sunday's debate in Reno between the candidates for governor will be moderated by Omar Haddad of Channel 6.\n";
    assert_conflict(Check::Participant, Severity::Error, &format!("Ana Ruiz {debate}"), other);
    assert_quiet(&format!("Omar Haddad {debate}"), other);
}

#[test]
fn navies_of_two_countries_are_two() {
    let handed = "on Monday by the Falke yard in Emden.\n";
    let dutch = format!("The frigate Seeadler was delivered to the Dutch navy {handed}");
    assert_conflict(
        Check::Participant,
        Severity::Error,
        &dutch,
        &format!("The frigate Seeadler was delivered to the German navy {handed}"),
    );
    assert_quiet(&dutch, &format!("The frigate Seeadler was delivered to the navy {handed}"));
}
