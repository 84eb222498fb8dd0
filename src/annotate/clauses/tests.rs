//! Who did what to whom, where and when, whether it is asserted, and in whose words.

use crate::testing::{assert_clause, assert_clauses};

#[test]
fn a_plain_clause_has_a_subject_an_object_and_adjuncts() {
    assert_clauses("Ana Ruiz met Li Wei in Geneva on Tuesday.", &["meet(Ana Ruiz; Li Wei) [in Geneva, on Tuesday]"]);
    assert_clauses("The ship sank.", &["sink(The ship; )"]);
}

#[test]
fn what_hangs_on_the_subject_is_not_the_subject() {
    assert_clause("A man accused of killing two women was freed.", "free(; A man)");
    assert_clause("The vote on closing the pool was put off.", "put off(; The vote)");
    assert_clause("The vote on closing the pool was put off.", "close(; the pool)");
    assert_clause("The race before the match on Sunday was called off.", "call off(; The race) [on Sunday]");
    assert_clause("After closing the pool, the council met.", "meet(the council; )");
    // A headline needs no verb of its own.
    assert_clause("Fear in Arlo after the bridge collapses", "collapse(the bridge; )");
}

#[test]
fn a_second_object_receives_the_first() {
    assert_clauses("The board gave the union an undertaking.", &["give(The board; an undertaking; the union)"]);
}

#[test]
fn a_copula_has_a_complement() {
    assert_clauses("Ana Ruiz is the mayor.", &["be(Ana Ruiz; ) = the mayor"]);
    assert_clauses("The bridge is unsafe.", &["be(The bridge; ) = unsafe"]);
    assert_clauses("Li Wei became chairman in May.", &["become(Li Wei; ) = chairman [in May]"]);
}

#[test]
fn a_passive_is_turned_round() {
    assert_clauses("The mayor was arrested by detectives in Leeds.", &["arrest(detectives; The mayor) [in Leeds]"]);
    assert_clauses("The mayor was arrested on Monday.", &["arrest(; The mayor) [on Monday]"]);
    assert_clauses("The road was closed by Tuesday.", &["close(; The road) [by Tuesday]"]);
}

#[test]
fn what_is_given_in_a_passive_is_the_object() {
    assert_clauses("Tom Alvey was given a medal.", &["give(; a medal; Tom Alvey)"]);
}

#[test]
fn subjects_and_objects_are_coordinated() {
    assert_clauses("Ana Ruiz and Li Wei met in Geneva.", &["meet(Ana Ruiz + Li Wei; ) [in Geneva]"]);
    assert_clauses("Ana Ruiz, Li Wei and Tom Alvey resigned.", &["resign(Ana Ruiz + Li Wei + Tom Alvey; )"]);
    assert_clauses("She met Ana Ruiz and Li Wei.", &["meet(She; Ana Ruiz + Li Wei)"]);
    assert_clauses("She met Ana Ruiz, Li Wei and Tom Alvey.", &["meet(She; Ana Ruiz + Li Wei + Tom Alvey)"]);
}

#[test]
fn what_it_was_points_at_takes_part() {
    assert_clause(
        "It was Ana Ruiz, a baker when she is not on skis, who found the skier.",
        "find(Ana Ruiz; the skier)",
    );
    assert_clause("It was on Monday that the mayor resigned.", "resign(the mayor; ) [Monday]");
    assert_clause("It was not until Monday that the mayor resigned.", "resign(the mayor; ) [Monday]");
    assert_clause("It was ten past four when the ferry sank.", "sink(the ferry; ) [ten past four]");
    assert_clause("It was not Ana Ruiz who signed the deal.", "not sign(Ana Ruiz; the deal)");
    assert_clause("The mayor resigned when the report came out.", "resign(The mayor; )");
}

#[test]
fn means_behind_by_do_not_act() {
    assert_clause("The envoy was briefed by telephone.", "brief(; The envoy) [by telephone]");
    assert_clause("The envoy was briefed by diplomats.", "brief(diplomats; The envoy)");
}

#[test]
fn the_last_of_two_prepositions_governs() {
    assert_clause("The envoy sat in on the talks.", "sit(The envoy; ) [on the talks]");
    assert_clause("When it was over she had 200 votes.", "have(she; 200 votes)");
}

#[test]
fn verbs_joined_by_and_share_the_subject() {
    assert_clauses(
        "The mayor opened the bridge and thanked the crew.",
        &["open(The mayor; the bridge)", "thank(The mayor; the crew)"],
    );
    assert_clauses(
        "The mayor opened the bridge, thanked the crew and left.",
        &["open(The mayor; the bridge)", "thank(The mayor; the crew)", "leave(The mayor; )"],
    );
}

