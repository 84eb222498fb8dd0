//! Which words name one event: nouns of events, classes of verbs, and nouns that stand for one thing.
//!
//! Three tables under `rules/english`, read once. A word in none of them stands for itself, so that the tables only
//! ever join what they name. Which of two events came first is not here.

use crate::hash::{Map, Set};
use std::sync::LazyLock;

/// What two mentions of an event need to have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::check) enum Needs {
    /// Whoever acts does it once: the actor is enough.
    Actor,
    /// What is acted upon has to agree where it is named.
    Theme,
    /// The two parties are on a par.
    Parties,
}

struct Tables {
    nominal: Map<&'static str, &'static str>,
    verbs: Map<&'static str, (&'static str, Needs)>,
    /// Every class of a verb, where it has several ("come down").
    classes: Map<&'static str, Vec<&'static str>>,
    needs: Map<&'static str, Needs>,
    /// Classes of what befalls one thing once.
    once: Set<&'static str>,
    nouns: Map<&'static str, &'static str>,
    vague: Set<&'static str>,
}

static TABLES: LazyLock<Tables> = LazyLock::new(|| {
    let nominal = rows(include_str!("../../../rules/english/nominalisations.csv"))
        .filter_map(|fields| Some((*fields.first()?, *fields.get(1)?)))
        .collect();
    let mut verbs = Map::default();
    let mut classes: Map<&'static str, Vec<&'static str>> = Map::default();
    let mut once = Set::default();
    let mut needs_of = Map::default();
    for fields in rows(include_str!("../../../rules/english/event-verbs.csv")) {
        let &[class, members, needs, often] = fields.as_slice() else { continue };
        if often == "once" {
            once.insert(class);
        }
        let needs = match needs {
            "alone" => Needs::Actor,
            "both" => Needs::Parties,
            _ => Needs::Theme,
        };
        needs_of.insert(class, needs);
        for verb in members.split('|') {
            verbs.entry(verb).or_insert((class, needs));
            classes.entry(verb).or_default().push(class);
        }
    }
    let mut nouns = Map::default();
    for fields in rows(include_str!("../../../rules/english/near-nouns.csv")) {
        let &[class, members] = fields.as_slice() else { continue };
        for noun in members.split('|') {
            nouns.entry(noun).or_insert(class);
        }
    }
    Tables { nominal, verbs, classes, needs: needs_of, once, nouns, vague: VAGUE.iter().copied().collect() }
});

/// The rows of a table, comments and the heading left out.
fn rows(table: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    table.lines().filter(|line| !line.starts_with('#')).skip(1).map(|line| line.split(',').map(str::trim).collect())
}

/// Verbs of states, of saying and of little meaning: their time is not that of an event worth putting in order.
const VAGUE: &[&str] = &[
    "be",
    "have",
    "do",
    "say",
    "add",
    "think",
    "believe",
    "know",
    "want",
    "remain",
    "seem",
    "appear",
    "live",
    "work",
    "include",
    "make",
    "get",
    "take",
    "give",
    "keep",
    "stay",
    "stand",
    "sit",
    "lie",
    "need",
    "like",
    "feel",
    "look",
    "see",
    "hear",
    "expect",
    "hope",
    "mean",
    "show",
    "claim",
    "argue",
    "suggest",
    "insist",
    "write",
    "read",
    "speak",
    "explain",
    "describe",
    "note",
    "point out",
    "continue",
    "become",
    "go",
    "come",
    "happen",
    "occur",
    "take place",
    "let",
    "use",
    "try",
    "put",
    "bring",
    "run",
    "turn",
    "wait",
    "last",
    "own",
    "hold",
    "contain",
    "report",
    "tell",
    "ask",
    "follow",
    "precede",
];

/// The verb of the event that a noun names ("announcement": "announce").
pub(in crate::check) fn nominal(noun: &str) -> Option<&'static str> {
    TABLES.nominal.get(noun).copied()
}

/// The class of a verb and what mentions of it need; a verb of no class is one by itself. `None` for verbs that name no
/// event of their own. A verb of a class counts even where it could also report speech ("told the police").
pub(in crate::check) fn verb(lemma: &str) -> Option<(&str, Needs)> {
    match TABLES.verbs.get(lemma) {
        Some(&(class, needs)) => Some((class, needs)),
        None if TABLES.vague.contains(lemma) => None,
        None => Some((lemma, Needs::Theme)),
    }
}

