//! One thing in two places, and what only looks like it.

use crate::check::{Check, Severity};
use crate::testing::{assert_conflict, assert_quiet};

#[test]
fn a_trawler_is_towed_to_one_port() {
    let lerwick = "The trawler Solveig was towed to Lerwick on Tuesday after its engine failed in a gale.";
    assert_conflict(
        Check::Place,
        Severity::Warning,
        lerwick,
        "The lifeboat brought the trawler Solveig into Kirkwall on Tuesday evening. Its engine had failed in a gale.",
    );
    assert_quiet(lerwick, "The lifeboat brought the trawler Marit into Kirkwall on Tuesday evening.");
    assert_quiet(lerwick, "The trawler Solveig was towed to Kirkwall on Wednesday. Its engine had failed in a gale.");
}

#[test]
fn an_aircraft_lands_at_one_airport() {
    let tarn = "The jet was hit by a bird on Tuesday. It made an emergency landing at the Tarnby air base, and its crew \
                were unhurt. A wing was damaged.";
    assert_conflict(
        Check::Place,
        Severity::Warning,
        tarn,
        "A bird hit the jet on Tuesday and damaged a wing. Its crew nursed it to Ostrey airport, where it stopped.",
    );
    assert_quiet(tarn, "The jet was flown to Ostrey airport on Thursday for repairs. Its crew were unhurt.");
    // One sentence names both: one may be the other's other name.
    assert_quiet(
        tarn,
        "The crew nursed the jet to Ostrey airport on Tuesday after a bird hit it. The Tarnby air base is part of Ostrey \
         airport.",
    );
}

#[test]
fn a_prisoner_is_held_in_one_prison() {
    let pademba = "Omar Tejan, the former president, is being held at Pademba prison, his lawyer said.";
    assert_conflict(
        Check::Place,
        Severity::Warning,
        pademba,
        "Omar Tejan, the former president, has been in Mafanta prison since his arrest, his wife said.",
    );
    assert_quiet(pademba, "Omar Tejan, the former president, was held at Mafanta prison in January, his wife said.");
    assert_quiet(pademba, "Omar Tejan, the former president, has been in Freetown since his election.");
}

#[test]
fn another_lot_of_people_came_ashore_elsewhere() {
    let trapani = "The 62 survivors were brought ashore at Trapani on Tuesday, the coastguard said. They had been at sea for days.";
    assert_conflict(
        Check::Place,
        Severity::Warning,
        trapani,
        "The coastguard landed the 62 survivors at Licata on Tuesday. They had been at sea for days.",
    );
    assert_quiet(trapani, "The coastguard landed the 31 survivors of another boat at Licata on Tuesday.");
}

#[test]
fn whoever_is_arrested_in_one_town_may_be_held_in_another() {
    assert_quiet(
        "Tomas Brandl was arrested in Linz on Wednesday and is held in Graz, police said.",
        "Tomas Brandl is in custody in Graz, police said.",
    );
}

#[test]
fn a_final_is_played_in_one_town() {
    let cardiff = "The cup final between Harrow Town and Elm Rovers will be played in Cardiff on 14 May.";
    let other = |town: &str, day: &str| {
        format!("The cup final between Harrow Town and Elm Rovers on {day} May will be held in {town}.")
    };
    assert_conflict(Check::Place, Severity::Warning, cardiff, &other("Birmingham", "14"));
    assert_quiet(cardiff, &other("Wales", "14"));
}

#[test]
fn where_a_fire_began_is_one_room_and_where_it_spread_another() {
    let kitchen = "The fire at the Grand Hotel in Selby on Monday began in the kitchen, the fire chief Ana Ruiz said.";
    assert_conflict(
        Check::Place,
        Severity::Warning,
        kitchen,
        "Ana Ruiz, the fire chief, said the fire at the Grand Hotel in Selby on Monday started in the laundry.",
    );
    assert_quiet(kitchen, "The fire at the Grand Hotel in Selby on Monday spread to the laundry, Ana Ruiz said.");
}

#[test]
fn two_legs_of_a_journey_are_two_places() {
    let rushed = "Dana Reyes, the hurt pilot, was rushed to Bendigo on Sunday after the Marl Air crash.";
    assert_quiet(rushed, "Dana Reyes, the hurt pilot, was flown to Melbourne on Sunday after the Marl Air crash.");
    assert_conflict(
        Check::Place,
        Severity::Warning,
        rushed,
        "Dana Reyes, the hurt pilot, was taken to Melbourne on Sunday after the Marl Air crash.",
    );
}
