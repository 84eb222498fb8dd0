//! Word lists about people and bodies: given names, honorifics, offices, cues of organisations.
//!
//! The lists are sorted files under `rules/names/` that are searched where they lie, so that they cost nothing at
//! start-up. They know words, not persons: nobody is in them by name. What a word means where it stands is decided by
//! the layers that ask.

mod body;
mod nouns;
mod office;
mod person;
mod title;

pub use body::{BodyClass, BodyCue, CuePosition, acronym, body_cue, longest_body_cue};
pub use nouns::{body_head, body_noun, body_suffix, is_body_acronym, office_at, pair_noun, person_noun};
pub use office::{GroupNoun, OfficeClass, OfficeTitle, group_noun, longest_office, office};
pub use person::{gender_of_given_name, is_given_name, is_name_particle, is_surname, same_given_name};
pub use title::{Honorific, Standing, StandingWord, TitleClass, honorific, longest_honorific, standing};

use super::mention::Gender;
use crate::gazetteer::table::{Row, Table};
use std::borrow::Cow;

fn gender_in(field: &str) -> Option<Gender> {
    match field {
        "masculine" | "m" => Some(Gender::Masculine),
        "feminine" | "f" => Some(Gender::Feminine),
        _ => None,
    }
}

/// Lower case, straight apostrophes, no full stops: how titles are listed.
fn plain(words: &str) -> Cow<'_, str> {
    let words = words.trim();
    if words.bytes().all(|byte| byte.is_ascii_lowercase() || matches!(byte, b' ' | b'-' | b'\'')) {
        return Cow::Borrowed(words);
    }
    let mut plain = String::with_capacity(words.len());
    for letter in words.chars() {
        match letter {
            '.' => {}
            '’' | '‘' => plain.push('\''),
            '\u{2010}' | '\u{2011}' => plain.push('-'),
            _ => plain.extend(letter.to_lowercase()),
        }
    }
    Cow::Owned(plain)
}

/// The longest run of `words` from the first that `known` knows, as the number of words and what it is.
///
/// Runs end where `table` has nothing that goes on so. Clitics (`'s`) belong to the word before them.
fn longest<'a, Found>(
    table: &Table,
    words: impl Iterator<Item = &'a str>,
    known: impl Fn(&str) -> Option<Found>,
) -> Option<(usize, Found)> {
    let (mut joined, mut best) = (String::new(), None);
    for (count, word) in words.take(8).enumerate() {
        if count > 0 && !word.starts_with(['\'', '’']) {
            joined.push(' ');
        }
        joined.push_str(&plain(word));
        if let Some(found) = known(&joined) {
            best = Some((count + 1, found));
        }
        if !table.has_prefix(&joined) {
            break;
        }
    }
    best
}

fn first(table: &Table, key: &str) -> Option<Row> {
    if key.is_empty() { None } else { table.get(key) }
}

#[cfg(test)]
mod tests {
    use super::{body, nouns, office, person, title};

    #[test]
    fn lists_are_sorted_and_in_lower_case() {
        let tables =
            [&body::CUES, &nouns::NOUNS, &office::GROUPS, &office::OFFICES, &title::HONORIFICS, &title::STANDING];
        let tables =
            tables.into_iter().chain([&person::GIVEN, &person::NICKNAMES, &person::PARTICLES, &person::SURNAMES]);
        for table in tables {
            assert!(table.rows().next().is_some());
            assert!(table.disorder().is_none(), "{:?}", table.disorder());
            for row in table.rows() {
                assert_eq!(row.key().to_lowercase(), row.key());
                // Often enough for the table to build its index.
                assert_eq!(table.find(row.key()).next().map(crate::gazetteer::table::Row::key), Some(row.key()));
            }
        }
        assert!(body::ACRONYMS.disorder().is_none(), "{:?}", body::ACRONYMS.disorder());
    }
}
