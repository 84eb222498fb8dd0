//! Quotations: same speaker and other words, same words and another speaker.

use crate::check::{Check, Severity};
use crate::testing::{assert_conflict, assert_quiet};

#[test]
fn one_word_changed() {
    assert_conflict(
        Check::Quote,
        Severity::Error,
        "“We were not slow to tell our customers the truth,” said Ana Ruiz.",
        "“We were slow to tell our customers the truth,” said Ana Ruiz.",
    );
    assert_conflict(
        Check::Quote,
        Severity::Error,
        "“I have been a nurse for twenty years and a writer for two,” Ana Ruiz said.",
        "“I have been a nurse for two years and a writer for twenty,” Ana Ruiz said.",
    );
}

#[test]
fn words_that_change_places() {
    assert_conflict(
        Check::Quote,
        Severity::Error,
        "“The harbour was not sold, it was given away,” said Ana Ruiz.",
        "“The harbour was not given away, it was sold,” Ana Ruiz said.",
    );
}

#[test]
fn a_cut_is_no_change() {
    assert_quiet(
        "“We were not slow to tell our customers the truth,” said Ana Ruiz.",
        "“We were not slow to tell our customers,” said Ana Ruiz.",
    );
    assert_quiet(
        "“We were not slow to tell our customers the truth,” said Ana Ruiz.",
        "“We were not slow,” Ana Ruiz said, “to tell our customers the truth.”",
    );
    assert_quiet(
        "“We were not slow to tell our customers the truth,” said Ana Ruiz.",
        "\"We were not slow to tell our customers the truth\", said Ana Ruiz.",
    );
}

#[test]
fn two_remarks_are_two() {
    assert_quiet(
        "“The river is high and the bridge is shut,” said Ana Ruiz.",
        "“Nobody told us that the road would flood again,” said Ana Ruiz.",
    );
}

#[test]
fn one_remark_given_to_two_people() {
    let said = |who: &str| format!("“We did not want the cleverest book on the list,” {who} said.");
    assert_conflict(Check::Attribution, Severity::Error, &said("Ana Ruiz"), &said("Oliver Marsh"));
}

#[test]
fn short_sentences_of_one_remark_are_weighed_together() {
    assert_conflict(
        Check::Attribution,
        Severity::Error,
        "“He is not coming back. He is coming home,” said Ana Ruiz.",
        "“He is not coming back. He is coming home,” Oliver Marsh, the coach, said, and sat down.",
    );
    assert_conflict(
        Check::Attribution,
        Severity::Error,
        "“A ledger has no memory,” said Ana Ruiz.",
        "“A ledger has no memory,” Oliver Marsh had told the court.",
    );
}

#[test]
fn one_remark_of_one_speaker_is_none() {
    let said = |who: &str| format!("Ana Ruiz chaired the jury. “We did not want the cleverest book,” {who} said.");
    assert_quiet(&said("Ana Ruiz"), &said("she"));
    assert_quiet(&said("Ana Ruiz"), &said("Ms Ruiz"));
    assert_quiet(&said("Ana Ruiz"), &said("the jury"));
}

#[test]
fn a_set_phrase_is_anybodys() {
    assert_quiet("“We won,” said Ana Ruiz.", "“We won,” said Oliver Marsh.");
}

#[test]
fn who_speaks_for_others_lends_the_words() {
    assert_quiet(
        "“We did not want the cleverest book on the list,” Ana Ruiz said.",
        "“We did not want the cleverest book on the list,” said Oliver Marsh, a spokesman for the jury.",
    );
}

#[test]
fn a_football_manager_speaks_for_himself() {
    assert_conflict(
        Check::Attribution,
        Severity::Error,
        "“We ran like men who had read the papers,” said Ana Ruiz, the captain.",
        "Manager Oliver Marsh was angry. “We ran like men who had read the papers,” said Marsh.",
    );
}

#[test]
fn one_speaker_says_one_thing_and_not_its_reverse() {
    assert_conflict(
        Check::Quote,
        Severity::Error,
        "“We can see the crack ten days before the first train,” Ana Ruiz told the council.",
        "“Ten days after the first train we can see the crack,” said Ana Ruiz.",
    );
    assert_quiet(
        "“We can see the crack ten days before the first train,” Ana Ruiz told the council.",
        "“Ten days after the first train we can see the crack,” said Oliver Marsh.",
    );
    assert_quiet(
        "Ana Ruiz denied that it was “a question of money for the harbour”.",
        "“It was never a question of money for the harbour,” said Ana Ruiz.",
    );
}

