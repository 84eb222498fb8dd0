//! One cause and another, and what only looks like it.

use crate::check::{Check, Severity};
use crate::testing::{assert_conflict, assert_quiet};

#[track_caller]
fn differ(a: &str, b: &str) {
    assert_conflict(Check::Participant, Severity::Warning, a, b);
}

#[test]
fn a_fire_has_one_cause() {
    let cigarette = "The fire at Ashby mill was started by a cigarette, investigators said.";
    differ(cigarette, "Investigators blamed the fire at Ashby mill on lightning.");
    differ(
        "The fire at Ashby mill was started by faulty wiring, investigators said.",
        "Investigators said that the fire at Ashby mill had been lit deliberately.",
    );
    assert_quiet(cigarette, "Investigators said that the fire at Ashby mill had been lit deliberately.");
    differ(cigarette, "Lightning was to blame for the fire at Ashby mill, investigators said.");
    assert_quiet(cigarette, "Investigators said that the fire at Ashby mill may have been caused by lightning.");
    assert_quiet(cigarette, "Investigators said that the fire at Norbury school was caused by lightning.");
    assert_quiet(cigarette, "The owner blamed the fire at Ashby mill on lightning.");
    assert_quiet(cigarette, "Investigators said a smoker had caused the fire at Ashby mill.");
    assert_quiet(cigarette, "At first the fire at Ashby mill was blamed on lightning, investigators said.");
}

#[test]
fn a_man_dies_of_one_thing() {
    let drowned = "The coroner said that Oliver Marsh drowned.";
    differ(drowned, "The coroner said that Oliver Marsh died of cancer.");
    assert_quiet(drowned, "The coroner said that Oliver Marsh died of a fall into the harbour.");
    assert_quiet(drowned, "The coroner said that Ana Ruiz died of a heart attack.");
}

#[test]
fn a_cause_is_read_whatever_the_verb() {
    let driver = "Police blamed the driver for the crash at Ashby bridge on Monday.";
    differ(driver, "The crash at Ashby bridge on Monday was caused by a burst tyre, police said.");
    differ(driver, "Faulty brakes were to blame for the crash at Ashby bridge on Monday, police said.");
    differ(driver, "The cause of the crash at Ashby bridge on Monday was a broken axle, police said.");
    assert_quiet(driver, "The cause of the crash at Ashby bridge on Monday was black ice, police said.");
    assert_quiet(driver, "Police said that the driver had been speeding before the crash at Ashby bridge on Monday.");
    assert_quiet(driver, "The crash at Ashby bridge in 2019 was caused by a broken axle.");
    differ(
        "Doctors in Ashby traced the outbreak to eggs, the health office said.",
        "The outbreak in Ashby was traced to chicken, the health office said.",
    );
}
