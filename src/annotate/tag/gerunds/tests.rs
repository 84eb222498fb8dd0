use crate::annotate::tag::sample::assert_tag;
use crate::annotate::token::Tag;

#[test]
fn before_a_noun_it_says_what_the_noun_is_like() {
    assert_tag("He blamed soaring cocoa prices.", "soaring", Tag::Adjective);
    assert_tag("Managing director Ana Ruiz resigned.", "managing", Tag::Adjective);
    assert_tag("Striking bin workers in Leeds returned.", "striking", Tag::Adjective);
    assert_tag("The firm was granted planning permission.", "planning", Tag::Adjective);
    assert_tag("They were caught by falling rock.", "falling", Tag::Adjective);
    assert_tag("They were accused of planning attacks.", "planning", Tag::VerbGerund);
    assert_tag("Losing the vote, Ana Ruiz resigned.", "losing", Tag::VerbGerund);
    assert_tag("Cutting jobs was a mistake.", "cutting", Tag::VerbGerund);
}

#[test]
fn behind_a_noun_it_may_be_one() {
    assert_tag("It issued a profit warning in June.", "warning", Tag::Noun);
    assert_tag("Flooding closed the lane.", "flooding", Tag::Noun);
    assert_tag("A vehicle matching that description was found.", "matching", Tag::VerbGerund);
    assert_tag("The ferry sailing to Cork sank.", "sailing", Tag::VerbGerund);
}

#[test]
fn behind_to_it_may_be_a_noun() {
    assert_tag("He surrendered to police in Leeds.", "police", Tag::Noun);
    assert_tag("They returned to work on Monday.", "work", Tag::Noun);
    assert_tag("They went to Leeds to work on Monday.", "work", Tag::Verb);
}
