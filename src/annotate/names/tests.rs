//! What is a name, how far it reaches, and what it seems to name.

use crate::testing::{assert_names, assert_offices};

#[test]
fn honorifics_belong_to_the_mention() {
    assert_names("Sir Colm Aldous met Dame Prue Okafor.", &["Sir Colm Aldous: person", "Dame Prue Okafor: person"]);
    assert_names("The case was heard by Lord Justice Pettifer.", &["Lord Justice Pettifer: person"]);
    assert_names("Police named Lt Col Rhona Tait.", &["Lt Col Rhona Tait: person"]);
}

#[test]
fn an_honorific_makes_a_person_of_any_word() {
    assert_names("He thanked Mrs Winter and Mr Stone.", &["Mrs Winter: person", "Mr Stone: person"]);
    assert_names("Dr. Marsh spoke.", &["Dr. Marsh: person"]);
}

#[test]
fn particles_and_hyphens_join_the_parts_of_a_name() {
    assert_names("A letter to Joost van der Meulen arrived.", &["Joost van der Meulen: person"]);
    assert_names("A letter to Inés de la Cuesta arrived.", &["Inés de la Cuesta: person"]);
    assert_names("A letter to Anne-Sophie Kerr-Dunlop arrived.", &["Anne-Sophie Kerr-Dunlop: person"]);
    assert_names("A letter to Ludwig von Aschen arrived.", &["Ludwig von Aschen: person"]);
    assert_names("A letter to Khalid bin Rashid arrived.", &["Khalid bin Rashid: person"]);
}

#[test]
fn initials_and_marks_stand_inside_a_name() {
    assert_names("The book is by T. J. Whitcombe.", &["T. J. Whitcombe: person"]);
    assert_names("Voters chose Mary K. Ostrander.", &["Mary K. Ostrander: person"]);
    assert_names("Voters chose Siobhán O’Malley.", &["Siobhán O’Malley: person"]);
    assert_names("Voters chose Siobhan O'Malley.", &["Siobhan O'Malley: person"]);
    assert_names("Voters chose Fiona McAllister.", &["Fiona McAllister: person"]);
}

#[test]
fn accents_are_letters() {
    assert_names("A jury heard Zoë Łukasik and Åsa Håkansson.", &["Zoë Łukasik: person", "Åsa Håkansson: person"]);
}

#[test]
fn a_possessive_ends_the_name() {
    assert_names("Hannah Brandt's lawyer declined.", &["Hannah Brandt: person"]);
    assert_names("Hannah Brandt’s lawyer declined.", &["Hannah Brandt: person"]);
    assert_names("Chris Jacobs' lawyer declined.", &["Chris Jacobs: person"]);
}

#[test]
fn an_office_in_front_is_no_part_of_the_name() {
    assert_offices("Foreign Minister Ingrid Olsen flew home.", &["Ingrid Olsen: foreign minister"]);
    assert_offices("Mayor Tom Alvey flew home.", &["Tom Alvey: mayor"]);
    assert_offices("Former mayor Tom Alvey flew home.", &["Tom Alvey: former mayor"]);
    assert_names("He met Foreign Minister Ingrid Olsen.", &["Foreign Minister Ingrid Olsen: person"]);
}

#[test]
fn the_owner_of_an_office_may_stand_before_it() {
    assert_offices(
        "Brindle Foods chief executive Hannah Brandt resigned.",
        &["Hannah Brandt: chief executive of Brindle Foods"],
    );
    assert_offices("French President Lucie Armand resigned.", &["Lucie Armand: president of France"]);
}

#[test]
fn an_office_alone_is_no_name() {
    assert_names("The Prime Minister spoke to the Chancellor.", &[]);
    assert_names("A Deputy Mayor spoke.", &[]);
}

#[test]
fn a_body_shows_by_its_last_or_first_word() {
    assert_names("Shares in Brindle Foods Ltd rose.", &["Brindle Foods Ltd: body"]);
    assert_names("He left the Ashby County Council.", &["Ashby County Council: body"]);
    assert_names("She joined the Bank of Ashby.", &["Bank of Ashby: body"]);
    assert_names("She joined the Department for Rivers.", &["Department for Rivers: body"]);
    assert_names("She joined the Ministry of Justice.", &["Ministry of Justice: body"]);
    assert_names("She joined Brindle & Sons.", &["Brindle & Sons: body"]);
    assert_names("She studied at Ashby University.", &["Ashby University: body"]);
}

#[test]
fn acronyms_are_bodies() {
    assert_names("A report by the UN was late.", &["UN: body"]);
    assert_names("A report by NATO was late.", &["NATO: body"]);
}

#[test]
fn places_are_told_from_people() {
    assert_names("Jack London-Reid flew to Leeds.", &["Jack London-Reid: person", "Leeds: place"]);
    assert_names("She flew to New York and Cape Town.", &["New York: place", "Cape Town: place"]);
}

#[test]
fn an_adjective_of_place_is_no_place() {
    assert_names("The French embassy closed.", &[]);
    assert_names("Norwegian Ingrid Olsen won.", &["Ingrid Olsen: person"]);
}

#[test]
fn the_first_word_of_a_sentence_is_a_name_only_if_the_article_says_so() {
    assert_names("Talks failed. Snow fell. Police came.", &[]);
    assert_names("Hope Grayling spoke. Hope was tired.", &["Hope Grayling: person", "Hope: person"]);
    assert_names("However, the vote passed. Meanwhile, nobody came.", &[]);
}

#[test]
fn days_and_months_are_no_names() {
    assert_names("On Tuesday in March the council met.", &[]);
}

#[test]
fn a_headline_in_capitals_names_only_whom_the_article_names() {
    assert_names(
        "# Mayor Quits After Long Night Of Talks\nTom Alvey, the mayor, quit on Monday.",
        &["Tom Alvey: person"],
    );
    assert_names(
        "# Alvey Quits After Long Night Of Talks\nTom Alvey, the mayor, quit on Monday.",
        &["Alvey: person", "Tom Alvey: person"],
    );
    assert_names(
        "# ALVEY QUITS AFTER LONG NIGHT OF TALKS\nTom Alvey, the mayor, quit on Monday.",
        &["ALVEY: person", "Tom Alvey: person"],
    );
}

#[test]
fn lists_of_names_are_several_names() {
    assert_names(
        "The winners were Ana Ruiz, Li Wei and Tom Alvey.",
        &["Ana Ruiz: person", "Li Wei: person", "Tom Alvey: person"],
    );
}

#[test]
fn i_is_no_name() {
    assert_names("\"I saw nothing,\" she said.", &[]);
}

#[test]
fn quoted_titles_and_odd_marks_do_not_break_it() {
    assert_names("", &[]);
    assert_names("& & & of the of the", &[]);
    assert_names("Mr. Mr. Mr.", &[]);
    assert_names("Sir", &[]);
}

#[test]
fn whose_somebody_is_is_no_part_of_the_name() {
    assert_names(
        "Anneke Visser beat Portugal's Joana Teles on Monday.",
        &["Anneke Visser: person", "Portugal: place", "Joana Teles: person"],
    );
    assert_names("Iceland’s Birkir Olsen followed.", &["Iceland: place", "Birkir Olsen: person"]);
    assert_names("The talks at the Danish House ended.", &["Danish House: thing"]);
    assert_names("He met Norwegian Ingrid Olsen.", &["Ingrid Olsen: person"]);
}
