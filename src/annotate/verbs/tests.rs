//! One sentence a habit of English: what the group is, and where there is none.

use super::verb_groups;
use crate::annotate::tag::sample::tagged;
use crate::annotate::verb::VerbGroup;
use proptest::prelude::*;

fn groups(text: &str) -> Vec<VerbGroup> {
    let (tokens, sentences) = tagged(text);
    verb_groups(text, &tokens, &sentences)
}

/// `lemma polarity modality tense`, and what is out of the ordinary: `perfect`, `progressive`, `passive`, the form,
/// `<embedding`.
fn shown(group: &VerbGroup) -> String {
    let mut parts = vec![group.lemma.to_string()];
    parts.push(if group.polarity == crate::annotate::verb::Polarity::Negative { "-" } else { "+" }.into());
    parts.push(format!("{:?}", group.modality).to_lowercase());
    parts.push(format!("{:?}", group.tense).to_lowercase());
    for (set, word) in [(group.perfect, "perfect"), (group.progressive, "progressive")] {
        parts.extend(set.then(|| word.to_owned()));
    }
    if group.voice == crate::annotate::verb::Voice::Passive {
        parts.push("passive".into());
    }
    if group.form != crate::annotate::verb::VerbForm::Finite {
        parts.push(format!("{:?}", group.form).to_lowercase());
    }
    parts.extend(group.embedding.as_ref().map(|word| format!("<{word}")));
    parts.join(" ")
}

#[track_caller]
fn assert_groups(text: &str, expected: &[&str]) {
    let found: Vec<String> = groups(text).iter().map(shown).collect();
    assert_eq!(found, expected, "in {text:?}");
}

#[test]
fn auxiliaries_give_tense_aspect_and_voice() {
    assert_groups("The envoy met the farmers.", &["meet + actual past"]);
    assert_groups("The envoy has met the farmers.", &["meet + actual present perfect"]);
    assert_groups("The envoy had been meeting the farmers.", &["meet + actual past perfect progressive"]);
    assert_groups("The meeting is being held in the town.", &["hold + actual present progressive passive"]);
    assert_groups("The smuggler was arrested on Monday.", &["arrest + actual past passive"]);
    assert_groups("The smuggler got arrested on Monday.", &["arrest + actual past passive"]);
    assert_groups("The envoy will meet the farmers.", &["meet + planned future"]);
    assert_groups("The farmers would have been paid.", &["pay + hypothetical past perfect passive"]);
    assert_groups("She's resigned her seat.", &["resign + actual present perfect"]);
    assert_groups("It's made of oak.", &["make + actual present passive"]);
}

#[test]
fn negation_is_read_wherever_it_stands_in_the_group() {
    assert_groups("The envoy did not meet the farmers.", &["meet - actual past"]);
    assert_groups("The envoy didn't meet the farmers.", &["meet - actual past"]);
    assert_groups("The envoy never met the farmers.", &["meet - actual past"]);
    assert_groups("The envoy has not yet met the farmers.", &["meet - actual present perfect"]);
    assert_groups("The firm no longer sells boats.", &["sell - actual present"]);
    assert_groups("The envoy not only met the farmers.", &["meet + actual past"]);
    assert_groups("The envoy could not reach the farmers.", &["reach - unable present"]);
    assert_groups("The envoy has, however, not met the farmers.", &["meet - actual present perfect"]);
}

#[test]
fn implicatives_turn_polarity() {
    assert_groups("The envoy managed to meet the farmers.", &["meet + actual past <manage"]);
    assert_groups("The envoy did not manage to meet the farmers.", &["meet - unable past <manage"]);
    assert_groups("The firm has failed to secure a loan.", &["secure - unable present perfect <fail"]);
    assert_groups("The envoy never failed to attend the meeting.", &["attend + actual past <fail"]);
    assert_groups("The envoy refused to sign the deal.", &["sign - refused past <refuse"]);
    assert_groups("The envoy has not yet been able to schedule a visit.", &["schedule - unable present perfect <able"]);
    assert_groups("The pilot decided not to land.", &["land - intended past <decide"]);
    assert_groups("The firm stopped selling boats.", &["sell - actual past <stop"]);
    assert_groups("The clerk denied taking the money.", &["take - actual past <deny"]);
    assert_groups("The club stopped short of sacking the coach.", &["sack - actual past <stop"]);
}

