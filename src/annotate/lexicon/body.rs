//! Companies, parties, courts and other bodies: the words that give them away, and well-known short names.

use super::{first, longest, plain};
use crate::gazetteer::table::Table;

pub(super) static CUES: Table = Table::new(include_str!("../../../rules/names/organisations.csv"), ',');
pub(super) static ACRONYMS: Table = Table::new(include_str!("../../../rules/names/acronyms.tsv"), '\t');

/// What sort of body it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum BodyClass {
    /// A business.
    Company,
    /// A political party.
    Party,
    /// A ministry, agency, parliament or council.
    Government,
    /// A court.
    Court,
    /// Police, fire and rescue, prisons.
    Police,
    /// Armed forces.
    Military,
    /// A trade union.
    Union,
    /// A club, league or federation of sport.
    Sport,
    /// A newspaper, agency or broadcaster.
    Media,
    /// Any other: charities, universities, hospitals, museums, churches.
    Other,
}

/// Where in the name of a body the cue stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CuePosition {
    /// At its start: "Ministry of".
    First,
    /// At its end: "plc", "Police".
    Last,
}

/// A word that shows a name to be a body's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BodyCue {
    /// What sort of body.
    pub class: BodyClass,
    /// Where it stands in the name.
    pub position: CuePosition,
}

/// The cue that `words` are; case and full stops do not count.
#[must_use]
pub fn body_cue(words: &str) -> Option<BodyCue> {
    let row = first(&CUES, &plain(words))?;
    let position = if row.field(2) == "first" { CuePosition::First } else { CuePosition::Last };
    Some(BodyCue { class: class(row.field(1)), position })
}

/// The longest cue that starts with the first of `words`, and of how many words it is.
pub fn longest_body_cue<'a>(words: impl Iterator<Item = &'a str>) -> Option<(usize, BodyCue)> {
    longest(&CUES, words, body_cue)
}

/// The full name and sort of the body that an acronym usually stands for; capitals count ("WHO", not "who"), full stops do not.
#[must_use]
pub fn acronym(written: &str) -> Option<(&'static str, BodyClass)> {
    let bare: String = written.chars().filter(|&letter| letter != '.').collect();
    first(&ACRONYMS, &bare).map(|row| (row.field(1), class(row.field(2))))
}

fn class(word: &str) -> BodyClass {
    match word {
        "company" => BodyClass::Company,
        "party" => BodyClass::Party,
        "government" => BodyClass::Government,
        "court" => BodyClass::Court,
        "police" => BodyClass::Police,
        "military" => BodyClass::Military,
        "union" => BodyClass::Union,
        "sport" => BodyClass::Sport,
        "media" => BodyClass::Media,
        _ => BodyClass::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cues_show_bodies() {
        assert_eq!(body_cue("plc"), Some(BodyCue { class: BodyClass::Company, position: CuePosition::Last }));
        assert_eq!(body_cue("Inc."), body_cue("inc"));
        assert_eq!(body_cue("University").map(|cue| cue.class), Some(BodyClass::Other));
        assert_eq!(body_cue("umbrella"), None);
        let longest = longest_body_cue("Ministry of Fisheries".split(' '));
        assert_eq!(longest.map(|(count, cue)| (count, cue.position)), Some((2, CuePosition::First)));
    }

    #[test]
    fn acronyms_keep_their_capitals() {
        assert_eq!(acronym("WHO").map(|(name, _)| name), Some("World Health Organization"));
        assert_eq!(acronym("U.N.").map(|(name, _)| name), Some("United Nations"));
        assert_eq!(acronym("who"), None);
        assert_eq!(acronym("XQZ"), None);
    }
}
