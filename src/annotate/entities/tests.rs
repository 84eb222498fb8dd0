//! Who is meant: names tied to names, offices learned, descriptions and pronouns resolved or left open.

use crate::annotate::mention::Gender;
use crate::testing::{assert_offices, assert_refers, read};

#[track_caller]
fn assert_entities(text: &str, expected: &[&str]) {
    let article = read(text);
    let found: Vec<&str> = article.entities.iter().map(|entity| entity.name.as_str()).collect();
    assert_eq!(found, expected, "{text}");
}

#[test]
fn a_surname_means_its_only_bearer() {
    assert_refers("Ana Ruiz spoke. Ruiz left.", "Ruiz", "Ana Ruiz");
    assert_refers("Ms Ruiz left. Ana Ruiz had spoken. Ms Ruiz ran.", "Ms Ruiz", "Ana Ruiz");
}

#[test]
fn particles_belong_to_the_name() {
    assert_entities("Khalid al-Nasser met Jean d’Aubry.", &["Khalid al-Nasser", "Jean d’Aubry"]);
    assert_entities("Turki bin Faisal al-Harb spoke.", &["Turki bin Faisal al-Harb"]);
    assert_refers("Khalid al-Nasser spoke. Mr al-Nasser left.", "Mr al-Nasser", "Khalid al-Nasser");
}

#[test]
fn a_body_is_one_in_british_and_in_american_spelling() {
    assert_entities("The Larkfield Centre opened. The Larkfield Center is new.", &["Larkfield Centre"]);
}

#[test]
fn a_given_name_means_its_only_bearer() {
    assert_refers("Keira Dunmore spoke. Keira left.", "Keira", "Keira Dunmore");
    assert_refers("Sir Colm Aldous spoke. Sir Colm left.", "Sir Colm", "Colm Aldous");
}

#[test]
fn two_people_of_one_surname_stay_two() {
    assert_entities("Ana Ruiz met Marta Ruiz.", &["Ana Ruiz", "Marta Ruiz"]);
    assert_refers("Ana Ruiz met Marta Ruiz. Ruiz left.", "Ruiz", "?");
    // Nobody is meant who is not introduced yet.
    let twice = "Ana Ruiz spoke. Ms Ruiz, she said, was glad. Marta Ruiz ran.";
    assert_refers(twice, "Ms Ruiz", "Ana Ruiz");
}

#[test]
fn an_honorific_tells_two_of_one_surname_apart() {
    assert_refers("James Tarrant married Ellen Tarrant. Mrs Tarrant left.", "Mrs Tarrant", "Ellen Tarrant");
    assert_refers("James Tarrant married Ellen Tarrant. Mr Tarrant left.", "Mr Tarrant", "James Tarrant");
}

#[test]
fn middle_names_nicknames_and_initials_make_no_new_person() {
    assert_entities("Ana Maria Ruiz spoke. Ana Ruiz left.", &["Ana Maria Ruiz"]);
    assert_entities("Robert Tarrant spoke. Bob Tarrant left.", &["Robert Tarrant"]);
    assert_entities("Mary K. Ostrander spoke. Mary Ostrander left.", &["Mary K. Ostrander"]);
    assert_entities("Inés Cuesta spoke. Ines Cuesta left.", &["Inés Cuesta"]);
}

#[test]
fn a_slip_of_the_pen_makes_no_new_person() {
    assert_entities("Hannah Brandt spoke. Hannah Brant left.", &["Hannah Brandt"]);
    assert_entities("Hannah Brandt spoke. Hannah Morrow left.", &["Hannah Brandt", "Hannah Morrow"]);
}

#[test]
fn a_body_goes_by_its_first_word_or_its_initials() {
    assert_refers("Shares in Brindle Foods rose. Brindle said so.", "Brindle", "Brindle Foods");
    assert_refers("The Harbour Safety Board met. A report by the HSB followed.", "HSB", "Harbour Safety Board");
}

#[test]
fn offices_are_learned_from_apposition() {
    assert_offices("Ana Ruiz, the mayor of Ashby, spoke.", &["Ana Ruiz: mayor of Ashby"]);
    assert_offices("The mayor of Ashby, Ana Ruiz, spoke.", &["Ana Ruiz: mayor of Ashby"]);
    assert_offices("Ana Ruiz, a former judge, spoke.", &["Ana Ruiz: former judge"]);
    assert_offices("Ana Ruiz, Peru's foreign minister, spoke.", &["Ana Ruiz: foreign minister of Peru"]);
    assert_offices("Ana Ruiz, 54, the union's acting president, spoke.", &["Ana Ruiz: acting president of union"]);
}

#[test]
fn offices_are_learned_from_what_somebody_is_or_serves_as() {
    assert_offices("Ana Ruiz is the mayor of Ashby.", &["Ana Ruiz: mayor of Ashby"]);
    assert_offices("Ana Ruiz, who has served as mayor since 2021, spoke.", &["Ana Ruiz: mayor"]);
    assert_offices("Ana Ruiz was the mayor of Ashby until May.", &[]);
}

#[test]
fn an_office_means_whoever_was_introduced_in_it() {
    assert_refers("Ana Ruiz, the mayor, met Li Wei. The mayor left.", "The mayor", "Ana Ruiz");
    assert_refers("Mayor Ana Ruiz met Li Wei. The mayor left.", "The mayor", "Ana Ruiz");
    assert_refers("Ana Ruiz, the mayor, met Li Wei. A mayor left.", "A mayor", "?");
    assert_refers("Ana Ruiz, the mayor, met Li Wei. The mayors left.", "The mayors", "?");
}

