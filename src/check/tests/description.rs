//! What things are said to be: sorts, years, countries, places, and whether at all.

use crate::check::{Check, Severity};
use crate::testing::{assert_conflict, assert_quiet};

#[track_caller]
fn warns(check: Check, one: &str, two: &str) {
    assert_conflict(check, Severity::Warning, one, two);
    assert_conflict(check, Severity::Warning, two, one);
}

#[test]
fn a_thing_is_of_one_sort() {
    let film = "Harbour Lights is a 2004 Irish drama film directed by Ana Ruiz.";
    warns(Check::Polarity, film, "Harbour Lights is a painting.");
    warns(Check::Polarity, film, "Harbour Lights is the debut album of a singer.");
    warns(Check::Polarity, "Ana Ruiz is a singer and actress.", "Ana Ruiz is a dog.");
    warns(Check::Polarity, "Ardmouth is a town on the coast.", "Ardmouth is a county.");
    assert_quiet(film, "Harbour Lights is a drama.");
    assert_quiet(film, "Harbour Lights is a movie about the sea.");
    assert_quiet("Ana Ruiz is a singer.", "Ana Ruiz is an actress and a painter.");
    assert_quiet(film, "The film is a painting of the sea.");
}

#[test]
fn a_work_is_of_one_year_and_has_one_number() {
    warns(Check::Time, "Harbour Lights is a 2004 drama film.", "Harbour Lights is a 2005 film by Ana Ruiz.");
    warns(Check::Quantity, "Low Tide is the second album by Ana Ruiz.", "Low Tide is her third album.");
    assert_quiet("Harbour Lights is a 2004 drama film.", "Harbour Lights is a film.");
    assert_quiet("Ana Ruiz is a 2012 champion.", "Ana Ruiz is a 2016 champion.");
}

#[test]
fn countries_that_lie_apart() {
    warns(Check::Polarity, "Ana Ruiz is a Spanish cricketer.", "Ana Ruiz is a Canadian cricketer.");
    warns(Check::Polarity, "Ana Ruiz is a South Korean actress.", "Ana Ruiz is only Chinese.");
    assert_quiet("Ana Ruiz is a British actress.", "Ana Ruiz is a Scottish actress.");
    assert_quiet("Ana Ruiz is a Mexican and American musician.", "Ana Ruiz is an American musician.");
    assert_quiet("Ana Ruiz is an American football coach.", "Ana Ruiz is a German coach.");
}

#[test]
fn what_does_not_move_is_in_one_place() {
    warns(Check::Place, "Ardmouth is a town in Spain.", "Ardmouth is a town in Canada.");
    assert_quiet("Tern Foods is a company in Spain.", "Tern Foods is a company in Canada.");
    assert_quiet("Ardmouth is a town in Spain.", "Ardmouth is a town in Europe.");
}

#[test]
fn what_it_is_said_not_to_be() {
    warns(Check::Polarity, "Ana Ruiz is a Spanish actress and painter.", "Ana Ruiz is not a painter.");
    warns(Check::Polarity, "Low Tide is a Spanish crime film.", "Low Tide is something other than a Spanish film.");
    assert_quiet("Ana Ruiz is a Spanish actress and painter.", "Ana Ruiz is not a singer.");
    assert_quiet("Ana Ruiz is a Spanish actress.", "Ana Ruiz is not only an actress.");
    assert_quiet("Ana Ruiz was a painter.", "Ana Ruiz is not a painter.");
    assert_quiet("Ana Ruiz is a painter.", "Ana Ruiz is not the painter of that picture.");
    assert_quiet("Ana Ruiz is a former soldier.", "Ana Ruiz is not a soldier.");
    assert_quiet("Ana Ruiz is a painter.", "“Ana Ruiz is not a painter,” Li Wei said.");
}
