//! One person's age in two figures.

use super::conflict::{Check, Conflict, Severity};
use super::support::{self, Place};
use crate::annotate::mention::EntityKind;
use crate::graph::Story;
use std::collections::BTreeMap;

/// The conflicts of age in a story. A year's difference can be a birthday between two articles, so that it counts
/// only where they came out within a week of each other, and then as a warning.
pub(super) fn check(story: &Story) -> Vec<Conflict> {
    let mut conflicts = Vec::new();
    for party in story.identities.parties.iter().filter(|party| party.kind == EntityKind::Person) {
        let mut ages: BTreeMap<u16, Vec<Place>> = BTreeMap::new();
        for &(article, entity) in &party.members {
            let entity_of = &story.articles[article].entities[entity.0 as usize];
            if let Some((age, span)) = entity_of.age {
                let name = story.articles[article]
                    .mentions
                    .iter()
                    .filter(|mention| mention.entity == Some(entity) && mention.span.end <= span.start)
                    .map(|mention| mention.span)
                    .next_back()
                    .filter(|name| span.start - name.end < 40);
                let span = name.map_or(span, |name| name.join(span));
                ages.entry(age).or_default().push(Place { article, span, rule: "core/age".to_owned() });
            }
        }
        let (Some((&youngest, _)), Some((&oldest, _))) = (ages.first_key_value(), ages.last_key_value()) else {
            continue;
        };
        if youngest == oldest || oldest - youngest == 1 && !same_week(story, &ages) {
            continue;
        }
        let sides: Vec<_> =
            ages.into_iter().map(|(age, places)| support::side(story, age.to_string(), places)).collect();
        conflicts.push(Conflict {
            check: Check::Quantity,
            severity: if oldest - youngest > 1 { Severity::Error } else { Severity::Warning },
            message: format!("{} is {youngest} or {oldest} years old", party.name),
            explanation: vec![
                format!("every passage gives the age of {}", party.name),
                "a person has one age at a time; a birthday between two articles makes one year at most".to_owned(),
            ],
            sides,
        });
    }
    conflicts
}

fn same_week(story: &Story, ages: &BTreeMap<u16, Vec<Place>>) -> bool {
    let dates: Vec<_> = ages
        .values()
        .flatten()
        .filter_map(|place| story.articles[place.article].document.published)
        .map(|published| published.date)
        .collect();
    match (dates.iter().min(), dates.iter().max()) {
        (Some(first), Some(last)) => (*last - *first).get_days() <= 7,
        _ => true,
    }
}
