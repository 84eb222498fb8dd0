//! Events of any verb at two times or in two places, and what only looks like it.

use crate::check::{Check, Severity};
use crate::testing::{assert_conflict, assert_quiet};

#[test]
fn a_bridge_falls_once() {
    let noon = "The Alder Bridge in Lowick gave way at noon on Tuesday. Three lorry drivers were hurt.";
    assert_conflict(
        Check::Time,
        Severity::Error,
        noon,
        "The Alder Bridge in Lowick collapsed at 4.30pm on Tuesday. Three lorry drivers were hurt.",
    );
    assert_quiet(noon, "The Mill Bridge in Lowick collapsed at 4.30pm on Tuesday. Three lorry drivers were hurt.");
    assert_quiet(noon, "The Alder Bridge in Lowick collapsed shortly after noon on Tuesday. Three drivers were hurt.");
    // One of its spans may have fallen later.
    assert_quiet(noon, "A second part of the Alder Bridge in Lowick collapsed again at 4.30pm on Tuesday.");
}

#[test]
fn hours_of_a_day_are_read_from_what_they_were_like() {
    assert_conflict(
        Check::Time,
        Severity::Error,
        "The Alder Bridge came down on Tuesday at the height of the morning rush hour. Four drivers are missing.",
        "When the Alder Bridge collapsed on Tuesday evening, it was raining. Four drivers are missing.",
    );
}

#[test]
fn an_attack_named_by_a_noun_is_the_one_named_by_a_verb() {
    let struck = "Rebel drones struck the power station at Orlec at about 3am on Monday. \
                  Some 40,000 homes were without light.";
    assert_conflict(
        Check::Time,
        Severity::Warning,
        struck,
        "The drone attack that knocked out the Orlec power station took place at 9.40pm on Monday. \
         About 40,000 households lost power.",
    );
    // A second raid on the same day is another one.
    assert_quiet(
        struck,
        "A second attack that knocked out the Orlec power station took place at 9.40pm on Monday. \
         About 40,000 households lost power.",
    );
}

#[test]
fn one_tournament_is_won_in_one_city() {
    let doha = "Ida Brandt won her first title in Doha on Sunday, beating Carla Soto 6-4, 6-3.";
    assert_conflict(
        Check::Place,
        Severity::Warning,
        doha,
        "Ida Brandt climbed to eleventh after winning the tournament in Dubai on Sunday. She beat Carla Soto.",
    );
    // The week before it was another.
    assert_quiet(
        doha,
        "Ida Brandt climbed to eleventh after winning the tournament in Dubai on November 9. She beat Carla Soto.",
    );
    // One article tells of both.
    assert_quiet(
        doha,
        "Ida Brandt won the title in Doha on Sunday. She had won the tournament in Dubai on Saturday. She beat Carla Soto.",
    );
}

#[test]
fn where_something_is_said_is_not_where_it_happened() {
    assert_quiet(
        "The Alder Bridge collapsed in Leeds on Tuesday. Mayor Ida Brandt called for calm.",
        "Speaking in London, Mayor Ida Brandt said that the Alder Bridge had collapsed on Tuesday.",
    );
}

#[test]
fn what_is_founded_once_has_one_year() {
    let founded = "The mill in Barton was founded in 1872 by the Haig brothers. It closed last week.";
    let other = |words: &str| format!("The Haig brothers {words} the Barton mill in 1884. It closed last week.");
    assert_conflict(Check::Time, Severity::Error, founded, &other("founded"));
    assert_quiet(founded, &other("enlarged"));
    assert_quiet(founded, &other("reopened"));
}

#[test]
fn what_is_closed_since_a_day_was_closed_then() {
    let closed = "Snow closed the Arlen pass above Kendal on Tuesday night, the mayor Ana Ruiz said.";
    let since = |day: &str| {
        format!("The Arlen pass above Kendal has been closed by snow since {day}, the mayor Ana Ruiz said.")
    };
    assert_conflict(Check::Time, Severity::Warning, closed, &since("Sunday"));
    assert_quiet(closed, &since("Tuesday"));
}
