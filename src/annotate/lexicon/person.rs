//! Names of people: which words are given names or surnames, and which given names are one.

use super::{first, gender_in};
use crate::annotate::mention::Gender;
use crate::gazetteer::key_of;
use crate::gazetteer::table::Table;

pub(super) static GIVEN: Table = Table::new(include_str!("../../../rules/names/given_names.tsv"), '\t');
pub(super) static NICKNAMES: Table = Table::new(include_str!("../../../rules/names/nicknames.tsv"), '\t');
pub(super) static SURNAMES: Table = Table::new(include_str!("../../../rules/names/surnames.txt"), '\t');
pub(super) static PARTICLES: Table = Table::new(include_str!("../../../rules/names/particles.csv"), ',');

/// Whether it is somebody's given name somewhere; accents and case do not count. Many are words, places or surnames too.
#[must_use]
pub fn is_given_name(name: &str) -> bool {
    first(&GIVEN, &key_of(name)).is_some()
}

/// The gender of nearly everyone of that given name; `None` where the name is unknown or borne by both. Of a double name
/// ("Jean-Pierre") both halves have to agree, or the second alone to be known.
#[must_use]
pub fn gender_of_given_name(name: &str) -> Option<Gender> {
    let key = key_of(name);
    if let Some(row) = first(&GIVEN, &key) {
        return gender_in(row.field(1));
    }
    let mut genders = key.split(' ').map(|part| first(&GIVEN, part).and_then(|row| gender_in(row.field(1))));
    let (one, other) = (genders.next()?, genders.next()?);
    match (one, other) {
        (Some(one), Some(other)) if one != other => None,
        (_, known) => known,
    }
}

/// Whether it is a frequent surname.
#[must_use]
pub fn is_surname(name: &str) -> bool {
    first(&SURNAMES, &key_of(name)).is_some()
}

/// Whether two given names can be one person's: equal but for accents, or one a short form of the other or of a
/// name the other is short for ("Bill", "Will"). An initial goes with every name that it begins.
#[must_use]
pub fn same_given_name(one: &str, other: &str) -> bool {
    let (one, other) = (key_of(one), key_of(other));
    if one.is_empty() || other.is_empty() {
        return false;
    }
    if one == other || one.len() == 1 && other.starts_with(&*one) || other.len() == 1 && one.starts_with(&*other) {
        return true;
    }
    let of_one = full_names(&one);
    let of_other = full_names(&other);
    let listed = |list: &str, name: &str| list.split(',').any(|full| full == name);
    listed(of_one, &other)
        || listed(of_other, &one)
        || of_one.split(',').any(|full| !full.is_empty() && listed(of_other, full))
}

fn full_names(nickname: &str) -> &'static str {
    first(&NICKNAMES, nickname).map_or("", |row| row.field(1))
}

/// Whether the word is a small part of surnames: "van", "de", "bin", "O'".
#[must_use]
pub fn is_name_particle(word: &str) -> bool {
    first(&PARTICLES, &super::plain(word)).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn given_names_have_the_gender_of_their_bearers() {
        for name in ["James", "Volodymyr", "José", "Kofi", "Jean-Pierre"] {
            assert_eq!(gender_of_given_name(name), Some(Gender::Masculine), "{name}");
        }
        for name in ["Mary", "Olena", "Siobhán", "Ngozi"] {
            assert_eq!(gender_of_given_name(name), Some(Gender::Feminine), "{name}");
        }
        for name in ["Robin", "Andrea", "Sam", "Qwerty", ""] {
            assert_eq!(gender_of_given_name(name), None, "{name}");
        }
    }

    #[test]
    fn names_are_known_as_what_they_are() {
        assert!(is_given_name("Astrid") && is_given_name("robin"));
        assert!(!is_given_name("Parliament") && !is_given_name(""));
        assert!(is_surname("Henderson") && !is_surname("Parliamentary"));
        assert!(is_name_particle("van") && is_name_particle("O’") && !is_name_particle("with"));
    }

    #[test]
    fn short_forms_go_with_their_names() {
        for (one, other) in [
            ("Bill", "William"),
            ("Liz", "Elizabeth"),
            ("Bob", "Robert"),
            ("Bill", "Will"),
            ("J", "John"),
            ("José", "Jose"),
        ] {
            assert!(same_given_name(one, other), "{one} {other}");
            assert!(same_given_name(other, one), "{other} {one}");
        }
        for (one, other) in [("Bill", "Robert"), ("Mary", "Anne"), ("", "John"), ("K", "John")] {
            assert!(!same_given_name(one, other), "{one} {other}");
        }
    }
}
