//! Claims of one event, joined.
//!
//! Joining is cautious: what is joined is counted as support, so a wrong join would make two sources of one. Claims
//! are one occurrence where the roles that say which event it is agree, nothing they both fill differs, and no date
//! puts one of them outside the other's news. Whether it is affirmed, denied or planned does not matter: those are
//! the sides of an occurrence. Differences are the checks' business, not this file's.
//!
//! Only claims of one predicate that share a party are compared, each with the latest few such occurrences and their
//! first few claims, so that time stays linear whatever the articles say.

use super::Story;
use super::apart::told_apart;
use super::fact::{Fact, Term};
use super::identity::Identity;
use super::likeness::Likeness;
use super::occurrence::{compare, compare_times};
use crate::annotate::time::TimeRelation;
use crate::pack::Predicate;
use compact_str::CompactString;
use jiff::Span as Length;
use jiff::civil::DateTime;
use std::collections::BTreeMap;

/// Occurrences of one predicate and party that a claim is compared with, the latest first.
const OCCURRENCES: usize = 16;
/// Claims of an occurrence that another is compared with, the first ones.
const CLAIMS: usize = 8;
/// What has to agree where the predicate names no key: the weight of two known parties.
const AGREEMENT: f32 = 2.0;
/// Days around publication from which a claim without a date is taken to report.
const NEWS: i64 = 7;

/// Groups of indices into [`Story::facts`], in the order of their first claims; every fact is in one.
#[must_use]
pub fn occurrences(story: &Story<'_>) -> Vec<Vec<usize>> {
    let mut found: Vec<Vec<usize>> = Vec::new();
    let mut by_party: BTreeMap<(&CompactString, Identity), Vec<usize>> = BTreeMap::new();
    for (index, fact) in story.facts.iter().enumerate() {
        let mut parties: Vec<Identity> = fact.roles.iter().filter_map(|role| party(&role.term)).collect();
        parties.sort_unstable();
        parties.dedup();
        let fits = |group: &usize| {
            let claims = found[*group].iter().take(CLAIMS).map(|&other| relate(story, &story.facts[other], fact));
            let mut one = false;
            for relation in claims {
                match relation {
                    Likeness::Different => return false,
                    Likeness::Same => one = true,
                    Likeness::Unknown => {}
                }
            }
            one
        };
        let near = |party: &Identity| by_party.get(&(&fact.predicate, *party)).map_or(&[][..], Vec::as_slice);
        let joined = parties
            .iter()
            .find_map(|party| near(party).iter().rev().take(OCCURRENCES).copied().find(|group| fits(group)));
        let group = joined.unwrap_or(found.len());
        match found.get_mut(group) {
            Some(claims) => claims.push(index),
            None => found.push(vec![index]),
        }
        for party in parties {
            let list = by_party.entry((&fact.predicate, party)).or_default();
            if list.last() != Some(&group) {
                list.push(group);
            }
        }
    }
    found
}

fn party(term: &Term) -> Option<Identity> {
    match term {
        Term::Party(identity) => Some(*identity),
        _ => None,
    }
}

/// Whether two claims are of one occurrence, known not to be, or neither.
fn relate(story: &Story<'_>, a: &Fact, b: &Fact) -> Likeness {
    let predicate = story.library.predicates.get(&a.predicate);
    let compared = compare(story, a, b, predicate);
    let differs = compared.time == Likeness::Different
        || compared.roles.iter().any(|role| role.likeness == Likeness::Different)
        || out_of_news(story, a, b)
        || out_of_news(story, b, a)
        || told_apart(story, a, b, predicate, &compared, "");
    if differs {
        return Likeness::Different;
    }
    let same = |role: &CompactString| compared.role(role).is_some_and(|role| role.likeness == Likeness::Same);
    let agrees = match predicate.map(|predicate: &Predicate| predicate.key.as_slice()) {
        Some(key) if !key.is_empty() => key.iter().all(same),
        _ => compared.agreement() >= AGREEMENT || compared.agreement() >= 1.0 && compare_times(a, b) == Likeness::Same,
    };
    if agrees { Likeness::Same } else { Likeness::Unknown }
}

/// Whether `dated` lies outside the days that an article whose claim bears no date reports on.
#[must_use]
pub fn out_of_news(story: &Story<'_>, dated: &Fact, undated: &Fact) -> bool {
    let (Some(when), None) = (&dated.when, &undated.when) else { return false };
    let Some(published) = story.articles[undated.article].document.published else { return false };
    if when.relation != TimeRelation::During {
        return false;
    }
    let day: DateTime = published.date.at(0, 0, 0, 0);
    let length = Length::new().days(NEWS);
    when.value.to.is_some_and(|to| to <= day.saturating_sub(length))
        || when.value.from.is_some_and(|from| from > day.saturating_add(length))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing;

    /// For each claim of the predicate `meet`, the number of its occurrence.
    #[track_caller]
    fn meetings(texts: &[&str]) -> Vec<usize> {
        let outcome = testing::outcome(texts);
        let story = outcome.story();
        let groups = occurrences(&story);
        assert_eq!(groups.iter().flatten().count(), story.facts.len(), "every claim is in one");
        let all = story.facts.iter().enumerate().filter(|(_, fact)| fact.predicate == "meet");
        let of = all.map(|(index, _)| groups.iter().position(|group| group.contains(&index)).unwrap());
        of.collect()
    }

    #[test]
    fn two_reports_of_one_meeting_are_joined() {
        let found = meetings(&["Ana Ruiz met Li Wei in Paris on Tuesday.\n", "Li Wei met Ana Ruiz in France.\n"]);
        assert_eq!(found, [0, 0]);
    }

    #[test]
    fn denials_and_plans_are_sides_of_the_same() {
        let found = meetings(&["Ana Ruiz met Li Wei in Paris.\n", "Ana Ruiz did not meet Li Wei.\n"]);
        assert_eq!(found, [0, 0]);
    }

    #[test]
    fn a_difference_keeps_them_apart() {
        let met = "Ana Ruiz met Li Wei in Paris on Tuesday.\n";
        for other in [
            "Ana Ruiz met Li Wei in Berlin.\n",
            "Ana Ruiz met Omar Haddad in Paris on Tuesday.\n",
            "Ana Ruiz met Li Wei on Monday.\n",
        ] {
            let found = meetings(&[met, other]);
            assert_eq!(found.len(), 2, "{other}");
            assert_ne!(found[0], found[1], "{other}");
        }
    }

    #[test]
    fn an_old_meeting_is_not_the_one_in_the_news() {
        let found = meetings(&["Ana Ruiz met Li Wei.\n", "Ana Ruiz met Li Wei in 2017.\n"]);
        assert_ne!(found[0], found[1]);
    }
}
