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
