//! What became of a thing, told in two ways, and what only looks like it.

use crate::check::{Check, Severity};
use crate::testing::{assert_conflict, assert_quiet};

#[test]
fn an_offer_is_accepted_or_rejected() {
    let accepted = "The union, Unitas, has accepted the company's offer of 4 per cent, its leader, Dora Kiss, said.";
    assert_conflict(
        Check::Polarity,
        Severity::Warning,
        accepted,
        "Members of Unitas have voted against the offer of 4 per cent. Dora Kiss, their leader, was surprised.",
    );
    assert_quiet(accepted, "Members of Unitas voted in March against an offer of 2 per cent, Dora Kiss recalled.");
    // Some of many vote against what the many accept.
    assert_quiet(accepted, "The three who voted against the offer of 4 per cent left Unitas, Dora Kiss said.");
}

#[test]
fn a_library_closes_or_stays_open() {
    let open = "The library in Marsh Lane will stay open, the council said on Friday. It found the money.";
    assert_conflict(
        Check::Polarity,
        Severity::Warning,
        open,
        "The library in Marsh Lane will close in March, the council confirmed on Friday. The money was not there.",
    );
    assert_quiet(open, "The library in Mill Road will close in March, the council confirmed on Friday.");
}

#[test]
fn what_is_not_found_yet_may_be_found_later() {
    let missing = "Divers have still not found the black box of the plane that crashed off Lima, investigators said.";
    let found = "The black box has been recovered from the wreck of the plane, investigators in Lima said.";
    assert_conflict(Check::Polarity, Severity::Warning, missing, found);
    let later = [("a.txt", "2026-03-05", missing), ("b.txt", "2026-03-07", found)];
    assert_eq!(crate::testing::conflicts(&later), []);
}

#[test]
fn a_request_is_granted_or_refused() {
    let refused = "The health ministry refused a request by the hospital in Lom to hire 20 nurses from abroad, its \
                   director, Petar Iliev, said.";
    assert_conflict(
        Check::Polarity,
        Severity::Warning,
        refused,
        "Twenty nurses from abroad were hired by the hospital in Lom, Petar Iliev, its director, said.",
    );
    assert_quiet(refused, "The hospital in Lom hired porters last year, Petar Iliev, its director, said.");
}

#[test]
fn a_decision_that_is_put_off_is_not_taken() {
    let off = "Councillors in Ripon postponed a decision on the ring road until April. They want to see a survey.";
    assert_conflict(
        Check::Status,
        Severity::Warning,
        off,
        "The ring road was approved by Ripon's councillors on Tuesday night. Work is to begin in the autumn.",
    );
    assert_quiet(off, "The swimming pool was approved by Ripon's councillors on Tuesday night.");
    // Approved in the end.
    let news = [
        ("a.txt", "2026-03-03", off),
        ("b.txt", "2026-03-06", "The ring road was approved by Ripon's councillors on Thursday night."),
    ];
    assert_eq!(crate::testing::conflicts(&news), []);
}

#[test]
fn what_was_called_off_was_not_held_under_another_word() {
    let off =
        "The concert by the Orlov Quartet in Bath on Tuesday was cancelled because the cellist, Ivan Orlov, was ill.";
    assert_conflict(
        Check::Status,
        Severity::Warning,
        off,
        "The Orlov Quartet played to a full house in Bath on Tuesday night. Ivan Orlov was given an ovation.",
    );
    assert_quiet(
        off,
        "The Orlov Quartet played to a full house in Leeds on Monday night. Ivan Orlov was given an ovation.",
    );
}

#[test]
fn a_sale_falls_through_or_is_made() {
    let off =
        "The sale of the Grand Hotel in Scarborough to a Dutch investor fell through on Monday, the receiver said.";
    assert_conflict(
        Check::Status,
        Severity::Warning,
        off,
        "The Grand Hotel in Scarborough was sold on Monday to a Dutch investor. The receiver said that jobs were safe.",
    );
    assert_quiet(off, "The Royal Hotel in Scarborough was sold on Monday to a Dutch investor, the receiver said.");
}

