use super::*;
use crate::testing::read;

const PACK: &str = "pack: p
predicates:
  lend: {roles: {agent: person, thing: thing, to: person}}
claims:
  - id: lent
    predicate: lend
    match:
      - '{agent:person} <lend> {thing:thing of book|painting} to {to:person}'
      - '{agent:person} (loan|gift) to {to:person}'
    unless: [deaf ear]
    when: {polarity: positive}
";

/// What is told of the first pattern of its kind that was tried in the text.
#[track_caller]
fn told(text: &str) -> Vec<String> {
    let library = Library::from_texts(&[("p.yaml", PACK)], false).unwrap_or_default();
    let Some(rule) = library.rule("p/lent") else { unreachable!("the pack compiles") };
    let article = read(text);
    let accounts = why(&article, &library, rule, Span::new(0, text.len()));
    let attempts = accounts.into_iter().flat_map(|account| account.patterns).map(|(_, attempt)| match attempt {
        Attempt::Fired(claim) => format!("fired: {} roles", claim.roles.len()),
        Attempt::Outdone(rule) => format!("outdone: {rule}"),
        Attempt::Failed(why) => why,
    });
    attempts.collect()
}

#[track_caller]
fn assert_told(text: &str, words: &str) {
    let told = told(text);
    assert!(told.iter().any(|told| told.contains(words)), "{words}: {told:?}");
}

#[test]
fn a_rule_that_fires_is_said_to() {
    assert_told("Ana Ruiz lent the book to Li Wei.", "fired: 3 roles");
}

#[test]
fn the_first_part_that_failed_is_told_with_what_was_seen() {
    assert_told("Ana Ruiz gave the book to Li Wei.", "its verb is `give`; the rule wants lend");
    assert_told("The storm lent the book to Li Wei.", "`{agent:person}`: subject “The storm”:");
    assert_told("Ana Ruiz lent the house to Li Wei.", "its head `house` is not in the list");
    assert_told("Ana Ruiz lent the book.", "`to {to:person}`: no phrase with `to` belongs to the verb");
    assert_told("Ana Ruiz did not lend the book to Li Wei.", "`when: polarity`: here it is negative");
}

#[test]
fn a_phrase_pattern_tells_how_far_it_came() {
    assert_told("Ana Ruiz gift to Li Wei.", "fired: 2 roles");
    assert_told("Ana Ruiz gift to the sea.", "`{to:person}`: “the sea”");
    assert_told("Rain fell.", "none of its words stands there: gift, loan");
}
