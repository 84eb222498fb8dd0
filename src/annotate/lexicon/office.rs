//! Offices, occupations and relations: the heads of descriptions of people.

use super::{first, gender_in, longest, plain};
use crate::annotate::mention::Gender;
use crate::gazetteer::table::{Row, Table};

pub(super) static OFFICES: Table = Table::new(include_str!("../../../rules/names/offices.csv"), ',');
pub(super) static GROUPS: Table = Table::new(include_str!("../../../rules/names/groups.csv"), ',');

/// The walk of life an office belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum OfficeClass {
    /// Heads of state and government, ministers, members of parliaments, councils, diplomats.
    Government,
    /// Business and every trade.
    Company,
    /// Clubs, players, referees.
    Sport,
    /// Judges, lawyers, the parties to a case.
    Court,
    /// Police, fire and rescue, and those they look for.
    Police,
    /// Clergy.
    Religion,
    /// The press and broadcasters.
    Media,
    /// Trade unions.
    Union,
    /// Science, schools and universities.
    Science,
    /// Writers, artists, musicians, actors.
    Arts,
    /// Medicine and care.
    Health,
    /// Armed forces.
    Military,
    /// Family and other relations, and plain words for people.
    Kin,
}

/// An office, occupation or relation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OfficeTitle {
    /// As listed: lower case, singular.
    pub title: &'static str,
    /// The title that stands for all of its wordings: "chief executive" for "CEO". `title` where there is no other.
    pub canonical: &'static str,
    /// Whether `canonical` is a guess that context may overrule: a "boss" may be a chief executive.
    pub soft: bool,
    /// Its walk of life.
    pub class: OfficeClass,
    /// Whether a body or place has one holder at a time.
    pub single: bool,
    /// The gender it gives away.
    pub gender: Option<Gender>,
    /// Whether the words were plural.
    pub plural: bool,
}

/// The office that `words` are, in the singular or the plural ("foreign ministers", "chiefs of staff").
#[must_use]
pub fn office(words: &str) -> Option<OfficeTitle> {
    let words = plain(words);
    if let Some(row) = first(&OFFICES, &words) {
        return Some(read(row, false));
    }
    // The plural is on the last word or on the one before "of".
    let (head, rest) = words.find(" of ").map_or((&*words, ""), |at| words.split_at(at));
    let singulars = [
        head.strip_suffix("ies").map(|stem| format!("{stem}y{rest}")),
        head.strip_suffix("wives").map(|stem| format!("{stem}wife{rest}")),
        head.strip_suffix("men").map(|stem| format!("{stem}man{rest}")),
        head.strip_suffix("children").map(|stem| format!("{stem}child{rest}")),
        head.strip_suffix('s').map(|stem| format!("{stem}{rest}")),
        head.strip_suffix("es").map(|stem| format!("{stem}{rest}")),
    ];
    singulars.into_iter().flatten().find_map(|singular| Some(read(first(&OFFICES, &singular)?, true)))
}

/// The longest office that starts with the first of `words`, and of how many words it is.
pub fn longest_office<'a>(words: impl Iterator<Item = &'a str>) -> Option<(usize, OfficeTitle)> {
    longest(&OFFICES, words, office)
}

fn read(row: Row, plural: bool) -> OfficeTitle {
    let class = match row.field(1) {
        "government" => OfficeClass::Government,
        "sport" => OfficeClass::Sport,
        "court" => OfficeClass::Court,
        "police" => OfficeClass::Police,
        "religion" => OfficeClass::Religion,
        "media" => OfficeClass::Media,
        "union" => OfficeClass::Union,
        "science" => OfficeClass::Science,
        "arts" => OfficeClass::Arts,
        "health" => OfficeClass::Health,
        "military" => OfficeClass::Military,
        "kin" => OfficeClass::Kin,
        _ => OfficeClass::Company,
    };
    let canonical = if row.field(3).is_empty() { row.key() } else { row.field(3) };
    OfficeTitle {
        title: row.key(),
        canonical,
        soft: row.field(5) == "soft",
        class,
        single: row.field(2) == "yes",
        gender: gender_in(row.field(4)),
        plural,
    }
}

/// A noun that stands for several people as one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GroupNoun {
    /// How many they are, where the word says so ("pair", "trio").
    pub size: Option<u8>,
}

/// The group that a word names: "pair", "trio", "delegation".
#[must_use]
pub fn group_noun(word: &str) -> Option<GroupNoun> {
    first(&GROUPS, &plain(word)).map(|row| GroupNoun { size: row.field(1).parse().ok() })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn canonical(words: &str) -> Option<&'static str> {
        office(words).map(|office| office.canonical)
    }

    #[test]
    fn wordings_of_one_office_share_a_title() {
        for words in ["CEO", "chief executive", "Chief Executive Officer"] {
            assert_eq!(canonical(words), Some("chief executive"));
        }
        assert_eq!(canonical("CFO"), canonical("finance director"));
        assert_eq!(canonical("foreign secretary"), canonical("Foreign Minister"));
        assert_eq!(canonical("chairwoman"), canonical("chairman"));
        assert_ne!(canonical("chief operating officer"), canonical("chief financial officer"));
        assert_eq!(canonical("table"), None);
        assert_eq!(canonical(""), None);
    }

    #[test]
    fn offices_of_one_holder_are_told_from_trades() {
        for words in ["prime minister", "mayor", "head coach", "captain", "editor", "general secretary"] {
            assert!(office(words).is_some_and(|office| office.single), "{words}");
        }
        for words in ["nurse", "striker", "minister", "spokesman", "brother"] {
            assert!(office(words).is_some_and(|office| !office.single), "{words}");
        }
        assert_eq!(office("boss").map(|office| office.soft), Some(true));
        assert_eq!(office("spokeswoman").and_then(|office| office.gender), Some(Gender::Feminine));
    }

    #[test]
    fn plurals_are_read() {
        for (words, title) in [
            ("foreign ministers", "foreign minister"),
            ("deputies", "deputy"),
            ("wives", "wife"),
            ("policemen", "policeman"),
            ("chiefs of staff", "chief of staff"),
            ("actresses", "actress"),
        ] {
            assert_eq!(office(words).map(|office| (office.title, office.plural)), Some((title, true)), "{words}");
        }
        assert_eq!(office("boss").map(|office| office.plural), Some(false));
    }

    #[test]
    fn the_longest_office_counts() {
        let longest = |text: &str| longest_office(text.split(' ')).map(|(count, office)| (count, office.title));
        assert_eq!(longest("chief financial officer of the firm"), Some((3, "chief financial officer")));
        assert_eq!(longest("prime minister said"), Some((2, "prime minister")));
        assert_eq!(longest("prime beef"), None);
    }

    #[test]
    fn groups_know_their_size() {
        assert_eq!(group_noun("pair"), Some(GroupNoun { size: Some(2) }));
        assert_eq!(group_noun("delegation"), Some(GroupNoun { size: None }));
        assert_eq!(group_noun("window"), None);
    }

    #[test]
    fn every_canonical_title_is_listed_itself() {
        for row in OFFICES.rows() {
            assert!(first(&OFFICES, read(row, false).canonical).is_some(), "{}", row.line);
        }
    }
}
