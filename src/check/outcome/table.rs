//! Which words tell what became of a thing: `rules/english/outcomes.csv`, read once.

use super::thing::Thing;
use crate::check::conflict::Check;
use crate::check::table::Wordings;
use std::sync::LazyLock;

/// Where the thing stands of which the words tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::check) enum Topic {
    /// What is acted upon.
    Object,
    /// Who or what does it, or is so.
    Subject,
    /// Behind the preposition that ends the words.
    After,
    /// What "there is".
    There,
    /// Whoever is given it, or what its noun is about.
    Beyond,
}

/// Of what a wording may tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::check) enum Of {
    Person,
    Thing,
    Any,
}

impl Of {
    /// As a table names it.
    pub(in crate::check) fn named(name: &str) -> Self {
        match name {
            "person" => Self::Person,
            "thing" => Self::Thing,
            _ => Self::Any,
        }
    }

    /// Whether it may be told of a thing.
    pub(in crate::check) fn fits(self, thing: &Thing) -> bool {
        match self {
            Self::Any => true,
            Self::Person => thing.person,
            Self::Thing => !thing.person,
        }
    }
}

impl Topic {
    /// As a table names it.
    pub(in crate::check) fn named(name: &str) -> Self {
        match name {
            "object" => Self::Object,
            "subject" => Self::Subject,
            "after" => Self::After,
            "there" => Self::There,
            _ => Self::Beyond,
        }
    }
}

/// One wording.
#[derive(Clone, Debug)]
pub(super) struct Wording {
    /// What is asked of the thing.
    pub(super) class: &'static str,
    /// Whether people may be meant, and whether anything else may.
    pub(super) of: Of,
    pub(super) check: Check,
    /// Whether it answers yes.
    pub(super) holds: bool,
    /// Whether denying it is the other answer.
    pub(super) deniable: bool,
    pub(super) topic: Topic,
}

static TEXT: &str = include_str!("../../../rules/english/outcomes.csv");

static WORDINGS: LazyLock<Wordings<Wording>> = LazyLock::new(|| {
    Wordings::new(TEXT, |fields| {
        let &[class, of, check, side, topic] = fields else { return None };
        Some(Wording {
            class,
            of: Of::named(of),
            check: if check == "status" { Check::Status } else { Check::Polarity },
            holds: side.starts_with('+'),
            deniable: !side.ends_with('!'),
            topic: Topic::named(topic),
        })
    })
});

/// The wordings of a verb with its particles, each with the words that have to stand behind it.
pub(super) fn of(lemma: &str) -> Vec<(&'static Wording, &'static [&'static str])> {
    WORDINGS.of(lemma)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::table::{assert_columns, rows};
    use std::collections::BTreeMap;

    #[test]
    fn every_row_is_whole() {
        let sides = &["+", "-", "+!", "-!"];
        let topics = &["object", "subject", "after", "there", "beyond"];
        assert_columns(TEXT, &[&[], &["person", "thing", "any"], &["polarity", "status"], sides, topics, &[]]);
    }

    #[test]
    fn no_words_answer_both_ways() {
        let mut sides: BTreeMap<(&str, &str, &str), bool> = BTreeMap::new();
        for row in rows(TEXT) {
            let fields: Vec<&str> = row.split(',').collect();
            for words in fields[5].split('|') {
                let holds = fields[3].starts_with('+');
                let before = sides.insert((fields[0], fields[4], words), holds);
                assert!(before.is_none(), "{words} stands twice under {}", fields[0]);
            }
        }
    }
}
