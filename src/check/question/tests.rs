//! Answers to one question that exclude each other, and what only looks like them.

use crate::check::{Check, Severity};
use crate::testing::{assert_conflict, assert_quiet};

const WHERE: &str = "Ana Brandt, who drove the first car, and Tom Hale of Marle were questioned there.";

#[track_caller]
fn against(one: &str, two: &str) {
    assert_conflict(Check::Polarity, Severity::Warning, &format!("{one} {WHERE}"), &format!("{two} {WHERE}"));
}

#[track_caller]
fn quiet(one: &str, two: &str) {
    assert_quiet(&format!("{one} {WHERE}"), &format!("{two} {WHERE}"));
}

#[test]
fn what_is_said_of_one_person_is_held_against_the_opposite() {
    let worn = "Rider Ole Dahm was wearing a helmet when he fell at Marle on Friday.";
    against(worn, "Ole Dahm fell bareheaded at Marle on Friday.");
    quiet(worn, "Rider Ida Wren fell bareheaded at Marle on Friday.");
    quiet(worn, "If Ole Dahm had been bareheaded at Marle on Friday he would be dead.");
    quiet(worn, "Ole Dahm fell bareheaded at Marle in 2019.");
    quiet(worn, "Ole Dahm wore a yellow helmet at Marle on Friday.");
}