#[test]
fn an_office_that_two_hold_means_neither() {
    assert_refers(
        "Peru's foreign minister Ana Ruiz met China's foreign minister Li Wei at noon in Geneva. \
         Reporters waited. The foreign minister left.",
        "The foreign minister",
        "?",
    );
}

#[test]
fn the_owner_tells_two_holders_apart() {
    assert_refers(
        "Peru's foreign minister Ana Ruiz met China's foreign minister Li Wei. China's foreign minister left.",
        "China's foreign minister",
        "Li Wei",
    );
}

#[test]
fn a_nationality_stands_for_the_owner_of_an_office() {
    assert_refers(
        "Peru's foreign minister Ana Ruiz met China's foreign minister Li Wei. The Chinese foreign minister left.",
        "The Chinese foreign minister",
        "Li Wei",
    );
}

#[test]
fn the_pair_are_the_two_named_last() {
    assert_refers("Ana Ruiz met Li Wei. The pair left.", "The pair", "Ana Ruiz and Li Wei");
    assert_refers("Ana Ruiz met Li Wei. The two leaders left.", "The two leaders", "Ana Ruiz and Li Wei");
    assert_refers("Ana Ruiz met Li Wei and Tom Alvey. The pair left.", "The pair", "?");
}

#[test]
fn pronouns_go_by_gender() {
    assert_refers("James Tarrant met Ellen Marsh. He left.", "He", "James Tarrant");
    assert_refers("James Tarrant met Ellen Marsh. She left.", "She", "Ellen Marsh");
    assert_refers("James Tarrant met Ellen Marsh. Her office confirmed it.", "Her", "Ellen Marsh");
}

#[test]
fn a_pronoun_prefers_the_subject() {
    assert_refers("James Tarrant saw Peter Marsh. He left.", "He", "James Tarrant");
}

#[test]
fn a_pronoun_between_equals_stays_open() {
    assert_refers("The talks between James Tarrant and Peter Marsh failed. Reporters heard that he left.", "he", "?");
}

#[test]
fn a_pronoun_never_goes_against_a_known_gender() {
    assert_refers("Mr Tarrant spoke for an hour. She left.", "She", "?");
}

#[test]
fn a_pronoun_teaches_a_gender() {
    let article = read("Wren Ashdown spoke. She left.");
    assert_eq!(article.entities[0].gender, Some(Gender::Feminine));
}

#[test]
fn i_is_the_speaker() {
    assert_refers("Ana Ruiz said: \"I will not resign.\"", "I", "Ana Ruiz");
}

#[test]
fn in_a_quotation_he_is_not_the_speaker() {
    assert_refers("James Tarrant met Peter Marsh. \"He lied,\" said Tarrant.", "He", "Peter Marsh");
}

#[test]
fn a_pronoun_looks_ahead_from_a_clause_that_opens_the_sentence() {
    assert_refers("James Tarrant spoke. Asked whether he would resign, Peter Marsh said no.", "he", "Peter Marsh");
    assert_refers("When she arrived, Ana Ruiz smiled.", "she", "Ana Ruiz");
}

#[test]
fn it_is_the_body_last_spoken_of() {
    assert_refers("Brindle Foods Ltd cut jobs. It blamed the weather.", "It", "Brindle Foods Ltd");
    assert_refers("Brindle Foods Ltd sued Orchard Vale plc. Its shares fell.", "Its", "Brindle Foods Ltd");
}

#[test]
fn the_company_is_the_only_body_named() {
    assert_refers("Brindle Foods Ltd cut jobs. The company blamed the weather.", "The company", "Brindle Foods Ltd");
    assert_refers("Brindle Foods Ltd and Orchard Vale plc closed. The company blamed the weather.", "The company", "?");
    assert_refers("Brindle Foods Ltd cut jobs. A company blamed the weather.", "A company", "?");
}

#[test]
fn nobody_introduced_stays_nobody() {
    assert_refers("The head teacher left.", "The head teacher", "?");
    assert_refers("He left.", "He", "?");
    assert_refers("A witness left. He ran.", "He", "?");
}

#[test]
fn ages_stand_behind_names() {
    let age = |text: &str| read(text).entities.first().and_then(|entity| entity.age).map(|(age, _)| age);
    assert_eq!(age("Ana Ruiz, 54, spoke."), Some(54));
    assert_eq!(age("Ana Ruiz (54) spoke."), Some(54));
    assert_eq!(age("Ana Ruiz, 2,300 of whose votes were lost, spoke."), None);
    assert_eq!(age("Ana Ruiz, 54 metres up, spoke."), None);
}

#[test]
fn a_town_may_be_spoken_of_again() {
    assert_refers("Talks were held in Geneva. Ana Ruiz flew home from the same city.", "the same city", "Geneva");
    assert_refers("Ana Ruiz went to Geneva. She loved the city.", "the city", "Geneva");
    assert_refers("Ana Ruiz left Geneva for Lyon. She loved the city.", "the city", "?");
    assert_refers("Ana Ruiz left Geneva for Lyon. She flew from the same city.", "the same city", "Lyon");
    assert_refers("Ana Ruiz went to Geneva. She loved the old city.", "the old city", "?");
}
