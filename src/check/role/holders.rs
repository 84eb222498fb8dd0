//! Two holders of an office that has one.

use super::holding::{Held, House};
use super::{APART_DAYS, days_apart};
use crate::annotate::lexicon;
use crate::check::conflict::{Check, Conflict, Severity};
use crate::check::support::{self, Place};
use crate::graph::{Identity, Story};
use std::collections::{BTreeMap, BTreeSet};

/// Verbs by which offices change hands, particles left out.
const HANDOVER: &[&str] = &[
    "succeed",
    "replace",
    "retire",
    "resign",
    "appoint",
    "name",
    "elect",
    "step",
    "promote",
    "nominate",
    "become",
    "sack",
    "oust",
    "quit",
    "hire",
    "swear",
    "dismiss",
    "fire",
    "suspend",
    "install",
    "reappoint",
    "unseat",
];

/// The conflicts of offices with two holders.
pub(super) fn conflicts(story: &Story, held: &[Held], handovers: &BTreeSet<Identity>) -> Vec<Conflict> {
    let mut by_office: BTreeMap<(String, String, House), Vec<&Held>> = BTreeMap::new();
    for one in held {
        let Some(of) = one.of.clone() else { continue };
        let known = lexicon::office(&one.office.title);
        let single = one.only || known.is_some_and(|office| office.single && !office.soft);
        // "The director", and elsewhere "the head": what one desk calls an office another may call otherwise, but not
        // of two people.
        let title = known.map_or(one.office.title.as_str(), |office| office.canonical);
        let standing = one.office.standing.as_deref().unwrap_or("");
        if single && matches!(standing, "" | "interim" | "acting") {
            by_office.entry((title.to_owned(), standing.to_owned(), of)).or_default().push(one);
        }
    }
    let mut conflicts = Vec::new();
    for ((title, standing, of), list) in by_office {
        let people: BTreeSet<Identity> = list.iter().map(|held| held.person).collect();
        let articles: BTreeSet<usize> = list.iter().map(|held| held.article).collect();
        let far = list.iter().any(|held| days_apart(story, held.article, list[0].article) > APART_DAYS);
        if people.len() < 2 || articles.len() < 2 || far || !people.is_disjoint(handovers) {
            continue;
        }
        let office = if standing.is_empty() { title } else { format!("{standing} {title}") };
        let names: Vec<String> = people.iter().map(|person| story.identities.party(*person).name.clone()).collect();
        let sides = people
            .iter()
            .map(|person| {
                let places = list
                    .iter()
                    .filter(|held| held.person == *person)
                    .map(|held| Place { article: held.article, span: held.span, rule: "core/office".to_owned() })
                    .collect();
                support::side(story, story.identities.party(*person).name.clone(), places)
            })
            .collect();
        let house = match &of {
            House::Known(of) => &story.identities.party(*of).name,
            House::Words(words) => words,
        };
        conflicts.push(Conflict {
            check: Check::Role,
            severity: Severity::Error,
            message: format!("{office} of {house} is {}", names.join(" or ")),
            explanation: vec![
                format!(
                    "the passages introduce {} as {office} of {house}, in articles of the same weeks",
                    support::join(&names)
                ),
                format!("{house} has one {office} at a time, and no passage tells of a change"),
            ],
            sides,
        });
    }
    conflicts
}

/// Everybody whom some clause of the story has come to an office or go from one.
pub(super) fn handovers(story: &Story) -> BTreeSet<Identity> {
    let mut people = BTreeSet::new();
    for (at, article) in story.articles.iter().enumerate() {
        for clause in &article.clauses {
            let lemma = article.verb_groups[clause.verb].lemma.as_str();
            let verb = lemma.split(' ').next().unwrap_or(lemma);
            if lemma != "take over" && !HANDOVER.contains(&verb) {
                continue;
            }
            let phrases = clause.subjects.iter().chain(&clause.objects).chain(&clause.recipients);
            people.extend(
                phrases
                    .filter_map(|&phrase| article.phrases[phrase].mention)
                    .filter_map(|mention| article.mentions[mention].entity)
                    .filter_map(|entity| story.identities.of(at, entity)),
            );
        }
    }
    people
}