#[test]
fn bodies_and_posts_are_speakers_too() {
    let said = |who: &str| format!("“Nobody was ever in danger on the pier,” {who} said.");
    assert_conflict(
        Check::Attribution,
        Severity::Warning,
        &said("a spokeswoman for Heron Air"),
        &said("a spokesman for the police"),
    );
    assert_conflict(Check::Attribution, Severity::Warning, &said("the coach"), &said("the captain"));
    assert_quiet(&said("a spokeswoman for Heron Air"), &said("Heron Air"));
    assert_quiet(&said("a spokeswoman for Heron Air"), &said("the airline"));
    assert_quiet(&said("the mayor"), &said("the council"));
    assert_quiet(&said("a villager"), &said("the coach"));
    assert_quiet(
        &said("the police"),
        "“Nobody was ever in danger on the pier,” said Ana Ruiz, who commands the police.",
    );
}

#[test]
fn words_that_are_shared_or_passed_on_have_no_one_speaker() {
    let said = |who: &str| format!("“Nobody was ever in danger on the pier,” {who}.");
    assert_quiet(&said("said Ana Ruiz"), &said("Oliver Marsh said, quoting Ana Ruiz"));
    assert_quiet(&said("said Ana Ruiz"), &said("Ana Ruiz and Oliver Marsh said in a joint statement"));
    assert_quiet(
        &said("said Ana Ruiz"),
        "“‘Nobody was ever in danger on the pier’ is what I was told,” said Oliver Marsh.",
    );
    assert_quiet(
        "“Our thoughts are with the families of the victims,” said Ana Ruiz.",
        "“Our thoughts are with the families of the victims,” said Oliver Marsh.",
    );
}

#[test]
fn a_short_sentence_with_its_denial() {
    assert_conflict(
        Check::Quote,
        Severity::Error,
        "“I will not stand again,” Ana Ruiz told the club.",
        "Ana Ruiz told the club: “I will stand again.”",
    );
    assert_conflict(
        Check::Quote,
        Severity::Error,
        "“I never met him,” Ana Ruiz said.",
        "“I met him twice,” said Ana Ruiz.",
    );
    assert_conflict(
        Check::Quote,
        Severity::Error,
        "Ana Ruiz told the jury that he was “a close friend”.",
        "Ana Ruiz told the jury that he was “never a close friend”.",
    );
    assert_conflict(
        Check::Quote,
        Severity::Error,
        "“We lost it in the first half,” said Ana Ruiz.",
        "“We lost it in the second half,” said Ana Ruiz.",
    );
}

#[test]
fn what_is_said_on_two_days_or_on_a_condition_is_no_other_wording() {
    let said = |words: &str| format!("“{words},” said Ana Ruiz.");
    assert_quiet(&said("I will not stand again"), &said("I will stand again when the roof is mended"));
    assert_quiet(&said("I will not stand again"), "“I will stand again,” said Oliver Marsh.");
    assert_quiet(
        "“I will not stand again,” Ana Ruiz said on Monday.",
        "“I will stand again,” Ana Ruiz said on Thursday.",
    );
    assert_quiet(
        "“I will not stand again,” said Ana Ruiz. Then she laughed. “I will stand again,” said Ana Ruiz.",
        &said("I will stand again"),
    );
    assert_quiet(
        "Ana Ruiz denied that he was “a close friend”.",
        "Ana Ruiz told the jury that he was “never a close friend”.",
    );
}

#[test]
fn one_remark_written_down_twice() {
    let lima = "“Lima has forgotten what its harbour is for,” Ana Ruiz told the council in Ashby.";
    assert_conflict(
        Check::Quote,
        Severity::Warning,
        lima,
        "Ana Ruiz told the council in Ashby: “Peru has forgotten what our harbour is for.”",
    );
    assert_quiet(lima, "Ana Ruiz told the council in Ashby: “Lima has forgotten what its market is for.”");
    assert_quiet(lima, "“Peru has forgotten what our harbour is for,” Ana Ruiz said through an interpreter in Ashby.");
    assert_quiet(lima, "Oliver Marsh told the council in Ashby: “Peru has forgotten what our harbour is for.”");
}