/// The class of a verb, or the verb itself; `None` for verbs of states and of little meaning.
pub(in crate::check) fn event_class(lemma: &str) -> Option<&str> {
    verb(lemma).map(|(class, _)| class)
}

/// What mentions of a class need; `None` for a verb of no class.
pub(in crate::check) fn needs(class: &str) -> Option<Needs> {
    TABLES.needs.get(class).copied()
}

/// The class of a verb that is several words ("give", "way").
pub(super) fn verb_of(words: &[&str]) -> Option<(&'static str, Needs)> {
    TABLES.verbs.get(words.join(" ").as_str()).copied()
}

/// Every class of a verb, that of [`verb`] first; empty for a verb of none.
pub(in crate::check) fn classes(lemma: &str) -> &'static [&'static str] {
    TABLES.classes.get(lemma).map_or(&[], Vec::as_slice)
}

/// Whether one thing undergoes what the class names once, as far as a few days' news goes ("sink", but not "meet").
pub(in crate::check) fn once(class: &str) -> bool {
    TABLES.once.contains(class)
}

/// The class of a verb whose preposition belongs to it ("write" and "to").
pub(super) fn verb_with(lemma: &str, preposition: &str) -> Option<(&'static str, Needs)> {
    TABLES.verbs.get(format!("{lemma} {preposition}").as_str()).copied()
}

/// The class of a noun: its own where it has none.
pub(in crate::check) fn noun(lemma: &str) -> &str {
    TABLES.nouns.get(lemma).copied().unwrap_or(lemma)
}

/// Verbs that leave the event to their object ("make an announcement", "give the order").
pub(super) fn is_light(lemma: &str) -> bool {
    matches!(
        lemma,
        "make"
            | "give"
            | "hold"
            | "have"
            | "take"
            | "deliver"
            | "issue"
            | "launch"
            | "stage"
            | "carry out"
            | "conduct"
            | "hand down"
            | "place"
            | "do"
            | "cast"
            | "pay"
            | "send"
            | "sound"
            | "begin"
            | "start"
            | "mount"
    )
}

/// Verbs that leave the event to their subject ("the order came", "the vote took place").
pub(super) fn is_happening(lemma: &str) -> bool {
    matches!(lemma, "come" | "happen" | "occur" | "take place" | "go ahead" | "follow" | "go out" | "strike" | "be")
}

/// Verbs whose subject is what the class of the verb acts upon ("learn" beside "inform").
pub(super) fn is_turned(lemma: &str) -> bool {
    matches!(lemma, "learn" | "find out" | "get word" | "hear")
}

/// Verbs that in the passive leave the event to what is acted upon ("the final will be played").
pub(super) fn is_held(lemma: &str) -> bool {
    matches!(lemma, "play" | "hold" | "stage" | "contest" | "carry out" | "mount" | "launch" | "call" | "conduct")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_a_class_meet_and_others_stand_alone() {
        assert_eq!(verb("notify"), verb("alert"));
        assert_eq!(verb("waltz"), Some(("waltz", Needs::Theme)));
        assert_eq!(verb("say"), None);
        assert_eq!(noun("aircraft"), noun("jet"));
        assert_eq!(noun("umbrella"), "umbrella");
    }

    #[test]
    fn every_noun_leads_to_a_verb_that_can_be_an_event() {
        for row in rows(include_str!("../../../rules/english/nominalisations.csv")) {
            assert!(verb(row[1]).is_some(), "{}: {} names no event", row[0], row[1]);
        }
    }

    #[test]
    fn the_tables_have_no_broken_row() {
        let fields = |table: &'static str, count: usize| rows(table).find(|row| row.len() != count);
        assert_eq!(fields(include_str!("../../../rules/english/nominalisations.csv"), 2), None);
        assert_eq!(fields(include_str!("../../../rules/english/event-verbs.csv"), 4), None);
        assert_eq!(fields(include_str!("../../../rules/english/near-nouns.csv"), 2), None);
    }
}
