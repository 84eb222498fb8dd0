//! One person in two offices that nobody holds at once.

use super::holding::{Held, House};
use super::{APART_DAYS, days_apart};
use crate::annotate::lexicon::{self, OfficeClass};
use crate::annotate::mention::Office;
use crate::check::conflict::{Check, Conflict, Severity};
use crate::check::support::{self, Place};
use crate::graph::{Identity, Story};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

/// Sets of offices of which one person holds one at a time: the index of the set, and the one within it.
static SETS: LazyLock<BTreeMap<&'static str, Vec<(usize, usize)>>> = LazyLock::new(|| {
    let mut sets: BTreeMap<&'static str, Vec<(usize, usize)>> = BTreeMap::new();
    let lines = include_str!("../../../rules/names/exclusive.csv").lines().filter(|line| !line.starts_with('#'));
    for (set, line) in lines.enumerate() {
        for (at, titles) in line.split(',').enumerate() {
            for title in titles.split('|') {
                sets.entry(title.trim()).or_default().push((set, at));
            }
        }
    }
    sets
});

/// Whether two offices cannot be held by one person at one time: heads of different departments of one house, or
/// two of a set that excludes the rest (judge, counsel for the defence); `owned` says that they are of one house.
fn exclude(a: &Office, b: &Office, owned: bool) -> bool {
    let (Some(one), Some(two)) = (lexicon::office(&a.title), lexicon::office(&b.title)) else { return false };
    // The director, and his deputy.
    let deputy = |office: &Office| matches!(office.standing.as_deref(), Some("deputy" | "assistant"));
    let firm = |office: &Office| office.standing.is_none();
    if owned && one.canonical == two.canonical && !one.soft && (deputy(a) && firm(b) || deputy(b) && firm(a)) {
        return true;
    }
    if a.standing.is_some() || b.standing.is_some() {
        return false;
    }
    let places = |title: &str| SETS.get(title).map_or(&[][..], Vec::as_slice);
    if places(one.canonical).iter().any(|(set, at)| places(two.canonical).iter().any(|(s, t)| s == set && t != at)) {
        return true;
    }
    if one.canonical == two.canonical || one.soft || two.soft || !one.single || !two.single || one.class != two.class {
        return false;
    }
    let both = |test: fn(&str) -> bool| test(one.canonical) && test(two.canonical);
    match one.class {
        OfficeClass::Company => both(|title| title.starts_with("chief ")),
        OfficeClass::Government => both(|title| title.ends_with("minister")),
        _ => false,
    }
}

fn known_apart(a: Option<&House>, b: Option<&House>) -> bool {
    matches!((a, b), (Some(House::Known(x)), Some(House::Known(y))) if x != y)
}

/// What an office is compared by: its standing and its title.
type Title<'h> = (Option<&'h str>, &'h str);

fn title(held: &Held) -> Title<'_> {
    (held.office.standing.as_deref(), &held.office.title)
}

/// The conflicts of people with two offices, and who they are.
pub(super) fn conflicts(story: &Story, held: &[Held]) -> (BTreeSet<Identity>, Vec<Conflict>) {
    let mut people = BTreeSet::new();
    let mut by_person: BTreeMap<Identity, Vec<&Held>> = BTreeMap::new();
    for one in held {
        by_person.entry(one.person).or_default().push(one);
    }
    let mut conflicts = Vec::new();
    for (person, list) in by_person {
        let mut titles: BTreeSet<(Title, Title)> = BTreeSet::new();
        // Nearly all titles go together, whoever gives them: pairs are looked at only of those that do not.
        let mut by_title: BTreeMap<Title, Vec<&Held>> = BTreeMap::new();
        for one in
            list.iter().filter(|held| matches!(held.office.standing.as_deref(), None | Some("deputy" | "assistant")))
        {
            by_title.entry(title(one)).or_default().push(one);
        }
        // An article that gives both titles uses one of them loosely.
        let both =
            |holders: &[&Held], others: &[&Held]| holders.iter().any(|a| others.iter().any(|b| a.article == b.article));
        for (at, (one, holders)) in by_title.iter().enumerate() {
            for (two, others) in by_title.iter().skip(at + 1) {
                let against = |a: &Held, b: &Held| {
                    let apart = a.article == b.article || days_apart(story, a.article, b.article) > APART_DAYS;
                    !apart && !known_apart(a.of.as_ref(), b.of.as_ref())
                };
                // Of one house, or of one that goes without saying in both ("Mayor …", "the deputy mayor").
                let unsaid = |list: &[&Held]| list.iter().all(|held| held.of.is_none());
                let civic =
                    matches!(one.1, "mayor" | "governor" | "speaker" | "police chief" | "fire chief" | "headteacher");
                let owned = holders.iter().any(|a| a.of.is_some() && others.iter().any(|b| a.of == b.of))
                    || civic && unsaid(holders) && unsaid(others);
                let loosely = one.0.is_some() != two.0.is_some() && both(holders, others);
                if !loosely
                    && exclude(&holders[0].office, &others[0].office, owned)
                    && holders.iter().any(|a| others.iter().any(|b| against(a, b)))
                {
                    titles.insert((*one, *two));
                }
            }
        }
        let name = &story.identities.party(person).name;
        for (one, two) in titles {
            let words =
                |(standing, title): Title| standing.map_or(title.to_owned(), |standing| format!("{standing} {title}"));
            let side = |of: Title| {
                let places = list
                    .iter()
                    .filter(|held| title(held) == of)
                    .map(|held| Place { article: held.article, span: held.span, rule: "core/office".to_owned() })
                    .collect();
                support::side(story, words(of), places)
            };
            let (first, second) = (words(one), words(two));
            people.insert(person);
            conflicts.push(Conflict {
                check: Check::Role,
                severity: Severity::Error,
                message: format!("{name} is {first} or {second}"),
                explanation: vec![
                    format!("both passages introduce {name}, in articles of the same weeks, as holding the office now"),
                    format!("{first} and {second} are offices that exclude each other"),
                    "one person does not hold both at one time".to_owned(),
                ],
                sides: vec![side(one), side(two)],
            });
        }
    }
    (people, conflicts)
}
