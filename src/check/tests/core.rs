//! Names, ages, offices, figures, ranks and presence.

use crate::check::{Check, Severity};
use crate::testing::{assert_conflict, assert_quiet, conflicts};

#[test]
fn a_name_in_two_spellings() {
    let fires = |one, two| assert_conflict(Check::Name, Severity::Error, one, two);
    fires("Milan Brandt left.", "Milan Brand, a driver, left.");
    fires("Mairead Tolen spoke for an hour.", "Mairead Tolan spoke for an hour.");
    fires("Roy Gelbach, 58, died.", "Roy Geblach, 58, died.");
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

#[test]
fn a_figure_a_slip_apart() {
    assert_conflict(
        Check::Quantity,
        Severity::Warning,
        "Brindle Foods bought the Ashby mill for £340m in cash.",
        "Brindle Foods bought the Ashby mill for £430m in cash.",
    );
    assert_quiet(
        "Brindle Foods bought the Ashby mill for £340m in cash.",
        "Brindle Foods bought the Ashby mill for about £340m in cash.",
    );
    assert_quiet("Brindle Foods had sales of £340m.", "Orchard Vale had sales of £430m.");
    assert_quiet(
        "Brindle Foods had sales of £340m, after £430m the year before.",
        "Brindle Foods had sales of £340m, after £430m the year before.",
    );
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
