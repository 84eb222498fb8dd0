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

#[test]
fn rooms_and_scenes_exclude_each_other() {
    let kitchen =
        "The fire at the Lisle family's house in Brenn on Monday started in the kitchen, chief Ida Wren said.";
    let other = |place: &str| {
        format!("On Monday the fire at the house of the Lisle family in Brenn began {place}, chief Ida Wren said.")
    };
    assert_conflict(Check::Place, Severity::Warning, kitchen, &other("in a bedroom"));
    assert_quiet(kitchen, &other("in a wooden beam"));
    assert_quiet(
        kitchen,
        "The fire at the Lisle family's house in Brenn spread to a bedroom, chief Ida Wren said on Monday.",
    );
}

#[test]
fn another_month_is_another_round() {
    let may = "The talks between Delmar Air and its pilots were held in Oslo in May, Ida Wren said.";
    let other = |month: &str| format!("Delmar Air and its pilots held the talks in Madrid in {month}, Ida Wren said.");
    assert_quiet(may, &other("June"));
}

#[test]
fn users_tell_closures_apart() {
    let lorries = "The bridge in Brenn was closed to lorries at 5.30am on Tuesday, mayor Ida Wren said.";
    let other = |to: &str| format!("The bridge in Brenn was closed{to} at nine on Monday night, mayor Ida Wren said.");
    assert_quiet(lorries, &other(" to cars"));
    assert_eq!(crate::testing::between(lorries, &other("")).len(), 1);
}

#[test]
fn what_both_articles_begin_with_needs_no_name_again() {
    let sank = "The ferry Lady Maud sank off Brenn on Saturday night with 40 people, coastguard chief Ida Wren said.";
    let down =
        |day: &str| format!("The ferry Lady Maud sank off Brenn. It went down on {day} night, chief Ida Wren said.");
    assert_conflict(Check::Time, Severity::Warning, sank, &down("Thursday"));
    assert_quiet(sank, &down("Saturday"));
    // The report begins with something else, and "it" is another boat.
    let trawler = "Fish is dear in Brenn, Ida Wren said. A trawler was lost. It sank on Thursday night. Brenn mourns.";
    assert_quiet(sank, trawler);
}

#[test]
fn what_happened_is_what_the_report_begins_with() {
    let crash = "A lorry from Brenn hit a school bus in Lowick at 6.40am on Tuesday, police chief Ida Wren said.";
    let it = |when: &str| {
        format!("A lorry from Brenn hit a bus in Lowick. It happened at {when} on Tuesday, chief Ida Wren said.")
    };
    assert_conflict(Check::Time, Severity::Warning, crash, &it("9.30pm"));
    assert_quiet(crash, &it("6.40am"));
}

#[test]
fn a_tax_takes_effect_on_one_day() {
    let pay = "Visitors to Brenn will pay the new tourist tax from 1 June, mayor Ida Wren said.";
    let force = |when: &str| format!("The tourist tax of Brenn comes into force on {when}, mayor Ida Wren said.");
    assert_conflict(Check::Time, Severity::Warning, pay, &force("1 April"));
    assert_quiet(pay, &force("1 June"));
}

#[test]
fn what_was_to_be_on_a_day_was_on_it_unless_it_was_moved() {
    let opens = "The Brenn Museum's new wing opens on 28 November, director Ida Wren said.";
    let opened = |more: &str| format!("The Brenn Museum's new wing opened on Tuesday{more}, director Ida Wren said.");
    assert_conflict(Check::Time, Severity::Warning, opens, &opened(""));
    assert_quiet(opens, &opened(" after a delay"));
}

#[test]
fn a_town_has_two_halls() {
    let church = "Ida Wren and Tom Lisle were married on Friday at St Mark's Church in Brenn.";
    let other = |where_: &str| format!("Ida Wren wed Tom Lisle on Friday at {where_} in Brenn.");
    assert_conflict(Check::Place, Severity::Error, church, &other("the Grand Hotel"));
    assert_quiet(church, &other("a church"));
    assert_quiet(church, &other("noon"));
}

#[test]
fn a_ship_leaves_one_port() {
    let sailed = "The Lady Maud sailed from Rotterdam on Monday with 40 cars for Ida Wren.";
    let left = |port: &str| format!("The Lady Maud left {port} on Monday with 40 cars for Ida Wren.");
    assert_conflict(Check::Place, Severity::Error, sailed, &left("Hamburg"));
    assert_quiet(sailed, &left("Rotterdam"));
}

#[test]
fn one_match_is_played_in_one_stadium() {
    let beside = "Ida Wren of the Brenn Echo was there, together with Tom Lisle of Radio Lowick.";
    let park = format!("The match was played at Marl Park. {beside}");
    let other = |place: &str| format!("The match took place at {place}. {beside}");
    assert_conflict(Check::Place, Severity::Warning, &park, &other("the Albion Stadium"));
    assert_quiet(&park, &other("Marl Park"));
}
