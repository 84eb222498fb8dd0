//! Somebody introduced in an office that another has taken over before.
//!
//! "Li Wei succeeded Ana Ruiz as finance minister in September" and, in an article of November, "Ana Ruiz, the finance
//! minister". Where a story tells of a change, [`super::holders`] keeps silent, since reports may fall on either side of
//! it; here the change is dated, and the introduction comes after it. A successor whose office is not named counts where
//! somebody introduces both in the same.

use super::holding::Held;
use crate::annotate::lexicon;
use crate::annotate::verb::{Modality, Polarity};
use crate::check::conflict::{Check, Conflict, Severity};
use crate::check::support::{self, Place};
use crate::graph::{Fact, Identity, Story};

/// How many days after the change papers may still go by the old title.
const GRACE_DAYS: i32 = 7;

/// The conflicts between introductions and successions.
pub(super) fn conflicts(story: &Story, held: &[Held]) -> Vec<Conflict> {
    let told = |fact: &&Fact| {
        fact.predicate == "succeed" && fact.polarity == Polarity::Positive && fact.modality == Modality::Actual
    };
    story.facts.iter().filter(told).filter_map(|fact| conflict(story, held, fact)).collect()
}

fn conflict(story: &Story, held: &[Held], change: &Fact) -> Option<Conflict> {
    let (successor, predecessor) = (change.parties("agent").next()?, change.parties("predecessor").next()?);
    let over = change.when?.value.to?.date();
    let named = change.roles.iter().find(|role| role.name == "office");
    let named = named.map(|role| canonical(&story.slice(change.article, role.span).to_lowercase()));
    let same = |office: &str| match &named {
        Some(named) => named == office,
        None => holds(held, successor, office),
    };
    let after = |one: &&Held| {
        let published = story.articles[one.article].document.published;
        let late = published.is_some_and(|published| (published.date - over).get_days() > GRACE_DAYS);
        let plain = one.office.standing.as_deref().is_none_or(str::is_empty);
        one.article != change.article
            && one.person == predecessor
            && late
            && plain
            && same(&canonical(&one.office.title))
    };
    let old: Vec<&Held> = held.iter().filter(after).collect();
    let first = old.first()?;
    let name = |person: Identity| story.identities.party(person).name.clone();
    let title = canonical(&first.office.title);
    let place = |one: &&Held| Place { article: one.article, span: one.span, rule: "core/office".to_owned() };
    Some(Conflict {
        check: Check::Role,
        severity: Severity::Error,
        message: format!("{} is {title}, or was until {} took over", name(predecessor), name(successor)),
        explanation: vec![
            format!("{} succeeded {} before {over}", name(successor), name(predecessor)),
            format!("an article of more than {GRACE_DAYS} days later introduces {} as {title}", name(predecessor)),
        ],
        sides: vec![
            support::side(story, name(predecessor), old.iter().map(place).collect()),
            support::side(story, name(successor), vec![support::place(story, change)]),
        ],
    })
}

fn holds(held: &[Held], person: Identity, office: &str) -> bool {
    held.iter().any(|one| one.person == person && canonical(&one.office.title) == office)
}

fn canonical(title: &str) -> String {
    lexicon::office(title).map_or(title, |office| office.canonical).to_owned()
}

#[cfg(test)]
mod tests {
    use crate::check::{Check, Severity};
    use crate::testing::{assert_conflict, assert_quiet};

    const CHANGE: &str = "Oliver Marsh succeeded Keira Dunmore as finance minister of Portugal in September.";

    #[test]
    fn whoever_was_succeeded_is_introduced_no_more() {
        assert_conflict(
            Check::Role,
            Severity::Error,
            CHANGE,
            "Taxes will rise, said Keira Dunmore, the finance minister of Portugal, on Tuesday.",
        );
    }

    #[test]
    fn former_holders_and_fresh_changes_are_no_conflict() {
        assert_quiet(
            CHANGE,
            "Taxes will rise, said Keira Dunmore, the former finance minister of Portugal, on Tuesday.",
        );
        assert_quiet(CHANGE, "Taxes will rise, said Keira Dunmore, the health minister of Portugal, on Tuesday.");
        assert_quiet(
            "Oliver Marsh succeeded Keira Dunmore as finance minister of Portugal on Monday.",
            "Taxes will rise, said Keira Dunmore, the finance minister of Portugal, on Friday.",
        );
    }
}
