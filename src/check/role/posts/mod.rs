//! Posts that are told by what they are over: "vice-president for academic affairs", "director of nursing", "who runs
//! infection control".
//!
//! No list of offices can hold them, since any house has departments of its own making. A post is read from the words
//! beside a name: a word for whoever is at the head of something, and the nouns that say of what. One person in two such
//! posts of different matters, or in one of them and at the head of the whole house, and two people in the same post, are
//! conflicts. Words for a body are its house and no matter; former and future holders are left out.

mod judge;
mod read;
mod words;

use super::holding::{Held, House};
use crate::check::conflict::Conflict;
use crate::graph::{Identity, Story};
use crate::source::Span;
use compact_str::CompactString;
use std::collections::BTreeSet;

/// One person in one post.
struct Post {
    person: Identity,
    article: usize,
    rank: &'static str,
    deputy: bool,
    /// Lemmas of what it is over.
    matter: BTreeSet<CompactString>,
    house: Option<House>,
    /// Name and post.
    span: Span,
}

/// The conflicts of posts in a story, of those left out that `told` names.
pub(super) fn conflicts(
    story: &Story,
    held: &[Held],
    handovers: &BTreeSet<Identity>,
    told: &BTreeSet<Identity>,
) -> Vec<Conflict> {
    let posts: Vec<Post> = (0..story.articles.len()).flat_map(|at| read::posts(story, at)).collect();
    let mut found = judge::two_posts(story, &posts, handovers, told);
    found.extend(judge::whole_and_part(story, &posts, held, handovers, told));
    found.extend(judge::two_holders(story, &posts, handovers));
    found
}

#[cfg(test)]
mod tests {
    use crate::check::{Check, Severity};
    use crate::testing::{assert_conflict, assert_quiet};

    const LIND: &str = "Mia Lind, director of nursing at the Harbour Clinic, closed the ward on Monday.";

    #[track_caller]
    fn conflict(one: &str, two: &str) {
        assert_conflict(Check::Role, Severity::Warning, one, two);
    }

    #[test]
    fn one_person_is_over_one_matter() {
        conflict(LIND, "The ward was closed on Monday by Mia Lind, who runs infection control at the Harbour Clinic.");
        let estates = "Mia Lind, director of estates at the Harbour Clinic, closed the ward on Monday.";
        conflict(estates, "“The ward is closed,” said Mia Lind, the chief executive, on Monday.");
        conflict(LIND, "The Harbour Clinic's head of estates, Mia Lind, closed the ward on Monday.");
    }

    #[test]
    fn one_post_has_one_holder() {
        conflict(LIND, "The ward at the Harbour Clinic was closed by Jens Holt, who is its director of nursing.");
        conflict(
            "“We are sorry,” said Mia Lind, Vice-President for Student Affairs, at Selby College on Monday.",
            "Jens Holt, vice-president for student affairs, met parents at Selby College on Monday.",
        );
    }

    #[test]
    fn nobody_serves_a_state_and_a_hospital() {
        conflict(
            "The state's deputy chief health officer, Mia Lind, closed the ward on Monday.",
            "Mia Lind, who runs infection control at Harbour Hospital, closed the ward on Monday.",
        );
    }

    #[test]
    fn wider_words_other_houses_and_former_holders_are_no_conflict() {
        assert_quiet(
            LIND,
            "Mia Lind, Director of Nursing and Training at the Harbour Clinic, closed the ward on Monday.",
        );
        assert_quiet(LIND, "Mia Lind, who is in charge of nurses at the Harbour Clinic, closed the ward on Monday.");
        assert_quiet(
            LIND,
            "Jens Holt, director of nursing at the Selby Clinic, spoke to the Harbour Clinic on Monday.",
        );
        assert_quiet(LIND, "Jens Holt, a former director of nursing at the Harbour Clinic, wept on Monday.");
        assert_quiet(LIND, "Jens Holt, director of nursing at the Harbour Clinic until last year, wept on Monday.");
        assert_quiet(LIND, "Jens Holt, deputy director of nursing at the Harbour Clinic, wept on Monday.");
        assert_quiet(LIND, "Jens Holt, director of estates at the Harbour Clinic, wept on Monday.");
        assert_quiet(
            LIND,
            "Jens Holt was appointed director of nursing at the Harbour Clinic after Mia Lind resigned.",
        );
        assert_quiet(
            "Mia Lind, head of press at the Harbour Clinic, spoke on Monday.",
            "Mia Lind, director of communications at the Harbour Clinic, spoke on Monday.",
        );
    }
}
