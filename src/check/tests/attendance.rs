//! Who was there: told of a gathering, of what people did there, and of where they were instead.

use crate::check::{Check, Severity};
use crate::testing::{assert_conflict, assert_quiet};

const GRIPPED: &str = "The verdict in the Ashby fraud trial came on Tuesday in Leeds. Keira Dunmore, the widow of Ivor \
                       Dunmore, gripped her sister's hand in the courtroom.";

#[test]
fn who_watches_from_home_is_not_in_the_room() {
    let home = "Keira Dunmore, the widow of Ivor Dunmore, followed the Ashby fraud trial in Leeds from her home. The \
                verdict came on Tuesday.";
    assert_conflict(Check::Attendance, Severity::Warning, GRIPPED, home);
    // Another trial.
    let other = "Keira Dunmore followed the trial of a burglar from her home in 2019.";
    assert_quiet(GRIPPED, other);
}

#[test]
fn who_sends_apologies_does_not_sit_at_the_table() {
    let sat =
        "Ana Ruiz gave a dinner for Li Wei in Geneva on Tuesday. Her husband, Tom Alvey, sat beside Oliver Marsh.";
    let sent = "At Tuesday's dinner Ana Ruiz of Geneva gave Li Wei a clock. Tom Alvey, who was in bed, sent his \
                apologies to Oliver Marsh.";
    assert_conflict(Check::Attendance, Severity::Warning, sat, sent);
    let flowers =
        "At Tuesday's dinner Ana Ruiz of Geneva gave Li Wei a clock. Tom Alvey sent his regards to Oliver Marsh.";
    assert_quiet(sat, flowers);
}
