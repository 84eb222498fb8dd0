//! Names, ages, offices, figures, ranks and presence.

use crate::check::{Check, Severity, figure};
use crate::testing::{DAY, assert_conflict, assert_quiet, conflicts, story};

#[test]
fn a_name_in_two_spellings() {
    let fires = |one, two| assert_conflict(Check::Name, Severity::Error, one, two);
    fires("Milan Brandt left.", "Milan Brand, a driver, left.");
    fires("Sinead Kolen spoke for an hour.", "Sinead Kolan spoke for an hour.");
    fires("Roy Felbach, 58, died.", "Roy Feblach, 58, died.");
}

#[test]
fn two_names_are_no_two_spellings() {
    assert_quiet("Hannah Brandt left.", "Hannah Morrow left.");
    assert_quiet("Robert Tarrant left.", "Bob Tarrant left.");
    assert_quiet("Inés Cuesta left.", "Ines Cuesta left.");
    assert_quiet("Sara Lund met Sarah Lund.", "Sara Lund met Sarah Lund.");
    assert_quiet("Ana Lee left.", "Ana Leo left.");
}

#[test]
fn an_age_in_two_figures() {
    assert_conflict(Check::Quantity, Severity::Error, "Hannah Brandt, 54, left.", "Hannah Brandt, 45, left.");
    assert_conflict(Check::Quantity, Severity::Warning, "Hannah Brandt, 54, left.", "Hannah Brandt, 55, left.");
}

#[test]
fn an_age_may_change_by_a_birthday() {
    assert_quiet("Hannah Brandt, 54, left.", "Hannah Brandt, 54, came.");
    assert_quiet("Hannah Brandt, 54, left.", "Hannah Morrow, 45, left.");
    let found = conflicts(&[
        ("a.txt", "2025-03-01", "Hannah Brandt, 54, left."),
        ("b.txt", "2025-06-01", "Hannah Brandt, 55, left."),
    ]);
    assert_eq!(found, []);
}

#[test]
fn two_holders_of_one_office() {
    assert_conflict(
        Check::Role,
        Severity::Error,
        "Hannah Brandt, the chief executive of Brindle Foods, spoke.",
        "Oliver Marsh, the chief executive of Brindle Foods, spoke.",
    );
    assert_conflict(
        Check::Role,
        Severity::Error,
        "Peru's foreign minister, Ana Ruiz, spoke.",
        "Peru's foreign minister, Marta Silva, spoke.",
    );
}

#[test]
fn an_office_may_change_hands_or_have_several_holders() {
    assert_quiet(
        "Hannah Brandt, the chief executive of Brindle Foods, spoke.",
        "Oliver Marsh, the former chief executive of Brindle Foods, spoke.",
    );
    assert_quiet(
        "Hannah Brandt, the chief executive of Brindle Foods, spoke.",
        "Oliver Marsh, the chief executive of Orchard Vale, spoke.",
    );
    assert_quiet(
        "Hannah Brandt, the chief executive of Brindle Foods, succeeded Oliver Marsh.",
        "Oliver Marsh, the chief executive of Brindle Foods, spoke.",
    );
    assert_quiet("Ana Ruiz, a senator for Ohio, spoke.", "Marta Silva, a senator for Ohio, spoke.");
}

#[test]
fn one_person_in_two_offices() {
    assert_conflict(
        Check::Role,
        Severity::Error,
        "Hannah Brandt, the chief financial officer of Brindle Foods, spoke.",
        "Hannah Brandt, the chief operating officer of Brindle Foods, spoke.",
    );
    assert_quiet(
        "Hannah Brandt, the chief executive of Brindle Foods, spoke.",
        "Hannah Brandt, the former chief financial officer of Brindle Foods, spoke.",
    );
}

/// The slips of the pen that the figures of two articles are apart.
fn slips(one: &str, two: &str) -> usize {
    figure::check(&story(&[("a.txt", DAY, one), ("b.txt", DAY, two)]).story()).len()
}

#[test]
fn a_figure_a_slip_apart() {
    let spent = |sum: &str| format!("Brindle Foods spent {sum} in cash on the Ashby mill.");
    assert_eq!(slips(&spent("£340m"), &spent("£430m")), 1);
    assert_eq!(slips(&spent("£340m"), &spent("£340m")), 0);
    assert_eq!(slips(&spent("£340m"), &spent("about £340m")), 0);
    assert_eq!(slips(&spent("£340m"), &spent("£987m")), 0, "no slip");
    assert_eq!(slips(&spent("£340m"), &format!("{} It had planned on £340m.", spent("£430m"))), 0, "it knows both");
    assert_eq!(slips(&spent("£340m"), "Orchard Vale spent £430m in cash on the Leeds works."), 0, "another story");
}

#[test]
fn a_count_may_grow_between_two_articles() {
    let told = |day: &'static str, count: u32| {
        ("a.txt", day, format!("Police in Ashby held {count} protesters on the bridge."))
    };
    let slips = |one: (&'static str, &'static str, String), two: (&'static str, &'static str, String)| {
        figure::check(&story(&[(one.0, one.1, &one.2), ("b.txt", two.1, &two.2)]).story()).len()
    };
    assert_eq!(slips(told("2025-11-19", 142), told("2025-11-19", 412)), 1);
    assert_eq!(slips(told("2025-11-19", 142), told("2025-11-20", 412)), 0);
    assert_eq!(slips(told("2025-11-19", 412), told("2025-11-20", 142)), 1);
}

#[test]
fn two_ranks_for_one_thing() {
    assert_conflict(
        Check::Uniqueness,
        Severity::Error,
        "The fine is the first penalty imposed under the river act.",
        "The fine is the second penalty imposed under the river act.",
    );
    assert_quiet(
        "The fine is the first penalty imposed under the river act.",
        "The fine is the first penalty imposed under the river act.",
    );
    assert_quiet(
        "Ana Ruiz was the first runner to finish the race.",
        "Marta Silva was the second runner to finish the race.",
    );
}

#[test]
fn a_first_after_a_last_one() {
    assert_conflict(
        Check::Uniqueness,
        Severity::Error,
        "It is the first debut to win the prize.",
        "It is 18 years since a debut last won the prize.",
    );
    assert_quiet("It is the first debut to win the prize.", "It is 18 years since a poet last won the prize.");
}

#[test]
fn nobody_is_in_two_places_at_one_hour() {
    assert_conflict(
        Check::Place,
        Severity::Error,
        "Ana Ruiz was in Geneva at 9pm on Tuesday.",
        "Ana Ruiz was in Madrid at 9pm on Tuesday.",
    );
    assert_quiet("Ana Ruiz was in Geneva at 9am on Tuesday.", "Ana Ruiz was in Madrid at 9pm on Tuesday.");
    assert_quiet("Ana Ruiz was in Geneva on Tuesday.", "Ana Ruiz was in Switzerland on Tuesday.");
    assert_quiet("Ana Ruiz was in Geneva at 9pm on Tuesday.", "Marta Silva was in Madrid at 9pm on Tuesday.");
}

#[test]
fn a_sheriff_is_not_his_deputy() {
    let sheriff = "Sheriff Ana Ruiz of Oakhaven County confirmed that a bear had killed the hiker.\n";
    let deputy = "Deputy Ana Ruiz of the Oakhaven County sheriff's office said the hiker had been killed by a bear.\n";
    assert_conflict(Check::Role, Severity::Error, sheriff, deputy);
    assert_quiet(deputy, "Oakhaven County Sheriff's Deputy Ana Ruiz said a bear had killed the hiker.\n");
}
