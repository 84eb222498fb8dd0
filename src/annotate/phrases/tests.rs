//! Where noun phrases begin and end, their heads, and what determines them.

use crate::annotate::mention::Determination;
use crate::testing::read;

/// Holds the noun phrases of a text against lines such as `the mayor's [visit]`: the head in brackets.
#[track_caller]
fn assert_phrases(text: &str, expected: &[&str]) {
    let article = read(text);
    let found: Vec<String> = article
        .phrases
        .iter()
        .map(|phrase| {
            let head = article.tokens[phrase.head].span;
            let before = &text[phrase.span.start..head.start];
            format!("{before}[{}]{}", head.of(text), &text[head.end..phrase.span.end])
        })
        .collect();
    assert_eq!(found, expected, "{text}");
}

#[track_caller]
fn first(text: &str) -> crate::annotate::mention::NounPhrase {
    read(text).phrases.first().cloned().unwrap_or_else(|| panic!("no phrase in: {text}"))
}

#[test]
fn a_phrase_runs_from_determiner_to_head() {
    assert_phrases("The small blue boat sank.", &["The small blue [boat]"]);
    assert_phrases("A badly damaged boat sank.", &["A badly damaged [boat]"]);
    assert_phrases("A small, dull deal failed.", &["A small, dull [deal]"]);
}

#[test]
fn an_object_is_a_phrase_of_its_own() {
    assert_phrases("The crew left the boat.", &["The [crew]", "the [boat]"]);
    assert_phrases("She gave the crew a boat.", &["[She]", "the [crew]", "a [boat]"]);
}

#[test]
fn possessors_are_phrases_inside() {
    assert_phrases("The mayor's visit ended.", &["The mayor's [visit]", "The [mayor]"]);
    assert_phrases(
        "Her husband's firm's lawyer left.",
        &["Her husband's firm's [lawyer]", "Her husband's [firm]", "Her [husband]"],
    );
}

#[test]
fn a_chain_of_possessors_is_cut_at_some_depth() {
    let text = format!("The {}end came.", "cat's ".repeat(40));
    assert!(read(&text).phrases.len() < 80);
}

#[test]
fn a_quantity_is_taken_whole() {
    assert_phrases("About 40 passengers waited.", &["About 40 [passengers]"]);
    assert_phrases("He paid £3.4 million.", &["[He]", "£3.4 [million]"]);
}

#[test]
fn a_time_is_a_phrase_of_its_own() {
    let article = read("She met the mayor on Thursday evening.");
    let last = article.phrases.last().unwrap();
    assert_eq!(last.span.of(&article.document.text), "Thursday evening");
    assert_eq!(last.time, Some(0));
}

#[test]
fn a_day_before_a_noun_is_part_of_its_phrase() {
    assert_phrases("Thursday's meeting failed.", &["Thursday's [meeting]", "[Thursday]"]);
}

#[test]
fn no_and_nobody_deny() {
    for text in ["No one came.", "Nobody came.", "No minister came.", "Neither side came.", "None came."] {
        assert_eq!(first(text).determination, Determination::Negative, "{text}");
    }
}

#[test]
fn a_bound_denies_nothing() {
    assert_eq!(first("No more than 40 people came.").determination, Determination::Bare);
}

#[test]
fn determiners_say_how_known_a_thing_is() {
    assert_eq!(first("The boat sank.").determination, Determination::Definite);
    assert_eq!(first("A boat sank.").determination, Determination::Indefinite);
    assert_eq!(first("Boats sank.").determination, Determination::Bare);
    assert_eq!(first("Their boat sank.").determination, Determination::Definite);
    assert_eq!(first("Ana Ruiz sank.").determination, Determination::Definite);
}

#[test]
fn number_shows_by_the_head() {
    assert!(first("The boats sank.").plural);
    assert!(first("They sank.").plural);
    assert!(first("Police came.").plural);
    assert!(!first("The boat sank.").plural);
}

#[test]
fn an_apposition_is_tied_to_what_it_names() {
    let apposed = |text: &str| {
        let article = read(text);
        let pair = article.phrases.iter().find_map(|phrase| Some((phrase.span, phrase.apposition?)));
        pair.map(|(left, right)| format!("{} = {}", left.of(text), article.phrases[right].span.of(text)))
    };
    assert_eq!(apposed("The chairman, Desmond Hale, left.").as_deref(), Some("The chairman = Desmond Hale"));
    assert_eq!(apposed("Desmond Hale, the chairman, left.").as_deref(), Some("Desmond Hale = the chairman"));
    assert_eq!(apposed("Desmond Hale, Ana Ruiz and Li Wei left."), None);
    assert_eq!(apposed("On Monday, Desmond Hale left."), None);
}
