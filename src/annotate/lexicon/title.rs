//! What stands before a name: honorifics, ranks and titles, and the words that say whether an office is held now.

use super::{first, gender_in, longest, plain};
use crate::annotate::mention::Gender;
use crate::gazetteer::table::Table;

pub(super) static HONORIFICS: Table = Table::new(include_str!("../../../rules/names/honorifics.csv"), ',');
pub(super) static STANDING: Table = Table::new(include_str!("../../../rules/names/standing.csv"), ',');

/// The field a title belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TitleClass {
    /// Mr, Señora
    Courtesy,
    /// Sir, Princess
    Nobility,
    /// Dr, Professor
    Learning,
    /// Archbishop, Rabbi, Sheikh as a cleric is under nobility
    Religion,
    /// Lt Col, Admiral
    Military,
    /// PC, Detective Inspector
    Police,
    /// Judge, Mrs Justice
    Court,
    /// Sen., Foreign Secretary
    Government,
    /// Chief executive, striker: offices and occupations that the press sets before names
    Occupation,
}

/// A title in front of a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Honorific {
    /// As listed: lower case, no full stops.
    pub title: &'static str,
    /// Its field.
    pub class: TitleClass,
    /// Whether it is an office or occupation, which says more than how to address somebody.
    pub office: bool,
    /// The gender it gives away.
    pub gender: Option<Gender>,
}

/// The title that `words` are; case, full stops and the shape of apostrophes do not count ("Lt. Col.", "Lt Col").
#[must_use]
pub fn honorific(words: &str) -> Option<Honorific> {
    let row = first(&HONORIFICS, &plain(words))?;
    let class = match row.field(1) {
        "courtesy" => TitleClass::Courtesy,
        "nobility" => TitleClass::Nobility,
        "learning" => TitleClass::Learning,
        "religion" => TitleClass::Religion,
        "military" => TitleClass::Military,
        "police" => TitleClass::Police,
        "court" => TitleClass::Court,
        "government" => TitleClass::Government,
        _ => TitleClass::Occupation,
    };
    Some(Honorific { title: row.key(), class, office: row.field(2) == "office", gender: gender_in(row.field(3)) })
}

/// The longest title that starts with the first of `words`, and of how many words it is.
pub fn longest_honorific<'a>(words: impl Iterator<Item = &'a str>) -> Option<(usize, Honorific)> {
    longest(&HONORIFICS, words, honorific)
}

/// How somebody stands to an office.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Standing {
    /// Held it once.
    Former,
    /// Holds it for another.
    Acting,
    /// Holds it until another is found.
    Interim,
    /// Stands in for its holder.
    Deputy,
    /// Helps its holder.
    Assistant,
    /// Will hold it.
    Incoming,
    /// Was elected to it.
    Elect,
    /// Is about to leave it.
    Outgoing,
    /// Speaks on it for the opposition.
    Shadow,
    /// Has died.
    Late,
    /// Wants it.
    WouldBe,
}

/// A word before or after an office.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StandingWord {
    /// What it says of the holder; `None` for words that change nothing ("senior", "veteran").
    pub standing: Option<Standing>,
    /// The usual word for it: "former" for "ex-", "sacked" and "then"; empty where nothing changes.
    pub canonical: &'static str,
}

/// What a word before or after an office says of its holder: "former", "ex-", "-elect". `None` for other words.
#[must_use]
pub fn standing(word: &str) -> Option<StandingWord> {
    let row = first(&STANDING, &plain(word))?;
    let canonical = row.field(1);
    let standing = match canonical {
        "former" => Some(Standing::Former),
        "acting" => Some(Standing::Acting),
        "interim" => Some(Standing::Interim),
        "deputy" => Some(Standing::Deputy),
        "assistant" => Some(Standing::Assistant),
        "incoming" => Some(Standing::Incoming),
        "-elect" => Some(Standing::Elect),
        "outgoing" => Some(Standing::Outgoing),
        "shadow" => Some(Standing::Shadow),
        "late" => Some(Standing::Late),
        "would-be" => Some(Standing::WouldBe),
        _ => None,
    };
    Some(StandingWord { standing, canonical })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_are_known_however_they_are_pointed() {
        assert_eq!(honorific("Lt. Col."), honorific("Lt Col"));
        assert_eq!(
            honorific("Sir").map(|t| (t.class, t.gender)),
            Some((TitleClass::Nobility, Some(Gender::Masculine)))
        );
        assert_eq!(honorific("Baroness").and_then(|t| t.gender), Some(Gender::Feminine));
        assert_eq!(honorific("Sen.").map(|t| t.office), Some(true));
        assert_eq!(honorific("Mx").map(|t| (t.office, t.gender)), Some((false, None)));
        assert_eq!(honorific("Table"), None);
        assert_eq!(honorific(""), None);
    }

    #[test]
    fn the_longest_title_counts() {
        let longest = |text: &str| longest_honorific(text.split(' ')).map(|(count, title)| (count, title.title));
        assert_eq!(longest("Detective Chief Inspector Mara Quill"), Some((3, "detective chief inspector")));
        assert_eq!(longest("Foreign Secretary Mara Quill"), Some((2, "foreign secretary")));
        assert_eq!(longest("Mr Justice Quill"), Some((2, "mr justice")));
        assert_eq!(longest("Foreign holidays"), None);
    }

    #[test]
    fn standing_words_are_known() {
        assert_eq!(standing("ex-").and_then(|word| word.standing), Some(Standing::Former));
        assert_eq!(standing("-elect").and_then(|word| word.standing), Some(Standing::Elect));
        assert_eq!(standing("senior"), Some(StandingWord { standing: None, canonical: "" }));
        assert_eq!(standing("green"), None);
    }
}
