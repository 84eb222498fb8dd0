//! Claims of one occurrence: who, where, when, how many, whether at all.

use crate::check::{Check, Severity};
use crate::testing::{assert_conflict, assert_quiet, conflicts};

#[test]
fn happened_against_did_not() {
    assert_conflict(
        Check::Polarity,
        Severity::Error,
        "Ana Ruiz met Li Wei in Geneva on Tuesday.",
        "Ana Ruiz did not meet Li Wei in Geneva on Tuesday.",
    );
    assert_conflict(
        Check::Polarity,
        Severity::Error,
        "Ana Ruiz met Li Wei in Geneva on Tuesday.",
        "Ana Ruiz refused to meet Li Wei in Geneva on Tuesday.",
    );
    assert_conflict(
        Check::Polarity,
        Severity::Error,
        "Ana Ruiz and Li Wei met in Geneva on Tuesday.",
        "Li Wei never met Ana Ruiz in Geneva on Tuesday.",
    );
}

#[test]
fn hopes_plans_and_other_days_deny_nothing() {
    let met = "Ana Ruiz met Li Wei in Geneva on Tuesday.";
    assert_quiet(met, "Ana Ruiz hopes to meet Li Wei.");
    assert_quiet(met, "Ana Ruiz may not meet Li Wei on Friday.");
    assert_quiet(met, "Ana Ruiz did not meet Li Wei on Monday.");
    assert_quiet(met, "Ana Ruiz did not meet Oliver Marsh in Geneva on Tuesday.");
    assert_quiet(met, "If Ana Ruiz did not meet Li Wei in Geneva on Tuesday, she lied.");
}

#[test]
fn one_meeting_in_two_places() {
    assert_conflict(
        Check::Place,
        Severity::Error,
        "Ana Ruiz met Li Wei in Geneva on Tuesday evening.",
        "Ana Ruiz met Li Wei in Lyon on Tuesday evening.",
    );
    assert_quiet(
        "Ana Ruiz met Li Wei in Geneva on Tuesday evening.",
        "Ana Ruiz met Li Wei in Switzerland on Tuesday evening.",
    );
    assert_quiet("Ana Ruiz met Li Wei in Geneva on Tuesday.", "Ana Ruiz met Oliver Marsh in Lyon on Tuesday.");
    assert_quiet("Ana Ruiz met Li Wei in Geneva on Monday.", "Ana Ruiz met Li Wei in Lyon on Tuesday.");
}

#[test]
fn a_wedding_on_two_days() {
    assert_conflict(Check::Time, Severity::Error, "Ana Ruiz resigned on Monday.", "Ana Ruiz resigned on Tuesday.");
    assert_quiet("Ana Ruiz resigned on Tuesday.", "Ana Ruiz resigned on Tuesday evening.");
    assert_quiet("Ana Ruiz resigned on Tuesday.", "Ana Ruiz resigned this week.");
    assert_quiet("Ana Ruiz resigned on Monday.", "Li Wei resigned on Tuesday.");
}

#[test]
fn roles_swapped() {
    assert_conflict(
        Check::Participant,
        Severity::Error,
        "Ana Ruiz beat Marta Silva in the final on Sunday.",
        "Marta Silva beat Ana Ruiz in the final on Sunday.",
    );
    assert_quiet("Ana Ruiz met Marta Silva on Sunday.", "Marta Silva met Ana Ruiz on Sunday.");
    assert_quiet("Ana Ruiz beat Marta Silva on Sunday.", "Marta Silva was beaten by Ana Ruiz on Sunday.");
}

