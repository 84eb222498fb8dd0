//! Which words tell who did a thing: `rules/english/doers.csv`, read once.

use crate::check::outcome::{Of, Topic};
use crate::check::table::Wordings;
use std::sync::LazyLock;

/// Where in the clause whoever did it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stands {
    /// The subject, or the agent of a passive.
    Subject,
    /// Behind "to", or as whoever is given it.
    To,
    /// Behind "from".
    From,
}

/// One wording.
#[derive(Clone, Debug)]
pub(super) struct Wording {
    /// The deed.
    pub(super) class: &'static str,
    pub(super) of: Of,
    /// Where the thing stands that it is done to.
    pub(super) topic: Topic,
    pub(super) doer: Stands,
}

static TEXT: &str = include_str!("../../../rules/english/doers.csv");

static WORDINGS: LazyLock<Wordings<Wording>> = LazyLock::new(|| {
    Wordings::new(TEXT, |fields| {
        let &[class, of, topic, doer] = fields else { return None };
        let doer = match doer {
            "to" => Stands::To,
            "from" => Stands::From,
            _ => Stands::Subject,
        };
        Some(Wording { class, of: Of::named(of), topic: Topic::named(topic), doer })
    })
});

/// The wordings of a verb with its particles, each with the words that have to stand behind it.
pub(super) fn of(lemma: &str) -> Vec<(&'static Wording, &'static [&'static str])> {
    WORDINGS.of(lemma)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::table::assert_columns;

    #[test]
    fn every_row_is_whole() {
        let topics = &["object", "subject", "after"];
        assert_columns(TEXT, &[&[], &["person", "thing", "any"], topics, &["subject", "to", "from"], &[]]);
    }
}
