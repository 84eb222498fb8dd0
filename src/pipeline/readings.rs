//! What was read in the passages of conflicts, out of the story: for reports that draw a conflict's neighbourhood.

use crate::annotate::mention::EntityKind;
use crate::annotate::time::TimeRelation;
use crate::annotate::verb::{Modality, Polarity};
use crate::check::{Conflict, Passage};
use crate::gazetteer::Gazetteer;
use crate::graph::{Fact, Identity, Story, Term, chain};
use crate::report::{Moment, Party, Reading, Readings};
use std::collections::BTreeMap;

/// The reading of every passage, each passage once.
pub(super) fn readings(story: &Story<'_>, conflicts: &[Conflict]) -> Readings {
    let mut facts: BTreeMap<(usize, usize), Vec<&Fact>> = BTreeMap::new();
    for fact in &story.facts {
        facts.entry((fact.article, fact.span.start)).or_default().push(fact);
    }
    let mut found = Readings::new();
    for passage in conflicts.iter().flat_map(|conflict| &conflict.sides).flat_map(|side| &side.passages) {
        let (article, span) = (passage.document.0 as usize, passage.span);
        let key = (article, span.start, span.end);
        if article < story.articles.len() && !found.contains_key(&key) {
            // A passage is the claim's clause or the sentence around it.
            let here = facts.range((article, span.start)..(article, span.end.max(span.start)));
            let own = here.flat_map(|(_, facts)| facts).copied();
            let own = own.filter(|fact| fact.span.end <= span.end && fact.rule == passage.rule.as_str());
            found.insert(key, reading(story, passage, &own.collect::<Vec<_>>()));
        }
    }
    found
}

/// The claims that the passage's own rule made of it, or else only who is named.
fn reading(story: &Story<'_>, passage: &Passage, facts: &[&Fact]) -> Reading {
    let Some((first, others)) = facts.split_first() else {
        let sort = passage.rule.rsplit('/').next().unwrap_or_default();
        return Reading { says: sort.to_owned(), parties: named(story, passage), when: None };
    };
    let mut reading = claimed(story, first);
    for other in others {
        let other = claimed(story, other);
        other.parties.into_iter().for_each(|party| push(&mut reading.parties, party));
        reading.when = reading.when.or(other.when);
    }
    reading
}

fn claimed(story: &Story<'_>, fact: &Fact) -> Reading {
    let mut parties: Vec<Party> = Vec::new();
    for role in &fact.roles {
        if let Term::Party(identity) = role.term {
            push(&mut parties, party(story, identity, &role.name));
        }
    }
    if let Some(speaker) = fact.speaker.as_ref().and_then(|speaker| speaker.identity) {
        push(&mut parties, party(story, speaker, "says"));
    }
    let mut says = fact.predicate.replace('_', " ");
    if fact.polarity == Polarity::Negative {
        says.push_str(", denied");
    }
    if fact.modality != Modality::Actual {
        says.push_str(&format!(", {:?}", fact.modality).to_lowercase());
    }
    let when = fact.when.map(|when| Moment {
        text: story.slice(fact.article, when.span).to_owned(),
        from: when.value.from,
        to: when.value.to,
        relation: match when.relation {
            TimeRelation::During => "",
            TimeRelation::Before => "before",
            TimeRelation::After => "after",
            TimeRelation::Since => "since",
            TimeRelation::Until => "until",
        },
    });
    Reading { says, parties, when }
}

/// For a passage that is no claim: the speaker of the quotation that it is of, or else whoever its words are.
fn named(story: &Story<'_>, passage: &Passage) -> Vec<Party> {
    let at = passage.document.0 as usize;
    let article = &story.articles[at];
    let quote = article.quotes.iter().find(|quote| quote.span.overlaps(passage.span));
    let speaker = quote.and_then(|quote| quote.speaker_text);
    let (span, role) = speaker.map_or((passage.span, "named"), |span| (span, "says"));
    let entity = article.mention_of(span).and_then(|mention| article.mentions[mention].entity);
    let identity = entity.and_then(|entity| story.identities.of(at, entity));
    identity.map(|identity| party(story, identity, role)).into_iter().collect()
}

fn push(parties: &mut Vec<Party>, party: Party) {
    if !parties.contains(&party) {
        parties.push(party);
    }
}

fn party(story: &Story<'_>, identity: Identity, role: &str) -> Party {
    let party = story.identities.party(identity);
    let gazetteer = Gazetteer::global();
    let name = party.place.map_or_else(|| party.name.clone(), |place| gazetteer.name(place));
    let mut within: Vec<String> =
        party.place.map(chain).unwrap_or_default().into_iter().map(|place| gazetteer.name(place)).collect();
    // A city and the district of its name are one to a reader.
    within.retain(|outer| *outer != name);
    Party {
        id: identity.0.to_string(),
        name,
        role: role.replace('_', " "),
        kind: match party.kind {
            EntityKind::Person => "person",
            EntityKind::Group => "group",
            EntityKind::Body => "body",
            EntityKind::Place => "place",
            EntityKind::Thing => "thing",
        },
        within,
    }
}

#[cfg(test)]
mod tests {
    use crate::testing;

    #[test]
    fn a_passage_tells_who_where_and_when() {
        let outcome = testing::outcome(&[
            "Ana Ruiz met Li Wei in Paris on Tuesday.\n",
            "Ana Ruiz did not meet Li Wei in Paris on Tuesday.\n",
        ]);
        let readings = outcome.readings();
        assert_eq!(readings.len(), 2, "{:?}", outcome.conflicts);
        let (met, denied) = (&readings.values().next().unwrap(), &readings.values().last().unwrap());
        assert_eq!((met.says.as_str(), denied.says.as_str()), ("meet", "meet, denied"));
        let mut names: Vec<&str> = met.parties.iter().map(|party| party.name.as_str()).collect();
        names.sort_unstable();
        assert_eq!(names, ["Ana Ruiz", "Li Wei", "Paris"]);
        let paris = met.parties.iter().find(|party| party.kind == "place").unwrap();
        assert_eq!(paris.within.last().unwrap(), "France");
        assert!(!paris.within.contains(&paris.name));
        let when = met.when.as_ref().unwrap();
        assert_eq!((when.text.as_str(), when.relation), ("Tuesday", ""));
        assert_eq!(when.from.unwrap().date(), jiff::civil::date(2026, 3, 3));
    }

    #[test]
    fn a_quotation_tells_who_spoke() {
        let outcome = testing::outcome(&[
            "“We are deeply troubled by the harbour works,” Ana Ruiz said.\n",
            "“We are deeply pleased by the harbour works,” Ana Ruiz said.\n",
        ]);
        let readings = outcome.readings();
        let speakers: Vec<_> = readings.values().flat_map(|reading| &reading.parties).collect();
        assert_eq!(speakers.len(), 2, "{:?}", outcome.conflicts);
        assert!(speakers.iter().all(|party| (party.name.as_str(), party.role.as_str()) == ("Ana Ruiz", "says")));
    }
}
