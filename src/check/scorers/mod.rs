//! Who scored and who served, changed about: "headed in Ana Ruiz's corner" against "Ana Ruiz headed it in from a corner".
//!
//! Two people of one goal stand in one sentence, one beside the word for a cross or corner, the other beside that for a
//! finish; no verb has both as its roles, so that the words beside the names are read. It is one goal where both give one
//! minute, or both call it what decided the match; and an article that tells of both ways round knows of two goals. What
//! papers call the winner, the equaliser or the opener is one man's in each match ([`decider`]).

mod decider;
mod read;

use super::conflict::{Check, Conflict, Severity};
use super::support::{self, Place};
use crate::graph::{Identity, Story};
use decider::{Decider, deciders};
use read::{Goal, MOST, goals};
use std::collections::BTreeMap;

/// Minutes by which two papers may differ.
const SLACK: u16 = 2;

/// The conflicts of goals in a story.
pub(super) fn check(story: &Story) -> Vec<Conflict> {
    let mut by_pair: BTreeMap<(Identity, Identity), Vec<Goal>> = BTreeMap::new();
    for at in 0..story.articles.len() {
        for goal in goals(story, at) {
            let pair = (goal.server.min(goal.scorer), goal.server.max(goal.scorer));
            by_pair.entry(pair).or_default().push(goal);
        }
    }
    let mut found: Vec<Conflict> =
        by_pair.values().filter_map(|list| changed(story, &list[..list.len().min(MOST)])).collect();
    found.extend(of_two(story));
    found
}

/// Goals that decide, level or open a match, given to two.
fn of_two(story: &Story) -> Vec<Conflict> {
    let all: Vec<Decider> = (0..story.articles.len()).flat_map(|at| deciders(story, at)).take(MOST).collect();
    let pairs = all.iter().enumerate().flat_map(|(at, one)| all[at + 1..].iter().map(move |two| (one, two)));
    let apart = pairs.filter(|(one, two)| decider::apart(story, one, two, &all));
    apart.map(|(one, two)| two_scorers(story, one, two)).collect()
}

fn two_scorers(story: &Story, one: &Decider, two: &Decider) -> Conflict {
    let name = |goal: &Decider| story.identities.party(goal.scorer).name.clone();
    let side = |goal: &Decider| {
        let place = Place { article: goal.article, span: goal.span, rule: "core/scorer".to_owned() };
        support::side(story, name(goal), vec![place])
    };
    let outlet = |goal: &Decider| support::outlet(&story.articles[goal.article]).to_owned();
    Conflict {
        check: Check::Participant,
        severity: Severity::Warning,
        message: format!("{} is {}'s or {}'s", one.rank.words(), name(one), name(two)),
        explanation: vec![
            format!("{}: it was {}", outlet(one), name(one)),
            format!("{}: it was {}", outlet(two), name(two)),
            "both tell of one match, by what is named around them".to_owned(),
            "a match has one such goal, or an article knows of two".to_owned(),
        ],
        sides: vec![side(one), side(two)],
    }
}

fn changed(story: &Story, list: &[Goal]) -> Option<Conflict> {
    let knows_both = |at: usize| {
        let own = || list.iter().filter(|goal| goal.article == at);
        own().any(|one| own().any(|two| one.scorer != two.scorer))
    };
    let (one, two) = list.iter().enumerate().find_map(|(at, one)| {
        let other = |two: &&Goal| {
            two.article != one.article
                && two.scorer == one.server
                && !knows_both(one.article)
                && !knows_both(two.article)
        };
        list[at + 1..].iter().filter(other).find(|two| one_goal(one, two)).map(|two| (one, two))
    })?;
    let name = |person: Identity| story.identities.party(person).name.clone();
    let side = |goal: &Goal, against: &Goal| {
        let alike = list.iter().filter(|it| it.scorer == goal.scorer && one_goal(it, against));
        let place = |goal: &Goal| Place { article: goal.article, span: goal.span, rule: "core/scorer".to_owned() };
        support::side(story, name(goal.scorer), alike.map(place).collect())
    };
    Some(Conflict {
        check: Check::Participant,
        severity: Severity::Warning,
        message: format!("the goal is {}'s or {}'s", name(one.scorer), name(two.scorer)),
        explanation: vec![
            format!(
                "in one passage {} scores and {} serves, in the other it is the other way round",
                name(one.scorer),
                name(one.server)
            ),
            "both tell of one minute, or of the goal that decided the match".to_owned(),
        ],
        sides: vec![side(one, two), side(two, one)],
    })
}