#[test]
fn a_vote_put_off_is_no_vote() {
    let off = "The vote on the budget was put off on Tuesday until next week, the speaker, Ana Ruzic, said.";
    assert_conflict(
        Check::Status,
        Severity::Warning,
        off,
        "Deputies passed the budget on Tuesday by 61 votes to 58, and the speaker, Ana Ruzic, closed the session.",
    );
    assert_quiet(off, "Deputies passed the pensions bill on Tuesday, and the speaker, Ana Ruzic, closed the session.");
    // An article that knows of both tells how it went.
    assert_quiet(
        off,
        "The vote on the budget was called off on Tuesday, then held after all. Deputies passed the budget on Tuesday, \
         and the speaker, Ana Ruzic, closed the session.",
    );
}

#[test]
fn what_did_not_take_place_drew_no_crowd() {
    let held = "The Lantern Fair in Mirfield drew 40,000 visitors on Friday, its organiser, Ida Wren, said.";
    assert_conflict(
        Check::Status,
        Severity::Warning,
        held,
        "There was no Lantern Fair this year in Mirfield, its organiser, Ida Wren, said.",
    );
    assert_quiet(held, "There was no Lantern Fair in Mirfield last year, its organiser, Ida Wren, said.");
    let off = "Tuesday's talks in Bern between the pilots and Delmar Air never took place, Ida Wren said.";
    assert_conflict(
        Check::Polarity,
        Severity::Error,
        off,
        "The pilots and Delmar Air held talks in Bern on Tuesday, Ida Wren said.",
    );
    assert_quiet(off, "The pilots and Delmar Air held talks in Bern on Monday, Ida Wren said.");
}

#[test]
fn the_race_of_others_is_another() {
    let run = "More than 500 runners finished the Brenn Marathon in Mirfield on Sunday, Ida Wren said.";
    assert_conflict(
        Check::Status,
        Severity::Warning,
        run,
        "The Brenn Marathon on Sunday was abandoned, Ida Wren said.",
    );
    assert_quiet(run, "The children's race before the Brenn Marathon on Sunday was called off, Ida Wren said.");
    let flew = "Flight 212 took off from Funchal an hour late on Friday, Ida Wren of Delmar Air said.";
    let off =
        |number: &str| format!("Flight {number} from Funchal on Friday was cancelled, Ida Wren of Delmar Air said.");
    assert_conflict(Check::Status, Severity::Warning, flew, &off("212"));
    assert_quiet(flew, &off("214"));
}

#[test]
fn charges_are_dropped_or_tried() {
    let dropped = "The charges against the student, Lin Mei, have been dropped, her lawyer said.";
    assert_conflict(
        Check::Polarity,
        Severity::Warning,
        dropped,
        "The student, Lin Mei, will stand trial in April on both charges, prosecutors announced.",
    );
    assert_quiet(dropped, "Her teacher, Bo Wen, will stand trial in April on both charges. Lin Mei is a witness.");
}

#[test]
fn bail_is_granted_to_one_and_refused_to_another() {
    let granted = "The court in Lund granted bail to Nils Aberg on Tuesday. He must hand in his passport.";
    assert_conflict(
        Check::Polarity,
        Severity::Warning,
        granted,
        "Nils Aberg was refused bail by the court in Lund on Tuesday and keeps his passport.",
    );
    assert_quiet(granted, "The court in Lund refused bail to his brother, Karl Aberg, on Tuesday.");
}

#[test]
fn an_inquiry_is_ruled_out_or_held() {
    let out =
        "Ministers have ruled out a public inquiry into the fire at Rowan House, the families were told on Tuesday.";
    assert_conflict(
        Check::Polarity,
        Severity::Warning,
        out,
        "There is to be a public inquiry into the fire at Rowan House, ministers told the families on Tuesday.",
    );
    assert_quiet(out, "There is to be a memorial service at Rowan House, ministers told the families on Tuesday.");
}

#[test]
fn a_suit_is_settled_or_still_to_be_heard() {
    let settled = "The action which the fund brought against Corran Bank, through whose branch the money passed, was \
                   settled in February. The fund will get no more.";
    assert_conflict(
        Check::Status,
        Severity::Warning,
        settled,
        "The fund says that Corran Bank saw the money pass. Its claim is before the Supreme Court and is to be heard in May.",
    );
    assert_quiet(
        settled,
        "The fund thanks Corran Bank. Its appeal for new clothes is to be heard on the radio in May.",
    );
}

