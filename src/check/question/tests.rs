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
    let worn = "Lena Holt was wearing a helmet when she fell at Marle on Friday.";
    against(worn, "Lena Holt fell bareheaded at Marle on Friday.");
    quiet(worn, "Ida Wren fell bareheaded at Marle on Friday.");
    quiet(worn, "If Lena Holt had been bareheaded at Marle on Friday she would be dead.");
    quiet(worn, "Lena Holt fell bareheaded at Marle in 2019.");
    quiet(worn, "Lena Holt wore a yellow helmet at Marle on Friday.");
}

#[test]
fn whatever_of_a_sort_the_story_has_is_one_thing() {
    let closed = "The whole of the trial in Marle was held behind closed doors, Lena Holt said on Friday.";
    against(closed, "The court in Marle, Lena Holt said on Friday, sat in open session.");
    quiet(closed, "The court in Marle will sit in open session in May, Lena Holt said on Friday.");
    quiet(closed, "Part of the trial in Marle was held in open court, Lena Holt said on Friday.");
}

#[test]
fn words_that_name_what_they_tell_of_need_nothing_beside() {
    let rang = "The smoke alarm at the mill in Marle went off at once on Friday.";
    against(rang, "On Friday the alarm at the mill in Marle did not make a sound.");
    quiet(rang, "On Friday the sprinklers at the mill in Marle did not come on.");
}

#[test]
fn ones_word_is_not_held_against_anothers_where_it_is_disputed() {
    quiet(
        "Holm Bank closed the branch in Marle over the heads of the staff, Ana Brandt said on Friday.",
        "Holm Bank consulted staff in Marle about the move, Tom Hale said on Friday.",
    );
}

#[test]
fn what_was_had_and_that_there_was_none() {
    let worn = "Lena Holt carried a red flare on Friday.";
    against(worn, "On Friday Lena Holt had no flare.");
    quiet(worn, "On Friday Lena Holt had no white flare.");
    quiet(worn, "On Friday Ida Wren had no flare.");
    against("Lena Holt called an ambulance to Marle on Friday.", "Nobody called an ambulance to Marle on Friday.");
}

#[test]
fn who_acts_and_what_it_is_about_tell_answers_apart() {
    let call = "The trawler Solveig sent a distress call off Marle on Friday.";
    against(call, "The Solveig went down off Marle on Friday without a distress call.");
    quiet(call, "The tanker Ravn sent no distress call off Marle on Friday.");
    let vote = "Councillors in Marle agreed the budget unanimously on Friday.";
    against(vote, "Councillors in Marle were split over the budget on Friday.");
    quiet(vote, "Councillors in Marle were split over the bus lane on Friday.");
}

#[test]
fn an_article_that_tells_of_two_times_is_held_against_neither() {
    quiet(
        "Lena Holt was conscious when she reached Marle on Friday.",
        "Lena Holt was unconscious on Friday. She was later conscious and spoke in Marle.",
    );
}

#[test]
fn one_may_admit_the_fraud_and_deny_the_theft() {
    against("Tom Reyes pleaded guilty to two counts of fraud.", "Tom Reyes pleaded not guilty to fraud.");
    quiet("Tom Reyes pleaded guilty to two counts of fraud.", "Tom Reyes pleaded not guilty to a charge of theft.");
}