#[test]
fn clauses_joined_by_and_keep_their_own_subjects() {
    assert_clauses(
        "The mayor opened the bridge and the crew left the harbour.",
        &["open(The mayor; the bridge)", "leave(the crew; the harbour)"],
    );
}

#[test]
fn an_apposition_between_subject_and_verb_is_stepped_over() {
    assert_clauses("Desmond Hale, the chairman, left the meeting.", &["leave(Desmond Hale; the meeting)"]);
    assert_clauses("The chairman, Desmond Hale, left the meeting.", &["leave(The chairman; the meeting)"]);
    assert_clauses("Desmond Hale, 61, left the meeting.", &["leave(Desmond Hale; the meeting)"]);
}

#[test]
fn a_time_behind_an_apposition_belongs_to_the_verb() {
    assert_clause(
        "Divers found the body of Ana Ruiz, the kayaker, on Wednesday.",
        "find(Divers; the body) [on Wednesday]",
    );
}

#[test]
fn who_and_which_stand_for_the_noun_before_them() {
    assert_clauses(
        "Ana Ruiz, who chairs the board, left the meeting.",
        &["chair(Ana Ruiz; the board)", "leave(Ana Ruiz; the meeting)"],
    );
    assert_clauses(
        "The report, which criticises the captain, blames the owners.",
        &["criticise(The report; the captain)", "blame(The report; the owners)"],
    );
    assert_clause("The man who led the inquiry resigned.", "lead(The man; the inquiry)");
    assert_clause("The man who led the inquiry resigned.", "resign(The man; )");
}

#[test]
fn whom_and_which_fill_the_object_they_left() {
    assert_clause("The captain whom the owners dismissed sued.", "dismiss(the owners; The captain)");
    assert_clause("The ship which the navy seized sank.", "seize(the navy; The ship)");
}

#[test]
fn where_fills_the_place_it_left() {
    assert_clause("She flew to Geneva, where she met Li Wei.", "meet(she; Li Wei) [Geneva]");
}

#[test]
fn whose_gives_the_noun_behind_it() {
    assert_clause("The captain, whose ship sank, resigned.", "resign(The captain; )");
    assert_clause("The captain, whose ship sank, resigned.", "sink(ship; )");
}

#[test]
fn which_behind_a_firm_of_a_country_is_the_firm() {
    assert_clause("Acme Chemical of Japan, which owns the mine, closed it.", "own(Acme Chemical; the mine)");
    assert_clause("He flew to the capital of Japan, which owns the mine.", "own(Japan; the mine)");
}

#[test]
fn a_reduced_relative_says_something_of_its_noun() {
    assert_clause("The bridge, built by Acme in 1950, collapsed.", "build(Acme; The bridge) [in 1950]");
    assert_clause("The bridge, built by Acme in 1950, collapsed.", "collapse(The bridge; )");
}

#[test]
fn an_infinitive_takes_the_subject_or_the_object_of_its_verb() {
    assert_clause("Ana Ruiz flew to Geneva to meet Li Wei.", "meet(Ana Ruiz; Li Wei) {intended}");
    assert_clause("The board asked Ana Ruiz to chair the inquiry.", "chair(Ana Ruiz; the inquiry) {intended}");
    assert_clause("The court ordered the firm to pay damages.", "pay(the firm; damages) {intended}");
}

#[test]
fn a_gerund_takes_the_subject_of_its_clause() {
    assert_clause("Ana Ruiz resigned after losing the vote.", "lose(Ana Ruiz; the vote)");
    assert_clause("After losing the vote, Ana Ruiz resigned.", "lose(Ana Ruiz; the vote)");
    assert_clause("Meeting reporters in Geneva, Ana Ruiz smiled.", "meet(Ana Ruiz; reporters) [in Geneva]");
}

#[test]
fn what_somebody_is_accused_of_is_not_said_to_have_happened() {
    assert_clause("Tom Alvey was accused of stealing the ring.", "steal(Tom Alvey; the ring) {hypothetical}");
    assert_clause("Tom Alvey was barred from entering the ground.", "not enter(Tom Alvey; the ground) {unable}");
}

#[test]
fn without_denies() {
    assert_clause("The minister left without meeting the families.", "not meet(The minister; the families)");
}

#[test]
fn what_stands_in_front_belongs_to_the_clause() {
    assert_clauses("On Tuesday, in Geneva, Ana Ruiz met Li Wei.", &["meet(Ana Ruiz; Li Wei) [in Geneva, On Tuesday]"]);
    assert_clauses("Last week Ana Ruiz met Li Wei.", &["meet(Ana Ruiz; Li Wei) [Last week]"]);
}

