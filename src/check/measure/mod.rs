//! Two figures for one thing, known by what they measure and by what stands around them.
//!
//! Packs know the figures of their verbs and nouns. Papers tell one figure in ways that share no verb: "was jailed for
//! nine years", "was starting a 12-year stretch". Here the words beside a figure say what sort of figure it is, and two
//! of a sort conflict where the passages, and what the two articles are about, name the same parties and things, and
//! each article gives one figure of the sort and never the other's.

mod judge;
mod plain;
mod table;
mod words;

use self::judge::{differ, one_thing};
use self::plain::plain;
use self::words::{CAPACITY, Sort, sorts};
use super::conflict::{Check, Conflict, Severity};
use super::support::{self};
use crate::annotate::mention::EntityKind;
use crate::annotate::quantity::{Comparison, Quantity};
use crate::graph::{Around, Identity, Story, lead, surroundings};
use crate::source::Span;
use compact_str::CompactString;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

/// Of a bucket larger than this only the first are compared: it holds no story any more.
const LARGEST_BUCKET: usize = 80;

/// The only figure of its sort in an article.
struct Figure {
    article: usize,
    value: Quantity,
    sort: Sort,
    around: Around,
}

/// The conflicts of figures that measure one thing.
pub(super) fn check(story: &Story) -> Vec<Conflict> {
    let figures: Vec<Figure> = (0..story.articles.len()).flat_map(|at| figures(story, at)).collect();
    let leads: Vec<Around> = (0..story.articles.len()).map(|at| lead(story, at)).collect();
    let mut buckets: BTreeMap<(&str, Identity), Vec<usize>> = BTreeMap::new();
    for (index, figure) in figures.iter().enumerate() {
        let parties: BTreeSet<Identity> = figure.around.parties().chain(leads[figure.article].parties()).collect();
        // Two nurses of one town may have been paid two sums; on one day there is one flood.
        let dated = figure.around.is_dated();
        let named = |party: &Identity| dated || story.identities.party(*party).kind != EntityKind::Place;
        for party in parties.into_iter().filter(named) {
            buckets.entry((figure.sort.name.as_str(), party)).or_default().push(index);
        }
    }
    let known: Vec<OnceLock<BTreeSet<Identity>>> = story.articles.iter().map(|_| OnceLock::new()).collect();
    let known = |article: usize| known[article].get_or_init(|| parties(story, article));
    let mut pairs = BTreeSet::new();
    for list in buckets.values() {
        let list = &list[..list.len().min(LARGEST_BUCKET)];
        for (at, &first) in list.iter().enumerate() {
            pairs.extend(list[at + 1..].iter().map(|&second| (first, second)));
        }
    }
    pairs
        .into_iter()
        .map(|(first, second)| (&figures[first], &figures[second]))
        .filter(|(a, b)| differ(story, &known, a, b) && one_thing(story, &leads, a, b))
        .map(|(a, b)| conflict(story, a, b))
        .collect()
}

/// The figures of an article of whose sort it gives no other.
fn figures(story: &Story, at: usize) -> Vec<Figure> {
    let article = &story.articles[at];
    let mut by_sort: BTreeMap<CompactString, Vec<(Quantity, Sort)>> = BTreeMap::new();
    for value in &article.quantities {
        for sort in sorts(article, value) {
            // "Can carry 450" says what it holds, and nothing of how many it carried.
            if plain(article, value, sort.name.starts_with(CAPACITY)) {
                by_sort.entry(sort.name.clone()).or_default().push((value.clone(), sort));
            }
        }
    }
    let only = by_sort.into_values().filter_map(|list| {
        let alike = |(other, _): &(Quantity, Sort)| {
            matches!(list[0].0.compare(other), Comparison::Same | Comparison::Compatible)
        };
        let one = list.iter().all(alike);
        let (value, sort) = list.into_iter().next().filter(|_| one)?;
        let around = surroundings(story, at, value.span);
        Some(Figure { article: at, value, sort, around })
    });
    only.collect()
}

/// Everybody and everything that an article names.
fn parties(story: &Story, article: usize) -> BTreeSet<Identity> {
    story.identities.of_article(article).iter().copied().collect()
}

