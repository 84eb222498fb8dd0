//! Who did it to whom, turned round: "A beat B" against "B beat A".

use super::Finding;
use super::occurrence::CONTEXT_POLARITY;
use super::pair::Pair;
use crate::annotate::mention::EntityKind;
use crate::annotate::verb::Polarity;
use crate::check::conflict::{Check, Severity};
use crate::graph::{Compared, Fact, Likeness, only_one};

/// "A beat B" against "B beat A".
pub(super) fn swapped(pair: &Pair) -> Option<Finding> {
    let Pair { story, a, b, predicate, ref comparing, .. } = *pair;
    if a.polarity != b.polarity || !pair.both_happened() {
        return None;
    }
    let parties: Vec<&str> = match predicate {
        Some(predicate) => {
            let names = predicate.roles.keys().map(compact_str::CompactString::as_str);
            names.filter(|role| predicate.mirrored(role).is_none()).collect()
        }
        None => vec!["agent", "object"],
    };
    let pairs = parties.iter().enumerate().flat_map(|(at, one)| parties[at + 1..].iter().map(move |two| (*one, *two)));
    for (one, two) in pairs {
        let (Some(x), Some(y)) = (a.parties(one).next(), a.parties(two).next()) else { continue };
        let turned = b.parties(one).next() == Some(y) && b.parties(two).next() == Some(x);
        let kinds = [x, y].iter().all(|party| {
            matches!(story.identities.party(*party).kind, EntityKind::Person | EntityKind::Body | EntityKind::Place)
        });
        // Two sides turned round and another score besides are another match.
        let others = comparing
            .roles
            .iter()
            .any(|role| role.role != one && role.role != two && role.likeness == Likeness::Different);
        if turned && !others && x != y && kinds && comparing.time != Likeness::Different && pair.across() {
            let role_at = |fact: &Fact| fact.roles.iter().position(|role| role.name == one);
            return Some(Finding {
                check: Check::Participant,
                severity: Severity::Error,
                role: one.to_owned(),
                fillers: role_at(a).zip(role_at(b)),
                comparing: comparing.clone(),
                law:
                    "the roles are swapped: each is said to have done to the other what the other is said to have done"
                        .to_owned(),
            });
        }
    }
    None
}

/// Roles of which whoever fills the one in an occurrence does not fill the other.
const OPPOSED: &[(&str, &str)] = &[("winner", "loser"), ("agent", "opponent"), ("by", "who"), ("buyer", "seller")];

/// "Elected mayor" against "was beaten": in one occurrence on either side, whatever else the papers name.
pub(super) fn turned(pair: &Pair) -> Option<Finding> {
    let Pair { story, a, b, predicate, ref comparing, .. } = *pair;
    let agrees = a.polarity == Polarity::Positive
        && b.polarity == Polarity::Positive
        && pair.both_happened()
        && pair.across()
        && comparing.time != Likeness::Different;
    if !agrees || predicate.is_none() {
        return None;
    }
    let (one, two, party) = OPPOSED.iter().flat_map(|&(x, y)| [(x, y), (y, x)]).find_map(|(one, two)| {
        let party = a.parties(one).next().filter(|party| b.parties(two).next() == Some(*party))?;
        // Whoever won one match and lost another met two others.
        let others = a.parties(two).next().zip(b.parties(one).next());
        let met = others.is_none_or(|(x, y)| x == y) && !b.parties(one).any(|other| other == party);
        met.then_some((one, two, party))
    })?;
    let differs = |role: &Compared| role.role != one && role.role != two && role.likeness == Likeness::Different;
    if comparing.roles.iter().any(differs) {
        return None;
    }
    let named = matches!(story.identities.party(party).kind, EntityKind::Person | EntityKind::Body);
    let place = |fact: &Fact, role: &str| fact.roles.iter().position(|filled| filled.name == role);
    let known = pair.context() >= CONTEXT_POLARITY && only_one(story, a) && only_one(story, b);
    (named && known).then(|| Finding {
        check: Check::Participant,
        severity: Severity::Warning,
        role: one.to_owned(),
        fillers: place(a, one).zip(place(b, one)),
        comparing: comparing.clone(),
        law: format!("the {one} of an occurrence is not its {two}"),
    })
}
