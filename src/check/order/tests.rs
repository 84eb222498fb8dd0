//! Small stories of several reports: what contradicts itself and what only seems to.

use crate::check::{Check, Conflict, Severity};
use crate::testing::outcome;

fn conflicts(texts: &[&str]) -> Vec<Conflict> {
    outcome(texts).conflicts.into_iter().filter(|conflict| conflict.check == Check::Order).collect()
}

#[track_caller]
fn fires(texts: &[&str]) -> Conflict {
    let mut found = conflicts(texts);
    assert_eq!(found.len(), 1, "{texts:?}");
    found.remove(0)
}

#[track_caller]
fn quiet(texts: &[&str]) {
    let found: Vec<String> = conflicts(texts).into_iter().map(|conflict| conflict.message).collect();
    assert_eq!(found, Vec::<String>::new(), "{texts:?}");
}

#[test]
fn a_collapse_before_and_after_help_came() {
    let conflict = fires(&[
        "Fire crews arrived after the roof of the Tanner Street mill had collapsed.",
        "The mill's roof collapsed half an hour after fire crews arrived.",
    ]);
    assert_eq!(conflict.severity, Severity::Error);
    assert_eq!(conflict.sides.len(), 2);
    quiet(&[
        "Fire crews arrived before the roof of the Tanner Street mill collapsed.",
        "The mill's roof collapsed half an hour after fire crews arrived.",
    ]);
}

#[test]
fn two_told_in_either_order() {
    fires(&[
        "The museum told its insurers about the theft before it informed the police.",
        "The museum informed police of the theft first and its insurers a day later.",
    ]);
    fires(&[
        "The bank wrote to its customers first, and alerted the watchdog only after that.",
        "The bank notified the regulator on March 2, and its customers two days later.",
    ]);
    quiet(&[
        "Workers told managers about the smoke before lunch.",
        "Workers told the fire brigade about the smoke after lunch.",
    ]);
    // The second clause has a verb of its own.
    quiet(&[
        "Mayor Ida Brandt visited the school on Monday and her office later released a statement.",
        "The office of Mayor Ida Brandt released a statement before she visited the school.",
    ]);
}

#[test]
fn three_reports_contradict_where_no_two_do() {
    let texts = [
        "The siren sounded two minutes before the pump was switched off.",
        "The pump had already been shut down when the order to leave the plant came over the intercom.",
        "The foreman gave the order over the intercom to get out. The siren went off after that order had been given.",
    ];
    let conflict = fires(&texts);
    assert_eq!(conflict.sides.len(), 3);
    quiet(&texts[..2]);
    quiet(&texts[1..]);
}

#[test]
fn words_and_times_together() {
    let texts = [
        "The alarm went off at 9.15am on Tuesday and the vault door was opened ten minutes later.",
        "The vault door was opened at 8.30am on Tuesday.",
    ];
    let conflict = fires(&texts);
    assert!(conflict.explanation.iter().any(|line| line.contains("times")), "{:?}", conflict.explanation);
    quiet(&[texts[0], "The vault door was opened at 9.25am on Tuesday."]);
}

#[test]
fn resignations_and_votes() {
    fires(&[
        "Ana Ruiz resigned before the report was published.",
        "Ana Ruiz resigned two days after the report was published.",
    ]);
    fires(&[
        "The minister, Karl Oden, did not resign until the inquiry had reported its findings.",
        "Karl Oden resigned before the inquiry reported its findings.",
    ]);
    fires(&[
        "The announcement of the takeover followed the resignation of chairman Piet Vos.",
        "Piet Vos resigned after the takeover was announced.",
    ]);
    fires(&[
        "It was not until the auction had ended that the bronze was stolen.",
        "The bronze was stolen before the auction ended.",
    ]);
    // The leak and the publication are two events.
    quiet(&["Ana Ruiz resigned before the report was published.", "Ana Ruiz resigned after the report was leaked."]);
}

#[test]
fn counted_to_the_last() {
    fires(&[
        "Ed Moran phoned his rival at ten to concede, while four districts were still to be reported.",
        "Ed Moran stayed at home until the last district had been posted. Only then did he make the call.",
    ]);
    quiet(&[
        "Ed Moran phoned his rival at ten to concede, after four districts had been reported.",
        "Ed Moran stayed at home until the last district had been posted. Only then did he make the call.",
    ]);
}

#[test]
fn two_meetings_are_two_events() {
    quiet(&[
        "Ana Ruiz met the governor before the vote on the budget.",
        "Ana Ruiz met the governor again after the vote on the budget.",
    ]);
    quiet(&[
        "Police arrested a man after the march.",
        "Police arrested a man before the march began, and another after it.",
    ]);
    quiet(&[
        "Bo Lindahl scored before Marek Dunn was sent off and again after the restart.",
        "Bo Lindahl scored after Marek Dunn was sent off.",
    ]);
}

#[test]
fn a_plan_is_not_what_happened() {
    quiet(&[
        "The president will meet the king before the summit opens.",
        "The president met the king after the summit opened.",
    ]);
    quiet(&["If Joan Addo resigns before the vote, the party will split.", "Joan Addo resigned after the vote."]);
}

#[test]
fn what_was_long_ago_is_background() {
    quiet(&[
        "The factory had been closed for years when Ines Alba bought it.",
        "Ines Alba bought the factory before it was closed for repairs in May.",
    ]);
    quiet(&[
        "Mayor Ida Brandt visited the school before the flood.",
        "Mayor Ida Brandt visited the school a year after the flood.",
    ]);
}

#[test]
fn words_between_marks_are_the_speakers() {
    quiet(&[
        "“Jon Bell left before the fire started,” said Mia Orr, a guard.",
        "Jon Bell left after the fire started.",
    ]);
}

#[test]
fn sentences_in_a_row_are_no_order() {
    quiet(&[
        "The bridge was closed. Engineers discovered the crack.",
        "Engineers discovered the crack. The bridge was closed.",
    ]);
}

#[test]
fn clefts_converses_and_carried_subjects_give_an_order() {
    fires(&[
        "The minister resigned before the report was published on Thursday.",
        "It was only after the report had been published on Thursday that the minister, Ida Holt, stepped down.",
    ]);
    quiet(&[
        "The minister resigned before the report was published on Thursday.",
        "It was only after the report had been leaked on Thursday that the minister, Ida Holt, stepped down.",
    ]);
    fires(&[
        "The board of Tarn Foods sacked its auditor before the accounts were signed.",
        "Tarn Foods dismissed its auditors after they had signed the accounts.",
    ]);
    fires(&[
        "Ida Holt informed the council of the deal, then signed it.",
        "The council learned of the deal from Ida Holt a day after she had put her name to it.",
    ]);
    fires(&[
        "Tarn Foods sold the mill and only afterwards did it inform the union.",
        "Tarn Foods informed the union before it sold the mill.",
    ]);
}

#[test]
fn taking_the_lead_is_an_event_of_a_match() {
    fires(&[
        "Harrow Town took the lead before Paul Dace was sent off.",
        "Paul Dace had already been sent off when Harrow Town took the lead.",
    ]);
    quiet(&[
        "Harrow Town took the lead before Paul Dace was sent off.",
        "Paul Dace had already been sent off when Elm Rovers took the lead.",
    ]);
}