#[test]
fn a_toll_in_two_figures() {
    assert_conflict(
        Check::Quantity,
        Severity::Error,
        "The blast in Ashby killed 12 people on Tuesday.",
        "The blast in Ashby killed 14 people on Tuesday.",
    );
    assert_quiet(
        "The blast in Ashby killed 12 people on Tuesday.",
        "The blast in Ashby killed at least 10 people on Tuesday.",
    );
    assert_quiet(
        "The blast in Ashby killed 12 people on Tuesday.",
        "The blast in Ashby killed about a dozen people on Tuesday.",
    );
    assert_quiet("The blast killed 12 people.", "The blast killed 12 people and injured 40.");
}

#[test]
fn a_later_toll_is_an_update() {
    let told = conflicts(&[
        ("a.txt", "2025-11-19", "The blast in Ashby killed 12 people on Tuesday."),
        ("b.txt", "2025-11-20", "The blast in Ashby killed 14 people on Tuesday."),
    ]);
    assert!(told.iter().all(|conflict| conflict.severity == Severity::Note), "{told:#?}");
}

#[test]
fn two_speakers_may_disagree() {
    let told = conflicts(&[
        ("a.txt", "2025-11-19", "The union said that Ana Ruiz met Li Wei in Geneva on Tuesday."),
        ("b.txt", "2025-11-19", "The ministry said that Ana Ruiz did not meet Li Wei in Geneva on Tuesday."),
    ]);
    assert!(told.iter().all(|conflict| conflict.severity < Severity::Error), "{told:#?}");
    let told = conflicts(&[
        ("a.txt", "2025-11-19", "Ana Ruiz met Li Wei in Geneva on Tuesday."),
        ("b.txt", "2025-11-19", "“I did not meet Li Wei in Geneva on Tuesday,” said Ana Ruiz."),
    ]);
    assert!(told.iter().all(|conflict| conflict.severity == Severity::Note), "{told:#?}");
}

#[test]
fn called_off_against_went_ahead() {
    assert_conflict(
        Check::Status,
        Severity::Error,
        "The Ashby council called off the strike on Friday.",
        "The Ashby council held the strike on Friday.",
    );
}

#[test]
fn a_plan_that_came_to_nothing_against_went_ahead() {
    let toured = "Ana Ruiz toured the Ashby shipyard on Friday.";
    assert_conflict(
        Check::Status,
        Severity::Error,
        "Ana Ruiz was to have toured the Ashby shipyard on Friday. The visit was called off.",
        toured,
    );
    assert_quiet("Ana Ruiz was to have toured the Ashby shipyard on Monday.", toured);
    // It went ahead elsewhere.
    assert_quiet(
        "The Ashby parade that was to have ended in Geneva on Tuesday ended in Lyon.",
        "The Ashby parade ended on Tuesday.",
    );
}

#[test]
fn the_next_sentence_may_date_what_this_one_tells() {
    let signed = |when: &str| {
        format!("Ana Ruiz and Li Wei signed the accord at {when} in Geneva on Tuesday with Oliver Marsh of Ashby.")
    };
    let local = "The accord is signed. It happened on Tuesday morning, shortly after nine, when Ana Ruiz and Li Wei \
                 sat down in Geneva. Oliver Marsh of Ashby clapped.";
    assert_conflict(Check::Time, Severity::Error, &signed("10.30 p.m."), local);
    assert_quiet(&signed("9.15 a.m."), local);
}

#[test]
fn what_opens_with_an_old_date_is_another_event() {
    let size = |opening: &str, size: &str| {
        format!("{opening} earthquake measuring {size} hit Lisbon on Tuesday, killing 12 people, Ana Ruiz told Li Wei.")
    };
    assert_conflict(Check::Quantity, Severity::Error, &size("An", "6.4"), &size("An", "6.1"));
    assert_quiet(&size("Last spring, an", "6.4"), &size("An", "6.1"));
}

#[test]
fn a_plan_of_one_day_has_one_who_leads_it() {
    let debate = "will moderate the debate between the candidates for governor in Reno on Sunday.\n";
    let other =
        "Sunday's debate in Reno between the candidates for governor will be moderated by Omar Haddad of Channel 6.\n";
    assert_conflict(Check::Participant, Severity::Error, &format!("Ana Ruiz {debate}"), other);
    assert_quiet(&format!("Omar Haddad {debate}"), other);
}