fn conflict(story: &Story, a: &Figure, b: &Figure) -> Conflict {
    let words = |figure: &Figure, span: Span, most: usize| support::words(&story.articles[figure.article], span, most);
    let value = |figure: &Figure| words(figure, figure.value.span, 40);
    let passage = |figure: &Figure| support::sentence(&story.articles[figure.article], figure.value.span);
    let side = |figure: &Figure| {
        let place = support::passage(story, figure.article, figure.value.span, "core/measure");
        support::side(story, value(figure), vec![place])
    };
    let sort = &a.sort.name;
    Conflict {
        check: Check::Quantity,
        severity: Severity::Warning,
        message: format!("{} or {}: “{}”", value(a), value(b), words(a, passage(a), 90)),
        explanation: vec![
            format!(
                "both are figures of one sort ({sort}), as “{}” and “{}” say",
                words(a, a.sort.word, 40),
                words(b, b.sort.word, 40)
            ),
            "the passages, and the beginnings of their articles, name the same parties and things".to_owned(),
            "each article gives one figure of that sort, and the other's nowhere".to_owned(),
        ],
        sides: vec![side(a), side(b)],
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{between, conflicts};

    #[track_caller]
    fn found(one: &str, two: &str) -> usize {
        between(one, two).iter().filter(|conflict| conflict.message.contains("£40,000 or £25,000")).count()
    }

    const OFFERED: &str = "The Marl Museum has put up a reward of £40,000 for the bronze horse by Dana Reyes. Police in Leeds found a ladder.\n";
    const TOLD: &str = "The finder of the horse by Dana Reyes gets a reward of £25,000, the Marl Museum said. A ladder was \
                        found by police in Leeds.\n";

    #[test]
    fn one_reward_is_told_in_two_figures() {
        assert_eq!(found(OFFERED, TOLD), 1);
        assert_eq!(found(OFFERED, &TOLD.replace("£25,000", "£40,000")), 0);
    }

    #[test]
    fn another_thing_and_owner_have_another_reward() {
        assert_eq!(found(OFFERED, "The reward for the goat by Ben Quill is £25,000, Vell Bank said.\n"), 0);
    }

    #[test]
    fn an_article_with_two_such_figures_is_left_alone() {
        assert_eq!(found(OFFERED, &format!("{} The reward for a goat is £900.\n", TOLD.trim())), 0);
    }

    #[test]
    fn a_figure_that_the_other_article_also_gives_is_no_conflict() {
        assert_eq!(found(OFFERED, &format!("{} It cost £40,000.\n", TOLD.trim())), 0);
    }

    #[test]
    fn a_part_and_a_comparison_are_no_figure_of_the_whole() {
        for beside in ["another £25,000", "£25,000 more", "from £25,000"] {
            assert_eq!(found(OFFERED, &TOLD.replace("£25,000", beside)), 0, "{beside}");
        }
    }

    #[track_caller]
    fn quantities(one: &str, two: &str) -> usize {
        conflicts(&[("a.txt", "2026-03-06", one), ("b.txt", "2026-03-06", two)])
            .iter()
            .filter(|conflict| conflict.check == crate::check::Check::Quantity)
            .count()
    }

    const LOST: &str = "The Lady Maud lost 45 containers in the storm off Ushant on Tuesday, the coastguard said.\n";

    #[test]
    fn things_counted_in_one_event_are_so_many() {
        let other =
            |beside: &str| format!("Some 80 containers {beside} the Lady Maud in Tuesday's storm off Ushant.\n");
        assert_eq!(quantities(LOST, &other("went overboard from")), 1);
        assert_eq!(quantities(LOST, "Vell Bank sold 80 containers to the Lady Maud's owner in 2019.\n"), 0);
    }

    #[test]
    fn room_is_not_how_many_there_were() {
        let room =
            "The ferry Lady Maud, built in Leeds for Marl Lines, has room for 600 passengers and sails in May.\n";
        let carries =
            "The ferry Lady Maud, which Marl Lines had built in Leeds and sails in May, can carry 450 passengers.\n";
        let took = "The ferry Lady Maud, which Marl Lines had built in Leeds, carried 450 passengers in May.\n";
        assert_eq!(quantities(room, carries), 1);
        assert_eq!(quantities(room, took), 0);
    }

    #[test]
    fn one_vote_has_one_tally_and_two_have_two() {
        let first = "The council of Ardley voted by 27 to 19 on Monday to close the library in Mill Street.\n";
        let told = |what: &str| format!("Councillors in Ardley backed the {what} by 27 votes to 21 on Monday.\n");
        assert_eq!(quantities(first, &told("closure of the Mill Street library")), 1);
        assert_eq!(quantities(first, &told("sale of the tram depot")), 0);
    }

    #[test]
    fn who_loses_a_job_is_counted_as_the_job_is() {
        let jobs = "The toymaker Kinderly will cut 340 jobs at its plant in Leeds, its director Dana Reyes said on Thursday.\n";
        let workers = "Kinderly said on Thursday that 410 workers at its toy plant in Leeds would lose their jobs. Its director, \
                       Dana Reyes, spoke of a black day.\n";
        assert_eq!(quantities(jobs, workers), 1);
        assert_eq!(quantities(jobs, &workers.replace("410", "some 340")), 0);
    }

    #[test]
    fn room_for_passengers_is_no_room_for_cars() {
        let room = "The ferry Lady Maud, built in Leeds for Marl Lines, has room for 600 passengers and 90 cars.\n";
        let cars = "The ferry Lady Maud, which Marl Lines had built in Leeds, has room for 140 cars.\n";
        let people = "The ferry Lady Maud, which Marl Lines had built in Leeds, has room for 450 passengers.\n";
        assert_eq!(quantities(room, cars), 1);
        assert_eq!(quantities(room, people), 1);
        assert_eq!(quantities(room, &people.replace("450 passengers", "600 people")), 0);
    }
}
