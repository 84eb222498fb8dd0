//! Whether two descriptions of one thing can both be right.

use super::kinds;
use super::read::Description;
use crate::annotate::mention::EntityKind;
use crate::check::conflict::Check;
use crate::gazetteer::{Gazetteer, PlaceId};
use crate::graph::{Identity, Likeness, Story, compare_parties};

/// In what two descriptions contradict each other, and why.
pub(super) struct Finding {
    pub(super) check: Check,
    pub(super) law: String,
}

fn finding(check: Check, law: impl Into<String>) -> Finding {
    Finding { check, law: law.into() }
}

/// The conflict between two descriptions of one thing, if there is one.
pub(super) fn judge(story: &Story, a: &Description, b: &Description) -> Option<Finding> {
    match (a.negative, b.negative) {
        (true, true) => None,
        (true, false) => denied(a, b),
        (false, true) => denied(b, a),
        (false, false) => kind(a, b)
            .or_else(|| year(a, b))
            .or_else(|| nation(a, b))
            .or_else(|| place(a, b))
            .or_else(|| number(a, b))
            .or_else(|| maker(story, a, b)),
    }
}

/// "is not a singer" against "is a singer and painter". A state of former times is denied only of the same time.
fn denied(not: &Description, is: &Description) -> Option<Finding> {
    let former = |description: &Description| description.words.contains("former") || description.words.contains("ex");
    if not.words.is_empty() || not.past != is.past || former(is) != former(not) {
        return None;
    }
    let said = not.words.is_subset(&is.words) && not.rest.is_subset(&is.rest);
    // "is not the captain" and "is a captain" can both be right, "is not a captain" and "is the captain" cannot.
    let same = not.indefinite || !is.indefinite;
    (said && same).then(|| finding(Check::Polarity, "it cannot both be so and not be so"))
}

fn kind(a: &Description, b: &Description) -> Option<Finding> {
    let (one, two) = (a.kinds(), b.kinds());
    let (first, second) = (one.first()?, two.first()?);
    let apart = one.iter().all(|x| two.iter().all(|y| kinds::exclude(x, y)));
    apart.then(|| finding(Check::Polarity, format!("nothing is both a {first} and a {second}")))
}

fn alike(a: &Description, b: &Description) -> bool {
    a.heads.iter().any(|head| b.heads.contains(head)) || a.kinds().iter().any(|kind| b.kinds().contains(kind))
}

/// "a 1964 film" against "a 1965 film".
fn year(a: &Description, b: &Description) -> Option<Finding> {
    let (one, two) = (a.year?, b.year?);
    // Whoever won in 2012 may have won in 2016 too.
    let work = |side: &Description| side.kinds().iter().any(|kind| kinds::is_work(kind));
    let person = [a, b].iter().any(|side| side.person && !work(side) || side.kinds().contains(&"person"));
    (one != two && !person && alike(a, b)).then(|| finding(Check::Time, "a work is of one year"))
}

/// Countries that lie apart: "a French film" against "an American film". One who has two is called by both somewhere,
/// so that it is a warning.
fn nation(a: &Description, b: &Description) -> Option<Finding> {
    let plain = |description: &Description| description.indefinite || description.only || description.heads.is_empty();
    if a.nations.is_empty() || b.nations.is_empty() || !plain(a) || !plain(b) {
        return None;
    }
    let alike = alike(a, b) || a.only || b.only;
    let gazetteer = Gazetteer::global();
    let apart = |x: &PlaceId, y: &PlaceId| x != y && gazetteer.disjoint(*x, *y);
    let all = a.nations.iter().all(|x| b.nations.iter().all(|y| apart(x, y)));
    (alike && all).then(|| finding(Check::Polarity, "it is said to be of two countries"))
}

/// A city, a country or a university in places that lie apart.
fn place(a: &Description, b: &Description) -> Option<Finding> {
    let (one, two) = (a.place?, b.place?);
    let still = |description: &Description| description.kinds().iter().any(|kind| kinds::stands_still(kind));
    let bare = |description: &Description| description.heads.is_empty();
    let fixed = still(a) && (still(b) || bare(b)) || still(b) && bare(a);
    if a.person || b.person || !fixed || !Gazetteer::global().disjoint(one, two) {
        return None;
    }
    Some(finding(Check::Place, "it does not move"))
}

/// "her second album" against "her first album".
fn number(a: &Description, b: &Description) -> Option<Finding> {
    let work = |description: &Description| description.kinds().iter().any(|kind| kinds::is_work(kind));
    let numbers = |description: &Description| -> Vec<usize> {
        ORDINALS
            .iter()
            .enumerate()
            .filter(|(_, word)| description.words.contains(**word))
            .map(|(number, _)| number)
            .collect()
    };
    let same_head = a.heads.iter().any(|head| b.heads.contains(head));
    let (one, two) = (numbers(a), numbers(b));
    let differ = !one.is_empty() && !two.is_empty() && !one.iter().any(|number| two.contains(number));
    (work(a) && same_head && differ).then(|| finding(Check::Quantity, "it has one place in the series"))
}

/// "an album by one band" against "an album by another".
fn maker(story: &Story, a: &Description, b: &Description) -> Option<Finding> {
    let work = |side: &Description| side.kinds().iter().any(|kind| kinds::is_work(kind));
    let apart = |one: &Identity, two: &Identity| {
        compare_parties(&story.identities, *one, *two) == Likeness::Different
            || [one, two].map(|side| story.identities.party(*side).kind == EntityKind::Person) != [true, true]
                && one != two
                && story.identities.party(*one).kind != story.identities.party(*two).kind
    };
    let all = a.makers.iter().all(|one| b.makers.iter().all(|two| apart(one, two)));
    let both = !a.makers.is_empty() && !b.makers.is_empty();
    (both && all && work(a) && work(b)).then(|| finding(Check::Participant, "a work is by one and the same"))
}

#[rustfmt::skip]
const ORDINALS: [&str; 12] = [
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth",
];
