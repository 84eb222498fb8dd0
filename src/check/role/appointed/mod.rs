//! Who is to hold an office, or has just been given it: "becomes House leader", "will serve as deputy leader", "has been
//! appointed chief executive designate".
//!
//! Two articles of the same weeks that give one office of a house to two people contradict each other, whether the one
//! tells it as planned and the other as done. Appointments of another time ("was appointed in 2019") are left out, and
//! so are offices that change hands within the story from the one to the other.

mod read;

use super::holding::Held;
use super::{APART_DAYS, days_apart};
use crate::annotate::lexicon;
use crate::check::conflict::{Check, Conflict, Severity};
use crate::check::support::{self, Place};
use crate::graph::{Identity, Story, shared, surroundings};
pub(super) use read::appointed;
use std::collections::BTreeMap;

/// How much surroundings share that tell of one appointment although no house is named.
const STORY: f32 = 2.0;

/// The conflicts of offices that are given to two people; `held` are those whom articles introduce in an office.
pub(super) fn conflicts(story: &Story, appointed: &[Held], held: &[Held]) -> Vec<Conflict> {
    // "Li Wei, finance minister": where another article gives Li Wei one office and this one to somebody else.
    let moved = held.iter().filter(|one| {
        let elsewhere = |other: &&Held| other.article != one.article;
        let given = |other: &&Held| other.person == one.person && other.office.title != one.office.title;
        let own = |other: &&Held| other.person != one.person && other.office.title == one.office.title;
        one.office.standing.is_none()
            && appointed
                .iter()
                .filter(elsewhere)
                .filter(given)
                .any(|given| appointed.iter().any(|other| other.article == given.article && own(&other)))
    });
    let all: Vec<Held> = appointed.iter().chain(moved).cloned().collect();
    let appointed = &all[..];
    let mut by_title: BTreeMap<(String, bool), Vec<&Held>> = BTreeMap::new();
    for one in appointed {
        let known = lexicon::office(&one.office.title);
        if known.is_some_and(|office| office.single && !office.soft) {
            let deputy = match one.office.standing.as_deref() {
                None | Some("incoming" | "-elect") => false,
                Some("deputy") => true,
                Some(_) => continue,
            };
            by_title.entry((one.office.title.to_string(), deputy)).or_default().push(one);
        }
    }
    let mut found = Vec::new();
    for ((title, deputy), list) in by_title {
        let list = &list[..list.len().min(30)];
        for (index, one) in list.iter().enumerate() {
            // An article that gives it to two knows of two.
            let sole =
                |held: &Held| list.iter().all(|other| other.article != held.article || other.person == held.person);
            let two = list[index + 1..]
                .iter()
                .find(|two| two.person != one.person && sole(one) && sole(two) && of_one(story, one, two));
            if let Some(two) = two {
                let title = if deputy { format!("deputy {title}") } else { title.clone() };
                found.push(conflict(story, appointed, &title, one, two));
                break;
            }
        }
    }
    found
}

/// Whether two appointments are to one office in one story.
fn of_one(story: &Story, a: &Held, b: &Held) -> bool {
    let near = a.article != b.article && days_apart(story, a.article, b.article) <= APART_DAYS;
    let around = |held: &Held| surroundings(story, held.article, held.span);
    let common = || shared(story, (a.article, &around(a)), (b.article, &around(b)));
    let knows = |article: usize, person: Identity| {
        story.identities.party(person).members.iter().any(|(member, _)| *member == article)
    };
    near && match (&a.of, &b.of) {
        (Some(x), Some(y)) => x == y,
        // No house is named: whoever is given the office here is somebody else there.
        _ => knows(b.article, a.person) || knows(a.article, b.person) || common() >= STORY,
    } && !handed_over(story, a.person, b.person)
}

/// Whether the story tells that one of the two follows the other.
fn handed_over(story: &Story, a: Identity, b: Identity) -> bool {
    story.facts.iter().any(|fact| {
        let has = |person: Identity| {
            fact.roles.iter().any(|role| matches!(role.term, crate::graph::Term::Party(party) if party == person))
        };
        let verb = crate::extract::verb_of(&fact.predicate);
        matches!(verb, "succeed" | "replace" | "take over" | "take over from" | "follow" | "oust" | "beat" | "defeat")
            && (has(a) && (has(b) || fact.predicate == "succeed"))
            || fact.predicate == "succeed" && has(b)
    })
}

fn conflict(story: &Story, appointed: &[Held], title: &str, one: &Held, two: &Held) -> Conflict {
    let name = |held: &Held| story.identities.party(held.person).name.clone();
    let place = |held: &Held| Place { article: held.article, span: held.span, rule: "core/office".to_owned() };
    // What else the other article makes of somebody belongs to what it says.
    let places = |own: &Held, other: &Held| {
        let moved = appointed.iter().filter(|held| held.article == own.article && held.person == other.person);
        std::iter::once(place(own)).chain(moved.map(place)).collect()
    };
    Conflict {
        check: Check::Role,
        severity: Severity::Warning,
        message: format!("{title} is to be {} or {}", name(one), name(two)),
        explanation: vec![
            format!("the passages give the office of {title} to {} and to {}", name(one), name(two)),
            "articles of the same weeks tell of it, and none of one following the other".to_owned(),
            "one office goes to one person".to_owned(),
        ],
        sides: vec![
            support::side(story, name(one), places(one, two)),
            support::side(story, name(two), places(two, one)),
        ],
    }
}

#[cfg(test)]
mod tests {
    use crate::check::{Check, Severity};
    use crate::testing::{assert_conflict, assert_quiet};

    const LIND: &str = "Tom Lind has been appointed chief executive of the Harbour Trust, which said so on Monday.";

    #[test]
    fn one_office_goes_to_one() {
        let sorrel = "Mia Sorrel will be chief executive of the Harbour Trust from May.";
        assert_conflict(Check::Role, Severity::Warning, LIND, sorrel);
        assert_conflict(
            Check::Role,
            Severity::Warning,
            "Mia Sorrel, who leads the Greens, gets the interior ministry and Tom Lind becomes finance minister.",
            "The new cabinet: Mia Sorrel, finance minister. The leader of the Greens, 51, grew up in Oslo.",
        );
        assert_conflict(
            Check::Role,
            Severity::Warning,
            "Jens Holt, a lawyer from Oslo, becomes House leader. Berit Moe told the party on Sunday.",
            "Berit Moe named her team. Jens Holt will serve as Deputy Leader. Anna Dahl will serve as House Leader.",
        );
    }

    #[test]
    fn other_offices_and_times_are_no_conflict() {
        assert_quiet(LIND, "Mia Sorrel will be chief executive of the Harbour Museum from May.");
        assert_quiet(
            "Mia Sorrel gets the interior ministry in Oslo and Tom Lind becomes finance minister.",
            "Mia Sorrel, interior minister, grew up in Oslo. Finance will be run by Tom Lind.",
        );
        assert_quiet(LIND, "Mia Sorrel will be finance director of the Harbour Trust from May.");
        assert_quiet(LIND, "Mia Sorrel was appointed chief executive of the Harbour Trust in 2019.");
        assert_quiet(
            LIND,
            "Tom Lind will succeed Mia Sorrel, who was made chief executive of the Harbour Trust on 3 May.",
        );
    }
}
