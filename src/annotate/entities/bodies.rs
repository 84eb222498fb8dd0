//! Whether a word for a sort of body ("the council", "the airline") can mean a body of a certain name.
//!
//! A name often says what it names ("Leeds City Council", "Bank of Ghana", "Unite the Union"); another sort of word then
//! means something else. Courts, councils, schools and the like nearly always say so, companies and parties hardly
//! ever do. What sort of body a bare name stands for is not known here.

use crate::annotate::lexicon::{self, BodyClass};

/// How well a word fits a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fit {
    /// The word is in the name.
    Named,
    /// Nothing speaks against it.
    Open,
    /// The name says that it is something else.
    Other,
}

/// Whether `noun`, the lemma of a word for a body, can mean the body of these names.
pub(super) fn fit(names: &[String], noun: &str) -> Fit {
    let full = names.iter().filter_map(|name| lexicon::acronym(name).map(|(full, _)| full));
    let mut written = names.iter().map(String::as_str).chain(full);
    let mut other = false;
    let mut classes = Vec::new();
    for name in written.by_ref() {
        let lower = name.to_lowercase();
        let words: Vec<&str> = lower.split([' ', '-', '’', '\'']).collect();
        if words.iter().any(|word| says(word, noun)) {
            return Fit::Named;
        }
        let last = words.last().copied().unwrap_or_default();
        let heads = words.len() > 2 && matches!(words[1], "of" | "for" | "de");
        let kind = if heads { words[0] } else { last };
        other = other || words.len() > 1 && lexicon::body_noun(kind);
        classes.extend(lexicon::body_cue(kind).filter(|_| words.len() > 1).map(|cue| cue.class));
        classes.extend(lexicon::acronym(name).map(|(_, class)| class));
    }
    if always_named(noun) {
        return Fit::Other;
    }
    if let Some(wanted) = class_of(noun) {
        let fits = classes.is_empty() || classes.contains(&wanted);
        return if fits && !(other && classes.is_empty()) { Fit::Open } else { Fit::Other };
    }
    // Any body can be "the group" or "the organisation".
    let any = matches!(noun, "group" | "organisation" | "organization" | "agency" | "side");
    if other && !any { Fit::Other } else { Fit::Open }
}

/// Whether a word of a name is `noun`, in the singular, the plural, or at its end ("shipyard": a yard).
fn says(word: &str, noun: &str) -> bool {
    let plural =
        |stem: &str| stem.len() > 2 && noun.strip_suffix(['y', 's']).is_some_and(|noun| stem.starts_with(noun));
    word == noun
        || word.strip_suffix('s') == Some(noun)
        || noun.len() > 3 && word.ends_with(noun)
        || word.strip_suffix("ies").is_some_and(plural)
}

/// Bodies whose name says what they are.
fn always_named(noun: &str) -> bool {
    matches!(
        noun,
        "council"
            | "court"
            | "tribunal"
            | "school"
            | "college"
            | "university"
            | "hospital"
            | "museum"
            | "gallery"
            | "church"
            | "parliament"
            | "senate"
            | "assembly"
            | "cabinet"
            | "government"
            | "army"
            | "police"
            | "airport"
            | "orchestra"
            | "ministry"
            | "committee"
            | "commission"
            | "panel"
            | "junta"
    )
}

/// The sort of body that the word alone tells.
fn class_of(noun: &str) -> Option<BodyClass> {
    Some(match noun {
        "company" | "firm" | "airline" | "brewer" | "carmaker" | "chain" | "grocer" | "insurer" | "lender"
        | "maker" | "manufacturer" | "miner" | "retailer" | "supermarket" | "startup" | "shipbuilder" | "producer"
        | "conglomerate" | "hotelier" | "brand" => BodyClass::Company,
        "party" | "coalition" => BodyClass::Party,
        "union" => BodyClass::Union,
        "club" | "team" | "side" => BodyClass::Sport,
        "newspaper" | "broadcaster" => BodyClass::Media,
        "regulator" | "watchdog" | "department" | "authority" | "bureau" => BodyClass::Government,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn assert_fit(name: &str, noun: &str, expected: Fit) {
        assert_eq!(fit(&[name.to_owned()], noun), expected, "{noun} for {name}");
    }

    #[test]
    fn the_word_in_the_name_fits() {
        assert_fit("Halden City Council", "council", Fit::Named);
        assert_fit("Bank of Ghana", "bank", Fit::Named);
        assert_fit("Orlan Airlines", "airline", Fit::Named);
        assert_fit("BBC", "corporation", Fit::Named);
    }

    #[test]
    fn a_name_of_another_sort_does_not() {
        assert_fit("Orlan Basin Fund", "council", Fit::Other);
        assert_fit("Teme Water Union", "bank", Fit::Other);
        assert_fit("Orlan Airlines", "party", Fit::Other);
        assert_fit("Acme", "court", Fit::Other);
    }

    #[test]
    fn a_bare_name_may_be_a_company_or_a_party() {
        assert_fit("Acme", "company", Fit::Open);
        assert_fit("Acme", "airline", Fit::Open);
        assert_fit("Orlan United", "club", Fit::Open);
    }
}
