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

const CONVENTION: &str = "Olga Brandt won the leadership of the party at its convention in Torhaven on Saturday. \
    She got 512 votes.";

#[test]
fn idioms_tell_who_was_there_and_who_was_not() {
    let there = format!("{CONVENTION} Lars Petkov, the former premier, watched from the front row.\n");
    for away in [
        "Lars Petkov sent a video message from a hospital in Selby.",
        "Notable for his absence was the former premier, Lars Petkov.",
        "There was no sign of the former premier, Lars Petkov.",
        "Lars Petkov had declined the invitation.",
        "Lars Petkov did not turn up.",
        "Lars Petkov's chair remained empty.",
        "Of Lars Petkov there was no sign.",
        "Lars Petkov spent the evening in his hotel room.",
    ] {
        assert_conflict(Check::Attendance, Severity::Warning, &there, &format!("{CONVENTION} {away}\n"));
    }
    let away = format!("{CONVENTION} Lars Petkov, the former premier, was not at the convention.\n");
    for there in [
        "Lars Petkov embraced the winner as the hall rose.",
        "Lars Petkov took his place in the second row.",
        "Lars Petkov stood at the back of the hall and left without speaking.",
    ] {
        assert_conflict(Check::Attendance, Severity::Warning, &away, &format!("{CONVENTION} {there}\n"));
    }
}

#[test]
fn idioms_of_another_gathering_or_of_a_plan_are_no_conflict() {
    let there = format!("{CONVENTION} Lars Petkov, the former premier, watched from the front row.\n");
    assert_quiet(
        &there,
        &format!("{CONVENTION} Lars Petkov sent a video message to a wedding in Selby on Saturday evening.\n"),
    );
    assert_quiet(&there, &format!("{CONVENTION} Lars Petkov will be absent from Tuesday's vote.\n"));
    assert_quiet(
        &format!("{CONVENTION} Lars Petkov was not at the convention.\n"),
        &format!("{CONVENTION} Lars Petkov was to have sat in the front row.\n"),
    );
    assert_quiet(
        &format!("{CONVENTION} Lars Petkov joined by video link from Selby.\n"),
        &format!("{CONVENTION} Lars Petkov addressed the convention.\n"),
    );
}

#[test]
fn what_is_not_done_at_a_gathering_is_no_absence() {
    let there = format!("{CONVENTION} Lars Petkov, the former premier, watched from the front row.\n");
    for other in [
        "Lars Petkov refused to name his rival in the hall.",
        "Lars Petkov did not applaud at the ceremony.",
        "There was no sign of Lars Petkov at first.",
    ] {
        assert_quiet(&there, &format!("{CONVENTION} {other}\n"));
    }
}

#[test]
fn one_of_many_who_came_was_there() {
    let away = "Ian Frost was absent from the meeting of Harlow Mining in Leeds on Tuesday, as was Ana Hale.";
    assert_conflict(
        Check::Attendance,
        Severity::Warning,
        away,
        "All five directors attended the meeting of Harlow Mining in Leeds on Tuesday, among them Ian Frost.",
    );
}

#[test]
fn the_first_day_of_a_trial_is_not_its_last() {
    assert_quiet(
        "Olga Petkov wept in the public gallery in Leeds as her son Ivan Petkov was sentenced.",
        "Olga Petkov was not in court in Leeds when the trial of her son Ivan Petkov opened.",
    );
}

#[test]
fn deeds_at_a_scene_are_held_against_whatever_keeps_one_away() {
    let there = [
        "The composer, Lars Petkov, cut the ribbon with garden shears.",
        "The composer, Lars Petkov, was helped down from the stand and hugged every singer.",
        "The trophy was handed over by Lars Petkov, the composer.",
    ];
    let away = [
        "Lars Petkov, the composer, followed it on the radio from a ward in Selby.",
        "Lars Petkov, the composer, learnt of the result from a neighbour.",
        "A letter from the composer, Lars Petkov, was read out.",
        "Lars Petkov, the composer, had flown home to Selby.",
        "Of the composer, Lars Petkov, there was no sign.",
    ];
    for there in there {
        for away in away {
            let (one, two) = (format!("{CONVENTION} {there}\n"), format!("{CONVENTION} {away}\n"));
            assert_conflict(Check::Attendance, Severity::Warning, &one, &two);
        }
    }
    let there = format!("{CONVENTION} {}\n", there[0]);
    for other in [
        "Lars Petkov learnt of the theft from a neighbour.",
        "Last year Lars Petkov followed it on the radio from a ward in Selby.",
        "Lars Petkov was in bed until Friday.",
        "Lars Petkov sent a letter to the builders.",
        "Lars Petkov missed his train home.",
        "Lars Petkov spent Sunday evening in his hotel room.",
    ] {
        assert_quiet(&there, &format!("{CONVENTION} {other}\n"));
    }
}

#[test]
fn a_given_name_alone_is_of_the_family_that_the_article_names() {
    assert_conflict(
        Check::Attendance,
        Severity::Warning,
        "The judge sentenced Ivan Petkov to nine years on Thursday. Wife Olga sat in the second row of the public gallery.",
        "The judge sentenced Ivan Petkov to nine years on Thursday. His wife, Olga Petkov, learned of the sentence over the \
         telephone.",
    );
}
