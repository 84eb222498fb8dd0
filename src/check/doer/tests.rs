//! One deed of two doers, and what only looks like it.

use crate::check::Check;
use crate::testing::{assert_quiet, conflicts};

/// Pairs that give one deed to two people.
const APART: &[(&str, &str)] = &[
    (
        "The boy, Tim Hale, was pulled from the river Lenn by a passer-by, Jan Kosek.",
        "Mia Torv, a nurse, pulled Tim Hale, the boy, from the river Lenn.",
    ),
    (
        "The statement of Tim Hale's family was read by its lawyer, Kim Wolfe, outside the court in Leeds.",
        "Rosa Klein, his sister, read the statement of Tim Hale's family outside the court in Leeds.",
    ),
    (
        "The inquiry into the flood at Mirna will be led by Ian Dent.",
        "Joyce Abara will lead the inquiry into the flood at Mirna.",
    ),
    ("The portrait of Queen Sonja was painted by Ilse Brandt.", "Lena Orsi painted the portrait of Queen Sonja."),
    (
        "Judge Carla Frost put the trial of Tim Hale off: she adjourned the trial of Tim Hale in Leeds to May 4.",
        "The trial of Tim Hale in Leeds was adjourned to May 4 by Judge Pedro Mora.",
    ),
    (
        "The burglar was tackled by Kim Wolfe, a teacher, in Lom on Monday.",
        "Ian Frost tackled the burglar in Lom on Monday.",
    ),
];

/// Pairs of two deeds, two shares in one, or two days.
const AGREEING: &[(&str, &str)] = &[
    ("The portrait of Queen Sonja was painted by Ilse Brandt.", "Lena Orsi painted the portrait of King Harald."),
    (
        "Kim Wolfe read a statement for the family outside the court in Leeds.",
        "Rosa Klein read a statement for the police outside the court in Leeds.",
    ),
    (
        "Obi Wells scored the first goal for Marl Town in the final in Leeds.",
        "Dani Mora scored the second goal for Marl Town in the final in Leeds.",
    ),
    (
        "Tim Hale was pulled from the river Lenn by Jan Kosek and Mia Torv.",
        "Mia Torv pulled Tim Hale from the river Lenn.",
    ),
    (
        "Ida Wren conducted the orchestra at the Grand Hall in Oslo on Monday.",
        "Karl Oster conducted the orchestra at the Grand Hall in Oslo on Tuesday.",
    ),
    (
        "Leo Marsh was appointed by the chairman of Marl Town, Ian Frost.",
        "Leo Marsh of Marl Town was named coach of the year by Rosa Diaz.",
    ),
    (
        "Ida Wren conducted the first half of the concert at the Grand Hall in Oslo on Monday.",
        "Karl Oster conducted the second half of the concert at the Grand Hall in Oslo on Monday.",
    ),
    (
        "The burglar was tackled by Kim Wolfe in Lom on Monday.",
        "Ian Frost tackled the burglar in Lom on Monday with the help of Kim Wolfe.",
    ),
    (
        "Joyce Abara was to chair the inquiry into the flood at Mirna but fell ill.",
        "Ian Dent will chair the inquiry into the flood at Mirna.",
    ),
    (
        "Leo Marsh handed the cup to Amy Dent in the stadium in Leeds on Monday.",
        "Amy Dent handed the cup to Luis Mora in the stadium in Leeds on Monday.",
    ),
    (
        "Leo Marsh scored a penalty in the shoot-out in Leeds on Monday.",
        "Owen Wells scored a penalty in the shoot-out in Leeds on Monday.",
    ),
    ("Castell Pharma bought the Harlow plant in 2019.", "Ostrava Glass bought the Harlow plant on Monday."),
];

#[test]
fn one_deed_has_one_doer() {
    for (one, two) in APART {
        let found = conflicts(&[("a.txt", "2026-03-06", one), ("b.txt", "2026-03-06", two)]);
        let checks: Vec<Check> = found.iter().map(|conflict| conflict.check).collect();
        assert_eq!(checks, [Check::Participant], "{one} | {two}");
    }
}

#[test]
fn two_deeds_or_two_who_share_one_agree() {
    for (one, two) in AGREEING {
        assert_quiet(one, two);
    }
}