#[test]
fn denial_shows_in_verb_and_subject() {
    assert_clauses("The mayor did not sign the deal.", &["not sign(The mayor; the deal)"]);
    assert_clauses("The mayor never signed the deal.", &["not sign(The mayor; the deal)"]);
    assert_clauses("No one signed the deal.", &["not sign(No one; the deal)"]);
    assert_clauses("Nobody signed the deal.", &["not sign(Nobody; the deal)"]);
    assert_clauses("Neither side signed the deal.", &["not sign(Neither side; the deal)"]);
    assert_clauses("The mayor signed no deal.", &["not sign(The mayor; no deal)"]);
}

#[test]
fn implicatives_decide_what_happened() {
    assert_clauses("The mayor failed to sign the deal.", &["not sign(The mayor; the deal) {unable}"]);
    assert_clauses("The mayor refused to sign the deal.", &["not sign(The mayor; the deal) {refused}"]);
    assert_clauses("The mayor managed to sign the deal.", &["sign(The mayor; the deal)"]);
    assert_clauses("The mayor hopes to sign the deal.", &["sign(The mayor; the deal) {intended}"]);
    assert_clauses("The mayor will sign the deal.", &["sign(The mayor; the deal) {planned}"]);
    assert_clauses("The mayor may sign the deal.", &["sign(The mayor; the deal) {possible}"]);
}

#[test]
fn reported_speech_has_its_speaker() {
    assert_clauses(
        "The ministry said that two men drowned.",
        &["say(The ministry; )", "drown(two men; ) / The ministry"],
    );
    assert_clauses("The ministry said two men drowned.", &["say(The ministry; )", "drown(two men; ) / The ministry"]);
    assert_clause("Ana Ruiz told the inquiry that she signed the order.", "sign(she; the order) / Ana Ruiz");
    assert_clause("Ana Ruiz told the inquiry she signed the order.", "sign(she; the order) / Ana Ruiz");
}

#[test]
fn a_cue_may_come_last_or_be_a_phrase() {
    assert_clause("Two men drowned, the ministry said.", "drown(Two men; ) / the ministry");
    assert_clause(
        "Two men drowned, according to the ministry.",
        "drown(Two men; ) [according to the ministry] / the ministry",
    );
    assert_clause(
        "According to the ministry, two men drowned.",
        "drown(two men; ) [According to the ministry] / the ministry",
    );
}

#[test]
fn what_is_denied_is_denied_in_the_speakers_words() {
    assert_clause("The mayor denied that she took bribes.", "not take(she; bribes) / The mayor");
}

#[test]
fn direct_speech_is_the_speakers() {
    assert_clause("\"We signed the deal,\" said Ana Ruiz.", "sign(We; the deal) / “Ana Ruiz”");
    assert_clause("\"We signed the deal,\" said Ana Ruiz.", "say(Ana Ruiz; )");
    assert_clause("\"We signed the deal,\" Ana Ruiz said.", "say(Ana Ruiz; )");
}

#[test]
fn conditions_assert_nothing() {
    assert_clause("If the sides fail, the strike will start.", "fail(the sides; ) {hypothetical}");
    assert_clause("Had she cut the wire, the bomb would have failed.", "cut(she; the wire) {hypothetical}");
    assert_clause("Had she cut the wire, the bomb would have failed.", "fail(the bomb; ) {hypothetical}");
    assert_clause("Were the sides to fail, the strike would start.", "fail(the sides; ) {hypothetical}");
    assert_clause("Unless the sides agree, the strike will start.", "agree(the sides; ) {hypothetical}");
}

#[test]
fn questions_assert_nothing() {
    assert_clause("Has the mayor signed the deal?", "sign(the mayor; the deal) {hypothetical}");
    assert_clause("It is unclear whether the mayor signed the deal.", "sign(the mayor; the deal) {hypothetical}");
    assert_clause("Reporters asked whether the mayor signed the deal.", "sign(the mayor; the deal) {hypothetical}");
}

#[test]
fn because_and_after_assert() {
    assert_clause("She resigned because the board lost the vote.", "lose(the board; the vote)");
    assert_clause("She resigned after the board lost the vote.", "lose(the board; the vote)");
    assert_clause("She resigned when the board lost the vote.", "lose(the board; the vote)");
}

#[test]
fn a_list_goes_on_where_it_began() {
    assert_clauses(
        "The treaty was signed by Ana Ruiz, Li Wei and Tom Alvey.",
        &["sign(Ana Ruiz + Li Wei + Tom Alvey; The treaty)"],
    );
    assert_clause("He was found guilty by a jury of six women and six men.", "find(a jury; He) = guilty");
    assert_clauses(
        "She met Ana Ruiz in Bern and Li Wei in Geneva.",
        &["meet(She; Ana Ruiz + Li Wei) [in Bern, in Geneva]"],
    );
    assert_clauses("Talks between Acme and Globex failed.", &["fail(Talks; )"]);
    assert_clauses("The mayor of Leeds and the head of Acme met.", &["meet(The mayor + the head; )"]);
}