#[test]
fn plans_hopes_and_reports_are_no_facts() {
    assert_groups("The envoy was set to leave.", &["leave + planned past <set"]);
    assert_groups("The envoy is due to leave.", &["leave + planned future <due"]);
    assert_groups("The envoy is to leave on Friday.", &["leave + planned future <be"]);
    assert_groups("The envoy was to have toured the mill.", &["tour + planned past perfect <be"]);
    assert_groups("The envoy had hoped to meet the farmers.", &["meet + intended past perfect <hope"]);
    assert_groups("The envoy is going to leave.", &["leave + planned future <go"]);
    assert_groups("The thief is believed to have fled.", &["flee + possible present perfect <believe"]);
    assert_groups("The envoy is not expected to attend.", &["attend - planned future <expect"]);
    assert_groups("The envoy might leave.", &["leave + possible present"]);
}

#[test]
fn conditions_and_questions_assert_nothing() {
    assert_groups(
        "Had the club not cut its prices, it would have closed.",
        &["cut - hypothetical past perfect", "close + hypothetical past perfect"],
    );
    assert_groups("Did the envoy meet the farmers?", &["meet + hypothetical past"]);
    assert_groups("We were too slow to act.", &["be + actual past", "act - unable untensed infinitive"]);
}

#[test]
fn particles_belong_to_the_lemma() {
    assert_groups("The union called off the strike.", &["call off + actual past"]);
    assert_groups("The union called the strike off.", &["call off + actual past"]);
    assert_groups("The chairman will step down next year.", &["step down + planned future"]);
    assert_groups("The governor has been sworn in.", &["swear in + actual present perfect passive"]);
    assert_groups("Prices went up 3 percent.", &["go + actual past"]);
    assert_groups("The pact was signed on Monday.", &["sign + actual past passive"]);
    assert_groups("She signed on as a nurse.", &["sign on + actual past"]);
    assert_groups("The chairman sat in a chair.", &["sit + actual past"]);
}

#[test]
fn complements_apart_from_their_verb_keep_its_outcome() {
    assert_groups("The envoy asked him to leave.", &["ask + actual past", "leave + intended untensed infinitive <ask"]);
    assert_groups(
        "The sides agreed on Tuesday to repair the dam.",
        &["agree + actual past", "repair + planned untensed infinitive <agree"],
    );
    assert_groups(
        "The storm forced the ferry to turn back.",
        &["force + actual past", "turn back + actual untensed infinitive <force"],
    );
    assert_groups(
        "The guards prevented the crowd from entering.",
        &["prevent + actual past", "enter - unable untensed gerund <prevent"],
    );
    assert_groups("The clerk left without paying.", &["leave + actual past", "pay - actual untensed gerund"]);
}

#[test]
fn participles_and_gerunds_are_groups_only_as_verbs() {
    assert_groups("The disputed vote was a failed bid.", &["be + actual past"]);
    assert_groups(
        "The man accused of fraud fled.",
        &["accuse + actual untensed passive participle", "flee + actual past"],
    );
    assert_groups(
        "The talks held in the town failed.",
        &["hold + actual untensed passive participle", "fail + actual past"],
    );
    assert_groups("The meeting ended.", &["end + actual past"]);
    assert_groups("His handling of the strike was praised.", &["praise + actual past passive"]);
    assert_groups("After meeting the farmers he left.", &["meet + actual untensed gerund", "leave + actual past"]);
}

#[test]
fn coordinated_forms_share_their_auxiliaries() {
    assert_groups(
        "The clerk was arrested and charged with fraud.",
        &["arrest + actual past passive", "charge + actual past passive"],
    );
    assert_groups("The envoy did not sign or endorse the deal.", &["sign - actual past", "endorse - actual past"]);
    assert_groups("The envoy met the farmers and left.", &["meet + actual past", "leave + actual past"]);
}

#[test]
fn headlines_have_verbs_too() {
    assert_groups("Brewery chief to step down", &["step down + planned future"]);
    assert_groups("Minister set to resign", &["resign + planned future <set"]);
    assert_groups("Clerk jailed for fraud", &["jail + actual past passive"]);
}

proptest! {
    #[test]
    fn groups_lie_in_order_inside_the_text(text in "[a-z '.,A-Z0-9’“”]{0,80}|((to|not|was|be|have|failed|going|the|and|it|agreed|able) ){0,30}") {
        let mut end = 0;
        for group in groups(&text) {
            prop_assert!(group.tokens.contains(&group.main));
            prop_assert!(group.tokens.start >= end && text.get(group.span.start..group.span.end).is_some());
            end = group.main + 1;
        }
    }
}