fn one_goal(a: &Goal, b: &Goal) -> bool {
    if a.minutes.is_empty() || b.minutes.is_empty() {
        return a.decided && b.decided;
    }
    a.minutes.iter().any(|one| b.minutes.iter().any(|two| one.abs_diff(*two) <= SLACK))
}

#[cfg(test)]
mod tests {
    use crate::check::{Check, Severity};
    use crate::testing::{assert_conflict, assert_quiet};

    const DAHL: &str =
        "Maja Dahl headed in Eva Lund's corner in the 88th minute to give Brann a 2-1 win over Viking on Saturday.";

    #[test]
    fn whoever_served_did_not_score() {
        let lund = "Brann beat Viking 2-1 on Saturday. Two minutes from the end Maja Dahl swung a corner to the far post, \
                    where Eva Lund nodded it over the line.";
        assert_conflict(Check::Participant, Severity::Warning, DAHL, lund);
        assert_conflict(
            Check::Participant,
            Severity::Warning,
            "Eva Lund tapped in the winner from a Maja Dahl cross as Brann beat Viking on Saturday.",
            "Brann beat Viking on Saturday with a late winner. Maja Dahl volleyed in Eva Lund's low cross.",
        );
    }

    #[test]
    fn other_goals_and_the_same_way_round_are_no_conflict() {
        let twelfth =
            "Maja Dahl swung over a corner in the 12th minute and Eva Lund headed it in, and Brann beat Viking.";
        assert_quiet(DAHL, twelfth);
        assert_quiet(
            DAHL,
            "In the 88th minute Eva Lund took the corner from which Maja Dahl headed Brann's winner on Saturday.",
        );
        assert_quiet(DAHL, "Eva Lund headed in the first goal from a Maja Dahl cross on Saturday.");
    }
    #[test]
    fn a_match_has_one_winner() {
        let hale = "Tim Hale scored the winning goal four minutes from the end as Brann beat Viking 2-1 in Leeds.";
        for wells in [
            "Brann beat Viking 2-1 in Leeds. Owen Wells headed the winner with four minutes left.",
            "Brann beat Viking 2-1 in Leeds, the winning goal coming from Owen Wells.",
            "Brann beat Viking 2-1 in Leeds. The winning goal was scored by Owen Wells.",
        ] {
            assert_conflict(Check::Participant, Severity::Warning, hale, wells);
        }
        assert_conflict(
            Check::Participant,
            Severity::Warning,
            "Tim Hale equalised for Brann against Viking in the 70th minute in Leeds.",
            "Brann drew 1-1 with Viking in Leeds, Owen Wells's equaliser coming 20 minutes from time.",
        );
    }

    #[test]
    fn another_goal_or_match_has_another_scorer() {
        let hale = "Tim Hale scored the winning goal four minutes from the end as Brann beat Viking 2-1 in Leeds.";
        for wells in [
            "Owen Wells opened the scoring as Brann beat Viking 2-1 in Leeds.",
            "Owen Wells scored the winner as Brann beat Viking 2-1 in Leeds last season.",
            "Owen Wells might have scored the winner as Brann beat Viking 2-1 in Leeds.",
            "Brann beat Viking 2-1 in Leeds with an own goal, the winner from Owen Wells.",
        ] {
            assert_quiet(hale, wells);
        }
        assert_quiet(
            "Tim Hale scored the winner in Brann's semi-final against Viking in Leeds.",
            "Owen Wells scored the winner in Brann's final against Viking in Leeds.",
        );
    }
}