#[test]
fn ages_and_scores_between_commas_are_stepped_over() {
    assert_clauses(
        "Alvey knifed Tom Hale, 15, in the neck in Leeds.",
        &["knife(Alvey; Tom Hale) [in the neck, in Leeds]"],
    );
    assert_clause("Tom Hale, 34, who grew up in Leeds, resigned.", "grow up(Tom Hale; ) [in Leeds]");
}

#[test]
fn a_second_object_may_say_what_the_first_becomes() {
    assert_clauses("Members elected Ana Ruiz leader.", &["elect(Members; Ana Ruiz) = leader"]);
    assert_clauses("Ana Ruiz was elected leader.", &["elect(; Ana Ruiz) = leader"]);
    assert_clauses("The firm made 200 workers redundant.", &["make(The firm; 200 workers) = redundant"]);
    assert_clauses("The judge refused Tom Alvey bail.", &["refuse(The judge; bail; Tom Alvey)"]);
}

#[test]
fn a_clause_may_say_something_of_a_noun_without_which() {
    assert_clause("The car she drove was stolen.", "drive(she; The car)");
    assert_clause("The car she drove was stolen.", "steal(; The car)");
    assert_clause("He left with a coin he found in Leeds.", "find(he; a coin) [in Leeds]");
    // Whom one tells is no such noun.
    assert_clause("Ana Ruiz told the court she stole it.", "steal(she; it) / Ana Ruiz");
}

#[test]
fn which_means_the_event_rather_than_its_place() {
    assert_clause("They fought the fire on Pen Road, which began at noon.", "begin(the fire; ) [at noon]");
    assert_clause("The thieves, two of whom wore masks, fled.", "wear(two; masks)");
    assert_clause("The fund to which she gave money closed.", "give(she; money) [The fund]");
}

#[test]
fn what_somebody_was_the_first_to_do_was_done() {
    assert_clause("She was the first Scot to win the prize.", "win(She; the prize)");
    assert_clause("She will be the first Scot to win the prize.", "win(She; the prize) {planned}");
    assert_clause("He lost the last chance to win the prize.", "win(He; the prize) {possible}");
}

#[test]
fn what_somebody_believes_is_theirs() {
    assert_clause("Detectives believe two men drowned.", "drown(two men; ) / Detectives");
}

#[test]
fn that_behind_a_thing_is_relative_and_behind_news_is_not() {
    assert_clause("A rally that the union had called was abandoned.", "call(the union; A rally)");
    assert_clause("A rally that the union had called was abandoned.", "abandon(; A rally)");
    assert_clause("The report that the firm lied was wrong.", "lie(the firm; )");
}

#[test]
fn a_by_phrase_behind_an_act_is_the_acts() {
    assert_clause("She was asked about protests by farmers.", "ask(; She) [about protests, by farmers]");
    assert_clause("She was blamed for the delay by farmers.", "blame(farmers; She) [for the delay]");
}

#[test]
fn what_opens_a_later_clause_is_not_joined_here() {
    assert_clause(
        "The rally was abandoned because of hail, and a man who flew in to address it spoke in a garage.",
        "abandon(; The rally) [because of hail]",
    );
    assert_clause(
        "The rally was abandoned because of hail, and a man who flew in to address it spoke in a garage.",
        "speak(a man; ) [in a garage]",
    );
    assert_clause("The firm said the talks had failed.", "say(The firm; )");
}

#[test]
fn a_phrase_in_front_of_after_belongs_to_the_main_clause() {
    assert_clause("Rovers won the first cup in their history, after the final had ended.", "end(the final; )");
    assert_clause("Rovers beat Albion to win the cup.", "win(Rovers; the cup)");
    assert_clause("Rovers met Albion to win the cup.", "win(Rovers; the cup) {intended}");
}

#[test]
fn what_somebody_is_kept_from_they_do_not_do() {
    assert_clause("The guards stopped the crowd from entering.", "not enter(the crowd; ) {hypothetical}");
}

#[test]
fn odd_input_gives_clauses_or_none() {
    for text in ["", ".", "said", "who which that", "and and and", "to to be by by", "— , ; : “ ”", "was by the of"]
    {
        let _ = crate::testing::read(text);
    }
}

#[test]
fn the_first_of_several_sets_is_no_object() {
    assert_clause("Ana Ruiz beat Li Wei 6-3, 7-5.", "beat(Ana Ruiz; Li Wei)");
}