/// Pairs that contradict each other, each in the words of one paper and of another.
const APART: &[(&str, &str)] = &[
    (
        "Crews brought the blaze at the Harlow tyre depot under control on Monday night.",
        "The fire at the Harlow tyre depot was still burning out of control on Tuesday morning.",
    ),
    (
        "The ferry company Nordlink has resumed sailings between Ullapool and Stornoway.",
        "Nordlink's sailings between Ullapool and Stornoway remain suspended.",
    ),
    (
        "Sir Alan Crewe has resigned as chairman of Brookfield Water.",
        "Sir Alan Crewe stays on as chairman of Brookfield Water, the company said.",
    ),
    (
        "The old Regal cinema in Hebden has been sold to a supermarket chain.",
        "The old Regal cinema in Hebden remains unsold, with no buyer in sight.",
    ),
    (
        "The pilot, Kurt Amsel, had no licence to fly at night.",
        "The pilot, Kurt Amsel, held a full licence, including one to fly at night.",
    ),
    ("The drug Lumetra has been approved in Japan.", "Lumetra, the drug, is still waiting for approval in Japan."),
];

/// Pairs of two times, two things or two offices.
const AGREEING: &[(&str, &str)] = &[
    (
        "The council will begin work on the new swimming pool in Alder Road on Monday.",
        "Work on the new swimming pool in Alder Road has not begun, the council said.",
    ),
    (
        "The fire at the Harlow tyre depot was still burning on Monday.",
        "Crews put out the fire at the Harlow tyre depot on Tuesday.",
    ),
    (
        "Sir Alan Crewe resigned as chairman of Brookfield Water on Thursday.",
        "Sir Alan Crewe remains a director of Brookfield Water.",
    ),
    (
        "The firm has withdrawn its offer for Castell.",
        "The firm's first offer for Castell remains on the table, the board said on 2 January.",
    ),
    ("The order to boil water was lifted in Bray.", "The order to boil water remains in force in Killiney."),
    (
        "Police released the driver, Jan Kosek, on Monday.",
        "Jan Kosek was arrested again on Tuesday and remains in custody.",
    ),
    (
        "The company paid the fine of 2 million euros on Friday.",
        "The company had not paid the fine of 2 million euros by Thursday.",
    ),
];

#[test]
fn one_thing_has_one_outcome() {
    for (one, two) in APART {
        let found = crate::testing::conflicts(&[("a.txt", "2026-03-06", one), ("b.txt", "2026-03-06", two)]);
        assert_eq!(found.len(), 1, "{one} | {two}");
    }
}

#[test]
fn outcomes_of_two_times_things_or_offices_agree() {
    for (one, two) in AGREEING {
        assert_quiet(one, two);
    }
}

#[test]
fn an_act_called_off_the_day_before_was_not_done_in_other_words() {
    let planned =
        "The bargemen had meant to march to the ministry on Thursday. The march was called off because of the heat.";
    let marched = "Some 800 bargemen marched to the ministry on Thursday behind a brass band.";
    assert_conflict(Check::Status, Severity::Warning, planned, marched);
    assert_quiet(planned, "Some 800 bargemen marched to the ministry on Friday behind a brass band.");
    assert_quiet(planned, "Some 800 teachers marched to the palace on Thursday behind a brass band.");
    let cancelled = "All surgery set for Thursday at Ashby hospital was called off. Ana Ruiz runs the hospital.";
    let held =
        "All nine of the planned operations at Ashby hospital went ahead on Thursday. Ana Ruiz runs the hospital.";
    assert_conflict(Check::Status, Severity::Warning, cancelled, held);
    let other =
        "All nine of the planned operations at Geneva hospital went ahead on Friday. Ana Ruiz runs the hospital.";
    assert_quiet(cancelled, other);
}

#[test]
fn a_search_that_is_called_off_has_been_made() {
    let rescued = "The search for the crew of the Lady Maud off Brenn was concluded on Monday, Ida Wren said.";
    assert_quiet(rescued, "Ida Wren called off the search for the crew of the Lady Maud off Brenn on Monday.");
}

#[test]
fn a_vote_to_close_the_pool_is_none_on_the_budget() {
    let off = "Tuesday's vote on the budget of Brenn was put off, the speaker, Ana Ruzic, said.";
    let told = |what: &str| format!("The council of Brenn voted on Tuesday to {what}, the speaker, Ana Ruzic, said.");
    assert_conflict(Check::Status, Severity::Warning, off, &told("pass the budget"));
    assert_quiet(off, &told("close the pool"));
}