#[test]
fn navies_of_two_countries_are_two() {
    let handed = "on Monday by the Falke yard in Emden.\n";
    let dutch = format!("The frigate Seeadler was delivered to the Dutch navy {handed}");
    assert_conflict(
        Check::Participant,
        Severity::Error,
        &dutch,
        &format!("The frigate Seeadler was delivered to the German navy {handed}"),
    );
    assert_quiet(&dutch, &format!("The frigate Seeadler was delivered to the navy {handed}"));
}

#[test]
fn whoever_wins_does_not_lose() {
    let elected = "Labour's Ana Ruiz has been elected mayor of Oakhaven on Tuesday, ahead of Omar Haddad.\n";
    let beaten = "Omar Haddad defeated Labour's Ana Ruiz by 1,904 votes in Tuesday's election for mayor in Oakhaven.\n";
    assert_conflict(Check::Participant, Severity::Warning, elected, beaten);
    let ahead = "Ana Ruiz defeated Omar Haddad by 1,904 votes in Tuesday's election for mayor in Oakhaven.\n";
    assert_quiet(elected, ahead);
}

#[test]
fn what_is_on_is_not_called_off_on_one_day() {
    let on = "The referendum on the constitution will take place on 6 April, President Omar Haddad confirmed.\n";
    let off = "President Omar Haddad has scrapped the referendum on the constitution.\n";
    assert_conflict(Check::Status, Severity::Warning, on, off);
    assert_quiet(on, "President Omar Haddad has scrapped the referendum on the euro.\n");
}

#[test]
fn a_wedding_that_did_not_take_place_is_no_marriage() {
    let off = "Saturday's wedding of Omar Haddad and the model Ana Ruiz in Ludlow did not take place.\n";
    let on = "Omar Haddad married the model Ana Ruiz in Ludlow on Saturday.\n";
    assert_conflict(Check::Polarity, Severity::Error, off, on);
    assert_quiet(off, "Omar Haddad met the model Ana Ruiz in Ludlow on Saturday.\n");
}

#[test]
fn members_of_a_body_are_its_own_in_either_wording() {
    let yes = "The pilots of Acme Air accepted the company's pay offer on Wednesday by 812 votes to 340.\n";
    assert_conflict(
        Check::Polarity,
        Severity::Warning,
        yes,
        "Acme Air's pilots have rejected the pay deal on which they had been balloted since Monday.\n",
    );
    assert_quiet(yes, "Acme Air's cleaners have rejected the pay deal on which they had been balloted since Monday.\n");
}

#[test]
fn another_match_is_no_other_result() {
    let won = "Norwick beat Colby Town 2-1 on Saturday at Mill Lane in the second division.\n";
    assert_quiet(won, "Norwick lost 3-1 to Colby Town at Mill Lane last season in the second division.\n");
    let all = "About 9,000 people were evacuated in Thrace on Thursday, the fire service said, from seven villages.\n";
    let some = "Some 2,500 people were evacuated from the village of Mill Lane in Thrace on Thursday, the fire service \
                said; seven villages were cleared.\n";
    assert_quiet(all, some);
}

#[test]
fn an_age_told_in_the_next_sentence() {
    let wept = "Ana Ruiz wept on Sunday. The 27-year-old from Geneva lost.";
    assert_conflict(Check::Quantity, Severity::Error, wept, "\"I lost,\" said Ana Ruiz, 24, on Sunday.");
    assert_quiet(wept, "\"I lost,\" said Ana Ruiz, 27, on Sunday.");
    assert_quiet(
        "Ana Ruiz beat Marta Silva. The 27-year-old wept.",
        "Marta Silva, 24, spoke after she lost to Ana Ruiz, 31.",
    );
}
