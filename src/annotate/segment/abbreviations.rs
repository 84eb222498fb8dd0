//! The word lists that sentence splitting leans on: which words carry a full stop of their own, and what
//! the word after one says. The lists are data (`rules/english/abbreviations.txt`); this file only reads them.

use crate::hash::{Map, Set};
use std::sync::LazyLock;

const SOURCE: &str = include_str!("../../../rules/english/abbreviations.txt");

/// What an abbreviation's full stop can mean; the sections of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    /// Before a name: never ends a sentence.
    Title,
    /// An abbreviation only before a number.
    Number,
    /// Never ends a sentence.
    Continues,
    /// Ends one unless a number follows.
    Month,
    /// A clock's "a.m.".
    Clock,
    /// A state after its town.
    State,
    /// Ends one where a usual first word follows.
    Either,
    /// One letter of a name.
    Initial,
}

/// The lists, compiled.
pub(super) struct Lists {
    any_case: Map<&'static str, Class>,
    capital: Map<&'static str, Class>,
    starters: Set<&'static str>,
    zones: Set<&'static str>,
    cues: Set<&'static str>,
}

static LISTS: LazyLock<Lists> = LazyLock::new(|| Lists::parse(SOURCE));

/// The built-in lists.
pub(super) fn lists() -> &'static Lists {
    &LISTS
}

impl Lists {
    fn parse(source: &'static str) -> Self {
        let mut lists = Self {
            any_case: Map::default(),
            capital: Map::default(),
            starters: Set::default(),
            zones: Set::default(),
            cues: Set::default(),
        };
        let mut section = "";
        for line in source.lines().filter(|line| !line.starts_with('#')) {
            if let Some(name) = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
                section = name;
                continue;
            }
            for word in line.split_whitespace() {
                lists.add(section, word);
            }
        }
        lists
    }

    fn add(&mut self, section: &str, word: &'static str) {
        let class = match section {
            "title" => Class::Title,
            "number" => Class::Number,
            "continues" => Class::Continues,
            "month" => Class::Month,
            "clock" => Class::Clock,
            "state" => Class::State,
            "either" => Class::Either,
            _ => return self.add_word(section, word),
        };
        let table = if word.chars().any(char::is_uppercase) { &mut self.capital } else { &mut self.any_case };
        // The earlier section wins, so that the file reads from the strictest class down.
        table.entry(word).or_insert(class);
    }

    fn add_word(&mut self, section: &str, word: &'static str) {
        match section {
            "starters" => self.starters.insert(word),
            "zones" => self.zones.insert(word),
            _ => self.cues.insert(word),
        };
    }

    /// The class of `word`, written without its last full stop; `None` where the stop is no part of it.
    pub(super) fn class(&self, word: &str) -> Option<Class> {
        if word.len() > 12 {
            return None;
        }
        if let Some(&class) = self.capital.get(word) {
            return Some(class);
        }
        // "D-Calif." is as its last part is.
        if let Some(&class) = word.rsplit('-').next().and_then(|part| self.capital.get(part)) {
            return Some(class);
        }
        let lower = word.to_lowercase();
        if let Some(&class) = self.any_case.get(lower.as_str()) {
            return Some(class);
        }
        let mut letters = word.chars();
        match (letters.next(), letters.next()) {
            (Some(only), None) if only.is_uppercase() => Some(Class::Initial),
            // "U.S", "i.v": letters with stops between them.
            (Some(_), Some('.')) if !word.contains(|c: char| c.is_ascii_digit()) => Some(Class::Either),
            _ => None,
        }
    }

    /// Whether `lower` commonly begins a sentence.
    pub(super) fn starts(&self, lower: &str) -> bool {
        self.starters.contains(lower)
    }

    /// Whether `lower` goes on after a clock time.
    pub(super) fn zone(&self, lower: &str) -> bool {
        self.zones.contains(lower)
    }

    /// Whether `lower` is a verb of saying.
    pub(super) fn cue(&self, lower: &str) -> bool {
        self.cues.contains(lower)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_decides_where_the_list_writes_a_capital() {
        let lists = lists();
        assert_eq!(lists.class("Sat"), Some(Class::Month));
        assert_eq!(lists.class("sat"), None);
        assert_eq!(lists.class("CO"), Some(Class::Either));
        assert_eq!(lists.class("D-Calif"), Some(Class::State));
        assert_eq!(lists.class("EST"), None);
    }

    #[test]
    fn letters_with_stops_between_them_need_no_entry() {
        assert_eq!(lists().class("Q.R.S"), Some(Class::Either));
        assert_eq!(lists().class("Q"), Some(Class::Initial));
        assert_eq!(lists().class("quarry"), None);
    }

    #[test]
    fn every_section_of_the_file_is_known() {
        for line in SOURCE.lines().filter(|line| line.starts_with('[')) {
            assert!(
                ["title", "number", "continues", "month", "clock", "state", "either", "starters", "zones", "cues"]
                    .contains(&line.trim_matches(['[', ']'])),
                "{line}"
            );
        }
    }
}
