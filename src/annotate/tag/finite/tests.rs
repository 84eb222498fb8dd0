use crate::annotate::tag::sample::assert_tag;
use crate::annotate::token::Tag;

#[test]
fn a_clause_without_a_verb_has_the_word_that_can_be_one() {
    assert_tag("The flood cost £40m.", "cost", Tag::VerbPast);
    assert_tag("The airline cut fares.", "cut", Tag::VerbPast);
    assert_tag("Armed robbers stole diamonds.", "stole", Tag::VerbPast);
    assert_tag("The couple plan to move.", "plan", Tag::VerbPresent);
    assert_tag("The actress re-hired her lawyer.", "re-hired", Tag::VerbPast);
}

#[test]
fn a_clause_that_has_its_verb_keeps_its_nouns() {
    assert_tag("The tax cut for the rich, announced in June, was scrapped.", "cut", Tag::Noun);
    assert_tag("The cost of the flood rose.", "cost", Tag::Noun);
    assert_tag("The plan to cut fares was dropped.", "plan", Tag::Noun);
}

#[test]
fn one_form_for_past_and_present_tells_the_past() {
    assert_tag("Workers quit on Monday.", "quit", Tag::VerbPast);
    assert_tag("Workers often quit in winter.", "quit", Tag::VerbPresent);
}

#[test]
fn and_joins_finite_verbs() {
    assert_tag("It started in a court, and ended with his arrest.", "ended", Tag::VerbPast);
    assert_tag("Ruiz, who grew up in Leeds and lives in York, won.", "lives", Tag::VerbThird);
    assert_tag("He was arrested and charged with theft.", "charged", Tag::VerbParticiple);
}

#[test]
fn a_past_form_behind_a_comma_may_be_a_participle() {
    assert_tag("They will reopen the gate in Bern, closed since June.", "closed", Tag::VerbParticiple);
    assert_tag("Ana Ruiz, the mayor, closed in on the lead.", "closed", Tag::VerbPast);
}

#[test]
fn words_that_are_no_verbs_are_none() {
    assert_tag("The ship ran aground off Cork.", "aground", Tag::Adjective);
    assert_tag("He died in March aged 88.", "aged", Tag::Adjective);
}
