//! Events of any verb at two times or in two places, and what only looks like it.

use crate::check::{Check, Severity};
use crate::testing::{assert_conflict, assert_quiet};

#[test]
fn a_bridge_falls_once() {
    assert_conflict(
        Check::Time,
        Severity::Error,
        "The Alder Bridge in Lowick gave way at noon on Tuesday. Three lorry drivers were hurt.",
        "The Alder Bridge in Lowick collapsed at 4.30pm on Tuesday. Three lorry drivers were hurt.",
    );
    assert_quiet(
        "The Alder Bridge in Lowick gave way at noon on Tuesday. Three lorry drivers were hurt.",
        "The Mill Bridge in Lowick collapsed at 4.30pm on Tuesday. Three lorry drivers were hurt.",
    );
}
